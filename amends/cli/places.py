"""`amends queue` and `amends site`: which hours a queue keeps, and whose rules govern the cases that come to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Doer, Exit, Json, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.queue import Queue, Site

queues = typer.Typer(help="Queues: the hours they keep, and whose rules govern their cases.", no_args_is_help=True)
sites = typer.Typer(help="Sites: places of the house with hours of their own.", no_args_is_help=True)

QUEUE_COLUMNS = ("name", "default", "site", "own_hours", "jurisdiction", "product", "packs", "people")


@queues.command("list")
def list_queues(*, as_json: Json = False) -> None:
    """List the queues: where each stands, and the packs that govern a case that comes to it now."""
    with desk() as at:
        from amends.people.queue import Queue

        rows = Queue.objects.select_related("site").prefetch_related("members").order_by("-is_default", "name")
        found = [_placed(row, at) | {"people": [one.email for one in row.members.all()]} for row in rows]
        if not as_json:
            found = [_for_a_table(row) for row in found]
        show(found, as_json=as_json, columns=QUEUE_COLUMNS)


def _placed(row: Queue, at: datetime) -> dict[str, Any]:
    from amends.deadlines.ruling import choose

    return {
        "name": row.name,
        "default": row.is_default,
        "site": row.site.name if row.site else None,
        "own_hours": row.calendar is not None,
        "hours": row.hours,
        "jurisdiction": row.jurisdiction or None,
        "product": row.product or None,
        "packs": [pack.key for pack in choose(row, received_at=at).packs],
    }


def _for_a_table(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: "yes" if row[name] else "" for name in ("default", "own_hours")}
    return row | plain | {"packs": ", ".join(row["packs"]), "people": len(row["people"])}


@queues.command("place")
def place(
    name: str,
    *,
    by: Doer,
    site: Annotated[str | None, typer.Option(help="The site where it stands.")] = None,
    calendar: Annotated[str | None, typer.Option(metavar="file.yaml", help="Hours of its own, in YAML.")] = None,
    jurisdiction: Annotated[str | None, typer.Option(help="Whose packs govern its cases, such as GB.")] = None,
    product: Annotated[str | None, typer.Option(help="What its cases are about, as the packs name it.")] = None,
    as_json: Json = False,
) -> None:
    """Say where a queue stands. What is not named stays as it is; an empty value ("") takes it away.

    Cases that are open keep what they began under.
    """
    own = hours(calendar) if calendar else None
    with desk() as at:
        from amends.people.may import check

        row, doer = _queue(name), colleague(by)
        check(doer, "settings")
        wanted = row.jurisdiction if jurisdiction is None else jurisdiction.strip()
        about = row.product if product is None else product.strip()
        _ensure_ruled(wanted, about, row.name, at)
        row.place(
            site=row.site if site is None else _site(site) if site else None,
            calendar=row.calendar if calendar is None else own,
            jurisdiction=wanted, product=about, by=doer, at=at,
        )  # fmt: skip
        placed = _placed(row, at)
        show_one(placed) if as_json else typer.echo(
            f"{row.name} is placed. Cases that come to it go by {', '.join(placed['packs'])}."
        )


def _ensure_ruled(jurisdiction: str, product: str, queue: str, at: datetime) -> None:
    """A pack in force governs this, or the command ends with what the packs do govern."""
    from amends.deadlines.ruling import day_of, shelf
    from amends.policy.choosing import NoPack
    from amends.policy.pack import HOUSE_JURISDICTION

    if not jurisdiction and not product:
        return
    on = day_of(at)
    try:
        packs = shelf().choose(on=on, jurisdiction=jurisdiction, product=product, queue=queue).packs
    except NoPack as refusal:
        stop(Exit.REFUSED, f"{str(refusal)[:1].upper()}{str(refusal)[1:]}.")
    if jurisdiction and all(pack.jurisdiction == HOUSE_JURISDICTION for pack in packs):
        known = sorted(
            f"{pack.jurisdiction} {one}".strip()
            for pack in shelf().packs
            if pack.holds_on(on) and pack.jurisdiction != HOUSE_JURISDICTION
            for one in pack.products or ("",)
        )
        stop(
            Exit.REFUSED,
            f"No pack in force governs {product or 'everything'} in {jurisdiction}. There are: {', '.join(known)}.",
        )


@sites.command("list")
def list_sites(*, as_json: Json = False) -> None:
    """List the sites and the queues that keep their hours."""
    with desk():
        from amends.people.queue import Site

        rows = [
            {"name": row.name, "queues": [queue.name for queue in row.queues.all()], "hours": row.calendar}
            for row in Site.objects.prefetch_related("queues").order_by("name")
        ]
        shown = (
            rows
            if as_json
            else [row | {"queues": ", ".join(row["queues"]), "zone": row["hours"]["zone"]} for row in rows]
        )
        show(shown, as_json=as_json, columns=("name", "zone", "queues"))


@sites.command("set")
def set_site(
    name: str,
    calendar: Annotated[
        str, typer.Argument(metavar="calendar.yaml", help="Its hours, as a policy pack has them under `calendar`.")
    ],
    *,
    by: Doer,
    as_json: Json = False,
) -> None:
    """Give a site its hours, new or changed; without them it is opened. Mistakes are told with their place in the file."""
    kept = hours(calendar)
    with desk() as at:
        from amends.people.may import check
        from amends.people.queue import Queue

        doer = colleague(by)
        check(doer, "settings")
        if not name.strip():
            stop(Exit.USAGE, "Give the site a name.")
        row = Queue.objects.open_site(name.strip(), kept, by=doer, at=at)
        show_one({"name": row.name, "hours": row.calendar}) if as_json else typer.echo(
            f"The hours of {row.name} are kept."
        )


def _queue(name: str) -> Queue:
    from amends.people.queue import Queue

    found = Queue.objects.select_related("site").filter(name=name.strip()).first()
    return found or stop(Exit.NOT_FOUND, f"There is no queue {name}. See `amends queue list`.")


def _site(name: str) -> Site:
    from amends.people.queue import Site

    found = Site.objects.filter(name=name.strip()).first()
    return found or stop(Exit.NOT_FOUND, f"There is no site {name}. See `amends site list`.")


def hours(file: str) -> dict[str, Any]:
    """The hours in this file; the command ends with every mistake in it, each with file, line and column."""
    from amends.policy.document import PackRefused
    from amends.policy.reading import read_hours

    path = Path(file)
    if not path.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {file}.")
    try:
        return read_hours(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as wrong:
        line = wrong.object.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - wrong.object.rfind(b"\n", 0, wrong.start)
        stop(Exit.REFUSED, f"{file}:{line}:{column}: this is not UTF-8; save the file as UTF-8")
    except PackRefused as refused:
        stop(Exit.REFUSED, "\n".join(f"{file}:{one.line}:{one.column}: {one.sentence}" for one in refused.mistakes))
