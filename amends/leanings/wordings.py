"""What the words of one sentence lean to: for each label a sum of weights, learned from sentences that people wrote and labelled."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from struct import unpack
from typing import TYPE_CHECKING, Self

from amends.leanings.signs import kinds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+|[?!,;:£$€₦₹]")
#: So many letters of a word say what it is about.
_LETTERS = 5
#: A weight is one of 255 steps, kept lifted by so many, so that none is below nothing.
LIFT = 128
#: How rare a sign is, is kept squared, in steps of this size.
OF_WORTH = 0.5
#: Side by side in one number, 32 bits for each label, the weights of many signs are added with one addition.
_LANE = 4


@lru_cache(maxsize=20_000)
def _borne(word: str) -> tuple[str, ...]:
    """What a word shows by itself: the kinds it is of, and the whole of it where its beginning is not all."""
    return (*kinds(word), f"={word}") if len(word) > _LETTERS else kinds(word)


def signs_of(words: str) -> set[str]:
    """What some words show: beginnings of words alone, in twos and threes and over a gap, whole words, kinds, and the first word.

    Words come with the marks of a keyboard, which count ("?"); any figure is "#", and letter case does not count.
    """
    found = ["#" if word[0].isdigit() else word for word in _WORD.findall(words.lower())]
    begun = [word[:_LETTERS] for word in found]
    if not begun:
        return set()
    twos = [f"{one} {two}" for one, two in pairwise(begun)]
    shown = {f"^{begun[0]}", *begun, *twos}
    shown.update([f"{two} {third}" for two, third in zip(twos, begun[2:], strict=False)])
    shown.update([f"{one}_{third}" for one, third in zip(begun, begun[2:], strict=False)])
    for word in {*found}:
        shown.update(_borne(word))
    return shown


class Wordings:
    """For each sign a weight for each label.

    `starts` are the log odds of each label where nothing is shown, `bars` for each label the two log odds between which it takes
    both the words and a rule to say it. `scale` is the size of a step of each label; `steps` holds for each sign, in the order of
    `signs`, a byte for each label and one for how rare the sign is, squared.
    """

    def __init__(
        self, *, labels: Sequence[str], signs: Sequence[str], steps: bytes, scale: Sequence[float], starts: Sequence[float],
        bars: Mapping[str, Sequence[float]],
    ) -> None:  # fmt: skip
        self.labels, self.signs, self.steps = tuple(labels), tuple(signs), steps
        self.scale, self.starts = list(scale), list(starts)
        self.bars = {label: (bar[0], bar[1]) for label, bar in bars.items()}
        self._places = {sign: at for at, sign in enumerate(self.signs)}
        self._rows: dict[str, int] = {}
        self._layout, self._size = f"<{len(self.labels) + 1}I", _LANE * (len(self.labels) + 1)
        if len(steps) != len(self.signs) * (len(self.labels) + 1):
            message = "the steps are not as many as signs and labels say"
            raise ValueError(message)

    def of(self, sentences: Sequence[str]) -> dict[str, list[float]]:
        """For every label the log odds of each sentence."""
        told = [self._told(words) for words in sentences]
        found = {}
        for at, (label, step, start) in enumerate(zip(self.labels, self.scale, self.starts, strict=True)):
            found[label] = [start + step * (lanes[at] - nothing) / size for lanes, nothing, size in told]
        return found

    def _told(self, words: str) -> tuple[tuple[int, ...], int, float]:
        """What the signs of a sentence add for each label, how much of it is mere lift, and how long the sentence is in signs."""
        rows, known = self._rows, self._places.keys() & signs_of(words)
        added = sum([rows.get(sign) or self._row(sign) for sign in known])
        lanes = unpack(self._layout, added.to_bytes(self._size, "little"))
        return lanes, LIFT * len(known), sqrt(lanes[-1] * OF_WORTH) or 1.0

    def _row(self, sign: str) -> int:
        width, at = len(self.labels) + 1, self._places[sign]
        lanes = bytearray(_LANE * width)
        lanes[::_LANE] = self.steps[at * width : (at + 1) * width]
        row = self._rows[sign] = int.from_bytes(lanes, "little")
        return row

    def as_bytes(self) -> bytes:
        """The same as bytes; `read` reads it: a line of JSON, and the steps as they are."""
        head = {
            "labels": self.labels, "scale": self.scale, "starts": self.starts, "bars": self.bars, "signs": self.signs,
        }  # fmt: skip
        return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + self.steps

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """What was written by `as_bytes`. ValueError where it was not."""
        head, _, steps = raw.partition(b"\n")
        try:
            return cls(**json.loads(head), steps=steps)
        except (KeyError, TypeError) as refusal:
            raise ValueError(f"These are no wordings: {refusal}") from refusal


#: Nothing was learned.
UNTAUGHT = Wordings(labels=(), signs=(), steps=b"", scale=(), starts=(), bars={})


@cache
def shipped_wordings() -> Wordings:
    """What comes with this house, learned from its own sentences (`make leanings`)."""
    return Wordings.read((files("amends.leanings") / "wordings.net").read_bytes())
