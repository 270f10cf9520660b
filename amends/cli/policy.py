"""Policy packs from the command line: whether one can be used, which there are, and what one asks."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Exit, Json, show, stop

if TYPE_CHECKING:
    from amends.policy.choosing import Shelf

app = typer.Typer(help="Policy packs: the house's own rules, and the regulators'.", no_args_is_help=True)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A policy pack in YAML.")],
    *,
    as_json: Json = False,
) -> None:
    """Say whether a policy pack can be used; otherwise one line for each mistake, with its line and column."""
    from amends.policy.document import PackRefused
    from amends.policy.reading import read_file

    if not file.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {file}.")
    try:
        pack = read_file(file)
    except PackRefused as refused:
        for mistake in refused.mistakes:
            found = {"file": str(file), "line": mistake.line, "column": mistake.column, "sentence": mistake.sentence}
            typer.echo(json.dumps(found) if as_json else f"{file}:{mistake.line}:{mistake.column}: {mistake.sentence}")
        raise typer.Exit(Exit.REFUSED) from None
    rows = list(pack.rows())
    unsure = [row.name for row in rows if row.verify]
    if as_json:
        said = {"file": str(file), "pack": pack.key, "rows": len(rows), "to_verify": len(unsure)}
        typer.echo(json.dumps(said | {"recheck_by": pack.recheck_by.isoformat()}))
        return
    typer.echo(f"{pack.key}: {len(rows)} rows, {len(unsure)} of them to be verified; re-check by {pack.recheck_by}.")
    typer.echo(pack.advice)


@app.command("list")
def list_packs(*, as_json: Json = False) -> None:
    """Name every pack, those of the folder AMENDS_POLICY among them, and say which are in force today and which to look at again."""
    today = datetime.now(UTC).date()
    packs = sorted(_shelf().packs, key=lambda pack: (pack.jurisdiction, pack.name, pack.valid_from))
    rows = [
        {
            "pack": pack.key,
            "jurisdiction": pack.jurisdiction,
            "products": ", ".join(pack.products) or "all",
            "in force": pack.holds_on(today) if as_json else "yes" if pack.holds_on(today) else "no",
            "from": pack.valid_from,
            "to": pack.valid_to or "",
            "re-check by": pack.recheck_by,
            "overdue": pack.overdue_on(today) if as_json else "look at it again" if pack.overdue_on(today) else "",
        }
        for pack in packs
    ]
    show(rows, as_json=as_json)


@app.command("show")
def show_pack(
    name: Annotated[str, typer.Argument(metavar="pack", help="A pack by its key (energy@2026-01) or by its name.")],
    *,
    as_json: Json = False,
) -> None:
    """Say what a pack asks, row by row, each with its reason and whether it is law or the house's own target."""
    from amends.policy.choosing import explain

    found = [pack for pack in _shelf().packs if name in {pack.key, pack.name}]
    if not found:
        stop(Exit.NOT_FOUND, f"There is no pack {name}. `amends policy list` names all.")
    pack = max(found, key=lambda one: one.valid_from)
    rows = [{"section": section, "row": row.name, "because": explain(row)} for section, row in pack.sections()]
    if as_json:
        show([{"pack": pack.key, "advice": pack.advice, "rows": rows}], as_json=True)
        return
    typer.echo(f"{pack.key}, {pack.jurisdiction}: {pack.source}")
    for row in rows:
        typer.echo(f"{row['section']}, {row['row']}: {row['because']}.")
    typer.echo(pack.advice)


def _shelf() -> Shelf:
    """Every pack there is; a folder whose packs cannot be used is refused with the reason."""
    from amends.deadlines.ruling import shelf_with
    from amends.policy.choosing import NoPack
    from amends.policy.document import PackRefused

    try:
        return shelf_with(os.environ.get("AMENDS_POLICY", ""))
    except (NoPack, PackRefused) as refused:
        stop(Exit.REFUSED, "\n".join([str(refused), *getattr(refused, "__notes__", ())]))
