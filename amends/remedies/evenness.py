"""Even hands: whether what is given follows the loss, or who shouts. Each share with its n and interval, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from typing import TYPE_CHECKING

from django.db import connection

from amends.authority.banding import house_number
from amends.customers.customer import Channel
from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

#: No figure for fewer cases than this.
LEAST = 20
_Z = 1.959964
_LOUD, _CALM = "chased us twice or more", "chased us once or never"
_LABELS = {"1": "critical", "2": "high", "3": "medium", "4": "low"} | {
    str(key): str(words) for key, words in Channel.choices
}
_ENDS, _KINDS = ("least", "most"), ("rejected", "kept")
# One row a case: the last choice that stands, what was lost, the band it should lie in, and how often they had to chase.
_GIVEN = """
WITH given AS (
  SELECT c.case_id, c.worth, l.amount, l.rejected, k.severity, u.key_customer, u.household_id IS NOT NULL AS household,
    k.channel, EXISTS (SELECT FROM amends_case e WHERE e.customer_id = k.customer_id AND e.received_at < k.received_at) AS again,
    (SELECT count(*) FROM amends_chase x WHERE x.case_id = k.id) >= 2 AS loud
  FROM amends_choice c JOIN amends_loss l ON l.case_id = c.case_id JOIN amends_case k ON k.id = c.case_id
  JOIN amends_customer u ON u.id = k.customer_id
  WHERE c.stands AND c.executed_at >= %(since)s AND l.amount > 0
), share AS (SELECT *, worth / amount AS part,
    100 * worth / amount BETWEEN CASE WHEN rejected THEN %(least_rejected)s ELSE %(least_kept)s END
      AND CASE WHEN rejected THEN %(most_rejected)s ELSE %(most_kept)s END AS in_band FROM given)
SELECT g.grouping, g.name, count(*), count(*) FILTER (WHERE in_band), avg(part), stddev_samp(part)
FROM share CROSS JOIN LATERAL (VALUES ('All', 'everybody'), ('Severity', severity::text), ('Channel', channel),
  ('Key customer', CASE WHEN key_customer THEN 'key customers' ELSE 'everybody else' END),
  ('Been here before', CASE WHEN again THEN 'not their first failure' ELSE 'their first failure' END),
  ('Shouting', CASE WHEN loud THEN 'chased us twice or more' ELSE 'chased us once or never' END)) g(grouping, name)
GROUP BY 1, 2 ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Hand:
    """One group: how many cases, the share of them in band, and what was given for each unit of loss, with its interval."""

    name: str
    n: int
    in_band: Rate
    part: Decimal
    half: float

    @property
    def enough(self) -> bool:
        """Whether anything may be said of it."""
        return self.n >= LEAST

    @property
    def low(self) -> float:
        """Where the mean lies at least, in 95 of 100 such counts."""
        return max(0.0, float(self.part) - self.half)

    @property
    def high(self) -> float:
        """Where it lies at the most."""
        return float(self.part) + self.half

    def __str__(self) -> str:
        if not self.enough:
            return f"not enough data (n {self.n})"
        return f"{float(self.part):.0%} of the loss (n {self.n}, 95 % interval {self.low:.0%} to {self.high:.0%})"


@dataclass(frozen=True, slots=True)
class Evenness:
    """Every grouping the business may hold, with its hands. `shouting` says whether shouting pays here; None: not enough data.

    `quiet_pays`: whoever chases us is surely given less.
    """

    groupings: Mapping[str, Sequence[Hand]]
    shouting: bool | None
    quiet_pays: bool = False

    @property
    def shouting_words(self) -> str:
        """The same, as a sentence."""
        if self.shouting is None:
            return "Not enough data to say whether shouting pays here."
        if self.shouting:
            return "Shouting pays here: whoever chases us is given more for the same loss."
        if self.quiet_pays:
            return "Whoever chases us is given less for the same loss."
        return "These cases show no difference between whoever chases us and whoever does not."


def evenness(*, since: datetime) -> Evenness:
    """Over what was carried out from then on. Groups are those a business may hold: no origin, no name, no followers.

    The band is that of the house's policy on the first of these days, as cases that began then went by it.
    """
    bands = {f"{end}_{kind}": house_number(f"remedy {end}, {kind}", on=since) for end in _ENDS for kind in _KINDS}
    with connection.cursor() as cursor:
        cursor.execute(_GIVEN, {"since": since, **bands})
        rows = cursor.fetchall()
    found: dict[str, list[Hand]] = {}
    for grouping, name, n, in_band, part, spread in rows:
        half = _Z * float(spread or 0) / sqrt(n) if n > 1 else 0.0
        found.setdefault(grouping, []).append(Hand(_LABELS.get(name, name), n, Rate(in_band, n), part, half))
    loud, calm = ({hand.name: hand for hand in found.get("Shouting", [])}.get(name) for name in (_LOUD, _CALM))
    if not loud or not calm or not loud.enough or not calm.enough:
        return Evenness(found, None)
    return Evenness(found, loud.low > calm.high, quiet_pays=loud.high < calm.low)
