"""`amends policy check FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from amends.cli.policy import check
from amends.policy.choosing import SHIPPED
from tests.policy.specimens import TWELVE

app = typer.Typer()
app.command()(check)
console = CliRunner()


def test_a_good_pack_is_told_in_a_line_with_its_advice() -> None:
    result = console.invoke(app, [str(SHIPPED / "energy.yaml")])
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "energy@2026-01: 11 rows, 4 of them to be verified; re-check by 2027-01-01."
    assert "not legal advice" in result.output
    as_json = console.invoke(app, [str(SHIPPED / "energy.yaml"), "--json"])
    assert json.loads(as_json.output) == {
        "file": str(SHIPPED / "energy.yaml"),
        "pack": "energy@2026-01",
        "rows": 11,
        "to_verify": 4,
        "recheck_by": "2027-01-01",
    }


def test_twelve_mistakes_are_twelve_lines_with_the_file_and_place(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    file.write_text(TWELVE)
    result = console.invoke(app, [str(file)])
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 12
    assert result.output.splitlines()[1] == f"{file}:10:1: 'deadlins' is not known in a pack; did you mean 'deadlines'?"
    rows = [json.loads(line) for line in console.invoke(app, [str(file), "--json"]).output.splitlines()]
    assert [(row["line"], row["column"]) for row in rows][:3] == [(6, 11), (10, 1), (14, 13)]


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert console.invoke(app, [str(tmp_path / "none.yaml")]).exit_code == 3
