"""What everybody affected is given: one remedy of the catalogue, approved once for the total, done for each on their own case.

Its money is put aside when it is approved and spent case by case, under the caps of a case and a customer; a few statements
for some hundreds of people, whoever they are, so that a million take no loop over people.
"""

from __future__ import annotations

import json
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from django.db import connection, models, transaction
from django.db.models import F, Q
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from amends.affected.affected import Affected
from amends.affected.funnel import STATE
from amends.authority.banding import authority_of
from amends.authority.spend import SPENDING, BeyondAuthority, Purse, Spend
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import endangered
from amends.cases.stages import MOVES
from amends.catalogue.remedy import FAILURES, Remedy, Way
from amends.deadlines.pacing import follow_up
from amends.deadlines.ruling import choose, house_calendar
from amends.journal.actors import DESK
from amends.journal.entry import entry, record
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import date, datetime

    from amends.authority.banding import Authority

NOTHING: Final = Decimal(0)
_BATCH: Final = 500
_TEXT: Final = (Path(__file__).parent / "redress.sql").read_text().replace("{state}", STATE)
_WAITING, _LOCKED, _CUSTOMERS, _SPENT, _DONE, _KINDS, _FOLLOWED = _TEXT.split("-- next\n")


class RedressManager(models.Manager["Redress"]):
    """How it is proposed, and how it goes on."""

    @transaction.atomic
    def propose(
        self, remedy: Remedy, *, failure: str, by: Person, at: datetime, worth: Decimal | None = None, name: str = ""
    ) -> Redress:
        """Everybody affected so far is to get this, once somebody else approves the total.

        `failure` is what went wrong for them: authority goes by it. `worth` is what it is worth to each where that follows a
        loss, `name` what it is called where one says it in one's own words. Raises Refused for what is not in the catalogue,
        cannot be given to all alike, or is not there for so many, and while anybody may come to harm.
        """
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        _ensure_safe(problem)
        words, value = _ensure_for_all(remedy, failure, worth, name, at)
        people = Affected.objects.filter(problem=problem).count()
        if remedy.stock is not None and remedy.stock < people:
            raise Refused(f"Of “{remedy.name}” there are {remedy.stock}, and {people} people are affected.")
        row = self.create(
            remedy=remedy, failure=failure, words=words, worth=value, cost=remedy.cost_for(value), currency=remedy.currency,
            people=people, proposed_by=by, proposed_at=at,
        )  # fmt: skip
        record(
            "redress.proposed", by=by, at=at, case_id=problem.chain, words=words, people=people, total=str(row.total),
            currency=row.currency,
        )  # fmt: skip
        return row

    def going(self) -> models.QuerySet[Redress]:
        """Those that are being done for more people than one step takes."""
        return self.filter(more=True, ended_at=None)


class Redress(models.Model):
    """One remedy for all. The approval is for the total at that time; more people than that need another.

    `put_aside` is what of the approved total is neither spent nor given back, `given` for how many it was done, `beyond` how
    many of those reached would pass a cap of theirs by it: they are decided on their own case. `more`: a job goes on with it.
    """

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="redress")
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, null=True, related_name="+")
    failure = models.CharField(max_length=4, blank=True, default="", db_default="")
    words = models.TextField()
    worth = models.DecimalField(max_digits=12, decimal_places=2, default=NOTHING, db_default=NOTHING)
    cost = models.DecimalField(max_digits=12, decimal_places=2, help_text="of each")
    currency = models.CharField(max_length=3)
    people = models.IntegerField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    purse = models.ForeignKey(Purse, on_delete=models.PROTECT, null=True, related_name="+")
    policy = models.TextField(
        blank=True, default="", db_default="", help_text="the row its approver's authority is from"
    )
    case_cap = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING, db_default=NOTHING)
    customer_cap = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING, db_default=NOTHING)
    put_aside = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING, db_default=NOTHING)
    given = models.IntegerField(default=0, db_default=0)
    beyond = models.IntegerField(default=0, db_default=0)
    evidence = models.TextField(blank=True, default="", db_default="", help_text="how we know that it was done")
    more = models.BooleanField(default=False, db_default=False)
    done_at = models.DateTimeField(null=True)
    doer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RedressManager()

    class Meta:
        verbose_name_plural = "redress"
        constraints = [
            models.CheckConstraint(
                condition=Q(cost__gte=0, worth__gte=0, put_aside__gte=0), name="redress_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False) & ~Q(approved_by=F("proposed_by")),
                name="redress_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(approved_at__isnull=False), name="redress_done_after_approval"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False, put_aside=0),
                name="redress_ended_keeps_nothing_aside",
            ),
            models.CheckConstraint(condition=Q(given__lte=F("people")), name="redress_for_no_more_than_approved"),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(more=True), name="redress_goes_on")]

    def __str__(self) -> str:
        return self.words

    @property
    def total(self) -> Decimal:
        """What it costs for all."""
        return self.cost * self.people

    @transaction.atomic
    def approve(self, *, by: Person, at: datetime) -> None:
        """A lead who did not propose it answers for the total, which is put aside of what their role may give in the period.

        Raises BeyondAuthority where that, or what they may give on one case, does not reach; Refused where the stock does not.
        """
        check(by, "second")
        if by.pk == self.proposed_by_id:
            message = "Somebody else approves the total."
            raise Refused(message)
        _ensure_safe(self.problem)
        values: dict[str, Any] = {"approved_at": at, "approved_by": by}
        if self.cost:
            held = self._authority(by, at)
            values |= {
                "policy": held.policy, "case_cap": held.per_case, "customer_cap": held.per_customer, "put_aside": self.total,
                "purse": Spend.objects.reserve(held, self.total, at=at),
            }  # fmt: skip
        if Redress.objects.filter(pk=self.pk, approved_at=None, remedy__isnull=False).update(**values) != 1:
            message = "This was approved before."
            raise Refused(message)
        stock = Remedy.objects.filter(pk=self.remedy_id or 0, stock__isnull=False)
        if stock.exists() and stock.filter(stock__gte=self.people).update(stock=F("stock") - self.people) != 1:
            raise Refused(f"There are not {self.people} of “{self.words}” any more.")
        self.refresh_from_db()
        record(
            "redress.approved", by=by, at=at, case_id=self.problem.chain, words=self.words, total=str(self.total),
            currency=self.currency,
        )  # fmt: skip

    def _authority(self, by: Person, at: datetime) -> Authority:
        """What the approver may give on one case of this problem."""
        problem = self.problem
        sample = Case(
            queue=problem.queue, severity=problem.severity, received_at=problem.knew_at, opened_at=at,
            packs=list(choose(problem.queue, received_at=problem.knew_at).keys), product=problem.queue.product,
        )  # fmt: skip
        held = authority_of(by.role, sample, self.failure, self.currency)
        if held is None or self.cost > held.per_case:
            left = held.per_case if held else NOTHING
            message = (
                f"{self.cost} {self.currency} for each is more than you may give on one case: {left} {self.currency}."
            )
            raise BeyondAuthority(message, left)
        return held

    @transaction.atomic
    def carry_out(self, evidence: str, *, by: Person, at: datetime) -> int:
        """It was done for everybody who was reached and is not put right yet: on each case as a deed, with follow-up planned.

        Returns for how many by now; a job goes on with the others where there are many. Those who are reached later are put
        right by doing it again. Raises Refused before the approval, without evidence, and for more people than were approved.
        """
        check(by, "work")
        if self.approved_at is None or not evidence.strip():
            message = "First the total is approved; then say how we know that it was done."
            raise Refused(message)
        problem = self._hold()
        _ensure_safe(problem)
        changes: dict[str, Any] = {"done_at": at, "doer": by, "evidence": evidence.strip(), "beyond": 0}
        if Redress.objects.filter(pk=self.pk, ended_at=None).update(**changes) != 1:
            raise Refused("What was left of it was given back. Propose it anew.")
        self.refresh_from_db()
        if self.given >= self.people and self._waiting(0):
            message = "More people are affected than were approved. Propose it anew for the total as it is now."
            raise Refused(message)
        after, count = self._step(0, at)
        self.more = after is not None
        self.save(update_fields=["more"])
        if self.more:
            give_soon(self)
        record("redress.carried_out", by=by, at=at, case_id=problem.chain, words=self.words, people=count)
        return count

    @transaction.atomic
    def go_on(self, after: int, *, at: datetime) -> int | None:
        """The next some hundreds are put right; returns whom to go on after, None after the last. Safe to repeat and to run twice.

        Part of the job that `carry_out` leaves.
        """
        self._hold()
        row = Redress.objects.select_for_update(of=("self",)).select_related("problem").get(pk=self.pk)
        reached = None
        if row.more and not row.ended_at and not row.problem.safety_at:
            reached, _ = row._step(after, at)  # noqa: SLF001 -- the same row, held
        if reached is None:
            Redress.objects.filter(pk=self.pk).update(more=False)
        return reached

    @transaction.atomic
    def end(self, *, by: Person, at: datetime) -> None:
        """Nobody else is given it: what was put aside for them is free again. Refused before the approval and a second time."""
        check(by, "second")
        row = Redress.objects.select_for_update().get(pk=self.pk)
        if row.approved_at is None or row.ended_at is not None:
            raise Refused("There is nothing of it to give back.")
        if row.purse_id:
            Purse.objects.filter(pk=row.purse_id).update(spent=F("spent") - row.put_aside)
        Remedy.objects.filter(pk=row.remedy_id or 0, stock__isnull=False).update(
            stock=F("stock") + row.people - row.given
        )
        Redress.objects.filter(pk=self.pk).update(ended_at=at, ended_by=by, put_aside=NOTHING, more=False)
        record(
            "redress.ended", by=by, at=at, case_id=self.problem.chain, words=self.words, people=row.given,
            left=str(row.put_aside), currency=row.currency,
        )  # fmt: skip
        self.refresh_from_db()

    def _hold(self) -> Problem:
        """The problem, held before anything of it: so two who give it wait for each other, and never in a circle."""
        return Problem.objects.select_for_update().get(redress=self.pk)

    def _waiting(self, after: int) -> list[tuple[int, int]]:
        """Some hundreds of those who were reached and have it not yet, with their cases. A reading."""
        return self._run(_WAITING, after=after, most=_BATCH)

    def _run(self, text: str, **values: Any) -> list[Any]:
        same: dict[str, Any] = {
            "redress": self.pk, "problem": self.problem_id, "words": self.words, "origins": list(MOVES["put_right"].origins),
            "cost": self.cost, "currency": self.currency, "purse": self.purse_id, "policy": self.policy,
            "case_cap": self.case_cap, "customer_cap": self.customer_cap, "by": self.doer_id, "spending": SPENDING,
        }  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(text, {**same, **values})
            return cursor.fetchall() if cursor.description else []

    def _step(self, after: int, at: datetime) -> tuple[int | None, int]:
        """Some hundreds after this one of the affected: where it ended, and how many had it. The row is held by the verb.

        Their cases are held, and whoever spends on one of these customers waits; so two at once never pass a cap.
        """
        near = self._waiting(after)
        reached = near[-1][0] if len(near) == _BATCH else None
        held = [case for (case,) in self._run(_LOCKED, keys=[case for _, case in near])]
        stopped = endangered(held)
        held = [case for case in held if case not in stopped]
        room = self.people - self.given
        if self.purse:
            self._run(_CUSTOMERS, keys=held)
            keys = [case for (case,) in self._run(_SPENT, keys=held, room=room, at=at, role=self.purse.role)]
        else:
            keys = held[:room]
        told = entry("case.put_right", by=self.doer or DESK, at=at, words=self.words, evidence=self.evidence)
        self._run(
            _DONE, keys=keys, at=at, deed=told.deed, data=json.dumps(told.data), actor_kind=told.actor_kind,
            actor_id=told.actor_id, actor_name=told.actor_name,
        )  # fmt: skip
        for queue, severity, product, packs, received_at, cases in self._run(_KINDS, keys=keys):
            sample = Case(queue_id=queue, severity=severity, product=product, packs=packs, received_at=received_at)
            due = follow_up(sample, since=at)
            self._run(_FOLLOWED, keys=cases, at=at, due=due.due_at, warn=due.warn_at, policy=due.policy)
        self.given += len(keys)
        self.put_aside -= self.cost * len(keys) if self.purse_id else 0
        self.beyond += len(held) - len(keys) if self.given < self.people else 0
        self.save(update_fields=["given", "put_aside", "beyond"])
        return (reached if self.given < self.people else None), len(keys)


def give_soon(row: Redress) -> None:
    """Leave word for the worker: others are to be given it. One job that waits already is enough."""
    task = app.configure_task("amends.put_right", queue="outreach", queueing_lock=f"redress-{row.pk}")
    with suppress(AlreadyEnqueued), transaction.atomic():
        task.defer(redress=row.pk)


def _today(at: datetime) -> date:
    return at.astimezone(ZoneInfo(house_calendar().zone)).date()


def _ensure_safe(problem: Problem) -> None:
    if problem.safety_at is not None:
        message = "While anybody may come to harm, nothing is given that could pass for the price of silence."
        raise Refused(message)


def _ensure_for_all(
    remedy: Remedy, failure: str, worth: Decimal | None, name: str, at: datetime
) -> tuple[str, Decimal]:
    """What it is called and what it is worth to each; Refused for what cannot be given to all alike."""
    if failure not in {code.value for code in FAILURES}:
        raise Refused("Say what kind of failure it was.")
    if not Remedy.objects.standing(_today(at)).filter(pk=remedy.pk).exists():
        raise Refused(f"“{remedy.name}” is not in the catalogue now.")
    if remedy.customer_work or remedy.way == Way.CODE:
        why = "they would have to do something for it" if remedy.customer_work else "each has a code of their own"
        raise Refused(f"“{remedy.name}” is agreed with each on their own case: {why}.")
    if remedy.own_words and not name.strip():
        raise Refused("Say in your own words what is given.")
    value = worth if remedy.worth is None else remedy.worth
    if value is None or value < 0:
        raise Refused("Say what it is worth to each: it follows what they lost.")
    return name.strip() or remedy.name, value
