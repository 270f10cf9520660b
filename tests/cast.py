"""The cast: people, customers and the lost parcel that most tests play with, made once through our own verbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

from amends.arrivals.arrival import Arrival
from amends.intake.opening import Complaint, open_case
from amends.intake.receiving import receive_waiting
from amends.journal.actors import DESK
from amends.people.person import Person, Role
from amends.people.queue import Queue

if TYPE_CHECKING:
    from amends.cases.case import Case

#: A Tuesday morning, within the house's hours.
MORNING = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
#: Why a letter goes although the coach would hold it back: most tests tell of something else than its words.
SURE = "its words are not what is told here"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(slots=True)
class Cast:
    """Ada answers, Leo leads, Mira manages, Ines looks after the desk."""

    ada: Person
    leo: Person
    mira: Person
    ines: Person


def make_cast(*, at: datetime = MORNING) -> Cast:
    """Four people on the front desk."""
    roles = {"ada": Role.AGENT, "leo": Role.LEAD, "mira": Role.MANAGER, "ines": Role.ADMIN}
    people = {
        name: Person.objects.add(f"{name}@desk.example.com", name=name.title(), role=role, by=DESK, at=at)
        for name, role in roles.items()
    }
    queue = Queue.objects.front_desk()
    for person in people.values():
        queue.man(person, by=people["ines"], at=at)
    return Cast(**people)


def make_case(*, at: datetime = MORNING, **changes: object) -> Case:
    """Mrs Okafor's parcel is lost; she told us by e-mail, if nothing else is said."""
    fields: dict[str, object] = {
        "words": "My parcel never came and nobody answers. I ordered the table on 2 February.",
        "subject": "Where is my table?",
        "channel": "email",
        "received_at": at,
        "name": "Mrs Okafor",
        "email": "okafor@example.com",
    }
    return open_case(Complaint(**{**fields, **changes}), by=None, at=at)  # type: ignore[arg-type]


def make_mail(
    text: str = "My parcel never came. Where is it?",
    *,
    sender: str = "Mrs Okafor <okafor@example.com>",
    subject: str = "Where is my table?",
    message_id: str = "<first@mail.example.com>",
    at: datetime = MORNING,
    **headers: str,
) -> bytes:
    """A mail as it leaves a customer's program; extra headers by name, `In_Reply_To` for `In-Reply-To`."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "care@desk.example.com", subject
    mail["Date"], mail["Message-ID"] = format_datetime(at), message_id
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail.as_bytes()


def arrive(*raws: bytes, at: datetime = MORNING, way: str = "smtp") -> list[Arrival]:
    """Store the mails and receive them; returns them with their outcomes, in order."""
    keys = [Arrival.objects.store(raw, way=way, at=at, envelope_from="someone@example.com").pk for raw in raws]
    while receive_waiting(at=at):
        pass
    rows = Arrival.objects.select_related("case").in_bulk(keys)
    return [rows[key] for key in keys]
