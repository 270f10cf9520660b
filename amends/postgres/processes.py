"""Which processes of a server still live, and who uses it: asked of the system, never of a process number alone.

The locks are files that the kernel unlocks when their holder dies, however it dies.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.postgres.place import Place

PROC = Path("/proc")
_SET_PARENT_DEATH_SIGNAL = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def postmaster_lives(pid: int, cluster: Path) -> bool:
    """Answer whether `pid` is a living server of this cluster: not a zombie, not a reused number, not another's."""
    found = _state_and_command(pid)
    if found is None:
        return False
    state, command = found
    program = Path(command[0]).name if command else ""
    return state not in "ZX" and program == "postgres" and str(cluster) in command


def die_with_parent(signal: int) -> None:
    """Have the kernel send this process `signal` when its parent dies, however it dies. Linux only; else nothing."""
    if _libc is not None:
        _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal, 0, 0, 0)


def orphans(cluster: Path) -> list[int]:
    """Return the PostgreSQL processes that still work in this cluster's folder; empty where the system cannot say."""
    found = []
    for entry in PROC.glob("[0-9]*"):
        with suppress(OSError):
            name = (entry / "comm").read_text().strip()
            if name == "postgres" and (entry / "cwd").readlink() == cluster:
                found.append(int(entry.name))
    return found


def _state_and_command(pid: int) -> tuple[str, list[str]] | None:
    if PROC.joinpath("self", "stat").exists():
        try:
            stat = PROC.joinpath(str(pid), "stat").read_text()
            words = PROC.joinpath(str(pid), "cmdline").read_bytes().decode(errors="surrogateescape").split("\0")
        except OSError:
            return None
        return stat.rpartition(")")[2].split()[0], words
    command = ["ps", "-p", str(pid), "-o", "stat=,args="]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if not said.stdout.strip():
        return None
    state, _, line = said.stdout.strip().partition(" ")
    # `ps` does not say where an argument ends, so the folder is looked for between the flags that we always give.
    program, _, rest = line.strip().partition(" -D ")
    return state[0], [program, rest.partition(" -k ")[0]]


@contextmanager
def start_lock(place: Place) -> Iterator[None]:
    """Hold the one lock under which a server is started or stopped; waits for whoever has it."""
    descriptor = place.open(place.lock("start"), os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def use(place: Place) -> int:
    """Be counted among the server's users; the answer is the descriptor to leave with."""
    descriptor = place.open(place.lock("users"), os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def leave(users: int) -> bool:
    """Leave the users; true if nobody else is left. Call it under the start lock."""
    try:
        return _exclusively(users)
    finally:
        os.close(users)


def hold(place: Place) -> int | None:
    """Take the lock that a server and all its processes inherit; None while any of them lives, visible or not."""
    descriptor = place.open(place.lock("server"), os.O_RDWR)
    if _exclusively(descriptor):
        return descriptor
    os.close(descriptor)
    return None


def _exclusively(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
