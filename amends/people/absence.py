"""A period in which a person cannot act, and who stands in. What is swept when it begins is decided in `standins`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class AbsenceRefused(Exception):  # noqa: N818 - named for the refusal
    """The absence cannot be recorded like this; the sentence says why."""


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Absences, by what holds for them."""

    def standing(self) -> AbsenceQuerySet:
        """Absences that were not called off."""
        return self.filter(cancelled_at=None)

    def at(self, moment: datetime) -> AbsenceQuerySet:
        """Absences that cover this moment."""
        return self.standing().filter(Q(ends_at=None) | Q(ends_at__gt=moment), starts_at__lte=moment)

    def begun(self, moment: datetime) -> AbsenceQuerySet:
        """Absences that cover this moment and were not swept yet; the sweep takes them. Who is here again keeps what is theirs."""
        return self.at(moment).filter(swept_at=None, returned_at=None)


Absences = models.Manager.from_queryset(AbsenceQuerySet)


class AbsenceManager(Absences["Absence"]):
    """How absences come on record."""

    @transaction.atomic
    def plan(
        self,
        person: Person,
        *,
        starts_at: datetime,
        by: Actor,
        at: datetime,
        ends_at: datetime | None = None,
        deputy: Person | None = None,
    ) -> Absence:
        """The person will be away in [starts_at, ends_at), or until they say that they are back.

        What is theirs moves when it begins (`standins.sweeping`). Raises AbsenceRefused for a period that is over or
        empty, that overlaps another of theirs, and for a deputy who is the person themselves or has left.
        """
        if ends_at is not None and (ends_at <= starts_at or ends_at <= at):
            message = "An absence ends after it begins, and in the future."
            raise AbsenceRefused(message)
        if deputy is not None and (deputy.pk == person.pk or not deputy.is_active):
            message = "Somebody else who works here has to stand in."
            raise AbsenceRefused(message)
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # nobody gives them anything at this moment
        overlapping = self.standing().filter(Q(ends_at=None) | Q(ends_at__gt=starts_at), person=person)
        if (overlapping.filter(starts_at__lt=ends_at) if ends_at else overlapping).exists():
            message = f"{person.name} is already away at that time. Change or end that absence instead."
            raise AbsenceRefused(message)
        absence = self.create(
            person=person, starts_at=starts_at, ends_at=ends_at, deputy=deputy, recorded_at=at,
            recorded_by=by if isinstance(by, Person) else None,
        )  # fmt: skip
        record(
            "absence.planned", by=by, at=at, name=person.name, person=person.pk, starts=f"{starts_at:%d %b %H:%M}",
            deputy=deputy.name if deputy else "",
        )  # fmt: skip
        return absence


class Absence(models.Model):
    """One period [starts_at, ends_at) of one person; without an end it lasts until they say that they are back.

    Why they are away is nobody's business here and is not kept. Two of one person never overlap: the database refuses.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    swept_at = models.DateTimeField(null=True, help_text="when what was theirs found somebody present")
    returned_at = models.DateTimeField(null=True, help_text="when what was given away was offered back")
    cancelled_at = models.DateTimeField(null=True)

    objects = AbsenceManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="absence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("person")), name="absence_deputy_is_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(swept_at=None) | Q(swept_at__gte=F("starts_at")), name="absence_swept_after_it_began"
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at"], condition=Q(swept_at=None, cancelled_at=None), name="absence_to_sweep"),
            models.Index(
                fields=["ends_at"], condition=Q(returned_at=None, cancelled_at=None), name="absence_to_return"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.name} is away"

    @transaction.atomic
    def cancel(self, *, by: Actor, at: datetime) -> None:
        """It will not happen after all; one that has begun is ended instead (`standins.returning`)."""
        if Absence.objects.filter(pk=self.pk, swept_at=None, cancelled_at=None).update(cancelled_at=at) != 1:
            message = "This absence has begun, or was called off before. Say that they are back instead."
            raise AbsenceRefused(message)
        record("absence.cancelled", by=by, at=at, name=self.person.name, person=self.person_id)


@transaction.atomic
def name_deputy(person: Person, deputy: Person | None, *, by: Actor, at: datetime) -> None:
    """Whenever the person is away and nothing else is said, the deputy stands in.

    Raises AbsenceRefused when the deputy's own deputies would lead back to the person.
    """
    following, seen = deputy, {person.pk}
    while following is not None:
        if following.pk in seen:
            message = f"{deputy} is stood in for, in the end, by {person.name}: that is a circle."
            raise AbsenceRefused(message)
        seen.add(following.pk)
        following = following.deputy
    person.deputy = deputy
    person.save(update_fields=["deputy"])
    record(
        "person.deputy_named", by=by, at=at, name=person.name, deputy=deputy.name if deputy else "nobody",
        person=person.pk,
    )  # fmt: skip
