"""Somebody is back: what others had meanwhile is taken back or left with them, one thing or all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.ending import Refused
from amends.people.presence import NotHere, ensure_here
from amends.standins.standin import StandIn

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


@dataclass(slots=True)
class Returned:
    """How many things are theirs again, and how many stay where they are."""

    taken: int = 0
    left: int = 0


@transaction.atomic
def take_back(*, by: Person, at: datetime, only: int | None = None) -> Returned:
    """What is offered back to this person (or the one thing, by its key) is theirs again.

    What moved on meanwhile stays where it is: somebody else has it by now, it is done, or they are out when the call is
    due. Raises NotHere while they are still marked as away.
    """
    ensure_here(by, at=at)
    done = Returned()
    for row in _offered(by, only):
        try:
            with transaction.atomic():
                row.take_back(by=by, at=at)
            done.taken += 1
        except (Refused, NotHere):
            row.leave(by=by, at=at)
            done.left += 1
    return done


@transaction.atomic
def leave(*, by: Person, at: datetime, only: int | None = None) -> Returned:
    """What is offered back to this person (or the one thing, by its key) stays with whoever has it."""
    rows = _offered(by, only)
    for row in rows:
        row.leave(by=by, at=at)
    return Returned(left=len(rows))


def _offered(person: Person, only: int | None) -> list[StandIn]:
    rows = StandIn.objects.offered(person).select_related(
        "case", "of", "person", "call_back__deadline", "ask__deadline"
    )
    return list((rows.filter(pk=only) if only is not None else rows).order_by("pk"))
