"""Teaching the net of `leanings`: two layers, learned at once from whole texts and from their passages. It needs NumPy and SciPy."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

from amends.leanings.net import LIFT, Layer, Net
from amends.leanings.signs import passage_signs, passages
from amends.training.fitting import sparse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.training.fitting import Row

#: A sign that fewer texts show says nothing of the next one.
_SEEN = 8
_UNITS, _ROUNDS, _BATCH = 64, 12, 64
#: So many nets learn apart from one another and speak as one: each is wrong in its own way.
_NETS = 2
#: So large a share of the signs and of the units is left out, another each time, so that none relies on the company of another.
_SIGNS_OUT, _UNITS_OUT = 0.5, 0.3
#: How far one step goes at first; it ends at a tenth of that.
_STEP = 0.002
_FIRST, _START = 0.05, -2.0
_FAR = 30.0
_STEPS = 127


def taught(rows: Sequence[Row], labels: Sequence[str], by_passage: Sequence[str]) -> Net:
    """A net that says the `labels` of these rows, those of `by_passage` by their most telling passage too.

    In which passage a label stands nobody said: of a text that bears it the passage that speaks for it most is taken to, of one
    that does not none does (multiple-instance learning by the maximum; Dietterich, Lathrop and Lozano-Pérez, 1997). Steps are
    those of Adam (Kingma and Ba, 2015), of the first layer only for signs that were shown; what is left out follows Srivastava
    and others (2014). The same rows give the same net.
    """
    shown = _Shown(rows, labels, by_passage)
    learned = []
    for number in range(_NETS):
        chance = np.random.default_rng(number)
        learner = _Learner(len(shown.signs), len(labels), len(by_passage), chance)
        for done in range(_ROUNDS):
            order = chance.permutation(len(rows))
            for at in range(0, len(order), _BATCH):
                learner.see(shown.of(np.sort(order[at : at + _BATCH])), shown.columns, chance, 1 - 0.9 * done / _ROUNDS)
        learned.append(learner.at)
    return _joined(learned, labels, by_passage, shown.signs)


def _joined(
    learned: Sequence[Mapping[str, Any]], labels: Sequence[str], by_passage: Sequence[str], signs: Sequence[str]
) -> Net:
    """One net with the units of all, each of which says its part, and its first layer in 255 steps."""

    def plain(name: str) -> list[float]:
        return [_rounded(one) for one in np.concatenate([one[name] for one in learned]).tolist()]

    first = np.concatenate([one["signs"] for one in learned], 1)
    size = np.maximum(np.abs(first).max(0), 1e-6) / _STEPS
    steps = (np.round(first / size) + LIFT).astype(np.uint8).tobytes()
    parts = [{name: one[name] / len(learned) for name in ("starts", "adds", "passage adds")} for one in learned]
    adds, passage_adds = (np.concatenate([one[name] for one in parts]) for name in ("adds", "passage adds"))
    return Net(
        labels=labels, by_passage=by_passage, signs=signs, steps=steps, scale=[float(f"{one:.5g}") for one in size],
        whole=Layer(plain("units"), _rounded(sum(one["starts"] for one in parts).tolist()), _rounded(adds.tolist())),
        passage=Layer(plain("passage units"), [0.0] * len(by_passage), _rounded(passage_adds.tolist())),
    )  # fmt: skip


class _Shown:
    """The rows as tables: a line for each text and passage, a column for each sign that enough of them show."""

    def __init__(self, rows: Sequence[Row], labels: Sequence[str], by_passage: Sequence[str]) -> None:
        parts = [[passage_signs(one) for one in passages(row.sentences)] or [{}] for row in rows]
        count = Counter(sign for row in rows for sign in row.signs)
        self.signs = sorted(sign for sign, times in count.items() if times >= min(_SEEN, len(rows) // 10))
        places = {sign: at for at, sign in enumerate(self.signs)}
        self._texts = sparse([row.signs for row in rows], places).astype(np.float32)
        self._passages = sparse([one for some in parts for one in some], places).astype(np.float32)
        self._ends = np.cumsum([0, *map(len, parts)])
        self.columns = [labels.index(label) for label in by_passage]
        self._holds = np.array([[label in row.holds for label in labels] for row in rows], np.float32)
        self._judged = np.array([[label in row.judged for label in labels] for row in rows], np.float32)

    def of(self, lines: Any) -> tuple[Any, ...]:
        """The texts of these lines, their passages with where each text's begin, what holds of them, and what was judged."""
        places = np.concatenate([np.arange(self._ends[at], self._ends[at + 1]) for at in lines])
        begins = np.cumsum([0, *(self._ends[at + 1] - self._ends[at] for at in lines)])[:-1]
        return self._texts[lines], self._passages[places], begins, self._holds[lines], self._judged[lines]


class _Learner:
    """The weights while they are learned, each with the two means of its slopes that Adam keeps."""

    def __init__(self, signs: int, labels: int, by_passage: int, chance: Any) -> None:
        def some(*shape: int, size: float) -> Any:
            return (chance.standard_normal(shape) * size).astype(np.float32)

        self.seen = 0
        self.at: dict[str, Any] = {
            "signs": some(signs, _UNITS, size=_FIRST),
            "units": np.zeros(_UNITS, np.float32),
            "passage units": np.zeros(_UNITS, np.float32),
            "adds": some(_UNITS, labels, size=_UNITS**-0.5),
            "starts": np.full(labels, _START, np.float32),
            "passage adds": some(_UNITS, by_passage, size=_UNITS**-0.5),
        }
        self._means = {name: (np.zeros_like(one), np.zeros_like(one)) for name, one in self.at.items()}

    def see(self, batch: tuple[Any, ...], columns: Sequence[int], chance: Any, pace: float) -> None:
        """One step by these texts."""
        texts, parts, begins, holds, judged = batch
        at = self.at
        self.seen += 1
        signs, where = np.unique(np.concatenate([texts.indices, parts.indices]), return_inverse=True)
        texts = _thinned(texts, where[: texts.nnz], len(signs), chance)
        parts = _thinned(parts, where[texts.nnz :], len(signs), chance)
        first = at["signs"][signs]
        units, by_text = _units(texts @ first + at["units"], chance)
        part_units, by_part = _units(parts @ first + at["passage units"], chance)
        said = units @ at["adds"] + at["starts"]
        said_by_part = part_units @ at["passage adds"]
        most = np.maximum.reduceat(said_by_part, begins)
        said[:, columns] += most
        wrong = (1 / (1 + np.exp(-np.clip(said, -_FAR, _FAR))) - holds) * judged / len(holds)
        whose = np.repeat(np.arange(len(begins)), np.diff([*begins, parts.shape[0]]))
        wrong_by_part = (said_by_part == most[whose]) * wrong[:, columns][whose]
        back, part_back = (wrong @ at["adds"].T) * by_text, (wrong_by_part @ at["passage adds"].T) * by_part
        self._step("signs", texts.T @ back + parts.T @ part_back, pace, signs)
        self._step("adds", units.T @ wrong, pace)
        self._step("starts", wrong.sum(0), pace)
        self._step("passage adds", part_units.T @ wrong_by_part, pace)
        self._step("units", back.sum(0), pace)
        self._step("passage units", part_back.sum(0), pace)

    def _step(self, name: str, slope: Any, pace: float, rows: Any = slice(None)) -> None:
        first, second = self._means[name]
        first[rows] = 0.9 * first[rows] + 0.1 * slope
        second[rows] = 0.999 * second[rows] + 0.001 * slope * slope
        far = (first[rows] / (1 - 0.9**self.seen)) / (np.sqrt(second[rows] / (1 - 0.999**self.seen)) + 1e-8)
        self.at[name][rows] -= _STEP * pace * far


def _rounded(value: Any) -> Any:
    return [_rounded(one) for one in value] if isinstance(value, list) else round(value, 4)


def _thinned(table: Any, columns: Any, width: int, chance: Any) -> Any:
    """The table over fewer columns, some of its cells left out and the others as much larger."""
    kept = (chance.random(table.nnz) >= _SIGNS_OUT).astype(np.float32) / (1 - _SIGNS_OUT)
    return csr_matrix((table.data * kept, columns, table.indptr), shape=(table.shape[0], width))


def _units(lifted: Any, chance: Any) -> tuple[Any, Any]:
    """The units, some left out, and how much each slope counts."""
    kept = (chance.random(lifted.shape) >= _UNITS_OUT).astype(np.float32) / (1 - _UNITS_OUT) * (lifted > 0)
    return lifted * kept, kept
