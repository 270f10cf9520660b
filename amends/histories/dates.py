"""Columns of times as exports write them. A whole column is read in one way, so that 03/04 is not May here and April there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import Final

import numpy as np

from amends.histories.history import DAY, EPOCH, MISSING, Floats

_NUMBERS: Final = re.compile(
    r"(\d{1,4})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{1,4})"
    r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?)?\s*(?:UTC|GMT|Z)?"
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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

    ISO 8601, days and months in either order (found out from the whole column unless said), names of months, seconds
    or milliseconds since 1970, and the day numbers of spreadsheets. Without an offset it is the clock of `zone`.
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
        at = datetime.fromisoformat(text) if text[:4].isdigit() and "-" in text[4:6] else _at(text, day_first=day_first)
    except (ValueError, OverflowError):
        return _number(text)
    return ((at if at.tzinfo else at.replace(tzinfo=zone)) - EPOCH) / DAY


def _at(text: str, *, day_first: bool) -> datetime:
    match = _NUMBERS.fullmatch(text)
    if not match:
        msg = "no date"
        raise ValueError(msg)
    first, second, third, hour, minute, sec, half = match.groups()
    year, month, day = (first, second, third) if len(first) > 2 else (third, second, first)  # noqa: PLR2004 -- a year
    if len(first) <= 2 and second.isdigit() and not day_first:  # noqa: PLR2004
        month, day = first, second
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return datetime(_whole(int(year)), number, int(day), hours, int(minute or 0), int(sec or 0))  # noqa: DTZ001


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
