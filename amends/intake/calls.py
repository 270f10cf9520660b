"""What is said by word of mouth: a call that opens a case, and a call, a visit or a letter on a case we have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.intake.opening import Complaint, open_case
from amends.messages.committing import record_all
from amends.messages.inbound import record_chase
from amends.messages.writing import record_conversation, record_letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.messages.committing import Commitment
    from amends.messages.message import Message
    from amends.people.person import Person

LETTER_IN, LETTER_OUT = "letter_in", "letter_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came out of talking: specifics by what they are about, concerns in their words, whether we heard them out."""

    specifics: Mapping[str, str] = field(default_factory=dict)
    concerns: Sequence[str] = ()
    heard_out: bool = False

    def note(self, case: Case, *, by: Person, at: datetime) -> None:
        """Put it on record; part of the verbs below."""
        for about, words in self.specifics.items():
            if words.strip():
                case.facts.note(words, about=about, by=by, at=at)
        for words in self.concerns:
            if words.strip():
                case.concerns.note(words, by=by, at=at)
        if self.heard_out and not case.heard_at:
            case.hear_out(by=by, at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A call, a visit or a letter, and what was settled in it: our read-back and their answer, their wish, what was agreed.

    `way` is phone, visit, letter_in or letter_out; `heard` what they said on the phone or face to face, in their words.
    `confirmed` is True for their yes, False for "not quite" with `disputed`, None when they were not asked. `chased`: they
    called because they had heard nothing in time.
    """

    words: str
    way: str = Channel.PHONE
    said_at: datetime | None = None
    told: Told = field(default_factory=Told)
    readback: str = ""
    confirmed: bool | None = None
    disputed: str = ""
    wish: str = ""
    agreed: str = ""
    promises: Sequence[Commitment] = ()
    chased: bool = False
    heard: str = ""

    @property
    def channel(self) -> str:
        """How it was said."""
        return Channel.LETTER if self.way in {LETTER_IN, LETTER_OUT} else self.way


@transaction.atomic
def take_call(complaint: Complaint, told: Told, *, by: Person, at: datetime, answered: str = "") -> Case:
    """A case from a customer on the line (or at the counter), with all that was noted while they spoke.

    `answered` is what we said to them; with it the first human answer is given. Raises `Refused` without their words.
    """
    if not complaint.words.strip():
        message = "Write down their story, in their words."
        raise Refused(message)
    case = open_case(complaint, by=by, at=at)
    told.note(case, by=by, at=at)
    if answered.strip():
        channel = complaint.channel if complaint.channel == Channel.VISIT else Channel.PHONE
        record_conversation(case, answered, channel=channel, by=by, at=at, said_at=case.received_at)
    return case


@transaction.atomic
def record_talk(case: Case, talk: Conversation, *, by: Person, at: datetime) -> Message:
    """A call, visit or letter is on record with everything that was settled in it, or nothing is.

    Raises `Refused` for whatever a part of it lacks (an agreement without a wish, a yes without a read-back, …).
    """
    if talk.promises and talk.way == LETTER_IN:
        message = "A letter of theirs promises nothing for us. Record the promise with what we said to them."
        raise Refused(message)
    if talk.way in {LETTER_IN, LETTER_OUT}:
        row = record_letter(case, talk.words, theirs=talk.way == LETTER_IN, said_at=talk.said_at, by=by, at=at)
        record_all(case, talk.promises, row, by=by, at=at)
    else:
        row = record_conversation(
            case,
            talk.words,
            heard=talk.heard,
            channel=talk.way,
            said_at=talk.said_at,
            promises=talk.promises,
            by=by,
            at=at,
        )
    if talk.chased:
        record_chase(row, by=by, at=at)
    case.refresh_from_db(fields=["stage", "owner", "heard_at"])
    talk.told.note(case, by=by, at=row.said_at)
    _settle(case, talk, by=by, at=row.said_at)
    return row


def _settle(case: Case, talk: Conversation, *, by: Person, at: datetime) -> None:
    held = case.rounds.current()
    if talk.readback.strip():
        held.read_back(talk.readback, by=by, at=at)
    if talk.confirmed is True:
        held.confirm(talk.channel, by=by, at=at)
    if talk.confirmed is False:
        held.dispute(talk.disputed, talk.channel, by=by, at=at)
    if talk.wish.strip():
        held.tell_wish(talk.wish, talk.channel, by=by, at=at)
    if talk.agreed.strip():
        held.agree(talk.agreed, talk.channel, by=by, at=at)
