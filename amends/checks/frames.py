"""Frames are many turns of words, each kept under the words that stand in it; a draft with none of those is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.drafts.cue import Cue

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Mark


class Frames:
    """Turns of words, given as pairs: whole words one of which stands in what the expression finds, and the expression."""

    def __init__(self, *entries: tuple[str, str]) -> None:
        self._under: dict[str, list[int]] = {}
        self.cues: list[Cue] = []
        for number, (keys, words) in enumerate(entries):
            self.cues.append(Cue(rf"\b(?:{words})", "|".join(keys.split())))
            for key in keys.split():
                self._under.setdefault(key, []).append(number)

    def marks(
        self,
        draft: Draft,
        why: str,
        suggestion: str | None = None,
        *,
        unless: Callable[[re.Match[str]], bool] | None = None,
    ) -> Iterator[Mark]:
        """A mark on every place of every frame, except those that `unless` lets pass."""
        for number in sorted({one for word in self._under.keys() & draft.apart for one in self._under[word]}):
            yield from self.cues[number].marks(draft, why, suggestion, unless=unless)
