"""Reading a calendar from plain data, as a policy pack or a form has it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff
from amends.calendars.opening import DAY, Misread, Opening

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KEYS: Final = frozenset({"zone", "hours", "special", "holidays", "closures"})
_HOLIDAY_KEYS: Final = frozenset({"country", "region", "dates", "worked"})


def read(data: Mapping[str, object]) -> Calendar:
    """The calendar that this data describes.

    `zone`: a zone name. `hours`: for any of mon to sun a list of [from, to] clock times. `special`: for a date its
    own list, empty for closed. `holidays`: `country`, `region`, `dates` (more days off), `worked` (names of holidays
    on which work goes on). `closures`: a list of [from, to] times with an offset. Only `zone` and `hours` are needed.
    Raises Misread, whose message begins with the place in the data, UnknownRegion and NeverOpens.
    """
    _only(data, _KEYS, "calendar")
    hours = _mapping(data.get("hours", {}), "hours")
    _only(hours, frozenset(WEEKDAYS), "hours")
    special = {
        _date(key, "special"): (key, value) for key, value in _mapping(data.get("special", {}), "special").items()
    }
    return Calendar(
        zone=_text(data.get("zone", ""), "zone"),
        week=tuple(_openings(hours.get(day, []), f"hours.{day}") for day in WEEKDAYS),
        off=_days_off(_mapping(data.get("holidays", {}), "holidays")),
        special=tuple((day, _openings(value, f"special.{key}")) for day, (key, value) in sorted(special.items())),
        closures=tuple(
            _closure(pair, f"closures[{i}]") for i, pair in enumerate(_list(data.get("closures", []), "closures"))
        ),
    )


def plain(calendar: Calendar) -> dict[str, object]:
    """The data that `read` reads as this calendar; it can be kept as JSON."""
    off = calendar.off
    return {
        "zone": calendar.zone,
        "hours": {day: _clocks(openings) for day, openings in zip(WEEKDAYS, calendar.week, strict=True)},
        "special": {day.isoformat(): _clocks(openings) for day, openings in calendar.special},
        "holidays": {
            "country": off.country,
            "region": off.region,
            "dates": sorted(day.isoformat() for day in off.dates),
            "worked": sorted(off.worked),
        },
        "closures": [[begin.isoformat(), end.isoformat()] for begin, end in calendar.closures],
    }


def _clocks(openings: Iterable[Opening]) -> list[list[str]]:
    return [[_clock(each.opens), _clock(each.closes - DAY if each.closes > DAY else each.closes)] for each in openings]


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _days_off(data: Mapping[str, object]) -> DaysOff:
    _only(data, _HOLIDAY_KEYS, "holidays")
    country, region = (_text(data.get(key, ""), f"holidays.{key}") for key in ("country", "region"))
    dates = frozenset(_date(day, "holidays.dates") for day in _list(data.get("dates", []), "holidays.dates"))
    worked = frozenset(_text(name, "holidays.worked") for name in _list(data.get("worked", []), "holidays.worked"))
    return DaysOff(country, region, dates, worked)


def _openings(value: object, place: str) -> tuple[Opening, ...]:
    return tuple(_opening(_pair(pair, f"{place}[{i}]"), f"{place}[{i}]") for i, pair in enumerate(_list(value, place)))


def _opening(pair: tuple[object, object], place: str) -> Opening:
    opens, closes = (value if isinstance(value, int) else _text(value, place) for value in pair)
    try:
        return Opening.read(opens, closes)
    except Misread as wrong:
        msg = f"{place}: {wrong}"
        raise Misread(msg) from None


def _closure(value: object, place: str) -> tuple[datetime, datetime]:
    begin, end = (_time(each, place) for each in _pair(value, place))
    return begin, end


def _time(value: object, place: str) -> datetime:
    try:
        at = value if isinstance(value, datetime) else datetime.fromisoformat(_text(value, place))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        msg = f"{place}: {value!r} is not a time with an offset, such as 2026-12-24T14:00+01:00"
        raise Misread(msg)
    return at


def _date(value: object, place: str) -> date:
    try:
        return value if type(value) is date else date.fromisoformat(_text(value, place))
    except ValueError:
        msg = f"{place}: {value!r} is not a date, such as 2026-12-24"
        raise Misread(msg) from None


def _pair(value: object, place: str) -> tuple[object, object]:
    match _list(value, place):
        case [first, second]:
            return first, second
        case _:
            msg = f"{place}: {value!r} is not a pair [from, to]"
            raise Misread(msg)


def _list(value: object, place: str) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    msg = f"{place}: {value!r} is not a list"
    raise Misread(msg)


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    msg = f"{place}: {value!r} is not a table of names and values"
    raise Misread(msg)


def _text(value: object, place: str) -> str:
    if isinstance(value, str):
        return value
    msg = f"{place}: {value!r} is not text"
    raise Misread(msg)


def _only(data: Iterable[object], known: frozenset[str], place: str) -> None:
    for key in data:
        if key not in known:
            msg = f"{place}: {key!r} is not known here; known are: {', '.join(sorted(known))}"
            raise Misread(msg)
