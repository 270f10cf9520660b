"""Two stages, one after the other: whoever was asked elsewhere, and then we. What both took is learnt from the same cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.quoting.bounds import Curve
    from amends.quoting.model import Quote

#: Cases that went through both stages, without which the chain says nothing and the plain lesson goes.
ENOUGH: Final = 50
#: Only the newest are kept for each.
MOST: Final = 300
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Chain:
    """What is known of one who is asked, and of us after them.

    `pairs` are of cases that ended: days until they answered, days from then until ours was done. `asked` is every ask of
    theirs, also those that stand: days, and whether it was answered.

    The two waits go together, so their sum is simulated from pairs: two dates that hold 90 times in 100 each do not
    make one that does. It answers like a model, from when this one was asked.
    """

    who: str
    since: datetime
    pairs: Sequence[Sequence[float]]
    asked: Sequence[Sequence[float]]

    @classmethod
    def of(cls, kept: Mapping[str, Any], who: str, since: datetime | None) -> Chain | None:
        """The chain of this one among those that a lesson keeps; None where too little is known."""
        known = kept.get(who)
        if since is None or known is None or len(known["pairs"]) < ENOUGH:
            return None
        return cls(who, since, known["pairs"], known["asked"])

    def _curve(self, at: datetime) -> Curve:
        import numpy as np  # noqa: PLC0415 -- NumPy is loaded by those processes alone that have a date to give

        from amends.quoting.bounds import chained  # noqa: PLC0415

        first, second = np.array(self.pairs, dtype=np.float64).T
        lengths, answered = np.array(self.asked, dtype=np.float64).T
        passed = max(0.0, (at - self.since) / _DAY)
        return chained(first, second, earlier=(lengths, answered > 0), passed=passed)

    @cached_property
    def _curves(self) -> dict[datetime, Curve]:
        return {}

    def _known(self, at: datetime) -> Curve:
        if at not in self._curves:
            self._curves[at] = self._curve(at)
        return self._curves[at]

    def quote(
        self, *, at: datetime, probability: float, features: object = None, opened: datetime | None = None
    ) -> Quote:
        """The date by which both are done with this probability, given how long the first has been asked already."""
        from amends.quoting.model import Quote  # noqa: PLC0415 -- as above

        del features, opened  # what counts is who was asked, and when
        days = self._known(at).bound(probability)
        due = self.since + days * _DAY if days < float("inf") else None
        return Quote(
            at=at, probability=probability, due=max(at, due) if due else None, level=2 if due else 0, n=len(self.pairs),
            cohort=f"{self.who} and then us, from cases that went through both", clock="elapsed",
            because="" if due else f"{self.who} has been asked longer than nearly all such asks took",
        )  # fmt: skip

    def chance(self, *, at: datetime, due: datetime, features: object = None, opened: datetime | None = None) -> float:
        """The probability that both are done by `due`."""
        del features, opened
        return self._known(at).chance((due - self.since) / _DAY) if due > at else 0.0
