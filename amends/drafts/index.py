"""The index of all turns of words: which of them may stand in a sentence, told by one pass over its words."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

from amends.drafts.needs import LETTERS, needs, spaced, tells

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    number: int

    @property
    def turns(self) -> Sequence[Turn]: ...  # noqa: D102


class _Index:
    """For every word, beginning and bit of a word the needs that it meets: a bit each, `_NEEDS` of them for each turn."""

    def __init__(self) -> None:
        self.owners: list[Owner] = []
        self._read = 0
        self._known: list[Turn] = []
        #: Of each owner the bit where its turns begin, and a mask as wide as they are.
        self._owned: list[tuple[int, int]] = []
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        self._within: dict[str, int] = {}
        self._sizes: tuple[int, ...] = ()
        self._by_heart: dict[str, int] = {}
        self._anyhow = self._first = 0

    def read(self) -> None:
        """Take in the turns of the cues that came since it was last read."""
        if self._read < len(self.owners):
            with _lock:
                self._read_on()

    def _read_on(self) -> None:
        for owner in self.owners[self._read :]:
            begun = len(self._known)
            for turn in owner.turns:
                self._take_in(turn, 1 << len(self._known) * _NEEDS)
                self._known.append(turn)
            self._owned.append((begun * _NEEDS, (1 << (len(self._known) - begun) * _NEEDS) - 1))
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
        if turn.needs:
            for need in turn.needs[: _NEEDS - met]:
                for word in need.replace("|", " ").split():
                    known = max(_WORDS.findall(word), key=len)
                    table, key = (self._begun, known[:LETTERS]) if word.endswith("*") else (self._whole, known)
                    table[key] = table.get(key, 0) | bit << met
                met += 1
        else:
            for beginnings in sorted(needs(turn.words), key=tells)[: _NEEDS - met]:
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

    def met(self, small: str, start: int, end: int) -> int:
        """A bit for each turn that may stand in this part of a text in small letters."""
        met, by_heart = self._anyhow, self._by_heart
        for word in set(_WORDS.findall(small, start, end)):
            bits = by_heart.get(word)
            met |= self._met(word) if bits is None else bits
        met &= met >> 1
        return met & met >> 2 & self._first

    def owned(self, owner: Owner) -> tuple[int, int]:
        """The first bit of the turns of this owner, and a mask as wide as they are."""
        return self._owned[owner.number]

    def turns(self, begun: int, mine: int) -> list[Turn]:
        """The turns of these bits, of which the lowest is the one where an owner's turns begin."""
        found = []
        while mine:
            low = mine & -mine
            mine ^= low
            found.append(self._known[(begun + low.bit_length()) // _NEEDS])
        return found


#: Two threads may meet their first draft at once.
_lock: Final = Lock()
#: Of all cues there are; they stand in modules and in the policies of houses, and are kept as long as those are.
_index: Final = _Index()


def is_of_one_word(hint: str) -> bool:
    """Whether a bit of text can only stand within one word."""
    return _WORDS.fullmatch(hint) is not None


def enter(owner: Owner) -> int:
    """From now on the turns of this cue are looked for too; the number that it has among the cues."""
    with _lock:
        _index.owners.append(owner)
        return len(_index.owners) - 1


class Hopes:
    """Which turns may stand in the sentences of a text in small letters: one pass over it, for all cues at once."""

    def __init__(self, small: str, sentences: Sequence[Sentence]) -> None:
        _index.read()
        self._cues = len(_index.owners)
        self._met = [(sentence, _index.met(small, sentence.start, sentence.end)) for sentence in sentences]
        self._any = 0
        for _, met in self._met:
            self._any |= met

    def knows(self, owner: Owner) -> bool:
        """Whether this cue was there when the text was passed over."""
        return owner.number < self._cues

    def of(self, owner: Owner) -> list[tuple[Turn, Sentence]]:
        """The turns of a cue that may be found, with the sentence to look in: sentence by sentence."""
        begun, mask = _index.owned(owner)
        if not self._any >> begun & mask:
            return []
        met = [(sentence, mine) for sentence, met in self._met if (mine := met >> begun & mask)]
        return [(turn, sentence) for sentence, mine in met for turn in _index.turns(begun, mine)]


def hopeful_of(owner: Owner, words: str) -> list[Turn]:
    """The turns of this cue that may be found in these words."""
    _index.read()
    small = words.lower()
    begun, mask = _index.owned(owner)
    return _index.turns(begun, _index.met(small, 0, len(small)) >> begun & mask)
