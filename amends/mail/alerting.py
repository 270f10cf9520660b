"""Alerts by mail: whoever is here and has to know what is due gets one mail of all of it, the most urgent first.

Each alert is marked as mailed before its mail is sent, so that none is ever sent twice. Nothing of this goes to a customer.
"""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from amends.deadlines.alert import Alert
from amends.mail.composing import compose_to_us, deliverable
from amends.mail.server import Address, Answer, Away, Server
from amends.messages.message import fresh_message_id
from amends.people.absence import Absence
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from amends.deadlines.deadline import Deadline
    from amends.people.person import Person

log = logging.getLogger(__name__)
#: A server that is away, or will not take the mail now, is asked again then.
_AGAIN = timedelta(minutes=1)
#: Lines of one mail; whoever has more to do than that finds it on the screen.
_MOST = 50


def mail_alerts(*, stop: threading.Event | None = None) -> int:
    """Everybody who has to hear of something was written to once, or the server is away; returns how many mails it took.

    Safe to run twice at once and to be killed: nothing is mailed twice, and what was not mailed is on the screen.
    """
    stop, post, taken = stop or threading.Event(), _Post(), 0
    try:
        while not stop.is_set() and (alerts := Alert.objects.claim(at=timezone.now())):
            person, rows = alerts[0].person, worth_mailing(alerts, at=timezone.now())
            taken += bool(rows) and post.deliver(person, rows, alerts)
    except Away as trouble:
        log.warning("the mail server is away, alerts wait: %s", trouble)
    finally:
        post.close()
    return taken


def worth_mailing(alerts: Sequence[Alert], *, at: datetime) -> list[Deadline]:
    """What one person's alerts are about and still waits, the most urgent first; nothing for somebody who is away or has left."""
    rows = {alert.deadline_id: alert.deadline for alert in alerts if alert.holds}
    if not rows or Absence.objects.at(at).filter(person=alerts[0].person).exists():
        return []
    return sorted(rows.values(), key=lambda row: (row.due_at, row.case.severity, row.pk))


class _Post:
    """One connection to the server, opened when there is something to send."""

    def __init__(self) -> None:
        self._server: Server | None = None

    def deliver(self, person: Person, rows: Sequence[Deadline], alerts: Iterable[Alert]) -> bool:
        """Whether the server took the mail. What it would not take now goes back; `Away` when it went away."""
        at = timezone.now()
        raw = compose_to_us(
            person, subject_of(rows, person), words_of(rows, person, at=at), message_id=fresh_message_id(), at=at
        )
        try:
            answer, said = self._send(raw, deliverable(person.email))
        except Away as trouble:
            if not trouble.doubtful:  # else it may have been sent, and is not sent again
                Alert.objects.give_back(alerts, until=at + _AGAIN)
            raise
        if answer is Answer.NOT_NOW:
            Alert.objects.give_back(alerts, until=at + _AGAIN)
        elif answer is Answer.NEVER:
            log.warning("the mail server will not take alerts for %s: %s", person.email, said)
        return answer is Answer.TAKEN

    def _send(self, raw: bytes, to: str) -> tuple[Answer, str]:
        """A connection that the server closed between two mails is opened anew once."""
        server = self._server = self._server or _connected()
        try:
            return server.send(raw, sender=settings.MAIL_FROM, to=to)
        except Away as trouble:
            if trouble.doubtful or not server.carried:
                raise
            server.close()
            self._server = _connected()
            return self._server.send(raw, sender=settings.MAIL_FROM, to=to)

    def close(self) -> None:
        """Say goodbye."""
        if self._server:
            self._server.close()


def _connected() -> Server:
    return Server(Address.read(settings.SMTP_URL), name=settings.MAIL_FROM.rpartition("@")[2] or "localhost")


def subject_of(rows: Sequence[Deadline], person: Person) -> str:
    """How many there are, and the soonest."""
    first = rows[0]
    soonest = f"{first} for {first.case.customer}, {_clock(first.due_at, person)}"
    return f"Due: {soonest}" if len(rows) == 1 else f"{len(rows)} things due, soonest: {soonest}"


def words_of(rows: Sequence[Deadline], person: Person, *, at: datetime) -> str:
    """A few lines for each: what, for whom, when, and where to find it."""
    lines = [f"Hello {person.first_name},", "", "this needs you, or was missed; the most urgent first.", ""]
    for row in rows[:_MOST]:
        when = f"was due {_clock(row.due_at, person)}" if row.due_at <= at else f"is due {_clock(row.due_at, person)}"
        lines += [
            f"{'MISSED: ' if row.due_at <= at else ''}{row} for {row.case.customer}, case {row.case}, {when}",
            f"{settings.BASE_URL}/cases/{row.case.reference}",
            "",
        ]
    if len(rows) > _MOST:
        lines += [f"And {len(rows) - _MOST} more: {settings.BASE_URL}/", ""]
    return "\n".join([*lines, "The desk wrote this. Nobody reads an answer to it."])


def _clock(moment: datetime, person: Person) -> str:
    """On the person's own clock, or else the house's."""
    zone = ZoneInfo(HOUSE.time_zone)
    with suppress(KeyError, ValueError, OSError):  # no such zone
        zone = ZoneInfo(person.time_zone or HOUSE.time_zone)
    return f"{moment.astimezone(zone):%a %d %b, %H:%M}"
