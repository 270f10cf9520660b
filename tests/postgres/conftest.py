"""A desk's folder for each test; the cluster in it is a copy of one made once, because making takes the longest."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import psutil
import psycopg
import pytest

from amends.postgres.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = os.geteuid() == 0
PLENTY = 2 * 1024**3  # bytes
Answer = TypeVar("Answer")


def quick(data: Path) -> Server:
    """Return the server of a folder, without the care for power cuts that tests need not pay for."""
    return Server(data, durable=False, shared_buffers="16MB")


def processes_of(data: Path) -> list[psutil.Process]:
    """Return the living PostgreSQL processes that work in this desk's cluster."""
    cluster = str((data / "postgres").resolve() / "cluster")
    found = []
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == "postgres":
            try:
                if process.cwd() == cluster and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except psutil.NoSuchProcess:
                continue
    return found


def asked(data: Path, question: Callable[[psutil.Process], Answer]) -> list[Answer]:
    """Return what its processes answer; those that end while they are asked say nothing."""
    found = []
    for process in processes_of(data):
        with suppress(psutil.NoSuchProcess):
            found.append(question(process))
    return found


def owners_of(data: Path) -> set[int]:
    """Return under whose accounts its processes run."""
    return set(asked(data, lambda process: process.uids().real))


def one(url: str, query: str) -> object:
    """Return the one value that the query answers."""
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.fixture
def empty() -> Iterator[Path]:
    """Yield a folder that any account may walk to; whatever runs in it or below is stopped afterwards."""
    with reachable_folder() as made:
        yield made


@pytest.fixture
def folder(empty: Path, made_once: Path) -> Path:
    """Return a folder whose cluster is made and not running."""
    lay(made_once, empty)
    return empty


def lay(made_once: Path, data: Path) -> None:
    """Copy the cluster into another desk's folder."""
    data.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", made_once / "postgres", data], check=True)  # noqa: S607


@pytest.fixture(scope="session")
def made_once() -> Iterator[Path]:
    """Yield a folder with a cluster that nobody may start."""
    with reachable_folder() as data:
        server = quick(data)
        server.start()
        server.stop()
        yield data


@pytest.fixture(scope="session")
def running() -> Iterator[Path]:
    """Yield the folder of a server that runs for all tests which only look, started from nothing."""
    with reachable_folder() as data:
        quick(data).start()
        yield data


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """Yield a folder beside pytest's own, which pytest closes to other accounts; in memory where there is plenty."""
    memory = Path("/dev/shm")  # noqa: S108
    plenty = memory.is_dir() and shutil.disk_usage(memory).free > PLENTY
    made = Path(tempfile.mkdtemp(prefix="amends-test-", dir=memory if plenty else None))
    made.chmod(0o711)
    try:
        yield made
    finally:
        for data in (made, *(path for path in made.iterdir() if path.is_dir())):
            if (data / "postgres").exists():
                Server(data).stop(force=True)
        shutil.rmtree(made)
