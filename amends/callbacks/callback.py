"""The call-back: asked on any channel, due by policy or by the time that was named, and never left with somebody who is out."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import Timing, promised, timing
from amends.journal.entry import record
from amends.messages.attempt import Attempt
from amends.people.person import Person
from amends.people.presence import NotHere, Roster, ensure_here
from amends.policy.house import HOUSE
from amends.policy.words import Due as What
from amends.promises.promise import Kind as Promised
from amends.promises.promise import local

if TYPE_CHECKING:
    from amends.journal.actors import Actor
    from amends.messages.message import Message
    from amends.promises.promise import Promise

#: Where a customer named no hours, nobody is called outside these, on their own clock.
DAYTIME = (time(8), time(20))


class CallBackManager(models.Manager["CallBack"]):
    """How call-backs come to be."""

    @transaction.atomic
    def ask(
        self,
        *,
        by: Actor,
        at: datetime,
        about: str = "",
        via: str = Channel.PHONE,
        phone: str = "",
        due: datetime | None = None,
        caller: Person | None = None,
        time_zone: str = "",
        hours: tuple[time, time] | None = None,
    ) -> CallBack:
        """Somebody calls them: by the time that was named (`due`), else as policy says, within the customer's own hours.

        `caller` is who will; else the owner if they are here then, else whoever stands in. Raises NotHere for a caller who
        is out now or at that time, Refused where nobody at all is here, or the time has passed.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        begins, ends = hours or DAYTIME
        zone = time_zone or case.customer.time_zone or HOUSE.time_zone
        when = self._when(case, due, zone, (begins, ends), at)
        who = _caller(case, caller, when.due_at, at)
        deadline = Deadline.objects.fall_due(case, Due.CALL_BACK, when, at=at, assignee=who)
        row = self.create(
            about=about.strip(), asked_via=Channel(via), phone=phone or _phone(case), asked_at=at, caller=who,
            time_zone=zone, hours_from=begins, hours_until=ends, deadline=deadline,
        )  # fmt: skip
        record(
            "callback.asked", by=by, at=at, case_id=case.pk, caller=who.name if who else "somebody",
            due=local(when.due_at), about=row.about, person=who.pk if who else None,
        )  # fmt: skip
        return row

    @transaction.atomic
    def promise(
        self,
        words: str,
        *,
        due: datetime,
        by: Person,
        at: datetime,
        backed_by: Person | None = None,
        made_in: Message | None = None,
        hurried: str = "",
        **how: Any,
    ) -> CallBack:
        """A call at a time we named is a promise and a call-back in one: kept by the call, broken without it."""
        case: Case = self.instance  # type: ignore[attr-defined]
        row = self.ask(by=by, at=at, due=due, about=words, **how)
        row.promise = case.promises.make(
            words, due=row.deadline.due_at, kind=Promised.CALL, by=by, at=at, backed_by=backed_by, made_in=made_in,
            hurried=hurried,
        )  # fmt: skip
        row.save(update_fields=["promise"])
        return row

    @staticmethod
    def _when(case: Case, due: datetime | None, zone: str, hours: tuple[time, time], at: datetime) -> Timing:
        if due is not None and due <= at:
            message = "A call falls due in the future."
            raise Refused(message)
        if due is not None:
            return promised(due, since=at)
        asked = timing(case, What.CALL_BACK, since=at)
        within = in_their_hours(asked.due_at, zone, hours)
        return asked if within == asked.due_at else Timing(within, min(asked.warn_at or within, within), asked.policy)

    def outstanding(self) -> models.QuerySet[CallBack]:
        """Call-backs neither made nor called off."""
        return self.filter(done_at=None, void_at=None)


def in_their_hours(moment: datetime, zone: str, hours: tuple[time, time]) -> datetime:
    """The moment itself if it lies in their hours, on their clock; else when these begin next. Hours may span midnight."""
    begins, ends = hours
    there = moment.astimezone(ZoneInfo(zone))
    clock = there.time().replace(tzinfo=None)
    inside = begins <= clock < ends if begins < ends else clock >= begins or clock < ends
    if inside:
        return moment
    day = there.date() if clock < begins else there.date() + timedelta(days=1)
    return datetime.combine(day, begins, ZoneInfo(zone)).astimezone(UTC)


def _phone(case: Case) -> str:
    known = case.customer.addresses.standing().filter(kind="phone").order_by("id")
    return known.values_list("value", flat=True).first() or ""


def _caller(case: Case, named: Person | None, due: datetime, at: datetime) -> Person | None:
    """Who calls: whoever was named must be here now and then; else the owner, a stand-in, or (None) the queue."""
    roster = Roster.read(at=at)
    if named is not None:
        if not roster.is_here(named.pk) or not roster.is_here(named.pk, due):
            raise NotHere(named)
        ensure_here(named, at=at)
        _ensure_sees(named, case)
        return named
    owner = case.owner_id
    if owner is not None and roster.is_here(owner) and roster.is_here(owner, due):
        return roster.people[owner]
    return roster.stand_in(owner or 0, queue=case.queue_id, at=due, fit=lambda p: may_see(p, case))


def may_see(person: Person, case: Case) -> bool:
    """Whether a case may be put in this person's hands."""
    return not case.restricted or person.role != "agent" or case.owner_id == person.pk


def _ensure_sees(person: Person, case: Case) -> None:
    if not may_see(person, case):
        message = f"{person.name} may not see this case: it is restricted to its owner and the leads."
        raise Refused(message)


class CallBack(models.Model):
    """One call that the customer asked for or was promised. `hours_from` and `hours_until` are on their clock, `time_zone`."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="call_backs")
    about = models.TextField(blank=True, default="")
    asked_via = models.CharField(max_length=10, choices=Channel.choices)
    phone = models.CharField(max_length=40, blank=True, default="")
    asked_at = models.DateTimeField()
    caller = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="call_backs")
    time_zone = models.CharField(max_length=60)
    hours_from = models.TimeField()
    hours_until = models.TimeField()
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="call_back")
    promise = models.OneToOneField("amends.Promise", on_delete=models.PROTECT, null=True, related_name="call_back")
    next_try_at = models.DateTimeField(null=True)
    attempts = models.ManyToManyField(Attempt, related_name="call_backs")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    message = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    void_at = models.DateTimeField(null=True)
    void_because = models.TextField(blank=True, default="")

    objects = CallBackManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, message=None)
                | Q(done_at__isnull=False, done_by__isnull=False, message__isnull=False, void_at=None),
                name="callback_done_by_a_call",
            ),
            models.CheckConstraint(
                condition=Q(void_at=None, void_because="") | Q(void_at__isnull=False) & ~Q(void_because=""),
                name="callback_called_off_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(asked_via__in=Channel.values), name="callback_via_known"),
        ]
        indexes = [
            models.Index(fields=["caller"], condition=Q(done_at=None, void_at=None), name="callback_of_caller"),
            models.Index(fields=["case"], condition=Q(done_at=None, void_at=None), name="callback_of_case"),
            models.Index(
                fields=["next_try_at"],
                condition=Q(done_at=None, void_at=None, next_try_at__isnull=False),
                name="callback_next_try",
            ),
        ]

    def __str__(self) -> str:
        return f"call-back on {self.case.reference}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to call."""
        return self.done_at is None and self.void_at is None

    def _still_open(self) -> None:
        if not CallBack.objects.outstanding().filter(pk=self.pk).select_for_update().exists():
            message = "This call was made, or called off, before."
            raise Refused(message)

    @transaction.atomic
    def attempt(self, result: str, *, by: Person, at: datetime, next_try_at: datetime | None = None) -> Attempt:
        """Somebody called and reached nobody; they try again then, or else in an hour of the customer's day.

        Nothing is met by it: what was due stays due.
        """
        self._still_open()
        if next_try_at is not None and next_try_at <= at:
            message = "The next try lies in the future."
            raise Refused(message)
        row = self.case.attempts.make(result=result, by=by, at=at)
        self.attempts.add(row)
        later = next_try_at or at + timedelta(hours=1)
        self.next_try_at = in_their_hours(later, self.time_zone, (self.hours_from, self.hours_until))
        self.save(update_fields=["next_try_at"])
        record("callback.tried", by=by, at=at, case_id=self.case_id, next=local(self.next_try_at))
        return row

    @transaction.atomic
    def complete(self, message: Message, *, by: Person, at: datetime) -> None:
        """We called and spoke: `message` is the call on record. A promise to call is kept by it."""
        self._still_open()
        self.done_at, self.done_by, self.message = at, by, message
        self.save(update_fields=["done_at", "done_by", "message"])
        Deadline.objects.meet_one(self.deadline_id, at=message.said_at)
        promise: Promise | None = self.promise
        if promise is not None and promise.kept_at is None and promise.released_at is None:
            promise.keep(evidence=f"{by.name} called and spoke with them", told=message, by=by, at=message.said_at)
        record("callback.made", by=by, at=message.said_at, case_id=self.case_id)

    @transaction.atomic
    def call_off(self, *, because: str, by: Actor, at: datetime) -> None:
        """The customer wants no call any more, in these words."""
        if not because.strip():
            message = "Write down why no call is wanted any more."
            raise Refused(message)
        self._still_open()
        self.void_at, self.void_because = at, because.strip()
        self.save(update_fields=["void_at", "void_because"])
        Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        if self.promise is not None and self.promise.kept_at is None and self.promise.released_at is None:
            self.promise.release(because=because, by=by, at=at)
        record("callback.called_off", by=by, at=at, case_id=self.case_id, because=because)

    @transaction.atomic
    def give_to(self, person: Person | None, *, by: Actor, at: datetime) -> None:
        """That person calls instead; None: whoever of the queue is here. Raises NotHere when they are out now or then."""
        self._still_open()
        if person is not None:
            ensure_here(person, at=at)
            if not Roster.read(at=at).is_here(person.pk, max(self.deadline.due_at, at)):
                raise NotHere(person)
            _ensure_sees(person, self.case)
        self.caller = person
        self.save(update_fields=["caller"])
        self.deadline.assignee = person
        self.deadline.save(update_fields=["assignee"])
        record(
            "callback.given", by=by, at=at, case_id=self.case_id, caller=person.name if person else "somebody",
            person=person.pk if person else None,
        )  # fmt: skip
