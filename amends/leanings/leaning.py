"""What a text leans to: what the net that is shipped says of it, moved by what a house taught."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from amends.leanings.net import UNTAUGHT, Net

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.leanings.signs import Shown

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Leanings:
    """What `n` texts taught: a net, and what a house of its own adds to that.

    `bar` is the probability from which a label is said. `trust` says for each label how far the net is believed (1 where it is
    not named), `starts` and `adds` (by sign and label) what the house's own texts add, all in log odds.
    """

    n: int
    bar: Mapping[str, float]
    net: Net = UNTAUGHT
    trust: Mapping[str, float] = field(default_factory=dict)
    starts: Mapping[str, float] = field(default_factory=dict)
    adds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def of(self, found: Mapping[str, float], told: Sequence[Sequence[float]] = (), least: int = 0) -> dict[str, float]:
        """The probability of each label, by the signs of a text and what its passages say (`net.passages`).

        Empty where nothing was learned, or fewer than `least` words and pairs are known.
        """
        sums = self.net.weigh(found, told, least)
        if not sums:
            return {}
        for label, trust in self.trust.items():
            sums[label] = sums[label] * trust + self.starts[label]
        for sign in self.adds.keys() & found.keys():
            for label, weight in self.adds[sign].items():
                sums[label] += weight * found[sign]
        return {label: 1 / (1 + exp(-max(-30.0, min(30.0, sums[label])))) for label in sums if label in self.bar}

    def because(self, label: str, words: Sequence[str], most: int = 2) -> list[int]:
        """Where the words stand that speak for the label most, at most so many of them, in order."""
        speaking = self.net.speaking
        worth = {word: speaking(label, word) for word in {*words} if len(word) >= _SHORTEST and word.isalpha()}
        at = {words.index(word): value for word, value in worth.items() if value > 0}
        return sorted(sorted(at, key=lambda place: (-at[place], place))[:most])

    def where(self, label: str, told: Sequence[Sequence[float]], sentences: Sequence[Shown]) -> int | None:
        """The sentence that speaks for the label most; None where passages teach nothing of it, or none speaks for it."""
        if label not in self.net.by_passage or not told:
            return None
        column = self.net.by_passage.index(label)
        best = max(told, key=lambda one: one[column])
        if best[column] <= self.net.silence[column]:
            return None
        at = told.index(best)
        alone = [self.net.passages([one])[0][column] for one in sentences[at : at + 2]]
        return at + alone.index(max(alone))

    def as_json(self) -> str:
        """What a house taught, as JSON text; `leanings` reads it. The net that is shipped is not in it."""
        told = {"n": self.n, "bar": self.bar, "trust": self.trust, "starts": self.starts}
        lines = [f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(some)}" for sign, some in self.adds.items()]
        return json.dumps(told, ensure_ascii=False)[:-1] + ', "adds": {\n' + ",\n".join(lines) + "\n}}\n"


#: Nothing learned: the rules alone.
NONE = Leanings(0, {})


def leanings(text: str) -> Leanings:
    """What was written by `as_json`, over what is shipped. ValueError where it was not."""
    try:
        found = json.loads(text)
        trust, starts, adds = ({**found[name]} for name in ("trust", "starts", "adds"))
        bar = {**found["bar"]}
        net = shipped().net
        named = {*trust, *starts, *bar, *(label for some in adds.values() for label in some)}
        made = Leanings(int(found["n"]), bar, net, trust, starts, adds)
    except (ValueError, KeyError, TypeError, AttributeError) as refusal:
        raise ValueError(f"These are no leanings: {refusal}") from refusal
    if trust.keys() != starts.keys() or not named <= {*net.labels}:
        message = "These are no leanings: a label of them is not known"
        raise ValueError(message)
    return made


@cache
def shipped() -> Leanings:
    """What comes with this house, learned from its own texts (`make leanings`)."""
    here = files("amends.leanings")
    told = json.loads((here / "shipped.json").read_text(encoding="utf-8"))
    return Leanings(told["n"], told["bar"], Net.read((here / "shipped.net").read_bytes()))
