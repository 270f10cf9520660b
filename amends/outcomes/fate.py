"""What became of one customer after one moment: the rules of `surviving`, put to what the customer did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models

from amends.outcomes.activity import ADVOCACY, OF_CONTRACT, Kind
from amends.surviving.outcome import Purchase, horizon, time_to_loss

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.outcomes.activity import Activity

DAYS = (30, 90, 180, 365)
#: When it is looked again whether somebody is still there. Between two of these nothing is said: those of whom we hear
#: only that they are lost would otherwise count before those who stay.
CHECKS = (7, 14, 30, 60, 90, 120, 150, 180, 240, 300, 365)
_LONGEST = timedelta(days=CHECKS[-1])


class Result(models.TextChoices):
    """What became of a customer by a day."""

    KEPT = "kept", "kept"
    LOST = "lost", "lost"
    ADVOCATE = "advocate", "advocate"
    ELSEWHERE = "elsewhere", "had to go"
    UNKNOWN = "unknown", "unknown"


class Loss(models.TextChoices):
    """How we know that they are gone."""

    CANCELLED = "cancelled", "gave notice"
    LAPSED = "lapsed", "stopped buying"
    SAID = "said", "told us so"
    ELSEWHERE = "elsewhere", "had to go"


@dataclass(frozen=True, slots=True)
class Fate:
    """What is known of one customer after `zero`, up to the last check that lies within what was told.

    `days`: until they were lost, or until that check, which lies `watched` days after `zero`. `known`: whether any system knows
    them at all. `within`: their rhythm, after which silence is a loss; None with a contract. `bought_at`: their first purchase
    afterwards.
    """

    zero: datetime
    days: int
    watched: int = 0
    known: bool = False
    within: int | None = None
    loss: str = ""
    lost_at: datetime | None = None
    bought_at: datetime | None = None
    advocate_at: datetime | None = None
    returned_at: datetime | None = None

    def by(self, day: int) -> str:
        """The result at so many days, unknown before they are over: else those lost would be known of before those who stay.

        Without a contract, whoever bought nothing since and is within their rhythm is unknown.
        """
        if self.watched < day or not self.known:
            return Result.UNKNOWN
        if self.lost_at is not None and self.days <= day:
            return Result.ELSEWHERE if self.loss == Loss.ELSEWHERE else Result.LOST
        if self.within is not None and self.bought_at is None:
            return Result.UNKNOWN
        if self.advocate_at is not None and self.advocate_at <= self.zero + timedelta(days=day):
            return Result.ADVOCATE
        return Result.KEPT


def fate(
    acts: Sequence[Activity], *, zero: datetime, seen: datetime | None, within: int | None = None,
    usual: timedelta | None = None, said_lost: datetime | None = None,
) -> Fate:  # fmt: skip
    """What became of the customer who did this (in order of time). `within` is the rhythm that was fixed before, in days."""
    whole = (seen - zero).days if seen is not None else 0
    check = max((day for day in CHECKS if day <= whole), default=0)
    until = zero + timedelta(days=check)
    if said_lost is not None and said_lost <= zero + _LONGEST and not _stayed(acts, said_lost):
        return Fate(zero, max((said_lost - zero).days, 0), check, True, within, Loss.SAID, said_lost)
    staying = [act for act in acts if act.kind not in ADVOCACY]
    if not staying or seen is None:
        return Fate(zero, 0)
    contract = any(act.kind in OF_CONTRACT for act in staying)
    if contract and _gone_before(staying, zero):
        return Fate(zero, 0)
    bought = [act for act in staying if act.kind == Kind.ORDER]
    if not contract and within is None:
        within = _within(bought, zero, usual)
    loss, lost_at = _loss(staying, bought, zero, until, None if contract else within)
    after = [act for act in bought if act.at > zero and (lost_at is None or act.at <= lost_at) and act.at <= seen]
    praised = next((act.at for act in acts if act.kind in ADVOCACY and act.at > zero), None)
    back = (Kind.ORDER, Kind.CONTRACT, Kind.RENEWAL)
    return Fate(
        zero,
        (lost_at - zero).days if lost_at else check,
        check,
        contract or within is not None,
        None if contract else within,
        loss,
        lost_at,
        bought_at=next((act.at for act in after), None),
        advocate_at=praised,
        returned_at=next((act.at for act in staying if lost_at and act.kind in back and act.at > lost_at), None),
    )


def _gone_before(staying: Sequence[Activity], zero: datetime) -> bool:
    """Whether they had given notice already: then they are unknown to the comparison."""
    last = [act.kind for act in staying if act.kind in OF_CONTRACT and act.at <= zero]
    return bool(last) and last[-1] == Kind.CANCELLATION


def _stayed(acts: Sequence[Activity], since: datetime) -> bool:
    """Whether they did something afterwards that only a customer does."""
    return any(act.kind in {Kind.ORDER, Kind.CONTRACT, Kind.RENEWAL} and act.at > since for act in acts)


def _within(bought: Sequence[Activity], zero: datetime, usual: timedelta | None) -> int | None:
    if not bought:
        return None
    found = horizon([act.at for act in bought if act.at <= zero], usual=usual or timedelta(days=30))
    return found.days if found else None


def _loss(
    staying: Sequence[Activity], bought: Sequence[Activity], zero: datetime, until: datetime, within: int | None
) -> tuple[str, datetime | None]:
    """The first loss after `zero` that was known by `until`; one before it is no outcome of this failure."""
    found: list[tuple[datetime, str]] = [
        (act.at, Loss.ELSEWHERE if act.kind == Kind.GONE else Loss.CANCELLED)
        for act in staying
        if act.kind in {Kind.GONE, Kind.CANCELLATION} and zero < act.at <= until
    ]
    if within is not None and until > zero:
        days, lapsed = time_to_loss(
            [Purchase(act.at) for act in bought], zero=zero, within=timedelta(days=within), seen=until
        )
        if lapsed:
            found.append((zero + timedelta(days=days), Loss.LAPSED))
    at, loss = min(found, default=(None, ""))
    return loss, at
