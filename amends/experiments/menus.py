"""The lot of the menu: in which order three remedies are put, drawn at the moment at which they are fixed, and never before.

Whoever offers chooses the three without knowing the arm; so the arm cannot choose who is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from amends.cases.case import Case, Origin
from amends.cases.harm import harm_of
from amends.experiments.assignment import Assignment, KeptOut
from amends.experiments.experiment import Experiment, Order, Place
from amends.journal.entry import record
from amends.readings.reading import Reading
from amends.trials.drawing import Fixed, kept_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from decimal import Decimal

    from amends.people.person import Person


class Dish(Protocol):
    """One thing on the menu, as far as its order needs it."""

    @property
    def cost(self) -> Decimal: ...  # noqa: D102
    @property
    def ready_at(self) -> datetime: ...  # noqa: D102


D = TypeVar("D", bound=Dish)
#: What triage reads, and people put right, that keeps a case out.
_FLAGS = {
    "safety": Fixed.SAFETY,
    "legal": Fixed.LEGAL,
    "vulnerable": Fixed.VULNERABLE,
    "public": Fixed.PUBLIC,
    "repeat": Fixed.AGAIN,
}


def arrange(case: Case, menu: Sequence[D], *, wish: bool, objection: str, by: Person, at: datetime) -> Sequence[D]:
    """The menu in the order of the customer's arm; as it is where no experiment runs, or the case is kept out of it.

    `wish`: the customer named what would put it right, and it is reasonable. `objection`: why whoever has the case wants none
    of it. Part of the verb that offers.
    """
    experiment = Experiment.objects.running(Place.MENU)
    if experiment is None or (len(menu) < 2 and not objection):  # noqa: PLR2004 -- one alone has no order
        return menu
    facts = {*facts_of(case), *({Fixed.WISH} if wish else ()), *({Fixed.OBJECTION} if objection.strip() else ())}
    if (fixed := kept_out(facts)) is not None:
        _keep_out(experiment, case, fixed, objection.strip(), by=by, at=at)
        return menu
    cost = max(each.cost for each in menu)
    drawn = Assignment.objects.draw(
        experiment, case.customer_id, case=case, cost=cost, cluster=_cluster(case), by=by, at=at
    )
    return ordered(menu, drawn.arm)


def ordered(menu: Sequence[D], arm: str) -> Sequence[D]:
    """The menu in this order."""
    keys: dict[str, Callable[[D], object]] = {
        Order.CHEAPEST: lambda one: one.cost, Order.DEAREST: lambda one: -one.cost, Order.SOONEST: lambda one: one.ready_at,
    }  # fmt: skip
    key = keys.get(arm)
    return sorted(menu, key=key) if key else menu  # type: ignore[arg-type]


def facts_of(case: Case) -> set[Fixed]:
    """What the record says that must not be left to a lot."""
    found = {_FLAGS[flag] for reading in Reading.objects.of(case) for flag in reading.flags() if flag in _FLAGS}
    if harm_of(case) is not None:
        found.add(Fixed.SAFETY)
    if case.origin == Origin.DISCLOSURE:
        found.add(Fixed.HARM)
    before = Case.objects.filter(customer=case.customer_id, merged_into=None, received_at__lte=case.received_at)
    if case.round > 1 or before.exclude(pk=case.pk).exists():
        found.add(Fixed.AGAIN)
    if case.deadlines.filter(kind__in=("stage_1", "stage_2")).exists():
        found.add(Fixed.LAW)
    return found


def _cluster(case: Case) -> str:
    """Those hit by one problem can compare: they are drawn together."""
    problem = (
        Case.objects.filter(pk=case.pk, affected__isnull=False).values_list("affected__problem", flat=True).first()
    )
    return f"problem {problem}" if problem else ""


def _keep_out(experiment: Experiment, case: Case, fixed: Fixed, because: str, *, by: Person, at: datetime) -> None:
    _, new = KeptOut.objects.get_or_create(
        experiment=experiment, case=case,
        defaults={"fixed": fixed.name, "because": because if fixed is Fixed.OBJECTION else "", "kept_out_at": at, "kept_out_by": by},
    )  # fmt: skip
    if new:
        record(
            "experiment.kept_out",
            by=by,
            at=at,
            case_id=case.pk,
            name=experiment.name,
            fixed=fixed.value,
            because=because,
        )
