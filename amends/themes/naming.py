"""Names of themes in customers' own words: phrases that stand in many texts of one theme and in few of the others."""

from __future__ import annotations

import heapq
import math
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from amends.themes.words import phrases

_READ: Final = 400
"""Of each theme so many texts are read for its name, and as many examples as this of their middle are kept below."""
_MIDDLE: Final = 3
_WORDS: Final = 8


class Naming:
    """What is remembered of each group while texts go by: a bounded sample by hash, and the texts nearest to its middle."""

    def __init__(self, groups: int) -> None:
        self.kept: list[list[tuple[int, int, str]]] = [[] for _ in range(groups)]
        self.near: list[list[tuple[float, int]]] = [[] for _ in range(groups)]

    def take(self, texts: Sequence[str], labels: NDArray[np.intp], near: NDArray[np.float64], place: int) -> None:
        """Take a batch, of which the first text has this place."""
        for i, (text, group) in enumerate(zip(texts, labels.tolist(), strict=True)):
            if group < 0:
                continue
            _keep(self.kept[group], (-zlib.crc32(f"{place + i}".encode()), place + i, text[:4000]), _READ)
            _keep(self.near[group], (round(float(near[i]), 9), -(place + i)), _MIDDLE)

    def examples(self, group: int) -> tuple[int, ...]:
        """The places of the texts nearest to the middle, the nearest first."""
        return tuple(-place for _, place in sorted(self.near[group], reverse=True))


def name(naming: Naming, order: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each group up to eight phrases, the first its name, no two groups with the same first phrase.

    The score is how much more often a phrase stands in the group's texts than in the others' (log odds with a prior), times the square
    root of its share, a little more for phrases of several words; a phrase inside a chosen one is not chosen again.
    """
    within = {group: Counter(p for _, _, text in naming.kept[group] for p in set(phrases(text))) for group in order}
    every: Counter[str] = Counter()
    for own in within.values():
        every.update(own)
    read = {group: max(len(naming.kept[group]), 1) for group in order}
    total, used, found = sum(read.values()), set(), {}
    for group in order:
        own, n = within[group], read[group]
        score = {
            phrase: _score(count / n, (every[phrase] - count) / max(total - n, 1), phrase)
            for phrase, count in own.items()
            if count >= max(2, 0.03 * n)
        }
        chosen = _apart(sorted(score, key=lambda phrase: (-score[phrase], phrase)))
        first = next((phrase for phrase in chosen if phrase not in used), chosen[0] if chosen else "(nothing said)")
        used.add(first)
        found[group] = (first, *[phrase for phrase in chosen if phrase != first])
    return found


def _score(share: float, elsewhere: float, phrase: str) -> float:
    return math.log((share + _PRIOR) / (elsewhere + _PRIOR)) * math.sqrt(share) * (1 + 0.15 * phrase.count(" "))


def _apart(ranked: Sequence[str]) -> list[str]:
    """The best phrases, none of which is within or around a better one."""
    chosen: list[str] = []
    for phrase in ranked:
        if not any(f" {phrase} " in f" {other} " or f" {other} " in f" {phrase} " for other in chosen):
            chosen.append(phrase)
        if len(chosen) == _WORDS:
            break
    return chosen


def _keep(heap: list[tuple[object, ...]], item: tuple[object, ...], size: int) -> None:
    if len(heap) < size:
        heapq.heappush(heap, item)
    else:
        heapq.heappushpop(heap, item)


_PRIOR: Final = 0.01
