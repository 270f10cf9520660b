"""What an experiment at the desk says: everybody drawn, in the arm that was drawn, so many days after the draw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from amends.authority.spend import Spend
from amends.cases.case import Case, Origin
from amends.experiments.arms import Place
from amends.experiments.assignment import Assignment, KeptOut
from amends.experiments.experiment import Experiment
from amends.journal.entry import record
from amends.outcomes.activity import Activity, Feed, Kind
from amends.outcomes.fate import Result, fate
from amends.outcomes.settling import acts_of, usual_gap
from amends.outcomes.tables import shares
from amends.trials.drawing import Fixed
from amends.trials.planning import Plan, plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.trials.drawing import Ratio
    from amends.trials.judging import Arm, Comparison, Cost

#: Whoever is unknown so long after their time stays so: their systems tell nothing of them.
_PATIENCE = timedelta(days=60)
_LATELY = timedelta(days=90)
_YEAR = timedelta(days=365)
#: Where the lot decides what is given; elsewhere no arm costs more than another.
_COSTLY = (Place.MENU, Place.CARD, Place.TOKEN)
_GOOD = (Result.KEPT, Result.ADVOCATE)


@transaction.atomic
def judge_drawn(*, by: Actor, at: datetime, most: int = 500) -> int:
    """Those drawn whose time is over by what was told have their result, once; returns how many. A job of each night."""
    seen, found = Feed.objects.known_until(at=at), 0
    if seen is None:
        return 0
    for days in (30, 90, 180, 365):
        over = seen - timedelta(days=days)
        waiting = Assignment.objects.filter(
            experiment__days=days, result="", drawn_at__lte=over, drawn_at__gt=over - _PATIENCE
        )
        rows = list(
            waiting.select_for_update(skip_locked=True, of=("self",))
            .select_related("customer")
            .order_by("drawn_at")[:most]
        )
        acts, usual = acts_of({_now(row) for row in rows}), usual_gap()
        for row in rows:
            became = fate(acts.get(_now(row), ()), zero=row.drawn_at, seen=seen, usual=usual).by(days)
            if became != Result.UNKNOWN:
                row.result, row.resulted_at, found = became, max(at, row.drawn_at + timedelta(days=days)), found + 1
        Assignment.objects.bulk_update([row for row in rows if row.result], ["result", "resulted_at"])
    if found:
        record("experiment.judged", by=by, at=at, count=found)
        for experiment in Experiment.objects.filter(assignments__resulted_at=at).distinct():
            experiment.found = _said(results(experiment))
            experiment.save(update_fields=["found"])
    return found


def _said(now: Results) -> dict[str, dict[str, object]]:
    """What may be said of each arm, as it is kept with the experiment; nothing where the lot was not fair or hides somebody."""
    return {
        arm.name: {
            "verdict": str(arm.comparison.verdict), "difference": round(arm.comparison.difference, 4),
            "low": round(arm.comparison.low, 4), "high": round(arm.comparison.high, 4), "n": sum(arm.comparison.n),
        }
        for arm in now.arms
        if arm.comparison and now.alike and arm.comparison.low > -1
    }  # fmt: skip


def _now(row: Assignment) -> int:
    """Whoever the customer was found to be since the draw."""
    return row.customer.merged_into_id or row.customer_id


@dataclass(frozen=True, slots=True)
class ArmSoFar:
    """One arm: how many were drawn, of how many it is known what became of them, and how many of those were kept."""

    name: str
    drawn: int
    known: int
    kept: int
    comparison: Comparison | None = None
    cost: Cost | None = None

    @property
    def unknown_share(self) -> float:
        """The share of whom nothing is known yet."""
        return 1 - self.known / self.drawn if self.drawn else 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """The arms, the control first; whether the lot was fair; whether as many are unknown in each; and who was kept out.

    `left`: the share of the variance that is left where it is judged freed of what was known before; 1.0 where it is not.
    """

    arms: Sequence[ArmSoFar]
    ratio: Ratio
    alike: bool
    kept_out: Mapping[str, int]
    objected: int
    left: float = 1.0


def results(experiment: Experiment) -> Results:
    """What may be said now. Whoever had to go counts as not kept: that is no success of an arm."""
    from amends.trials.judging import Arm, judge  # noqa: PLC0415 -- NumPy and SciPy, for this page alone

    names = [(name, float(share)) for name, share in experiment.arms]
    rows = Assignment.objects.filter(experiment=experiment)
    drawn: Counter[str] = Counter()
    became: dict[str, Counter[str]] = {name: Counter() for name, _ in names}
    for arm, result, n in rows.values_list("arm", "result").annotate(n=Count("pk")).order_by():
        drawn[arm] += n
        became[arm][result] += n
    counted = {name: _known(became[name]) for name, _ in names}
    arms = {name: Arm.counted(kept, known) for name, (kept, known) in counted.items()}
    left = 1.0
    if experiment.adjusted or experiment.blocks:
        arms, left = _freed(experiment, arms)
    ratio, found = judge(
        arms, drawn, names, margin=float(experiment.margin), planned=experiment.planned, alpha=float(experiment.alpha)
    )
    costs = _costs(experiment, names)
    so_far = [
        ArmSoFar(name, drawn[name], counted[name][1], counted[name][0], found.get(name), costs.get(name))
        for name, _ in names
    ]
    shares_ = [arm.unknown_share for arm in so_far]
    out = dict(KeptOut.objects.filter(experiment=experiment).values_list("fixed").annotate(n=Count("pk")).order_by())
    return Results(
        so_far, ratio, max(shares_) - min(shares_) <= 0.03,  # noqa: PLR2004 -- three points, as the guard has it
        {Fixed[name].value: n for name, n in out.items()}, out.get(Fixed.OBJECTION.name, 0), left,
    )  # fmt: skip


def _known(became: Counter[str]) -> tuple[int, int]:
    return sum(became[good] for good in _GOOD), sum(n for result, n in became.items() if result)


def _freed(experiment: Experiment, arms: Mapping[str, Arm]) -> tuple[dict[str, Arm], float]:
    """The arms as they were registered to be judged: freed of the year before the draw, and of the kind of case."""
    import numpy as np  # noqa: PLC0415

    from amends.trials.judging import Arm, freed  # noqa: PLC0415

    rows = Assignment.objects.filter(experiment=experiment).exclude(result="")
    rows = rows.annotate(now=Coalesce("customer__merged_into", "customer"))
    bought = (
        Activity.objects.filter(
            customer=OuterRef("now"), kind__in=(Kind.ORDER, Kind.RENEWAL), at__lt=OuterRef("drawn_at"),
            at__gte=OuterRef("drawn_at") - _YEAR,
        )
        .order_by().values("customer").annotate(n=Count("pk")).values("n")
    )  # fmt: skip
    found = list(rows.annotate(bought=Subquery(bought)).values_list("arm", "result", "bought", "stratum"))
    names = np.array([arm for arm, *_ in found])
    outcomes = np.array([float(result in _GOOD) for _, result, *_ in found])
    before = np.log1p(np.array([float(n or 0) if experiment.adjusted else 0.0 for _, _, n, _ in found]))
    values, left = freed(outcomes, before, [stratum for *_, stratum in found])
    means = {name: float(values[names == name].mean()) if arm.n else 0.0 for name, arm in arms.items()}
    return {name: Arm(arm.n, means[name], arm.variance * left) for name, arm in arms.items()}, left


def _costs(experiment: Experiment, names: Sequence[tuple[str, float]]) -> dict[str, Cost]:
    """What one more kept customer costs in each arm, against the control."""
    import numpy as np  # noqa: PLC0415

    from amends.trials.judging import cost_of_one_more  # noqa: PLC0415

    if experiment.place not in _COSTLY:
        return {}
    given = Spend.objects.filter(case=OuterRef("case"), released_at=None).order_by().values("case")
    known = Assignment.objects.filter(experiment=experiment).exclude(result="")
    if (
        experiment.place != Place.MENU
    ):  # the order of three is counted by the dearest; what was put aside is known of the rest
        known = known.annotate(given=Subquery(given.annotate(sum=Sum("amount")).values("sum")))
    rows = known.values_list("arm", "result", "cost" if experiment.place == Place.MENU else "given")
    kept: dict[str, list[float]] = {name: [] for name, _ in names}
    cost: dict[str, list[float]] = {name: [] for name, _ in names}
    for arm, result, amount in rows.iterator(2000):
        kept[arm].append(float(result in _GOOD))
        cost[arm].append(float(amount or 0))
    (control, _), *others = names
    base = np.array(kept[control]), np.array(cost[control])
    return {name: cost_of_one_more(np.array(kept[name]), np.array(cost[name]), *base) for name, _ in others}


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """How long it would take here, from what the desk itself has seen; None with the reason where it has not seen enough."""

    plan: Plan | None
    base: float | None
    monthly: float
    because: str = ""


def own_plan(*, days: int, margin: float, arms: int, at: datetime, base: float | None = None) -> OwnPlan:
    """The size and the months, by the cases of the last 90 days and the share kept here; `base` where that is not known yet."""
    rows = Case.objects.filter(received_at__gt=at - _LATELY, received_at__lte=at, origin=Origin.COMPLAINT)
    monthly = round(rows.count() / _LATELY.days * 30.4, 1)
    if not monthly:
        return OwnPlan(None, base, monthly, "no complaint came in the last 90 days: there is nobody to compare")
    kept = shares(at=at).get(("all", days), {}).get("")
    known = base if base is not None else (kept.rate.rate if kept else None)
    if known is None:
        n = kept.rate.n if kept else 0
        return OwnPlan(None, None, monthly, f"not enough data (n {n}): say yourself what share is kept now")
    if not 0 < known < 1 - margin:
        return OwnPlan(None, known, monthly, f"{known:.0%} are kept now: {100 * margin:g} points more cannot be")
    return OwnPlan(plan(known, margin, monthly=monthly, arms=arms), known, monthly)
