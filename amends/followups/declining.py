"""To decline takes two: one proposes it with grounds and with what is done all the same, another reads it and presses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused, close
from amends.cases.stages import Ending
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import timing
from amends.followups.ending import let_go
from amends.journal.entry import record
from amends.people.may import check, may
from amends.people.person import Person
from amends.people.presence import Roster, ensure_here
from amends.policy.words import Due as What

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class State(models.TextChoices):
    """How far it came."""

    PROPOSED = "proposed", "waits for a second reader"
    AGREED = "agreed", "declined, read by two"
    OBJECTED = "objected", "the second reader does not agree"
    WITHDRAWN = "withdrawn", "withdrawn"


class DeclineManager(models.Manager["Decline"]):
    """How it is proposed; reached through the case."""

    @transaction.atomic
    def propose(self, because: str, *, instead: str, reader: Person | None, by: Person, at: datetime) -> Decline:
        """It is put to this reader, with a time for the answer. The customer hears nothing of it, and nothing else changes.

        Raises Refused without grounds, without what is done for them all the same (`instead`), without a second reader, and
        while another proposal waits; NotHere for a reader who is away.
        """
        case = Case.objects.hold(self.instance.pk)  # type: ignore[attr-defined]
        check(by, "decline", case)
        if not because.strip() or reader is None or reader.pk == by.pk:
            message = "To decline needs a note on why the complaint is not justified, and a second reader."
            raise Refused(message)
        if not instead.strip():
            message = "No no without what can be done: write what we do for them all the same."
            raise Refused(message)
        if not case.is_open:
            message = "The case has ended already."
            raise Refused(message)
        if self.waiting().filter(case=case).exists():
            message = "It waits for a second reader already."
            raise Refused(message)
        ensure_here(reader, at=at)
        check(reader, "see", case)
        due = timing(case, What.APPROVAL, since=at)
        row = self.create(
            case=case, because=because.strip(), instead=instead.strip(), reader=reader, proposed_at=at, proposed_by=by,
            deadline=Deadline.objects.fall_due(case, Due.APPROVAL, due, at=at, assignee=reader),
        )  # fmt: skip
        record("decline.proposed", by=by, at=at, case_id=case.pk, because=row.because, of=reader.name)
        return row

    def waiting(self) -> models.QuerySet[Decline]:
        """Those that nobody has answered."""
        return self.filter(state=State.PROPOSED)

    def drop(self, *, at: datetime) -> None:
        """The case ended otherwise, or goes on as another: nobody need read the proposal. Part of the verb that ended it."""
        rows = list(self.waiting().values_list("pk", "deadline"))
        Deadline.objects.outstanding().filter(pk__in=[due for _, due in rows]).update(void_at=at)
        self.filter(pk__in=[key for key, _ in rows]).update(state=State.WITHDRAWN)


class Decline(models.Model):
    """One proposal to decline. `reader` was asked to read it; whoever answered stands in `answered_by`, with their words."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="declines")
    because = models.TextField()
    instead = models.TextField(help_text="what is done for them all the same")
    reader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.PROPOSED)
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="decline")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.TextField(blank=True, default="")

    objects = DeclineManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(state=State.PROPOSED), name="decline_one_waits"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="decline_state_known"),
            models.CheckConstraint(condition=~Q(because="") & ~Q(instead=""), name="decline_says_why_and_what_instead"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.AGREED, State.OBJECTED])
                | Q(answered_by__isnull=False) & ~Q(answered_by=F("proposed_by")),
                name="decline_read_by_another",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="decline_answered_at_and_by",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.OBJECTED) | ~Q(answer=""), name="decline_objected_in_words"
            ),
        ]

    def __str__(self) -> str:
        return self.because

    @transaction.atomic
    def agree(self, *, by: Person, at: datetime) -> None:
        """The second reader read the case and agrees: it has ended, in the name of both. Refused for whoever proposed it."""
        case = self._ensure_another(by)
        self._step(State.AGREED, answered_at=at, answered_by=by)
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("decline.agreed", by=by, at=at, case_id=case.pk, because=self.because)
        close(
            case, Ending.DECLINED, because=self.because, second_reader=by, instead=self.instead, by=self.proposed_by, at=at
        )  # fmt: skip
        let_go(case, at=at)

    @transaction.atomic
    def object(self, words: str, *, by: Person, at: datetime) -> None:
        """The second reader does not agree, and says why: the case goes on as it was."""
        case = self._ensure_another(by)
        if not words.strip():
            message = "Say what speaks for the customer."
            raise Refused(message)
        self._step(State.OBJECTED, answered_at=at, answered_by=by, answer=words.strip())
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("decline.objected", by=by, at=at, case_id=case.pk, because=words.strip())

    @transaction.atomic
    def withdraw(self, *, by: Person, at: datetime) -> None:
        """It is not meant any more; the case goes on."""
        check(by, "work", Case.objects.hold(self.case_id))
        self._step(State.WITHDRAWN)
        Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        record("decline.withdrawn", by=by, at=at, case_id=self.case_id)

    @transaction.atomic
    def pass_on(self, *, by: Actor, at: datetime) -> None:
        """Its reader is away: somebody else who is here and did not propose it is asked to read it, or whoever has the case."""
        roster = Roster.read(at=at)
        able = partial(self._may_read, roster)
        to = roster.stand_in(self.reader_id, queue=self.case.queue_id, fit=able)
        if to is not None:
            self.reader = to
            self.save(update_fields=["reader"])
        self.deadline.assignee = to
        self.deadline.save(update_fields=["assignee"])
        told = to.name if to else "whoever is here"
        record("decline.proposed", by=by, at=at, case_id=self.case_id, because=self.because, of=told)

    def _may_read(self, roster: Roster, person: Person) -> bool:
        return person.pk != self.proposed_by_id and roster.is_here(person.pk) and may(person, "see", self.case)

    def _ensure_another(self, by: Person) -> Case:
        case = Case.objects.hold(self.case_id)
        check(by, "work", case)
        if by.pk == self.proposed_by_id:
            message = "Somebody else must read it: you proposed it."
            raise Refused(message)
        return case

    def _step(self, state: str, **to: Any) -> None:
        if Decline.objects.filter(pk=self.pk, state=State.PROPOSED).update(state=state, **to) != 1:
            message = "This was answered before."
            raise Refused(message)
        self.refresh_from_db()
