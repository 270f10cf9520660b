"""Why a time is due when it is due."""

from datetime import date, timedelta

from amends.calendars.explaining import Skipped, explain
from tests.calendars.shops import at, make_calendar

HOUR = timedelta(hours=1)


def test_every_period_is_shown_with_its_sum() -> None:
    count = explain(make_calendar(), at("2026-11-20T15:00"), 11 * HOUR)
    assert [(p.begin, p.end, p.counted, p.total) for p in count.periods] == [
        (at("2026-11-20T15:00"), at("2026-11-20T17:00"), 2 * HOUR, 2 * HOUR),
        (at("2026-11-23T09:00"), at("2026-11-23T17:00"), 8 * HOUR, 10 * HOUR),
        (at("2026-11-24T09:00"), at("2026-11-24T10:00"), HOUR, 11 * HOUR),
    ]
    assert count.due == at("2026-11-24T10:00")


def test_a_skipped_holiday_is_named_and_a_weekend_is_not() -> None:
    london = make_calendar(
        "Europe/London",
        holidays={"country": "GB", "region": "ENG", "dates": ["2026-12-29"]},
        special={"2026-12-30": []},
    )
    count = explain(london, at("2026-12-24T16:00"), 2 * HOUR)
    assert count.due == at("2026-12-31T10:00")
    assert count.skipped == (
        Skipped(date(2026, 12, 25), "Christmas Day"),
        Skipped(date(2026, 12, 28), "Boxing Day (observed)"),
        Skipped(date(2026, 12, 29), "closed"),
        Skipped(date(2026, 12, 30), "closed"),
    )


def test_times_are_shown_on_the_clock_of_the_house() -> None:
    count = explain(make_calendar("Asia/Tokyo"), at("2026-11-23T00:30"), HOUR)
    assert count.periods[0].begin.isoformat() == "2026-11-23T09:30:00+09:00"
    assert count.due.isoformat() == "2026-11-23T10:30:00+09:00"


def test_counting_back_shows_the_latest_period_first() -> None:
    count = explain(make_calendar(), at("2026-11-23T10:00"), -2 * HOUR)
    assert [(p.begin, p.total) for p in count.periods] == [
        (at("2026-11-23T09:00"), HOUR),
        (at("2026-11-20T16:00"), 2 * HOUR),
    ]


def test_no_amount_needs_no_period() -> None:
    count = explain(make_calendar(), at("2026-11-21T10:00"), timedelta())
    assert count.due == at("2026-11-23T09:00")
    assert count.periods == ()
