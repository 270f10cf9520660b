"""Whether those whom a problem touched bought again: beside customers like them, in the same days, and never beside their own past.

Whoever is touched by a fault had bought something just before it. Held against their own past they would always seem to have bought
less afterwards, so they are held against others who had bought as often and as lately.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db import connection

from amends.outcomes.activity import Feed
from amends.outcomes.fairness import Count, Gap, gap
from amends.people.may import check

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person
    from amends.problems.problem import Problem

SPAN: Final = timedelta(days=90)
# Everybody who bought in the span before, by how often (once, twice, oftener) and how lately (by month).
_BOUGHT: Final = """
WITH touched AS (
  SELECT coalesce(u.merged_into_id, u.id) AS id FROM amends_affected a LEFT JOIN amends_case c ON c.id = a.case_id
  JOIN amends_customer u ON u.id = coalesce(c.customer_id, a.customer_id) WHERE a.problem_id = %(problem)s),
bought AS (
  SELECT o.customer_id AS id, count(*) FILTER (WHERE o.at < %(at)s) AS before, max(o.at) FILTER (WHERE o.at < %(at)s) AS last,
    bool_or(o.at >= %(at)s) AS again
  FROM amends_activity o WHERE o.kind = 'order' AND o.at >= %(since)s AND o.at < %(until)s GROUP BY 1)
SELECT b.id IN (SELECT id FROM touched), least(b.before, 3) || ' ' || extract(day FROM %(at)s - b.last)::int / 30,
  count(*) FILTER (WHERE b.again), count(*)
FROM bought b WHERE b.before > 0 GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """Of those who had bought in the 90 days before we knew: who bought again in the 90 days after.

    `touched` has the difference to customers like them, or none where too few compare; it is None before all of it is known.
    """

    until: datetime
    known_until: datetime | None
    touched: Gap | None = None

    @property
    def beside(self) -> str:
        """The difference to customers like them, in words; empty where too few compare."""
        gap = self.touched
        if gap is None or gap.value is None:
            return ""
        return f"{100 * gap.value:+.0f} points ({100 * gap.low:+.0f} to {100 * gap.high:+.0f})"


def aftermath(problem: Problem, *, by: Person, at: datetime) -> Aftermath:
    """What is known of it at `at`. Two statements. A lead may see it."""
    check(by, "outcomes")
    until, known = problem.knew_at + SPAN, Feed.objects.known_until(at=at)
    if known is None or known < until:
        return Aftermath(until, known)
    strata: dict[bool, dict[str, Count]] = {True: {}, False: {}}
    with connection.cursor() as cursor:
        cursor.execute(
            _BOUGHT, {"problem": problem.pk, "at": problem.knew_at, "since": problem.knew_at - SPAN, "until": until}
        )
        for touched, stratum, again, n in cursor.fetchall():
            strata[touched][stratum] = Count(again, n)
    return Aftermath(until, known, gap("bought again", strata[True], [strata[False]]))
