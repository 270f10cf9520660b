"""What the coach says, as the page of a case shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.coach import Review
    from amends.drafts.finding import Finding

_WORDS: Final = {"block": "Put right", "warn": "Better", "hint": "Perhaps"}
_ORDER: Final = ("block", "warn", "hint")
#: The parts a first answer is made of, in the words of the page.
_PARTS: Final = {
    "C01": "regret", "C03": "thanks", "C04": "what they told us", "C05": "what it did to them", "C15": "what comes next",
}  # fmt: skip
#: Those of a follow-up, in the same words.
_NAMED: Final = {
    "accommodation": "what was agreed", "prevention": "what keeps it from happening again",
    "prevention, or that it is not done yet": "that it cannot be ruled out yet", "apology": "regret",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the words, with the gravest level of what is said of it; no level where nothing is."""

    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as the page shows it. `start` and `end` count UTF-16 units, as a browser does."""

    level: str
    word: str
    quote: str
    why: str
    suggestion: str
    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class HasPart:
    """A part of a good answer, and whether it is there."""

    words: str
    there: bool


@dataclass(frozen=True, slots=True)
class Mirror:
    """A field's own words, in stretches."""

    field: str
    marked: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the form, what stands in it, and from where to where that stands in the letter that was read.

    `at` is the letter's character with which the field begins: a negative number where blanks before it are no part of the letter.
    """

    field: str
    words: str
    at: int

    def holds(self, one: Finding) -> bool:
        """Whether it speaks of words of this field."""
        return one.start < one.end and self.at <= one.start and one.end <= self.at + len(self.words)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the coach says, as the page shows it: rows, fields with their marks, the parts it has, and the score beside all that."""

    mirrors: Sequence[Mirror]
    rows: Sequence[Row]
    parts: Sequence[HasPart]
    sum: str
    score: int
    language: str

    @property
    def marked(self) -> Sequence[Part]:
        """The first field's own words, in stretches."""
        return self.mirrors[0].marked if self.mirrors else []

    @classmethod
    def of(cls, found: Review, words: str, *, field: str = "words", first: bool = False) -> Shown:
        """For a letter that begins with these words, which stand in this field; what is said of the rest has no place in it."""
        return cls._of(found, [Place(field, words, len(words.lstrip()) - len(words))], first=first)

    @classmethod
    def across(cls, found: Review, letter: str, fields: Mapping[str, str]) -> Shown:
        """For a letter that is put together of several fields, in their order, with words of our own between them."""
        places, begin = [], 0
        for name, words in fields.items():
            bare = words.strip()
            if bare and (at := letter.find(bare, begin)) >= 0:
                places.append(Place(name, words, at - (len(words) - len(words.lstrip()))))
                begin = at + len(bare)
        return cls._of(found, places)

    @classmethod
    def _of(cls, found: Review, places: Sequence[Place], *, first: bool = False) -> Shown:
        order = sorted(found.findings, key=lambda one: (_ORDER.index(one.level), one.start))
        rows = [_row(one, places) for one in order]
        lacks = {one.check for one in found.findings}
        has = [HasPart(said, check not in lacks) for check, said in _PARTS.items()] if first else []
        counts = [
            f"{n} {what}"
            for level, what in (("block", "to put right"), ("warn", "to better"), ("hint", "to think of"))
            if (n := sum(row.level == level for row in rows))
        ]
        return cls(
            [Mirror(place.field, _marked(found.findings, place)) for place in places],
            rows,
            has or [HasPart(_NAMED.get(name, name), there) for name, there in found.parts.items()],
            ", ".join(counts),
            found.score,
            found.language if found.language != "en" else "",
        )


def _row(one: Finding, places: Sequence[Place]) -> Row:
    place = next((place for place in places if place.holds(one)), None)
    start, end = (one.start - place.at, one.end - place.at) if place else (0, 0)
    before, through = (units(place.words[:start]), units(place.words[:end])) if place else (0, 0)
    return Row(
        one.level, _WORDS[one.level], one.quote if place else "", one.why, one.suggestion or "", before, through,
        place.field if place else "",
    )  # fmt: skip


def units(text: str) -> int:
    """How long a browser says it is."""
    return len(text.encode("utf-16-le")) // 2


def _marked(findings: Sequence[Finding], place: Place) -> list[Part]:
    words = place.words
    levels: list[str] = [""] * len(words)
    for level in reversed(_ORDER):
        for one in findings:
            if one.level == level and place.holds(one):
                levels[one.start - place.at : one.end - place.at] = [level] * (one.end - one.start)
    found: list[Part] = []
    begin = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or levels[at] != levels[begin]:
            found.append(Part(words[begin:at], levels[begin]))
            begin = at
    return found
