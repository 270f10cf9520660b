"""An unanswered alarm climbs, day and night. The words that raise one are read in `protection`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.safety.alarm import Alarm
from amends.safety.paging import Page

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


def climb_all(*, by: Actor, at: datetime) -> int:
    """Every unanswered alarm has woken whoever it was time to wake; returns how many were."""
    waiting = Alarm.objects.standing().filter(answered_at=None)
    return sum(Page.objects.climb(alarm, by=by, at=at) is not None for alarm in waiting)
