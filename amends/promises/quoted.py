"""What the desk knew of a date at the moment it was promised: the date that would hold, and the chance of the one that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from amends.leadtimes.lesson import Lesson

if TYPE_CHECKING:
    from datetime import datetime

    from amends.leadtimes.proposing import Proposal
    from amends.promises.promise import Promise


class QuotedManager(models.Manager["Quoted"]):
    """How it is remembered."""

    def note(self, promise: Promise, proposal: Proposal, *, said: datetime, hurried: str) -> Quoted:
        """What was known is kept with the promise; part of the verb that makes it."""
        stood = dict(proposal.stood)
        return self.create(
            promise=promise, lesson=proposal.lesson, said_due_at=said, required=proposal.sure.probability,
            proposed_due_at=proposal.due, because=proposal.because, chance=proposal.chance(said),
            hurried=hurried.strip() if proposal.is_early(said) else "", n=proposal.n, level=proposal.level,
            cohort=proposal.cohort[:200], due_50=stood.get(0.5), due_80=stood.get(0.8), due_90=stood.get(0.9),
            due_95=stood.get(0.95),
        )  # fmt: skip

    def note_moved(self, promise: Promise, proposal: Proposal, *, said: datetime, hurried: str) -> None:
        """What was known when its date was moved is kept beside what was known first; part of the verb that moves it."""
        self.filter(promise=promise).update(
            moved_to=said, moved_proposed_due_at=proposal.due, moved_chance=proposal.chance(said),
            moved_hurried=hurried.strip() if proposal.is_early(said) else "",
        )  # fmt: skip


class Quoted(models.Model):
    """One promise's quote. Without `proposed_due_at` no date could be given, and `because` says why.

    A date that was said although it would be kept less often than `required` bears the reason: `hurried`. `due_50` to
    `due_95` are the dates that were to hold so many times in a hundred; what became of them says whether quotes are honest.
    `moved_to` and what follows it say the same of the one date it was moved to, asked for when it had been open a while.
    """

    promise = models.OneToOneField("amends.Promise", on_delete=models.PROTECT, related_name="quoted")
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, null=True, related_name="quotes")
    said_due_at = models.DateTimeField()
    required = models.FloatField()
    proposed_due_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True, default="")
    chance = models.FloatField(null=True)
    hurried = models.TextField(blank=True, default="")
    n = models.IntegerField(default=0)
    level = models.SmallIntegerField(default=0)
    cohort = models.CharField(max_length=200, blank=True, default="")
    due_50 = models.DateTimeField(null=True)
    due_80 = models.DateTimeField(null=True)
    due_90 = models.DateTimeField(null=True)
    due_95 = models.DateTimeField(null=True)
    moved_to = models.DateTimeField(null=True)
    moved_proposed_due_at = models.DateTimeField(null=True)
    moved_chance = models.FloatField(null=True)
    moved_hurried = models.TextField(blank=True, default="")

    objects = QuotedManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(required__gt=0, required__lt=1) & (Q(chance=None) | Q(chance__gte=0, chance__lte=1)),
                name="quoted_probabilities",
            ),
            models.CheckConstraint(
                condition=Q(proposed_due_at=None, level=0) & ~Q(because="")
                | Q(
                    proposed_due_at__isnull=False, chance__isnull=False, lesson__isnull=False, because="", level__gte=1
                ),
                name="quoted_date_or_why",
            ),
            models.CheckConstraint(
                condition=~Q(hurried="")
                | Q(proposed_due_at__lte=F("said_due_at"))
                | Q(proposed_due_at=None) & (Q(chance=None) | Q(chance__gte=F("required"))),
                name="quoted_early_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None, moved_proposed_due_at=None, moved_chance=None, moved_hurried="")
                | Q(moved_to__isnull=False) & (Q(moved_chance=None) | Q(moved_chance__gte=0, moved_chance__lte=1)),
                name="quoted_move_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["lesson", "said_due_at"], name="quoted_of_a_lesson")]

    def __str__(self) -> str:
        return self.cohort or self.because
