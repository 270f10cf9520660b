"""`amends spikes`, `amends themes` and `amends trial`: what tables of counts, texts and outcomes say. They need no desk."""

from __future__ import annotations

import csv
import json
import math
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Exit, Json, stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Table = Annotated[Path, typer.Argument(help="A table: CSV in any usual separator, also .gz.")]
Arms = Annotated[
    list[str],
    typer.Option("--arm", metavar="NAME=SHARE", help="An arm and its share, the control first; once for each."),
]

trial = typer.Typer(
    help="Comparisons by lot: their size, the lot itself, and what may be said of them.", no_args_is_help=True
)


def add_to(app: typer.Typer) -> None:
    """Put the commands where they belong."""
    app.command("spikes")(spikes)
    app.command("themes")(themes)
    app.add_typer(trial, name="trial")


def spikes(
    file: Table,
    *,
    date: Annotated[str, typer.Option(metavar="COLUMN", help="When.")],
    count: Annotated[str, typer.Option(metavar="COLUMN", help="How many; without it every row is one.")] = "",
    group: Annotated[str, typer.Option(metavar="COLUMN", help="Each value of this column is watched apart.")] = "",
    exposure: Annotated[str, typer.Option(metavar="COLUMN", help="How much there was that could go wrong.")] = "",
    step: Annotated[str, typer.Option(help="hour, day, week or month; found out if not given.")] = "",
    country: Annotated[str, typer.Option(help="Whose public holidays are like Sundays, such as GB.")] = "",
    as_json: Json = False,
) -> None:
    """Find when more came than season, weekday, trend and exposure explain: since when, and how many against how many."""
    with _reading(file, "quoting"):
        from amends.cli.tables import watched

        for name, alerts, periods, enough in watched(
            file, date=date, count=count, group=group, exposure=exposure, step=step, country=country
        ):
            if as_json:
                _print({"group": name, **alert} for alert in alerts)
                continue
            head = f"{name}: " if name else ""
            if not alerts:
                typer.echo(
                    f"{head}no spike in {periods} periods." if enough else f"{head}not enough data: {periods} periods."
                )
            for alert in alerts:
                until = f"over by {alert['end']}" if alert["end"] else "not over"
                typer.echo(
                    f"{head}since {alert['since']}, seen in {alert['raised']}: {alert['count']:g} where {alert['expected']:g} were "
                    f"expected ({alert['times']:g} times), {until}."
                )


def themes(
    file: Table,
    *,
    text: Annotated[str, typer.Option(metavar="COLUMN", help="What customers wrote.")],
    themes_: Annotated[int, typer.Option("--themes", min=0, max=200, help="Into how many; 0 chooses.")] = 0,
    date: Annotated[str, typer.Option(metavar="COLUMN", help="When, to say what is new or growing.")] = "",
    recent: Annotated[
        float, typer.Option(min=0.01, max=0.9, help="The last part of the texts, set beside the rest.")
    ] = 0.2,
    as_json: Json = False,
) -> None:
    """Find what customers write about, in their own words; with --date also what they write of more than before."""
    with _reading(file, "text"):
        from amends.cli.tables import found_themes, grown

        for row in found_themes(file, text=text, themes=themes_):
            if as_json:
                _print([row])
            else:
                typer.echo(f"{row['n']:>6} of {row['of']}  {row['theme']}  ({', '.join(row['words'])})")
        for row in grown(file, text=text, date=date, recent=recent) if date else ():
            if as_json:
                _print([row])
                continue
            kind = "new" if row["new"] else f"at least {row['at_least_times']:g} times as often"
            typer.echo(
                f"{kind}: {row['phrase']}, {row['now']} of {row['of_now']} now, {row['before']} of {row['of_before']} before"
            )


@trial.command("plan")
def plan(
    *,
    base: Annotated[float, typer.Option(help="The share that is kept now, such as 0.7.")],
    rise: Annotated[float, typer.Option(help="The least difference that matters, such as 0.05.")],
    monthly: Annotated[float, typer.Option(min=0.001, help="Cases a month that may be drawn.")],
    arms: Annotated[int, typer.Option(min=2, max=20, help="How many arms, the control among them.")] = 2,
    as_json: Json = False,
) -> None:
    """Say how many customers a comparison needs, and how many months that is."""
    with _needing("quoting"):
        from amends.trials.planning import plan as planned

        try:
            found = planned(base, rise, monthly=monthly, arms=arms)
        except ValueError as wrong:
            stop(Exit.USAGE, str(wrong))
    if as_json:
        _print([{"each": found.each, "months": round(found.months, 1), "alternatives": found.alternatives}])
        return
    typer.echo(found.sentence)
    for each in found.alternatives:
        typer.echo(f"  {each}")


@trial.command("draw")
def drawn(
    customers: Annotated[list[str], typer.Argument(help="Whoever is drawn: any name that stays the same.")],
    *,
    name: Annotated[str, typer.Option(help="The trial's name.")],
    seed: Annotated[str, typer.Option(help="A secret that nobody who knows the customers can guess.")],
    arm: Arms,
    as_json: Json = False,
) -> None:
    """Draw arms by a hash, with the probability that each had; the same customer always gets the same."""
    with _needing("quoting"):
        from amends.trials.drawing import draw

    arms = _arms(arm)
    for customer in customers:
        found = draw(seed.encode(), name, customer, arms)
        if as_json:
            _print([{"customer": customer, "arm": found.arm, "propensity": found.propensity}])
        else:
            typer.echo(f"{customer}  {found.arm}  ({found.propensity:g})")


@trial.command("judge")
def judge(
    file: Table,
    *,
    arm_column: Annotated[str, typer.Option("--by", metavar="COLUMN", help="The arm that was drawn.")],
    outcome: Annotated[
        str, typer.Option(metavar="COLUMN", help="1 or 0, or an amount; empty where it is not known yet.")
    ],
    arm: Arms,
    margin: Annotated[float, typer.Option(help="The least difference that matters.")],
    planned: Annotated[int, typer.Option(min=1, help="Customers to an arm that were planned.")],
    before: Annotated[
        str, typer.Option(metavar="COLUMN", help="Something known before the draw, for more precision.")
    ] = "",
    cost: Annotated[
        str, typer.Option(metavar="COLUMN", help="What the remedy cost; gives the cost of one more kept.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Say what a comparison shows: better, worse, no difference larger than the margin, or not enough data."""
    arms = _arms(arm)
    with _reading(file, "quoting"):
        from amends.cli.tables import judged

        rows = judged(
            file, arms, by=arm_column, outcome=outcome, margin=margin, planned=planned, before=before, cost=cost
        )
    if as_json:
        _print(rows)
        return
    for row in rows:
        interval = f"{row['low']:.4g} to {row['high']:.4g}" if row["low"] is not None else "no interval yet"
        typer.echo(
            f"{row['arm']} against {arms[0][0]}: {row['verdict']}; {row['difference']:+.4g} ({interval}, however often looked at), "
            f"n {row['n']} and {row['n_control']}, mean {row['mean']:.4g} and {row['mean_control']:.4g}."
        )
        if row.get("cost_of_one_more"):
            typer.echo(f"  {row['cost_of_one_more']}")


def _arms(words: Sequence[str]) -> list[tuple[str, float]]:
    found = []
    for each in words:
        name, _, share = each.rpartition("=")
        try:
            found.append((name.strip(), float(share)))
        except ValueError:
            stop(Exit.USAGE, f"{each!r} is no arm. Write --arm NAME=0.5.")
    shares = [share for _, share in found]
    if len(found) < 2 or not all(name for name, _ in found) or min(shares) <= 0 or not math.isclose(sum(shares), 1.0):  # noqa: PLR2004
        stop(
            Exit.USAGE,
            "A comparison has two arms at least, each with a name and a share above 0; the shares add up to 1.",
        )
    return found


@contextmanager
def _needing(extra: str) -> Iterator[None]:
    """Say which extra is missing instead of failing on it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in {"numpy", "scipy", "sklearn"}:
            raise
        stop(Exit.REFUSED, f"This is worked out with packages that are not here: pip install 'amends[{extra}]'.")


@contextmanager
def _reading(file: Path, extra: str) -> Iterator[None]:
    """Have what is needed to read this file; what is wrong with it ends the command with a sentence."""
    if not file.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {file}.")
    with _needing(extra):
        from amends.cli.tables import REFUSALS

        try:
            yield
        except REFUSALS as refusal:
            stop(Exit.REFUSED, f"{file}: {refusal}")
        except (OSError, EOFError, csv.Error) as trouble:
            stop(Exit.REFUSED, f"{file} cannot be read: {trouble}")


def _print(rows: Any) -> None:
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False))
