"""A cue is a turn of words that a check looks for. It is made ready when first needed, and only looked for where it may stand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from amends.drafts.finding import Mark
from amends.drafts.index import Turn
from amends.drafts.needs import alternatives, spaced, tells_enough

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.drafts.draft import Draft


#: So many places of one cue are looked at; a reply has a few.
_TRIED = 40
#: A bracket that is asked for afterwards: the alternatives beside it must not be parted from it.
_GROUP = re.compile(r"(?<!\\)\((?!\?[^P])")


class Cue:
    """Words to look for: a regular expression in which a blank stands for any blanks, " ?" for some or none; case does not count.

    Each alternative outside brackets is only tried in a sentence that has the words which it cannot do without. `hints` are for
    one that can do without any rare word: bits of lower-case text, divided by "|", at least one of which stands in whatever is
    found; "" where there is none to give.

    Gaps are bounded and no gap is nested in another, so that the time is linear in the text.
    """

    def __init__(self, words: str, hints: str) -> None:
        self.hints = tuple(hints.split("|"))
        self._words = words

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The alternatives outside brackets, one by one, or all in one where it has groups."""
        several = [self._words] if _GROUP.search(self._words) else alternatives(self._words)
        return tuple(Turn(words, hints=() if tells_enough(words) else self.hints) for words in several)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression."""
        return re.compile(spaced(self._words), re.IGNORECASE)

    def all(self, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place in the writer's own words, sentence by sentence; none overlaps another."""
        found: list[re.Match[str]] = []
        for turn, sentence in draft.hopeful(self):
            if turn.hints and not self._hinted(draft.small[max(0, sentence.start - 1) : sentence.end + 1]):
                continue
            found += turn.pattern.finditer(draft.said, sentence.start, sentence.end)
        end = -1
        for one in sorted(found, key=re.Match.start):
            if one.start() >= end:
                end = one.end()
                yield one

    def first(self, draft: Draft) -> re.Match[str] | None:
        """The first place in the writer's own words."""
        return next(self.all(draft), None)

    def within(self, words: str) -> re.Match[str] | None:
        """The first place in these words."""
        return self.pattern.search(words) if self._hinted(words.lower()) else None

    def _hinted(self, small: str) -> bool:
        return any(map(small.__contains__, self.hints))

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
