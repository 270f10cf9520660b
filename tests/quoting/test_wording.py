"""A date as it is said: never on closed time, never earlier than it was worked out, in words a customer understands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from amends.calendars.calendar import Calendar
from amends.histories.history import moment
from amends.quoting.model import fit
from amends.quoting.wording import (
    for_a_call,
    present,
    slot,
    spoken,
    to_the_agent,
    to_the_challenger,
    to_the_customer,
)
from tests.calendars.shops import calendars, moments
from tests.quoting.histories import START, steady

OFFICE = Calendar.of_office_hours("Europe/London", "GB", "ENG")
THURSDAY = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
MODEL = fit(steady(), level=2)
AT = moment(START + 800)


@given(calendars(), moments)
@settings(deadline=None, max_examples=60)
def test_a_quote_never_falls_on_closed_time_and_never_before_the_bound(calendar: Calendar, due: datetime) -> None:
    found = slot(due, calendar)
    assert found >= due
    assert calendar.between(found - timedelta(microseconds=1), found) == timedelta(microseconds=1)


@given(moments, st.floats(0.5, 0.97))
@settings(deadline=None, max_examples=40)
def test_whatever_is_quoted_is_said_as_a_time_at_which_the_house_was_open(at: datetime, probability: float) -> None:
    due = MODEL.quote(at=at, probability=probability).due
    assert due is not None
    assert OFFICE.is_open(slot(due, OFFICE) - timedelta(microseconds=1))


def test_it_is_rounded_up_to_noon_or_to_the_end_of_the_opening_hours() -> None:
    assert slot(THURSDAY, OFFICE) == THURSDAY.replace(hour=12, minute=0)
    assert slot(THURSDAY.replace(hour=12, minute=1), OFFICE) == THURSDAY.replace(hour=17, minute=0)
    assert slot(THURSDAY.replace(hour=18), OFFICE) == datetime(2026, 3, 6, 12, tzinfo=UTC)
    assert slot(datetime(2026, 4, 2, 20, tzinfo=UTC), OFFICE) == datetime(2026, 4, 7, 11, tzinfo=UTC)


def test_it_is_never_a_time_at_which_the_person_is_absent() -> None:
    away = [(THURSDAY, THURSDAY + timedelta(days=1, hours=3))]
    assert present(THURSDAY + timedelta(hours=1), OFFICE, away) == datetime(2026, 3, 6, 17, tzinfo=UTC)


def test_nobody_is_called_in_their_night() -> None:
    tokyo = "Asia/Tokyo"
    called = for_a_call(THURSDAY.replace(hour=14), tokyo)
    assert called.astimezone(ZoneInfo(tokyo)) == datetime(2026, 3, 6, 8, tzinfo=ZoneInfo(tokyo))
    assert for_a_call(THURSDAY, tokyo) == THURSDAY


def test_a_time_is_said_as_people_say_it() -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert spoken(THURSDAY.replace(hour=17, minute=0), "Europe/London", at=at) == "by Thursday 5 pm"
    assert spoken(THURSDAY.replace(hour=12, minute=0), "Europe/London", at=at) == "by Thursday noon"
    assert spoken(at.replace(hour=17), "Europe/London", at=at) == "by 5 pm today"
    assert spoken(datetime(2026, 4, 2, 15, 30, tzinfo=UTC), "Europe/London", at=at) == "by Thursday 2 April, 4:30 pm"
    assert spoken(datetime(2027, 1, 7, 17, tzinfo=UTC), "Europe/London", at=at) == "by Thursday 7 January 2027, 5 pm"


def test_a_quote_explains_itself_to_the_customer_and_to_the_agent() -> None:
    quote = MODEL.quote(at=AT, probability=0.9)
    said, checked = to_the_customer(quote, OFFICE), to_the_agent(quote)
    assert said.startswith("We will have this done by ")
    assert f"of the last {quote.n} cases like yours, about 90 in 100" in said
    for part in (f"n={quote.n}", "probability 90%", "level 2", "all cases opened"):
        assert part in checked


def test_without_a_date_the_customer_hears_when_the_next_news_will_come() -> None:
    quote = fit(steady(40)).quote(at=AT)
    assert "you will hear from us by " in to_the_customer(quote, OFFICE)
    assert "only 40 comparable cases" in to_the_agent(quote)


def test_an_earlier_date_is_challenged_with_its_chance() -> None:
    assert to_the_challenger(0.414, 0.9) == "That date would be kept about 41 times in 100; 90 in 100 are required."
