"""The lot: an arm from a seeded hash, so that the same customer always gets the same, with the probability that it had.

Also the check that the lot was fair, and what keeps a case out of it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

RATIO_ALARM: Final = 0.001
_TOTAL: Final = 1e-9


class NotDrawn(ValueError):  # noqa: N818 -- named for the refusal
    """Nothing may be drawn here; the sentence says why."""


class Fixed(StrEnum):
    """What is never left to a lot."""

    LAW = "the law or the contract says what is due"
    HARM = "the customer must be told of harm"
    FAULT = "an established fault is apologised for"
    SAFETY = "safety is concerned"
    LEGAL = "a lawyer or a regulator is involved"
    VULNERABLE = "the customer is vulnerable"
    PUBLIC = "it has become public"
    AGAIN = "it is not the customer's first failure"
    WISH = "the customer has said what would put it right"
    OBJECTION = "whoever has the case objects, with a reason"


@dataclass(frozen=True, slots=True)
class Registration:
    """What is fixed before the first draw, and not changed afterwards: `sealed` proves it."""

    name: str
    hypothesis: str
    arms: tuple[tuple[str, float], ...]
    outcome: str
    days: int
    alpha: float
    margin: float
    """The least difference that matters, in the outcome's own unit (0.03 is three points)."""
    planned: int
    """Customers to an arm at which the interval is to be narrowest."""
    stops: str
    at: datetime

    def __post_init__(self) -> None:
        """Refuse what no comparison can be made of."""
        shares = [share for _, share in self.arms]
        if len(self.arms) < 2 or len({name for name, _ in self.arms}) < len(self.arms):  # noqa: PLR2004 -- a comparison
            raise NotDrawn("A trial needs two arms at least, each with a name of its own.")
        if min(shares) <= 0 or abs(sum(shares) - 1) > _TOTAL:
            raise NotDrawn("The arms' shares are above 0 and add up to 1.")
        if not 0 < self.alpha < 1 or self.margin <= 0 or self.planned < 1 or self.days < 1:
            raise NotDrawn(
                "A trial states its error rate, the least difference that matters, its size and its horizon."
            )

    @property
    def sealed(self) -> str:
        """The SHA-256 of everything registered; an assignment carries it."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arm and the probability with which it was drawn; the draw itself, for whoever checks it."""

    arm: str
    propensity: float
    draw: float


def draw(secret: bytes, trial: str, customer: str, arms: Sequence[tuple[str, float]]) -> Drawn:
    """The customer's arm in this trial: u = HMAC-SHA-256(secret, trial and customer) / 2^256, laid along the arms' shares.

    Give the incident instead of the customer where many are hit at once and can compare.
    """
    key = hmac.digest(secret, f"{len(trial)}:{trial}:{customer}".encode(), "sha256")
    draw_ = int.from_bytes(key) / 2**256
    upto = 0.0
    for arm, share in arms:
        upto += share
        if draw_ < upto:
            return Drawn(arm, share, draw_)
    return Drawn(arms[-1][0], arms[-1][1], draw_)


def in_blocks(
    secret: bytes, trial: str, stratum: str, number: int, arms: Sequence[tuple[str, float]], *, block: int = 0
) -> Drawn:
    """The arm of a stratum's `number`-th customer, from 0: every block has each arm by its share, in an order by hash.

    `block` is how many make one; by default two of each arm. Raises NotDrawn if the shares do not fit into it.
    """
    size = block or 2 * len(arms)
    slots = [arm for arm, share in arms for _ in range(round(share * size))]
    if len(slots) != size or any(abs(share * size - round(share * size)) > _TOTAL for _, share in arms):
        raise NotDrawn(f"A block of {size} cannot hold the arms by their shares.")
    own, place = divmod(number, size)
    keys = [draw(secret, trial, f"{stratum}/{own}/{i}", arms).draw for i in range(size)]
    arm = slots[sorted(range(size), key=keys.__getitem__)[place]]
    return Drawn(arm, dict(arms)[arm], keys[place])


def kept_out(facts: Collection[Fixed]) -> Fixed | None:
    """What keeps a case out of the lot, the gravest first; None if nothing does."""
    return next((each for each in Fixed if each in facts), None)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Whether the arms have as many customers as the lot should have given them; `fair` is False at p < 0.001."""

    p: float
    n: int
    fair: bool


def ratio(counts: Mapping[str, int], arms: Sequence[tuple[str, float]]) -> Ratio:
    """The chi-square test of the arms' sizes. A trial whose ratio is not fair tells nothing: find the leak first."""
    n = sum(counts.values())
    if not n:
        return Ratio(1.0, 0, fair=True)
    statistic = sum((counts.get(arm, 0) - share * n) ** 2 / (share * n) for arm, share in arms)
    from scipy.stats import chi2  # noqa: PLC0415 -- SciPy takes seconds, and drawing a lot needs none of it

    p = float(chi2.sf(statistic, len(arms) - 1))
    return Ratio(p, n, fair=p >= RATIO_ALARM)
