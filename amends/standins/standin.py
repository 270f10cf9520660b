"""What one person took over from another: a case, a call or an ask; told to the customer, and offered back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.asks.ask import Ask
from amends.callbacks.callback import CallBack
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.coach.promising import promises_in
from amends.deadlines.deadline import Deadline
from amends.journal.entry import record
from amends.messages.writing import Reply, record_conversation, reply
from amends.people.absence import Absence
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.policy.house import HOUSE
from amends.promises.promise import local

if TYPE_CHECKING:
    from datetime import datetime

    from amends.messages.message import Message


class Answer(models.TextChoices):
    """What became of it when the absent person was back."""

    TAKEN = "taken", "taken back"
    LEFT = "left", "left where it is"
    OVERTAKEN = "overtaken", "moved on meanwhile"


class StandInQuerySet(models.QuerySet["StandIn"]):
    """Stand-ins, by what holds for them."""

    def untold(self) -> StandInQuerySet:
        """Customers who would notice, and whom nobody has told."""
        return self.filter(deadline__isnull=False, message=None, deadline__met_at=None, deadline__void_at=None)

    def offered(self, person: Person) -> StandInQuerySet:
        """What is offered back to this person and not answered."""
        return self.filter(of=person, offered_at__isnull=False, answer="")


class StandIn(models.Model):
    """One thing that passed from `of`, who is away or left, to `person` (None: to whoever of the queue is here).

    It is the case, or if set the one call or ask. `deadline` is there if the customer would notice: telling them is due.
    """

    absence = models.ForeignKey(Absence, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stand_ins")
    call_back = models.ForeignKey(CallBack, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    began_at = models.DateTimeField()
    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, null=True, related_name="stand_ins")
    message = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")

    objects = models.Manager.from_queryset(StandInQuerySet)()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False, answer__in=Answer.values),
                name="standin_answered_known",
            ),
            models.CheckConstraint(condition=Q(call_back=None) | Q(ask=None), name="standin_for_one_thing"),
            models.CheckConstraint(condition=~Q(person=models.F("of")), name="standin_is_somebody_else"),
        ]
        indexes = [
            models.Index(fields=["of"], condition=Q(offered_at__isnull=False, answer=""), name="standin_offered"),
            models.Index(fields=["case"], name="standin_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.person.name if self.person else 'the queue'} for {self.of.name}"

    @transaction.atomic
    def introduce(self, letter: Reply, *, by: Person, at: datetime, spoken: bool = False) -> Message:
        """The customer knows who stands in: by a mail the stand-in read and sent, or (`spoken`) on the phone.

        Whoever has the case now may say it. What the suggested words repeat of our promises is no new promise.
        """
        if self.deadline is None:
            message = "This customer need not be told anything."
            raise Refused(message)
        if not StandIn.objects.untold().filter(pk=self.pk).select_for_update(of=("self",)).exists():
            message = "They were told before."
            raise Refused(message)
        if not spoken:
            said = promises_in(suggested(self, by=by, at=at), said_at=at, zone=HOUSE.time_zone)
            letter.unmarked, letter.stage = [*letter.unmarked, *(one.words for one in said)], "handoff"
            row = reply(self.case, letter, by=by, at=at)
        else:
            row = record_conversation(self.case, letter.words, promises=letter.promises, by=by, at=at)
        StandIn.objects.filter(deadline=self.deadline, message=None).update(message=row)
        self.message = row
        Deadline.objects.meet_one(self.deadline.pk, at=at)
        record("standin.introduced", by=by, at=at, case_id=self.case_id, of=self.of.name)
        return row

    @transaction.atomic
    def take_back(self, *, by: Person, at: datetime) -> None:
        """Whoever was away has it again; refused when it has moved on meanwhile, and then it stays where it is."""
        ensure_here(by, at=at)
        self._answer(Answer.TAKEN, by, at)
        if self.call_back is not None:
            self.call_back.give_to(by, by=by, at=at)
        elif self.ask is not None:
            self.ask.pass_to(by, by=by, at=at)
        else:
            case = Case.objects.select_for_update().get(pk=self.case_id)
            if case.owner_id not in {None, self.person_id}:
                message = "Somebody else has this case by now."
                raise Refused(message)
            case.assign(by, by=by, at=at)
        self._forget_telling(at)
        record("standin.taken_back", by=by, at=at, case_id=self.case_id)

    def _forget_telling(self, at: datetime) -> None:
        """Nobody stands in any more whom the customer had to be told of, unless another of their things is still with others."""
        others = StandIn.objects.filter(deadline=self.deadline_id, answer="").exclude(pk=self.pk)
        if self.deadline_id and not others.exists():
            Deadline.objects.filter(pk=self.deadline_id, met_at=None, void_at=None).update(void_at=at)

    @transaction.atomic
    def leave(self, *, by: Person, at: datetime) -> None:
        """It stays with whoever stands in."""
        self._answer(Answer.LEFT, by, at)
        record("standin.left", by=by, at=at, case_id=self.case_id, to=self.person.name if self.person else "the queue")

    def _answer(self, answer: Answer, by: Person, at: datetime) -> None:
        if by.pk != self.of_id:
            message = f"Only {self.of.name} can answer this."
            raise Refused(message)
        rows = StandIn.objects.filter(pk=self.pk, answer="", offered_at__isnull=False)
        if rows.update(answer=answer, answered_at=at) != 1:
            message = "This was answered before, or is not offered yet."
            raise Refused(message)


_READ = "I have read all of it, so you need not tell it again."


def suggested(stand_in: StandIn, *, by: Person, at: datetime) -> str:
    """What the customer could be told: who is away, who writes, and what they were promised, with its times."""
    name = stand_in.case.customer.name
    absence = stand_in.absence
    ends = absence.ends_at if absence else None
    until = f" until {local(ends).partition(',')[0]}" if ends and ends > at else ""
    over = absence is not None and (absence.returned_at is not None or (ends is not None and ends <= at))
    gone = "no longer works with us" if absence is None else "was away" if over else f"is away{until}"
    lines = [
        f"{'Dear ' + name if name else 'Hello'},",
        f"{stand_in.of.name} {gone}, and I, {by.first_name}, look after your case now. {_READ}",
    ]
    due = [
        f"- {promise.words}: by {local(promise.deadline.due_at)}"
        for promise in stand_in.case.promises.outstanding().select_related("deadline").order_by("deadline__due_at")
    ]
    calls = stand_in.case.call_backs.outstanding().filter(promise=None).select_related("deadline")
    due += [f"- a call: by {local(call.deadline.due_at)}" for call in calls]
    if due:
        lines.append("\n".join(["What you were promised stands:", *due]))
    return "\n\n".join([*lines, "You can answer this mail at any time; it reaches me."])
