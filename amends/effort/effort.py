"""Each thing we asked of one customer, against what policy allows; beyond that somebody is alarmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Count, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised
from amends.deadlines.ruling import choice_of, day_of
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.words import Effort as Asks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

KINDS = [
    (Asks.CONTACTS.value, "to contact us again"),
    (Asks.FORMS.value, "to fill in a form"),
    (Asks.DOCUMENTS.value, "to send a document"),
    (Asks.REPEATS.value, "to tell it again"),
    (Asks.TRANSFERS.value, "to speak to somebody else"),
]
_LOOK = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Burden:
    """How often one thing was asked of them, and how often policy allows it; None where it does not say."""

    kind: str
    label: str
    count: int
    most: int | None

    @property
    def breached(self) -> bool:
        """Whether it is more than it should be."""
        return self.most is not None and self.count > self.most


class EffortManager(models.Manager["Effort"]):
    """How it is written down, and summed up."""

    @transaction.atomic
    def note(self, kind: str, words: str, *, by: Person, at: datetime) -> Effort:
        """This was asked of the customer. The first one beyond what policy allows alarms whoever has the case."""
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not words.strip():
            message = "Write down what we asked of them."
            raise Refused(message)
        held = Case.objects.hold(case.pk)
        row = self.create(case=held, kind=Asks(kind).value, words=words.strip(), asked_at=at, asked_by=by)
        record("effort.asked", by=by, at=at, case_id=held.pk, words=row.words, kind=row.get_kind_display())
        burden = next(one for one in held.efforts.burdens() if one.kind == row.kind)
        if burden.most is not None and burden.count == burden.most + 1:
            row.deadline = Deadline.objects.fall_due(held, Due.TASK, promised(at + _LOOK, since=at), at=at)
            row.save(update_fields=["deadline"])
            record(
                "effort.breached",
                by=by,
                at=at,
                case_id=held.pk,
                kind=burden.label,
                count=burden.count,
                most=burden.most,
            )
        return row

    def burdens(self) -> Sequence[Burden]:
        """What was asked of them so far, by kind: what was noted, what they had to ask us, and how often the case passed on."""
        case: Case = self.instance  # type: ignore[attr-defined]
        found = dict(self.values_list("kind").annotate(n=Count("pk")).order_by())
        found[Asks.CONTACTS.value] = found.get(Asks.CONTACTS.value, 0) + case.chases.count()
        found[Asks.TRANSFERS.value] = found.get(Asks.TRANSFERS.value, 0) + _transfers(case)
        most = {
            row.asks.value: row.at_most for pack in reversed(choice_of(case).packs) for row in pack.effort
            if row.holds_on(day_of(case.received_at))
        }  # fmt: skip
        return [Burden(kind, label, found.get(kind, 0), most.get(kind)) for kind, label in KINDS]


def _transfers(case: Case) -> int:
    return case.handoffs.filter(accepted_at__isnull=False).count()


class Effort(models.Model):
    """One thing asked of one customer. `deadline` is somebody's task to make up for it, where it was too much."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="efforts")
    kind = models.CharField(max_length=12, choices=KINDS)
    words = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="effort")
    eased_at = models.DateTimeField(null=True)
    eased_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    eased_words = models.TextField(blank=True, default="")

    objects = EffortManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=[kind for kind, _ in KINDS]), name="effort_kind_known"),
            models.CheckConstraint(condition=~Q(words=""), name="effort_says_what"),
            models.CheckConstraint(
                condition=Q(eased_at=None, eased_by=None, eased_words="")
                | Q(eased_at__isnull=False, eased_by__isnull=False) & ~Q(eased_words=""),
                name="effort_eased_in_words",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="effort_case")]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def ease(self, words: str, *, by: Person, at: datetime) -> None:
        """It was too much, and this is what was done about it: the alarm is answered."""
        check(by, "work", self.case)
        if not words.strip():
            message = "Say what was done so that they need not do it."
            raise Refused(message)
        rows = Effort.objects.filter(pk=self.pk, eased_at=None, deadline__isnull=False)
        if rows.update(eased_at=at, eased_by=by, eased_words=words.strip()) != 1:
            message = "There is no alarm to answer."
            raise Refused(message)
        self.refresh_from_db()
        Deadline.objects.meet_one(self.deadline_id or 0, at=at)
        record("effort.eased", by=by, at=at, case_id=self.case_id, words=words.strip())
