"""The worker process: it takes jobs as they come, keeps the beat, and outlives a database that goes away."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.periodic import PeriodicDeferrer, PeriodicRegistry

from amends.worker import jobs, outreach
from amends.worker.beat import start_beat

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from procrastinate.periodic import PeriodicTask

log = logging.getLogger(__name__)
_LOOK = 5.0  # seconds between looks for jobs that no notification told of
_GRACE = 20.0  # seconds that running jobs have when the worker stops
_PATIENCE = 5.0  # seconds a query waits for a connection
_AGAIN = 1.0  # seconds before it starts again after trouble


class Rounds(PeriodicDeferrer):
    """What comes round by the clock. After a sleep of the machine each of it is done once, not once for every time it missed.

    A laptop that was shut for a weekend would have twenty thousand jobs to do before the first that matters.
    """

    def get_timestamps(
        self, periodic_task: PeriodicTask[Any, Any, Any], since: int | None, until: float
    ) -> Iterator[int]:
        """The newest time at which this was due since it was last due, if there is one."""
        if since is None:
            yield from super().get_timestamps(periodic_task=periodic_task, since=None, until=until)
            return
        newest = round(periodic_task.croniter.get_prev(ret_type=float, start_time=until))
        if newest > since:
            yield newest


def run(stop: threading.Event, concurrency: int = 4) -> None:
    """Work until `stop` is set; running jobs are finished first, within reason, and whoever runs a job afterwards is not stopped."""
    threads = start_beat(stop)
    while not stop.is_set():
        try:
            asyncio.run(_work(stop, concurrency))
        except Exception as trouble:  # noqa: BLE001 - a worker that ends is worse than one that waits
            log.warning("the worker starts again: %s: %s", type(trouble).__name__, " ".join(str(trouble).split()))
        stop.wait(_AGAIN)
    for thread in threads:
        thread.join(timeout=_GRACE)
    for told in (jobs.STOP, outreach.STOP):  # their jobs have ended: the loop above waits for the threads they ran in
        told.clear()


async def _work(stop: threading.Event, concurrency: int) -> None:
    """Take jobs until `stop`, or until the database goes away."""
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=concurrency + 3, timeout=_PATIENCE)
    working = app.with_connector(connector)
    rounds = Rounds(working.periodic_registry)
    working.periodic_registry = PeriodicRegistry()  # type: ignore[no-untyped-call] # so that the library's own does not do them as well
    async with working.open_async():
        worker = asyncio.create_task(
            working.run_worker_async(
                concurrency=concurrency,
                install_signal_handlers=False,
                fetch_job_polling_interval=_LOOK,
                shutdown_graceful_timeout=_GRACE,
                delete_jobs="successful",
            )
        )
        clock = asyncio.create_task(rounds.worker())
        while not (stop.is_set() or worker.done() or clock.done()):  # noqa: ASYNC110 - the event belongs to threads
            await asyncio.sleep(0.2)
        if stop.is_set():
            jobs.STOP.set()
            outreach.STOP.set()
        for task in (worker, clock):
            task.cancel()
        for task in (worker, clock):
            with contextlib.suppress(asyncio.CancelledError):
                await task
