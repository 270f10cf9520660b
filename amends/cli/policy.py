"""`amends policy check FILE`: whether a policy pack can be used, and everything that is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from amends.cli.desk import Exit, Json, stop

app = typer.Typer(help="Policy packs: the house's own rules, and the regulators'.", no_args_is_help=True)


@app.callback()
def packs() -> None:
    """Keep `check` a command of its own, also while it is the only one."""


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A policy pack in YAML.")],
    *,
    as_json: Json = False,
) -> None:
    """Say whether a policy pack can be used; otherwise one line for each mistake, with its line and column."""
    from amends.policy.reading import PackRefused, read_file

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
