"""`amends status`: the files of the public status page, written, and served with nothing else running."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from amends.cli.desk import Exit, Json, data_folder, desk, show_one, stop

app = typer.Typer(help="The public status page.", no_args_is_help=True)


@app.command("write")
def write_files(*, as_json: Json = False) -> None:
    """Write the files of the status page anew; prints the folder."""
    with desk() as at:
        from amends.statuspage.files import write

        folder = str(write(at=at))
        show_one({"folder": folder}) if as_json else typer.echo(folder)


@app.command("serve")
def serve(
    *,
    folder: Annotated[
        Path | None, typer.Option(help="The folder of the files.", envvar="AMENDS_STATUS", show_default="data/status")
    ] = None,
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8080,
) -> None:
    """Serve the files of the status page and nothing else: no database and no desk is needed. Ctrl-C ends it."""
    from amends.statuspage.serving import TYPES, server

    place = folder or data_folder() / "status"
    if not (place / "index.html").is_file():
        stop(Exit.NOT_FOUND, f"There is no status page in {place}. Publish something first.")
    typer.echo(f"http://{host}:{port}/")
    server(place, TYPES, host=host, port=port).serve_forever()
