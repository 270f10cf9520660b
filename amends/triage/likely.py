"""What many read texts make likely of this one, beside what the rules found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.leanings.recurring import recurring
from amends.leanings.signs import shown, signs
from amends.triage.doubts import DOUBTABLE, doubted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.leanings.leaning import Leanings
    from amends.leanings.signs import Shown
    from amends.triage.saying import Hit, Saying

Span = tuple[int, int]
#: A text with fewer words and pairs of them that are known is left to the rules.
_TELLING = 6
#: What a rule weighs whose words are in doubt.
_LOW = 0.3
#: Below this share of its bar what was learned speaks against a kind of failure that a plain rule names.
_AGAINST = 0.5
_ACTS, _ASKS = 0.5, 0.4
#: So likely a flag must be where no rule speaks of it, and in spite of a trap. Of what comes to a desk far less bears a flag than of
#: the texts that teach, and there is more in it that none of them speaks of. Where a miss may mean that somebody is hurt, it is raised
#: from its bar on: below 0.07 one in some thirty is right, and of letters to banks twelve in five hundred bear it instead of five.
_ALONE = {
    "exit": 0.2, "legal": 0.12, "safety": 0.03, "vulnerable": 0.07, "public": 0.12, "repeat": 0.16, "discrimination": 0.07,
    "privacy": 0.1, "abuse": 0.07, "sarcasm": 0.2,
}  # fmt: skip
#: And so likely where the text complains of nothing: news, chatter, adverts and questions are what nobody taught enough of.
_IN_NO_COMPLAINT = 0.5
#: And where it is a post that speaks to somebody by a handle: of 92 real ones that no rule spoke of one reader found seven right.
_IN_A_POST = 0.5
#: Words that a trap took back are said by the rest of the text then, and more plainly where a trap is most often right: what was said
#: to the writer is told in the words of abuse, a friend may be a solicitor, thanks for a mended fault name the fault, and a thing is
#: old too.
_IN_SPITE, _ELSE_IN_SPITE = {"abuse": 0.9, "legal": 0.9, "repeat": 0.9, "vulnerable": 0.7}, 0.5
PLAIN = 0.9
"""A rule as sure as this is followed unless what was learned all but rules the label out."""
#: Below this it does. At twice these shares one in twenty of what plain rules spoke of bore its flag (of safety, where a miss is
#: worse, one in sixty-five); halved, a few more are heard and hardly more wrongly. It is not asked about words that leave nothing
#: open, such as those of a threat to one's own life.
_RULED_OUT, _ELSE_RULED_OUT, _SUREST = {"safety": 0.004, "exit": 0.01}, 0.02, 0.95
#: A rule that is not plain acts from this share of the bar on: that it spoke counts for something too.
_BESIDE_A_RULE = 0.5
#: Nor is it about safety in a text of fewer words: so few tell too little to rule harm out ("It made us sick").
_FEW = 9
#: No surer than this is a flag of which no rule speaks; nobody is woken by it (`protection.reading.WAKES`).
_UNRULED = 0.69


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely each label is, from 0 to 1, where leanings know it, and the words that speak for it."""

    saying: Saying
    leanings: Leanings
    of: Mapping[str, float]
    sentences: Sequence[Shown] = ()
    told: Sequence[Sequence[float]] = ()

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

    def contradicts(self, label: str) -> bool:
        """Whether what was learned speaks clearly against the label."""
        return self.of[label] < self.leanings.bar[label] * _AGAINST

    def agreed(self, name: str, sure: float, *, by_rule: bool) -> float:
        """How sure a flag is by the rules and by what was learned: it acts by what was learned, or by a plain rule alone.

        Without a rule (`by_rule`), or beside one that only asks, it takes more to act, more again in a post or where nothing is
        complained of, and most where words only looked like it; with less it asks. A rule that is not plain asks where nothing that
        was learned speaks for it. A plain one, or one of safety, asks only where what was learned all but rules it out.
        """
        label = flag(name)
        if self.holds(label):
            alone = _IN_SPITE.get(name, _ELSE_IN_SPITE) if name in self.saying.taken_back else _ALONE[name]
            if self.knows("complaint") and not self.holds("complaint"):
                alone = max(alone, _IN_NO_COMPLAINT)
            if self.saying.is_post:
                alone = max(alone, _IN_A_POST)
            least = 0.0 if by_rule and sure >= _ACTS else alone
            most = 0.97 if by_rule else _UNRULED
            return max(sure, min(most, self.sure(label)) if self.of[label] >= least else _ASKS)
        plain = sure >= PLAIN or name == "safety"
        if name == "safety" and sum(token[:1].isalnum() for token in self.saying.tokens) < _FEW:
            return sure
        least = _RULED_OUT.get(name, _ELSE_RULED_OUT) if plain else self.leanings.bar[label] * _BESIDE_A_RULE
        return _ASKS if _ACTS <= sure < _SUREST and self.of[label] < least else sure

    def words(self, label: str) -> tuple[Span, ...]:
        """The words that speak for a label which no rule found: its sentence, where sentences were learned of, or its words."""
        at = self.leanings.where(label, self.told, self.sentences)
        if at is not None:
            return (self.saying.sentence(at),)
        return tuple(self.saying.span(at) for at in self.leanings.because(label, self.saying.tokens))


def flag(name: str) -> str:
    """The label under which a flag is learned; failures and feelings go by their own names."""
    return f"flag {name}"


def level(name: str) -> str:
    """The label under which a severity is learned."""
    return f"severity {name}"


def sentences_of(saying: Saying) -> list[Shown]:
    """What each sentence of a text shows."""
    return [shown(saying.words(number).split()) for number in range(len(saying.bounds))]


def signs_of(saying: Saying, sentences: Sequence[Shown], found: Mapping[str, Sequence[Hit]]) -> dict[str, float]:
    """The signs of a text: its words, what it tells twice, and the rules that spoke; one in doubt speaks low."""
    weights = {label: [hit.rule.weight for hit in some] for label, some in found.items()}
    for label in DOUBTABLE & found.keys():
        if doubted(label, found[label], saying):
            weights[label] = [min(weight, _LOW) for weight in weights[label]]
    beside = (*recurring(saying.tokens), *(f"- {label}" for label in saying.taken_back))
    return signs(sentences, weights) | dict.fromkeys(beside, 1.0)


def likely(saying: Saying, found: Mapping[str, Sequence[Hit]], leanings: Leanings) -> Likely:
    """Every label that was learned, weighed for this text."""
    if not leanings.n:
        return Likely(saying, leanings, {})
    sentences = sentences_of(saying)
    told = leanings.net.passages(sentences)
    return Likely(saying, leanings, leanings.of(signs_of(saying, sentences, found), told, _TELLING), sentences, told)
