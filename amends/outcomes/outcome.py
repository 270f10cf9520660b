"""The outcome of one case, and the counts that the manager's page is read from."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from amends.cases.case import Case
from amends.outcomes.fate import Loss, Result

#: After so many days the handling is graded; whoever was lost before is in no comparison by it (immortal time).
LANDMARK = 30


class Grade(models.TextChoices):
    """How the case was handled in its first thirty days: answered in time, confirmed as understood, no promise broken."""

    GOOD = "good", "all three"
    FAIR = "fair", "two of three"
    POOR = "poor", "one or none"


class Word(models.TextChoices):
    """What became of our promises in the first thirty days."""

    KEPT = "kept", "promises kept"
    BROKEN = "broken", "a promise broken"
    NONE = "none", "nothing promised"


class Outcome(models.Model):
    """What became of the customer of one case, by their activity after `zero_at`, when they told us; kept by a job.

    `days` is until the loss, or until the last check that lies within what was told. `grade` and `word` are as of day 30,
    empty before. `within_days` is the rhythm that was fixed at the first look. `due_at`: what must be known before another look.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="outcome")
    zero_at = models.DateTimeField()
    first = models.BooleanField(help_text="their first failure with us")
    severity = models.SmallIntegerField()
    grade = models.CharField(max_length=4, choices=Grade.choices, blank=True, default="")
    word = models.CharField(max_length=6, choices=Word.choices, blank=True, default="")
    known = models.BooleanField(default=False)
    days = models.SmallIntegerField(default=0)
    within_days = models.SmallIntegerField(null=True)
    loss = models.CharField(max_length=10, choices=Loss.choices, blank=True, default="")
    lost_at = models.DateTimeField(null=True)
    d30 = models.CharField(max_length=10, choices=Result.choices, default=Result.UNKNOWN)
    d90 = models.CharField(max_length=10, choices=Result.choices, default=Result.UNKNOWN)
    d180 = models.CharField(max_length=10, choices=Result.choices, default=Result.UNKNOWN)
    d365 = models.CharField(max_length=10, choices=Result.choices, default=Result.UNKNOWN)
    own90 = models.CharField(
        max_length=10,
        choices=Result.choices,
        default=Result.UNKNOWN,
        help_text="at 90 days, not counting the use of what we gave them",
    )
    advocate_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    promises_due = models.SmallIntegerField(default=0)
    promises_kept = models.SmallIntegerField(default=0, help_text="by the date said first")
    ending = models.CharField(max_length=12, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(loss="", lost_at=None) | Q(loss__in=Loss.values, lost_at__isnull=False, known=True),
                name="outcome_lost_with_a_date",
            ),
            models.CheckConstraint(
                condition=Q(lost_at=None) | Q(lost_at__gte=models.F("zero_at")), name="outcome_lost_afterwards"
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None) | Q(returned_at__gt=models.F("lost_at")),
                name="outcome_lost_before_returned",
            ),
            *(
                models.CheckConstraint(condition=Q(**{f"{name}__in": Result.values}), name=f"outcome_{name}_known")
                for name in ("d30", "d90", "d180", "d365", "own90")
            ),
            models.CheckConstraint(
                condition=~Q(d90=Result.ADVOCATE) | Q(advocate_at__isnull=False), name="outcome_advocate_with_evidence"
            ),
            models.CheckConstraint(
                condition=Q(promises_kept__gte=0, promises_kept__lte=models.F("promises_due")),
                name="outcome_kept_of_promises_due",
            ),
            models.CheckConstraint(condition=Q(days__gte=0), name="outcome_days_not_negative"),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="outcome_due"),
            models.Index(fields=["-lost_at"], condition=Q(lost_at__isnull=False), name="outcome_lost"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What became of them, in words: a loss with its day, or the longest time after which they are known to be kept."""
        if self.lost_at is not None:
            back = f", and came back on {self.returned_at:%d %b %Y}" if self.returned_at else ""
            return f"{self.get_loss_display()} on {self.lost_at:%d %b %Y}{back}"
        for day in (365, 180, 90, 30):
            if (result := getattr(self, f"d{day}")) != Result.UNKNOWN:
                return f"{Result(result).label} after {day} days"
        return "not known yet"


class Tally(models.Model):
    """How many cases count towards one figure of the page: kept with the outcomes, and equal to a recount of them.

    `kind` and `name` say which group (`failure`, `first`), `day` by when, `result` what; `begins` is the month in which they
    told us. Curves have kinds that begin with `life `, the day of the loss or of the last look, and the year. Kinds that begin
    with `mix ` say how grave the cases of a group were: `day` is their severity.
    """

    begins = models.DateField()
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=12, blank=True, default="")
    day = models.SmallIntegerField()
    result = models.CharField(max_length=12)
    n = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(fields=["kind", "begins", "name", "day", "result"], name="tally_once"),
            models.CheckConstraint(condition=Q(n__gte=0), name="tally_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.day} {self.result}: {self.n}"


class Mark(models.Model):
    """How far the journal was read for outcomes; there is one. `tallied` is another whenever a tally is."""

    entry = models.BigIntegerField(default=0)
    tallied = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="mark_is_one")]

    def __str__(self) -> str:
        return str(self.entry)
