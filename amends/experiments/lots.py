"""The lot at the desk: who may be drawn, what keeps a case out, and the arm, drawn at the moment at which something is decided."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case, Origin
from amends.cases.ending import Refused
from amends.cases.harm import harm_of
from amends.experiments.assignment import Assignment, KeptOut, foreseen
from amends.experiments.experiment import Experiment
from amends.journal.entry import record
from amends.people.may import check
from amends.readings.reading import Kind, Reading
from amends.trials.drawing import Fixed, kept_out

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from amends.people.person import Person

#: What triage reads, and people put right, that keeps a case out.
_FLAGS = {
    "safety": Fixed.SAFETY,
    "legal": Fixed.LEGAL,
    "vulnerable": Fixed.VULNERABLE,
    "public": Fixed.PUBLIC,
    "repeat": Fixed.AGAIN,
}


def decide(
    place: str, case: Case, *, fixed: Collection[Fixed] = (), objection: str = "", cost: Decimal = Decimal(0), by: Person,
    at: datetime,
) -> str:  # fmt: skip
    """The case's arm at this place, drawn now; "" where no experiment runs there, or the case is kept out of it.

    `fixed` is what the one who decides knows to be no matter for a lot, beside what the record says; `objection` why whoever
    has the case wants none of it. Part of the verb that decides.
    """
    experiment = Experiment.objects.running(place)
    if experiment is None:
        return ""
    if KeptOut.objects.filter(experiment=experiment, case=case, fixed=Fixed.OBJECTION.name).exists():
        return ""
    facts = {*facts_of(case), *fixed, *({Fixed.OBJECTION} if objection.strip() else ())}
    if (why := kept_out(facts)) is not None:
        _keep_out(experiment, case, why, objection.strip(), by=by, at=at)
        return ""
    stratum = stratum_of(case) if experiment.blocks else ""
    drawn = Assignment.objects.draw(
        experiment, case.customer_id, case=case, cost=cost, cluster=_cluster(case), stratum=stratum, by=by, at=at
    )
    return drawn.arm


@transaction.atomic
def object_to(place: str, case: Case, *, because: str, by: Person, at: datetime) -> None:
    """Nothing is drawn on this case at this place by what runs there now; the reason is on record, and counted.

    Raises Refused without a reason, where nothing runs, and for who was drawn before.
    """
    check(by, "work", case)
    experiment = Experiment.objects.running(place)
    if experiment is None:
        raise Refused("No experiment runs there.")
    if not because.strip():
        raise Refused("Say why nothing may be drawn on this case.")
    if Assignment.objects.filter(experiment=experiment, customer=case.customer_id).exists():
        raise Refused("They were drawn already, and count in the arm that was drawn.")
    _keep_out(experiment, case, Fixed.OBJECTION, because.strip(), by=by, at=at)


def foresee(place: str, case: Case) -> str:
    """The arm that `decide` will draw for this case, as far as the record says now; "" where it draws none. A reading."""
    experiment = Experiment.objects.running(place)
    if experiment is None or kept_out(facts_of(case)) is not None:
        return ""
    if KeptOut.objects.filter(experiment=experiment, case=case).exists():
        return ""
    known = Assignment.objects.filter(experiment=experiment, customer=case.customer_id).first()
    return known.arm if known else foreseen(experiment, case.customer_id, _cluster(case)).arm


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


def stratum_of(case: Case) -> str:
    """The kind of case: what failed as far as it was read, how grave it is, and whether they are a key customer."""
    labels = [label for reading in Reading.objects.of(case) for label in reading.standing() if label.acts]
    failed = max(
        (label for label in labels if label.kind == Kind.FAILURE), key=lambda one: one.confidence, default=None
    )
    key = " key" if case.customer.key_customer else ""
    return f"{failed.name if failed else '?'} severity {case.severity}{key}"


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
