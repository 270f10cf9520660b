"""The alarm of a problem freezes every case of those it affects, at once and until it is over, also while somebody gives or writes."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from amends.affected.joining import link
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import endangered, ensure_unharmed, harm_of, safe
from amends.journal.actors import DESK
from amends.messages.writing import Reply, reply
from amends.offers.offering import Given, SafetyFirst, Terms, ensure_safe, offer
from amends.problems.problem import Problem
from amends.remedies.choosing import choose
from amends.remedies.execution import Execution
from amends.safety.alarm import Alarm
from amends.safety.watching import climb_all
from amends.winbacks.inviting import Invitation
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case, make_cast
from tests.problems.scenes import affect, make_problem, people
from tests.remedies.scenes import lost, money, options, stock, three, understood


def of_problem(cast: Cast, case: Case) -> Problem:
    problem = make_problem(cast)
    link(problem, case, by=cast.leo, at=MORNING)
    return problem


def write(case: Case, by: object) -> object:
    return reply(Case.objects.get(pk=case.pk), Reply(sure=SURE, words="Sorry about that."), by=by, at=MORNING + HOUR)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_nobody_but_its_spokesperson_writes_on_any_case_of_it_and_everybody_again_when_it_is_over(cast: Cast) -> None:
    first, other = make_case(), make_case(email="ann@example.com")
    problem = of_problem(cast, first)
    alarm = Alarm.objects.sound("the lids fly off", problem=problem, by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="whoever answers the alarm"):
        write(first, cast.ada)
    alarm.answer(by=cast.mira, at=MORNING)
    with pytest.raises(Refused, match="“Jars that do not close”: Mira alone speaks"):
        write(first, cast.ada)
    write(other, cast.ada)
    write(first, cast.mira)
    alarm.stand_down(because="another lid was fitted", by=cast.mira, at=MORNING + DAY)
    write(first, cast.ada)


@pytest.mark.django_db
def test_nothing_is_offered_chosen_or_carried_out_on_a_case_of_it_meanwhile(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, failure="F1", by=cast.ada)
    problem = of_problem(cast, case)
    row = three(case, cast.ada)
    alarm = Alarm.objects.sound("smoke", problem=problem, by=cast.leo, at=MORNING)
    with pytest.raises(SafetyFirst):
        choose(row, options(row)[0], via="phone", by=cast.ada, at=MORNING)
    alarm.answer(by=cast.mira, at=MORNING)
    alarm.stand_down(because="it was steam", by=cast.mira, at=MORNING)
    choice = choose(row, options(row)[0], via="phone", by=cast.ada, at=MORNING)
    Alarm.objects.sound("smoke again", problem=problem, by=cast.leo, at=MORNING)
    with pytest.raises(SafetyFirst):
        Execution.objects.begin(choice, by=cast.ada, at=MORNING)


@pytest.mark.django_db
def test_money_on_its_way_waits_for_the_end_of_the_alarm(cast: Cast) -> None:
    stock(cast)
    case = understood(cast.ada)
    lost(case, by=cast.ada, payment="pi_1")
    problem = of_problem(cast, case)
    refund = money(cast, "40", way="stripe")
    row = offer(case, [Given(remedy=refund)], Terms(wish=True), by=cast.leo, at=MORNING)
    choice = choose(row, options(row)[0], via="phone", by=cast.leo, at=MORNING)
    Execution.objects.begin(choice, by=cast.leo, at=MORNING)
    alarm = Alarm.objects.sound("smoke", problem=problem, by=cast.leo, at=MORNING)
    assert Execution.objects.take(at=MORNING) is None
    alarm.answer(by=cast.mira, at=MORNING)
    alarm.stand_down(because="it was steam", by=cast.mira, at=MORNING)
    assert Execution.objects.take(at=MORNING) is not None


@pytest.mark.django_db
def test_nobody_of_it_is_asked_for_anything_not_even_by_the_spokesperson_or_over_another_case(cast: Cast) -> None:
    case, satisfied = make_case(), make_case(subject="Last year")
    Case.objects.filter(pk=satisfied.pk).update(stage="closed", ending="satisfied", closed_at=MORNING)
    problem = of_problem(cast, case)
    alarm = Alarm.objects.sound("smoke", problem=problem, by=cast.leo, at=MORNING)
    alarm.answer(by=cast.mira, at=MORNING)
    with pytest.raises(Refused, match="nothing is asked of them"):
        Invitation.objects.ask(satisfied, "review", Reply(words="Tell others?", sure=SURE), by=cast.mira, at=MORNING)
    asking_back = make_case(subject="Asking her back")
    Case.objects.filter(pk=asking_back.pk).update(origin="win_back")
    with pytest.raises(Refused, match="nothing is asked of them"):
        write(asking_back, cast.mira)
    alarm.stand_down(because="it was steam", by=cast.mira, at=MORNING)
    ensure_unharmed(case.customer_id)


@pytest.mark.django_db
def test_the_alarm_of_a_case_that_is_linked_later_reaches_the_problem_and_its_other_cases(cast: Cast) -> None:
    harmed, other = make_case(), make_case(email="ann@example.com")
    problem = of_problem(cast, other)
    alarm = Alarm.objects.sound("it burned my hand", case=harmed, by=DESK, at=MORNING)
    link(problem, harmed, by=cast.leo, at=MORNING)
    climb_all(by=DESK, at=MORNING)
    assert harm_of(other) is not None
    alarm.refresh_from_db()
    alarm.answer(by=cast.mira, at=MORNING)
    alarm.stand_down(because="a scratch", by=cast.mira, at=MORNING)
    assert harm_of(Case.objects.get(pk=other.pk)) is None


@pytest.mark.django_db
def test_it_costs_the_same_for_a_few_as_for_many_and_writes_on_none_of_their_cases(cast: Cast) -> None:
    problem = make_problem(cast)
    affect(problem, people(40), cast)
    with CaptureQueriesContext(
        connection,
    ) as many:
        Alarm.objects.sound("smoke", problem=problem, by=cast.leo, at=MORNING)
    few = make_problem(cast, source="x", source_id="2")
    affect(few, people(1, first=50), cast)
    with CaptureQueriesContext(connection) as one:
        Alarm.objects.sound("smoke", problem=few, by=cast.leo, at=MORNING)
    assert len(many) == len(one)
    assert Case.objects.exclude(safety_at=None).count() == 0
    assert Case.objects.exclude(safe()).count() == 41
    assert len(endangered(Case.objects.values_list("pk", flat=True))) == 41


def _somebody_waits() -> bool:
    """Whether anybody waits for a lock of ours; asked until it is so, or for too long."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.02)
    return False


@pytest.mark.django_db(transaction=True)
def test_an_alarm_waits_for_what_is_just_being_given_and_then_stands_before_anything_else_is() -> None:
    cast, case = make_cast(), make_case()
    problem, asked, done = of_problem(cast, case), Event(), Event()

    def give() -> bool:
        try:
            with transaction.atomic():
                ensure_safe(Case.objects.hold(case.pk))
                asked.set()
                return _somebody_waits() and not done.is_set()
        finally:
            connection.close()

    def sound() -> None:
        try:
            asked.wait(20)
            Alarm.objects.sound("smoke", problem=problem, by=DESK, at=MORNING)
            done.set()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        giving, sounding = pool.submit(give), pool.submit(sound)
        assert giving.result()
        sounding.result()
    with pytest.raises(SafetyFirst), transaction.atomic():
        ensure_safe(Case.objects.hold(case.pk))


@pytest.mark.django_db(transaction=True)
def test_whoever_gives_while_an_alarm_is_being_raised_waits_and_sees_it() -> None:
    cast, case = make_cast(), make_case()
    problem, raised = of_problem(cast, case), Event()

    def sound() -> None:
        try:
            with transaction.atomic():
                Alarm.objects.sound("smoke", problem=problem, by=DESK, at=MORNING)
                raised.set()
                assert _somebody_waits()
        finally:
            connection.close()

    def give() -> str:
        try:
            raised.wait(20)
            with transaction.atomic():
                ensure_safe(Case.objects.hold(case.pk))
        except SafetyFirst:
            return "refused"
        finally:
            connection.close()
        return "given"

    with ThreadPoolExecutor(2) as pool:
        sounding, giving = pool.submit(sound), pool.submit(give)
        assert giving.result() == "refused"
        sounding.result()
