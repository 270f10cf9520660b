"""A small net that was taught: each sign adds to a few units, and the units that are above nothing add to each label."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from math import fsum
from struct import unpack
from typing import TYPE_CHECKING, Self

from amends.leanings.signs import borne, share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from amends.leanings.signs import Shown

#: What a sign adds to a unit is one of 255 steps, kept lifted by so many, so that none is below nothing.
LIFT = 128
#: Side by side in one number, 32 bits for each unit, the steps of many signs are added with one addition.
_LANE = 4
#: A step of a unit and what it adds are counted in whole parts, what it adds lifted so that none is below nothing.
_OF_STEP, _PARTS, _LIFTED = 1 << 4, 1 << 20, 1 << 22
_WHOLE = _OF_STEP * _PARTS
#: So many words are remembered for each label.
_REMEMBERED = 20_000
#: Signs that begin so are no words: kinds of words, and rules.
_NO_WORDS = "@=-"


@dataclass(frozen=True)
class Layer:
    """From units to labels: where each unit starts, where each label starts, and for each unit what it adds to which label."""

    units: Sequence[float]
    labels: Sequence[float]
    adds: Sequence[Sequence[float]]


class _Counting:
    """A layer that counts in steps and whole parts: what a unit adds stands side by side in one number, 64 bits for each label."""

    def __init__(self, layer: Layer, scale: Sequence[float]) -> None:
        self.starts = [unit / size for unit, size in zip(layer.units, scale, strict=True)]
        self.labels = layer.labels
        self._rows = [
            sum((round(each * size * _PARTS) + _LIFTED) << 64 * at for at, each in enumerate(adds))
            for adds, size in zip(layer.adds, scale, strict=True)
        ]

    def told(self, units: Iterable[float]) -> list[float]:
        """The log odds of each label by where each unit stands, in its steps; a unit below nothing says nothing."""
        above = [(int(unit * _OF_STEP), row) for unit, row in zip(units, self._rows, strict=True) if unit > 0]
        added = sum([unit * row for unit, row in above])
        n = len(self.labels)
        nothing = _LIFTED * sum([unit for unit, _ in above])
        lanes = unpack(f"<{n}Q", added.to_bytes(8 * n, "little"))
        return [start + (lane - nothing) / _WHOLE for start, lane in zip(self.labels, lanes, strict=True)]


_SILENT = Layer([], [], [])


class Net:
    """Two layers over the signs of a text, the first of them shared by whole texts and passages.

    What may stand in one passage of many (`by_passage`, some of the `labels`) is said by the whole and by the most telling passage
    together. `steps` holds for each sign, in the order of `signs`, a byte for each unit; `scale` is the size of a step of each unit.
    """

    def __init__(
        self, *, labels: Sequence[str] = (), by_passage: Sequence[str] = (), signs: Sequence[str] = (), steps: bytes = b"",
        scale: Sequence[float] = (), whole: Layer = _SILENT, passage: Layer = _SILENT,
    ) -> None:  # fmt: skip
        self.labels, self.by_passage = tuple(labels), tuple(by_passage)
        self.signs, self.steps, self.scale = tuple(signs), steps, list(scale)
        self.whole, self.passage = whole, passage
        self._rows: dict[str, int] = {}
        self._speaking: dict[str, dict[str, float]] = {}
        if len(steps) != len(self.signs) * len(self.scale):
            message = "the steps are not as many as signs and units say"
            raise ValueError(message)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The row of each sign."""
        return {sign: at for at, sign in enumerate(self.signs)}

    @cached_property
    def _of_whole(self) -> _Counting:
        return _Counting(self.whole, self.scale)

    @cached_property
    def _of_passage(self) -> _Counting:
        return _Counting(self.passage, self.scale)

    @cached_property
    def silence(self) -> list[float]:
        """What a passage says that shows nothing."""
        return self._of_passage.told(self._of_passage.starts)

    def weigh(
        self, found: Mapping[str, float], told: Sequence[Sequence[float]] = (), least: int = 0
    ) -> dict[str, float]:
        """The log odds of each label, by the signs of a text and by what its passages say (`passages`).

        Empty where nothing was taught, or fewer than `least` words and pairs are known.
        """
        known = self.places.keys() & found.keys()
        if not self.labels or len([sign for sign in known if sign[0] not in _NO_WORDS]) < least:
            return {}
        alike: dict[float, list[str]] = {}
        for sign in known:  # most signs of a text have the same share: they are added before they are weighed
            alike.setdefault(found[sign], []).append(sign)
        units = self._of_whole.starts
        for each, some in alike.items():
            nothing = each * LIFT * len(some)
            units = [
                one + each * lane - nothing for one, lane in zip(units, self._lanes(self._added(some)), strict=True)
            ]
        sums = dict(zip(self.labels, self._of_whole.told(units), strict=True))
        for label, *of_passages in zip(self.by_passage, *told, strict=True) if told else ():
            sums[label] += max(of_passages)
        return sums

    def passages(self, sentences: Sequence[Shown]) -> list[list[float]]:
        """What each sentence with the next adds to the log odds of the labels of `by_passage` (`signs.passages`)."""
        if not self.by_passage or not sentences:
            return []
        known, layer = self.places.keys(), self._of_passage
        rows = []
        for one in sentences:
            by_words, by_kinds = known & one.words, known & one.kinds
            counted = (len(one.words), len(one.kinds), len(by_words), len(by_kinds))
            rows.append((*counted, self._added(by_words), self._added(by_kinds)))
        found = []
        for at in range(max(1, len(rows) - 1)):
            words, kinds, words_known, kinds_known, *added = map(sum, zip(*rows[at : at + 2], strict=True))
            word, kind = share(words, kinds)
            nothing = LIFT * (word * words_known + kind * kinds_known)
            lanes = zip(layer.starts, self._lanes(added[0]), self._lanes(added[1]), strict=True)
            found.append(layer.told([start + word * one + kind * other - nothing for start, one, other in lanes]))
        return found

    def speaking(self, label: str, word: str) -> float:
        """How much a word by itself speaks for a label: its stem and the kinds it is of, every unit taken to count."""
        known = self._speaking.setdefault(label, {})
        worth = known.get(word)
        if worth is None:
            if len(known) > _REMEMBERED:
                known.clear()
            worth = known[word] = fsum(max(0.0, self._worth(label, sign)) for sign in borne(word))
        return worth

    def _worth(self, label: str, sign: str) -> float:
        if sign not in self.places:
            return 0.0
        column = self.labels.index(label)
        lanes = zip(self._lanes(self._row(sign)), self.scale, self.whole.adds, strict=True)
        return fsum((lane - LIFT) * size * adds[column] for lane, size, adds in lanes)

    def _row(self, sign: str) -> int:
        row = self._rows.get(sign)
        if row is None:
            width, at = len(self.scale), self.places[sign]
            lanes = bytearray(_LANE * width)
            lanes[::_LANE] = self.steps[at * width : (at + 1) * width]
            row = self._rows[sign] = int.from_bytes(lanes, "little")
        return row

    def _added(self, signs: Collection[str]) -> int:
        rows = self._rows
        return sum([rows.get(sign) or self._row(sign) for sign in signs])

    def _lanes(self, added: int) -> tuple[int, ...]:
        """What was added up, for each unit."""
        width = len(self.scale)
        return unpack(f"<{width}I", added.to_bytes(_LANE * width, "little"))

    def as_bytes(self) -> bytes:
        """The same as bytes; `read` reads it: a line of JSON, and the steps as they are."""
        head = {
            "labels": self.labels, "by_passage": self.by_passage, "signs": self.signs, "scale": self.scale,
            "whole": asdict(self.whole), "passage": asdict(self.passage),
        }  # fmt: skip
        return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + self.steps

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """What was written by `as_bytes`. ValueError where it was not."""
        head, _, steps = raw.partition(b"\n")
        try:
            found = json.loads(head)
            whole, passage = (Layer(**found.pop(name)) for name in ("whole", "passage"))
            return cls(**found, steps=steps, whole=whole, passage=passage)
        except (KeyError, TypeError) as refusal:
            raise ValueError(f"This is no net: {refusal}") from refusal


#: Nothing was taught.
UNTAUGHT = Net()
