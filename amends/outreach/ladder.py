"""Which way to reach whom: by how grave it is, how much they mean to the house, and how many there are. Policy says, people decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.affected.affected import Affected
from amends.deadlines.ruling import choose, day_of
from amends.outreach.to_call import Whom
from amends.people.presence import Roster
from amends.policy.words import Severity

if TYPE_CHECKING:
    from datetime import datetime

    from amends.problems.problem import Problem

#: House target: calls that one person makes in a day beside their own work.
CALLS_A_DAY = 40


@dataclass(frozen=True, slots=True)
class Advice:
    """Whom to call, whether there are too many to call, and why."""

    whom: Whom
    mass: bool
    because: str


def advise(problem: Problem, *, at: datetime) -> Advice:
    """How to reach those affected, by the channels of the problem's packs; people may do otherwise.

    Key customers are called whatever else. A crowd by policy, or one that those here cannot ring in a day, is too large to call.
    """
    people = Affected.objects.filter(problem=problem, unreachable_at=None).count()
    callers = len(Roster.read(at=at).watching(problem.queue_id))
    choice = choose(problem.queue, received_at=problem.knew_at)
    rungs = choice.rungs(on=day_of(problem.knew_at), severity=Severity(problem.severity), crowd=people)
    crowd = next((rung for rung in rungs if rung.crowd_from is not None), None)
    personally = next((rung for rung in rungs if rung.severities and "phone" in rung.first), None)
    mass = crowd is not None or people > callers * CALLS_A_DAY
    if personally is not None and not mass:
        return Advice(Whom.ALL, mass=False, because=f"{callers} callers for {people} people: {personally.about}.")
    if mass:
        why = crowd.about if crowd is not None else f"{people} people are more than {callers} callers can ring in a day"
        return Advice(Whom.KEY, mass=True, because=f"{people} people: {why}. Call key customers all the same.")
    return Advice(Whom.KEY, mass=False, because="Call key customers; the others get a letter of their own.")
