"""The notice: its words, who wrote them, and who else read them before anybody got them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q

from amends.advice.advice import HeldBack
from amends.affected.affected import Affected
from amends.blanks.blank import blanks
from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.messages.message import Message
from amends.notices.wording import OWN, read_as_notice
from amends.people.may import check
from amends.people.person import Person
from amends.problems.decision import ensure_telling
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime


class Kind(models.TextChoices):
    """What a notice is for."""

    TELL = "tell", "telling them"
    UPDATE = "update", "news for those who were told"
    FOLLOW_UP = "follow_up", "asking some days later whether it is right"


class NoticeManager(models.Manager["Notice"]):
    """How a notice is written."""

    @transaction.atomic
    def write(
        self,
        subject: str,
        words: str,
        *,
        by: Person,
        at: datetime,
        kind: str = Kind.TELL,
        promise: str = "",
        promise_due: datetime | None = None,
        safety: bool = False,
        sure: str = "",
    ) -> Notice:
        """The words are written down, for somebody else to read. `promise` is what they bind us to, by `promise_due`.

        Raises Refused for empty words, for a blank that no list fills, and for whatever a notice lacks (`read_as_notice`);
        HeldBack where the coach blocks it, and `sure` does not say why it must go all the same: that reason is journalled.
        """
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        if not subject.strip() or not words.strip():
            message = "A notice has a subject and words."
            raise Refused(message)
        if bool(promise.strip()) != (promise_due is not None) or (promise_due is not None and promise_due <= at):
            message = "A promise has words and a time to come."
            raise Refused(message)
        unknown = [name for name in blanks(subject + words) if name not in {*OWN, *known_facts(problem)}]
        if unknown:
            message = f"No list says what {{{unknown[0]}}} is. The blanks are: {', '.join(sorted({*OWN, *known_facts(problem)}))}."
            raise Refused(message)
        read = read_as_notice(
            words, problem, promise=promise, sender=by.name, at=at, kind=Kind(kind), promise_due=promise_due, safety=safety
        )  # fmt: skip
        if read.lacks:
            raise Refused(" ".join(read.sentences))
        if read.review.blocks and not sure.strip():
            raise HeldBack(read.review)
        held = sorted({one.check for one in read.review.findings if one.level == "block"})
        because = sure.strip() if held else ""
        row = self.create(
            kind=Kind(kind), subject=subject.strip()[:500], words=words.strip(), promise=promise.strip(),
            promise_due=promise_due, written_by=by, written_at=at, safety=safety, held=held, because=because,
        )  # fmt: skip
        record("notice.written", by=by, at=at, case_id=problem.chain, subject=row.subject, notice=row.pk)
        if held:
            record("notice.overridden", by=by, at=at, case_id=problem.chain, because=because, checks=", ".join(held))
        return row


def known_facts(problem: Problem) -> list[str]:
    """The names of the facts that the lists of this problem bring."""
    rows = Affected.objects.filter(problem=problem).exclude(facts=[]).values_list("facts", flat=True)[:50]
    names = dict.fromkeys(name for facts in rows for fact in facts for name in fact)
    return [name for name in names if not name.endswith("_as_written")]


class Notice(models.Model):
    """Words for many, each of whom gets them alone. Once approved they do not change.

    `held` are the checks that held it back; `because` is why it was written all the same.
    """

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.TextField()
    words = models.TextField()
    promise = models.TextField(blank=True, default="")
    promise_due = models.DateTimeField(null=True)
    safety = models.BooleanField(default=False, help_text="it warns of harm, and goes while everything else rests")
    held = ArrayField(models.CharField(max_length=4), default=list)
    because = models.TextField(blank=True, default="")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = NoticeManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="notice_kind_known"),
            models.CheckConstraint(condition=~Q(subject="") & ~Q(words=""), name="notice_has_words"),
            models.CheckConstraint(
                condition=Q(promise="", promise_due=None) | ~Q(promise="") & Q(promise_due__isnull=False),
                name="notice_promise_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False) & ~Q(approved_by=F("written_by")),
                name="notice_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(held=[], because="") | ~Q(held=[]) & ~Q(because=""), name="notice_overridden_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @transaction.atomic
    def approve(self, *, by: Person, at: datetime) -> None:
        """A second person has read it; it may be sent. Raises Refused for its writer, and before it was decided to tell."""
        check(by, "work")
        ensure_telling(self.problem)
        if by.pk == self.written_by_id:
            message = "Somebody else reads it before anybody gets it."
            raise Refused(message)
        if Notice.objects.filter(pk=self.pk, approved_at=None).update(approved_at=at, approved_by=by) != 1:
            message = "This was approved before."
            raise Refused(message)
        self.refresh_from_db()
        record("notice.approved", by=by, at=at, case_id=self.problem.chain, subject=self.subject, notice=self.pk)


class Recipient(models.Model):
    """One of the affected to whom one notice goes, once: the database refuses a second time.

    `held` are the checks that held their letter back, as it would have been: somebody writes to them by hand.
    """

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="recipients")
    wave = models.ForeignKey("amends.Wave", on_delete=models.PROTECT, related_name="recipients", db_index=False)
    affected = models.ForeignKey(Affected, on_delete=models.PROTECT, related_name="notices")
    message = models.OneToOneField(Message, on_delete=models.PROTECT, null=True, related_name="notice")
    passed_over = models.TextField(blank=True, default="", help_text="why they did not get it after all")
    held = ArrayField(models.CharField(max_length=4), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "affected"], name="recipient_once_a_notice"),
            models.CheckConstraint(
                condition=Q(message=None) | Q(passed_over=""), name="recipient_written_to_or_passed_over"
            ),
            models.CheckConstraint(condition=Q(held=[]) | ~Q(passed_over=""), name="recipient_held_is_passed_over"),
        ]
        indexes = [
            models.Index(fields=["wave", "id"], condition=Q(message=None, passed_over=""), name="recipient_to_write"),
            models.Index(fields=["wave"], name="recipient_of_wave"),
        ]

    def __str__(self) -> str:
        return f"{self.notice} to {self.affected}"
