"""The alarm: raised by words or by a person, answered by one, and over only when somebody says why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.affected.affected import Affected
from amends.cases.case import Case, Severity
from amends.cases.ending import Refused
from amends.cases.harm import hold_problem
from amends.deadlines import cadence
from amends.deadlines.pacing import NoRow, timing
from amends.deadlines.ruling import choose
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.notices.wave import Wave
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.people.queue import Queue
from amends.policy.words import Due
from amends.problems.problem import Problem
from amends.safety.paging import Page
from amends.safety.report import Report

if TYPE_CHECKING:
    from datetime import datetime

    from amends.deadlines.pacing import Timing
    from amends.journal.actors import Actor

#: What is done first, in this order, whatever it is.
CHECKLIST = (
    "Stop selling and shipping it",
    "Tell everybody who has it what to do with it now",
    "Set what we have of it apart",
    "Have the thing itself kept, and pictures of it",
    "Name the one person who speaks for us",
    "Find out whether the regulator must be told, and by when",
    "Publish a notice",
    "Call whoever is most at risk",
)


class AlarmManager(models.Manager["Alarm"]):
    """How an alarm is raised."""

    @transaction.atomic
    def sound(
        self,
        words: str,
        *,
        by: Actor,
        at: datetime,
        case: Case | None = None,
        problem: Problem | None = None,
        drill: bool = False,
    ) -> Alarm:
        """From now on the routine rests for the case and its problem, and somebody is woken until somebody answers.

        Notices that do not warn of harm stop, nothing is given that could pass for the price of silence, the checklist is
        open and, where a pack says so, the regulator's clock runs. A `drill` wakes people and is timed, and stops nothing.
        An alarm that stands for the case already is returned as it is, and the words stand in the journal.
        """
        standing = self.filter(over_at=None, drill=drill)
        known = standing.filter(case=case).first() if case else standing.filter(problem=problem, case=None).first()
        if known is not None and (case or problem):
            if not drill and words.strip() and words.strip() != known.words:
                record(
                    "safety.said_again", by=by, at=at, case_id=known.chain, words=words.strip()[:2000], alarm=known.pk
                )
            return known
        if case is not None and problem is None:
            link = (
                Affected.objects.filter(case=case, problem__closed_at=None)
                .select_related("problem")
                .order_by("pk")
                .first()
            )
            problem = link.problem if link else None
        clock = None if drill else _report_clock(case, problem, at)
        row = self.create(
            case=case, problem=problem, words=words.strip()[:2000] or "no words", drill=drill, raised_at=at,
            raised_by_id=person_id(by), report_by=clock.due_at if clock else None,
        )  # fmt: skip
        if not drill:
            Item.objects.bulk_create(Item(alarm=row, words=one, place=n) for n, one in enumerate(CHECKLIST))
            row.stop_routine(by, at)
        if clock:
            Report.objects.fall_due(row, clock, at=at)
        if drill:
            record("safety.drill_begun", by=by, at=at, case_id=row.chain, words=row.words, alarm=row.pk)
        else:
            record("safety.alarmed", by=by, at=at, case_id=row.chain, words=row.words, alarm=row.pk)
        Page.objects.climb(row, by=by, at=at)
        return row

    @transaction.atomic
    def raise_on(self, case: Case, words: str, *, by: Person, at: datetime) -> Alarm:
        """Somebody says that somebody may come to harm by what this case is about: it is as grave as there is, and the alarm stands.

        On a case that was merged meanwhile it is that which goes on. Raises Refused without words.
        """
        check(by, "work", case)
        if not words.strip():
            message = "Say in a few words what may happen to whom: whoever is woken reads them."
            raise Refused(message)
        held = Case.objects.hold(case.pk)
        if held.is_open and held.severity != Severity.CRITICAL:
            cadence.grade(held, Severity.CRITICAL, by=by, at=at)
        return self.sound(words, case=held, by=by, at=at)

    def standing(self) -> models.QuerySet[Alarm]:
        """Alarms that are not over, drills too."""
        return self.filter(over_at=None)


class Alarm(models.Model):
    """One alarm. `report_by` is when the regulator must have been told, as far as a pack says so; reporting admits nothing."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="alarms")
    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, null=True, related_name="alarms")
    words = models.TextField()
    drill = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_constraint=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    spokesperson = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    report_by = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)
    over_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    over_because = models.TextField(blank=True, default="")

    objects = AlarmManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="alarm_answered_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(over_at=None, over_by=None, over_because="")
                | Q(over_at__isnull=False, over_by__isnull=False) & ~Q(over_because=""),
                name="alarm_over_with_a_reason",
            ),
            models.CheckConstraint(condition=Q(drill=False) | Q(report_by=None), name="alarm_drill_reports_nothing"),
            models.UniqueConstraint(
                fields=["case", "drill"], condition=Q(over_at=None, case__isnull=False), name="alarm_one_a_case"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def chain(self) -> int:
        """Where it stands in the journal: on its case, else on its problem, else among the deeds of the desk."""
        return self.case_id or (-self.problem_id if self.problem_id else 0)

    @property
    def waited(self) -> timedelta | None:
        """From the alarm to the answer; None while nobody has answered."""
        return self.answered_at - self.raised_at if self.answered_at else None

    @transaction.atomic
    def answer(self, *, by: Person, at: datetime) -> None:
        """This person has it, and nobody further is woken; they speak for us until somebody else is named.

        Whoever answers second is told who was first, by Refused.
        """
        if Alarm.objects.filter(pk=self.pk, answered_at=None).update(answered_at=at, answered_by=by) != 1:
            self.refresh_from_db()
            message = f"{self.answered_by} has answered this alarm."
            raise Refused(message)
        self.refresh_from_db()
        minutes = int((at - self.raised_at).total_seconds() // 60)
        if not self.drill and self.spokesperson_id is None:
            Alarm.objects.filter(pk=self.pk).update(spokesperson=by)
            if self.case_id:
                Case.objects.filter(pk=self.case_id, spokesperson=None).update(spokesperson=by)
            self.spokesperson = by
        record("safety.answered", by=by, at=at, case_id=self.chain, minutes=minutes, alarm=self.pk)
        if self.drill:
            Alarm.objects.filter(pk=self.pk).update(over_at=at, over_by=by, over_because="the drill was answered")

    @transaction.atomic
    def appoint(self, person: Person, *, by: Person, at: datetime) -> None:
        """This one person speaks for the house on the case, and nobody else writes to them. Raises NotHere for who is away."""
        check(by, "second")
        ensure_here(person, at=at)
        self.spokesperson = person
        self.save(update_fields=["spokesperson"])
        if self.case_id:
            Case.objects.filter(pk=self.case_id).update(spokesperson=person)
        record("safety.appointed", by=by, at=at, case_id=self.chain, name=person.name, person=person.pk)

    @transaction.atomic
    def stand_down(self, *, because: str, by: Person, at: datetime) -> None:
        """The routine goes on again, for this reason, by a lead at least. Raises Refused before the alarm was answered."""
        check(by, "second")
        if not because.strip():
            message = "Say why nobody can come to harm any more."
            raise Refused(message)
        if self.answered_at is None:
            message = "Answer the alarm first."
            raise Refused(message)
        if (
            Alarm.objects.filter(pk=self.pk, over_at=None).update(over_at=at, over_by=by, over_because=because.strip())
            != 1
        ):
            message = "This alarm is over."
            raise Refused(message)
        if self.case_id:
            Case.objects.filter(pk=self.case_id).update(safety_at=None, spokesperson=None)
        if self.problem_id and not Alarm.objects.filter(problem=self.problem_id, over_at=None, drill=False).exists():
            Problem.objects.filter(pk=self.problem_id).update(safety_at=None)
        record("safety.stood_down", by=by, at=at, case_id=self.chain, because=because.strip())

    @transaction.atomic
    def spread(self, *, by: Actor, at: datetime) -> bool:
        """The routine rests for the open problem of the case too, where it has one by now; whether that is new."""
        link = Affected.objects.filter(case=self.case_id, problem__closed_at=None).order_by("pk").first()
        if link is None or not Alarm.objects.filter(pk=self.pk, problem=None, over_at=None).update(
            problem=link.problem_id
        ):
            return False
        self.refresh_from_db()
        self.stop_routine(by, at)
        record("safety.spread", by=by, at=at, case_id=-link.problem_id, words=self.words, alarm=self.pk)
        return True

    def stop_routine(self, by: Actor, at: datetime) -> None:
        """The case and its problem are in safety mode, and what goes out to many stops. Part of the alarm."""
        if self.case_id:
            Case.objects.filter(pk=self.case_id, safety_at=None).update(safety_at=at, severity=1)
        if self.problem_id:
            Problem.objects.filter(pk=self.problem_id, safety_at=None).update(safety_at=at)
            hold_problem(self.problem_id)
            waves = Wave.objects.filter(notice__problem=self.problem_id, over_at=None, notice__safety=False)
            stopper = by if isinstance(by, Person) else _somebody(self.problem_id)
            for wave in waves:
                wave.stop(by=stopper, at=at)


class Item(models.Model):
    """One thing of the checklist of an alarm."""

    alarm = models.ForeignKey(Alarm, on_delete=models.PROTECT, related_name="items")
    words = models.CharField(max_length=200)
    place = models.SmallIntegerField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["alarm", "place"], name="item_one_a_place"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
                name="item_done_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @transaction.atomic
    def tick(self, *, by: Person, at: datetime) -> None:
        """It is done."""
        if Item.objects.filter(pk=self.pk, done_at=None).update(done_at=at, done_by=by):
            record("safety.ticked", by=by, at=at, case_id=self.alarm.chain, words=self.words)


def _somebody(problem: int) -> Person:
    """In whose name the desk stops a wave: the problem's owner, else whoever began it."""
    row = Problem.objects.select_related("owner").get(pk=problem)
    return row.owner or Wave.objects.filter(notice__problem=problem).latest("pk").begun_by


def _report_clock(case: Case | None, problem: Problem | None, at: datetime) -> Timing | None:
    """By when a regulator must have been told, by the pack of the case's queue; None where no pack says so."""
    queue = case.queue if case else problem.queue if problem else Queue.objects.front_desk()
    packs = list(choose(queue, received_at=at).keys)
    asked = Case(queue=queue, severity=1, received_at=at, packs=packs, product=queue.product)
    try:
        return timing(asked, Due.SAFETY_REPORT, since=at)
    except NoRow:
        return None
