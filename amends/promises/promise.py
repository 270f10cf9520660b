"""The promise, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.entry import record
from amends.people.person import Person
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


def _local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(HOUSE.time_zone))


class PromiseManager(models.Manager["Promise"]):
    """How promises are made and found."""

    @transaction.atomic
    def make(self, words: str, *, due: datetime, by: Person, at: datetime) -> Promise:
        """We are bound to this by `due`; a deadline watches it."""
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip():
            message = "Write down what was promised."
            raise Refused(message)
        if due <= at:
            message = "A promise falls due in the future."
            raise Refused(message)
        deadline = Deadline.objects.create(case=case, kind=Kind.PROMISE, due_at=due, set_at=at)
        promise = self.create(words=words.strip(), first_due_at=due, made_at=at, made_by=by, deadline=deadline)
        record("promise.made", by=by, at=at, case_id=case.pk, words=promise.words, due=f"{_local(due):%a %d %b, %H:%M}")
        return promise

    def outstanding(self) -> models.QuerySet[Promise]:
        """Promises neither kept nor released."""
        return self.filter(kept_at=None, released_at=None)


class Promise(models.Model):
    """Words that bind us."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="promises")
    words = models.TextField()
    first_due_at = models.DateTimeField()
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="promise")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    evidence = models.TextField(blank=True, default="")
    released_at = models.DateTimeField(null=True)
    released_because = models.TextField(blank=True, default="")

    objects = PromiseManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="promise_has_words"),
            models.CheckConstraint(
                condition=Q(kept_at=None, kept_by=None, evidence="")
                | Q(kept_at__isnull=False, kept_by__isnull=False) & ~Q(evidence=""),
                name="promise_kept_with_evidence",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_because="")
                | Q(released_at__isnull=False, kept_at=None) & ~Q(released_because=""),
                name="promise_released_with_words",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def state(self) -> str:
        """`kept`, `kept late`, `released`, `broken` (its time has passed) or `open`."""
        if self.released_at:
            return "released"
        if self.kept_at:
            return "kept" if self.kept_at <= self.first_due_at else "kept late"
        return "broken" if self.deadline.missed_at else "open"

    @transaction.atomic
    def keep(self, *, evidence: str, by: Person, at: datetime) -> None:
        """It was done; the evidence says how we know. Keeping it twice is refused."""
        if not evidence.strip():
            message = "Say how we know that it was done."
            raise Refused(message)
        done = Promise.objects.outstanding().filter(pk=self.pk).update(kept_at=at, kept_by=by, evidence=evidence)
        if done != 1:
            message = "This promise is no longer open."
            raise Refused(message)
        self._settle(at)
        record("promise.kept", by=by, at=at, case_id=self.case_id, words=self.words, evidence=evidence)

    @transaction.atomic
    def release(self, *, because: str, by: Actor, at: datetime) -> None:
        """The customer released us, in these words."""
        if not because.strip():
            message = "Write down the customer's words that release us."
            raise Refused(message)
        done = Promise.objects.outstanding().filter(pk=self.pk).update(released_at=at, released_because=because)
        if done != 1:
            message = "This promise is no longer open."
            raise Refused(message)
        self.deadline.void_at = at
        self.deadline.save(update_fields=["void_at"])
        record("promise.released", by=by, at=at, case_id=self.case_id, words=self.words, because=because)

    def _settle(self, at: datetime) -> None:
        self.deadline.met_at = at
        self.deadline.save(update_fields=["met_at"])
        self.refresh_from_db()
