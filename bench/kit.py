"""What the benchmarks measure with: a desk of their own, its real processes, their CPU, its statements, and the last line.

CPU is user and system time of a whole process tree from `/proc`, children that ended included. Statements are counted by
the server itself, which logs every statement that it runs while a `Statements` is open, whoever sent it; BEGIN, COMMIT,
ROLLBACK, SAVEPOINT, RELEASE, SET, SHOW, LISTEN and `SELECT 1` are left out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from math import ceil
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Self

import django
import psycopg
from django.core.management import call_command
from django.db import connections

from amends.cli.supervising import Child
from amends.postgres.place import place_for
from amends.postgres.processes import die_with_parent
from amends.postgres.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

REPOSITORY = Path(__file__).parents[1]
SETTINGS = "amends.site.settings"
ADDRESS = "care@desk.example.com"
TICK = os.sysconf("SC_CLK_TCK")
#: Statements that do not count: they move no row.
FRAME = re.compile(
    r"(?:BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|SHOW|LISTEN|UNLISTEN|DEALLOCATE|DISCARD)\b|SELECT 1\s*;?\s*$|\s*$",
    re.IGNORECASE,
)
_LOGGED = re.compile(rb"^\S+ \S+ \S+ \[(\d+)\] LOG:  (?:statement|execute [^:]*):(?:[ \t]|\n\t)*([^\n]*)", re.MULTILINE)


class Desk:
    """An installation in a folder of its own, with a server that nobody else uses."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder, self.server = folder, server
        place = place_for(folder)
        self.log = place.log
        self.postmaster = int((place.cluster / "postmaster.pid").read_text().split()[0])

    def sql(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement beside the desk, on a connection of its own; the rows, if it has any."""
        with psycopg.connect(self.server.url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), list(values) or None)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def desk(*, port: int = 0, smtp_port: int = 0, folder: str = "", durable: bool = True) -> Iterator[Desk]:
    """A migrated desk with embedded PostgreSQL, for as long as this lasts; with `folder`, one that is kept for the next time.

    Its settings come from the environment, so it must be the only one of its process. `port` is where its mail listener
    will be, `smtp_port` where it sends. The server dies with this process. Where BENCH_READY names the folder of a desk that
    was left migrated, a new one begins as a copy of it.
    """
    path = Path(folder or tempfile.mkdtemp(prefix="amends-bench-")).resolve()
    path.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        path.chmod(0o711)  # the server's account must be able to walk through
    if (ready := os.environ.get("BENCH_READY")) and not (path / "postgres").exists():
        subprocess.run(["cp", "-a", place_for(Path(ready)).cluster, place_for(path).folder], check=True)  # noqa: S607
    server = Server(path, durable=durable, tied=True)
    try:
        os.environ |= {
            "DATABASE_URL": server.start(),
            "AMENDS_DATA": str(path),
            "AMENDS_SECRET_KEY": "only-for-benchmarks-0123456789-0123456789",
            "AMENDS_MAIL_FROM": ADDRESS,
            "AMENDS_MAIL_LISTEN": f"127.0.0.1:{port}" if port else "",
            "AMENDS_SMTP_URL": f"smtp://127.0.0.1:{smtp_port}",
            "AMENDS_URL": "http://127.0.0.1:8000",
        }
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        yield Desk(path, server)
    finally:
        server.stop(force=True)
        if not folder:
            shutil.rmtree(path, ignore_errors=True)


class Running:
    """A process of the desk, forked from this one as `amends serve` forks it; gone with this process, or by `stop`."""

    def __init__(self, name: str, run: Callable[[], object]) -> None:
        connections.close_all()  # a connection must not be shared over a fork
        self._child = Child(name, partial(_life, run))
        self._child.start()
        self.pid = self._child.pid

    @classmethod
    def module(cls, name: str) -> Self:
        """A process that does `run(stop)` of the module until told to stop."""
        return cls(name, partial(_until_told, name))

    def stop(self) -> None:
        """Ask it to end, and kill it if it does not."""
        self._child.signal(signal.SIGTERM)
        limit = time.monotonic() + 15
        while self._child.pid and self._child.ended() is None:
            if time.monotonic() > limit:
                self._child.signal(signal.SIGKILL)
            time.sleep(0.02)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class Command:
    """`amends …` as an operator starts it, in a process of its own; gone with this process, or by `stop`."""

    def __init__(self, *words: str, environment: Mapping[str, str] | None = None, module: str = "amends") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", module, *words],
            cwd=REPOSITORY,
            env=environment,
            stdout=subprocess.DEVNULL,
            preexec_fn=partial(die_with_parent, signal.SIGTERM),  # noqa: PLW1509 -- one system call
        )
        self.pid = self._process.pid

    def stop(self) -> None:
        """Ask it to end, and kill it if it does not."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _life(run: Callable[[], object]) -> None:
    run()


def _until_told(name: str) -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    import_module(name).run(stop)


class Stopwatch:
    """CPU seconds of process trees since it was started, by name, and the seconds that passed."""

    def __init__(self, trees: Mapping[str, int]) -> None:
        self.trees = dict(trees)
        self._before = {name: cpu(pid) for name, pid in self.trees.items()}
        self._began = time.perf_counter()

    def read(self) -> tuple[float, dict[str, float]]:
        """The seconds that passed, and the CPU seconds of each tree."""
        return time.perf_counter() - self._began, {
            name: cpu(pid) - self._before[name] for name, pid in self.trees.items()
        }


def cpu(pid: int) -> float:
    """CPU seconds of this process and all below it, those that ended included."""
    return sum(_cpu(one) for one in tree(pid))


def _cpu(pid: int) -> float:
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICK
    return 0.0


def tree(pid: int) -> list[int]:
    """This process and all below it."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            below.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += below.get(one, [])
    return found


def memory(pid: int) -> int:
    """Bytes of a process tree, each shared page divided among those who share it (PSS)."""
    total = 0
    for one in tree(pid):
        with suppress(OSError):
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += int(re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[0]) * 1024
    return total


class Statements:
    """While this is open the server logs every statement; `read` counts those since the last reading. It costs time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._from = 0

    def __enter__(self) -> Self:
        self._desk.sql("ALTER SYSTEM SET log_parameter_max_length = 0")
        self._log("all")
        self.skip()
        return self

    def __exit__(self, *_: object) -> None:
        self._log("none")

    def _log(self, which: str) -> None:
        self._desk.sql(f"ALTER SYSTEM SET log_statement = '{which}'")
        self._desk.sql("SELECT pg_reload_conf()")
        time.sleep(0.3)  # until every session has heard of it

    def skip(self) -> None:
        """Whatever was run until now is not counted."""
        self._from = self._desk.log.stat().st_size

    def read(self) -> Counter[str]:
        """How often each statement was run, by its first words; values in them are left out."""
        with self._desk.log.open("rb") as log:
            log.seek(self._from)
            text = log.read()
        self._from += len(text)
        found = (match[2].decode(errors="replace") for match in _LOGGED.finditer(text))
        return Counter(_shape(statement) for statement in found if not FRAME.match(statement))


def _shape(statement: str) -> str:
    words = re.sub(r"'(?:[^']|'')*'?|\b\d+\b", "?", statement[:2000])
    if words.startswith("SELECT") and " FROM " in words:
        words = "… FROM " + words.partition(" FROM ")[2]
    return words[:110]


def until(fact: Callable[[], object], *, seconds: float, what: str, every: float = 0.05) -> None:
    """Return when the fact holds; SystemExit says what did not happen in time."""
    limit = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > limit:
            raise SystemExit(f"not within {seconds:.0f} s: {what}")
        time.sleep(every)


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.5):
        return True
    return False


def middle(values: Sequence[float], digits: int = 2) -> float:
    """The median, rounded."""
    return round(median(values), digits)


def spread(values: Sequence[float], digits: int = 2) -> list[float]:
    """The least and the most, rounded."""
    return [round(min(values), digits), round(max(values), digits)]


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that so many of them do not exceed."""
    return sorted(values)[ceil(len(values) * share) - 1]


def tell(figures: Mapping[str, object]) -> None:
    """Print the figures, and as the last line one JSON object of them."""
    for name, figure in figures.items():
        print(f"{name:36} {figure}")
    print(json.dumps(figures, ensure_ascii=False))
