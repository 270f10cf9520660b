"""The handoff: offered with a gain and a brief, owned by the giver until it is accepted, and told to the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.coach.gains import lacks_gain
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import timing
from amends.handoffs.brief import brief_of
from amends.handoffs.introducing import said_of_news
from amends.journal.entry import record
from amends.messages.writing import Reply, record_conversation, reply
from amends.people.may import check, may
from amends.people.person import Person
from amends.people.presence import ensure_here
from amends.policy.words import Due

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.messages.message import Message


_ENDED = "This case has ended: there is nothing to hand off."


class HandoffManager(models.Manager["Handoff"]):
    """How a case is offered."""

    @transaction.atomic
    def offer(self, to: Person, *, gain: str, by: Person, at: datetime, brief: str = "") -> Handoff:
        """`to` is offered the case because the customer gains by it; until they accept, the owner keeps it.

        Raises Refused for a gain that is empty or says nothing, for a case that is nobody's (give it), or `to`'s already,
        or offered already, or has ended, or that `to` may not see; NotHere when `to` is away.
        """
        case: Case = self.instance  # type: ignore[attr-defined]
        check(by, "work", case)
        if not case.is_open:
            raise Refused(_ENDED)
        if not may(to, "work", case):
            message = f"{to.name} may not see this case: it is restricted to its owner and the leads."
            raise Refused(message)
        if lacks := lacks_gain(gain):
            raise Refused(lacks)
        if case.owner_id is None:
            message = "Nobody has this case: give it, there is nothing to hand off."
            raise Refused(message)
        if case.owner_id == to.pk:
            message = f"{to.name} has this case already."
            raise Refused(message)
        if self.standing().exists():
            message = "This case is being offered to somebody already."
            raise Refused(message)
        ensure_here(to, at=at)
        due = timing(case, Due.HANDOFF, since=at)
        deadline = Deadline.objects.fall_due(case, Kind.HANDOFF, due, at=at, assignee=to)
        row = self.create(
            giver_id=case.owner_id, receiver=to, gain=gain.strip(), brief=brief.strip() or brief_of(case, at=at),
            offered_at=at, offered_by=by, deadline=deadline,
        )  # fmt: skip
        record("handoff.offered", by=by, at=at, case_id=case.pk, to=to.name, gain=row.gain, person=to.pk)
        return row

    def standing(self) -> models.QuerySet[Handoff]:
        """Offers nobody has answered."""
        return self.filter(accepted_at=None, declined_at=None)

    def accepted(self) -> models.QuerySet[Handoff]:
        """Transfers that happened; each one counts against us."""
        return self.filter(accepted_at__isnull=False)


class Handoff(models.Model):
    """One passing of one case. `declined_because` also says why an offer lapsed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="handoffs")
    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handoffs")
    gain = models.TextField()
    brief = models.TextField()
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="handoff")
    accepted_at = models.DateTimeField(null=True)
    message = models.ForeignKey("amends.Message", on_delete=models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)
    declined_because = models.TextField(blank=True, default="")

    objects = HandoffManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(gain="") & ~Q(brief=""), name="handoff_has_gain_and_brief"),
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="handoff_between_two"),
            models.CheckConstraint(
                condition=Q(accepted_at=None, message=None)
                | Q(accepted_at__isnull=False, message__isnull=False, declined_at=None),
                name="handoff_accepted_and_told",
            ),
            models.CheckConstraint(
                condition=Q(declined_at=None, declined_because="")
                | Q(declined_at__isnull=False) & ~Q(declined_because=""),
                name="handoff_declined_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(accepted_at=None, declined_at=None), name="handoff_one_standing"
            ),
        ]
        indexes = [
            models.Index(
                fields=["receiver"], condition=Q(accepted_at=None, declined_at=None), name="handoff_to_receiver"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case.reference} to {self.receiver.name}"

    @transaction.atomic
    def accept(self, letter: Reply, *, by: Person, at: datetime, spoken: bool = False) -> Message:
        """The receiver has the case from now on, and tells the customer who they are, why that helps, and when they hear.

        The letter goes as a mail, or its words (`spoken`) were said on the phone. Counts as one transfer. What it says of our
        next word binds nobody anew: the deadline of that word does. Raises what `reply` raises, and nothing has passed then.
        """
        if by.pk != self.receiver_id:
            message = f"Only {self.receiver.name} can accept this."
            raise Refused(message)
        self._standing()
        case = Case.objects.select_for_update().get(pk=self.case_id)
        if not case.is_open:
            raise Refused(_ENDED)
        case.assign(by, by=by, at=at)
        letter.unmarked, letter.stage = [*letter.unmarked, *said_of_news(case, letter.words, at=at)], "handoff"
        said = (
            record_conversation(case, letter.words, promises=letter.promises, by=by, at=at)
            if spoken
            else reply(case, letter, by=by, at=at)
        )
        self.accepted_at, self.message = at, said
        self.save(update_fields=["accepted_at", "message"])
        Deadline.objects.meet_one(self.deadline_id, at=at)
        record("handoff.accepted", by=by, at=at, case_id=case.pk, giver=self.giver.name, gain=self.gain)
        return said

    @transaction.atomic
    def decline(self, *, because: str, by: Actor, at: datetime) -> None:
        """It stays with its owner, for this reason; also when the offer lapses because either of the two went away."""
        if not because.strip():
            message = "Say why."
            raise Refused(message)
        self._standing()
        self.declined_at, self.declined_because = at, because.strip()
        self.save(update_fields=["declined_at", "declined_because"])
        Deadline.objects.filter(pk=self.deadline_id, met_at=None).update(void_at=at)
        record("handoff.declined", by=by, at=at, case_id=self.case_id, to=self.receiver.name, because=because)

    def _standing(self) -> None:
        if not Handoff.objects.standing().filter(pk=self.pk).select_for_update().exists():
            message = "This offer was answered before."
            raise Refused(message)
