"""Counting across the hours that the clock skips and repeats."""

from datetime import date, timedelta

from amends.calendars.explaining import explain
from tests.calendars.shops import EVERY_DAY, at, make_calendar

HOUR = timedelta(hours=1)
NIGHTS = {day: [["22:00", "06:00"]] for day in EVERY_DAY}


def test_the_night_of_the_spring_change_is_an_hour_shorter() -> None:
    paris = make_calendar("Europe/Paris", hours=NIGHTS)
    assert paris.between(at("2026-03-28T12:00"), at("2026-03-29T12:00")) == 7 * HOUR
    assert paris.add(at("2026-03-29T00:30+01:00"), 2 * HOUR) == at("2026-03-29T03:30+02:00")
    assert paris.next_close(at("2026-03-28T23:00")) == at("2026-03-29T06:00+02:00")


def test_the_night_of_the_autumn_change_is_an_hour_longer() -> None:
    paris = make_calendar("Europe/Paris", hours=NIGHTS)
    assert paris.between(at("2026-10-24T12:00"), at("2026-10-25T12:00")) == 9 * HOUR


def test_office_hours_stay_at_nine_on_the_wall_through_the_change() -> None:
    london = make_calendar("Europe/London")
    assert london.next_open(at("2026-03-27T18:00")) == at("2026-03-30T08:00")
    assert london.add(at("2026-10-23T15:30"), HOUR) == at("2026-10-26T09:30")


def test_a_period_inside_the_skipped_hour_does_not_open() -> None:
    early = make_calendar("Europe/Paris", hours={"sun": [["02:00", "03:00"]]})
    assert early.next_open(at("2026-03-28T00:00")) == at("2026-04-05T02:00+02:00")
    assert early.business_days(date(2026, 3, 29), date(2026, 3, 30)) == 0


def test_a_period_that_begins_inside_the_skipped_hour_opens_at_its_end() -> None:
    early = make_calendar("Europe/Paris", hours={"sun": [["02:30", "05:00"]]})
    assert early.next_open(at("2026-03-28T00:00")) == at("2026-03-29T03:00+02:00")


def test_a_period_inside_the_repeated_hour_opens_twice() -> None:
    early = make_calendar("Europe/Paris", hours={"sun": [["02:00", "02:30"]]})
    assert early.spans(at("2026-10-24T12:00"), at("2026-10-25T12:00")) == [
        (at("2026-10-25T02:00+02:00"), at("2026-10-25T02:30+02:00")),
        (at("2026-10-25T02:00+01:00"), at("2026-10-25T02:30+01:00")),
    ]


def test_days_keep_the_time_on_the_wall_and_move_out_of_the_skipped_hour() -> None:
    paris = make_calendar("Europe/Paris", hours={day: [["00:00", "24:00"]] for day in EVERY_DAY})
    assert paris.add_days(at("2026-03-28T12:00+01:00"), 1) == at("2026-03-29T12:00+02:00")
    assert paris.add_days(at("2026-03-28T02:30+01:00"), 1) == at("2026-03-29T03:30+02:00")


def test_a_day_that_a_country_left_out_has_no_opening() -> None:
    apia = make_calendar("Pacific/Apia")
    assert apia.add(at("2011-12-29T16:00-10:00"), 2 * HOUR) == at("2012-01-02T10:00+14:00")


def test_an_explanation_across_the_change_shows_the_time_that_passed() -> None:
    paris = make_calendar("Europe/Paris", hours=NIGHTS)
    count = explain(paris, at("2026-03-28T20:00+01:00"), 8 * HOUR)
    assert [(period.begin, period.counted) for period in count.periods] == [
        (at("2026-03-28T22:00+01:00"), 7 * HOUR),
        (at("2026-03-29T22:00+02:00"), HOUR),
    ]
