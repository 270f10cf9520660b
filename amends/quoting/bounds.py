"""The mathematics of an upper bound: how long until so many of such cases are over, open ones counted honestly.

A *curve* is the share still open by time. Cases that were still open when last looked at are censored there
(Kaplan and Meier), or, in a mature cohort, count as never ending; both are the same computation. A new case is counted
among them as one more that never ends, which is the finite-sample correction: with n cases of weight one the bound is
the smallest value that ceil((n + 1) p) of them did not exceed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from amends.histories.history import Flags, Floats

NEVER: Final = math.inf
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still open: `open_after[i]` just after `at[i]`, the new case counted among them."""

    at: Floats
    open_after: Floats

    def bound(self, probability: float, *, after: float = -NEVER) -> float:
        """The least value by which a new case that is past `after` is over with this probability; NEVER if none is."""
        begin, share = self.past(after)
        target = share * (1 - probability) * (1 + _ROUNDING)
        index = begin + int(np.searchsorted(-self.open_after[begin:], -target, side="left"))
        return float(self.at[index]) if index < len(self.at) else NEVER

    def chance(self, value: float, *, after: float = -NEVER) -> float:
        """The probability that a new case that is past `after` is over by `value`: the inverse of `bound`."""
        begin, share = self.past(after)
        index = int(np.searchsorted(self.at, value, side="right")) - 1
        return 0.0 if share <= 0 or index < begin else float(1 - self.open_after[index] / share)

    def past(self, after: float) -> tuple[int, float]:
        """Where the cases past `after` begin, and their share of all."""
        begin = int(np.searchsorted(self.at, after, side="right"))
        return begin, float(self.open_after[begin - 1]) if begin else 1.0


def curve(values: Floats, ended: Flags, weights: Floats | None = None, *, new: float = 1.0) -> Curve:
    """The curve of these cases: `values` is when each ended or, where it has not, until when it was watched.

    A case whose open end is NEVER stays open whatever the value. The new case, of weight `new`, is at risk throughout.
    """
    weight = np.ones(len(values)) if weights is None else weights
    order = np.lexsort((~ended, values))
    value, over, weight = values[order], ended[order], weight[order]
    at_risk = weight[::-1].cumsum()[::-1] + new
    open_after = np.cumprod(1 - np.where(over & (weight > 0), weight / np.maximum(at_risk, _ROUNDING), 0.0))
    last = np.ones(len(value), dtype=np.bool_)
    last[:-1] = value[1:] != value[:-1]
    keep = last & np.isfinite(value)
    return Curve(value[keep], np.maximum(open_after[keep], 0.0))


def cohort(durations: Floats, ended: Flags) -> Curve:
    """The curve of a mature cohort, in which a case that is still open never ends. No model, no assumption."""
    return curve(np.where(ended, durations, NEVER), ended)


def fading(count: int, half_life: float) -> Floats:
    """Weights of so many cases in order of opening: the newest weighs one, and each `half_life` cases back half."""
    return np.asarray(0.5 ** (np.arange(count - 1, -1, -1) / half_life), dtype=np.float64)


def shrunk(weights: Floats, same: Flags, *, enough: float) -> Floats:
    """Weights for one group: the others lend it what it lacks to `enough`, and nothing once it has that.

    What is lent is spread over the others by their own weights, so that a small group is mostly its parent.
    """
    own, others = float(weights[same].sum()), float(weights[~same].sum())
    lent = min(max(0.0, enough - own), others)
    return np.where(same, weights, weights * (lent / others if others else 0.0))


def censoring_weights(values: Floats, ended: Flags) -> Floats:
    """Inverse-probability weights: a finished case stands for those of its length that were lost from sight.

    The censoring survival is Kaplan and Meier's and assumes that censoring has nothing to do with the features.
    """
    watched = curve(values, ~ended, new=0.0)
    index = np.searchsorted(watched.at, values, side="left") - 1
    seen = np.where(index >= 0, watched.open_after[np.maximum(index, 0)], 1.0)
    return np.where(ended & (seen > 0), 1 / np.maximum(seen, _ROUNDING), 0.0)


def needed(probability: float) -> int:
    """How many cases a group needs at least before a bound of this probability can exist at all."""
    return math.ceil(1 / (1 - probability) - _ROUNDING) - 1


def chained(
    first: Floats,
    second: Floats,
    *,
    earlier: tuple[Floats, Flags],
    passed: float = 0.0,
    draws: int = 4000,
    seed: int = 1,
) -> Curve:
    """The curve of a sum of two stages, vendor then us, simulated from what happened to the same case in both.

    `first` and `second` are the durations of cases that finished both stages, in the same order: long waits for the
    vendor may go with long work of ours, so each simulated second stage comes from cases whose first stage was like
    the simulated one. `earlier` is all that is known of the first stage (durations, ended), also of cases still in it;
    `passed` is how long this case has been in it. The weight of the curve is that of the pairs, not of the draws.
    """
    stage = curve(*earlier)
    begin, share = stage.past(passed if passed > 0 else -NEVER)
    order = np.argsort(first, kind="stable")
    paired, then = first[order], second[order]
    weight = float(min(len(paired), int((earlier[0] > passed).sum())))
    if not weight or share <= 0:
        return Curve(np.empty(0), np.empty(0))
    random = np.random.default_rng(seed)
    level = share * (1 - (np.arange(draws) + random.random(draws)) / draws)
    index = begin + np.searchsorted(-stage.open_after[begin:], -level, side="left")
    never = index >= len(stage.at)
    drawn = np.where(never, NEVER, stage.at[np.minimum(index, len(stage.at) - 1)] if len(stage.at) else NEVER)
    near = max(1, min(len(paired), int(math.sqrt(len(paired)))))
    low = np.clip(np.searchsorted(paired, drawn) - near // 2, 0, len(paired) - near)
    total = drawn + then[low + random.integers(0, near, draws)]
    return curve(total, np.isfinite(total), np.full(draws, weight / draws))
