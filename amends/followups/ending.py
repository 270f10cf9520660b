"""Ending a case by decision: declined, withdrawn or lost. Nothing stays due on it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.ending import close
from amends.deadlines.deadline import Deadline
from amends.followups.followup import FollowUp

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.people.person import Person


@transaction.atomic
def end(
    case: Case, ending: str, *, because: str, by: Person, at: datetime, second_reader: Person | None = None
) -> None:
    """The case has ended on these grounds. Raises `Refused` without them; promises on it stay on record as they are."""
    close(case, ending, because=because, second_reader=second_reader, by=by, at=at)
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    Deadline.objects.void(case.pk, at=at)
