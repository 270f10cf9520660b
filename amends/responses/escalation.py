"""The second stage: the customer asks for it, and somebody looks who took no part in the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import OUTSTANDING, Deadline, Kind
from amends.deadlines.pacing import NoRow, timing
from amends.deadlines.ruling import choice_of
from amends.journal.entry import record
from amends.people.may import check, may
from amends.people.person import Person
from amends.people.presence import Roster, ensure_here
from amends.policy.choosing import stands_in_the_way
from amends.policy.words import Due, Duty
from amends.responses.response import MEETS, Response, day_of, pack_of, rows_for

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class EscalationManager(models.Manager["Escalation"]):
    """How escalations are found."""

    def outstanding(self) -> models.QuerySet[Escalation]:
        """Those whose second stage has not been answered."""
        return self.filter(deadline__in=Deadline.objects.filter(OUTSTANDING)).select_related(
            "case__queue__site", "deadline"
        )


class Escalation(models.Model):
    """A customer's wish for the second stage. Where the rules ask for no reasons, `words` may be empty."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="escalations")
    words = models.TextField(blank=True, default="")
    asked_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deadline = models.OneToOneField(Deadline, on_delete=models.PROTECT, related_name="escalation")

    objects = EscalationManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recorded_at__gte=F("asked_at")), name="escalation_before_it_was_recorded"
            )
        ]

    def __str__(self) -> str:
        return self.words[:60] or "stage 2"

    @transaction.atomic
    def give_to(self, person: Person, *, by: Actor, at: datetime) -> None:
        """This person takes the second stage. Refused for somebody who took the first; NotHere for somebody who is away."""
        ensure_here(person, at=at)
        ensure_independent(self.case, Due.STAGE_2, person)
        self.deadline.assignee = person
        self.deadline.save(update_fields=["assignee"])
        record("stage.given", by=by, at=at, case_id=self.case_id, to=person.name, person=person.pk)

    @transaction.atomic
    def pass_on(self, *, by: Actor, at: datetime) -> None:
        """Whoever should have taken the second stage is away: somebody else who is here and took no part does, or nobody yet."""
        taker = fresh_eyes(self.case, at=at)
        if taker is not None:
            self.give_to(taker, by=by, at=at)
            return
        self.deadline.assignee = None
        self.deadline.save(update_fields=["assignee"])
        record("stage.given", by=by, at=at, case_id=self.case_id, to="Nobody yet")


@transaction.atomic
def escalate(
    case: Case, words: str, *, by: Person, at: datetime, asked_at: datetime | None = None, to: Person | None = None
) -> Escalation:
    """The customer asked for the second stage at `asked_at`: it is due by the pack, and somebody new to the case takes it.

    Without `to`, of those present who may see the case and took no part, the one with the least. Refused where the pack knows
    no second stage or one is under way, and without words unless it says that none are needed.
    """
    check(by, "work", case)
    Case.objects.select_for_update().get(pk=case.pk)
    if lacks := escalation_lacks(case):
        raise Refused(lacks)
    if not words.strip() and not needs_no_reasons(case):
        message = "Write down why they want somebody else to look at it."
        raise Refused(message)
    asked = min(asked_at or at, at)
    deadline = Deadline.objects.fall_due(case, Kind.STAGE_2, timing(case, Due.STAGE_2, since=asked), at=at)
    row = Escalation.objects.create(
        case=case, words=words.strip(), asked_at=asked, recorded_at=at, recorded_by=by, deadline=deadline
    )
    record("case.escalated", by=by, at=asked, case_id=case.pk, words=f": {words.strip()}" if words.strip() else "")
    taker = to or fresh_eyes(case, at=at)
    if taker is not None:
        row.give_to(taker, by=by, at=at)
    return row


def escalation_lacks(case: Case) -> str:
    """Why the second stage cannot begin; empty when it can."""
    if not knows_stage_2(case):
        referral = next(iter(rows_for(case, pack_of(case).referrals)), None)
        instead = f" The customer may go to {referral.body}." if referral else ""
        return f"These rules know no second stage.{instead}"
    if Deadline.objects.outstanding().filter(case=case, kind=Kind.STAGE_2).exists():
        return "The second stage is under way already."
    if Response.objects.standing().filter(case=case, kind=Kind.STAGE_2).exists():
        return "The second stage has been answered; it is the last."
    return ""


def knows_stage_2(case: Case) -> bool:
    """Whether the rules give a second stage its time."""
    try:
        timing(case, Due.STAGE_2, since=case.received_at)
    except NoRow:
        return False
    return True


def needs_no_reasons(case: Case) -> bool:
    """Whether the rules say that the customer need not say why."""
    return any(row.duty is Duty.NO_REASONS_NEEDED for row in rows_for(case, pack_of(case).duties))


def ensure_independent(case: Case, stage: Due, person: Person) -> None:
    """Nothing, or Refused with the rule by which this person may not take this stage."""
    if because := dependence(case, stage, person):
        raise Refused(because)


def dependence(case: Case, stage: Due, person: Person, took: dict[Due, str] | None = None) -> str:
    """Why this person may not take this stage, in a sentence; empty if nothing stands in the way."""
    held = took_part(case) if took is None else took
    return stands_in_the_way(choice_of(case), stage, who=str(person.pk), took=held, on=day_of(case)) or ""


def took_part(case: Case) -> dict[Due, str]:
    """Who took which stage, by key: whoever sent its letter last."""
    named = {kind: due for due, kind in MEETS.items() if due is not Due.DEADLOCK}
    rows = Response.objects.standing().filter(case=case).values_list("kind", "sent_by")
    return {named[Kind(kind)]: str(person) for kind, person in reversed(rows)}


def fresh_eyes(case: Case, *, at: datetime) -> Person | None:
    """Of those present who may see the case and took no part in it, the one with the least to do; None if nobody is."""
    took = took_part(case)
    return Roster.read(at=at).least_busy(
        queue=case.queue_id, fit=lambda p: may(p, "work", case) and not dependence(case, Due.STAGE_2, p, took)
    )
