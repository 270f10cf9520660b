"""What customers did, from a table: each row is one thing one customer did, or a reason why not; the others go on."""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.files.dates import NoDate, moment
from amends.files.rows import BATCH, MAX_FIELD, BadMap, Row, encoding_of, packed
from amends.journal.actors import DESK
from amends.outcomes.activity import Kind
from amends.outcomes.noting import NoActivity, Told, note_all
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAMES = ("kind", "at", "id", "email", "phone", "case", "amount", "voucher", "reason", "evidence")
ALIASES = {"date": "at", "source_id": "id", "notice": "at", "notice_date": "at", "reference": "case", "type": "kind"}
_NEEDED = ("at", "id")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_YES, _NO = {"1", "yes", "true", "y"}, {"", "0", "no", "false", "n"}


@dataclass(slots=True)
class _Waiting:
    number: int
    line: int
    told: Told | None = None
    because: str = ""


class Activities:
    """A file of rows and what its columns hold. A column that has the name of what it holds needs no mapping.

    `kind` is that of every row where no column says it. Raises BadMap for names or columns that do not exist.
    """

    def __init__(
        self, path: Path, mapped: Sequence[str], *, source: str = "", kind: str = "", dates: str = "", until: str = ""
    ) -> None:
        if dates not in {"", "day-first", "month-first"}:
            raise BadMap("Dates are day-first or month-first.")
        if kind and kind not in Kind.values:
            raise BadMap(f"There is no kind {kind!r}; there are: {', '.join(Kind.values)}.")
        self.path, self.kind, self.source = path, kind, f"csv:{source or path.name}"[:80]
        self.day_first = dates == "day-first" or (not dates and HOUSE.country != "US")
        self.encoding = encoding_of(path)
        with self.opened() as file:
            head = file.readline(MAX_FIELD)
        self.delimiter = max(",;\t|", key=head.count)
        self.columns = [column.strip() for column in next(csv.reader([head], delimiter=self.delimiter), [])]
        self.places = self._places(mapped)
        self.until = self._moment(until) if until else None

    def opened(self) -> IO[str]:
        """The text of the file, from its beginning."""
        way = gzip.open if packed(self.path) else open
        return way(self.path, "rt", encoding=self.encoding, errors="replace", newline="")

    def _places(self, mapped: Sequence[str]) -> dict[str, int]:
        places: dict[str, int] = {}
        for number, column in enumerate(self.columns):
            name = ALIASES.get(column.lower(), column.lower())
            if name in NAMES:
                places.setdefault(name, number)
        for pair in mapped:
            name, _, column = (part.strip() for part in pair.partition("="))
            name = ALIASES.get(name.lower(), name.lower())
            if name not in NAMES or not column:
                raise BadMap(f"{pair!r} maps nothing we know. Write NAME=COLUMN; the names are: {', '.join(NAMES)}.")
            if column not in self.columns:
                raise BadMap(f"There is no column {column!r}; there are: {', '.join(self.columns)}.")
            places[name] = self.columns.index(column)
        lacking = [name for name in _NEEDED if name not in places] + ([] if self.kind or "kind" in places else ["kind"])
        if lacking or not {"email", "phone", "case"} & set(places):
            wanted = ", ".join(lacking) or "email, phone or case"
            raise BadMap(f"Say which column holds {wanted}: --map NAME=COLUMN. There are: {', '.join(self.columns)}.")
        return places

    def _moment(self, text: str) -> datetime:
        try:
            return moment(text, day_first=self.day_first, zone=ZoneInfo(HOUSE.time_zone))
        except NoDate as wrong:
            raise BadMap(str(wrong)) from None

    def told(self, fields: Sequence[str], *, at: datetime) -> Told:
        """What a row tells; NoActivity with a sentence where it tells nothing."""
        if len(fields) != len(self.columns):
            raise NoActivity(f"it has {len(fields)} fields, and the table has {len(self.columns)} columns")
        said = {name: fields[place].replace("\x00", "").strip() for name, place in self.places.items()}
        voucher = said.get("voucher", "").lower()
        if voucher not in _YES | _NO:
            raise NoActivity(f"{voucher!r} does not say whether a voucher was used: write yes or no")
        try:
            when = moment(said["at"], day_first=self.day_first, zone=ZoneInfo(HOUSE.time_zone))
        except NoDate as wrong:
            raise NoActivity(str(wrong)) from None
        row = Told(
            kind=(said.get("kind") or self.kind).lower(), at=when, source_id=said["id"], email=said.get("email", ""),
            phone=said.get("phone", ""), case=said.get("case", ""), amount=said.get("amount", ""), voucher=voucher in _YES,
            reason=said.get("reason", ""), evidence=said.get("evidence", ""),
        )  # fmt: skip
        row.checked(by=at)
        return row


def note_rows(table: Activities, *, at: datetime) -> Iterator[Row]:
    """Each row is answered for once, in order: `noted`, `already_here`, `nobody` (no customer of ours) or `failed`."""
    batch: list[_Waiting] = []
    newest = _LONG_AGO
    for row in _rows(table, at):
        batch.append(row)
        newest = max(newest, row.told.at) if row.told else newest
        if len(batch) >= BATCH:
            yield from _note(table, batch, at)
            batch = []
    yield from _note(table, batch, at)
    # Only a table that was read to its end has told everything until then.
    note_all([], source=table.source, by=DESK, at=at, until=table.until or newest)


def _rows(table: Activities, at: datetime) -> Iterator[_Waiting]:
    before = csv.field_size_limit(MAX_FIELD)
    try:
        with table.opened() as file:
            reader = csv.reader(file, delimiter=table.delimiter)
            next(reader, None)
            number, line = 0, reader.line_num
            while True:
                row = _Waiting(number + 1, line + 1)
                try:
                    fields = next(reader)
                    line = reader.line_num
                    if not fields:
                        continue
                    row.told = table.told(fields, at=at)
                except StopIteration:
                    return
                except (csv.Error, NoActivity) as wrong:
                    row.because, line = str(wrong), reader.line_num
                number += 1
                yield row
    finally:
        csv.field_size_limit(before)


def _note(table: Activities, batch: Sequence[_Waiting], at: datetime) -> Iterator[Row]:
    good = [row for row in batch if row.told]
    said = iter(
        note_all([row.told for row in good if row.told], source=table.source, by=DESK, at=at, until=_LONG_AGO)
        if good
        else []
    )
    for row in batch:
        outcome = next(said) if row.told else "failed"
        yield Row(row.number, row.line, outcome, row.because)
