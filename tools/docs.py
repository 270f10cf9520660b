"""Documents that could be wrong are made from what they describe. `python -m tools.docs` writes them, `--check` compares.

Made: docs/words.md (packages' docstrings), docs/stages.md (the table of moves), docs/cli.md (`--help` of every command),
docs/api.yaml (the addresses of the API), and the floors in docs/architecture.md (the import contract).
"""

from __future__ import annotations

import ast
import configparser
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Made by `python -m tools.docs`; edit what it describes instead. -->\n"


def words() -> str:
    """Each package's word, from the first paragraph of its docstring."""
    lines = ["# Words", "", NOTE, "| word | meaning |", "| --- | --- |"]
    for path in sorted((ROOT / "amends").glob("*/__init__.py")):
        text = ast.get_docstring(ast.parse(path.read_text())) or ""
        if path.parent.name != "migrations":
            lines.append(f"| `{path.parent.name}` | {' '.join(text.split(chr(10) * 2)[0].split())} |")
    return "\n".join(lines) + "\n"


def stages() -> str:
    """The moves of a case, as a diagram and as a table."""
    from amends.cases.stages import MOVES, Ending  # noqa: PLC0415 - Django must be set up first

    lines = ["# Stages of a case", "", NOTE, "```mermaid", "stateDiagram-v2", "    [*] --> new"]
    for verb, move in MOVES.items():
        lines += [f"    {origin} --> {move.target}: {verb}" for origin in move.origins]
    lines += ["    closed --> [*]", "```", "", "| verb | from | to | evidence |", "| --- | --- | --- | --- |"]
    for verb, move in MOVES.items():
        lines.append(f"| {verb} | {', '.join(move.origins)} | {move.target} | {move.evidence} |")
    lines += ["", "A closed case carries its ending: " + ", ".join(f"`{ending}`" for ending in Ending.values) + "."]
    lines += ["Only `satisfied` is a success.", ""]
    return "\n".join(lines)


def floors() -> str:
    """The floors, the highest first, from the import contract."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    rows = contract["importlinter:contract:floors"]["layers"].split("\n")
    return "```\n" + "\n".join(f"  {row.strip().strip('()')}" for row in rows if row.strip()) + "\n```\n"


def architecture() -> str:
    """The hand-written page with the floors put in their place."""
    text = (ROOT / "docs" / "architecture.md").read_text()
    head, _, rest = text.partition("<!-- floors -->\n")
    _, _, tail = rest.partition("<!-- /floors -->\n")
    return f"{head}<!-- floors -->\n{floors()}<!-- /floors -->\n{tail}"


def cli() -> str:
    """The help of every command, as a terminal of 100 columns without colours shows it."""
    import typer  # noqa: PLC0415 - only this page needs it
    from typer.testing import CliRunner  # noqa: PLC0415

    from amends.cli.main import app  # noqa: PLC0415

    runner = CliRunner(env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "TERM": "dumb", "NO_COLOR": "1"})
    lines = ["# Command line", "", NOTE]

    def page(command: Any, *path: str) -> None:
        shown = runner.invoke(app, [*path, "--help"], prog_name="amends").output
        plain = "\n".join(line.rstrip() for line in shown.strip().splitlines())
        lines.extend([f"## amends {' '.join(path)}".rstrip(), "", "```", plain, "```", ""])
        for name, child in sorted(getattr(command, "commands", {}).items()):
            if not child.hidden:
                page(child, *path, name)

    page(typer.main.get_command(app))
    return "\n".join(lines)


def api() -> str:
    """The API as an OpenAPI document."""
    import yaml  # noqa: PLC0415 - only this page needs it

    from amends.api import urls  # noqa: F401, PLC0415 - Django must be set up first
    from amends.api.door import api as document  # noqa: PLC0415

    made = document.get_openapi_schema(path_prefix="/api/v1/")
    note = "# Made by `python -m tools.docs` from amends/api; edit that instead.\n"
    return note + str(yaml.safe_dump(json.loads(json.dumps(made)), sort_keys=False, allow_unicode=True, width=120))


def main() -> int:
    """Write the pages, or say which are stale and exit 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amends.site.settings")
    os.environ.setdefault("AMENDS_SECRET_KEY", "only-for-making-documents")
    import django  # noqa: PLC0415 - the settings come first

    django.setup()
    pages = {"words.md": words, "stages.md": stages, "architecture.md": architecture, "cli.md": cli, "api.yaml": api}
    stale = []
    for name, make in pages.items():
        path, text = ROOT / "docs" / name, make()
        if not path.exists() or path.read_text() != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text)
    if stale and "--check" in sys.argv:
        print("Stale, run `python -m tools.docs`: " + ", ".join(stale))  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
