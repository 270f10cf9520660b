"""What the coach says, as the page of a case shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.coach import Review
    from amends.drafts.finding import Finding

_WORDS: Final = {"block": "Put right", "warn": "Better", "hint": "Perhaps"}
_ORDER: Final = ("block", "warn", "hint")
#: The parts a first answer is made of, in the words of the page.
_PARTS: Final = {
    "C01": "regret", "C03": "thanks", "C04": "what they told us", "C05": "what it did to them", "C15": "what comes next",
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
class Shown:
    """What the coach says, as the page shows it; `marked` is the field's own words, in stretches."""

    field: str
    marked: Sequence[Part]
    rows: Sequence[Row]
    parts: Sequence[HasPart]
    sum: str
    language: str

    @classmethod
    def of(cls, found: Review, words: str, *, field: str = "words", first: bool = False) -> Shown:
        """For a letter that begins with these words, which stand in this field; what is said of the rest has no place in it."""
        lead = len(words) - len(words.lstrip())
        order = sorted(found.findings, key=lambda one: (_ORDER.index(one.level), one.start))
        rows = [_row(one, words, lead, field) for one in order]
        lacks = {one.check for one in found.findings}
        has = [HasPart(said, check not in lacks) for check, said in _PARTS.items()] if first and words.strip() else []
        counts = [
            f"{n} {what}"
            for level, what in (("block", "to put right"), ("warn", "to better"), ("hint", "to think of"))
            if (n := sum(row.level == level for row in rows))
        ]
        return cls(
            field,
            _marked(found.findings, words, lead),
            rows,
            has,
            ", ".join(counts),
            found.language if found.language != "en" else "",
        )


def _row(one: Finding, words: str, lead: int, field: str) -> Row:
    start, end = one.start + lead, one.end + lead
    inside = one.quote and end <= len(words)
    return Row(
        one.level, _WORDS[one.level], one.quote if inside else "", one.why, one.suggestion or "",
        units(words[:start]) if inside else 0, units(words[:end]) if inside else 0, field,
    )  # fmt: skip


def units(text: str) -> int:
    """How long a browser says it is."""
    return len(text.encode("utf-16-le")) // 2


def _marked(findings: Sequence[Finding], words: str, lead: int) -> list[Part]:
    levels: list[str] = [""] * len(words)
    for level in reversed(_ORDER):
        for one in findings:
            if one.level == level and one.end + lead <= len(words):
                levels[one.start + lead : one.end + lead] = [level] * (one.end - one.start)
    found: list[Part] = []
    begin = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or levels[at] != levels[begin]:
            found.append(Part(words[begin:at], levels[begin]))
            begin = at
    return found
