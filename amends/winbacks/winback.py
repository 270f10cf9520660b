"""One lost customer asked back, or left alone for comparison: why they left, which way was drawn, and the case it became."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case, Origin, Severity
from amends.cases.ending import Refused
from amends.cases.harm import ensure_unharmed
from amends.cases.stages import Ending, Stage
from amends.customers.customer import Channel, Customer
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import first_answer
from amends.deadlines.ruling import choose
from amends.experiments.arms import Approach, Place
from amends.experiments.assignment import Assignment
from amends.experiments.experiment import Experiment
from amends.experiments.lots import facts_of, stratum_of
from amends.journal.entry import record
from amends.outcomes.activity import Activity, Kind
from amends.outcomes.fate import Loss
from amends.outcomes.outcome import Outcome
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import here
from amends.problems.problem import Problem
from amends.trials.drawing import kept_out

if TYPE_CHECKING:
    from datetime import datetime

#: Nobody is asked back twice within so long.
_REST = timedelta(days=365)
_LETTERS = {
    Approach.APOLOGY: "Tell them that you are sorry, for what, and what you would do differently. Ask for nothing.",
    Approach.DISCOUNT: "Say that you are sorry, and offer what the catalogue allows for such a loss.",
    Approach.PROOF: "Say that you are sorry, and show them what was put right since: {fix}.",
}


class WinBackManager(models.Manager["WinBack"]):
    """How customers are asked back."""

    def lost(self, *, since: datetime) -> models.QuerySet[Outcome]:
        """Customers lost since then who did not come back, were not asked yet, and did not have to go; each by their last case."""
        asked = self.filter(asked_at__gt=since - _REST).values("customer")
        rows = Outcome.objects.filter(lost_at__gte=since, returned_at=None).exclude(loss=Loss.ELSEWHERE)
        rows = rows.exclude(case__customer__in=asked).exclude(
            case__stage__in=[s for s in Stage.values if s != Stage.CLOSED]
        )
        return rows.select_related("case__customer", "case__owner").order_by("-lost_at", "-pk")

    @transaction.atomic
    def ask(
        self,
        outcome: Outcome,
        *,
        by: Person,
        at: datetime,
        approach: str = "",
        reason: str = "",
        fix: Problem | None = None,
    ) -> WinBack:
        """The customer is asked back in the way that was drawn, by a case of their own; or is left alone, if that was drawn.

        Without an experiment, or where a rule keeps them out of it, `approach` says how. `fix` is the problem of theirs that
        was put right: proof needs one. Raises Refused for who was not lost, had to go, came back, was asked before, or may
        come to harm.
        """
        check(by, "work", outcome.case)
        case = Case.objects.hold(outcome.case_id)
        self._ensure_lost(outcome, case, at)
        reason = reason.strip() or _why(case)
        if fix is not None and (fix.is_open or not case.affected.filter(problem=fix).exists()):
            raise Refused("Only what was really put right is proof: a problem of this customer's that is closed.")
        drawn = self._draw(case, fix, by=by, at=at)
        way = drawn.arm if drawn else approach
        if way not in Approach.values or (drawn is None and way == Approach.UNTOUCHED):
            raise Refused("Say how they are asked back: by an apology, a discount, or proof.")
        if way == Approach.PROOF and fix is None:
            raise Refused("Name what was put right since: without it there is no proof.")
        new = None if way == Approach.UNTOUCHED else self._open(case, way, reason, fix, by=by, at=at)
        row = self.create(
            customer=case.customer, lost_case=case, case=new, reason=reason, approach=way, assignment=drawn, fix=fix,
            asked_at=at, asked_by=by,
        )  # fmt: skip
        said = "left alone, by lot" if new is None else Approach(way).label
        record("winback.asked", by=by, at=at, case_id=case.pk, way=said, because=reason)
        return row

    def _ensure_lost(self, outcome: Outcome, case: Case, at: datetime) -> None:
        if not outcome.loss or outcome.loss == Loss.ELSEWHERE:
            raise Refused("This customer was not lost, or had to go: nobody is asked back who did not leave us.")
        if outcome.returned_at is not None:
            raise Refused("They came back by themselves.")
        if self.filter(customer=case.customer_id, asked_at__gt=at - _REST).exists():
            raise Refused("They were asked, or left alone by lot, within a year.")
        ensure_unharmed(case.customer_id)

    def _draw(self, case: Case, fix: Problem | None, *, by: Person, at: datetime) -> Assignment | None:
        experiment = Experiment.objects.running(Place.WIN_BACK)
        if experiment is None or kept_out(facts_of(case)) is not None:
            return None
        if fix is None and any(name == Approach.PROOF for name, _ in experiment.arms):
            return None  # who could not be drawn into every arm is compared with nobody
        stratum = stratum_of(case) if experiment.blocks else ""
        return Assignment.objects.draw(experiment, case.customer_id, case=case, stratum=stratum, by=by, at=at)

    def _open(self, lost: Case, way: str, reason: str, fix: Problem | None, *, by: Person, at: datetime) -> Case:
        row = Case.objects.create(
            customer=lost.customer, origin=Origin.WIN_BACK, channel=lost.channel if lost.channel in {"email", "phone", "letter"}
            else Channel.EMAIL, subject=f"Asking {lost.customer.spoken_name} back"[:300], received_at=at, opened_at=at,
            severity=Severity.MEDIUM, queue=lost.queue, customer_spoke_at=at, product=lost.queue.product,
            packs=list(choose(lost.queue, received_at=at).keys),
        )  # fmt: skip
        due = first_answer(row, since=at)
        Deadline.objects.fall_due(row, Due.FIRST_ANSWER, due, at=at)
        record(
            "case.opened", by=by, at=at, case_id=row.pk, origin=Origin.WIN_BACK.label, channel=row.get_channel_display(),
            severity=row.severity,
        )  # fmt: skip
        if here(by, at=at):
            row.assign(by, by=by, at=at)
        how = _LETTERS[Approach(way)].format(fix=fix.title if fix else "")
        row.notes.write(f"Why we lost them: {reason}\nBefore: case {lost.reference}.\n{how}", by=by, at=at)
        return row


class WinBack(models.Model):
    """One lost customer, asked back or left alone. `case` is theirs, of origin `win_back`; nobody left alone has one."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="win_backs")
    lost_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="win_backs")
    case = models.OneToOneField(Case, on_delete=models.PROTECT, null=True, related_name="win_back")
    reason = models.TextField(help_text="why we lost them")
    approach = models.CharField(max_length=10, choices=Approach.choices)
    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, null=True, related_name="win_back")
    fix = models.ForeignKey(Problem, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WinBackManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(approach__in=Approach.values), name="winback_approach_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="winback_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(approach=Approach.PROOF) | Q(fix__isnull=False), name="winback_proof_of_a_fix"
            ),
            models.CheckConstraint(
                condition=Q(approach=Approach.UNTOUCHED, case=None, assignment__isnull=False)
                | ~Q(approach=Approach.UNTOUCHED) & Q(case__isnull=False),
                name="winback_untouched_by_lot_alone",
            ),
        ]
        indexes = [models.Index(fields=["-asked_at"], name="winback_recent")]

    def __str__(self) -> str:
        return f"{self.customer}: {self.get_approach_display()}"


def _why(case: Case) -> str:
    """The reason that is on record: of the notice they gave, of the ending, or what the case was about."""
    notice = (
        Activity.objects.filter(customer=case.customer_id, kind=Kind.CANCELLATION)
        .exclude(reason="")
        .order_by("-at")
        .first()
    )
    if notice is not None:
        return notice.reason
    closure = case.closures.filter(ending=Ending.LOST).order_by("-closed_at").first()
    return (closure.because if closure else "") or f"left without a word after “{case.subject or case.reference}”"
