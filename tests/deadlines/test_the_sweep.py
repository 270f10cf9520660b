"""The sweep: people are warned before something is missed, a miss is recorded once, and one person after the other hears of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from amends.cases.case import Severity
from amends.deadlines.alert import About, Alert
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import Timing, promised, timing
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.journal.verifying import verify
from amends.people.absence import Absence, name_deputy
from amends.people.person import Person, Role
from amends.people.queue import Queue
from amends.policy.words import Due
from tests.cast import DAY, HOUR, MINUTE, MORNING, Cast, make_case

if TYPE_CHECKING:
    from amends.cases.case import Case

pytestmark = pytest.mark.django_db
#: By the house's pack a case of the cast is answered within four business hours, and the first person warned an hour before.
WARNED, DUE = MORNING + 3 * HOUR, MORNING + 4 * HOUR
STEP = timedelta(minutes=30)
EVENING = datetime(2026, 3, 3, 20, tzinfo=UTC)
OPENING = datetime(2026, 3, 4, 9, tzinfo=UTC)


def swept(at: datetime) -> set[tuple[str, str]]:
    """Who heard what for the first time in this sweep."""
    before = set(Alert.objects.values_list("pk", flat=True))
    while sweep(by=DESK, at=at).taken:
        pass
    fresh = Alert.objects.exclude(pk__in=before)
    return {(alert.person.name, alert.about) for alert in fresh.select_related("person")}


def warned(*names: str) -> set[tuple[str, str]]:
    return {(name, About.WARNING) for name in names}


def missed(*names: str) -> set[tuple[str, str]]:
    return {(name, About.MISS) for name in names}


def away(person: Person, *, at: datetime, until: datetime | None = None) -> None:
    """Away from then on; nobody has taken over yet."""
    Absence.objects.plan(person, starts_at=at, ends_at=until, by=DESK, at=MORNING)


def lonely() -> Person:
    """Ada works here alone."""
    ada = Person.objects.add("ada@desk.example.com", name="Ada", by=DESK, at=MORNING)
    Queue.objects.front_desk().man(ada, by=DESK, at=MORNING)
    return ada


def count(deed: str) -> int:
    return Entry.objects.filter(deed=deed).count()


def test_the_owner_is_warned_as_long_before_as_policy_says_and_not_earlier(cast: Cast) -> None:
    make_case(owner=cast.ada)
    assert swept(WARNED - MINUTE) == set()
    assert swept(WARNED) == warned("Ada")
    assert swept(WARNED + MINUTE) == set()
    entry = Entry.objects.get(deed="deadline.warned")
    assert (entry.at, entry.sentence) == (WARNED, "Warned of a first answer: Ada")


def test_a_miss_is_recorded_once_with_the_time_it_was_due(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    for minutes in (-1, 0, 1, 60, 600):
        swept(DUE + minutes * MINUTE)
    assert Entry.objects.get(deed="deadline.missed").at == DUE
    assert case.deadlines.get().missed_at == DUE
    assert verify()[1] == []


def test_a_sweep_that_comes_late_still_says_when_it_was_due(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    assert ("Ada", About.MISS) in swept(DUE + DAY)
    assert Entry.objects.get(deed="deadline.missed").at == DUE
    assert case.deadlines.get().missed_at == DUE + DAY
    assert not Alert.objects.filter(about=About.WARNING).exists()


def test_it_climbs_from_the_owner_to_the_manager_one_step_after_the_other(cast: Cast) -> None:
    dora, max_ = (
        Person.objects.add(f"{name}@desk.example.com", name=name, role=role, by=DESK, at=MORNING)
        for name, role in (("Dora", Role.AGENT), ("Max", Role.AGENT))
    )
    queue = Queue.objects.add("Returns", by=DESK, at=MORNING)
    for person in (cast.ada, cast.leo, max_):
        queue.man(person, by=DESK, at=MORNING)
    name_deputy(cast.ada, dora, by=DESK, at=MORNING)
    make_case(owner=cast.ada, queue=queue)
    assert swept(WARNED) == warned("Ada")
    assert swept(WARNED + STEP) == warned("Dora")
    assert swept(WARNED + 2 * STEP) == missed("Ada", "Dora", "Leo")
    assert swept(WARNED + 3 * STEP) == missed("Max")  # the others of the queue have heard
    assert swept(WARNED + 4 * STEP) == missed("Mira")
    assert swept(WARNED + 30 * DAY) == set()
    assert Deadline.objects.get().wake_at is None


def test_whoever_stands_on_several_rungs_hears_of_it_once(cast: Cast) -> None:
    make_case(owner=cast.leo)
    for step in range(12):
        swept(WARNED + step * STEP)
    heard = list(Alert.objects.values_list("person__name", "about"))
    assert sorted(heard) == sorted(set(heard))
    assert ("Leo", About.WARNING) in heard
    assert ("Leo", About.MISS) in heard


def test_an_unowned_case_climbs_too(cast: Cast) -> None:
    make_case()
    assert swept(WARNED) == warned("Leo")
    assert ("Ada", About.MISS) in swept(DUE + STEP)


@pytest.mark.parametrize("leads", ["here", "away"])
def test_only_those_who_are_here_are_told_and_the_next_at_once(cast: Cast, leads: str) -> None:
    make_case(owner=cast.ada)
    away(cast.ada, at=WARNED - HOUR)
    if leads == "away":
        away(cast.leo, at=WARNED - HOUR)
    assert swept(WARNED) == (warned("Leo") if leads == "here" else warned("Ines", "Mira"))


def test_with_nobody_here_the_miss_is_recorded_and_whoever_comes_first_hears_of_it(cast: Cast) -> None:
    make_case(owner=cast.ada)
    for person in (cast.ada, cast.leo, cast.mira, cast.ines):
        away(person, at=WARNED - HOUR, until=OPENING if person == cast.mira else None)
    assert [swept(WARNED + minutes * MINUTE) for minutes in range(0, 600, 30)] == [set()] * 20
    assert count("deadline.missed") == 1
    assert swept(OPENING - MINUTE) == set()
    assert swept(OPENING + 5 * MINUTE) == missed("Mira")


def test_whoever_was_warned_and_left_before_the_miss_hears_of_it_when_back() -> None:
    ada = lonely()
    case = make_case(owner=ada)
    due = timing(
        case, Due.ASK, since=MORNING
    )  # its row names owner, deputy, lead and manager, and none of them but Ada is
    Deadline.objects.filter(case=case).delete()
    Deadline.objects.fall_due(case, Kind.ASK, due, at=MORNING)
    assert due.warn_at is not None
    assert swept(due.warn_at) == warned("Ada")
    away(ada, at=due.due_at - MINUTE, until=due.due_at + DAY)
    assert swept(due.due_at) == set()
    assert swept(due.due_at + DAY) == missed("Ada")


def test_where_policy_names_nobody_who_is_here_the_house_finds_somebody(cast: Cast) -> None:
    case = make_case()
    Deadline.objects.filter(case=case).delete()
    due = timing(case, Due.SECOND_TRY, since=MORNING)  # its row names the owner alone
    Deadline.objects.fall_due(case, Kind.PATIENCE, due, at=MORNING)
    assert swept(due.due_at) == missed("Leo")


def test_a_moved_deadline_is_warned_of_anew(cast: Cast) -> None:
    make_case(owner=cast.ada)
    assert swept(WARNED) == warned("Ada")
    later = Timing(DUE + DAY, WARNED + DAY)
    Deadline.objects.get().postpone(later, because="they asked for it", by=cast.ada, at=WARNED)
    assert swept(DUE) == set()
    assert swept(WARNED + DAY) == warned("Ada")
    assert count("deadline.missed") == 0


def test_what_was_met_or_is_void_is_never_swept(cast: Cast) -> None:
    met, void = make_case(owner=cast.ada), make_case(owner=cast.ada, email="b@example.com")
    Deadline.objects.meet(met.pk, Kind.FIRST_ANSWER, at=MORNING + HOUR)
    Deadline.objects.void(void.pk, Kind.FIRST_ANSWER, at=MORNING + HOUR)
    assert swept(DUE + 9 * DAY) == set()
    assert count("deadline.missed") == 0


def test_what_is_met_after_it_was_missed_is_not_missed_again(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    swept(DUE)
    Deadline.objects.meet(case.pk, Kind.FIRST_ANSWER, at=DUE + HOUR)
    assert swept(DUE + DAY) == set()
    assert count("deadline.missed") == 1


def night(case: Case) -> Alert:
    """A promise falls due in the evening, after hours, and is missed."""
    case.promises.make("call you", due=EVENING, by=Person.objects.get(name="Ada"), at=MORNING)
    case.deadlines.exclude(kind=Kind.PROMISE).delete()
    swept(EVENING)
    assert count("deadline.missed") == 1
    return Alert.objects.get(about=About.MISS, person__name="Ada")


def test_quiet_hours_hold_back_the_mail_and_never_the_miss(cast: Cast) -> None:
    alert = night(make_case(owner=cast.ada))
    assert (alert.raised_at, alert.notify_at) == (EVENING, OPENING)
    assert Alert.objects.claim(at=OPENING - MINUTE) == []
    assert not ProcrastinateJob.objects.filter(task_name="amends.mail_alerts").exists()
    assert {one.person.name for one in Alert.objects.claim(at=OPENING)} == {"Ada"}


def test_the_gravest_cases_know_no_quiet_hours(cast: Cast) -> None:
    alert = night(make_case(owner=cast.ada, severity=Severity.CRITICAL))
    assert alert.notify_at == EVENING
    assert ProcrastinateJob.objects.filter(task_name="amends.mail_alerts").exists()


def test_the_quiet_hours_are_those_of_the_queue(cast: Cast) -> None:
    queue = Queue.objects.add("Night desk", by=DESK, at=MORNING)
    hours = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    queue.place(calendar={"zone": "Europe/London", "hours": hours}, by=DESK, at=MORNING)
    assert night(make_case(owner=cast.ada, queue=queue)).notify_at == EVENING


def test_of_a_restricted_case_only_those_hear_who_may_see_it(cast: Cast) -> None:
    case = make_case()
    case.restrict(by=cast.leo, at=MORNING)
    for step in range(12):
        swept(WARNED + step * STEP)
    assert set(Alert.objects.values_list("person__name", flat=True)) == {"Leo", "Mira", "Ines"}


def test_what_somebody_else_must_do_is_told_to_them_and_not_to_the_owner(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    Deadline.objects.filter(case=case).delete()
    due = promised(MORNING + 2 * HOUR, since=MORNING)
    Deadline.objects.fall_due(case, Kind.CALL_BACK, due, at=MORNING, assignee=cast.mira)
    assert swept(MORNING + 90 * MINUTE) == warned("Mira")


def test_a_hundred_are_swept_with_as_many_statements_as_ten(cast: Cast) -> None:
    counts = []
    for day, size in enumerate((10, 100)):
        at = MORNING + 7 * day * DAY
        for n in range(size):
            make_case(owner=cast.ada, email=f"c{day}.{n}@example.com", at=at)
        statements: list[str] = []

        def note(execute, sql, params, many, context, kept=statements):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            kept.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            assert sweep(by=DESK, at=at + 3 * HOUR).alerts == size
        Deadline.objects.outstanding().delete()
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 15
