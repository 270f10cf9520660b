"""Made-up counts in which it is known what happened."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from amends.histories.history import Floats
from amends.spikes.series import Series, Step

#: A Friday.
START = datetime(2021, 1, 1)  # noqa: DTZ001 -- wall-clock periods


def begins(step: Step, n: int) -> list[datetime]:
    """So many periods, from START's."""
    found = [step.begin(START)]
    while len(found) < n:
        found.append(step.after(found[-1]))
    return found


def series(step: Step, counts: Floats) -> Series:
    """These counts from START on."""
    at = begins(step, len(counts))
    return Series.of(step, dict(zip(at, counts.tolist(), strict=True)), begin=at[0], end=at[-1])


def weekdays(n: int, *, mean: float = 40.0, spread: float = 0.04, seed: int = 1) -> Floats:
    """Daily counts with quiet weekends, more varied than chance."""
    random = np.random.default_rng(seed)
    rate = np.array([mean * (0.3 if at.weekday() > 4 else 1.0) for at in begins(Step.DAY, n)])
    return random.poisson(rate * random.gamma(1 / spread, spread, n)).astype(np.float64)
