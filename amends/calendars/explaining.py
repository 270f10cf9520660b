"""How a due time came about, period by period, for whoever asks "why then?"."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from amends.calendars.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Counted:
    """One stretch of open time, [begin, end) in local time: how long it was, and the sum with it."""

    begin: datetime
    end: datetime
    counted: timedelta
    total: timedelta


@dataclass(frozen=True, slots=True)
class Skipped:
    """A local date that would have been a business day, and why it was not counted."""

    day: date
    because: str


@dataclass(frozen=True, slots=True)
class Count:
    """The whole count from `start` to `due`, in local time; `periods` are in the order of counting.

    The last period's total is the amount, without its sign. Without an amount there are no periods.
    """

    start: datetime
    due: datetime
    amount: timedelta
    periods: tuple[Counted, ...]
    skipped: tuple[Skipped, ...]


def explain(calendar: Calendar, start: datetime, amount: timedelta) -> Count:
    """How `calendar.add(start, amount)` was counted; a negative amount backwards from the start.

    Raises NaiveTime, NeverOpens, TooFar.
    """
    zone = ZoneInfo(calendar.zone)
    due = calendar.add(start, amount)
    first, last = sorted((start.astimezone(UTC), due))  # in UTC: in one zone Python would compare wall clocks
    periods: list[Counted] = []
    total = timedelta()
    spans = calendar.spans(first, last)
    for begin, end in spans if amount > timedelta() else reversed(spans):
        total += end - begin
        periods.append(Counted(begin.astimezone(zone), end.astimezone(zone), end - begin, total))
    return Count(
        start.astimezone(zone),
        due.astimezone(zone),
        amount,
        tuple(periods),
        _skipped(calendar, first.astimezone(zone), last.astimezone(zone)),
    )


def _skipped(calendar: Calendar, first: datetime, last: datetime) -> tuple[Skipped, ...]:
    days = (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
    reasons = ((day, calendar.closed_because(day)) for day in days)
    return tuple(Skipped(day, because) for day, because in reasons if because)
