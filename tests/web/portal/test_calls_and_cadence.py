"""The customer asks for a call, chooses how often they hear from us, and sees who looks after them."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest

from amends.callbacks.callback import CallBack
from amends.messages.writing import Reply, reply
from amends.standins.sweeping import come_back, depart, go_away
from tests.cast import DAY, HOUR, SURE, make_case
from tests.web.portal.forms import send
from tests.web.portal.scenes import make_scene, token

if TYPE_CHECKING:
    from django.test import Client

    from amends.cases.case import Case
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
FILLED = {"phone": "020 7946 0017", "hours_from": "08:00", "hours_until": "20:00", "time_zone": "Europe/London"}


def words(page: object) -> str:
    return " ".join(page.content.decode().split())  # type: ignore[attr-defined]


def look(browser: Client, case: Case, now: datetime, tail: str = "") -> str:
    return words(browser.get(f"/c/{token(case, at=now)}{tail}"))


def test_they_ask_for_a_call_and_see_who_calls_and_by_when(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    page = send(browser, token(case, at=now), "calls", about="the table", due="", **FILLED)
    assert page.status_code == 303
    row = CallBack.objects.get()
    assert (row.caller, row.asked_via, row.about, row.phone) == (cast.ada, "portal", "the table", "020 7946 0017")
    assert (row.hours_from, row.hours_until) == (time(8), time(20))
    shown = words(browser.get(page["Location"]))
    assert "Thank you. Ada calls you by" in shown
    assert "We call you" in shown
    assert "Would you rather be called?" not in shown


def test_the_time_they_name_is_on_the_clock_they_choose(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    filled = {**FILLED, "time_zone": "America/New_York", "due": "2026-03-19T10:00"}
    assert send(browser, token(case, at=now), "calls", **filled).status_code == 303
    assert CallBack.objects.get().deadline.due_at == datetime(2026, 3, 19, 14, tzinfo=UTC)
    assert "Ada calls you by 10:00 tomorrow (Thursday) (New York time)." in look(browser, case, now)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"due": "2026-03-17T10:00"}, "still to come"),
        ({"due": "2027-03-17T10:00"}, "still to come"),
        ({"due": "never"}, "Enter a valid date/time"),
        ({"phone": "12"}, "Is there a digit missing?"),
        ({"phone": ""}, "Please tell us the number"),
        ({"time_zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"hours_from": ""}, "This field is required"),
    ],
)
def test_what_cannot_be_is_sent_back_with_what_was_typed(
    browser: Client, now: datetime, cast: Cast, typed: dict[str, str], why: str
) -> None:
    case = make_case(at=now)
    page = send(browser, token(case, at=now), "calls", **{**FILLED, "about": "the table", **typed})
    assert (page.status_code, why in words(page), 'value="the table"' in words(page)) == (422, True, True)
    assert not CallBack.objects.exists()


def test_no_call_is_asked_for_at_a_time_when_we_are_closed(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    page = send(browser, token(case, at=now), "calls", **FILLED, due="2026-03-22T10:00")
    assert (page.status_code, "We are closed at that time." in words(page)) == (409, True)


def test_the_number_we_hold_is_used_and_not_shown(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    case.customer.addresses.learn("phone", "020 7946 0099", by=cast.ada, at=now)
    assert "7946 0099" not in look(browser, case, now)
    assert send(browser, token(case, at=now), "calls", **{**FILLED, "phone": ""}).status_code == 303
    assert CallBack.objects.get().phone == "020 7946 0099"


def test_a_second_call_is_not_put_on_the_list(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    send(browser, token(case, at=now), "calls", **FILLED)
    page = send(browser, token(case, at=now), "calls", **{**FILLED, "about": "again"})
    assert (page.status_code, "on our list already" in words(page)) == (409, True)
    assert CallBack.objects.count() == 1


def test_a_call_that_is_late_says_sorry(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    case.call_backs.ask(by=case.customer, at=now - 3 * DAY, due=now - HOUR)
    assert (
        "Ada was to call you by 09:00 today (Wednesday) (London time), and did not reach you yet. We are sorry."
        in look(browser, case, now)
    )


def test_they_choose_how_often_they_hear_from_us(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    assert "We write as often as we think right." in look(browser, case, now)
    page = send(browser, token(case, at=now), "cadence", cadence="every working hour")
    case.refresh_from_db()
    assert (page.status_code, case.cadence) == (303, "every working hour")
    assert "You asked to hear from us every working hour. Our next word comes by" in look(browser, case, now)
    send(browser, token(case, at=now), "cadence", cadence="")
    case.refresh_from_db()
    assert case.cadence == ""


def test_a_cadence_that_is_not_on_offer_is_refused(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    page = send(browser, token(case, at=now), "cadence", cadence="every minute")
    assert (page.status_code, "Please choose one of these." in words(page)) == (422, True)


def test_an_ended_case_offers_no_cadence_and_may_still_be_called_about(
    browser: Client, now: datetime, cast: Cast
) -> None:
    case = make_scene("satisfied", cast, now=now)
    assert "How often you hear from us" not in look(browser, case, now)
    assert send(browser, token(case, at=now), "cadence", cadence="daily").status_code == 409
    assert send(browser, token(case, at=now), "calls", **FILLED).status_code == 303


def test_a_forged_form_puts_no_call_on_the_list(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_case(at=now)
    assert browser.post(f"/c/{token(case, at=now)}/calls", {**FILLED, "mark": "x"}).status_code == 403
    assert browser.get(f"/c/{token(case, at=now)}/calls").status_code == 303
    assert browser.post("/c/nothing/calls", FILLED).status_code == 404
    assert not CallBack.objects.exists()


def test_who_stands_in_is_named_until_the_other_is_back(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    assert "away" not in look(browser, case, now)
    absence = go_away(cast.ada, starts_at=now, ends_at=now + 2 * DAY, deputy=cast.leo, by=cast.ada, at=now)
    assert "Ada is away until Friday 20 March. Leo looks after your case meanwhile." in look(browser, case, now)
    come_back(absence, by=cast.ada, at=now + HOUR)
    assert "is away" not in look(browser, case, now)


def test_whoever_left_is_named_once_somebody_else_has_the_case(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    depart(cast.ada, by=cast.ines, at=now, heir=cast.leo)
    assert "Ada no longer works with us. Leo looks after your case now." in look(browser, case, now)


def test_why_somebody_is_away_is_told_to_nobody(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    go_away(cast.ada, starts_at=now, deputy=cast.leo, by=cast.leo, at=now)
    shown = look(browser, case, now)
    assert "Ada is away. Leo looks after your case meanwhile." in shown
    assert "ill" not in shown.split("Ada is away")[1][:60].split()


def test_an_ask_of_a_colleague_and_an_offer_never_show(browser: Client, now: datetime, cast: Cast) -> None:
    case = make_scene("listening", cast, now=now)
    case.asks.make("Look behind the door", name="Jo Lee", email="jo@depot.example.com", by=cast.ada, at=now)
    case.red_tape.note("Two signatures", kind="rule", cost="a day", by=cast.ada, at=now)
    case.handoffs.offer(
        cast.leo, gain="Leo handles nothing but lost parcels and sees the cameras.", by=cast.ada, at=now
    )
    reply(case, Reply(sure=SURE, words="Thank you."), by=cast.ada, at=now)
    shown = look(browser, case, now)
    for hidden in ("behind the door", "Jo Lee", "signatures", "cameras", "Leo"):
        assert hidden not in shown
