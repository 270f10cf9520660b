"""Before anything else of a test run: a throw-away PostgreSQL, unless DATABASE_URL names one."""

from __future__ import annotations

import gc
import os
import tempfile
from contextlib import ExitStack

import pytest

from amends.postgres.trial import trial_server

_held = ExitStack()

if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = _held.enter_context(trial_server())
os.environ.setdefault("AMENDS_DATA", _held.enter_context(tempfile.TemporaryDirectory(prefix="amends-data-")))
os.environ.setdefault("AMENDS_SECRET_KEY", "only-for-tests-0123456789-0123456789-0123456789")
os.environ.setdefault("AMENDS_MAIL_FROM", "care@desk.example.com")
os.environ.setdefault("AMENDS_URL", "http://127.0.0.1:8000")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long ones come early, so that at the end no worker is left alone with one.

    Those that need no database of the test open the part of each worker. Those that commit stay behind those that do not, as
    pytest-django has put them, but the long ones lead among them.
    """
    many = getattr(config, "workerinput", {}).get("workercount", 1)
    apart = [item for item in items if item.get_closest_marker("slow") and not item.get_closest_marker("django_db")]
    long = [
        item
        for item in items
        if _commits(item) and (item.get_closest_marker("slow") or item.get_closest_marker("browser"))
    ]
    moved = {*apart, *long}
    rest = [item for item in items if item not in moved]
    place = next((n for n, item in enumerate(rest) if _commits(item)), len(rest))
    rest[place:place] = long
    share, items[:] = -(-len(items) // many), []
    for worker in range(many):
        own = apart[worker::many]
        items += own + rest[: share - len(own)]
        del rest[: share - len(own)]
    items += rest


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


def pytest_collection_finish() -> None:
    """What was loaded until now stays to the end; looking through all of it for garbage was a sixth of the time of a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_unconfigure() -> None:
    """The server goes with the run."""
    _held.close()
