"""The way in which a promise reaches the customer, what it brings, and until when that is of use to them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Q

from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import next_update
from amends.journal.entry import record
from amends.people.person import Person
from amends.policy.house import HOUSE
from amends.promises.promise import Promise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from amends.messages.message import Message


class Method(models.TextChoices):
    """How it reaches them."""

    COURIER = "courier", "by courier"
    POST = "post", "by post"
    COLLECTION = "collection", "they collect it"
    VISIT = "visit", "somebody comes to them"
    ONLINE = "online", "by mail or download"
    ACCOUNT = "account", "to their account"
    OTHER = "other", "in another way"


class WayManager(models.Manager["Way"]):
    """How ways are noted."""

    @transaction.atomic
    def note(
        self,
        promise: Promise,
        method: str,
        *,
        contents: Iterable[tuple[str, date | None]] = (),
        by: Person,
        at: datetime,
    ) -> Way:
        """How the promise reaches them, and what it brings: pairs of a name and the last day on which that is good, if it has one.

        What is added later joins what stands there. Another way than the one they were told is a change
        (`Change.objects.notice`), and refused here; so is a promise that is settled.
        """
        if promise.kept_at or promise.released_at:
            message = "This promise is settled: nothing is on its way any more."
            raise Refused(message)
        if method not in Method.values:
            message = "Say how it reaches them."
            raise Refused(message)
        way, made = self.get_or_create(promise=promise, defaults={"method": method, "noted_at": at, "noted_by": by})
        if not made and way.method != method:
            message = "They were told of another way. A change of it is noted as one, so that they hear of it in time."
            raise Refused(message)
        names = [(name.strip(), until) for name, until in contents if name.strip()]
        Content.objects.bulk_create(Content(way=way, name=name, good_until=until) for name, until in names)
        record(
            "way.noted", by=by, at=at, case_id=promise.case_id, words=promise.words,
            method=Method(method).label, contents="".join(f"; {name}" for name, _ in names),
        )  # fmt: skip
        return way


class Way(models.Model):
    """One promise's way to the customer. `method` is the way they were told last."""

    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="way")
    method = models.CharField(max_length=12, choices=Method.choices)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = WayManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(method__in=Method.values), name="way_method_known")]

    def __str__(self) -> str:
        return self.get_method_display()


class ContentManager(models.Manager["Content"]):
    """What goes stale, and what the customer wants instead."""

    def stale(self, promise: Promise, due: datetime) -> models.QuerySet[Content]:
        """What would no longer be good if the promise were kept only then, and was not asked about before."""
        day = due.astimezone(ZoneInfo(HOUSE.time_zone)).date()
        return self.filter(way__promise=promise, good_until__lt=day, asked_in=None).order_by("pk")

    def ensure_asked(self, promise: Promise, due: datetime, words: str) -> None:
        """The words that tell of a new date name what goes stale by it; Refused, with the names, where they do not."""
        left = [row.name for row in self.stale(promise, due) if row.name.casefold() not in words.casefold()]
        if left:
            message = (
                f"By the new date this would no longer be good: {', '.join(left)}. "
                "Ask them in the same words what they want instead; it costs them nothing."
            )
            raise Refused(message)

    def ask(self, promise: Promise, due: datetime, letter: Message, *, at: datetime) -> list[Content]:
        """The letter that moves the promise asks what they want instead, at no charge; their answer is awaited from then on.

        Part of the verb that moves the date.
        """
        rows = list(self.stale(promise, due))
        for row in rows:
            row.answer_due = Deadline.objects.fall_due(
                promise.case, Due.TASK, next_update(promise.case, since=at), at=at
            )
            row.asked_in = letter
        self.bulk_update(rows, ["asked_in", "answer_due"])
        return rows

    def take_back(self, letter: Message, *, at: datetime) -> None:
        """The letter that asked reached nobody: nobody was asked. Part of the verb that learns of it."""
        rows = self.filter(asked_in=letter, answered_at=None)
        Deadline.objects.outstanding().filter(content__in=rows).update(void_at=at)
        rows.update(asked_in=None, answer_due=None)


class Content(models.Model):
    """One thing that a delivery brings; `good_until` is the last day on which it is good, on the clock of the house."""

    way = models.ForeignKey(Way, on_delete=models.PROTECT, related_name="contents")
    name = models.CharField(max_length=200)
    good_until = models.DateField(null=True)
    asked_in = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    answer_due = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="content")
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ContentManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="content_has_name"),
            models.CheckConstraint(
                condition=Q(asked_in=None, answer_due=None) | Q(asked_in__isnull=False, answer_due__isnull=False),
                name="content_asked_and_awaited",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="", recorded_by=None)
                | Q(answered_at__isnull=False, recorded_by__isnull=False, asked_in__isnull=False) & ~Q(answer=""),
                name="content_answered_when_asked",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def answered(self, words: str, *, by: Person, at: datetime) -> None:
        """What they want instead, in their words; it costs them nothing. Refused without words, unasked, or a second time."""
        if not words.strip():
            message = "Write down what they want instead."
            raise Refused(message)
        rows = Content.objects.filter(pk=self.pk, answered_at=None, asked_in__isnull=False)
        if rows.update(answer=words.strip(), answered_at=at, recorded_by=by) != 1:
            message = "They were not asked about this, or have answered."
            raise Refused(message)
        self.refresh_from_db()
        Deadline.objects.meet_one(self.answer_due_id or 0, at=at)
        record("way.answered", by=by, at=at, case_id=self.way.promise.case_id, name=self.name, answer=words.strip())
