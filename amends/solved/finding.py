"""Finding solved cases: by failure, product, cause and words, or like one that is open; one statement.

Only so many of the newest that ended well are looked at, and so many that were traced to the cause, so that a page costs the same
at a million cases. Whoever asks finds no case that they may not see.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from amends.causes.tree import tree, within
from amends.people.may import check
from amends.people.person import Role
from amends.readings.reading import ACTS
from amends.solved.solved import Solved
from amends.themes.words import STOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.cases.case import Case
    from amends.people.person import Person

#: So many of the newest are searched; so many are held against an open case.
SEARCHED, HELD = 5_000, 150
_BROWSED, _TRACED, _LIKE = 500, 500, 3
#: So many of the longest words of a first letter, of so many letters at least; so many make two of one failure alike.
_TELLING, _LEAST, _IN_COMMON = 24, 4, 2

# What failed in case {0}: as triage read it and people put that right, and as the loss has it.
_FAILURES: Final = """
SELECT l.failure FROM amends_loss l WHERE l.case_id = {0}
UNION SELECT f.value ->> 'code' FROM amends_message m JOIN amends_reading r ON r.message_id = m.id
  CROSS JOIN jsonb_array_elements(r.labels -> 'failures') f
  WHERE m.case_id = {0} AND (f.value ->> 'confidence')::float >= %(acts)s AND NOT EXISTS (
    SELECT 1 FROM amends_correction k WHERE k.reading_id = r.id AND k.kind = 'failure' AND k.label = f.value ->> 'code')
UNION SELECT p.label FROM (
  SELECT DISTINCT ON (k.reading_id, k.label) k.label, k.holds FROM amends_message m JOIN amends_reading r ON r.message_id = m.id
  JOIN amends_correction k ON k.reading_id = r.id AND k.kind = 'failure'
  WHERE m.case_id = {0} ORDER BY k.reading_id, k.label, k.id DESC) p WHERE p.holds
ORDER BY 1
"""
# Why case {0} happened: by its own tracing, else by its problem's.
_CAUSE: Final = """
SELECT y.cause, y.words FROM (
  SELECT x.cause, x.words, 0 AS rank, x.traced_at, x.id FROM amends_tracing x WHERE x.case_id = {0} AND x.over_at IS NULL
  UNION ALL SELECT x.cause, x.words, 1, x.traced_at, x.id FROM amends_affected a
    JOIN amends_tracing x ON x.problem_id = a.problem_id AND x.over_at IS NULL WHERE a.case_id = {0}) y
ORDER BY y.rank, y.traced_at DESC, y.id DESC LIMIT 1
"""
_FIRST: Final = "FROM amends_message m WHERE m.case_id = {0} AND m.direction = 'in' ORDER BY m.said_at, m.id LIMIT 1"
# What is asked for: given, or what is known of one case, with its cause, all narrower ones, and the longest words of its first letter.
_GIVEN: Final = """
WITH asked AS MATERIALIZED (SELECT %(causes)s::text[] AS causes),
"""
_MINE: Final = f"""
WITH mine AS MATERIALIZED (
  SELECT ARRAY({_FAILURES.format("c.id")})::text[] AS failures, coalesce(t.cause, '') AS cause,
    coalesce(nullif(c.product, ''), q.product) AS product, ARRAY(
      SELECT u.lexeme FROM unnest((SELECT m.found_by {_FIRST.format("c.id")})) u
      WHERE u.lexeme ~ '^[[:alpha:]]+$' AND length(u.lexeme) >= %(least)s AND u.lexeme <> ALL(%(stop)s)
      ORDER BY length(u.lexeme) DESC, u.lexeme LIMIT %(telling)s) AS telling
  FROM amends_case c JOIN amends_queue q ON q.id = c.queue_id LEFT JOIN LATERAL ({_CAUSE.format("c.id")}) t ON true
  WHERE c.id = %(but)s
), asked AS MATERIALIZED (
  SELECT CASE WHEN mine.cause = '' THEN ARRAY[]::text[] ELSE array_append(ARRAY(
    SELECT jsonb_array_elements_text(%(tree)s::jsonb -> mine.cause)), mine.cause) END AS causes FROM mine
),
"""  # noqa: S608 -- the text is ours
_NEAR: Final = f"""
ended AS MATERIALIZED (
  SELECT c.id FROM amends_case c
  WHERE c.ending IN ('satisfied', 'unconfirmed')
    AND (c.closed_at, c.id) < (coalesce((SELECT closed_at FROM amends_case WHERE id = %(before)s), 'infinity'), %(before)s)
  ORDER BY c.closed_at DESC, c.id DESC LIMIT %(looked_at)s
), traced AS MATERIALIZED (
  SELECT x.case_id AS id FROM amends_tracing x
  WHERE x.cause = ANY((SELECT causes FROM asked)::text[]) AND x.over_at IS NULL AND x.case_id IS NOT NULL
  ORDER BY x.id DESC LIMIT %(traced)s
), near AS (
  SELECT c.id, c.reference, c.subject, c.ending, c.closed_at, c.round, o.d30, o.d90, o.d180, o.d365,
    coalesce(nullif(c.product, ''), q.product) AS product, coalesce(t.cause, '') AS cause, coalesce(t.words, '') AS shows,
    ARRAY({_FAILURES.format("c.id")})::text[] AS failures
  FROM (SELECT id FROM ended UNION SELECT id FROM traced) k JOIN amends_case c ON c.id = k.id
  JOIN amends_queue q ON q.id = c.queue_id LEFT JOIN amends_outcome o ON o.case_id = c.id
  LEFT JOIN LATERAL ({_CAUSE.format("c.id")}) t ON true
  WHERE c.origin <> 'win_back' AND c.id <> %(but)s
    AND (c.ending = 'satisfied' OR c.ending = 'unconfirmed' AND o.d90 IN ('kept', 'advocate'))
    AND (o.lost_at IS NULL OR o.returned_at IS NOT NULL)
    AND (%(sees_all)s OR NOT c.restricted OR c.owner_id = %(person)s)
    AND (c.closed_at, c.id) < (coalesce((SELECT closed_at FROM amends_case WHERE id = %(before)s), 'infinity'), %(before)s)
)
SELECT n.id, n.reference, n.subject, n.ending = 'satisfied', n.closed_at, n.product, n.cause, n.shows, n.failures,
  ARRAY[n.d30, n.d90, n.d180, n.d365],
  coalesce((SELECT r.agreement FROM amends_round r WHERE r.case_id = n.id AND r.agreement <> '' ORDER BY r.number DESC LIMIT 1), ''),
  ARRAY(SELECT a.words FROM amends_act a WHERE a.case_id = n.id AND a.round = n.round
    ORDER BY NOT EXISTS (SELECT 1 FROM amends_concern k WHERE k.act_id = a.id AND k.waived_at IS NULL), a.done_at, a.id LIMIT 3)
FROM near n
"""  # noqa: S608 -- the text is ours
# What failed is asked for several times: it is found out once for each of the few.
_ONCE: Final = _NEAR.replace("near AS (", "near AS MATERIALIZED (")
_SOUGHT: Final = """
WHERE (%(failure)s = '' OR %(failure)s = ANY(n.failures)) AND (%(cause)s = '' OR n.cause = ANY(%(causes)s::text[]))
  AND (%(product)s = '' OR n.product = %(product)s)
  AND (%(words)s = '' OR EXISTS (
      SELECT 1 FROM amends_message m WHERE m.case_id = n.id AND m.found_by @@ websearch_to_tsquery('simple', %(words)s))
    OR to_tsvector('simple', concat_ws(' ', n.subject, n.cause, n.shows,
      (SELECT string_agg(r.agreement, ' ') FROM amends_round r WHERE r.case_id = n.id),
      (SELECT string_agg(a.words, ' ') FROM amends_act a WHERE a.case_id = n.id))) @@ websearch_to_tsquery('simple', %(words)s))
ORDER BY n.closed_at DESC, n.id DESC LIMIT %(most)s
"""
# What failed alone makes no two cases alike: there are ten kinds of failure. Where the cause is another, or nobody's, they have
# words in common too. The cause weighs most, then what failed, then the product; then the words, and the newest come first.
_LIKEST: Final = f"""
CROSS JOIN mine CROSS JOIN asked CROSS JOIN LATERAL (SELECT CASE WHEN n.cause = ANY(asked.causes) OR n.failures && mine.failures
  THEN cardinality(ARRAY(SELECT
    unnest(tsvector_to_array((SELECT m.found_by {_FIRST.format("n.id")}))) INTERSECT SELECT unnest(mine.telling))) END) w(shared)
WHERE n.cause = ANY(asked.causes) OR n.failures && mine.failures AND w.shared >= %(in_common)s
ORDER BY 4 * (n.cause = ANY(asked.causes))::int
    + 2 * cardinality(ARRAY(SELECT unnest(n.failures) INTERSECT SELECT unnest(mine.failures)))
    + (n.product <> '' AND n.product = mine.product)::int DESC, w.shared DESC, n.closed_at DESC, n.id DESC
LIMIT %(most)s
"""


def solved(
    viewer: Person, *, failure: str = "", product: str = "", cause: str = "", words: str = "", before: int | None = None,
    most: int = 25,
) -> list[Solved]:  # fmt: skip
    """The newest that ended well and are so, at most `most`; a cause stands for all narrower ones. One statement.

    `words` are sought in what was said, agreed and done. `before` continues after the case of that key.
    """
    check(viewer, "work")
    narrowed = bool(failure or product or cause or words)
    return _found(
        _GIVEN + _NEAR + _SOUGHT, viewer, failure=failure, product=product, cause=cause, causes=within(cause) if cause else [],
        words=words, before=before or _LAST, most=most, looked_at=SEARCHED if narrowed else _BROWSED, traced=_TRACED, but=0,
    )  # fmt: skip


def like(case: Case, *, viewer: Person) -> list[Solved]:
    """At most three solved cases like this one, the likest first: of the same cause, or told in like words where the same failed.

    None where nobody knows yet what failed here. One statement.
    """
    return _found(
        _MINE + _ONCE + _LIKEST, viewer, before=_LAST, most=_LIKE, looked_at=HELD, traced=HELD, but=case.pk, least=_LEAST,
        stop=list(STOP), telling=_TELLING, in_common=_IN_COMMON, tree=json.dumps({name: within(name)[1:] for name in tree()}),
    )  # fmt: skip


_LAST: Final = 2**62


def _found(statement: str, viewer: Person, **values: Any) -> list[Solved]:
    seen: Mapping[str, Any] = {"acts": ACTS, "sees_all": viewer.role != Role.AGENT, "person": viewer.pk}
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, **seen})
        return [Solved(*row) for row in cursor.fetchall()]
