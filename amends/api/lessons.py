"""Causes and changes over the API: what cases are traced to, what is changed so that it stops, and whether it did."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema, Status
from pydantic import AfterValidator, AwareDatetime

from amends.api.door import ProgramRequest, case_of, reads, works
from amends.api.forms import REFUSALS, Form, Made, printable
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.causes.action import CorrectiveAction, State
from amends.causes.tracing import Tracing
from amends.causes.tree import tree
from amends.lessons.costs import costs
from amends.people.may import check
from amends.people.person import Person
from amends.solved.finding import like, solved
from amends.solved.solved import Solved

router = Router(tags=["lessons"])
MOST = 100
_Words = Annotated[str, Field(max_length=2000), AfterValidator(printable)]
_Name = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(printable)]


class CauseOut(Schema):
    """One cause of the house's tree. `path` says where it stands."""

    name: str
    path: str
    about: str
    failures: list[str]


class CostOut(Schema):
    """What one of the widest causes cost. `lost` is a rate with n and an interval, or says that there is not enough data."""

    name: str
    cases: int
    given: str
    lost: str


class Costs(Schema):
    """The dearest first; `untraced` is what nobody has traced to a cause."""

    by_given: list[CostOut]
    untraced: CostOut
    traced: str


class ActionOut(Schema):
    """A change as it stands: noted, open, watched, proven or dropped. `judged` is what was shown, in a sentence."""

    id: int
    case: str
    state: str
    words: str
    cause: str
    owner: str
    due_at: datetime | None
    watch_until: datetime | None
    judged: str
    returned: int


class ActionPage(Schema):
    """Some changes; `next` continues after them, 0 at the end."""

    actions: list[ActionOut]
    next: int


class SolvedOut(Schema):
    """A case that ended well. `why` is its cause, or what failed; `deeds` are at most three; `ended` says how, in words."""

    case: str
    subject: str
    why: str
    failures: list[str]
    cause: str
    product: str
    agreed: str
    deeds: list[str]
    ended: str
    ended_at: datetime


_Sought = Annotated[str, Field(max_length=200), AfterValidator(printable)]


class Asked(Schema):
    """What solved cases are narrowed by; empty: by nothing. A cause stands for all narrower ones."""

    failure: _Sought = ""
    cause: _Sought = ""
    product: _Sought = ""
    words: _Sought = ""
    before: Annotated[int, Field(ge=0, lt=2**62)] = 0


class SolvedPage(Schema):
    """Some solved cases, the newest first; `next` continues after them, 0 at the end."""

    cases: list[SolvedOut]
    next: int


class Traced(Form):
    """A cause of the tree, and what shows it."""

    cause: _Name
    words: _Words = ""


class Improvement(Form):
    """What could be better; empty: the case's subject."""

    words: _Words = ""


class TakenUp(Form):
    """Who changes something by when, against which cause; `owner` is an e-mail address, empty: this person."""

    cause: _Name
    due: AwareDatetime
    owner: Annotated[str, Field(max_length=254), AfterValidator(printable)] = ""
    words: _Words = ""


class Done(Form):
    """What shows that it is done; it is watched for so many weeks, or as policy asks."""

    evidence: Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(printable)]
    weeks: Annotated[int, Field(ge=1, le=104)] | None = None


class Because(Form):
    """Why."""

    because: Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(printable)]


@router.get("/causes", auth=reads, response={200: list[CauseOut], **REFUSALS}, summary="The tree of causes")
def causes(request: ProgramRequest) -> list[CauseOut]:
    """Wider ones before narrower ones, as the house's policy has them."""
    check(request.person, "work")
    return [
        CauseOut(name=one.name, path=one.path, about=one.about, failures=list(one.failures)) for one in tree().values()
    ]


@router.get("/costs", auth=reads, response={200: Costs, **REFUSALS}, summary="What causes cost")
def cost(request: ProgramRequest, days: int = 90, currency: str = "GBP") -> Costs:
    """Over cases told in the last days: by what was given for them, and how many of those that ended lost the customer. For leads."""
    check(request.person, "outcomes")
    if not 1 <= days <= 3660:  # noqa: PLR2004 -- ten years
        raise Refused("Ask for 1 to 3660 days.")
    found = costs(since=request.at - timedelta(days=days), until=request.at, currency=currency.upper()[:3])

    def line(one: Any) -> CostOut:
        return CostOut(name=one.name, cases=one.cases, given=str(one.given), lost=str(one.loss))

    return Costs(
        by_given=[line(one) for one in found.by_given], untraced=line(found.untraced), traced=str(found.traced)
    )


@router.get("/solved", auth=reads, response={200: SolvedPage, **REFUSALS}, summary="Solved cases")
def solved_cases(request: ProgramRequest, asked: Query[Asked]) -> SolvedPage:
    """What worked, where customers ended satisfied or kept: a hundred a page, sought in what was said, agreed and done."""
    found = solved(
        request.person, failure=asked.failure, cause=asked.cause, product=asked.product, words=asked.words,
        before=asked.before or None, most=MOST + 1,
    )  # fmt: skip
    following = found[MOST - 1].key if len(found) > MOST else 0
    return SolvedPage(cases=[_worked(one) for one in found[:MOST]], next=following)


@router.get(
    "/cases/{reference}/solved",
    auth=reads,
    response={200: list[SolvedOut], **REFUSALS},
    summary="What worked in like cases",
)
def solved_like(request: ProgramRequest, reference: str) -> list[SolvedOut]:
    """At most three solved cases like this one, the likest first; none where nobody knows yet what failed."""
    return [_worked(one) for one in like(case_of(request, reference), viewer=request.person)]


@router.get("/actions", auth=reads, response={200: ActionPage, **REFUSALS}, summary="List changes")
def actions(request: ProgramRequest, state: str = "", after: int = 0) -> ActionPage:
    """Changes on cases that this person may see, in the order in which they were noted, a hundred a page."""
    if state and state not in State.values:
        raise Refused(f"There is no state {state!r}; there are: {', '.join(State.values)}.")
    rows = _seen(request).filter(pk__gt=after).order_by("pk")
    found = list((rows.filter(state=state) if state else rows)[: MOST + 1])
    return ActionPage(actions=[_out(row) for row in found[:MOST]], next=found[MOST - 1].pk if len(found) > MOST else 0)


@router.get("/actions/{number}", auth=reads, response={200: ActionOut, **REFUSALS}, summary="Look at a change")
def action(request: ProgramRequest, number: int) -> ActionOut:
    """Where it stands, and what was shown."""
    return _out(get_object_or_404(_seen(request), pk=number))


@router.post(
    "/cases/{reference}/cause", auth=works, response={201: Made, **REFUSALS}, summary="Trace a case to a cause"
)
def trace(request: ProgramRequest, reference: str, form: Traced) -> Status[Any]:
    """What it was traced to before is over."""
    case = case_of(request, reference)
    row = Tracing.objects.trace(case, form.cause, words=form.words, by=request.person, at=request.at)
    return Status(201, Made(id=row.pk))


@router.post(
    "/cases/{reference}/improvement", auth=works, response={201: ActionOut, **REFUSALS}, summary="Note an improvement"
)
def note(request: ProgramRequest, reference: str, form: Improvement) -> Status[Any]:
    """The complaint is something to improve; one a case until it is taken up."""
    case = case_of(request, reference)
    row = case.corrective_actions.note(case, form.words, by=request.person, at=request.at)
    return Status(201, _out(row))


@router.post(
    "/actions/{number}/taking-up", auth=works, response={201: ActionOut, **REFUSALS}, summary="Take a change up"
)
def take_up(request: ProgramRequest, number: int, form: TakenUp) -> Status[Any]:
    """Somebody changes something by a day so that the cause stops."""
    row = get_object_or_404(_seen(request), pk=number)
    owner = (
        get_object_or_404(Person, email=form.owner.strip().lower(), is_active=True) if form.owner else request.person
    )
    row.take_up(form.cause, owner=owner, due=form.due, words=form.words, by=request.person, at=request.at)
    return Status(201, _out(row))


@router.post("/actions/{number}/done", auth=works, response={201: ActionOut, **REFUSALS}, summary="Finish a change")
def finish(request: ProgramRequest, number: int, form: Done) -> Status[Any]:
    """It is watched from now on until recurrence is shown to have fallen; else it comes back."""
    row = get_object_or_404(_seen(request), pk=number)
    row.finish(form.evidence, weeks=form.weeks, by=request.person, at=request.at)
    return Status(201, _out(row))


@router.post("/actions/{number}/drop", auth=works, response={201: ActionOut, **REFUSALS}, summary="Drop a change")
def drop(request: ProgramRequest, number: int, form: Because) -> Status[Any]:
    """Nothing is changed, for this reason."""
    row = get_object_or_404(_seen(request), pk=number)
    row.drop(because=form.because, by=request.person, at=request.at)
    return Status(201, _out(row))


def _seen(request: ProgramRequest) -> Any:
    check(request.person, "work")
    seen = Case.objects.visible_to(request.person)
    return CorrectiveAction.objects.filter(case__in=seen).select_related("case", "owner", "deadline")


def _out(row: CorrectiveAction) -> ActionOut:
    return ActionOut(
        id=row.pk, case=row.case.reference, state=row.state, words=row.words, cause=row.cause,
        owner=row.owner.email if row.owner else "", due_at=row.deadline.due_at if row.deadline else None,
        watch_until=row.watch_until, judged=row.judged, returned=row.returned,
    )  # fmt: skip


def _worked(one: Solved) -> SolvedOut:
    return SolvedOut(
        case=one.reference, subject=one.subject, why=one.why, failures=list(one.failures), cause=one.cause, product=one.product,
        agreed=one.agreed, deeds=list(one.deeds), ended=one.ended, ended_at=one.ended_at,
    )  # fmt: skip
