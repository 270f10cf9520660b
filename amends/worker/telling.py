"""Mail that is about no case: people are woken and reminded, and the public gets the updates it asked for. Each at most once."""

from __future__ import annotations

import logging
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING, Any

from django.conf import settings

from amends.lessons.news import ThemeNews
from amends.mail.composing import compose_to_us, deliverable
from amends.mail.server import Address, Answer, Away, Server
from amends.messages.message import fresh_message_id
from amends.problems.nudge import Nudge
from amends.reports.monthly import ReportMail
from amends.safety.paging import Page
from amends.statuspage.page import How
from amends.statuspage.subscriber import StatusMail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

log = logging.getLogger(__name__)
_LONGEST = 200
_away: set[str] = set()  # what was said of a server that is away; said once, not with every try


def mail_out(*, at: datetime) -> int:
    """Everything of these that waits is in the hands of the server, the pages first; returns how many it took.

    Marked before it is sent: whoever dies in between sends nothing twice. What the server would not take waits for the next time.
    """
    taken = 0
    kinds: tuple[tuple[Any, Any, Any], ...] = (
        (Page.objects.claim, Page.objects.give_back, page),
        (Nudge.objects.claim, _nudges_back, nudge),
        (StatusMail.objects.claim, StatusMail.objects.give_back, status),
        (ReportMail.objects.claim, _reports_back, monthly),
        (ThemeNews.objects.claim, ThemeNews.objects.give_back, themes),
    )
    for claim, back, compose in kinds:
        while rows := claim(at=at):
            done = _hand_over(rows, compose, at)
            taken += done
            if done < len(rows):
                back(rows[done:])
                return taken
    return taken


def _nudges_back(rows: Sequence[Nudge]) -> None:
    Nudge.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=None)


def _reports_back(rows: Sequence[ReportMail]) -> None:
    ReportMail.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=None)


def _hand_over(rows: Sequence[Any], compose: Callable[[Any, datetime], tuple[str, bytes]], at: datetime) -> int:
    """How many of these the server has dealt with, from the first on; what it refuses for good counts as dealt with."""
    server = None
    for place, row in enumerate(rows):
        try:
            server = server or Server(
                Address.read(settings.SMTP_URL), name=settings.MAIL_FROM.rpartition("@")[2] or "localhost"
            )
            to, raw = compose(row, at)
            answer, said = server.send(raw, sender=settings.MAIL_FROM, to=deliverable(to))
        except Away as trouble:
            if str(trouble) not in _away:
                log.warning("the mail server is away, what is to be told waits: %s", trouble)
            _away.add(str(trouble))
            return place + bool(trouble.doubtful)
        _away.clear()
        if answer is Answer.NOT_NOW:
            server.close()
            return place
        if answer is Answer.NEVER:
            log.warning("the mail server will not take mail for %s: %s", to, said)
    if server:
        server.close()
    return len(rows)


def page(row: Page, at: datetime) -> tuple[str, bytes]:
    """Somebody is woken."""
    alarm = row.alarm
    head = "DRILL: " if alarm.drill else ""
    about = f"case {alarm.case.reference}" if alarm.case else (alarm.problem.title if alarm.problem else "the desk")
    words = (
        f"{row.person.first_name},\n\nsomebody may come to harm ({about}): “{alarm.words}”.\n\n"
        f"Answer here, without signing in, and nobody else is woken:\n{row.answer_url}\n\n"
        f"What there is to do, once you are signed in:\n{settings.BASE_URL}/safety/{alarm.pk}\n\n"
        f"{'This is a drill. Answer it as if it were none.' if alarm.drill else 'The routine has stopped.'}\n"
    )
    subject = f"{head}SAFETY: {_line(alarm.words)}"
    return row.person.email, compose_to_us(row.person, subject, words, message_id=fresh_message_id(), at=at)


def nudge(row: Nudge, at: datetime) -> tuple[str, bytes]:
    """Somebody is reminded."""
    words = (
        f"Hello {row.person.first_name},\n\n{row.get_about_display()}: {row.problem.title}.\n"
        f"It {'was' if row.due_at <= at else 'is'} due {row.due_at:%d %b, %H:%M} UTC; "
        f"we know of it since {row.problem.knew_at:%d %b, %H:%M} UTC.\n\n"
        f"{settings.BASE_URL}/problems/{row.problem_id}\n"
    )
    subject = f"Due: {row.get_about_display()}: {_line(row.problem.title)}"
    return row.person.email, compose_to_us(row.person, subject, words, message_id=fresh_message_id(), at=at)


def monthly(row: ReportMail, at: datetime) -> tuple[str, bytes]:
    """Somebody gets the month's report."""
    words = f"Hello {row.person.first_name},\n\n{row.words}\n"
    subject = f"Customers kept: the report of {row.month:%B %Y}"
    return row.person.email, compose_to_us(row.person, subject, words, message_id=fresh_message_id(), at=at)


def themes(rows: Sequence[ThemeNews], at: datetime) -> tuple[str, bytes]:
    """Whoever runs the desk hears of what comes more often than usual: all of it in one mail."""
    person, first = rows[0].person, rows[0].theme
    told = "\n".join(
        f"{row.theme.name}: {row.theme.count} since {row.theme.began:%d %b}, where {row.theme.usual} were to be expected\n"
        f"{settings.BASE_URL}/lessons/alerts/{row.theme_id}\n"
        for row in rows
    )
    words = (
        f"Hello {person.first_name},\n\nmore than usual tell us of the same. "
        f"Look whether it is a problem, or say why it is none.\n\n{told}\nThe desk tells you of a theme once.\n"
    )
    more = f" and {len(rows) - 1} more" if len(rows) > 1 else ""
    subject = _line(f"More than usual: {first.name}{more}")
    return person.email, compose_to_us(person, subject, words, message_id=fresh_message_id(), at=at)


def status(row: StatusMail, at: datetime) -> tuple[str, bytes]:
    """A subscriber is asked whether they want updates, or gets one."""
    mail = EmailMessage(policy=SMTP)
    mail["Date"] = format_datetime(at)
    mail["From"] = formataddr((_line(settings.MAIL_FROM_NAME), settings.MAIL_FROM))
    mail["To"] = deliverable(row.subscriber.email)
    mail["Message-ID"] = fresh_message_id()
    mail["Auto-Submitted"] = "auto-generated"
    url = row.subscriber.url
    if row.post is None:
        mail["Subject"] = "Do you want updates by e-mail?"
        mail.set_content(
            "Somebody, you we hope, asked us for updates to this address.\n\n"
            f"Say yes here, and you get them:\n{url}\n\nIf it was not you, do nothing: nothing more comes.\n"
        )
    else:
        mail["Subject"] = _line(f"{row.post.title}: {How(row.post.how).label}")
        mail["List-Unsubscribe"] = f"<{url}>"
        mail.set_content(
            f"{How(row.post.how).label}.\n\n{row.post.words}\n\n"
            f"Everything so far: {settings.BASE_URL}/status/\nNo more updates: {url}\n"
        )
    return row.subscriber.email, mail.as_bytes()


def _line(words: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
