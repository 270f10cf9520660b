"""What every command shares: the desk it opens while it runs, the way it prints, and the way it ends."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, Self

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from amends.cases.case import Case
    from amends.people.person import Person

SETTINGS = "amends.site.settings"
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
#: Where a deed is somebody's, and not the desk's own.
Doer = Annotated[str, typer.Option("--by", help="E-mail address of the person who does it.")]


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    REFUSED = 1
    USAGE = 2
    NOT_FOUND = 3
    SOME_FAILED = 4
    NO_DATABASE = 5


def stop(code: Exit, sentence: str) -> NoReturn:
    """End the command: the sentence on standard error, and the exit code."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def data_folder() -> Path:
    """The folder of the embedded desk."""
    return Path(os.environ.get("AMENDS_DATA") or "data")


@contextmanager
def database() -> Iterator[str]:
    """Have a database while this lasts, and be told its address; the embedded one is started, and stopped unless others use it."""
    from amends.cli.serving import database as served
    from amends.postgres.binaries import PostgresTrouble

    try:
        with served(data_folder()):
            yield os.environ["DATABASE_URL"]
    except PostgresTrouble as trouble:
        stop(Exit.NO_DATABASE, str(trouble))


@contextmanager
def desk() -> Iterator[datetime]:
    """Have the whole desk while this lasts, and be told the time, which the command asks for once.

    An embedded desk that is new is made ready on the way; a firm's own database is changed by `amends setup` alone.
    """
    embedded = not os.environ.get("DATABASE_URL")
    with database():
        _wake()
        from django.db import OperationalError, ProgrammingError

        from amends.cases.case import HandoffNeeded, StageMoved
        from amends.cases.ending import Refused
        from amends.customers.address import Taken
        from amends.people.absence import AbsenceRefused
        from amends.people.may import NotAllowed
        from amends.people.presence import NotHere

        try:
            if embedded and not is_set_up():
                migrate()
            yield datetime.now(UTC)
        except OperationalError as trouble:
            stop(Exit.NO_DATABASE, f"The database cannot be reached: {trouble}".strip())
        except ProgrammingError as trouble:
            stop(
                Exit.REFUSED,
                f"The database does not fit this version of amends; run `amends setup`. ({trouble})".strip(),
            )
        except (Refused, NotAllowed, NotHere, HandoffNeeded, AbsenceRefused, StageMoved, Taken) as refusal:
            stop(Exit.REFUSED, str(refusal))
        finally:
            _let_go()


def _wake() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()


def _let_go() -> None:
    """Close our connection, so that an embedded server can stop; inside somebody's transaction it is theirs."""
    from django.db import connection

    if not connection.in_atomic_block:
        connection.close()


def is_set_up() -> bool:
    """Whether the desk's tables are there."""
    from django.db import connection

    return "amends_case" in connection.introspection.table_names()


def migrate() -> None:
    """The database has every table this version needs; the command ends, and nothing is changed, if it stopped too early."""
    from django.core.management import call_command

    from amends.installation.tables import REMEDY, too_early

    if found := too_early():
        stop(Exit.REFUSED, f"The tables of this desk cannot be used: {found}. Nothing was changed. {REMEDY}")
    call_command("migrate", verbosity=0, interactive=False)


def show(rows: Sequence[Mapping[str, object]], *, as_json: bool, columns: Sequence[str] = ()) -> None:
    """Print rows: as JSON, one a line, or as a table of these columns (all of them, if none is named)."""
    if as_json:
        for row in rows:
            show_one(row)
        return
    columns = columns or (list(rows[0]) if rows else [])
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    widths = [max(map(len, column), default=0) for column in zip(columns, *cells, strict=True)]
    for line in (list(columns), *cells) if cells else ():
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def show_one(row: Mapping[str, object]) -> None:
    """Print one JSON object on one line."""
    typer.echo(json.dumps(row, ensure_ascii=False, default=_plain))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (datetime, date)) else str(value)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        from django.utils.timezone import localtime

        return f"{localtime(value):%Y-%m-%d %H:%M}"
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 -- as wide as a terminal has room for


def person(email: str) -> Person:
    """The person with this address; the command ends if nobody has it."""
    from amends.people.person import Person

    found = Person.objects.filter(email=email.strip().lower()).first()
    return found or stop(Exit.NOT_FOUND, f"Nobody here has the address {email}. See `amends people list`.")


def colleague(email: str) -> Person:
    """The person with this address, who works here; the command ends if nobody does."""
    found = person(email)
    return found if found.is_active else stop(Exit.REFUSED, f"{found.name} no longer works here.")


def when(text: str, *, at: datetime, clock: str) -> datetime:
    """The time these words name, in UTC, on the house's clock where they give no offset; the command ends if they name none.

    A date or, from `at` on, what a letter would say ("Thursday 3 pm"). A date alone is at `clock`, such as "17:00".
    """
    from zoneinfo import ZoneInfo

    from amends.coach.times import due_in
    from amends.files.dates import NoDate, moment
    from amends.policy.house import HOUSE

    written = text if re.search(r"\d:\d\d|\dT\d|^\s*\d{9,}\s*$", text) else f"{text} {clock}"
    try:
        return moment(written, day_first=HOUSE.country != "US", zone=ZoneInfo(HOUSE.time_zone))
    except NoDate:
        if not due_in(text, said_at=at, zone=HOUSE.time_zone):  # the clock alone would be a time too
            stop(Exit.USAGE, f"{text!r} names no time. Write it as 2026-12-24 15:00.")
    return due_in(f"{text}, {clock}", said_at=at, zone=HOUSE.time_zone) or at


def case(reference: str) -> Case:
    """The case with this reference; the command ends if there is none."""
    from amends.cases.case import Case
    from amends.cases.references import tidy

    rows = Case.objects.select_related("customer", "owner")
    found = rows.filter(reference=tidy(reference) or reference).first()
    return found or stop(Exit.NOT_FOUND, f"There is no case {reference}.")


class Progress:
    """How far long work has come: one line on standard error, for a person who watches, and nothing for a pipe."""

    def __init__(self, noun: str, total: int = 0) -> None:
        self.noun, self.total = noun, total
        self.watched = sys.stderr.isatty()
        self.began = self.drawn = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.watched:
            sys.stderr.write("\r\x1b[K")

    def at(self, count: int, done: float = 0) -> None:
        """So many are done; `done` of the total says how far that is."""
        now = time.monotonic()
        if not self.watched or now - self.drawn < 0.1:  # noqa: PLR2004 -- seconds: as often as an eye can follow
            return
        self.drawn = now
        part = min(done / self.total, 1) if self.total else 0
        bar = f"[{'#' * round(part * 30):<30}] {part:4.0%}  " if self.total else ""
        sys.stderr.write(f"\r\x1b[K{bar}{count:,} {self.noun}  {count / (now - self.began):,.0f}/s")
        sys.stderr.flush()
