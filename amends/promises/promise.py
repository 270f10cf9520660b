"""The promise, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised
from amends.journal.actors import DESK, person_id
from amends.journal.entry import record
from amends.leadtimes.proposing import Proposal, often, propose
from amends.people.person import Person, Role
from amends.policy.house import HOUSE
from amends.promises.quoted import Quoted

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.messages.message import Message

LEADS = (Role.LEAD, Role.MANAGER, Role.ADMIN)


def local(moment: datetime) -> str:
    """The moment on the house's clock, as the journal says it."""
    return f"{moment.astimezone(ZoneInfo(HOUSE.time_zone)):%a %d %b, %H:%M}"


class Kind(models.TextChoices):
    """What was promised; kept rates are told apart by it."""

    DEED = "deed", "to do something"
    DELIVERY = "delivery", "to deliver something"
    MONEY = "money", "to pay something"
    CALL = "call", "to call"
    NEWS = "news", "to give news"
    GIFT = "gift", "to send a gift, apart"


class Reason(models.TextChoices):
    """Why a date is moved."""

    SUPPLIER = "supplier", "a supplier is late"
    CARRIER = "carrier", "the carrier is late"
    COLLEAGUE = "colleague", "another department is late"
    LARGER = "larger", "it is more work than we saw"
    MISTAKE = "mistake", "we made a mistake"
    CUSTOMER = "customer", "the customer asked for it"
    OUTSIDE = "outside", "something beyond anybody's control"


class LeadNeeded(Refused):
    """A promise on this case was broken: the next one needs the name of a lead who answers for it."""


class TooEarly(Refused):
    """That date would be kept less often than policy asks, and nobody said why it is promised all the same."""

    def __init__(self, proposal: Proposal, due: datetime) -> None:
        self.proposal, self.due = proposal, due
        held = f" {local(proposal.due)} would hold." if proposal.due else ""
        super().__init__(f"{proposal.challenge(due)}{held} Say why it is promised all the same, or choose a later one.")


class PromiseManager(models.Manager["Promise"]):
    """How promises are made and found."""

    @transaction.atomic
    def make(
        self,
        words: str,
        *,
        due: datetime,
        by: Person,
        at: datetime,
        kind: str = Kind.DEED,
        made_in: Message | None = None,
        backed_by: Person | None = None,
        hurried: str = "",
    ) -> Promise:
        """We are bound to this by `due`; a deadline watches it. `made_in` is the message or call in which it was said.

        A date that would be kept less often than policy asks needs a reason, `hurried`: TooEarly otherwise, with the date
        that would hold. What was known of the date stays with the promise.

        After a broken promise on the case the next one needs `backed_by`, a lead who answers for it (a lead who makes it
        does so themselves): LeadNeeded otherwise. Refused without words, or for a time that is not to come.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        if not words.strip():
            message = "Write down what was promised."
            raise Refused(message)
        if due <= at:
            message = "A promise falls due in the future."
            raise Refused(message)
        backer = self._backer(case, by, backed_by, at)
        proposal = propose(case, kind, at=at) if kind != Kind.NEWS else None
        early = proposal is not None and proposal.is_early(due)
        if proposal and early and not hurried.strip():
            raise TooEarly(proposal, due)
        deadline = Deadline.objects.fall_due(case, Due.PROMISE, promised(due, since=at), at=at)
        promise = self.create(
            words=words.strip(), kind=Kind(kind), customer=case.customer, first_due_at=due, made_at=at, made_by=by,
            made_in=made_in, backed_by=backer, deadline=deadline,
        )  # fmt: skip
        if proposal:
            Quoted.objects.note(promise, proposal, said=due, hurried=hurried)
        backed = f"; {backer.name} answers for it" if backer and backer.pk != by.pk else ""
        if proposal and early:
            backed += f"; a date kept {often(proposal.chance(due) or 0.0)}, because: {hurried.strip()}"
        record("promise.made", by=by, at=at, case_id=case.pk, words=promise.words, due=local(due), backed=backed)
        return promise

    def _backer(self, case: Case, by: Person, named: Person | None, at: datetime) -> Person | None:
        if not case.promises.broken(at=at).exists():
            return named if named and named.role in LEADS else None
        backer = by if by.role in LEADS else named
        if backer is None or backer.role not in LEADS or not backer.is_active:
            message = "A promise on this case was broken. Name the lead who answers for the next one."
            raise LeadNeeded(message)
        return backer

    def outstanding(self) -> models.QuerySet[Promise]:
        """Promises neither kept nor released."""
        return self.filter(kept_at=None, released_at=None)

    def broken(self, *, at: datetime) -> models.QuerySet[Promise]:
        """Promises whose time, as it stood last, passed before they were kept, done afterwards or not."""
        late = Q(kept_at=None, deadline__due_at__lte=at) | Q(kept_at__gt=F("deadline__due_at"))
        return self.filter(late, released_at=None)

    def take_back_moves(self, notice: Message, *, at: datetime) -> None:
        """The notice of these moves reached nobody: the dates stand where they stood. Part of the verb that learns of it."""
        for promise in self.filter(notice=notice, moved_at__isnull=False).select_related("deadline"):
            if promise.kept_at or promise.released_at:
                continue
            promise.moved_at, promise.moved_by, promise.moved_because, promise.notice = None, None, "", None
            promise.save(update_fields=["moved_at", "moved_by", "moved_because", "notice"])
            Quoted.objects.filter(promise=promise).update(
                moved_to=None, moved_proposed_due_at=None, moved_chance=None, moved_hurried=""
            )
            promise.deadline.move_to(promised(promise.first_due_at, since=promise.made_at))
            record(
                "promise.move_undone", by=DESK, at=at, case_id=promise.case_id, words=promise.words,
                due=local(promise.first_due_at),
            )  # fmt: skip

    def tell(self, case_id: int, message: Message, *, at: datetime) -> None:
        """What was kept by then, the customer now knows; part of the verbs that speak to them."""
        self.filter(case_id=case_id, kept_at__lte=at, told_at=None).update(told_at=at, told_in=message)

    def untell(self, message: Message) -> None:
        """They do not know after all: the words came back. Part of the verb that learns of it."""
        self.filter(told_in=message).update(told_at=None, told_in=None)


class Promise(models.Model):
    """Words that bind us: what, to whom, by when, said where and by whom, and what became of it.

    `first_due_at` never changes; the deadline bears the time as it stands now. A promise outlasts replies, handoffs,
    reopening and the end of its case.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="promises")
    customer = models.ForeignKey("amends.Customer", on_delete=models.PROTECT, related_name="promises")
    words = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.DEED)
    first_due_at = models.DateTimeField()
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="promise")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_in = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="promises")
    backed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    moved_at = models.DateTimeField(null=True)
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    moved_because = models.CharField(max_length=10, choices=Reason.choices, blank=True, default="")
    notice = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="moves")
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    evidence = models.TextField(blank=True, default="")
    told_at = models.DateTimeField(null=True)
    told_in = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_because = models.TextField(blank=True, default="")
    released_recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    fell_short_at = models.DateTimeField(null=True, help_text="when they said that it was not what we had said")
    fell_short_words = models.TextField(blank=True, default="")

    objects = PromiseManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="promise_has_words"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="promise_kind_known"),
            models.CheckConstraint(
                condition=Q(kept_at=None, kept_by=None, evidence="")
                | Q(kept_at__isnull=False, kept_by__isnull=False) & ~Q(evidence=""),
                name="promise_kept_with_evidence",
            ),
            models.CheckConstraint(
                condition=Q(moved_at=None, moved_by=None, moved_because="", notice=None)
                | Q(
                    moved_at__isnull=False,
                    moved_by__isnull=False,
                    moved_because__in=Reason.values,
                    notice__isnull=False,
                    moved_at__lt=F("first_due_at"),
                ),
                name="promise_moved_before_it_broke_and_told",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, told_in=None)
                | Q(told_at__isnull=False, told_in__isnull=False, kept_at__isnull=False),
                name="promise_told_in_a_message",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_because="")
                | Q(released_at__isnull=False, kept_at=None) & ~Q(released_because=""),
                name="promise_released_with_words",
            ),
            models.CheckConstraint(
                condition=Q(fell_short_at=None, fell_short_words="")
                | Q(fell_short_at__isnull=False, kept_at__isnull=False) & ~Q(fell_short_words=""),
                name="promise_fell_short_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["first_due_at"], name="promise_first_due"),
            models.Index(fields=["notice"], condition=Q(notice__isnull=False), name="promise_notice"),
        ]

    def __str__(self) -> str:
        return self.words

    def state(self, *, at: datetime) -> str:
        """What became of it: `kept`, `late` (done after its time), `released`, `broken` (its time has passed), `moved`, `open`."""
        if self.released_at:
            return "released"
        if self.kept_at:
            return "kept" if self.kept_at <= self.deadline.due_at else "late"
        if self.deadline.due_at <= at:
            return "broken"
        return "moved" if self.moved_at else "open"

    @property
    def kept_first(self) -> bool:
        """Whether it was kept by the date that was said first; a date that was moved was not held."""
        return self.kept_at is not None and self.moved_at is None and self.kept_at <= self.first_due_at

    @transaction.atomic
    def keep(self, *, evidence: str, by: Person, at: datetime, told: Message | None = None) -> None:
        """It was done; the evidence says how we know. Our next word to the customer tells them, unless `told` did.

        Keeping it twice is refused.
        """
        if not evidence.strip():
            message = "Say how we know that it was done."
            raise Refused(message)
        knows: dict[str, Any] = {"told_at": at, "told_in": told} if told else {}
        self._settle(kept_at=at, kept_by=by, evidence=evidence.strip(), **knows)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        self._void_what_was_to_be_said(at)
        self.refresh_from_db()
        record("promise.kept", by=by, at=at, case_id=self.case_id, words=self.words, evidence=evidence.strip())

    @transaction.atomic
    def fall_short(self, words: str, *, by: Actor, at: datetime) -> None:
        """The customer says that what came was not what was said; said again, their newest words stand.

        It stays kept as to its time: what came and when it came are counted apart. Refused without words, and before it was done.
        """
        if not words.strip():
            message = "Write what was not as we had said, in their words."
            raise Refused(message)
        done = Promise.objects.filter(pk=self.pk, kept_at__isnull=False)
        if done.update(fell_short_at=at, fell_short_words=words.strip()) != 1:
            message = "It was not done yet: there is nothing that could have fallen short."
            raise Refused(message)
        self.refresh_from_db()
        record("promise.fell_short", by=by, at=at, case_id=self.case_id, words=self.words, short=words.strip())

    @transaction.atomic
    def release(self, *, because: str, by: Actor, at: datetime) -> None:
        """The customer released us, in these words."""
        if not because.strip():
            message = "Write down the customer's words that release us."
            raise Refused(message)
        self._settle(released_at=at, released_because=because.strip(), released_recorded_by_id=person_id(by))
        Deadline.objects.filter(pk=self.deadline_id, met_at=None, void_at=None).update(void_at=at)
        self._void_what_was_to_be_said(at)
        self.refresh_from_db()
        record("promise.released", by=by, at=at, case_id=self.case_id, words=self.words, because=because)

    def later(self, *, at: datetime) -> Proposal | None:
        """The date that would hold for it now, given how long it has been on the way; None for news, which has none."""
        return propose(self.case, self.kind, at=at, opened=self.made_at) if self.kind != Kind.NEWS else None

    @transaction.atomic
    def move(
        self, due: datetime, *, because: str, notice: Message, by: Person, at: datetime, hurried: str = ""
    ) -> None:
        """It falls due then, and the customer was told first, by `notice`: once, and before it broke.

        As when it was made, a date that would be kept less often than policy asks needs a reason, `hurried`: TooEarly
        otherwise. What is asked of it now is counted from what it is: a thing that is not done since it was promised.

        Raises Refused when it was moved before or is no longer open, when its time has passed, for a time that is not
        later than both now and the first, without a reason, and for a notice that is not ours to this customer, is older
        than the promise, or came back.
        """
        said = notice.case_id == self.case_id and notice.direction == "out" and not notice.automatic
        if not said or notice.failed or notice.said_at > at or notice.said_at < self.made_at:
            message = "Tell the customer first: the date moves with the message that tells them."
            raise Refused(message)
        if because not in Reason.values:
            message = "Say why the date has to move."
            raise Refused(message)
        if due <= max(at, self.first_due_at):
            message = "The new time lies after the one that was promised."
            raise Refused(message)
        if at >= self.first_due_at:
            message = "Its time has passed: it is broken, and can only be kept late."
            raise Refused(message)
        proposal = self.later(at=at)
        early = proposal is not None and proposal.is_early(due)
        if proposal and early and not hurried.strip():
            raise TooEarly(proposal, due)
        self._settle(only=Q(moved_at=None), moved_at=at, moved_by=by, moved_because=because, notice=notice)
        self.refresh_from_db()
        self.deadline.move_to(promised(due, since=at))
        why = Reason(because).label
        if proposal:
            Quoted.objects.note_moved(self, proposal, said=due, hurried=hurried)
        if proposal and early:
            why += f"; a date kept {often(proposal.chance(due) or 0.0)}, because: {hurried.strip()}"
        record("promise.moved", by=by, at=at, case_id=self.case_id, words=self.words, due=local(due), because=why)

    def _void_what_was_to_be_said(self, at: datetime) -> None:
        """How late it will be, and that it changes, need not be told of a promise that is settled."""
        about_it = Q(delay_estimate__promise=self) | Q(change_to_tell__promise=self)
        Deadline.objects.outstanding().filter(about_it).update(void_at=at)

    def _settle(self, only: Q | None = None, **to: object) -> None:
        """One compare-and-set: it must still be open."""
        rows = Promise.objects.outstanding().filter(pk=self.pk)
        if (rows.filter(only) if only is not None else rows).update(**to) != 1:
            moved = only is not None and Promise.objects.filter(pk=self.pk, moved_at__isnull=False).exists()
            message = "Its date was moved before. It moves once." if moved else "This promise is no longer open."
            raise Refused(message)
