"""The command as a program of its own: quick help, an embedded desk that starts by itself, backups, and what is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from amends.cli.main import app
from amends.deadlines.ruling import shelf_with
from amends.installation.checks import findings
from amends.people.person import Person
from amends.people.queue import Queue
from tests.cast import MORNING, Cast, make_mail
from tests.cli.console import amends
from tests.policy.specimens import grown_old

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

ROOT = Path(__file__).parents[2]


def program(*words: str | Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, on no database but its own."""
    ours = {
        name: value for name, value in os.environ.items() if not name.startswith(("AMENDS_", "DATABASE_", "DJANGO_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "amends", *map(str, words)],
        cwd=ROOT, env=ours | environment, input=given, capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_help_needs_no_django() -> None:
    script = "import sys, amends.cli.main; print([name for name in ('django', 'psycopg', 'procrastinate') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_help_names_the_exit_codes() -> None:
    said = amends("--help")
    assert said.code == 0
    assert "5 the database cannot be reached" in " ".join(said.out.split())


def test_every_command_has_a_line_of_help_and_a_form_for_machines() -> None:
    silent = {"web", "work", "mail"}
    for command in app.registered_commands:
        assert command.callback is not None
        assert command.callback.__doc__
        assert "as_json" in command.callback.__annotations__ or command.callback.__name__ in silent
    for group in app.registered_groups:
        assert group.typer_instance is not None
        for command in group.typer_instance.registered_commands:
            assert command.callback is not None
            assert command.callback.__doc__
            assert "as_json" in command.callback.__annotations__ or command.callback.__name__ == "serve"


def test_an_unknown_command_is_a_matter_of_usage() -> None:
    assert amends("frobnicate").code == 2
    assert amends("people", "add", "bo@example.com").code == 2


def test_a_database_that_is_not_there_ends_with_five(tmp_path: Path) -> None:
    away = f"postgresql:///none?host={tmp_path}"
    done = program("case", "list", DATABASE_URL=away, AMENDS_DATA=str(tmp_path))
    assert done.returncode == 5
    assert done.stderr.startswith("The database cannot be reached:")
    checked = program("check", "--json", DATABASE_URL=away, AMENDS_DATA=str(tmp_path))
    states = {row["name"]: row["state"] for row in map(json.loads, checked.stdout.splitlines())}
    assert (checked.returncode, states["database"]) == (1, "broken")


@pytest.mark.slow
def test_a_desk_is_made_used_kept_and_put_back_elsewhere(tmp_path: Path) -> None:
    """In a folder with a space in its name; `--data` before and after the command."""
    desk, other, kept = tmp_path / "a desk", tmp_path / "other", tmp_path / "kept"
    made = program("setup", "--email", "Ines@example.com", "--name", "Ines", "--json", "--data", desk)
    assert (made.returncode, json.loads(made.stdout)["email"]) == (0, "ines@example.com")
    again = program("--data", desk, "setup", "--json")
    assert json.loads(again.stdout)["email"] == "ines@example.com"

    mail = program(f"--data={desk}", "intake", "mail", "-", "--json", given=make_mail())
    reference = json.loads(mail.stdout)["case"]
    assert program("backup", kept, "--data", desk).returncode == 0
    assert program("backup", kept, "--data", desk).returncode == 1

    assert program("restore", kept, "--data", other).returncode == 0
    listed = program("case", "list", "--json", "--data", other)
    assert [json.loads(line)["reference"] for line in listed.stdout.splitlines()] == [reference]
    assert (other / "secret").read_text() == (desk / "secret").read_text()
    assert program("journal", "verify", "--data", other).returncode == 0

    refused = program("restore", kept, "--data", other)
    assert refused.returncode == 1
    assert "is not empty" in refused.stderr
    assert program("restore", kept, "--force", "--data", other).returncode == 0


@pytest.mark.django_db
def test_a_check_says_in_words_what_is_wrong_and_what_to_do(cast: Cast) -> None:
    found = {finding.name: finding for finding in findings(at=MORNING)}
    assert list(found) == [
        "python", "secret", "data folder", "address", "mail address", "sending mail", "waking people", "time zone", "database",
        "clock", "tables", "people", "queues", "policy", "worker", "mail in",
    ]  # fmt: skip
    assert {name for name, finding in found.items() if finding.state == "broken"} == set()
    assert found["worker"].state == "warning"
    assert all(finding.remedy for finding in found.values() if finding.state != "ok")


@pytest.mark.django_db
def test_a_desk_that_stopped_before_this_version_begins_is_told_so_and_left_as_it_is(cast: Cast) -> None:
    steps = MigrationRecorder(connection).migration_qs.filter(app="amends")
    steps.filter(name__gt="0019_lessons").delete()
    steps.filter(name__in=["0001_people", "0002_tables", "0003_guards"]).delete()
    stands = "they stand at 0019_lessons, and this version goes on from 0025_solved"
    found = {finding.name: finding for finding in findings(at=MORNING)}
    assert (found["tables"].state, found["tables"].words) == ("broken", stands)
    said = amends("setup", "--email", "eve@example.com", "--name", "Eve")
    assert (said.code, said.out) == (1, "")
    remedy = found["tables"].remedy
    assert said.err == f"The tables of this desk cannot be used: {stands}. Nothing was changed. {remedy}\n"
    assert steps.count() == 19


@pytest.mark.django_db
def test_a_desk_that_took_all_earlier_steps_goes_on_with_its_tables(cast: Cast) -> None:
    steps = MigrationRecorder(connection).migration_qs.filter(app="amends")
    steps.filter(name__in=["0001_people", "0002_tables", "0003_guards"]).delete()
    assert {finding.name: finding.state for finding in findings(at=MORNING)}["tables"] == "ok"
    before = Person.objects.count()
    assert amends("setup").code == 0
    assert Person.objects.count() == before
    assert steps.filter(name="0002_tables").exists()


@pytest.mark.django_db
def test_a_check_warns_of_a_queue_that_one_illness_leaves_and_of_policy_past_its_day(
    cast: Cast, tmp_path: Path, settings: Settings
) -> None:
    found = {finding.name: finding.state for finding in findings(at=MORNING)}
    assert (found["queues"], found["policy"]) == ("ok", "ok")
    Queue.objects.add("Returns", by=cast.ines, at=MORNING)
    settings.AMENDS_POLICY = str(grown_old(tmp_path))
    said = {finding.name: (finding.state, finding.words) for finding in findings(at=MORNING)}
    assert said["queues"] == ("warning", "watched by too few: Returns: nobody")
    assert said["policy"] == ("warning", "was to be looked at again: old@2020 by 2020-12-31")
    (tmp_path / "old.yaml").write_text("name: [", encoding="utf-8")
    shelf_with.cache_clear()
    assert {finding.name: finding.state for finding in findings(at=MORNING)}["policy"] == "broken"


@pytest.mark.django_db
def test_a_desk_that_nobody_can_enter_is_broken() -> None:
    said = amends("check", "--json")
    assert said.code == 1
    assert [row["name"] for row in said.rows if row["state"] == "broken"] == ["people"]
    assert "broken   people: no admin can sign in" in amends("check").out
