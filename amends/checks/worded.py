"""A cue of many turns, each known by a whole word: it is looked for only in the sentences that hold one of its words."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from amends.drafts.cue import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft


class Turn(NamedTuple):
    """One way of saying it, and the words that it is known by."""

    words: str
    known_by: str
    #: More words, one of which is in it too; none where this is blank.
    and_by: str = ""


class Worded(Cue):
    """As a cue, but made of turns: an expression, and the whole words in small letters one of which is in whatever it finds.

    To look up a word costs next to nothing, to look for a bit of text does not: so a check may know a hundred turns.
    """

    def __init__(self, *turns: Turn) -> None:
        self._turns = turns
        hints = " ".join(turn.known_by for turn in self._turns).split()
        super().__init__("|".join(turn.words for turn in self._turns), "|".join(hints))

    @cached_property
    def _ready(self) -> dict[int, re.Pattern[str]]:
        return {}

    @cached_property
    def _also(self) -> list[frozenset[str]]:
        return [frozenset(turn.and_by.split()) for turn in self._turns]

    @cached_property
    def _known_by(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, turn in enumerate(self._turns):
            for word in turn.known_by.split():
                found.setdefault(word, []).append(number)
        return found

    def _turn(self, number: int) -> re.Pattern[str]:
        if number not in self._ready:
            words = self._turns[number].words.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
            self._ready[number] = re.compile(words, re.IGNORECASE)
        return self._ready[number]

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place in the writer's own words."""
        known, also = self._known_by, self._also
        met = draft.vocabulary & known.keys()
        if not met:
            return
        for sentence, spoken in zip(draft.sentences, draft.spoken, strict=True):
            for number in sorted({number for word in met & spoken for number in known[word]}):
                if not also[number] or not also[number].isdisjoint(spoken):
                    yield from self._turn(number).finditer(draft.said, sentence.start, sentence.end)
