"""Our own rate of return, by how they were asked, beside those left alone by lot; never somebody else's figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef

from amends.experiments.arms import Approach
from amends.outcomes.activity import Activity, Kind
from amends.promises.figures import Rate
from amends.winbacks.winback import WinBack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: Below so many of a way nothing is said of it.
ENOUGH = 30
DAYS = 90
_BACK = (Kind.ORDER, Kind.CONTRACT, Kind.RENEWAL)


class ReturnRate(Rate):
    """A rate of return; not shown for fewer than thirty."""

    @property
    def enough(self) -> bool:
        """Whether a rate may be shown at all."""
        return self.n >= ENOUGH


@dataclass(frozen=True, slots=True)
class Returned:
    """One way: how many were drawn for it by lot, and how many were asked so by hand, each with who came back."""

    words: str
    drawn: ReturnRate
    by_hand: ReturnRate


def returns(*, seen: datetime | None) -> Sequence[Returned]:
    """Who came back within 90 days, of those asked (or left alone) at least so long before `seen`, the end of what is known."""
    found: dict[tuple[str, bool], list[bool]] = {}
    if seen is not None:
        within = Activity.objects.filter(
            customer=OuterRef("customer"), kind__in=_BACK, at__gt=OuterRef("asked_at"),
            at__lte=OuterRef("asked_at") + timedelta(days=DAYS),
        )  # fmt: skip
        rows = WinBack.objects.filter(asked_at__lte=seen - timedelta(days=DAYS)).annotate(back=Exists(within))
        for way, lot, back in rows.annotate(lot=F("assignment")).values_list("approach", "lot", "back"):
            found.setdefault((way, lot is not None), []).append(back)
    return [
        Returned(label, *(_rate(found.get((way, lot), [])) for lot in (True, False))) for way, label in Approach.choices
    ]


def _rate(backs: Sequence[bool]) -> ReturnRate:
    return ReturnRate(sum(backs), len(backs))
