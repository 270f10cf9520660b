"""Reading a history from a file: a table with one row per case, or an event log (CSV or XES) with one row per event.

Ask another desk for everything *opened* in a period, closed or not.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Final

import numpy as np
from lxml import etree

from amends.histories.dates import is_day_first, times, unread
from amends.histories.history import MISSING, Floats, History, NotCalibrated, Rows, day

Table = dict[str, list[str]]

_CASE: Final = (
    "case:concept:name", "case id", "caseid", "case_id", "case", "trace", "ticket id", "ticket", "ticket number", "incident id",
    "incident", "sr number", "number", "unique key", "request id", "issue key", "key", "id",
)  # fmt: skip
_TIME: Final = ("time:timestamp", "complete timestamp", "completetimestamp", "timestamp", "event time", "time", "date")
_OPENED: Final = (
    "opened", "opened at", "open time", "opened date", "created", "created at", "created date", "created on", "date created",
    "creation date", "submitted", "date submitted", "date received", "received", "reported", "start", "start date", "start time",
    "startdate", "case:startdate", "registered", "reg date", "case:reg date",
)  # fmt: skip
_CLOSED: Final = (
    "closed", "closed at", "close time", "closed date", "date closed", "closed on", "resolved", "resolved at", "resolved date",
    "resolution date", "solved at", "completed", "completed at", "completion date", "finished", "end", "end date", "end time",
    "enddate", "case:enddate", "date sent to company",
)  # fmt: skip
_AFTERWARDS: Final = re.compile(
    r"clos|resol|solved|finish|complet|end.?date|end.?time|updated|sys.?mod|reopen|reassign|made.?sla|sla.?fail|duration|outcome"
    r"|elapsed|survey|satisf",
    re.IGNORECASE,
)
_MOSTLY: Final = 0.95
_FAR: Final = day(datetime(2090, 1, 1, tzinfo=UTC))  # later than any case of today is closed
_LOOKED_AT: Final = 10_000
_EVENTS_OF: Final = re.compile(r"case:concept:name|case.?id|trace", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A history as it was read, how many rows had no opening, and which features were left out, each with the reason.

    `placeholders` counts closings that stand for "not closed" (before the first opening, or in the far future), `repeated`
    rows that say the same as one before, their number included.
    """

    history: History
    opened: str
    closed: str
    case: str = ""
    skipped: int = 0
    left_out: Mapping[str, str] = field(default_factory=dict)
    placeholders: int = 0
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class _Order:
    zone: tzinfo
    day_first: bool


def read(
    path: Path,
    *,
    opened: str = "",
    closed: str = "",
    case: str = "",
    features: Sequence[str] = (),
    until: datetime | None = None,
    zone: tzinfo = UTC,
    day_first: bool | None = None,
) -> Reading:
    """The history in this file. Columns that are not named are found by their usual names.

    Rows of one case (`case`, or a usual name of it) are one case, from its first opening to its last closing; where
    `opened` and `closed` are the same column it is an event log, from first to last event. Features are taken from the
    first row of a case; one that is only known afterwards is left out. Raises NotCalibrated with a sentence.
    """
    table, repeated = _once(read_table(path))
    first, last = _columns(table, opened, closed)
    if day_first is None:
        day_first = is_day_first([*table[first][:_LOOKED_AT], *table[last][:_LOOKED_AT]])
    order = _Order(zone, day_first)
    begin = _read_times(table, first, order)
    end = begin if last == first else _read_times(table, last, order)
    by = _case_column(table, case, begin, same=first == last)
    if first == last and not by:
        raise NotCalibrated(f"{first!r} is both opening and closing, and no column says which rows are of one case.")
    rows = np.arange(len(begin))
    if by:
        begin, end, rows = _gathered(table[by], begin, end)
    known = ~np.isnan(begin)
    begin, end, rows = begin[known], end[known], rows[known]
    named = {_column(table, name): [table[_column(table, name)][row] for row in rows] for name in features}
    left_out = {name: why for name, column in named.items() if (why := _afterwards(name, column, begin, end, order))}
    kept = {name: column for name, column in named.items() if name not in left_out}
    taken = None if until is None else day(until)
    end, placeholders = _without_placeholders(begin, end)
    history = History.of(begin, end, until=taken, features=kept)
    return Reading(history, first, last, by, int((~known).sum()), left_out, placeholders, repeated)


def read_table(path: Path) -> Table:
    """The columns of a CSV file (any usual separator, also compressed) or the events of an XES log, as text."""
    raw = path.read_bytes()
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    if raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return _events(raw)
    text = _decoded(raw)
    head = text[: text.find("\n") + 1] or text
    separator = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names = [name.strip() for name in next(reader, [])]
    rows = [row + [""] * (len(names) - len(row)) for row in reader if row]
    columns = list(zip(*rows, strict=False)) if rows else [()] * len(names)
    return {name: list(column) for name, column in zip(names, columns, strict=False)}


def _once(table: Table) -> tuple[Table, int]:
    """The table without rows that repeat another word for word, where some column tells its rows apart; and how many went.

    Without such a column two equal rows may well be two cases.
    """
    count = len(next(iter(table.values()), []))
    first = dict.fromkeys(zip(*table.values(), strict=True))
    told_apart = any(len(set(column)) == len(first) for column in table.values())
    if len(first) == count or not told_apart or len(first) * 2 < count:
        return table, 0
    columns = zip(*first, strict=True)
    return {name: list(column) for name, column in zip(table, columns, strict=True)}, count - len(first)


def _without_placeholders(begin: Floats, end: Floats) -> tuple[Floats, int]:
    """The closings without those that mean "not closed": 1900, 9999 and whatever lies before the first opening."""
    odd = (end < np.min(begin, initial=np.inf)) | (end > _FAR)
    return np.where(odd, np.nan, end), int(odd.sum())


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-16",) if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _events(raw: bytes) -> Table:
    rows: list[dict[str, str]] = []
    for _, trace in etree.iterparse(
        io.BytesIO(raw), tag="{*}trace", resolve_entities=False, no_network=True, huge_tree=True
    ):
        own = {f"case:{key}": value for key, value in _attributes(trace)}
        rows += [own | dict(_attributes(event)) for event in trace.iterfind("{*}event")]
        trace.clear()
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name, "") for row in rows] for name in names}


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(child.get("key", ""), child.get("value", "")) for child in element if child.get("key")]


def _columns(table: Table, opened: str, closed: str) -> tuple[str, str]:
    first = _column(table, opened) if opened else _usual(table, _OPENED)
    last = _column(table, closed) if closed else _usual(table, _CLOSED)
    event = _usual(table, _TIME)
    if not opened and not closed and event and _usual(table, _CASE) and (not first or not last or event == _TIME[0]):
        return event, event
    if not first or not last:
        what = "opened" if not first else "closed"
        raise NotCalibrated(f"No column says when a case was {what}. There are: {', '.join(table) or 'none'}.")
    return first, last


def _column(table: Table, name: str) -> str:
    found = name if name in table else next((each for each in table if _plain(each) == _plain(name)), "")
    if not found:
        raise NotCalibrated(f"There is no column {name!r}. There are: {', '.join(table) or 'none'}.")
    return found


def _usual(table: Table, names: Sequence[str]) -> str:
    plain = {_plain(each): each for each in reversed(list(table))}
    return next((plain[_plain(name)] for name in names if _plain(name) in plain), "")


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-]+", "", name).lower()


def _read_times(table: Table, name: str, order: _Order) -> Floats:
    texts = table[name]
    found = times(texts, zone=order.zone, day_first=order.day_first)
    odd = unread(texts, found)
    if len(odd) > (1 - _MOSTLY) * len(texts):
        raise NotCalibrated(f"{len(odd)} of {len(texts)} values of {name!r} are no times, such as {odd[0][:40]!r}.")
    return found


def _case_column(table: Table, case: str, begin: Floats, *, same: bool) -> str:
    """The column whose repeated values are one case: the one named, or a usual one if it says the same opening in each."""
    if case:
        return _column(table, case)
    found = _usual(table, _CASE)
    if not found or len(set(table[found])) == len(table[found]):
        return ""
    if same or _EVENTS_OF.search(found):
        return found
    first: dict[str, float] = {}
    agree = sum(first.setdefault(key, at) == at for key, at in zip(table[found], begin.tolist(), strict=True))
    return found if agree >= _MOSTLY * len(begin) else ""


def _gathered(keys: Sequence[str], begin: Floats, end: Floats) -> tuple[Floats, Floats, Rows]:
    """For each case its first opening, its last closing, and the row in which it was opened."""
    codes: dict[str, int] = {}
    index = np.array([codes.setdefault(key, len(codes)) for key in keys], dtype=np.intp)
    first, last = np.full(len(codes), np.inf), np.full(len(codes), -np.inf)
    np.minimum.at(first, index, np.where(np.isnan(begin), np.inf, begin))
    np.maximum.at(last, index, np.where(np.isnan(end), -np.inf, end))
    order = np.lexsort((np.arange(len(index)), np.where(np.isnan(begin), np.inf, begin), index))
    rows = order[np.r_[True, index[order][1:] != index[order][:-1]]] if len(order) else order
    return np.where(np.isfinite(first), first, np.nan), np.where(np.isfinite(last), last, np.nan), rows


def _afterwards(name: str, column: Sequence[str], begin: Floats, end: Floats, order: _Order) -> str:
    """Why this feature cannot have been known at the opening; empty if nothing says so."""
    if _AFTERWARDS.search(name):
        return "its name says that it is known only afterwards"
    known = [text for text in column if text.strip().lower() not in MISSING]
    if not known or np.isnan(times(known[:50])).mean() > 1 - _MOSTLY:
        return ""
    gap, length = np.abs(times(column, zone=order.zone, day_first=order.day_first) - end), end - begin
    both = ~np.isnan(gap) & ~np.isnan(length)
    if both.sum() and np.median(gap[both]) < 0.05 * np.median(length[both]):
        return "it is a time close to the closing, so it is known only afterwards"
    return ""
