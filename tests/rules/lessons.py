"""An example of every verb of what we learn, on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.assessment.sitting import Sitting
from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.causes.watching import judge_due
from amends.journal.actors import DESK
from amends.lessons.alert import ThemeAlert
from amends.lessons.changing import change, explain
from amends.lessons.looking import look
from amends.lessons.twin import Twin
from amends.problems.problem import Problem
from amends.teamwork.drill import AbsenceDrill
from amends.teamwork.review import CaseReview
from tests.cast import DAY, MORNING, make_case
from tests.problems.scenes import make_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rules.stage import Stage

CAUSE = "address or label wrong"
NO_VERBS = {
    "repeats.again:riding": "a reading",
    "repeats.again:again": "a reading",
    "repeats.again:known_of": "a reading",
    "lessons.alert:ThemeAlertManager.raise_or_keep": "part of the look",
    "assessment.evidence:gather": "a reading",
    "assessment.sitting:Sitting.evidence": "a reading",
    "assessment.sitting:Sitting.reflect": "a reading",
    "assessment.sitting:mirrored": "a reading",
    "assessment.sitting:history": "a reading",
    "assessment.printing:as_pdf": "a reading",
    "aftermath.aftermath:aftermath": "a reading",
    "teamwork.load:load": "a reading",
    "teamwork.overruled:overruled": "a reading",
    "teamwork.overruled:overruling": "a reading",
    "teamwork.overruled:first_answers": "a reading",
    "teamwork.review:ReviewManager.chosen": "a reading",
    "teamwork.pace:waits": "a reading",
    "teamwork.pace:rates": "a reading",
    "teamwork.spread:handled": "a reading",
    "teamwork.spread:our_word": "a reading",
    "teamwork.figures:WorkFiguresManager.renew": "a count of what is on record",
    "teamwork.figures:WorkFiguresManager.as_of": "a reading",
}


def noted(s: Stage) -> CorrectiveAction:
    return CorrectiveAction.objects.note(s.case, "Two labels", by=s.by, at=s.at)


def taken(s: Stage) -> CorrectiveAction:
    action = noted(s)
    action.take_up(CAUSE, owner=s.cast.ada, due=s.at + DAY, by=s.by, at=s.at)
    return action


def watched(s: Stage) -> CorrectiveAction:
    action = taken(s)
    action.finish("a photo", by=s.by, at=s.at, weeks=1)
    return action


def themed(s: Stage) -> ThemeAlert:
    """Three cases of one cause on one day, after seven quiet weeks."""
    for n in range(3):
        case = make_case(email=f"t{n}@example.com", at=MORNING + 49 * DAY)
        Tracing.objects.trace(case, CAUSE, by=s.by, at=MORNING + 49 * DAY)
    look(by=DESK, at=MORNING + 49 * DAY)
    return ThemeAlert.objects.get(about="cause")


def problem_of_the_case(s: Stage) -> Problem:
    from amends.affected.joining import link  # noqa: PLC0415 - only here

    problem = make_problem(s.cast)
    link(problem, s.case, by=s.by, at=s.at)
    return problem


def answered(s: Stage) -> Sitting:
    sitting = Sitting.objects.begin(by=s.by, at=s.at)
    sitting.answer("front", {1: 3, 2: None}, by=s.by, at=s.at)
    return sitting


def same_words(s: Stage) -> int:
    """Two complaints in the same words, found."""
    words = "My parcel never came, and nobody answers the phone or the mail that I wrote twice last week."
    make_case(email="a@example.com", words=words)
    make_case(email="b@example.com", words=words)
    return Twin.objects.find(by=DESK, at=s.at + DAY)


EXAMPLES: dict[str, Callable[[Stage], object]] = {
    "lessons.news:ThemeNewsManager.tell_new": themed,
    "causes.tracing:TracingManager.trace": lambda s: Tracing.objects.trace(s.case, CAUSE, by=s.by, at=s.at),
    "causes.tracing:TracingManager.trace_problem": lambda s: Tracing.objects.trace_problem(
        make_problem(s.cast), CAUSE, by=s.by, at=s.at
    ),
    "causes.action:CorrectiveActionManager.note": noted,
    "causes.action:CorrectiveAction.take_up": taken,
    "causes.action:CorrectiveAction.finish": watched,
    "causes.action:CorrectiveAction.measure": lambda s: watched(s).measure("orders", before=4, by=s.by, at=s.at),
    "causes.action:CorrectiveAction.drop": lambda s: noted(s).drop(because="a storm", by=s.by, at=s.at),
    "causes.action:CorrectiveAction.prove": lambda s: watched(s).prove((8, 0), "fallen", by=DESK, at=s.at + 8 * DAY),
    "causes.action:CorrectiveAction.come_back": lambda s: watched(s).come_back(
        (1, 1), "no", by=DESK, at=s.at + 8 * DAY
    ),
    "causes.watching:judge_due": lambda s: (watched(s), judge_due(by=DESK, at=s.at + 8 * DAY)),
    "lessons.looking:look": themed,
    "lessons.alert:ThemeAlert.open_problem": lambda s: themed(s).open_problem(by=s.by, at=MORNING + 50 * DAY),
    "lessons.alert:ThemeAlert.put_aside": lambda s: themed(s).put_aside(
        because="a storm", by=s.by, at=MORNING + 50 * DAY
    ),
    "lessons.changing:explain": lambda s: explain(make_problem(s.cast), CAUSE, by=s.by, at=s.at),
    "lessons.changing:change": lambda s: change(
        problem_of_the_case(s), "Two labels", CAUSE, owner=s.cast.ada, due=s.at + DAY, by=s.by, at=s.at
    ),
    "lessons.twin:TwinManager.find": same_words,
    "assessment.sitting:SittingManager.begin": lambda s: Sitting.objects.begin(by=s.by, at=s.at),
    "assessment.sitting:Sitting.answer": answered,
    "assessment.sitting:Sitting.end": lambda s: answered(s).end(by=s.by, at=s.at),
    "teamwork.drill:DrillManager.run": lambda s: AbsenceDrill.objects.run(s.cast.ada, by=s.by, at=s.at),
    "teamwork.review:ReviewManager.record": lambda s: CaseReview.objects.record(
        s.case, {"change": "call first"}, by=s.by, at=s.at
    ),
}

DEED = {
    "causes.tracing:TracingManager.trace_problem": "cause.traced",
    "causes.action:CorrectiveAction.finish": "action.done",
    "causes.watching:judge_due": "action.came_back",
    "lessons.looking:look": "theme.alerted",
    "lessons.changing:change": "action.taken_up",
    "lessons.changing:explain": "cause.traced",
    "lessons.twin:TwinManager.find": "case.twin_found",
}
