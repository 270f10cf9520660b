"""What customers write of more than before: phrases that are new, and phrases that grow, those of the same texts together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import binomtest

from amends.themes.words import phrases

LEAST: Final = 5
"""A phrase in fewer texts than this is no theme."""
_RISE: Final = 1.5
_SURE: Final = 0.01
_TOGETHER: Final = 0.5
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Growing:
    """A phrase with others of the same texts: in how many texts now and before, of how many, how many times as often, how sure.

    `adjusted` is the p-value after allowing for all phrases that were looked at (Benjamini and Hochberg).
    """

    phrase: str
    others: tuple[str, ...]
    now: int
    of_now: int
    before: int
    of_before: int
    low: float
    """The rise is at least so many times, with 95 % confidence."""
    adjusted: float
    examples: tuple[int, ...]

    @property
    def new(self) -> bool:
        """Whether nobody wrote of it before."""
        return self.before == 0


def growing(before: Iterable[str], now: Sequence[str], *, least: int = LEAST, most: int = 20) -> list[Growing]:
    """Phrases that stand in more of the texts of `now` than of `before`, the surest first; nothing if it may be chance.

    `before` is read once and never kept. The test is exact: given in how many texts a phrase stands in all, how many of them
    are of `now` is binomial where nothing has changed.
    """
    own: dict[str, set[int]] = {}
    for place, text in enumerate(now):
        for phrase in set(phrases(text)):
            own.setdefault(phrase, set()).add(place)
    own = {phrase: places for phrase, places in own.items() if len(places) >= least}
    if len(own) > _MOST:
        own = dict(sorted(own.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_MOST])
    earlier, of_before = _counted(before, own)
    if not own or not of_before:
        return []
    share = len(now) / (len(now) + of_before)
    tested = []
    for phrase, places in own.items():
        n, m = len(places), earlier[phrase]
        if n / len(now) >= _RISE * m / of_before:
            test = binomtest(n, n + m, share, alternative="greater")
            low = test.proportion_ci(0.95).low
            tested.append((test.pvalue, phrase, low / max(1 - low, 1e-12) * of_before / len(now)))
    tested.sort(key=lambda each: (each[0], -each[1].count(" "), each[1]))
    adjusted = _adjusted([each[0] for each in tested], len(own))
    sure = [(phrase, low, p) for (_, phrase, low), p in zip(tested, adjusted, strict=True) if p <= _SURE]
    found: list[Growing] = []
    for group in _together(sure, own)[:most]:
        (phrase, low, p), places = group[0], own[group[0][0]]
        found.append(
            Growing(
                phrase, tuple(each for each, _, _ in group[1:8]), len(places), len(now), earlier[phrase], of_before, low, p,
                tuple(sorted(places)[-3:]),
            )
        )  # fmt: skip
    return found


def _counted(texts: Iterable[str], known: dict[str, set[int]]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update(known.keys() & set(phrases(text)))
    return counts, total


def _adjusted(values: Sequence[float], looked_at: int) -> list[float]:
    """Benjamini and Hochberg's p-values of these, sorted upwards, among so many that were looked at."""
    if not values:
        return []
    scaled = np.array(values) * looked_at / np.arange(1, len(values) + 1)
    return [float(each) for each in np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)]


def _together(
    sure: Sequence[tuple[str, float, float]], own: dict[str, set[int]]
) -> list[list[tuple[str, float, float]]]:
    """Phrases whose texts are mostly those of a surer phrase stand with it."""
    groups: list[list[tuple[str, float, float]]] = []
    for each in sure:
        places = own[each[0]]
        near = (g for g in groups if len(places & own[g[0][0]]) >= _TOGETHER * min(len(places), len(own[g[0][0]])))
        home = next(near, None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups
