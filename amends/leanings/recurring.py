"""What is told twice: in what customers write about a failure that came again, its words often stand in two clauses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from amends.leanings.signs import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ONCE, OFTEN, ALIKE = "~ told twice", "~ much told twice", "~ alike twice"
"""Signs: a word of substance in two clauses, more than one such word, and two words that stand near each other in both."""
PAIR, PHRASE = "~ pair twice", "~ phrase twice"
"""The same two words, or three, of which one is of substance, in two places."""
DAYS = "~ two days"
"""Two months, days of the week or feasts are named."""

_END: Final = frozenset({*'.!?;:,"()', "and", "but"})
_BEGINNING: Final = 6  # letters by which a word is known again: "wobbles" and "wobbled"
_SHORTEST: Final = 3
_NEAR: Final = 3
_APART: Final = 3
_MONTHS: Final = (
    "january february march april june july august september october november december"  # "may" is more often none
)
_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday easter christmas"
_NAMED: Final = frozenset(f"{_MONTHS} {_DAYS}".split())
_PLAIN: Final = """
the and but for from with are was were been being its this that these those you she they our your his her their him them not then
there here have has had does did will would can could should may might must just very too also out off down over about into what
who which when where why how than all any some one two three more most other only own same still again please thank thanks sorry
get got going went gone say says said tell told ask asked want like back come came now today yesterday week day time month year
hour know see make made take took need dear hello regards because after before since until while through even never ever every
each both well good new another
"""
_OF_NO_SUBSTANCE: Final = frozenset(_PLAIN.split())


def recurring(words: Sequence[str]) -> tuple[str, ...]:
    """The signs of what is told twice in these plain words."""
    clauses = list(_clauses(words))
    often = sum(n > 1 for n in Counter(word for clause in clauses for word in {*clause}).values())
    alike = Counter(pair for clause in clauses for pair in _near(clause)) if often > 1 else {}
    found = {
        ONCE: often > 0,
        OFTEN: often > 1,
        ALIKE: any(n > 1 for n in alike.values()),
        PAIR: _said_twice(words, 2),
        PHRASE: _said_twice(words, 3),
        DAYS: len(_NAMED.intersection(words)) > 1,
    }
    return tuple(sign for sign, holds in found.items() if holds)


def _said_twice(words: Sequence[str], many: int) -> bool:
    """Whether so many words in a row, one of them of substance, stand in two places that do not touch."""
    first: dict[tuple[str, ...], int] = {}
    rows = enumerate(zip(*(words[begin:] for begin in range(many)), strict=False))
    return any(at - first.setdefault(said, at) > _APART and _tells(said) for at, said in rows)


def _tells(said: Sequence[str]) -> bool:
    return all(word[0].isalpha() for word in said) and any(
        len(word) > _SHORTEST and word not in _OF_NO_SUBSTANCE for word in said
    )


def _clauses(words: Sequence[str]) -> Iterator[list[str]]:
    """The beginnings of the words of substance, clause by clause."""
    clause: list[str] = []
    for word in words:
        if word in _END:
            yield clause
            clause = []
        elif len(word) >= _SHORTEST and word not in _OF_NO_SUBSTANCE and word[0].isalpha():
            clause.append(stem(word)[:_BEGINNING])
    yield clause


def _near(clause: Sequence[str]) -> set[frozenset[str]]:
    return {frozenset({one, other}) for at, one in enumerate(clause) for other in clause[at + 1 : at + 1 + _NEAR]}
