"""A case passes to another owner for the customer's gain, with a brief, once the receiver has told the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.cases.case import Case, HandoffNeeded
from amends.cases.ending import Refused, close
from amends.handoffs.brief import brief_of
from amends.handoffs.giving import give
from amends.handoffs.handoff import Handoff
from amends.handoffs.introducing import hears_by, suggested
from amends.messages.committing import UnrecordedPromise
from amends.messages.writing import Reply, reply
from amends.people.presence import NotHere
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, MINUTE, MORNING, SURE, make_case

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
GAIN = "Leo handles nothing but lost parcels and can see the depot's cameras."


def owned(cast: Cast, email: str = "okafor@example.com") -> Case:
    case = make_case(email=email)
    reply(case, Reply(sure=SURE, words="Thank you for telling us."), by=cast.ada, at=MORNING)
    case.refresh_from_db()
    return case


def offered(cast: Cast) -> Handoff:
    return owned(cast).handoffs.offer(cast.leo, gain=GAIN, by=cast.ada, at=MORNING)


@pytest.mark.parametrize("gain", ["", "   ", "for further assistance", "I am on holiday", "Leo can help better"])
def test_a_gain_that_is_empty_or_could_be_said_of_any_handoff_is_refused(cast: Cast, gain: str) -> None:
    case = owned(cast)
    with pytest.raises(Refused):
        case.handoffs.offer(cast.leo, gain=gain, by=cast.ada, at=MORNING)
    assert not case.handoffs.exists()


def test_the_giver_owns_it_until_it_is_accepted(cast: Cast) -> None:
    offer = offered(cast)
    offer.case.refresh_from_db()
    assert offer.case.owner == cast.ada
    assert (offer.deadline.assignee, offer.deadline.met_at) == (cast.leo, None)


def test_accepting_tells_the_customer_and_counts_as_one_transfer(cast: Cast) -> None:
    offer = offered(cast)
    message = offer.accept(Reply(sure=SURE, words=suggested(offer, at=MORNING + HOUR)), by=cast.leo, at=MORNING + HOUR)
    case = Case.objects.get()
    assert (case.owner, message.author, message.deliveries.count()) == (cast.leo, cast.leo, 1)
    assert case.handoffs.accepted().count() == 1
    assert case.deadlines.get(kind="handoff").met_at == MORNING + HOUR


def test_the_letter_says_who_why_it_helps_and_when_they_will_hear(cast: Cast) -> None:
    words = suggested(offered(cast), at=MORNING + HOUR)
    assert "my name is Leo, and I look after your case from now on" in words
    assert "it helps you: Leo handles nothing but lost parcels" in words
    assert "You will hear from me again by Thu 05 Mar, 11:00." in words


def test_the_time_the_letter_names_is_when_our_next_word_is_due_once_it_is_sent(cast: Cast) -> None:
    offer = offered(cast)
    words = suggested(offer, at=MORNING + HOUR)
    offer.accept(Reply(sure=SURE, words=words), by=cast.leo, at=MORNING + HOUR + 20 * MINUTE)  # it took a while to read
    due = offer.case.deadlines.get(kind="next_update", met_at=None).due_at
    assert due == hears_by(Case.objects.get(), at=MORNING + HOUR + 20 * MINUTE)
    assert not offer.case.promises.exists()


@pytest.mark.parametrize(
    "more", ["I will call you tomorrow at 9:00.", "You will hear from me by Tuesday 3 March, 15:00."]
)
def test_what_the_letter_promises_beyond_that_must_be_on_record(cast: Cast, more: str) -> None:
    offer = offered(cast)
    with pytest.raises(UnrecordedPromise):
        offer.accept(Reply(sure=SURE, words=f"I am Leo. {more}"), by=cast.leo, at=MORNING + HOUR)
    offer.case.refresh_from_db()
    assert offer.case.owner == cast.ada


def test_it_may_be_told_on_the_phone(cast: Cast) -> None:
    offer = offered(cast)
    message = offer.accept(Reply(sure=SURE, words="I told her."), spoken=True, by=cast.leo, at=MORNING + HOUR)
    assert (message.channel, message.deliveries.count()) == ("phone", 0)


def test_only_the_receiver_accepts(cast: Cast) -> None:
    with pytest.raises(Refused, match="Only Leo"):
        offered(cast).accept(Reply(sure=SURE, words="Hello."), by=cast.mira, at=MORNING)


def test_an_offer_is_answered_once(cast: Cast) -> None:
    offer = offered(cast)
    offer.decline(because="I am full", by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="answered before"):
        offer.accept(Reply(sure=SURE, words="Hello."), by=cast.leo, at=MORNING)


def test_an_offer_lapses_when_its_receiver_goes_away(cast: Cast) -> None:
    offer = offered(cast)
    go_away(cast.leo, starts_at=MORNING + HOUR, ends_at=MORNING + DAY, by=cast.leo, at=MORNING + HOUR)
    offer.refresh_from_db()
    assert offer.declined_because == "Leo is away"
    assert offer.deadline.void_at == MORNING + HOUR


def test_one_offer_stands_at_a_time_and_none_to_the_owner_or_to_somebody_away(cast: Cast) -> None:
    case = offered(cast).case
    with pytest.raises(Refused, match="being offered"):
        case.handoffs.offer(cast.mira, gain=GAIN, by=cast.ada, at=MORNING)
    other = owned(cast, email="lee@example.com")
    with pytest.raises(Refused, match="has this case already"):
        other.handoffs.offer(cast.ada, gain=GAIN, by=cast.ada, at=MORNING)
    go_away(cast.mira, starts_at=MORNING, ends_at=MORNING + DAY, by=cast.mira, at=MORNING)
    with pytest.raises(NotHere):
        other.handoffs.offer(cast.mira, gain=GAIN, by=cast.ada, at=MORNING)


def test_what_nobody_has_is_given_and_not_handed_off(cast: Cast) -> None:
    case = make_case()
    with pytest.raises(Refused, match="Nobody has this case"):
        case.handoffs.offer(cast.leo, gain=GAIN, by=cast.ada, at=MORNING)
    give(case, cast.leo, by=cast.ada, at=MORNING)
    assert case.owner == cast.leo


def test_from_whoever_is_here_it_is_not_given_and_from_whoever_is_away_it_is(cast: Cast) -> None:
    case = owned(cast)
    with pytest.raises(HandoffNeeded):
        give(case, cast.mira, by=cast.leo, at=MORNING)
    with pytest.raises(HandoffNeeded):
        give(case, cast.leo, by=cast.leo, at=MORNING)
    assert Case.objects.get().owner == cast.ada
    go_away(cast.ada, starts_at=MORNING, ends_at=MORNING + DAY, deputy=cast.leo, by=cast.ada, at=MORNING)
    Case.objects.update(owner=cast.ada)  # as one is that was forgotten
    give(case, cast.mira, by=cast.leo, at=MORNING)
    assert Case.objects.get().owner == cast.mira


def test_a_case_that_ended_is_neither_offered_nor_taken_over(cast: Cast) -> None:
    offer = offered(cast)
    case = Case.objects.get()
    close(case, "withdrawn", because="found it", by=cast.ada, at=MORNING)
    with pytest.raises(Refused, match="has ended"):
        offer.accept(Reply(sure=SURE, words="Hello."), by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="has ended"):
        Case.objects.get().handoffs.offer(cast.mira, gain=GAIN, by=cast.ada, at=MORNING)


def test_a_restricted_case_is_not_offered_to_somebody_who_may_not_see_it(cast: Cast) -> None:
    case = make_case()
    case.take(by=cast.leo, at=MORNING)
    case.restrict(by=cast.leo, at=MORNING)
    with pytest.raises(Refused, match="Ada may not see this case"):
        case.handoffs.offer(cast.ada, gain="Ada speaks Yoruba and lives round the corner.", by=cast.leo, at=MORNING)


def test_the_brief_tells_what_the_receiver_must_not_ask_again(cast: Cast) -> None:
    case = owned(cast)
    case.facts.note("Order 4711", about="order", by=cast.ada, at=MORNING)
    case.concerns.note("A bed by Friday", by=cast.ada, at=MORNING)
    case.promises.make("A call from the depot", due=MORNING + DAY, by=cast.ada, at=MORNING)
    brief = brief_of(case, at=MORNING)
    assert "order or account: Order 4711 (told by the customer)" in brief
    assert "- A bed by Friday" in brief
    assert "- A call from the depot, by Wed 04 Mar, 10:00 (open)" in brief
