"""The next update is met by a human who says something that arrives, and by nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.entry import Entry
from amends.messages.delivery import send_new_link
from amends.messages.message import Message
from amends.messages.writing import Reply, hear, record_conversation, record_letter, reply
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, Cast, arrive, make_case, make_mail

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

pytestmark = pytest.mark.django_db
#: By the house's pack a customer of the cast hears within seventeen business hours: two working days.
TWO_DAYS = timedelta(days=2)
LATER = MORNING + 5 * HOUR
EMPTY = "Dear Mrs Okafor,\n\nwe are still looking into this. Thank you for your patience.\n\nKind regards"


def answered(cast: Cast) -> Case:
    """Ada has told Mrs Okafor something; the next update has its time."""
    case = make_case(owner=cast.ada)
    record_conversation(case, "The parcel is in Leeds.", by=cast.ada, at=MORNING)
    return Case.objects.get(pk=case.pk)


def update_due(case: Case) -> datetime:
    return Deadline.objects.outstanding().get(case=case, kind=Kind.NEXT_UPDATE).due_at


def link(case: Case, cast: Cast) -> None:
    send_new_link(case, at=LATER)


def note(case: Case, cast: Cast) -> None:
    case.notes.write("Called the carrier.", by=cast.ada, at=LATER)


def status(case: Case, cast: Cast) -> None:
    case.rounds.current().read_back("It is lost.", by=cast.ada, at=LATER)
    case.rounds.current().confirm("phone", by=cast.ada, at=LATER)
    assert Case.objects.get(pk=case.pk).stage == "understood"


def assignment(case: Case, cast: Cast) -> None:
    case.assign(cast.leo, by=cast.leo, at=LATER)


def warning(case: Case, cast: Cast) -> None:
    assert sweep(by=DESK, at=update_due(case) - MINUTE).alerts


def thanks(case: Case, cast: Cast) -> None:
    hear(case, "Thanks, that is very kind of you.", by=case.customer, at=LATER)


def mail(case: Case, cast: Cast) -> None:
    sent = reply(case, Reply(sure=SURE, words="It is in Leeds."), by=cast.ada, at=MORNING)
    (row,) = arrive(make_mail("Thanks!", message_id="<two@c.example>", In_Reply_To=sent.message_id), at=LATER)
    assert row.case == case


def letter(case: Case, cast: Cast) -> None:
    record_letter(case, "I am still waiting.", by=cast.ada, at=LATER, theirs=True)


def try_to_reach(case: Case, cast: Cast) -> None:
    case.attempts.make(result="busy", follow_up=False, by=cast.ada, at=LATER)


@pytest.mark.parametrize("deed", [link, note, status, assignment, warning, thanks, mail, letter, try_to_reach])
def test_this_is_no_update(cast: Cast, deed: Callable[[Case, Cast], None]) -> None:
    case = answered(cast)
    before = update_due(case)
    assert before == MORNING + TWO_DAYS
    deed(case, cast)
    assert update_due(case) == before


def test_a_receipt_answers_nobody(cast: Cast) -> None:
    case = make_case(receipt=True)
    assert Message.objects.get(direction="out").automatic
    assert Deadline.objects.outstanding().filter(case=case, kind=Kind.FIRST_ANSWER).exists()


@pytest.mark.parametrize("way", ["mail", "call", "letter"])
def test_a_human_word_that_says_something_is_one(cast: Cast, way: str) -> None:
    case = answered(cast)
    words = "The van has your table on board."
    if way == "mail":
        reply(case, Reply(sure=SURE, words=words), by=cast.ada, at=LATER)
    elif way == "call":
        record_conversation(case, words, by=cast.ada, at=LATER)
    else:
        record_letter(case, words, by=cast.ada, at=LATER, theirs=False)
    assert update_due(case) == LATER + TWO_DAYS
    assert Deadline.objects.filter(case=case, kind=Kind.NEXT_UPDATE, met_at=LATER).count() == 1


def test_still_looking_counts_once_and_not_twice_in_a_row(cast: Cast) -> None:
    case = answered(cast)
    reply(case, Reply(sure=SURE, words=EMPTY), by=cast.ada, at=LATER)
    assert update_due(case) == LATER + TWO_DAYS
    reply(case, Reply(sure=SURE, words=EMPTY), by=cast.ada, at=LATER + HOUR)
    assert update_due(case) == LATER + TWO_DAYS
    assert Entry.objects.filter(deed="update.empty").count() == 1
    reply(case, Reply(sure=SURE, words="The van has your table on board."), by=cast.ada, at=LATER + 2 * HOUR)
    assert update_due(case) == LATER + 2 * HOUR + TWO_DAYS
    reply(case, Reply(sure=SURE, words=EMPTY), by=cast.ada, at=LATER + 150 * MINUTE)
    assert update_due(case) == LATER + 150 * MINUTE + TWO_DAYS


def test_an_automatic_mail_between_two_empty_ones_makes_neither_of_them_news(cast: Cast) -> None:
    case = answered(cast)
    reply(case, Reply(sure=SURE, words=EMPTY), by=cast.ada, at=LATER)
    send_new_link(case, at=LATER + 30 * MINUTE)
    reply(case, Reply(sure=SURE, words=EMPTY), by=cast.ada, at=LATER + HOUR)
    assert update_due(case) == LATER + TWO_DAYS


def test_a_word_that_comes_back_was_no_update(cast: Cast) -> None:
    case = answered(cast)
    message = reply(case, Reply(sure=SURE, words="The van has your table on board."), by=cast.ada, at=LATER)
    message.deliveries.get().bounce(because="550 no such person", by=DESK, at=LATER + HOUR)
    assert update_due(case) == MORNING + TWO_DAYS
    assert Case.objects.get(pk=case.pk).human_spoke_at == MORNING


def test_an_update_that_came_back_is_still_warned_of_and_missed(cast: Cast) -> None:
    case = answered(cast)
    message = reply(case, Reply(sure=SURE, words="The van has your table on board."), by=cast.ada, at=LATER)
    due = MORNING + TWO_DAYS
    message.deliveries.get().bounce(because="550 no such person", by=DESK, at=due + DAY)
    assert sweep(by=DESK, at=due + DAY).missed >= 1
    missed = Entry.objects.filter(chain=case.pk, deed="deadline.missed", data__kind="the next update")
    assert [entry.at for entry in missed] == [due]


def test_a_call_written_down_afterwards_sets_no_earlier_time(cast: Cast) -> None:
    case = answered(cast)
    reply(case, Reply(sure=SURE, words="The van has your table on board."), by=cast.ada, at=LATER)
    record_conversation(case, "We spoke of the van.", by=cast.ada, at=LATER + HOUR, said_at=MORNING + HOUR)
    assert update_due(case) == LATER + TWO_DAYS
