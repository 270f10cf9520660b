"""Work that never gives up: a database or a server that went away is trouble to wait out, not a reason to end."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from django.db import connection, connections

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)
_SOON = 0.5  # seconds until the first new try after trouble; each further one takes twice as long


def tirelessly(
    work: Callable[[], object],
    *,
    what: str,
    stop: threading.Event,
    every: float,
    patience: float = 5.0,
    wake: threading.Event | None = None,
) -> None:
    """Do `work` each `every` seconds, or at once while `wake` is set (which `work` clears), until `stop` is set.

    Whatever goes wrong is logged (the same words once, not each time) and tried again on a fresh connection, soon at first
    and then each `patience` seconds.
    """
    said, wait = "", _SOON
    while not stop.is_set():
        try:
            connection.close_if_unusable_or_obsolete()
            work()
            if said:
                log.warning("%s: works again", what)
            said, wait = "", _SOON
            _pause(stop, wake, every)
        except Exception as trouble:  # this loop is the last to hear of it
            connection.close()
            words = f"{type(trouble).__name__}: {' '.join(str(trouble).split())}"
            if words != said:
                log.warning("%s: %s; trying again", what, words, exc_info=not _is_outage(trouble))
            said = words
            stop.wait(wait)
            wait = min(wait * 2, patience)
    connections.close_all()


def start(name: str, work: Callable[[], object]) -> threading.Thread:
    """A running thread that does not keep the process alive by itself."""
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread


def _is_outage(trouble: Exception) -> bool:
    """Whether the words alone tell enough: something outside is away."""
    return isinstance(trouble, OSError) or type(trouble).__name__ in {"OperationalError", "InterfaceError"}


def _pause(stop: threading.Event, wake: threading.Event | None, seconds: float) -> None:
    if wake is None:
        stop.wait(seconds)
    else:
        wake.wait(seconds)
