"""Made-up histories with a known truth."""

from __future__ import annotations

import numpy as np

from amends.histories.history import History

START = 15_000.0


def steady(
    count: int = 600, *, seed: int = 1, days: float = 300.0, typical: float = 5.0, until: float | None = None
) -> History:
    """Cases opened evenly over `days`, each taking a lognormal time around `typical`, followed until the last has closed."""
    random = np.random.default_rng(seed)
    opened = np.sort(random.uniform(START, START + days, count))
    return History.of(opened, opened + typical * random.lognormal(0, 0.7, count), until=until)


def two_kinds(count: int = 1500, *, seed: int = 1) -> History:
    """Half the cases take about a day, half about twenty; which kind a case is of is known at its opening."""
    random = np.random.default_rng(seed)
    opened = np.sort(random.uniform(START, START + 700, count))
    slow = random.random(count) < 0.5
    took = np.where(slow, 20.0, 1.0) * random.lognormal(0, 0.2, count)
    return History.of(opened, opened + took, features={"kind": ["slow" if each else "quick" for each in slow]})


def slowing(count: int = 1200, *, seed: int = 1) -> tuple[History, float]:
    """Cases that take three times as long from some day on, and that day."""
    random = np.random.default_rng(seed)
    opened = np.sort(random.uniform(START, START + 600, count))
    change = START + 400
    took = 4 * random.lognormal(0, 0.5, count) * np.where(opened > change, 3.0, 1.0)
    return History.of(opened, opened + took), change
