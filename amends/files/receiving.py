"""Mail from files is stored and received like any other mail, many at a time, and each message says what became of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from amends.arrivals.arrival import Arrival, Outcome, Way
from amends.eml.reading import Unreadable, read
from amends.intake.receiving import receive_waiting
from amends.journal.actors import DESK
from amends.journal.entry import entry, record_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from amends.files.mail import Found

BATCH = 50
BATCH_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one message of a file. `trouble` stands alone: then there was nothing to keep."""

    file: str
    message_id: str = ""
    outcome: str = ""
    case: str = ""
    recipients: Sequence[str] = ()
    text: str = ""
    trouble: str = ""


def receive_files(found: Iterable[Found], *, at: datetime, way: str = Way.FILE) -> Iterator[Received]:
    """Receive messages in batches of bounded size; each is answered for once, in order, after its batch is safe.

    `way` says who gets an automatic receipt. Running it again changes nothing: second copies are known by content.
    """
    batch: list[Found] = []
    held = 0
    for message in found:
        batch.append(message)
        held += len(message.raw)
        if len(batch) >= BATCH or held >= BATCH_BYTES:
            yield from _receive(batch, at, way)
            batch, held = [], 0
    yield from _receive(batch, at, way)


def _receive(batch: Sequence[Found], at: datetime, way: str) -> Iterator[Received]:
    rows = [_arrival(message, at, way) for message in batch if not message.trouble]
    if rows:
        _store(rows, at)
        keys = [row.pk for row in rows]
        while receive_waiting(at=at, most=BATCH, among=keys):
            pass
    ended = Arrival.objects.filter(pk__in=[row.pk for row in rows]).select_related("case", "message").defer("raw")
    answers = iter(sorted(ended, key=lambda arrival: arrival.pk))
    for message in batch:
        yield _trouble(message) if message.trouble else _answer(message, next(answers))


def _arrival(message: Found, at: datetime, way: str) -> Arrival:
    arrival = Arrival.fresh(message.raw, way=way, at=at, name=_sayable(message.file))
    if message.oversize:
        arrival.outcome, arrival.read_at = Outcome.QUARANTINED, at
        arrival.because = "it is larger than a mail may be; only its beginning was kept"
        arrival.content_hash = hashlib.sha256(message.raw).digest()
    return arrival


@transaction.atomic
def _store(rows: Sequence[Arrival], at: datetime) -> None:
    Arrival.objects.bulk_create(rows)
    record_all(
        entry("arrival.quarantined", by=DESK, at=at, because=row.because, arrival=row.pk) for row in rows if row.outcome
    )


def _trouble(message: Found) -> Received:
    return Received(file=_sayable(message.file), trouble=message.trouble)


def _answer(message: Found, arrival: Arrival) -> Received:
    said = getattr(arrival, "message", None)
    return Received(
        file=arrival.name,
        message_id=arrival.message_id,
        outcome=arrival.outcome,
        case=arrival.case.reference if arrival.case else "",
        recipients=arrival.recipients,
        text=said.text if said else _text(message.raw, arrival.outcome),
    )


def _text(raw: bytes, outcome: str) -> str:
    """The words of a mail that is on no case: a bounce, a second copy, an automatic mail that answers nothing of ours."""
    if outcome == Outcome.QUARANTINED:
        return ""
    try:
        letter = read(raw)
    except Unreadable:
        return ""
    return letter.kept_text or letter.text


def _sayable(name: str) -> str:
    """The name of a file as it can be stored and printed, whatever bytes it is made of."""
    return name.encode(errors="replace").decode().replace("\x00", "")
