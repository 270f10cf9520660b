"""What they send is opened by somebody, and when they have to ask where it is, that is a failure of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.stages import Stage
from amends.coach.chasing import chases
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import NoRow, timing
from amends.journal.entry import Entry, entry, record, record_all
from amends.messages.message import Message
from amends.people.may import check
from amends.policy.words import Due
from amends.promises.promise import Promise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from amends.people.person import Person

#: What we owe them while they wait; once its time has passed the case is silent.
_OWED = (Kind.FIRST_ANSWER, Kind.NEXT_UPDATE, Kind.CALL_BACK)


class Chase(models.Model):
    """The customer had to ask where it is: on an open promise, or on a case of which they had heard nothing in time."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="chases")
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="chase")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, null=True, related_name="chases")
    chased_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["chased_at"], name="chase_at")]

    def __str__(self) -> str:
        return f"they chased us on {self.case.reference}"


def owe_opening(cases: Collection[Case], *, at: datetime) -> None:
    """Something of theirs lies here unopened: opening it falls due, once, however much more they send meanwhile.

    Part of the verbs that receive; whoever answers has opened it. One statement, and none if nothing came.
    """
    rows = [row for case in cases if case.stage != Stage.CLOSED and (row := _opening(case, at))]
    if rows:
        Deadline.objects.bulk_create(rows, ignore_conflicts=True)


def _opening(case: Case, at: datetime) -> Deadline | None:
    try:
        due = timing(case, Due.INBOUND_OPENING, since=at)
    except NoRow:
        return None
    return Deadline(case=case, kind=Kind.INBOUND, due_at=due.due_at, warn_at=due.warn_at, policy=due.policy, set_at=at)


@transaction.atomic
def open_inbound(case: Case, *, by: Person, at: datetime, lacks: str = "") -> None:
    """Somebody opened what they sent and looked whether it is complete and fit for use; `lacks` says what it is not."""
    check(by, "work", case)
    Deadline.objects.meet(case.pk, Kind.INBOUND, at=at)
    record("inbound.opened", by=by, at=at, case_id=case.pk, found=lacks.strip() or "complete and fit for use")


@transaction.atomic
def rest(case: Case, *, by: Person, at: datetime) -> None:
    """Their last word was read and needs no answer (a "thank you", say). Whatever else is due to them stays due."""
    case.rest(by=by, at=at)
    Deadline.objects.meet(case.pk, Kind.INBOUND, at=at)


def note_chases(messages: Iterable[Message], *, at: datetime) -> None:
    """Those of these new words of customers that ask where it is are kept as failures of ours. Part of receiving."""
    asking = [message for message in messages if not message.automatic and chases(message.text)]
    if not asking:
        return
    cases = {message.case_id for message in asking}
    promised: dict[int, Promise] = {}
    for promise in Promise.objects.outstanding().filter(case__in=cases).order_by("-deadline__due_at"):
        promised[promise.case_id] = promise
    late = Q(due_at__lte=at, kind__in=_OWED)
    silent = set(Deadline.objects.outstanding().filter(late, case__in=cases).values_list("case_id", flat=True))
    failed = [message for message in asking if message.case_id in promised or message.case_id in silent]
    Chase.objects.bulk_create(
        (Chase(case_id=m.case_id, message=m, promise=promised.get(m.case_id), chased_at=m.said_at) for m in failed),
        ignore_conflicts=True,
    )
    record_all([_said(message, promised.get(message.case_id), at) for message in failed])


@transaction.atomic
def record_chase(message: Message, *, by: Person, at: datetime) -> None:
    """What somebody heard on the phone was the customer asking where it is; it counts like a written one."""
    promise = message.case.promises.outstanding().order_by("deadline__due_at").first()
    Chase.objects.get_or_create(message=message, defaults={"case": message.case, "promise": promise, "chased_at": at})
    record("customer.chased", by=by, at=at, case_id=message.case_id, about=_about(promise))


def _said(message: Message, promise: Promise | None, at: datetime) -> Entry:
    return entry("customer.chased", by=message.case.customer, at=at, case_id=message.case_id, about=_about(promise))


def _about(promise: Promise | None) -> str:
    return f"“{promise.words}”" if promise else "news that was due"
