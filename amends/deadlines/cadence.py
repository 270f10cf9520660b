"""How often a customer hears from a human while the case is open: the next update always has its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import next_update
from amends.deadlines.ruling import presets
from amends.journal.entry import record

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.journal.actors import Actor


@transaction.atomic
def choose(case: Case, preset: str, *, by: Actor, at: datetime) -> None:
    """The customer hears from us as often as they chose; "" goes back to what their case's severity asks for.

    What is due next is counted anew from our last word. Raises Refused for a cadence that policy does not know.
    """
    if preset and preset not in {row.name for row in presets(case)}:
        message = "Choose one of the cadences that are on offer."
        raise Refused(message)
    case.cadence = preset
    case.save(update_fields=["cadence"])
    record("cadence.chosen", by=by, at=at, case_id=case.pk, cadence=preset or "as the case asks for")
    pace_anew(case, at=at)


@transaction.atomic
def grade(case: Case, severity: int, *, by: Actor, at: datetime, because: str = "") -> None:
    """How grave it is for the customer; the next update keeps the pace that asks for, from now on."""
    case.grade(severity, by=by, at=at, because=because)
    pace_anew(case, at=at)


def pace_anew(case: Case, *, at: datetime) -> None:
    """The next update falls due as the case now asks for, counted from our last word, and never in the past for that."""
    standing = Deadline.objects.outstanding().filter(case=case, kind=Kind.NEXT_UPDATE).select_for_update().first()
    if standing is None:
        return
    timing = next_update(case, since=case.human_spoke_at or standing.set_at)
    if timing.due_at <= at and standing.missed_at is None and standing.due_at > at:
        timing = next_update(case, since=at)  # a stricter pace begins now; it does not make us late in the past
    if standing.missed_at is None:
        standing.move_to(timing)


def owe_update(case: Case, *, at: datetime, since: datetime | None = None) -> None:
    """Nothing stands that would make a human write to them: from now on the next update does. Part of other verbs."""
    if case.stage in {Stage.NEW, Stage.RESOLVED, Stage.CLOSED}:
        return
    if not Deadline.objects.outstanding().filter(case=case, kind=Kind.NEXT_UPDATE).exists():
        Deadline.objects.fall_due(case, Kind.NEXT_UPDATE, next_update(case, since=since or at), at=at)
