"""A nudge reminds whoever has a problem: decide, ask again, tell, say something new. It climbs past those who are away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Q

from amends.journal.entry import record
from amends.people.person import Person
from amends.people.presence import Roster
from amends.problems.decision import Decision
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from amends.journal.actors import Actor

#: Nobody did it: after so long the next in line hears of it too.
CLIMB = timedelta(hours=4)
#: House target: who decided to tell begins within so long.
TELL_WITHIN = timedelta(days=1)


class About(models.TextChoices):
    """What somebody is reminded of."""

    DECIDE = "decide", "decide whether they are told"
    AGAIN = "again", "ask again whether they are told"
    TELL = "tell", "begin to tell them, as decided"
    NEWS = "news", "the next news is due"
    REPORT = "report", "a regulator must be told, or it is said why not"


class NudgeManager(models.Manager["Nudge"]):
    """How people are reminded."""

    @transaction.atomic
    def give_due(self, *, by: Actor, at: datetime) -> int:
        """Whoever has a problem on which something is overdue is reminded of it, once a rung; returns how many nudges.

        The owner hears first if they are here, else their stand-in; four hours later a lead, then a manager. A regulator's
        clock is told of before it is over.
        """
        roster, count, reports = Roster.read(at=at), 0, _reports()
        owing = Problem.objects.filter(Q(closed_at=None) | Q(pk__in=reports))
        for problem in owing.select_related("owner", "queue").order_by("pk"):
            for about, due_at, since in _due(problem, reports, at):
                known = set(self.filter(problem=problem, about=about, due_at=due_at).values_list("rung", flat=True))
                for rung in range(min(int((at - since) / CLIMB), 2) + 1):
                    if rung not in known:
                        count += self._tell(problem, (about, due_at), rung, _on(rung, problem, roster), by=by, at=at)
        return count

    def _tell(self, problem: Problem, what: tuple[str, datetime], rung: int, people: list[Person], **when: Any) -> int:
        (about, due_at), by, at = what, when["by"], when["at"]
        rows = [Nudge(problem=problem, person=p, about=about, due_at=due_at, rung=rung, raised_at=at) for p in people]
        self.bulk_create(rows, ignore_conflicts=True)
        if rows:
            names = ", ".join(person.name for person in people)
            record("problem.nudged", by=by, at=at, case_id=problem.chain, about=About(about).label, told=names)
        return len(rows)

    def unseen(self, person: Person) -> models.QuerySet[Nudge]:
        """What this person was reminded of and is not done, the newest first."""
        return self.filter(person=person, over_at=None).select_related("problem").order_by("-raised_at", "-pk")

    @transaction.atomic
    def claim(self, *, at: datetime, most: int = 100) -> list[Nudge]:
        """Nudges to be mailed, marked before they are: none is mailed twice."""
        rows = list(
            self.filter(mailed_at=None, over_at=None).select_for_update(skip_locked=True, of=("self",))
            .select_related("person", "problem").order_by("pk")[:most]
        )  # fmt: skip
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return rows

    def settle(self, *, at: datetime) -> None:
        """What was done meanwhile is no longer asked for. Part of the round."""
        reports = _reports()
        for row in self.filter(over_at=None).select_related("problem"):
            if (row.about, row.due_at) not in {(about, due_at) for about, due_at, _ in _due(row.problem, reports, at)}:
                self.filter(pk=row.pk).update(over_at=at)


class Nudge(models.Model):
    """One person reminded of one thing on one problem."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="nudges")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=8, choices=About.choices)
    due_at = models.DateTimeField()
    rung = models.SmallIntegerField()
    raised_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)

    objects = NudgeManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["problem", "about", "due_at", "rung", "person"], name="nudge_once_a_rung"),
            models.CheckConstraint(condition=Q(about__in=About.values), name="nudge_about_known"),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(over_at=None), name="nudge_of_person")]

    def __str__(self) -> str:
        return f"{self.problem}: {self.get_about_display()}"


def _reports() -> dict[int, tuple[datetime, datetime]]:
    """By when a regulator must be told of which problems, and from when on somebody is warned; the soonest of each.

    Only of alarms that are a problem's alone: on a case a deadline watches it.
    """
    rows = Problem.objects.filter(alarms__case=None, alarms__report__isnull=False, alarms__report__ended_at=None)
    found = rows.order_by("-alarms__report__due_at").values_list(
        "pk", "alarms__report__due_at", "alarms__report__warn_at"
    )
    return {key: (due_at, warn_at) for key, due_at, warn_at in found}


def _due(
    problem: Problem, reports: Mapping[int, tuple[datetime, datetime]], at: datetime
) -> Iterator[tuple[str, datetime, datetime]]:
    """What is to be done on the problem, when it was or is due, and since when somebody hears of it."""
    if problem.pk in reports:
        due_at, warn_at = reports[problem.pk]
        if warn_at <= at:
            yield About.REPORT, due_at, warn_at
    for about, due_at in _overdue(problem, at):
        yield about, due_at, due_at


def _overdue(problem: Problem, at: datetime) -> Iterator[tuple[str, datetime]]:
    """What is overdue on the problem, and since when."""
    if not problem.is_open:
        return
    standing: Decision | None = problem.decisions.standing()
    if standing is None or not standing.holds:
        if problem.decide_by <= at:
            yield About.DECIDE, problem.decide_by
    elif not standing.tell and standing.ask_again_at is not None and standing.ask_again_at <= at:
        yield About.AGAIN, standing.ask_again_at
    elif standing.tell and problem.told_at is None and standing.decided_at + TELL_WITHIN <= at:
        yield About.TELL, standing.decided_at + TELL_WITHIN
    if problem.told_at is not None and problem.next_news_at is not None and problem.next_news_at <= at:
        yield About.NEWS, problem.next_news_at


def _on(rung: int, problem: Problem, roster: Roster) -> list[Person]:
    """Those of this rung who are here: the owner or who stands in, then the leads, then the managers."""
    owner = problem.owner_id
    if rung == 0 and owner is not None and roster.is_here(owner):
        return [roster.people[owner]]
    if rung == 0 and owner is not None and (deputy := roster.deputy_of(owner)):
        return [deputy]
    queue = problem.queue_id
    return (roster.managers(queue) if rung > 1 else []) or roster.leads(queue) or roster.watching(queue)
