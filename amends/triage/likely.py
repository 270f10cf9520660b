"""What many read texts make likely of this one, beside what the rules found in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from amends.leanings.leaning import signs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.leanings.leaning import Leanings
    from amends.triage.saying import Hit, Saying
    from amends.triage.weighing import Failure, Feeling

Span = tuple[int, int]
#: At most so many feelings are told of one text, and none that is much less likely than the first.
_MOST, _BESIDE = 3, 0.7
#: A text with fewer signs that are known is left to the rules.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each label is, from 0 to 1, where leanings know it, and the words that speak for it."""

    saying: Saying
    leanings: Leanings
    of: Mapping[str, float]

    def knows(self, label: str) -> bool:
        """Whether anything was learned of this label."""
        return label in self.of

    def holds(self, label: str) -> bool:
        """Whether the label is likely enough to be said."""
        return self.of[label] >= self.leanings.bar[label]

    def sure(self, label: str) -> float:
        """A confidence that is 0.5 at the bar of the label."""
        p, bar = self.of[label], self.leanings.bar[label]
        return 0.5 * p / bar if p < bar else 0.5 + 0.5 * (p - bar) / (1 - bar)

    def words(self, label: str) -> tuple[Span, ...]:
        """The words that speak for a label which no rule found."""
        return tuple(self.saying.span(at) for at in self.leanings.because(label, self.saying.tokens))


def shown(saying: Saying, found: Mapping[str, Sequence[Hit]]) -> dict[str, float]:
    """The signs of a text: its words, and the rules that spoke."""
    return signs(saying.tokens, {label: [hit.rule.weight for hit in some] for label, some in found.items()})


def likely(saying: Saying, found: Mapping[str, Sequence[Hit]], leanings: Leanings) -> Likely:
    """Every label that was learned, weighed for this text."""
    said = shown(saying, found) if leanings.n else {}
    return Likely(saying, leanings, leanings.of(said) if len(leanings.weights.keys() & said.keys()) >= _TELLING else {})


def feelings_with(lean: Likely, feelings: Sequence[Feeling], failures: Sequence[Failure]) -> tuple[Feeling, ...]:
    """How a complaint reads, the likeliest first; its words are those of the rules, else those that speak for it or tell of it."""
    from amends.triage.weighing import EMOTIONS, Feeling

    known = [emotion for emotion in EMOTIONS if lean.knows(emotion)]
    if not known:
        return tuple(feelings)
    by_rule = {feeling.emotion: feeling for feeling in feelings}
    order = sorted(known, key=lambda emotion: -lean.of[emotion])
    best = lean.of[order[0]]
    told = []
    for emotion in order[:_MOST]:
        if emotion != order[0] and lean.of[emotion] < _BESIDE * best:
            break
        sure = min(0.95, max(0.5, lean.of[emotion]))
        if emotion in by_rule:
            told.append(replace(by_rule[emotion], confidence=sure))
        else:
            words = lean.words(emotion) or (failures[0].evidence if failures else ())
            told.append(Feeling(emotion, "low", words, sure))
    return tuple(told)
