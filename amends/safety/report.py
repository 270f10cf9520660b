"""The report to a regulator: due by the pack, until somebody reported, or two people say that nothing must be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.deadlines.pacing import Timing
    from amends.safety.alarm import Alarm


class ReportManager(models.Manager["Report"]):
    """How a report falls due."""

    def fall_due(self, alarm: Alarm, timing: Timing, *, at: datetime) -> Report:
        """The regulator's clock runs, and outlasts the alarm; part of sounding it.

        On a case a deadline watches it; where the alarm is a problem's alone, whoever has the problem is reminded (`problems.nudge`).
        """
        deadline = Deadline.objects.fall_due(alarm.case, Kind.REPORT, timing, at=at) if alarm.case else None
        return self.create(
            alarm=alarm, due_at=timing.due_at, warn_at=timing.warn_at or timing.due_at, deadline=deadline
        )

    def outstanding(self) -> models.QuerySet[Report]:
        """Neither reported nor spared."""
        return self.filter(ended_at=None).order_by("due_at", "pk")


class Report(models.Model):
    """What a regulator must be told by `due_at`, warned of at `warn_at`. Telling admits nothing.

    It ends reported (`told_…`: to whom, when, under which reference, and how we know), or spared: one person says why nothing must be
    reported, and another answers for it.
    """

    alarm = models.OneToOneField("amends.Alarm", on_delete=models.PROTECT, related_name="report")
    due_at = models.DateTimeField()
    warn_at = models.DateTimeField()
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="report")
    told_to = models.CharField(max_length=200, blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reference = models.CharField(max_length=200, blank=True, default="")
    evidence = models.TextField(blank=True, default="")
    spared_because = models.TextField(blank=True, default="")
    spared_at = models.DateTimeField(null=True)
    spared_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    seconded_at = models.DateTimeField(null=True)
    seconded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = ReportManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told_at=None, told_by=None, told_to="", reference="", evidence="")
                | Q(told_at__isnull=False, told_by__isnull=False) & ~Q(told_to="") & ~Q(evidence=""),
                name="report_told_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(spared_at=None, spared_by=None, spared_because="")
                | Q(spared_at__isnull=False, spared_by__isnull=False) & ~Q(spared_because=""),
                name="report_spared_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(seconded_at=None, seconded_by=None)
                | Q(seconded_at__isnull=False, seconded_by__isnull=False, spared_by__isnull=False)
                & ~Q(seconded_by=F("spared_by")),
                name="report_seconded_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, told_at=None, seconded_at=None)
                | Q(ended_at__isnull=False) & (Q(told_at__isnull=False) | Q(seconded_at__isnull=False)),
                name="report_ends_told_or_spared",
            ),
        ]
        indexes = [models.Index(fields=["due_at", "id"], condition=Q(ended_at=None), name="report_outstanding")]

    def __str__(self) -> str:
        return f"the report to a regulator on “{self.alarm}”"

    @transaction.atomic
    def tell(self, to: str, *, told_at: datetime, evidence: str, by: Person, at: datetime, reference: str = "") -> None:
        """They were told, then, under this reference, and this is how we know: the clock is over, late if it was late.

        Raises Refused without to whom and evidence, for a time to come, and where the clock is over.
        """
        check(by, "work", self.alarm.case)
        if not to.strip() or not evidence.strip():
            message = "Say who was told, and how we know: their receipt, the form, or who was on the phone."
            raise Refused(message)
        if told_at > at:
            message = "That lies in the future: put it on record when they were told."
            raise Refused(message)
        self._end(
            told_at, told_to=to.strip()[:200], told_at=told_at, told_by=by, reference=reference.strip()[:200],
            evidence=evidence.strip(), ended_at=at,
        )  # fmt: skip
        record(
            "safety.reported", by=by, at=at, case_id=self.alarm.chain, to=self.told_to, reference=self.reference or "none",
            evidence=self.evidence, alarm=self.alarm_id,
        )  # fmt: skip

    @transaction.atomic
    def spare(self, *, because: str, by: Person, at: datetime) -> None:
        """This person says why nothing must be reported; the clock runs until another answers for it. A later word replaces it."""
        check(by, "work", self.alarm.case)
        if not because.strip():
            message = "Say why nothing must be reported."
            raise Refused(message)
        self._hold()
        self.spared_because, self.spared_at, self.spared_by = because.strip(), at, by
        self.save(update_fields=["spared_because", "spared_at", "spared_by"])
        record("safety.spared", by=by, at=at, case_id=self.alarm.chain, because=because.strip(), alarm=self.alarm_id)

    @transaction.atomic
    def second(self, *, by: Person, at: datetime) -> None:
        """A lead who did not say it answers for it: nothing is reported, and the clock is over. Raises Refused for the same person."""
        check(by, "second", self.alarm.case)
        self._hold()
        if self.spared_by_id is None:
            message = "First somebody says why nothing must be reported."
            raise Refused(message)
        if self.spared_by_id == by.pk:
            message = "Somebody else than who said it answers for this."
            raise Refused(message)
        self._end(at, seconded_at=at, seconded_by=by, ended_at=at)
        record("safety.spared_seconded", by=by, at=at, case_id=self.alarm.chain, because=self.spared_because)

    def _hold(self) -> None:
        held = Report.objects.select_for_update(of=("self",)).filter(pk=self.pk, ended_at=None).first()
        if held is None:
            message = "This was reported, or spared, before."
            raise Refused(message)
        self.spared_because, self.spared_at, self.spared_by_id = held.spared_because, held.spared_at, held.spared_by_id

    def _end(self, when: datetime, **values: object) -> None:
        if Report.objects.filter(pk=self.pk, ended_at=None).update(**values) != 1:
            message = "This was reported, or spared, before."
            raise Refused(message)
        self.refresh_from_db()
        if self.deadline_id:
            Deadline.objects.meet_one(self.deadline_id, at=when)
