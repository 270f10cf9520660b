"""The load of hostile words: how many came to each person, of how many, so that they can be shared and somebody can rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.promises.figures import Rate
from amends.readings.reading import ACTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

SPAN: Final = timedelta(days=28)
_HOSTILE: Final = """
SELECT p.id, p.name, count(m.id), count(m.id) FILTER (WHERE h.abuse), count(m.id) FILTER (WHERE h.abuse OR h.hostile),
  count(m.id) FILTER (WHERE (h.abuse OR h.hostile) AND m.said_at >= %(week)s), max(m.said_at) FILTER (WHERE h.abuse OR h.hostile)
FROM amends_person p LEFT JOIN amends_case c ON c.owner_id = p.id
LEFT JOIN amends_message m ON m.case_id = c.id AND m.direction = 'in' AND NOT m.automatic
  AND m.said_at >= %(since)s AND m.said_at <= %(at)s
LEFT JOIN LATERAL (
  SELECT EXISTS (SELECT 1 FROM jsonb_array_elements(r.labels -> 'flags') f
      WHERE f.value ->> 'flag' = 'abuse' AND (f.value ->> 'confidence')::float >= %(acts)s
      AND NOT EXISTS (SELECT 1 FROM amends_correction k WHERE k.reading_id = r.id AND k.label = 'abuse' AND NOT k.holds)) AS abuse,
    EXISTS (SELECT 1 FROM jsonb_array_elements(r.labels -> 'reads_as') e
      WHERE e.value ->> 'emotion' IN ('anger', 'contempt') AND (e.value ->> 'confidence')::float >= %(acts)s) AS hostile
  FROM amends_reading r WHERE r.message_id = m.id) h ON true
WHERE p.is_active GROUP BY p.id, p.name ORDER BY 5 DESC, p.name
"""


@dataclass(frozen=True, slots=True)
class Load:
    """One person's load over four weeks: words of customers on cases they have now, those that read as hostile, and as abuse."""

    key: int
    name: str
    words: int
    abuse: int
    hostile: int
    this_week: int
    last_at: datetime | None

    @property
    def rate(self) -> Rate:
        """The hostile share of what came to them."""
        return Rate(self.hostile, self.words)


def load(*, at: datetime) -> Sequence[Load]:
    """Everybody who works here, whoever had most of it first. What triage reads as hostile is a guess, put right where people said so.

    It counts by who has the case now: what somebody took before a handoff goes with the case.
    """
    values: dict[str, Any] = {"since": at - SPAN, "week": at - timedelta(days=7), "at": at, "acts": ACTS}
    with connection.cursor() as cursor:
        cursor.execute(_HOSTILE, values)
        return [Load(*row) for row in cursor.fetchall()]


def heaviest(rows: Sequence[Load]) -> Load | None:
    """Whoever had clearly more this week than an even share: twice it, and three at the least; None if nobody had."""
    whole = sum(row.this_week for row in rows)
    most = max(rows, key=lambda row: row.this_week, default=None)
    if most is None or len(rows) < _TWO or most.this_week < _LEAST:
        return None
    return most if most.this_week >= _TWO * whole / len(rows) else None


_TWO, _LEAST = 2, 3
