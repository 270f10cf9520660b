"""Histories that a desk could take in: repairs that took some days, and what a desk learnt from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from amends.histories.history import History, day
from amends.journal.actors import DESK
from amends.promises.learning import take_in
from tests.cast import DAY, MORNING

if TYPE_CHECKING:
    from datetime import datetime

    from amends.leadtimes.lesson import Lesson


def repairs(
    count: int = 300,
    *,
    at: datetime = MORNING,
    days: float = 400.0,
    typical: float = 5.0,
    group: bool = False,
    seed: int = 1,
) -> History:
    """So many repairs opened evenly over the days before `at`; those not done by then are open."""
    random = np.random.default_rng(seed)
    opened = np.sort(random.uniform(day(at) - days, day(at) - 0.01, count))
    far = random.random(count) < 0.5
    took = typical * random.lognormal(0, 0.6, count) * np.where(far & group, 4.0, 1.0)
    features = {"workshop": ["Bell" if each else "ours" for each in far]} if group else None
    return History.of(opened, opened + took, until=at, features=features)


def learnt(kind: str = "deed", *, at: datetime = MORNING, **how: float) -> Lesson:
    """The desk has taken in a history of this kind, and gives dates by it."""
    taken: Lesson = take_in(kind, repairs(at=at - DAY, **how), name="repairs.csv", by=DESK, at=at - DAY)  # type: ignore[arg-type]
    return taken
