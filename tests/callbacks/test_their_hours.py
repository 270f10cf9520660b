"""Nobody is called outside their own hours, on their own clock, whatever ours shows."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from amends.callbacks.callback import in_their_hours
from tests.cast import DAY, make_case

if TYPE_CHECKING:
    from tests.cast import Cast

HOURS = (time(8), time(20))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("zone", "hours", "moment", "then"),
    [
        ("Europe/London", HOURS, utc(2026, 3, 3, 12), utc(2026, 3, 3, 12)),
        ("America/New_York", HOURS, utc(2026, 3, 3, 10), utc(2026, 3, 3, 13)),  # five in the morning there
        ("Asia/Tokyo", HOURS, utc(2026, 3, 3, 12), utc(2026, 3, 3, 23)),  # nine in the evening there
        ("Asia/Kathmandu", HOURS, utc(2026, 3, 3, 1), utc(2026, 3, 3, 2, 15)),
        ("Europe/London", (time(20), time(2)), utc(2026, 3, 3, 12), utc(2026, 3, 3, 20)),
        ("Europe/London", (time(20), time(2)), utc(2026, 3, 3, 1), utc(2026, 3, 3, 1)),
        ("Europe/London", (time(20), time(2)), utc(2026, 3, 3, 2), utc(2026, 3, 3, 20)),
        ("Europe/London", (time(8), time(8)), utc(2026, 3, 3, 3), utc(2026, 3, 3, 3)),  # round the clock
        # The clocks go forward on 29 March and back on 25 October: eight in the morning is another hour of ours.
        ("Europe/London", HOURS, utc(2026, 3, 28, 21), utc(2026, 3, 29, 7)),
        ("Europe/London", HOURS, utc(2026, 10, 24, 20), utc(2026, 10, 25, 8)),
        ("America/New_York", HOURS, utc(2026, 3, 8, 2), utc(2026, 3, 8, 12)),
    ],
)
def test_a_moment_outside_their_hours_waits_until_these_begin(
    zone: str, hours: tuple[time, time], moment: datetime, then: datetime
) -> None:
    assert in_their_hours(moment, zone, hours) == then


@given(
    some.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
    some.sampled_from(["Europe/London", "America/St_Johns", "Pacific/Auckland", "Asia/Kathmandu", "Pacific/Honolulu"]),
    some.times(),
    some.times(),
)
def test_a_call_lies_in_their_hours_at_most_a_day_later(moment: datetime, zone: str, begins: time, ends: time) -> None:
    found = in_their_hours(moment, zone, (begins, ends))
    assert moment <= found <= moment + DAY * 25 / 24
    clock = found.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None)
    skipped = begins != clock and found != moment  # the clock jumped over the hour at which they begin
    inside = begins <= clock < ends if begins < ends else clock >= begins or clock < ends
    assert inside or skipped


@pytest.mark.django_db
def test_a_call_asked_for_in_the_evening_there_falls_due_the_next_morning_there(cast: Cast) -> None:
    case = make_case()
    case.customer.change(time_zone="Asia/Tokyo", by=cast.ada, at=utc(2026, 3, 3, 10))
    row = case.call_backs.ask(by=case.customer, at=utc(2026, 3, 3, 10))
    assert row.time_zone == "Asia/Tokyo"
    assert row.deadline.due_at == utc(2026, 3, 3, 23)
    assert row.deadline.warn_at is not None
    assert row.deadline.warn_at <= row.deadline.due_at
