"""The calendar itself: an immutable value, and what can be asked of it.

Counting rules, the same everywhere:

* A period is [from, to): at its closing time the house is closed.
* A wait that ends exactly at closing time is over then, not at the next opening; counted backwards it ends at the
  opening.
* No time at all moves to the next opening when added, and to the last closing when subtracted, unless the house is
  open.
* Days keep the time of day; a start on a closed day first moves to the next (backwards: the previous) business day.
* One-off hours win over days off, and days off win over the week.

All times given must be aware; all times returned are in UTC, because Python's own arithmetic on other zones is
wall-clock arithmetic and is wrong across daylight-saving changes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import Final, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amends.calendars.daysoff import DaysOff
from amends.calendars.horizon import Horizon, NeverOpens, instant, moment
from amends.calendars.opening import Misread, Opening
from amends.calendars.timetable import Span, Timetable

_MICROSECOND: Final = timedelta(microseconds=1)
_WEEK: Final = 7
_NINE_TO_FIVE: Final = Opening.read("09:00", "17:00")


@dataclass(frozen=True)
class Calendar:
    """When the house is open, in the wall-clock time of `zone` (a name such as "Europe/London").

    `week` has seven days of openings, Monday first. `special` gives the openings of single dates instead: none is a
    one-off closure, some are one-off hours, also on a holiday. `closures` are aware periods [from, to) in which
    nothing is open at all. Equal calendars share what was worked out for one of them. Raises Misread, and NeverOpens
    if no day has any opening.
    """

    zone: str
    week: tuple[tuple[Opening, ...], ...]
    off: DaysOff = field(default_factory=DaysOff)
    special: tuple[tuple[date, tuple[Opening, ...]], ...] = ()
    closures: tuple[tuple[datetime, datetime], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be counted by."""
        _zone(self.zone)
        if len(self.week) != _WEEK:
            msg = f"a week has seven days, not {len(self.week)}"
            raise Misread(msg)
        for begin, end in self._closed_spans():
            if begin >= end:
                msg = f"a closure must end after it begins: {moment(begin).isoformat()} to {moment(end).isoformat()}"
                raise Misread(msg)
        if not any(self.week) and not any(openings for _, openings in self.special):
            msg = "this calendar has no opening period on any day"
            raise NeverOpens(msg)

    @classmethod
    def of_office_hours(cls, zone: str = "UTC", country: str = "", region: str = "") -> Self:
        """Monday to Friday, 9 to 5, less the public holidays of a country and region if they are named."""
        return cls(zone, ((_NINE_TO_FIVE,),) * 5 + ((), ()), DaysOff(country, region))

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """The instant by which the house was open for `amount` since `start`; a negative amount counts backwards.

        Raises NaiveTime, NeverOpens, TooFar.
        """
        at, open_time = instant(start), amount // _MICROSECOND
        if open_time < 0:
            return self.subtract(start, -amount)
        if open_time == 0:
            return self.next_open(start)
        found = self._horizon.search(at, lambda table: table.reached(table.elapsed(at) + open_time), later=True)
        return moment(found)

    def subtract(self, start: datetime, amount: timedelta) -> datetime:
        """The last instant from which the house was open for `amount` until `start`; a negative amount counts forwards.

        Raises NaiveTime, NeverOpens, TooFar.
        """
        at, open_time = instant(start), amount // _MICROSECOND
        if open_time < 0:
            return self.add(start, -amount)
        if open_time == 0:
            return self.last_open(start)
        found = self._horizon.search(at, lambda table: table.left(table.elapsed(at) - open_time), later=False)
        return moment(found)

    def between(self, begin: datetime, end: datetime) -> timedelta:
        """How long the house is open in [begin, end); negative if `end` is the earlier. Raises NaiveTime, TooFar."""
        first, last = instant(begin), instant(end)
        table = self._horizon.covering(first, last)
        return (table.elapsed(last) - table.elapsed(first)) * _MICROSECOND

    def is_open(self, at: datetime) -> bool:
        """Whether the house is open at this instant; at closing time it is not. Raises NaiveTime, TooFar."""
        now = instant(at)
        period = self._horizon.around(now).period_after(now)
        return period is not None and period[0] <= now

    def next_open(self, at: datetime) -> datetime:
        """The same instant if the house is open, otherwise when it next opens. Raises NaiveTime, NeverOpens, TooFar."""
        now = instant(at)
        opens, _ = self._horizon.search(now, lambda table: table.period_after(now), later=True)
        return moment(max(now, opens))

    def next_close(self, at: datetime) -> datetime:
        """The end of the period that is open, or of the next one to open. Raises NaiveTime, NeverOpens, TooFar."""
        now = instant(at)

        def closing(table: Timetable) -> int | None:
            period = table.period_after(now)
            # A period that touches the end of the timetable may go on behind it.
            return None if period is None or period[1] == table.until else period[1]

        return moment(self._horizon.search(now, closing, later=True))

    def last_open(self, at: datetime) -> datetime:
        """The same instant if the house was open just before it, otherwise when it last closed.

        Raises NaiveTime, NeverOpens, TooFar.
        """
        now = instant(at)
        _, closes = self._horizon.search(now, lambda table: table.period_before(now), later=False)
        return moment(min(now, closes))

    def add_days(self, start: datetime, days: int) -> datetime:
        """So many business days later (earlier if negative), at the same time of day, which may be outside the hours.

        No days at all leave the start as it is, even on a closed day. Raises NaiveTime, NeverOpens, TooFar.
        """
        return self._shifted(start, days) if days else moment(instant(start))

    def first_business_day(self, at: datetime) -> datetime:
        """The same time of day on this day if it is a business day, otherwise on the next that is.

        Raises NaiveTime, NeverOpens, TooFar.
        """
        return self._shifted(at, 0)

    def last_business_day(self, at: datetime) -> datetime:
        """The same time of day on this day if it is a business day, otherwise on the last that was.

        Raises NaiveTime, NeverOpens, TooFar.
        """
        return self._shifted(at, 0, later=False)

    def business_days(self, begin: date, end: date) -> int:
        """How many local dates in [begin, end) are business days; negative if `end` is the earlier. Raises TooFar."""
        first, last = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (begin, end))
        days = self._horizon.covering(instant(first), instant(last)).days
        return bisect_left(days, end.toordinal()) - bisect_left(days, begin.toordinal())

    def openings_on(self, day: date) -> tuple[Opening, ...]:
        """What opens on this local date, before closures are taken away."""
        hours = self._special.get(day)
        if hours is not None:
            return hours
        return () if day in self.off.in_year(day.year) else self.week[day.weekday()]

    def closed_because(self, day: date) -> str | None:
        """Why a date on which the week has openings has none: the name of the day off, or "closed"; otherwise None."""
        if not self.week[day.weekday()] or self.openings_on(day):
            return None
        return self.off.in_year(day.year).get(day, "closed")

    def spans(self, begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
        """The periods open within [begin, end), in order, cut off at both. Raises NaiveTime, TooFar."""
        first, last = instant(begin), instant(end)
        found = self._horizon.covering(first, last).between(first, last)
        return [(moment(opens), moment(closes)) for opens, closes in found]

    def _shifted(self, start: datetime, days: int, *, later: bool = True) -> datetime:
        now = instant(start)
        zone = _zone(self.zone)
        local = moment(now).astimezone(zone)
        today, later = local.toordinal(), days > 0 or (days == 0 and later)

        def day(table: Timetable) -> int | None:
            i = (bisect_left(table.days, today) if later else bisect_right(table.days, today) - 1) + days
            return table.days[i] if 0 <= i < len(table.days) else None

        found = date.fromordinal(self._horizon.search(now, day, later=later))
        return datetime.combine(found, local.time(), tzinfo=zone).astimezone(UTC)

    def _closed_spans(self) -> list[Span]:
        return [(instant(begin), instant(end)) for begin, end in self.closures]

    @cached_property
    def _special(self) -> Mapping[date, tuple[Opening, ...]]:
        return dict(self.special)

    @cached_property
    def _horizon(self) -> Horizon:
        return _horizon_of(self)

    def __getstate__(self) -> dict[str, object]:
        """A copy carries the calendar, not what was worked out from it."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@lru_cache(maxsize=256)
def _horizon_of(calendar: Calendar) -> Horizon:
    zone, closed = _zone(calendar.zone), calendar._closed_spans()  # noqa: SLF001 -- the two are one thing in two places
    return Horizon(lambda years: Timetable.of(calendar.openings_on, zone, closed, years))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        msg = f"there is no time zone {name!r}; write one such as Europe/London"
        raise Misread(msg) from None
