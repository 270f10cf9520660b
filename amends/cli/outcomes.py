"""`amends outcomes`, `experiment` and `winback`: what became of customers, what was compared by lot, and who is asked back."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Doer, Exit, Json, Progress, case, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.experiments.experiment import Experiment
    from amends.reports.report import Line

outcomes = typer.Typer(help="What became of customers, from what they did.", no_args_is_help=True)
experiments = typer.Typer(help="Comparisons by lot at the desk.", no_args_is_help=True)
winbacks = typer.Typer(help="Asking lost customers back.", no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help="The experiment's name.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands where they belong."""
    app.add_typer(outcomes, name="outcomes")
    app.add_typer(experiments, name="experiment")
    app.add_typer(winbacks, name="winback")


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


@experiments.command("plan")
def plan(
    *,
    days: Annotated[int, typer.Option(help="Kept so many days after the draw: 30, 90, 180 or 365.")] = 90,
    rise: Annotated[float, typer.Option(help="The least difference that matters, such as 0.05.")] = 0.05,
    arms: Annotated[int, typer.Option(min=2, max=4)] = 2,
    base: Annotated[float | None, typer.Option(help="The share kept now, where the desk has not seen enough.")] = None,
    as_json: Json = False,
) -> None:
    """Say how many months an experiment takes here, by the cases of the last 90 days and the share kept."""
    with desk() as at:
        from amends.reports.judging import own_plan

        found = own_plan(days=days, margin=rise, arms=arms, at=at, base=base)
    if as_json:
        each = found.plan
        show_one({"base": found.base, "monthly": found.monthly, "each": each.each if each else None,
                  "months": round(each.months, 1) if each else None, "because": found.because,
                  "alternatives": each.alternatives if each else ()})  # fmt: skip
        return
    typer.echo(found.plan.sentence if found.plan else found.because)
    for other in found.plan.alternatives if found.plan else ():
        typer.echo(f"  {other}")


@experiments.command("register")
def register(
    name: _Name,
    *,
    by: Doer,
    place: Annotated[str, typer.Option(help="menu, card, token, opening, cadence, follow_up or win_back.")],
    arm: Annotated[list[str], typer.Option("--arm", metavar="NAME=SHARE", help="An arm and its share; once for each.")],
    hypothesis: Annotated[str, typer.Option(help="What you expect, and why.")],
    stops: Annotated[str, typer.Option(help="When it stops.")],
    planned: Annotated[int, typer.Option(min=1, help="Customers to an arm.")],
    margin: Annotated[str, typer.Option(help="The least difference that matters, such as 0.03.")] = "0.03",
    days: Annotated[int, typer.Option(help="30, 90, 180 or 365.")] = 90,
    blocks: Annotated[bool, typer.Option("--blocks", help="Of each kind of case every arm has its share.")] = False,
    adjusted: Annotated[
        bool, typer.Option("--adjusted", help="Judge it freed of what they bought in the year before the draw.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Register an experiment. It cannot be changed afterwards; `amends experiment begin` starts the draw."""
    with desk() as at:
        from amends.experiments.experiment import Experiment

        try:
            arms = {each.rpartition("=")[0].strip(): Decimal(each.rpartition("=")[2]) for each in arm}
            least = Decimal(margin)
        except InvalidOperation:
            stop(Exit.USAGE, "Write arms as NAME=0.5, and the margin as 0.03.")
        row = Experiment.objects.register(
            name, hypothesis=hypothesis, place=place, arms=arms, days=days, margin=least, planned=planned, stops=stops,
            blocks=blocks, adjusted=adjusted, by=colleague(by), at=at,
        )  # fmt: skip
        show_one(_registered(row)) if as_json else typer.echo(f"{row.name} is registered, sealed {row.sealed}.")


@experiments.command("begin")
def begin(name: _Name, *, by: Doer, as_json: Json = False) -> None:
    """Begin the draw."""
    with desk() as at:
        row = _experiment(name)
        row.begin(by=colleague(by), at=at)
        show_one(_registered(row)) if as_json else typer.echo(f"{row.name} draws from now on.")


@experiments.command("stop")
def end(
    name: _Name,
    *,
    by: Doer,
    because: Annotated[str, typer.Option(help="Why, and whether by the rule.")],
    as_json: Json = False,
) -> None:
    """Stop the draw; those who were drawn count until their time is over."""
    with desk() as at:
        row = _experiment(name)
        row.stop(because=because, by=colleague(by), at=at)
        show_one(_registered(row)) if as_json else typer.echo(f"{row.name} draws nobody any more.")


@experiments.command("object")
def objected(
    reference: Annotated[str, typer.Argument(help="The case.")],
    *,
    by: Doer,
    place: Annotated[str, typer.Option(help="Where: card, cadence, follow_up, menu, opening or token.")],
    because: Annotated[str, typer.Option(help="Why nothing may be drawn on it there.")],
    as_json: Json = False,
) -> None:
    """Keep a case out of what is drawn at one place; the reason is on record, and counted."""
    with desk() as at:
        from amends.experiments.lots import object_to

        object_to(place, case(reference), because=because, by=colleague(by), at=at)
        show_one({"case": reference, "place": place}) if as_json else typer.echo("Nothing is drawn on it there.")


@experiments.command("list")
def list_experiments(*, as_json: Json = False) -> None:
    """List experiments, the newest first."""
    with desk():
        from amends.experiments.experiment import Experiment

        rows = [_registered(row) for row in Experiment.objects.order_by("-pk")]
        show(rows, as_json=as_json, columns=("name", "place", "state", "days", "planned", "margin"))


@experiments.command("results")
def judged(name: _Name, *, as_json: Json = False) -> None:
    """Say what may be said now: better, worse, no difference larger than the margin, or not enough data."""
    with desk():
        from amends.reports.judging import results

        row = _experiment(name)
        found = results(row)
    rows = [
        {"arm": arm.name, "drawn": arm.drawn, "known": arm.known, "kept": arm.kept,
         "verdict": str(arm.comparison.verdict) if arm.comparison else None,
         "difference": arm.comparison.difference if arm.comparison else None,
         "low": _finite(arm.comparison.low) if arm.comparison else None,
         "high": _finite(arm.comparison.high) if arm.comparison else None}
        for arm in found.arms
    ]  # fmt: skip
    show(rows, as_json=as_json, columns=("arm", "drawn", "known", "kept", "verdict"))
    if not as_json:
        typer.echo(
            f"The lot was {'fair' if found.ratio.fair else 'NOT fair'} (p {found.ratio.p:.3g}, n {found.ratio.n})."
        )
        for reason, count in found.kept_out.items():
            typer.echo(f"  {count} not drawn: {reason}")


def _finite(value: float) -> float | None:
    return value if abs(value) <= sys.float_info.max else None


def _experiment(name: str) -> Experiment:
    from amends.experiments.experiment import Experiment

    return Experiment.objects.filter(name=name).first() or stop(Exit.NOT_FOUND, f"There is no experiment {name!r}.")


def _registered(row: Experiment) -> dict[str, object]:
    return {"name": row.name, "place": row.place, "state": row.state, "arms": row.arms, "days": row.days, "margin": str(row.margin),
            "planned": row.planned, "blocks": row.blocks, "adjusted": row.adjusted, "sealed": row.sealed}  # fmt: skip


@winbacks.command("ask")
def ask_back(
    reference: Annotated[str, typer.Argument(help="The case after which they left.")],
    *,
    by: Doer,
    approach: Annotated[str, typer.Option(help="apology, discount or proof, where nothing is drawn.")] = "",
    reason: Annotated[str, typer.Option(help="Why we lost them; as on record, if not given.")] = "",
    fix: Annotated[
        int | None, typer.Option(metavar="PROBLEM", help="The problem of theirs that was put right.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask a lost customer back, in the way that is drawn where an experiment runs; or leave them alone, if that is drawn."""
    with desk() as at:
        from amends.outcomes.outcome import Outcome
        from amends.problems.problem import Problem
        from amends.winbacks.winback import WinBack

        found = case(reference)
        outcome = Outcome.objects.filter(case=found).select_related("case").first() or stop(
            Exit.REFUSED, "It is not known yet what became of this customer."
        )
        problem = Problem.objects.filter(pk=fix).first() if fix else None
        row = WinBack.objects.ask(outcome, by=colleague(by), at=at, approach=approach, reason=reason, fix=problem)
        told = {
            "customer": row.customer.spoken_name,
            "approach": row.approach,
            "case": row.case.reference if row.case else None,
        }
        show_one(told) if as_json else typer.echo(
            f"{told['customer']}: {row.get_approach_display()}{', case ' + row.case.reference if row.case else ''}."
        )


@winbacks.command("returns")
def returned(*, as_json: Json = False) -> None:
    """Say how many came back within 90 days, by the way they were asked, beside those left alone by lot."""
    with desk() as at:
        from amends.outcomes.activity import Feed
        from amends.winbacks.returning import returns

        rows = [
            {"approach": row.words, "drawn": str(row.drawn), "by_hand": str(row.by_hand)}
            for row in returns(seen=Feed.objects.known_until(at=at))
        ]
        show(rows, as_json=as_json)
