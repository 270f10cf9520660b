"""What was said to a customer binds us: it is kept, moved once and told, released by them, or broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.sweeping import sweep
from amends.followups.ending import end
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.messages.committing import Commitment, UnrecordedPromise
from amends.messages.writing import Reply, move_promise, record_conversation, reply
from amends.promises.promise import LeadNeeded, Promise, Reason
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from amends.messages.message import Message

THURSDAY = MORNING + 2 * DAY
SORRY = Reply(sure=SURE, words="I am sorry: the carrier has lost a day, and the table comes later than I said.")


def made(cast: Cast) -> Promise:
    """Ada promises Mrs Okafor a new table by Thursday."""
    promise: Promise = make_case(owner=cast.ada).promises.make(
        "a new table is with you", due=THURSDAY, kind="delivery", by=cast.ada, at=MORNING
    )
    return promise


def moved(promise: Promise, cast: Cast, *, to: object = THURSDAY + DAY, at: object = MORNING + DAY) -> Message:
    return move_promise(promise, SORRY, due=to, because=Reason.CARRIER, by=cast.ada, at=at)  # type: ignore[arg-type]


def missed(promise: Promise) -> int:
    """How often a promise of this case was recorded as missed."""
    return Entry.objects.filter(chain=promise.case_id, deed="deadline.missed", data__kind="a promise").count()


def test_it_says_what_by_when_to_whom_and_in_which_message(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    letter = Reply(
        sure=SURE,
        words="I am sorry. I will send a new table by Thursday.",
        promises=[Commitment(words="I will send a new table by Thursday.", due=THURSDAY, kind="delivery")],
    )
    message = reply(case, letter, by=cast.ada, at=MORNING)
    promise = case.promises.get()
    assert (promise.made_in, promise.made_by, promise.customer) == (message, cast.ada, case.customer)
    assert promise.first_due_at == promise.deadline.due_at == THURSDAY
    assert promise.state(at=MORNING) == "open"


def test_a_message_cannot_leave_with_a_promise_nobody_recorded(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    words = "I am sorry. I will send a new table by Thursday."
    with pytest.raises(UnrecordedPromise) as refusal, transaction.atomic():
        reply(case, Reply(sure=SURE, words=words), by=cast.ada, at=MORNING)
    assert [found.words for found in refusal.value.found] == ["I will send a new table by Thursday."]
    assert not case.messages.ours().exists()
    reply(
        case, Reply(sure=SURE, words=words, unmarked=["I will send a new table by Thursday."]), by=cast.ada, at=MORNING
    )
    assert not case.promises.exists()


def test_a_promise_on_record_may_be_said_again(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    case.promises.make("send a new table by Thursday", due=THURSDAY, by=cast.ada, at=MORNING)
    reply(
        case, Reply(sure=SURE, words="As I said, I will send a new table by Thursday."), by=cast.ada, at=MORNING + HOUR
    )
    assert case.promises.count() == 1


def test_one_made_on_the_phone_names_the_call(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    said = Commitment(words="ring her when it is on the van", due=THURSDAY, kind="call")
    call = record_conversation(case, "We spoke.", promises=[said], by=cast.ada, at=MORNING)
    assert case.promises.get().made_in == call


def test_kept_in_time_is_kept_and_the_next_word_tells_them(cast: Cast) -> None:
    promise = made(cast)
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=MORNING + DAY)
    assert promise.state(at=THURSDAY) == "kept"
    assert not promise.told_at
    message = record_conversation(promise.case, "I told her it is there.", by=cast.ada, at=MORNING + DAY + HOUR)
    promise.refresh_from_db()
    assert promise.told_at == message.said_at
    assert promise.told_in == message


def test_a_word_that_came_back_told_them_nothing(cast: Cast) -> None:
    promise = made(cast)
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=MORNING + DAY)
    message = reply(promise.case, Reply(sure=SURE, words="It is in your hall."), by=cast.ada, at=MORNING + DAY + HOUR)
    message.deliveries.get().bounce(because="550", by=DESK, at=MORNING + DAY + 2 * HOUR)
    promise.refresh_from_db()
    assert promise.told_at is None


def test_kept_after_its_time_is_late_and_was_missed_once(cast: Cast) -> None:
    promise = made(cast)
    sweep(by=DESK, at=THURSDAY + MINUTE)
    sweep(by=DESK, at=THURSDAY + 2 * MINUTE)
    assert promise.state(at=THURSDAY + MINUTE) == "broken"
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=THURSDAY + DAY)
    assert promise.state(at=THURSDAY + DAY) == "late"
    assert missed(promise) == 1


def test_what_is_kept_late_before_the_sweep_came_by_was_missed_all_the_same(cast: Cast) -> None:
    promise = made(cast)
    promise.keep(evidence="the driver's receipt", by=cast.ada, at=THURSDAY + MINUTE)
    sweep(by=DESK, at=THURSDAY + 2 * MINUTE)
    assert promise.deadline.missed_at is not None
    assert missed(promise) == 1


def test_it_moves_once_before_it_breaks_and_the_customer_is_told_first(cast: Cast) -> None:
    promise = made(cast)
    notice = moved(promise, cast)
    promise.refresh_from_db()
    assert promise.state(at=THURSDAY) == "moved"
    assert (promise.notice, promise.moved_because) == (notice, Reason.CARRIER)
    assert (promise.first_due_at, promise.deadline.due_at) == (THURSDAY, THURSDAY + DAY)
    assert promise.deadline.wake_at == promise.deadline.warn_at
    with pytest.raises(Refused, match="It moves once"), transaction.atomic():
        moved(promise, cast, to=THURSDAY + 3 * DAY, at=MORNING + DAY + HOUR)
    assert promise.case.messages.ours().count() == 1


def test_it_does_not_move_without_a_word_of_ours_that_reached_them(cast: Cast) -> None:
    promise = made(cast)
    theirs = promise.case.messages.get()
    with pytest.raises(Refused, match="Tell the customer first"):
        promise.move(THURSDAY + DAY, because=Reason.CARRIER, notice=theirs, by=cast.ada, at=MORNING + HOUR)


def test_it_does_not_move_once_its_time_has_passed_nor_to_an_earlier_one(cast: Cast) -> None:
    promise = made(cast)
    with pytest.raises(Refused, match="after the one that was promised"), transaction.atomic():
        moved(promise, cast, to=THURSDAY - HOUR)
    with pytest.raises(Refused, match="Its time has passed"), transaction.atomic():
        moved(promise, cast, to=THURSDAY + DAY, at=THURSDAY + HOUR)


def test_the_database_too_refuses_a_move_after_the_time(cast: Cast) -> None:
    promise = made(cast)
    notice = record_conversation(promise.case, "We spoke.", by=cast.ada, at=MORNING)
    late = {"moved_at": THURSDAY + DAY, "moved_by": cast.ada, "moved_because": "carrier", "notice": notice}
    with pytest.raises(IntegrityError, match="promise_moved_before_it_broke_and_told"):
        Promise.objects.filter(pk=promise.pk).update(**late)


def test_a_notice_that_came_back_leaves_the_old_date_standing(cast: Cast) -> None:
    promise = made(cast)
    notice = moved(promise, cast)
    notice.deliveries.get().bounce(because="550", by=DESK, at=MORNING + DAY + HOUR)
    promise.refresh_from_db()
    assert (promise.moved_at, promise.deadline.due_at) == (None, THURSDAY)
    assert promise.state(at=THURSDAY + MINUTE) == "broken"


def test_the_customer_alone_releases_us_and_in_their_words(cast: Cast) -> None:
    promise = made(cast)
    with pytest.raises(Refused):
        promise.release(because=" ", by=cast.ada, at=MORNING + HOUR)
    promise.release(because="Forget the table, keep the chairs", by=cast.ada, at=MORNING + HOUR)
    assert promise.state(at=THURSDAY + DAY) == "released"
    sweep(by=DESK, at=THURSDAY + DAY)
    assert missed(promise) == 0


def test_after_a_broken_one_a_lead_answers_for_the_next(cast: Cast) -> None:
    case = made(cast).case
    late = THURSDAY + HOUR
    with pytest.raises(LeadNeeded), transaction.atomic():
        case.promises.make("another", due=late + DAY, by=cast.ada, at=late)
    with pytest.raises(LeadNeeded), transaction.atomic():
        case.promises.make("another", due=late + DAY, by=cast.ada, at=late, backed_by=cast.ada)
    assert case.promises.make("another", due=late + DAY, by=cast.ada, at=late, backed_by=cast.leo).backed_by == cast.leo
    assert case.promises.make("a third", due=late + DAY, by=cast.mira, at=late).backed_by == cast.mira


def test_it_outlasts_the_end_of_its_case(cast: Cast) -> None:
    promise = made(cast)
    end(promise.case, "withdrawn", because="they are content", by=cast.ada, at=MORNING + HOUR)
    due = Deadline.objects.outstanding().filter(case=promise.case)
    assert [row.kind for row in due] == [Kind.PROMISE]
    sweep(by=DESK, at=THURSDAY + MINUTE)
    assert promise.state(at=THURSDAY + MINUTE) == "broken"
    assert missed(promise) == 1


def test_it_is_owed_by_whoever_has_the_case_now(cast: Cast) -> None:
    promise = made(cast)
    promise.case.assign(cast.leo, by=cast.ada, at=MORNING + HOUR)
    promise.deadline.refresh_from_db()
    assert promise.deadline.owner == cast.leo
