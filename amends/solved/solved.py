"""One solved case as the next one needs it: what was agreed, what put it right, why it had happened, and how it ended for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.causes.tree import tree
from amends.outcomes.fate import DAYS, Result
from amends.readings.reading import LABELS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_STAYED = (Result.KEPT, Result.ADVOCATE)


@dataclass(frozen=True, slots=True)
class Solved:
    """One of them. `cause` and `product` are empty where nobody said; `deeds` holds at most three, those that met a concern first.

    `stayed` is what became of the customer by each of `DAYS`.
    """

    key: int
    reference: str
    subject: str
    satisfied: bool
    ended_at: datetime
    product: str
    cause: str
    shown_by: str
    failures: Sequence[str]
    stayed: Sequence[str | None]
    agreed: str
    deeds: Sequence[str]

    @property
    def put_right(self) -> str:
        """What was done, in one line; what was agreed where no deed is on record."""
        return "; ".join(self.deeds) or self.agreed

    @property
    def why(self) -> str:
        """The cause, by its place in the tree; else what failed; empty where neither is known."""
        if self.cause:
            place = tree().get(self.cause)
            return place.path if place else self.cause
        return ", ".join(LABELS[Kind.FAILURE].get(code, code) for code in self.failures)

    @property
    def ended(self) -> str:
        """How it ended for them: what they said, and how long they are known to have stayed."""
        days = max((day for day, result in zip(DAYS, self.stayed, strict=True) if result in _STAYED), default=0)
        stayed = f"stayed for {days} days" if days else ""
        return ", ".join(filter(None, ("they said it is right" if self.satisfied else "", stayed)))
