"""The call itself: spoken and on record, with everything that was due by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.messages.writing import record_conversation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.callbacks.callback import CallBack
    from amends.messages.committing import Commitment
    from amends.messages.message import Message
    from amends.people.person import Person


@transaction.atomic
def call(
    call_back: CallBack,
    words: str,
    *,
    by: Person,
    at: datetime,
    said_at: datetime | None = None,
    promises: Sequence[Commitment] = (),
    heard: str = "",
) -> Message:
    """We called as they asked, and spoke; what was said (`heard` by them) and promised is on record, and the call-back is made."""
    message = record_conversation(call_back.case, words, heard=heard, promises=promises, said_at=said_at, by=by, at=at)
    call_back.complete(message, by=by, at=at)
    return message
