"""How much longer a case will take, from the events so far: the median over cases that had come as far.

How that is learnt is tried on the latest cases: which features help, whether by a forest or by peers, after which step the
clock of a case stands still (as while one waits for the customer), and whether the older cases still teach.

A point estimate, not a promise: half of all cases take longer. It orders work and is compared with the literature;
what is said to a customer is a quote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Self

import numpy as np

from amends.histories.history import Feature, Floats, Rows
from amends.quoting.forest import Forest, Shape, grow
from amends.remaining.peers import Peers

Way = type[Forest] | type[Peers]

MEDIAN: Final = 0.5
NEVER_PAUSED: Final = ""
_SHAPE: Final = Shape(trees=40, depth=9, leaf=15, rows=12_000, share=0.4, marks=128)
_TRIAL: Final = Shape(trees=12, depth=8, leaf=15, rows=6_000, share=0.6, marks=64)
_LAST: Final = 0.8  # share of the teaching cases that teach in a trial; the rest judge
_WORTH: Final = 0.002  # of the error that a feature must save in a trial to be kept
_SIZES: Final = (3, 4, 5, 6, 7, 8, 10, 13, 17)  # how many features are tried, the most telling
_JUDGED: Final = 4_000
_SHARES: Final = (0.5, 0.25, 0.125)  # of the teaching cases, the latest: where the pace changed, the older mislead
_CLEARLY: Final = 0.95  # of the error with all of them
_RATHER: Final = 0.998  # of the error with a clock that never stands still
_PAUSES: Final = 6  # steps, the most frequent, after which it may
_FEWEST: Final = 200  # beginnings that may teach alone
_COUNTED: Final = 20  # activities counted, the most frequent


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Beginnings of cases: what was known after each, its age and what was left, in days. `case` and `length` name the row.

    `after` says by step how many days of its age had gone by between that step and the next event.
    """

    features: tuple[Feature, ...]
    age: Floats
    left: Floats
    case: Rows
    length: Rows
    after: Mapping[str, Floats]

    def of(self, rows: Rows) -> Self:
        """Only these."""
        features = tuple(feature.take(rows) for feature in self.features)
        after = {step: days[rows] for step, days in self.after.items()}
        return type(self)(features, self.age[rows], self.left[rows], self.case[rows], self.length[rows], after)

    def latest(self, share: float) -> Self:
        """Only the beginnings of this share of the cases, the latest by start."""
        return self.of(np.flatnonzero(self.case >= np.quantile(self.case, 1 - share))) if len(self.case) else self

    def only(self, names: Sequence[str]) -> Self:
        """The same with only these features."""
        return replace(self, features=tuple(feature for feature in self.features if feature.name in names))

    def shown(self, paused: str) -> Floats:
        """What a clock shows that starts with the case and stands still after this step; of a step not in `after`, the age."""
        return self.age - self.after[paused] if paused in self.after else self.age


def prefixes(
    case: Sequence[str],
    at: Floats,
    activity: Sequence[str],
    *,
    attributes: Mapping[str, Sequence[str]] | None = None,
    shortest: int = 2,
) -> Prefixes:
    """Every beginning of each case from `shortest` events to all but one; cases of fewer than three events have none.

    Cases are numbered in the order of their starts. Attributes are those of the last event of the beginning.
    """
    number = _numbered(case, at)
    order = np.lexsort((np.arange(len(at)), at, number))
    own, time = number[order], at[order]
    first = np.flatnonzero(np.r_[True, own[1:] != own[:-1]])
    size = np.diff(np.r_[first, len(own)])
    begin, count = np.repeat(first, size), np.repeat(size, size)
    position = np.arange(len(own)) - begin
    rows = np.flatnonzero((count >= 3) & (position >= shortest - 1) & (position < count - 1))  # noqa: PLR2004
    names = [activity[i] for i in order]
    last = time[begin + count - 1]
    features = [*_timing(time, begin, position), *_steps(names, begin, position)]
    features += [Feature.of(name, [column[i] for i in order]) for name, column in (attributes or {}).items()]
    return Prefixes(
        tuple(feature.take(rows) for feature in features), (time - time[begin])[rows], (last - time)[rows], own[rows],
        (position + 1)[rows], {step: days[rows] for step, days in _after(names, time, begin).items()},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is to be learnt: by what, from which features, with a clock that stands still after which step, from how many.

    `share` is that of the latest cases which alone teach.
    """

    way: Way = Forest
    names: tuple[str, ...] = ()
    paused: str = NEVER_PAUSED
    share: float = 1.0

    def teach(self, known: Prefixes, shape: Shape, seed: int) -> Estimator:
        """What these beginnings teach when it is done so."""
        taught = known.latest(self.share).only(self.names)
        if self.way is Peers:
            shown = taught.shown(self.paused)
            return Estimator(self, Peers.of(taught.features, taught.left, shown, shape=shape, seed=seed))
        ended = np.ones(len(taught.left), dtype=np.bool_)
        return Estimator(self, grow(taught.features, taught.left, ended, shape=shape, seed=seed))


@dataclass(frozen=True, slots=True)
class Estimator:
    """What was learnt, and how."""

    plan: Plan
    learnt: Forest | Peers

    def error(self, judging: Prefixes) -> float:
        """The mean of how far, in days, it is off on these."""
        return float(np.abs(estimate(self, judging) - judging.left).mean())


def teach(known: Prefixes, *, seed: int = 1) -> Estimator:
    """What these beginnings teach, in the way that proved right in a trial on the latest of them."""
    return plan(known, seed=seed).teach(known, _SHAPE, seed)


def plan(known: Prefixes, *, seed: int = 1) -> Plan:
    """How to learn so that the latest cases, taught by those before them, are estimated best.

    Peers are tried with the features that tell a forest something, and with those that tell them something and a clock that
    may stand still. Something less plain than always and all must do clearly better.
    """
    every = Plan(names=tuple(feature.name for feature in known.features))
    teaching, judging = _parted(known)
    if not len(teaching.left) or not len(judging.left):
        return every

    @cache
    def tried(each: Plan) -> float:
        return each.teach(teaching, _TRIAL, seed).error(judging)

    lost = _lost(every, teaching, judging, seed)
    worth = replace(
        every, names=tuple(name for name in every.names if lost[name] > _WORTH * tried(every)) or every.names
    )
    kept = worth if tried(worth) < tried(every) else every
    all_peers = replace(every, way=Peers)
    lost = _lost(all_peers, teaching, judging, seed)
    telling = sorted((name for name in every.names if lost[name] > 0), key=lambda name: -lost[name])
    few = [replace(all_peers, names=tuple(telling[:size])) for size in _SIZES if size <= len(telling)]
    peers, error = _least([all_peers, *few], tried)
    pausing, less = _least([replace(peers, paused=step) for step in known.after], tried)
    plans = [kept, replace(kept, way=Peers), pausing if less < error * _RATHER else peers]
    shares = [share for share in _SHARES if len(teaching.latest(share).left) >= _FEWEST]
    whole, error = _least(plans, tried)
    fewer, less = _least([whole, *(replace(each, share=share) for each in plans for share in shares)], tried)
    return fewer if less < error * _CLEARLY else whole


def _least(plans: Sequence[Plan], tried: Callable[[Plan], float]) -> tuple[Plan, float]:
    """The plan that errs least, of equal ones the first, and how much that is."""
    errors = [tried(each) for each in plans]
    at = int(np.argmin(errors))
    return plans[at], errors[at]


def _lost(every: Plan, teaching: Prefixes, judging: Prefixes, seed: int) -> dict[str, float]:
    """How many days more a trial errs without each feature."""
    random = np.random.default_rng(seed)
    trial = every.teach(teaching, _TRIAL, seed)
    plain = trial.error(judging)
    lost = {}
    for i, feature in enumerate(judging.features):
        mixed = replace(feature, values=random.permutation(feature.values))
        features = (*judging.features[:i], mixed, *judging.features[i + 1 :])
        lost[feature.name] = trial.error(replace(judging, features=features)) - plain
    return lost


def _parted(known: Prefixes) -> tuple[Prefixes, Prefixes]:
    """Those that teach in a trial and, of the later ones, those that judge."""
    border = np.quantile(known.case, _LAST) if len(known.case) else 0
    later = np.flatnonzero(known.case > border)
    return known.of(np.flatnonzero(known.case <= border)), known.of(later[:: max(1, len(later) // _JUDGED)])


def estimate(estimator: Estimator, asked: Prefixes) -> Floats:
    """For each beginning the median of what is left, in days."""
    learnt = estimator.learnt
    columns = [each.values for each in asked.only(estimator.plan.names).features]
    if isinstance(learnt, Peers):
        return learnt.median(columns, asked.shown(estimator.plan.paused))
    return _medians(learnt, columns)


def _medians(forest: Forest, columns: list[Floats]) -> Floats:
    spread = forest.spread(columns)
    rows = np.arange(len(spread))
    index = (spread < MEDIAN).sum(axis=1)
    low = np.maximum(index - 1, 0)
    x0, y0 = np.where(index > 0, forest.marks[low], 0.0), np.where(index > 0, spread[rows, low], 0.0)
    rise = spread[rows, index] - y0
    found = x0 + (forest.marks[index] - x0) * np.where(rise > 0, (MEDIAN - y0) / np.where(rise > 0, rise, 1), 1.0)
    return np.asarray(found, dtype=np.float64)


def by_length(known: Prefixes, asked: Prefixes) -> Floats:
    """The one-line baseline: the median of what was left at the same length."""
    whole = float(np.median(known.left))
    medians = {int(n): float(np.median(known.left[known.length == n])) for n in np.unique(known.length)}
    return np.array([medians.get(int(n), whole) for n in asked.length])


def _numbered(case: Sequence[str], at: Floats) -> Rows:
    start: dict[str, float] = {}
    for name, time in zip(case, at.tolist(), strict=True):
        start[name] = min(start.get(name, time), time)
    place = {name: i for i, name in enumerate(sorted(start, key=lambda name: start[name]))}
    return np.array([place[name] for name in case], dtype=np.intp)


def _timing(time: Floats, begin: Rows, position: Rows) -> list[Feature]:
    before = time[np.maximum(np.arange(len(time)) - 1, begin)]
    earlier = time[np.maximum(np.arange(len(time)) - 2, begin)]
    values = {
        "length": position + 1.0,
        "age": time - time[begin],
        "since the last": time - before,
        "since the one before": time - earlier,
        "hour": (time % 1) * 24,
        "weekday": np.floor(time + 3) % 7,
        "start hour": (time[begin] % 1) * 24,
        "start weekday": np.floor(time[begin] + 3) % 7,
    }
    return [Feature(name, np.asarray(each, dtype=np.float64)) for name, each in values.items()]


def _after(names: Sequence[str], time: Floats, begin: Rows) -> dict[str, Floats]:
    """For the most frequent steps, how many days of the case so far had gone by between one of them and the next event."""
    gone = np.where(begin < np.arange(len(time)), np.diff(time, prepend=time[:1]), 0.0)
    found = {}
    for step in _frequent(names)[:_PAUSES]:
        total = np.cumsum(np.where(np.array(["", *names[:-1]]) == step, gone, 0.0))
        found[step] = total - total[begin]
    return found


def _frequent(names: Sequence[str]) -> list[str]:
    """The steps, the most frequent first."""
    counts = Counter(names)
    return sorted(counts, key=lambda step: (-counts[step], step))


def _steps(names: Sequence[str], begin: Rows, position: Rows) -> list[Feature]:
    index = np.arange(len(names))
    found = [Feature.of("activity", names)]
    for back in (1, 2):
        where = np.maximum(index - back, begin)
        found.append(
            Feature.of(
                f"activity {back} before", [names[i] if p >= back else "" for i, p in zip(where, position, strict=True)]
            )
        )
    for word in _frequent(names)[:_COUNTED]:
        total = np.cumsum([name == word for name in names])
        seen = total - np.where(begin > 0, total[begin - 1], 0)
        found.append(Feature(f"times {word}", np.asarray(seen, dtype=np.float64)))
    return found
