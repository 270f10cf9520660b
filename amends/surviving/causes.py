"""Competing causes: by when how many were lost to each, where going one way rules out going another.

Never one minus Kaplan and Meier for a cause: that counts those who went another way as if they might still go this one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from amends.histories.history import Floats


@dataclass(frozen=True, slots=True)
class Incidence:
    """The share lost to one cause by each time of `at`, with pointwise bands."""

    at: Floats
    share: Floats
    low: Floats
    high: Floats
    n: int

    def by(self, time: float) -> tuple[float, float, float]:
        """Share, low and high by this time."""
        index = int(np.searchsorted(self.at, time, side="right")) - 1
        return (
            (0.0, 0.0, 0.0)
            if index < 0
            else (float(self.share[index]), float(self.low[index]), float(self.high[index]))
        )


def incidence(
    times: Floats, causes: Sequence[Hashable | None], *, sure: float = 0.95, many: Floats | None = None
) -> dict[Hashable, Incidence]:
    """The incidence of each cause (Aalen and Johansen); a cause of None is a customer who was still there when last seen.

    The bands are Aalen's variance on the scale log(-log F) (Choudhury 2002). At every time the incidences and the share
    still there add up to 1. `many` is how many customers each row stands for; one, if not given.
    """
    each_ = np.ones(len(times)) if many is None else many
    at, place = np.unique(times, return_inverse=True)
    known = [each for each in dict.fromkeys(causes) if each is not None]
    gone = {
        cause: np.asarray(
            np.bincount(place, each_ * np.array([each == cause for each in causes]), len(at)), dtype=np.float64
        )
        for cause in known
    }
    leaving = np.bincount(place, each_, len(at))
    risk = leaving[::-1].cumsum()[::-1]
    every: Floats = np.sum(list(gone.values()), axis=0) if gone else np.zeros(len(at))
    before = np.concatenate(([1.0], np.cumprod(1 - every / risk)[:-1]))
    z = float(norm.ppf((1 + sure) / 2))
    found: dict[Hashable, Incidence] = {}
    for cause, lost in gone.items():
        share = np.cumsum(before * lost / risk)
        deviation = np.sqrt(_variance(share, before, lost, every, risk))
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            half = z * deviation / np.abs(share * np.log(share))
            low, high = share ** np.exp(half), share ** np.exp(-half)
        flat = (share <= 0) | (share >= 1)
        found[cause] = Incidence(at, share, np.where(flat, share, low), np.where(flat, share, high), int(each_.sum()))
    return found


def _variance(share: Floats, before: Floats, lost: Floats, every: Floats, risk: Floats) -> Floats:
    """Aalen's variance of the incidence at each time, in one pass by running sums."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        one = np.where(risk > every, every / (risk * (risk - every)), 0.0)
    two = before**2 * lost * (risk - lost) / risk**3
    three = before * lost / risk**2
    a0, a1, a2 = np.cumsum(one), np.cumsum(share * one), np.cumsum(share**2 * one)
    first = share**2 * a0 - 2 * share * a1 + a2
    third = share * np.cumsum(three) - np.cumsum(share * three)
    return np.asarray(np.maximum(first + np.cumsum(two) - 2 * third, 0.0), dtype=np.float64)
