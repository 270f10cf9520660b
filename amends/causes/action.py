"""A corrective action: noted on a case, taken up by somebody with a date, done with evidence, watched, and proven or back again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.causes.tracing import Tracing
from amends.causes.tree import known, lineage
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import promised
from amends.deadlines.ruling import house_number
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import ensure_here

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

_MOST_WEEKS = 104


class State(models.TextChoices):
    """Where an action stands."""

    NOTED = "noted", "to be taken up"
    OPEN = "open", "being changed"
    WATCHED = "watched", "done, and watched"
    PROVEN = "proven", "shown to have worked"
    DROPPED = "dropped", "not taken up"


class Moved(Refused):
    """Somebody moved the action first; nothing was changed."""


class CorrectiveActionManager(models.Manager["CorrectiveAction"]):
    """How actions come on record, and which there are."""

    @transaction.atomic
    def note(self, case: Case, words: str = "", *, by: Person, at: datetime) -> CorrectiveAction:
        """The complaint is something to improve, in these words, or in those it is called by. One a case until it is taken up.

        What is noted already is returned as it is; two cases that became one may have brought two.
        """
        check(by, "work", case)
        held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if standing := self.filter(case=held, state=State.NOTED).first():
            return standing
        said = words.strip() or held.subject.strip() or f"What case {held.reference} complains of"
        row = self.create(case=held, words=said[:2000], noted_at=at, noted_by=by)
        record("action.noted", by=by, at=at, case_id=held.pk, words=row.words)
        return row

    def taken_for(self, case: Case) -> models.QuerySet[CorrectiveAction]:
        """What somebody took up because of this case, of its problem, or against what it was traced to; the latest first."""
        cause = Tracing.objects.cause_of(case)
        here = Q(case=case) | Q(problem__affected__case=case) | Q(cause__in=lineage(cause) if cause else [])
        return (
            self.filter(here, taken_at__isnull=False)
            .exclude(state=State.DROPPED)
            .order_by("-taken_at", "-pk")
            .distinct()
        )

    def standing(self) -> models.QuerySet[CorrectiveAction]:
        """Whatever is neither proven nor dropped, the next due first."""
        rows = self.exclude(state__in=[State.PROVEN, State.DROPPED]).select_related("owner", "case", "deadline")
        return rows.order_by(F("deadline__due_at").asc(nulls_last=True), "pk")


class CorrectiveAction(models.Model):
    """The change made so that a cause stops.

    While it is watched, `of_before` and `of_after` are how many opportunities there were in the window before it was done and since,
    in `unit`s; without them weeks count. `came_before` and `came_after` are what was counted when it was last judged.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrective_actions")
    problem = models.ForeignKey(
        "amends.Problem", on_delete=models.PROTECT, null=True, related_name="corrective_actions"
    )
    words = models.TextField(help_text="what is changed")
    cause = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=8, choices=State.choices, default=State.NOTED)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="corrective_actions")
    taken_at = models.DateTimeField(null=True)
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, null=True, related_name="corrective_action")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    evidence = models.TextField(blank=True, default="")
    watch_from = models.DateTimeField(null=True)
    watch_until = models.DateTimeField(null=True)
    unit = models.CharField(max_length=40, blank=True, default="")
    of_before = models.FloatField(null=True)
    of_after = models.FloatField(null=True)
    came_before = models.IntegerField(null=True)
    came_after = models.IntegerField(null=True)
    judged_at = models.DateTimeField(null=True)
    judged = models.TextField(blank=True, default="", help_text="what was shown, in a sentence")
    proven_at = models.DateTimeField(null=True)
    returned = models.SmallIntegerField(default=0, help_text="how often it came back")
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dropped_because = models.TextField(blank=True, default="")

    objects = CorrectiveActionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="action_state_known"),
            models.CheckConstraint(condition=~Q(words=""), name="action_has_words"),
            models.CheckConstraint(
                condition=Q(state__in=[State.NOTED, State.DROPPED])
                | Q(owner__isnull=False, taken_at__isnull=False, deadline__isnull=False) & ~Q(cause=""),
                name="action_taken_up_by_somebody_with_a_date",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, evidence="")
                | Q(done_at__isnull=False, done_by__isnull=False) & ~Q(evidence=""),
                name="action_done_with_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.WATCHED, State.PROVEN])
                | Q(done_at__isnull=False, watch_from__isnull=False, watch_until__gt=F("watch_from")),
                name="action_watched_over_a_window",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PROVEN, proven_at__isnull=False, judged_at__isnull=False, came_before__gt=0)
                | ~Q(state=State.PROVEN) & Q(proven_at=None),
                name="action_proven_by_counts",
            ),
            models.CheckConstraint(
                condition=Q(of_before=None, of_after=None) | Q(of_before__gt=0) & ~Q(unit=""),
                name="action_counts_opportunities",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DROPPED, dropped_at__isnull=False, dropped_by__isnull=False)
                & ~Q(dropped_because="")
                | ~Q(state=State.DROPPED) & Q(dropped_at=None, dropped_by=None, dropped_because=""),
                name="action_dropped_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["state", "cause"], name="action_of_cause")]

    def __str__(self) -> str:
        return self.words

    def _move(self, *origins: str, to: str, **also: Any) -> None:
        """One compare-and-set. Raises Moved when the action is not where it may start."""
        if CorrectiveAction.objects.filter(pk=self.pk, state__in=origins).update(state=to, **also) != 1:
            self.refresh_from_db()
            message = f"This action is {self.get_state_display()} meanwhile. Look at it again."
            raise Moved(message)
        self.refresh_from_db()

    @transaction.atomic
    def take_up(
        self, cause: str, *, owner: Person, due: datetime, by: Person, at: datetime, words: str = "",
        problem_id: int | None = None,
    ) -> None:  # fmt: skip
        """`owner` changes something by `due` so that this cause stops. Raises NotHere for who is away, Refused for a past time."""
        check(by, "work", self.case)
        place = known(cause)
        ensure_here(owner, at=at)
        if due <= at:
            message = "Choose a time that is still to come."
            raise Refused(message)
        said = words.strip() or self.words
        self._move(
            State.NOTED, to=State.OPEN, words=said[:2000], cause=place.name, owner=owner, taken_at=at,
            deadline=self._due(owner, due, at), problem_id=problem_id,
        )  # fmt: skip
        record(
            "action.taken_up", by=by, at=at, case_id=self.case_id, words=self.words, to=owner.name, cause=place.path,
            due=f"{due:%d %b}",
        )  # fmt: skip

    def _due(self, owner: Person | None, due: datetime, at: datetime) -> Deadline:
        assignee = owner if owner and owner.is_active else None
        return Deadline.objects.fall_due(
            self.case, Kind.CORRECTIVE, promised(due, since=at), at=at, assignee=assignee
        )  # fmt: skip

    @transaction.atomic
    def finish(
        self, evidence: str, *, by: Person, at: datetime, weeks: int | None = None, since: datetime | None = None,
        words: str = "",
    ) -> None:  # fmt: skip
        """It is done, with this evidence, and watched for so many weeks from `since` on: by default policy's, from now.

        `words` is what was changed in the end, where that is not what was planned. Raises Refused without evidence, and for a
        window that is none.
        """
        check(by, "work", self.case)
        if not evidence.strip():
            message = "Say what shows that it is done."
            raise Refused(message)
        span, begin = weeks or int(house_number("watch weeks")), since or at
        if not 1 <= span <= _MOST_WEEKS or begin > at:
            message = f"Watch it for 1 to {_MOST_WEEKS} weeks, from a time that has come."
            raise Refused(message)
        self._move(
            State.OPEN, to=State.WATCHED, words=(words.strip() or self.words)[:2000], done_at=at, done_by=by,
            evidence=evidence.strip(), watch_from=begin,
            watch_until=begin + timedelta(weeks=span), unit="", of_before=None, of_after=None,
        )  # fmt: skip
        if self.deadline_id:
            Deadline.objects.meet_one(self.deadline_id, at=at)
        record("action.done", by=by, at=at, case_id=self.case_id, words=self.words, evidence=self.evidence, weeks=span)

    @transaction.atomic
    def measure(self, unit: str, *, before: float, by: Person, at: datetime, after: float | None = None) -> None:
        """So many opportunities (orders, say) there were in as many weeks before it was done as it is watched, and since.

        Until both are known when the window ends, weeks count. Refused for what is no number of opportunities.
        """
        check(by, "work", self.case)
        if not unit.strip() or before <= 0 or (after is not None and after <= 0):
            message = "Say what is counted, and how many there were: more than none."
            raise Refused(message)
        self._move(State.WATCHED, to=State.WATCHED, unit=unit.strip()[:40], of_before=before, of_after=after)
        record("action.measured", by=by, at=at, case_id=self.case_id, unit=self.unit, before=before, after=after or "…")

    @transaction.atomic
    def drop(self, *, because: str, by: Person, at: datetime) -> None:
        """Nothing is changed, for this reason; what a customer said of it stays on record."""
        check(by, "work", self.case)
        if not because.strip():
            message = "Say why nothing is changed: a customer took the trouble to say it."
            raise Refused(message)
        self._move(
            State.NOTED, State.OPEN, to=State.DROPPED, dropped_at=at, dropped_by=by, dropped_because=because.strip()
        )
        if self.deadline_id:
            Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        record("action.dropped", by=by, at=at, case_id=self.case_id, because=because.strip(), words=self.words)

    @transaction.atomic
    def prove(self, came: tuple[int, int], sentence: str, *, by: Actor, at: datetime) -> None:
        """Recurrence is shown to have fallen. Part of judging."""
        self._move(
            State.WATCHED, to=State.PROVEN, proven_at=at, judged_at=at, judged=sentence, came_before=came[0],
            came_after=came[1],
        )  # fmt: skip
        record("action.proven", by=by, at=at, case_id=self.case_id, words=self.words, shown=sentence)

    @transaction.atomic
    def come_back(self, came: tuple[int, int], sentence: str, *, by: Actor, at: datetime) -> None:
        """It is not shown to have fallen, or no longer: the action is open again with its owner and a new date. Part of judging."""
        due = at + timedelta(days=house_number("action days"))
        self._move(
            State.WATCHED, State.PROVEN, to=State.OPEN, proven_at=None, judged_at=at, judged=sentence, came_before=came[0],
            came_after=came[1], returned=F("returned") + 1, deadline=self._due(self.owner, due, at),
        )  # fmt: skip
        record(
            "action.came_back", by=by, at=at, case_id=self.case_id, words=self.words, shown=sentence,
            to=self.owner.name if self.owner else "", person=person_id(by) or 0,
        )  # fmt: skip
