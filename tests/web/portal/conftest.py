"""A fixed morning, and a customer's browser that comes through the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.cast import DAY, MORNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

#: A Wednesday, two weeks and a day after the morning on which the stories begin.
NOW = MORNING + 15 * DAY


@pytest.fixture
def now() -> Iterator[datetime]:
    """The clock stands still at this moment, for whoever asks it."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def browser(db: None) -> Client:
    """A browser without cookies that keeps the rules on forged forms; what was counted before is forgotten."""
    cache.clear()
    return Client(enforce_csrf_checks=True)
