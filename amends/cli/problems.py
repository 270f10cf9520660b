"""`amends problem`: what we found first, whom it lets down, and what they were told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from amends.cli.desk import Doer, Exit, Json, colleague, desk, show, show_one, stop, when

if TYPE_CHECKING:
    from datetime import datetime

    from amends.problems.problem import Problem

app = typer.Typer(help="Problems: what we found first, and those it lets down.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(metavar="id", help="Its id, as `amends problem status` says.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and do nothing.")]
COLUMNS = ("id", "title", "knew_at", "decision", "told_at", "affected", "next_news_at")


@app.command("open")
def open_problem(
    title: str,
    *,
    what_happened: Annotated[str, typer.Option(help="Two plain sentences at most.")],
    by: Doer,
    knew_at: Annotated[
        str, typer.Option(help="Since when we know of it, such as 2026-12-24 15:00; now if not given.")
    ] = "",
    course: Annotated[str, typer.Option(help="What we do about it.")] = "",
    next_news: Annotated[
        str, typer.Option(help="When those affected hear more, where we cannot say yet what we do.")
    ] = "",
    owner: Annotated[str, typer.Option(help="Who has it, by e-mail address; who opens it if not given.")] = "",
    found_by: Annotated[str, typer.Option(help="staff, supplier, theme or monitoring.")] = "staff",
    severity: Annotated[int, typer.Option(min=1, max=4, help="1 is the gravest.")] = 3,
    tell: Annotated[str, typer.Option(help="Decide at once that those affected are told, for this reason.")] = "",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Open a problem; the decision whether those affected are told is due from now on. Prints its id."""
    with desk() as at:
        from django.db import transaction

        from amends.problems.problem import FoundBy, Problem

        if found_by not in FoundBy.values:
            stop(Exit.USAGE, f"Problems are not found by {found_by!r}, but by: {', '.join(FoundBy.values)}.")
        doer = colleague(by)
        with transaction.atomic():
            problem = Problem.objects.open_one(
                title, what_happened=what_happened, knew_at=_past(knew_at, at), course=course, found_by=found_by,
                next_news_at=when(next_news, at=at, clock="17:00") if next_news else None,
                owner=colleague(owner) if owner else doer, severity=severity, by=doer, at=at,
            )  # fmt: skip
            if tell:
                problem.decisions.make(tell=True, because=tell, by=doer, at=at)
            row = _summary(problem)
            transaction.set_rollback(dry_run)
        if dry_run:
            row["id"] = None
        show_one(row) if as_json else typer.echo(
            "Nothing was opened: this was a dry run." if dry_run else str(problem.pk)
        )


def _past(words: str, at: datetime) -> datetime:
    from zoneinfo import ZoneInfo

    from amends.files.dates import NoDate, moment
    from amends.policy.house import HOUSE

    if not words:
        return at
    try:
        return moment(words, day_first=HOUSE.country != "US", zone=ZoneInfo(HOUSE.time_zone))
    except NoDate as wrong:
        stop(Exit.USAGE, f"{wrong}.")


@app.command("affect")
def affect(
    number: Number,
    table: Annotated[
        Path | None, typer.Argument(help="A CSV with names in its first line; `-` is standard input.")
    ] = None,
    *,
    by: Doer,
    bought_from: Annotated[
        str, typer.Option(help="Instead of a table: everybody who bought from us since then, as other systems told it.")
    ] = "",
    bought_until: Annotated[str, typer.Option(help="Until when they bought; now if nothing is said.")] = "",
    column: Annotated[
        list[str] | None, typer.Option("--column", help="Which column is what, such as email=Contact; may be repeated.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add the people of a list to those affected, each once; workers open a case for each of them."""
    chosen = dict(one.split("=", 1) for one in column or () if "=" in one)
    if (table is None) is not bool(bought_from):
        stop(Exit.USAGE, "Name a table, or say since when they bought: one of the two.")
    if table is not None and str(table) != "-" and not table.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {table}.")
    with desk() as at:
        from amends.affected.affected import Via
        from amends.affected.listing import add_list, try_list

        problem, doer = _problem(number), colleague(by)
        name, via = (table.name, Via.LIST) if table else (f"bought since {bought_from}", Via.RECORDS)
        with _opened(table) if table else _buyers(bought_from, bought_until, at=at) as file:
            if dry_run:
                found = try_list(problem, file, chosen=chosen)
            else:
                found = add_list(problem, file, chosen=chosen, name=name, via=via, by=doer, at=at)  # type: ignore[assignment]
        names = ("lines", "people", "same_contact", "same_household", "known", "no_contact")
        row: dict[str, object] = {name: getattr(found, name) for name in names}
        if as_json:
            show_one(row | {"added": not dry_run})
            return
        for name, count in row.items():
            typer.echo(f"{name.replace('_', ' '):16} {count:>9,}")
        for words in getattr(found, "without", ()):
            typer.echo(f"  no usable contact: {words}")
        if dry_run:
            typer.echo("Nobody was added: this was a dry run.")


def _buyers(since: str, until: str, *, at: datetime) -> BinaryIO:
    import io

    from amends.outcomes.activity import who_bought

    begin = when(since, at=at, clock="00:00")
    return io.BytesIO(who_bought(since=begin, until=when(until, at=at, clock="00:00") if until else at))


def _opened(table: Path) -> BinaryIO:
    if str(table) != "-":
        return table.open("rb")
    import io

    return io.BytesIO(sys.stdin.buffer.read())


@app.command("notify")
def notify(
    number: Number,
    notice: Annotated[int, typer.Argument(help="The notice, by its id; somebody else has approved it.")],
    *,
    by: Doer,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Send an approved notice to everybody who should have it and has not. Workers write and send it."""
    with desk() as at:
        from django.db import transaction

        problem, doer = _problem(number), colleague(by)
        row = problem.notices.filter(pk=notice).first() or stop(
            Exit.NOT_FOUND, f"Problem {number} has no notice {notice}; it has: {_notices(problem)}."
        )
        with transaction.atomic():
            wave = row.waves.send(by=doer, at=at)
            transaction.set_rollback(dry_run)
        said: dict[str, object] = {"notice": row.pk, "people": wave.people, "sent": not dry_run}
        sentence = f"{'Would go' if dry_run else 'Goes'} to {wave.people:,} people."
        show_one(said) if as_json else typer.echo(sentence)


def _notices(problem: Problem) -> str:
    rows = [f"{row.pk} ({row.subject}{'' if row.approved_at else ', not approved'})" for row in problem.notices.all()]
    return ", ".join(rows) or "none"


@app.command("status")
def status(
    number: Annotated[int | None, typer.Argument(metavar="id", help="One problem; all open ones if not given.")] = None,
    *,
    publish: Annotated[str, typer.Option(help="Publish this on the status page, in the customer's words.")] = "",
    how: Annotated[str, typer.Option(help="looking, known, mending or right.")] = "looking",
    title: Annotated[str, typer.Option(help="The problem in the customer's words; needed with the first post.")] = "",
    by: Annotated[str, typer.Option("--by", help="E-mail address of the person who publishes.")] = "",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Say where a problem stands, person by person in one funnel; or publish news of it on the status page."""
    with desk() as at:
        from django.db import transaction

        from amends.affected.funnel import funnel
        from amends.problems.problem import Problem
        from amends.statuspage.page import How

        if number is None:
            rows = Problem.objects.open().order_by("knew_at", "pk")
            show([_summary(row) for row in rows], as_json=as_json, columns=COLUMNS)
            return
        problem = _problem(number)
        if publish:
            if how not in How.values or not by:
                stop(Exit.USAGE, f"Say who publishes (--by) and how far we are: {', '.join(How.values)}.")
            with transaction.atomic():
                problem.posts.publish(publish, how=how, title=title, by=colleague(by), at=at)
                transaction.set_rollback(dry_run)
        found = funnel(problem)
        row = _summary(problem) | {step.state: step.people for step in found.steps}
        row |= {"merged_lines": found.merged, "total": found.total, "published": bool(publish) and not dry_run}
        if as_json:
            show_one(row)
            return
        for name, value in row.items():
            typer.echo(f"{name:14} {'' if value is None else value}")


def _summary(problem: Problem) -> dict[str, object]:
    standing = problem.decisions.standing()
    words = str(standing) if standing and standing.holds else ("proposed: " + str(standing) if standing else "none yet")
    return {
        "id": problem.pk, "title": problem.title, "knew_at": problem.knew_at, "decision": words, "told_at": problem.told_at,
        "affected": problem.affected.count(), "next_news_at": problem.next_news_at, "safety": problem.safety_at is not None,
    }  # fmt: skip


def _problem(key: int) -> Problem:
    from amends.problems.problem import Problem

    return Problem.objects.select_related("owner", "queue__site").filter(pk=key).first() or stop(
        Exit.NOT_FOUND, f"There is no problem {key}."
    )
