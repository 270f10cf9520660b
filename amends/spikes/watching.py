"""Watching a series: evidence that grows period by period, the alert it raises, and the alert's end.

The evidence is a CUSUM of e-values (an e-detector): each period's p-value becomes a bet that pays for p-values near 0 and
loses half its stake at 1, and the stake is never below 1 when a period begins. While nothing changes, it passes a threshold
once in that many periods at the most. (Vovk and Wang, "E-values", 2021, the mixture over all power calibrators; Shin, Ramdas and
Rinaldo, "E-detectors", 2023, for the bound on the run length.)

Such evidence is slow to believe one period. So one alerts by itself too, if it tops every usual one that is remembered and is so
improbable that, with as many looks as there are periods, this too stays within the false alarms that are allowed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

from amends.spikes.expecting import MEMORY, Expectation, expect
from amends.spikes.series import Series, Step


@dataclass(frozen=True, slots=True)
class Watch:
    """What must be seen before an alert is raised, and when it is over."""

    evidence: float
    """The stake from which on an alert is raised: the least mean number of quiet periods between two false ones."""
    sharp: float = 0.0
    """A single period this improbable that tops all before it is an alert by itself; adds at most so many false ones a period."""
    known: int = 0
    """So many periods must be known before one speaks for itself: in a short history much is improbable."""
    rise: float = 1.3
    """A rise smaller than this factor is nobody's emergency."""
    least: int = 5
    """Fewer than this in a period never alert by themselves."""
    calm: int = 2
    """How many periods in a row must be as expected until an alert is over."""
    settled: int = 21
    """After how many periods what was unusual counts as usual."""


WATCH: Final = {
    Step.HOUR: Watch(evidence=10_000, sharp=2e-6, known=336, calm=6, settled=96),
    Step.DAY: Watch(evidence=250, sharp=2e-4, known=35, calm=3, settled=28),
    Step.WEEK: Watch(evidence=26, sharp=0.005, known=10, calm=2, settled=8),
    Step.MONTH: Watch(evidence=12, sharp=0.01, known=6, calm=1, settled=6),
}


@dataclass(frozen=True, slots=True)
class Alert:
    """More came than was expected: since when, first said in which period, how many against how many; `end` is None while it lasts.

    `count` and `expected` are sums over the periods from `since` to the end, or to the last one seen.
    """

    since: datetime
    raised: datetime
    count: float
    expected: float
    evidence: float
    end: datetime | None = None

    @property
    def times(self) -> float:
        """How many times what was expected."""
        return self.count / max(self.expected, 0.05)


@dataclass(frozen=True, slots=True)
class Seen:
    """One period, judged by what was known before it."""

    begin: datetime
    count: float
    expected: float | None
    usual: float | None
    """The most that is not unusual: the 99th percentile or so of what may come."""
    evidence: float
    alert: bool


def bet(p: float) -> float:
    """The e-value of a p-value: the mixture of all bets `k p^(k-1)`, k between 0 and 1. Its mean is at most 1 under chance."""
    p = min(max(p, _LEAST), 1.0)
    if p > 1 - _NEAR:
        return 0.5
    log = math.log(p)
    return (1 - p + p * log) / (p * log * log)


_LEAST: Final = 1e-12
_NEAR: Final = 1e-4


def watch(series: Series, rule: Watch | None = None, *, last: int | None = None) -> tuple[list[Alert], list[Seen]]:
    """Every alert in order, and each period as it was judged. The last may still be running: its count can only grow.

    With `last` only so many periods are judged, and those before them teach: the cost of a look is then that of so many.
    """
    watching = _Watching(series, rule or WATCH[series.step])
    begin = 0 if last is None else max(0, len(series) - last)
    seen = [watching.judge(index) for index in range(begin, len(series))]
    return watching.alerts(), seen


class _Watching:
    """The state between two periods: the stake, and the alert that lasts."""

    def __init__(self, series: Series, rule: Watch) -> None:
        self.series, self.rule = series, rule
        self.seasons = series.seasons()
        self.counted = np.ones(len(series), dtype=np.bool_)
        self.counted[:1] = False  # the first period is seldom a whole one
        self.means = np.full(len(series), np.nan)
        self.stake, self.since = 1.0, 0
        self.found: list[_Episode] = []
        self.lasting: _Episode | None = None

    def judge(self, index: int) -> Seen:
        """This period, by what was known before it."""
        series, count = self.series, float(self.series.counts[index])
        expected = expect(series, index, seasons=self.seasons, counted=self.counted, means=self.means)
        if expected is None or series.exposure[index] <= 0:
            return Seen(series.begins[index], count, None, None, self.stake, alert=False)
        self.means[index] = expected.mean
        if self.lasting is None:
            self._weigh(index, count, expected)
        else:
            self._last(index, count, expected)
        usual = expected.mean + _USUAL * expected.deviation
        return Seen(series.begins[index], count, expected.mean, usual, self.stake, alert=self.lasting is not None)

    def _weigh(self, index: int, count: float, expected: Expectation) -> None:
        p, rule = expected.at_least(count), self.rule
        if self.stake <= 1:
            self.since = index
        self.stake = max(self.stake, 1.0) * bet(p)
        alone = p <= rule.sharp and expected.n >= rule.known and self._tops(index, count)
        if alone and self.stake < rule.evidence:
            self.since = index  # it speaks for itself alone
        rows = slice(self.since, index + 1)
        came, should = float(self.series.counts[rows].sum()), float(np.nansum(self.means[rows]))
        enough = count >= rule.least and count >= rule.rise * expected.mean and came >= rule.rise * should
        if (self.stake >= rule.evidence or alone) and enough:
            self.lasting = _Episode(self.since, index, self.stake)
            self.found.append(self.lasting)
            self.counted[rows] = False

    def _tops(self, index: int, count: float) -> bool:
        """Whether more came than in any usual period that is remembered: improbable periods that come now and then are usual."""
        begin = max(0, index - MEMORY[self.series.step].window)
        past = self.series.counts[begin:index][self.counted[begin:index]]
        return bool(count > past.max(initial=0.0))

    def _last(self, index: int, count: float, expected: Expectation) -> None:
        lasting = self.lasting
        assert lasting is not None  # noqa: S101
        self.counted[index] = False
        lasting.calm = lasting.calm + 1 if count <= expected.mean + expected.deviation else 0
        if lasting.calm >= self.rule.calm:
            lasting.end = index - lasting.calm + 1
            self.counted[lasting.since : index + 1] = (
                True  # drawn in, it teaches a little: what comes often is no surprise
            )
        elif index - lasting.since + 1 >= self.rule.settled:
            lasting.end = index + 1
            self.counted[: lasting.since] = False  # what was unusual is the level now
            self.counted[lasting.since : index + 1] = True
        if lasting.end is not None:
            self.lasting, self.stake = None, 1.0

    def alerts(self) -> list[Alert]:
        """Every alert so far."""
        return [self._told(each) for each in self.found]

    def _told(self, each: _Episode) -> Alert:
        series, rows = self.series, slice(each.since, len(self.series) if each.end is None else each.end)
        ended = None if each.end is None or each.end >= len(series) else series.begins[each.end]
        return Alert(
            since=series.begins[each.since],
            raised=series.begins[each.raised],
            count=float(series.counts[rows].sum()),
            expected=float(np.nansum(self.means[rows])),
            evidence=each.evidence,
            end=ended,
        )


@dataclass(slots=True)
class _Episode:
    """An alert by its rows: since, raised, and the row after its last once it is over."""

    since: int
    raised: int
    evidence: float
    calm: int = 0
    end: int | None = None


_USUAL: Final = 2.33
