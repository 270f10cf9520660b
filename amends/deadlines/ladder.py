"""Who is told that something is about to be missed, one rung after the other, and only those who are present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from amends.calendars.opening import CalendarError
from amends.deadlines.ruling import calendar_of, row_of
from amends.policy.pack import Limit
from amends.policy.words import Told, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.deadlines.deadline import Deadline
    from amends.people.person import Person
    from amends.people.presence import Roster

#: Where no row of policy names the rungs, and how long from one to the next, in business time.
RUNGS = (Told.OWNER, Told.DEPUTY, Told.LEAD, Told.EVERYONE_PRESENT, Told.MANAGER)
STEP = timedelta(minutes=30)
_UNITS = {
    Unit.MINUTES: timedelta(minutes=1), Unit.HOURS: timedelta(hours=1), Unit.BUSINESS_MINUTES: timedelta(minutes=1),
    Unit.BUSINESS_HOURS: timedelta(hours=1), Unit.BUSINESS_DAYS: timedelta(hours=8), Unit.DAYS: timedelta(days=1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of one deadline and the business time between them."""

    rungs: Sequence[Told]
    step: timedelta

    @classmethod
    def of(cls, deadline: Deadline) -> Ladder:
        """As the row of policy behind it says, or else the house's usual one."""
        row = row_of(deadline.policy) if deadline.policy else None
        if isinstance(row, Limit) and row.tell:
            span = row.climb
            return cls(row.tell, span.amount * _UNITS.get(span.unit, STEP) if span else STEP)
        return cls(RUNGS, STEP)

    def next_at(self, deadline: Deadline, told: int) -> datetime | None:
        """When the rung after the first `told` is due to hear of it; None when there is none left.

        Steps are counted in the hours of the case's queue, so that nobody is told in the night that nobody was told.
        """
        if told >= len(self.rungs):
            return None
        start = deadline.warn_at or deadline.due_at
        if told == 0:
            return start
        try:
            return calendar_of(deadline.case).add(start, self.step * told)
        except CalendarError:
            return start + self.step * told


def people_on(rung: Told, deadline: Deadline, roster: Roster) -> list[Person]:
    """Those of this rung who are present; an empty rung is passed over by the sweep, so that an unowned case climbs too."""
    queue, owner = deadline.case.queue_id, deadline.owner_id
    match rung:
        case Told.OWNER:
            found = [roster.people[owner]] if owner is not None and roster.is_here(owner) else []
        case Told.DEPUTY:
            deputy = roster.deputy_of(owner) if owner is not None else None
            found = [deputy] if deputy else []
        case Told.LEAD:
            found = roster.leads(queue)
        case Told.EVERYONE_PRESENT:
            found = roster.watching(queue)
        case Told.MANAGER:
            found = roster.managers(queue)
    return [person for person in found if not deadline.case.restricted or person.role != "agent" or person.pk == owner]
