"""Calls, asks, handoffs and stand-ins on the page of a case: what it shows to whom, and what its forms do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack
from amends.messages.message import Message
from amends.messages.writing import Reply, hear, reply
from amends.people.person import Person
from amends.standins.standin import StandIn
from amends.standins.sweeping import come_back, go_away
from tests.cast import DAY, HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
GAIN = "Leo handles nothing but lost parcels and can see the depot's cameras."
NOON = MORNING + 2 * HOUR


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """The clock stands at noon of the Tuesday on which the story begins."""
    with time_machine.travel(NOON, tick=False):
        yield


def shown(page: object) -> str:
    return " ".join(page.content.decode().split())  # type: ignore[attr-defined]


def answered(desk: Desk, by: Person) -> None:
    """The case is answered by this person, who has it from then on."""
    reply(desk.case, Reply(sure=SURE, words="Thank you for telling us. I am sorry."), by=by, at=MORNING + HOUR)
    desk.case.refresh_from_db()


def call(desk: Desk, **typed: object) -> CallBack:
    filled = {
        "about": "the table", "phone": "+44 20 7946 0017", "via": "phone", "time_zone": "Europe/London",
        "hours_from": "08:00", "hours_until": "20:00", **typed,
    }  # fmt: skip
    answer = desk.act("call-backs", **filled)
    assert answer.status_code == 303, shown(answer)
    return CallBack.objects.latest("pk")


# Call-backs.


def test_the_form_for_a_call_knows_their_number_and_their_clock(cast: Cast, ada: Desk) -> None:
    ada.case.customer.change(time_zone="Africa/Lagos", by=cast.ada, at=NOON)
    ada.case.customer.addresses.learn("phone", "020 7946 0017", by=cast.ada, at=NOON)
    page = shown(ada.look("?calls=1"))
    assert 'value="020 7946 0017"' in page
    assert '<option value="Africa/Lagos" selected>Lagos</option>' in page


def test_a_time_they_named_stands_on_their_clock(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    row = call(ada, due="2026-03-05T15:00", time_zone="America/New_York")
    assert row.deadline.due_at == datetime(2026, 3, 5, 20, tzinfo=UTC)
    assert row.caller == cast.ada
    page = shown(ada.look())
    assert "There it is Thu 5 Mar 15:00 then, and 07:00 now (New York)" in page
    assert "Not now." in page
    assert 'href="tel:+442079460017"' in page


def test_without_a_time_it_falls_due_as_policy_says(cast: Cast, ada: Desk) -> None:
    row = call(ada)
    assert row.deadline.policy.startswith("house@")
    assert NOON < row.deadline.due_at < NOON + DAY


def test_a_time_we_named_is_a_promise_too(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    row = call(ada, due="2026-03-05T15:00", promised="on", about="We call you about the table")
    assert row.promise is not None
    assert (row.promise.words, row.promise.first_due_at) == ("We call you about the table", row.deadline.due_at)


def test_a_call_needs_a_number_and_a_promised_one_a_time(ada: Desk) -> None:
    page = ada.act("call-backs", about="the table", via="phone", time_zone="Europe/London", hours_from="08:00",
                   hours_until="20:00", promised="on")  # fmt: skip
    assert page.status_code == 422
    assert "We have no number of theirs." in shown(page)
    assert "Say which time we told them." in shown(page)
    assert 'value="the table"' in shown(page)
    assert not CallBack.objects.exists()


def test_nobody_who_is_out_then_can_be_chosen_to_call(cast: Cast, ada: Desk) -> None:
    go_away(cast.leo, starts_at=NOON + DAY, ends_at=NOON + 3 * DAY, by=cast.leo, at=NOON)
    page = ada.act("call-backs", about="x", phone="020 7946 0017", via="phone", time_zone="Europe/London",
                   hours_from="08:00", hours_until="20:00", due="2026-03-05T15:00", caller=cast.leo.pk)  # fmt: skip
    assert (page.status_code, "Leo is away. Choose somebody who is here." in shown(page)) == (422, True)


def test_a_try_shows_with_its_outcome_and_the_next_one(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    row = call(ada, due="2026-03-03T13:00")
    assert (
        ada.act(f"call-backs/{row.pk}/attempts", result="voicemail", next_try_at="2026-03-03T12:40").status_code == 303
    )
    page = shown(ada.look())
    assert "today 12:00: left a message (Ada)" in page
    assert "Next try today 12:40" in page
    assert "Call them again today 12:40" in page


def test_speaking_makes_the_call_and_leaves_it_in_the_conversation(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    row = call(ada, due="2026-03-03T13:00")
    assert ada.act(f"call-backs/{row.pk}/call", words="").status_code == 422
    assert ada.act(f"call-backs/{row.pk}/call", words="She is glad that we called.").status_code == 303
    row.refresh_from_db()
    assert row.message == Message.objects.get(text="She is glad that we called.")
    assert "Calls to make" not in shown(ada.look())
    assert ada.act(f"call-backs/{row.pk}/call", words="again").status_code == 422


def test_what_is_promised_in_the_call_is_on_record_with_it(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    row = call(ada, due="2026-03-03T13:00")
    assert "Promise something in it" in shown(ada.look())
    typed = {"promise-0-words": "The table comes", "promise-0-due": "2026-03-06T17:00", "promise-0-kind": "delivery"}
    assert ada.act(f"call-backs/{row.pk}/call", words="She wants it on Friday.", **typed).status_code == 303
    promise = ada.case.promises.get()
    row.refresh_from_db()
    assert (promise.words, promise.made_in) == ("The table comes", row.message)


def test_after_a_broken_promise_the_next_call_we_name_needs_a_lead(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    ada.case.promises.make("A call", due=NOON - HOUR / 2, by=cast.ada, at=NOON - HOUR)
    filled = {
        "about": "the table", "phone": "020 7946 0017", "via": "phone", "time_zone": "Europe/London",
        "hours_from": "08:00", "hours_until": "20:00", "due": "2026-03-05T15:00", "promised": "on",
    }  # fmt: skip
    page = ada.act("call-backs", **filled)
    assert (page.status_code, "Name the lead who answers for the next one" in shown(page)) == (422, True)
    assert ada.act("call-backs", **filled, backed_by=cast.leo.pk).status_code == 303
    assert CallBack.objects.get().promise.backed_by == cast.leo  # type: ignore[union-attr]


def test_a_call_is_called_off_in_their_words_and_given_to_somebody_else(cast: Cast, ada: Desk) -> None:
    row = call(ada, due="2026-03-03T13:00")
    assert ada.act(f"call-backs/{row.pk}/caller", caller=cast.leo.pk).status_code == 303
    row.refresh_from_db()
    assert row.caller == cast.leo
    assert "Leo calls" in shown(ada.look())
    assert ada.act(f"call-backs/{row.pk}/calling-off", because="").status_code == 422
    assert ada.act(f"call-backs/{row.pk}/calling-off", because="I wrote to you instead").status_code == 303
    row.refresh_from_db()
    assert not row.is_open


def test_a_call_of_another_case_is_not_found(cast: Cast, ada: Desk, leo: Desk) -> None:
    other = make_case(email="lee@example.com")
    row = other.call_backs.ask(by=cast.ada, at=NOON)
    assert ada.act(f"call-backs/{row.pk}/call", words="x").status_code == 404


# What they sent.


def test_what_nobody_has_opened_is_said_until_somebody_has(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    assert "nobody has opened" not in shown(ada.look())
    hear(ada.case, "Here is the photo.", by=ada.case.customer, at=NOON)
    assert "They sent something nobody has opened" in shown(ada.look())
    assert ada.act("opening", found="lacks", lacks="").status_code == 422
    assert ada.act("opening", found="lacks", lacks="the second page").status_code == 303
    page = shown(ada.look())
    assert "nobody has opened" not in page
    assert "opened what they sent: the second page" in page


# Asks and red tape.


def test_the_case_for_priority_is_drafted_and_can_be_changed(cast: Cast, ada: Desk) -> None:
    ada.case.facts.note("Her daughter sleeps on the floor", about="effect", by=cast.ada, at=MORNING)
    assert "Her daughter sleeps on the floor" in shown(ada.look("?asks=1"))
    answer = ada.act("asks", what="Look for the parcel", of="", name_elsewhere="Jo Lee", email="jo@depot.example.com",
                     department="Depot", priority="She waits for nine days.")  # fmt: skip
    assert answer.status_code == 303
    ask = Ask.objects.get()
    assert (ask.name, ask.priority, ask.notify_at) == ("Jo Lee", "She waits for nine days.", NOON)
    page = shown(ada.look())
    assert "Jo Lee, Depot" in page
    assert "the mail is about to go" in page


def test_an_ask_needs_a_person(ada: Desk) -> None:
    page = ada.act("asks", what="Look for the parcel", department="Depot", priority="It matters.")
    assert (page.status_code, "a department alone answers nobody" in shown(page)) == (422, True)
    assert "It matters." in shown(page)


def test_an_answer_is_recorded_checked_and_shown_with_its_state(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    ada.act("asks", what="Look for the parcel", of=cast.leo.pk)
    ask = Ask.objects.get()
    assert ask.of == cast.leo
    ada.act(f"asks/{ask.pk}/answer", said="acknowledged")
    assert "acknowledged" in shown(ada.look())
    assert ada.act(f"asks/{ask.pk}/answer", said="done", words="").status_code == 422
    ada.act(f"asks/{ask.pk}/answer", said="done", words="It stood behind the door.")
    page = shown(ada.look())
    assert "done, to be checked" in page
    assert "It stood behind the door." in page
    assert ada.act(f"asks/{ask.pk}/check").status_code == 303
    assert "done and checked" in shown(ada.look())


def test_an_ask_that_is_not_needed_is_withdrawn(cast: Cast, ada: Desk) -> None:
    ada.act("asks", what="Look for the parcel", of=cast.leo.pk)
    ask = Ask.objects.get()
    assert ada.act(f"asks/{ask.pk}/withdrawal", because="it came").status_code == 303
    assert ada.act(f"asks/{ask.pk}/withdrawal").status_code == 422


def test_red_tape_is_noted_with_what_it_cost_them(ada: Desk) -> None:
    assert ada.act("red-tape", words="Two signatures", kind="approval", cost="", unit="hours").status_code == 422
    typed = {"words": "Two signatures", "kind": "approval", "cost": "two days without a table", "unit": "days"}
    assert ada.act("red-tape", waited="1.5", **typed).status_code == 303
    assert ada.case.red_tape.get().waited == timedelta(days=1.5)
    assert "waiting for a yes; it cost them: two days without a table" in shown(ada.look())


# Handoffs.


def offered(ada: Desk, cast: Cast) -> int:
    answered(ada, cast.ada)
    answer = ada.act("handoffs", to=cast.leo.pk, gain=GAIN, brief="")
    assert answer.status_code == 303, shown(answer)
    return int(ada.case.handoffs.get().pk)


def test_a_gain_that_says_nothing_is_refused_with_what_was_typed(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    page = ada.act("handoffs", to=cast.leo.pk, gain="For further assistance.", brief="my brief")
    assert page.status_code == 422
    assert "For further assistance." in shown(page)
    assert "my brief" in shown(page)
    assert ada.case.owner == cast.ada


def test_the_brief_begins_from_the_record(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    ada.case.facts.note("Order 4711", about="order", by=cast.ada, at=NOON)
    page = shown(ada.look("?passing=1"))
    assert "Order 4711 (told by the customer)" in page
    assert "Says nothing" in page
    assert "Says what they gain" in page


def test_the_giver_has_it_until_the_receiver_tells_the_customer(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    assert "Offered to Leo" in shown(ada.look())
    page = leo.look()
    assert "Ada offers you this case" in shown(page)
    assert "Leo handles nothing but lost parcels" in shown(page)
    words = page.context["page"].accepting.initial["words"]
    assert "my name is Leo" in words
    assert ada.case.owner == cast.ada
    assert ada.act(f"handoffs/{pk}/acceptance", words=words).status_code == 422
    assert leo.act(f"handoffs/{pk}/acceptance", words=words).status_code == 303
    assert leo.case.owner == cast.leo
    assert leo.case.messages.ours().latest("pk").text == words
    after = shown(leo.look())
    assert "<dt>Handed over</dt><dd>1 time</dd>" in after
    assert "offers you this case" not in after


def test_a_letter_that_promises_more_is_sent_back_with_its_words(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    words = "I am Leo. I will refund you the 39.00 by Friday."
    page = leo.act(f"handoffs/{pk}/acceptance", words=words)
    assert (page.status_code, words in shown(page)) == (422, True)
    assert leo.case.owner == cast.ada
    assert "This is no promise" in shown(page)
    row = {"promise-0-words": "I will refund you the 39.00 by Friday.", "promise-0-found": "on"}
    assert leo.act(f"handoffs/{pk}/acceptance", words=words, **row).status_code == 422
    typed = {**row, "promise-0-due": "2026-03-06T17:00", "promise-0-kind": "money"}
    assert leo.act(f"handoffs/{pk}/acceptance", words=words, **typed).status_code == 303
    assert leo.case.promises.get().kind == "money"


def test_what_binds_nobody_is_said_to_be_no_promise(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    row = {"promise-0-words": "I will call you.", "promise-0-found": "on", "promise-0-none": "on"}
    assert leo.act(f"handoffs/{pk}/acceptance", words="I am Leo. I will call you.", **row).status_code == 303
    assert not leo.case.promises.exists()


def test_a_declined_offer_leaves_the_case_where_it_is(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    assert leo.act(f"handoffs/{pk}/declining", because="").status_code == 422
    assert leo.act(f"handoffs/{pk}/declining", because="I am at the depot all week").status_code == 303
    assert leo.case.owner == cast.ada
    assert "Hand it over, where the customer gains by it" in shown(ada.look())


# Standing in.


def away(ada: Desk, cast: Cast) -> StandIn:
    """Ada answered, and is ill for two days from noon; Leo is her deputy."""
    answered(ada, cast.ada)
    ada.case.promises.make("The table comes", due=NOON + DAY, by=cast.ada, at=NOON)
    go_away(cast.ada, starts_at=NOON, ends_at=NOON + 2 * DAY, deputy=cast.leo, by=cast.ada, at=NOON)
    return StandIn.objects.get(case=ada.case, call_back=None)


def test_the_stand_in_reads_the_letter_and_sends_it(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    page = leo.look()
    assert "Tell them that you stand in for Ada" in shown(page)
    words = page.context["page"].introducing.initial["words"]
    assert leo.act(f"stand-ins/{row.pk}/introduction", words=words).status_code == 303
    assert "Ada is away until" in leo.case.messages.ours().latest("pk").text
    assert "Tell them that you stand in" not in shown(leo.look())
    assert leo.act(f"stand-ins/{row.pk}/introduction", words=words).status_code == 422


def test_what_was_said_on_the_phone_sends_no_mail(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    assert leo.act(f"stand-ins/{row.pk}/introduction", words="I called her.", spoken="on").status_code == 303
    assert leo.case.messages.ours().latest("pk").channel == "phone"


@pytest.mark.parametrize(("answer", "owner"), [("return", "Ada"), ("leaving", "Leo")])
def test_whoever_is_back_sees_what_happened_and_takes_it_back_or_leaves_it(
    cast: Cast, ada: Desk, leo: Desk, answer: str, owner: str
) -> None:
    row = away(ada, cast)
    with time_machine.travel(NOON + DAY, tick=False):
        leo.act("notes", words="The depot called.")
    assert row.absence is not None
    come_back(row.absence, by=cast.ada, at=NOON + 2 * DAY)
    with time_machine.travel(NOON + 2 * DAY, tick=False):
        page = shown(ada.look())
        assert "Leo had this case since Tue 3 Mar 12:00" in page
        assert "Leo noted: The depot called." in page
        assert "While you were away" not in shown(leo.look())
        assert ada.act(f"stand-ins/{row.pk}/{answer}").status_code == 303
        assert ada.case.owner is not None
        assert ada.case.owner.name == owner
        assert "While you were away" not in shown(ada.look())


def test_when_it_is_taken_back_there_is_nobody_to_tell_of_any_more(cast: Cast, ada: Desk, leo: Desk) -> None:
    row = away(ada, cast)
    assert row.absence is not None
    come_back(row.absence, by=cast.ada, at=NOON + HOUR)
    with time_machine.travel(NOON + HOUR, tick=False):
        assert "Ada was away, and I, Leo" in leo.look().context["page"].introducing.initial["words"]
        ada.act(f"stand-ins/{row.pk}/return")
        assert "stand in for" not in shown(leo.look())
    assert ada.case.deadlines.get(kind="stand_in").void_at == NOON + HOUR


# What it costs.


def fill(desk: Desk, cast: Cast, count: int) -> None:
    for n in range(count):
        at = NOON - (count - n) * timedelta(minutes=1)
        row = desk.case.call_backs.ask(about=f"call {n}", by=cast.ada, at=at)
        row.attempt("busy", by=cast.ada, at=at)
        desk.case.asks.make(f"ask {n}", of=cast.leo, by=cast.ada, at=at)
        desk.case.red_tape.note(f"tape {n}", kind="rule", cost="a day", by=cast.ada, at=at)


def statements(desk: Desk, tail: str = "") -> int:
    desk.look(tail)
    with CaptureQueriesContext(connection) as caught:
        assert desk.look(tail).status_code == 200
    return len(caught)


def test_thirty_of_everything_take_as_many_statements_as_one(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    fill(ada, cast, 1)
    one = statements(ada)
    fill(ada, cast, 29)
    assert (statements(ada), one <= 15) == (one, True)


@pytest.mark.parametrize("strip", ["offer", "stand-in"])
def test_the_page_stays_within_its_budget_with_a_letter_on_it(cast: Cast, ada: Desk, leo: Desk, strip: str) -> None:
    if strip == "offer":
        offered(ada, cast)
    else:
        away(ada, cast)
    hear(ada.case, "And?", by=ada.case.customer, at=NOON)
    assert statements(leo) <= 16  # one of them looks for like cases that ended well


@pytest.mark.parametrize(("part", "most"), [("calls", 15), ("tape", 15), ("asks", 22), ("passing", 22)])
def test_a_form_that_is_drafted_from_the_record_reads_it_once(cast: Cast, ada: Desk, part: str, most: int) -> None:
    answered(ada, cast.ada)
    fill(ada, cast, 3)
    assert statements(ada, f"?{part}=1") <= most


def test_a_case_one_may_not_see_has_no_acts(cast: Cast, ada: Desk) -> None:
    ada.case.restrict(by=cast.leo, at=NOON)
    for noun in ("call-backs", "asks", "handoffs", "red-tape", "opening"):
        assert ada.act(noun).status_code == 404
