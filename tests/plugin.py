"""Before anything else of a test run: a throw-away PostgreSQL, unless DATABASE_URL names one."""

from __future__ import annotations

import gc
import os
import tempfile
from contextlib import ExitStack

from amends.postgres.trial import trial_server

_held = ExitStack()

if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = _held.enter_context(trial_server())
os.environ.setdefault("AMENDS_DATA", _held.enter_context(tempfile.TemporaryDirectory(prefix="amends-data-")))
os.environ.setdefault("AMENDS_SECRET_KEY", "only-for-tests-0123456789-0123456789-0123456789")
os.environ.setdefault("AMENDS_MAIL_FROM", "care@desk.example.com")
os.environ.setdefault("AMENDS_URL", "http://127.0.0.1:8000")


def pytest_collection_finish() -> None:
    """What was loaded until now stays to the end; looking through all of it for garbage was a sixth of the time of a page."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_unconfigure() -> None:
    """The server goes with the run."""
    _held.close()
