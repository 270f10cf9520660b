"""Whether promises were kept: rates with their intervals, and an alarm that says when quotes stopped being honest.

A rate is over promises that have fallen due, never over closed cases: a promise is kept or not on its date, whatever
happens afterwards, so nothing here is censored.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
from scipy.special import betaincc, betaln
from scipy.stats import beta, norm

from amends.histories.history import Flags, Floats
from amends.quoting.bounds import censoring_weights, curve

ALARM: Final = 100.0
"""The e-value from which on it is said that promises are not kept as often as stated: wrong once in a hundred desks."""
STATED: Final = (0.5, 0.8, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of n with an interval that holds the truth in 95 of 100 samples."""

    share: float | None
    n: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Kept:
    """One promise: when made, first and last due (the same unless it was moved), its stated probability, when done."""

    made: datetime
    due: datetime
    probability: float
    done: datetime | None
    first_due: datetime | None = None
    group: Hashable = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the promises that fell due in a period. Days are elapsed."""

    kept: Rate
    first_kept: Rate
    reliability: dict[float, Rate]
    worst: tuple[Hashable, Rate] | None
    no_quote: Rate
    median_quote_days: float | None
    median_early_days: float | None
    twice_too_long: Rate
    median_late_days: float | None
    verdict: str


def wilson(good: int, n: int, *, sure: float = 0.95) -> Rate:
    """The share with Wilson's interval: right on average, for reading."""
    if n == 0:
        return Rate(None, 0, 0.0, 1.0)
    z, share = float(norm.ppf((1 + sure) / 2)), good / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Rate(share, n, max(0.0, middle - half), min(1.0, middle + half))


def clopper(good: int, n: int, *, sure: float = 0.95) -> Rate:
    """The share with Clopper and Pearson's interval: never narrower than it says, for deciding."""
    if n == 0:
        return Rate(None, 0, 0.0, 1.0)
    tail = (1 - sure) / 2
    low = 0.0 if good == 0 else float(beta.ppf(tail, good, n - good + 1))
    high = 1.0 if good == n else float(beta.ppf(1 - tail, good + 1, n - good))
    return Rate(good / n, n, low, high)


def report(
    promises: Sequence[Kept], *, begin: datetime, end: datetime, asked: int = 0, undated: int = 0, least: int = 20
) -> Report:
    """What became of the promises that fell due in [begin, end); `undated` of `asked` quotes gave no date.

    A moved promise counts by its first date in `first_kept`. Groups with fewer than `least` promises are not compared.
    """
    due = [each for each in promises if begin <= each.due < end]
    first = [each for each in promises if begin <= (each.first_due or each.due) < end]
    kept = wilson(sum(map(_kept, due)), len(due))
    early = [(each.due - each.done).total_seconds() / 86400 for each in due if each.done and each.done <= each.due]
    late = [(each.done - each.due).total_seconds() / 86400 for each in due if each.done and each.done > each.due]
    done = [each for each in due if each.done]
    twice = sum((each.due - each.made) > 2 * (each.done - each.made) for each in done if each.done)
    first_kept = sum(bool(each.done and each.done <= (each.first_due or each.due)) for each in first)
    return Report(
        kept=kept,
        first_kept=wilson(first_kept, len(first)),
        reliability=_by_stated(due),
        worst=_worst(due, least),
        no_quote=wilson(undated, asked),
        median_quote_days=_median((each.due - each.made).total_seconds() / 86400 for each in due),
        median_early_days=_median(early),
        twice_too_long=wilson(twice, len(done)),
        median_late_days=_median(late),
        verdict=verdict(sum(map(_kept, due)), len(due), float(np.mean([each.probability for each in due] or [0.9]))),
    )


def verdict(kept: int, n: int, probability: float) -> str:
    """One of "calibrated", "late" (kept less often than stated), "slow" (more often: too long), "not enough data"."""
    found = clopper(kept, n)
    if found.high < probability:
        return "late"
    if found.low > probability:
        return "slow"
    return "calibrated" if found.high - found.low <= 0.13 else "not enough data"  # noqa: PLR2004 -- about 100 promises


def _by_stated(due: Sequence[Kept]) -> dict[float, Rate]:
    stated = sorted({each.probability for each in due} | set(STATED))
    return {
        p: wilson(sum(_kept(e) for e in due if e.probability == p), sum(e.probability == p for e in due))
        for p in stated
    }


def _worst(due: Sequence[Kept], least: int) -> tuple[Hashable, Rate] | None:
    groups: dict[Hashable, list[Kept]] = {}
    for each in due:
        groups.setdefault(each.group, []).append(each)
    rates = [(group, wilson(sum(map(_kept, own)), len(own))) for group, own in groups.items() if len(own) >= least]
    return min(rates, key=lambda pair: pair[1].share or 0.0, default=None)


def _kept(promise: Kept) -> bool:
    return promise.done is not None and promise.done <= promise.due


def _median(values: Iterable[float]) -> float | None:
    known = list(values)
    return float(np.median(known)) if known else None


def ipcw_coverage(quotes: Floats, took: Floats, ended: Flags) -> tuple[float, float]:
    """Coverage where the history stops before dates are due, by inverse-probability weights, and the share undated."""
    weights = censoring_weights(took, ended)
    return float((weights * (took <= quotes)).sum() / max(len(took), 1)), float(np.isinf(quotes).mean())


def reached(values: Floats, ended: Flags, quote: float) -> float:
    """The share over by then, by Kaplan and Meier."""
    found = curve(values, ended, new=0.0)
    index = int(np.searchsorted(found.at, quote, side="right")) - 1
    return float(1 - found.open_after[index]) if index >= 0 else 0.0


@dataclass(frozen=True, slots=True)
class Monitor:
    """An e-process on promises in the order in which they fell due: evidence that fewer are kept than stated.

    Each start is a bet of its own (a mixture over how often promises are broken, more often than stated) and the starts share one
    unit of money, so that a change after a long good time is still seen. While promises are honest the value exceeds 100 at any
    time whatever in at most one desk of a hundred.
    """

    probability: float
    seen: int = 0
    bets: tuple[tuple[float, int, int], ...] = ()
    alarmed: bool = False

    @property
    def value(self) -> float:
        """The e-value: 1 at the beginning, ALARM or more when the promises have stopped being honest."""
        if not self.bets:
            return 1.0
        share, broken, n = np.array(self.bets).T
        return float(1 - share.sum() + (share * self._won(broken, n)).sum())

    @property
    def suspect(self) -> int:
        """How many promises had been seen when the run began that now speaks loudest against honesty."""
        if not self.bets:
            return 0
        share, broken, n = np.array(self.bets).T
        return int(np.argmax(share * self._won(broken, n))) * _SPELL

    def after(self, *kept: bool) -> Monitor:
        """The monitor after these promises fell due. Once it has alarmed it stays so until calibration is restarted."""
        found = self
        for each in kept:
            found = found._after(kept=each)
        return found

    def _after(self, *, kept: bool) -> Monitor:
        bets = self.bets
        if self.seen % _SPELL == 0:
            start = self.seen // _SPELL + 1
            bets = (*bets, (1 / (start * (start + 1)), 0, 0))
        bets = tuple((share, broken + (not kept), n + 1) for share, broken, n in bets)
        found = Monitor(self.probability, self.seen + 1, bets, self.alarmed)
        return (
            found if found.alarmed or found.value < ALARM else Monitor(self.probability, found.seen, bets, alarmed=True)
        )

    def _won(self, broken: Floats, n: Floats) -> Floats:
        """The likelihood of so many broken under a uniform mixture of rates above the stated one, to that under it.

        The mixture is a beta distribution cut off below the stated rate: what a bet against honesty alone may hold.
        """
        stated = 1 - self.probability
        above = np.maximum(betaincc(broken + 1, n - broken + 1, stated), _LEAST)
        log_mixture = betaln(broken + 1, n - broken + 1) + np.log(above) - math.log1p(-stated)
        log_stated = broken * math.log(stated) + (n - broken) * math.log1p(-stated)
        return np.asarray(np.exp(np.minimum(log_mixture - log_stated, _MOST)), dtype=np.float64)


_LEAST: Final = 1e-300
_MOST: Final = 600.0
_SPELL: Final = 25  # promises between two starts
