"""Whether dates hold: what became of quotes that have fallen due, each figure with its n and its interval."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import sqrt
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Aggregate, Avg, Count, DurationField, F, Q

from amends.leadtimes.proposing import STATED
from amends.promises.figures import ENOUGH, Figures, Rate, figures
from amends.promises.promise import Kind, Promise
from amends.promises.quoted import Quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.db.models import QuerySet

#: Groups with fewer promises fallen due are not compared.
COMPARED: Final = 20
_DUE: Final = {0.5: "due_50", 0.8: "due_80", 0.9: "due_90", 0.95: "due_95"}
_DAY: Final = timedelta(days=1)
_Z: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Middle:
    """A median of `n` waits in days, with the 95 % interval of the median (by ranks); None where there is not enough data."""

    days: float | None
    low: float | None
    high: float | None
    n: int

    def __str__(self) -> str:
        if self.days is None or self.low is None or self.high is None:
            return f"not enough data (n {self.n})"
        return f"{self.days:.1f} days (n {self.n}, 95 % interval {self.low:.1f} to {self.high:.1f})"


@dataclass(frozen=True, slots=True)
class Honesty:
    """What quotes have been worth.

    `word` is what all promises were worth, dated by a quote or not. `reliability` says of the dates that were to hold 50, 80,
    90 and 95 times in 100 how many did. `promised` is how long we said it would take, `early` how long before its date what
    was kept was done, `padded` how many promises were said for more than twice as long as it took. `worst` names the kind and
    queue whose promises were kept least often. `undated` counts promises for which no date could be given, `hurried` the
    early ones that were kept, and `hoped` how many of those were to be expected.
    """

    word: Figures
    reliability: Mapping[float, Rate]
    promised: Middle
    early: Middle
    padded: Rate
    worst: tuple[str, Rate] | None
    undated: Rate
    hurried: Rate
    hoped: float | None


def honesty(promises: QuerySet[Promise], *, at: datetime, since: datetime | None = None) -> Honesty:
    """Over those of these promises that have fallen due (from `since` on). A fixed number of statements."""
    quotes = Quoted.objects.filter(promise__in=promises.values("pk"))
    made = quotes.filter(promise__made_at__gte=since) if since else quotes
    due = quotes.filter(said_due_at__lte=at).exclude(promise__released_at__lt=F("said_due_at"))
    due = due.filter(said_due_at__gte=since) if since else due
    held = Q(promise__moved_at=None, promise__kept_at__lte=F("said_due_at"))
    done = Q(promise__kept_at__isnull=False)
    long = Q(said_due_at__gt=F("promise__made_at") + 2 * (F("promise__kept_at") - F("promise__made_at")))
    sums = due.aggregate(
        n=Count("pk"), held=Count("pk", filter=held), done=Count("pk", filter=done),
        padded=Count("pk", filter=done & long), rushed=Count("pk", filter=~Q(hurried="")),
        rushed_held=Count("pk", filter=~Q(hurried="") & held), hoped=Avg("chance", filter=~Q(hurried="")),
    )  # fmt: skip
    asked = made.aggregate(n=Count("pk"), undated=Count("pk", filter=Q(proposed_due_at=None)))
    said, left = F("said_due_at") - F("promise__made_at"), F("said_due_at") - F("promise__kept_at")
    return Honesty(
        word=figures(promises, at=at, since=since),
        reliability=_reliability(quotes, at, since),
        promised=_middle(due, said, sums["n"]),
        early=_middle(due.filter(held), left, sums["held"]),
        padded=Rate(sums["padded"], sums["done"]),
        worst=_worst(due, held),
        undated=Rate(asked["undated"], asked["n"]),
        hurried=Rate(sums["rushed_held"], sums["rushed"]),
        hoped=sums["hoped"] if sums["rushed"] >= ENOUGH else None,
    )


def _reliability(quotes: QuerySet[Quoted], at: datetime, since: datetime | None) -> dict[float, Rate]:
    """By one statement: of the dates of each probability that have passed, those by which it was done."""
    counts: dict[str, Any] = {}
    for probability in STATED:
        name = _DUE[probability]
        passed = Q(**{f"{name}__lte": at}) & ~Q(promise__released_at__lt=F(name))
        passed &= Q(**{f"{name}__gte": since}) if since else Q()
        counts[f"n_{name}"] = Count("pk", filter=passed)
        counts[f"kept_{name}"] = Count("pk", filter=passed & Q(promise__kept_at__lte=F(name)))
    found = quotes.aggregate(**counts)
    return {p: Rate(found[f"kept_{_DUE[p]}"], found[f"n_{_DUE[p]}"]) for p in STATED}


class _At(Aggregate):
    """A quantile of durations."""

    function = "percentile_cont"
    output_field = DurationField()

    def __init__(self, expression: Any, share: float) -> None:
        super().__init__(expression, template=f"%(function)s({share:.6f}) WITHIN GROUP (ORDER BY %(expressions)s)")


def _middle(rows: QuerySet[Quoted], wait: Any, n: int) -> Middle:
    half = _Z / (2 * sqrt(n)) if n else 0.0
    shares = {"low": max(0.0, 0.5 - half), "days": 0.5, "high": min(1.0, 0.5 + half)}
    found = rows.aggregate(**{name: _At(wait, share) for name, share in shares.items()})
    if n < ENOUGH or any(each is None for each in found.values()):
        return Middle(None, None, None, n)
    return Middle(found["days"] / _DAY, found["low"] / _DAY, found["high"] / _DAY, n)


def _worst(due: QuerySet[Quoted], held: Q) -> tuple[str, Rate] | None:
    rows = due.values("promise__kind", "promise__case__queue__name").annotate(
        n=Count("pk"), kept=Count("pk", filter=held)
    )
    rates = [
        (f"{Kind(row['promise__kind']).label}, {row['promise__case__queue__name']}", Rate(row["kept"], row["n"]))
        for row in rows.order_by("promise__kind", "promise__case__queue__name")
        if row["n"] >= COMPARED
    ]
    return min(rates, key=lambda pair: pair[1].rate or 0.0, default=None)
