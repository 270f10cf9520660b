"""What other systems see, over the API: what customers did, told as it happens, and the unhappy signs of a review or a score."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field, Router, Schema, Status
from pydantic import AfterValidator, AwareDatetime

from amends.api.door import ProgramRequest, opens, works
from amends.api.forms import REFUSALS, Fault, Form, Line, Words, one_of, printable
from amends.customers.customer import Channel
from amends.outcomes.noting import NoActivity, Told, note_all
from amends.people.may import check
from amends.signals.signal import Sign, Signal

router = Router(tags=["activities"])
signals = Router(tags=["signals"])
MOST = 500
_REFUSALS: dict[int, Any] = {400: Fault, 401: Fault, 403: Fault, 404: Fault, 409: Fault, 422: Fault, 503: Fault}
_Words = Annotated[str, Field(max_length=2000), AfterValidator(printable)]


class Act(Form):
    """One thing one customer did. `at` of a cancellation is when they gave notice; `id` makes it safe to send twice.

    A referral, praise or reference needs evidence: where it can be seen, or who came.
    """

    kind: Line
    at: AwareDatetime
    id: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(printable)]
    email: Line = ""
    phone: Line = ""
    case: Line = ""
    amount: Line = ""
    voucher: bool = False
    reason: _Words = ""
    evidence: _Words = ""


class Acts(Form):
    """What a system tells; `source` is its name, the same each time."""

    source: Annotated[str, Field(min_length=1, max_length=70), AfterValidator(printable)]
    activities: Annotated[list[Act], Field(max_length=MOST)]


class Answered(Schema):
    """What became of one: `noted`, `already_here`, `nobody` (no customer of ours; nothing is kept), or `failed` and why."""

    id: str
    outcome: str
    because: str = ""


class AllAnswered(Schema):
    """One answer for each, in order."""

    activities: list[Answered]


@router.post("", auth=works, response={200: AllAnswered, **_REFUSALS}, summary="Tell what customers did")
def tell(request: ProgramRequest, form: Acts) -> Status[Any]:
    """Each is noted once; one that tells nothing is answered with a reason, and the others go on. For leads and managers."""
    check(request.person, "outcomes")
    good: list[Told] = []
    failed: dict[int, str] = {}
    for place, act in enumerate(form.activities):
        told = Told(
            kind=act.kind, at=act.at, source_id=act.id, email=act.email, phone=act.phone, case=act.case, amount=act.amount,
            voucher=act.voucher, reason=act.reason, evidence=act.evidence,
        )  # fmt: skip
        try:
            told.checked(by=request.at)
        except NoActivity as wrong:
            failed[place] = str(wrong)
        else:
            good.append(told)
    said = iter(note_all(good, source=f"api:{form.source}", by=request.person, at=request.at, live=True))
    answers = [
        Answered(id=act.id, outcome="failed", because=failed[place])
        if place in failed
        else Answered(id=act.id, outcome=next(said))
        for place, act in enumerate(form.activities)
    ]
    return Status(200, AllAnswered(activities=answers))


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


@signals.post("", auth=opens, response={201: SignalOut, **REFUSALS}, summary="Note an unhappy sign")
def noted(request: ProgramRequest, form: NewSignal) -> Status[Any]:
    """A case of origin `signal` is open, and somebody contacts them; the time to our first word counts from `seen_at`."""
    row = Signal.objects.note(
        form.sign, form.words, seen_at=form.seen_at or request.at, name=form.name, email=form.email, phone=form.phone,
        source=form.source, source_id=form.source_id, channel=Channel.API, by=request.person, at=request.at,
    )  # fmt: skip
    return Status(201, SignalOut(case=row.case.reference))
