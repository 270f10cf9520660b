"""Colleagues outside the desk are mailed what is asked of them, with a link to a page of their own; each ask at most once."""

from __future__ import annotations

import logging
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from django.conf import settings

from amends.asks.ask import Ask
from amends.asks.link import url_of
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.mail.composing import deliverable
from amends.mail.server import Address, Answer, Away, Server
from amends.promises.promise import local

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

log = logging.getLogger(__name__)
#: A server that says "not now", or is away, is asked again then.
_AGAIN = timedelta(minutes=5)
_LONGEST = 200


def mail_asks(*, at: datetime) -> int:
    """Every ask that may be mailed is in the hands of the server, or waits for it to come back; returns how many it took.

    One is marked as mailed before it is sent. Where it is not known whether the server took it, it counts as mailed: the
    ask's own deadline tells its asker if nothing comes of it.
    """
    asks = Ask.objects.claim(at=at)
    if not asks:
        return 0
    try:
        server = Server(Address.read(settings.SMTP_URL), name=settings.MAIL_FROM.rpartition("@")[2] or "localhost")
    except Away as trouble:
        log.warning("the mail server is away, asks wait: %s", trouble)
        Ask.objects.give_back(asks, until=at + _AGAIN)
        return 0
    try:
        return _hand_over(asks, server, at)
    finally:
        server.close()


def _hand_over(asks: Sequence[Ask], server: Server, at: datetime) -> int:
    taken = 0
    for place, ask in enumerate(asks):
        try:
            answer, said = server.send(composed(ask, at=at), sender=settings.MAIL_FROM, to=deliverable(ask.email))
        except Away as trouble:
            log.warning("the mail server went away, asks wait: %s", trouble)
            Ask.objects.give_back(asks[place + bool(trouble.doubtful) :], until=at + _AGAIN)
            return taken
        taken += answer is Answer.TAKEN
        if answer is Answer.NOT_NOW:
            Ask.objects.give_back([ask], until=at + _AGAIN)
        elif answer is Answer.NEVER:
            record("ask.unmailed", by=DESK, at=at, case_id=ask.case_id, because=said, of=ask.name, email=ask.email)
    return taken


def composed(ask: Ask, *, at: datetime) -> bytes:
    """The mail: who asks, what, by when, and the link. Nothing that the customer wrote is in it, nor the case for priority."""
    mail = EmailMessage(policy=SMTP)
    mail["Date"] = format_datetime(at)
    mail["From"] = formataddr((_line(f"{ask.asked_by.name} ({settings.MAIL_FROM_NAME})"), settings.MAIL_FROM))
    mail["Reply-To"] = formataddr((_line(ask.asked_by.name), ask.asked_by.email))
    mail["To"] = deliverable(ask.email)
    mail["Subject"] = _line(f"{ask.asked_by.first_name} asks you: {ask.what}")
    mail["Message-ID"] = f"<ask-{ask.pk}-{ask.asked_at:%Y%m%d%H%M%S}@{settings.MAIL_FROM.rpartition('@')[2]}>"
    mail.set_content(
        f"Hello {_line(ask.name)},\n\n"
        f"{ask.asked_by.name} speaks for a customer of ours and asks you for this, by {local(ask.deadline.due_at)}:\n\n"
        f"{ask.what}\n\n"
        f"Why it matters, and where you say that you have seen it, that it is done, or why it cannot be:\n{url_of(ask)}\n\n"
        f"You need not sign in. A reply to this mail reaches {ask.asked_by.first_name}.\n"
    )
    return mail.as_bytes()


def _line(words: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
