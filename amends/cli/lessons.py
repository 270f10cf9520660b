"""`amends lesson`: why it happened and what that costs, what is changed so that it stops, and whether it did."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop, when

if TYPE_CHECKING:
    from amends.causes.action import CorrectiveAction

app = typer.Typer(help="Lessons: causes, and what is changed so that they stop.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="id", help="The change, as `amends lesson list` says.")]
_Case = Annotated[str, typer.Argument(help="The case.")]
COLUMNS = ("id", "state", "words", "cause", "owner", "due_at", "returned")


@app.command("causes")
def causes(
    *,
    days: Annotated[int, typer.Option(min=1, help="Over cases of so many days.")] = 90,
    currency: Annotated[str, typer.Option()] = "GBP",
    tree: Annotated[
        bool, typer.Option("--tree", help="Every cause that a case may be traced to, by its name.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what causes cost: cases, what was given, and how many of those that ended lost the customer, with n and interval."""
    with desk() as at:
        from amends.causes.tree import tree as grown
        from amends.lessons.costs import costs

        if tree:
            rows: list[dict[str, object]] = [
                {"cause": one.name, "path": one.path, "failures": ",".join(one.failures), "about": one.about}
                for one in grown().values()
            ]
            show(rows, as_json=as_json, columns=("cause", "path", "failures"))
            return
        found = costs(since=at - timedelta(days=days), until=at, currency=currency)
        rows = [
            {
                "cause": one.name,
                "cases": one.cases,
                "given": str(one.given),
                "currency": currency,
                "lost": str(one.loss),
            }
            for one in (*found.by_given, found.untraced)
        ]
    show(rows, as_json=as_json)
    if not as_json:
        typer.echo(f"Traced to a cause: {found.traced}.")


@app.command("solved")
def solved(
    reference: Annotated[
        str, typer.Argument(metavar="[CASE]", help="An open case: those like it, at most three, the likest first.")
    ] = "",
    *,
    by: Doer,
    failure: Annotated[str, typer.Option(help="What failed, by its code, such as F2.")] = "",
    cause: Annotated[str, typer.Option(help="A cause of the tree, with all narrower ones.")] = "",
    product: Annotated[str, typer.Option(help="As policy names it.")] = "",
    words: Annotated[str, typer.Option(help="What was said, agreed or done.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 25,
    as_json: Json = False,
) -> None:
    """List cases that ended with the customer satisfied or kept: what was agreed, what put it right, and why it had happened."""
    with desk():
        from amends.solved.finding import like
        from amends.solved.finding import solved as found

        doer = colleague(by)
        rows = (
            like(case(reference), viewer=doer) if reference
            else found(doer, failure=failure, cause=cause, product=product, words=words, most=limit)
        )  # fmt: skip
        out = [
            {"case": one.reference, "why": one.why, "agreed": one.agreed, "put_right": one.put_right, "ended": one.ended,
             "ended_at": one.ended_at}
            for one in rows
        ]  # fmt: skip
        show(out, as_json=as_json, columns=("case", "why", "agreed", "put_right", "ended"))


@app.command("trace")
def trace(
    reference: _Case,
    cause: Annotated[str, typer.Argument(help="A cause of the tree, by its name.")],
    *,
    by: Doer,
    words: Annotated[str, typer.Option(help="What shows it.")] = "",
    as_json: Json = False,
) -> None:
    """Trace a case to a cause; what it was traced to before is over."""
    with desk() as at:
        from amends.causes.tracing import Tracing

        row = Tracing.objects.trace(case(reference), cause, words=words, by=colleague(by), at=at)
        show_one({"id": row.pk, "case": reference, "cause": row.cause}) if as_json else typer.echo(
            f"Case {reference}: {row.cause}."
        )


@app.command("list")
def list_actions(
    *,
    state: Annotated[
        str, typer.Option(help="noted, open, watched, proven or dropped; those that stand, if not given.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List what is changed, or to be, the next due first."""
    with desk():
        from amends.causes.action import CorrectiveAction, State

        if state and state not in State.values:
            stop(Exit.USAGE, f"There is no state {state!r}; there are: {', '.join(State.values)}.")
        near = CorrectiveAction.objects.select_related("owner", "case", "deadline")
        rows = near.filter(state=state).order_by("-pk") if state else CorrectiveAction.objects.standing()
        show([_row(row) for row in rows[:limit]], as_json=as_json, columns=COLUMNS)


@app.command("show")
def show_action(number: Number, *, as_json: Json = False) -> None:
    """Show one change: what shows that it is done, what it is watched for, and what was shown."""
    with desk():
        row = _row(_action(number))
    show_one(row) if as_json else typer.echo(
        "\n".join(f"{name}: {'' if value is None else value}" for name, value in row.items())
    )


@app.command("note")
def note(
    reference: _Case,
    *,
    by: Doer,
    words: Annotated[str, typer.Option(help="What could be better; the case's subject, if not given.")] = "",
    as_json: Json = False,
) -> None:
    """Make a complaint something to improve."""
    with desk() as at:
        row = case(reference).corrective_actions.note(case(reference), words, by=colleague(by), at=at)
        _told(row, as_json=as_json)


@app.command("take-up")
def take_up(
    number: Number,
    *,
    by: Doer,
    cause: Annotated[str, typer.Option(help="The cause it goes against, by its name.")],
    due: Annotated[str, typer.Option(help="By when, such as 2026-12-24.")],
    owner: Annotated[
        str, typer.Option(help="Who changes it, by e-mail address; whoever does this, if not given.")
    ] = "",
    words: Annotated[str, typer.Option(help="What is changed, where that is not what was noted.")] = "",
    as_json: Json = False,
) -> None:
    """Take it up: somebody changes something by a day so that the cause stops."""
    with desk() as at:
        row, doer = _action(number), colleague(by)
        whose = colleague(owner) if owner else doer
        row.take_up(cause, owner=whose, due=when(due, at=at, clock="17:00"), words=words, by=doer, at=at)
        _told(row, as_json=as_json)


@app.command("finish")
def finish(
    number: Number,
    *,
    by: Doer,
    evidence: Annotated[str, typer.Option(help="What shows that it is done.")],
    weeks: Annotated[int | None, typer.Option(min=1, help="Watch it so long; as policy asks, if not given.")] = None,
    as_json: Json = False,
) -> None:
    """It is done, and watched from now on until recurrence is shown to have fallen; else it comes back."""
    with desk() as at:
        row = _action(number)
        row.finish(evidence, weeks=weeks, by=colleague(by), at=at)
        _told(row, as_json=as_json)


@app.command("measure")
def measure(
    number: Number,
    *,
    by: Doer,
    unit: Annotated[str, typer.Option(help="What is counted, such as orders.")],
    before: Annotated[float, typer.Option(help="How many there were in as many weeks before it was done.")],
    after: Annotated[float | None, typer.Option(help="How many there were since.")] = None,
    as_json: Json = False,
) -> None:
    """Say how many opportunities there were, so that a rate is watched and not weeks."""
    with desk() as at:
        row = _action(number)
        row.measure(unit, before=before, after=after, by=colleague(by), at=at)
        _told(row, as_json=as_json)


@app.command("drop")
def drop(
    number: Number,
    *,
    by: Doer,
    because: Annotated[str, typer.Option(help="Why nothing is changed.")],
    as_json: Json = False,
) -> None:
    """Nothing is changed, for this reason."""
    with desk() as at:
        row = _action(number)
        row.drop(because=because, by=colleague(by), at=at)
        _told(row, as_json=as_json)


def _action(number: int) -> CorrectiveAction:
    from amends.causes.action import CorrectiveAction

    rows = CorrectiveAction.objects.select_related("owner", "case", "deadline").filter(pk=number)
    return rows.first() or stop(Exit.NOT_FOUND, f"There is no change {number}. See `amends lesson list`.")


def _told(row: CorrectiveAction, *, as_json: bool) -> None:
    show_one(_row(row)) if as_json else typer.echo(f"{row.pk}: {row.get_state_display()}.")


def _row(row: CorrectiveAction) -> dict[str, object]:
    return {
        "id": row.pk, "case": row.case.reference, "state": row.state, "words": row.words, "cause": row.cause or None,
        "owner": row.owner.email if row.owner else None, "due_at": row.deadline.due_at if row.deadline else None,
        "done_at": row.done_at, "evidence": row.evidence or None, "watch_until": row.watch_until, "judged": row.judged or None,
        "returned": row.returned, "dropped_because": row.dropped_because or None,
    }  # fmt: skip
