"""A complaint becomes a change; the change is watched, and stands only where the counts show that it worked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from amends.advice.beside import context_of
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.causes.action import CorrectiveAction, Moved, State
from amends.causes.tracing import Tracing, came_of
from amends.causes.tree import known, tree
from amends.causes.watching import fix_for, judge_due
from amends.coach import review
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.merging.cases import merge
from amends.people.presence import NotHere
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MORNING, Cast, make_case

if TYPE_CHECKING:
    from datetime import datetime

WEEK = timedelta(weeks=1)
LABEL = "address or label wrong"


def told(cast: Cast, number: int, *, at: datetime, cause: str = LABEL) -> Case:
    """One more customer tells us, and somebody finds why."""
    case = make_case(email=f"c{number}@example.com", at=at)
    Tracing.objects.trace(case, cause, by=cast.ada, at=at + HOUR)
    return case


def changed(cast: Cast, case: Case, *, at: datetime) -> CorrectiveAction:
    """Leo takes it up, and says what he changed."""
    action = CorrectiveAction.objects.note(case, by=cast.ada, at=at)
    action.take_up(LABEL, owner=cast.leo, due=at + 5 * DAY, by=cast.leo, at=at, words="Two labels on every box")
    return action


def test_the_tree_stands_below_the_failures_and_its_narrower_causes_count_with_the_wider(cast: Cast) -> None:
    narrow = known(LABEL)
    assert narrow.path == "packed or carried wrong: address or label wrong"
    assert set(narrow.failures) == {"F1", "F2"}
    assert {code for cause in tree().values() for code in cause.failures} == {f"F{n}" for n in range(1, 11)}
    told(cast, 1, at=MORNING)
    assert came_of("packed or carried wrong").count() == came_of(LABEL).count() == 1
    assert came_of("tone").count() == 0


def test_a_case_has_one_cause_at_a_time_and_no_other_than_the_tree_has(cast: Cast) -> None:
    case = told(cast, 1, at=MORNING)
    Tracing.objects.trace(case, "tone", by=cast.ada, at=MORNING + HOUR)
    assert Tracing.objects.cause_of(case) == "tone"
    with pytest.raises(Refused, match="has no “bad luck”"):
        Tracing.objects.trace(case, "bad luck", by=cast.ada, at=MORNING + HOUR)


def test_one_key_makes_a_complaint_something_to_improve_and_pressed_twice_it_is_one(cast: Cast) -> None:
    case = make_case()
    action = CorrectiveAction.objects.note(case, by=cast.ada, at=MORNING)
    assert (action.words, action.state) == ("Where is my table?", State.NOTED)
    assert CorrectiveAction.objects.note(case, by=cast.leo, at=MORNING + HOUR) == action
    with pytest.raises(Refused, match="took the trouble"):
        action.drop(because=" ", by=cast.leo, at=MORNING)
    action.drop(because="The carrier was blown off the road", by=cast.leo, at=MORNING)
    assert CorrectiveAction.objects.standing().count() == 0


def test_a_change_has_an_owner_who_is_here_and_a_date_that_is_watched_like_any_other(cast: Cast) -> None:
    case = told(cast, 1, at=MORNING)
    go_away(cast.mira, starts_at=MORNING, by=cast.leo, at=MORNING)
    action = CorrectiveAction.objects.note(case, by=cast.ada, at=MORNING)
    with pytest.raises(NotHere):
        action.take_up(LABEL, owner=cast.mira, due=MORNING + DAY, by=cast.leo, at=MORNING)
    action.take_up(LABEL, owner=cast.leo, due=MORNING + DAY, by=cast.leo, at=MORNING)
    due = Deadline.objects.get(kind=Kind.CORRECTIVE)
    assert due.owner_id == cast.leo.pk
    sweep(by=DESK, at=MORNING + 2 * DAY)
    due.refresh_from_db()
    assert due.missed_at is not None
    with pytest.raises(Refused, match="shows that it is done"):
        action.finish("", by=cast.leo, at=MORNING + 2 * DAY)
    action.finish("a photo of the label printer", by=cast.leo, at=MORNING + 2 * DAY)
    due.refresh_from_db()
    assert due.met_at == MORNING + 2 * DAY
    with pytest.raises(Moved):
        action.finish("again", by=cast.leo, at=MORNING + 2 * DAY)


def test_a_change_that_did_not_help_comes_back_to_its_owner_and_one_that_did_is_proven(cast: Cast) -> None:
    cases = [told(cast, n, at=MORNING + n * 3 * DAY) for n in range(8)]
    action = changed(cast, cases[0], at=MORNING + 25 * DAY)
    action.finish("two labels since today", by=cast.leo, at=MORNING + 26 * DAY, weeks=4)
    for n in range(8, 16):
        told(cast, n, at=MORNING + 27 * DAY + (n - 8) * 3 * DAY)
    assert judge_due(by=DESK, at=MORNING + 26 * DAY + 4 * WEEK - HOUR) == 0
    back = MORNING + 26 * DAY + 4 * WEEK
    assert judge_due(by=DESK, at=back) == 1
    action.refresh_from_db()
    assert (action.state, action.returned, action.owner) == (State.OPEN, 1, cast.leo)
    assert (action.came_before, action.came_after) == (8, 8)
    assert "95 % interval" in action.judged
    assert Deadline.objects.outstanding().get(kind=Kind.CORRECTIVE).owner_id == cast.leo.pk

    action.finish("the printer was replaced", by=cast.leo, at=back + DAY, weeks=4)
    assert judge_due(by=DESK, at=back + DAY + 4 * WEEK) == 1
    action.refresh_from_db()
    assert (action.state, action.came_before, action.came_after) == (State.PROVEN, 8, 0)
    assert action.judged.startswith("0 in 4 weeks since, 8 in 4 weeks before: fallen")
    deeds = list(Entry.objects.filter(deed__startswith="action.").order_by("pk").values_list("deed", flat=True))
    assert deeds == [
        "action.noted", "action.taken_up", "action.done", "action.came_back", "action.done", "action.proven",
    ]  # fmt: skip


def test_too_few_to_tell_is_not_proven_and_counted_opportunities_may_show_it(cast: Cast) -> None:
    cases = [told(cast, n, at=MORNING + n * DAY) for n in range(3)]
    action = changed(cast, cases[0], at=MORNING + 5 * DAY)
    action.finish("two labels", by=cast.leo, at=MORNING + 6 * DAY, weeks=2)
    assert judge_due(by=DESK, at=MORNING + 6 * DAY + 2 * WEEK) == 1
    action.refresh_from_db()
    assert (action.state, "not enough data" in action.judged) == (State.OPEN, True)
    action.finish("two labels", by=cast.leo, at=MORNING + 6 * DAY, weeks=2)
    action.measure("orders", before=40, after=2000, by=cast.leo, at=MORNING + 18 * DAY)
    judge_due(by=DESK, at=MORNING + 6 * DAY + 2 * WEEK)
    action.refresh_from_db()
    assert action.state == State.PROVEN
    assert action.judged.startswith("0 in 2000 orders since, 3 in 40 orders before: fallen")


def test_it_does_not_look_mended_because_nobody_traces_complaints_any_more(cast: Cast) -> None:
    cases = [told(cast, n, at=MORNING + n * DAY) for n in range(8)]
    action = changed(cast, cases[0], at=MORNING + 13 * DAY)
    action.finish("two labels", by=cast.leo, at=MORNING + 14 * DAY, weeks=2)
    for n in range(8, 16):
        make_case(email=f"c{n}@example.com", at=MORNING + 15 * DAY + (n - 8) * DAY)
    judge_due(by=DESK, at=MORNING + 14 * DAY + 2 * WEEK)
    action.refresh_from_db()
    assert action.state == State.OPEN
    assert "was not traced" in action.judged


def test_what_was_proven_and_comes_again_is_proven_no_longer(cast: Cast) -> None:
    cases = [told(cast, n, at=MORNING + n * DAY) for n in range(8)]
    action = changed(cast, cases[0], at=MORNING + 13 * DAY)
    action.finish("two labels", by=cast.leo, at=MORNING + 14 * DAY, weeks=2)
    judge_due(by=DESK, at=MORNING + 14 * DAY + 2 * WEEK)
    for n in range(8, 16):
        told(cast, n, at=MORNING + 30 * DAY + n * HOUR)
    judge_due(by=DESK, at=MORNING + 32 * DAY)
    action.refresh_from_db()
    assert (action.state, action.returned) == (State.OPEN, 1)


def test_it_will_not_happen_again_may_be_said_only_of_what_is_proven(cast: Cast) -> None:
    cases = [told(cast, n, at=MORNING + n * DAY) for n in range(8)]
    case = cases[3]
    words = "I am sorry, Mrs Okafor. This will never happen again."

    def held(at: datetime) -> bool:
        context = context_of(case, by=cast.ada, at=at, stage="follow_up")
        return "C31" in {finding.check for finding in review(words, context).findings}

    assert fix_for(case) is None
    assert held(MORNING + 9 * DAY)
    action = changed(cast, cases[0], at=MORNING + 13 * DAY)
    action.finish("two labels", by=cast.leo, at=MORNING + 14 * DAY, weeks=2)
    assert (fix := fix_for(case))
    assert (fix.state, fix.sentence) == ("planned", "")
    assert held(MORNING + 15 * DAY)
    judge_due(by=DESK, at=MORNING + 14 * DAY + 2 * WEEK)
    assert (fix := fix_for(case))
    assert fix.state == "done"
    assert fix.sentence == (
        "What we changed so that it stops: Two labels on every box, since 17 March. "
        "We watched it for 2 weeks, and it did not come again; in the 2 weeks before it had come 8 times."
    )
    assert not held(MORNING + 29 * DAY)


def test_two_cases_that_become_one_keep_what_was_noted_on_either_and_one_cause(cast: Cast) -> None:
    kept, gone = make_case(at=MORNING), make_case(at=MORNING + HOUR)
    Tracing.objects.trace(gone, LABEL, by=cast.ada, at=MORNING + HOUR)
    action = changed(cast, gone, at=MORNING + HOUR)
    merge(gone, kept, by=cast.leo, at=MORNING + 2 * HOUR)
    action.refresh_from_db()
    assert (action.case, action.deadline and action.deadline.case) == (kept, kept)
    assert Tracing.objects.cause_of(kept) == LABEL
    assert came_of(LABEL).get() == kept
    other = make_case(at=MORNING + 3 * HOUR)
    Tracing.objects.trace(other, "tone", by=cast.ada, at=MORNING + 3 * HOUR)
    merge(other, kept, by=cast.leo, at=MORNING + 4 * HOUR)
    assert Tracing.objects.cause_of(kept) == LABEL
