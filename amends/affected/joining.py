"""A case that came to us is linked to the problem it is of: suggested by its words, confirmed by a person."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import transaction
from django.db.models import F, Max

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
_SHORT, _MOST_WORDS, _LOOKED_AT = 4, 30, 2000
#: Words that every complaint has.
_EMPTY = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "were",
        "been",
        "they",
        "them",
        "their",
        "there",
        "about",
        "which",
        "what",
        "when",
        "some",
        "into",
        "also",
        "only",
        "your",
        "ours",
        "because",
        "would",
        "could",
        "should",
        "will",
        "than",
        "then",
        "after",
        "before",
    ]
)


def suggestions(problem: Problem, person: Person, *, most: int = 20) -> list[Case]:
    """Open cases that are of no problem and speak of the same things, the likest first, as far as this person sees them."""
    words = [w for w in re.findall(r"\w+", f"{problem.title} {problem.what_happened}".casefold()) if len(w) >= _SHORT]
    words = [word for word in dict.fromkeys(words) if word not in _EMPTY][:_MOST_WORDS]
    if not words:
        return []
    query = SearchQuery(" | ".join(f"{word}:*" for word in words), config="simple", search_type="raw")
    near = Message.objects.theirs().filter(
        found_by=query, case__received_at__gte=problem.knew_at - BEFORE,
        case__origin__in=[Origin.COMPLAINT, Origin.SIGNAL], case__affected=None,
        case__in=Case.objects.visible_to(person).open(),
    )  # fmt: skip
    latest = near.order_by("-pk").values("pk")[:_LOOKED_AT]
    ranked = (
        Message.objects.filter(pk__in=latest).values("case")
        .annotate(likeness=Max(SearchRank(F("found_by"), query))).order_by("-likeness", "-case")
    )  # fmt: skip
    keys = [row["case"] for row in ranked[:most]]
    cases = Case.objects.select_related("customer", "owner").in_bulk(keys)
    return [cases[key] for key in keys]


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
