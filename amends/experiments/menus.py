"""The lot of the menu: in which order three remedies are put, drawn at the moment at which they are fixed, and never before.

Whoever offers chooses the three without knowing the arm; so the arm cannot choose who is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from amends.experiments.arms import Order, Place
from amends.experiments.lots import decide
from amends.trials.drawing import Fixed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from decimal import Decimal

    from amends.cases.case import Case
    from amends.people.person import Person


class Dish(Protocol):
    """One thing on the menu, as far as its order needs it."""

    @property
    def cost(self) -> Decimal: ...  # noqa: D102
    @property
    def ready_at(self) -> datetime: ...  # noqa: D102


D = TypeVar("D", bound=Dish)


def arrange(case: Case, menu: Sequence[D], *, wish: bool, objection: str, by: Person, at: datetime) -> Sequence[D]:
    """The menu in the order of the customer's arm; as it is where no experiment runs, or the case is kept out of it.

    `wish`: the customer named what would put it right, and it is reasonable. `objection`: why whoever has the case wants none
    of it. Part of the verb that offers.
    """
    if len(menu) < 2 and not objection:  # noqa: PLR2004 -- one alone has no order
        return menu
    fixed = {Fixed.WISH} if wish else set()
    cost = max(each.cost for each in menu)
    return ordered(menu, decide(Place.MENU, case, fixed=fixed, objection=objection, cost=cost, by=by, at=at))


def ordered(menu: Sequence[D], arm: str) -> Sequence[D]:
    """The menu in this order."""
    keys: dict[str, Callable[[D], object]] = {
        Order.CHEAPEST: lambda one: one.cost, Order.DEAREST: lambda one: -one.cost, Order.SOONEST: lambda one: one.ready_at,
    }  # fmt: skip
    key = keys.get(arm)
    return sorted(menu, key=key) if key else menu  # type: ignore[arg-type]
