"""What a case, or a whole problem, was traced to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from amends.cases.case import Case, Origin
from amends.cases.ending import Merged
from amends.cases.stages import Ending
from amends.causes.tree import known, within
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime


class OfProblem(Protocol):
    """What tracing needs to know of a problem, which stands above it: its key and its chain in the journal."""

    pk: int

    @property
    def chain(self) -> int:
        """Where its deeds stand."""


class TracingManager(models.Manager["Tracing"]):
    """How causes come on record, and how often they came."""

    @transaction.atomic
    def trace(self, case: Case, cause: str, *, by: Person, at: datetime, words: str = "") -> Tracing:
        """The case was traced to this cause; what it was traced to before is over. Refused for what the tree does not have."""
        check(by, "work", case)
        place = known(cause)
        held = Case.objects.select_for_update(of=("self",)).select_related("merged_into").get(pk=case.pk)
        if held.merged_into_id:
            raise Merged(held)
        self.filter(case=case, over_at=None).update(over_at=at)
        row = self.create(case=case, cause=cause, words=words.strip(), traced_at=at, traced_by=by)
        record("cause.traced", by=by, at=at, case_id=case.pk, because=words.strip(), cause=place.path)
        return row

    @transaction.atomic
    def trace_problem(self, problem: OfProblem, cause: str, *, by: Person, at: datetime, words: str = "") -> Tracing:
        """The problem was traced to this cause, and with it every case of it that has no other cause of its own."""
        check(by, "work")
        place = known(cause)
        self.filter(problem=problem.pk, over_at=None).update(over_at=at)
        row = self.create(problem_id=problem.pk, cause=cause, words=words.strip(), traced_at=at, traced_by=by)
        record("cause.traced", by=by, at=at, case_id=problem.chain, because=words.strip(), cause=place.path)
        return row

    def cause_of(self, case: Case) -> str:
        """What the case was traced to: by itself, else by the problem it is of; empty where nobody has said."""
        own = self.filter(case=case, over_at=None).values_list("cause", flat=True).first()
        if own:
            return own
        of_problem = self.filter(problem__affected__case=case, over_at=None)
        return of_problem.order_by("-traced_at", "-pk").values_list("cause", flat=True).first() or ""


class Tracing(models.Model):
    """One case or one problem traced to one cause. `over_at` is set when somebody traced it to another."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="tracings")
    problem = models.ForeignKey("amends.Problem", on_delete=models.PROTECT, null=True, related_name="tracings")
    cause = models.CharField(max_length=80)
    words = models.TextField(blank=True, default="", help_text="what shows it")
    traced_at = models.DateTimeField()
    traced_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    over_at = models.DateTimeField(null=True)

    objects = TracingManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(cause=""), name="tracing_names_a_cause"),
            models.CheckConstraint(
                condition=Q(case=None, problem__isnull=False) | Q(case__isnull=False, problem=None),
                name="tracing_of_a_case_or_a_problem",
            ),
            models.UniqueConstraint(fields=["case"], condition=Q(over_at=None), name="tracing_one_a_case"),
            models.UniqueConstraint(fields=["problem"], condition=Q(over_at=None), name="tracing_one_a_problem"),
        ]
        indexes = [models.Index(fields=["cause"], condition=Q(over_at=None), name="tracing_of_cause")]

    def __str__(self) -> str:
        return self.cause


#: What is a failure of ours in a customer's life: winning somebody back is none, and a merged case is counted where it goes on.
FAILURES = ~Q(origin=Origin.WIN_BACK) & ~Q(ending=Ending.MERGED)


def came_of(cause: str) -> models.QuerySet[Case]:
    """Failures that were traced to this cause or a narrower one, each once; by its own tracing, else by its problem's."""
    names = within(cause)
    standing = Tracing.objects.filter(over_at=None)
    own = standing.filter(case=OuterRef("pk"))
    by_problem = standing.filter(problem__affected__case=OuterRef("pk"), cause__in=names)
    return Case.objects.filter(
        FAILURES, Exists(own.filter(cause__in=names)) | (~Exists(own) & Exists(by_problem))
    )  # fmt: skip


def traced() -> models.QuerySet[Case]:
    """Failures of which somebody has said why, by themselves or by their problem."""
    standing = Tracing.objects.filter(over_at=None)
    return Case.objects.filter(
        FAILURES, Exists(standing.filter(Q(case=OuterRef("pk")) | Q(problem__affected__case=OuterRef("pk"))))
    )
