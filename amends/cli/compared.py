"""`amends experiment` and `winback`: what is compared by lot, and who is asked back."""

from __future__ import annotations

import sys
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.experiments.experiment import Experiment

experiments = typer.Typer(help="Comparisons by lot at the desk.", no_args_is_help=True)
winbacks = typer.Typer(help="Asking lost customers back.", no_args_is_help=True)

_Name = Annotated[str, typer.Argument(help="The experiment's name.")]


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
