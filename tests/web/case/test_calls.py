"""Calls on the page of a case: the form, the tries, what was said, and who makes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from amends.callbacks.callback import CallBack
from amends.messages.message import Message
from amends.standins.sweeping import go_away
from tests.cast import DAY, HOUR, make_case
from tests.web.case.teamwork import NOON, answered, call, shown

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


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
