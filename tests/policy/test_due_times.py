"""When a row falls due, to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.calendars.calendar import Calendar
from amends.calendars.horizon import NaiveTime
from amends.policy.choosing import NoNumber, due, warn_at
from amends.policy.pack import Limit, Span
from amends.policy.words import ClosedDay, Due, Ends, Kind, Since, Told, Unit
from tests.calendars.shops import calendars, moments

LONDON = Calendar.of_office_hours("Europe/London", "GB")


def make_limit(
    within: Span | None,
    ends: Ends = Ends.SAME_TIME,
    closed_day: ClosedDay = ClosedDay.STANDS,
    warn: Span | None = None,
) -> Limit:
    """A limit of this length, and nothing else of interest."""
    return Limit(
        name="limit", kind=Kind.RULE, source="s", about="a", valid_from=date(2026, 1, 1), valid_to=None, due=Due.FINAL,
        within=within, since=Since.RECEIVED, ends=ends, closed_day=closed_day, warn=warn, climb=None,
        tell=(Told.OWNER,), severities=(), products=(), exceptional=False, only_if="", letter="",
    )  # fmt: skip


def london(text: str) -> datetime:
    """A time of the wall clock in London."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("amount", "unit", "ends", "since", "reached"),
    [
        # Friday 18 December 2026; Christmas is a Friday, Boxing Day's substitute Monday the 28th.
        (30, Unit.BUSINESS_MINUTES, Ends.SAME_TIME, "2026-12-18T16:45", "2026-12-21T09:15"),
        (2, Unit.BUSINESS_HOURS, Ends.SAME_TIME, "2026-12-24T16:00", "2026-12-29T10:00"),
        (24, Unit.HOURS, Ends.SAME_TIME, "2026-12-24T16:00", "2026-12-25T16:00"),
        (90, Unit.MINUTES, Ends.NEXT_OPENING, "2026-12-24T16:30", "2026-12-29T09:00"),
        (1, Unit.BUSINESS_DAYS, Ends.CLOSE, "2026-12-24T16:00", "2026-12-29T17:00"),
        (1, Unit.BUSINESS_DAYS, Ends.CLOSE, "2026-12-26T10:00", "2026-12-29T17:00"),
        (1, Unit.BUSINESS_DAYS, Ends.END_OF_DAY, "2026-12-18T20:00", "2026-12-22T00:00"),
        (3, Unit.BUSINESS_DAYS, Ends.NEXT_OPENING, "2026-12-18T20:00", "2026-12-24T09:00"),
        (1, Unit.DAYS, Ends.CLOSE, "2026-12-18T10:00", "2026-12-18T17:00"),  # closed on Saturday: Friday's close
        (1, Unit.DAYS, Ends.CLOSE, "2026-12-19T10:00", "2026-12-21T17:00"),  # and never before it began
        (1, Unit.DAYS, Ends.SAME_TIME, "2027-03-27T12:00", "2027-03-28T12:00"),  # 23 hours
        (8, Unit.WEEKS, Ends.SAME_TIME, "2027-02-26T01:30", "2027-04-23T01:30"),
        (6, Unit.MONTHS, Ends.END_OF_DAY, "2026-08-31T09:00", "2027-03-01T00:00"),  # 28 February is the last day
        (1, Unit.YEARS, Ends.SAME_TIME, "2028-02-29T09:00", "2029-02-28T09:00"),
        (1, Unit.MONTHS, Ends.SAME_TIME, "2026-12-31T09:00", "2027-01-31T09:00"),
    ],
)
def test_a_row_falls_due(amount: int, unit: Unit, ends: Ends, since: str, reached: str) -> None:
    assert due(make_limit(Span(amount, unit), ends), london(since), LONDON) == london(reached)


@pytest.mark.parametrize(
    ("closed_day", "days", "reached"),
    [
        (ClosedDay.STANDS, 1, "2026-12-21T10:00"),
        (ClosedDay.NEXT, 1, "2026-12-22T10:00"),
        (ClosedDay.STANDS, 3, "2026-12-23T10:00"),
        (ClosedDay.NEXT, 3, "2026-12-24T10:00"),
    ],
)
def test_a_count_that_begins_on_a_saturday(closed_day: ClosedDay, days: int, reached: str) -> None:
    limit = make_limit(Span(days, Unit.BUSINESS_DAYS), closed_day=closed_day)
    assert due(limit, london("2026-12-19T10:00"), LONDON) == london(reached)


@pytest.mark.parametrize(
    ("warn", "told"),
    [
        (None, "2026-12-29T10:00"),
        (Span(90, Unit.MINUTES), "2026-12-29T08:30"),
        (Span(2, Unit.BUSINESS_HOURS), "2026-12-24T16:00"),
        (Span(2, Unit.BUSINESS_DAYS), "2026-12-23T10:00"),
        (Span(1, Unit.WEEKS), "2026-12-22T10:00"),
        (Span(1, Unit.MONTHS), "2026-11-29T10:00"),
    ],
)
def test_the_warning_comes_before(warn: Span | None, told: str) -> None:
    limit = make_limit(Span(1, Unit.DAYS), warn=warn)
    assert warn_at(limit, london("2026-12-29T10:00"), LONDON) == london(told)


def test_promptly_is_no_number() -> None:
    with pytest.raises(NoNumber, match=r"limit says no more than promptly \(rule, s\)"):
        due(make_limit(None), london("2026-12-18T10:00"), LONDON)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveTime):
        due(make_limit(Span(1, Unit.BUSINESS_DAYS)), datetime(2026, 12, 18), LONDON)  # noqa: DTZ001


patiently = settings(deadline=None, max_examples=40)
spans = st.builds(Span, st.integers(1, 40), st.sampled_from(Unit))
limits = st.builds(make_limit, spans, st.sampled_from(Ends), st.sampled_from(ClosedDay))


@given(limits, moments, calendars())
@patiently
def test_nothing_is_due_before_its_time_begins(limit: Limit, since: datetime, calendar: Calendar) -> None:
    reached = due(limit, since, calendar)
    assert reached > since
    assert reached.tzinfo is UTC


@given(st.integers(1, 200), moments, calendars())
@patiently
def test_a_week_is_seven_days_and_a_year_twelve_months(amount: int, since: datetime, calendar: Calendar) -> None:
    def reached(amount: int, unit: Unit) -> datetime:
        return due(make_limit(Span(amount, unit)), since, calendar)

    assert reached(amount, Unit.WEEKS) == reached(7 * amount, Unit.DAYS)
    assert reached(amount, Unit.HOURS) == reached(60 * amount, Unit.MINUTES) == since + timedelta(hours=amount)
    assert reached(1 + amount // 100, Unit.YEARS) == reached(12 * (1 + amount // 100), Unit.MONTHS)


@given(st.integers(1, 60), moments, calendars())
@patiently
def test_business_days_stand_between(days: int, since: datetime, calendar: Calendar) -> None:
    """From the day after receipt to the last day there are exactly as many business days as the limit has."""
    limit = make_limit(Span(days, Unit.BUSINESS_DAYS), Ends.END_OF_DAY)
    zone = ZoneInfo(calendar.zone)
    first = since.astimezone(zone).date() + timedelta(days=1)
    end = due(limit, since, calendar)
    assert calendar.business_days(first, (end - timedelta(hours=2)).astimezone(zone).date() + timedelta(days=1)) == days


@given(st.integers(1, 60), moments, calendars(), st.sampled_from(Ends))
@patiently
def test_the_earlier_reading_of_a_closed_day_is_never_later(
    days: int, since: datetime, calendar: Calendar, ends: Ends
) -> None:
    span = Span(days, Unit.BUSINESS_DAYS)
    stands, following = (due(make_limit(span, ends, closed), since, calendar) for closed in ClosedDay)
    assert stands <= following


@given(limits, moments, calendars(), spans)
@patiently
def test_a_warning_is_never_late(limit: Limit, since: datetime, calendar: Calendar, warn: Span) -> None:
    reached = due(limit, since, calendar)
    assert warn_at(make_limit(None, warn=warn), reached, calendar) <= reached
