"""Texts over the API: a draft coached, a complaint read, a date quoted. Nothing of the desk's customers is shown or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.http import Http404
from ninja import Field, Router, Schema
from pydantic import AwareDatetime, BaseModel, ConfigDict

from amends.api.door import ProgramRequest, texts
from amends.api.forms import REFUSALS, Form, Line, one_of
from amends.cases.case import Severity
from amends.cases.ending import Refused
from amends.coach import Unreadable, review
from amends.drafts import context as case
from amends.leadtimes.elsewhere import Asked, quote
from amends.leadtimes.lesson import Of
from amends.people.queue import Queue
from amends.triage import TooLong, read
from amends.triage.reading import LONGEST

if TYPE_CHECKING:
    from amends.leadtimes.elsewhere import Answered

router = Router(tags=["texts"])


def _some(*values: str) -> dict[str, Any]:
    return {"type": "array", "items": {"enum": list(values)}}


def _text() -> dict[str, Any]:
    return {"type": "string"}


#: The keys beside the text, as the document tells them. They are read by the coach itself, which names what it cannot read.
_CASE: dict[str, Any] = {
    "subject": _text(),
    "stage": {"enum": list(case.STAGES)},
    "channel": {"enum": list(case.CHANNELS)},
    "severity": {"enum": list(case.SEVERITIES)},
    "reads_as": {"enum": list(case.READINGS)},
    "fault": {"enum": list(case.FAULTS)},
    "flags": _some(*case.FLAGS),
    "relationship": {"enum": list(case.RELATIONSHIPS)},
    "customer": {"type": "object", "description": "name, asked_why, channel_choice"},
    "sender": {"type": "object", "description": "name"},
    "apologies_so_far": {"type": "integer", "minimum": 0},
    "acts_since_last_apology": {"type": "integer", "minimum": 0},
    "wish_asked": {"type": "boolean"},
    "wish": _text(),
    "given": _some(*case.GIVEN),
    "specifics": {"type": "array", "items": _text()},
    "concerns": {"type": "array", "description": "objects with text, kind (stated or implied), keywords"},
    "facts": {"type": "array", "description": "objects with text, status (told, verified or assumed), keywords"},
    "quote": {"type": "object", "description": "probability, not_before: the earliest date that may be promised"},
    "roster": {"type": "array", "description": "objects with name, away (days), away_from"},
    "consented_work": {"type": "boolean"},
    "beyond_authority": {"type": "boolean"},
    "stale": {"type": "array", "description": "objects with text, valid_until"},
    "language": _text(),
    "remedy": {"type": "object", "description": f"kind, amount, currency, state ({', '.join(case.REMEDY_STATES)})"},
    "corrective_action": {"type": "object", "description": f"state ({', '.join(case.FIX_STATES)}), text"},
    "now": {"type": "string", "format": "date-time"},
}


def _documented(schema: dict[str, Any]) -> None:
    schema["properties"].update(_CASE)
    schema["additionalProperties"] = False


class NewDraft(BaseModel):
    """A draft and, beside its `text`, whatever is known of its case. What is not given keeps the checks that need it silent."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_documented)

    text: str


class FindingOut(Schema):
    """One thing to change. `start` and `end` count characters of the text; what is missing has both at its end."""

    check: str
    level: Literal["block", "warn", "hint"]
    start: int
    end: int
    quote: str
    why: str
    suggestion: str | None


class CommitmentOut(Schema):
    """Something that the draft promises; `due` null where it names no time."""

    quote: str
    who: str
    due: AwareDatetime | None


class ReviewOut(Schema):
    """What the coach says. A finding of the level `block` holds the draft back. Only `en` is read."""

    findings: list[FindingOut]
    promises: list[CommitmentOut]
    score: int
    language: str


class NewText(Form):
    """What a customer wrote. `language` is told by the words if it is not given."""

    text: Annotated[str, Field(max_length=LONGEST)]
    subject: Line = ""
    channel: Line = ""
    language: Annotated[str, Field(max_length=20)] = ""


class NewQuestion(Form):
    """Something to be done, of which a date is wanted.

    `group` is the type of failure, workshop or vendor by which the history was taken in; `features` what else is known of it, by
    its columns. Without `probability` it is as sure as the house's policy asks. `by` is a time of one's own, to hear its chance.
    """

    kind: Annotated[str, one_of(Of.values)]
    at: AwareDatetime | None = None
    queue: Line = ""
    severity: Annotated[int, one_of(Severity.values)] = Severity.MEDIUM
    failed_before: bool = False
    group: Line = ""
    features: Annotated[dict[str, str], Field(max_length=30)] = {}
    probability: Annotated[float, Field(ge=0.5, le=0.99)] | None = None
    by: AwareDatetime | None = None


class QuoteOut(Schema):
    """The date, or null and `because`; the sentence for the customer, and the line for whoever checks it.

    `n` comparable cases; `level` 0 without a date; `chance` that `by` is kept, null where too little is known.
    """

    due: AwareDatetime | None
    because: str
    probability: float
    sentence: str
    line: str
    n: int
    level: int
    chance: float | None


class _Labelled(Schema):
    evidence: list[list[int]]
    confidence: float


class FailureOut(_Labelled):
    """What failed."""

    code: str
    label: str


class FeelingOut(_Labelled):
    """How the words read."""

    emotion: str
    intensity: str


class FlagOut(_Labelled):
    """What may not wait; below a confidence of 0.5 it is a question to ask."""

    flag: str


class GravityOut(Schema):
    """How serious it is, and why."""

    level: str
    why: str


class SpecificOut(Schema):
    """Something that is named."""

    kind: str
    text: str
    evidence: list[list[int]]


class ConcernOut(SpecificOut):
    """What they need, said or to be asked about."""

    question: str | None


class ReadingOut(Schema):
    """What the words say, each label with the [start, end] of what caused it. Only `en` is read; any other language is named."""

    complaint: bool
    failures: list[FailureOut]
    reads_as: list[FeelingOut]
    flags: list[FlagOut]
    severity: GravityOut | None
    specifics: list[SpecificOut]
    concerns: list[ConcernOut]
    language: str


@router.post("/coach", auth=texts, response={200: ReviewOut, **REFUSALS}, summary="Coach a draft")
def coach(request: ProgramRequest, form: NewDraft) -> Any:  # noqa: ARG001 - ninja knows it by this name
    """The fifty checks on this draft, and what it promises. An unknown key or value is refused by its name."""
    try:
        return review(form.model_dump()).as_data()
    except Unreadable as refusal:
        raise Refused(str(refusal)) from refusal


@router.post("/triage", auth=texts, response={200: ReadingOut, **REFUSALS}, summary="Read a complaint")
def triage(request: ProgramRequest, form: NewText) -> Any:  # noqa: ARG001 - ninja knows it by this name
    """What failed, how it reads, what may not wait, how serious, what is named, and what to ask."""
    try:
        return read(form.text, form.language or None, subject=form.subject, channel=form.channel).as_json()
    except TooLong as refusal:
        raise Refused(str(refusal)) from refusal


@router.post("/quotes", auth=texts, response={200: QuoteOut, **REFUSALS}, summary="Quote a date")
def quoted(request: ProgramRequest, form: NewQuestion) -> Answered:
    """By when it is done with the probability that is asked for, from what this desk has learnt; it explains itself."""
    queue = Queue.objects.select_related("site").filter(name=form.queue).first() if form.queue else None
    if form.queue and queue is None:
        raise Http404("There is no queue of this name.")
    at = form.at or request.at
    asked = Asked(
        kind=form.kind, queue=queue or Queue.objects.front_desk(), received_at=at, severity=form.severity,
        failed_before=form.failed_before, probability=form.probability,
        features={**form.features, **({"group": form.group} if form.group else {})},
    )  # fmt: skip
    return quote(asked, at=at, by_when=form.by)
