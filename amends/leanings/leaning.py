"""What a text leans to: for each label the weights of its words, their pairs and the rules that spoke, added up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from struct import unpack
from typing import TYPE_CHECKING, Any, Self

from amends.leanings.signs import borne, share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.leanings.signs import Shown

#: Weights are kept in hundredths and added up lifted by a half of what 64 bits hold, so that none is below nothing.
_HUNDREDTH, _HALF = 0.01, 1 << 63
_SHORTEST = 4
#: So many words are remembered for each label.
_REMEMBERED = 20_000


@cache
def _lift(n: int) -> int:
    return sum(_HALF << 64 * at for at in range(n))


def _apart(row: int, n: int) -> list[float]:
    """The `n` weights that were added up in one row."""
    return [(one - _HALF) * _HUNDREDTH for one in unpack(f"<{n}Q", (row + _lift(n)).to_bytes(8 * n, "little"))]


@dataclass(frozen=True, slots=True)
class Weights:
    """For each label where it starts (`bias`, in log odds), and for each sign what it adds to which.

    What a sign adds is kept as it is written, "place of the label:hundredths" with blanks between, and read when it is asked for:
    of many thousand signs a text shows some hundred.
    """

    bias: Mapping[str, float]
    of: Mapping[str, str]
    _rows: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    _speaking: dict[str, dict[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def written(cls, bias: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]) -> Self:
        """These weights, to a hundredth; `weights` is by sign and label."""
        place = {label: at for at, label in enumerate(bias)}
        of = {}
        for sign, some in sorted(weights.items()):
            told = [(place[label], round(weight / _HUNDREDTH)) for label, weight in some.items()]
            if kept := " ".join([f"{at}:{hundredths}" for at, hundredths in sorted(told) if hundredths]):
                of[sign] = kept
        return cls(bias, of)

    def __getitem__(self, sign: str) -> dict[str, float]:
        """What a sign adds to each label; nothing where it is not known."""
        labels = list(self.bias)
        return {labels[at]: hundredths * _HUNDREDTH for at, hundredths in _read(self.of.get(sign, ""))}

    def row(self, sign: str) -> int:
        """The weights of a sign side by side in one number, 64 bits for each label, so that one addition adds them all."""
        row = sum([hundredths << 64 * at for at, hundredths in _read(self.of[sign])])
        self._rows[sign] = row
        return row

    def added(self, signs: Sequence[str] | set[str] | frozenset[str]) -> int:
        """The rows of these signs in one."""
        rows = self._rows
        return sum([rows.get(sign) or self.row(sign) for sign in signs])

    def weigh(self, found: Mapping[str, float], least: int = 0) -> dict[str, float]:
        """The log odds of each label by the signs of a text; empty where fewer than `least` words and pairs are known."""
        known = self.of.keys() & found.keys()
        if len(known) < least or len([sign for sign in known if sign[0] not in "@=-"]) < least:
            return {}
        alike: dict[float, list[str]] = {}
        for sign in known:  # most signs of a text have the same share: their rows are added before they are weighed
            alike.setdefault(found[sign], []).append(sign)
        sums = list(self.bias.values())
        for each, some in alike.items():
            row = self.added(some)
            sums = [one + each * weight for one, weight in zip(sums, _apart(row, len(sums)), strict=True)]
        return dict(zip(self.bias, sums, strict=True))

    def weigh_passages(self, sentences: Sequence[Shown]) -> list[dict[str, float]]:
        """The log odds of each label for each sentence with the next (`signs.passages`)."""
        if not self.bias or not sentences:
            return []
        n = len(self.bias)
        known = self.of.keys()
        told = [
            (len(one.words), len(one.kinds), self.added(known & one.words), self.added(known & one.kinds))
            for one in sentences
        ]
        found = []
        for at in range(max(1, len(told) - 1)):
            words, kinds, by_words, by_kinds = map(sum, zip(*told[at : at + 2], strict=True))
            word, kind = share(words, kinds)
            sums = zip(self.bias.items(), _apart(by_words, n), _apart(by_kinds, n), strict=True)
            found.append({label: start + word * one + kind * other for (label, start), one, other in sums})
        return found

    def speaking(self, label: str, word: str) -> float:
        """How much a word by itself speaks for a label: its stem and the kinds it is of."""
        known = self._speaking.setdefault(label, {})
        worth = known.get(word)
        if worth is None:
            if len(known) > _REMEMBERED:
                known.clear()
            worth = known[word] = sum([max(0.0, self[sign].get(label, 0.0)) for sign in borne(word)])
        return worth

    def as_json(self) -> str:
        """The same as JSON text, one sign a line, so that a change of it can be read."""
        lines = [f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(told)}" for sign, told in self.of.items()]
        head = json.dumps({"bias": self.bias}, ensure_ascii=False)
        return head[:-1] + ', "weights": {\n' + ",\n".join(lines) + "\n}}"


def _read(told: str) -> list[tuple[int, int]]:
    """The places of labels with their hundredths."""
    return [(int(at), int(hundredths)) for at, _, hundredths in [one.partition(":") for one in told.split()]]


#: No label is known.
NOTHING = Weights({}, {})


@dataclass(frozen=True, slots=True)
class Leanings:
    """What `n` texts taught of whole texts and, for what may stand in one sentence of many, of passages.

    `bar` is the probability from which a label is said.
    """

    n: int
    bar: Mapping[str, float]
    whole: Weights
    passage: Weights = NOTHING

    def of(
        self, found: Mapping[str, float], told: Sequence[Mapping[str, float]] = (), least: int = 0
    ) -> dict[str, float]:
        """The probability of each label, by the signs of a text and evenly (of log odds the mean) by its most telling passage.

        `told` is what its passages say (`passage.weigh_passages`). Empty where nothing was learned, or fewer than `least` signs
        are known.
        """
        sums = self.whole.weigh(found, least)
        if sums and told:
            for label in self.passage.bias:
                if label in sums:
                    sums[label] = (sums[label] + max(one[label] for one in told)) / 2
        return {label: 1 / (1 + exp(-max(-30.0, min(30.0, value)))) for label, value in sums.items()}

    def because(self, label: str, words: Sequence[str], most: int = 2) -> list[int]:
        """Where the words stand that speak for the label most, at most so many of them, in order."""
        speaking = self.whole.speaking
        worth = {word: speaking(label, word) for word in {*words} if len(word) >= _SHORTEST and word.isalpha()}
        at = {words.index(word): value for word, value in worth.items() if value > 0}
        return sorted(sorted(at, key=lambda place: (-at[place], place))[:most])

    def where(self, label: str, told: Sequence[Mapping[str, float]], sentences: Sequence[Shown]) -> int | None:
        """The sentence that speaks for the label most; None where passages teach nothing of it, or none speaks for it."""
        if label not in self.passage.bias or not told:
            return None
        best = max(told, key=lambda one: one[label])
        if best[label] <= self.passage.bias[label]:
            return None
        at = told.index(best)
        alone = [self.passage.weigh_passages([one])[0][label] for one in sentences[at : at + 2]]
        return at + alone.index(max(alone))

    def as_json(self) -> str:
        """The same as JSON text; `leanings` reads it."""
        head = json.dumps({"n": self.n, "bar": self.bar}, ensure_ascii=False)
        return f'{head[:-1]}, "whole": {self.whole.as_json()}, "passage": {self.passage.as_json()}}}\n'


#: Nothing learned: the rules alone.
NONE = Leanings(0, {}, NOTHING)


def leanings(text: str) -> Leanings:
    """What was written by `as_json`. ValueError where it was not."""
    try:
        found = json.loads(text)
        return Leanings(int(found["n"]), found["bar"], _weights(found["whole"]), _weights(found["passage"]))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as refusal:
        raise ValueError(f"These are no leanings: {refusal}") from refusal


def _weights(found: dict[str, Any]) -> Weights:
    bias, of = found["bias"], found["weights"]
    most = len(bias)
    if not all(0 <= at < most for told in of.values() for at, _ in _read(told)):
        message = "a weight of a label that is not named"
        raise ValueError(message)
    return Weights(bias, of)


@cache
def shipped() -> Leanings:
    """What comes with this house, learned from its own texts (`make leanings`)."""
    found = json.loads((files("amends.leanings") / "shipped.json").read_text(encoding="utf-8"))
    whole, passage = (Weights(found[name]["bias"], found[name]["weights"]) for name in ("whole", "passage"))
    return Leanings(found["n"], found["bar"], whole, passage)
