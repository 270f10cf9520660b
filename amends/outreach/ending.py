"""A problem ends when nobody of those it let down is left to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.affected.funnel import State, funnel
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.may import check
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


@transaction.atomic
def end(problem: Problem, *, because: str, by: Person, at: datetime) -> None:
    """The problem has ended, for this reason; the cases of those affected go on. Raises Refused while anybody is left to reach."""
    check(by, "second")
    if not because.strip():
        message = "Say what shows that it is over."
        raise Refused(message)
    found = funnel(problem)
    if left := found.of(State.TO_REACH) + found.of(State.TRIED):
        message = f"{left} people are still to be reached. Reach them, or record why they cannot be."
        raise Refused(message)
    if Problem.objects.filter(pk=problem.pk, closed_at=None).update(closed_at=at, closed_by=by) != 1:
        message = "This problem has ended."
        raise Refused(message)
    problem.refresh_from_db()
    record("problem.closed", by=by, at=at, case_id=problem.chain, because=because.strip())
