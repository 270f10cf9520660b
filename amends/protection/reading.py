"""Customers' words are read soon after they came, whatever the hour; what may not wait is acted on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from amends.cases.case import Case, Severity
from amends.deadlines import cadence
from amends.journal.entry import entry, record, record_all
from amends.messages.message import Message
from amends.readings.reading import LABELS, Kind, Label, Reading
from amends.safety.alarm import Alarm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.people.person import Person

#: So many messages are read in one transaction.
BATCH: Final = 100
#: What a reading adds protection for.
PROTECTED: Final = ("safety", "legal", "vulnerable", "privacy", "discrimination")
#: So sure a reading of danger must be to wake somebody: what a rule found is, and what was only learned is not. That stands on
#: the case in red for whoever has it. Who is woken six times for nothing sleeps through the seventh.
WAKES: Final = 0.7
_QUOTED = 160
#: The case's severity, by what its words read as.
GRADES: Final = {
    "critical": Severity.CRITICAL, "serious": Severity.HIGH, "moderate": Severity.MEDIUM, "minor": Severity.LOW,
}  # fmt: skip


@transaction.atomic
def read_waiting(*, by: Actor, at: datetime) -> int:
    """The oldest words of customers that nobody has read are read, and protected; how many. Two at once read different ones."""
    waiting = Message.objects.theirs().filter(reading=None).exclude(text="").select_related(None)
    rows = list(waiting.select_for_update(skip_locked=True, of=("self",)).order_by("pk")[:BATCH])
    if rows:
        protect(Reading.objects.keep(rows, at=at), by=by, at=at)
    return len(rows)


def protect(readings: Sequence[Reading], *, by: Actor, at: datetime) -> None:
    """What may not wait is on record on each case, with the words that say so.

    A danger that is sure enough makes the case as grave as there is, and wakes somebody. Part of reading. Protection is only
    ever added.
    """
    found = [
        (reading, label)
        for reading in readings
        for label in reading.standing()
        if label.acts and label.kind == Kind.FLAG
    ]
    _protect([(reading, label) for reading, label in found if label.name in PROTECTED], by, at)


def _protect(found: Sequence[tuple[Reading, Label]], by: Actor, at: datetime) -> None:
    cases = {case.pk: case for case in Case.objects.filter(pk__in={reading.message.case_id for reading, _ in found})}
    record_all([
        entry(
            "case.protected", by=by, at=at, case_id=reading.message.case_id, flag=LABELS[Kind.FLAG][label.name],
            words=_words(reading.message.text, label.evidence),
        )
        for reading, label in found
    ])  # fmt: skip
    for reading, label in found:
        case = cases[reading.message.case_id]
        if (
            label.name == "safety"
            and label.confidence >= WAKES
            and (case.closed_at is None or case.closed_at < reading.message.said_at)
        ):
            if case.is_open and case.severity != Severity.CRITICAL:
                cadence.grade(case, Severity.CRITICAL, by=by, at=at)
            Alarm.objects.sound(_words(reading.message.text, label.evidence), case=case, by=by, at=at)


@transaction.atomic
def put_right(
    reading: Reading, kind: str, label: str, *, holds: bool, by: Person, at: datetime, intensity: str = "", because: str = ""
) -> None:  # fmt: skip
    """What somebody said of a label is on record beside it; a flag that somebody adds protects as one that was read does.

    A danger that somebody finds, or says of one that triage was not sure enough of to wake anybody, wakes whoever is on duty, on a
    closed case too. Taking a flag away undoes no protection: an
    alarm is stood down by a person. Raises what `Reading.correct` raises.
    """
    stood = [one for one in reading.standing() if one.kind == Kind.FLAG and one.acts]
    before = {one.name for one in stood if one.name != "safety" or one.corrected or one.confidence >= WAKES}
    reading.correct(kind, label, holds=holds, intensity=intensity, because=because, by=by, at=at)
    if kind != Kind.FLAG or not holds or label not in PROTECTED or label in before:
        return
    message = reading.message
    words = _words(message.text, [(0, _QUOTED)])
    record("case.protected", by=by, at=at, case_id=message.case_id, flag=LABELS[Kind.FLAG][label], words=words)
    if label == "safety":
        Alarm.objects.raise_on(message.case, words or LABELS[Kind.FLAG][label], by=by, at=at)


def _words(text: str, evidence: Sequence[tuple[int, int]]) -> str:
    start, end = evidence[0] if evidence else (0, _QUOTED)  # what a person saw: how the message begins
    return " ".join(text[start:end].split())[:_QUOTED]
