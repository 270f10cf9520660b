"""Who was drawn into which arm, with what probability; and who was kept out, and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from amends.cases.case import Case
from amends.customers.customer import Customer
from amends.experiments.experiment import Experiment
from amends.journal.entry import record
from amends.people.person import Person
from amends.trials.drawing import Fixed, draw

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class AssignmentManager(models.Manager["Assignment"]):
    """How customers come to an arm."""

    def draw(
        self, experiment: Experiment, customer: int, *, case: Case | None, cost: Decimal = Decimal(0), cluster: str = "", by: Actor,
        at: datetime,
    ) -> Assignment:  # fmt: skip
        """The customer's arm, drawn once and theirs for good; `cluster` is drawn together. Part of the verb that offers."""
        known = self.filter(experiment=experiment, customer=customer).first()
        if known is not None:
            return known
        key = cluster or f"customer {customer}"
        arms = [(name, float(share)) for name, share in experiment.arms]
        found = draw(bytes(experiment.secret), experiment.name, key, arms)
        row = self.create(
            experiment=experiment, customer_id=customer, case=case, arm=found.arm, propensity=found.propensity, draw=found.draw,
            cluster=cluster, sealed=experiment.sealed, drawn_at=at, cost=cost,
        )  # fmt: skip
        record(
            "experiment.drawn", by=by, at=at, case_id=case.pk if case else None, name=experiment.name, experiment=experiment.pk,
            propensity=round(found.propensity, 4), customer=customer,
        )  # fmt: skip
        return row


class Assignment(models.Model):
    """One customer in one arm. Everybody drawn counts in the arm that was drawn, whatever they then received.

    `result` is what became of them after the experiment's days (kept by a job, empty while unknown). The database refuses
    every other change.
    """

    experiment = models.ForeignKey(Experiment, on_delete=models.PROTECT, related_name="assignments")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="drawn")
    arm = models.CharField(max_length=20)
    propensity = models.FloatField()
    draw = models.FloatField()
    cluster = models.CharField(
        max_length=60, blank=True, default="", help_text="those who were hit by the same thing, and can compare"
    )
    sealed = models.CharField(max_length=64, help_text="of the registration as it was at the draw")
    drawn_at = models.DateTimeField()
    cost = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    result = models.CharField(max_length=10, blank=True, default="")
    resulted_at = models.DateTimeField(null=True)

    objects = AssignmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["experiment", "customer"], name="assignment_one_arm_each"),
            models.CheckConstraint(
                condition=Q(propensity__gt=0, propensity__lte=1, draw__gte=0, draw__lt=1), name="assignment_drawn"
            ),
            models.CheckConstraint(
                condition=Q(result="", resulted_at=None)
                | Q(result__in=["kept", "lost", "advocate", "elsewhere"], resulted_at__gt=F("drawn_at")),
                name="assignment_result_with_a_date",
            ),
        ]
        indexes = [models.Index(fields=["drawn_at"], condition=Q(result=""), name="assignment_without_result")]

    def __str__(self) -> str:
        return self.arm


class KeptOut(models.Model):
    """A case that was not drawn, and what kept it out. An objection of whoever had it bears their reason."""

    experiment = models.ForeignKey(Experiment, on_delete=models.PROTECT, related_name="kept_out")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    fixed = models.CharField(max_length=12, choices=[(each.name, each.value) for each in Fixed])
    because = models.TextField(blank=True, default="")
    kept_out_at = models.DateTimeField()
    kept_out_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "kept out"
        constraints = [
            models.CheckConstraint(
                condition=Q(fixed__in=[each.name for each in Fixed]), name="kept_out_by_a_known_rule"
            ),
            models.CheckConstraint(
                condition=~Q(fixed=Fixed.OBJECTION.name) | ~Q(because=""), name="kept_out_objection_with_a_reason"
            ),
            models.UniqueConstraint(fields=["experiment", "case"], name="kept_out_once"),
        ]

    def __str__(self) -> str:
        return str(self.get_fixed_display())
