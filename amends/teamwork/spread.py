"""How alike we handle cases, by person and by site: shares with their n and interval, in the order of names, and no ranking.

The best people get the hardest cases: how grave they were stands beside, and nobody chose by lot who had which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import connection

from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: Fewer cases than this say nothing of a person.
LEAST: Final = 20
_HANDLED: Final = """
SELECT g.kind, g.name, count(*) FILTER (WHERE o.grade = 'good'), count(*) FILTER (WHERE o.grade = 'fair'),
  count(*), count(*) FILTER (WHERE o.severity <= 2)
FROM amends_outcome o JOIN amends_case c ON c.id = o.case_id LEFT JOIN amends_person p ON p.id = c.owner_id
JOIN amends_queue q ON q.id = c.queue_id LEFT JOIN amends_site s ON s.id = q.site_id
CROSS JOIN LATERAL (VALUES ('person', coalesce(p.name, 'nobody')), ('site', coalesce(s.name, 'no site')), ('all', '')) g(kind, name)
WHERE o.zero_at >= %(since)s AND o.zero_at <= %(at)s AND o.grade <> '' AND c.origin IN ('complaint', 'signal')
GROUP BY 1, 2 ORDER BY 1, lower(g.name), g.name
"""
_KEPT: Final = """
SELECT g.kind, g.name, count(*) FILTER (WHERE p.moved_at IS NULL AND p.kept_at <= p.first_due_at), count(*),
  count(*) FILTER (WHERE p.kept_at <= %(at)s AND p.fell_short_at IS NULL), count(*) FILTER (WHERE p.kept_at <= %(at)s)
FROM amends_promise p JOIN amends_deadline d ON d.id = p.deadline_id JOIN amends_case c ON c.id = p.case_id
JOIN amends_queue q ON q.id = c.queue_id LEFT JOIN amends_person o ON o.id = coalesce(p.kept_by_id, d.owner_id)
CROSS JOIN LATERAL (VALUES ('person', coalesce(o.name, 'nobody')), ('team', q.name)) g(kind, name)
WHERE p.first_due_at >= %(since)s AND p.first_due_at <= %(at)s AND (p.released_at IS NULL OR p.released_at >= p.first_due_at)
GROUP BY 1, 2 ORDER BY 1, lower(g.name), g.name
"""


@dataclass(frozen=True, slots=True)
class Hands:
    """The cases of one person or site that were graded: how many good, and fair, of how many, and how many of them grave."""

    kind: str
    name: str
    good: int
    fair: int
    n: int
    grave: int

    @property
    def enough(self) -> bool:
        """Whether anything may be said."""
        return self.n >= LEAST

    @property
    def rates(self) -> tuple[Rate, Rate]:
        """The share handled well, and the share of grave ones among them."""
        return Rate(self.good, self.n), Rate(self.grave, self.n)

    @property
    def words(self) -> tuple[str, str]:
        """Both as they are told."""
        good, grave = self.rates
        return (str(good), str(grave)) if self.enough else (f"not enough data (n {self.n})",) * 2


@dataclass(frozen=True, slots=True)
class OurWord:
    """Promises fallen due that one person kept or has to keep, or of one queue: kept in time, and as they were said."""

    kind: str
    name: str
    time: Rate
    content: Rate


def handled(*, since: datetime, at: datetime) -> Sequence[Hands]:
    """By person who has the case, by site, and of all (`kind` "all"): cases told in [since, at] that have a grade. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_HANDLED, {"since": since, "at": at})
        return [Hands(*row) for row in cursor.fetchall()]


def our_word(*, since: datetime, at: datetime) -> Sequence[OurWord]:
    """By person and by queue ("team"), promises first due in [since, at]; one not kept counts with whoever had to. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, {"since": since, "at": at})
        rows = cursor.fetchall()
    return [OurWord(kind, name, Rate(kept, n), Rate(said, done)) for kind, name, kept, n, said, done in rows]
