"""Whether all are served alike: by groups a business may hold, within the kind of failure and its severity.

A gap is the difference to everybody else, stratum by stratum, weighed by how many of the group are in each. It is flagged where its
interval excludes none and it exceeds ten points; no figure is shown for fewer than twenty.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

LEAST, FLAG = 20, 0.10
_Z = 1.959964
MEASURES = ("answered in time", "promises kept", "kept after 90 days")
_SEEN = """
WITH seen AS (
  SELECT k.severity, coalesce(l.failure, '') AS failure, k.channel, coalesce(nullif(u.language, ''), 'not told') AS language,
    u.key_customer, o.first,
    CASE WHEN d.met_at <= d.due_at THEN 1 WHEN d.met_at IS NOT NULL OR d.due_at <= %(at)s THEN 0 END AS in_time,
    o.promises_due AS due, o.promises_kept AS kept,
    CASE WHEN o.d90 IN ('kept', 'advocate') THEN 1 WHEN o.d90 = 'lost' THEN 0 END AS stays
  FROM amends_outcome o JOIN amends_case k ON k.id = o.case_id JOIN amends_customer u ON u.id = k.customer_id
  LEFT JOIN amends_loss l ON l.case_id = k.id
  LEFT JOIN amends_deadline d ON d.case_id = k.id AND d.kind = 'first_answer' AND d.void_at IS NULL
  WHERE o.zero_at >= %(since)s AND k.origin = 'complaint'
)
SELECT g.grouping, g.name, severity || failure, count(in_time), coalesce(sum(in_time), 0), sum(due), sum(kept), count(stays),
  coalesce(sum(stays), 0)
FROM seen CROSS JOIN LATERAL (VALUES ('How they reach us', channel), ('Language', language),
  ('Key customers', CASE WHEN key_customer THEN 'key customers' ELSE 'everybody else' END),
  ('Been here before', CASE WHEN first THEN 'their first failure' ELSE 'a later one' END)) g(grouping, name)
GROUP BY 1, 2, 3
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """One group by one measure: its rate, and how it differs from everybody else in like cases; None where too few compare."""

    measure: str
    rate: Rate
    value: float | None = None
    low: float = 0.0
    high: float = 0.0

    @property
    def flagged(self) -> bool:
        """Whether it is certain and large."""
        return self.value is not None and abs(self.value) > FLAG and (self.low > 0 or self.high < 0)

    def __str__(self) -> str:
        if self.rate.n < LEAST:
            return f"not enough data (n {self.rate.n})"
        if self.value is None:
            return f"{self.rate}; nobody like them to compare"
        return f"{self.rate}; {100 * self.value:+.0f} points ({100 * self.low:+.0f} to {100 * self.high:+.0f}) in like cases"


class Count(NamedTuple):
    """How many of a group, in one stratum, and for how many of them it was so."""

    good: int
    n: int


def gaps(*, since: datetime, at: datetime) -> Mapping[str, Mapping[str, Sequence[Gap]]]:
    """By grouping and group, each measure over the cases told since then. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, {"since": since, "at": at})
        rows = cursor.fetchall()
    strata: dict[tuple[str, str, int], dict[str, Count]] = defaultdict(dict)
    for grouping, name, stratum, *numbers in rows:
        for measure in range(len(MEASURES)):
            strata[grouping, name, measure][stratum] = Count(int(numbers[2 * measure + 1]), int(numbers[2 * measure]))
    found: dict[str, dict[str, list[Gap]]] = defaultdict(dict)
    for grouping, name in sorted({(grouping, name) for grouping, name, *_ in rows}):
        others = [other for g, other, m in strata if g == grouping and m == 0 and other != name]
        found[grouping][name] = [
            gap(measure, strata[grouping, name, place], [strata[grouping, other, place] for other in others])
            for place, measure in enumerate(MEASURES)
        ]
    return dict(found)  # a page asks a dict for `items`, and a default one would make it up


def gap(measure: str, own: Mapping[str, Count], others: Sequence[Mapping[str, Count]]) -> Gap:
    """The group's rate, and its difference to the others stratum by stratum, weighed by how many of the group are in each."""
    rate = Rate(sum(each.good for each in own.values()), sum(each.n for each in own.values()))
    weight, total, variance = 0, 0.0, 0.0
    for stratum, mine in own.items():
        theirs = [other[stratum] for other in others if stratum in other]
        n, good = sum(each.n for each in theirs), sum(each.good for each in theirs)
        if not mine.n or not n:
            continue
        weight += mine.n
        total += mine.n * (mine.good / mine.n - good / n)
        variance += mine.n**2 * (_spread(mine.good, mine.n) + _spread(good, n))
    if weight < LEAST or rate.n < LEAST:
        return Gap(measure, rate)
    value, half = total / weight, _Z * sqrt(variance) / weight
    return Gap(measure, rate, value, max(value - half, -1.0), min(value + half, 1.0))


def _spread(good: int, n: int) -> float:
    """The variance of a share, with one more of each, so that none missed is not certainty."""
    share = (good + 1) / (n + 2)
    return share * (1 - share) / n
