"""Adding, subtracting and measuring opening hours, one story each."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from amends.calendars.calendar import Calendar
from amends.calendars.horizon import NaiveTime, NeverOpens, TooFar
from amends.calendars.opening import Misread, Opening
from tests.calendars.shops import EVERY_DAY, at, make_calendar

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def test_a_friday_evening_wait_goes_on_on_monday() -> None:
    assert make_calendar().add(at("2026-11-20T16:30"), HOUR) == at("2026-11-23T09:30")


def test_a_wait_that_fits_exactly_ends_at_closing_time() -> None:
    assert make_calendar().add(at("2026-11-23T09:00"), 8 * HOUR) == at("2026-11-23T17:00")


def test_counting_back_a_whole_day_ends_at_opening_time() -> None:
    assert make_calendar().subtract(at("2026-11-23T17:00"), 8 * HOUR) == at("2026-11-23T09:00")


def test_no_wait_at_all_moves_closed_time_to_the_nearest_open_time() -> None:
    calendar = make_calendar()
    assert calendar.add(at("2026-11-21T12:00"), timedelta()) == at("2026-11-23T09:00")
    assert calendar.subtract(at("2026-11-21T12:00"), timedelta()) == at("2026-11-20T17:00")


def test_at_closing_time_the_house_is_closed() -> None:
    calendar = make_calendar()
    assert calendar.is_open(at("2026-11-23T09:00"))
    assert not calendar.is_open(at("2026-11-23T17:00"))
    assert calendar.next_open(at("2026-11-23T17:00")) == at("2026-11-24T09:00")
    assert calendar.last_open(at("2026-11-23T17:00")) == at("2026-11-23T17:00")
    assert calendar.next_close(at("2026-11-23T17:00")) == at("2026-11-24T17:00")


def test_a_lunch_break_is_not_counted() -> None:
    calendar = make_calendar(hours={"mon": [["09:00", "12:00"], ["13:00", "17:00"]]})
    assert calendar.add(at("2026-11-23T11:30"), HOUR) == at("2026-11-23T13:30")
    assert calendar.between(at("2026-11-23T11:00"), at("2026-11-23T14:00")) == 2 * HOUR


def test_a_week_without_monday_and_thursday_counts_the_other_days() -> None:
    nine_to_five = [["09:00", "17:00"]]
    calendar = make_calendar(hours={"tue": nine_to_five, "wed": nine_to_five, "fri": nine_to_five})
    assert calendar.add(at("2026-11-23T08:00"), 20 * HOUR) == at("2026-11-27T13:00")
    assert calendar.add_days(at("2026-11-25T10:00"), 2) == at("2026-12-01T10:00")


def test_a_night_shift_is_one_period() -> None:
    calendar = make_calendar(hours={"fri": [["22:00", "06:00"]]})
    assert calendar.add(at("2026-11-20T23:00"), 3 * HOUR) == at("2026-11-21T02:00")
    assert calendar.next_close(at("2026-11-20T23:00")) == at("2026-11-21T06:00")
    assert calendar.is_open(at("2026-11-21T05:59"))
    assert calendar.business_days(date(2026, 11, 16), date(2026, 11, 23)) == 1


def test_a_holiday_removes_the_night_shift_that_begins_on_it() -> None:
    calendar = make_calendar(hours={day: [["22:00", "06:00"]] for day in EVERY_DAY}, holidays={"dates": ["2026-12-25"]})
    assert calendar.is_open(at("2026-12-25T05:59"))
    assert calendar.add(at("2026-12-25T05:00"), 2 * HOUR) == at("2026-12-26T23:00")


def test_periods_that_overlap_are_counted_once() -> None:
    calendar = make_calendar(hours={"mon": [["09:00", "13:00"], ["12:00", "17:00"]]})
    assert calendar.between(at("2026-11-23T00:00"), at("2026-11-24T00:00")) == 8 * HOUR


def test_a_house_that_never_closes_counts_elapsed_time() -> None:
    calendar = make_calendar(hours={day: [["00:00", "24:00"]] for day in EVERY_DAY})
    start = at("2026-02-27T13:14:15.000016")
    assert calendar.add(start, timedelta(days=40, microseconds=1)) == start + timedelta(days=40, microseconds=1)


def test_one_off_hours_replace_the_hours_of_their_day() -> None:
    calendar = make_calendar(special={"2026-11-23": [["12:00", "14:00"]], "2026-11-24": []})
    assert calendar.add(at("2026-11-23T10:00"), HOUR) == at("2026-11-23T13:00")
    assert calendar.add(at("2026-11-23T13:00"), 2 * HOUR) == at("2026-11-25T10:00")


def test_one_off_hours_open_the_house_on_a_holiday_and_on_a_sunday() -> None:
    calendar = make_calendar(
        holidays={"dates": ["2026-11-23"]},
        special={"2026-11-22": [["10:00", "11:00"]], "2026-11-23": [["10:00", "11:00"]]},
    )
    assert calendar.between(at("2026-11-22T00:00"), at("2026-11-24T00:00")) == 2 * HOUR


def test_a_closure_stops_the_count_in_the_middle_of_a_period() -> None:
    calendar = make_calendar(closures=[["2026-11-23T14:00+00:00", "2026-11-24T10:00+00:00"]])
    assert calendar.add(at("2026-11-23T13:00"), 2 * HOUR) == at("2026-11-24T11:00")
    assert calendar.next_close(at("2026-11-23T13:00")) == at("2026-11-23T14:00")


def test_a_day_that_is_wholly_closed_is_no_business_day() -> None:
    calendar = make_calendar(closures=[["2026-11-24T00:00+00:00", "2026-11-26T10:00+00:00"]])
    assert calendar.add_days(at("2026-11-23T15:00"), 1) == at("2026-11-26T15:00")


def test_business_days_keep_the_time_of_day_and_skip_days_off() -> None:
    calendar = make_calendar(holidays={"dates": ["2026-11-26"]})
    assert calendar.add_days(at("2026-11-24T20:15"), 3) == at("2026-11-30T20:15")
    assert calendar.add_days(at("2026-11-30T20:15"), -3) == at("2026-11-24T20:15")


def test_a_business_day_after_a_sunday_is_a_tuesday_and_none_leaves_the_sunday() -> None:
    sunday = at("2026-11-22T10:00")
    assert make_calendar().add_days(sunday, 1) == at("2026-11-24T10:00")
    assert make_calendar().add_days(sunday, -1) == at("2026-11-19T10:00")
    assert make_calendar().add_days(sunday, 0) == sunday


def test_the_first_and_last_business_day_keep_the_time_of_day() -> None:
    saturday = at("2026-11-21T18:00")
    assert make_calendar().first_business_day(saturday) == at("2026-11-23T18:00")
    assert make_calendar().last_business_day(saturday) == at("2026-11-20T18:00")


def test_days_are_those_of_the_house_not_of_the_caller() -> None:
    tokyo = make_calendar("Asia/Tokyo")
    assert tokyo.add_days(at("2026-11-19T21:00"), 1) == at("2026-11-23T06:00+09:00")


def test_the_offset_of_a_start_changes_nothing_and_answers_are_in_utc() -> None:
    calendar = make_calendar()
    elsewhere = datetime(2026, 11, 23, 19, 30, tzinfo=timezone(timedelta(hours=9)))
    due = calendar.add(elsewhere, HOUR)
    assert due == calendar.add(at("2026-11-23T10:30"), HOUR) == at("2026-11-23T11:30")
    assert due.tzinfo is UTC


def test_a_time_without_an_offset_is_refused() -> None:
    naive = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 -- the very thing that is refused
    calendar = make_calendar()
    for ask in (calendar.is_open, calendar.next_open, calendar.last_open, calendar.next_close):
        with pytest.raises(NaiveTime, match="2026-11-23T10:00:00 has no time zone"):
            ask(naive)
    with pytest.raises(NaiveTime):
        calendar.add(naive, HOUR)
    with pytest.raises(NaiveTime):
        calendar.between(at("2026-11-23T10:00"), naive)
    with pytest.raises(NaiveTime):
        calendar.add_days(naive, 1)


def test_a_calendar_without_any_opening_is_refused() -> None:
    with pytest.raises(NeverOpens, match="no opening period on any day"):
        make_calendar(hours={})


def test_a_calendar_that_has_closed_for_good_says_so_and_does_not_search_for_ever() -> None:
    calendar = make_calendar(hours={}, special={"2026-11-23": [["09:00", "10:00"]]})
    assert calendar.add(at("2026-11-20T12:00"), HOUR) == at("2026-11-23T10:00")
    with pytest.raises(NeverOpens, match="never opens within 50 years after 2026-11-24"):
        calendar.next_open(at("2026-11-24T00:00"))
    with pytest.raises(NeverOpens, match="never opens within 50 years before 2026-11-01"):
        calendar.add_days(at("2026-11-01T00:00"), -1)
    with pytest.raises(TooFar, match="not open for so long"):
        calendar.add(at("2026-11-20T12:00"), 2 * HOUR)


def test_a_wait_of_a_century_and_a_year_before_all_calendars_are_refused() -> None:
    with pytest.raises(TooFar, match="not open for so long within 50 years"):
        make_calendar().add(at("2026-11-23T09:00"), timedelta(days=36_500))
    with pytest.raises(TooFar, match="the year 1 is outside"):
        make_calendar().is_open(at("0001-01-01T00:00"))
    with pytest.raises(TooFar, match="974 years"):
        make_calendar().between(at("2026-01-01T00:00"), at("3000-01-01T00:00"))


def test_impossible_calendars_are_refused() -> None:
    with pytest.raises(Misread, match="no time zone 'Europe/Londn'"):
        make_calendar("Europe/Londn")
    with pytest.raises(Misread, match="seven days, not 1"):
        Calendar("UTC", ((Opening(0, 3600),),))
    with pytest.raises(Misread, match="must end after it begins"):
        make_calendar(closures=[["2026-11-24T00:00+00:00", "2026-11-24T00:00+00:00"]])


def test_a_copy_is_the_same_calendar() -> None:
    calendar = Calendar.of_office_hours("Europe/London")
    due = calendar.add(at("2026-11-20T16:30"), HOUR)
    for same in (copy.deepcopy(calendar), pickle.loads(pickle.dumps(calendar))):  # noqa: S301 -- our own bytes
        assert same == calendar
        assert hash(same) == hash(calendar)
        assert same.add(at("2026-11-20T16:30"), HOUR) == due
