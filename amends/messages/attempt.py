"""A try that reached nobody. It is an attempt, not a contact: no clock of the customer's stops for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.customers.customer import Channel
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime


class Result(models.TextChoices):
    """Why nobody was reached."""

    NO_ANSWER = "no_answer", "no answer"
    VOICEMAIL = "voicemail", "left a message"
    BUSY = "busy", "busy"
    WRONG = "wrong", "wrong number"
    NOT_HOME = "not_home", "nobody home"


class AttemptManager(models.Manager["Attempt"]):
    """How attempts come on record."""

    @transaction.atomic
    def make(
        self,
        *,
        result: str,
        by: Person,
        at: datetime,
        channel: str = Channel.PHONE,
        tried_at: datetime | None = None,
        follow_up: bool = False,
    ) -> Attempt:
        """Somebody tried and reached nobody."""
        case: Case = self.instance  # type: ignore[attr-defined]
        attempt = self.create(
            channel=channel,
            result=Result(result),
            tried_at=tried_at or at,
            tried_by=by,
            follow_up=follow_up,
            round=case.round,
        )
        record(
            "attempt.made",
            by=by,
            at=tried_at or at,
            case_id=case.pk,
            channel=Channel(channel).label,
            outcome=Result(result).label,
        )
        return attempt


class Attempt(models.Model):
    """One try that reached nobody."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attempts")
    round = models.SmallIntegerField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    result = models.CharField(max_length=10, choices=Result.choices)
    follow_up = models.BooleanField(default=False)
    tried_at = models.DateTimeField()
    tried_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = AttemptManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="attempt_channel_known"),
            models.CheckConstraint(condition=Q(result__in=Result.values), name="attempt_result_known"),
        ]

    def __str__(self) -> str:
        return self.get_result_display()
