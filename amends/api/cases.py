"""Cases over the API: opened, listed, looked at, and the deeds that other programs do on them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from amends.api.door import ProgramRequest, case_of, opens, reads, works
from amends.api.forms import (
    REFUSALS,
    CaseLine,
    CaseOut,
    CasePage,
    Kept,
    Made,
    NewCase,
    NewPromise,
    NewReply,
    PromiseOut,
    Said,
)
from amends.callbacks.calling import write
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.intake.opening import Complaint, open_case
from amends.messages.writing import Reply
from amends.people.may import check
from amends.playbook.steps import Records, panel
from amends.safety.alarm import Alarm

if TYPE_CHECKING:
    from amends.promises.promise import Promise

router = Router(tags=["cases"])
#: Cases of one page.
MOST = 100


@router.post("", auth=opens, response={201: CaseLine, 200: CaseLine, **REFUSALS}, summary="Open a case")
def open_one(request: ProgramRequest, form: NewCase) -> Status[Any]:
    """A case is open: customer known, words kept, first answer due. The same `source` and `source_id` again: that case, 200."""
    complaint = _complaint(form, request.at)
    if known := _known(complaint):
        return Status(200, _line(known))
    try:
        with transaction.atomic():
            opened = open_case(complaint, by=request.person, at=request.at)
    except IntegrityError:
        known = _known(complaint)
        if known is None:
            raise
        return Status(200, _line(known))
    return Status(201, _line(opened))


def _complaint(form: NewCase, at: datetime) -> Complaint:
    said = form.received_at or at
    if said > at:
        raise Refused("received_at lies in the future; a case begins when the customer told us.")
    source = f"api:{form.source}" if form.source_id or form.source else ""
    return Complaint(
        words=form.words, subject=form.subject, name=form.name, email=form.email, phone=form.phone,
        channel=form.channel, severity=form.severity, received_at=said, source=source, source_id=form.source_id,
        receipt=form.receipt,
    )  # fmt: skip


def _known(complaint: Complaint) -> Case | None:
    if not complaint.source_id:
        return None
    found = Case.objects.select_related("customer", "owner")
    return found.filter(source=complaint.source, source_id=complaint.source_id).first()


@router.get("", auth=reads, response={200: CasePage, **REFUSALS}, summary="List cases")
def listed(request: ProgramRequest, stage: str = "", after: str = "", *, closed: bool = False) -> CasePage:
    """Cases that this person may see, a hundred a page, those told last first; open ones unless `closed` or a stage is asked for."""
    if stage and stage not in Stage.values:
        raise Refused(f"There is no stage {stage!r}; there are: {', '.join(Stage.values)}.")
    rows = Case.objects.visible_to(request.person).select_related("customer", "owner").order_by("-received_at", "-id")
    if stage:
        rows = rows.filter(stage=stage)
    elif not closed:
        rows = rows.open()
    if after:
        last = case_of(request, after)
        rows = rows.filter(received_at__lte=last.received_at).exclude(received_at=last.received_at, pk__gte=last.pk)
    found = list(rows[: MOST + 1])
    return CasePage(
        cases=[_line(row) for row in found[:MOST]], next=found[MOST - 1].reference if len(found) > MOST else ""
    )


@router.get("/{reference}", auth=reads, response={200: CaseOut, **REFUSALS}, summary="Look at a case")
def one(request: ProgramRequest, reference: str) -> CaseOut:
    """Where it stands, what it needs, what was promised, and what comes next and by when."""
    case = case_of(request, reference)
    check(request.person, "see", case)
    records = Records.of(case, now=request.at)
    following = panel(records).next
    due = case.deadlines.outstanding().order_by("due_at").values_list("due_at", flat=True).first()
    return CaseOut(
        **_line(case).dict(),
        next_act=following.act if following else "",
        next_due_at=due,
        concerns=[concern.words for concern in records.concerns if not concern.waived_at],
        promises=[_promise(promise, request.at) for promise in records.promises],
    )


@router.post("/{reference}/notes", auth=works, response={201: Made, **REFUSALS}, summary="Write an internal note")
def note(request: ProgramRequest, reference: str, form: Said) -> Status[Any]:
    """A word among colleagues; it can never be sent."""
    case = case_of(request, reference)
    return Status(201, Made(id=case.notes.write(form.words, by=request.person, at=request.at).pk))


@router.post("/{reference}/concerns", auth=works, response={201: Made, **REFUSALS}, summary="Note a concern")
def concern(request: ProgramRequest, reference: str, form: Said) -> Status[Any]:
    """Something the customer needs met, in their words; the same words twice are one concern."""
    case = case_of(request, reference)
    return Status(201, Made(id=case.concerns.note(form.words, by=request.person, at=request.at).pk))


@router.post("/{reference}/alarms", auth=works, response={201: Made, **REFUSALS}, summary="Raise the safety alarm")
def alarm(request: ProgramRequest, reference: str, form: Said) -> Status[Any]:
    """Somebody may come to harm by it: the routine rests for the case and its problem, and somebody is woken; once a case."""
    case = case_of(request, reference)
    return Status(201, Made(id=Alarm.objects.raise_on(case, form.words, by=request.person, at=request.at).pk))


@router.post("/{reference}/replies", auth=works, response={201: Made, **REFUSALS}, summary="Answer the customer")
def answer(request: ProgramRequest, reference: str, form: NewReply) -> Status[Any]:
    """A mail to the customer in this person's name.

    422 where it promises something unrecorded, where a mail alone is too little, or where the coach holds it back.
    """
    case = case_of(request, reference)
    letter = Reply(words=form.words, sure=form.sure, alone=form.alone)
    return Status(201, Made(id=write(case, letter, call_by=form.call_by, by=request.person, at=request.at).pk))


@router.post("/{reference}/promises", auth=works, response={201: PromiseOut, **REFUSALS}, summary="Record a promise")
def promise(request: ProgramRequest, reference: str, form: NewPromise) -> Status[Any]:
    """We are bound to it by `due`, and a deadline watches it."""
    case = case_of(request, reference)
    made = case.promises.make(form.words, due=form.due, by=request.person, at=request.at)
    return Status(201, _promise(made, request.at))


@router.post(
    "/{reference}/promises/{number}/evidence",
    auth=works,
    response={201: PromiseOut, **REFUSALS},
    summary="Keep a promise",
)
def keep(request: ProgramRequest, reference: str, number: int, form: Kept) -> Status[Any]:
    """It was done, and this is how we know."""
    case = case_of(request, reference)
    found = get_object_or_404(case.promises.select_related("deadline", "case"), pk=number)
    found.keep(evidence=form.evidence, by=request.person, at=request.at)
    return Status(201, _promise(found, request.at))


def _line(case: Case) -> CaseLine:
    return CaseLine(
        reference=case.reference, stage=case.stage, ending=case.ending, origin=case.origin, channel=case.channel,
        severity=case.severity, subject=case.subject, customer=case.customer.name,
        owner=case.owner.email if case.owner else "", received_at=case.received_at, human_spoke_at=case.human_spoke_at,
    )  # fmt: skip


def _promise(promise: Promise, at: datetime) -> PromiseOut:
    return PromiseOut(
        id=promise.pk, words=promise.words, state=promise.state(at=at), first_due_at=promise.first_due_at,
        due_at=promise.deadline.due_at,
    )  # fmt: skip
