"""A drill of an absence: somebody is away as of now, everything that follows is done and timed, and all of it is taken back."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.standins.standin import StandIn
from amends.standins.sweeping import go_away

if TYPE_CHECKING:
    from datetime import datetime


class _TakenBack(Exception):  # noqa: N818 - how a rehearsal ends
    """Everything the rehearsal did is undone."""


class DrillManager(models.Manager["AbsenceDrill"]):
    """How a drill is run."""

    @transaction.atomic
    def run(self, person: Person, *, by: Person, at: datetime) -> AbsenceDrill:
        """What would follow if this person fell ill now is done, counted, timed and taken back; nobody is told and nothing moves.

        `milliseconds` is what the desk itself took; how long people take to notice is not rehearsed.
        """
        check(by, "second")
        counts, began = {"things": 0, "covered": 0, "untold": 0}, perf_counter()
        try:
            with transaction.atomic():
                last = StandIn.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
                go_away(person, starts_at=at, by=DESK, at=at)
                rows = StandIn.objects.filter(pk__gt=last)
                counts["things"], counts["covered"] = rows.count(), rows.filter(person__isnull=False).count()
                counts["untold"] = rows.filter(deadline__isnull=False).count()
                raise _TakenBack  # noqa: TRY301 - the one way to undo it
        except _TakenBack:
            milliseconds = round((perf_counter() - began) * 1000)
        row = self.create(person=person, run_at=at, run_by=by, milliseconds=milliseconds, **counts)
        record(
            "drill.run", by=by, at=at, name=person.name, things=row.things, covered=row.covered, person=person.pk
        )  # fmt: skip
        return row


class AbsenceDrill(models.Model):
    """One rehearsal: of `things` (cases, calls, asks) so many found somebody present; `untold`: customers who would hear of it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    run_at = models.DateTimeField()
    run_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    things = models.IntegerField()
    covered = models.IntegerField()
    untold = models.IntegerField()
    milliseconds = models.IntegerField()

    objects = DrillManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(covered__lte=models.F("things")), name="drill_covers_what_there_is")
        ]
        indexes = [models.Index(fields=["-run_at"], name="drill_latest")]

    def __str__(self) -> str:
        return f"{self.person.name}: {self.covered} of {self.things}"
