"""How a case ends and begins again: one standing closure per case, and overruled steps with a name and a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.case import Case
from amends.cases.stages import Ending
from amends.journal.actors import DESK, person_id
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person, Role
from amends.people.presence import Roster, here

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class Refused(Exception):  # noqa: N818
    """The deed lacks what it rests on; the sentence says what."""


class Merged(Refused):
    """The case goes on as another; the sentence says which."""

    def __init__(self, case: Case) -> None:
        self.case = case
        into = case.merged_into.reference if case.merged_into else "another"
        super().__init__(f"Case {case.reference} goes on as {into}. Do it there; nothing was done here.")


class Closure(models.Model):
    """One ending of a case, standing until the case is reopened."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closures")
    ending = models.CharField(max_length=12, choices=Ending.choices)
    because = models.TextField(blank=True, default="")
    instead = models.TextField(blank=True, default="", help_text="what can be done for them all the same")
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    second_reader = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(reopened_at=None), name="closure_one_standing"),
            models.CheckConstraint(condition=Q(ending__in=Ending.values), name="closure_ending_known"),
            models.CheckConstraint(
                condition=~Q(ending=Ending.DECLINED)
                | (~Q(because="") & Q(second_reader__isnull=False, closed_by__isnull=False))
                & ~Q(second_reader=F("closed_by")),
                name="closure_declined_read_twice",
            ),
            models.CheckConstraint(
                condition=~Q(ending__in=[Ending.WITHDRAWN, Ending.LOST]) | ~Q(because=""), name="closure_has_grounds"
            ),
        ]

    def __str__(self) -> str:
        return self.get_ending_display()


@transaction.atomic
def close(
    case: Case, ending: str, *, by: Actor, at: datetime, because: str = "", second_reader: Person | None = None,
    instead: str = "",
) -> Closure:  # fmt: skip
    """The case has ended. `declined` needs grounds, a second reader and `instead`, what can be done for them all the same.

    `withdrawn` and `lost` need grounds.

    `satisfied` and `unconfirmed` are not chosen: they follow from the answers, and `followups` closes with them.
    """
    if ending == Ending.DECLINED and (not because.strip() or second_reader is None or second_reader.pk == by.pk):
        message = "To decline needs a note on why the complaint is not justified, and a second reader."
        raise Refused(message)
    if ending == Ending.DECLINED and not instead.strip():
        message = "No no without what can be done: write what we do for them all the same."
        raise Refused(message)
    if ending in {Ending.WITHDRAWN, Ending.LOST} and not because.strip():
        message = "Say what the ending rests on."
        raise Refused(message)
    case.move("close", ending=ending, closed_at=at, waiting_since=None)
    closure = Closure.objects.create(
        case=case, ending=ending, because=because, instead=instead.strip(), closed_at=at, closed_by_id=person_id(by),
        second_reader=second_reader,
    )  # fmt: skip
    record("case.closed", by=by, at=at, case_id=case.pk, because=because, ending=Ending(ending).label)
    return closure


@transaction.atomic
def reopen(case: Case, *, because: str, by: Actor, at: datetime) -> None:
    """The customer says it is not right: a new round begins with the same owner. What was promised still stands.

    An owner who went away after it had ended is stood in for: nobody who is away is given work. Raises Merged for a case that
    goes on as another.
    """
    if case.merged_into_id:
        raise Merged(case)
    case.move("reopen", round=F("round") + 1, ending="", closed_at=None, waiting_since=at)
    case.refresh_from_db()
    Closure.objects.filter(case=case, reopened_at=None).update(reopened_at=at)
    record("case.reopened", by=by, at=at, case_id=case.pk, because=because)
    if case.owner_id is not None and not here(case.owner_id, at=at):
        _stand_in(case, at)


def _stand_in(case: Case, at: datetime) -> None:
    fit = (lambda person: person.role != Role.AGENT) if case.restricted else (lambda _: True)
    to = Roster.read(at=at).stand_in(case.owner_id or 0, queue=case.queue_id, fit=fit)
    if to is not None and here(to, at=at):  # nobody goes away between the two: `here` holds them
        case.assign(to, by=DESK, at=at)
    else:
        case.enqueue(case.queue, by=DESK, at=at)


class Overrule(models.Model):
    """A step somebody answered for in place of the evidence; it shows as overruled for as long as the round lasts."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="overrules")
    round = models.SmallIntegerField()
    step = models.CharField(max_length=20)
    because = models.TextField()
    overruled_at = models.DateTimeField()
    overruled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "round", "step"], name="overrule_once_a_round"),
            models.CheckConstraint(condition=~Q(because=""), name="overrule_has_reason"),
        ]

    def __str__(self) -> str:
        return self.step


@transaction.atomic
def overrule(case: Case, step: str, *, because: str, by: Person, at: datetime) -> Overrule:
    """A lead answers for a step with name and reason; the case moves on where that step was what held it."""
    check(by, "overrule", case)
    if not because.strip():
        message = "Say why the step may be left out."
        raise Refused(message)
    moves = {"confirmed": "understand"}
    if step in moves:
        case.move(moves[step])
    row = Overrule.objects.create(
        case=case, round=case.round, step=step, because=because, overruled_at=at, overruled_by=by
    )
    record("step.overruled", by=by, at=at, case_id=case.pk, because=because, step=step)
    return row
