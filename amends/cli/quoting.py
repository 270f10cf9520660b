"""`amends quote`: the commands in front of `cli.quote`. They need no desk, and NumPy and SciPy only when they run."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zipfile import BadZipFile
from zoneinfo import ZoneInfo

import typer
from typer.core import TyperGroup

from amends.cli.desk import Exit, Json, stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

DATE = "at"
HELP = """Dates that hold: learnt from a history, quoted with a stated probability. Needs no desk.

`amends quote MODEL` is short for `amends quote at MODEL`.
"""


class _Quoting(TyperGroup):
    """The group; what begins with no command's name asks for a date from a model."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put in the command that is meant."""
        known = {*self.commands, "--help"}
        return super().parse_args(ctx, [DATE, *args] if args and args[0] not in known else args)


app = typer.Typer(cls=_Quoting, help=HELP, no_args_is_help=True)

History = Annotated[
    Path, typer.Argument(help="Every case opened in a period, closed or not: CSV (also .gz) or an XES log.")
]
Opened = Annotated[
    str, typer.Option(metavar="COLUMN", help="When a case was opened; found by its usual names if not given.")
]
Closed = Annotated[str, typer.Option(metavar="COLUMN", help="When it was closed; empty where it is still open.")]
CaseColumn = Annotated[str, typer.Option("--case", metavar="COLUMN", help="Which rows are of one case.")]
Features = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMNS", help="What was known at the opening; with commas, or once for each."),
]
Group = Annotated[str, typer.Option(metavar="COLUMN", help="Kinds of case that are calibrated apart.")]
Hours = Annotated[
    Path | None, typer.Option(help="Opening hours in YAML; business time is then tried beside elapsed time.")
]
Zone = Annotated[str, typer.Option(help="The clock of times that give no offset.")]
Until = Annotated[str, typer.Option(help="When the history was taken; its last time if not given.")]
Level = Annotated[int | None, typer.Option(min=1, max=3, help="One way of quoting; the best by replay if not given.")]
Probability = Annotated[float, typer.Option(help="How sure the date must be, between 0 and 1.")]


@app.command("fit")
def fit(
    history: History,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="MODEL", help="Where the model is kept.")],
    opened: Opened = "",
    closed: Closed = "",
    case: CaseColumn = "",
    features: Features = None,
    group: Group = "",
    calendar: Hours = None,
    since: Annotated[str, typer.Option(help="A known change: older cases count no more.")] = "",
    until: Until = "",
    zone: Zone = "UTC",
    level: Level = None,
    as_json: Json = False,
) -> None:
    """Learn from a history and keep the model. A history that was cut by closing date is refused, with the reason."""
    clock = as_zone(zone)
    with _reading(history, calendar) as quote:
        answer = quote.fit(
            history, output, opened=opened, closed=closed, case=case, features=as_names(features), group=group, calendar=calendar,
            since=as_time(since, clock), until=as_time(until, clock), zone=zone, level=level,
        )  # fmt: skip
        _answer(quote, answer, as_json=as_json)


@app.command(DATE)
def date(
    model: Annotated[Path, typer.Argument(help="A model that `amends quote fit` kept.")],
    *,
    at: Annotated[str, typer.Option(help="When the date is asked for; just now if not given.")] = "",
    probability: Probability = 0.9,
    opened: Annotated[str, typer.Option(help="When the case was opened, if not just then.")] = "",
    feature: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="What is known of the case; once for each.")
    ] = None,
    due: Annotated[str, typer.Option(help="An earlier date, to learn its chance of being kept.")] = "",
    calendar: Annotated[
        Path | None, typer.Option(help="Hours in YAML; the date is rounded up to a time at which they are open.")
    ] = None,
    zone: Zone = "UTC",
    as_json: Json = False,
) -> None:
    """Quote a date from a model, or say why none may be given."""
    clock, now = as_zone(zone), datetime.now(UTC)
    asked, began = as_time(at, clock) or now, as_time(opened, clock)
    _ensure_probable(probability)
    if began is not None and began > asked:
        stop(Exit.USAGE, "The case cannot have been opened after the date is asked for.")
    known = dict(_pair(words) for words in feature or ())
    with _reading(model, calendar, model=True) as quote:
        answer = quote.quote(
            model,
            at=asked,
            probability=probability,
            opened=began,
            features=known,
            calendar=calendar,
            by=as_time(due, clock),
        )
        _answer(quote, answer, as_json=as_json)


@app.command("replay")
def replay(
    history: History,
    *,
    opened: Opened = "",
    closed: Closed = "",
    case: CaseColumn = "",
    features: Features = None,
    group: Group = "",
    calendar: Hours = None,
    until: Until = "",
    zone: Zone = "UTC",
    probability: Probability = 0.9,
    level: Level = None,
    start: Annotated[
        float, typer.Option(min=0, max=0.95, help="The first part of the history, which is only learnt from.")
    ] = 0.4,
    as_json: Json = False,
) -> None:
    """Say what quotes of the past would have been worth, each by what was known at its case's opening.

    The last line is JSON: coverage, median_quote_days, no_quote_rate, pinball, n and more; or refused, with the reason,
    and exit code 1.
    """
    clock = as_zone(zone)
    _ensure_probable(probability)
    with _reading(history, calendar) as quote:
        answer = quote.replay(
            history, opened=opened, closed=closed, case=case, features=as_names(features), group=group, calendar=calendar,
            until=as_time(until, clock), zone=zone, probability=probability, level=level, start=start,
        )  # fmt: skip
        _answer(quote, answer, as_json=as_json)


@contextmanager
def _reading(file: Path, calendar: Path | None, *, model: bool = False) -> Iterator[ModuleType]:
    """Have the functions of `cli.quote` while this lasts; files that cannot be read end the command with a sentence."""
    for path in (file, calendar):
        if path is not None and not path.is_file():
            stop(Exit.NOT_FOUND, f"There is no file {path}.")
    quote = _functions()
    _ensure_hours(calendar)
    from lxml.etree import XMLSyntaxError

    from amends.calendars.opening import CalendarError

    try:
        yield quote
    except CalendarError as refusal:
        stop(Exit.REFUSED, f"{calendar or file}: {refusal}.")
    except (OSError, EOFError, csv.Error, XMLSyntaxError, BadZipFile, KeyError, ValueError) as trouble:
        if isinstance(trouble, KeyError | ValueError) and not model:
            raise
        said = "is no model that `amends quote fit` kept" if model else f"cannot be read or written: {trouble}"
        stop(Exit.REFUSED, f"{file} {said}.")


def _functions() -> ModuleType:
    try:
        import scipy  # noqa: F401 -- where it is missing, it is said before anything is begun

        from amends.cli import quote
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in {"numpy", "scipy"}:
            raise
        stop(
            Exit.REFUSED,
            "Dates are worked out with NumPy and SciPy, which are not here: pip install numpy scipy.",
        )
    return quote


def _ensure_hours(calendar: Path | None) -> None:
    from amends.cli.places import hours

    if calendar is not None:
        hours(str(calendar))


def _answer(quote: ModuleType, answer: dict[str, Any], *, as_json: bool) -> None:
    """Print it; a refusal is also said on standard error, and is exit code 1."""
    typer.echo(quote.printed(answer, as_json=as_json))
    if answer.get("refused"):
        stop(Exit.REFUSED, str(answer["reason"]))


def as_names(features: Sequence[str] | None) -> list[str]:
    """The columns that were named, with commas or once for each."""
    return [name.strip() for words in features or () for name in words.split(",") if name.strip()]


def _pair(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    return (
        (name.strip(), value.strip())
        if sign
        else stop(Exit.USAGE, f"{words!r} says nothing. Write --feature NAME=VALUE.")
    )


def _ensure_probable(probability: float) -> None:
    if not 0 < probability < 1:
        stop(Exit.USAGE, f"A probability lies between 0 and 1, such as 0.9; {probability} does not.")


def as_zone(name: str) -> tzinfo:
    """The time zone of this name; the command ends if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        stop(Exit.USAGE, f"There is no time zone {name!r}; write one such as Europe/London.")


def as_time(text: str, zone: tzinfo) -> datetime | None:
    """The time these words name, None if there are none; the command ends if they name no time."""
    from amends.files.dates import NoDate, moment

    if not text:
        return None
    try:
        return moment(text, day_first=True, zone=zone)
    except NoDate as wrong:
        stop(Exit.USAGE, f"{wrong}. Write it as 2026-12-24 15:00.")
