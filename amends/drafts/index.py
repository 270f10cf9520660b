"""The index of all turns of words: which of them may stand in a sentence, told by one pass over its words."""

from __future__ import annotations

import re
from threading import RLock
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

    @property
    def turns(self) -> Sequence[Turn]: ...  # noqa: D102


class _Needs:
    """For every word, beginning and bit of a word the needs that it meets: a bit each, `_NEEDS` of them for each turn."""

    def __init__(self) -> None:
        self.whole: dict[str, int] = {}
        self.begun: dict[str, int] = {}
        self.within: dict[str, int] = {}
        self.sizes: tuple[int, ...] = ()
        self.anyhow = self.first = 0

    def take_in(self, turn: Turn, bit: int) -> None:
        """From now on this turn is told of, from this bit on."""
        self.first |= bit
        met = 0
        if any(turn.hints):
            met = 1
            for hint in turn.hints:
                known = max(_WORDS.findall(hint), key=len, default="")
                if known:
                    self.within[known] = self.within.get(known, 0) | bit
                else:
                    self.anyhow |= bit
        if turn.needs:
            for need in turn.needs[: _NEEDS - met]:
                for word in need.replace("|", " ").split():
                    known = max(_WORDS.findall(word), key=len)
                    table, key = (self.begun, known[:LETTERS]) if word.endswith("*") else (self.whole, known)
                    table[key] = table.get(key, 0) | bit << met
                met += 1
        else:
            for beginnings in sorted(needs(turn.words), key=tells)[: _NEEDS - met]:
                for beginning in beginnings:
                    self.begun[beginning] = self.begun.get(beginning, 0) | bit << met
                met += 1
        for rest in range(met, _NEEDS):
            self.anyhow |= bit << rest

    def join(self, other: _Needs) -> None:
        """Tell of the turns of the other, too."""
        for mine, theirs in ((self.whole, other.whole), (self.begun, other.begun), (self.within, other.within)):
            for key, bits in theirs.items():
                mine[key] = mine.get(key, 0) | bits
        self.anyhow |= other.anyhow
        self.first |= other.first
        self.sizes = tuple(sorted({len(bit) for bit in self.within}))

    def met(self, word: str) -> int:
        """The needs that a word meets."""
        met = self.whole.get(word, 0)
        for part in word.split("'"):
            met |= self.whole.get(part, 0) | self.begun.get(part[:LETTERS], 0)
        for size in self.sizes:
            for at in range(len(word) - size + 1):
                met |= self.within.get(word[at : at + size], 0)
        return met


class _Index:
    """The turns of all cues that were asked for so far, and the words by which they are known."""

    def __init__(self) -> None:
        self._known: list[Turn] = []
        #: Of each owner the bit where its turns begin, and a mask as wide as they are.
        self._owned: dict[Owner, tuple[int, int]] = {}
        self._needs = _Needs()
        self.by_heart: dict[str, int] = {}

    @property
    def wide(self) -> int:
        """How many bits are told of."""
        return len(self._known) * _NEEDS

    def owned(self, owner: Owner) -> tuple[int, int] | None:
        """The first bit of the turns of this owner, and a mask as wide as they are; None where it was never asked for."""
        return self._owned.get(owner)

    def take(self, owner: Owner) -> None:
        """From now on the turns of this owner are told of; most cues are never asked for, so that a first draft waits for few."""
        with _lock:
            if owner in self._owned:
                return
            begun, more = len(self._known), _Needs()
            for turn in owner.turns:
                more.take_in(turn, 1 << len(self._known) * _NEEDS)
                self._known.append(turn)
            more.sizes = tuple({len(bit) for bit in more.within})
            self._needs.join(more)
            self.by_heart = {word: bits | more.met(word) for word, bits in self.by_heart.items()}
            self._owned[owner] = begun * _NEEDS, (1 << (len(self._known) - begun) * _NEEDS) - 1

    def met(self, small: str, start: int, end: int) -> int:
        """A bit for each turn that may stand in this part of a text in small letters."""
        by_heart, told = self.by_heart, self._needs
        met = told.anyhow
        for word in set(_WORDS.findall(small, start, end)):
            bits = by_heart.get(word)
            if bits is None:
                if len(by_heart) >= _BY_HEART:
                    by_heart.clear()
                bits = by_heart[word] = told.met(word)
            met |= bits
        met &= met >> 1
        return met & met >> 2 & told.first

    def turns(self, begun: int, mine: int) -> list[Turn]:
        """The turns of these bits, of which the lowest is the one where an owner's turns begin."""
        found = []
        while mine:
            low = mine & -mine
            mine ^= low
            found.append(self._known[(begun + low.bit_length()) // _NEEDS])
        return found


#: Two threads may ask for a cue for the first time at once, or one while the other reads.
_lock: Final = RLock()
#: Of all cues there are; they stand in modules and in the policies of houses, and are kept as long as those are.
_index: Final = _Index()


class Hopes:
    """Which turns may stand in the sentences of a text in small letters: one pass over it, for all cues at once."""

    def __init__(self, small: str, sentences: Sequence[Sentence]) -> None:
        self._small, self._sentences = small, sentences
        self._pass()

    def _pass(self) -> None:
        with _lock:
            self._wide = _index.wide
            self._met = [(one, _index.met(self._small, one.start, one.end)) for one in self._sentences]
        self._any = 0
        for _, met in self._met:
            self._any |= met

    def of(self, owner: Owner) -> list[tuple[Turn, Sentence]]:
        """The turns of a cue that may be found, with the sentence to look in: sentence by sentence."""
        owned = _index.owned(owner)
        if owned is None or (owned[1] and owned[0] >= self._wide):
            _index.take(owner)
            self._pass()
        begun, mask = _index.owned(owner) or (0, 0)
        if not self._any >> begun & mask:
            return []
        met = [(sentence, mine) for sentence, met in self._met if (mine := met >> begun & mask)]
        return [(turn, sentence) for sentence, mine in met for turn in _index.turns(begun, mine)]


def hopeful_of(owner: Owner, words: str) -> list[Turn]:
    """The turns of this cue that may be found in these words."""
    _index.take(owner)
    small = words.lower()
    begun, mask = _index.owned(owner) or (0, 0)
    with _lock:
        met = _index.met(small, 0, len(small))
    return _index.turns(begun, met >> begun & mask)
