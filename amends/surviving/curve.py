"""Who is still there, by time: Kaplan and Meier with bands, restricted means and their difference, and the log-rank test."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import chi2, norm

from amends.histories.history import Flags, Floats

FEWEST: Final = 20
"""Fewer customers than this get no curve."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still there just after each time of `at`, with pointwise bands; `at_risk` just before, `lost` then."""

    at: Floats
    share: Floats
    low: Floats
    high: Floats
    at_risk: Floats
    lost: Floats
    n: int
    sure: float

    def still(self, time: float) -> tuple[float, float, float] | None:
        """Share, low and high at this time; None where nobody was watched so long, which is "not enough data"."""
        if not self.n or time > self.watched:
            return None
        index = int(np.searchsorted(self.at, time, side="right")) - 1
        return (
            (1.0, 1.0, 1.0)
            if index < 0
            else (float(self.share[index]), float(self.low[index]), float(self.high[index]))
        )

    @property
    def watched(self) -> float:
        """Until when anybody was watched."""
        return float(self.at[-1]) if len(self.at) else 0.0

    @property
    def median(self) -> float | None:
        """When half were gone; None if half never were."""
        below = np.flatnonzero(self.share <= 0.5 + _ROUNDING)
        return float(self.at[below[0]]) if len(below) else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference with its interval, and how many stand on either side."""

    value: float
    low: float
    high: float
    deviation: float
    n: tuple[int, int]


def kaplan_meier(times: Floats, lost: Flags, *, sure: float = 0.95, many: Floats | None = None) -> Curve:
    """The curve of these customers: `times` is when each was lost or, where they were not, until when they were watched.

    `many` is how many customers each stands for; one, if not given.

    Bands are Greenwood's on the scale log(-log S), so that they stay between 0 and 1. Whoever was lost at the moment
    at which another was last seen was lost first.
    """
    at, at_risk, gone = _table(times, lost, many)
    share = np.asarray(np.cumprod(1 - gone / at_risk), dtype=np.float64)
    z = float(norm.ppf((1 + sure) / 2))
    greenwood = _greenwood(at_risk, gone)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        log = np.log(share)
        half = z * np.sqrt(greenwood) / np.abs(log)
        low, high = share ** np.exp(half), share ** np.exp(-half)
    flat = (share >= 1) | (share <= 0)
    return Curve(
        at, share, np.where(flat, share, low), np.where(flat, share, high), at_risk, gone, _count(times, many), sure
    )


def restricted_mean(times: Floats, lost: Flags, *, until: float, many: Floats | None = None) -> tuple[float, float]:
    """The mean time somebody stays within the first `until`, and its variance (the area under the curve; Klein and Moeschberger).

    Raises ValueError if nobody was watched so long and some are still there: the area is not known.
    """
    curve = kaplan_meier(times, lost, many=many)
    if curve.watched < until and (not len(curve.share) or curve.share[-1] > 0):
        raise ValueError(f"Nobody was watched for {until:g}; the longest was {curve.watched:g}.")
    inside = curve.at < until
    at, share = curve.at[inside], curve.share[inside]
    edges = np.concatenate(([0.0], at, [until]))
    areas = np.diff(edges) * np.concatenate(([1.0], share))
    beyond = areas[::-1].cumsum()[::-1][1:]  # the area to the right of each time
    risk, gone = curve.at_risk[inside], curve.lost[inside]
    left = np.maximum(risk * (risk - gone), _ROUNDING)
    variance = float((beyond**2 * np.where(gone > 0, gone / left, 0.0))[risk > gone].sum())
    return float(areas.sum()), variance


def stay_longer(
    times: Floats, lost: Flags, others: Floats, others_lost: Flags, *, until: float, sure: float = 0.95,
    many: Floats | None = None, others_many: Floats | None = None,
) -> Difference:  # fmt: skip
    """By how much longer the first stay than the others within the first `until`, with its interval."""
    mean, variance = restricted_mean(times, lost, until=until, many=many)
    other, other_variance = restricted_mean(others, others_lost, until=until, many=others_many)
    deviation = math.sqrt(variance + other_variance)
    half = float(norm.ppf((1 + sure) / 2)) * deviation
    n = (_count(times, many), _count(others, others_many))
    return Difference(mean - other, mean - other - half, mean - other + half, deviation, n)


def log_rank(times: Floats, lost: Flags, group: Flags, *, many: Floats | None = None) -> tuple[float, float]:
    """The statistic and p-value of "both groups are lost alike" (one degree of freedom)."""
    each = np.ones(len(times)) if many is None else many
    at = np.unique(times[lost])
    risk, gone = _at_each(at, times, lost, each)
    own, own_gone = _at_each(at, times[group], lost[group], each[group])
    observed, expected = float(own_gone.sum()), float((gone * own / risk).sum())
    some = risk > 1
    share = own[some] / risk[some]
    variance = float((gone[some] * share * (1 - share) * (risk[some] - gone[some]) / (risk[some] - 1)).sum())
    if variance <= 0:
        return 0.0, 1.0
    statistic = (observed - expected) ** 2 / variance
    return statistic, float(chi2.sf(statistic, 1))


def _at_each(at: Floats, times: Floats, lost: Flags, many: Floats) -> tuple[Floats, Floats]:
    """How many were there just before each time of `at`, and how many were lost then."""
    order = np.argsort(times, kind="stable")
    sorted_ = times[order]
    first, last = (np.searchsorted(sorted_, at, side=side) for side in ("left", "right"))
    upto = np.concatenate(([0.0], np.cumsum(many[order])))
    upto_lost = np.concatenate(([0.0], np.cumsum((many * lost)[order])))
    return np.asarray(upto[-1] - upto[first], dtype=np.float64), np.asarray(
        upto_lost[last] - upto_lost[first], dtype=np.float64
    )


def landmark(times: Floats, lost: Flags, *, day: float) -> tuple[Flags, Floats]:
    """Who was still there at `day`, and everybody's time counted from then.

    Whatever happened before `day` (a call, a visit) may then be compared without its takers having had to live to take it.
    """
    there = (times > day) | ((times == day) & ~lost)
    return there, times - day


def censored_alike(
    times: Floats, lost: Flags, group: Flags, *, until: float, many: Floats | None = None
) -> tuple[float, float, bool]:
    """The shares lost from sight before `until` in the group and in the rest, and whether they differ by 3 points at most.

    `many` is how many customers each stands for; one, if not given.
    """
    away, each_ = ~lost & (times < until), np.ones(len(times)) if many is None else many
    sizes = [float(each_[part].sum()) for part in (group, ~group)]
    gone = [float(each_[part & away].sum()) for part in (group, ~group)]
    own, rest = (out / size if size else 0.0 for out, size in zip(gone, sizes, strict=True))
    return own, rest, abs(own - rest) <= _POINTS


def _count(times: Floats, many: Floats | None) -> int:
    return len(times) if many is None else int(many.sum())


def _table(times: Floats, lost: Flags, many: Floats | None = None) -> tuple[Floats, Floats, Floats]:
    """Every distinct time, how many were there just before, and how many were lost then."""
    at, place = np.unique(times, return_inverse=True)
    each = np.ones(len(times)) if many is None else many
    gone = np.bincount(place, lost * each, len(at))
    leaving = np.bincount(place, each, len(at))
    return (
        at.astype(np.float64),
        np.asarray(leaving[::-1].cumsum()[::-1], dtype=np.float64),
        np.asarray(gone, dtype=np.float64),
    )


def _greenwood(at_risk: Floats, gone: Floats) -> Floats:
    left = at_risk * (at_risk - gone)
    return np.asarray(np.cumsum(np.where(left > 0, gone / np.maximum(left, _ROUNDING), 0.0)), dtype=np.float64)


_ROUNDING: Final = 1e-12
_POINTS: Final = 0.03
