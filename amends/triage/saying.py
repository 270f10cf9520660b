"""A text made ready for the rules, and what the rules find in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import accumulate, pairwise
from operator import or_
from typing import TYPE_CHECKING

from amends.texts.plain import plain_words, said_plainly
from amends.texts.sentences import plainly, sentences
from amends.triage.rules import DENIALS, KNOWN, book, denied

if TYPE_CHECKING:
    from amends.texts.plain import Words
    from amends.triage.rules import Rule

#: A word or two in single marks; an apostrophe has a letter on one side at least.
_SCARE = re.compile(r"'(?<!\w')([^'\n]{2,30})'(?!\w)")
#: Where a sentence ends in the plain words; it is one "word" long, so that a rule may ask for it.
_END = "\n"


@dataclass(slots=True)
class Hit:
    """A rule that matched: where in the plain words, and where in the text."""

    rule: Rule
    start: int
    end: int
    span: tuple[int, int]
    sentence: int

    @property
    def label(self) -> str:
        """What it speaks for."""
        return self.rule.label


_HANDLE = re.compile(r"(?<!\S)[.\"]?@\w{2,}|\bt\.co/\w")


class Saying:
    """The writer's own words as plain words: a line end before each sentence, and where it stands in the text."""

    def __init__(self, own: str) -> None:
        self._plain = plain = _SCARE.sub(r'"\1"', plainly(own))
        pieces: list[str] = []
        self._places: list[tuple[int, int, Words | None]] = []
        self.bounds: list[tuple[int, int]] = []
        length = 0
        self.sentences = sentences(own)
        for sentence in self.sentences:
            said = said_plainly(plain, sentence.start, sentence.end)
            if len(said) > 1:
                until = length + 1 + len(said)
                self._places.append((sentence.start, sentence.end, None))
                self.bounds.append((length, until))
                pieces.append(_END + said)
                length = until
        self.said = "".join(pieces) + _END
        self.tokens = self.said.split()
        self.taken_back: set[str] = set()
        """The labels of which a trap or a denial took something back, once `hits` looked."""

    @cached_property
    def is_post(self) -> bool:
        """Whether it speaks to somebody by a handle, as posts on a social network do."""
        return _HANDLE.search(self._plain) is not None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every plain word that stands in it."""
        return frozenset(self.tokens)

    def span(self, token: int) -> tuple[int, int]:
        """Where a token stands in the text."""
        for number in range(len(self.bounds)):
            spans = self._words(number).spans
            if token < len(spans):
                return spans[token]
            token -= len(spans)
        raise IndexError(token)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of what stands at `said[start:end]`."""
        while start < end and self.said[start] in " \n":
            start += 1
        while end > start and self.said[end - 1] in " \n":
            end -= 1
        return self._span_at(start)[0], self._span_at(max(start, end - 1))[1]

    def _span_at(self, at: int) -> tuple[int, int]:
        number = max(0, bisect_right(self.bounds, (at, len(self.said))) - 1)
        words = self._words(number)
        return words.spans[max(0, bisect_right(words.at, at - self.bounds[number][0] - 1) - 1)]

    def _words(self, number: int) -> Words:
        """The words of a sentence with their places; looked for only where they are asked for."""
        start, end, words = self._places[number]
        if words is None:
            words = plain_words(self._plain, start, end)
            self._places[number] = start, end, words
        return words

    def sentence(self, number: int) -> tuple[int, int]:
        """Where a sentence stands in the text."""
        start, end, _ = self._places[number]
        return start, end

    def words(self, sentence: int) -> str:
        """The plain words of one sentence."""
        return self.said[slice(*self.bounds[sentence])]


#: More hits than these of one label, in one text or by one rule in one sentence, say nothing new.
_ENOUGH, _ENOUGH_AT_ONCE = 300, 12


def hits(saying: Saying) -> dict[str, list[Hit]]:
    """What the rules find, by label, in the order of the text; traps and denials have taken back what they cover."""
    found: dict[str, list[Hit]] = {}
    traps: dict[str, list[tuple[int, int]]] = {}
    rules = book()
    said = saying.said
    across: set[tuple[int, int, int]] = set()
    told = [_Told(said[start:end].split()) for start, end in saying.bounds]
    for number, (start, end) in enumerate(saying.bounds):
        for at in _woken(told, number):
            rule = rules.rules[at]
            begin, until = _around(saying.bounds, number) if rule.crosses else (start, end)
            places = _places(rule, said, begin, until + 1)
            if places and rule.crosses:  # what two sentences woke is one hit
                places = [place for place in places if (at, *place) not in across]
                across.update((at, *place) for place in places)
            if not places:
                continue
            if rule.sign == "-":
                traps.setdefault(rule.label, []).extend(places)
            elif len(here := found.setdefault(rule.label, [])) < _ENOUGH:
                kept = [
                    Hit(rule, start, end, saying.place(start, end), number)
                    for start, end in places[:_ENOUGH_AT_ONCE]
                    if rule.denies or not (told[number].denies or rule.crosses) or not denied(said, start, end)
                ]
                here += kept
                if not kept:
                    saying.taken_back.add(rule.label)
    saying.taken_back.update(traps)
    for label, spans in traps.items():
        if label in found:
            found[label] = _free(found[label], spans)
    return {label: sorted(some, key=lambda hit: hit.start) for label, some in found.items() if some}


class _Told:
    """The words of a sentence with what each brings, and what was brought up to each and behind it."""

    __slots__ = ("beyond", "bits", "crossing", "denies", "inside", "upto")

    def __init__(self, words: list[str]) -> None:
        rules, known = book(), KNOWN.get
        of, pairs = rules.of, rules.pairs
        brings = [known(word) or of(word) for word in words]
        bits = [one[0] for one in brings]
        self.inside = [(at, one[1]) for at, one in enumerate(brings) if one[1]]
        self.crossing = [(at, one[2]) for at, one in enumerate(brings) if one[2]]
        for at, pair in enumerate(map(" ".join, pairwise(words))):
            if pair in pairs:
                more, inside, crossing = pairs[pair]
                bits[at] |= more
                if inside:
                    self.inside.append((at, inside))
                if crossing:
                    self.crossing.append((at, crossing))
        self.denies = not DENIALS.isdisjoint(words)
        self.upto = list(accumulate(bits, or_, initial=0))
        self.bits = self.upto[-1]
        self.beyond = list(accumulate(reversed(bits), or_, initial=0))[-2::-1] if self.inside or self.crossing else []


def _woken(told: list[_Told], number: int) -> list[int]:
    """The rules that a sentence wakes whose other words stand before and behind the word that wakes them."""
    here = told[number]
    woken: set[int] = set()
    for at, inside in here.inside:
        had, comes = here.upto[at], here.beyond[at]
        woken.update([rule for rule, before, after in inside if before & had == before and after & comes == after])
    if here.crossing:  # the others may stand in a sentence beside
        earlier = told[number - 1].bits if number else 0
        later = reduce(or_, [one.bits for one in told[number + 1 : number + 3]], 0)
        for at, crossing in here.crossing:
            had, comes = here.upto[at] | earlier, here.beyond[at] | later
            woken.update(
                [rule for rule, before, after in crossing if before & had == before and after & comes == after]
            )
    return sorted(woken)


def _places(rule: Rule, said: str, begin: int, until: int) -> list[tuple[int, int]]:
    """Where the rule matches; the blank behind one match may be the blank before the next."""
    places = []
    if rule.literal:  # plain words are looked for as they stand: most rules are
        length = len(rule.literal)
        start = said.find(rule.literal, begin, until)
        while start >= 0:
            places.append((start + 1, start + length))
            start = said.find(rule.literal, start + length - 1, until)
        return places
    search = (rule.ready or rule.compiled).search
    match = search(said, begin, until)
    while match:
        start, end = match.span()
        places.append((start + 1, end))
        match = search(said, max(end - 1, start + 1), until)
    return places


def _free(some: list[Hit], spans: list[tuple[int, int]]) -> list[Hit]:
    """The hits that no trap touches."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    starts = [start for start, _ in merged]

    def touched(hit: Hit) -> bool:
        at = bisect_right(starts, hit.end - 1) - 1
        return at >= 0 and merged[at][1] > hit.start

    return [hit for hit in some if not touched(hit)]


def _around(bounds: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """From the sentence before to the second after."""
    return bounds[max(0, number - 1)][0], bounds[min(number + 2, len(bounds) - 1)][1]
