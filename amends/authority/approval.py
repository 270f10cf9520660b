"""Asking for more than one may give: one tap, with the case for it, to somebody who is here, with a time for the answer."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from amends.authority.banding import authority_of, number, roles_above
from amends.authority.spend import BeyondAuthority, Spend
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.catalogue.remedy import Remedy
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised, timing
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import LEADS, Roster
from amends.policy.words import Due as What

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Role


class State(models.TextChoices):
    """How far it came."""

    ASKED = "asked", "waits for an answer"
    REFUSING = "refusing", "one says no; waits for a second reader"
    GRANTED = "granted", "granted"
    PASSED = "passed", "passed by itself: nobody answered in time"
    REFUSED = "refused", "refused, read twice"
    WITHDRAWN = "withdrawn", "withdrawn"


_DAY = timedelta(days=1)
OPEN = (State.ASKED, State.REFUSING)
YES = (State.GRANTED, State.PASSED)


class ApprovalManager(models.Manager["Approval"]):
    """How somebody asks for more, and what waits."""

    @transaction.atomic
    def ask(
        self, remedy: Remedy, *, worth: Decimal, cost: Decimal, failure: str, because: str, in_band: bool, by: Person, at: datetime
    ) -> Approval:  # fmt: skip
        """Somebody who is here and may give it is asked; a deadline watches for the answer, and nobody else need be found.

        `in_band`: it is usual for such a loss, and passes by itself if nobody answers in time. Refused without the case for
        it, and where nobody in the house may give so much.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not because.strip():
            message = "Say why this customer should have it."
            raise Refused(message)
        role = self._least(case, failure, remedy.currency, cost, by)
        asked = self._whom(case, role, by, at)
        deadline = Deadline.objects.fall_due(
            case, Due.APPROVAL, timing(case, What.APPROVAL, since=at), at=at, assignee=asked
        )
        row = self.create(
            remedy=remedy, worth=worth, cost=cost, currency=remedy.currency, failure=failure, because=because.strip(), role=role,
            in_band=in_band, asked_at=at, asked_by=by, approver=asked, deadline=deadline,
        )  # fmt: skip
        record(
            "approval.asked", by=by, at=at, case_id=case.pk, what=row.what, of=asked.name if asked else "whoever is here",
            because=row.because,
        )  # fmt: skip
        return row

    def _least(self, case: Case, failure: str, currency: str, cost: Decimal, by: Person) -> Role:
        """The lowest role that may give so much on one case."""
        for role in roles_above(by.role):
            held = authority_of(role, case, failure, currency)
            if held and cost <= held.per_case:
                return role
        message = f"Nobody in the house may give {cost} {currency} on one case. Policy would have to change first."
        raise Refused(message)

    def _whom(self, case: Case, role: str, by: Person, at: datetime) -> Person | None:
        """Of that role whoever is nearest; their deputy while they are away, if that deputy may give it too; else the next role."""
        roster = Roster.read(at=at)
        ranks = roles_above(role)
        fit = [p for p in roster.present() if p.pk != by.pk and (p.role in ranks or p.role == "admin")]
        near = [p for p in fit if p.pk in roster.watchers.get(case.queue_id, ())] or fit
        of_role = next((p for p in near if p.role == role), None)
        if of_role is not None:
            return of_role
        away = (p for p in roster.people.values() if p.role == role and not roster.is_here(p.pk))
        deputies = (roster.deputy_of(p.pk) for p in away)
        return next((p for p in deputies if p in fit), None) or next(iter(near), None)

    def waiting(self) -> models.QuerySet[Approval]:
        """Requests nobody has answered for good."""
        return self.filter(state__in=OPEN)

    def pass_due(self, *, at: datetime, most: int = 100) -> int:
        """What is usual and was not answered in time passes by itself, and is looked at later. Returns how many did.

        Each by itself: two at once, or somebody who answers at that moment, find it settled. What would break a cap does not
        pass; it waits for a person.
        """
        due = self.waiting().filter(in_band=True, deadline__due_at__lte=at).order_by("pk")
        near = due.select_related("case__customer", "case__queue__site", "remedy", "approver", "deadline")
        return sum(row.pass_by_itself(at=at) for row in near[:most])


class Approval(models.Model):
    """One request for more than its asker may give, and the answer to it.

    `spend` is what was put aside under the approver's own caps when they said yes; `role` whose authority it takes.
    A no needs words and a second reader, who is neither of the two.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="approvals")
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="+")
    worth = models.DecimalField(max_digits=12, decimal_places=2)
    cost = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    failure = models.CharField(max_length=4)
    because = models.TextField()
    role = models.CharField(max_length=10)
    in_band = models.BooleanField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approver = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="approvals")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="approval")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.TextField(blank=True, default="")
    second_reader = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    passed_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    look_words = models.TextField(blank=True, default="")
    look_due = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="second_look")
    spend = models.OneToOneField(Spend, on_delete=models.PROTECT, null=True, related_name="approval")

    objects = ApprovalManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="approval_state_known"),
            models.CheckConstraint(condition=Q(worth__gte=0, cost__gte=0), name="approval_money_not_negative"),
            models.CheckConstraint(condition=~Q(because=""), name="approval_has_a_case_for_it"),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="approval_not_by_its_asker"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="approval_answered_at_and_by",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.GRANTED]) | Q(answered_by__isnull=False, spend__isnull=False),
                name="approval_granted_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PASSED) | Q(in_band=True, passed_at__isnull=False, spend__isnull=False),
                name="approval_passes_only_in_band",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.REFUSING, State.REFUSED]) | Q(answered_by__isnull=False) & ~Q(answer=""),
                name="approval_refused_in_words",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.REFUSED)
                | Q(second_reader__isnull=False) & ~Q(second_reader=F("answered_by")) & ~Q(second_reader=F("asked_by")),
                name="approval_refused_by_two",
            ),
            models.CheckConstraint(
                condition=Q(looked_at=None, looked_by=None) | Q(looked_at__isnull=False, looked_by__isnull=False),
                name="approval_looked_at_and_by",
            ),
        ]
        indexes = [models.Index(fields=["asked_at"], condition=Q(state__in=OPEN), name="approval_waiting")]

    def __str__(self) -> str:
        return self.what

    @property
    def what(self) -> str:
        """What is asked for."""
        return f"{self.remedy.name}, {self.cost} {self.currency}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.state in OPEN

    @property
    def yes(self) -> bool:
        """Whether it may be given."""
        return self.state in YES

    def may_answer(self, person: Person) -> bool:
        """Whether this person could say yes: somebody else, whose band reaches so far."""
        if person.pk in {self.asked_by_id, None} or not person.is_active:
            return False
        held = authority_of(person.role, self.case, self.failure, self.currency)
        return held is not None and self.cost <= held.per_case

    def _step(self, *origins: str, **to: Any) -> None:
        if Approval.objects.filter(pk=self.pk, state__in=origins).update(**to) != 1:
            message = "This was answered before."
            raise Refused(message)
        self.refresh_from_db()

    def _ensure(self, by: Person) -> None:
        if by.pk == self.asked_by_id:
            message = "Somebody else must answer what you asked for."
            raise Refused(message)
        if not self.may_answer(by):
            message = f"{self.cost} {self.currency} is more than you may give yourself."
            raise Refused(message)
        check(by, "work", self.case)

    @transaction.atomic
    def grant(self, *, by: Person, at: datetime, words: str = "") -> None:
        """Yes: the amount is put aside under the caps of whoever says so. BeyondAuthority where a cap leaves too little."""
        self._ensure(by)
        case = Case.objects.hold(self.case_id)
        spend = Spend.objects.take(case, self.cost, self.currency, failure=self.failure, role=by.role, by=by, at=at)
        self._step(
            *OPEN, state=State.GRANTED, answered_at=at, answered_by=by, answer=words.strip(), second_reader=None, spend=spend
        )  # fmt: skip
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("approval.granted", by=by, at=at, case_id=self.case_id, what=self.what)

    @transaction.atomic
    def refuse(self, because: str, *, by: Person, at: datetime) -> None:
        """No, for this reason: the first to say so waits for a second reader, and the time for an answer runs on."""
        if self.state == State.REFUSING:
            self._second(by, at)
            return
        self._ensure(by)
        if not because.strip():
            message = "Say why not: somebody has to tell the customer."
            raise Refused(message)
        self._step(State.ASKED, state=State.REFUSING, answered_at=at, answered_by=by, answer=because.strip())
        record("approval.refusing", by=by, at=at, case_id=self.case_id, what=self.what, because=because.strip())

    def _second(self, by: Person, at: datetime) -> None:
        if by.pk in {self.answered_by_id, self.asked_by_id} or by.role not in LEADS:
            message = "The second reader is a lead who neither asked for it nor said no."
            raise Refused(message)
        self._step(State.REFUSING, state=State.REFUSED, second_reader=by)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("approval.refused", by=by, at=at, case_id=self.case_id, what=self.what, because=self.answer)

    @transaction.atomic
    def withdraw(self, *, by: Person, at: datetime) -> None:
        """It is not needed any more; what was put aside for it is free again."""
        if self.asked_by_id != by.pk:
            check(by, "overrule", self.case)
        self._step(*OPEN, *YES, state=State.WITHDRAWN)
        Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        if self.spend:
            self.spend.release(by=by, at=at)
        record("approval.withdrawn", by=by, at=at, case_id=self.case_id, what=self.what)

    @transaction.atomic
    def pass_by_itself(self, *, at: datetime) -> bool:
        """Nobody answered in time and it is usual: it is granted, and somebody looks at it within days. False if a cap forbids it."""
        case = Case.objects.hold(self.case_id)  # the case first, as in every verb, so that nobody waits in a circle
        if not Approval.objects.select_for_update().filter(pk=self.pk, state__in=OPEN, in_band=True).exists():
            return False
        try:
            with transaction.atomic():
                spend = Spend.objects.take(
                    case, self.cost, self.currency, failure=self.failure, role=self.role, by=DESK, at=at
                )
        except BeyondAuthority as refusal:
            Approval.objects.filter(pk=self.pk).update(in_band=False)
            record("approval.stuck", by=DESK, at=at, case_id=self.case_id, what=self.what, because=str(refusal))
            return False
        days = int(number(self.case, "second look days"))
        look = Deadline.objects.fall_due(
            self.case, Due.CHECK, promised(at + days * _DAY, since=at), at=at, assignee=self.approver
        )
        self._step(
            *OPEN, state=State.PASSED, passed_at=at, spend=spend, look_due=look, answered_at=None, answered_by=None,
            answer="", second_reader=None,
        )  # fmt: skip
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("approval.passed", by=DESK, at=at, case_id=self.case_id, what=self.what)
        return True

    @transaction.atomic
    def look_over(self, words: str, *, by: Person, at: datetime) -> None:
        """Somebody other than its asker looked at what had passed by itself, and says what they make of it."""
        self._ensure(by)
        if not words.strip():
            message = "Say what you make of it."
            raise Refused(message)
        if Approval.objects.filter(pk=self.pk, state=State.PASSED, looked_at=None).update(
            looked_at=at, looked_by=by, look_words=words.strip()
        ) != 1:  # fmt: skip
            message = "There is nothing to look over, or somebody did."
            raise Refused(message)
        self.refresh_from_db()
        if self.look_due_id:
            Deadline.objects.meet_one(self.look_due_id, at=at)
        record("approval.looked_over", by=by, at=at, case_id=self.case_id, what=self.what, words=words.strip())
