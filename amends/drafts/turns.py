"""Turns of words by the hundred, each tried only in a sentence that holds the words it cannot do without."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.index import Turn, hopeful_of
from amends.drafts.needs import alternatives

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

__all__ = ["Turn", "Turns"]

_COMMA = late(r",|\b(?:but|instead|so|though|yet)\b")


class Turns(Cue):
    """A cue of many turns: each a `Turn`, a tuple of what a turn is made of, or an expression alone.

    Every alternative outside brackets of an expression without needs is a turn of its own.
    """

    def __init__(self, *turns: Turn | tuple[str, ...] | str) -> None:
        self._given = turns

    @classmethod
    def known_by(cls, *entries: tuple[str, str]) -> Turns:
        """Turns given the other way round: the words, and an expression that begins where a word does."""
        return cls(*((rf"\b(?:{words})", need) for need, words in entries))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns one by one."""
        found: list[Turn] = []
        for one in self._given:
            turn = one if isinstance(one, Turn) else Turn(*([one] if isinstance(one, str) else one))
            found += [turn] if turn.needs or any(turn.hints) else map(Turn, alternatives(turn.words))
        return tuple(found)

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place in the writer's own words, sentence by sentence."""
        for turn, sentence in draft.hopeful(self):
            yield from turn.pattern.finditer(draft.said, sentence.start, sentence.end)

    def within(self, words: str) -> re.Match[str] | None:
        """The first place in these words."""
        found = (turn.pattern.search(words) for turn in hopeful_of(self, words))
        return min((one for one in found if one), key=lambda one: one.start(), default=None)

    def without(self, words: str) -> str:
        """These words with each place blank, as far as its first comma or "but"."""
        for turn in hopeful_of(self, words):
            words = turn.pattern.sub(_blank, words)
        return words


def _blank(found: re.Match[str]) -> str:
    words = found[0]
    turn = _COMMA.search(words)
    kept = turn.start() if turn else len(words)
    return " " * kept + words[kept:]
