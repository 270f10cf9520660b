"""What a trial says: better, worse, no difference larger than d, or not enough data. Never a bare star.

Everybody who was drawn counts in the arm that was drawn, whatever they then received.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from scipy.stats import norm

from amends.histories.history import Floats
from amends.trials.drawing import Ratio, ratio
from amends.trials.sequence import BURN_IN, half_width, p_value, tuned


class Verdict(StrEnum):
    """What may be said."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "no difference larger than d"
    NOT_ENOUGH = "not enough data"
    UNFAIR = "the lot was not fair"


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm so far: how many have an outcome, its mean, and the variance of one customer's outcome."""

    n: int
    mean: float
    variance: float

    @classmethod
    def of(cls, values: Floats) -> Arm:
        """The arm of these outcomes (0 and 1 for kept and lost, or amounts)."""
        n = len(values)
        return cls(n, float(values.mean()) if n else 0.0, float(values.var(ddof=1)) if n > 1 else 0.0)

    @classmethod
    def counted(cls, good: int, n: int) -> Arm:
        """The arm of so many kept of n. Its variance takes in two more of each, so that none lost is not certainty."""
        share = (good + 2) / (n + 4)
        return cls(n, good / n if n else 0.0, share * (1 - share))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One arm against the control: the difference with an interval that holds however often one looks, and the verdict."""

    difference: float
    low: float
    high: float
    p: float
    n: tuple[int, int]
    verdict: Verdict


def compare(arm: Arm, control: Arm, *, margin: float, planned: int, alpha: float = 0.05, arms: int = 2) -> Comparison:
    """How the arm differs from the control. With more than two arms alpha is divided by the comparisons with the control.

    `planned` is the number to an arm at which the interval is narrowest. Before 50 to an arm the verdict is "not enough data"
    and the interval is all there is.
    """
    n, level = (arm.n, control.n), alpha / max(arms - 1, 1)
    if min(n) < BURN_IN:
        return Comparison(arm.mean - control.mean, -math.inf, math.inf, 1.0, n, Verdict.NOT_ENOUGH)
    difference = arm.mean - control.mean
    variance = max(arm.variance / arm.n + control.variance / control.n, _LEAST)
    # The plan fixes the mixture by the size alone; the variance of one outcome is what it is seen to be.
    mixture = tuned((arm.variance + control.variance) / planned + _LEAST, level)
    half = half_width(variance, mixture, level)
    low, high = difference - half, difference + half
    return Comparison(difference, low, high, p_value(difference, variance, mixture), n, _verdict(low, high, margin))


def _verdict(low: float, high: float, margin: float) -> Verdict:
    if -margin < low and high < margin:
        return Verdict.SAME
    if low > 0:
        return Verdict.BETTER
    return Verdict.WORSE if high < 0 else Verdict.NOT_ENOUGH


def judge(
    results: Mapping[str, Arm],
    assigned: Mapping[str, int],
    arms: Sequence[tuple[str, float]],
    *,
    margin: float,
    planned: int,
    alpha: float = 0.05,
) -> tuple[Ratio, dict[str, Comparison]]:
    """Every arm against the first. `assigned` is how many were drawn; if their ratio is not fair, that is the verdict of all."""
    fair = ratio(assigned, arms)
    control = results[arms[0][0]]
    found = {
        name: compare(results[name], control, margin=margin, planned=planned, alpha=alpha, arms=len(arms))
        for name, _ in arms[1:]
    }
    if not fair.fair:
        found = {
            name: Comparison(each.difference, each.low, each.high, 1.0, each.n, Verdict.UNFAIR)
            for name, each in found.items()
        }
    return fair, found


def fixed(arm: Arm, control: Arm, *, sure: float = 0.95) -> tuple[float, float, float]:
    """The difference with the textbook's interval (Wald, unpooled), which holds for one look at a size fixed beforehand."""
    difference = arm.mean - control.mean
    half = float(norm.ppf((1 + sure) / 2)) * math.sqrt(arm.variance / arm.n + control.variance / control.n)
    return difference, difference - half, difference + half


def cuped(outcomes: Floats, before: Floats) -> tuple[Floats, float]:
    """Outcomes freed of what was known before time zero, and the correlation: variance falls by its square.

    Give all arms together, so that one theta serves them; `before` is never anything after time zero (mood, acceptance, satisfaction).
    """
    spread = float(before.var(ddof=1)) if len(before) > 1 else 0.0
    if spread <= 0 or outcomes.std() <= 0:
        return outcomes.astype(np.float64), 0.0
    theta = float(np.cov(before, outcomes, ddof=1)[0, 1]) / spread
    return outcomes - theta * (before - before.mean()), float(np.corrcoef(before, outcomes)[0, 1])


def freed(outcomes: Floats, before: Floats, strata: Sequence[str]) -> tuple[Floats, float]:
    """Outcomes freed of what was known before time zero and of the kind of case, and the share of their variance that is left.

    One line is laid through all arms together, so that what it takes away is the same in each; kinds of fewer than ten are one.
    """
    if len(outcomes) < BURN_IN or float(outcomes.var()) <= 0:
        return outcomes.astype(np.float64), 1.0
    counts = Counter(strata)
    names = [name if counts[name] >= _RARE else "" for name in strata]
    levels = sorted(set(names))[1:]
    columns = [np.array([name == level for name in names], dtype=np.float64) for level in levels]
    if float(before.std()) > 0:
        columns.append((before - before.mean()) / before.std())
    if not columns:
        return outcomes.astype(np.float64), 1.0
    design = np.column_stack([np.ones(len(outcomes)), *columns])
    fitted = design @ np.linalg.lstsq(design, outcomes.astype(np.float64), rcond=None)[0]
    found = outcomes - (fitted - fitted.mean())
    # Each column takes a little of the variance by chance alone: that is given back.
    share = float(found.var(ddof=min(design.shape[1], len(found) - 1)) / outcomes.var(ddof=1))
    return found, min(share, 1.0)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one more kept customer costs; None with the reason where the arms do not differ for certain."""

    each: float | None
    low: float | None
    high: float | None
    n: tuple[int, int]
    reason: str = ""


def cost_of_one_more(
    kept: Floats, cost: Floats, control_kept: Floats, control_cost: Floats, *, sure: float = 0.95
) -> Cost:
    """The difference in cost to the difference in customers kept, with Fieller's interval; nothing if the latter may be none."""
    n = (len(kept), len(control_kept))
    if min(n) < BURN_IN:
        return Cost(None, None, None, n, "not enough data")
    z2 = float(norm.ppf((1 + sure) / 2)) ** 2
    top, bottom = float(cost.mean() - control_cost.mean()), float(kept.mean() - control_kept.mean())
    first = np.cov(cost, kept, ddof=1) / len(kept)
    second = np.cov(control_cost, control_kept, ddof=1) / len(control_kept)
    (v_top, cov), (_, v_bottom) = first + second
    a, b, c = bottom**2 - z2 * v_bottom, top * bottom - z2 * cov, top**2 - z2 * v_top
    if a <= 0:
        return Cost(None, None, None, n, "it is not certain that the arms keep customers differently")
    root = math.sqrt(max(b * b - a * c, 0.0))
    return Cost(top / bottom, (b - root) / a, (b + root) / a, n)


_LEAST: Final = 1e-18
_RARE: Final = 10
