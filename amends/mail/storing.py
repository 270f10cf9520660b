"""Storing what comes in, before anybody looks at it: many mails that come at once share one commit."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError, connection

from amends.arrivals.arrival import Arrival
from amends.mail.tireless import start

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 100  # mails in one commit
_MOST_BYTES = 32 * 1024 * 1024
_Job = tuple[Arrival, "Future[None]"]


class Store:
    """One thread with one connection that commits arrivals in groups; `stored` is set after each commit."""

    def __init__(self) -> None:
        self.stored = threading.Event()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = start("mail store", self._run)

    def put(self, arrival: Arrival) -> Future[None]:
        """The future is done once the mail is committed, or holds the database's trouble: then it is not stored."""
        future: Future[None] = Future()
        self._jobs.put((arrival, future))
        return future

    def close(self) -> None:
        """Everything put so far is decided; the thread and its connection are gone."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            jobs: list[_Job] = []
            going = self._collect(jobs)
            if jobs:
                self._commit(jobs)
        connection.close()

    def _collect(self, jobs: list[_Job]) -> bool:
        """Wait for a mail and take all that came meanwhile; False when there will be no more."""
        job = self._jobs.get()
        size = 0
        while job is not None:
            # Whoever hung up before this gets no answer and sends it again; from here on it is stored.
            if job[1].set_running_or_notify_cancel():
                jobs.append(job)
                size += job[0].size
            if len(jobs) >= _MOST or size >= _MOST_BYTES:
                return True
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return True
        return False

    def _commit(self, jobs: Sequence[_Job]) -> None:
        """Commit them together; if that cannot be, each alone, so that one mail's trouble is not another's."""
        try:
            _insert([arrival for arrival, _ in jobs])
        except Exception as trouble:  # noqa: BLE001 - handed to whoever waits for it
            if len(jobs) > 1 and not isinstance(trouble, OperationalError | InterfaceError):
                for job in jobs:
                    self._commit([job])
            else:
                for _, future in jobs:
                    future.set_exception(trouble)
            return
        for _, future in jobs:
            future.set_result(None)
        self.stored.set()


def _insert(arrivals: list[Arrival]) -> None:
    """Insert with one statement. A connection that died while nobody used it is replaced once.

    Should the first try have been committed after all, the second copy is recognised as one when it is read.
    """
    try:
        Arrival.objects.bulk_create(arrivals)
    except (OperationalError, InterfaceError):
        connection.close()
        Arrival.objects.bulk_create(arrivals)
    finally:
        if connection.connection is not None and connection.connection.closed:
            connection.close()
