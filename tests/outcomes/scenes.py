"""Customers who stay, leave and come back, as other systems tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from amends.journal.actors import DESK
from amends.outcomes.noting import Told, note_all
from amends.outcomes.outcome import Outcome
from amends.outcomes.settling import settle
from tests.cast import DAY, MORNING, make_case

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case

OKAFOR = "okafor@example.com"


def told(kind: str, day: float, email: str = OKAFOR, **more: Any) -> Told:
    """Something that customer did so many days after they told us."""
    number = more.pop("source_id", f"{kind} {email} {day}")
    return Told(kind=kind, at=MORNING + day * DAY, source_id=number, email=email, **more)


def tell(*what: Told, until: float = 400, source: str = "shop") -> list[str]:
    """The shop tells it, and all that happened until so many days after they told us."""
    end = MORNING + until * DAY
    return note_all(what, source=source, by=DESK, at=end, until=end)


def settled(day: float = 400) -> None:
    """What became of everybody is known, by so many days after they told us."""
    while settle(by=DESK, at=MORNING + day * DAY).more:
        pass


def outcome(case: Case) -> Outcome:
    """What became of them."""
    return Outcome.objects.get(case=case)


def buyer(name: str, *days: float, kind: str = "order", at: datetime = MORNING, **more: Any) -> Case:
    """A customer who told us of a failure, and bought on these days before and after it."""
    email = f"{name}@example.com"
    case = make_case(name=name.title(), email=email, at=at, **more)
    tell(*(told(kind, day, email) for day in days), until=0 if not days else max(0, *days))
    return case
