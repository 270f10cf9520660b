"""Each of the affected gets a case of their own, of origin `disclosure`: some hundreds at once, by a handful of statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection, transaction

from amends.affected.affected import Affected
from amends.cases.case import Case, Origin
from amends.cases.references import draw_many
from amends.customers.customer import Channel
from amends.deadlines.deadline import Kind
from amends.deadlines.pacing import first_answer, limits
from amends.deadlines.ruling import choose
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

_OPEN = (Path(__file__).parent / "opening.sql").read_text()
_DUE = """INSERT INTO amends_deadline (case_id, kind, due_at, warn_at, told, policy, set_at)
SELECT id, %s, %s::timestamptz, %s::timestamptz, 0, %s, %s::timestamptz FROM unnest(%s::bigint[]) AS c(id)"""
SOURCE = "problem"


@transaction.atomic
def open_span(problem: Problem, first: int, last: int, *, by: Actor, at: datetime) -> int:
    """Everybody of the problem with a key in [first, last] who can be reached has a case; returns how many were opened.

    Safe to repeat and to run twice at once: who has a case is passed over, and the database refuses a second. Their clock
    begins when we knew. Customers we have by an address of theirs stay the same customer.
    """
    keys = list(
        Affected.objects.filter(problem=problem, pk__range=(first, last), case=None, unreachable_at=None)
        .select_for_update(skip_locked=True, of=("self",)).order_by("pk").values_list("pk", flat=True)
    )  # fmt: skip
    if not keys:
        return 0
    sample = Case(
        queue=problem.queue, severity=problem.severity, received_at=problem.knew_at, opened_at=at,
        packs=list(choose(problem.queue, received_at=problem.knew_at).keys), product=problem.queue.product,
    )  # fmt: skip
    due = [(Kind.FIRST_ANSWER, first_answer(sample, since=at)), *limits(sample)]
    with connection.cursor() as cursor:
        cursor.execute(
            _OPEN,
            {
                "keys": keys, "references": draw_many(len(keys)), "at": at, "knew_at": problem.knew_at,
                "origin": Origin.DISCLOSURE, "subject": problem.title, "severity": problem.severity,
                "queue": problem.queue_id, "packs": sample.packs, "product": sample.product, "source": SOURCE,
                "problem": problem.pk, "email": Channel.EMAIL, "phone": Channel.PHONE,
                "actor_kind": by.actor_kind, "actor_id": by.pk, "actor_name": by.spoken_name,
                "origin_label": Origin.DISCLOSURE.label,
            },
        )  # fmt: skip
        cases = [case for (case,) in cursor.fetchall()]
        for kind, when in due:
            cursor.execute(_DUE, [kind, when.due_at, when.warn_at, when.policy, at, cases])
    return len(cases)
