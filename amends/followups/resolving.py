"""Resolving: everything promised is done and told. It plans the follow-up, and cannot be had without the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.concerns.fact import Status
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.experiments.answering import follow_up_shares
from amends.journal.entry import record
from amends.policy.words import Failure, Remedy
from amends.promises.promise import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

#: What is chosen so that the thing itself is right again.
_MENDING: Final = {
    kind.value for kind in (Remedy.REPLACEMENT, Remedy.PART, Remedy.REDO, Remedy.WORK, Remedy.CORRECTION, Remedy.VISIT)
}


def missing(case: Case) -> list[str]:
    """What still stands between this case and its resolution, in sentences."""
    lacks = []
    if case.stage != Stage.ACTING:
        lacks.append("Agree with the customer, and do the first thing that was agreed.")
    if unanswered := list(case.concerns.unanswered()):
        lacks += [f"No deed meets the concern “{concern.words}”." for concern in unanswered]
    owed = case.promises.outstanding().exclude(kind=Kind.GIFT)  # a gift goes apart, after the matter is resolved
    lacks += [f"The promise “{promise.words}” is still open." for promise in owed]
    last_act = case.acts.filter(round=case.round).order_by("-done_at").first()
    if last_act is None:
        lacks.append("Nothing has been done yet.")
    elif must_work(case) and not case.acts.filter(round=case.round, verified_at__isnull=False).exists():
        lacks.append(f"Check that it works, and say how you did: “{last_act.words}”.")
    elif not case.messages.ours().filter(said_at__gte=last_act.done_at).exists():
        lacks.append("Tell the customer what was done.")
    return lacks


def unrecognised_fault(case: Case) -> bool:
    """Whether the failure was established as ours and nothing that stands was given for their trouble."""
    ours = Case.objects.filter(pk=case.pk, loss__fault="established").exists()
    return ours and not case.choices.filter(stands=True, missed_at=None).exists()


def must_work(case: Case) -> bool:
    """Whether what was done can work or not: the failure was a fault of the thing, and it was not settled by money or a gift."""
    if not Case.objects.filter(pk=case.pk, loss__failure=Failure.CORE).exists():
        return False
    chosen = set(case.choices.filter(stands=True, missed_at=None).values_list("option__kind", flat=True))
    return not chosen or bool(chosen & _MENDING)


@transaction.atomic
def resolve(case: Case, *, by: Person, at: datetime, knowing: bool = False, unrecognised: str = "") -> None:
    """Every concern is met by a deed, every promise kept, and the customer told; mail and call fall due some days later.

    `knowing`: its resolver knows that it rests on what is only assumed. `unrecognised` is why nothing is given for their
    trouble although it was our fault. Raises `Refused` with what is missing, `StageMoved` when the case is not being acted on.
    """
    if lacks := missing(case):
        raise Refused(" ".join(lacks))
    assumed = list(case.facts.filter(status=Status.ASSUMED).order_by("pk").values_list("words", flat=True))
    if assumed and not knowing:
        quoted = ", ".join(f"“{words}”" for words in assumed)
        message = f"It rests on what is only assumed: {quoted}. Check it first, or say that you know."
        raise Refused(message)
    bare = unrecognised_fault(case)
    if bare and not unrecognised.strip():
        message = "It was our fault, and nothing was given for their trouble. Give something small, or say why not."
        raise Refused(message)
    if assumed:
        record("resolution.assumed", by=by, at=at, case_id=case.pk, words="; ".join(assumed))
    if bare:
        record("recognition.left_out", by=by, at=at, case_id=case.pk, because=unrecognised.strip())
    case.move("resolve", waiting_since=None)
    Deadline.objects.void(case.pk, Due.NEXT_UPDATE, Due.FIRST_ANSWER, at=at)
    for key in Deadline.objects.outstanding().filter(case=case, found_in__isnull=False).values_list("pk", flat=True):
        Deadline.objects.meet_one(key, at=at)  # they have by then what they said they need
    shares = follow_up_shares(case, by=by, at=at)
    due = min(row.due_at for row in case.follow_ups.plan(at=at, shares=shares))
    record("case.resolved", by=by, at=at, case_id=case.pk)
    record("followup.planned", by=by, at=at, case_id=case.pk, due=f"{due:%d %b %Y}")
