"""`amends lead`: what leads decide upon: how we work, which key customers went quiet, who left without a word."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from amends.cli.desk import Doer, Json, colleague, desk, show

app = typer.Typer(help="What leads decide upon: how we work, and whom to get in touch with.", no_args_is_help=True)


@app.command("figures")
def how_we_work(
    *, csv: Annotated[Path | None, typer.Option(help="Write it to this file as CSV.")] = None, as_json: Json = False
) -> None:
    """Say how we work: how long customers waited, how often it was right, and how alike cases are handled, counted now."""
    with desk() as at:
        from amends.reports.exporting import as_csv
        from amends.teamwork.figures import WorkFigures

        rows = WorkFigures.objects.renew(at=at).lines
    if csv:
        csv.write_text(as_csv(rows))
    if as_json or not csv:
        columns = ("section", "measure", "group", "value", "low", "high", "n", "note")
        show([asdict(line) for line in rows], as_json=as_json, columns=columns)


@app.command("silent")
def list_silent(
    *,
    by: Doer,
    days: Annotated[int, typer.Option(min=1, help="Touched by a fault within so many days.")] = 365,
    as_json: Json = False,
) -> None:
    """List customers who met with a fault that we knew of, said nothing, and stopped buying."""
    with desk() as at:
        from amends.lessons.silent import silent
        from amends.people.may import check

        doer = colleague(by)
        check(doer, "outcomes")
        found = silent(doer, since=at - timedelta(days=days))
        rows = [
            {"customer": row.case.customer.name, "case": row.case.reference, "met": row.met, "lost_at": row.outcome.lost_at,
             "asked": row.asked}
            for row in found.rows
        ]  # fmt: skip
        show(rows, as_json=as_json, columns=("customer", "case", "met", "lost_at", "asked"))
        if not as_json:
            typer.echo(f"Of all who said nothing and of whom it is known, left: {found.rate}.")


@app.command("quiet")
def list_quiet(*, by: Doer, as_json: Json = False) -> None:
    """List key customers, those first with whom both sides have not spoken for longest."""
    with desk() as at:
        from amends.teamwork.contact import key_customers

        rows = [
            {"customer": row.name, "days": row.days(at), "in_touch_at": row.in_touch_at, "open_cases": row.open_cases,
             "quiet": row.is_quiet(at)}
            for row in key_customers(by=colleague(by))
        ]  # fmt: skip
        show(rows, as_json=as_json, columns=("customer", "days", "in_touch_at", "open_cases", "quiet"))
