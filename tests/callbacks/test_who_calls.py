"""Who calls: somebody who is here now and at that time, and may see the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.people.presence import NotHere
from amends.standins.standin import StandIn
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MINUTE, MORNING, make_case

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
THURSDAY = MORNING + 2 * DAY


def owned(cast: Cast) -> Case:
    case = make_case()
    case.take(by=cast.ada, at=MORNING)
    return case


def test_the_owner_calls_who_is_here_then(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY)
    assert (row.caller, row.deadline.assignee) == (cast.ada, cast.ada)


def test_a_call_is_never_assigned_to_somebody_who_is_out_at_that_time(cast: Cast) -> None:
    go_away(cast.ada, starts_at=THURSDAY - HOUR, ends_at=THURSDAY + HOUR, by=cast.ada, at=MORNING)
    case = owned(cast)
    assert case.call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY).caller != cast.ada
    with pytest.raises(NotHere, match="Ada is away"):
        case.call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY, caller=cast.ada)
    assert case.call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY + HOUR, caller=cast.ada).caller == cast.ada


def test_a_call_is_never_given_to_somebody_who_is_out_then(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY)
    go_away(cast.leo, starts_at=THURSDAY - HOUR, ends_at=THURSDAY + HOUR, by=cast.leo, at=MORNING)
    with pytest.raises(NotHere):
        row.give_to(cast.leo, by=cast.ada, at=MORNING)
    row.refresh_from_db()
    assert row.caller == cast.ada


def test_when_the_caller_becomes_unavailable_somebody_else_calls_and_the_customer_is_owed_a_word(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY)
    go_away(cast.ada, starts_at=THURSDAY - HOUR, ends_at=THURSDAY + HOUR, deputy=cast.leo, by=cast.ada, at=MORNING)
    row.refresh_from_db()
    assert row.caller == cast.leo
    assert StandIn.objects.untold().get(call_back=row).person == cast.leo


def test_a_call_that_lies_outside_the_absence_stays(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY)
    go_away(cast.ada, starts_at=THURSDAY + MINUTE, ends_at=THURSDAY + HOUR, by=cast.ada, at=MORNING)
    row.refresh_from_db()
    assert row.caller == cast.ada


def test_whoever_may_not_see_the_case_does_not_call(cast: Cast) -> None:
    case = make_case()
    case.take(by=cast.leo, at=MORNING)
    case.restrict(by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="Ada may not see this case"):
        case.call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY, caller=cast.ada)
    row = case.call_backs.ask(by=cast.leo, at=MORNING, due=THURSDAY)
    with pytest.raises(Refused, match="Ada may not see this case"):
        row.give_to(cast.ada, by=cast.leo, at=MORNING)


def test_with_nobody_here_the_call_stands_all_the_same(cast: Cast) -> None:
    case = make_case()
    for person in (cast.ada, cast.leo, cast.mira, cast.ines):
        go_away(person, starts_at=THURSDAY - DAY, ends_at=THURSDAY + DAY, by=person, at=MORNING)
    row = case.call_backs.ask(by=case.customer, at=MORNING, due=THURSDAY)
    assert (row.caller, row.is_open) == (None, True)
