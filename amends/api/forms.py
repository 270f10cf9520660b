"""What goes into the API and what comes out of it. Times carry their offset; a time without one is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Field, Schema
from pydantic import AfterValidator, AwareDatetime

from amends.cases.case import Severity
from amends.customers.customer import Channel

if TYPE_CHECKING:
    from collections.abc import Sequence


def one_of(values: Sequence[Any]) -> AfterValidator:
    """Refuses what is none of these, and names them."""

    def known(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"is none of: {', '.join(str(one) for one in values)}")
        return value

    return AfterValidator(known)


def printable(value: str) -> str:
    """PostgreSQL keeps every character but one."""
    if "\0" in value:
        raise ValueError("holds a NUL character")
    return value


def _address(value: str) -> str:
    if value:
        try:
            validate_email(value)
        except ValidationError as fault:
            raise ValueError("is not an e-mail address") from fault
    return value


Words = Annotated[str, Field(min_length=1, max_length=200_000), AfterValidator(printable)]
Line = Annotated[str, Field(max_length=200), AfterValidator(printable)]


class Form(Schema):
    """A form refuses fields it does not know: a misspelt one would be lost without a word."""

    model_config = {"extra": "forbid"}


class NewCase(Form):
    """A customer's first words on a failure. `source` and `source_id` make it safe to send twice."""

    words: Words
    subject: Line = ""
    name: Annotated[str, Field(max_length=120), AfterValidator(printable)] = ""
    email: Annotated[str, Field(max_length=254), AfterValidator(printable), AfterValidator(_address)] = ""
    phone: Annotated[str, Field(max_length=40), AfterValidator(printable)] = ""
    channel: Annotated[str, one_of(Channel.values)] = Channel.FORM
    severity: Annotated[int, one_of(Severity.values)] = Severity.MEDIUM
    received_at: AwareDatetime | None = None
    source: Annotated[str, Field(max_length=70), AfterValidator(printable)] = ""
    source_id: Line = ""
    receipt: bool = False


class Said(Form):
    """Words, of whichever kind the address says."""

    words: Words


class NewReply(Form):
    """A mail to the customer; `sure` is why it goes although the coach holds it back.

    Where policy wants a voice, `call_by` plans a call, or `alone` is why mail alone must do.
    """

    words: Words
    sure: Annotated[str, Field(max_length=2000), AfterValidator(printable)] = ""
    alone: Annotated[str, Field(max_length=2000), AfterValidator(printable)] = ""
    call_by: AwareDatetime | None = None


class NewPromise(Form):
    """What was promised, and by when."""

    words: Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(printable)]
    due: AwareDatetime


class Kept(Form):
    """How we know that it was done."""

    evidence: Annotated[str, Field(min_length=1, max_length=5000), AfterValidator(printable)]


class PromiseOut(Schema):
    """A promise as it stands."""

    id: int
    words: str
    state: str
    first_due_at: AwareDatetime
    due_at: AwareDatetime


class CaseLine(Schema):
    """A case in one line. `received_at` is when they told us; the customer's clock counts from there."""

    reference: str
    stage: str
    ending: str
    origin: str
    channel: str
    severity: int
    subject: str
    customer: str
    owner: str
    received_at: AwareDatetime
    human_spoke_at: AwareDatetime | None


class CaseOut(CaseLine):
    """A case with what it needs, what was promised and what comes next."""

    next_act: str
    next_due_at: AwareDatetime | None
    concerns: list[str]
    promises: list[PromiseOut]


class CasePage(Schema):
    """Some cases, those told last first; `next` continues after them, empty at the end."""

    cases: list[CaseLine]
    next: str


class Made(Schema):
    """What was made: its number."""

    id: int


class Fault(Schema):
    """Why not, in a sentence for a person."""

    detail: str


#: What any deed may be refused with.
REFUSALS: dict[int, Any] = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 409: Fault, 422: Fault, 503: Fault}
