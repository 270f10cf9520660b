"""The command `amends`. It loads nothing of the desk until a command needs it, so that help is there at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from amends.cli import (
    coach,
    compared,
    consents,
    dates,
    intake,
    leading,
    learning,
    lessons,
    outcomes,
    places,
    policy,
    practice,
    presence,
    problems,
    promises,
    quoting,
    records,
    remedies,
    replies,
    report,
    running,
    safety,
    status,
    tokens,
    triage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

HELP = """A service-recovery desk: keep your customers when something goes wrong.

`--data DIR` (anywhere in the line) or AMENDS_DATA names the folder of the desk, with its own PostgreSQL, which starts for the
command if it is not running. DATABASE_URL names a PostgreSQL of your own instead.
"""
CODES = """Exit codes: 0 done; 1 refused, or a check failed; 2 the command was not understood; 3 not found; 4 done, but some rows
or messages failed; 5 the database cannot be reached."""


class _Anywhere(TyperGroup):
    """The group of all commands; `--data` may stand before or after the command's name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Bring `--data DIR` to the front, where it is understood."""
        return super().parse_args(ctx, _data_first(args))


def _data_first(args: Iterable[str]) -> list[str]:
    front: list[str] = []
    rest: list[str] = []
    words = iter(args)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--data":
            front += [word, *[value for value in [next(words, None)] if value is not None]]
        elif word.startswith("--data="):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


app = typer.Typer(
    cls=_Anywhere, help=HELP, epilog=CODES, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
app.add_typer(intake.app, name="intake")
app.add_typer(records.cases, name="case")
app.add_typer(records.people, name="people")
app.add_typer(promises.app, name="promise")
app.add_typer(leading.app, name="lead")
app.add_typer(dates.app, name="dates")
app.add_typer(remedies.app, name="remedy")
app.add_typer(problems.app, name="problem")
app.add_typer(safety.app, name="safety")
app.add_typer(safety.signals, name="signal")
app.add_typer(places.queues, name="queue")
app.add_typer(places.sites, name="site")
app.add_typer(records.journal, name="journal")
app.add_typer(records.calendar, name="calendar")
app.add_typer(policy.app, name="policy")
app.add_typer(quoting.app, name="quote")
app.add_typer(tokens.app, name="token")
app.add_typer(coach.app, name="coach")
app.add_typer(practice.app, name="practice")
app.add_typer(status.app, name="status")
app.command()(promises.sweep)
learning.add_to(app)
app.add_typer(outcomes.outcomes, name="outcomes")
app.add_typer(compared.experiments, name="experiment")
app.add_typer(compared.winbacks, name="winback")
app.add_typer(report.app, name="report")
app.add_typer(lessons.app, name="lesson")
app.add_typer(replies.app, name="reply")
app.add_typer(consents.app, name="consent")
running.add_to(app)
presence.add_to(records.people)
app.add_typer(triage.app, name="triage")


@app.callback()
def everywhere(
    data: Annotated[
        Path | None, typer.Option(help="The folder of the desk.", envvar="AMENDS_DATA", show_default="data")
    ] = None,
) -> None:
    """Take the options that every command has."""
    if data is not None:
        os.environ["AMENDS_DATA"] = str(data)


def run() -> None:
    """Be the command `amends`."""
    app(prog_name="amends")
