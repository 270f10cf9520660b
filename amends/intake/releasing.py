"""Releasing a kept mail: a person read what no program could, and opens the case it should have opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.arrivals.arrival import Arrival
from amends.cases.ending import Refused
from amends.intake.opening import open_case
from amends.journal.entry import record

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.intake.opening import Complaint
    from amends.people.person import Person


@transaction.atomic
def release(arrival: Arrival, complaint: Complaint, *, by: Person, at: datetime) -> Case:
    """The case is open, the mail stands on it, and nobody has to look at the mail again.

    Raises `Refused` when somebody else was quicker, with a case of their own or by setting it aside.
    """
    held = Arrival.objects.quarantined().select_for_update(of=("self",)).filter(pk=arrival.pk).first()
    if held is None:
        raise Refused("Somebody else has looked after this mail meanwhile.")
    complaint.arrival = held
    case = open_case(complaint, by=by, at=at)
    held.case, held.looked_at_at, held.looked_at_by = case, at, by
    held.save(update_fields=["case", "looked_at_at", "looked_at_by"])
    record("arrival.released", by=by, at=at, case_id=case.pk, arrival=held.pk)
    return case
