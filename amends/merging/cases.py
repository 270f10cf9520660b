"""Two cases of one failure become one: everything said and owed goes on as the other, and nothing revives the one that ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from amends.arrivals.arrival import Arrival
from amends.arrivals.threading import ThreadKey
from amends.asks.ask import Ask
from amends.asks.redtape import RedTape
from amends.authority.approval import Approval
from amends.authority.spend import Spend
from amends.callbacks.callback import CallBack
from amends.cases.case import Case
from amends.cases.ending import Closure, Merged, Refused
from amends.cases.portal import PortalLink
from amends.cases.stages import Ending, Stage
from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.concerns.concern import Act, Concern
from amends.concerns.fact import Fact
from amends.consents.consent import Consent
from amends.deadlines import cadence
from amends.effort.effort import Effort
from amends.followups.asking import begin_again
from amends.followups.followup import FollowUp
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.merging.owed import Owed
from amends.merging.turns import hold
from amends.messages.attempt import Attempt
from amends.messages.inbound import Chase
from amends.messages.message import Message
from amends.notes.note import Draft, Note
from amends.offers.loss import Loss
from amends.offers.offer import Choice, Offer
from amends.offers.usability import Usability
from amends.people.may import check
from amends.people.person import Person
from amends.people.presence import here
from amends.promises.promise import Promise
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from amends.standins.standin import Answer, StandIn

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import Model

    from amends.journal.actors import Actor

#: What goes on as the other case, row by row. Promises, calls and asks come before their deadlines, as in their own verbs,
#: so that two verbs wait for each other and never in a circle.
MOVED: tuple[type[Model], ...] = (
    Promise, CallBack, Ask, Message, Note, Concern, Fact, RedTape, Chase, StandIn, Arrival, ThreadKey, PortalLink,
    Response, Escalation, Spend, Approval, Offer, Choice, Effort, CorrectiveAction, Consent,
)  # fmt: skip
#: So many packs has a case that others than the house watch over.
_REGULATED = 2
_NEAR = ("customer", "owner", "queue__site", "merged_into")


@transaction.atomic
def merge(case: Case, into: Case, *, by: Actor, at: datetime) -> None:
    """Both are one case, `into`, with everything that was said, noted, promised and asked on either; `case` has ended.

    `into` keeps its stage, its owner and its pace, and takes on whatever is graver, earlier or stricter. A resolved one is
    open again where something of the other is still to be done. What arrives for `case` from now on continues `into`.
    Raises Refused for two that cannot be one, NotAllowed for somebody who may not see both.
    """
    case, into = hold(Case.objects.select_related(*_NEAR), case, into)
    _ensure(case, into, by)
    still_open = case.concerns.unanswered().exists() or case.promises.outstanding().exists()
    case.declines.drop(at=at)
    owed, spoken = Owed.read(case, into), _union(case, into)
    _bring(case, into, at)
    owed.bring()
    if into.stage == Stage.RESOLVED and still_open:
        begin_again(into, because=f"not all of case {case.reference} is done", by=by, at=at)
    _bring_of_this_round(case, into)
    for offer in case.handoffs.standing().select_related("receiver"):
        offer.decline(because="merged", by=by, at=at)
    case.handoffs.update(case=into)  # how often they were passed on is counted for the two together
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    graver, paced = case.severity < into.severity, into.cadence
    _take_on(case, into, spoken, by, at)
    _end(case, into, by, at)
    owed.settle(into, at=at)
    if graver:
        cadence.grade(into, case.severity, because=f"as case {case.reference} was", by=by, at=at)
    elif into.cadence != paced:
        cadence.pace_anew(into, at=at)
    for one in (case, into):
        record("case.merged", by=by, at=at, case_id=one.pk, merged=case.reference, into=into.reference)


def _ensure(case: Case, into: Case, by: Actor) -> None:
    if isinstance(by, Person):
        check(by, "work", case)
        check(by, "work", into)
    if case.merged_into_id:
        raise Merged(case)
    if because := why_not(case, into):
        raise Refused(because)


def why_not(case: Case, into: Case) -> str:
    """Why the one cannot go on as the other; empty when it can."""
    if case.pk == into.pk:
        return "A case cannot be merged into itself."
    if into.merged_into is not None:
        return f"Case {into.reference} itself goes on as {into.merged_into.reference}. Choose that one."
    if not into.is_open:
        return f"Case {into.reference} has ended. Open it again first, or merge the other way round."
    if not case.is_open:
        return f"Case {case.reference} has ended, and stays as it is."
    theirs, others = case.customer, into.customer
    if theirs != others and (theirs.household_id is None or theirs.household_id != others.household_id):
        return "These are cases of two customers. If they are one person, merge the customers first."
    return ""


def _bring(case: Case, into: Case, at: datetime) -> None:
    """Every row that goes on as the other case; a colleague's draft if they keep none there."""
    owner = _owner(case, into, at)
    overtaken = StandIn.objects.filter(case=case, call_back=None, ask=None, answer="").exclude(person=owner)
    overtaken.update(answer=Answer.OVERTAKEN, answered_at=at)
    for table in MOVED:
        table._default_manager.filter(case=case).update(case=into)  # noqa: SLF001
    if not Loss.objects.filter(case=into).exists():  # what is on record of the one they go on as leads
        Loss.objects.filter(case=case).update(case=into)
    answered = Usability.objects.filter(case=into, remedy=OuterRef("remedy"), question=OuterRef("question"))
    Usability.objects.filter(~Exists(answered), case=case).update(case=into)
    if Tracing.objects.filter(case=into, over_at=None).exists():  # so does why it happened
        Tracing.objects.filter(case=case, over_at=None).update(over_at=at)
    Tracing.objects.filter(case=case).update(case=into)
    writing = Draft.objects.filter(case=into).values("person")
    Draft.objects.filter(case=case).exclude(person__in=writing).update(case=into)
    Case.objects.filter(merged_into=case).update(merged_into=into)


def _bring_of_this_round(case: Case, into: Case) -> None:
    """Deeds count for the round the other is in. A try to follow up stays where it was planned: it is none of the other's."""
    Act.objects.filter(case=case).update(case=into, round=into.round)
    Attempt.objects.filter(case=case, follow_up=False).update(case=into, round=into.round)


def _owner(case: Case, into: Case, at: datetime) -> Person | None:
    """Who has it from now on."""
    return into.owner or (case.owner if case.owner and here(case.owner, at=at) else None)


def _take_on(case: Case, into: Case, spoken: dict[str, datetime | None], by: Actor, at: datetime) -> None:
    """The other is as old, as closed to others and as much waited for as the two together."""
    if case.restricted and not into.restricted:
        record("case.restricted", by=by, at=at, case_id=into.pk)
    if into.owner is None and (owner := _owner(case, into, at)):
        into.assign(owner, by=by, at=at)
    changes: dict[str, Any] = {
        **spoken,
        "received_at": min(case.received_at, into.received_at),
        "restricted": case.restricted or into.restricted,
        "subject": into.subject or case.subject,
        "cadence": into.cadence or case.cadence,
    }
    if len(into.packs) < _REGULATED <= len(case.packs):  # what the law asks for is still asked for
        changes |= {"packs": case.packs, "product": case.product}
    if into.heard_at is None:
        changes |= {"heard_at": case.heard_at, "heard_by": case.heard_by}
    if into.stage == Stage.NEW and into.messages.ours().exists():
        into.move("acknowledge", **changes)
        return
    Case.objects.filter(pk=into.pk).update(**changes)
    for name, value in changes.items():
        setattr(into, name, value)


def _union(case: Case, into: Case) -> dict[str, datetime | None]:
    """Who spoke last, and since when they wait: not for what a human said something after, on whichever of the two."""
    spoke = max(case.customer_spoke_at, into.customer_spoke_at)
    human = max(filter(None, (case.human_spoke_at, into.human_spoke_at)), default=None)
    waits = sorted(filter(None, (case.waiting_since, into.waiting_since)))
    since = None
    if waits and (human is None or spoke > human):
        since = next((moment for moment in waits if human is None or moment > human), waits[0])
    return {"customer_spoke_at": spoke, "human_spoke_at": human, "waiting_since": since}


def _end(case: Case, into: Case, by: Actor, at: datetime) -> None:
    case.move("close", ending=Ending.MERGED, merged_into=into, closed_at=at, waiting_since=None)
    Closure.objects.create(
        case=case, ending=Ending.MERGED, because=f"It goes on as {into.reference}.", closed_at=at,
        closed_by_id=person_id(by),
    )  # fmt: skip
