"""Holidays by country and region, and what a firm makes of them."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff, UnknownRegion
from tests.calendars.shops import at, make_calendar

DAY = timedelta(days=1)


def test_a_wait_over_christmas_in_london_ends_after_boxing_day() -> None:
    london = Calendar.of_office_hours("Europe/London", "GB", "ENG")
    assert london.add(at("2026-12-24T16:00"), timedelta(hours=4)) == at("2026-12-29T12:00")


def test_easter_monday_is_off_in_england_and_not_in_scotland() -> None:
    easter_monday = date(2026, 4, 6)
    assert easter_monday in DaysOff("GB", "ENG").in_year(2026)
    assert easter_monday not in DaysOff("GB", "SCT").in_year(2026)


def test_without_a_region_a_regional_day_moves_nothing() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in DaysOff("DE", "BY").in_year(2026)
    assert epiphany not in DaysOff("DE").in_year(2026)


def test_an_observance_is_a_working_day() -> None:
    # Belgium's banks rest on the one, the other is optional in Denmark: known to the package, but not public.
    assert date(2026, 5, 15) not in DaysOff("BE").in_year(2026)
    assert date(2026, 12, 24) not in DaysOff("DK").in_year(2026)


def test_a_substitute_day_is_off() -> None:
    assert DaysOff("GB", "ENG").in_year(2022)[date(2022, 12, 27)] == "Christmas Day (observed)"


def test_a_new_year_on_saturday_is_kept_in_the_old_year() -> None:
    assert date(2021, 12, 31) in DaysOff("US").in_year(2021)


def test_a_holiday_has_its_name_in_the_language_of_the_country() -> None:
    assert DaysOff("DE").in_year(2026)[date(2026, 12, 26)] == "Zweiter Weihnachtstag"


def test_a_firm_may_work_through_a_holiday_and_close_on_its_own_days() -> None:
    off = DaysOff("GB", "ENG", dates=frozenset({date(2026, 7, 1)}), worked=frozenset({"Boxing Day (observed)"}))
    named = off.in_year(2026)
    assert named[date(2026, 7, 1)] == "closed"
    assert date(2026, 12, 28) not in named
    assert date(2026, 7, 1) not in off.in_year(2027)


def test_a_place_without_known_holidays_is_refused() -> None:
    with pytest.raises(UnknownRegion, match="country 'XX'"):
        DaysOff("XX")
    with pytest.raises(UnknownRegion, match="no region 'YRK'; known are: ENG"):
        DaysOff("GB", "YRK")
    with pytest.raises(UnknownRegion, match="needs a country"):
        DaysOff(region="ENG")


def test_a_holiday_costs_exactly_its_opening_hours() -> None:
    start, end = at("2026-12-21T00:00"), at("2026-12-28T00:00")
    without, christmas = make_calendar(), make_calendar(holidays={"dates": ["2026-12-25"]})
    assert without.between(start, end) - christmas.between(start, end) == timedelta(hours=8)


def test_holidays_are_not_loaded_until_a_country_is_named() -> None:
    script = (
        "import sys; from datetime import UTC, datetime; from amends.calendars.calendar import Calendar;"
        "Calendar.of_office_hours().is_open(datetime(2026, 1, 1, tzinfo=UTC)); assert 'holidays' not in sys.modules;"
        "assert not any(name.split('.')[0] == 'django' for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
