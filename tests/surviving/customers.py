"""Times of textbooks, and customers in whose world the truth is known."""

from __future__ import annotations

import numpy as np

from amends.histories.history import Flags, Floats

_LOST = [6, 6, 6, 7, 10, 13, 16, 22, 23]
_STILL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
#: Weeks in remission of 21 treated patients, of whom 9 relapsed, and of 21 who got a placebo, of whom all did (Freireich 1963).
TREATED: Floats = np.array([*_LOST, *_STILL], dtype=np.float64)
LEFT: Flags = np.arange(21) < len(_LOST)
PLACEBO: Floats = np.array([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], dtype=np.float64)


def immortal(n: int) -> tuple[Floats, Flags, Flags]:
    """Customers who leave whenever they do, seen for 90 days, and who was called on day 5: half of those still there. No effect."""
    random = np.random.default_rng(3)
    times = random.exponential(60, n)
    called = (times > 5) & (random.random(n) < 0.5)
    return np.minimum(times, 90.0), times <= 90, called
