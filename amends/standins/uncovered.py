"""The alarm that must never sound: open cases with nobody who is here to look after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from amends.cases.case import Case
from amends.people.absence import Absence
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


def uncovered(*, at: datetime) -> QuerySet[Case]:
    """Open cases whose owner is away or gone, and, while nobody at all is here, those that nobody owns.

    The sweep of an absence leaves none; what stands here slipped past it, or nobody is left to take it.
    """
    away = Absence.objects.at(at).filter(person=OuterRef("owner"))
    here = Person.objects.staff().filter(~Exists(Absence.objects.at(at).filter(person=OuterRef("pk"))))
    lost = Q(Exists(away)) | Q(owner__is_active=False)
    return Case.objects.open().filter(lost | Q(owner=None) & ~Exists(here)).order_by("received_at", "pk")
