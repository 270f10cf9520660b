"""Tallies are kept as the outcomes change: what a batch counted before is taken away, and what it counts now is added.

One expression says what an outcome counts towards, for the step, for the recount and for the proof that both agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from django.db import connection, transaction

from amends.outcomes.outcome import LANDMARK, Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

T = TypeVar("T")

# Those lost within the first thirty days are in no curve by grade or by word: they could not live to earn one.
_COUNTED = f"""
SELECT date_trunc('month', o.zero_at AT TIME ZONE 'UTC')::date AS begins, g.kind, g.name, d.day::smallint AS day, d.result,
  count(*)::bigint AS n
FROM {{rows}} o CROSS JOIN LATERAL (VALUES ('all', ''), ('failure', CASE WHEN o.first THEN 'first' ELSE 'later' END),
  ('severity', o.severity::text), ('grade', o.grade), ('word', o.word)) g(kind, name)
CROSS JOIN LATERAL (VALUES (30, o.d30), (90, o.d90), (180, o.d180), (365, o.d365)) d(day, result)
GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT date_trunc('month', o.zero_at AT TIME ZONE 'UTC')::date, f.kind, '', f.day, f.result, sum(f.n)::bigint
FROM {{rows}} o CROSS JOIN LATERAL (VALUES ('own', 90, o.own90, 1), ('ending', 0, coalesce(nullif(o.ending, ''), 'open'), 1),
  ('promises', 0, 'kept', o.promises_kept), ('promises', 0, 'broken', o.promises_due - o.promises_kept)) f(kind, day, result, n)
WHERE f.n > 0 GROUP BY 1, 2, 4, 5
UNION ALL
SELECT date_trunc('month', o.zero_at AT TIME ZONE 'UTC')::date, 'mix ' || g.kind, g.name, o.severity, '', count(*)::bigint
FROM {{rows}} o CROSS JOIN LATERAL (VALUES ('failure', CASE WHEN o.first THEN 'first' ELSE 'later' END), ('grade', o.grade),
  ('word', o.word)) g(kind, name) GROUP BY 1, 2, 3, 4
UNION ALL
SELECT date_trunc('year', o.zero_at AT TIME ZONE 'UTC')::date, 'life ' || g.kind, g.name, o.days - g.landmark,
  CASE WHEN o.loss = '' THEN 'still' ELSE o.loss END, count(*)::bigint
FROM {{rows}} o CROSS JOIN LATERAL (VALUES ('all', '', 0), ('failure', CASE WHEN o.first THEN 'first' ELSE 'later' END, 0),
  ('severity', o.severity::text, 0), ('grade', o.grade, {LANDMARK}), ('word', o.word, {LANDMARK})) g(kind, name, landmark)
WHERE o.known AND (o.days > g.landmark OR g.landmark = 0 AND o.loss <> '') GROUP BY 1, 2, 3, 4, 5
"""  # noqa: S608 - a number of ours
_SOME = "(SELECT * FROM amends_outcome WHERE case_id = ANY(%s))"
_TAKE = """
UPDATE amends_tally t SET n = t.n - c.n FROM ({counted}) c
WHERE t.kind = c.kind AND t.begins = c.begins AND t.name = c.name AND t.day = c.day AND t.result = c.result
"""
_GIVE = """
INSERT INTO amends_tally AS t (begins, kind, name, day, result, n) SELECT begins, kind, name, day, result, n FROM ({counted}) c
ON CONFLICT (kind, begins, name, day, result) DO UPDATE SET n = t.n + excluded.n
"""
_DIFFERING = """
SELECT count(*) FROM ({counted}) c FULL JOIN (SELECT * FROM amends_tally WHERE n > 0) t USING (kind, begins, name, day, result)
WHERE c.n IS DISTINCT FROM t.n
"""


# Whoever kept something that was made of the tallies sees by this that they are others now.
_CHANGED = """
INSERT INTO amends_mark (id, entry, tallied) VALUES (1, 0, gen_random_uuid())
ON CONFLICT (id) DO UPDATE SET tallied = excluded.tallied
"""
_KEPT: dict[tuple[object, ...], object] = {}
_MOST_KEPT = 8


def stamp() -> UUID | None:
    """What the tallies are as of now: another after every change, the same in every process. None before the first."""
    return Mark.objects.filter(pk=1).values_list("tallied", flat=True).first()


def remembered(key: tuple[object, ...], make: Callable[[], T]) -> T:
    """What `make` made for this key before in this process, or makes now. With a `stamp` in the key nothing of it can be stale.

    The stamp is read before the tallies: what is kept under it is never older than it says.
    """
    found = _KEPT.get(key)
    if found is None:
        found = make()
        while len(_KEPT) >= _MOST_KEPT and (oldest := next(iter(_KEPT), None)):
            _KEPT.pop(oldest, None)
        _KEPT[key] = found
    return cast("T", found)


def take_away(cases: Sequence[int]) -> None:
    """What these cases' outcomes counted towards, they do so no more. Part of the step."""
    _run(_TAKE, cases)


def add(cases: Sequence[int]) -> None:
    """These cases' outcomes count as they are now. Part of the step."""
    _run(_GIVE, cases)


def _run(statement: str, cases: Sequence[int]) -> None:
    if not cases:
        return
    with connection.cursor() as cursor:
        cursor.execute(statement.format(counted=_COUNTED.format(rows=_SOME)), [list(cases)] * 4)
        cursor.execute(_CHANGED)


@transaction.atomic
def recount() -> None:
    """All tallies anew from the outcomes: for a desk whose outcomes were loaded by other means."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM amends_tally")
        cursor.execute(_GIVE.format(counted=_COUNTED.format(rows="amends_outcome")))
        cursor.execute(_CHANGED)


def differing() -> int:
    """How many figures differ from a recount: none, unless somebody wrote past the step."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERING.format(counted=_COUNTED.format(rows="amends_outcome")))
        return int(cursor.fetchone()[0])
