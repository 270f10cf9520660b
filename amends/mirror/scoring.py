"""From answers and evidence to levels, gaps, a score and a stage; nothing is scored where too much is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Final

from amends.mirror.items import DIMENSIONS, ITEMS, SAFETY, Item


class Role(StrEnum):
    """From where somebody sees the house."""

    FRONT = "front line"
    MANAGEMENT = "management"
    OWNERSHIP = "ownership"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person says of one statement: 0 to 4, or None for "don't know", which is missing and not a zero."""

    item: int
    role: Role
    level: int | None

    def __post_init__(self) -> None:
        """Refuse what is on no scale."""
        if not 1 <= self.item <= len(ITEMS) or (self.level is not None and not 0 <= self.level <= _TOP):
            raise ValueError(f"Statement {self.item} cannot be answered with {self.level}.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the records say of one statement: a value in the item's unit with its interval, from n cases."""

    item: int
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    also: bool = True


@dataclass(frozen=True, slots=True)
class Reflection:
    """One statement in the mirror: what is said (`said`), what is shown (`shown`, with its interval), and the blend of both.

    `label` is "unevidenced" or "not enough data" where records say nothing or too little.
    """

    item: Item
    said: float | None
    by_role: Mapping[Role, float]
    shown: float | None
    low: float | None
    high: float | None
    n: int
    label: str

    @property
    def gap(self) -> float | None:
        """How much more is said than shown."""
        return None if self.said is None or self.shown is None else self.said - self.shown

    @property
    def level(self) -> float | None:
        """What is shown; where nothing is, three quarters of what is said; None where nobody knows."""
        if self.shown is not None:
            return self.shown
        return None if self.said is None else _BELIEVED * self.said


class Stage(StrEnum):
    """How far a house has come."""

    COMPANY = "company-focused"
    APOLOGISING = "apologising"
    ORGANISED = "organised"
    DEPENDABLE = "dependable"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Score:
    """The dimensions (0 to 100), the whole and the stage; `overall` and `stage` are None if over a fifth of the items is missing."""

    dimensions: Mapping[str, float | None]
    overall: float | None
    stage: Stage | None
    missing: tuple[int, ...]
    capped: bool
    """Whether safety alone holds the stage down."""


def reflect(answers: Iterable[Answer], evidence: Iterable[Evidence]) -> tuple[Reflection, ...]:
    """Every statement with what is said and shown of it. Roles count alike, however many of each have answered."""
    given = list(answers)
    shown = {each.item: each for each in evidence}
    return tuple(
        _reflection(item, [each for each in given if each.item == item.number], shown.get(item.number))
        for item in ITEMS
    )


def _reflection(item: Item, answers: list[Answer], evidence: Evidence | None) -> Reflection:
    by_role = {
        role: fmean(levels)
        for role in Role
        if (levels := [each.level for each in answers if each.role == role and each.level is not None])
    }
    said = fmean(by_role.values()) if by_role else None
    if evidence is None:
        return Reflection(item, said, by_role, None, None, None, 0, "unevidenced")
    if evidence.n < item.fewest:
        return Reflection(item, said, by_role, None, None, None, evidence.n, "not enough data")
    level = item.level(evidence.value, also=evidence.also)
    ends = sorted(item.level(end, also=evidence.also) for end in (evidence.low, evidence.high) if end is not None)
    low, high = (ends[0], ends[-1]) if len(ends) == 2 else (None, None)  # noqa: PLR2004 -- both ends
    return Reflection(item, said, by_role, level, low, high, evidence.n, "")


def score(mirror: Iterable[Reflection]) -> Score:
    """The score: a strong average cannot hide a hole, for three tenths of it are the weakest dimension."""
    levels = {each.item: each.level for each in mirror}
    missing = tuple(item.number for item, level in levels.items() if level is None)
    dimensions: dict[str, float | None] = {}
    for letter in DIMENSIONS:
        known = [level for item, level in levels.items() if item.dimension == letter and level is not None]
        dimensions[letter] = _PER_LEVEL * fmean(known) if known else None
    if len(missing) > _MISSING * len(levels) or None in dimensions.values():
        return Score(dimensions, None, None, missing, capped=False)
    values = [each for each in dimensions.values() if each is not None]
    overall = 0.7 * fmean(values) + 0.3 * min(values)
    stage = [stage for least, stage in _STAGES if overall >= least][-1]
    safety = next(level for item, level in levels.items() if item.number == SAFETY)
    unsafe = safety is None or safety < _SAFE
    order = list(Stage)
    capped = unsafe and order.index(stage) > order.index(Stage.ORGANISED)
    return Score(dimensions, overall, Stage.ORGANISED if capped else stage, missing, capped)


_TOP: Final = 4
_BELIEVED: Final = 0.75
_PER_LEVEL: Final = 25
_MISSING: Final = 0.2
_SAFE: Final = 2
_STAGES: Final = (
    (0, Stage.COMPANY), (25, Stage.APOLOGISING), (45, Stage.ORGANISED), (65, Stage.DEPENDABLE), (85, Stage.LEARNING),
)  # fmt: skip
