"""An experiment on the order of the menu, and customers who are offered three."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from amends.experiments.experiment import Experiment
from tests.cast import MORNING
from tests.remedies.scenes import lost, three, understood

if TYPE_CHECKING:
    from amends.cases.case import Case
    from amends.offers.offer import Offer
    from tests.cast import Cast

HALF = Decimal("0.5")


def register(cast: Cast, name: str = "cheapest first", **changes: Any) -> Experiment:
    """Registered by Mira."""
    fields: dict[str, Any] = {
        "hypothesis": "What costs us least, first, keeps as many", "place": "menu",
        "arms": {"as proposed": HALF, "cheapest first": HALF}, "days": 90, "margin": Decimal("0.05"), "planned": 400,
        "stops": "after 400 in each arm", "by": cast.mira, "at": MORNING,
    }  # fmt: skip
    return Experiment.objects.register(name, **{**fields, **changes})


def running(cast: Cast, name: str = "cheapest first", **changes: Any) -> Experiment:
    """Registered and begun."""
    row = register(cast, name, **changes)
    row.begin(by=cast.mira, at=MORNING)
    return row


def ready(cast: Cast, n: int = 0, **more: Any) -> Case:
    """A customer of their own who may be offered three."""
    case = understood(cast.ada, email=f"c{n}@example.com", name=f"Customer {n}", **more)
    lost(case, failure="F1", by=cast.ada)
    return case


def offered(cast: Cast, n: int = 0, **more: Any) -> Offer:
    """Three are offered to them."""
    return three(ready(cast, n, **more), cast.ada)
