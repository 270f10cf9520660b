"""The embedded server: made, started, shared and stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from amends.postgres.binaries import PostgresTrouble, copied, find_binaries
from amends.postgres.cluster import configuration, identity, initialise
from amends.postgres.databases import (
    MAINTENANCE,
    create_database,
    database_exists,
    socket_url,
)
from amends.postgres.place import Place, place_for
from amends.postgres.processes import die_with_parent, hold, leave, orphans, postmaster_lives, start_lock, use

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATABASE = "amends"
LOG_LIMIT = 10_000_000  # bytes; a longer log is set aside at the next start
LINGER = 5  # seconds that what is left of a dead server may take to end
PAUSE = 0.02  # seconds between two looks


class Postmaster(NamedTuple):
    """What a running server says of itself in `postmaster.pid`."""

    pid: int
    socket_folder: str
    status: str


class Server:
    """The embedded PostgreSQL of one desk.

    Several processes may share it: each calls `start` and `stop`. Whoever comes first starts it, and it stops when the
    last one leaves. A process that is killed has left; a server that outlives all its users serves the next.
    """

    def __init__(
        self,
        data: Path,
        *,
        shared_buffers: str = "128MB",
        durable: bool = True,
        tied: bool = False,
        patience: float = 120,
    ) -> None:
        """Name the desk's data folder; nothing is touched yet.

        A server that is not `durable` may lose everything when the machine stops; one that is `tied` dies with the
        process that started it. Both are for tests. `patience` is in seconds: a big desk takes a while to recover.
        """
        self.data = data
        self._shared_buffers = shared_buffers
        self._durable = durable
        self._tied = tied
        self._patience = patience
        self._place: Place | None = None
        self._users: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """Return the address of the desk's database; PostgresTrouble before `start`."""
        if not self._url:
            message = f"The database in {self.data} has not been started."
            raise PostgresTrouble(message)
        return self._url

    def is_alive(self) -> bool:
        """Answer whether the server runs and takes connections."""
        found = _postmaster((self._place or place_for(self.data)).cluster)
        return found is not None and found.status == "ready"

    def start(self) -> str:
        """Start the server, or join the one that runs; the answer is the address of the desk's database, which exists.

        PostgresTrouble says in plain words why it cannot.
        """
        if self._users is not None and self.is_alive():
            return self.url
        place = self._place = place_for(self.data)
        with start_lock(place):
            if self._users is None:
                self._users = use(place)
            try:
                found = self._settled(place) or self._launched(place)
                self._url = socket_url(found.socket_folder, DATABASE)
                maintenance = socket_url(found.socket_folder, MAINTENANCE)
                if not database_exists(maintenance, DATABASE):
                    create_database(maintenance, DATABASE)
            except BaseException:
                self._leave(place, force=False)
                raise
        return self.url

    def stop(self, *, force: bool = False) -> None:
        """Leave the server. It stops, and is gone when this returns, if nobody else uses it or by `force`."""
        place = self._place or place_for(self.data)
        with start_lock(place):
            self._leave(place, force=force)

    def _leave(self, place: Place, *, force: bool) -> None:
        alone = self._users is not None and leave(self._users)
        self._users, self._url = None, ""
        if alone or force:
            _end(place)
        if self._process is not None:
            if alone or force:
                self._process.wait()
            else:
                self._process.returncode = 0  # it belongs to the others now: no warning that we leave it running
            self._process = None

    def _settled(self, place: Place) -> Postmaster | None:
        """Return the running server once it is neither starting nor stopping; None if there is none."""
        found = _postmaster(place.cluster)
        limit = time.monotonic() + self._patience
        while found is not None and found.status != "ready":
            _wait(
                limit,
                "The database is busy starting or stopping and did not finish in time.",
                place,
            )
            found = _postmaster(place.cluster)
        return found

    def _launched(self, place: Place) -> Postmaster:
        binaries = find_binaries()
        if not place.account.may_enter(binaries.folder):
            binaries = copied(binaries, place.folder)
        initialise(place, binaries, durable=self._durable)
        socket_folder = place.socket_folder()
        held = _cleared(place, socket_folder, min(self._patience, LINGER))
        preload = "pg_stat_statements" if binaries.has_library("pg_stat_statements") else ""
        text = configuration(shared_buffers=self._shared_buffers, durable=self._durable, preload=preload)
        place.write(place.cluster / "amends.conf", text)
        command = [
            binaries.program("postgres"),
            "-D",
            str(place.cluster),
            "-k",
            str(socket_folder),
        ]
        try:
            self._process = _spawned(place, command, held, tied=self._tied)
        finally:
            os.close(held)
        return self._ready(place, self._process)

    def _ready(self, place: Place, process: subprocess.Popen[bytes]) -> Postmaster:
        limit = time.monotonic() + self._patience
        while process.poll() is None:
            found = _postmaster(place.cluster)
            if found is not None and found.pid == process.pid and found.status == "ready":
                return found
            _wait(
                limit,
                f"The database did not start within {self._patience:.0f} seconds.",
                place,
            )
        message = f"The database did not start. The end of its log, {place.log}:\n{_end_of_log(place)}"
        raise PostgresTrouble(message)


def _postmaster(cluster: Path) -> Postmaster | None:
    """Return the living server of this cluster, or None: what a dead one wrote about itself does not count."""
    try:
        lines = [line.strip() for line in (cluster / "postmaster.pid").read_text().splitlines()]
    except FileNotFoundError:
        return None
    except PermissionError as error:
        message = f"The database in {cluster} belongs to another account. Run this as that account, or as root."
        raise PostgresTrouble(message) from error
    lines += [""] * 8
    if not lines[0].isdigit() or not postmaster_lives(int(lines[0]), cluster):
        return None
    return Postmaster(pid=int(lines[0]), socket_folder=lines[4], status=lines[7])


def _cleared(place: Place, socket_folder: Path, patience: float) -> int:
    """Remove what a dead server left behind, when nothing of it lives; the answer is the held lock for the next one."""
    begun = time.monotonic()
    while (held := hold(place)) is None or orphans(place.cluster):
        if held is not None:
            os.close(held)
        if (
            time.monotonic() > begun + patience / 5
        ):  # sessions of a dead server end by themselves, unless they are in a long query
            for pid in orphans(place.cluster):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        _wait(begun + patience, "Another container or machine runs the database in this folder: one at a time.", place)
    (place.cluster / "postmaster.pid").unlink(missing_ok=True)
    for left in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
        (socket_folder / left).unlink(missing_ok=True)
    return held


def _spawned(place: Place, command: list[str], held: int, *, tied: bool) -> subprocess.Popen[bytes]:
    """Run the server in a session of its own, so that Ctrl-C at the terminal is ours to answer, in order."""
    if place.log.exists() and place.log.stat().st_size > LOG_LIMIT:
        place.log.replace(place.log.with_name("log.1"))
    log = place.open(place.log, os.O_WRONLY | os.O_APPEND)
    first: Callable[[], None] | None = partial(die_with_parent, signal.SIGQUIT) if tied else None
    try:
        return subprocess.Popen(  # noqa: S603
            command,
            **identity(place),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=[held],
            umask=0o077,
            preexec_fn=first,  # noqa: PLW1509  -- one system call, in tests only
        )
    finally:
        os.close(log)


def _end(place: Place) -> None:
    """Stop the server: sessions are cut off, everything committed is on disk; harsher if it does not obey."""
    for order, seconds in (
        (signal.SIGINT, 60),
        (signal.SIGQUIT, 10),
        (signal.SIGKILL, 10),
    ):
        found = _postmaster(place.cluster)
        if found is None:
            break
        with suppress(ProcessLookupError):
            os.kill(found.pid, order)
        limit = time.monotonic() + seconds
        while _postmaster(place.cluster) is not None and time.monotonic() < limit:
            time.sleep(PAUSE)
    with suppress(OSError):
        place.socket_folder().rmdir()


def _wait(limit: float, otherwise: str, place: Place) -> None:
    if time.monotonic() > limit:
        message = f"{otherwise} Its log is {place.log}."
        raise PostgresTrouble(message)
    time.sleep(PAUSE)


def _end_of_log(place: Place) -> str:
    with suppress(OSError):
        return "\n".join(place.log.read_text(errors="replace").splitlines()[-8:])
    return "(no log)"
