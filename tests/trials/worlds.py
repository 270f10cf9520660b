"""Made-up worlds in which the truth is known."""

from __future__ import annotations

import numpy as np

from amends.histories.history import Floats
from amends.trials.judging import Arm


def looked_at(*, runs: int, looks: int, each: int, effect: float) -> tuple[Floats, Floats]:
    """The difference of two arms and its variance at every look of every run; `each` more customers to an arm at a look."""
    random = np.random.default_rng(11)
    n = each * np.arange(1, looks + 1)
    control, menu = (np.cumsum(random.binomial(each, 0.7 + e, (runs, looks)), axis=1) / n for e in (0.0, effect))
    variances = (control * (1 - control) + menu * (1 - menu)) / n
    return menu - control, np.maximum(variances, 1e-9)


def angriest_get_most(n: int) -> tuple[float, float, tuple[Arm, Arm]]:
    """A remedy that helps, given to the angriest: its true effect, the naive difference, and the arms of a lot."""
    random = np.random.default_rng(2)
    anger = random.normal(0, 1, n)
    base = 1 / (1 + np.exp(-(0.9 - 0.9 * anger)))
    helped = 1 / (1 + np.exp(-(1.28 - 0.9 * anger)))
    true = float((helped - base).mean())
    given = random.random(n) < 1 / (1 + np.exp(-1.2 * anger))
    kept = random.random(n) < np.where(given, helped, base)
    naive = float(kept[given].mean() - kept[~given].mean())
    lot = random.random(n) < 0.5
    kept = random.random(n) < np.where(lot, helped, base)
    return (
        true,
        naive,
        (Arm.counted(int(kept[lot].sum()), int(lot.sum())), Arm.counted(int(kept[~lot].sum()), int((~lot).sum()))),
    )
