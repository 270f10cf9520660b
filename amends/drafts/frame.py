"""A frame is a turn of words in several kinds; each kind is looked for only in a sentence that holds a word of every list it needs."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: So many places of one frame are looked at.
_TRIED = 20
#: A need that ends in "*" is met by any word that begins with its first letters, so many of them.
_STEM = 4
_APART = str.maketrans(dict.fromkeys('.,;:!?()[]"%/-\n\t', " "))

_bits: dict[str, int] = {}
_whole: dict[str, int] = {}
_stems: dict[str, int] = {}


def _bit(need: str) -> int:
    """The bit of one list of words; known from now on to `sieve`."""
    if need not in _bits:
        bit = _bits[need] = 1 << len(_bits)
        for word in need.split("|"):
            table, key = (_stems, word[:_STEM]) if word.endswith("*") else (_whole, word)
            table[key] = table.get(key, 0) | bit
    return _bits[need]


def sieve(words: str) -> int:
    """Which lists of words have one of theirs in this small-lettered text, a bit for each."""
    met = 0
    whole, stems = _whole.get, _stems.get
    for word in words.translate(_APART).split():
        met |= whole(word, 0) | stems(word[:_STEM], 0)
    return met


class _Kind:
    def __init__(self, words: str, needs: tuple[str, ...]) -> None:
        self._words = words
        self.need = 0
        for need in needs:
            self.need |= _bit(need)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._words.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}"), re.IGNORECASE)


class Frame:
    """Kinds of one turn: each an expression written as for a `Cue`, and lists of words ("refund*|money") it needs one of each of.

    A word without "*" is met by itself alone, one with it by its first four letters. As with a `Cue`, gaps are bounded.
    """

    def __init__(self, *kinds: tuple[str, ...]) -> None:
        self._kinds = tuple(_Kind(kind[0], kind[1:]) for kind in kinds)

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """The places in the writer's own words, kind by kind."""
        return islice(self._all(draft), _TRIED)

    def _all(self, draft: Draft) -> Iterator[re.Match[str]]:
        sieved = draft.sieved
        for kind in self._kinds:
            need = kind.need
            for number, met in enumerate(sieved):
                if met & need == need:
                    sentence = draft.sentences[number]
                    yield from kind.pattern.finditer(draft.said, sentence.start, sentence.end)

    def without(self, words: str) -> str:
        """These words with the turn blank, as far as its first comma or "but"."""
        met = sieve(words.lower())
        for kind in self._kinds:
            if met & kind.need == kind.need:
                words = kind.pattern.sub(_blank, words)
        return words


_TURN = re.compile(r",|\b(?:but|instead|so|though|yet)\b")


def _blank(found: re.Match[str]) -> str:
    words = found[0]
    turn = _TURN.search(words)
    kept = turn.start() if turn else len(words)
    return " " * kept + words[kept:]
