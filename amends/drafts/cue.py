"""A cue is a turn of words that a check looks for. It is made ready when first needed, and only looked for where its hints stand."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from amends.drafts.finding import Mark
from amends.drafts.index import Turn, enter, is_of_one_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.drafts.draft import Draft


#: So many places of one cue are looked at; a reply has a few.
_TRIED = 40


class Cue:
    """Words to look for: a regular expression in which a blank stands for any blanks, " ?" for some or none; case does not count.

    `hints` are bits of lower-case text, divided by "|", at least one of which stands in whatever the expression finds: so a draft
    without them is passed over quickly; "" where they are to be worked out.

    Gaps are bounded and no gap is nested in another, so that the time is linear in the text.
    """

    def __init__(self, words: str, hints: str) -> None:
        self.hints = tuple(hints.split("|"))
        sure = tuple(hint for hint in self.hints if is_of_one_word(hint))
        #: Hints that stand within a word are looked up, all others looked for.
        self._else = tuple(hint for hint in self.hints if not is_of_one_word(hint)) if any(self.hints) else ()
        self._turn = Turn(words, hints=sure)
        self._looked_up = bool(sure) or not self._else
        self.number = enter(self)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What the index looks for."""
        return (self._turn,) if self._looked_up else ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression."""
        return self._turn.pattern

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place in the writer's own words, sentence by sentence."""
        hopeful = {sentence.start: sentence.end for _, sentence in draft.hopeful(self)}
        if self._else:
            held = (draft.sentences[number] for number in draft.holding(self._else))
            hopeful |= {sentence.start: sentence.end for sentence in held}
        for start in sorted(hopeful):
            yield from self.pattern.finditer(draft.said, start, hopeful[start])

    def first(self, draft: Draft) -> re.Match[str] | None:
        """The first place in the writer's own words."""
        return next(self.all(draft), None)

    def within(self, words: str) -> re.Match[str] | None:
        """The first place in these words."""
        low = words.lower()
        return self.pattern.search(words) if any(hint in low for hint in self.hints) else None

    def marks(
        self,
        draft: Draft,
        why: str = "",
        suggestion: str | None = None,
        *,
        unless: Callable[[re.Match[str]], bool] | None = None,
    ) -> Iterator[Mark]:
        """A mark on every place, except those that `unless` lets pass."""
        for found in islice(self.all(draft), _TRIED):
            if unless is None or not unless(found):
                yield Mark(*_trimmed(found), why, suggestion)


class _Late:
    """An expression that is made ready when it is first used."""

    def __init__(self, words: str, flags: re.RegexFlag) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        ready = re.compile(self._words, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(ready, method))
        return getattr(ready, name)


def late(words: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What `re.compile` gives, made ready when it is first used: importing the coach must not wait for its hundreds."""
    return cast("re.Pattern[str]", _Late(words, flags))


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """The span without blanks and commas at its edges."""
    words = found[0]
    start = found.start() + len(words) - len(words.lstrip(" \t\r\n,;"))
    return start, max(start, found.start() + len(words.rstrip(" \t\r\n,;")))
