"""A call-back from the wish to the call: tries meet nothing, the call meets all, and it outlasts the end of its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.callbacks.calling import call
from amends.cases.case import Case
from amends.cases.ending import Refused, close
from amends.journal.entry import Entry
from amends.messages.committing import Commitment
from tests.cast import DAY, HOUR, MINUTE, MORNING, make_case

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DUE = MORNING + DAY


def owned(cast: Cast) -> Case:
    case = make_case()
    case.take(by=cast.ada, at=MORNING)
    return case


def test_a_try_is_no_call_and_what_was_due_stays_due(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.ada, at=MORNING, due=DUE)
    row.attempt("busy", by=cast.ada, at=DUE - HOUR)
    row.attempt("voicemail", by=cast.ada, at=DUE - 30 * MINUTE, next_try_at=DUE)
    row.refresh_from_db()
    assert [one.result for one in row.attempts.order_by("pk")] == ["busy", "voicemail"]
    assert (row.is_open, row.next_try_at, row.deadline.met_at) == (True, DUE, None)


def test_the_next_try_lies_in_their_hours_and_ahead(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.ada, at=MORNING, due=DUE)
    with pytest.raises(Refused, match="in the future"):
        row.attempt("busy", by=cast.ada, at=MORNING, next_try_at=MORNING - HOUR)
    row.attempt("busy", by=cast.ada, at=MORNING + 9 * HOUR + 30 * MINUTE)  # half past seven in the evening
    assert row.next_try_at == MORNING + 22 * HOUR


def test_the_call_meets_the_deadline_and_keeps_the_promise_to_call(cast: Cast) -> None:
    case = owned(cast)
    row = case.call_backs.promise("We call you about the table", due=DUE, by=cast.ada, at=MORNING)
    message = call(row, "She is glad.", by=cast.ada, at=DUE - MINUTE)
    promise = case.promises.get()
    assert (promise.state(at=DUE), promise.told_in) == ("kept", message)
    assert row.deadline.__class__.objects.get(pk=row.deadline_id).met_at == DUE - MINUTE


def test_a_call_that_comes_too_late_was_missed_and_its_promise_is_late(cast: Cast) -> None:
    case = owned(cast)
    row = case.call_backs.promise("We call you", due=DUE, by=cast.ada, at=MORNING)
    call(row, "Sorry.", by=cast.ada, at=DUE + HOUR)
    row.deadline.refresh_from_db()
    assert row.deadline.missed_at == DUE + HOUR
    assert case.promises.get().state(at=DUE + DAY) == "late"


def test_what_is_promised_in_the_call_is_on_record_with_it(cast: Cast) -> None:
    case = owned(cast)
    row = case.call_backs.ask(by=cast.ada, at=MORNING, due=DUE)
    said = call(row, "She wants it on Friday.", promises=[Commitment(words="The table comes", due=DUE + DAY)],
                by=cast.ada, at=MORNING + HOUR)  # fmt: skip
    assert case.promises.get().made_in == said


def test_a_call_is_made_once(cast: Cast) -> None:
    row = owned(cast).call_backs.ask(by=cast.ada, at=MORNING, due=DUE)
    call(row, "Spoke.", by=cast.ada, at=MORNING + HOUR)
    for again in (
        lambda: call(row, "Spoke.", by=cast.ada, at=MORNING + HOUR),
        lambda: row.attempt("busy", by=cast.ada, at=MORNING + HOUR),
        lambda: row.call_off(because="x", by=cast.ada, at=MORNING + HOUR),
        lambda: row.give_to(cast.leo, by=cast.ada, at=MORNING + HOUR),
    ):
        with pytest.raises(Refused, match="made, or called off"):
            again()


def test_calling_off_takes_their_words_and_releases_the_promise(cast: Cast) -> None:
    case = owned(cast)
    row = case.call_backs.promise("We call you", due=DUE, by=cast.ada, at=MORNING)
    with pytest.raises(Refused):
        row.call_off(because=" ", by=cast.ada, at=MORNING)
    row.call_off(because="No need any more", by=case.customer, at=MORNING)
    row.deadline.refresh_from_db()
    assert (row.deadline.void_at, case.promises.get().state(at=DUE)) == (MORNING, "released")


def test_a_call_they_asked_for_outlasts_the_end_of_the_case(cast: Cast) -> None:
    case = owned(cast)
    row = case.call_backs.ask(by=case.customer, at=MORNING, due=DUE)
    close(case, "withdrawn", because="found it", by=cast.ada, at=MORNING)
    row.deadline.refresh_from_db()
    assert (row.is_open, row.deadline.void_at) == (True, None)


def test_a_time_that_has_passed_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the future"):
        owned(cast).call_backs.ask(by=cast.ada, at=MORNING, due=MORNING)


def test_the_journal_tells_who_calls_and_by_when(cast: Cast) -> None:
    case = owned(cast)
    case.call_backs.ask(by=case.customer, at=MORNING, due=DUE)
    sentence = Entry.objects.filter(chain=case.pk).latest("seq").sentence
    assert sentence == "Mrs Okafor recorded that the customer wants a call: Ada calls by Wed 04 Mar, 10:00"
