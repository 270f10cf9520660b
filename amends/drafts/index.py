"""The index of all turns of words: which of them may stand in a sentence, told by one pass over its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from amends.drafts.needs import LETTERS, needs, spaced, tells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.texts.sentences import Sentence

#: So many needs of one turn are looked at: those that tell most.
_NEEDS: Final = 4
#: So many different words are known by heart, so that a text of nothing but new ones cannot fill the memory.
_BY_HEART: Final = 20_000
_WORDS: Final = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+")


class Turn:
    """One way of saying it: an expression, written as for a `Cue`, and its needs; of each need one word is in what it finds.

    A need is a list of words in small letters, divided by blanks or "|". A word that ends in "*" stands for every word with the
    same first four letters, any other for itself alone. Without needs they are worked out from the expression. `hints` are bits of
    text instead, one of which is in what it finds.
    """

    __slots__ = ("_pattern", "hints", "needs", "words")

    def __init__(self, words: str, *needs: str, hints: Sequence[str] = ()) -> None:
        self.words = words
        self.needs = needs
        self.hints = hints
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, made ready when it is first tried."""
        if self._pattern is None:
            self._pattern = re.compile(spaced(self.words), re.IGNORECASE)
        return self._pattern


class Owner(Protocol):
    """Whose turns they are: a cue."""

    @property
    def turns(self) -> Sequence[Turn]: ...  # noqa: D102


Found = dict[Owner, list[tuple[Turn, "Sentence"]]]


class _Index:
    """For every word, beginning and bit of a word the needs that it meets: a bit each, `_NEEDS` of them for each turn."""

    def __init__(self) -> None:
        self.owners: list[Owner] = []
        self._read = 0
        self._known: list[tuple[Owner, Turn]] = []
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        self._within: dict[str, int] = {}
        self._sizes: tuple[int, ...] = ()
        self._by_heart: dict[str, int] = {}
        self._anyhow = self._first = 0

    def read(self) -> None:
        """Take in the turns of the cues that came since it was last read."""
        if self._read == len(self.owners):
            return
        for owner in self.owners[self._read :]:
            for turn in owner.turns:
                self._take_in(turn, 1 << len(self._known) * _NEEDS)
                self._known.append((owner, turn))
        self._read = len(self.owners)
        self._sizes = tuple(sorted({len(bit) for bit in self._within}))
        self._by_heart = {}

    def _take_in(self, turn: Turn, bit: int) -> None:
        self._first |= bit
        met = 0
        if any(turn.hints):
            met = 1
            for hint in turn.hints:
                known = max(_WORDS.findall(hint), key=len, default="")
                if known:
                    self._within[known] = self._within.get(known, 0) | bit
                else:
                    self._anyhow |= bit
        elif turn.needs:
            for need in turn.needs[:_NEEDS]:
                for word in need.replace("|", " ").split():
                    known = max(_WORDS.findall(word), key=len)
                    table, key = (self._begun, known[:LETTERS]) if word.endswith("*") else (self._whole, known)
                    table[key] = table.get(key, 0) | bit << met
                met += 1
        else:
            for beginnings in sorted(needs(turn.words), key=tells)[:_NEEDS]:
                for beginning in beginnings:
                    self._begun[beginning] = self._begun.get(beginning, 0) | bit << met
                met += 1
        for rest in range(met, _NEEDS):
            self._anyhow |= bit << rest

    def _met(self, word: str) -> int:
        met = self._whole.get(word, 0)
        for part in word.split("'"):
            met |= self._whole.get(part, 0) | self._begun.get(part[:LETTERS], 0)
        within = self._within
        for size in self._sizes:
            for at in range(len(word) - size + 1):
                met |= within.get(word[at : at + size], 0)
        if len(self._by_heart) >= _BY_HEART:
            self._by_heart.clear()
        self._by_heart[word] = met
        return met

    def hopeful(self, small: str, start: int, end: int) -> Iterator[tuple[Owner, Turn]]:
        """The turns that may stand in this part of a text in small letters, in their order."""
        met, by_heart = self._anyhow, self._by_heart
        for word in set(_WORDS.findall(small, start, end)):
            bits = by_heart.get(word)
            met |= self._met(word) if bits is None else bits
        met &= met >> 1
        met &= (met >> 2) & self._first
        while met:
            low = met & -met
            met ^= low
            yield self._known[low.bit_length() // _NEEDS]


#: Of all cues there are; they stand in modules and in the policies of houses, and are kept as long as those are.
_index: Final = _Index()


def is_of_one_word(hint: str) -> bool:
    """Whether a bit of text can only stand within one word."""
    return _WORDS.fullmatch(hint) is not None


def enter(owner: Owner) -> int:
    """From now on the turns of this cue are looked for too; the number that it has among the cues."""
    _index.owners.append(owner)
    return len(_index.owners) - 1


def count() -> int:
    """How many cues there are."""
    return len(_index.owners)


def hopeful(small: str, sentences: Sequence[Sentence]) -> Found:
    """For each cue the turns that may be found, with the sentence to look in: one pass over a text in small letters."""
    _index.read()
    found: Found = {}
    for sentence in sentences:
        for owner, turn in _index.hopeful(small, sentence.start, sentence.end):
            found.setdefault(owner, []).append((turn, sentence))
    return found


def hopeful_of(owner: Owner, words: str) -> list[Turn]:
    """The turns of this cue that may be found in these words."""
    _index.read()
    small = words.lower()
    return [turn for of, turn in _index.hopeful(small, 0, len(small)) if of is owner]
