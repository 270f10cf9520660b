"""Dates as tables write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, tzinfo
from email.utils import parsedate_to_datetime

_DAY = r"(?:\s*(?:T|,|\s)\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?)?\s*$"
_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d\d)" + _DAY)
# Dots never stand between an American month and day.
_NUMBERS_US = re.compile(r"(\d{1,2})[/\-](\d{1,2})[/\-](\d{4}|\d\d)" + _DAY)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})" + _DAY)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-.]*([A-Za-z]{3,9})\.?[ \-,]*(\d{4})" + _DAY)
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})" + _DAY)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 -- read as a line, not as a list
_ORDERS = [(_NUMBERS, "dmy"), (_YEAR_FIRST, "ymd"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy")]
_SECONDS = re.compile(r"\d{9,10}")
_NOON = time(12)
_THIS_CENTURY = 70  # two-digit years below it


class NoDate(ValueError):  # noqa: N818 -- named for the refusal
    """These words are no date; the sentence says so."""


def moment(text: str, *, day_first: bool, zone: tzinfo) -> datetime:
    """When that was, in UTC. Without an offset it is the clock of `zone`; a date alone is its noon, so that it is the same day
    almost anywhere. Raises NoDate.
    """  # noqa: D205
    text = " ".join(text.split())
    try:
        found = _read(text, day_first=day_first)
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"{text[:60]!r} is no date we can read" if text else "it has no date"
        raise NoDate(message) from None


def _read(text: str, *, day_first: bool) -> datetime:
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text), UTC)
    for pattern, order in _ORDERS if day_first else [(_NUMBERS_US, "mdy"), *_ORDERS]:
        if match := pattern.match(text):
            year, month, day = (match[order.index(part) + 1] for part in "ymd")
            return _at(year, _month(month), day, list(match.groups()[3:]))
    if len(text) <= len("20260303") or len(text) == len("2026-03-03"):
        return datetime.combine(datetime.fromisoformat(text).date(), _NOON)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return parsedate_to_datetime(text)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _at(year: str, month: int, day: str, clock: list[str | None]) -> datetime:
    whole = int(year) if len(year) > 2 else int(year) + (2000 if int(year) < _THIS_CENTURY else 1900)  # noqa: PLR2004
    hour, minute, second, half = clock
    if hour is None:
        return datetime(whole, month, int(day), 12)  # noqa: DTZ001 -- the zone is the caller's to add
    hours = int(hour) % 12 + (12 if half[0] in "pP" else 0) if half else int(hour)
    return datetime(whole, month, int(day), hours, int(minute or 0), int(second or 0))  # noqa: DTZ001
