"""What the coach said of one message of ours before it left; a message that it would have held back carries a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.coach import Review
    from amends.messages.message import Message


class HeldBack(Refused):
    """The coach holds this reply back; `review` says what for. Put it right, or send it with a reason.

    One of the desk's own letters needs none (`sure` is false): whoever reads what is said of it may send it as it is.
    """

    def __init__(self, found: Review, *, sure: bool = True) -> None:
        self.review, self.sure = found, sure
        whys = " ".join(dict.fromkeys(finding.why for finding in found.findings if finding.level == "block"))
        rest = "If it must go as it is, say why." if sure else "To send it as it is, press again."
        super().__init__(f"Read it once more before it goes: {whys} {rest}")


class AdviceManager(models.Manager["Advice"]):
    """How advice is kept."""

    def keep(
        self, found: Review, message: Message, case: Case, *, sure: str | None, by: Person, at: datetime
    ) -> Advice:
        """What was found stands beside the message; an override is journaled with its reason (`sure`).

        None for a letter that nothing could hold back. Part of the verb that writes.
        """
        checks = sorted({finding.check for finding in found.findings})
        blocked = sorted({finding.check for finding in found.findings if finding.level == "block"})
        held, because = (blocked, sure.strip()) if blocked and sure is not None else ([], "")
        if held:
            record("advice.overridden", by=by, at=at, case_id=case.pk, because=because, checks=", ".join(held))
        return self.create(
            message=message, score=found.score, checks=checks, held=held, because=because,
            overridden_by=by if held else None,
        )  # fmt: skip


class Advice(models.Model):
    """The checks that spoke about one message, those of them that would have held it back, and why it went all the same."""

    message = models.OneToOneField("amends.Message", on_delete=models.PROTECT, related_name="advice")
    score = models.SmallIntegerField()
    checks = ArrayField(models.CharField(max_length=4), default=list)
    held = ArrayField(models.CharField(max_length=4), default=list)
    because = models.TextField(blank=True, default="")
    overridden_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = AdviceManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=100), name="advice_score_is_of_a_hundred"),
            models.CheckConstraint(
                condition=Q(held=[], because="", overridden_by=None)
                | ~Q(held=[]) & ~Q(because="") & Q(overridden_by__isnull=False),
                name="advice_overridden_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(held__contained_by=models.F("checks")), name="advice_held_was_found"),
        ]
        indexes = [models.Index(fields=["id"], condition=~Q(held=[]), name="advice_overridden")]

    def __str__(self) -> str:
        return f"{self.score}: {', '.join(self.checks)}"
