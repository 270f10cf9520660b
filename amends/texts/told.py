"""What the writer gives as somebody else's words: in quotation marks, or as "your agent told me that …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = re.compile(r"\"([^\"\n]{2,400})\"|(?<![\w'])'([^'\n]{2,300}(?:'[a-z]{1,2}\b[^'\n]{0,200}){0,4})'(?!\w)")
#: Of what is not the writer's own only spaces are left, thousands of them where a thread is quoted: no gap may be of any length.
_SAYING = re.compile(
    r"\b(?P<who>i|we|you|he|she|they|(?:the|your|his|her|my|our|one\s{1,3}of\s{1,3}your|this|a)\s{1,3}(?:[\w'-]{1,60}\s{1,3}){1,3}?"
    r"|[A-Z][a-z]{1,60}\s{1,3})\s{0,3}"
    r"(?:(?:just|then|even|actually|also|has|have|had|was|were|keeps?|kept|who)\s{1,3}){0,3}"
    r"(?:said|says|saying|told|tells|telling|claimed|claims|insisted|insists|replied|answered|shouted|yelled|screamed|called|promised|assured|stated"
    r"|informed|advised|confirmed|swore|wrote|mentioned|suggested|admitted)\b\s{0,3}(?:to\s{1,3})?(?:me|us|my\s{1,3}\w{1,60}|her|him|them)?\b"
    r"[\s,:]{0,5}(?:that\b)?",
    re.IGNORECASE,
)
#: Nobody's speech is told in one breath beyond so many characters.
_FURTHEST = 400
_END = re.compile(r"[.!?;\n]|,\s{1,3}(?:but|and\s{1,3}(?:then|now|yet)|yet|so)\b|\sbut\s")


@dataclass(frozen=True, slots=True)
class Told:
    """`text[start:end]` is what `who` said, as the writer tells it; `marked` where quotation marks stand round it."""

    who: str
    start: int
    end: int
    marked: bool


def told(text: str) -> list[Told]:
    """All words the writer gives as said by somebody, in order; speech in marks first has its speaker before it, or ""."""
    plain = plainly(text)
    marked = [
        Told(_speaker(plain, match.start()), match.start(), match.end(), marked=True)
        for match in _MARKS.finditer(plain)
    ]
    found = [
        *marked,
        *(one for one in _reported(plain) if not any(one.start < mark.end and mark.start < one.end for mark in marked)),
    ]
    return sorted(found, key=lambda one: one.start)


def _reported(plain: str) -> Iterator[Told]:
    for match in _SAYING.finditer(plain):
        furthest = min(len(plain), match.end() + _FURTHEST)
        stop = _END.search(plain, match.end(), furthest)
        end = stop.start() if stop else furthest
        if plain[match.end() : end].strip():
            yield Told(_name(match["who"]), match.end(), end, marked=False)


def _speaker(plain: str, at: int) -> str:
    before = None
    for before in _SAYING.finditer(plain, max(0, at - 90), at):  # noqa: B007 - the nearest one
        pass
    return _name(before["who"]) if before else ""


def _name(words: str) -> str:
    bare = " ".join(words.split())
    return "i" if bare == "I" else bare


def writers_own_speech(found: Told) -> bool:
    """Whether the writer quotes themselves: "I told your driver to get lost" is theirs all the same."""
    return found.who.lower() in {"i", "we"}
