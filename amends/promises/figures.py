"""What our word is worth, counted over promises that have fallen due, each rate with its n and its interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from amends.promises.promise import Kind, Promise

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

#: Below so many promises no rate is shown: its interval would cover nearly everything.
ENOUGH = 10
_Z = 1.959964  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Rate:
    """`kept` of `n`, with the 95 % interval [low, high] of the rate (Wilson, 1927); None where there is not enough data."""

    kept: int
    n: int

    @property
    def enough(self) -> bool:
        """Whether a rate may be shown at all."""
        return self.n >= ENOUGH

    @property
    def rate(self) -> float | None:
        """The share that was kept."""
        return self.kept / self.n if self.enough else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies, in 95 of 100 such counts."""
        if not self.enough:
            return None
        share, room = self.kept / self.n, _Z * _Z / self.n
        middle = (share + room / 2) / (1 + room)
        half = _Z * sqrt(share * (1 - share) / self.n + room / (4 * self.n)) / (1 + room)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        bounds = self.interval
        if bounds is None:
            return f"not enough data (n {self.n})"
        return f"{self.kept / self.n:.0%} (n {self.n}, 95 % interval {bounds[0]:.0%} to {bounds[1]:.0%})"


@dataclass(frozen=True, slots=True)
class Figures:
    """`first`: kept by the date that was said first. `kept`: by the date as it stood last. `by_kind`: `first` for each kind.

    Those are about time. `content` is about what came: of those that were done, in time or not, the ones that customers did not
    call something else than what we had said.
    """

    first: Rate
    kept: Rate
    content: Rate
    by_kind: dict[str, Rate]
    moved: int
    broken: int


def figures(promises: QuerySet[Promise], *, at: datetime, since: datetime | None = None) -> Figures:
    """Over those of these promises whose first date has passed (from `since` on), other than released before it.

    A date that was moved counts as broken in `first`, however well the customer was told.
    """
    due = promises.filter(first_due_at__lte=at).exclude(released_at__lt=F("first_due_at"))
    if since is not None:
        due = due.filter(first_due_at__gte=since)
    held = Q(moved_at=None, kept_at__lte=F("first_due_at"))
    settled = due.filter(deadline__due_at__lte=at).exclude(released_at__lt=F("deadline__due_at"))
    rows = due.values("kind").annotate(
        n=Count("pk"), first=Count("pk", filter=held), moved=Count("moved_at"),
        done=Count("kept_at"), short=Count("fell_short_at"),
    )  # fmt: skip
    last = settled.aggregate(n=Count("pk"), kept=Count("pk", filter=Q(kept_at__lte=F("deadline__due_at"))))
    done = sum(row["done"] for row in rows)
    by_kind = {row["kind"]: Rate(row["first"], row["n"]) for row in rows}
    return Figures(
        first=Rate(sum(rate.kept for rate in by_kind.values()), sum(rate.n for rate in by_kind.values())),
        kept=Rate(last["kept"], last["n"]),
        content=Rate(done - sum(row["short"] for row in rows), done),
        by_kind={Kind(kind).label: rate for kind, rate in sorted(by_kind.items())},
        moved=sum(row["moved"] for row in rows),
        broken=last["n"] - last["kept"],
    )
