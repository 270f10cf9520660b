"""`amends dates`: what the dates of the desk are learnt from, by kind of promise; histories taken in, and beginning anew."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zipfile import BadZipFile

import typer

from amends.cli.desk import Doer, Exit, Json, colleague, desk, show, show_one, stop, when
from amends.cli.quoting import (
    CaseColumn,
    Closed,
    Features,
    Group,
    History,
    Opened,
    Until,
    Zone,
    as_names,
    as_time,
    as_zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.leadtimes.lesson import Lesson
    from amends.people.queue import Queue

app = typer.Typer(help="Dates that hold: what the desk learns them from.", no_args_is_help=True)

Kind = Annotated[str, typer.Option("--of", help="What takes that long: deed, delivery, money or call.")]
COLUMNS = ("of", "queue", "gives_dates", "n", "level", "clock", "source", "learnt_at", "why")


@app.command("take-in")
def take_in(
    history: History,
    *,
    kind: Kind,
    by: Doer,
    opened: Opened = "",
    closed: Closed = "",
    case: CaseColumn = "",
    features: Features = None,
    group: Group = "",
    queue: Annotated[str, typer.Option(help="The queue it teaches; the whole desk if none is named.")] = "",
    until: Until = "",
    zone: Zone = "UTC",
    as_json: Json = False,
) -> None:
    """Take in a history of another desk or of a file, keep it, and learn dates of this kind from it at once.

    It must hold every case opened in a period, closed or not; an export of closed cases is refused, with the reason.
    """
    _known(kind)
    clock = as_zone(zone)
    columns = [*as_names(features), *([group] if group else [])]
    with _readable(history):
        from amends.histories.reading import read

        reading = read(
            history, opened=opened, closed=closed, case=case, features=columns, until=as_time(until, clock), zone=clock
        )
    with desk() as at:
        from amends.promises.learning import take_in as learn_from

        named = next((name for name in reading.history.names if name.lower() == group.strip().lower()), "")
        if group and not named:
            stop(
                Exit.REFUSED,
                f"{group!r} cannot group the cases: {reading.left_out.get(group, 'there is no such column')}.",
            )
        lesson = learn_from(
            kind, reading.history, name=history.name, group=named, queue=_queue(queue), by=colleague(by), at=at
        )
        _say(lesson, as_json=as_json)


@app.command("learn")
def learn(*, as_json: Json = False) -> None:
    """Learn every kind anew, as a job does each night, and notice where dates stopped being honest."""
    with desk() as at:
        from amends.journal.actors import DESK
        from amends.promises.learning import learn as learn_anew

        show([_row(lesson) for lesson in learn_anew(by=DESK, at=at)], as_json=as_json, columns=COLUMNS)


@app.command("list")
def list_lessons(*, as_json: Json = False) -> None:
    """List what dates are learnt from, and where none can be given, why."""
    with desk():
        from amends.leadtimes.lesson import Lesson

        found = Lesson.objects.facts().values()
        rows = [_row(lesson) for lesson in sorted(found, key=lambda each: (each.kind, each.queue_id or 0))]
        show(rows, as_json=as_json, columns=COLUMNS)


@app.command("anew")
def anew(
    *,
    kind: Kind,
    since: Annotated[str, typer.Option(help="The day of the change, such as 2026-03-01.")],
    because: Annotated[str, typer.Option(help="What changed: a new vendor, a strike, the peak of the season.")],
    by: Doer,
    as_json: Json = False,
) -> None:
    """Begin anew after a known change: nothing older teaches this kind any more."""
    _known(kind)
    with desk() as at:
        from amends.promises.learning import restart

        begun = when(since, at=at, clock="00:00")
        lessons = restart(kind, since=begun, because=because, by=colleague(by), at=at)
        show([_row(lesson) for lesson in lessons], as_json=as_json, columns=COLUMNS)


def _known(kind: str) -> None:
    kinds = ("deed", "delivery", "money", "call")
    if kind not in kinds:
        stop(Exit.USAGE, f"Dates are not learnt of {kind!r}; it is one of: {', '.join(kinds)}.")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """A file that cannot be read, or from which nothing may be learnt, ends the command with a sentence."""
    if not path.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {path}.")
    from lxml.etree import XMLSyntaxError

    from amends.histories.history import NotCalibrated

    try:
        yield
    except NotCalibrated as refusal:
        stop(Exit.REFUSED, str(refusal))
    except (OSError, EOFError, csv.Error, XMLSyntaxError, BadZipFile) as trouble:
        stop(Exit.REFUSED, f"{path} cannot be read: {trouble}.")


def _queue(name: str) -> Queue | None:
    from amends.people.queue import Queue

    if not name:
        return None
    return Queue.objects.filter(name=name).first() or stop(Exit.NOT_FOUND, f"There is no queue {name!r}.")


def _row(lesson: Lesson) -> dict[str, object]:
    tried = {p: {k: each[k] for k in ("coverage", "median_quote_days", "n")} for p, each in lesson.replayed.items()}
    return {
        "of": lesson.kind, "queue": lesson.queue.name if lesson.queue else None, "gives_dates": bool(lesson.level), "n": lesson.n,
        "level": lesson.level, "clock": lesson.clock or None, "source": lesson.source or None, "learnt_at": lesson.learnt_at,
        "why": lesson.why or None, "since": lesson.since, "since_because": lesson.since_because or None, "replayed": tried,
        "watched": lesson.watched, "evidence": lesson.evidence, "alarmed_at": lesson.alarmed_at,
    }  # fmt: skip


def _say(lesson: Lesson, *, as_json: bool) -> None:
    if as_json:
        show_one(_row(lesson))
    elif lesson.level:
        typer.echo(
            f"Dates of {lesson.get_kind_display()} are learnt from {lesson.n} cases ({lesson.get_source_display()})."
        )
        for probability, each in lesson.replayed.items():
            days = f"{each['median_quote_days']:.1f} days" if each["median_quote_days"] is not None else "no date"
            held = f"would have held {each['coverage']:.1%} of the time (n {each['n']})"
            typer.echo(f"  {float(probability):.0%} dates {held}, {days} in the middle.")
    else:
        typer.echo(f"It is kept, but gives no dates: {lesson.why}.")
