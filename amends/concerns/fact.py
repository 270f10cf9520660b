"""What the case rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class About(models.TextChoices):
    """The specifics a case needs; the checklist a call walks through."""

    WHAT = "what", "what happened"
    WHEN = "when", "when"
    WHERE = "where", "where"
    ORDER = "order", "order or account"
    AMOUNT = "amount", "amount"
    EFFECT = "effect", "effect on them"
    OTHER = "other", "other"


class Status(models.TextChoices):
    """How we know it."""

    TOLD = "told", "told by the customer"
    VERIFIED = "verified", "verified"
    ASSUMED = "assumed", "assumed"


class FactManager(models.Manager["Fact"]):
    """How facts come on record."""

    @transaction.atomic
    def note(self, words: str, *, by: Actor, at: datetime, about: str = About.OTHER, status: str = Status.TOLD) -> Fact:
        """Something the case rests on, and how we know it."""
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip():
            message = "Write the fact down."
            raise Refused(message)
        fact = self.create(words=words.strip(), about=about, status=status, noted_at=at, noted_by_id=person_id(by))
        record("fact.noted", by=by, at=at, case_id=case.pk, words=fact.words, about=about, status=status)
        return fact


class Fact(models.Model):
    """Something the case rests on."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="facts")
    about = models.CharField(max_length=8, choices=About.choices, default=About.OTHER)
    words = models.TextField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.TOLD)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = FactManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(about__in=About.values), name="fact_about_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="fact_status_known"),
            models.CheckConstraint(condition=~Q(words=""), name="fact_has_words"),
            models.CheckConstraint(
                condition=Q(verified_at=None, verified_by=None)
                | Q(verified_at__isnull=False, verified_by__isnull=False, status=Status.VERIFIED),
                name="fact_verified_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def verify(self, *, by: Person, at: datetime) -> None:
        """Somebody checked it, and it is so."""
        self.status, self.verified_at, self.verified_by = Status.VERIFIED, at, by
        self.save(update_fields=["status", "verified_at", "verified_by"])
        record("fact.verified", by=by, at=at, case_id=self.case_id, words=self.words)
