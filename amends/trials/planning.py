"""How many customers a comparison needs, said before it begins, and how many months that is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

_NORMAL: Final = NormalDist()
SEQUENTIAL: Final = 2.4
"""How many times the fixed size an interval that may be looked at daily needs, if it is stopped at the planned size."""
_MONTHS: Final = 24
_LIFETIME: Final = 240
ALTERNATIVES: Final = (
    "Compare fewer arms, or join kinds of failure into one comparison.",
    "Wait longer for each customer: more are lost in a year than in a quarter, and a loss is what teaches.",
    "Pool kinds of failure by a hierarchical estimate.",
    "Compare something nearer (accepted, unused, reopened, effort), which is then not called retention.",
    "Make no claim.",
)


def two_shares(base: float, rise: float, *, alpha: float = 0.05, power: float = 0.8) -> int:
    """Customers to an arm to tell `base + rise` from `base`, two-sided, looked at once."""
    other = base + rise
    if not 0 < base < 1 or not 0 < other < 1 or not rise:
        raise ValueError("Both shares lie between 0 and 1, and they differ.")
    middle = (base + other) / 2
    a, b = float(_NORMAL.inv_cdf(1 - alpha / 2)), float(_NORMAL.inv_cdf(power))
    spread = a * math.sqrt(2 * middle * (1 - middle)) + b * math.sqrt(base * (1 - base) + other * (1 - other))
    return math.ceil(spread**2 / rise**2)


def events(hazard_ratio: float, *, alpha: float = 0.05, power: float = 0.8) -> int:
    """Losses over two equal arms to see this ratio of hazards by the log-rank test."""
    z = float(_NORMAL.inv_cdf(1 - alpha / 2) + _NORMAL.inv_cdf(power))
    return math.ceil(4 * z**2 / math.log(hazard_ratio) ** 2)


def spending(
    effect: float, *, variation: float = 2.0, rho: float = 0.0, alpha: float = 0.05, power: float = 0.8
) -> int:
    """Customers to an arm to see this relative change in spending, given its coefficient of variation and a covariate's rho."""
    z = float(_NORMAL.inv_cdf(1 - alpha / 2) + _NORMAL.inv_cdf(power))
    return math.ceil(2 * z**2 * variation**2 * (1 - rho**2) / effect**2)


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a comparison, the months that takes, and a sentence that says so with what could be done instead."""

    each: int
    months: float
    sentence: str
    alternatives: tuple[str, ...]


def plan(base: float, rise: float, *, monthly: float, arms: int = 2, alpha: float = 0.05, power: float = 0.8) -> Plan:
    """How long a comparison of `arms` takes with so many cases a month that may be drawn; alternatives where it is over two years.

    The size is that of the fixed design; looking all the time needs up to 2.4 times as many where there is just this difference.
    """
    each = two_shares(base, rise, alpha=alpha / max(arms - 1, 1), power=power)
    months = arms * each / monthly if monthly > 0 else math.inf
    long = months > _MONTHS
    span = "for ever"
    if math.isfinite(months):
        span = f"{months:.0f} months" if months <= _LIFETIME else f"{months / 12:,.0f} years"
    sentence = (
        f"To see {100 * rise:+g} points at {100 * base:g} % kept you would need {span}: {arms} arms of {each:,} customers, "
        f"{monthly:g} case{'' if monthly == 1 else 's'} a month."
    )
    return Plan(each, months, sentence, ALTERNATIVES if long else ())
