"""When somebody leaves the house their open cases wait in their queues, owned by nobody, for somebody who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.people.person import Person


@transaction.atomic
def let_go(person: Person, *, by: Actor, at: datetime) -> int:
    """The person no longer works here; returns how many open cases went back to their queues. Nobody can let themselves go."""
    if by.pk == person.pk and by.actor_kind == "person":
        message = "Somebody else must record that you left."
        raise Refused(message)
    cases = list(Case.objects.open().filter(owner=person).select_related("queue").select_for_update(of=("self",)))
    for case in cases:
        case.enqueue(case.queue, by=by, at=at)
    person.leave(by=by, at=at)
    return len(cases)
