"""A case that came to us is linked to the problem it is of: suggested by its words, confirmed by a person."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from amends.affected.affected import Affected, Via
from amends.cases.case import Case, Origin
from amends.cases.ending import Merged, Refused
from amends.journal.entry import record
from amends.merging.cases import merge
from amends.messages.message import Message
from amends.people.may import check
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

#: Complaints from so long before we knew of it may be of the problem too.
BEFORE = timedelta(days=30)
_SHORT, _MOST_WORDS, _LOOKED_AT = 3, 30, 2000
#: A case is suggested when it shares two words or more, and of the weight of all this share: rare words weigh more.
_SHARED, _LIKE = 2, 0.35
#: Words that every complaint has.
_EMPTY = frozenset(
    """about after all also and any are because been before but can could did does for from had has have her him his how
    into its may more most not now only our ours out she should some such than that the their them then there these they
    this those too until very was were what when which while who will with would you your""".split()  # noqa: SIM905 - so it can be read
)
# Each word weighs the less the more of the messages looked at have it (inverse document frequency); one of the title twice.
_NEAR = """
WITH looked AS MATERIALIZED (
  SELECT m.case_id, m.found_by FROM amends_message m JOIN amends_case c ON c.id = m.case_id
  WHERE m.direction = 'in' AND NOT m.automatic AND c.received_at >= %(since)s ORDER BY m.id DESC LIMIT %(most)s
), words AS (
  SELECT to_tsquery('simple', w || ':*') AS word, CASE WHEN w = ANY(%(title)s) THEN 2 ELSE 1 END AS counts
  FROM unnest(%(words)s::text[]) AS w
), weighed AS (
  SELECT word, counts * ln((SELECT count(*) + 1 FROM looked) / (count(l.case_id) + 0.5)) AS weight
  FROM words LEFT JOIN looked l ON l.found_by @@ word GROUP BY word, counts HAVING count(l.case_id) > 0
), shared AS (
  SELECT DISTINCT l.case_id, w.word, w.weight FROM looked l JOIN weighed w ON l.found_by @@ w.word
)
SELECT case_id, sum(weight) / (SELECT sum(weight) FROM weighed) AS likeness FROM shared
GROUP BY case_id HAVING count(*) >= %(shared)s AND sum(weight) >= %(like)s * (SELECT sum(weight) FROM weighed)
ORDER BY likeness DESC, case_id DESC
"""


def suggestions(problem: Problem, person: Person, *, most: int = 20) -> list[Case]:
    """Open cases that are of no problem and speak of the same things, the likest first, as far as this person sees them."""
    title = _telling(problem.title)
    words = list(dict.fromkeys([*title, *_telling(problem.what_happened)]))[:_MOST_WORDS]
    if not words:
        return []
    values: dict[str, Any] = {
        "words": words, "title": title, "since": problem.knew_at - BEFORE, "most": _LOOKED_AT, "shared": min(_SHARED, len(words)),
        "like": _LIKE,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, values)
        near = [case for case, _ in cursor.fetchall()]
    cases = (
        Case.objects.visible_to(person).open()
        .filter(pk__in=near, affected=None, origin__in=[Origin.COMPLAINT, Origin.SIGNAL])
        .select_related("customer", "owner").in_bulk()
    )  # fmt: skip
    return [cases[key] for key in near if key in cases][:most]


def _telling(text: str) -> list[str]:
    """The words that tell it from other matters, without the mark of the plural: they are looked for as beginnings."""
    words = [word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORT and word not in _EMPTY]
    return [word.removesuffix("s") if len(word) > _SHORT else word for word in words]


@transaction.atomic
def link(problem: Problem, case: Case, *, by: Person, at: datetime) -> Affected:
    """The case is of this problem, as a person confirms; the customer is among the affected, once, and is not told twice.

    If they were on a list already, the case we had opened for them goes on as theirs. Where they told us of what we knew and
    had not told them, that is marked. Raises Refused for a case of another origin's, Merged for one that goes on as another.
    """
    check(by, "work", case)
    case = Case.objects.select_for_update(of=("self",)).select_related("customer").get(pk=case.pk)
    if case.merged_into_id:
        raise Merged(case)
    if case.origin not in {Origin.COMPLAINT, Origin.SIGNAL}:
        message = "This case did not come from the customer."
        raise Refused(message)
    Problem.objects.select_for_update().get(pk=problem.pk)
    found_it = _found_it(problem, case)
    row = _listed(problem, case)
    if row is None:
        row = Affected(
            problem=problem, via=Via.CASE, name=case.customer.name, customer=case.customer, added_at=at, case=case
        )
    elif row.case_id is not None and row.case_id != case.pk:
        ours = Case.objects.get(pk=row.case_id)
        if ours.origin == Origin.DISCLOSURE and ours.is_open:
            merge(ours, case, by=by, at=at)
    row.case, row.customer, row.found_it, row.linked_at, row.linked_by = case, case.customer, found_it, at, by
    row.unreachable_at, row.unreachable_because = None, ""
    row.save()
    record("problem.linked", by=by, at=at, case_id=case.pk, title=problem.title, problem=problem.pk)
    if found_it:
        record("problem.found_by_customer", by=by, at=at, case_id=problem.chain, case=case.reference)
    return row


def found_after_we_knew(problem: Problem | None = None) -> int:
    """How many customers told us of what we knew and had not told them."""
    rows = Affected.objects.filter(found_it=True)
    return (rows.filter(problem=problem) if problem else rows).count()


def _found_it(problem: Problem, case: Case) -> bool:
    """We knew before they told us, and nothing of ours on the problem had reached them by then."""
    if problem.knew_at >= case.received_at:
        return False
    told = Message.objects.ours().filter(
        case__affected__problem=problem, case__customer=case.customer_id, said_at__lt=case.received_at
    )
    return not told.exists()


def _listed(problem: Problem, case: Case) -> Affected | None:
    """Whoever of the list this customer is: by who they are, or by an address of theirs."""
    rows = Affected.objects.select_for_update(of=("self",)).filter(problem=problem)
    if found := rows.filter(customer=case.customer_id).order_by("pk").first():
        return found
    values = list(case.customer.addresses.standing().values_list("normal", flat=True))
    return (
        rows.filter(email__in=values).order_by("pk").first() or rows.filter(phone__in=values).order_by("pk").first()
        if values else None
    )  # fmt: skip
