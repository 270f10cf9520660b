"""What the desk's own records say of each statement, with n and an interval. What no table shows is left out, never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.cases.case import Case, Origin
from amends.causes.action import CorrectiveAction
from amends.deadlines.ruling import house_packs
from amends.experiments.experiment import Experiment
from amends.mirror.scoring import Evidence
from amends.outcomes.outcome import Outcome
from amends.policy.words import Circumstance
from amends.promises.figures import Rate, figures
from amends.promises.promise import Promise
from amends.remedies.evenness import evenness
from amends.safety.alarm import Alarm
from amends.signals.signal import waits
from amends.winbacks.winback import WinBack

if TYPE_CHECKING:
    from datetime import datetime

#: Over so long the records are read, and a safety drill counts.
SPAN: Final = timedelta(days=180)
_HOUR: Final = 3600.0
_Z: Final = 1.959964
_GAP: Final = 0.1

# Of each statement: how many hold, and of how many. `t` are failures told in the span; each is counted once.
_OURS: Final = "m.direction = 'out' AND NOT m.automatic AND NOT m.failed"
_SHARES: Final[dict[int, str]] = {
    1: "SELECT count(*) FILTER (WHERE t.origin = 'disclosure'), count(*) FROM t",
    2: """SELECT count(p.told_at), count(*) FROM amends_problem p WHERE p.knew_at >= %(since)s AND p.knew_at <= %(at)s""",
    5: """SELECT count(*) FILTER (WHERE t.heard_at <= f.first), count(*) FROM t CROSS JOIN LATERAL (
        SELECT min(m.said_at) AS first FROM amends_message m WHERE m.case_id = t.id AND OURS) f
        WHERE t.channel IN ('phone', 'visit') AND f.first IS NOT NULL""",
    6: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_round r WHERE r.case_id = t.id AND r.readback_at IS NOT NULL
        AND r.confirmed_at IS NOT NULL)), count(*) FROM t WHERE t.stage IN ('resolved', 'closed')""",
    7: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_concern c WHERE c.case_id = t.id AND c.kind = 'implied'
        AND c.addressed_at IS NOT NULL)), count(*) FROM t WHERE t.stage IN ('resolved', 'closed')""",
    8: """SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM amends_effort e WHERE e.case_id = t.id AND e.kind = 'repeats')),
        count(*) FROM t WHERE t.stage IN ('resolved', 'closed')""",
    9: """SELECT count(*) FILTER (WHERE NOT a.checks && ARRAY['C01', 'C02', 'C03', 'C04', 'C05', 'C06']::varchar[]), count(*)
        FROM t CROSS JOIN LATERAL (SELECT m.id FROM amends_message m WHERE m.case_id = t.id AND OURS
          ORDER BY m.said_at, m.id LIMIT 1) f JOIN amends_advice a ON a.message_id = f.id""",
    10: """SELECT count(*) FILTER (WHERE NOT a.checks && ARRAY['C09', 'C10', 'C11']::varchar[]), count(*)
        FROM t JOIN amends_message m ON m.case_id = t.id JOIN amends_advice a ON a.message_id = m.id""",
    11: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_loss l WHERE l.case_id = t.id AND l.fault <> 'open'
        AND l.noted_at <= o.first)), count(*) FROM t JOIN (SELECT case_id, min(made_at) AS first FROM amends_offer GROUP BY 1) o
        ON o.case_id = t.id""",
    12: """SELECT count(*) FILTER (WHERE NOT a.checks && ARRAY['C20', 'C21', 'C22', 'C34']::varchar[]), count(*)
        FROM t JOIN amends_message m ON m.case_id = t.id JOIN amends_advice a ON a.message_id = m.id""",
    14: """SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM amends_chase c WHERE c.case_id = t.id)), count(*) FROM t""",
    15: """SELECT count(p.moved_at), count(*) FROM amends_promise p WHERE p.first_due_at >= %(since)s AND p.first_due_at <= %(at)s
        AND p.released_at IS NULL AND (p.moved_at IS NOT NULL OR p.kept_at IS NULL OR p.kept_at > p.first_due_at)""",
    17: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_round r WHERE r.case_id = t.id AND r.wish <> ''
        AND r.wish_told_at <= o.first)), count(*) FROM t JOIN (SELECT case_id, min(made_at) AS first FROM amends_offer
        WHERE NOT wish GROUP BY 1) o ON o.case_id = t.id""",
    18: """SELECT count(*) FILTER (WHERE c.had_at IS NOT NULL AND c.missed_at IS NULL), count(*) FROM t JOIN amends_choice c
        ON c.case_id = t.id WHERE c.stands AND c.executed_at IS NOT NULL""",
    19: """SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM amends_effort e WHERE e.case_id = t.id)
        AND NOT EXISTS (SELECT 1 FROM amends_choice c WHERE c.case_id = t.id AND c.works)), count(*)
        FROM t WHERE t.stage IN ('resolved', 'closed')""",
    21: """SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM amends_approval a WHERE a.case_id = t.id)), count(*)
        FROM t WHERE EXISTS (SELECT 1 FROM amends_offer o WHERE o.case_id = t.id)""",
    22: """SELECT count(*) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM amends_handoff h WHERE h.case_id = t.id AND h.accepted_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM amends_standin s WHERE s.case_id = t.id AND s.ask_id IS NULL AND s.call_back_id IS NULL)),
        count(*) FROM t WHERE t.stage = 'closed'""",
    23: """SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM amends_standin s WHERE s.case_id = t.id AND s.ask_id IS NULL
        AND s.call_back_id IS NULL AND s.deadline_id IS NOT NULL AND s.message_id IS NULL)), count(*)
        FROM t WHERE t.stage = 'closed'""",
    25: """SELECT count(*) FILTER (WHERE f.done = f.planned), count(*) FROM t JOIN (
          SELECT case_id, round, count(*) AS planned, count(*) FILTER (WHERE done_at IS NOT NULL) AS done, max(due_at) AS due
          FROM amends_followup WHERE void_at IS NULL GROUP BY 1, 2) f ON f.case_id = t.id AND f.round = t.round
        WHERE f.due <= %(at)s""",
    26: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_case n WHERE n.customer_id = t.customer_id AND n.id <> t.id
        AND n.ending <> 'merged' AND n.origin <> 'win_back' AND n.received_at > t.received_at
        AND n.received_at <= t.received_at + interval '90 days')), count(*)
        FROM t WHERE t.received_at <= %(at)s - interval '90 days'""",
    27: """SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM amends_tracing x JOIN amends_correctiveaction a ON a.cause = x.cause
        WHERE x.case_id = t.id AND x.over_at IS NULL AND a.judged_at IS NOT NULL)), count(*) FROM t""",
}  # fmt: skip
_STALLED: Final = """, away AS (
  SELECT a.id, a.person_id, a.starts_at, coalesce(a.returned_at, a.ends_at, %(at)s) AS ends_at FROM amends_absence a
  WHERE a.cancelled_at IS NULL AND a.starts_at <= %(at)s AND coalesce(a.returned_at, a.ends_at, %(at)s) >= %(since)s
), waits AS (
  SELECT t.id, least(s.began_at, a.ends_at) - a.starts_at AS waited
  FROM t JOIN amends_standin s ON s.case_id = t.id JOIN away a ON a.id = s.absence_id WHERE s.began_at > a.starts_at
  UNION ALL
  SELECT t.id, least(coalesce(d.met_at, d.void_at, %(at)s), a.ends_at) - greatest(d.due_at, a.starts_at)
  FROM away a JOIN amends_deadline d ON d.owner_id = a.person_id AND d.due_at < a.ends_at
    AND coalesce(d.met_at, d.void_at, %(at)s) > greatest(d.due_at, a.starts_at)
  JOIN t ON t.id = d.case_id
), each AS (SELECT id, sum(extract(epoch FROM waited)) / 3600 AS hours FROM waits GROUP BY id)
SELECT count(*), coalesce(sum(e.hours), 0), stddev_samp(coalesce(e.hours, 0)), (SELECT count(*) FROM away)
FROM t LEFT JOIN each e ON e.id = t.id"""
_TOLD: Final = """WITH t AS MATERIALIZED (SELECT * FROM amends_case WHERE received_at >= %(since)s AND received_at <= %(at)s
  AND origin <> 'win_back' AND ending <> 'merged') """


def gather(*, at: datetime) -> list[Evidence]:
    """Over the last 180 days: every statement of which the tables say something, be it too little to speak."""
    found = [_share(item, *pair) for item, pair in _pairs(at).items()]
    more = (_signals(at), _safety(at), _dates(at), _absences(at), _even(at), _practice(at), _compared(at))
    found += [row for row in more if row]
    return sorted((row for row in found if row.n), key=lambda row: row.item)


def _pairs(at: datetime) -> dict[int, tuple[int, int]]:
    """How many hold of how many, by statement: one statement for all of them."""
    each = (f"(SELECT {item}, x.* FROM ({sql}) x)" for item, sql in _SHARES.items())  # noqa: S608 - all of it is ours
    rows = " UNION ALL ".join(each).replace("OURS", _OURS)
    with connection.cursor() as cursor:
        cursor.execute(_TOLD + rows, {"since": at - SPAN, "at": at})
        return {item: (held, n) for item, held, n in cursor.fetchall()}


def _share(item: int, held: int, n: int) -> Evidence:
    ends = Rate(held, n).interval
    low, high = (100 * ends[0], 100 * ends[1]) if ends else (None, None)
    return Evidence(item, 100 * held / max(n, 1), n, low, high)


def _signals(at: datetime) -> Evidence | None:
    """Elapsed hours stand in for business hours: they are never fewer, so that nothing looks better than it is."""
    found = waits(since=at - SPAN, at=at)
    if found.median is None or found.low is None or found.high is None:
        return Evidence(3, 0.0, found.n) if found.n else None
    ends = sorted((found.low.total_seconds() / _HOUR, found.high.total_seconds() / _HOUR))
    return Evidence(3, found.median.total_seconds() / _HOUR, found.n, ends[0], ends[1])


def _safety(at: datetime) -> Evidence | None:
    rows = Alarm.objects.filter(raised_at__gte=at - SPAN, raised_at__lte=at)
    answered = [(row.waited or at - row.raised_at).total_seconds() / 60 for row in rows]
    drilled = rows.filter(drill=True, answered_at__isnull=False).exists()
    return Evidence(4, median(answered), len(answered), also=drilled) if answered else None


def _dates(at: datetime) -> Evidence | None:
    """Points below or above what policy asks of an ordinary date."""
    first = figures(Promise.objects.all(), at=at, since=at - SPAN).first
    rows = [row for pack in house_packs() for row in pack.quoting if row.circumstance is Circumstance.ORDINARY]
    if not first.n or not rows:
        return None
    target = 100 * float(min(row.probability for row in rows))
    ends = first.interval
    low, high = (100 * ends[0] - target, 100 * ends[1] - target) if ends else (None, None)
    return Evidence(13, 100 * first.kept / first.n - target, first.n, low, high)


def _absences(at: datetime) -> Evidence | None:
    """Hours stalled by absence per 100 cases: until somebody stood in, and overdue while whoever must do it was away.

    Nothing where nobody was away: then nothing could wait for them.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TOLD + _STALLED, {"since": at - SPAN, "at": at})
        n, hours, spread, away = cursor.fetchone()
    if not n or not away:
        return None
    half = 100 * _Z * float(spread or 0) / sqrt(n)
    mean = 100 * float(hours) / n
    return Evidence(16, mean, n, max(0.0, mean - half), mean + half)


def _even(at: datetime) -> Evidence | None:
    """The share given within its band; and whether no group has a tenth more or less for the same loss, where any can be compared."""
    found = evenness(since=at - SPAN).groupings
    whole = next(iter(found.get("All", ())), None)
    if whole is None:
        return None
    groups = [[hand for hand in hands if hand.enough] for name, hands in found.items() if name != "All"]
    gaps = [
        abs(float(hand.part / whole.part) - 1) for hands in groups if len(hands) > 1 for hand in hands if whole.part
    ]
    held = _share(20, whole.in_band.kept, whole.n)
    return replace(held, also=bool(gaps) and max(gaps) < _GAP)


def _compared(at: datetime) -> Evidence | None:
    """How far comparison came, and whether anybody lost was asked back: counts, before and after, one by lot, two with decisions."""
    cases = Case.objects.filter(received_at__lte=at).exclude(origin=Origin.WIN_BACK)
    if not cases.exists():
        return None
    begun = Experiment.objects.filter(begun_at__lte=at)
    decided = begun.filter(stopped_at__lte=at).count()
    judged = CorrectiveAction.objects.filter(judged_at__lte=at).count()
    counted = Outcome.objects.filter(known=True).exists()
    ran = begun.count()
    level = 4 if decided > 1 else 3 if ran else 2 if judged else 1 if counted else 0
    back = WinBack.objects.filter(asked_at__lte=at, case__isnull=False).exists()
    return Evidence(28, level, max(ran + judged, 1), also=back)


def _practice(at: datetime) -> Evidence | None:
    """Rehearsals of safety and absence to each person and quarter; whether abuse was followed up is on no record yet."""
    values: dict[str, Any] = {"since": at - SPAN, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT (SELECT count(*) FROM amends_alarm WHERE drill AND raised_at >= %(since)s AND raised_at <= %(at)s)
              + (SELECT count(*) FROM amends_absencedrill WHERE run_at >= %(since)s AND run_at <= %(at)s),
              (SELECT count(*) FROM amends_person WHERE is_active)""",
            values,
        )
        run, people = cursor.fetchone()
    quarters = SPAN / timedelta(days=91.25)
    return Evidence(24, run / people / quarters, people, also=False) if people and run else None
