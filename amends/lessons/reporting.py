"""What the manager's report says of causes: how many cases came of each, how many customers they lost us, what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import connection
from django.urls import reverse

from amends.causes.action import CorrectiveAction, State
from amends.causes.tree import tree
from amends.reports.report import Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

# Begun at what was traced: that is little beside all cases, so the page costs the same at any size.
_TRACED: Final = """
WITH came AS (
  SELECT x.case_id, x.cause FROM amends_tracing x WHERE x.over_at IS NULL AND x.case_id IS NOT NULL
  UNION
  SELECT a.case_id, x.cause FROM amends_tracing x JOIN amends_affected a ON a.problem_id = x.problem_id
  WHERE x.over_at IS NULL AND a.case_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM amends_tracing o WHERE o.case_id = a.case_id AND o.over_at IS NULL))
SELECT m.cause, count(*), count(*) FILTER (WHERE c.ending = 'lost' OR o.lost_at IS NOT NULL)
FROM came m JOIN amends_case c ON c.id = m.case_id LEFT JOIN amends_outcome o ON o.case_id = c.id
WHERE c.received_at >= %(since)s AND c.received_at < %(at)s AND c.origin <> 'win_back' AND c.ending <> 'merged'
GROUP BY m.cause
"""
#: So many causes stand on the report; the page of lessons has the others.
MOST: Final = 8


def why(since: date, at: datetime) -> Sequence[Why]:
    """The causes of cases told to us since then, who lost us most customers first; each with how far its change has come.

    Two statements.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TRACED, {"since": since, "at": at})
        rows = sorted(cursor.fetchall(), key=lambda row: (-row[2], -row[1], row[0]))[:MOST]
    names = [cause for cause, *_ in rows]
    actions = CorrectiveAction.objects.filter(cause__in=names).exclude(state=State.DROPPED).order_by("noted_at", "pk")
    latest = {one.cause: one for one in actions}
    known = tree()
    return [
        Why(
            words=known[cause].path if cause in known else cause, cases=cases, lost=lost,
            done=_done(latest.get(cause)),
            url=reverse("action", args=[latest[cause].pk]) if cause in latest else reverse("lessons"),
        )
        for cause, cases, lost in rows
    ]  # fmt: skip


def _done(action: CorrectiveAction | None) -> str:
    """The change in words; a cause without one says so."""
    return f"{action.words}: {State(action.state).label}" if action else "nothing yet"
