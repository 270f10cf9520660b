"""The row of one case, with what rides on it: the small tables round it, in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, DateTimeField, F, FilteredRelation, IntegerField, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.http import Http404

from amends.cases.case import Case
from amends.leadtimes.proposing import riding as dates_depend_on
from amends.people.person import Person, Role
from amends.playbook.worklists import ABOUT
from amends.web.case.besides import beside
from amends.web.case.giving import given_with
from amends.web.case.helping import helped_by
from amends.web.case.learning import learnt_with
from amends.web.case.timeline import riding

if TYPE_CHECKING:
    from datetime import datetime

_ADDRESSES = """
SELECT jsonb_build_object('kind', a.kind, 'value', a.value, 'normal', a.normal, 'failed_at', a.failed_at, 'failure', a.failure)
FROM amends_address a WHERE a.customer_id = amends_case.customer_id AND a.retired_at IS NULL ORDER BY a.id
"""
_DEADLINES = f"""
SELECT jsonb_build_object('kind', d.kind, 'due_at', d.due_at, 'set_at', d.set_at, 'policy', d.policy, 'who', p.name,
  'about', {ABOUT})
FROM amends_deadline d LEFT JOIN amends_person p ON p.id = d.owner_id
WHERE d.case_id = amends_case.id AND d.met_at IS NULL AND d.void_at IS NULL ORDER BY d.due_at, d.id
"""  # noqa: S608 - the text is ours
_CHASES = "SELECT count(*) FROM amends_chase c WHERE c.case_id = amends_case.id"
_OWNER_AWAY = """
SELECT 1 FROM amends_absence a WHERE a.person_id = amends_case.owner_id AND a.cancelled_at IS NULL
  AND a.starts_at <= %s AND (a.ends_at IS NULL OR a.ends_at > %s)
"""
_OVERRULES = """
SELECT jsonb_build_object('step', o.step, 'because', o.because, 'at', o.overruled_at, 'by', p.name)
FROM amends_overrule o JOIN amends_person p ON p.id = o.overruled_by_id
WHERE o.case_id = amends_case.id AND o.round = amends_case.round
"""
_CLOSURES = """
SELECT jsonb_build_object('because', c.because, 'instead', c.instead, 'by', p.name, 'second_reader', s.name)
FROM amends_closure c LEFT JOIN amends_person p ON p.id = c.closed_by_id LEFT JOIN amends_person s ON s.id = c.second_reader_id
WHERE c.case_id = amends_case.id AND c.reopened_at IS NULL
"""
_DRAFTS = """
SELECT jsonb_build_object('words', d.words, 'fields', d.fields, 'at', d.saved_at)
FROM amends_draft d WHERE d.case_id = amends_case.id AND d.person_id = %s
"""
_LAST_TRY = """
SELECT max(t.tried_at) FROM amends_attempt t
WHERE t.case_id = amends_case.id AND t.round = amends_case.round AND t.follow_up
"""


def find(reference: str, person: Person, *, at: datetime) -> Case:
    """The case with the small tables round it, in one statement; 404 for what is not there or not theirs to see."""
    seen = Case.objects.visible_to(person)
    others = seen.filter(customer=OuterRef("customer")).exclude(pk=OuterRef("pk")).order_by("-received_at")[:6]
    rows = seen.annotate(
        held=FilteredRelation("rounds", condition=Q(rounds__number=F("round"))),
        other_rows=ArraySubquery(
            others.values(
                json=JSONObject(
                    reference="reference", subject="subject", stage="stage", ending="ending", at="received_at"
                )
            )
        ),
        address_rows=riding(_ADDRESSES),
        deadline_rows=riding(_DEADLINES),
        overrule_rows=riding(_OVERRULES),
        closure_rows=riding(_CLOSURES),
        draft_rows=riding(_DRAFTS, person.pk),
        last_try_at=RawSQL(_LAST_TRY, [], output_field=DateTimeField()),  # noqa: S611 - the text is ours
        chase_count=RawSQL(f"({_CHASES})", [], output_field=IntegerField()),  # noqa: S611 - the text is ours
        owner_away=RawSQL(f"EXISTS({_OWNER_AWAY})", [at, at], output_field=BooleanField()),  # noqa: S611 - the same
        known_row=dates_depend_on(at=at),
        **beside(person),
        **given_with(),
        **helped_by(),
        **learnt_with(person, at=at, sees_all=person.role != Role.AGENT),
    )
    near: tuple[Any, ...] = ("customer__household", "owner", "queue__site", "held", "merged_into", "outcome")
    case = rows.select_related(*near).filter(reference=reference).first()
    if case is None:
        raise Http404
    return case
