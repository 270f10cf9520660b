"""Texts that are the same or nearly: MinHash signatures of their runs of three words, put together in bands, then compared.

(Broder 1997; the bands of Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3.)
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from amends.themes.words import words

Signature = NDArray[np.uint64]

HASHES: Final = 96
BANDS: Final = 24
"""With four rows in each of 24 bands, two texts of likeness 0.7 are compared with probability 0.998, of 0.3 with 0.18."""
ALIKE: Final = 0.7
SAME: Final = 0.95
_PRIME: Final = np.uint64((1 << 31) - 1)
_RANDOM: Final = np.random.default_rng(20)
_A: Final = _RANDOM.integers(1, 1 << 31, HASHES, dtype=np.uint64)
_B: Final = _RANDOM.integers(0, 1 << 31, HASHES, dtype=np.uint64)
_RUN: Final = 3
_CROWD: Final = 50


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their places in the order given, the earlier first, and how alike: the share of word runs in common, estimated."""

    first: int
    second: int
    likeness: float

    @property
    def same(self) -> bool:
        """Whether it is the same text, as far as anybody would say."""
        return self.likeness >= SAME


def signature(text: str) -> Signature:
    """The least of each hash over the text's runs of three words; a text of fewer words is one run."""
    found = words(text)
    runs = {" ".join(found[i : i + _RUN]) for i in range(max(1, len(found) - _RUN + 1))}
    keys = np.array([zlib.crc32(run.encode()) & 0x7FFFFFFF for run in sorted(runs)], dtype=np.uint64)
    least = np.full(HASHES, _PRIME, dtype=np.uint64)
    for begin in range(0, len(keys), 1024):  # a long text in pieces, so that it takes no more memory
        part = keys[begin : begin + 1024]
        least = np.minimum(least, ((part[:, None] * _A + _B) % _PRIME).min(axis=0))
    return least


def alike(texts: Iterable[str], *, least: float = ALIKE) -> Iterator[Alike]:
    """Every text that is like an earlier one, with the one it is most like (the earliest of equals). Empty texts are like none.

    Memory is one signature for a text that is unlike all before it; copies of a copy cost nothing.
    """
    buckets: dict[tuple[int, bytes], list[int]] = {}
    kept: dict[int, Signature] = {}
    for place, text in enumerate(texts):
        if not words(text):
            continue
        own = signature(text)
        bands = [(i, row.tobytes()) for i, row in enumerate(own.reshape(BANDS, -1))]
        near = {other for band in bands for other in islice(buckets.get(band, ()), _CROWD)}
        likeness = {other: float((kept[other] == own).mean()) for other in near}
        best = max(sorted(likeness), key=lambda other: likeness[other], default=None)
        if best is not None and likeness[best] >= least:
            yield Alike(best, place, likeness[best])
            if likeness[best] >= SAME:
                continue
        kept[place] = own
        for band in bands:
            buckets.setdefault(band, []).append(place)
