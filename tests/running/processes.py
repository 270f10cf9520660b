"""Watching real processes: their families, their memory, and whether any is left."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 40  # seconds; on a machine with other work everything takes its time


def free_port() -> int:
    """Return a port that nobody listens on at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def until(fact: Callable[[], object]) -> None:
    """Return when the fact holds; AssertionError if it does not in time."""
    limit = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.05)


def proportional_memory(processes: list[psutil.Process]) -> int:
    """Return the bytes of memory of these processes, each shared page divided among those who share it."""
    return sum(process.memory_full_info().pss for process in processes)


def living(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Return those of the processes that still run."""
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


class Running:
    """A desk that was started as a command, and ends with its test whatever happens."""

    def __init__(self, data: Path, prepare: str, *neighbours: str, settings: str = "tests.running.toy") -> None:
        self.port = free_port()
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "AMENDS_SECRET_KEY": "secret"}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "tests.running.toy", str(data), str(self.port), prepare, *neighbours]
        self.command = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.parent = psutil.Process(self.command.pid)
        self.said: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self.command.poll() is None:
            self.command.send_signal(signal.SIGTERM)
        try:
            self.command.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.command.kill()
            self.command.communicate()

    def ready(self) -> Self:
        """Return once the desk has said that it answers."""
        assert self.command.stdout is not None
        for line in self.command.stdout:
            self.said.append(line.strip())
            if line.strip() == "ready":
                return self
        raise AssertionError("\n".join(self.said))

    def ended(self) -> int:
        """Return the exit status, once there is one."""
        out, _ = self.command.communicate(timeout=PATIENCE)
        self.said += out.splitlines()
        return self.command.returncode

    def page(self) -> str:
        """Return what the desk's first page says."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as answer:
            return str(answer.read().decode())

    def answers(self) -> bool:
        """Answer whether the first page comes at all."""
        try:
            return bool(self.page())
        except OSError:
            return False

    def ours(self) -> list[psutil.Process]:
        """Return the parent's own children, in the order of their birth, without the database."""
        return sorted(
            (one for one in self.parent.children() if name_of(one) not in {"postgres", ""}), key=lambda one: one.pid
        )

    def web(self) -> list[psutil.Process]:
        """Return the web server: its main process and its workers."""
        main = self.ours()[0]
        return [main, *main.children()]

    def family(self) -> list[psutil.Process]:
        """Return every process that this desk started."""
        return [self.parent, *self.parent.children(recursive=True)]


def name_of(process: psutil.Process) -> str:
    """Its name; empty once it is gone, which may be at any moment."""
    try:
        return str(process.name())
    except psutil.NoSuchProcess:
        return ""
