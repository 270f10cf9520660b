"""How long things take is learnt each night from what was taken in and from our own promises, and noticed when it changes."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.histories.history import History, day
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.leadtimes.chain import ENOUGH as CHAINED
from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson
from amends.leadtimes.proposing import propose
from amends.offers.loss import Loss
from amends.people.queue import Queue
from amends.promises.learning import learn, restart, take_in
from amends.promises.promise import Promise
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.leadtimes.histories import learnt, repairs

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db


def promise_often(
    case: Case, cast: Cast, count: int, took: Callable[[int], timedelta], *, since: int = 400, step: int = 2
) -> None:
    """So many promises, one every `step` days, each kept so long after it was made."""
    for number in range(count):
        at = MORNING - (since - number * step) * DAY
        found = propose(case, "deed", at=at)
        due = found.due or at + 30 * DAY
        promise = case.promises.make("Repair", due=due, by=cast.leo, at=at)
        done = at + took(number)
        if done < MORNING:
            promise.keep(evidence="seen", by=cast.leo, at=done)


def test_a_history_that_is_taken_in_teaches_at_once_and_says_what_it_rests_on(cast: Cast) -> None:
    lesson = take_in("deed", repairs(at=MORNING), name="repairs.csv", by=cast.ines, at=MORNING)
    assert (lesson.source, lesson.queue, lesson.why) == ("taken in", None, "")
    assert lesson.level in {1, 2, 3}
    assert lesson.recall() is not None
    assert set(lesson.replayed) == {"0.8", "0.9", "0.95"}
    assert lesson.replayed["0.9"]["coverage"] == pytest.approx(0.9, abs=0.06)
    chronicle = Chronicle.objects.get()
    assert (chronicle.n, chronicle.taken_in_by) == (300, cast.ines)
    assert 0 < chronicle.closed < 300
    assert Entry.objects.filter(deed="history.taken_in").count() == 1


def test_a_second_history_for_the_kind_takes_the_place_of_the_first(cast: Cast) -> None:
    take_in("deed", repairs(at=MORNING), name="old.csv", by=cast.ines, at=MORNING)
    lesson = take_in("deed", repairs(at=MORNING, typical=1.0), name="new.csv", by=cast.ines, at=MORNING + HOUR)
    assert Chronicle.objects.get().name == "new.csv"
    assert Lesson.objects.get().learnt_at == lesson.learnt_at == MORNING + HOUR


def test_what_is_packed_comes_back_as_it_was() -> None:
    history = repairs(at=MORNING, group=True)
    take_in("deed", history, name="x", group="workshop", by=DESK, at=MORNING)
    back = Chronicle.objects.get().unpack()
    assert np.array_equal(back.opened, history.opened)
    assert np.array_equal(back.closed, history.closed, equal_nan=True)
    assert (back.until, back.names, back.feature("workshop").words) == (
        history.until, history.names, history.feature("workshop").words,
    )  # fmt: skip


def test_an_export_of_closed_cases_is_refused_and_nothing_is_kept() -> None:
    random = np.random.default_rng(1)
    closed = np.sort(random.uniform(day(MORNING) - 20, day(MORNING), 400))
    export = History.of(closed - 60 * random.lognormal(0, 0.8, 400), closed, until=MORNING)
    with pytest.raises(Refused, match="Export every case opened in a period"):
        take_in("deed", export, name="closed.csv", by=DESK, at=MORNING)
    assert not Chronicle.objects.exists()
    assert not Lesson.objects.exists()


def test_a_history_from_the_future_is_refused() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        take_in("deed", repairs(at=MORNING + 40 * DAY), name="x", by=DESK, at=MORNING)


def test_our_own_promises_take_over_once_they_are_enough(cast: Cast) -> None:
    learnt(at=MORNING - 500 * DAY)
    case = make_case(owner=cast.leo)
    promise_often(case, cast, 149, lambda n: (1 + n % 5) * DAY)
    learn(by=DESK, at=MORNING)
    assert Lesson.objects.get(kind="deed", queue=None).source == "taken in"
    case.promises.make("Repair", due=MORNING + 90 * DAY, by=cast.leo, at=MORNING - DAY)
    learn(by=DESK, at=MORNING + HOUR)
    own = Lesson.objects.get(kind="deed", queue=None)
    assert (own.source, own.group) == ("own", "group")
    found = propose(case, "deed", at=MORNING + HOUR)
    assert found.due is not None
    assert found.due < MORNING + 9 * DAY


def test_a_queue_with_enough_promises_has_a_lesson_of_its_own(cast: Cast) -> None:
    case = make_case(owner=cast.leo)
    promise_often(case, cast, 150, lambda n: (1 + n % 5) * DAY)
    learn(by=DESK, at=MORNING)
    assert set(Lesson.objects.filter(kind="deed").values_list("queue__name", flat=True)) == {None, "Front desk"}
    night = Queue.objects.add("Night", by=cast.ines, at=MORNING)
    other = make_case(name="B", email="b@example.com", owner=cast.leo)
    other.enqueue(night, by=cast.leo, at=MORNING)
    ours, theirs = propose(case, "deed", at=MORNING), propose(other, "deed", at=MORNING)
    assert ours.lesson is not None
    assert theirs.lesson is not None
    assert (ours.lesson.queue, theirs.lesson.queue) == (case.queue, None)


def test_fewer_than_fifty_give_no_date_and_the_lesson_says_how_many_there_were(cast: Cast) -> None:
    case = make_case(owner=cast.leo)
    promise_often(case, cast, 12, lambda _: DAY)
    learn(by=DESK, at=MORNING)
    lesson = Lesson.objects.get()
    assert (lesson.level, lesson.recall()) == (0, None)
    assert lesson.why.startswith("only 12 have been seen of something done, and 50 are needed")
    found = propose(case, "deed", at=MORNING)
    assert (found.due, found.because) == (None, lesson.why)


def test_a_desk_without_promises_learns_nothing_and_says_nothing() -> None:
    assert learn(by=DESK, at=MORNING) == []
    assert not Entry.objects.filter(deed="dates.learnt").exists()


def test_a_promise_they_released_us_from_before_it_was_due_teaches_nothing(cast: Cast) -> None:
    case = make_case(owner=cast.leo)
    promise_often(case, cast, 60, lambda _: DAY, since=200)
    for promise in Promise.objects.all()[:20]:
        Promise.objects.filter(pk=promise.pk).update(
            kept_at=None, kept_by=None, evidence="", released_at=promise.made_at + HOUR, released_because="never mind"
        )
    learn(by=DESK, at=MORNING)
    assert Lesson.objects.get().why.startswith("only 40 have been seen")


def test_after_a_known_change_what_came_before_teaches_nothing(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.ada)
    assert propose(case, "deed", at=MORNING).due is not None
    restart("deed", since=MORNING - DAY, because="a new workshop does it", by=cast.leo, at=MORNING)
    found = propose(case, "deed", at=MORNING)
    assert found.due is None
    assert "a new workshop does it" in found.because
    assert "Leo began to learn dates anew" in Entry.objects.get(deed="dates.restarted").sentence
    with pytest.raises(Refused, match="Say what changed"):
        restart("deed", since=MORNING, because=" ", by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="has not come yet"):
        restart("deed", since=MORNING + DAY, because="x", by=cast.leo, at=MORNING)


def test_what_came_since_the_change_teaches_at_once_where_it_is_enough(cast: Cast) -> None:
    learnt(count=1200)
    restart("deed", since=MORNING - 200 * DAY, because="moved house", by=cast.leo, at=MORNING)
    lesson = Lesson.objects.get()
    assert lesson.level > 0
    assert lesson.opened_from is not None
    assert lesson.opened_from >= MORNING - 200 * DAY


def test_dates_that_stop_being_kept_are_noticed_and_learnt_anew(cast: Cast) -> None:
    learnt(at=MORNING - 410 * DAY)
    case = make_case(owner=cast.leo)
    # The first sixty take a day or two; then the workshop closes, and everything takes two months.
    promise_often(case, cast, 120, lambda n: (1 + n % 2) * DAY if n < 60 else 60 * DAY)
    learn(by=DESK, at=MORNING - 120 * DAY)
    assert Lesson.objects.get(queue=None).alarmed_at is not None
    alarm = Entry.objects.get(deed="dates.alarmed").sentence
    assert "Dates stopped being kept as often as stated" in alarm
    since = Lesson.objects.get(queue=None).since
    assert since is not None
    changed = MORNING - 280 * DAY
    assert abs(since - changed) < 60 * DAY
    # What was already seen does not alarm again, and dates are then as long as things now take.
    learn(by=DESK, at=MORNING - 119 * DAY)
    assert Entry.objects.filter(deed="dates.alarmed").count() == 1
    learn(by=DESK, at=MORNING)
    found = propose(case, "deed", at=MORNING)
    assert found.due is None or found.due > MORNING + 59 * DAY


def test_an_honest_desk_is_watched_and_left_alone(cast: Cast) -> None:
    learnt(at=MORNING - 410 * DAY)
    case = make_case(owner=cast.leo)
    promise_often(case, cast, 60, lambda n: 40 * DAY if n % 15 == 0 else 2 * DAY)
    learn(by=DESK, at=MORNING)
    lesson = Lesson.objects.get(queue=None)
    assert (lesson.watched, lesson.alarmed_at) == (60, None)
    assert lesson.evidence < 100


def test_whom_it_waits_for_is_told_apart(cast: Cast) -> None:
    take_in("deed", repairs(600, at=MORNING, group=True), name="x", group="workshop", by=DESK, at=MORNING)
    ours = make_case(name="A", email="a@example.com", owner=cast.ada)
    bell = make_case(name="B", email="b@example.com", owner=cast.ada)
    bell.asks.make("Repair the leg", name="Mr Bell", department="Bell", by=cast.ada, at=MORNING)
    quick, slow = propose(ours, "deed", at=MORNING), propose(bell, "deed", at=MORNING)
    assert quick.due is not None
    assert slow.due is not None
    assert "workshop Bell" in slow.cohort
    assert slow.due > quick.due


def test_what_we_do_after_somebody_elsewhere_is_dated_as_one_chain(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    random = np.random.default_rng(4)
    for number in range(CHAINED + 5):
        at = MORNING - (400 - 6 * number) * DAY
        ask = case.asks.make("Repair the leg", name="Mr Bell", department="Bell", by=cast.ada, at=at)
        promise = case.promises.make("Bring it back", due=at + 90 * DAY, hurried="-", by=cast.leo, at=at)
        theirs = float(random.lognormal(1, 0.5))
        ask.finish("done", by=cast.ada, at=at + theirs * DAY)
        promise.keep(evidence="seen", by=cast.leo, at=at + 2 * theirs * DAY)  # our part takes as long as theirs
    learnt(typical=2)
    case.asks.make("Repair the back", name="Mr Bell", department="Bell", by=cast.ada, at=MORNING)
    now = propose(case, "deed", at=MORNING)
    assert "Bell and then us" in now.cohort
    assert now.due is not None
    # Nineteen of twenty were done within twice exp(1 + 1.645 / 2) days; two dates added up would be far later.
    assert MORNING + 8 * DAY < now.due < MORNING + 18 * DAY
    later = propose(case, "deed", at=MORNING + 3 * DAY)
    assert later.due is not None
    assert later.due >= now.due  # that they have not answered yet makes it later, not earlier
    elsewhere = make_case(name="B", email="b@example.com", owner=cast.ada)
    assert "Bell" not in propose(elsewhere, "deed", at=MORNING).cohort


def test_what_kind_of_failure_it_was_is_known_of_our_own_promises(cast: Cast) -> None:
    for number, failure in enumerate(("F1", "F2")):
        case = make_case(name=failure, email=f"{failure}@example.com", owner=cast.leo)
        Loss.objects.note(case, failure, Decimal(10), by=cast.leo, at=MORNING - 300 * DAY)
        took = (1 + 20 * number) * DAY
        promise_often(case, cast, 40, (lambda _, took=took: took), since=200)  # type: ignore[misc]
    learn(by=DESK, at=MORNING)
    late, core = (Case.objects.get(loss__failure=failure) for failure in ("F2", "F1"))
    assert propose(late, "deed", at=MORNING).given["failure"] == "F2"
    model = Lesson.objects.get(queue=None).recall()
    assert model is not None
    if model.forest:
        assert "failure" in {each.name for each in model.forest.encodings}
    assert propose(core, "deed", at=MORNING).given["failure"] == "F1"
