"""The first sign that a date or a way of delivery will not hold: how late it will be is worked out, and the customer hears in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from amends.calendars.opening import CalendarError
from amends.cases.ending import Refused
from amends.changes.way import Content, Method, Way
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import Timing, timing
from amends.deadlines.ruling import calendar_of
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.words import Due as What
from amends.promises.promise import Promise, Reason, local

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.messages.message import Message

#: Told within this share of the time that is left, so that they can still plan.
_SOON = 2
STANDING = Q(told_in=None, withdrawn_at=None)


class ChangeManager(models.Manager["Change"]):
    """How changes are noticed and told."""

    @transaction.atomic
    def notice(self, promise: Promise, *, because: str, to_method: str = "", by: Person, at: datetime) -> Change:
        """The date will not hold; or, with `to_method`, it comes another way. Both make it due to tell them before the old date.

        For a date, somebody works out how late it will be within the time that policy gives. Refused once the date has
        passed, for a promise that is settled or was moved before, and while the same change stands untold.
        """
        check(by, "work", promise.case)
        self._ensure_open(promise, at=at, date=not to_method)
        if because not in Reason.values:
            message = "Say why it changes."
            raise Refused(message)
        way = self._way(promise) if to_method else ""
        if to_method and (to_method not in Method.values or way in {"", to_method}):
            message = "Note first how it reaches them now, then the other way."
            raise Refused(message)
        if self.filter(STANDING, promise=promise, from_method=way).exists():
            message = "This is noted, and they are not told yet."
            raise Refused(message)
        left = promise.deadline.due_at - at
        tell_by = Deadline.objects.fall_due(promise.case, Due.TASK, _halfway(promise.case, at, left), at=at)
        estimate_due = None
        if not to_method:
            found = timing(promise.case, What.DELAY_ESTIMATE, since=at)
            when = Timing(min(found.due_at, tell_by.due_at), None, found.policy)
            estimate_due = Deadline.objects.fall_due(promise.case, Due.TASK, when, at=at)
        change = self.create(
            promise=promise, because=because, from_method=way, to_method=to_method, noticed_at=at, noticed_by=by, tell_by=tell_by,
            estimate_due=estimate_due,
        )  # fmt: skip
        record(
            "change.noticed", by=by, at=at, case_id=promise.case_id, words=promise.words, what=change.what,
            because=Reason(because).label, due=local(tell_by.due_at),
        )  # fmt: skip
        return change

    def standing(self) -> models.QuerySet[Change]:
        """Changes the customer was not told of yet."""
        return self.filter(STANDING)

    def told(self, promise: Promise, letter: Message, *, to_method: str = "", at: datetime) -> None:
        """The letter told them of the new date, or of the new way; part of the verb that sends it."""
        for change in self.filter(STANDING, promise=promise, to_method=to_method).select_related(
            "tell_by", "estimate_due"
        ):
            for deadline in filter(None, (change.tell_by, change.estimate_due)):
                Deadline.objects.meet_one(deadline.pk, at=at)
            change.told_in = letter
            change.save(update_fields=["told_in"])
        if to_method:
            Way.objects.filter(promise=promise).update(method=to_method)

    def take_back(self, letter: Message, *, at: datetime) -> None:
        """The letter came back: they do not know, and are to be told all the same. Part of the verb that learns of it."""
        Content.objects.take_back(letter, at=at)
        for change in self.filter(
            told_in=letter
        ):  # joined to all that hangs on it, a plan by stale statistics took 24 s
            change.told_in = None
            change.save(update_fields=["told_in"])
            Deadline.objects.filter(pk=change.tell_by_id).update(met_at=None)
            if change.from_method:
                Way.objects.filter(promise=change.promise_id).update(method=change.from_method)

    def _way(self, promise: Promise) -> str:
        return Way.objects.filter(promise=promise).values_list("method", flat=True).first() or ""

    def _ensure_open(self, promise: Promise, *, at: datetime, date: bool) -> None:
        if promise.kept_at or promise.released_at:
            message = "This promise is no longer open."
            raise Refused(message)
        if promise.deadline.due_at <= at:
            message = "Its time has passed: it is broken, and can only be kept late."
            raise Refused(message)
        if date and promise.moved_at:
            message = "Its date was moved before. It moves once."
            raise Refused(message)


class Change(models.Model):
    """One change of a promise's date (`to_method` empty) or way, from the first sign of it until the customer knows.

    `estimate` is when we now think it is done; `tell_by` the deadline by which they hear of it, always before the old date.
    """

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="changes")
    because = models.CharField(max_length=10, choices=Reason.choices)
    from_method = models.CharField(max_length=12, choices=Method.choices, blank=True, default="")
    to_method = models.CharField(max_length=12, choices=Method.choices, blank=True, default="")
    noticed_at = models.DateTimeField()
    noticed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    estimate_due = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="delay_estimate")
    estimate = models.DateTimeField(null=True)
    estimated_at = models.DateTimeField(null=True)
    estimated_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    tell_by = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="change_to_tell")
    told_in = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True, default="")

    objects = ChangeManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(because__in=Reason.values), name="change_reason_known"),
            models.CheckConstraint(
                condition=Q(to_method="", from_method="", estimate_due__isnull=False)
                | Q(to_method__in=Method.values, from_method__in=Method.values, estimate_due=None, estimate=None)
                & ~Q(to_method=models.F("from_method")),
                name="change_of_date_or_way",
            ),
            models.CheckConstraint(
                condition=Q(estimate=None, estimated_at=None, estimated_by=None)
                | Q(estimate__isnull=False, estimated_at__isnull=False, estimated_by__isnull=False),
                name="change_estimated_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_because="")
                | Q(withdrawn_at__isnull=False, told_in=None) & ~Q(withdrawn_because=""),
                name="change_withdrawn_untold_with_words",
            ),
            models.UniqueConstraint(fields=["promise", "from_method"], condition=STANDING, name="change_stands_once"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def what(self) -> str:
        """What changes, in words."""
        return f"it comes another way: {self.get_to_method_display()}" if self.to_method else "its date will not hold"

    @transaction.atomic
    def reckon(self, due: datetime, *, by: Person, at: datetime) -> None:
        """So late it will be, as far as we know now; it may be worked out again until the customer was told."""
        if due <= self.promise.first_due_at:
            message = "That is no delay. If the date holds after all, say so."
            raise Refused(message)
        self._step(~Q(estimate_due=None), estimate=due, estimated_at=at, estimated_by=by)
        Deadline.objects.meet_one(self.estimate_due_id or 0, at=at)
        record(
            "change.estimated", by=by, at=at, case_id=self.promise.case_id, words=self.promise.words,
            due=local(due),
        )  # fmt: skip

    @transaction.atomic
    def withdraw(self, *, because: str, by: Person, at: datetime) -> None:
        """It stays as it was promised, for this reason; nobody needs to be told."""
        if not because.strip():
            message = "Say how we know that it holds."
            raise Refused(message)
        self._step(withdrawn_at=at, withdrawn_because=because.strip())
        ours = [key for key in (self.tell_by_id, self.estimate_due_id) if key]
        Deadline.objects.outstanding().filter(pk__in=ours).update(void_at=at)
        record(
            "change.withdrawn", by=by, at=at, case_id=self.promise.case_id, words=self.promise.words,
            because=because.strip(),
        )  # fmt: skip

    def _step(self, *only: Q, **to: Any) -> None:
        if Change.objects.filter(STANDING, *only, pk=self.pk).update(**to) != 1:
            message = "They were told of this, or it was taken back."
            raise Refused(message)
        self.refresh_from_db()


def _halfway(case: Case, at: datetime, left: timedelta) -> Timing:
    """Half of what is left of the old date, while the house is open; somebody is warned when a quarter of that is left."""
    due = at + left / _SOON
    try:
        open_until = calendar_of(case).last_open(due)
    except CalendarError:  # hours that cannot be counted by never close
        open_until = due
    due = open_until if at < open_until < due else due
    return Timing(due, due - (due - at) / 4)
