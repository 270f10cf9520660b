"""What a text's words lean to: for each label the weights of its words, their pairs and the rules that spoke, added up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: Words count for less in a long text, so that a letter leans no more to everything than a line does.
_SHARE = 4.0
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


def signs(words: Iterable[str], rules: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """What a text shows: stems, pairs of stems ("not work"), and "= label" of each rule that spoke ("== label": more than one)."""
    stems = [stem(word) for word in words]
    said = set(stems)
    said.update(map(" ".join, set(pairwise(stems))))
    found = dict.fromkeys(said, _SHARE / sqrt(len(said) or 1))
    for label, weights in rules.items():
        found[f"= {label}"] = max(weights)
        if len(weights) > 1:
            found[f"== {label}"] = 1.0
    return found


@dataclass(frozen=True, slots=True)
class Leanings:
    """Weights by sign and label, from `n` texts; `bar` is the probability from which a label is said."""

    n: int
    bias: Mapping[str, float]
    bar: Mapping[str, float]
    weights: Mapping[str, Sequence[tuple[str, float]]]

    def of(self, found: Mapping[str, float]) -> dict[str, float]:
        """The probability of each label, by the signs of a text; empty where nothing was learned."""
        sums = dict(self.bias)
        for sign in self.weights.keys() & found.keys():
            share = found[sign]
            for label, weight in self.weights[sign]:
                sums[label] += weight * share
        return {label: 1 / (1 + exp(-max(-30.0, min(30.0, value)))) for label, value in sums.items()}

    def because(self, label: str, words: Sequence[str], most: int = 2) -> list[int]:
        """Where the words stand that speak for the label most, at most so many of them, in order."""
        stems = [stem(word) for word in words]
        worth: dict[int, float] = {}
        for at, one in enumerate(stems):
            weight = sum(some for name, some in self.weights.get(one, ()) if name == label)
            if weight > 0 and len(words[at]) >= _SHORTEST and words[at].isalpha():
                worth[at] = weight
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
        lines = [
            f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(dict(some))}" for sign, some in self.weights.items()
        ]
        return head[:-1] + ', "weights": {\n' + ",\n".join(lines) + "\n}}\n"


#: Nothing learned: the rules alone.
NONE = Leanings(0, {}, {}, {})


def leanings(text: str) -> Leanings:
    """What was written by `as_json`. ValueError where it was not."""
    try:
        found = json.loads(text)
        weights = {sign: tuple(some.items()) for sign, some in found["weights"].items()}
        return Leanings(int(found["n"]), found["bias"], found["bar"], weights)
    except (ValueError, KeyError, TypeError, AttributeError) as refusal:
        raise ValueError(f"These are no leanings: {refusal}") from refusal


@cache
def shipped() -> Leanings:
    """What comes with this house, learned from its own texts (`make leanings`)."""
    return leanings((files("amends.leanings") / "shipped.json").read_text(encoding="utf-8"))
