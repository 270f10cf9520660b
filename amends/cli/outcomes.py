"""`amends outcomes`: what customers did, what became of them, and what that costs."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Doer, Exit, Json, Progress, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.reports.report import Line

outcomes = typer.Typer(help="What became of customers, from what they did.", no_args_is_help=True)


@outcomes.command("import")
def take_in(
    file: Annotated[Path, typer.Argument(help="A table with a line of column names; .gz is unpacked.")],
    *,
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="NAME=COLUMN", help="What a column holds, where its name does not say so."),
    ] = None,
    source: Annotated[str, typer.Option(help="Name of the system that tells it; the file's name if not given.")] = "",
    kind: Annotated[str, typer.Option(help="What the rows are, where no column says it: order, cancellation …")] = "",
    until: Annotated[
        str, typer.Option(help="Until when the table tells everything; its newest row if not given.")
    ] = "",
    dates: Annotated[str, typer.Option(help="`day-first` or `month-first`, for dates such as 3/4/2026.")] = "",
    as_json: Json = False,
) -> None:
    """Note what customers did: orders, contracts, renewals, cancellations, referrals, praise, and who had to go.

    Columns: kind, at (of a cancellation: the day of the notice), id, and email, phone or case; also amount, voucher, reason,
    evidence. A row that fails is named with the reason and the others go on; then the exit code is 4. It can be run twice.
    """
    if not file.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {file}.")
    with desk() as at, Progress("rows") as progress:
        from amends.files.activities import Activities, note_rows
        from amends.files.rows import BadMap

        try:
            table = Activities(file, mapped or [], source=source, kind=kind, dates=dates, until=until)
        except BadMap as wrong:
            stop(Exit.USAGE, str(wrong))
        counts: Counter[str] = Counter()
        for count, row in enumerate(note_rows(table, at=at), 1):
            counts[row.outcome] += 1
            progress.at(count)
            if row.outcome == "failed" and as_json:
                show_one({"row": row.number, "line": row.line, "outcome": row.outcome, "because": row.because})
            elif row.outcome == "failed":
                typer.echo(f"Row {row.number} (line {row.line}): {row.because}", err=True)
    totals = {name: counts[name] for name in ("noted", "already_here", "nobody", "failed")}
    words = {"nobody": "of nobody we know", "already_here": "already here"}
    show_one(totals) if as_json else typer.echo(
        ", ".join(f"{n:,} {words.get(name, name)}" for name, n in totals.items())
    )
    raise typer.Exit(Exit.SOME_FAILED if counts["failed"] else Exit.FINE)


@outcomes.command("settle")
def settle_now(
    *,
    check: Annotated[bool, typer.Option("--check", help="Only say how many figures differ from a recount.")] = False,
    recount: Annotated[bool, typer.Option("--recount", help="Count everything anew afterwards.")] = False,
    as_json: Json = False,
) -> None:
    """Settle what became of everybody by what is known now, as the worker does every five minutes."""
    with desk() as at:
        from amends.journal.actors import DESK
        from amends.outcomes import tallying
        from amends.outcomes.settling import settle
        from amends.reports.judging import judge_drawn

        cases, drawn, more = 0, 0, not check
        while more:
            step = settle(by=DESK, at=at)
            cases, more = cases + step.cases, step.more
        if not check:
            drawn = judge_drawn(by=DESK, at=at)
        if recount:
            tallying.recount()
        differing = tallying.differing()
    row = {"cases": cases, "drawn": drawn, "differing": differing}
    show_one(row) if as_json else typer.echo(
        f"{cases:,} cases looked at, {drawn:,} of the drawn judged; {differing} figures differ from a recount."
    )
    raise typer.Exit(Exit.REFUSED if check and differing else Exit.FINE)


@outcomes.command("report")
def tell(
    *,
    months: Annotated[int, typer.Option(min=1, max=120, help="So many months back.")] = 12,
    csv: Annotated[Path | None, typer.Option(help="Write it to this file as CSV.")] = None,
    parquet: Annotated[Path | None, typer.Option(help="Write it to this file as Parquet.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write it to this file as an accessible PDF.")] = None,
    as_json: Json = False,
) -> None:
    """Say whom we kept, whether our word was good, and why customers left; with n and interval, or "not enough data"."""
    with desk() as at:
        from django.conf import settings

        from amends.reports.exporting import as_csv, as_parquet
        from amends.reports.printing import as_pdf
        from amends.reports.report import lines, report

        found = report(at=at, months=months)
        rows = lines(found)
        if csv:
            csv.write_text(as_csv(rows))
        if parquet:
            parquet.write_bytes(as_parquet(rows))
        if pdf:
            pdf.write_bytes(as_pdf(found, house=str(settings.MAIL_FROM_NAME)))
        if not (csv or parquet or pdf) or as_json:
            show(
                [_figure(line) for line in rows],
                as_json=as_json,
                columns=("section", "measure", "group", "value", "n", "note"),
            )


def _figure(line: Line) -> dict[str, Any]:
    row = {"section": line.section, "measure": line.measure, "group": line.group, "value": line.value, "low": line.low,
           "high": line.high, "n": line.n, "note": line.note}  # fmt: skip
    return row | {name: round(value, 4) for name, value in row.items() if isinstance(value, float)}


@outcomes.command("lost")
def list_lost(
    *,
    by: Doer,
    days: Annotated[int, typer.Option(min=1, help="Lost within so many days.")] = 90,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List the customers we lost, by name, with the last thing we did for them before."""
    with desk() as at:
        from amends.people.may import check
        from amends.reports.lost import lost

        doer = colleague(by)
        check(doer, "outcomes")
        rows = [
            {"customer": row.customer, "case": row.reference, "lost_at": row.outcome.lost_at, "how": row.how, "reason": row.reason,
             "last_step": row.last_step, "returned": row.returned}
            for row in lost(doer, since=at - timedelta(days=days), most=limit)
        ]  # fmt: skip
        show(rows, as_json=as_json, columns=("customer", "case", "lost_at", "how", "reason", "last_step"))


@outcomes.command("export")
def export(file: Annotated[Path, typer.Argument(help="The Parquet file to write.")], *, as_json: Json = False) -> None:
    """Write every outcome to one Parquet file, one row a case and no names, for questions of your own."""
    with desk():
        from amends.reports.exporting import export_outcomes

        rows = export_outcomes(file)
    show_one({"rows": rows}) if as_json else typer.echo(f"{rows:,} rows in {file}.")


@outcomes.command("costs")
def costs(
    *,
    by: Doer,
    begins: Annotated[str, typer.Option(help="First day of the period, such as 2026-01-01.")],
    ends: Annotated[str, typer.Option(help="The day after its last.")],
    currency: Annotated[str, typer.Option()] = "GBP",
    number: Annotated[
        list[str] | None,
        typer.Option(
            "--number", metavar="NAME=VALUE",
            help="acquisition, new_customers, service, recovery, retention, kept_customers, margin; once for each.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Note your own numbers of a period, and say what winning and keeping a customer costs by them; no ratio without all."""
    with desk() as at:
        from amends.reports.money import Costs

        try:
            first, last = date.fromisoformat(begins), date.fromisoformat(ends)
            numbers = {name: Decimal(value) for name, _, value in (pair.partition("=") for pair in number or [])}
        except (ValueError, InvalidOperation):
            stop(Exit.USAGE, "Write days as 2026-01-01, and numbers as NAME=VALUE.")
        row = Costs.objects.note(begins=first, ends=last, currency=currency, by=colleague(by), at=at, **numbers)
        ratio = row.ratio
    if as_json:
        show_one({"winning": ratio.winning, "keeping": ratio.keeping, "times": ratio.times, "lacks": ratio.lacks})
    elif ratio.lacks:
        typer.echo(f"Noted. No ratio without: {', '.join(ratio.lacks)}.")
    else:
        typer.echo(
            f"Winning a customer costs {ratio.winning} {currency}, keeping one {ratio.keeping}: {ratio.times} times."
        )
