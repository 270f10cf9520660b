"""Unhappy signs over the API: a bad review or a low score that a person or a program saw elsewhere."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field, Router, Schema, Status
from pydantic import AfterValidator, AwareDatetime

from amends.api.door import ProgramRequest, opens
from amends.api.forms import REFUSALS, Form, Line, Words, one_of, printable
from amends.customers.customer import Channel
from amends.signals.signal import Sign, Signal

router = Router(tags=["signals"])


class NewSignal(Form):
    """A sign, and an address or number of whose it is. `source` and `source_id` make it safe to send twice."""

    sign: Annotated[str, one_of(Sign.values)] = Sign.REVIEW
    words: Words
    seen_at: AwareDatetime | None = None
    name: Line = ""
    email: Line = ""
    phone: Annotated[str, Field(max_length=40), AfterValidator(printable)] = ""
    source: Annotated[str, Field(max_length=70), AfterValidator(printable)] = ""
    source_id: Line = ""


class SignalOut(Schema):
    """The case of whoever the sign is of."""

    case: str


@router.post("", auth=opens, response={201: SignalOut, **REFUSALS}, summary="Note an unhappy sign")
def noted(request: ProgramRequest, form: NewSignal) -> Status[Any]:
    """A case of origin `signal` is open, and somebody contacts them; the time to our first word counts from `seen_at`."""
    row = Signal.objects.note(
        form.sign, form.words, seen_at=form.seen_at or request.at, name=form.name, email=form.email, phone=form.phone,
        source=form.source, source_id=form.source_id, channel=Channel.API, by=request.person, at=request.at,
    )  # fmt: skip
    return Status(201, SignalOut(case=row.case.reference))
