"""What went although the coach held it back, counted by check and by person; and what first answers are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.checks.every import LEVELS_OF_OURS, about
from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: So far back it is counted; the last part of it is set beside the rest.
SPAN: Final = timedelta(days=90)
LATELY: Final = timedelta(days=28)
#: Fewer in the last part show no rise.
_FEW: Final = 5
#: The parts of a first answer, by the check that misses each.
PARTS: Final = {
    "C01": "regret", "C03": "thanks", "C04": "what they told us", "C05": "what it did to them", "C15": "what comes next",
}  # fmt: skip
#: One row a letter that a person sent, and one a notice, however many got it: that was one decision.
_READ: Final = """
WITH read AS (
  SELECT m.author_id AS person, m.said_at AS at, a.held FROM amends_advice a JOIN amends_message m ON m.id = a.message_id
  WHERE m.said_at > %(since)s AND m.said_at <= %(until)s AND NOT EXISTS (SELECT FROM amends_recipient r WHERE r.message_id = m.id)
  UNION ALL
  SELECT n.written_by_id, n.written_at, n.held FROM amends_notice n WHERE n.written_at > %(since)s AND n.written_at <= %(until)s
)
"""
_CHECKS: Final = f"""{_READ} SELECT coalesce(c, ''), count(*), count(*) FILTER (WHERE at > %(lately)s)
FROM read LEFT JOIN LATERAL unnest(held) c ON true GROUP BY 1 UNION ALL
SELECT 'all', count(*), count(*) FILTER (WHERE at > %(lately)s) FROM read"""  # noqa: S608 - our own words
_PEOPLE: Final = f"""{_READ} SELECT p.name, count(*) FILTER (WHERE r.held <> '{{}}'), count(*)
FROM read r JOIN amends_person p ON p.id = r.person GROUP BY p.id, p.name ORDER BY 2 DESC, p.name"""  # noqa: S608 - our own words
_FIRST: Final = """
SELECT count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY a.score),
  count(*) FILTER (WHERE NOT a.checks && %(all)s::varchar[]), {parts}
FROM amends_advice a JOIN amends_message m ON m.id = a.message_id
WHERE NOT m.failed AND m.said_at > %(since)s AND m.said_at <= %(until)s AND NOT EXISTS (
  SELECT FROM amends_message e WHERE e.case_id = m.case_id AND e.direction = 'out' AND NOT e.automatic AND NOT e.failed
    AND (e.said_at, e.id) < (m.said_at, m.id))
""".format(parts=", ".join(f"count(*) FILTER (WHERE NOT a.checks @> '{{{code}}}')" for code in PARTS))


@dataclass(frozen=True, slots=True)
class Overruled:
    """One check: in how many of the letters that were read it was overruled, of late and before that."""

    code: str
    lately: Rate
    before: Rate

    @property
    def name(self) -> str:
        """What the check looks for."""
        return str(about(self.code)["name"])

    @property
    def rate(self) -> Rate:
        """Over the whole span."""
        return Rate(self.lately.kept + self.before.kept, self.lately.n + self.before.n)

    @property
    def rising(self) -> bool:
        """Whether it is overruled clearly more often of late: the two intervals lie apart. The check may be wrong for this house."""
        now, then = self.lately.interval, self.before.interval
        return bool(now and then and self.lately.kept >= _FEW and now[0] > then[1])


def overruled(*, at: datetime) -> Sequence[Overruled]:
    """Every check that was overruled in the last ninety days, the most often overruled first. One statement."""
    rows = {code: (n, lately) for code, n, lately in _rows(_CHECKS, at)}
    n, n_lately = rows.pop("all", (0, 0))
    found = [
        Overruled(code, Rate(lately, n_lately), Rate(count - lately, n - n_lately))
        for code, (count, lately) in rows.items() if code in LEVELS_OF_OURS
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.rate.kept, one.code))


def overruling(*, at: datetime) -> Sequence[tuple[str, Rate]]:
    """Everybody who wrote, with the share of their letters that went against the coach, the most of them first. One statement."""
    return [(name, Rate(held, n)) for name, held, n in _rows(_PEOPLE, at)]


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """The first word of ours on each case: how many, the middle score, the share with all five parts, and with each."""

    n: int
    score: int | None
    whole: Rate
    parts: Sequence[tuple[str, Rate]]


def first_answers(*, at: datetime) -> FirstAnswers:
    """What first answers of the last ninety days were made of, as the coach read them. One statement."""
    ((n, score, whole, *parts),) = _rows(_FIRST, at)
    named = zip(PARTS.values(), parts, strict=True)
    return FirstAnswers(n, score, Rate(whole, n), [(name, Rate(there, n)) for name, there in named])


def _rows(statement: str, at: datetime) -> list[tuple[Any, ...]]:
    values: dict[str, Any] = {"since": at - SPAN, "until": at, "lately": at - LATELY, "all": list(PARTS)}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
