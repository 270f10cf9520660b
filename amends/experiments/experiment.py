"""An experiment as it was registered. The database refuses every change of it; it is only begun, and stopped with a reason."""

from __future__ import annotations

import secrets
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.ending import Refused
from amends.experiments.arms import ARMS, CONTROL, Place
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.trials.drawing import NotDrawn, Registration, in_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


DAYS = (30, 90, 180, 365)


class ExperimentManager(models.Manager["Experiment"]):
    """How experiments come to be."""

    @transaction.atomic
    def register(
        self, name: str, *, hypothesis: str, place: str, arms: Mapping[str, Decimal], days: int, margin: Decimal, planned: int,
        stops: str, by: Person, at: datetime, alpha: Decimal = Decimal("0.05"), blocks: bool = False, adjusted: bool = False,
    ) -> Experiment:  # fmt: skip
        """It is on record for good; `begin` starts the draw. The control is among the arms, whose shares add up to 1.

        `blocks`: of each kind of case every arm has its share after a few. `adjusted`: what is said of it is freed of what
        the customers had bought in the year before the draw. Raises Refused for a comparison that cannot be made, or does not
        say beforehand what it looks for and when it stops.
        """
        check(by, "experiments")
        if place not in Place.values:
            raise Refused(f"There is no place {place!r}; there are: {', '.join(Place.values)}.")
        if unknown := set(arms) - set(ARMS[place].values):
            raise Refused(f"There is no arm {min(unknown)!r} there; there are: {', '.join(ARMS[place].values)}.")
        if CONTROL[Place(place)] not in arms:
            raise Refused(f"One arm must be “{CONTROL[Place(place)]}”: the others are held against it.")
        if days not in DAYS:
            raise Refused(f"Customers are counted after {', '.join(map(str, DAYS))} days.")
        if not (name.strip() and hypothesis.strip() and stops.strip()):
            message = "Say its name, what you expect and why, and when it stops, before the first draw."
            raise Refused(message)
        control = CONTROL[Place(place)]
        shares = sorted(((arm, float(share)) for arm, share in arms.items()), key=lambda pair: pair[0] != control)
        row = self.model(
            name=name.strip()[:80], hypothesis=hypothesis.strip(), place=place, arms=shares, days=days, margin=margin,
            planned=planned, stops=stops.strip(), alpha=alpha, secret=secrets.token_bytes(32), registered_at=at, registered_by=by,
            blocks=blocks, adjusted=adjusted,
        )  # fmt: skip
        if blocks and place == Place.OPENING:
            raise Refused("The first words are shown before they are sent: no blocks there.")
        try:
            row.sealed = row.registration.sealed
            if blocks:
                in_blocks(bytes(row.secret), row.name, "", 0, row.registration.arms)
        except NotDrawn as refusal:
            raise Refused(str(refusal)) from refusal
        if self.filter(name=row.name).exists():
            raise Refused(f"There is an experiment “{row.name}” already. Give this one a name of its own.")
        row.save(force_insert=True)
        record("experiment.registered", by=by, at=at, name=row.name, sealed=row.sealed[:12], experiment=row.pk)
        return row

    def running(self, place: str) -> Experiment | None:
        """The one that draws there now."""
        return self.filter(place=place, begun_at__isnull=False, stopped_at=None).first()


class Experiment(models.Model):
    """What was fixed before the first draw: `sealed` is its SHA-256. At one place one runs at a time."""

    name = models.CharField(max_length=80, unique=True)
    hypothesis = models.TextField()
    place = models.CharField(max_length=10, choices=Place.choices)
    arms = models.JSONField(help_text="the control first: name and share")
    days = models.SmallIntegerField(help_text="kept so many days after the draw")
    alpha = models.DecimalField(max_digits=4, decimal_places=3)
    margin = models.DecimalField(max_digits=4, decimal_places=3, help_text="the least difference that matters, a share")
    planned = models.IntegerField(help_text="customers to an arm")
    stops = models.TextField()
    blocks = models.BooleanField(
        default=False, db_default=False, help_text="each arm has its share among cases of a kind"
    )
    adjusted = models.BooleanField(
        default=False, db_default=False, help_text="judged freed of what they bought in the year before the draw"
    )
    secret = models.BinaryField(max_length=32)
    sealed = models.CharField(max_length=64)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    stopped_because = models.TextField(blank=True, default="")

    found = models.JSONField(null=True, help_text="by arm, what may be said of it by the latest results; kept by a job")

    objects = ExperimentManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(place__in=Place.values), name="experiment_place_known"),
            models.CheckConstraint(
                condition=Q(alpha__gt=0, alpha__lt=1, margin__gt=0, margin__lt=1, planned__gte=1, days__in=DAYS),
                name="experiment_states_its_errors",
            ),
            models.CheckConstraint(
                condition=Q(begun_at=None, begun_by=None) | Q(begun_at__isnull=False, begun_by__isnull=False),
                name="experiment_begun_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None, stopped_because="")
                | Q(stopped_at__isnull=False, stopped_by__isnull=False) & ~Q(stopped_because=""),
                name="experiment_stopped_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(begun_at=None) | Q(begun_at__gte=F("registered_at")), name="experiment_registered_first"
            ),
            models.UniqueConstraint(
                fields=["place"], condition=Q(begun_at__isnull=False, stopped_at=None), name="experiment_one_at_a_place"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def registration(self) -> Registration:
        """What was registered, as `trials` judges it. Raises NotDrawn for what no comparison can be made of."""
        also = (", in blocks" if self.blocks else "") + (", freed of the year before" if self.adjusted else "")
        return Registration(
            self.name, self.hypothesis, tuple((name, float(share)) for name, share in self.arms), f"kept, {self.place}{also}",
            self.days, float(self.alpha), float(self.margin), self.planned, self.stops, self.registered_at,
        )  # fmt: skip

    @property
    def state(self) -> str:
        """Whether it draws: `registered`, `running` or `stopped`."""
        return "stopped" if self.stopped_at else "running" if self.begun_at else "registered"

    @transaction.atomic
    def begin(self, *, by: Person, at: datetime) -> None:
        """From now on those who may be drawn are. Refused while another runs at the same place."""
        check(by, "experiments")
        if Experiment.objects.running(self.place):
            raise Refused("Another experiment runs there. Stop it first: two at once would explain each other.")
        fresh = Experiment.objects.filter(pk=self.pk, begun_at=None, stopped_at=None)
        if fresh.update(begun_at=at, begun_by=by) != 1:
            raise Refused("It was begun or stopped before.")
        record("experiment.begun", by=by, at=at, name=self.name, experiment=self.pk)
        self.refresh_from_db()

    @transaction.atomic
    def stop(self, *, because: str, by: Person, at: datetime) -> None:
        """Nobody is drawn any more; those who were count until their time is over."""
        check(by, "experiments")
        if not because.strip():
            raise Refused("Say why it stops, and whether by the rule that was registered.")
        if Experiment.objects.filter(pk=self.pk, stopped_at=None).update(
            stopped_at=at, stopped_by=by, stopped_because=because.strip()
        ) != 1:  # fmt: skip
            raise Refused("It was stopped before.")
        record("experiment.stopped", by=by, at=at, because=because.strip(), name=self.name, experiment=self.pk)
        self.refresh_from_db()
