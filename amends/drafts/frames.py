"""Many turns of words at once: each is tried only in a sentence that holds the beginnings of the words it cannot do without."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Final

from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from amends.drafts.draft import Draft

_TRIED = 40
#: So many letters of a word are looked at, and so many needed words of a frame.
_LETTERS, _NEEDS = 4, 4
_BEGINNINGS = re.compile(rf"(?<![a-z])[a-z]{{1,{_LETTERS}}}")
#: Beginnings that stand in almost every sentence, and tell little.
_COMMON: Final = frozenset(
    [
        "the",
        "you",
        "your",
        "a",
        "an",
        "we",
        "i",
        "our",
        "it",
        "is",
        "was",
        "are",
        "to",
        "of",
        "and",
        "in",
        "on",
        "at",
        "for",
        "that",
        "this",
        "have",
        "has",
        "had",
        "be",
        "my",
        "not",
        "by",
        "with",
        "as",
        "t",
        "s",
        "been",
        "will",
    ]
)


class Frames:
    """Expressions under names, as a `Cue` writes them but in small letters; every "|" outside brackets begins another frame."""

    def __init__(self, **named: Sequence[str]) -> None:
        self._named = named

    def __len__(self) -> int:
        return len(self.frames)

    @cached_property
    def frames(self) -> list[tuple[str, str]]:
        """The frames one by one, each with its name."""
        return [
            (name, _spaced(frame))
            for name, several in self._named.items()
            for words in several
            for frame in _apart(words.lower())
        ]

    @cached_property
    def _patterns(self) -> dict[int, re.Pattern[str]]:
        return {}

    @cached_property
    def _index(self) -> tuple[dict[str, int], int, int]:
        """For each beginning the needs that it meets; the needs that are met anyhow; the first need of every frame."""
        met: dict[str, int] = {}
        anyhow = first = 0
        for number, (_, words) in enumerate(self.frames):
            needed = sorted(_walked(words), key=_tells)[:_NEEDS]
            first |= 1 << number * _NEEDS
            for place in range(_NEEDS):
                bit = 1 << (number * _NEEDS + place)
                if place >= len(needed):
                    anyhow |= bit
                    continue
                for beginning in needed[place]:
                    met[beginning] = met.get(beginning, 0) | bit
        return met, anyhow, first

    def _hopeful(self, draft: Draft) -> dict[str, list[tuple[int, int, int]]]:
        """Under each name the frames that may be found, with the sentence to look in; worked out once for a draft."""
        known = draft.remembered.get(id(self))
        if known is None:
            known = draft.remembered[id(self)] = self._looked_up(draft)
        found: dict[str, list[tuple[int, int, int]]] = known
        return found

    def _looked_up(self, draft: Draft) -> dict[str, list[tuple[int, int, int]]]:
        met, anyhow, first = self._index
        found: dict[str, list[tuple[int, int, int]]] = {}
        for sentence in draft.sentences:
            mask = anyhow
            for beginning in set(_BEGINNINGS.findall(draft.small, sentence.start, sentence.end)):
                mask |= met.get(beginning, 0)
            mask &= mask >> 1
            mask &= (mask >> 2) & first
            while mask:
                low = mask & -mask
                mask ^= low
                number = (low.bit_length() - 1) // _NEEDS
                found.setdefault(self.frames[number][0], []).append((number, sentence.start, sentence.end))
        return found

    def all(self, name: str, draft: Draft) -> Iterator[re.Match[str]]:
        """Every place of the frames of this name, sentence by sentence."""
        for number, start, end in self._hopeful(draft).get(name, ()):
            pattern = self._patterns.get(number)
            if pattern is None:
                pattern = self._patterns[number] = re.compile(self.frames[number][1])
            yield from pattern.finditer(draft.small, start, end)

    def marks(
        self,
        name: str,
        draft: Draft,
        why: str,
        suggestion: str | None = None,
        *,
        unless: Callable[[re.Match[str]], bool],
    ) -> Iterator[Mark]:
        """A mark on every place, except those that `unless` lets pass."""
        for found in islice(self.all(name, draft), _TRIED):
            if not unless(found):
                words = found[0]
                start = found.start() + len(words) - len(words.lstrip(" \t\r\n,;.!?:"))
                yield Mark(start, max(start, found.start() + len(words.rstrip(" \t\r\n,;"))), why, suggestion)


def _spaced(words: str) -> str:
    """Blanks stand for any blanks, but within "(?<!the )", which is of one width."""
    parts = re.split(r"(\(\?<[!=][^()]*\))", words)
    return "".join(
        part.replace(" ", r"\s") if number % 2 else part.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
        for number, part in enumerate(parts)
    )


def _apart(words: str) -> Iterator[str]:
    """The alternatives of an expression that stand outside every bracket."""
    depth = begun = 0
    inside = False
    at = 0
    while at < len(words):
        letter = words[at]
        if letter == "\\":
            at += 1
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            yield words[begun:at]
            begun = at + 1
        at += 1
    yield words[begun:]


def _tells(need: frozenset[str]) -> int:
    return len(need) + 60 * len(need & _COMMON)


def needs(words: str) -> list[frozenset[str]]:
    """Sets of beginnings, from each of which one stands in whatever the expression finds."""
    return _walked(_spaced(words.lower()))


def _walked(words: str) -> list[frozenset[str]]:
    return _walk(list(parser.parse(words)), begins=False, rest=[])[0]


def _walk(  # noqa: C901, PLR0912 - one branch for each kind of part that an expression has
    items: list[Any], *, begins: bool, rest: list[Any]
) -> tuple[list[frozenset[str]], bool]:
    """The needs of these parts, and whether a word can only begin behind them."""
    needed: list[frozenset[str]] = []
    at = 0
    while at < len(items):
        kind, what = items[at]
        behind = items[at + 1 :]
        if kind is op.LITERAL and chr(what).isalpha():
            run = [chr(what)]
            while at + 1 < len(items) and items[at + 1][0] is op.LITERAL and chr(items[at + 1][1]).isalpha():
                at += 1
                run.append(chr(items[at][1]))
            word = "".join(run[:_LETTERS])
            if begins and (len(run) >= _LETTERS or _ends(items[at + 1 :] + rest)):
                needed.append(frozenset([word]))
            elif begins and len(run) == _LETTERS - 1:
                needed.append(frozenset([word, *(word + letter for letter in "abcdefghijklmnopqrstuvwxyz")]))
            begins = False
        elif kind is op.LITERAL:
            begins = True
        elif kind is op.AT:
            begins = begins or what in {op.AT_BOUNDARY, op.AT_BEGINNING}
        elif kind is op.SUBPATTERN:
            inner, begins = _walk(list(what[3]), begins=begins, rest=behind + rest)
            needed += inner
        elif kind is op.BRANCH:
            several = [_walk(list(option), begins=begins, rest=behind + rest) for option in what[1]]
            if all(inner for inner, _ in several):
                needed.append(frozenset().union(*(min(inner, key=_tells) for inner, _ in several)))
            begins = all(end for _, end in several)
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT}:
            inner, end = _walk(list(what[2]), begins=begins, rest=[(op.ANY, None)])
            if what[0]:
                needed += inner
            blank = what[0] and next(iter(what[2])) == (op.IN, [(op.CATEGORY, op.CATEGORY_SPACE)])
            begins = bool(blank) or (end and (begins or bool(what[0])))
        elif kind not in {op.ASSERT, op.ASSERT_NOT}:
            begins = False
        at += 1
    return needed, begins


def _ends(items: list[Any]) -> bool:  # noqa: C901, PLR0911 - as above
    """Whether no letter can come first here."""
    for at, (kind, what) in enumerate(items):
        if kind is op.LITERAL:
            return not chr(what).isalpha()
        if kind is op.AT:
            return bool(what is op.AT_BOUNDARY)
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            continue
        if kind is op.IN:
            return bool(what == [(op.CATEGORY, op.CATEGORY_SPACE)])
        if kind is op.SUBPATTERN:
            return _ends(list(what[3]) + items[at + 1 :])
        if kind is op.BRANCH:
            return all(_ends(list(option) + items[at + 1 :]) for option in what[1])
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT}:
            if not _ends([*what[2], (op.LITERAL, 32)]):
                return False
            if what[0]:
                return True
            continue
        return False
    return False
