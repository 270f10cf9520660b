"""Keeping the outcomes: what changed on a case, what a customer did, and the checks that lie within what was told."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Max

from amends.cases.stages import Ending
from amends.journal.entry import Entry, record
from amends.outcomes.activity import Activity, Feed
from amends.outcomes.fate import CHECKS, DAYS, fate
from amends.outcomes.outcome import LANDMARK, Grade, Mark, Outcome, Word
from amends.outcomes.tallying import add, take_away

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.journal.actors import Actor

#: Cases of one step. A step is one transaction.
BATCH = 500
#: Entries younger than this are read again at the next step: one that was begun before them may still be written.
_SETTLING = timedelta(minutes=10)
_LOCK = 0x6F7574636F6D65
# What the handling was like, as of day 30, and our word as it stands.
_FACTS = f"""
SELECT k.id, k.customer_id, k.received_at AS zero, k.severity, k.ending, k.closed_at,
  NOT EXISTS (SELECT FROM amends_case e WHERE e.customer_id = k.customer_id AND e.merged_into_id IS NULL
    AND (e.received_at, e.id) < (k.received_at, k.id)) AS first,
  NOT EXISTS (SELECT FROM amends_deadline d WHERE d.case_id = k.id AND d.kind = 'first_answer' AND d.due_at <= k.received_at + l.length
    AND d.void_at IS NULL AND (d.met_at IS NULL OR d.met_at > d.due_at)) AS in_time,
  EXISTS (SELECT FROM amends_round r WHERE r.case_id = k.id AND r.confirmed_at <= k.received_at + l.length) AS understood,
  p.broken, p.kept, p.due, p.kept_first
FROM amends_case k CROSS JOIN (SELECT interval '{LANDMARK} days' AS length) l CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE m.released_at IS NULL AND d.due_at <= least(k.received_at + l.length, %(at)s)
      AND (m.kept_at IS NULL OR m.kept_at > d.due_at)) AS broken,
    count(*) FILTER (WHERE m.kept_at <= d.due_at AND m.kept_at <= k.received_at + l.length) AS kept,
    count(*) FILTER (WHERE m.first_due_at <= %(at)s AND (m.released_at IS NULL OR m.released_at >= m.first_due_at)) AS due,
    count(*) FILTER (WHERE m.first_due_at <= %(at)s AND m.moved_at IS NULL AND m.kept_at <= m.first_due_at) AS kept_first
  FROM amends_promise m JOIN amends_deadline d ON d.id = m.deadline_id WHERE m.case_id = k.id) p
WHERE k.id = ANY(%(cases)s) AND k.merged_into_id IS NULL
"""  # noqa: S608 - a number of ours
# How long customers usually let pass between two purchases: of the ten thousand orders told last.
_USUAL = """
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) FROM (
  SELECT at - lag(at) OVER (PARTITION BY customer_id ORDER BY at) AS gap
  FROM (SELECT customer_id, at FROM amends_activity WHERE kind = 'order' ORDER BY id DESC LIMIT 10000) o) g WHERE gap > interval '0'
"""


class Settled(NamedTuple):
    """How many outcomes a step looked at, and whether more wait."""

    cases: int
    more: bool


class _Facts(NamedTuple):
    """One case, as `_FACTS` reads it."""

    case: int
    customer: int
    zero: datetime
    severity: int
    ending: str
    closed_at: datetime | None
    first: bool
    in_time: bool
    understood: bool
    broken: int
    kept: int
    due: int
    kept_first: int


@transaction.atomic
def settle(*, by: Actor, at: datetime, most: int = BATCH) -> Settled:
    """Cases on which something was done, and outcomes that can be known by now, are settled, and counted. One settler at a time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    seen = Feed.objects.known_until(at=at)
    touched, more = _touched(at, most)
    waiting = Outcome.objects.filter(due_at__lte=seen).order_by("due_at") if seen else Outcome.objects.none()
    due = list(waiting.values_list("case", flat=True)[: most + 1])
    cases = sorted({*touched, *due[:most]})
    if cases:
        changed = _settle(cases, seen, at)
        if changed:
            record("outcomes.settled", by=by, at=at, count=changed)
    return Settled(len(cases), more or len(due) > most)


def _touched(at: datetime, most: int) -> tuple[set[int], bool]:
    """Cases with a deed since the journal was read last, and whether there is more to read."""
    mark, _ = Mark.objects.get_or_create(pk=1)
    rows = list(Entry.objects.filter(pk__gt=mark.entry).order_by("pk").values_list("pk", "chain")[: 4 * most])
    if rows:
        firm = Entry.objects.filter(pk__gt=mark.entry, pk__lte=rows[-1][0], recorded_at__lt=at - _SETTLING)
        last = firm.aggregate(last=Max("pk"))["last"]
        if last:
            Mark.objects.filter(pk=1).update(entry=last)
        full = len(rows) == 4 * most and last == rows[-1][0]
        return {chain for _, chain in rows if chain > 0}, full
    return set(), False


def _settle(cases: Sequence[int], seen: datetime | None, at: datetime) -> int:
    before = {row.pk: row for row in Outcome.objects.filter(pk__in=cases)}
    with connection.cursor() as cursor:
        cursor.execute(_FACTS, {"cases": list(cases), "at": at})
        facts = [_Facts(*row) for row in cursor.fetchall()]
    usual = usual_gap()
    acts = acts_of({each.customer for each in facts})
    rows = [
        _outcome(each, acts.get(each.customer, ()), before.get(each.case), seen=seen, usual=usual, at=at)
        for each in facts
    ]
    gone = set(before) - {each.case for each in facts}
    changed = [row for row in rows if row.pk not in before or _values(row) != _values(before[row.pk])]
    moved = [row.pk for row in changed]
    take_away([*moved, *gone])
    Outcome.objects.filter(pk__in=gone).delete()
    names = [field.name for field in Outcome._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    Outcome.objects.bulk_create(changed, update_conflicts=True, unique_fields=["case"], update_fields=names)
    add(moved)
    still = {row.pk for row in rows} - set(moved)
    Outcome.objects.bulk_update([row for row in rows if row.pk in still], ["due_at"]) if still else None
    return len(changed) + len(gone)


def acts_of(customers: set[int]) -> Mapping[int, Sequence[Activity]]:
    """What each of these customers did, in order of time."""
    found: dict[int, list[Activity]] = defaultdict(list)
    for act in Activity.objects.filter(customer__in=customers).order_by("at", "pk"):
        found[act.customer_id].append(act)
    return found


def usual_gap() -> timedelta | None:
    """How long customers usually let pass between two purchases; None where nobody bought twice."""
    with connection.cursor() as cursor:
        cursor.execute(_USUAL)
        found: timedelta | None = cursor.fetchone()[0]
        return found


def _outcome(
    facts: _Facts, acts: Sequence[Activity], before: Outcome | None, *, seen: datetime | None, usual: timedelta | None,
    at: datetime,
) -> Outcome:  # fmt: skip
    said = facts.closed_at if facts.ending == Ending.LOST else None
    found = fate(
        acts, zero=facts.zero, seen=seen, within=before.within_days if before else None, usual=usual, said_lost=said
    )
    own = found
    if any(act.voucher for act in acts):
        bare = [act for act in acts if not act.voucher]
        own = fate(bare, zero=facts.zero, seen=seen, within=found.within, usual=usual, said_lost=said)
    graded = at >= facts.zero + timedelta(days=LANDMARK)
    results: dict[str, Any] = {f"d{day}": found.by(day) for day in DAYS}
    return Outcome(
        case_id=facts.case, zero_at=facts.zero, first=facts.first, severity=facts.severity,
        grade=_grade(facts) if graded else "", word=_word(facts) if graded else "", known=found.known, days=found.days,
        within_days=found.within, loss=found.loss, lost_at=found.lost_at, own90=own.by(90),
        advocate_at=found.advocate_at, returned_at=found.returned_at, promises_due=facts.due,
        promises_kept=min(facts.kept_first, facts.due), ending=facts.ending, due_at=_due(facts.zero, seen), settled_at=at,
        **results,
    )  # fmt: skip


def _due(zero: datetime, seen: datetime | None) -> datetime | None:
    """The next check, by what must be known for it; None after the last. A loss may still be followed by a return."""
    nexts = (zero + timedelta(days=day) for day in CHECKS)
    return next((when for when in nexts if seen is None or when > seen), None)


def _grade(facts: _Facts) -> str:
    done = facts.in_time + facts.understood + (not facts.broken)
    return {3: Grade.GOOD, 2: Grade.FAIR}.get(done, Grade.POOR)


def _word(facts: _Facts) -> str:
    return Word.BROKEN if facts.broken else Word.KEPT if facts.kept else Word.NONE


def _values(row: Outcome) -> tuple[object, ...]:
    """Everything but when it was looked at."""
    aside = {"settled_at", "due_at"}
    return tuple(getattr(row, field.attname) for field in Outcome._meta.concrete_fields if field.name not in aside)  # noqa: SLF001
