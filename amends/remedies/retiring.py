"""What could leave the catalogue: offered often and hardly ever chosen, or given often and hardly ever of use; with n and interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import connection

from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: Below so many nothing is said; and the shares of ours below which the whole interval must lie. Starting values, not findings.
LEAST: Final = 20
CHOSEN: Final = 0.15
OF_USE: Final = 0.5
_TRIED: Final = """
WITH put AS (
  SELECT x.remedy_id, c.option_id = x.id AS chosen FROM amends_offer o JOIN amends_option x ON x.offer_id = o.id
  JOIN amends_choice c ON c.offer_id = o.id AND c.stands WHERE NOT o.wish AND o.made_at >= %(since)s AND o.made_at <= %(at)s
), offered AS (SELECT remedy_id, count(*) FILTER (WHERE chosen) AS chosen, count(*) AS n FROM put GROUP BY 1
), given AS (
  SELECT remedy_id, count(had_at) AS had, count(had_at) + count(missed_at) AS n FROM amends_choice
  WHERE stands AND executed_at >= %(since)s AND executed_at <= %(at)s GROUP BY 1
)
SELECT r.id, r.name, coalesce(f.chosen, 0), coalesce(f.n, 0), coalesce(g.had, 0), coalesce(g.n, 0)
FROM amends_remedy r LEFT JOIN offered f ON f.remedy_id = r.id LEFT JOIN given g ON g.remedy_id = r.id
WHERE (r.valid_to IS NULL OR r.valid_to > %(day)s) AND coalesce(f.n, 0) + coalesce(g.n, 0) > 0
ORDER BY coalesce(f.n, 0) + coalesce(g.n, 0) DESC, r.id LIMIT 400
"""


class Tried(Rate):
    """A share that is not shown for fewer than twenty."""

    @property
    def enough(self) -> bool:
        """Whether a rate may be shown at all."""
        return self.n >= LEAST


@dataclass(frozen=True, slots=True)
class Going:
    """One remedy as it was tried in the span: how often it was chosen of three, and how many of those who had it had use of it."""

    remedy: int
    name: str
    chosen: Tried
    used: Tried

    @property
    def declined(self) -> bool:
        """Whether customers surely choose something else."""
        ends = self.chosen.interval
        return ends is not None and ends[1] < CHOSEN

    @property
    def unused(self) -> bool:
        """Whether those who are given it surely have no use of it, more often than not."""
        ends = self.used.interval
        return ends is not None and ends[1] < OF_USE


def tried(*, since: datetime, at: datetime) -> Sequence[Going]:
    """Every remedy that was offered or given in the span and still stands, the most tried first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_TRIED, {"since": since, "at": at, "day": at.date()})
        return [Going(key, name, Tried(chosen, n), Tried(had, m)) for key, name, chosen, n, had, m in cursor.fetchall()]


def to_retire(*, since: datetime, at: datetime) -> Sequence[Going]:
    """Those that could leave: a proposal, and never done by itself."""
    return [one for one in tried(since=since, at=at) if one.declined or one.unused]
