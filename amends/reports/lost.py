"""Customers whom we lost, by name: when, how we know, what they said, and the last thing we did for them before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from amends.cases.case import Case
from amends.journal.entry import Entry
from amends.outcomes.activity import Activity, Kind
from amends.outcomes.fate import Loss
from amends.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.people.person import Person

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Lost:
    """One of them, by the case after which they left."""

    outcome: Outcome
    customer: str
    reference: str
    how: str
    reason: str
    last_step: str
    returned: bool


def lost(viewer: Person, *, since: datetime, most: int = SHOWN) -> Sequence[Lost]:
    """Those lost since then, the latest first, on cases that the viewer may see. Three statements, however many there are."""
    before = (
        Entry.objects.filter(chain=OuterRef("case_id"), at__lte=OuterRef("lost_at")).order_by("-seq").values("pk")[:1]
    )
    rows = list(
        Outcome.objects.filter(lost_at__gte=since, case__in=Case.objects.visible_to(viewer))
        .exclude(loss=Loss.ELSEWHERE).select_related("case__customer")
        .annotate(last=Subquery(before)).order_by("-lost_at", "-pk")[:most]
    )  # fmt: skip
    entries = Entry.objects.in_bulk([row.last for row in rows if row.last])
    notices = Activity.objects.filter(customer__in=[row.case.customer_id for row in rows], kind=Kind.CANCELLATION)
    said = dict(notices.exclude(reason="").order_by("at").values_list("customer", "reason"))
    return [
        Lost(
            row, row.case.customer.spoken_name, row.case.reference, row.get_loss_display(), said.get(row.case.customer_id, ""),
            entries[row.last].sentence if row.last in entries else "", row.returned_at is not None,
        )
        for row in rows
    ]  # fmt: skip
