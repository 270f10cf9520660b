"""The openings of some years as sorted columns of instants, so that counting is two binary searches.

Instants are whole microseconds since 1970 in UTC. A period is open while the local wall clock reads inside it: the
hour that daylight saving skips is never counted, and the hour that it repeats is counted twice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Final, Self
from zoneinfo import ZoneInfo

from amends.calendars.opening import DAY, Opening

SECOND: Final = 1_000_000
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY: Final = EPOCH.toordinal()
_MARGIN: Final = 2  # days before and after: night shifts, and zones on the other side of the date line

Span = tuple[int, int]
"""A half-open period [from, to) of instants."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """Every opening between the instants `since` and `until`, and nothing beyond them.

    Period i is [opens[i], closes[i]); periods have length, are in order and do not overlap. `before[i]` and
    `after[i]` are the open time from `since` to the two ends of period i. `days` are the ordinals of the dates on
    which something opens.
    """

    years: range
    since: int
    until: int
    opens: Sequence[int]
    closes: Sequence[int]
    before: Sequence[int]
    after: Sequence[int]
    days: Sequence[int]

    @classmethod
    def of(
        cls, openings_on: Callable[[date], Iterable[Opening]], zone: ZoneInfo, closures: Iterable[Span], years: range
    ) -> Self:
        """The timetable of whole years of UTC, from what opens on each local date less the closures."""
        first = date(years[0], 1, 1).toordinal()
        last = date(years[-1], 12, 31).toordinal()
        since, until = ((day - _EPOCH_DAY) * DAY * SECOND for day in (first, last + 1))
        clock = _offsets(zone, first - _MARGIN - 1, last + _MARGIN + 2)
        closed = sorted(closures)
        days: list[int] = []
        spans: list[Span] = []
        for day in range(first - _MARGIN, last + _MARGIN + 1):
            found = list(_spans_of_day(day, openings_on(date.fromordinal(day)), clock, closed))
            if found:
                days.append(day)
                spans += found
        clipped = [(max(a, since), min(b, until)) for a, b in _united(spans) if a < until and b > since]
        after = list(accumulate(b - a for a, b in clipped))
        before = [0, *after][:-1]
        return cls(years, since, until, [a for a, _ in clipped], [b for _, b in clipped], before, after, days)

    def elapsed(self, at: int) -> int:
        """Open time from `since` to `at`."""
        i = bisect_right(self.opens, at) - 1
        return self.before[i] + min(at, self.closes[i]) - self.opens[i] if i >= 0 else 0

    def reached(self, open_time: int) -> int | None:
        """The first instant by which this much, more than none, was open since `since`; None if beyond the end."""
        i = bisect_left(self.after, open_time)
        return self.opens[i] + open_time - self.before[i] if i < len(self.after) else None

    def left(self, open_time: int) -> int | None:
        """The last instant by which only this much was open since `since`; None if it lies before the beginning."""
        i = bisect_right(self.before, open_time) - 1
        return self.opens[i] + open_time - self.before[i] if open_time >= 0 and i >= 0 else None

    def period_after(self, at: int) -> Span | None:
        """The period that is open at this instant, or the next one; None if there is none in this timetable."""
        i = bisect_right(self.closes, at)
        return (self.opens[i], self.closes[i]) if i < len(self.closes) else None

    def period_before(self, at: int) -> Span | None:
        """The period that was open just before this instant, or the one before it; None if there is none here."""
        i = bisect_left(self.opens, at) - 1
        return (self.opens[i], self.closes[i]) if i >= 0 else None

    def between(self, begin: int, end: int) -> Iterator[Span]:
        """The periods open between two instants, in order, cut off at both."""
        for i in range(bisect_right(self.closes, begin), bisect_left(self.opens, end)):
            yield max(begin, self.opens[i]), min(end, self.closes[i])


def _spans_of_day(day: int, openings: Iterable[Opening], clock: "Clock", closed: Sequence[Span]) -> Iterator[Span]:
    for opening in openings:
        midnight = (day - _EPOCH_DAY) * DAY
        span = (midnight + opening.opens) * SECOND, (midnight + opening.closes) * SECOND
        yield from _without(clock.instants(span), closed)


def _without(spans: Iterable[Span], closed: Sequence[Span]) -> Iterator[Span]:
    for begin, end in spans:
        start = begin
        for shut, reopen in closed:
            if shut < end and reopen > start:
                if start < shut:
                    yield start, shut
                start = reopen
        if start < end:
            yield start, end


def _united(spans: list[Span]) -> list[Span]:
    """In order, overlaps counted once; periods that only touch stay two, because each has its own closing time."""
    united: list[Span] = []
    for begin, end in sorted(spans):
        if united and begin < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((begin, end))
    return united


@dataclass(frozen=True, slots=True)
class Clock:
    """The local wall clock: from the instant `since[i]` on it is ahead of UTC by `ahead[i]`."""

    since: Sequence[int]
    ahead: Sequence[int]

    def instants(self, wall: Span) -> Iterator[Span]:
        """The periods in which the wall clock reads inside [from, to), given as if in UTC: none, one or several."""
        begin = end = 0
        for since, until, ahead in self._between(wall[0] - DAY * SECOND, wall[1] + DAY * SECOND):
            opens, closes = max(wall[0] - ahead, since), min(wall[1] - ahead, until)
            if begin < end == opens < closes:  # the clock changed in the middle: still one period
                end = closes
            elif opens < closes:
                if begin < end:
                    yield begin, end
                begin, end = opens, closes
        if begin < end:
            yield begin, end

    def _between(self, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
        i = max(0, bisect_right(self.since, begin) - 1)
        while i < len(self.since) and self.since[i] < end:
            yield self.since[i], self.since[i + 1] if i + 1 < len(self.since) else end, self.ahead[i]
            i += 1


def _offsets(zone: ZoneInfo, first: int, last: int) -> Clock:
    """The wall clock between two ordinals of dates; looks once a day and closes in on the second of each change."""
    since, ahead = [(first - _EPOCH_DAY) * DAY], [_ahead(zone, (first - _EPOCH_DAY) * DAY)]
    for day in range(first + 1, last + 1):
        midnight = (day - _EPOCH_DAY) * DAY
        if (now := _ahead(zone, midnight)) != ahead[-1]:
            since.append(_change(zone, midnight - DAY, midnight))
            ahead.append(now)
    return Clock([at * SECOND for at in since], [by * SECOND for by in ahead])


def _change(zone: ZoneInfo, early: int, late: int) -> int:
    old = _ahead(zone, early)
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (middle, late) if _ahead(zone, middle) == old else (early, middle)
    return late


def _ahead(zone: ZoneInfo, at: int) -> int:
    offset = (EPOCH + timedelta(seconds=at)).astimezone(zone).utcoffset() or timedelta()
    return offset // timedelta(seconds=1)
