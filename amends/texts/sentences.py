"""A text cut into sentences, each with its place: bullets are sentences of their own, what somebody else wrote is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A line shorter than this was ended by its writer and not by the edge of the window.
_WRAPPED = 50

_QUOTED = re.compile(r"[ \t]*>")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣▪]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_FORWARDED = re.compile(r"-{2,}[ \t]*(?:original|forwarded) message\b", re.IGNORECASE)
_GREETING = re.compile(r"\W*(?:dear|hi|hello|good (?:morning|afternoon|evening))\b[^.!?;]{0,60},\s*$", re.IGNORECASE)
_LEFT_HANGING = re.compile(
    r"(?:,|\b(?:a|an|and|at|before|by|for|from|in|my|next|of|on|or|our|the|this|to|until|will|with|within|your))\s*$",
    re.IGNORECASE,
)
#: The letter it begins with stands first: such a pattern is looked for many times faster than one that begins with a choice.
_STOP = re.compile(r"[.!?…;](?:(?<=;)|(?<!;)[.!?…]{0,19}[\"')\]]{0,5})(?=\s|$)")
_TITLE = re.compile(r"\b(?:mrs?|ms|mx|dr|prof|st|no|nr|approx|inc|ltd|co|vs|e\.g|i\.e|[A-Z])$", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"\b[ap]\.m$", re.IGNORECASE)
#: "Tomorrow by 9 a.m. I will call": what is a time alone is no sentence.
_ONLY_A_TIME = re.compile(
    r"\s*(?:(?:tomorrow|today|tonight|(?:on )?[a-z]{3,6}day),? )?(?:(?:by|at|before|around) )?\d{1,2}(?:[.:]\d\d)? ?[ap]\.m\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end] == words`, without blanks at its edges; `bullet` where it began a line of a list."""

    words: str
    start: int
    end: int
    bullet: bool = False


#: What typesetters use, and what a keyboard has.
_MARKS = str.maketrans("\u2019\u2018\u0060\u00b4\u201c\u201d\u201e\u2013\u2014\u00a0\u202f\u2009", "''''\"\"\"--   ")


def plainly(text: str) -> str:
    """The same text, character for character, with the apostrophes, quotation marks, dashes and blanks of a keyboard."""
    return text if text.isascii() and "`" not in text else text.translate(_MARKS)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text as its writer wrote them, in order.

    A clause after a semicolon and a line of a list count as sentences. A line that only the window's edge broke goes on with
    the next one. Lines quoted with ">", everything after a line "-- " (the signature) and everything after "Original message"
    are somebody else's or nobody's words and left out.
    """
    return list(_sentences(text))


@lru_cache(maxsize=4)  # of one draft, of which several ask
def _sentences(text: str) -> tuple[Sentence, ...]:
    plain = plainly(text)
    cuts = [cut for start, end, bullet in _runs(plain) for cut in _cut(plain, start, end, bullet=bullet)]
    return tuple(Sentence(text[start:end], start, end, bullet) for start, end, bullet in cuts)


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches of lines that belong together: start, end, whether a bullet began it."""
    at, start, end, bullet = 0, -1, -1, False
    before = ""
    for line in text.splitlines(keepends=True):
        if _ends_the_text(line):
            break
        listed = _BULLET.match(line)
        apart = not line.strip() or bool(_QUOTED.match(line)) or listed is not None
        if start >= 0 and (apart or _begins_anew(before, line)):
            yield start, end, bullet
            start = -1
        if line.strip() and not _QUOTED.match(line):
            if start < 0:
                start, bullet = at + (listed.end() if listed else 0), listed is not None
            end = at + len(line)
        at, before = at + len(line), line
    if start >= 0:
        yield start, end, bullet


def _ends_the_text(line: str) -> bool:
    return line.rstrip("\r\n") in {"-- ", "--"} or bool(_FORWARDED.match(line))


def _begins_anew(before: str, line: str) -> bool:
    """Whether a line that follows another is a new thing: the one before was a greeting, or short and complete."""
    if _GREETING.match(before):
        return True
    return len(before) < _WRAPPED and not line.lstrip()[:1].islower() and not _LEFT_HANGING.search(before)


def _cut(text: str, start: int, end: int, *, bullet: bool) -> Iterator[tuple[int, int, bool]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if not _is_a_stop(text, begin, stop):
            continue
        until = stop.start() if stop[0] == ";" else stop.end()
        yield from _trimmed(text, begin, until, bullet=bullet)
        begin, bullet = stop.end(), False
    yield from _trimmed(text, begin, end, bullet=bullet)


def _is_a_stop(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Not the dot of "Mr." or of "3 p.m. today"."""
    if stop[0] != ".":
        return True
    last = text[max(begin, stop.start() - 12) : stop.start()]
    if _HALF_OF_DAY.search(last):
        following = text[stop.end() : stop.end() + 3].lstrip()[:1]
        return not following.islower() and not _ONLY_A_TIME.match(text[begin : stop.start()])
    return not _TITLE.search(last)


def _trimmed(text: str, start: int, end: int, *, bullet: bool) -> Iterator[tuple[int, int, bool]]:
    words = text[start:end]
    bare = words.strip()
    if bare:
        start += len(words) - len(words.lstrip())
        yield start, start + len(bare), bullet
