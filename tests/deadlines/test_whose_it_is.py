"""A deadline is its case's owner's, whoever that becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.deadlines.deadline import Deadline, Kind
from amends.people.queue import Queue
from tests.cast import HOUR, MORNING, Cast, make_case

if TYPE_CHECKING:
    from amends.cases.case import Case


def owners(case: Case) -> set[int | None]:
    return set(Deadline.objects.outstanding().filter(case=case).values_list("owner", flat=True))


def test_a_deadline_of_an_unowned_case_is_nobodys(cast: Cast) -> None:
    assert owners(make_case()) == {None}


def test_a_deadline_set_later_is_the_owners(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    case.promises.make("call back", due=MORNING + HOUR, by=cast.ada, at=MORNING)
    assert Deadline.objects.filter(case=case).count() == 2
    assert owners(case) == {cast.ada.pk}


def test_what_is_due_passes_to_the_next_owner_and_to_the_queue(cast: Cast) -> None:
    case = make_case()
    case.take(by=cast.ada, at=MORNING)
    assert owners(case) == {cast.ada.pk}
    case.assign(cast.leo, by=cast.ada, at=MORNING)
    assert owners(case) == {cast.leo.pk}
    case.enqueue(Queue.objects.front_desk(), by=cast.leo, at=MORNING)
    assert owners(case) == {None}


def test_what_was_met_stays_with_whoever_met_it(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    Deadline.objects.meet(case.pk, Kind.FIRST_ANSWER, at=MORNING + HOUR)
    case.assign(cast.leo, by=cast.ada, at=MORNING + HOUR)
    assert Deadline.objects.get(case=case).owner == cast.ada
