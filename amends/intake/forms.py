"""A complaint by the public form: one case for each form, however often its button is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from amends.cases.case import Case
from amends.concerns.fact import About
from amends.customers.address import Kind, Taken
from amends.customers.customer import Channel
from amends.intake.opening import Complaint, open_case
from amends.messages.writing import hear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.messages.attachment import Enclosure

SOURCE = "form"
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What somebody filled in. `key` names this one form; at least one of `email` and `phone` is given."""

    key: str
    words: str
    name: str = ""
    email: str = ""
    phone: str = ""
    order: str = ""
    wish: str = ""
    enclosures: Sequence[Enclosure] = ()


def complain(form: Form, *, at: datetime) -> Case:
    """A case stands for this form, with the order number as a fact and the wish as told; a receipt goes to the e-mail.

    The same form sent again gives the same case; if its words were changed meanwhile, they are heard on that case, so that
    nothing typed is lost. Raises `Refused` when the files are too large.
    """
    for _ in range(_TRIES - 1):
        try:
            return _complain(form, at)
        except IntegrityError:
            # Somebody was quicker: the same form, or the same new customer by another way. Now they are on record.
            continue
    return _complain(form, at)


@transaction.atomic
def _complain(form: Form, at: datetime) -> Case:
    near = ("customer", "merged_into__customer")
    known = Case.objects.filter(source=SOURCE, source_id=form.key).select_related(*near).first()
    if known:
        known = known.merged_into or known
        _hear_changes(known, form, at)
        return known
    case = open_case(_complaint(form, at), by=None, at=at)
    if form.email and form.phone:
        _note_phone(case, form.phone, at)
    if form.order:
        case.facts.note(form.order, about=About.ORDER, by=case.customer, at=at)
    if form.wish:
        case.rounds.current().tell_wish(form.wish, Channel.FORM, by=case.customer, at=at)
    return case


def _complaint(form: Form, at: datetime) -> Complaint:
    # With an e-mail address, it alone says who they are: a stranger's address must never come to stand beside the phone
    # number of a customer we know.
    return Complaint(
        words=form.words,
        channel=Channel.FORM,
        received_at=at,
        name=form.name,
        email=form.email,
        phone="" if form.email else form.phone,
        enclosures=form.enclosures,
        source=SOURCE,
        source_id=form.key,
        receipt=bool(form.email),
    )


def _note_phone(case: Case, phone: str, at: datetime) -> None:
    try:
        with transaction.atomic():
            case.customer.addresses.learn(Kind.PHONE, phone, by=case.customer, at=at)
    except Taken:
        case.facts.note(f"Asks to be called on {phone}", by=case.customer, at=at)


def _hear_changes(case: Case, form: Form, at: datetime) -> None:
    said = case.messages.theirs().values_list("text", flat=True)
    if form.words.strip() not in {text.strip() for text in said}:
        hear(case, form.words, by=case.customer, at=at, channel=Channel.FORM, enclosures=form.enclosures)
