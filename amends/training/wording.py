"""Teaching the wordings of `leanings`: one logistic regression for each label. It needs the extra `text` (scikit-learn)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from amends.leanings.wordings import LIFT, OF_WORTH, Wordings, signs_of
from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: A sign that fewer texts show says nothing of the next one.
_SEEN = 2
#: How far the weights may go; less than this fits the words of the texts at hand.
_FREEDOM = 30.0
_STEPS = 127
#: Where a label begins that no text bears.
_NEVER = -30.0
#: The largest of so many weights is not let set the size of the steps.
_LARGEST = 0.9995


@dataclass(frozen=True, slots=True)
class Text:
    """A text of one or few sentences, the labels that hold of it, and those that a reader left open; `hand` is who wrote it."""

    sentences: Sequence[str]
    holds: frozenset[str]
    open: frozenset[str]
    hand: str = ""


class Signs:
    """The signs that texts show, each with its worth: the rarer, the more (log of the share of texts, as in TF-IDF)."""

    def __init__(self, shown: Sequence[Sequence[set[str]]]) -> None:
        count = Counter(sign for one in shown for sign in set().union(*one))
        self.names = sorted(sign for sign, times in count.items() if times >= _SEEN)
        self._at = {sign: at for at, sign in enumerate(self.names)}
        self.worth = np.array([1 + log((1 + len(shown)) / (1 + count[sign])) for sign in self.names])

    def table(self, shown: Sequence[Sequence[set[str]]]) -> Any:
        """A line for each text: its sentences added up, and made of length one."""
        cells = [[self._at[sign] for sentence in one for sign in sentence if sign in self._at] for one in shown]
        ends = np.cumsum([0, *map(len, cells)])
        places = np.array([at for one in cells for at in one], int)
        table = csr_matrix((self.worth[places], places, ends), shape=(len(shown), len(self.names)))
        squares = np.add.reduceat(np.append(self.worth[places] ** 2, 0.0), ends[:-1]) * (np.diff(ends) > 0)
        return diags(1 / np.sqrt(np.maximum(squares, 1.0))) @ table


def shown_of(texts: Sequence[Text]) -> list[list[set[str]]]:
    """What each sentence of each text shows."""
    return [[signs_of(plainly(words)) for words in text.sentences] for text in texts]


def learned(
    texts: Sequence[Text], labels: Sequence[str], shown: Sequence[Sequence[set[str]]] | None = None
) -> tuple[Signs, Any, Any]:
    """The signs, and for each label the weight of each sign and where it starts.

    Each label is learned apart, with as much weight on the texts that bear it as on all others; a text that leaves it open does
    not count, and a label that no text bears is never said. The same texts give the same weights.
    """
    shown = shown or shown_of(texts)
    signs = Signs(shown)
    table = signs.table(shown)
    weights, starts = np.zeros((len(labels), len(signs.names))), np.zeros(len(labels))
    for at, label in enumerate(labels):
        told = np.array([label not in text.open for text in texts])
        holds = np.array([label in text.holds for text in texts])[told]
        if holds.all() or not holds.any():  # nobody tells it apart
            starts[at] = _NEVER
            continue
        model = LogisticRegression(
            C=_FREEDOM, class_weight="balanced", solver="liblinear", dual=True, random_state=0, max_iter=5_000
        ).fit(table[told], holds)
        weights[at], starts[at] = model.coef_[0], model.intercept_[0]
    return signs, weights, starts


def wordings(
    signs: Signs, weights: Any, starts: Any, *, labels: Sequence[str], bars: Mapping[str, Sequence[float]], least: float
) -> Wordings:
    """The same in 255 steps, without the signs whose weights, times their worth, are all below `least`."""
    adds = weights * signs.worth
    kept = np.flatnonzero(np.abs(adds).max(0) >= least)
    scale = np.maximum(np.quantile(np.abs(adds[:, kept]), _LARGEST, axis=1), 1e-6) / _STEPS
    steps = np.clip(np.round(adds[:, kept].T / scale), -_STEPS, _STEPS) + LIFT
    worth = np.clip(np.round(signs.worth[kept] ** 2 / OF_WORTH), 1, 255)
    return Wordings(
        labels=labels, signs=[signs.names[at] for at in kept], steps=np.column_stack([steps, worth]).astype(np.uint8).tobytes(),
        scale=[float(f"{one:.5g}") for one in scale], starts=[round(float(one), 4) for one in starts], bars=bars,
    )  # fmt: skip
