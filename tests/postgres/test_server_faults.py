"""What a crash leaves behind does not keep the desk from starting, and loses nothing that was committed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from amends.postgres.binaries import PostgresTrouble
from amends.postgres.place import place_for
from amends.postgres.processes import hold
from amends.postgres.server import Server
from tests.postgres.conftest import lay, one, processes_of, quick

REPOSITORY = Path(__file__).parents[2]


def kill_everything(data: Path) -> None:
    """Kill the server and its sessions at one blow, as a failing machine would."""
    found = processes_of(data)
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for process in found:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)
    deadline = time.monotonic() + 10
    while processes_of(data) and time.monotonic() < deadline:  # whoever is killed is gone a moment later
        time.sleep(0.01)


def test_after_a_crash_everything_committed_is_there(folder: Path) -> None:
    server = Server(folder, shared_buffers="16MB")
    url = server.start()
    committed = 0
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE entry (n int)")
        crash = threading.Timer(0.4, kill_everything, [folder])
        crash.start()
        with suppress(psycopg.OperationalError):
            while True:
                connection.execute("INSERT INTO entry VALUES (%s)", [committed])
                committed += 1
    crash.join()
    found = one(server.start(), "SELECT count(*) FROM entry")
    assert found in {committed, committed + 1}  # the last may have been committed without our hearing of it
    assert committed > 0


def test_the_same_server_object_starts_again_after_a_crash(folder: Path) -> None:
    server = quick(folder)
    server.start()
    kill_everything(folder)
    assert not server.is_alive()
    assert one(server.start(), "SELECT 1") == 1
    server.stop()
    assert processes_of(folder) == []


def test_a_session_that_outlived_its_server_is_ended_first(folder: Path) -> None:
    server = quick(folder)
    url = server.start()
    busy = threading.Thread(target=endless, args=[url], daemon=True)
    busy.start()
    while one(url, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DO%' AND state = 'active'") != 1:
        time.sleep(0.01)
    postmaster = psutil.Process(int((folder / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0]))
    postmaster.kill()
    postmaster.wait()
    assert processes_of(folder)
    assert one(server.start(), "SELECT 1") == 1
    busy.join(timeout=30)
    assert not busy.is_alive()


def endless(url: str) -> None:
    """Keep a session busy until it is cut off."""
    with suppress(psycopg.OperationalError), psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DO $$ BEGIN LOOP END LOOP; END $$")


@pytest.mark.parametrize("pid", [os.getpid(), os.getppid(), 4_000_000], ids=["our own", "our parent", "nobody"])
def test_a_stale_file_that_names_another_process_is_not_believed(folder: Path, pid: int) -> None:
    server = quick(folder)
    server.start()
    left = (folder / "postgres" / "cluster" / "postmaster.pid").read_text()
    kill_everything(folder)
    path = folder / "postgres" / "cluster" / "postmaster.pid"
    path.write_text("\n".join([str(pid), *left.splitlines()[1:]]))
    assert not server.is_alive()
    assert one(server.start(), "SELECT 1") == 1
    assert psutil.pid_exists(os.getpid())


def test_a_stale_file_that_names_the_server_of_another_desk_is_not_believed(empty: Path, made_once: Path) -> None:
    lay(made_once, empty / "other")
    lay(made_once, empty / "ours")
    other, ours = quick(empty / "other"), quick(empty / "ours")
    other.start()
    ours.start()
    theirs = (empty / "other" / "postgres" / "cluster" / "postmaster.pid").read_text()
    kill_everything(empty / "ours")
    (empty / "ours" / "postgres" / "cluster" / "postmaster.pid").write_text(theirs)
    with psycopg.connect(ours.start()) as connection:
        found = connection.execute("SHOW data_directory").fetchone()
    assert found == (str(empty / "ours" / "postgres" / "cluster"),)
    assert other.is_alive()


def test_a_broken_file_is_no_obstacle(folder: Path) -> None:
    server = quick(folder)
    server.start()
    kill_everything(folder)
    (folder / "postgres" / "cluster" / "postmaster.pid").write_text("")
    assert one(server.start(), "SELECT 1") == 1


def test_a_zombie_is_not_alive(folder: Path) -> None:
    server = quick(folder)
    server.start()
    pid = int((folder / "postgres" / "cluster" / "postmaster.pid").read_text().split()[0])
    kill_everything(folder)
    while psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        pass
    assert not quick(folder).is_alive()
    assert one(quick(folder).start(), "SELECT 1") == 1


def test_a_server_whose_starter_was_killed_serves_the_next_one_who_then_stops_it(folder: Path) -> None:
    script = (
        "import sys, os, pathlib; from amends.postgres.server import Server\n"
        "server = Server(pathlib.Path(sys.argv[1]), durable=False); print(server.start(), flush=True)\n"
        "os.kill(os.getpid(), 9)"
    )
    command = [sys.executable, "-c", script, str(folder)]
    killed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    server = quick(folder)
    assert server.is_alive()
    assert server.start() == killed.stdout.strip()
    server.stop()
    assert processes_of(folder) == []


def test_a_database_that_was_half_made_is_made_anew(empty: Path) -> None:
    place = place_for(empty)
    half = place.folder / "cluster.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18")
    assert one(quick(empty).start(), "SELECT 1") == 1


def test_a_server_that_runs_out_of_sight_is_never_joined_by_a_second(folder: Path) -> None:
    held = hold(place_for(folder))
    assert held is not None
    try:
        with pytest.raises(PostgresTrouble, match="Another container or machine"):
            Server(folder, patience=0.2).start()
    finally:
        os.close(held)
    assert one(quick(folder).start(), "SELECT 1") == 1
