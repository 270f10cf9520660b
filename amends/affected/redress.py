"""What everybody affected is given: proposed once, approved once for the total, done for each on their own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.affected.affected import Affected
from amends.affected.funnel import State, people_in
from amends.cases.case import Case, Origin
from amends.cases.ending import Refused
from amends.cases.harm import endangered
from amends.cases.stages import MOVES, Stage
from amends.concerns.concern import Act
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.entry import entry, record, record_all
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

_BATCH = 500


class RedressManager(models.Manager["Redress"]):
    """How it is proposed."""

    @transaction.atomic
    def propose(self, words: str, *, each: int, currency: str = "GBP", by: Person, at: datetime) -> Redress:
        """Everybody affected so far is to get this, once somebody else approves the total; each costs `each`, in pence."""
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        if not words.strip() or each < 0:
            message = "Say what everybody gets, and what it costs for each."
            raise Refused(message)
        if problem.safety_at is not None:
            message = "While anybody may come to harm, nothing is given that could pass for the price of silence."
            raise Refused(message)
        people = Affected.objects.filter(problem=problem).count()
        row = self.create(
            words=words.strip(), each=each, currency=currency, people=people, proposed_by=by, proposed_at=at
        )
        record("redress.proposed", by=by, at=at, case_id=problem.chain, words=row.words, people=people, total=row.total)
        return row


class Redress(models.Model):
    """One remedy for all. The approval is for the total at that time; more people than that need another."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="redress")
    words = models.TextField()
    each = models.IntegerField(help_text="in the smallest coin")
    currency = models.CharField(max_length=3)
    people = models.IntegerField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    objects = RedressManager()

    class Meta:
        verbose_name_plural = "redress"
        constraints = [
            models.CheckConstraint(condition=Q(each__gte=0), name="redress_not_negative"),
            models.CheckConstraint(
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False) & ~Q(approved_by=F("proposed_by")),
                name="redress_approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(approved_at__isnull=False), name="redress_done_after_approval"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def total(self) -> int:
        """What it costs for all, in the smallest coin."""
        return self.each * self.people

    @transaction.atomic
    def approve(self, *, by: Person, at: datetime) -> None:
        """A lead who did not propose it answers for the total."""
        check(by, "second")
        if by.pk == self.proposed_by_id:
            message = "Somebody else approves the total."
            raise Refused(message)
        if Redress.objects.filter(pk=self.pk, approved_at=None).update(approved_at=at, approved_by=by) != 1:
            message = "This was approved before."
            raise Refused(message)
        self.refresh_from_db()
        record("redress.approved", by=by, at=at, case_id=self.problem.chain, words=self.words, total=self.total)

    @transaction.atomic
    def carry_out(self, evidence: str, *, by: Person, at: datetime) -> int:
        """It was done for everybody who was reached and is not put right yet: on each case as a deed, with follow-up planned.

        Returns for how many. Those who are reached later are put right by doing it again. Raises Refused before the approval,
        without evidence, and for more people than were approved.
        """
        check(by, "work")
        if self.approved_at is None or not evidence.strip():
            message = "First the total is approved; then say how we know that it was done."
            raise Refused(message)
        problem = Problem.objects.select_for_update().get(pk=self.problem_id)
        if problem.safety_at is not None:
            message = "While anybody may come to harm, nothing is given that could pass for the price of silence."
            raise Refused(message)
        if Act.objects.filter(case__affected__problem=problem, words=self.words).count() > self.people:
            message = "More people are affected than were approved. Propose it anew for the total as it is now."
            raise Refused(message)
        count = 0
        for state in (State.REACHED, State.ANSWERED):
            after = 0
            while rows := people_in(problem, state, most=_BATCH, after=after):
                after = rows[-1][0].pk
                count += self._do([row.case_id for row, _ in rows if row.case_id], evidence, by, at)
        Redress.objects.filter(pk=self.pk, done_at=None).update(done_at=at)
        record("redress.carried_out", by=by, at=at, case_id=problem.chain, words=self.words, people=count)
        return count

    def _do(self, keys: list[int], evidence: str, by: Person, at: datetime) -> int:
        """The cases of these are put right, with a fixed number of statements and the follow-up of each."""
        # Who wrote to us is answered first, by a person; a promise or a concern of their own is met on their own case.
        owed = Q(promises__kept_at=None, promises__released_at=None, promises__isnull=False)
        asked = Q(concerns__addressed_at=None, concerns__waived_at=None, concerns__isnull=False)
        busy = Case.objects.filter(pk__in=keys).filter(owed | asked | Q(waiting_since__isnull=False)).values("pk")
        cases = list(
            Case.objects.select_for_update(of=("self",)).filter(pk__in=keys, stage__in=MOVES["put_right"].origins)
            .filter(origin=Origin.DISCLOSURE).exclude(pk__in=busy).select_related("queue__site")
        )  # fmt: skip
        stopped = endangered([case.pk for case in cases])
        cases = [case for case in cases if case.pk not in stopped]
        Act.objects.bulk_create(
            Act(case=case, round=case.round, words=self.words, done_at=at, done_by=by) for case in cases
        )
        held = [case.pk for case in cases]
        Case.objects.filter(pk__in=held).update(stage=Stage.RESOLVED)
        Deadline.objects.outstanding().filter(case__in=held, kind=Kind.NEXT_UPDATE).update(met_at=at)
        for case in cases:
            case.stage = Stage.RESOLVED
            case.follow_ups.plan(at=at)
        record_all(
            entry("case.put_right", by=by, at=at, case_id=case.pk, words=self.words, evidence=evidence.strip())
            for case in cases
        )
        return len(cases)
