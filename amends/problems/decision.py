"""The decision to tell those affected, or not: by whom, why, and when it is asked again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

#: House target: a decision not to tell is asked again after so long, whatever was wished for.
LONGEST_SILENCE = timedelta(days=30)
ASK_AGAIN_AFTER = timedelta(days=7)


class DecisionManager(models.Manager["Decision"]):
    """How a decision is made."""

    @transaction.atomic
    def make(
        self, *, tell: bool, because: str, by: Person, at: datetime, ask_again_at: datetime | None = None
    ) -> Decision:
        """It is decided to tell, at once; or proposed not to, which holds when a second person agrees (`second`).

        The decision before it is over. Raises Refused without a reason, and for a silence of more than thirty days.
        """
        check(by, "work")
        problem: Problem = self.instance  # type: ignore[attr-defined]
        if not because.strip():
            message = "Say why." if tell else "Say why they should not be told: somebody else reads it."
            raise Refused(message)
        again = None if tell else ask_again_at or at + ASK_AGAIN_AFTER
        if again is not None and not at < again <= at + LONGEST_SILENCE:
            message = "Not telling is asked again within thirty days."
            raise Refused(message)
        Problem.objects.select_for_update().get(pk=problem.pk)
        Decision.objects.filter(problem=problem, over_at=None).update(over_at=at)
        row = self.create(tell=tell, because=because.strip(), decided_by=by, decided_at=at, ask_again_at=again)
        told: dict[str, Any] = {"by": by, "at": at, "case_id": problem.chain, "because": because.strip()}
        if tell:
            record("problem.decided", **told)
        else:
            record("problem.silence_proposed", **told)
        return row

    def standing(self) -> Decision | None:
        """The decision that holds, or is proposed."""
        return self.filter(over_at=None).first()


class Decision(models.Model):
    """Tell, or not. "Not" holds only when somebody else, a lead at least, has agreed, and only until it is asked again."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="decisions")
    tell = models.BooleanField()
    because = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seconded_at = models.DateTimeField(null=True)
    seconded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ask_again_at = models.DateTimeField(null=True)
    over_at = models.DateTimeField(null=True)

    objects = DecisionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="decision_has_a_reason"),
            models.UniqueConstraint(fields=["problem"], condition=Q(over_at=None), name="decision_one_standing"),
            models.CheckConstraint(
                condition=Q(seconded_at=None, seconded_by=None)
                | Q(seconded_at__isnull=False, seconded_by__isnull=False) & ~Q(seconded_by=F("decided_by")),
                name="decision_seconded_by_another",
            ),
            models.CheckConstraint(
                condition=Q(tell=True, ask_again_at=None) | Q(tell=False, ask_again_at__isnull=False),
                name="decision_silence_is_asked_again",
            ),
        ]

    def __str__(self) -> str:
        return "tell them" if self.tell else "do not tell them"

    @property
    def holds(self) -> bool:
        """Whether it is decided; a proposal not to tell is none yet."""
        return self.over_at is None and (self.tell or self.seconded_at is not None)

    @transaction.atomic
    def second(self, *, by: Person, at: datetime) -> None:
        """A second person answers for not telling. Raises Refused for the one who proposed it, NotAllowed below a lead."""
        check(by, "second")
        if by.pk == self.decided_by_id:
            message = "Somebody else has to agree that they are not told."
            raise Refused(message)
        rows = Decision.objects.filter(pk=self.pk, tell=False, seconded_at=None, over_at=None)
        if rows.update(seconded_at=at, seconded_by=by) != 1:
            message = "This was decided otherwise, or agreed to, before."
            raise Refused(message)
        self.refresh_from_db()
        record("problem.silence_seconded", by=by, at=at, case_id=self.problem.chain, because=self.because)


def ensure_telling(problem: Problem) -> None:
    """Nothing, or Refused: nobody is told before it was decided, and without a course of action or the time of the next news."""
    if not problem.is_open:
        message = "This problem has ended."
        raise Refused(message)
    if not problem.decisions.filter(over_at=None, tell=True).exists():
        message = "Decide first that they are told, and say why."
        raise Refused(message)
    if not problem.course.strip() and problem.next_news_at is None:
        message = "Bring a course of action with the problem; failing that, say when they hear more."
        raise Refused(message)
