"""`amends promise` and `amends sweep`: what we are bound to, what our word is worth, and the watch over everything due."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop, when

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from amends.promises.figures import Rate
    from amends.promises.promise import Promise

app = typer.Typer(help="Promises: what we are bound to, and what our word is worth.", no_args_is_help=True)

STATES = ("open", "moved", "broken", "late", "kept", "released")
COLUMNS = ("id", "due_at", "state", "case", "owner", "words")


@app.command("list")
def list_promises(
    *,
    mine: Annotated[str, typer.Option(help="Only those this person must keep, by e-mail address.")] = "",
    state: Annotated[str, typer.Option(help="open, moved, broken, late, kept or released.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Kept and released ones too.")] = False,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List promises still to keep, the most urgent first; those of the past, the latest first."""
    if state and state not in STATES:
        stop(Exit.USAGE, f"A promise is never {state!r}; it is one of: {', '.join(STATES)}.")
    with desk() as at:
        rows = _told_apart(state, at=at, everything=everything)
        rows = rows.filter(deadline__owner=colleague(mine)) if mine else rows
        near = rows.select_related("case__customer", "deadline__owner", "made_by", "backed_by")
        found = (one for one in near.iterator(500) if not state or one.state(at=at) == state)
        show([_summary(one, at) for one in islice(found, limit)], as_json=as_json, columns=COLUMNS)


def _told_apart(state: str, *, at: datetime, everything: bool) -> QuerySet[Promise]:
    """Not many more than those in this state, in the order in which they are shown."""
    from django.db.models import Q

    from amends.promises.promise import Promise

    outstanding = Q(kept_at=None, released_at=None)
    near = {
        "open": outstanding & Q(deadline__due_at__gt=at, moved_at=None),
        "moved": outstanding & Q(deadline__due_at__gt=at, moved_at__isnull=False),
        "broken": outstanding & Q(deadline__due_at__lte=at),
        "late": Q(kept_at__isnull=False),
        "kept": Q(kept_at__isnull=False),
        "released": Q(released_at__isnull=False),
        "": Q() if everything else outstanding,
    }
    past = everything or state in {"late", "kept", "released"}
    return Promise.objects.filter(near[state]).order_by(
        *(("-deadline__due_at", "-pk") if past else ("deadline__due_at", "pk"))
    )


def _summary(one: Promise, at: datetime) -> dict[str, object]:
    owner = one.deadline.owner
    return {
        "id": one.pk,
        "case": one.case.reference,
        "customer": one.case.customer.name,
        "words": one.words,
        "kind": one.kind,
        "state": one.state(at=at),
        "first_due_at": one.first_due_at,
        "due_at": one.deadline.due_at,
        "made_at": one.made_at,
        "made_by": one.made_by.email,
        "backed_by": one.backed_by.email if one.backed_by else None,
        "owner": owner.email if owner else None,
        "kept_at": one.kept_at,
        "evidence": one.evidence or None,
        "told_at": one.told_at,
    }


@app.command("make")
def make(
    reference: str,
    words: Annotated[str, typer.Argument(help="What was promised.")],
    *,
    due: Annotated[str, typer.Option(help="By when, such as 2026-12-24 15:00; a day alone is 17:00 of it.")],
    by: Doer,
    kind: Annotated[str, typer.Option(help="deed, delivery, money, call or news.")] = "deed",
    backed_by: Annotated[
        str, typer.Option(help="The lead who answers for it after a broken one, by e-mail address.")
    ] = "",
    hurried: Annotated[str, typer.Option(help="Why an early date is promised all the same.")] = "",
    as_json: Json = False,
) -> None:
    """Bind us to something by a time; the sweep watches it from now on.

    A date that would be kept less often than policy asks is refused without a reason (`--hurried`), with its chance.
    """
    with desk() as at:
        from amends.people.may import check
        from amends.promises.promise import Kind

        if kind not in Kind.values:
            stop(Exit.USAGE, f"Nobody promises {kind!r}; the kinds are: {', '.join(Kind.values)}.")
        found, doer = case(reference), colleague(by)
        check(doer, "work", found)
        promise = found.promises.make(
            words, due=when(due, at=at, clock="17:00"), kind=kind, backed_by=colleague(backed_by) if backed_by else None, by=doer,
            hurried=hurried, at=at,
        )  # fmt: skip
        row = _summary(_promise(promise.pk), at)  # whose it is to keep the database says
        show_one(row) if as_json else show([row], as_json=False, columns=COLUMNS)


@app.command("keep")
def keep(
    number: Annotated[int, typer.Argument(metavar="id", help="Its id, as `amends promise list` says.")],
    *,
    evidence: Annotated[str, typer.Option(help="How we know that it was done.")],
    by: Doer,
    as_json: Json = False,
) -> None:
    """Record that a promise was kept. Our next word to the customer tells them."""
    with desk() as at:
        from amends.people.may import check

        promise = _promise(number)
        doer = colleague(by)
        check(doer, "work", promise.case)
        promise.keep(evidence=evidence, by=doer, at=at)
        row = _summary(promise, at)
        show_one(row) if as_json else typer.echo(f"{promise.words}: {row['state']}.")


def _promise(key: int) -> Promise:
    from amends.promises.promise import Promise

    rows = Promise.objects.select_related("case__customer", "deadline__owner", "made_by", "backed_by")
    return rows.filter(pk=key).first() or stop(Exit.NOT_FOUND, f"There is no promise {key}.")


@app.command("figures")
def figures(
    *,
    days: Annotated[
        int | None, typer.Option(min=1, help="Only those first due in so many days; all of them if not given.")
    ] = None,
    whose: Annotated[
        str, typer.Option("--of", help="person or team: by each of them, over the last 180 days or --days.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Say what our word has been worth: rates over promises that have fallen due, each with its n and its 95 % interval.

    By the first date, one that was moved counts as broken, however well the customer was told. What came is counted apart from
    when it came.
    """
    if whose and whose not in {"person", "team"}:
        stop(Exit.USAGE, "Our word is told apart by person or by team.")
    if whose:
        _of_each(whose, days or 180, as_json=as_json)
        return
    with desk() as at:
        from amends.promises.figures import figures as counted
        from amends.promises.promise import Promise

        since = at - timedelta(days=days) if days else None
        found = counted(Promise.objects.all(), at=at, since=since)
    if as_json:
        kinds = {name: _rate(rate) for name, rate in found.by_kind.items()}
        row = {"since": since, "first": _rate(found.first), "kept": _rate(found.kept), "by_kind": kinds}
        row["content"] = _rate(found.content)
        show_one(row | {"moved": found.moved, "broken": found.broken})
        return
    lines = {"kept by the first date": found.first, "kept by the last date": found.kept}
    lines |= {f"  {name}": rate for name, rate in found.by_kind.items()} | {"as it was said": found.content}
    for name, said in (lines | {"moved": found.moved, "broken": found.broken}).items():
        typer.echo(f"{name:24} {said}")


def _of_each(whose: str, days: int, *, as_json: bool) -> None:
    with desk() as at:
        from amends.teamwork.spread import our_word

        rows = [row for row in our_word(since=at - timedelta(days=days), at=at) if row.kind == whose]
    if as_json:
        show(
            [{whose: row.name, "time": _rate(row.time), "content": _rate(row.content)} for row in rows], as_json=True,
            columns=(whose, "time", "content"),
        )  # fmt: skip
        return
    show(
        [{whose: row.name, "kept by the first date": str(row.time), "as it was said": str(row.content)} for row in rows],
        as_json=False, columns=(whose, "kept by the first date", "as it was said"),
    )  # fmt: skip


def _rate(rate: Rate) -> dict[str, object]:
    low, high = rate.interval or (None, None)
    return {"kept": rate.kept, "n": rate.n, "rate": rate.rate, "low": low, "high": high}


def sweep(*, as_json: Json = False) -> None:
    """Look once, now, after everything due and everybody away; for whoever runs no `amends work`.

    Absences that have begun or ended come first, so that who is told of a deadline is here.
    """
    with desk() as at:
        from amends.deadlines.sweeping import Swept
        from amends.deadlines.sweeping import sweep as swept
        from amends.journal.actors import DESK
        from amends.standins.sweeping import sweep_begun

        absences, total = sweep_begun(by=DESK, at=at), Swept()
        while (batch := swept(by=DESK, at=at)).taken:
            total.taken += batch.taken
            total.missed += batch.missed
            total.alerts += batch.alerts
    row = {"absences": absences, "taken": total.taken, "missed": total.missed, "alerts": total.alerts}
    show_one(row) if as_json else typer.echo(", ".join(f"{count:,} {name}" for name, count in row.items()))
