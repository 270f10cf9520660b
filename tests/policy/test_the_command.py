"""`amends policy`: check, list, show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from amends.cli.policy import app as commands
from amends.cli.policy import check
from amends.policy.choosing import SHIPPED
from tests.policy.specimens import TWELVE, grown_old

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


def test_every_pack_is_listed_with_those_of_the_house_that_take_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (SHIPPED / "energy.yaml").read_text().replace('version: "2026-01"', 'version: "2099"')
    (tmp_path / "energy.yaml").write_text(text.replace("valid_from: 2026-01-01", "valid_from: 2099-01-01"))
    monkeypatch.setenv("AMENDS_POLICY", str(tmp_path))
    rows = [json.loads(line) for line in console.invoke(commands, ["list", "--json"]).output.splitlines()]
    named = {row["pack"]: row for row in rows}
    assert len(named) == 8
    assert (named["energy@2026-01"]["to"], named["energy@2099"]["in force"]) == ("2099-01-01", False)
    assert "energy@2099" in console.invoke(commands, ["list"]).output


def test_a_pack_is_shown_row_by_row_with_its_reasons() -> None:
    result = console.invoke(commands, ["show", "housing-ombudsman@2026-01"])
    assert (
        "deadlines, stage 1: 10 business days after we acknowledged it, because the first stage is answered within ten "
        "working days of the acknowledgement (rule, Housing Ombudsman Code, section 6)." in result.output
    )
    assert "not legal advice" in result.output
    as_json = json.loads(console.invoke(commands, ["show", "housing-ombudsman", "--json"]).output)
    assert as_json["pack"] == "housing-ombudsman@2026-01"
    assert console.invoke(commands, ["show", "nobody"]).exit_code == 3


def test_a_folder_with_a_pack_that_cannot_be_used_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shop.yaml").write_text(TWELVE)
    monkeypatch.setenv("AMENDS_POLICY", str(tmp_path))
    result = console.invoke(commands, ["list"])
    assert result.exit_code == 1
    assert "in the pack shop.yaml" in result.output


def test_a_pack_past_the_day_it_names_is_to_be_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMENDS_POLICY", str(grown_old(tmp_path)))
    rows = {
        row["pack"]: row for row in map(json.loads, console.invoke(commands, ["list", "--json"]).output.splitlines())
    }
    assert rows["old@2020"]["overdue"] is True
    assert rows["house@1"]["overdue"] is False
    assert "look at it again" in console.invoke(commands, ["list"]).output
