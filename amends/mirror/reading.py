"""What to read in the mirror first: over-confidence by role, disagreement, the next best three, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, variance
from typing import Final

from amends.mirror.items import Item
from amends.mirror.scoring import Answer, Reflection, Role

AGREED: Final = 0.5
"""Below this the disagreement is shown, not the mean."""
CHANCE: Final = 2.0
"""The variance of answers given at random on five options: (5^2 - 1) / 12."""
APART: Final = 1.0
THREE: Final = 3


@dataclass(frozen=True, slots=True)
class Confidence:
    """By how many levels a role says more than is shown, over so many evidenced statements; None if there are none."""

    role: Role
    index: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """People of one role who see one statement differently: their answers, and how far they agree (1 fully, 0 as by chance)."""

    item: int
    role: Role
    levels: tuple[int, ...]
    agreement: float


@dataclass(frozen=True, slots=True)
class Next:
    """One of the statements where most can be won, and what moves it."""

    item: Item
    level: float
    worth: float


def overconfidence(mirror: Iterable[Reflection]) -> list[Confidence]:
    """Every role's index."""
    rows = [each for each in mirror if each.shown is not None]
    found = []
    for role in Role:
        gaps = [each.by_role[role] - each.shown for each in rows if role in each.by_role and each.shown is not None]
        found.append(Confidence(role, fmean(gaps) if gaps else None, len(gaps)))
    return found


def owners_above_front(mirror: Iterable[Reflection]) -> float | None:
    """By how many levels owners answer above the front line, if it is more than one: the first thing to say."""
    both = [each.by_role for each in mirror if Role.FRONT in each.by_role and Role.OWNERSHIP in each.by_role]
    if not both:
        return None
    apart = fmean(each[Role.OWNERSHIP] - each[Role.FRONT] for each in both)
    return apart if apart > APART else None


def disagreements(answers: Iterable[Answer]) -> list[Disagreement]:
    """Where people of one role do not agree (r_wg under 0.5), the widest apart first. One answer cannot disagree."""
    groups: dict[tuple[int, Role], list[int]] = {}
    for each in answers:
        if each.level is not None:
            groups.setdefault((each.item, each.role), []).append(each.level)
    found = [
        Disagreement(item, role, tuple(sorted(levels)), max(0.0, 1 - variance(levels) / CHANCE))
        for (item, role), levels in groups.items()
        if len(levels) > 1
    ]
    return sorted(
        (each for each in found if each.agreement < AGREED), key=lambda each: (each.agreement, each.item, each.role)
    )


def next_best(mirror: Iterable[Reflection], weights: Mapping[int, float] | None = None) -> Sequence[Next]:
    """The three statements where most can be won: how far from 4, times its link to kept customers where that is known, else 1."""
    known = weights or {}
    rows = [
        Next(each.item, each.level, (_TOP - each.level) * known.get(each.item.number, 1.0))
        for each in mirror
        if each.level is not None
    ]
    return sorted(rows, key=lambda each: (-each.worth, each.item.number))[:THREE]


def changed(before: Iterable[Reflection], after: Iterable[Reflection]) -> dict[int, float]:
    """By how many levels a statement's evidence has moved, where the intervals do not touch; what is only said never counts."""
    earlier = {each.item.number: each for each in before}
    found = {}
    for now in after:
        then = earlier.get(now.item.number)
        if then is None or then.shown is None or now.shown is None:
            continue
        if then.low is None or then.high is None or now.low is None or now.high is None:
            continue
        if now.low > then.high or now.high < then.low:
            found[now.item.number] = now.shown - then.shown
    return found


_TOP: Final = 4.0
