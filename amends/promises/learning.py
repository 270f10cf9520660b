"""Learning how long things take, from promises made before or a history that was taken in; and noticing when it holds no more."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from django.db import connection, transaction
from django.db.models import CharField, F, Q
from django.db.models.expressions import RawSQL

from amends.calendars.opening import CalendarError
from amends.calendars.reading import plain
from amends.deadlines.ruling import house_calendar
from amends.journal.entry import record
from amends.leadtimes.chain import ENOUGH as CHAINED
from amends.leadtimes.chain import MOST as LINKS
from amends.leadtimes.chronicle import Chronicle
from amends.leadtimes.lesson import Lesson, Of, Source
from amends.leadtimes.proposing import ENOUGH, FAILED_BY
from amends.people.may import check
from amends.people.person import Person
from amends.people.queue import Queue
from amends.promises.promise import Promise
from amends.promises.quoted import Quoted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from amends.histories.history import History
    from amends.journal.actors import Actor

#: So many promises of our own go before a history that was taken in, and give a queue a lesson of its own.
OWN: Final = 150
#: Only the newest of each kind are looked at: enough for any model, and little enough for a night's job.
MOST: Final = 20_000
_REPLAYED: Final = 5_000
_CELLS: Final = (0.8, 0.9, 0.95)
_MISSING: Final = "dates are worked out with NumPy and SciPy, which are not installed here: pip install numpy scipy"
_WAITS_FOR: Final = """(SELECT coalesce(nullif(a.department, ''), a.name) FROM amends_ask a
WHERE a.case_id = amends_promise.case_id AND a.asked_at <= amends_promise.made_at
  AND (a.state IN ('asked', 'acknowledged') OR a.answered_at > amends_promise.made_at) ORDER BY a.asked_at DESC, a.id DESC LIMIT 1)"""
#: The newest pairs of each who was asked: until they answered, and from then until our promise was kept.
_CHAINS: Final = """
WITH asked AS (
  SELECT coalesce(nullif(a.department, ''), a.name) AS who, a.case_id, a.asked_at, a.answered_at,
    extract(epoch FROM coalesce(a.answered_at, %(at)s) - a.asked_at) / 86400 AS took
  FROM amends_ask a WHERE a.asked_at <= %(at)s AND a.asked_at >= coalesce(%(since)s::timestamptz, '-infinity')
    AND a.state <> 'withdrawn'
), paired AS (
  SELECT k.who, k.took, greatest(0, extract(epoch FROM p.kept_at - k.answered_at) / 86400) AS ours,
    row_number() OVER (PARTITION BY k.who ORDER BY k.answered_at DESC) AS nth
  FROM asked k JOIN amends_promise p ON p.case_id = k.case_id AND p.kind = %(kind)s AND p.kept_at IS NOT NULL
    AND k.answered_at > p.made_at AND k.asked_at <= p.made_at WHERE k.answered_at IS NOT NULL
), numbered AS (SELECT *, row_number() OVER (PARTITION BY who ORDER BY asked_at DESC) AS nth FROM asked)
SELECT who, jsonb_build_object(
  'pairs', jsonb_agg(jsonb_build_array(round(took::numeric, 4), round(ours::numeric, 4)) ORDER BY nth),
  'asked', (SELECT jsonb_agg(jsonb_build_array(round(n.took::numeric, 4), (n.answered_at IS NOT NULL)::int)) FROM numbered n
     WHERE n.who = paired.who AND n.nth <= 2 * %(most)s))
FROM paired WHERE nth <= %(most)s GROUP BY who HAVING count(*) >= %(enough)s
"""


def learn(*, by: Actor, at: datetime) -> list[Lesson]:
    """Every kind's lesson is learnt anew from what is known now; a queue with enough promises has its own.

    First each is watched: where promises that it dated are not kept as often as stated, it begins anew at the change.
    Safe to repeat.
    """
    queues: list[Queue | None] = [None, *Queue.objects.select_related("site").order_by("pk")]
    return [
        lesson
        for kind in Of.values
        for queue in queues
        if (lesson := _learn_one(Of(kind), queue, by=by, at=at)) is not None
    ]


@transaction.atomic
def take_in(
    kind: str, history: History, *, name: str, by: Actor, at: datetime, group: str = "", queue: Queue | None = None
) -> Lesson:
    """The history is kept, and dates of this kind are learnt from it at once, unless promises of our own are enough.

    Refused, with the reason, for a history that was cut by closing date, and for one from the future.
    """
    _ensure_may(by)
    Chronicle.objects.take_in(kind, history, name=name, group=group, queue=queue, by=by, at=at)
    lesson = _learn_one(Of(kind), queue, by=by, at=at)
    assert lesson is not None  # noqa: S101 - there is a history now
    return lesson


@transaction.atomic
def restart(kind: str, *, since: datetime, because: str, by: Actor, at: datetime) -> list[Lesson]:
    """After a known change nothing older teaches this kind any more, and it is learnt anew from what came since.

    Until enough is seen no date is given. Refused without a reason, and for a time that is still to come.
    """
    _ensure_may(by)
    Lesson.objects.restart(kind, since=since, because=because, by=by, at=at)
    queues = Queue.objects.filter(pk__in=Lesson.objects.filter(kind=kind).values("queue"))
    found = [_learn_one(Of(kind), queue, by=by, at=at) for queue in (None, *queues)]
    return [lesson for lesson in found if lesson]


def _ensure_may(by: Actor) -> None:
    if isinstance(by, Person):
        check(by, "dates")


@transaction.atomic
def _learn_one(kind: Of, queue: Queue | None, *, by: Actor, at: datetime) -> Lesson | None:
    lesson = Lesson.objects.select_for_update(of=("self",)).filter(kind=kind, queue=queue).first()
    chronicle = Chronicle.objects.filter(kind=kind, queue=queue).first()
    if lesson is None:
        whole = Lesson.objects.filter(kind=kind, queue=None).first()
        lesson = Lesson(kind=kind, queue=queue, since=whole.since if whole else None)
        lesson.since_because = whole.since_because if whole else ""
        own = _own_count(kind, queue, lesson.since)
        if (own < OWN if queue else not own) and chronicle is None:
            return None
    lesson.learnt_at = at
    _watch(lesson, by=by, at=at)
    _teach(lesson, chronicle, at=at)
    lesson.save()
    named = f"{kind.label}{f' ({queue.name})' if queue else ''}"
    found = f"{named}, from {lesson.n} cases" if lesson.level else f"{named}: no date, {lesson.why}"
    record("dates.learnt", by=by, at=at, found=found)
    return lesson


def _watch(lesson: Lesson, *, by: Actor, at: datetime) -> None:
    """The monitor has seen every promise that this lesson dated and that has fallen due; if it alarms, all begins anew."""
    rows = (
        Quoted.objects.filter(lesson=lesson, proposed_due_at__lte=F("said_due_at"), said_due_at__lte=at)
        if lesson.pk
        else None
    )
    if rows is None:
        return
    if lesson.watched_from:
        rows = rows.filter(promise__made_at__gte=lesson.watched_from)
    rows = rows.exclude(promise__released_at__lt=F("said_due_at")).order_by("said_due_at", "pk")
    seen = list(
        rows.values_list("required", "said_due_at", "promise__kept_at", "promise__moved_at", "promise__made_at")
    )
    if not seen:
        return
    try:
        from amends.quoting.keeping import Monitor  # noqa: PLC0415 -- the job of the night alone needs SciPy
    except ModuleNotFoundError:
        return
    kept = [bool(done and not moved and done <= due) for _, due, done, moved, _ in seen]
    monitor = Monitor(min(row[0] for row in seen)).after(*kept)
    lesson.watched, lesson.evidence = len(seen), min(float(monitor.value), 1e12)
    if not monitor.alarmed:
        return
    since = min(made for *_, made in seen[monitor.suspect :])
    doubtful = kept[monitor.suspect :]
    broken, n = len(doubtful) - sum(doubtful), len(doubtful)
    why = f"{broken} of {n} promises were broken, more than was stated"
    lesson.begin_anew(since, because=why, at=at)
    lesson.alarmed_at = at
    record("dates.alarmed", by=by, at=at, kind=Of(lesson.kind).label, broken=broken, n=n, since=f"{since:%d %b %Y}")


def _teach(lesson: Lesson, chronicle: Chronicle | None, *, at: datetime) -> None:
    """The lesson holds the model that is the best of what is known, or says why there is none."""
    try:
        from amends.histories.history import NotCalibrated  # noqa: PLC0415 -- NumPy and SciPy need not be installed
        from amends.quoting.model import fit  # noqa: PLC0415
    except ModuleNotFoundError:
        lesson.forget(because=_MISSING, at=at)
        return
    source, history, group = _best(lesson, chronicle, at)
    if history is None:
        return
    try:
        hours = lesson.queue.hours if lesson.queue else None
        model = fit(history, calendar=hours or plain(house_calendar()), group=group)
    except (NotCalibrated, CalendarError) as refusal:
        lesson.forget(because=str(refusal), at=at)
        return
    count = model.counts["*"]
    if count < ENOUGH:
        lesson.forget(because=_too_few(Of(lesson.kind), count), at=at)
        return
    packed = BytesIO()
    model.save(packed)
    lesson.model, lesson.why, lesson.source, lesson.n = packed.getvalue(), "", source, count
    lesson.clock, lesson.level = model.choice
    lesson.group, lesson.learnt_at = group, at
    lesson.opened_from, lesson.until = _moment(model.opened_from), _moment(model.until)
    lesson.replayed = _replayed(history, group)
    lesson.chains = _chains(Of(lesson.kind), lesson.since, at)


def _chains(kind: Of, since: datetime | None, at: datetime) -> dict[str, Any]:
    """For each who was asked elsewhere often enough: what their answers took, and our own part after them, in days."""
    with connection.cursor() as cursor:
        cursor.execute(_CHAINS, {"kind": kind.value, "since": since, "at": at, "enough": CHAINED, "most": LINKS})
        return {who: json.loads(known) for who, known in cursor.fetchall()}


def _best(lesson: Lesson, chronicle: Chronicle | None, at: datetime) -> tuple[Source, History | None, str]:
    """Our own promises once they are enough, else what was taken in, else as many as we have."""
    own = _own_history(Of(lesson.kind), lesson.queue, lesson.since, at)
    if own is not None and len(own) >= OWN:
        return Source.OWN, own, "group"
    if chronicle is not None:
        history = chronicle.unpack()
        history = history.since(lesson.since) if lesson.since else history
        if len(history) >= ENOUGH:
            return Source.TAKEN_IN, history, chronicle.group
    if own is not None and len(own) >= ENOUGH:
        return Source.OWN, own, "group"
    lesson.forget(because=_too_few(Of(lesson.kind), 0 if own is None else len(own), lesson), at=at)
    return Source.NONE, None, ""


def _too_few(kind: Of, count: int, lesson: Lesson | None = None) -> str:
    anew = f" since {lesson.since:%d %B %Y}, when {lesson.since_because}" if lesson and lesson.since else ""
    seen = "none has been" if not count else "only 1 has been" if count == 1 else f"only {count} have been"
    return f"{seen} seen of {kind.label}{anew}, and {ENOUGH} are needed before a date means anything"


def _own_rows(kind: Of, queue: Queue | None, since: datetime | None) -> Any:
    rows = Promise.objects.filter(kind=kind)
    rows = rows.filter(case__queue=queue) if queue else rows
    rows = rows.filter(made_at__gte=since) if since else rows
    # What a customer released us from before it was due says nothing of how long it would have taken.
    return rows.exclude(Q(released_at__isnull=False) & Q(released_at__lt=F("first_due_at")))


def _own_count(kind: Of, queue: Queue | None, since: datetime | None) -> int:
    return int(_own_rows(kind, queue, since).count())


def _own_history(kind: Of, queue: Queue | None, since: datetime | None, at: datetime) -> History | None:
    """Our own promises of this kind: made, and done or not; what they waited for elsewhere, or their queue, is the group."""
    from amends.histories.history import History  # noqa: PLC0415 -- as above

    waits = RawSQL(_WAITS_FOR, [], output_field=CharField())  # noqa: S611 - the text is ours
    rows = _own_rows(kind, queue, since).annotate(waits_for=waits).order_by("-made_at")
    known_then = FAILED_BY.format(case="amends_promise.case_id", at="amends_promise.made_at")
    rows = rows.annotate(failed_by=RawSQL(known_then, [], output_field=CharField()))  # noqa: S611 - as above
    names = ("made_at", "kept_at", "waits_for", "case__queue__name", "case__severity", "case__product", "failed_by")
    found = list(rows.values_list(*names)[:MOST])
    if not found:
        return None
    made, kept, waiting, queues, severities, products, failures = zip(*found, strict=True)
    features: Mapping[str, list[str]] = {
        "group": [for_whom or name for for_whom, name in zip(waiting, queues, strict=True)],
        "queue": list(queues), "severity": [str(each) for each in severities], "product": list(products),
        "failure": list(failures),
    }  # fmt: skip
    return History.of(made, kept, until=at, features=features)


def _replayed(history: History, group: str) -> dict[str, Any]:
    """What dates of these probabilities would have been worth over the newest of this history; empty where it is too short."""
    import numpy as np  # noqa: PLC0415 -- as above

    from amends.histories.history import NotCalibrated  # noqa: PLC0415
    from amends.quoting.replaying import replay  # noqa: PLC0415

    rows = np.arange(max(0, len(history) - _REPLAYED), len(history))
    try:
        found = replay(history.rows(rows), group=group)
    except NotCalibrated:
        return {}
    told = {}
    for probability in _CELLS:
        figures = found.figures(probability)
        if figures["coverage"] is not None:
            n = int(figures["n"])  # type: ignore[call-overload]
            told[str(probability)] = {**figures, "kept": round(float(figures["coverage"]) * n)}  # type: ignore[arg-type]
    return told


def _moment(day: float) -> datetime:
    from amends.histories.history import EPOCH  # noqa: PLC0415 -- as above

    return EPOCH + timedelta(days=day)
