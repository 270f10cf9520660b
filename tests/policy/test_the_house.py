"""The house's numbers, in code and in its pack, are the same."""

from __future__ import annotations

import sys
from dataclasses import fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from subprocess import run
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff
from amends.calendars.opening import Opening
from amends.policy.choosing import due, shipped
from amends.policy.house import HOUSE
from amends.policy.pack import Number, Pack, Preset
from amends.policy.words import Due, Kind, Severity, Unit

CHOICE = shipped().choose(on=date(2026, 11, 23))
HOUR = timedelta(hours=1)


def pack() -> Pack:
    """The house's pack."""
    return CHOICE.packs[-1]


def calendar() -> Calendar:
    """The house's hours."""
    found = pack().calendar
    assert found is not None
    return found


def number(name: str) -> Decimal:
    """A number of the house."""
    row = pack().row("numbers", name)
    assert isinstance(row, Number)
    return row.value


def test_every_row_of_the_house_is_its_own_target() -> None:
    assert {row.kind for row in pack().rows()} == {Kind.HOUSE_TARGET}


def test_the_place_and_its_hours_are_those_of_the_house() -> None:
    day = (Opening.read("09:00", "17:30"),)
    assert calendar() == Calendar(HOUSE.time_zone, (day,) * 5 + ((), ()), DaysOff(HOUSE.country, HOUSE.region or ""))


@pytest.mark.parametrize("severity", Severity)
def test_everything_that_may_fall_due_has_a_time_and_the_graver_the_sooner(severity: Severity) -> None:
    at = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/London"))
    update = CHOICE.cadence(severity, on=at.date())
    answer = CHOICE.deadline(Due.FIRST_ANSWER, on=at.date(), severity=severity)
    assert answer is not None
    assert update is not None
    for what in (Due.CALL_BACK, Due.INBOUND_OPENING, Due.ASK, Due.HANDOFF, Due.FOLLOW_UP, Due.SECOND_TRY):
        assert CHOICE.deadline(what, on=at.date(), severity=severity) is not None, what
    if severity < max(Severity):
        slower = CHOICE.deadline(Due.FIRST_ANSWER, on=at.date(), severity=Severity(severity + 1))
        seldomer = CHOICE.cadence(Severity(severity + 1), on=at.date())
        assert slower is not None
        assert seldomer is not None
        assert due(answer, at, calendar()) < due(slower, at, calendar())
        assert due(update, at, calendar()) < due(seldomer, at, calendar())


times = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(ZoneInfo("UTC")))  # noqa: DTZ001


@given(times)
@settings(deadline=None, max_examples=60)
def test_the_follow_up_comes_some_working_days_later_within_the_hours(at: datetime) -> None:
    (follow_up,) = CHOICE.deadlines(Due.FOLLOW_UP, on=date(2026, 11, 23))
    (silence,) = CHOICE.deadlines(Due.SECOND_TRY, on=date(2026, 11, 23))
    days = calendar()
    assert due(follow_up, at, days) == days.next_open(days.add_days(at, 3))
    assert due(silence, at, days) == days.add_days(at, 2)


def test_the_other_numbers_are_the_same() -> None:
    assert number("link days") == HOUSE.link_days
    assert number("receipts per hour") == HOUSE.receipts_per_hour
    assert number("most attempts") == HOUSE.max_attempts
    checked = {"country", "region", "time_zone", "link_days", "receipts_per_hour", "max_attempts"}
    assert {each.name for each in fields(HOUSE)} == checked


def test_a_customer_may_choose_to_hear_every_hour_of_day_and_night() -> None:
    row = pack().row("presets", "every hour")
    assert isinstance(row, Preset)
    assert row.within.unit is Unit.HOURS
    late = datetime(2026, 12, 24, 23, tzinfo=ZoneInfo("Europe/London"))
    assert due(row, late, calendar()) == late + HOUR


def test_what_every_process_loads_of_policy_reads_no_file() -> None:
    said = "import sys, amends.policy.house; print(sorted({'yaml', 'amends.policy.reading'} & set(sys.modules)))"
    done = run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
