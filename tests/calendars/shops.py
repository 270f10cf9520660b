"""The shops whose hours the tests count by, and what is drawn at random for the properties."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from hypothesis import strategies as st

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff
from amends.calendars.opening import DAY, Opening
from amends.calendars.reading import read

NINE_TO_FIVE: Final = [["09:00", "17:00"]]
WEEKDAYS: Final = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), NINE_TO_FIVE)
EVERY_DAY: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def make_calendar(zone: str = "UTC", **data: object) -> Calendar:
    """Nine to five on weekdays, unless told otherwise."""
    return read({"zone": zone, "hours": WEEKDAYS} | data)


def at(text: str) -> datetime:
    """An aware time; UTC unless an offset is written."""
    when = datetime.fromisoformat(text)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


# Clock changes of an hour, of half an hour, at midnight, of a whole day (Apia left out 30 December 2011), and none.
_ZONES = (
    "UTC",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Pacific/Apia",
)
_FIRST, _LAST = datetime(2011, 1, 1), datetime(2012, 12, 31)  # noqa: DTZ001 -- hypothesis wants them naive
_QUARTER = 900

_opens = st.integers(0, DAY // _QUARTER - 1).map(lambda quarter: quarter * _QUARTER)
_length = st.integers(1, DAY // _QUARTER).map(lambda quarters: quarters * _QUARTER)
openings = st.builds(lambda opens, length: Opening(opens, opens + length), _opens, _length)
_hours = st.lists(openings, max_size=2).map(tuple)
days = st.dates(date(2011, 1, 1), date(2012, 12, 31))
moments = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))
amounts = st.timedeltas(timedelta(microseconds=1), timedelta(hours=60))
_closures = st.tuples(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=9))).map(
    lambda c: (c[0], c[0] + c[1])
)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A calendar that opens in every week, with or without nights, gaps, days off, one-off hours and closures."""
    week = draw(st.lists(_hours, min_size=7, max_size=7).filter(any))
    return Calendar(
        zone=draw(st.sampled_from(_ZONES)),
        week=tuple(week),
        off=DaysOff(dates=draw(st.frozensets(days, max_size=20))),
        special=tuple(sorted(draw(st.dictionaries(days, _hours, max_size=5)).items())),
        closures=tuple(draw(st.lists(_closures, max_size=3))),
    )
