"""Those affected are called by people who share a list: nobody by two, nobody outside their hours, every result on record."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from django.db import connections

from amends.affected.affected import Affected
from amends.affected.funnel import State, funnel
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.outreach.ladder import advise
from amends.outreach.to_call import CLAIM, ToCall
from amends.people.person import Person
from amends.people.presence import NotHere
from amends.problems.problem import Problem
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast, make_cast
from tests.notices.waves import make_notice
from tests.problems.scenes import affect, csv_of, make_problem, people

pytestmark = pytest.mark.django_db
NAMES = "name,email,phone,key,time_zone,order"


@pytest.fixture
def problem(cast: Cast) -> Problem:
    """Three with a number, one without."""
    found = make_problem(cast)
    affect(found, [*people(3, phone=True), "Four,four@example.com,,,4"], cast)
    return found


def test_everybody_with_a_number_is_listed_once(problem: Problem, cast: Cast) -> None:
    assert ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING) == 3
    assert ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING) == 0


def test_two_callers_get_different_people_and_each_keeps_theirs(problem: Problem, cast: Cast) -> None:
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    ada, leo = (ToCall.objects.claim(problem, by=who, at=MORNING) for who in (cast.ada, cast.leo))
    assert ada
    assert leo
    assert ada != leo
    assert ToCall.objects.claim(problem, by=cast.ada, at=MORNING + MINUTE) == ada
    with pytest.raises(Refused, match="Somebody else is calling"):
        ada.spoke("Told them.", by=cast.leo, at=MORNING + MINUTE)


def test_a_caller_who_is_called_away_loses_the_person_after_a_quarter_of_an_hour(problem: Problem, cast: Cast) -> None:
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    ada = ToCall.objects.claim(problem, by=cast.ada, at=MORNING)
    assert ToCall.objects.claim(problem, by=cast.leo, at=MORNING + CLAIM) == ada


def test_the_call_is_on_their_case_and_the_funnel_moves(problem: Problem, cast: Cast) -> None:
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    one = ToCall.objects.claim(problem, by=cast.ada, at=MORNING)
    assert one
    one.spoke("I told them and they want the new jar.", by=cast.ada, at=MORNING)
    case = Case.objects.get(affected=one.affected)
    assert (case.stage, case.owner) == ("listening", cast.ada)
    assert funnel(problem).of(State.REACHED) == 1
    with pytest.raises(Refused, match="This call is over"):
        one.spoke("Again.", by=cast.ada, at=MORNING)


def test_whom_nobody_reached_is_tried_again_later_in_their_hours_and_then_given_up(
    problem: Problem, cast: Cast
) -> None:
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    one = ToCall.objects.claim(problem, by=cast.ada, at=MORNING)
    assert one
    at = MORNING
    for hour in (12, 17):
        one.missed("no_answer", by=cast.ada, at=at)
        one.refresh_from_db()
        assert one.next_try_at == at.replace(hour=hour)
        at = one.next_try_at
    one.missed("voicemail", by=cast.ada, at=at.replace(hour=19))
    one.refresh_from_db()
    assert one.next_try_at == datetime(2026, 3, 4, 19, tzinfo=UTC)
    assert funnel(problem).of(State.TRIED) == 1
    one.missed("wrong", by=cast.ada, at=one.next_try_at)
    one.refresh_from_db()
    assert one.outcome == "given_up"


def test_nobody_is_called_at_night_on_their_own_clock(cast: Cast) -> None:
    problem = make_problem(cast)
    raw = csv_of(
        "Home,,+442079460011,,Europe/London,1", "Far,,+61290000011,,Australia/Sydney,2", "Odd,,+442079460012,,Moon/Base,3",
        names=NAMES,
    )  # fmt: skip
    from amends.affected.listing import add_list  # noqa: PLC0415
    from amends.affected.opening import open_span  # noqa: PLC0415

    add_list(problem, raw, by=cast.leo, at=MORNING)
    open_span(problem, 0, 10**9, by=DESK, at=MORNING)
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    people_now = {ToCall.objects.claim(problem, by=who, at=MORNING) for who in (cast.ada, cast.leo, cast.mira)}
    assert {one.affected.name for one in people_now if one} == {"Home", "Odd"}
    evening = MORNING + 12 * HOUR
    late = ToCall.objects.claim(problem, by=cast.ines, at=evening)
    assert late
    assert late.affected.name == "Far"


def test_key_customers_come_first_and_who_is_being_called_gets_no_letter(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, people(4, phone=True), cast)
    Affected.objects.filter(name="Customer 2").update(key_customer=True)
    ToCall.objects.put_on(problem, "key", by=cast.leo, at=MORNING)
    assert [one.affected.name for one in ToCall.objects.open().select_related("affected")] == ["Customer 2"]
    assert make_notice(problem, cast).waves.send(by=cast.ada, at=MORNING).people == 3


def test_whoever_is_away_gets_nobody_to_call(problem: Problem, cast: Cast) -> None:
    go_away(cast.ada, starts_at=MORNING, by=cast.leo, at=MORNING)
    with pytest.raises(NotHere):
        ToCall.objects.claim(problem, by=cast.ada, at=MORNING)


def test_a_few_in_a_grave_matter_are_all_called_and_a_crowd_is_told_on_the_web(cast: Cast) -> None:
    grave = make_problem(cast, severity=2)
    affect(grave, people(5), cast)
    assert advise(grave, at=MORNING).whom == "all"
    crowd = make_problem(cast, severity=2)
    affect(crowd, people(230), cast)
    found = advise(crowd, at=MORNING)
    assert (found.whom, found.mass) == ("key", True)


def test_who_wants_no_call_is_not_rung_again(problem: Problem, cast: Cast) -> None:
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    one = ToCall.objects.claim(problem, by=cast.ada, at=MORNING)
    assert one
    one.decline("Please write to me instead.", by=cast.ada, at=MORNING)
    assert ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING + DAY) == 0


@pytest.mark.django_db(transaction=True)
def test_ten_callers_at_once_never_get_the_same_person() -> None:
    cast = make_cast()
    problem = make_problem(cast)
    affect(problem, people(30, phone=True), cast)
    ToCall.objects.put_on(problem, "all", by=cast.leo, at=MORNING)
    callers = [
        Person.objects.add(f"caller{n}@desk.example.com", name=f"Caller {n}", by=DESK, at=MORNING) for n in range(10)
    ]
    rung: list[int] = []
    start = threading.Barrier(10)

    def work(caller: Person) -> None:
        start.wait()
        try:
            while one := ToCall.objects.claim(problem, by=caller, at=MORNING):
                one.spoke("Told them.", by=caller, at=MORNING)
                rung.append(one.pk)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(caller,)) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rung) == len(set(rung)) == 30
    assert funnel(problem).of(State.REACHED) == 30
