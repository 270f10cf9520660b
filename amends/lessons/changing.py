"""From a problem, or from a case, to a change somebody makes: one call for whoever decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.problems.problem import Cause

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person
    from amends.problems.problem import Problem


@transaction.atomic
def explain(problem: Problem, cause: str, *, by: Person, at: datetime, words: str = "") -> Tracing:
    """The problem was traced to this cause, and with it its cases; its cause is known from now on."""
    row = Tracing.objects.trace_problem(problem, cause, words=words, by=by, at=at)
    if problem.cause in {Cause.UNKNOWN, Cause.SUSPECTED}:
        problem.change(cause=Cause.KNOWN, by=by, at=at)
    return row


@transaction.atomic
def change(
    problem: Problem, words: str, cause: str, *, owner: Person, due: datetime, by: Person, at: datetime
) -> CorrectiveAction:
    """`owner` changes something by `due` so that what lies behind the problem stops; it begins on the first case of the problem.

    Raises Refused where no case is linked yet: without one nobody could say whether it came again.
    """
    case = Case.objects.filter(affected__problem=problem, merged_into=None).order_by("received_at", "pk").first()
    if case is None:
        message = "Link a case to the problem first: a change is watched by what customers tell us."
        raise Refused(message)
    action = CorrectiveAction.objects.note(case, words, by=by, at=at)
    action.take_up(cause, owner=owner, due=due, words=words, problem_id=problem.pk, by=by, at=at)
    return action
