"""Telling a customer that what was promised reaches them another way, before the old date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.ending import Refused
from amends.changes.change import Change
from amends.journal.entry import record
from amends.messages.writing import record_conversation, reply

if TYPE_CHECKING:
    from datetime import datetime

    from amends.messages.message import Message
    from amends.messages.writing import Reply
    from amends.people.person import Person


@transaction.atomic
def tell_of_way(change: Change, letter: Reply, *, by: Person, at: datetime, spoken: bool = False) -> Message:
    """They are told, by mail or (`spoken`) on the phone, and with that the way is the new one.

    Raises what `reply` raises, and Refused for a change of date (which moves with `move_promise`), or one that was told.
    """
    if not change.to_method or change.told_in_id or change.withdrawn_at:
        refusal = "They were told of this, or it was taken back."
        raise Refused(refusal)
    case = change.promise.case
    message = (
        record_conversation(case, letter.words, promises=letter.promises, by=by, at=at)
        if spoken
        else reply(case, letter, by=by, at=at)
    )
    Change.objects.told(change.promise, message, to_method=change.to_method, at=at)
    record(
        "change.told", by=by, at=at, case_id=case.pk, words=change.promise.words, what=change.what, message=message.pk
    )  # fmt: skip
    return message
