"""Complaints from a table: each row is a case with the date on which the customer told somebody, or a reason why not."""

from __future__ import annotations

import codecs
import csv
import gzip
import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import DatabaseError

from amends.cases.case import Case, Origin, Severity
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.files.dates import NoDate, moment
from amends.intake.opening import Complaint, open_cases
from amends.journal.actors import DESK
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

NAMES = (
    "received_at", "words", "subject", "name", "email", "phone", "id", "channel", "severity", "origin"
)  # fmt: skip
ALIASES = {"narrative": "words", "text": "words", "date": "received_at", "external_id": "id", "source_id": "id"}
CHANNELS = {
    "e-mail": "email", "mail": "email", "web": "form", "website": "form", "call": "phone", "telephone": "phone",
    "post": "letter", "postal mail": "letter", "fax": "letter", "in person": "visit",
}  # fmt: skip
BATCH = 200
MAX_FIELD = 16 * 1024 * 1024  # characters the reader takes in one field
MAX_WORDS = 1_000_000  # characters of a complaint; a larger field is a table that lost its quotes
_AHEAD = timedelta(days=1)


class BadMap(Exception):  # noqa: N818 -- named for the refusal
    """The columns are not what was said of them; the sentence lists what there is."""


class _BadRow(Exception):  # noqa: N818
    pass


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one row: `opened`, `already_here` or `failed` (`because` says why). Rows count from 1 after the names."""

    number: int
    line: int
    outcome: str
    because: str = ""


@dataclass(slots=True)
class _Waiting:
    """A row on its way: the complaint it holds, and what became of it once that is known."""

    number: int
    line: int
    complaint: Complaint | None = None
    outcome: str = ""
    because: str = ""

    def ended(self) -> Row:
        return Row(self.number, self.line, self.outcome, self.because)


class Table:
    """A file of rows and what its columns hold. Raises BadMap for names or columns that do not exist."""

    def __init__(
        self, path: Path, mapped: Sequence[str], *, source: str = "", channel: str = "form", dates: str = ""
    ) -> None:
        if channel not in Channel.values:
            message = f"There is no channel {channel!r}; there are: {', '.join(Channel.values)}."
            raise BadMap(message)
        if dates not in {"", "day-first", "month-first"}:
            message = "Dates are day-first or month-first."
            raise BadMap(message)
        self.path, self.channel = path, channel
        self.source = f"csv:{source or path.name}"[:80]
        self.day_first = dates == "day-first" or (not dates and HOUSE.country != "US")
        self.encoding = encoding_of(path)
        with self.opened() as file:
            head = file.readline(MAX_FIELD)
        self.delimiter = max(",;\t|", key=head.count)
        columns = next(csv.reader([head], delimiter=self.delimiter), [])
        self.columns = [column.strip() for column in columns]
        self.places = _places(mapped, self.columns)

    def opened(self) -> IO[str]:
        """The text of the file, from its beginning."""
        way = gzip.open if packed(self.path) else open
        return way(self.path, "rt", encoding=self.encoding, errors="replace", newline="")

    def complaint(self, fields: Sequence[str], *, at: datetime) -> Complaint:
        """The complaint in a row; raises when the row does not hold one."""
        if len(fields) != len(self.columns):
            message = f"it has {len(fields)} fields, and the table has {len(self.columns)} columns"
            raise _BadRow(message)
        said = {name: fields[place].replace("\x00", "").strip() for name, place in self.places.items()}
        words = said["words"]
        if not words:
            message = f"the column {self.columns[self.places['words']]} is empty"
            raise _BadRow(message)
        if len(words) > MAX_WORDS:
            message = f"the complaint is longer than {MAX_WORDS:,} characters; is a quotation mark missing?"
            raise _BadRow(message)
        return Complaint(
            words=words,
            subject=said.get("subject", "")[:300],
            name=said.get("name", "")[:200],
            email=_email(said.get("email", "")),
            phone=said.get("phone", "")[:60],
            channel=_channel(said, self.channel),
            severity=_severity(said.get("severity", "")),
            origin=_origin(said.get("origin", "")),
            received_at=self._received_at(said, at),
            source=self.source,
            source_id=_number(said.get("id", ""), fields),
        )

    def _received_at(self, said: Mapping[str, str], at: datetime) -> datetime:
        if "received_at" not in said:
            return at
        try:
            found = moment(said["received_at"], day_first=self.day_first, zone=ZoneInfo(HOUSE.time_zone))
        except NoDate as wrong:
            raise _BadRow(str(wrong)) from None
        if found > at + _AHEAD:
            message = f"{said['received_at']} lies in the future"
            raise _BadRow(message)
        return min(found, at)


def open_rows(table: Table, *, at: datetime) -> Iterator[Row]:
    """Open a case for each row that holds a complaint and is not here yet; each row is answered for once, in order."""
    batch: list[_Waiting] = []
    for row in _rows(table, at):
        batch.append(row)
        if len(batch) >= BATCH:
            yield from _open(batch, at)
            batch = []
    yield from _open(batch, at)


def _rows(table: Table, at: datetime) -> Iterator[_Waiting]:
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
                    row.complaint = table.complaint(fields, at=at)
                except StopIteration:
                    return
                except (csv.Error, _BadRow) as wrong:
                    row.outcome, row.because, line = "failed", str(wrong), reader.line_num
                number += 1
                yield row
    finally:
        csv.field_size_limit(before)


def _open(batch: Sequence[_Waiting], at: datetime) -> Iterator[Row]:
    """Open what is new in a batch; if that fails together, one row at a time, to find the one that does not go."""
    fresh = _fresh(batch)
    try:
        open_cases([row.complaint for row in fresh if row.complaint], by=DESK, at=at) if fresh else []
        for row in fresh:
            row.outcome = "opened"
    except (DatabaseError, ValueError, Refused):
        for row in fresh:
            _open_one(row, at)
    return iter([row.ended() for row in batch])


def _open_one(row: _Waiting, at: datetime) -> None:
    try:
        open_cases([row.complaint] if row.complaint else [], by=DESK, at=at)
    except (DatabaseError, ValueError, Refused) as wrong:
        row.outcome, row.because = "failed", str(wrong).partition("\n")[0]
    else:
        row.outcome = "opened"


def _fresh(batch: Sequence[_Waiting]) -> list[_Waiting]:
    """Those whose number is not here yet, each number once."""
    found = [(row, row.complaint) for row in batch if row.complaint]
    sources = {complaint.source for _, complaint in found}
    known = set(
        Case.objects.filter(source__in=sources, source_id__in=[c.source_id for _, c in found]).values_list(
            "source_id", flat=True
        )
    )
    fresh = []
    for row, complaint in found:
        if complaint.source_id in known:
            row.outcome = "already_here"
            continue
        known.add(complaint.source_id)
        fresh.append(row)
    return fresh


def _places(mapped: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
    """Where each name stands in a row."""
    places = {}
    for pair in mapped:
        name, _, column = pair.partition("=")
        name = ALIASES.get(name.strip().lower(), name.strip().lower())
        if name not in NAMES or not column:
            message = f"{pair!r} maps nothing we know. Write NAME=COLUMN; the names are: {', '.join(NAMES)}."
            raise BadMap(message)
        if column.strip() not in columns:
            message = f"There is no column {column!r}; there are: {', '.join(columns)}."
            raise BadMap(message)
        places[name] = columns.index(column.strip())
    if "words" not in places:
        message = f"Say which column holds the customer's words: --map words=COLUMN. There are: {', '.join(columns)}."
        raise BadMap(message)
    return places


def packed(path: Path) -> bool:
    """Whether it is packed by gzip."""
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def encoding_of(path: Path) -> str:
    """UTF-8 if the whole file is, UTF-16 if it says so, else what Windows wrote in western Europe."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with gzip.open(path, "rb") if packed(path) else path.open("rb") as file:
        try:
            while chunk := file.read(1 << 20):
                if chunk[:2] in {b"\xff\xfe", b"\xfe\xff"}:
                    return "utf-16"
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _email(text: str) -> str:
    if text and ("@" not in text.strip("@") or " " in text or len(text) > 254):  # noqa: PLR2004 -- RFC 5321
        message = f"{text[:80]!r} is no e-mail address"
        raise _BadRow(message)
    return text


def _channel(said: Mapping[str, str], otherwise: str) -> str:
    text = said.get("channel", "").lower()
    if not text:
        return otherwise
    found = CHANNELS.get(text, text)
    if found not in Channel.values:
        message = f"there is no channel {text!r}; there are: {', '.join(Channel.values)}"
        raise _BadRow(message)
    return found


def _severity(text: str) -> int:
    if not text:
        return Severity.MEDIUM
    for severity in Severity:
        if text.lower() in {str(severity.value), severity.label}:
            return severity
    message = f"there is no severity {text!r}; there are: {', '.join(f'{s.value} ({s.label})' for s in Severity)}"
    raise _BadRow(message)


def _origin(text: str) -> str:
    if text and text not in Origin.values:
        message = f"there is no origin {text!r}; there are: {', '.join(Origin.values)}"
        raise _BadRow(message)
    return text or Origin.COMPLAINT


def _number(text: str, fields: Sequence[str]) -> str:
    """The row's number there; a row without one is known by what it holds."""
    if text and len(text) <= 200:  # noqa: PLR2004 -- as the column of the case allows
        return text
    return hashlib.sha256((text or "\x1f".join(fields)).encode(errors="replace")).hexdigest()
