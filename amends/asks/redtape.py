"""Red tape: what rule or queue stood in the way, and what that cost the customer. Kept for whoever can cut it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime, timedelta


class Kind(models.TextChoices):
    """What stood in the way."""

    RULE = "rule", "a rule"
    APPROVAL = "approval", "waiting for a yes"
    QUEUE = "queue", "waiting in another queue"
    SYSTEM = "system", "a system that would not do it"
    FORM = "form", "a form or document"


class RedTapeManager(models.Manager["RedTape"]):
    """How it is written down."""

    @transaction.atomic
    def note(
        self,
        words: str,
        *,
        kind: str,
        cost: str,
        by: Person,
        at: datetime,
        waited: timedelta | None = None,
    ) -> RedTape:
        """What stood in the way, and what it cost this customer: in words, and in time where that can be said."""
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not words.strip() or not cost.strip():
            message = "Write what stood in the way, and what it cost the customer."
            raise Refused(message)
        row = self.create(
            words=words.strip(), kind=Kind(kind), cost=cost.strip(), waited=waited, noted_at=at, noted_by=by
        )
        record("redtape.noted", by=by, at=at, case_id=case.pk, words=row.words, cost=row.cost)
        return row


class RedTape(models.Model):
    """One thing that stood in one customer's way."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="red_tape")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField()
    cost = models.TextField()
    waited = models.DurationField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = RedTapeManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="redtape_kind_known"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(cost=""), name="redtape_says_what_it_cost"),
        ]

    def __str__(self) -> str:
        return self.words
