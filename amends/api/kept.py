"""What is kept for answering, over the API: saved replies, and what customers let us bear in mind."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema, Status
from pydantic import AfterValidator

from amends.api.door import ProgramRequest, case_of, reads, works
from amends.api.forms import REFUSALS, Form, Made, Words, one_of, printable
from amends.cases.case import Case
from amends.consents.consent import Consent
from amends.customers.customer import Channel
from amends.people.may import check
from amends.savedreplies.savedreply import STAGES, SavedReply

router = Router(tags=["kept"])
_Text = Annotated[str, Field(max_length=2000), AfterValidator(printable)]


class SavedOut(Schema):
    """A saved reply. `held` are the checks that would hold it back, `because` why it was saved all the same."""

    id: int
    title: str
    stage: str
    words: str
    held: list[str]
    because: str


class NewSaved(Form):
    """Words for many; `sure` is why they are saved although the coach holds them back."""

    title: Annotated[str, Field(min_length=1, max_length=120), AfterValidator(printable)]
    words: Words
    stage: Annotated[str, one_of(list(STAGES))]
    sure: _Text = ""


class Nothing(Form):
    """Nothing need be said."""


class ConsentOut(Schema):
    """What a customer answered when asked whether we may note what helps them. What they took back has no words any more."""

    id: int
    case: str
    yes: bool
    words: str
    said: str
    via: str
    answered_at: datetime
    withdrawn_at: datetime | None


class NewConsent(Form):
    """Their answer, in their words (`said`); with a yes, what we are to bear in mind (`words`)."""

    yes: bool
    said: Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(printable)]
    words: _Text = ""
    via: Annotated[str, one_of(Channel.values)] = Channel.PHONE


@router.get("/saved-replies", auth=reads, response={200: list[SavedOut], **REFUSALS}, summary="List saved replies")
def saved(request: ProgramRequest) -> list[SavedOut]:
    """Those that may be used, by title; two hundred at the most."""
    check(request.person, "work")
    return [_saved(row) for row in SavedReply.objects.standing()[:200]]


@router.get(
    "/saved-replies/{number}", auth=reads, response={200: SavedOut, **REFUSALS}, summary="Look at a saved reply"
)
def one(request: ProgramRequest, number: int) -> SavedOut:
    """One of them."""
    check(request.person, "work")
    return _saved(get_object_or_404(SavedReply.objects.standing(), pk=number))


@router.post("/saved-replies", auth=works, response={201: Made, **REFUSALS}, summary="Save a reply")
def write(request: ProgramRequest, form: NewSaved) -> Status[Any]:
    """The words may be used from now on. 422 where the coach holds them back and nobody says why they are saved."""
    row = SavedReply.objects.write(
        form.title, form.words, stage=form.stage, sure=form.sure, by=request.person, at=request.at
    )
    return Status(201, Made(id=row.pk))


@router.post(
    "/saved-replies/{number}", auth=works, response={201: SavedOut, **REFUSALS}, summary="Change a saved reply"
)
def change(request: ProgramRequest, number: int, form: NewSaved) -> Status[Any]:
    """It has this title and these words from now on, coached anew."""
    row = get_object_or_404(SavedReply.objects.standing(), pk=number)
    row.change(form.title, form.words, stage=form.stage, sure=form.sure, by=request.person, at=request.at)
    return Status(201, _saved(row))


@router.post(
    "/saved-replies/{number}/retirement", auth=works, response={201: Made, **REFUSALS}, summary="Retire a saved reply"
)
def retire(request: ProgramRequest, number: int, form: Nothing) -> Status[Any]:
    """It is offered no more; what was sent with it stays as it is."""
    del form
    row = get_object_or_404(SavedReply.objects.standing(), pk=number)
    row.retire(by=request.person, at=request.at)
    return Status(201, Made(id=row.pk))


@router.get(
    "/cases/{reference}/consents", auth=reads, response={200: list[ConsentOut], **REFUSALS}, summary="List consents"
)
def consents(request: ProgramRequest, reference: str) -> list[ConsentOut]:
    """What this customer answered, on any case of theirs that this person may see."""
    case = case_of(request, reference)
    check(request.person, "see", case)
    seen = Case.objects.visible_to(request.person).filter(customer=case.customer_id)
    return [_consent(row) for row in Consent.objects.filter(case__in=seen).select_related("case").order_by("pk")]


@router.post("/cases/{reference}/consents", auth=works, response={201: Made, **REFUSALS}, summary="Record a consent")
def record(request: ProgramRequest, reference: str, form: NewConsent) -> Status[Any]:
    """They were asked, and answered. 422 for a yes with nothing to note, and a no with something."""
    case = case_of(request, reference)
    row = case.consents.record(
        yes=form.yes, said=form.said, words=form.words, via=form.via, by=request.person, at=request.at
    )
    return Status(201, Made(id=row.pk))


@router.post(
    "/consents/{number}/withdrawal", auth=works, response={201: Made, **REFUSALS}, summary="Withdraw a consent"
)
def withdraw(request: ProgramRequest, number: int, form: Nothing) -> Status[Any]:
    """They took it back: the words are gone for good."""
    del form
    seen = Consent.objects.filter(case__in=Case.objects.visible_to(request.person), yes=True, withdrawn_at=None)
    row = get_object_or_404(seen.select_related("case"), pk=number)
    row.withdraw(by=request.person, at=request.at)
    return Status(201, Made(id=row.pk))


def _saved(row: SavedReply) -> SavedOut:
    return SavedOut(id=row.pk, title=row.title, stage=row.stage, words=row.words, held=row.held, because=row.because)


def _consent(row: Consent) -> ConsentOut:
    return ConsentOut(
        id=row.pk, case=row.case.reference, yes=row.yes, words=row.words, said=row.said, via=row.via,
        answered_at=row.answered_at, withdrawn_at=row.withdrawn_at,
    )  # fmt: skip
