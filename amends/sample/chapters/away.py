"""Who is not here: Sam has been ill since this morning, and Jonas has a free afternoon next week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.people.absence import Absence
from amends.sample.shop import ELENA, JONAS, PRIYA, SAM
from amends.standins.sweeping import go_away

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person
    from amends.sample.clock import Clock

#: When Sam rang in, who had not come. What the stories tell from then on is played afterwards: his cases are Elena's.
RANG_IN, ILL_SINCE = "m110", "m240"


def happens(people: dict[str, Person], clock: Clock, *, at: datetime) -> None:
    """Both absences are on record; what was Sam's has found somebody who is here."""
    begins, ends = clock.when(ILL_SINCE), clock.when("+w2 09:00")
    go_away(people[SAM], starts_at=begins, ends_at=ends, deputy=people[ELENA], by=people[PRIYA], at=at)
    half_day = clock.when("+w5 13:00"), clock.when("+w5 17:30")
    go_away(people[JONAS], starts_at=half_day[0], ends_at=half_day[1], deputy=people[PRIYA], by=people[JONAS], at=at)


def happened(people: dict[str, Person]) -> bool:
    """Whether Sam has rung in already."""
    return Absence.objects.filter(person=people[SAM]).exists()
