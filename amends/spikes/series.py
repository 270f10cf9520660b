"""Counts per hour, day, week or month: made from moments or from a table, without a gap, each with its place in the season."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final, Self

import numpy as np

from amends.histories.history import Floats, Rows

SUNDAY: Final = 6


class NoSeries(ValueError):  # noqa: N818 -- named for the refusal
    """These rows are no counts per period; the sentence says why."""


class Step(StrEnum):
    """How long one period is."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def begin(self, at: datetime) -> datetime:
        """The beginning of the period of this moment, by the moment's own clock; a week begins on Monday."""
        if self is Step.HOUR:
            return at.replace(minute=0, second=0, microsecond=0)
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        if self is Step.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Step.MONTH else day

    def after(self, begin: datetime) -> datetime:
        """The beginning of the next period."""
        if self is Step.MONTH:
            return (begin + timedelta(days=31)).replace(day=1)
        return begin + {Step.HOUR: timedelta(hours=1), Step.DAY: timedelta(days=1), Step.WEEK: timedelta(days=7)}[self]


@dataclass(frozen=True, slots=True)
class Series:
    """One count per period, the oldest first and no period left out; `exposure` is how much there was that could go wrong.

    The begins are wall-clock times. `days_off` have the season of a Sunday.
    """

    step: Step
    begins: tuple[datetime, ...]
    counts: Floats
    exposure: Floats
    days_off: frozenset[date] = field(default_factory=frozenset)

    def __len__(self) -> int:
        """How many periods."""
        return len(self.begins)

    @classmethod
    def of(
        cls,
        step: Step,
        counted: Mapping[datetime, float],
        *,
        begin: datetime | None = None,
        end: datetime | None = None,
        exposure: Mapping[datetime, float] | None = None,
        days_off: Collection[date] = (),
    ) -> Self:
        """The series from `begin` to the period of `end`, by default those of the first and last count; silence counts as none.

        Raises NoSeries if there is no period, a count or an exposure is negative, or a period has counts and no exposure.
        """
        sums: dict[datetime, float] = {}
        for at, n in counted.items():
            if not n >= 0:
                raise NoSeries(f"A count cannot be {n}, as on {at:%Y-%m-%d}.")
            sums[step.begin(at)] = sums.get(step.begin(at), 0.0) + n
        begins = _every(step, begin or min(sums, default=None), end or max(sums, default=None))
        counts = np.array([sums.get(each, 0.0) for each in begins])
        if exposure is None:
            exposed = np.ones(len(begins))
        else:
            sizes = {step.begin(at): size for at, size in exposure.items()}
            exposed = np.array([sizes.get(each, 0.0) for each in begins])
            if (exposed < 0).any() or ((exposed == 0) & (counts > 0)).any():
                raise NoSeries("Every period that has counts needs an exposure above zero.")
        return cls(step, begins, counts, exposed, frozenset(days_off))

    @classmethod
    def counting(
        cls,
        step: Step,
        moments: Iterable[datetime],
        *,
        begin: datetime | None = None,
        end: datetime | None = None,
        days_off: Collection[date] = (),
    ) -> Self:
        """The series of how often something happened."""
        counted: dict[datetime, float] = {}
        for at in moments:
            start = step.begin(at)
            counted[start] = counted.get(start, 0.0) + 1
        return cls.of(step, counted, begin=begin, end=end, days_off=days_off)

    def seasons(self) -> tuple[Rows, ...]:
        """The place of each period in every season it has: hour of the day and day of the week, day of the week, or month."""
        off = self.days_off
        days = np.array([SUNDAY if each.date() in off else each.weekday() for each in self.begins], dtype=np.intp)
        if self.step is Step.HOUR:
            return np.array([each.hour for each in self.begins], dtype=np.intp), days
        if self.step is Step.DAY:
            return (days,)
        return (np.array([each.month - 1 for each in self.begins], dtype=np.intp),)


def usual_step(moments: Sequence[datetime]) -> Step:
    """The step of a table whose rows are counts: a month if all begin one, a week if all are seven days apart, else a day or hour."""
    known = sorted(set(moments))
    if any(each.hour or each.minute for each in known):
        return Step.HOUR
    gaps = [(b - a).days for a, b in pairwise(known)]
    if gaps and min(gaps) >= 28 and all(each.day == 1 for each in known):  # noqa: PLR2004 -- February
        return Step.MONTH
    return Step.WEEK if gaps and all(gap % 7 == 0 for gap in gaps) else Step.DAY


def _every(step: Step, first: datetime | None, last: datetime | None) -> tuple[datetime, ...]:
    if first is None or last is None:
        raise NoSeries("There is not one count.")
    found, each, end = [], step.begin(first), step.begin(last)
    while each <= end:
        found.append(each)
        each = step.after(each)
        if len(found) > _MOST:
            raise NoSeries(f"From {first:%Y-%m-%d} to {last:%Y-%m-%d} are more than {_MOST} {step}s.")
    if not found:
        raise NoSeries("The end lies before the beginning.")
    return tuple(found)


_MOST: Final = 200_000
