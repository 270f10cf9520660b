"""How a case ends other than satisfied: withdrawn or lost by decision, unconfirmed by silence; to decline takes two.

Nothing stays due on it afterwards; promises stay on record as they are.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from amends.cases.ending import Refused, close
from amends.cases.stages import Ending, Stage
from amends.deadlines.deadline import Deadline
from amends.deadlines.pacing import patience
from amends.followups.followup import FollowUp, Kind
from amends.journal.actors import DESK
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.journal.actors import Actor

#: No patience is shorter than this, whatever policy says.
_LEAST = timedelta(hours=1)


@transaction.atomic
def end(case: Case, ending: str, *, because: str, by: Actor, at: datetime) -> None:
    """The case ends without a confirmed follow-up, withdrawn or lost. Nothing of it falls due any more.

    To decline is proposed, and ends by the second reader's own press (`declining`). Raises Refused.
    """
    if ending == Ending.DECLINED:
        message = "To decline is put to a second reader, who ends the case by their own press."
        raise Refused(message)
    if ending not in {Ending.WITHDRAWN, Ending.LOST}:
        message = "This ending follows from the customer's answers; it is not chosen."
        raise Refused(message)
    close(case, ending, because=because, by=by, at=at)
    let_go(case, at=at)


def let_go(case: Case, *, at: datetime) -> None:
    """Nothing more falls due on a case that ended, but what outlasts it. Part of the verbs that end it."""
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    Deadline.objects.outstanding().filter(case=case, found_in__isnull=False).update(void_at=at)
    case.declines.drop(at=at)
    Deadline.objects.void_at_the_end(case.pk, at=at)


@transaction.atomic
def end_unconfirmed(case: Case, *, by: Actor, at: datetime) -> None:
    """Two tries on two channels, and days of silence after them: the case ends, and counts as no success."""
    if because := unconfirmed_lacks(case, at=at):
        raise Refused(because)
    close(case, Ending.UNCONFIRMED, by=by, at=at)
    let_go(case, at=at)


def unconfirmed_lacks(case: Case, *, at: datetime) -> str:
    """Why the case may not end unconfirmed yet; empty when it may."""
    tasks = case.follow_ups.filter(round=case.round).select_related("message")
    tries = case.attempts.filter(round=case.round, follow_up=True).order_by("-tried_at")
    return silence_lacks(case, list(tasks), tries.values_list("tried_at", flat=True).first(), at=at)


def silence_lacks(case: Case, tasks: Sequence[FollowUp], last_try: datetime | None, *, at: datetime) -> str:
    """The same, from records in hand: this round's tasks with their messages, and the last call that reached nobody."""
    done = {task.kind: task.done_at for task in tasks if task.message and not task.message.failed}
    mailed, called = done.get(Kind.MAIL), done.get(Kind.CALL) or last_try
    if case.stage != Stage.RESOLVED:
        return "Only a resolved case can end unconfirmed."
    if mailed is None:
        return "Ask by mail first."
    if called is None:
        return "Ask by phone as well; a call that reaches nobody counts as a try."
    ends = patience(case, since=max(mailed, called)).due_at
    local = ends.astimezone(ZoneInfo(HOUSE.time_zone))
    return "" if at >= ends else f"Wait for an answer until {local:%d %b, %H:%M}."


def silence_over(*, at: datetime, most: int = 200) -> int:
    """End, as unconfirmed, the resolved cases whose customers have not answered two tries; returns how many ended."""
    tasks = FollowUp.objects.filter(kind=Kind.MAIL, done_at__lte=at - _LEAST, void_at=None, case__stage=Stage.RESOLVED)
    ended = 0
    for task in tasks.select_related("case__queue__site").order_by("done_at")[:most]:
        if task.round == task.case.round and not unconfirmed_lacks(task.case, at=at):
            end_unconfirmed(task.case, by=DESK, at=at)
            ended += 1
    return ended
