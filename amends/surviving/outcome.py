"""Kept or lost, by rules fixed beforehand. Time zero is when the menu of remedies was fixed, never the resolution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import Final


class Outcome(StrEnum):
    """What became of a customer by the end of a horizon."""

    KEPT = "kept"
    LOST = "lost"
    ELSEWHERE = "elsewhere"
    """Gone for a reason of their own, such as a death or a move: neither success nor loss, a competing event."""
    UNKNOWN = "unknown"


LEAST: Final = timedelta(days=30)
GAPS: Final = (2, 3)
"""How many of the customer's own median gaps between purchases make a horizon."""


@dataclass(frozen=True, slots=True)
class Contract:
    """A customer with a contract: when they gave notice (not when it ended), and whether they had to go."""

    notice: datetime | None = None
    involuntary: bool = False


@dataclass(frozen=True, slots=True)
class Purchase:
    """One purchase; `voucher` if it redeemed what we gave for this failure, which is no sign of staying by itself."""

    at: datetime
    amount: float = 0.0
    voucher: bool = False


def of_contract(contract: Contract, *, zero: datetime, days: int, seen: datetime) -> Outcome:
    """Kept if no notice was given by `days` after `zero`; unknown while that lies after `seen`, the end of what is known.

    A notice given before `zero` is no outcome of this failure; the customer is unknown to the comparison.
    """
    end = zero + timedelta(days=days)
    if contract.notice is not None and contract.notice <= zero:
        return Outcome.UNKNOWN
    if contract.notice is not None and contract.notice <= min(end, seen):
        return Outcome.ELSEWHERE if contract.involuntary else Outcome.LOST
    return Outcome.KEPT if end <= seen else Outcome.UNKNOWN


def horizon(before: Iterable[datetime], *, gaps: int = 2, usual: timedelta | None = None) -> timedelta | None:
    """How long a customer without a contract has to buy again: `gaps` times their own median gap, at least 30 days.

    `before` are their purchases before time zero. With fewer than two of them there is no gap of their own, so `usual`, the
    median gap of all customers, stands in; None if there is none either.
    """
    days = sorted(before)
    own = [later - earlier for earlier, later in pairwise(days) if later > earlier]
    gap = timedelta(seconds=median(each.total_seconds() for each in own)) if own else usual
    return None if gap is None else max(gaps * gap, LEAST)


def of_purchases(
    purchases: Sequence[Purchase], *, zero: datetime, within: timedelta | None, seen: datetime, vouchers: bool = True
) -> Outcome:
    """Kept if anything was bought in `(zero, zero + within]`, lost if nothing; unknown while that lies after `seen`.

    `vouchers=False` does not count the redemption of our own voucher: report both ways.
    """
    if within is None:
        return Outcome.UNKNOWN
    end = zero + within
    if any(zero < each.at <= min(end, seen) and (vouchers or not each.voucher) for each in purchases):
        return Outcome.KEPT
    return Outcome.LOST if end <= seen else Outcome.UNKNOWN


def time_to_loss(
    purchases: Sequence[Purchase], *, zero: datetime, within: timedelta, seen: datetime
) -> tuple[float, bool]:
    """Days from `zero` until the lapse, and whether there was one: the first silence longer than `within` begins it.

    The lapse is dated at the last purchase before that silence (or at `zero`) plus `within`, which is when it was first known.
    Without a lapse it is the days until `seen`, censored.
    """
    last = zero
    for at in sorted(each.at for each in purchases if zero < each.at <= seen):
        if at - last > within:
            break
        last = at
    lapsed = last + within
    if lapsed < seen:
        return (lapsed - zero).total_seconds() / _DAY, True
    return (seen - zero).total_seconds() / _DAY, False


def value(purchases: Sequence[Purchase], *, zero: datetime, within: timedelta, margin: float, cost: float) -> float:
    """What the customer's purchases in `(zero, zero + within]` earned, less what the remedy cost."""
    return margin * sum(each.amount for each in purchases if zero < each.at <= zero + within) - cost


_DAY: Final = 86400.0
