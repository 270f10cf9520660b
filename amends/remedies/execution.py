"""Carrying out what was agreed, once: one row for each choice, with a key that whoever pays recognises a second try by.

A row is committed as `sending` before anything leaves, so that after a crash we know that we do not know: then it is
`uncertain`, and is asked about, never guessed.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, models, transaction
from django.db.models import F, Q
from procrastinate.contrib.django import app

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import endangered, safe
from amends.cases.stages import Stage
from amends.catalogue.code import Code
from amends.catalogue.remedy import Way
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import promised
from amends.journal.entry import record
from amends.messages.message import Message, Purpose
from amends.messages.writing import Reply, reply
from amends.offers.offer import Choice, Offer
from amends.offers.offering import ensure_safe
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

#: Carried out by others, through a job; the rest is done by people.
BY_JOB = (Way.STRIPE, Way.SUPPLIER)
#: So long whoever pays surely remembers a key; after that a payment that was not found is a matter for a person.
HOLDS = timedelta(hours=20)
_SENDING = 0x45584543  # the class of our advisory locks
_FIND_OUT = timedelta(hours=4)
_SETTLED = (Stage.RESOLVED, Stage.CLOSED)


class State(models.TextChoices):
    """How far it came."""

    WAITING = "waiting", "waits to be carried out"
    SENDING = "sending", "being carried out"
    DONE = "done", "done"
    FAILED = "failed", "refused"
    UNCERTAIN = "uncertain", "may have been done; being asked about"


class ExecutionManager(models.Manager["Execution"]):
    """How executions begin and are taken."""

    @transaction.atomic
    def begin(self, choice: Choice, *, by: Person, at: datetime, evidence: str = "", sure: str = "") -> Execution:
        """What was agreed is being carried out: it cannot be changed any more, and only what it costs stays put aside.

        By hand it waits for its evidence, unless that is given at once. A code is drawn and sent in its own message; where the
        coach holds that back, only with a reason (`sure`): HeldBack otherwise.
        Raises SafetyFirst while somebody may come to harm; Refused for what is not agreed any more, what was begun before, and
        a gift before the matter is resolved.
        """
        case = Case.objects.hold(choice.case_id)
        check(by, "work", case)
        ensure_safe(case)
        choice = Choice.objects.select_related("option", "remedy", "offer__spend", "promise__deadline").get(
            pk=choice.pk
        )
        choice.case = case
        if not choice.stands or choice.missed_at:
            message = "That is not agreed any more: they chose another, or would not have it."
            raise Refused(message)
        if choice.remedy.apart and case.stage not in _SETTLED:
            message = "A gift goes apart, once the matter is resolved: never as the answer to it."
            raise Refused(message)
        if Offer.objects.standing().filter(pk=choice.offer_id).update(begun_at=at) != 1:
            message = "It is being carried out already."
            raise Refused(message)
        for option in choice.offer.options.exclude(pk=choice.option_id).select_related("remedy"):
            option.remedy.give_back()
        if choice.offer.spend:
            choice.offer.spend.settle(choice.option.cost, by=by, at=at)
        row = self.create(
            choice=choice, key=f"amends-{uuid.uuid4().hex}", way=choice.remedy.way, amount=choice.worth,
            currency=choice.offer.currency, begun_at=at, begun_by=by,
        )  # fmt: skip
        record("remedy.begun", by=by, at=at, case_id=case.pk, what=choice.option.name, way=row.get_way_display())
        if row.way == Way.CODE:
            row.give_code(by=by, at=at, sure=sure)
        elif row.way in BY_JOB:
            app.configure_task("amends.carry_out", queue="clock").defer()
        elif evidence.strip():
            row.complete(evidence, by=by, at=at)
        return row

    def outstanding(self) -> models.QuerySet[Execution]:
        """Those that are not over."""
        return self.exclude(state=State.DONE)

    @transaction.atomic
    def take(self, *, at: datetime) -> Execution | None:
        """One that waits for its job, marked as being sent before it is; None when there is none.

        Held by this connection (`hold`) until it is let go: whoever dies holding it leaves it to be found out about.
        """
        waits = self.filter(safe("choice__case"), state=State.WAITING, way__in=BY_JOB).order_by("pk")
        row = waits.select_for_update(skip_locked=True, of=("self",)).select_related("choice").first()
        if row is None or endangered([row.choice.case_id]) or not hold(row.pk):
            return None
        self.filter(pk=row.pk).update(state=State.SENDING, sent_at=at, tries=F("tries") + 1)
        record(
            "remedy.sending", by=row.begun_by, at=at, case_id=row.choice.case_id, what=row.choice.option.name,
            way=row.get_way_display(),
        )  # fmt: skip
        row.refresh_from_db()
        return row

    def find_abandoned(self, *, at: datetime) -> int:
        """Whatever was being sent by somebody who died is uncertain from now on. Returns how many."""
        found = 0
        for row in self.filter(state=State.SENDING, way__in=BY_JOB).select_related("choice__case", "choice__option"):
            if not hold(row.pk):
                continue
            try:
                found += row.doubt("whoever was sending it died", at=at)
            finally:
                let_go(row.pk)
        return found

    def to_ask_about(self) -> models.QuerySet[Execution]:
        """Those of which nobody knows whether they were done, the one that waits longest first."""
        rows = self.filter(state=State.UNCERTAIN, way__in=BY_JOB)
        return rows.select_related("choice__case__loss", "choice__option").order_by(
            F("asked_at").asc(nulls_first=True), "pk"
        )

    @transaction.atomic
    def hand_to_finance(self, *, by: Person, at: datetime) -> str:
        """Whatever waits for finance is on one list, and on no other. Its name; empty if nothing waits."""
        check(by, "spend")
        rows = list(
            self.filter(safe("choice__case"), state=State.WAITING, way=Way.CSV)
            .select_for_update(skip_locked=True, of=("self",)).order_by("pk").select_related("choice__option")
        )  # fmt: skip
        stopped = endangered({row.choice.case_id for row in rows})
        rows = [row for row in rows if row.choice.case_id not in stopped]
        if not rows:
            return ""
        name = f"{at:%Y%m%d-%H%M%S}-{rows[0].pk}"
        self.filter(pk__in=[row.pk for row in rows]).update(
            state=State.SENDING, sent_at=at, batch=name, tries=F("tries") + 1
        )
        for row in rows:
            record("remedy.listed", by=by, at=at, case_id=row.choice.case_id, what=row.choice.option.name, list=name)
        return name


class Execution(models.Model):
    """The one carrying out of a choice. `key` is told to whoever pays, and is the same however often it is tried.

    `stands` is always true: with the key of two columns to the choice the database refuses to carry out what does not stand.
    """

    choice = models.OneToOneField(Choice, on_delete=models.PROTECT, related_name="execution")
    stands = models.BooleanField(default=True, editable=False)
    key = models.CharField(max_length=80, unique=True)
    way = models.CharField(max_length=8, choices=Way.choices)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    asked_at = models.DateTimeField(null=True)
    batch = models.CharField(max_length=40, blank=True, default="")
    code = models.OneToOneField(Code, on_delete=models.PROTECT, null=True, related_name="execution")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")
    reference = models.CharField(max_length=200, blank=True, default="")
    evidence = models.TextField(blank=True, default="")
    because = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)
    task = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="execution")

    objects = ExecutionManager()

    class Meta:
        constraints = [
            # Besides these: `execution_of_a_standing_choice`, a key of two columns (migration).
            models.CheckConstraint(condition=Q(stands=True), name="execution_stands"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="execution_state_known"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="execution_way_known"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="execution_money_not_negative"),
            models.CheckConstraint(condition=~Q(key=""), name="execution_has_a_key"),
            models.CheckConstraint(
                condition=Q(state=State.DONE, done_at__isnull=False)
                & (~Q(reference="") | ~Q(evidence="") | Q(code__isnull=False))
                | ~Q(state=State.DONE) & Q(done_at=None),
                name="execution_done_with_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.FAILED, State.UNCERTAIN]) | ~Q(because=""),
                name="execution_fails_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "way", "id"], condition=~Q(state=State.DONE), name="execution_outstanding")
        ]

    def __str__(self) -> str:
        return self.key

    def _step(self, *origins: str, **to: Any) -> bool:
        moved = Execution.objects.filter(pk=self.pk, state__in=origins).update(**to) == 1
        if moved:
            self.refresh_from_db()
        return moved

    @transaction.atomic
    def complete(self, evidence: str, *, by: Person, at: datetime) -> None:
        """A person says that it was done, and how they know; also of what was uncertain or refused before."""
        if not evidence.strip():
            message = "Say how we know that it was done."
            raise Refused(message)
        origins: tuple[State, ...] = (State.WAITING, State.SENDING, State.FAILED, State.UNCERTAIN)
        if self.way in BY_JOB:
            origins = (State.FAILED, State.UNCERTAIN)
        self._ensure_wanted()
        if not self._step(*origins, state=State.DONE, done_at=at, evidence=evidence.strip(), because=""):
            message = "It is done already, or it is just being sent."
            raise Refused(message)
        self._carried_out(evidence.strip(), by, at)

    @transaction.atomic
    def succeed(self, reference: str, *, at: datetime) -> bool:
        """Whoever paid says so, with their own number for it. False if that was known."""
        origins = (State.WAITING, State.SENDING, State.UNCERTAIN)
        if not self._step(*origins, state=State.DONE, done_at=at, reference=reference, because=""):
            return False
        self._carried_out(f"{self.get_way_display()}: {reference}", self.begun_by, at)
        return True

    @transaction.atomic
    def fail(self, because: str, *, at: datetime) -> bool:
        """Whoever should have paid refused: nothing was paid, and a person decides how it is given instead."""
        if not self._step(State.SENDING, State.UNCERTAIN, state=State.FAILED, because=because or "refused"):
            return False
        self._owe_task(at)
        record(
            "remedy.failed",
            by=self.begun_by,
            at=at,
            case_id=self.choice.case_id,
            what=self.choice.option.name,
            because=because,
        )
        return True

    @transaction.atomic
    def doubt(self, because: str, *, at: datetime) -> bool:
        """Nobody knows whether it was done. It is asked about; a person is told, and nothing is sent again meanwhile."""
        if not self._step(State.SENDING, state=State.UNCERTAIN, because=because or "no answer"):
            return False
        self._owe_task(at)
        record(
            "remedy.uncertain",
            by=self.begun_by,
            at=at,
            case_id=self.choice.case_id,
            what=self.choice.option.name,
            because=because,
        )
        return True

    @transaction.atomic
    def try_again(self, *, by: Actor, at: datetime) -> None:
        """It was surely not done, so it is tried once more, under the same key."""
        self._ensure_wanted()
        if not self._step(State.FAILED, State.UNCERTAIN, state=State.WAITING, because=""):
            message = "There is nothing to try again."
            raise Refused(message)
        record("remedy.again", by=by, at=at, case_id=self.choice.case_id, what=self.choice.option.name)
        if self.way in BY_JOB:
            app.configure_task("amends.carry_out", queue="clock").defer()

    @transaction.atomic
    def give_code(self, *, by: Person, at: datetime, sure: str = "") -> None:
        """A code that nobody had goes to the customer, in a message of its own. Refused when the pool is empty.

        What the coach holds back goes only with a reason (`sure`): HeldBack otherwise.
        """
        code = Code.objects.draw(self.choice.remedy, at=at)
        if code is None:
            message = f"The pool of “{self.choice.remedy.name}” is empty. Upload codes, or give it by hand."
            raise Refused(message)
        words = f"{self.choice.option.name}, with our thanks.\n\n{code.code}\n\n{self.choice.remedy.conditions}".strip()
        letter = Reply(words=words, subject="Something from us", purpose=Purpose.GIFT, unmarked=[words], sure=sure)
        sent = reply(self.choice.case, letter, by=by, at=at)
        self._step(
            State.WAITING, state=State.DONE, done_at=at, code=code, message=sent, evidence=f"code {code}, by mail"
        )
        self._carried_out(f"code {code}, by mail", by, at)

    def call_off(self, because: str) -> bool:
        """Nothing will be done any more; False where something may have been. Part of the verb that records a miss."""
        if self.state == State.DONE:
            return True
        waits = (State.FAILED,) if self.way in BY_JOB else (State.WAITING, State.FAILED)
        return self._step(*waits, state=State.FAILED, because=because.strip() or "not wanted")

    def _ensure_wanted(self) -> None:
        if Choice.objects.filter(pk=self.choice_id, missed_at__isnull=False).exists():
            message = "It is not wanted any more."
            raise Refused(message)

    def _carried_out(self, evidence: str, by: Person, at: datetime) -> None:
        """The deed is on record in words they could read; the promise is kept, unless it is theirs only once it arrives."""
        choice = Choice.objects.select_related("case", "option", "remedy", "promise").get(pk=self.choice_id)
        Choice.objects.filter(pk=choice.pk).update(executed_at=at)
        choice.case.acts.do(choice.option.name, by=by, at=at)
        if not choice.remedy.travels:
            keep(choice, evidence, by=by, at=at)
        if self.task_id:
            Deadline.objects.meet_one(self.task_id, at=at)
        record("remedy.executed", by=by, at=at, case_id=choice.case_id, what=choice.option.name, evidence=evidence)

    def _owe_task(self, at: datetime) -> None:
        if self.task_id is None:
            row = Deadline.objects.fall_due(self.choice.case, Due.TASK, promised(at + _FIND_OUT, since=at), at=at)
            Execution.objects.filter(pk=self.pk).update(task=row)
            self.task = row


def keep(choice: Choice, evidence: str, *, by: Person, at: datetime) -> None:
    """The promise of this choice is kept, unless it was settled otherwise. Part of the verbs that carry out and track."""
    if choice.promise.kept_at is None and choice.promise.released_at is None:
        choice.promise.keep(evidence=evidence, by=by, at=at)


def hold(key: int) -> bool:
    """This connection alone deals with the execution, until it lets go or dies; False while another does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_SENDING, key % 2**31])
        return bool(cursor.fetchone()[0])


def let_go(key: int) -> None:
    """Others may deal with it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_SENDING, key % 2**31])
