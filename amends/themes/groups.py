"""Texts in groups by what they are about: weighted words, a small dense form of them, and spherical k-means.

Three passes over texts that are never all in memory: a sample teaches weights, the dense form and the first centres; then
batches move the centres a little; then every text is given its group, and each group remembers enough to be named.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize

from amends.themes.naming import Naming, name
from amends.themes.words import terms

Dense = NDArray[np.float64]
Labels = NDArray[np.intp]

SAMPLE: Final = 20_000
BATCH: Final = 4_000
_FEATURES: Final = 1 << 18
_DIMENSIONS: Final = 100
_COMMON: Final = 0.3
_SEED: Final = 1
_MOVING: Final = 200_000
"""So many texts, evenly taken from all, move the centres; more would hardly move them any further."""
FEWEST: Final = 30
"""Fewer texts than this have no themes, only words."""


class NoThemes(ValueError):  # noqa: N818 -- named for the refusal
    """There is too little to find themes in; the sentence says so."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of texts: its name, more of its words, how many they are of how many, and the places of texts near its middle."""

    name: str
    words: tuple[str, ...]
    n: int
    of: int
    examples: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """How a text becomes a hundred numbers: the hashed words that count, what each weighs, and the directions they span."""

    columns: Labels
    weights: Dense
    reduction: TruncatedSVD

    @classmethod
    def taught(cls, counts: csr_matrix) -> Form:
        """The form that these texts teach. Rare words weigh more; those in very few texts or in a third of all weigh nothing."""
        n = counts.shape[0]
        df = np.bincount(counts.indices, minlength=_FEATURES)
        least = 2 if n < 1000 else 5 if n < 5000 else 10  # noqa: PLR2004 -- as many as make a word more than an accident
        columns = np.flatnonzero((df >= least) & (df <= max(_COMMON * n, least)))
        if len(columns) < 2:  # noqa: PLR2004 -- nothing to tell texts apart by
            raise NoThemes("Hardly a word stands in more than one of these texts.")
        weights = np.log((1 + n) / (1 + df[columns])) + 1
        size = min(_DIMENSIONS, len(columns) - 1, n - 1)
        reduction = TruncatedSVD(size, random_state=_SEED, n_iter=4)
        reduction.fit(_weighted(counts[:, columns], weights))
        return cls(columns.astype(np.intp), weights, reduction)

    def dense(self, counts: csr_matrix) -> Dense:
        """The numbers of each text, of length one; all zero where none of its words counts."""
        weighted = _weighted(counts[:, self.columns], self.weights)
        return np.asarray(normalize(self.reduction.transform(weighted)), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes, the largest first, and what is needed to give a new text its own."""

    themes: tuple[Theme, ...]
    labels: Labels
    """The theme of each text by its place in `themes`; -1 where a text says too little."""
    form: Form
    centres: Dense

    def of(self, texts: Sequence[str]) -> Labels:
        """The theme of each of these texts, -1 where none of its words is known."""
        return _nearest(self.form.dense(_counted(texts)), self.centres)[0]


def how_many(n: int) -> int:
    """How many themes so many texts are divided into: few enough to read, more when there is more to say."""
    return int(np.clip(round(2 * n**0.23), 3, 40))


def find(read: Callable[[], Iterable[str]], *, themes: int = 0, sample: int = SAMPLE, batch: int = BATCH) -> Themes:
    """The themes of the texts that `read` gives; it is called three times and must give the same each time.

    `themes` is how many groups; 0 chooses by `how_many`. Raises NoThemes if fewer than 30 texts say anything.
    """
    known, total = _sampled(read(), sample)
    counts = _counted(known)
    spoken = np.flatnonzero(np.diff(counts.indptr) > 0)
    if len(spoken) < FEWEST:
        raise NoThemes(f"{len(spoken)} texts say anything; themes need {FEWEST} at least.")
    form = Form.taught(counts[spoken])
    dense = form.dense(counts[spoken])
    groups = max(min(themes or how_many(total), len(spoken) // 5), 1)
    centres = KMeans(groups, n_init=6, random_state=_SEED).fit(dense).cluster_centers_
    if total > sample:
        centres = _moved(read(), centres, form, batch, every=max(total // _MOVING, 1))
    return _named(read(), form, centres, batch)


def _sampled(texts: Iterable[str], size: int) -> tuple[list[str], int]:
    """So many texts, chosen by a hash of what they say and where they stand, in their order; and how many there are in all."""
    kept: list[tuple[int, int, str]] = []
    total, limit = 0, 1 << 32
    for place, text in enumerate(texts):
        total += 1
        key = zlib.crc32(f"{place} {text[:200]}".encode())
        if key < limit:
            kept.append((key, place, text))
            if len(kept) >= 2 * size:
                kept = sorted(kept)[:size]
                limit = kept[-1][0]
    chosen = sorted(kept)[:size]
    return [text for _, _, text in sorted(chosen, key=lambda each: each[1])], total


def _batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(texts)
    while batch := list(islice(rest, size)):
        yield batch


_HASHING: Final = HashingVectorizer(n_features=_FEATURES, analyzer=terms, alternate_sign=False, norm=None)


def _counted(texts: Sequence[str]) -> csr_matrix:
    return _HASHING.transform(texts)


def _weighted(counts: csr_matrix, weights: Dense) -> csr_matrix:
    found = counts.astype(np.float64)
    found.data = (1 + np.log(found.data)) * weights[found.indices]
    return normalize(found)


def _nearest(dense: Dense, centres: Dense) -> tuple[Labels, Dense]:
    """The nearest centre of each row, -1 for an empty row, and how near (cosine)."""
    near = dense @ normalize(centres).T
    label = near.argmax(axis=1)
    return np.where(np.abs(dense).sum(axis=1) > 0, label, -1).astype(np.intp), near.max(axis=1)


def _moved(texts: Iterable[str], centres: Dense, form: Form, batch: int, every: int) -> Dense:
    """The centres after each of these batches has drawn them to its own means, the less the more a centre has seen (Sculley 2010)."""
    centres, seen = centres.copy(), np.full(len(centres), SAMPLE / len(centres))
    for number, part in enumerate(_batches(texts, batch)):
        if number % every:
            continue
        dense = form.dense(_counted(part))
        label, _ = _nearest(dense, centres)
        for group in np.unique(label[label >= 0]):
            own = dense[label == group]
            seen[group] += len(own)
            centres[group] += (own.mean(axis=0) - centres[group]) * len(own) / seen[group]
    return centres


def _named(texts: Iterable[str], form: Form, centres: Dense, batch: int) -> Themes:
    labels, place, naming = [], 0, Naming(len(centres))
    for part in _batches(texts, batch):
        label, near = _nearest(form.dense(_counted(part)), centres)
        naming.take(part, label, near, place)
        labels.append(label)
        place += len(part)
    label = np.concatenate(labels)
    sizes = Counter(label[label >= 0].tolist())
    order = sorted(sizes, key=lambda group: (-sizes[group], group))
    names = name(naming, order)
    found = tuple(
        Theme(names[group][0], names[group][1:], sizes[group], place, naming.examples(group)) for group in order
    )
    back = np.full(len(centres) + 1, -1, dtype=np.intp)
    back[order] = np.arange(len(order))
    return Themes(found, back[label], form, centres[order])
