"""One approval for the total, and everybody who was reached is put right on their own case, with their own follow-up."""

from __future__ import annotations

import pytest

from amends.affected.funnel import State, funnel
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.followups.followup import FollowUp
from amends.mail.sending import send_due
from amends.messages.writing import hear
from amends.problems.problem import Problem
from tests.cast import DAY, HOUR, MORNING, Cast
from tests.mail.servers import Sink
from tests.notices.waves import make_notice, send
from tests.problems.scenes import affect, make_problem, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def problem(cast: Cast, server: Sink) -> Problem:
    """Three people, two of whom have their notice."""
    found = make_problem(cast)
    affect(found, people(2), cast)
    send(make_notice(found, cast), cast)
    send_due()
    affect(found, people(1, first=9), cast)
    return found


def test_somebody_else_approves_the_total_and_nothing_is_done_before(problem: Problem, cast: Cast) -> None:
    redress = problem.redress.propose("a new jar", each=450, by=cast.leo, at=MORNING)
    assert (redress.people, redress.total) == (3, 1350)
    with pytest.raises(Refused, match="Somebody else"):
        redress.approve(by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="First the total"):
        redress.carry_out("sent by post", by=cast.leo, at=MORNING)


def test_those_who_were_reached_are_put_right_and_followed_up_each_on_their_own_case(
    problem: Problem, cast: Cast
) -> None:
    redress = problem.redress.propose("a new jar", each=450, by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + HOUR) == 2
    found = funnel(problem)
    assert (found.of(State.PUT_RIGHT), found.of(State.TO_REACH)) == (2, 1)
    assert FollowUp.objects.outstanding().count() == 4
    words = "We are sorry for the jar. Is all well with the new one, {name}?"
    follow = make_notice(problem, cast, kind="follow_up", words=words)
    assert send(follow, cast, at=MORNING + 4 * DAY).people == 2
    send_due()
    assert funnel(problem).of(State.FOLLOWED_UP) == 2


def test_who_wrote_back_is_answered_first(problem: Problem, cast: Cast) -> None:
    case = Case.objects.get(customer__name="Customer 0")
    hear(case, "I would rather have my money back.", by=case.customer, at=MORNING + HOUR)
    redress = problem.redress.propose("a new jar", each=450, by=cast.leo, at=MORNING)
    redress.approve(by=cast.mira, at=MORNING)
    assert redress.carry_out("sent by post", by=cast.leo, at=MORNING + 2 * HOUR) == 1
    assert funnel(problem).of(State.ANSWERED) == 1
