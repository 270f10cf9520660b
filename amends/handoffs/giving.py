"""Giving a case to somebody: at once where nobody who is here has it, and by a handoff from whoever has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import HandoffNeeded
from amends.people.may import check
from amends.people.presence import here

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.people.person import Person


@transaction.atomic
def give(case: Case, to: Person, *, by: Person, at: datetime) -> None:
    """`to` has the case, which nobody had, or somebody who is away.

    Raises HandoffNeeded where somebody who is here has it: from them it passes for the customer's gain. NotHere when `to`
    is away.
    """
    if to.pk == by.pk:
        case.take(by=by, at=at)
        return
    check(by, "work", case)
    if case.owner_id not in {None, to.pk} and here(case.owner_id, at=at):
        raise HandoffNeeded(case)
    case.assign(to, by=by, at=at)
