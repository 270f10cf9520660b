"""The two follow-up tasks of a round: a mail and a call, both needed unless a manager waives one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import Timing, follow_up, patience
from amends.journal.entry import record
from amends.messages.message import Message
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class Kind(models.TextChoices):
    """The two ways in which we ask."""

    MAIL = "mail", "mail"
    CALL = "call", "call"


#: The desk itself ends a case in silence; only if that has not happened by then must a person look.
SETTLING = timedelta(hours=2)
DUE = {Kind.MAIL: Due.FOLLOW_UP_MAIL, Kind.CALL: Due.FOLLOW_UP_CALL}


class FollowUpManager(models.Manager["FollowUp"]):
    """How follow-ups are planned and found."""

    def plan(self, *, at: datetime, shares: Mapping[str, int] | None = None) -> list[FollowUp]:
        """Both fall due; part of the verb that resolves the case.

        `shares`: after which share of policy's wait, by kind, in hundredths; the whole of it if nothing is said.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        when = {kind: follow_up(case, since=at, share=(shares or {}).get(kind, 100)) for kind in Kind}
        for kind in Kind:
            Deadline.objects.fall_due(case, DUE[kind], when[kind], at=at)
        return self.bulk_create(
            FollowUp(case=case, round=case.round, kind=kind, planned_at=at, due_at=when[kind].due_at) for kind in Kind
        )

    def outstanding(self) -> models.QuerySet[FollowUp]:
        """Follow-ups neither done, nor waived, nor overtaken by a reopening."""
        return self.filter(done_at=None, waived_at=None, void_at=None)


class FollowUp(models.Model):
    """One of the two tasks."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_ups")
    round = models.SmallIntegerField()
    kind = models.CharField(max_length=4, choices=Kind.choices)
    planned_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")
    waived_at = models.DateTimeField(null=True)
    waived_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    waived_because = models.TextField(blank=True, default="")
    void_at = models.DateTimeField(null=True)

    objects = FollowUpManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "round", "kind"], name="followup_once_a_round"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="followup_kind_known"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, message=None)
                | Q(done_at__isnull=False, done_by__isnull=False, message__isnull=False),
                name="followup_done_by_a_message",
            ),
            models.CheckConstraint(
                condition=Q(waived_at=None, waived_by=None, waived_because="")
                | Q(waived_at__isnull=False, waived_by__isnull=False, done_at=None) & ~Q(waived_because=""),
                name="followup_waived_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"follow-up {self.get_kind_display()}"

    def complete(self, message: Message, *, by: Person, at: datetime) -> None:
        """Done, by this message; part of the verb that wrote it."""
        self.done_at, self.done_by, self.message = at, by, message
        self.save(update_fields=["done_at", "done_by", "message"])
        Deadline.objects.meet(self.case_id, DUE[Kind(self.kind)], at=at)
        self._wait(at)

    def _wait(self, at: datetime) -> None:
        """Once nothing of the follow-up is left to do, the wait for their answer has an end, and somebody looks then."""
        if self.case.stage != Stage.RESOLVED or FollowUp.objects.outstanding().filter(case=self.case_id).exists():
            return
        if not Deadline.objects.outstanding().filter(case=self.case_id, kind=Due.PATIENCE).exists():
            ends = patience(self.case, since=at).due_at + SETTLING
            Deadline.objects.fall_due(self.case, Due.PATIENCE, Timing(ends), at=at)

    @transaction.atomic
    def waive(self, *, because: str, by: Person, at: datetime) -> None:
        """A manager answers for leaving this one out."""
        check(by, "waive follow-up", self.case)
        if not because.strip():
            message = "Say why this follow-up may be left out."
            raise Refused(message)
        self.waived_at, self.waived_by, self.waived_because = at, by, because
        self.save(update_fields=["waived_at", "waived_by", "waived_because"])
        Deadline.objects.void(self.case_id, DUE[Kind(self.kind)], at=at)
        self._wait(at)
        record("followup.waived", by=by, at=at, case_id=self.case_id, because=because, kind=self.get_kind_display())
