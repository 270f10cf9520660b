"""One table for everything due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.journal.entry import entry, record, record_all
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


class Kind(models.TextChoices):
    """What is due."""

    FIRST_ANSWER = "first_answer", "a first answer"
    NEXT_UPDATE = "next_update", "the next update"
    PROMISE = "promise", "a promise"
    FOLLOW_UP_MAIL = "follow_up_mail", "the follow-up mail"
    FOLLOW_UP_CALL = "follow_up_call", "the follow-up call"


class DeadlineManager(models.Manager["Deadline"]):
    """How deadlines are set and met."""

    def set_all(self, wanted: Iterable[Deadline]) -> list[Deadline]:
        """Set many at once, with one statement; part of a verb that journals the deed they follow from."""
        return self.bulk_create(wanted)

    def outstanding(self) -> models.QuerySet[Deadline]:
        """Deadlines that are neither met nor void; a missed one stays outstanding until the thing is done."""
        return self.filter(met_at=None, void_at=None)

    def meet(self, case_id: int, *kinds: str, at: datetime) -> None:
        """The thing was done; part of the verb that did it."""
        self.outstanding().filter(case_id=case_id, kind__in=kinds).update(met_at=at)

    def void(self, case_id: int, *kinds: str, at: datetime) -> None:
        """The thing is no longer due (of any kind, if none is named); part of the verb that made it so."""
        rows = self.outstanding().filter(case_id=case_id)
        (rows.filter(kind__in=kinds) if kinds else rows).update(void_at=at)

    @transaction.atomic
    def record_misses(self, *, by: Actor, at: datetime, most: int = 500) -> int:
        """Every deadline that has passed is recorded as missed, once; returns how many were. Safe to run twice at once."""
        rows = list(
            self.outstanding()
            .filter(missed_at=None, due_at__lte=at)
            .select_for_update(skip_locked=True)
            .order_by("due_at")[:most]
        )
        self.filter(pk__in=[row.pk for row in rows]).update(missed_at=at)
        record_all(
            entry("deadline.missed", by=by, at=row.due_at, case_id=row.case_id, kind=Kind(row.kind).label)
            for row in rows
        )
        return len(rows)


class Deadline(models.Model):
    """Something due to a customer by a time."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    due_at = models.DateTimeField()
    set_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    void_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        help_text="the owner of the case while it is outstanding; kept by the database alone",
    )

    objects = DeadlineManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="deadline_kind_known"),
            models.CheckConstraint(condition=Q(met_at=None) | Q(void_at=None), name="deadline_met_or_void"),
            models.CheckConstraint(
                condition=Q(missed_at=None) | Q(missed_at__gte=F("due_at")), name="deadline_missed_after_due"
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(met_at=None, void_at=None) & ~Q(kind=Kind.PROMISE),
                name="deadline_one_of_a_kind",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(met_at=None, void_at=None), name="deadline_outstanding"),
            models.Index(
                fields=["due_at"], condition=Q(met_at=None, void_at=None, missed_at=None), name="deadline_to_sweep"
            ),
            models.Index(fields=["case"], condition=Q(met_at=None, void_at=None), name="deadline_of_case"),
            models.Index(
                fields=["owner", "due_at", "id"], condition=Q(met_at=None, void_at=None), name="deadline_mine"
            ),
            # The two lanes of Today that are ordered by what is due; first answers are a lane of their own.
            models.Index(
                fields=["due_at", "id"],
                condition=Q(met_at=None, void_at=None, kind__in=[Kind.PROMISE, Kind.NEXT_UPDATE]),
                name="deadline_due",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(met_at=None, void_at=None, kind__in=[Kind.FOLLOW_UP_MAIL, Kind.FOLLOW_UP_CALL]),
                name="deadline_follow_up",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @transaction.atomic
    def postpone(self, due_at: datetime, *, because: str, by: Actor, at: datetime) -> None:
        """It falls due at another time, for this reason."""
        self.due_at, self.missed_at = due_at, None
        self.save(update_fields=["due_at", "missed_at"])
        record(
            "deadline.moved",
            by=by,
            at=at,
            case_id=self.case_id,
            because=because,
            kind=self.get_kind_display(),
            due=f"{due_at:%d %b %H:%M}",
        )
