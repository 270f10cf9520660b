"""Whom a case is like, and what became of those: so long from where they stood, or so long from their beginning.

A clock that starts when the case does (an agreed time, a closing by itself some days later) shows as one and the same whole
length, whatever the age, less the time in which it stood still; a clock that starts at the last event shows as one and the
same rest. In every leaf the one that varies less is believed. The trees are grown to part the lengths that occur often from
one another, so that one that is frequent for a reason is not blurred into its neighbours (as variance alone, of a scale,
would do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from amends.histories.history import Feature, Flags, Floats
from amends.quoting.forest import Encoding, Ints, Shape, Small, coded, leaves_of, tree

_KEPT: Final = 24  # durations of each leaf, evenly spaced among its own
_CLASSES: Final = 48  # kinds of length, about equally frequent
_WAYS: Final = 4  # numbers drawn for each kind: as many random projections of "which kind is it"
_RANK: Final = 4.0  # weight of "how long beside the others" next to those
_NEAR: Final = 0.01  # days that make no other kind
_BATCH: Final = 2048


@dataclass(frozen=True, slots=True)
class Peers:
    """Grown trees with the durations of each leaf."""

    encodings: tuple[Encoding, ...]
    feature: Ints
    cut: Ints
    took: Small  # tree, leaf, place: days
    whole: Flags  # tree, leaf: whether they are of the case's own clock, from its beginning

    @classmethod
    def of(cls, features: Sequence[Feature], left: Floats, shown: Floats, *, shape: Shape, seed: int = 1) -> Self:
        """What these beginnings teach, with so many days left when their own clocks showed so many. Same seed, same answer."""
        random, total = np.random.default_rng(seed), left + shown
        ranks = np.stack([_rank(left), _rank(total)], axis=1)
        encodings = tuple(Encoding.learn(feature, ranks[:, 1]) for feature in features)
        codes = coded(encodings, [each.values for each in features])
        kinds = [_kinds(left), _kinds(total)]
        grown = []
        for _ in range(shape.trees):
            drawn = [random.standard_normal((int(kind.max()) + 1, _WAYS))[kind] for kind in kinds]
            grown.append(tree(codes, np.concatenate([*drawn, _RANK * ranks], axis=1), shape, random))
        feature, cut = (np.stack([each[i] for each in grown]) for i in (0, 1))
        leaves = leaves_of(codes, feature, cut)
        filled = [_fill(leaves[:, i], 2**shape.depth, left, total) for i in range(shape.trees)]
        return cls(encodings, feature, cut, np.stack([took for took, _ in filled]), np.stack([w for _, w in filled]))

    def median(self, columns: Sequence[Floats], shown: Floats) -> Floats:
        """For each beginning the median of what is left, in days, among its peers in all trees."""
        codes = coded(self.encodings, columns)
        trees, found = np.arange(len(self.feature)), np.empty(len(codes))
        for begin in range(0, len(codes), _BATCH):
            part = slice(begin, begin + _BATCH)
            leaf = leaves_of(codes[part], self.feature, self.cut)
            gone = np.where(self.whole[trees, leaf], shown[part, None], 0.0)[:, :, None]
            rest = np.maximum(self.took[trees, leaf] - gone, 0.0).reshape(len(leaf), -1)
            middle = rest.shape[1] // 2
            found[part] = np.partition(rest, middle, axis=1)[:, middle]
        return found


def _fill(leaf: Ints, many: int, left: Floats, total: Floats) -> tuple[Small, Flags]:
    """The durations of each leaf, and whether they are whole lengths."""
    (rest, off), (whole, apart) = _sampled(leaf, many, left), _sampled(leaf, many, total)
    tighter = apart < off
    return np.where(tighter[:, None], whole, rest).astype(np.float32), tighter


def _sampled(leaf: Ints, many: int, days: Floats) -> tuple[Floats, Floats]:
    """Of each leaf some durations, evenly spaced, and how far they lie from their median in the mean."""
    order = np.lexsort((days, leaf))
    names, begin, size = np.unique(leaf[order], return_index=True, return_counts=True)
    place = begin[:, None] + ((np.arange(_KEPT) + 0.5) / _KEPT * size[:, None]).astype(np.intp)
    found, off = np.zeros((many, _KEPT)), np.zeros(many)
    found[names] = days[order][place]
    off[names] = np.abs(found[names] - found[names, _KEPT // 2, None]).mean(axis=1)
    return found, off


def _kinds(days: Floats) -> Ints:
    """Which of the lengths that occur it is: between quantiles, of which those that fall together are one."""
    edges = np.unique(np.quantile(days, np.linspace(0, 1, _CLASSES + 1)[1:-1]).round(2))
    return np.asarray(np.searchsorted(edges, days + _NEAR), dtype=np.int64)


def _rank(days: Floats) -> Floats:
    return np.asarray(days.argsort(kind="stable").argsort(kind="stable") / max(1, len(days) - 1), dtype=np.float64)
