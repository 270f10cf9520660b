"""The words that an expression cannot do without, worked out from the expression itself."""

from __future__ import annotations

import re
from functools import partial

# The only way to read an expression by its parts; private, but the same in every Python since 3.11.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: So many letters of a word are looked at.
LETTERS: Final = 4
#: What "(?<!\w)" and "(?!\w)" deny.
_A_LETTER: Final = [(op.IN, [(op.CATEGORY, op.CATEGORY_WORD)])]
#: A capital that is a letter of what is looked for, and no part of a sign such as "\\W" or "(?P<".
_CAPITAL: Final = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")
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


#: A need with a beginning of these tells no more than so many that are none.
_OFTEN: Final = 60


def spaced(words: str) -> str:
    """Blanks stand for any blanks, but within "(?<!the )", which is of one width."""
    parts = re.split(r"(\(\?<[!=][^()]*\))", words)
    return "".join(
        part.replace(" ", r"\s") if number % 2 else part.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")
        for number, part in enumerate(parts)
    )


def alternatives(words: str) -> Iterator[str]:
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


def _is_letter(code: int) -> bool:
    return 97 <= code <= 122  # noqa: PLR2004 - "a" to "z"; any other ends a word for those who look


def tells(need: frozenset[str]) -> int:
    """How often a need is met in any sentence, about: the less, the more it tells."""
    return len(need) + _OFTEN * len(need & _COMMON)


def tells_enough(words: str) -> bool:
    """Whether an expression has a need that is not met in almost every sentence."""
    return min(map(tells, needs(words)), default=_OFTEN) < _OFTEN


def needs(words: str) -> list[frozenset[str]]:
    """Sets of beginnings, from each of which one stands in whatever the expression finds."""
    return _walked(spaced(_CAPITAL.sub(lambda letter: letter[0].lower(), words)))


def _walked(words: str) -> list[frozenset[str]]:
    return _walk(parser.parse(words).data, begins=False, rest=_nothing)[0]


def _walk(  # noqa: C901, PLR0912 - one branch for each kind of part that an expression has
    items: list[Any], *, begins: bool, rest: Callable[[], list[Any]]
) -> tuple[list[frozenset[str]], bool]:
    """The needs of these parts, and whether a word can only begin behind them."""
    needed: list[frozenset[str]] = []
    at = 0
    while at < len(items):
        kind, what = items[at]
        if kind is op.LITERAL and _is_letter(what):
            run = [chr(what)]
            while at + 1 < len(items) and items[at + 1][0] is op.LITERAL and _is_letter(items[at + 1][1]):
                at += 1
                run.append(chr(items[at][1]))
            word = "".join(run[:LETTERS])
            if begins and (len(run) >= LETTERS or _ends(items[at + 1 :] + rest())):
                needed.append(frozenset([word]))
            elif begins and len(run) == LETTERS - 1:
                needed.append(frozenset([word, *(word + letter for letter in "abcdefghijklmnopqrstuvwxyz")]))
            begins = False
        elif kind is op.LITERAL:
            begins = True
        elif kind is op.AT:
            begins = begins or what in {op.AT_BOUNDARY, op.AT_BEGINNING}
        elif kind is op.SUBPATTERN:
            inner, begins = _walk(what[3].data, begins=begins, rest=partial(_behind, items, at, rest))
            needed += inner
        elif kind is op.BRANCH:
            several = [_walk(option.data, begins=begins, rest=partial(_behind, items, at, rest)) for option in what[1]]
            if all(inner for inner, _ in several):
                needed.append(frozenset().union(*(min(inner, key=tells) for inner, _ in several)))
            begins = all(end for _, end in several)
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT}:
            inner, end = _walk(what[2].data, begins=begins, rest=_anything)
            if what[0]:
                needed += inner
            blank = what[0] and what[2].data[0] == (op.IN, [(op.CATEGORY, op.CATEGORY_SPACE)])
            begins = bool(blank) or (end and (begins or bool(what[0])))
        elif kind is op.ASSERT_NOT and what[0] < 0 and what[1].data == _A_LETTER:
            begins = True
        elif kind not in {op.ASSERT, op.ASSERT_NOT}:
            begins = False
        at += 1
    return needed, begins


def _nothing() -> list[Any]:
    return []


def _anything() -> list[Any]:
    return [(op.ANY, None)]


def _behind(items: list[Any], at: int, rest: Callable[[], list[Any]]) -> list[Any]:
    return items[at + 1 :] + rest()


def _ends(items: list[Any]) -> bool:  # noqa: C901, PLR0911 - as above
    """Whether no letter can come first here."""
    for at, (kind, what) in enumerate(items):
        if kind is op.LITERAL:
            return not _is_letter(what)
        if kind is op.AT:
            return bool(what is op.AT_BOUNDARY)
        if kind is op.ASSERT_NOT and what[0] > 0 and what[1].data == _A_LETTER:
            return True
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            continue
        if kind is op.IN:
            return bool(what == [(op.CATEGORY, op.CATEGORY_SPACE)])
        if kind is op.SUBPATTERN:
            return _ends(what[3].data + items[at + 1 :])
        if kind is op.BRANCH:
            return all(_ends(option.data + items[at + 1 :]) for option in what[1])
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT}:
            if not _ends([*what[2].data, (op.LITERAL, 32)]):
                return False
            if what[0]:
                return True
            continue
        return False
    return False
