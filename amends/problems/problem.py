"""The problem: what happened, since when we know, who has it, and whether and how those affected hear of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Severity
from amends.cases.ending import Refused
from amends.journal.actors import person_id
from amends.journal.entry import Entry, record
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.people.queue import Queue
from amends.texts.sentences import sentences

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

#: What happened is told in so many plain sentences at most, so that everybody on the phone says the same.
MOST_SENTENCES = 2
#: House target: how long the decision to tell may take, and how often those told hear news, by severity.
DECIDE_WITHIN = {1: timedelta(hours=1), 2: timedelta(hours=4), 3: timedelta(days=1), 4: timedelta(days=3)}
NEWS_EVERY = {1: timedelta(hours=4), 2: timedelta(days=1), 3: timedelta(days=2), 4: timedelta(days=7)}


class FoundBy(models.TextChoices):
    """Who saw it first."""

    STAFF = "staff", "somebody of ours"
    SUPPLIER = "supplier", "a supplier"
    THEME = "theme", "a theme in complaints"
    MONITORING = "monitoring", "our monitoring"


class Cause(models.TextChoices):
    """What is known of why."""

    UNKNOWN = "unknown", "not known yet"
    SUSPECTED = "suspected", "suspected"
    KNOWN = "known", "known"
    REMOVED = "removed", "known and removed"


class ProblemQuerySet(models.QuerySet["Problem"]):
    """Problems, by what holds for them."""

    def open(self) -> ProblemQuerySet:
        """Problems that have not ended."""
        return self.filter(closed_at=None)

    def undisclosed(self) -> ProblemQuerySet:
        """Open ones of which nobody outside was told, whatever was decided; the oldest knowledge first."""
        return self.open().filter(told_at=None).order_by("knew_at", "pk")

    def quiet(self, at: datetime) -> ProblemQuerySet:
        """Open ones that were told, and whose next news is overdue."""
        return self.open().filter(told_at__isnull=False, next_news_at__lt=at).order_by("next_news_at", "pk")


Problems = models.Manager.from_queryset(ProblemQuerySet)


class ProblemManager(Problems["Problem"]):
    """How problems come on record."""

    @transaction.atomic
    def open_one(
        self,
        title: str,
        *,
        what_happened: str,
        knew_at: datetime,
        by: Actor,
        at: datetime,
        owner: Person | None = None,
        found_by: str = FoundBy.STAFF,
        severity: int = Severity.MEDIUM,
        cause: str = Cause.UNKNOWN,
        course: str = "",
        next_news_at: datetime | None = None,
        queue: Queue | None = None,
        source: str = "",
        source_id: str = "",
    ) -> Problem:
        """The problem is on record, known since `knew_at`, and the decision to tell is due. The same of one source is returned.

        Raises Refused for more than two sentences of what happened and for a time to come, NotHere for an owner who is away.
        """
        if source_id and (known := self.filter(source=source, source_id=source_id).first()):
            return known
        if owner is not None:
            ensure_here(owner, at=at)
        problem = self.create(
            title=_needed(title, "Give the problem a name.")[:200], what_happened=_two_sentences(what_happened),
            knew_at=_past(knew_at, at), owner=owner, found_by=FoundBy(found_by), severity=Severity(severity),
            cause=Cause(cause), course=course.strip(), next_news_at=next_news_at, opened_at=at,
            opened_by_id=person_id(by), decide_by=at + DECIDE_WITHIN[int(severity)],
            queue=queue or Queue.objects.front_desk(), source=source, source_id=source_id,
        )  # fmt: skip
        record(
            "problem.opened", by=by, at=at, case_id=problem.chain, title=problem.title,
            found=FoundBy(found_by).label, severity=severity,
        )  # fmt: skip
        return problem


class Problem(models.Model):
    """A fault that touches more than one customer. `knew_at` is when the house knew of it, whoever typed it later.

    `course` is what we do about it; until that is known, `next_news_at` says when those affected hear more. `told_at` is when
    the first of them heard of it from us, `safety_at` since when somebody may come to harm by it.
    """

    title = models.CharField(max_length=200)
    what_happened = models.TextField(help_text="two plain sentences at most")
    knew_at = models.DateTimeField()
    found_by = models.CharField(max_length=10, choices=FoundBy.choices)
    severity = models.SmallIntegerField(choices=Severity.choices)
    cause = models.CharField(max_length=10, choices=Cause.choices, default=Cause.UNKNOWN)
    course = models.TextField(blank=True, default="", help_text="what we do about it")
    next_news_at = models.DateTimeField(null=True)
    last_news_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="problems")
    queue = models.ForeignKey(Queue, on_delete=models.PROTECT, related_name="+")
    decide_by = models.DateTimeField(help_text="by when somebody decides whether to tell")
    told_at = models.DateTimeField(null=True)
    mass_at = models.DateTimeField(null=True, help_text="since when there are too many to call")
    safety_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=80, blank=True, default="")
    source_id = models.CharField(
        max_length=200, blank=True, default="", help_text="its number in the system that found it"
    )

    objects = ProblemManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(what_happened=""), name="problem_says_what_happened"),
            models.CheckConstraint(condition=Q(found_by__in=FoundBy.values), name="problem_found_by_known"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="problem_severity_known"),
            models.CheckConstraint(condition=Q(cause__in=Cause.values), name="problem_cause_known"),
            models.CheckConstraint(condition=Q(knew_at__lte=F("opened_at")), name="problem_known_before_opened"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None) | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="problem_closed_at_and_by",
            ),
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id=""), name="problem_source_once"
            ),
        ]
        indexes = [models.Index(fields=["knew_at", "id"], condition=Q(closed_at=None), name="problem_open")]

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> int:
        """Its chain in the journal: cases have the numbers above zero, problems those below."""
        return -self.pk

    @property
    def journal(self) -> models.QuerySet[Entry]:
        """What was done about it, the earliest first."""
        return Entry.objects.filter(chain=self.chain).order_by("seq")

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.closed_at is None

    @transaction.atomic
    def change(self, *, by: Person, at: datetime, **changes: Any) -> None:
        """Set title, what_happened, cause, course, next_news_at or severity; other fields are refused with TypeError."""
        check(by, "work")
        allowed = {"title", "what_happened", "cause", "course", "next_news_at", "severity"}
        if unknown := set(changes) - allowed:
            raise TypeError(unknown)
        if "what_happened" in changes:
            changes["what_happened"] = _two_sentences(changes["what_happened"])
        for field, value in changes.items():
            setattr(self, field, value)
        self.save(update_fields=list(changes))
        record("problem.changed", by=by, at=at, case_id=self.chain, changes=", ".join(sorted(changes)))

    @transaction.atomic
    def give_to(self, person: Person, *, by: Actor, at: datetime) -> None:
        """This person has the problem from now on. Raises NotHere for somebody who is away or has left."""
        ensure_here(person, at=at)
        self.owner = person
        self.save(update_fields=["owner"])
        record("problem.given", by=by, at=at, case_id=self.chain, to=person.name, person=person.pk)

    def said_something(self, *, at: datetime) -> None:
        """Those affected heard from us: told for the first time, if they were not, and the next news is due by the cadence.

        Part of the verbs that tell.
        """
        due = at + NEWS_EVERY[self.severity]
        Problem.objects.filter(pk=self.pk, told_at=None).update(told_at=at)
        Problem.objects.filter(pk=self.pk).update(last_news_at=at, next_news_at=due)
        self.refresh_from_db(fields=["told_at", "last_news_at", "next_news_at"])

    @transaction.atomic
    def go_mass(self, *, because: str, by: Person, at: datetime) -> None:
        """There are too many to call: the status page, the banner and the letters speak, and everybody is followed up all the same."""
        check(by, "work")
        self.mass_at = at
        self.save(update_fields=["mass_at"])
        record("problem.went_mass", by=by, at=at, case_id=self.chain, because=_needed(because, "Say why."))


def _needed(words: str, sentence: str) -> str:
    if not words.strip():
        raise Refused(sentence)
    return words.strip()


def _two_sentences(words: str) -> str:
    words = _needed(words, "Say what happened, in two plain sentences.")
    if len([one for one in sentences(words) if one.words.strip()]) > MOST_SENTENCES:
        message = "Say what happened in two sentences at most: everybody who calls reads them out."
        raise Refused(message)
    return words


def _past(moment: datetime, at: datetime) -> datetime:
    if moment > at:
        message = "We cannot know of it before it is now."
        raise Refused(message)
    return moment
