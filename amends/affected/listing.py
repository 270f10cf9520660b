"""Adding a list: read as it comes, staged by COPY, made one of each person by the database, and nobody twice.

What it costs follows the lines and not what they hold in memory: nothing but the line at hand is ever kept here.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.db import connection, transaction

from amends.affected.affected import BATCH, NO_CONTACT, Listing, Via, open_soon
from amends.affected.columns import Columns, rows_of, staged
from amends.cases.ending import Refused
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

_SQL = {part.split("\n", 1)[0].strip(): part.split("\n", 1)[1] for part in
        (Path(__file__).parent / "listing.sql").read_text().split("-- step: ")[1:]}  # fmt: skip
#: Lines that are handed to the database at once.
_CHUNK = 2000
#: People of the dry run that are shown by name.
SHOWN = 20


@dataclass(slots=True)
class Counts:
    """What a list comes to. `people` is who is new; each line is exactly one of the four kinds."""

    lines: int
    people: int
    same_contact: int
    same_household: int
    known: int
    no_contact: int
    facts: Sequence[str] = ()
    without: Sequence[str] = field(default_factory=list)


class _DryRun(Exception):  # noqa: N818 - undoes what was tried
    pass


def try_list(problem: Problem, file: IO[bytes], *, chosen: Mapping[str, str] | None = None) -> Counts:
    """What adding the list would come to; nothing is added. Raises Refused for what is no list of people."""
    counts = None
    try:
        with transaction.atomic():
            counts, _ = _gather(problem, file, chosen)
            raise _DryRun  # noqa: TRY301
    except _DryRun:
        assert counts is not None  # noqa: S101 - raised after it was counted
        return counts


@transaction.atomic
def add_list(
    problem: Problem,
    file: IO[bytes],
    *,
    by: Person,
    at: datetime,
    name: str = "a list",
    chosen: Mapping[str, str] | None = None,
    via: str = Via.LIST,
) -> Listing:
    """Everybody on the list is affected, each once; jobs that open their cases are left, five hundred people each.

    Somebody without a usable contact is on the list too, as not to be reached. Raises Refused for what is no list.
    """
    check(by, "work")
    if not problem.is_open:
        message = "This problem has ended."
        raise Refused(message)
    Problem.objects.select_for_update().get(pk=problem.pk)  # two lists at once must not bring the same person twice
    counts, cursor_values = _gather(problem, file, chosen)
    row = Listing.objects.create(
        problem=problem, name=name[:200], lines=counts.lines, people=counts.people, same_contact=counts.same_contact,
        same_household=counts.same_household, known=counts.known, no_contact=counts.no_contact, added_at=at,
        added_by_id=person_id(by),
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_SQL["insert"], {**cursor_values, "listing": row.pk, "at": at, "via": via, "no": NO_CONTACT})
        cursor.execute(_SQL["add to those known"], cursor_values)
        cursor.execute(_SQL["spans"], {"listing": row.pk, "batch": BATCH})
        spans = [(first, last) for first, last in cursor.fetchall()]
    record(
        "affected.added", by=by, at=at, case_id=problem.chain, name=row.name, people=counts.people, lines=counts.lines,
        listing=row.pk,
    )  # fmt: skip
    open_soon(problem.pk, spans)
    return row


def pasted(words: str) -> IO[bytes]:
    """A pasted list as a file: a table with names in its first line, or one e-mail address or number a line."""
    lines = [line for line in words.splitlines() if line.strip()]
    if (
        lines
        and not any(mark in lines[0] for mark in ",;\t")
        and ("@" in lines[0] or lines[0].strip("+ ()-").isdigit())
    ):
        table = ["email,phone", *(f"{line.strip()}," if "@" in line else f",{line.strip()}" for line in lines)]
        return io.BytesIO("\n".join(table).encode())
    return io.BytesIO(words.encode())


def _gather(problem: Problem, file: IO[bytes], chosen: Mapping[str, str] | None) -> tuple[Counts, dict[str, Any]]:
    """The lines are staged, and each knows whose it is; the staging goes with the transaction."""
    rows = rows_of(file)
    names = next(rows)
    columns = Columns.of(names, chosen)
    with connection.cursor() as cursor:
        cursor.execute(_SQL["stage"])
        with cursor.copy("COPY staged (line, name, email, phone, household, time_zone, key, facts) FROM STDIN") as copy:
            for chunk in _chunks(staged(rows, columns)):
                copy.write(chunk)
        for step in ("share", "index"):
            cursor.execute(_SQL[step])
        while True:
            cursor.execute(_SQL["join"])
            if cursor.rowcount == 0:
                break
        values: dict[str, Any] = {"problem": problem.pk}
        for step in ("group", "know"):
            cursor.execute(_SQL[step], values)
        cursor.execute(_SQL["count"])
        lines, people, same_contact, same_household, known, no_contact = map(int, cursor.fetchone())
        cursor.execute(_SQL["without"], {"most": SHOWN})
        without = [words for (words,) in cursor.fetchall()]
    if not lines:
        message = "The list has no lines."
        raise Refused(message)
    counts = Counts(lines, people, same_contact, same_household, known, no_contact, tuple(columns.facts), without)
    return counts, values


def _chunks(lines: Iterator[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(held) >= _CHUNK:
            yield "".join(held)
            held.clear()
    if held:
        yield "".join(held)
