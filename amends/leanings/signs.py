"""What words show: their stems, pairs of stems and the kinds they are of, and how much each counts."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Words count for less in a long text, so that a letter leans no more to everything than a line does.
_SHARE, _KINDS = 4.0, 2.0
_ENDINGS = ("ing", "edly", "ed", "ly", "es", "s")
_SHORTEST = 4


class Shown(NamedTuple):
    """What words show: their stems and the pairs of them ("not work"), and the kinds they are of."""

    words: frozenset[str]
    kinds: frozenset[str]


@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """A word without its ending; any figure is "#"."""
    if word[0].isdigit():
        return "#"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _kinds() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], tuple[int, ...]]:
    """The kinds of words of this house: those of whole words, those of beginnings, and how long beginnings are."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    for line in (files("amends.leanings") / "kinds.txt").read_text(encoding="utf-8").splitlines():
        name, _, words = line.partition(":")
        for word in words.split() if line[:1] != "#" else ():
            place = begun if word.endswith("*") else whole
            place[word.rstrip("*")] = (*place.get(word.rstrip("*"), ()), f"@ {name}")
    return whole, begun, tuple(sorted({len(one) for one in begun}))


@lru_cache(maxsize=60_000)
def kinds(word: str) -> tuple[str, ...]:
    """The kinds that a word is of, each as a sign ("@ fire")."""
    whole, begun, lengths = _kinds()
    found = set(whole.get(word) or whole.get(word.removesuffix("s"), ()))
    for length in lengths:
        if length > len(word):
            break
        found.update(begun.get(word[:length], ()))
    return tuple(sorted(found))


@lru_cache(maxsize=60_000)
def borne(word: str) -> tuple[str, ...]:
    """Every sign that a word bears by itself."""
    return (stem(word), *kinds(word))


def shown(words: Sequence[str]) -> Shown:
    """What these words show."""
    stems = list(map(stem, words))
    said = frozenset((*stems, *map(" ".join, pairwise(stems))))
    return Shown(said, frozenset(kind for word in {*words} for kind in kinds(word)))


def share(words: int, of_kinds: int) -> tuple[float, float]:
    """What each of so many words and kinds counts."""
    return _SHARE / sqrt(words or 1), _KINDS / sqrt(of_kinds or 1)


def signs(sentences: Sequence[Shown], rules: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """What a whole text shows: its words, their kinds, and what the rules found.

    "= label" stands for a rule that spoke, "== label" for more than one.
    """
    said = frozenset().union(*[one.words for one in sentences])
    of_kinds = frozenset().union(*[one.kinds for one in sentences])
    word, kind = share(len(said), len(of_kinds))
    found: dict[str, float] = dict.fromkeys(said, word) | dict.fromkeys(of_kinds, kind)
    for label, weights in rules.items():
        found[f"= {label}"] = max(weights)
        if len(weights) > 1:
            found[f"== {label}"] = 1.0
    return found


def passages(sentences: Sequence[Shown]) -> list[tuple[Shown, ...]]:
    """Each sentence with the next: what is said of one thing, wherever it stands in a long letter."""
    return list(pairwise(sentences)) if len(sentences) > 1 else [tuple(sentences)]


def passage_signs(passage: Sequence[Shown]) -> dict[str, float]:
    """What a passage shows. A sign of two of its sentences counts twice, so that sentences can be added up one by one."""
    word, kind = share(sum(len(one.words) for one in passage), sum(len(one.kinds) for one in passage))
    found: dict[str, float] = {}
    for one in passage:
        for sign in one.words:
            found[sign] = found.get(sign, 0.0) + word
        for sign in one.kinds:
            found[sign] = found.get(sign, 0.0) + kind
    return found
