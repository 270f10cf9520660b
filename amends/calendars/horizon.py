"""How far a calendar is worked out: as far as it was ever asked about, and never without end."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, datetime, timedelta
from typing import Final, TypeVar

from amends.calendars.opening import CalendarError
from amends.calendars.timetable import EPOCH, Timetable

T = TypeVar("T")

HORIZON: Final = 50
"""Years beyond the instant asked about after which a search gives up."""
_WIDEST: Final = 2 * HORIZON
_FIRST_STEP: Final = 2
_MICROSECOND: Final = timedelta(microseconds=1)


class NeverOpens(CalendarError):  # noqa: N818 -- named for the refusal
    """Nothing opens within the horizon, so nothing can fall due by this calendar."""


class TooFar(CalendarError):  # noqa: N818 -- named for the refusal
    """The time asked for lies beyond the horizon, or outside the years that can be written."""


class NaiveTime(CalendarError):  # noqa: N818 -- named for the refusal
    """A time was given without its offset from UTC, so it is not known which instant is meant."""


def instant(at: datetime) -> int:
    """Whole microseconds since 1970 in UTC. Raises NaiveTime."""
    try:
        return (at - EPOCH) // _MICROSECOND
    except TypeError:
        msg = f"{at.isoformat()} has no time zone; a calendar counts aware times only"
        raise NaiveTime(msg) from None


def moment(at: int) -> datetime:
    """The aware time, in UTC, of an instant."""
    return EPOCH + at * _MICROSECOND


class Horizon:
    """The timetable of one calendar: made when first needed, made wider when that is not enough, remembered in between.

    Widening replaces the timetable in one assignment, so threads at worst make it twice.
    """

    __slots__ = ("_held", "_make")

    def __init__(self, make: Callable[[range], Timetable]) -> None:
        """`make` gives the timetable of whole years."""
        self._make = make
        self._held: Timetable | None = None

    def around(self, at: int) -> Timetable:
        """A timetable that has this instant within. Raises TooFar."""
        held = self._held
        if held is not None and held.since <= at < held.until:
            return held
        year = _year(at)
        wanted = range(year - 1, year + _FIRST_STEP)
        if held is not None:
            both = range(min(wanted.start, held.years.start), max(wanted.stop, held.years.stop))
            wanted = both if len(both) <= _WIDEST else wanted
        return self._remember(wanted)

    def covering(self, begin: int, end: int) -> Timetable:
        """A timetable that has both instants within. Raises TooFar."""
        table = self.around(begin)
        if not table.since <= end < table.until:
            years = sorted((_year(begin), _year(end)))
            _refuse_beyond(years[1] - years[0], begin)
            table = self._remember(range(min(years[0], table.years.start), max(years[1] + 1, table.years.stop)))
        return table

    def search(self, at: int, find: Callable[[Timetable], T | None], *, later: bool) -> T:
        """What `find` finds in a timetable around this instant, made wider in one direction until it finds something.

        Raises NeverOpens or TooFar at the horizon.
        """
        table = self.around(at)
        while (found := find(table)) is None:
            table = self._wider(table, at, later=later)
        return found

    def _wider(self, table: Timetable, at: int, *, later: bool) -> Timetable:
        years, year, step = table.years, _year(at), max(_FIRST_STEP, len(table.years))
        if later:
            wider = range(years.start, min(years.stop + step, year + HORIZON, MAXYEAR))
        else:
            wider = range(max(years.start - step, year - HORIZON, MINYEAR + 1), years.stop)
        if len(wider) <= len(years):
            _refuse_search(table, at, later=later)
        return self._remember(wider)

    def _remember(self, years: range) -> Timetable:
        self._held = table = self._make(years)
        return table


def _year(at: int) -> int:
    year = moment(at).year
    # One step of years on each side must be writable too.
    if not MINYEAR + 1 < year < MAXYEAR - _FIRST_STEP:
        msg = f"the year {year} is outside what a calendar can count"
        raise TooFar(msg)
    return year


def _refuse_beyond(years: int, at: int) -> None:
    if years > _WIDEST:
        msg = f"{years} years from {moment(at).isoformat()} is more than a calendar counts at once ({_WIDEST})"
        raise TooFar(msg)


def _refuse_search(table: Timetable, at: int, *, later: bool) -> None:
    open_time = table.elapsed(table.until) - table.elapsed(at) if later else table.elapsed(at)
    where = f"within {HORIZON} years {'after' if later else 'before'} {moment(at).isoformat()}"
    if open_time == 0:
        msg = f"this calendar never opens {where}"
        raise NeverOpens(msg)
    msg = f"this calendar is not open for so long {where}"
    raise TooFar(msg)
