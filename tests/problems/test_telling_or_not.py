"""A problem needs a decision: to tell, or, by two people and for a while, not to. It gets older, and somebody is reminded."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.people.may import NotAllowed
from amends.problems.decision import Decision
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.problems.scenes import make_problem

pytestmark = pytest.mark.django_db


def nudges(problem: Problem) -> list[tuple[str, str]]:
    """Who is reminded of what."""
    return [(row.person.name, row.about) for row in Nudge.objects.filter(problem=problem).order_by("pk")]


def test_what_happened_is_two_plain_sentences_at_most(cast: Cast) -> None:
    with pytest.raises(Refused, match="two sentences at most"):
        make_problem(cast, what_happened="It broke. It was us. We looked.")


def test_not_telling_needs_a_second_person_a_lead_and_is_none_until_then(cast: Cast) -> None:
    problem = make_problem(cast, told=False)
    silence = problem.decisions.make(tell=False, because="It harms nobody", by=cast.leo, at=MORNING)
    assert not silence.holds
    with pytest.raises(Refused, match="Somebody else"):
        silence.second(by=cast.leo, at=MORNING)
    with pytest.raises(NotAllowed):
        silence.second(by=cast.ada, at=MORNING)
    silence.second(by=cast.mira, at=MORNING)
    assert silence.holds
    assert problem in Problem.objects.undisclosed()


def test_the_database_refuses_silence_that_one_person_agreed_with_themselves(cast: Cast) -> None:
    silence = make_problem(cast, told=False).decisions.make(tell=False, because="x", by=cast.leo, at=MORNING)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=silence.pk).update(seconded_by=cast.leo, seconded_at=MORNING)


def test_silence_is_asked_again_within_thirty_days(cast: Cast) -> None:
    problem = make_problem(cast, told=False)
    with pytest.raises(Refused, match="thirty days"):
        problem.decisions.make(tell=False, because="x", ask_again_at=MORNING + 31 * DAY, by=cast.leo, at=MORNING)


def test_an_undecided_problem_reminds_its_owner_and_then_a_lead_and_a_manager(cast: Cast) -> None:
    problem = make_problem(cast, told=False, owner=cast.ada)
    assert Nudge.objects.give_due(by=DESK, at=MORNING + HOUR) == 0
    for hours in (24, 24.2, 28, 32):
        Nudge.objects.give_due(by=DESK, at=MORNING + hours * HOUR)
    assert nudges(problem) == [("Ada", "decide"), ("Leo", "decide"), ("Mira", "decide")]


def test_whoever_is_away_is_not_reminded_but_who_stands_in(cast: Cast) -> None:
    problem = make_problem(cast, told=False, owner=cast.ada)
    go_away(cast.ada, starts_at=MORNING, deputy=cast.ines, by=cast.leo, at=MORNING)
    Nudge.objects.give_due(by=DESK, at=MORNING + DAY)
    assert nudges(problem) == [("Ines", "decide")]


def test_a_decision_for_silence_comes_back_and_a_new_one_settles_it(cast: Cast) -> None:
    problem = make_problem(cast, told=False)
    problem.decisions.make(tell=False, because="x", by=cast.leo, at=MORNING).second(by=cast.mira, at=MORNING)
    Nudge.objects.give_due(by=DESK, at=MORNING + 8 * DAY)
    assert nudges(problem)[0] == ("Leo", "again")
    problem.decisions.make(tell=True, because="They should know", by=cast.leo, at=MORNING + 8 * DAY)
    Nudge.objects.settle(at=MORNING + 8 * DAY)
    assert not Nudge.objects.filter(over_at=None).exists()


def test_who_decided_to_tell_and_does_not_is_reminded_and_so_is_who_goes_quiet(cast: Cast) -> None:
    problem = make_problem(cast)
    Nudge.objects.give_due(by=DESK, at=MORNING + DAY)
    problem.said_something(at=MORNING + DAY)
    assert problem not in Problem.objects.undisclosed()
    assert problem not in Problem.objects.quiet(MORNING + 2 * DAY)
    assert problem in Problem.objects.quiet(MORNING + 4 * DAY)
    Nudge.objects.give_due(by=DESK, at=MORNING + 3 * DAY + HOUR)
    assert [about for _, about in nudges(problem)] == ["tell", "news"]


def test_monitoring_that_says_it_twice_opens_one_problem(cast: Cast) -> None:
    same: dict[str, Any] = {"found_by": "monitoring", "source": "probe", "source_id": "4711", "owner": None}
    assert make_problem(cast, **same, told=False) == make_problem(cast, **same, told=False)
    assert Problem.objects.count() == 1
