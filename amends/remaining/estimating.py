"""How much longer a case will take, from the events so far: the median over cases that had come as far.

A point estimate, not a promise: half of all cases take longer. It orders work and is compared with the literature;
what is said to a customer is a quote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from amends.histories.history import Feature, Floats, Rows
from amends.quoting.forest import Forest, Shape, grow
from amends.remaining.peers import Peers

Way = type[Forest] | type[Peers]

MEDIAN: Final = 0.5
_SHAPE: Final = Shape(trees=40, depth=9, leaf=15, rows=12_000, share=0.4, marks=128)
_TRIAL: Final = Shape(trees=12, depth=8, leaf=15, rows=6_000, share=0.6, marks=64)
_LAST: Final = 0.8  # share of the teaching cases that teach in a trial; the rest judge
_WORTH: Final = 0.002  # of the error that a feature must save in a trial to be kept
_JUDGED: Final = 4_000
_SHARES: Final = (1.0, 0.5, 0.25, 0.125)  # of the teaching cases, the latest: where the pace changed, the older mislead
_CLEARLY: Final = 0.95  # of the error with all of them
_FEWEST: Final = 200  # beginnings that may teach alone
_COUNTED: Final = 20  # activities counted, the most frequent


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Beginnings of cases: what was known after each, its age and what was left, in days. `case` and `length` name the row."""

    features: tuple[Feature, ...]
    age: Floats
    left: Floats
    case: Rows
    length: Rows

    def of(self, rows: Rows) -> Self:
        """Only these."""
        features = tuple(feature.take(rows) for feature in self.features)
        return type(self)(features, self.age[rows], self.left[rows], self.case[rows], self.length[rows])

    def latest(self, share: float) -> Self:
        """Only the beginnings of this share of the cases, the latest by start."""
        return self.of(np.flatnonzero(self.case >= np.quantile(self.case, 1 - share))) if len(self.case) else self

    def only(self, names: Sequence[str]) -> Self:
        """The same with only these features."""
        features = tuple(feature for feature in self.features if feature.name in names)
        return type(self)(features, self.age, self.left, self.case, self.length)


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
        (position + 1)[rows],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Estimator:
    """What was learnt, and the features it looks at."""

    learnt: Forest | Peers
    names: tuple[str, ...]


def teach(known: Prefixes, *, seed: int = 1) -> Estimator:
    """What these beginnings teach, by the features, the way and the latest share of them that proved right in a trial."""
    names = worth(known, seed=seed)
    chosen = known.only(names)
    way, share = _best(chosen, seed)
    return Estimator(_learnt(way, chosen.latest(share), _SHAPE, seed), names)


def worth(known: Prefixes, *, seed: int = 1) -> tuple[str, ...]:
    """The features without which the latest cases would be estimated worse, taught by those before them.

    All of them, if the chosen ones alone do not do better on those cases.
    """
    every = tuple(feature.name for feature in known.features)
    teaching, judging = _parted(known)
    if not len(teaching.left) or not len(judging.left):
        return every
    random = np.random.default_rng(seed)
    forest = _grown(teaching, _TRIAL, seed)
    columns = [feature.values for feature in judging.features]
    plain = _error(forest, columns, judging.left)
    kept = []
    for i, name in enumerate(every):
        mixed = [random.permutation(column) if j == i else column for j, column in enumerate(columns)]
        if _error(forest, mixed, judging.left) > plain * (1 + _WORTH):
            kept.append(name)
    chosen = tuple(kept or every)
    alone = _grown(teaching.only(chosen), _TRIAL, seed)
    return (
        chosen
        if _error(alone, [each.values for each in judging.only(chosen).features], judging.left) < plain
        else every
    )


def _best(known: Prefixes, seed: int) -> tuple[Way, float]:
    """Which way, taught by how large a share, errs least on the latest cases; all of them unless fewer do clearly better."""
    teaching, judging = _parted(known)
    if not len(teaching.left) or not len(judging.left):
        return Forest, _SHARES[0]
    trials = {}
    for share in _SHARES:
        taught = teaching.latest(share)
        if share == _SHARES[0] or len(taught.left) >= _FEWEST:
            for way in (Forest, Peers):
                learnt = _learnt(way, taught, _TRIAL, seed)
                trials[way, share] = float(np.abs(_asked(learnt, judging) - judging.left).mean())
    best = min(trials, key=lambda each: trials[each])
    whole = min((each for each in trials if each[1] == _SHARES[0]), key=lambda each: trials[each])
    return best if trials[best] < _CLEARLY * trials[whole] else whole


def _learnt(way: Way, known: Prefixes, shape: Shape, seed: int) -> Forest | Peers:
    if way is Peers:
        return Peers.of(known.features, known.left, known.age, shape=shape, seed=seed)
    return _grown(known, shape, seed)


def _parted(known: Prefixes) -> tuple[Prefixes, Prefixes]:
    """Those that teach in a trial and, of the later ones, those that judge."""
    border = np.quantile(known.case, _LAST) if len(known.case) else 0
    later = np.flatnonzero(known.case > border)
    return known.of(np.flatnonzero(known.case <= border)), known.of(later[:: max(1, len(later) // _JUDGED)])


def _grown(known: Prefixes, shape: Shape, seed: int) -> Forest:
    return grow(known.features, known.left, np.ones(len(known.left), dtype=np.bool_), shape=shape, seed=seed)


def _error(forest: Forest, columns: list[Floats], left: Floats) -> float:
    return float(np.abs(_medians(forest, columns) - left).mean())


def estimate(estimator: Estimator, asked: Prefixes) -> Floats:
    """For each beginning the median of what is left, in days."""
    return _asked(estimator.learnt, asked.only(estimator.names))


def _asked(learnt: Forest | Peers, asked: Prefixes) -> Floats:
    columns = [each.values for each in asked.features]
    return learnt.median(columns, asked.age) if isinstance(learnt, Peers) else _medians(learnt, columns)


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
    words = sorted(set(names), key=lambda word: (-names.count(word) if len(set(names)) < 200 else 0, word))[:_COUNTED]  # noqa: PLR2004
    for word in words:
        total = np.cumsum([name == word for name in names])
        seen = total - np.where(begin > 0, total[begin - 1], 0)
        found.append(Feature(f"times {word}", np.asarray(seen, dtype=np.float64)))
    return found
