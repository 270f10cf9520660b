"""Mrs Okafor told us twice of one lost parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline
from amends.merging.cases import merge
from tests.cast import HOUR, MORNING, make_case

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

NOON = MORNING + 2 * HOUR


def first(**more: object) -> Case:
    """She told us of the parcel."""
    told: Any = more
    return make_case(**told)


def second(*, at: datetime = MORNING + HOUR, **more: object) -> Case:
    """She told us again, as if nobody had heard her."""
    told: Any = {"words": "Still no table!", "subject": "Table", **more}
    return make_case(at=at, **told)


def become_one(case: Case, into: Case, by: Person, *, at: datetime = NOON) -> None:
    merge(case, into, by=by, at=at)
    case.refresh_from_db()
    into.refresh_from_db()


def due(case: Case) -> dict[str, datetime]:
    """What is outstanding on the case, by its kind."""
    return dict(Deadline.objects.outstanding().filter(case=case).order_by("-due_at").values_list("kind", "due_at"))
