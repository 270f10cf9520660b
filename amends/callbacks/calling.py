"""The call itself: spoken and on record, with everything that was due by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.messages.writing import record_conversation, reply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.callbacks.callback import CallBack
    from amends.cases.case import Case
    from amends.messages.committing import Commitment
    from amends.messages.message import Message
    from amends.messages.writing import Reply
    from amends.people.person import Person

_TOO_GRAVE = "Speak with them: a mail alone is too little"


@transaction.atomic
def write(case: Case, letter: Reply, *, by: Person, at: datetime, call_by: datetime | None = None) -> Message:
    """The mail goes; with `call_by`, somebody has to call or visit them by then, so that it is no mail alone.

    Raises what `messages.writing.reply` raises, and then no call is planned either.
    """
    if call_by is not None:
        case.call_backs.ask(about=_TOO_GRAVE, due=call_by, by=by, at=at)
    return reply(case, letter, by=by, at=at)


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
