"""Whether a cause has stopped: how often it came per opportunity before a change and after it, with the interval of the ratio."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scipy.stats import beta

_STAYED: Final = 0.5
"""A change that may not even have halved the rate has not worked."""


class Recurrence(StrEnum):
    """What may be said of a change."""

    FALLEN = "fallen"
    BACK = "not fallen"
    NOT_ENOUGH = "not enough data"


@dataclass(frozen=True, slots=True)
class Rate:
    """How often it came, before and after, in how many opportunities; the ratio of the rates with its exact interval."""

    before: int
    of_before: float
    after: int
    of_after: float
    ratio: float | None
    low: float
    high: float
    verdict: Recurrence


def recurrence(before: int, of_before: float, after: int, of_after: float, *, sure: float = 0.95) -> Rate:
    """The rate after to the rate before. Fallen if the whole interval lies below 1; not fallen if all of it lies above a half.

    Given how often it came in all, how many of these came afterwards is binomial (Clopper and Pearson): exact however few.
    "Not enough data" until the interval says one or the other. `of_before` and `of_after` are opportunities such as orders
    or days. Raises ValueError if either is not above 0.
    """
    if of_before <= 0 or of_after <= 0 or before < 0 or after < 0:
        raise ValueError("Opportunities are above 0, and counts not below.")
    n, tail = before + after, (1 - sure) / 2
    low = 0.0 if after == 0 else float(beta.ppf(tail, after, before + 1))
    high = 1.0 if before == 0 else float(beta.ppf(1 - tail, after + 1, before))
    size = of_before / of_after
    ends = (low / (1 - low) * size if low < 1 else float("inf"), high / (1 - high) * size if high < 1 else float("inf"))
    ratio = after / before * size if before else None
    if n and ends[1] < 1:
        verdict = Recurrence.FALLEN
    elif n and ends[0] > _STAYED:
        verdict = Recurrence.BACK
    else:
        verdict = Recurrence.NOT_ENOUGH
    return Rate(before, of_before, after, of_after, ratio, *ends, verdict)
