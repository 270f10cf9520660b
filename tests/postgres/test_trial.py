"""The server of a test run goes with the run, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from amends.postgres.trial import sweep, trial_server
from tests.postgres.conftest import one, processes_of

REPOSITORY = Path(__file__).parents[2]


def folder_of(url: str) -> Path:
    """Return the folder that the trial server at this address lives in."""
    socket_folder = Path(parse_qs(urlsplit(url).query)["host"][0])
    return next(path for path in socket_folder.parents if path.name.startswith("amends-trial-"))


def test_afterwards_nothing_is_left() -> None:
    with trial_server() as url:
        folder = folder_of(url)
        assert one(url, "SELECT 1") == 1
    assert processes_of(folder) == []
    assert not folder.exists()


def test_a_run_that_was_killed_leaves_no_server_and_the_next_run_removes_its_folder() -> None:
    script = (
        "import os; from amends.postgres.trial import trial_server\n"
        "with trial_server() as url: print(url, flush=True); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    folder = folder_of(killed.stdout.strip())
    while processes_of(folder):
        time.sleep(0.01)
    sweep()
    assert folder.exists()  # it might be a run that is just beginning
    os.utime(folder, times=(0, 0))
    with trial_server() as url:
        assert folder_of(url) != folder
        assert not folder.exists()


def test_a_run_that_lives_is_left_alone() -> None:
    with trial_server() as url:
        os.utime(folder_of(url), times=(0, 0))
        sweep()
        assert one(url, "SELECT 1") == 1
