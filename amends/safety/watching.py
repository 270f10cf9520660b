"""An unanswered alarm climbs, day and night. The words that raise one are read in `protection`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.safety.alarm import Alarm
from amends.safety.paging import Page

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


def spread(*, by: Actor, at: datetime) -> int:
    """Where a case with an alarm was linked to a problem since, the routine rests for the problem too; returns for how many."""
    apart = Alarm.objects.standing().filter(drill=False, problem=None, case__affected__problem__closed_at=None)
    found = 0
    for alarm in apart.filter(case__affected__isnull=False).distinct():
        found += alarm.spread(by=by, at=at)
    return found


def climb_all(*, by: Actor, at: datetime) -> int:
    """Every unanswered alarm has woken whoever it was time to wake; returns how many were."""
    spread(by=by, at=at)
    waiting = Alarm.objects.standing().filter(answered_at=None)
    return sum(Page.objects.climb(alarm, by=by, at=at) is not None for alarm in waiting)
