"""What a text's words lean to: for each label the weights of its words, their pairs and the rules that spoke, added up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, sqrt
from struct import unpack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Words count for less in a long text, so that a letter leans no more to everything than a line does.
_SHARE, _KINDS = 4.0, 2.0
#: Weights are added up in whole units, lifted by a half of what 64 bits hold so that none is below nothing.
_UNIT, _HALF = 1e-6, 1 << 63
#: Weights are written in hundredths, behind the place of their label among those of `bias`.
_HUNDREDTHS = 100
_ENDINGS = ("ing", "edly", "ed", "ly", "es", "s")
_SHORTEST = 4


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending; any figure is "#"."""
    if word[0].isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _kinds() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], tuple[int, ...]]:
    """The kinds of words of this house: those of whole words, those of beginnings, and how long beginnings are."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    for line in (files("amends.leanings") / "kinds.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        for word in words.split() if line[:1] != "#" else ():
            place = begun if word.endswith("*") else whole
            place[word.rstrip("*")] = (*place.get(word.rstrip("*"), ()), f"@ {name}")
    return whole, begun, tuple(sorted({len(one) for one in begun}))


@lru_cache(maxsize=20_000)
def kinds(word: str) -> tuple[str, ...]:
    """The kinds that a word is of, each as a sign ("@ fire")."""
    whole, begun, lengths = _kinds()
    found = set(whole.get(word) or whole.get(word.removesuffix("s"), ()))
    for length in lengths:
        if length > len(word):
            break
        found.update(begun.get(word[:length], ()))
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)
def _borne(word: str) -> tuple[str, ...]:
    """Every sign that a word bears by itself."""
    return (stem(word), *kinds(word))


def signs(words: Sequence[str], rules: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """What a text shows: stems, pairs of stems ("not work"), the kinds its words are of, and what the rules found.

    "= label" stands for a rule that spoke, "== label" for more than one.
    """
    stems = list(map(stem, words))
    said = {*stems, *map(" ".join, pairwise(stems))}
    found = dict.fromkeys(said, _SHARE / sqrt(len(said) or 1))
    of_kinds = {kind for word in {*words} for kind in kinds(word)}
    found.update(dict.fromkeys(of_kinds, _KINDS / sqrt(len(of_kinds) or 1)))
    for label, weights in rules.items():
        found[f"= {label}"] = max(weights)
        if len(weights) > 1:
            found[f"== {label}"] = 1.0
    return found


def _apart(row: int, n: int) -> list[float]:
    """The `n` weights that were added up in one row."""
    lifted = row + sum(_HALF << 64 * at for at in range(n))
    return [(one - _HALF) * _UNIT for one in unpack(f"<{n}Q", lifted.to_bytes(8 * n, "little"))]


@dataclass(frozen=True, slots=True)
class Leanings:
    """Weights by sign and label, from `n` texts; `bar` is the probability from which a label is said."""

    n: int
    bias: Mapping[str, float]
    bar: Mapping[str, float]
    weights: Mapping[str, Sequence[tuple[str, float]]]
    _rows: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    _speaking: dict[str, dict[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, found: Mapping[str, float], least: int = 0) -> dict[str, float]:
        """The probability of each label, by the signs of a text; empty where nothing was learned, or fewer signs are known."""
        known = self.weights.keys() & found.keys()
        if len(known) < least:
            return {}
        rows: dict[float, int] = {}
        for sign in known:  # most signs of a text have the same share: their rows are added before they are weighed
            share = found[sign]
            rows[share] = rows.get(share, 0) + (self._rows.get(sign) or self._row(sign))
        sums = list(self.bias.values())
        for share, row in rows.items():
            sums = [one + share * weight for one, weight in zip(sums, _apart(row, len(sums)), strict=True)]
        return {
            label: 1 / (1 + exp(-max(-30.0, min(30.0, value)))) for label, value in zip(self.bias, sums, strict=True)
        }

    def _row(self, sign: str) -> int:
        """The weights of a sign side by side in one number, 64 bits for each label, so that one addition adds them all."""
        weights = dict(self.weights[sign])
        row = sum(round(weights.get(label, 0) / _UNIT) << 64 * at for at, label in enumerate(self.bias))
        self._rows[sign] = row
        return row

    def because(self, label: str, words: Sequence[str], most: int = 2) -> list[int]:
        """Where the words stand that speak for the label most, at most so many of them, in order."""
        speaking = self._speaking.get(label)
        if speaking is None:
            speaking = self._speaking[label] = {
                sign: weight
                for sign, some in self.weights.items()
                for name, weight in some
                if name == label and weight > 0
            }
        worth: dict[int, float] = {}
        for word in {*words}:
            if len(word) >= _SHORTEST and word.isalpha():
                value = sum([speaking[sign] for sign in _borne(word) if sign in speaking])
                if value > 0:
                    worth[words.index(word)] = value
        return sorted(sorted(worth, key=lambda at: (-worth[at], at))[:most])

    def over(self, base: Leanings) -> Leanings:
        """These, and of `base` the labels that nothing was learned of here."""
        others = [label for label in base.bias if label not in self.bias]
        weights = {sign: list(some) for sign, some in self.weights.items()}
        for sign, some in base.weights.items():
            if kept := [(label, weight) for label, weight in some if label in others]:
                weights.setdefault(sign, []).extend(kept)
        return Leanings(
            self.n,
            {**{label: base.bias[label] for label in others}, **self.bias},
            {**{label: base.bar[label] for label in others}, **self.bar},
            {sign: tuple(weights[sign]) for sign in sorted(weights)},
        )

    def as_json(self) -> str:
        """The same as JSON text, one sign a line, so that a change of it can be read."""
        head = json.dumps({"n": self.n, "bias": self.bias, "bar": self.bar}, ensure_ascii=False)
        place = {label: at for at, label in enumerate(self.bias)}
        lines = [
            json.dumps(sign, ensure_ascii=False)
            + f': "{" ".join(f"{place[label]}:{weight * _HUNDREDTHS:.0f}" for label, weight in some)}"'
            for sign, some in self.weights.items()
        ]
        return head[:-1] + ', "weights": {\n' + ",\n".join(lines) + "\n}}\n"


def _cut(told: str) -> tuple[str, str, str]:
    return told.partition(":")


#: Nothing learned: the rules alone.
NONE = Leanings(0, {}, {}, {})


def leanings(text: str) -> Leanings:
    """What was written by `as_json`. ValueError where it was not."""
    try:
        found = json.loads(text)
        labels = list(found["bias"])
        weights = {
            sign: tuple((labels[int(at)], int(weight) / _HUNDREDTHS) for at, _, weight in map(_cut, some.split()))
            for sign, some in found["weights"].items()
        }
        return Leanings(int(found["n"]), found["bias"], found["bar"], weights)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as refusal:
        raise ValueError(f"These are no leanings: {refusal}") from refusal


@cache
def shipped() -> Leanings:
    """What comes with this house, learned from its own texts (`make leanings`)."""
    return leanings((files("amends.leanings") / "shipped.json").read_text(encoding="utf-8"))
