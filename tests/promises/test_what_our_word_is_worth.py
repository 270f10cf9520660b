"""The figure of the first promise: counted over promises fallen due, with its n and its interval."""

from __future__ import annotations

import pytest

from amends.messages.writing import Reply, move_promise
from amends.promises.figures import ENOUGH, Rate, figures
from amends.promises.promise import Promise, Reason
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case

THURSDAY = MORNING + 2 * DAY
LATER = THURSDAY + 5 * DAY


def promised(cast: Cast, name: str) -> Promise:
    case = make_case(owner=cast.ada, email=f"{name}@example.com")
    promise: Promise = case.promises.make("a new table", due=THURSDAY, by=cast.leo, at=MORNING)
    return promise


def kept(cast: Cast, name: str) -> Promise:
    promise = promised(cast, name)
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=THURSDAY - HOUR)
    return promise


def moved_and_kept(cast: Cast, name: str) -> Promise:
    promise = promised(cast, name)
    letter = Reply(sure=SURE, words="I am sorry: the table comes a day later than I said.")
    move_promise(promise, letter, due=THURSDAY + DAY, because=Reason.CARRIER, by=cast.ada, at=MORNING + DAY)
    promise.refresh_from_db()
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=THURSDAY + HOUR)
    return promise


@pytest.mark.django_db
def test_a_date_moved_told_and_kept_was_still_not_the_first_one(cast: Cast) -> None:
    for i in range(10):
        kept(cast, f"k{i}")
    late = moved_and_kept(cast, "moved")
    promised(cast, "broken")
    found = figures(Promise.objects.all(), at=LATER)
    assert late.state(at=LATER) == "kept"
    assert (found.first.kept, found.first.n) == (10, 12)
    assert (found.kept.kept, found.kept.n) == (11, 12)
    assert (found.moved, found.broken) == (1, 1)
    assert str(found.first) == "83% (n 12, 95 % interval 55% to 95%)"


@pytest.mark.django_db
def test_only_what_has_fallen_due_counts_and_nothing_they_released_before(cast: Cast) -> None:
    kept(cast, "early")
    promised(cast, "released").release(because="never mind", by=cast.ada, at=MORNING + HOUR)
    assert figures(Promise.objects.all(), at=THURSDAY - HOUR).first.n == 0
    assert figures(Promise.objects.all(), at=LATER).first.n == 1
    assert figures(Promise.objects.all(), at=LATER, since=LATER).first.n == 0


@pytest.mark.django_db
def test_one_that_was_moved_is_not_judged_by_its_last_date_before_that_has_come(cast: Cast) -> None:
    promise = promised(cast, "moved")
    letter = Reply(sure=SURE, words="I am sorry: the table comes later than I said.")
    move_promise(promise, letter, due=LATER, because=Reason.CARRIER, by=cast.ada, at=MORNING + DAY)
    found = figures(Promise.objects.all(), at=THURSDAY + HOUR)
    assert (found.first.n, found.kept.n) == (1, 0)


@pytest.mark.django_db
def test_what_came_is_counted_apart_from_when_it_came(cast: Cast) -> None:
    for i in range(11):
        kept(cast, f"k{i}")
    kept(cast, "other").fall_short("It is beech", by=cast.ada, at=LATER)
    promised(cast, "late").keep(evidence="the driver's receipt", by=cast.ada, at=THURSDAY + HOUR)
    promised(cast, "broken")
    found = figures(Promise.objects.all(), at=LATER)
    assert (found.first.kept, found.first.n) == (12, 14)
    assert (found.content.kept, found.content.n) == (12, 13)


def test_too_few_are_not_enough_to_say() -> None:
    few = Rate(kept=ENOUGH - 1, n=ENOUGH - 1)
    assert (few.rate, few.interval, str(few)) == (None, None, f"not enough data (n {ENOUGH - 1})")


def test_the_interval_is_wilsons() -> None:
    """Worked by hand for 8 of 10: (0.8 + z²/20 ± z·sqrt(0.016 + z²/400)) / (1 + z²/10), with z = 1.96."""
    low, high = Rate(kept=8, n=10).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_even_a_perfect_record_leaves_room_for_doubt() -> None:
    low, high = Rate(kept=20, n=20).interval or (0, 0)
    assert round(low, 3) == 0.839
    assert high == 1.0
