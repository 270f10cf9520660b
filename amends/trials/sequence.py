"""Intervals that hold however often one looks: the normal mixture of Robbins, as in the mixture sequential test.

For an estimate D with variance V and a mixture variance r2:
half-width = sqrt(V (V + r2) / r2 * ln((V + r2) / (V alpha^2))); the always-valid p is the least over all looks of
sqrt((V + r2) / V) * exp(-D^2 r2 / (2 V (V + r2))).
"""

from __future__ import annotations

import math
from typing import Final

BURN_IN: Final = 50
"""Fewer customers to an arm than this are no normal distribution yet: nothing is said."""


def half_width(variance: float, mixture: float, alpha: float) -> float:
    """How far the interval reaches on either side of the estimate."""
    both = variance + mixture
    return math.sqrt(variance * both / mixture * math.log(both / (variance * alpha**2)))


def p_value(estimate: float, variance: float, mixture: float, *, before: float = 1.0) -> float:
    """The always-valid p after this look; `before` is that of the looks before it, and it never grows."""
    both = variance + mixture
    exponent = -(estimate**2) * mixture / (2 * variance * both)
    return min(before, 1.0, math.sqrt(both / variance) * math.exp(max(exponent, -700.0)))


def tuned(variance: float, alpha: float) -> float:
    """The mixture variance with which the interval is narrowest where the estimate has this variance: the planned size.

    With x = (V + r2) / V the half-width squared is V x/(x-1) ln(x/alpha^2); its least is where x - 1 = ln(x / alpha^2).
    """
    from scipy.optimize import brentq  # noqa: PLC0415 -- SciPy takes long to load, and a page plans without it

    least = brentq(lambda x: x - 1 - math.log(x / alpha**2), 1.0 + 1e-9, 1e6)
    return variance * (float(least) - 1)
