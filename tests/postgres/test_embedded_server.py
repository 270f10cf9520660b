"""The embedded server starts, is shared, stops, and lives wherever the desk's folder is."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from amends.postgres import place
from amends.postgres.binaries import PostgresTrouble
from amends.postgres.databases import create_database, drop_database
from amends.postgres.server import Server
from tests.postgres.conftest import ROOT, asked, lay, one, owners_of, processes_of, quick

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess as Process

NOBODY = 65534
REPOSITORY = Path(__file__).parents[2]


def test_the_address_leads_to_an_empty_database_in_utf_8(running: Path) -> None:
    url = quick(running).start()
    assert one(url, "SELECT current_database() || ' ' || current_setting('server_encoding')") == "amends UTF8"
    assert one(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    assert one(url, "SELECT lower('ÄRGERNIS')") == "ärgernis"


def test_no_network_port_is_opened(running: Path) -> None:
    listening = asked(running, lambda process: process.net_connections("inet"))
    assert listening
    assert not any(listening)


def test_nobody_else_can_reach_the_socket(running: Path) -> None:
    url = quick(running).start()
    socket_folder = Path(str(one(url, "SHOW unix_socket_directories")))
    assert socket_folder.stat().st_mode & 0o077 == 0


def test_stopping_leaves_nothing_running(folder: Path) -> None:
    server = quick(folder)
    server.start()
    assert server.is_alive()
    assert processes_of(folder)
    server.stop()
    assert not server.is_alive()
    assert processes_of(folder) == []


def test_what_was_committed_is_there_after_a_restart(folder: Path) -> None:
    server = quick(folder)
    with psycopg.connect(server.start()) as connection:
        connection.execute("CREATE TABLE promise AS SELECT 'call back' AS words")
    server.stop()
    assert one(quick(folder).start(), "SELECT words FROM promise") == "call back"


def test_the_second_to_start_shares_the_server_and_the_last_to_leave_stops_it(folder: Path) -> None:
    first, second = quick(folder), quick(folder)
    first.start()
    server_process = one(second.start(), "SELECT pg_postmaster_start_time()")
    first.stop()
    assert one(second.url, "SELECT pg_postmaster_start_time()") == server_process
    second.stop()
    assert processes_of(folder) == []


def test_a_forced_stop_does_not_wait_for_the_others(folder: Path) -> None:
    first, second = quick(folder), quick(folder)
    first.start()
    second.start()
    second.stop(force=True)
    assert processes_of(folder) == []


def test_starting_twice_changes_nothing(folder: Path) -> None:
    server = quick(folder)
    assert server.start() == server.start()
    server.stop()
    assert processes_of(folder) == []


def test_two_processes_that_start_at_the_same_moment_get_the_same_server(folder: Path) -> None:
    script = (
        "import sys, psycopg, pathlib; from amends.postgres.server import Server\n"
        "server = Server(pathlib.Path(sys.argv[1]), durable=False); url = server.start()\n"
        "print(psycopg.connect(url).execute('select pg_postmaster_start_time()').fetchone()[0], flush=True)\n"
        "sys.stdin.read(); server.stop()"
    )
    command = [sys.executable, "-c", script, str(folder)]
    both = [
        subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.stdout.readline() for process in both if process.stdout]
    assert said[0] == said[1] != ""
    for process in both:
        process.communicate(timeout=30)
    assert processes_of(folder) == []


@pytest.mark.parametrize("name", ["a desk with spaces", "an-uncommonly-long-name-" * 8, "Bücher & Möbel, 'GmbH'"])
def test_the_desk_may_lie_anywhere(empty: Path, made_once: Path, name: str) -> None:
    data = empty / name
    lay(made_once, data)
    server = quick(data)
    assert one(server.start(), "SELECT 1") == 1
    server.stop()
    assert processes_of(data) == []
    assert one(quick(data).start(), "SELECT 1") == 1


def test_settings_of_ones_own_win(folder: Path) -> None:
    server = quick(folder)
    server.start()
    server.stop()
    with (folder / "postgres" / "cluster" / "postgresql.conf").open("a") as file:
        file.write("max_connections = 33\n")
    assert one(server.start(), "SHOW max_connections") == "33"
    assert one(server.url, "SHOW jit") == "off"


def test_a_password_guards_the_network_port_that_somebody_may_open(running: Path) -> None:
    url = quick(running).start()
    rules = one(url, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules WHERE type = 'host'")
    assert rules == "scram-sha-256"
    assert len((running / "postgres" / "password").read_text().strip()) == 43


def test_a_database_is_copied_from_a_template_and_dropped(running: Path) -> None:
    url = quick(running).start()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE remedy AS SELECT 'apology' AS kind")
    copy = create_database(url, "copy of the desk", template="amends")
    assert one(copy, "SELECT kind FROM remedy") == "apology"
    drop_database(url, "copy of the desk")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(copy)


def test_the_address_is_refused_before_the_start(folder: Path) -> None:
    with pytest.raises(PostgresTrouble, match="has not been started"):
        _ = Server(folder).url


def test_a_database_of_another_version_is_refused_in_plain_words(folder: Path) -> None:
    server = quick(folder)
    server.start()
    server.stop()
    (folder / "postgres" / "cluster" / "PG_VERSION").write_text("12\n")
    with pytest.raises(PostgresTrouble, match="was made by PostgreSQL 12, and the one here is 18"):
        server.start()


def test_a_setting_that_the_server_refuses_is_quoted_from_its_log(folder: Path) -> None:
    server = quick(folder)
    server.start()
    server.stop()
    with (folder / "postgres" / "cluster" / "postgresql.conf").open("a") as file:
        file.write("max_connections = plenty\n")
    with pytest.raises(PostgresTrouble, match="invalid value for parameter"):
        server.start()


@pytest.mark.skipif(not ROOT, reason="only root is kept from its own folders by the server's account")
def test_under_a_folder_closed_to_others_the_cluster_lies_elsewhere_and_no_permission_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "ELSEWHERE", folder / "elsewhere")
    home = folder / "home"
    home.mkdir(mode=0o700)
    data = home / "desk"
    server = quick(data)
    assert one(server.start(), "SELECT 1") == 1
    assert home.stat().st_mode & 0o777 == 0o700
    assert (data / "postgres").resolve().parent == folder / "elsewhere"
    assert owners_of(data) != {0}
    server.stop()
    assert one(quick(data).start(), "SELECT 1") == 1
    quick(data).stop(force=True)


@pytest.mark.skipif(not ROOT, reason="only root may run as another account")
def test_binaries_that_the_account_cannot_walk_to_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = folder / "hidden"
    hidden.mkdir(mode=0o700)
    from amends.postgres.binaries import copied, find_binaries  # noqa: PLC0415

    theirs = copied(find_binaries(), hidden)
    monkeypatch.setenv("AMENDS_POSTGRES_BIN", str(theirs.folder))
    server = quick(folder / "desk")
    assert one(server.start(), "SELECT 1") == 1
    assert str(folder / "desk") in processes_of(folder / "desk")[0].exe()


def as_account(uid: int, data: Path, said: Connection) -> None:
    """Run in a process of its own: start as somebody without rights, say what came of it, and stop when told."""
    os.setgroups([])
    os.setgid(uid)
    os.setuid(uid)
    server = quick(data)
    try:
        said.send(server.start())
        said.recv()
        server.stop()
    except PostgresTrouble as trouble:
        said.send(str(trouble))


def another_account(uid: int, data: Path) -> tuple[Process, Connection]:
    forking = get_context("fork")  # a new interpreter might lie where that account cannot go
    ours, theirs = forking.Pipe()
    process = forking.Process(target=as_account, args=[uid, data, theirs])
    process.start()
    return process, ours


@pytest.mark.skipif(not ROOT, reason="only root may become somebody else")
def test_a_person_without_rights_runs_a_desk_that_root_can_share(empty: Path) -> None:
    data = empty / "desk"
    data.mkdir()
    os.chown(data, NOBODY, NOBODY)
    process, pipe = another_account(NOBODY, data)
    url = pipe.recv()
    shared = quick(data)
    assert shared.start() == url
    assert owners_of(data) == {NOBODY}
    pipe.send("stop")
    process.join(timeout=30)
    assert one(shared.url, "SELECT 1") == 1
    shared.stop()
    assert processes_of(data) == []


@pytest.mark.skipif(not ROOT, reason="only root may become somebody else")
def test_a_desk_that_root_started_first_is_still_the_persons_own(empty: Path) -> None:
    data = empty / "desk"
    data.mkdir()
    os.chown(data, NOBODY, NOBODY)
    server = quick(data)
    url = server.start()
    server.stop()
    process, pipe = another_account(NOBODY, data)
    assert pipe.recv() == url
    pipe.send("stop")
    process.join(timeout=30)
    assert processes_of(data) == []


@pytest.mark.skipif(not ROOT, reason="only root may become somebody else")
def test_another_account_is_told_whose_the_database_is(running: Path) -> None:
    process, pipe = another_account(12345, running)
    assert "belongs to the account" in pipe.recv()
    process.join(timeout=30)
