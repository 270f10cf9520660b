"""At the first sign of a delay its length is worked out, and the customer hears of a new date or way before the old date."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from amends.cases.ending import Refused
from amends.changes.change import Change
from amends.changes.way import Content, Way
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery
from amends.messages.writing import Reply, move_promise
from amends.promises.promise import Promise, Reason
from amends.telling.way import tell_of_way
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, make_case

FRIDAY = MORNING + 3 * DAY
CAKE = (
    "I am sorry: the oven broke. Your cake comes on Saturday. "
    "The cream would no longer be good: which filling would you like instead?"
)


def promised(cast: Cast) -> Promise:
    """Ada promises Mrs Okafor a cake by Friday, by courier; its cream keeps until Friday, its box keeps."""
    promise: Promise = make_case(owner=cast.ada).promises.make(
        "a birthday cake is with you", due=FRIDAY, kind="delivery", by=cast.ada, at=MORNING
    )
    contents = [("Cream", FRIDAY.date()), ("Box", None)]
    Way.objects.note(promise, "courier", contents=contents, by=cast.ada, at=MORNING)
    return promise


def delayed(promise: Promise, cast: Cast) -> Change:
    return Change.objects.notice(promise, because=Reason.COLLEAGUE, by=cast.ada, at=MORNING + HOUR)


def to_see_to(promise: Promise) -> list[Deadline]:
    """What is still due about it, besides the promise itself."""
    return list(Deadline.objects.outstanding().filter(case=promise.case, kind=Kind.TASK).order_by("due_at"))


def test_the_first_sign_of_a_delay_asks_how_long_within_the_hour_and_that_they_hear_before_the_old_date(
    cast: Cast,
) -> None:
    promise = promised(cast)
    change = delayed(promise, cast)
    estimate, tell = to_see_to(promise)
    assert (change.estimate_due, change.tell_by) == (estimate, tell)
    assert estimate.due_at <= MORNING + 2 * HOUR + 30 * MINUTE
    assert estimate.due_at < tell.due_at < promise.deadline.due_at
    change.reckon(FRIDAY + DAY, by=cast.ada, at=MORNING + 90 * MINUTE)
    assert to_see_to(promise) == [tell]


def test_with_the_letter_that_moves_the_date_they_know(cast: Cast) -> None:
    promise = promised(cast)
    change = delayed(promise, cast)
    letter = move_promise(
        promise,
        Reply(words=CAKE, sure=SURE),
        due=FRIDAY + DAY,
        because=Reason.COLLEAGUE,
        by=cast.ada,
        at=MORNING + 2 * HOUR,
    )
    change.refresh_from_db()
    assert change.told_in == letter
    (awaited,) = to_see_to(promise)
    assert awaited.content.name == "Cream"


def test_a_letter_that_is_silent_on_what_goes_stale_does_not_leave(cast: Cast) -> None:
    promise = promised(cast)
    words = "I am sorry: the oven broke. Your cake comes on Saturday."
    with pytest.raises(Refused, match="no longer be good: Cream"):
        move_promise(
            promise, Reply(words=words, sure=SURE), due=FRIDAY + DAY, because=Reason.COLLEAGUE, by=cast.ada, at=MORNING
        )
    assert not Delivery.objects.exists()


def test_what_is_still_good_by_the_new_date_is_not_asked_about(cast: Cast) -> None:
    promise = promised(cast)
    Content.objects.filter(name="Cream").update(good_until=date(2999, 1, 1))
    words = "I am sorry: the oven broke. Your cake comes on Saturday."
    move_promise(
        promise, Reply(words=words, sure=SURE), due=FRIDAY + DAY, because=Reason.COLLEAGUE, by=cast.ada, at=MORNING
    )
    assert to_see_to(promise) == []


def test_what_they_want_instead_is_their_own_words_once(cast: Cast) -> None:
    promise = promised(cast)
    cream = Content.objects.get(name="Cream")
    with pytest.raises(Refused, match="not asked"):
        cream.answered("Jam.", by=cast.ada, at=MORNING)
    move_promise(
        promise, Reply(words=CAKE, sure=SURE), due=FRIDAY + DAY, because=Reason.COLLEAGUE, by=cast.ada, at=MORNING
    )
    cream.refresh_from_db()
    cream.answered("Jam, then.", by=cast.ada, at=MORNING + DAY)
    assert cream.answer == "Jam, then."
    assert to_see_to(promise) == []
    with pytest.raises(Refused):
        cream.answered("Or nuts.", by=cast.ada, at=MORNING + DAY)


def test_another_way_is_told_too_and_only_then_is_it_the_way(cast: Cast) -> None:
    promise = promised(cast)
    change = Change.objects.notice(promise, because=Reason.CARRIER, to_method="collection", by=cast.ada, at=MORNING)
    assert to_see_to(promise) == [change.tell_by]
    assert Way.objects.get(promise=promise).method == "courier"
    words = (
        "I am sorry: no courier drives on Friday. Your cake waits for you in the shop, with a taxi there at our cost."
    )
    letter = tell_of_way(change, Reply(words=words, sure=SURE), by=cast.ada, at=MORNING + HOUR)
    change.refresh_from_db()
    assert (change.told_in, Way.objects.get(promise=promise).method) == (letter, "collection")
    assert to_see_to(promise) == []
    with pytest.raises(Refused, match="told of this"):
        tell_of_way(change, Reply(words=words, sure=SURE), by=cast.ada, at=MORNING + HOUR)


def test_a_notice_that_comes_back_is_due_again(cast: Cast) -> None:
    promise = promised(cast)
    change = Change.objects.notice(promise, because=Reason.CARRIER, to_method="collection", by=cast.ada, at=MORNING)
    tell_of_way(change, Reply(words="I am sorry: please collect it.", sure=SURE), by=cast.ada, at=MORNING + HOUR)
    Delivery.objects.get().bounce(because="no such box", by=DESK, at=MORNING + 2 * HOUR)
    change.refresh_from_db()
    assert change.told_in is None
    assert to_see_to(promise) == [change.tell_by]
    assert Way.objects.get(promise=promise).method == "courier"


def test_it_holds_after_all_or_was_done_meanwhile_and_nobody_needs_to_be_told(cast: Cast) -> None:
    promise = promised(cast)
    change = delayed(promise, cast)
    with pytest.raises(Refused, match="how we know"):
        change.withdraw(because=" ", by=cast.ada, at=MORNING + HOUR)
    change.withdraw(because="the oven works again", by=cast.ada, at=MORNING + 2 * HOUR)
    assert to_see_to(promise) == []
    delayed(promise, cast)
    promise.keep(evidence="she called, delighted", by=cast.ada, at=MORNING + 3 * HOUR)
    assert to_see_to(promise) == []


def test_after_its_time_a_date_is_broken_and_not_changed(cast: Cast) -> None:
    promise = promised(cast)
    with pytest.raises(Refused, match="broken"):
        Change.objects.notice(promise, because=Reason.CARRIER, by=cast.ada, at=FRIDAY)
    change = delayed(promise, cast)
    with pytest.raises(Refused, match="not told yet"):
        delayed(promise, cast)
    with pytest.raises(Refused, match="no delay"):
        change.reckon(FRIDAY - DAY, by=cast.ada, at=MORNING + HOUR)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"because": "whim"}, "change_reason_known"),
        ({"to_method": "post", "from_method": "courier"}, "change_of_date_or_way"),
        ({"estimate": FRIDAY}, "change_estimated_by_somebody"),
        ({"withdrawn_because": "so"}, "change_withdrawn_untold_with_words"),
    ],
)
def test_the_database_refuses_a_change_that_says_less_than_it_must(
    cast: Cast, values: dict[str, object], constraint: str
) -> None:
    change = delayed(promised(cast), cast)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(**values)
