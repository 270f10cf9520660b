"""A throw-away server for a run of tests."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from amends.postgres.place import place_for
from amends.postgres.processes import leave, use
from amends.postgres.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "amends-trial-"
SETTLING = 60  # seconds in which a folder may still be on its way to being locked


@contextmanager
def trial_server() -> Iterator[str]:
    """Yield the address of an empty database on a server of its own, which is gone afterwards with its folder.

    If the run is killed the server dies with it, and the next run removes the folder.
    """
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    if os.geteuid() == 0:
        folder.chmod(0o711)  # the server's account must be able to walk through
    try:
        yield Server(folder, durable=False, tied=True).start()
    finally:
        _remove(folder)


def sweep() -> None:
    """Remove the folders of earlier runs that died."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            found = folder.lstat()
            if found.st_uid == os.geteuid() and found.st_mtime < time.time() - SETTLING and _deserted(folder):
                _remove(folder)


def _deserted(folder: Path) -> bool:
    if not (folder / "postgres").is_dir():
        return True
    return leave(use(place_for(folder)))


def _remove(folder: Path) -> None:
    Server(folder).stop(force=True)
    shutil.rmtree((folder / "postgres").resolve(), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
