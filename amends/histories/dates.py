"""Columns of times as exports write them. A whole column is read in one way, so that 03/04 is not May here and April there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from amends.histories.history import DAY, EPOCH, MISSING, Floats

_NUMBERS: Final = re.compile(
    r"(\d{1,4})\.?[-/. ](\d{1,2}|[^\W\d_]{3,10})\.?[-/. ,]+(\d{1,4})"
    r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?"
)
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?)?")
_WEEKDAY: Final = re.compile(r"[^\W\d_]{2,10}(?:\.?, *| +(?=[^\W\d_]{3,10}\.? +\d)|\.? +(?=\d\d?(?:[-/.]| [^\W\d_])))")
_MONTH_FIRST: Final = (
    (re.compile(r"([^\W\d_]{3,10})\.? +(\d{1,2}) (\d\d?:\d\d(?::\d\d)?)(?: UTC| GMT)? (\d{4})$"), r"\2 \1 \4 \3"),
    (re.compile(r"([^\W\d_]{3,10})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})"), r"\2 \1 \3"),
)
_OFFSET: Final = re.compile(r"(?<=[\d ])([+-])(\d\d):?(\d\d)?$")
_ZONE: Final = re.compile(r"([A-Z][A-Za-z_]+/[A-Za-z_/+\-]+|[A-Z]{1,4})$")
#: Hours from UTC of the names that mean one clock only.
_HOURS: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
}  # fmt: skip
#: How the names of the months begin in English, German, French, Spanish, Italian and Dutch.
_MONTHS: Final = (
    ("jan", "ene", "gen"), ("feb", "fév", "fev"), ("mar", "mär", "maa", "mrt"), ("apr", "avr", "abr"), ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago"), ("sep", "set"), ("oct", "okt", "ott"), ("nov",),
    ("dec", "dez", "déc", "dic"),
)  # fmt: skip
_EXCEL: Final = (20_000.0, 80_000.0)
_SECONDS: Final = 1e8
_MILLISECONDS: Final = 1e11
_EXCEL_EPOCH: Final = 25_569.0
_SAMPLE: Final = 20_000
_MONTHS_IN_YEAR: Final = 12
_CENTURY: Final = 100
_THIS_CENTURY: Final = 70


def times(texts: Sequence[str], *, zone: tzinfo = UTC, day_first: bool | None = None) -> Floats:
    """Days since 1970 of each; NaN where there is none or it cannot be read.

    ISO 8601 (also without separators), days and months in either order (found out from the whole column unless said),
    names of months and weekdays, offsets and names of zones, seconds or milliseconds since 1970, and the day numbers of
    spreadsheets. Without an offset or a zone it is the clock of `zone`.
    """
    order = is_day_first(texts) if day_first is None else day_first
    found: dict[str, float] = {}
    for text in texts:
        if text not in found:
            found[text] = _day(text.strip(), zone, day_first=order)
    return np.array([found[text] for text in texts], dtype=np.float64)


def is_day_first(texts: Sequence[str]) -> bool:
    """Whether the day comes before the month in this column. Where nothing tells, only a slash means month first."""
    slash = False
    for text in texts[:_SAMPLE]:
        match = _NUMBERS.match(text.strip())
        if not match or not match[2].isdigit() or len(match[1]) > 2:  # noqa: PLR2004 -- a year
            continue
        if int(match[1]) > _MONTHS_IN_YEAR:
            return True
        if int(match[2]) > _MONTHS_IN_YEAR:
            return False
        slash = slash or "/" in text
    return not slash


def unread(texts: Sequence[str], read: Floats) -> list[str]:
    """Those texts that say something and could not be read as times."""
    return [text for text, at in zip(texts, read, strict=True) if np.isnan(at) and text.strip().lower() not in MISSING]


def _day(text: str, zone: tzinfo, *, day_first: bool) -> float:
    if text.lower() in MISSING:
        return float("nan")
    try:
        at = datetime.fromisoformat(text) if text[:4].isdigit() and text[4:5] == "-" else None
    except ValueError:
        at = None
    try:
        at = at or _at(text, day_first=day_first)
        return ((at if at.tzinfo else at.replace(tzinfo=zone)) - EPOCH) / DAY
    except (ValueError, OverflowError):
        return _number(text)


def _at(text: str, *, day_first: bool) -> datetime:
    """The time in any order of its parts; without an offset or the name of a zone it has none. Raises ValueError."""
    if match := _COMPACT.fullmatch(text):
        return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    text, zone = _zoned(_WEEKDAY.sub("", text, count=1) if text[:1].isalpha() else text)
    for order, day_before in _MONTH_FIRST:
        text = order.sub(day_before, text, count=1)
    match = _NUMBERS.fullmatch(text)
    if not match:
        msg = "no date"
        raise ValueError(msg)
    first, second, third, hour, minute, sec, half = match.groups()
    year, month, day = (first, second, third) if len(first) > 2 else (third, second, first)  # noqa: PLR2004 -- a year
    if len(first) <= 2 and second.isdigit() and not day_first:  # noqa: PLR2004
        month, day = first, second
    number = int(month) if month.isdigit() else _month(month)
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return datetime(_whole(int(year)), number, int(day), hours, int(minute or 0), int(sec or 0), tzinfo=zone)


def _zoned(text: str) -> tuple[str, tzinfo | None]:
    """The text without the offset or the name of a zone at its end, and that zone. A name that may mean several is none."""
    if offset := (_OFFSET.search(text) if ":" in text else None):
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return text[: offset.start()].rstrip(), timezone(ahead if offset[1] == "+" else -ahead)
    named = _ZONE.search(text)
    if not named or named[1] in {"AM", "PM"}:
        return text, None
    if named[1] in _HOURS:
        return text[: named.start()].rstrip(), timezone(timedelta(hours=_HOURS[named[1]]))
    try:
        return text[: named.start()].rstrip(), ZoneInfo(named[1])
    except (ZoneInfoNotFoundError, ValueError):
        return text, None


def _month(name: str) -> int:
    """The month of this name. Raises ValueError."""
    known = name.lower()
    for number, beginnings in enumerate(_MONTHS, 1):
        if known.startswith(beginnings):
            return number
    msg = "no month"
    raise ValueError(msg)


def _whole(year: int) -> int:
    if year >= _CENTURY:
        return year
    return year + (2000 if year < _THIS_CENTURY else 1900)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return float("nan")
    if _EXCEL[0] < number < _EXCEL[1]:
        return number - _EXCEL_EPOCH
    if number > _MILLISECONDS:
        return number / 86_400_000
    return number / 86_400 if number > _SECONDS else float("nan")
