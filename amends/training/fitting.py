"""What a house's own texts add to what was known, and where the bars of labels lie. It needs the extra `text` (scikit-learn)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from amends.leanings.leaning import Leanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from amends.leanings.signs import Shown

#: A sign that fewer texts show says nothing of the next one, and a weight below this changes nothing.
_SEEN, _SMALL = 3, 0.165
#: How far the weights may go; less than this fits the words of the texts at hand.
_FREEDOM = 1.0
#: What was known before is believed, where nothing speaks against it: its sign is so large that using it costs nothing.
_TRUST = 3.0
#: A label that fewer texts bear is left as it is.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One text as read by a person: what it shows, the labels that hold, and those that were judged at all."""

    signs: Mapping[str, float]
    sentences: Sequence[Shown]
    holds: frozenset[str]
    judged: frozenset[str]
    hand: str = ""
    """Whose writing it is, where that is known: what others wrote judges best how it reads the next writer."""


def adapted(rows: Sequence[Row], bars: Mapping[str, float], base: Leanings) -> Leanings:
    """`base`, moved by what these rows say otherwise: what it says of a text is one sign more, and the others add to that.

    So a few hundred rows of a house teach what is said there, and forget nothing. Labels that too few rows bear stay as in `base`,
    which is a net alone.
    """
    shown = _Table([row.signs for row in rows])
    labels = base.net.labels
    before = np.array([[_odds(p) for p in _said(base, row, labels)] for row in rows]) * _TRUST
    trust: dict[str, float] = {}
    starts: dict[str, float] = {}
    adds: dict[str, dict[str, float]] = {}
    for at, label in enumerate(labels):
        told, holds = _told(rows, label)
        if min(sum(holds), len(holds) - sum(holds)) < _FEW:
            continue
        model = _fitted(hstack([shown.of(told), before[told, at : at + 1]], format="csr"), holds)
        trust[label] = round(float(model.coef_[0][-1]) * _TRUST, 3)
        starts[label] = shown.write(model, label, adds)
    return Leanings(len(rows), {**base.bar, **{label: bars[label] for label in trust}}, base.net, trust, starts, adds)


def _said(leanings: Leanings, row: Row, labels: Iterable[str]) -> list[float]:
    of = leanings.of(row.signs, leanings.net.passages(row.sentences))
    return [of.get(label, 0.5) for label in labels]


def _told(rows: Sequence[Row], label: str) -> tuple[list[int], list[bool]]:
    """The rows in which a label was judged, and whether it holds there."""
    told = [at for at, row in enumerate(rows) if label in row.judged]
    return told, [label in rows[at].holds for at in told]


def _fitted(shown: Any, holds: Sequence[bool]) -> LogisticRegression:
    return LogisticRegression(C=_FREEDOM, solver="liblinear", dual=True, random_state=0, max_iter=1_000).fit(
        shown, np.array(holds)
    )


def sparse(shown: Sequence[Mapping[str, float]], places: Mapping[str, int]) -> Any:
    """A sparse table: a line for each of what is shown, and a column for each sign that has a place, in order."""
    cells = [(at, places[sign], value) for at, one in enumerate(shown) for sign, value in one.items() if sign in places]
    return csr_matrix(
        ([value for *_, value in cells], ([at for at, *_ in cells], [place for _, place, _ in cells])),
        shape=(len(shown), len(places)),
    )


class _Table:
    """A sparse table: a line for each text or passage, a column for each sign that more than one shows."""

    def __init__(self, shown: Sequence[Mapping[str, float]]) -> None:
        count = Counter(sign for one in shown for sign in one)
        self.kept = sorted(sign for sign, times in count.items() if times >= _SEEN)
        self.table = sparse(shown, {sign: at for at, sign in enumerate(self.kept)})

    def of(self, lines: Iterable[int]) -> Any:
        """Only these lines."""
        some = self.table[list(lines)]
        some.indices, some.indptr = some.indices.astype(np.int32), some.indptr.astype(np.int32)
        return some

    def write(self, model: LogisticRegression, label: str, weights: dict[str, dict[str, float]]) -> float:
        """Put what was learned of a label into `weights`; where it starts is returned."""
        for sign, weight in zip(self.kept, model.coef_[0], strict=False):
            if abs(weight) >= _SMALL:
                weights.setdefault(sign, {})[label] = round(float(weight), 3)
        return round(float(model.intercept_[0]), 3)


def _odds(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return log(p / (1 - p))


def folded(rows: Sequence[Row], make: Callable[[Sequence[Row]], Leanings], folds: int = 5) -> list[Mapping[str, float]]:
    """For each row what the others would have made likely of it, so that no text is judged by itself, nor by its own writer."""
    hands = {hand: at for at, hand in enumerate(sorted({row.hand for row in rows} - {""}))}
    place = [(hands[row.hand] if row.hand else at) % folds for at, row in enumerate(rows)]
    found: list[Mapping[str, float]] = [{} for _ in rows]
    for fold in range(folds):
        made = make([row for row, where in zip(rows, place, strict=True) if where != fold])
        for at in (at for at, where in enumerate(place) if where == fold):
            found[at] = made.of(rows[at].signs, made.net.passages(rows[at].sentences))
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
        tried = [at / 100 for at in range(3, 91)]
        found[label] = max(tried, key=lambda bar: (right(*_counted(told, bar)), -bar))
    return found


def _counted(told: Sequence[tuple[bool, float]], bar: float) -> tuple[int, int, int]:
    """How many were hit, missed, and said wrongly."""
    return (
        sum(is_so and p >= bar for is_so, p in told),
        sum(is_so and p < bar for is_so, p in told),
        sum(not is_so and p >= bar for is_so, p in told),
    )
