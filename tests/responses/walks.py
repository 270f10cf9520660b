"""One complaint under one regulator's pack, walked through the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.deadlines.alert import Alert
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery
from amends.people.queue import Queue
from amends.responses.composing import words_from
from amends.responses.responding import Draft, respond
from amends.responses.response import letter_of
from tests.cast import make_case

if TYPE_CHECKING:
    from datetime import date

    from amends.cases.case import Case
    from amends.messages.message import Message
    from amends.people.person import Person
    from amends.responses.response import Response
    from tests.cast import Cast

LONDON, NEW_YORK, SYDNEY = "Europe/London", "America/New_York", "Australia/Sydney"
A_MOMENT = timedelta(minutes=1)
#: What a person fills in by hand: nobody has told the desk.
BY_HAND = {
    "findings": "the name was not checked",
    "what_we_looked_at": "the transfer of 3 July",
    "reasons": "the rules of the scheme ask for that check",
    "decision": "you are right",
    "why_not_ready": "the other bank has not answered",
    "what_is_missing": "the records of March",
    "ombudsman_web": "ombudsman.example.org",
    "ombudsman_address": "1 Example Street",
    "leaflet": "Want to take it further",
    "annex_3_waived": "(the wording of Annex 3)",
    "annex_3_not_waived": "(the other wording of Annex 3)",
    "offer": "the amount with interest",
    "explanation": "the fee was charged twice",
    "amount": "35.00 USD",
    "relief": "a credit to the account",
    "steps_taken": "we looked at the statements",
    "communications": "two letters",
    "follow_up": "nothing more is open",
    "outstanding": "the plaster; nothing else",
    "outcomes_sought": "a dry bathroom",
    "kinds_of_help": "apologise, explain, put it right and pay",
    "where_it_stands": "the meter is being tested",
    "what_we_did": "the meter was read twice",
}


@dataclass(slots=True)
class Walk:
    """The case, who works on it, and the clock on the regulator's wall."""

    cast: Cast
    case: Case
    zone: str

    @classmethod
    def begin(cls, cast: Cast, jurisdiction: str, product: str, received: str, zone: str) -> Walk:
        """A complaint of Mrs Okafor's to a queue under these rules, Ada's from the start."""
        at = wall(zone, received)
        queue = Queue.objects.add(f"{jurisdiction} {product}", by=cast.ines, at=at)
        queue.place(jurisdiction=jurisdiction, product=product, by=cast.ines, at=at)
        return cls(cast, make_case(at=at, queue=queue, owner=cast.ada), zone)

    def at(self, text: str) -> datetime:
        """A time of the regulator's wall clock."""
        return wall(self.zone, text)

    def due(self, kind: str) -> datetime:
        """When this is due, as long as it is."""
        return Deadline.objects.outstanding().get(case=self.case, kind=kind).due_at

    def is_due(self, kind: str) -> bool:
        """Whether this is still due."""
        return Deadline.objects.outstanding().filter(case=self.case, kind=kind).exists()

    def warned(self, kind: str, at: datetime) -> list[str]:
        """Who had been told of it by then; the desk sweeps."""
        sweep(by=DESK, at=at)
        alerts = Alert.objects.filter(deadline__case=self.case, deadline__kind=kind).order_by("pk")
        return [alert.person.name for alert in alerts.select_related("person")]

    def missed(self, kind: str, at: datetime) -> bool:
        """Whether it is on record by then that this was missed; the desk sweeps."""
        sweep(by=DESK, at=at)
        return Deadline.objects.filter(case=self.case, kind=kind, missed_at__isnull=False).exists()

    def write(self, letter: str, when: str, *, by: Person | None = None, without: str = "", **more: object) -> Response:
        """Send the letter as Ada, with everything filled in that nobody but a person knows."""
        at = self.at(when)
        slots = {slot: words for slot, words in BY_HAND.items() if slot != without}
        writer = by or self.cast.ada
        slots = {**slots, **words_from(self.case, letter_of(self.case, letter), by=writer, at=at)}
        slots.pop(without, None)
        sent = respond(self.case, Draft(letter=letter, slots=slots, **more), by=writer, at=at)  # type: ignore[arg-type]
        self.case.refresh_from_db()
        return sent


def wall(zone: str, text: str) -> datetime:
    """A wall-clock time."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def utc(text: str) -> datetime:
    """A time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    """A day."""
    return datetime.fromisoformat(text).date()


def come_back(message: Message, at: datetime) -> None:
    """The mail reached nobody."""
    delivery = Delivery.objects.get(message=message)
    Delivery.objects.filter(pk=delivery.pk).update(state="sent", sent_at=message.said_at)
    delivery.refresh_from_db()
    delivery.bounce(because="no such mailbox", by=DESK, at=at)
