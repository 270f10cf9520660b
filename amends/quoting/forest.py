"""A forest of regression trees that gives a whole distribution of durations for what is known of a case.

Every tree sorts the cases into leaves by rank of duration. A new case is compared with those that share its leaves:
their curve, open ones censored, is its own. That curve need not be right; quoting calibrates it on later cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import prod
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from amends.histories.history import Feature, Flags, Floats, Rows
from amends.quoting.bounds import curve

Codes = NDArray[np.uint8]
Ints = NDArray[np.int64]
Small = NDArray[np.float32]

BINS: Final = 32
_HOUR: Final = 1 / 24
_GAPS: Final = 6  # both ends of which become marks
_TINY: Final = 1e-12
_ROOT: Final = 0.05  # of the whole history's curve mixed into each case's own, so that nothing is impossible
_BATCH: Final = 4096
_SMOOTHING: Final = 20.0  # cases of the whole that are added to each word's mean


@dataclass(frozen=True, slots=True)
class Shape:
    """How a forest is grown."""

    trees: int = 30
    depth: int = 7
    leaf: int = 15  # cases at least on each side of a split
    rows: int = 6000  # cases drawn for each tree
    share: float = 0.5  # of the features, tried at each split
    marks: int = 64  # of the scale of durations


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one feature becomes a small number: by its own size, or for a word by the mean rank of its cases."""

    name: str
    words: tuple[str, ...]
    means: Floats
    cuts: Floats

    @classmethod
    def learn(cls, feature: Feature, rank: Floats) -> Self:
        """The encoding learnt from these cases."""
        means = np.empty(0)
        if feature.words:
            means = _means(feature.values, rank, len(feature.words))
        sizes = _sizes(feature.values, means)
        known = sizes[~np.isnan(sizes)]
        cuts = np.unique(np.quantile(known, np.linspace(0, 1, BINS - 1)[1:-1])) if len(known) else np.empty(0)
        return cls(feature.name, feature.words, means, cuts)

    def codes(self, values: Floats) -> Codes:
        """0 for unknown, otherwise 1 and upwards."""
        sizes = _sizes(values, self.means)
        found = np.searchsorted(self.cuts, sizes, side="right") + 1
        return np.where(np.isnan(sizes), 0, found).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Forest:
    """Grown trees. Tree t asks at node i whether `codes[feature[t, i]] > cut[t, i]`; its children are 2i+1 and 2i+2."""

    encodings: tuple[Encoding, ...]
    marks: Floats
    feature: Ints
    cut: Ints
    over: Small  # tree, leaf, mark: share of the leaf's cases that ended up to this mark and after the one before
    gone: Small  # the same with those lost from sight
    whole: Floats  # the curve of all cases at each mark

    def spread(self, columns: list[Floats]) -> Floats:
        """For each case the probability of being over by each mark; the last mark is certain."""
        codes = self.codes(columns)
        out = np.empty((len(codes), len(self.marks)))
        for begin in range(0, len(codes), _BATCH):
            out[begin : begin + _BATCH] = self._spread(codes[begin : begin + _BATCH])
        return out

    def codes(self, columns: list[Floats]) -> Codes:
        """The columns, in the order of `encodings`, as the trees see them."""
        return coded(self.encodings, columns)

    def _spread(self, codes: Codes) -> Floats:
        over = np.zeros((len(codes), len(self.marks)), dtype=np.float32)
        gone = np.zeros_like(over)
        leaves = self.leaves(codes)
        for tree in range(len(self.feature)):
            over += self.over[tree, leaves[:, tree]]
            gone += self.gone[tree, leaves[:, tree]]
        at_risk = np.cumsum(gone[:, ::-1], axis=1)[:, ::-1]
        own = 1 - np.cumprod(1 - over / np.maximum(at_risk, _TINY), axis=1)
        own /= np.maximum(own[:, -1:], _TINY)  # among those that end within what was ever seen to end
        mixed = (1 - _ROOT) * own + _ROOT * self.whole
        # A hair of slope between the marks keeps the distribution invertible; the last mark is certain.
        mixed = np.maximum.accumulate(mixed * (1 - 1e-6) + 1e-6 * np.linspace(0, 1, len(self.marks)), axis=1)
        mixed[:, -1] = 1.0
        return mixed

    def leaves(self, codes: Codes) -> Ints:
        """Which leaf each case reaches in each tree."""
        return leaves_of(codes, self.feature, self.cut)

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """Everything but the names of the features, to be kept in a file."""
        plain = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "encodings"}
        kept: dict[str, NDArray[np.generic]] = {f"{prefix}{name}": array for name, array in plain.items()}
        for i, each in enumerate(self.encodings):
            kept[f"{prefix}means{i}"], kept[f"{prefix}cuts{i}"] = each.means, each.cuts
        return kept


def coded(encodings: Sequence[Encoding], columns: Sequence[Floats]) -> Codes:
    """The columns, in the order of their encodings, as trees see them."""
    return np.stack([each.codes(column) for each, column in zip(encodings, columns, strict=True)], axis=1)


def leaves_of(codes: Codes, feature: Ints, cut: Ints) -> Ints:
    """Which leaf each row reaches in each of the trees with these features and cuts."""
    trees = np.arange(len(feature))
    node = np.zeros((len(codes), len(trees)), dtype=np.int64)
    rows = np.arange(len(codes))[:, None]
    inner = feature.shape[1]
    while node.size and node[0, 0] < inner:
        right = codes[rows, feature[trees, node]] > cut[trees, node]
        node = 2 * node + 1 + right
    return np.asarray(node - inner, dtype=np.int64)


def grow(
    features: tuple[Feature, ...], durations: Floats, ended: Flags, *, shape: Shape | None = None, seed: int = 1
) -> Forest:
    """The forest that these cases teach; `durations` of open ones are how long they have been open. Same seed, same forest."""
    shape = shape or Shape()
    random = np.random.default_rng(seed)
    rank = _ranks(durations, ended)
    encodings = tuple(Encoding.learn(feature, rank) for feature in features)
    codes = coded(encodings, [each.values for each in features])
    grown = [tree(codes, rank[:, None], shape, random) for _ in range(shape.trees)]
    marks = scale(durations, ended, shape.marks)
    blank = np.zeros((shape.trees, 1, len(marks)), dtype=np.float32)
    whole = curve(durations, ended, new=0.0)
    index = np.searchsorted(whole.at, marks, side="right") - 1
    curve_of_all = np.where(index >= 0, 1 - whole.open_after[np.maximum(index, 0)], 0.0)
    curve_of_all = curve_of_all / max(curve_of_all[-1], _TINY)
    feature, cut = (np.stack([tree[i] for tree in grown]) for i in (0, 1))
    bare = Forest(encodings, marks, feature, cut, blank, blank, curve_of_all)
    over, gone = _fill(bare.leaves(codes), 2**shape.depth, marks, durations, ended)
    return Forest(encodings, marks, feature, cut, over, gone, curve_of_all)


def scale(durations: Floats, ended: Flags, marks: int) -> Floats:
    """Marks at which curves are kept: closer where durations are frequent, and closer again in the slow tenth."""
    known = durations[ended] if ended.any() else durations
    known = known if len(known) else np.ones(1)
    shares = np.r_[np.linspace(0, 0.9, marks * 2 // 3), np.linspace(0.9, 1, marks // 3 + 1)[1:]]
    found = np.unique(np.r_[np.quantile(known, shares), _edges(np.sort(known))])
    return found if found[-1] > 0 else np.append(found, _TINY)


def _edges(known: Floats) -> Floats:
    """Both ends of the widest gaps, so that nobody is placed where no case ever ended."""
    gaps = np.diff(np.log(np.maximum(known, _HOUR)))
    widest = np.argsort(-gaps, kind="stable")[:_GAPS]
    return np.r_[known[widest], known[widest + 1]] if len(gaps) else known


def tree(codes: Codes, targets: Floats, shape: Shape, random: np.random.Generator) -> tuple[Ints, Ints]:
    """One tree's features and cuts, grown on a draw of the rows so that each column of `targets` varies little in a leaf."""
    rows = random.permutation(len(codes))[: min(shape.rows, max(1, int(len(codes) * 0.7)))]
    x, y = codes[rows].astype(np.int64), targets[rows]
    inner, width = 2**shape.depth - 1, x.shape[1]
    feature, cut = np.zeros(inner, dtype=np.int64), np.full(inner, BINS, dtype=np.int64)
    node = np.zeros(len(x), dtype=np.int64)
    offsets = np.arange(width) * BINS
    for level in range(shape.depth):
        begin, many = 2**level - 1, 2**level
        tried = random.random((many, width)).argsort(axis=1) < max(1, round(width * shape.share))
        place: Ints = node - begin
        enough = np.bincount(place, minlength=many) >= 2 * shape.leaf
        busy: Rows = np.flatnonzero(enough)
        own: slice | Flags = slice(None)
        if not enough.all():  # in a short history few nodes have so many, and the others cannot be split
            own = enough[place]
            place = (np.cumsum(enough) - 1)[place[own]]
        slot = (place[:, None] * (width * BINS) + offsets + x[own]).ravel()
        size = (len(busy), width, BINS)
        count = np.bincount(slot, minlength=prod(size)).reshape(size).cumsum(axis=2)
        totals = [np.bincount(slot, np.repeat(each, width), minlength=prod(size)) for each in y[own].T]
        best, where = _splits(count, [each.reshape(size).cumsum(axis=2) for each in totals], shape, tried[busy])
        chosen = best > _TINY
        feature[begin + busy[chosen]], cut[begin + busy[chosen]] = where[chosen] // BINS, where[chosen] % BINS
        node = 2 * node + 1 + (x[np.arange(len(x)), feature[node]] > cut[node])
    return feature, cut


def _splits(count: Ints, totals: list[Floats], shape: Shape, tried: Flags) -> tuple[Floats, Ints]:
    """For each node the best gain in variance explained among the features to be tried, and which feature and cut has it."""
    if not len(count):
        return np.empty(0), np.empty(0, dtype=np.int64)
    every = count[:, :, -1:]
    left, right = np.maximum(count, 1), np.maximum(every - count, 1)
    gain = np.zeros(count.shape)
    for total in totals:
        whole = total[:, :, -1:]
        gain += total**2 / left + (whole - total) ** 2 / right - whole**2 / np.maximum(every, 1)
    gain[(count < shape.leaf) | (every - count < shape.leaf)] = 0.0
    flat = (gain * tried[:, :, None]).reshape(len(count), -1)
    where = flat.argmax(axis=1)
    return flat[np.arange(len(flat)), where], where


def _fill(leaves: Ints, many: int, marks: Floats, durations: Floats, ended: Flags) -> tuple[Small, Small]:
    width = len(marks)
    # An age beyond the last mark is at risk at all of them: it belongs to the last, as one that has not ended.
    bin_ = np.minimum(np.searchsorted(marks, durations, side="left"), width - 1)
    over = np.zeros((leaves.shape[1], many, width), dtype=np.float32)
    gone = np.zeros_like(over)
    for tree in range(leaves.shape[1]):
        slot = leaves[:, tree] * width + bin_
        size = np.maximum(np.bincount(leaves[:, tree], minlength=many), 1)[:, None]
        gone[tree] = np.bincount(slot, minlength=many * width).reshape(many, width) / size
        over[tree] = np.bincount(slot[ended], minlength=many * width).reshape(many, width) / size
    return over, gone


def _ranks(durations: Floats, ended: Flags) -> Floats:
    """Where each duration stands among all, 0 to 1; an open case stands midway between its own age and the end."""
    whole = curve(durations, ended, new=0.0)
    if not len(whole.at):
        return np.zeros(len(durations))
    index = np.searchsorted(whole.at, durations, side="left")
    after = whole.open_after[np.minimum(index, len(whole.at) - 1)]
    before = np.where(index > 0, whole.open_after[np.maximum(index - 1, 0)], 1.0)
    return np.where(ended, 1 - (before + after) / 2, 1 - after / 2)


def _means(codes: Floats, rank: Floats, many: int) -> Floats:
    known = ~np.isnan(codes)
    index = codes[known].astype(np.int64)
    count = np.bincount(index, minlength=many)
    total = np.bincount(index, rank[known], minlength=many)
    return np.asarray((total + _SMOOTHING * rank.mean()) / (count + _SMOOTHING), dtype=np.float64)


def _sizes(values: Floats, means: Floats) -> Floats:
    if not len(means):
        return values
    known = ~np.isnan(values)
    return np.where(known, means[np.where(known, values, 0).astype(np.int64)], np.nan)
