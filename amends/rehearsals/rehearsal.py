"""One answer to a simulated complaint, and whether its writer lets leads see how they practise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.ending import Refused
from amends.coach import Unreadable
from amends.journal.entry import record
from amends.people.may import may
from amends.people.person import Person
from amends.practice import complaints, mark

if TYPE_CHECKING:
    from datetime import datetime

    from amends.practice import Complaint


def complaint_named(name: str) -> Complaint | None:
    """The simulated complaint of this name."""
    return next((one for one in complaints() if one.id == name), None)


class RehearsalManager(models.Manager["Rehearsal"]):
    """How rehearsals are kept."""

    def answer(self, name: str, words: str, *, by: Person, at: datetime) -> Rehearsal:
        """The answer is coached and kept, for its writer. Not in the journal, which others read: to practise is no deed.

        Raises Refused for a complaint that there is not, and for an answer that is empty or too long to be one.
        """
        complaint = complaint_named(name)
        if complaint is None:
            message = "There is no such complaint to practise on."
            raise Refused(message)
        if not words.strip():
            message = "Write your answer first."
            raise Refused(message)
        try:
            marked = mark(complaint, words)
        except Unreadable as refusal:
            raise Refused(str(refusal)) from refusal
        blocked = sorted({one.check for one in marked.review.findings if one.level == "block"})
        return self.create(
            person=by, complaint=name, words=words, missing=marked.missing, blocked=blocked, score=marked.review.score,
            answered_at=at,
        )  # fmt: skip

    def seen_by(self, reader: Person) -> models.QuerySet[Rehearsal]:
        """Those that this person may see: their own; for a lead, also those of whoever shares them now."""
        shared = Q(person__in=Sharing.objects.standing().values("person")) if may(reader, "practice") else Q()
        return self.filter(Q(person=reader) | shared) if shared else self.filter(person=reader)


class Rehearsal(models.Model):
    """`missing` are the parts the answer lacked, `blocked` the checks that would have held it back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="rehearsals")
    complaint = models.CharField(max_length=40)
    words = models.TextField()
    missing = ArrayField(models.CharField(max_length=40), default=list)
    blocked = ArrayField(models.CharField(max_length=4), default=list)
    score = models.SmallIntegerField()
    answered_at = models.DateTimeField()

    objects = RehearsalManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(complaint=""), name="rehearsal_has_words"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=100), name="rehearsal_score_is_of_a_hundred"),
        ]
        indexes = [models.Index(fields=["person", "complaint", "id"], name="rehearsal_of_a_person")]

    def __str__(self) -> str:
        return self.complaint

    @property
    def whole(self) -> bool:
        """Whether it has every part, and nothing would have held it back."""
        return not self.missing and not self.blocked


class SharingManager(models.Manager["Sharing"]):
    """How somebody shares how they practise."""

    def standing(self) -> models.QuerySet[Sharing]:
        """Of those who share it now."""
        return self.filter(ended_at=None)

    @transaction.atomic
    def begin(self, *, by: Person, at: datetime) -> Sharing:
        """Leads may see this person's own rehearsals, earlier ones too, until they end it; twice is once."""
        row, new = self.get_or_create(person=by, ended_at=None, defaults={"shared_at": at})
        if new:
            record("practice.shared", by=by, at=at)
        return row


class Sharing(models.Model):
    """A time in which leads may see how one person practises; begun and ended by that person alone."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sharings")
    shared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = SharingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="sharing_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("shared_at")), name="sharing_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} shares"

    @transaction.atomic
    def end(self, *, by: Person, at: datetime) -> None:
        """Nobody else sees it any more. Raises Refused for anybody but the person whose it is."""
        if by.pk != self.person_id:
            message = "Only the person themselves says who sees how they practise."
            raise Refused(message)
        if Sharing.objects.filter(pk=self.pk, ended_at=None).update(ended_at=at):
            record("practice.unshared", by=by, at=at)
