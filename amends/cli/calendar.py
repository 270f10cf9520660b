"""`amends calendar run`: computes a file of business-time questions, to compare with known answers.

A row has `id`, `operation`, `start`, `amount`, `unit`, `timezone`, and as JSON `hours`, `special_hours` and
`holidays`. How a row is read where its form leaves it open:

* A start without an offset is wall-clock time of the row's zone, and so is its answer; with an offset the answer has
  the offset of the row's zone. A start that is only a date gets a date where the question is about days.
* A listed holiday is never open time: by no reading can one bring a due time forward.
* Seconds are whole and elapsed; over a daylight-saving change they are counted on the clock of UTC.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from amends.calendars.calendar import Calendar
from amends.calendars.opening import CalendarError
from amends.calendars.reading import read

Row = Mapping[str, str]

_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3_600}
_DATE_LENGTH: Final = len("2026-12-24")


def run(vectors: Path, as_json: bool) -> Iterator[dict[str, str | None]]:  # noqa: FBT001 -- the command's flag
    """One answer for each row of the file, in order: `id` and `result`, as text in the form of the `expected` column.

    A row that cannot be computed has no result and says why in `error`; the others are computed all the same. Without
    `as_json`, for a person to read, `expected` stands beside the result.
    """
    with vectors.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            answer = _answer(row)
            yield answer if as_json else answer | {"expected": row.get("expected")}


def _answer(row: Row) -> dict[str, str | None]:
    try:
        return {"id": row.get("id"), "result": compute(row)}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as wrong:
        return {"id": row.get("id"), "result": None, "error": f"{type(wrong).__name__}: {wrong}"}


def compute(row: Row) -> str:
    """The answer of one row. Raises CalendarError, or ValueError or KeyError for a row that is not of this form."""
    operation = _OPERATIONS.get(row["operation"])
    if operation is None:
        msg = f"{row['operation']!r} is not known; known are: {', '.join(sorted(_OPERATIONS))}"
        raise CalendarError(msg)
    return operation(_calendar(row), row)


def _calendar(row: Row) -> Calendar:
    return read(
        {
            "zone": row.get("timezone") or "UTC",
            "hours": json.loads(row["hours"]),
            "special": json.loads(row.get("special_hours") or "{}"),
            "holidays": {"dates": list(json.loads(row.get("holidays") or "[]"))},
        }
    )


def _add(calendar: Calendar, row: Row) -> str:
    unit, amount = _unit(row["unit"]), _number(row["amount"])
    start = _start(calendar, row)
    if unit == "day":
        return _written(calendar, row, calendar.add_days(start, int(amount)), days=True)
    return _written(calendar, row, calendar.add(start, _timedelta(amount, unit)))


def _subtract(calendar: Calendar, row: Row) -> str:
    unit, amount = _unit(row["unit"]), _number(row["amount"])
    start = _start(calendar, row)
    if unit == "day":
        return _written(calendar, row, calendar.add_days(start, -int(amount)), days=True)
    return _written(calendar, row, calendar.subtract(start, _timedelta(amount, unit)))


def _elapsed(calendar: Calendar, row: Row) -> str:
    unit, _, end = row["unit"].partition("->")
    open_time = calendar.between(_start(calendar, row), _aware(calendar, end))
    amount = Decimal(open_time // timedelta(microseconds=1)) / (1_000_000 * _SECONDS[_unit(unit)])
    return f"{amount.normalize():f}"


def _days_until(calendar: Calendar, row: Row, *, inclusive: bool) -> str:
    zone = ZoneInfo(calendar.zone)
    begin, end = (
        at.astimezone(zone).date() for at in (_start(calendar, row), _aware(calendar, row["unit"].partition("->")[2]))
    )
    return str(calendar.business_days(begin, end + timedelta(days=int(inclusive))))


def _moved(move: Callable[[Calendar, datetime], datetime], *, days: bool = False) -> Callable[[Calendar, Row], str]:
    return lambda calendar, row: _written(calendar, row, move(calendar, _start(calendar, row)), days=days)


_OPERATIONS: Final[Mapping[str, Callable[[Calendar, Row], str]]] = {
    "add": _add,
    "subtract": _subtract,
    "elapsed": _elapsed,
    "business_days_until": lambda calendar, row: _days_until(calendar, row, inclusive=False),
    "business_days_until_inclusive": lambda calendar, row: _days_until(calendar, row, inclusive=True),
    "roll_forward": _moved(Calendar.next_open),
    "roll_back": _moved(Calendar.last_open),
    "closing_time": _moved(Calendar.next_close),
    "first_business_day": _moved(Calendar.first_business_day, days=True),
    "previous_business_day": _moved(Calendar.last_business_day, days=True),
    "is_open": lambda calendar, row: str(calendar.is_open(_start(calendar, row))).lower(),
}


def _unit(text: str) -> str:
    unit = text.strip().removesuffix("s")
    if unit != "day" and unit not in _SECONDS:
        msg = f"{text!r} is not a unit; write seconds, minutes, hours or days"
        raise CalendarError(msg)
    return unit


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        msg = f"{text!r} is not a number"
        raise CalendarError(msg) from None


def _timedelta(amount: Decimal, unit: str) -> timedelta:
    return timedelta(microseconds=int(amount * _SECONDS[unit] * 1_000_000))


def _start(calendar: Calendar, row: Row) -> datetime:
    return _aware(calendar, row["start"])


def _aware(calendar: Calendar, text: str) -> datetime:
    if len(text) == _DATE_LENGTH:
        return datetime.combine(date.fromisoformat(text), time(), ZoneInfo(calendar.zone)).astimezone(UTC)
    at = datetime.fromisoformat(text)
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(calendar.zone))).astimezone(UTC)


def _written(calendar: Calendar, row: Row, at: datetime, *, days: bool = False) -> str:
    local = at.astimezone(ZoneInfo(calendar.zone))
    start = row["start"]
    if days and len(start) == _DATE_LENGTH:
        return local.date().isoformat()
    if len(start) == _DATE_LENGTH or datetime.fromisoformat(start).tzinfo is None:
        local = local.replace(tzinfo=None)
    whole_minute = local.second == local.microsecond == 0
    return local.isoformat(timespec="minutes" if whole_minute else "auto")
