"""What the customer needs met, and the deeds done to meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


class ActManager(models.Manager["Act"]):
    """How deeds for the customer come on record."""

    @transaction.atomic
    def do(self, words: str, *, by: Actor, at: datetime, meets: Iterable[Concern] = ()) -> Act:
        """Something was done to put it right, and it meets these concerns. The first act after the agreement begins the acting."""
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip():
            message = "Say what was done."
            raise Refused(message)
        act = self.create(words=words.strip(), round=case.round, done_at=at, done_by_id=person_id(by))
        record("act.done", by=by, at=at, case_id=case.pk, words=words)
        if case.stage == Stage.AGREED:
            case.move("act")
            record("case.acted_on", by=by, at=at, case_id=case.pk)
        for concern in meets:
            concern.address(act, by=by, at=at)
        return act


class Act(models.Model):
    """A deed done for the customer, in words a customer could read; `verified_how` says how somebody saw that it works."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="acts")
    words = models.TextField()
    round = models.SmallIntegerField()
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    verified_how = models.TextField(blank=True, default="")

    objects = ActManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="act_has_words"),
            models.CheckConstraint(
                condition=Q(verified_at=None, verified_by=None, verified_how="")
                | Q(verified_at__isnull=False, verified_by__isnull=False, verified_at__gte=F("done_at"))
                & ~Q(verified_how=""),
                name="act_verified_at_by_and_how",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def verify(self, how: str, *, by: Person, at: datetime) -> None:
        """Somebody saw that it works, and how they saw it is on record. Refused without that, and a second time."""
        if not how.strip():
            message = "Say how you checked that it works."
            raise Refused(message)
        rows = Act.objects.filter(pk=self.pk, verified_at=None)
        if rows.update(verified_at=at, verified_by=by, verified_how=how.strip()) != 1:
            message = "Somebody checked this before."
            raise Refused(message)
        self.refresh_from_db()
        record("act.verified", by=by, at=at, case_id=self.case_id, words=self.words, how=self.verified_how)


class ConcernManager(models.Manager["Concern"]):
    """How concerns come on record."""

    @transaction.atomic
    def note(self, words: str, *, by: Actor, at: datetime, kind: str = "stated") -> Concern:
        """A concern in the customer's words; the same words twice are one concern."""
        case: Case = self.instance  # type: ignore[attr-defined]
        words = words.strip()
        if not words:
            message = "Write the concern in the customer's words."
            raise Refused(message)
        if same := self.filter(words__iexact=words, waived_at=None).first():
            return same
        concern = self.create(words=words, kind=kind, noted_at=at, noted_by_id=person_id(by))
        record("concern.noted", by=by, at=at, case_id=case.pk, words=words, kind=kind)
        return concern

    @transaction.atomic
    def note_all(self, lines: Iterable[str], *, by: Actor, at: datetime, kind: str = "stated") -> list[Concern]:
        """A concern for each line that says something; none at all is refused."""
        return [self.note(line, kind=kind, by=by, at=at) for line in filter(str.strip, lines)] or [
            self.note("", kind=kind, by=by, at=at)
        ]

    def unanswered(self) -> models.QuerySet[Concern]:
        """Concerns that no deed has met and nobody has waived."""
        return self.filter(addressed_at=None, waived_at=None)

    def standing(self) -> models.QuerySet[Concern]:
        """Concerns that were not waived."""
        return self.filter(waived_at=None)


class Concern(models.Model):
    """Something the customer needs met."""

    class Kind(models.TextChoices):
        """Said by the customer, or read between their lines and confirmed by us."""

        STATED = "stated", "stated"
        IMPLIED = "implied", "implied"

    class Answer(models.TextChoices):
        """What the customer says at follow-up."""

        RIGHT = "right", "put right"
        NOT_YET = "not_yet", "not yet"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    words = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.STATED)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="concerns")
    addressed_at = models.DateTimeField(null=True)
    waived_at = models.DateTimeField(null=True)
    waived_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    waived_because = models.TextField(blank=True, default="")
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_via = models.CharField(max_length=10, blank=True, default="")
    answer_words = models.TextField(blank=True, default="")

    objects = ConcernManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["stated", "implied"]), name="concern_kind_known"),
            models.CheckConstraint(condition=~Q(words=""), name="concern_has_words"),
            models.CheckConstraint(
                condition=Q(addressed_at=None, act=None) | Q(addressed_at__isnull=False, act__isnull=False),
                name="concern_addressed_by_an_act",
            ),
            models.CheckConstraint(
                condition=Q(waived_at=None, waived_by=None, waived_because="")
                | Q(waived_at__isnull=False, waived_by__isnull=False) & ~Q(waived_because=""),
                name="concern_waived_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_via="")
                | Q(answer__in=["right", "not_yet"], answered_at__isnull=False) & ~Q(answered_via=""),
                name="concern_answer_has_time_and_way",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="concern_case")]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def address(self, act: Act, *, by: Actor, at: datetime) -> None:
        """This deed meets the concern. An earlier "not yet" no longer stands: the customer is asked again."""
        self.act, self.addressed_at = act, at
        self.answer, self.answered_at, self.answered_via, self.answer_words = "", None, "", ""
        self.save()
        record("concern.addressed", by=by, at=at, case_id=self.case_id, words=act.words, concern=self.pk)

    @transaction.atomic
    def waive(self, *, because: str, by: Person, at: datetime) -> None:
        """It need not be met, for this reason."""
        if not because.strip():
            message = "Say why this concern need not be met."
            raise Refused(message)
        self.waived_at, self.waived_by, self.waived_because = at, by, because
        self.save(update_fields=["waived_at", "waived_by", "waived_because"])
        record("concern.waived", by=by, at=at, case_id=self.case_id, because=because, words=self.words)
