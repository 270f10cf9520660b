"""How quickly and how well we work: waits with their middle and their long end, and shares; each with its n and interval.

Whoever still waits counts with their wait so far: left out, the longest waits would be the ones nobody sees. Of what there is
very much of, the newest are enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.promises.figures import ENOUGH, Rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

#: Of each kind no more than so many are looked at.
MOST: Final = 20_000
#: Fewer waits than this say nothing of the longest tenth of them.
ENOUGH_LONG: Final = 30
_Z: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Wait:
    """Waits in minutes: `half` were over by the first, nine of ten by the second, each as (value, low, high) by ranks at 95 %.

    None where there are too few. `still` of the `n` are not over yet.
    """

    n: int
    still: int
    half: tuple[float, float, float] | None
    long: tuple[float, float, float] | None


#: What is waited for, in the order of the page, with what it means.
WAITS: Final[dict[str, str]] = {
    "call": "They asked for a call, until somebody spoke with them",
    "owner": "They told us, until somebody had their case",
    "act": "Agreed with them, until the first act",
    "done": "Agreed with them, until all was done and told",
    "approval": "A colleague asked for a yes, until they had an answer",
    "ask": "Somebody elsewhere in the house was asked, until they answered",
}
# Calls that were promised for a time are no wait: the customer named it. What ended without an act is not waited for any more.
_WAITED: Final = """
(SELECT 'call' AS name, coalesce(m.said_at, %(at)s) - b.asked_at AS v, b.done_at IS NULL AS still
  FROM amends_callback b LEFT JOIN amends_message m ON m.id = b.message_id
  WHERE b.asked_at >= %(since)s AND b.asked_at <= %(at)s AND b.void_at IS NULL AND b.promise_id IS NULL
  ORDER BY b.id DESC LIMIT %(most)s)
UNION ALL (SELECT 'owner', coalesce(e.at, %(at)s) - c.received_at, e.at IS NULL
  FROM (SELECT id, received_at, opened_at, stage, owner_id FROM amends_case WHERE received_at >= %(since)s AND received_at <= %(at)s
    AND origin IN ('complaint', 'signal') AND ending <> 'merged' ORDER BY received_at DESC, id DESC LIMIT %(most)s) c
  LEFT JOIN LATERAL (SELECT min(e.at) AS at FROM amends_entry e
    WHERE e.chain = c.id AND e.deed IN ('case.taken', 'case.assigned')) f ON true
  -- Who had it when it was opened is in no entry: theirs was the case before it passed on, or is.
  CROSS JOIN LATERAL (SELECT CASE WHEN f.at IS NULL AND c.owner_id IS NOT NULL OR EXISTS (
      SELECT FROM amends_handoff h WHERE h.case_id = c.id AND h.accepted_at = f.at) THEN c.opened_at ELSE f.at END AS at) e
  WHERE e.at IS NOT NULL OR c.stage <> 'closed')
UNION ALL (SELECT 'act', coalesce(a.at, %(at)s) - r.agreed_at, a.at IS NULL FROM agreed r
  LEFT JOIN LATERAL (SELECT min(a.done_at) AS at FROM amends_act a
    WHERE a.case_id = r.case_id AND a.round = r.number AND a.done_at >= r.agreed_at) a ON true WHERE a.at IS NOT NULL OR r.goes_on)
UNION ALL (SELECT 'done', coalesce(f.planned_at, %(at)s) - r.agreed_at, f.id IS NULL FROM agreed r LEFT JOIN amends_followup f
    ON f.case_id = r.case_id AND f.round = r.number AND f.kind = 'mail' WHERE f.id IS NOT NULL OR r.goes_on)
UNION ALL (SELECT 'approval', coalesce(d.met_at, %(at)s) - a.asked_at, d.met_at IS NULL
  FROM amends_approval a JOIN amends_deadline d ON d.id = a.deadline_id
  WHERE a.asked_at >= %(since)s AND a.asked_at <= %(at)s AND a.state <> 'withdrawn' ORDER BY a.id DESC LIMIT %(most)s)
UNION ALL (SELECT 'ask', coalesce(answered_at, %(at)s) - asked_at, answered_at IS NULL FROM amends_ask
  WHERE asked_at >= %(since)s AND asked_at <= %(at)s AND state <> 'withdrawn' ORDER BY id DESC LIMIT %(most)s)
"""
_QUANTILES: Final = f"""
WITH agreed AS (SELECT r.case_id, r.number, r.agreed_at, c.stage <> 'closed' AND c.round = r.number AS goes_on
  FROM amends_round r JOIN amends_case c ON c.id = r.case_id WHERE r.agreed_at >= %(since)s AND r.agreed_at <= %(at)s
  ORDER BY r.id DESC LIMIT %(most)s)
SELECT name, count(*), count(*) FILTER (WHERE still), array_agg(minutes ORDER BY minutes) FROM (
  SELECT name, still, greatest(0, extract(epoch FROM v) / 60)::float8 AS minutes FROM ({_WAITED}) w) x GROUP BY name
"""  # noqa: S608 - the text is ours

#: What a share is of, in the order of the page.
RATES: Final[dict[str, str]] = {
    "on time": "Promises kept by the date said first",
    "as said": "What came was what we had said, of promises that were done",
    "right": "Concerns that customers called put right, of those they answered for",
    "tone": "Letters in which the coach read no blame, excuse or false tone",
    "inside": "Ended cases in which no deadline was missed and no step was overruled",
    "live": "Grave cases in which we spoke with the customer, by phone or in person",
    "call in time": "Call-backs made in time",
    "passed": "Approvals that passed by themselves, as nobody answered in time",
    "reopened": "Resolved cases that were not right after all",
    "back": "Handoffs that went back to who gave them",
    "declined": "Handoffs that were not accepted",
}
_TONE: Final = [
    "C02",
    "C06",
    "C07",
    "C08",
    "C09",
    "C10",
    "C11",
    "C13",
    "C22",
    "C23",
    "C24",
    "C25",
    "C42",
    "C45",
    "C46",
    "C50",
]
_COUNTED: Final = """
SELECT 'on time' AS name, count(*) FILTER (WHERE p.moved_at IS NULL AND p.kept_at <= p.first_due_at), count(*)
FROM amends_promise p WHERE p.first_due_at >= %(since)s AND p.first_due_at <= %(at)s
  AND (p.released_at IS NULL OR p.released_at >= p.first_due_at)
UNION ALL SELECT 'as said', count(*) FILTER (WHERE p.fell_short_at IS NULL), count(*) FROM amends_promise p
  WHERE p.first_due_at >= %(since)s AND p.first_due_at <= %(at)s AND p.kept_at <= %(at)s
UNION ALL SELECT 'right', count(*) FILTER (WHERE n.answer = 'right'), count(*) FROM amends_concern n
  WHERE n.answered_at >= %(since)s AND n.answered_at <= %(at)s
UNION ALL SELECT 'tone', count(*) FILTER (WHERE NOT checks && %(tone)s::varchar[]), count(*) FROM (
  SELECT checks FROM amends_advice v JOIN amends_message m ON m.id = v.message_id
  WHERE m.said_at >= %(since)s AND m.said_at <= %(at)s ORDER BY v.id DESC LIMIT %(most)s) v
UNION ALL SELECT 'inside', count(*) FILTER (WHERE NOT EXISTS (SELECT FROM amends_deadline d WHERE d.case_id = c.id
    AND d.missed_at IS NOT NULL) AND NOT EXISTS (SELECT FROM amends_overrule o WHERE o.case_id = c.id)), count(*) FROM (
  SELECT id FROM amends_case WHERE closed_at >= %(since)s AND closed_at <= %(at)s AND ending <> 'merged'
  ORDER BY closed_at DESC, id DESC LIMIT %(most)s) c
UNION ALL SELECT 'live', count(*) FILTER (WHERE EXISTS (SELECT FROM amends_message m WHERE m.case_id = c.id
    AND NOT m.automatic AND NOT m.failed AND m.channel IN ('phone', 'visit'))), count(*) FROM (
  SELECT id FROM amends_case WHERE received_at >= %(since)s AND received_at <= %(at)s - interval '2 days' AND severity <= 2
    AND origin <> 'win_back' AND ending <> 'merged' ORDER BY received_at DESC, id DESC LIMIT %(most)s) c
UNION ALL SELECT 'call in time', count(*) FILTER (WHERE d.met_at <= d.due_at), count(*)
  FROM amends_callback b JOIN amends_deadline d ON d.id = b.deadline_id
  WHERE b.asked_at >= %(since)s AND d.due_at <= %(at)s AND b.void_at IS NULL
UNION ALL SELECT 'passed', count(*) FILTER (WHERE a.passed_at IS NOT NULL), count(*) FROM amends_approval a
  WHERE a.asked_at >= %(since)s AND a.asked_at <= %(at)s AND a.state NOT IN ('asked', 'refusing', 'withdrawn')
UNION ALL SELECT 'reopened', count(*) FILTER (WHERE c.round > f.round), count(*)
  FROM amends_followup f JOIN amends_case c ON c.id = f.case_id WHERE f.kind = 'mail' AND f.planned_at >= %(since)s
    AND f.planned_at <= %(at)s - interval '14 days' AND c.ending <> 'merged'
UNION ALL SELECT 'back', count(*) FILTER (WHERE EXISTS (SELECT FROM amends_handoff k WHERE k.case_id = h.case_id
    AND k.giver_id = h.receiver_id AND k.receiver_id = h.giver_id AND k.accepted_at > h.accepted_at)), count(*)
  FROM amends_handoff h WHERE h.accepted_at >= %(since)s AND h.accepted_at <= %(at)s
UNION ALL SELECT 'declined', count(h.declined_at), count(*) FROM amends_handoff h
  WHERE coalesce(h.accepted_at, h.declined_at) >= %(since)s AND coalesce(h.accepted_at, h.declined_at) <= %(at)s
"""


def waits(*, since: datetime, at: datetime) -> Mapping[str, Wait]:
    """Each of `WAITS` over what began in [since, at]. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_QUANTILES, {"since": since, "at": at, "most": MOST})
        rows = {name: (n, still, minutes) for name, n, still, minutes in cursor.fetchall()}
    return {name: wait(minutes, still) for name in WAITS for _, still, minutes in [rows.get(name, (0, 0, []))]}


def wait(minutes: Sequence[float], still: int = 0) -> Wait:
    """Of waits in order, the shortest first: the middle and the ninth tenth, with the interval that the ranks beside them span."""
    n = len(minutes)
    return Wait(
        n, still, _quantile(minutes, 0.5) if n >= ENOUGH else None, _quantile(minutes, 0.9) if n >= ENOUGH_LONG else None
    )  # fmt: skip


def _quantile(minutes: Sequence[float], share: float) -> tuple[float, float, float]:
    """The value at this share of the ranks, and those at the ends of the interval of the rank (normal, as for a count)."""
    n = len(minutes)
    half = _Z * sqrt(n * share * (1 - share))
    low, high = max(1, floor(n * share - half)), min(n, ceil(n * share + half) + 1)
    return minutes[ceil(n * share) - 1], minutes[low - 1], minutes[high - 1]


def rates(*, since: datetime, at: datetime) -> Mapping[str, Rate]:
    """Each of `RATES` over what happened in [since, at]. One statement."""
    values: dict[str, Any] = {"since": since, "at": at, "most": MOST, "tone": _TONE}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, values)
        rows = {name: Rate(good, n) for name, good, n in cursor.fetchall()}
    return {name: rows[name] for name in RATES}
