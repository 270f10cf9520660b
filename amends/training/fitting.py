"""Leanings learned from texts that people have read. It needs the extra `text` (scikit-learn); using them needs nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from amends.leanings.leaning import Leanings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: A sign that fewer texts show says nothing of the next one, and a weight below this changes nothing.
_SEEN, _SMALL = 2, 0.165
#: How far the weights may go; less than this fits the words of the texts at hand.
_FREEDOM = 1.0
#: A label that fewer texts bear is left to the rules.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One text as read by a person: its signs, the labels that hold, and those that were judged at all."""

    signs: Mapping[str, float]
    holds: frozenset[str]
    judged: frozenset[str]
    hand: str = ""
    """Whose writing it is, where that is known: what others wrote judges best how it reads the next writer."""


def learned(rows: Sequence[Row], bars: Mapping[str, float]) -> Leanings:
    """Weights for every label of `bars` that enough of the rows bear. The same rows give the same weights."""
    count = Counter(sign for row in rows for sign in row.signs)
    kept = sorted(sign for sign, times in count.items() if times >= _SEEN)
    shown = _table(rows, {sign: at for at, sign in enumerate(kept)})
    weights: dict[str, dict[str, float]] = {}
    bias: dict[str, float] = {}
    for label in bars:
        told = [at for at, row in enumerate(rows) if label in row.judged]
        holds = [label in rows[at].holds for at in told]
        if min(sum(holds), len(holds) - sum(holds)) < _FEW:
            continue
        model = LogisticRegression(C=_FREEDOM, solver="liblinear", dual=True, random_state=0).fit(
            shown[told], np.array(holds)
        )
        bias[label] = round(float(model.intercept_[0]), 3)
        for sign, weight in zip(kept, model.coef_[0], strict=True):
            if abs(weight) >= _SMALL:
                weights.setdefault(sign, {})[label] = round(float(weight), 2)
    kept_weights = {sign: tuple(some.items()) for sign, some in sorted(weights.items())}
    return Leanings(len(rows), bias, {label: bars[label] for label in bias}, kept_weights)


def _table(rows: Sequence[Row], places: Mapping[str, int]) -> Any:
    """A sparse table: a line for each row, a column for each sign."""
    cells = [
        (at, places[sign], value) for at, row in enumerate(rows) for sign, value in row.signs.items() if sign in places
    ]
    shown = csr_matrix(
        ([value for *_, value in cells], ([at for at, *_ in cells], [place for _, place, _ in cells])),
        shape=(len(rows), len(places)),
    )
    shown.indices, shown.indptr = shown.indices.astype(np.int32), shown.indptr.astype(np.int32)
    return shown


def folded(rows: Sequence[Row], bars: Mapping[str, float], folds: int = 5) -> list[Mapping[str, float]]:
    """For each row what the others would have made likely of it, so that no text is judged by itself, nor by its own writer."""
    hands = {hand: at for at, hand in enumerate(sorted({row.hand for row in rows} - {""}))}
    place = [(hands[row.hand] if row.hand else at) % folds for at, row in enumerate(rows)]
    found: list[Mapping[str, float]] = [{} for _ in rows]
    for fold in range(folds):
        made = learned([row for row, where in zip(rows, place, strict=True) if where != fold], bars)
        for at in (at for at, where in enumerate(place) if where == fold):
            found[at] = made.of(rows[at].signs)
    return found


def best_bars(
    rows: Sequence[Row],
    said: Sequence[Mapping[str, float]],
    labels: Sequence[str],
    right: Callable[[int, int, int], float],
) -> dict[str, float]:
    """For each label the bar at which `right(hit, missed, wrong)` is greatest, the lowest such."""
    found = {}
    for label in labels:
        told = [
            (label in row.holds, some.get(label, 0.0))
            for row, some in zip(rows, said, strict=True)
            if label in row.judged
        ]
        tried = [at / 50 for at in range(2, 46)]
        found[label] = max(tried, key=lambda bar: (right(*_counted(told, bar)), -bar))
    return found


def _counted(told: Sequence[tuple[bool, float]], bar: float) -> tuple[int, int, int]:
    """How many were hit, missed, and said wrongly."""
    return (
        sum(is_so and p >= bar for is_so, p in told),
        sum(is_so and p < bar for is_so, p in told),
        sum(not is_so and p >= bar for is_so, p in told),
    )
