"""A cue that is known by a whole word: it is looked for only in the sentences that hold one of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.drafts.cue import Cue

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from amends.drafts.draft import Draft


class Worded(Cue):
    """As a cue, but its hints are whole words in small letters, divided by blanks, one of which is in whatever it finds.

    To look up a word costs next to nothing, to look for a bit of text does not: so a check may know a hundred of them.
    """

    def __init__(self, words: str, known_by: str) -> None:
        super().__init__(words, "|".join(known_by.split()))
        self._known_by = frozenset(self.hints)

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place in the writer's own words."""
        if self._known_by.isdisjoint(draft.vocabulary):
            return
        for sentence, spoken in zip(draft.sentences, draft.spoken, strict=True):
            if not self._known_by.isdisjoint(spoken):
                yield from self.pattern.finditer(draft.said, sentence.start, sentence.end)
