"""What came was not what was said: the promise fell short, and the customer is owed a word, or the case begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case
from amends.cases.stages import Stage
from amends.deadlines.cadence import owe_update
from amends.followups.asking import begin_again

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.promises.promise import Promise


@transaction.atomic
def find_wanting(promise: Promise, words: str, *, by: Actor, at: datetime) -> None:
    """The promise fell short, in the customer's words; a case that was resolved or closed is open again, on any other a word is due.

    Refused without words, and before it was done.
    """
    case = Case.objects.hold(promise.case_id)
    promise.fall_short(words, by=by, at=at)
    if by.actor_kind == "customer":
        case.customer_spoke(at=at)
    if case.stage in {Stage.RESOLVED, Stage.CLOSED}:
        begin_again(case, because=f"“{promise.words}” was not as we had said: {words.strip()}", by=by, at=at)
    else:
        owe_update(case, at=at)
