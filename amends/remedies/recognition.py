"""Recognition of key customers: a card by hand, once they confirmed that the matter is put right, and never before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.authority.banding import number
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import safe
from amends.cases.stages import Ending, Stage
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised
from amends.journal.actors import DESK
from amends.journal.entry import Entry, record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

#: So long after its end a case is still found by the round that looks for it.
_LATELY = timedelta(days=7)
_WORDS = "Write a card by hand: thank them for staying with us"


class RecognitionManager(models.Manager["Recognition"]):
    """How it comes to be owed."""

    def owe_due(self, *, at: datetime) -> int:
        """Key customers whose case lately ended well are owed a card; each once. Returns how many are new."""
        ended = Entry.objects.filter(deed="case.closed", at__gt=at - _LATELY, at__lte=at).values("chain")
        rows = Case.objects.filter(
            safe(),
            pk__in=ended,
            stage=Stage.CLOSED,
            ending=Ending.SATISFIED,
            customer__key_customer=True,
            recognition=None,
        )
        return sum(self._owe(case, at) for case in rows.select_related("customer", "owner", "queue__site")[:100])

    @transaction.atomic
    def _owe(self, case: Case, at: datetime) -> bool:
        held = Case.objects.hold(case.pk)
        if self.filter(case=held).exists() or held.ending != Ending.SATISFIED:
            return False
        due = at + timedelta(days=int(number(held, "recognition days")))
        deadline = Deadline.objects.fall_due(held, Due.TASK, promised(due, since=at), at=at)
        self.create(case=held, words=_WORDS, owed_at=at, deadline=deadline)
        record("recognition.owed", by=DESK, at=at, case_id=held.pk, words=_WORDS)
        return True


class Recognition(models.Model):
    """A card for one key customer, after their case ended well: written by hand, with a tick or a picture as evidence."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="recognition")
    words = models.TextField()
    owed_at = models.DateTimeField()
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="recognition")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    evidence = models.TextField(blank=True, default="")

    objects = RecognitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, evidence="")
                | Q(done_at__isnull=False, done_by__isnull=False) & ~Q(evidence=""),
                name="recognition_done_with_evidence",
            )
        ]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def finish(self, evidence: str, *, by: Person, at: datetime) -> None:
        """It was written and sent; the evidence is a tick, or where the picture of it is."""
        check(by, "work", self.case)
        if not evidence.strip():
            message = "Tick that it was written and sent, or say where the picture of it is."
            raise Refused(message)
        if Recognition.objects.filter(pk=self.pk, done_at=None).update(
            done_at=at, done_by=by, evidence=evidence.strip()
        ) != 1:  # fmt: skip
            message = "It was done before."
            raise Refused(message)
        self.refresh_from_db()
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("recognition.done", by=by, at=at, case_id=self.case_id, evidence=evidence.strip())
