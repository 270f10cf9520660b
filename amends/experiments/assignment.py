"""Who was drawn into which arm, with what probability; and who was kept out, and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.models import F, Q

from amends.cases.case import Case
from amends.customers.customer import Customer
from amends.experiments.experiment import Experiment
from amends.journal.entry import record
from amends.people.person import Person
from amends.trials.drawing import Drawn, Fixed, draw, in_blocks

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

_DRAWING = 0x4C4F5421  # the class of our advisory locks


class AssignmentManager(models.Manager["Assignment"]):
    """How customers come to an arm."""

    def draw(
        self, experiment: Experiment, customer: int, *, case: Case | None, cost: Decimal = Decimal(0), cluster: str = "",
        stratum: str = "", by: Actor, at: datetime,
    ) -> Assignment:  # fmt: skip
        """The customer's arm, drawn once and theirs for good; `cluster` is drawn together. Part of the verb that decides.

        In an experiment by blocks it is the next of their `stratum`; whoever is of a cluster has the arm of its first.
        """
        known = self.filter(experiment=experiment, customer=customer).first()
        if known is not None:
            return known
        found, number = self._next(experiment, stratum, cluster) if experiment.blocks else (None, None)
        found = found or foreseen(experiment, customer, cluster)
        row = self.create(
            experiment=experiment, customer_id=customer, case=case, arm=found.arm, propensity=found.propensity, draw=found.draw,
            cluster=cluster, stratum=stratum, number=number, sealed=experiment.sealed, drawn_at=at, cost=cost,
        )  # fmt: skip
        record(
            "experiment.drawn", by=by, at=at, case_id=case.pk if case else None, name=experiment.name, experiment=experiment.pk,
            propensity=round(found.propensity, 4), customer=customer,
        )  # fmt: skip
        return row

    def _next(self, experiment: Experiment, stratum: str, cluster: str) -> tuple[Drawn, int | None]:
        """The arm of the stratum's next customer; one at a time, so that no number is given twice."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_DRAWING, experiment.pk % 2**31])
        rows = self.filter(experiment=experiment)
        first = rows.filter(cluster=cluster).order_by("pk").first() if cluster else None
        if first is not None:
            return Drawn(first.arm, first.propensity, first.draw), None
        number = rows.filter(stratum=stratum, number__isnull=False).count()
        return in_blocks(bytes(experiment.secret), experiment.name, stratum, number, _arms(experiment)), number


def foreseen(experiment: Experiment, customer: int, cluster: str = "") -> Drawn:
    """The arm that the hash gives them, whenever it is drawn; not of an experiment by blocks."""
    key = cluster or f"customer {customer}"
    return draw(bytes(experiment.secret), experiment.name, key, _arms(experiment))


def _arms(experiment: Experiment) -> list[tuple[str, float]]:
    return [(name, float(share)) for name, share in experiment.arms]


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
    stratum = models.CharField(
        max_length=40, blank=True, default="", db_default="", help_text="the kind of case, where it is drawn by blocks"
    )
    number = models.IntegerField(null=True, help_text="the how-manieth of its stratum, from nought")
    sealed = models.CharField(max_length=64, help_text="of the registration as it was at the draw")
    drawn_at = models.DateTimeField()
    cost = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    result = models.CharField(max_length=10, blank=True, default="")
    resulted_at = models.DateTimeField(null=True)

    objects = AssignmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["experiment", "customer"], name="assignment_one_arm_each"),
            models.UniqueConstraint(
                fields=["experiment", "stratum", "number"],
                condition=Q(number__isnull=False),
                name="assignment_numbered_once",
            ),
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
