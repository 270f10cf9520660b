"""What the next period should bring: a robust level with a damped trend, times the season, times the exposure; and how sure that is.

Every figure is worked out from periods before the one that is judged, so that a spike never hides itself. A count that is far off
is drawn in before it teaches anything. Counts are taken to be negative binomial: a Poisson whose rate itself varies by `spread`
(the square of its coefficient of variation).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import nbinom

from amends.histories.history import Flags, Floats, Rows
from amends.spikes.series import Series, Step

_AROUND: Final = 3.0  # how many standard deviations off a count may teach


@dataclass(frozen=True, slots=True)
class Memory:
    """How much of the past counts. All in periods."""

    window: int
    half_life: float
    trend: int
    fewest: int
    prior: float
    """The spread that is believed before there is a history, with the weight of `believed` periods."""
    believed: float = 6.0


MEMORY: Final = {
    Step.HOUR: Memory(window=24 * 28, half_life=60.0, trend=0, fewest=48, prior=0.35),
    Step.DAY: Memory(window=140, half_life=21.0, trend=0, fewest=4, prior=0.08),
    Step.WEEK: Memory(window=78, half_life=8.0, trend=16, fewest=4, prior=0.05),
    Step.MONTH: Memory(window=48, half_life=5.0, trend=12, fewest=4, prior=0.03),
}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a period should bring: the mean, the spread of its rate, and how many periods the two rest on."""

    mean: float
    spread: float
    n: float

    @property
    def deviation(self) -> float:
        """The standard deviation of the count."""
        return math.sqrt(self.mean + self.spread * self.mean**2)

    def at_least(self, count: float) -> float:
        """The probability of this many or more if nothing is unusual.

        The spread is itself an estimate: what is believed is near the upper end of what the periods allow.
        """
        if count <= 0:
            return 1.0
        mean, size = max(self.mean, _LEAST), 1 / (self.spread * (1 + _DOUBT * math.sqrt(2 / max(self.n, 1.0))))
        return float(nbinom.sf(math.ceil(count) - 1, size, size / (size + mean)))


_DOUBT: Final = 1.25
_LEAST: Final = 0.05
_FLAT: Final = 1e-6


def expect(
    series: Series, index: int, *, seasons: tuple[Rows, ...], counted: Flags, means: Floats
) -> Expectation | None:
    """What period `index` should bring, from the periods before it that are `counted`; None before there are enough of them.

    `means` holds what was expected of the earlier periods (NaN where nothing was): how far they were off is the spread.
    """
    memory = MEMORY[series.step]
    begin = max(0, index - memory.window)
    rows = begin + np.flatnonzero(counted[begin:index])
    rows = rows[series.exposure[rows] > 0]
    if len(rows) < memory.fewest:
        return None
    season = _season(series, rows, np.array([index, *rows]), seasons)
    base = season[1:] * series.exposure[rows]
    age = np.asarray(float(index) - rows, dtype=np.float64)
    weight = _fading(age, memory.half_life)
    level = _level(series.counts[rows], base, weight, memory.prior)
    # Where nothing was expected yet, at the beginning, the level of the others stands in.
    should = np.where(np.isnan(means[rows]), level * base, means[rows])
    spread = _spread(series.counts[rows], should, weight=_fading(age, 4 * memory.half_life), memory=memory)
    level = _level(series.counts[rows], base, weight, spread)
    if memory.trend and len(rows) >= memory.trend:
        level *= _growth(series.counts[rows], base, age, memory)
    mean = level * season[0] * series.exposure[index]
    n = float(weight.sum())
    # The level is an estimate too: its own variance widens what may come.
    unsure = (spread + 1 / max(mean, _LEAST)) * (1 / max(n, 1.0) + _CYCLE[series.step] / (2 * memory.window))
    return Expectation(mean, spread + unsure, float(len(rows)))


def _fading(age: Floats, half_life: float) -> Floats:
    return np.asarray(0.5 ** (age / half_life), dtype=np.float64)


def _level(counts: Floats, base: Floats, weight: Floats, spread: float) -> float:
    """The weighted rate per unit of `base`, counts that are far off drawn in; two rounds are enough."""
    level = _middle(counts / np.maximum(base, _FLAT), weight)
    for _ in range(3):
        mean = np.maximum(level * base, _LEAST)
        reach = _AROUND * np.sqrt(mean + max(spread, 0.02) * mean**2)
        drawn = np.clip(counts, mean - reach, np.maximum(mean + reach, _not_rare(counts / mean) * mean))
        # Half a case more than came: a few silent periods do not prove that nothing ever comes.
        level = float(((weight * drawn).sum() + 0.5) / max((weight * base).sum(), _FLAT))
    return level


def _not_rare(values: Floats) -> float:
    """What one in twenty reaches, and at least three do: it is no outlier, however far off."""
    rank = max(3, math.ceil(0.05 * len(values)))
    return float(np.partition(values, -rank)[-rank]) if len(values) >= 2 * rank else 0.0


def _middle(values: Floats, weight: Floats) -> float:
    """The weighted median, or the mean where more than half are zero."""
    order = np.argsort(values)
    share = np.cumsum(weight[order]) / weight.sum()
    median = float(values[order][int(np.searchsorted(share, 0.5))])
    return median if median > 0 else float(np.average(values, weights=weight))


def _growth(counts: Floats, base: Floats, age: Floats, memory: Memory) -> float:
    """By which factor the trend lifts the level from the weighted middle of the past to now, damped by how sure it is."""
    recent = age <= 2 * memory.trend
    if recent.sum() < memory.trend:
        return 1.0
    value = np.sqrt(np.maximum(counts[recent] / np.maximum(base[recent], _FLAT), 0.0))
    weight = 0.5 ** (age[recent] / (2 * memory.half_life))
    slope, noise = 0.0, 1.0
    for _ in range(4):
        middle = np.average(-age[recent], weights=weight)
        height = np.average(value, weights=weight)
        x = -age[recent] - middle
        slope = float((weight * x * value).sum() / max((weight * x * x).sum(), _FLAT))
        left = value - height - slope * x
        scale = max(1.4826 * float(np.median(np.abs(left))), _FLAT)
        weight = 0.5 ** (age[recent] / (2 * memory.half_life)) * np.minimum(
            1, 1.5 * scale / np.maximum(np.abs(left), _FLAT)
        )
        noise = scale / math.sqrt(max(float((weight * x * x).sum()), _FLAT))
    sure = slope**2 / (slope**2 + 4 * noise**2)
    lag = float(np.average(age, weights=0.5 ** (age / memory.half_life)))
    height = max(float(np.average(value, weights=weight)), _FLAT)
    return float(np.clip((1 + sure * slope * lag / height) ** 2, 0.6, 1.6))


def _season(series: Series, rows: Rows, wanted: Rows, seasons: tuple[Rows, ...]) -> Floats:
    """The season's factor of each wanted period, about 1, drawn towards 1 where few periods speak for it."""
    factor = np.ones(len(wanted))
    counts, exposed = series.counts[rows], series.exposure[rows]
    seen = int(rows[-1] - rows[0]) + 1
    level = _smooth(counts, exposed, _CYCLE[series.step])
    weight = 0.5 ** ((rows[-1] - rows) / _SEASON_HALF_LIFE[series.step])
    for places, needed in zip(seasons, _NEEDED[series.step], strict=True):
        if seen >= needed:
            each = _factors(counts, level, weight, places[rows], int(places.max()) + 1)
            level = level * each[places[rows]]
            factor *= each[places[wanted]]
    return factor


_CYCLE: Final = {Step.HOUR: 24, Step.DAY: 7, Step.WEEK: 26, Step.MONTH: 6}
_NEEDED: Final = {Step.HOUR: (24, 24 * 14), Step.DAY: (8,), Step.WEEK: (104,), Step.MONTH: (24,)}
_SEASON_HALF_LIFE: Final = {Step.HOUR: 24.0 * 21, Step.DAY: 120.0, Step.WEEK: 156.0, Step.MONTH: 48.0}


def _factors(counts: Floats, level: Floats, weight: Floats, place: Rows, size: int) -> Floats:
    """Per place, what came there to what the level alone would have brought."""
    cap = np.maximum(level + 3 * np.sqrt(level + 0.25 * level**2), _not_rare(counts / level) * level)
    scale = max(float(np.average(level, weights=weight)), _LEAST)
    came = np.bincount(place, weight * np.minimum(counts, cap) / scale, size)
    should = np.bincount(place, weight * level / scale, size)
    varied = float(np.average(np.clip((counts - level) ** 2 - level, 0, 9 * level**2) / level**2, weights=weight))
    # So many periods as the level says pull every place towards it: the more, the less one period tells.
    drawn = 1.0 + 1.0 / scale + 2 * varied
    return np.asarray((came + drawn) / (should + drawn), dtype=np.float64)


def _smooth(counts: Floats, base: Floats, cycle: int) -> Floats:
    """The level at each time: the mean over whole cycles about it, with as much on either side as there is."""
    width = 2 * cycle + 1
    total = np.convolve(
        np.pad(counts, cycle, mode="reflect" if len(counts) > cycle else "edge"), np.ones(width), "valid"
    )
    exposed = np.convolve(np.pad(base, cycle, mode="reflect" if len(base) > cycle else "edge"), np.ones(width), "valid")
    return np.maximum(total / np.maximum(exposed, _FLAT) * base, _LEAST * np.minimum(base, 1.0))


def _spread(counts: Floats, means: Floats, *, weight: Floats, memory: Memory) -> float:
    """How much the rate varied beyond chance, from how far off past expectations were; ends drawn in, and a prior added."""
    mean = np.maximum(means, 0.2)
    off = counts - mean
    reach = 4 * np.sqrt(mean + max(memory.prior, 0.02) * mean**2)
    square = np.minimum(off**2, np.maximum(reach, _not_rare(np.abs(off) / reach) * reach) ** 2)
    # A moment estimate in which a period with a small mean, which says little of the rate, counts little.
    worth = weight * mean**2 / (mean + memory.prior * mean**2)
    found = float((worth * (square - mean) / mean**2).sum() / max(worth.sum(), _FLAT))
    n = float(weight.sum())
    prior = memory.prior * (1 + 6 / len(counts))  # what few periods have not shown may still come
    return max((n * max(found, 0.0) + memory.believed * prior) / (n + memory.believed), 0.004)
