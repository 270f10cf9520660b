"""What was planned, asked and given; how much of it was of use; and how much was settled without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Count, F, Q

from amends.offers.offer import Choice, Offer
from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: Below so many nothing is said of how they are spread.
LEAST = 20
_SPREAD = """
SELECT count(*), percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY v) FROM (
  SELECT {value} AS v FROM amends_offer o JOIN amends_choice c ON c.offer_id = o.id AND c.stands
  WHERE o.made_at >= %s AND o.currency = %s) x WHERE v IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Spread:
    """The quartiles of `n` amounts; None below `LEAST`."""

    n: int
    quartiles: tuple[float, float, float] | None

    def __str__(self) -> str:
        if self.quartiles is None:
            return f"not enough data (n {self.n})"
        low, middle, high = self.quartiles
        return f"{middle:.2f} (half of them {low:.2f} to {high:.2f}, n {self.n})"


@dataclass(frozen=True, slots=True)
class OfRemedy:
    """One remedy: how often it was chosen, and how many of those whose end is known had something of it."""

    name: str
    chosen: int
    used: Rate


@dataclass(frozen=True, slots=True)
class Figures:
    """`less`: how often they asked for less than we planned. `alone`: what was settled without asking anybody."""

    planned: Spread
    asked: Spread
    given: Spread
    less: Rate
    alone: Rate
    remedies: Sequence[OfRemedy]


def figures(*, since: datetime, currency: str) -> Figures:
    """Over offers made from then on, in one currency."""
    made = Offer.objects.filter(made_at__gte=since, currency=currency)
    told = made.exclude(asked=None).aggregate(n=Count("pk"), less=Count("pk", filter=Q(asked__lt=F("planned"))))
    alone = made.aggregate(n=Count("pk"), alone=Count("pk", filter=Q(approval=None)))
    values = {"planned": "o.planned", "asked": "o.asked", "given": "c.worth"}
    spreads = {name: _spread(value, since, currency) for name, value in values.items()}
    return Figures(
        **spreads,
        less=Rate(told["less"], told["n"]),
        alone=Rate(alone["alone"], alone["n"]),
        remedies=_remedies(since, currency),
    )


def _remedies(since: datetime, currency: str) -> list[OfRemedy]:
    rows = Choice.objects.filter(stands=True, chosen_at__gte=since, offer__currency=currency).values("remedy__name")
    counted = rows.annotate(n=Count("pk"), had=Count("had_at"), missed=Count("missed_at")).order_by(
        "-n", "remedy__name"
    )
    return [
        OfRemedy(row["remedy__name"], row["n"], Rate(row["had"], row["had"] + row["missed"])) for row in counted[:30]
    ]


def _spread(value: str, since: datetime, currency: str) -> Spread:
    with connection.cursor() as cursor:
        cursor.execute(_SPREAD.format(value=value), [since, currency])
        n, found = cursor.fetchone()
    return Spread(n, tuple(map(float, found)) if n >= LEAST else None)  # type: ignore[arg-type]
