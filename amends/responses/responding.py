"""Sending a letter the law asks for: whole, by somebody who may, and with everything that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import NoRow, Timing, promised, timing
from amends.journal.entry import record
from amends.messages.committing import Commitment, UnrecordedPromise, find_unrecorded, record_all
from amends.messages.message import Purpose
from amends.messages.writing import Reply, record_letter, reply
from amends.people.may import check
from amends.policy.letters import ChoiceMissing
from amends.policy.words import Due
from amends.promises.promise import local
from amends.responses.composing import (
    choices_of,
    close_of,
    completed,
    extended,
    faults,
    harmless,
    offered,
    plain,
    refer_by,
    refer_by_words,
    written,
)
from amends.responses.escalation import ensure_independent
from amends.responses.response import (
    DECISIONS,
    MEETS,
    Response,
    calendar_for,
    day_words,
    letter_of,
    pack_of,
    rows_for,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from amends.messages.attachment import Enclosure
    from amends.messages.message import Message
    from amends.people.person import Person
    from amends.policy.pack import Letter


class PartsMissing(Refused):
    """The letter lacks what it must have; `parts` has a sentence for each."""

    def __init__(self, parts: Sequence[str]) -> None:
        self.parts = list(parts)
        super().__init__(" ".join(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter as its writer sends it off. Without `text` it is composed from `slots` and `chosen`.

    `outcomes` are in the pack's terms. `because` is the reason for an exceptional limit. `answer_by` is the day a holding
    letter names for the answer, `done_by` the day by which what is offered will be done: that becomes a promise on record,
    and `hurried` is why an early day is named all the same.
    `promises`, `unmarked` and `seen` are those of `messages.writing.Reply`. On paper, `sent_at` is when it was posted.
    """

    letter: str
    text: str = ""
    slots: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    outcomes: Sequence[str] = ()
    because: str = ""
    answer_by: date | None = None
    done_by: date | None = None
    hurried: str = ""
    promises: Sequence[Commitment] = ()
    unmarked: Sequence[str] = ()
    backed_by: Person | None = None
    enclosures: Sequence[Enclosure] = ()
    to: str = ""
    subject: str = ""
    seen: int | None = None
    on_paper: bool = False
    sent_at: datetime | None = None


@transaction.atomic
def respond(case: Case, draft: Draft, *, by: Person, at: datetime) -> Response:
    """The letter is sent, the limit it serves is met, and what follows from it has its time.

    Raises PartsMissing and other Refused with a sentence for what stands in the way (a missing outcome, a stage that needs
    another person, a reason that an exceptional limit asks for), and whatever `messages.writing.reply` raises.
    """
    check(by, "work", case)
    case = (
        Case.objects.select_for_update(of=("self",)).select_related("customer", "owner", "queue__site").get(pk=case.pk)
    )
    letter = letter_of(case, draft.letter)
    kind, sent_at = MEETS[letter.serves], min(draft.sent_at or at, at) if draft.on_paper else at
    ensure_independent(case, letter.serves, by)
    _ensure_wanted(case, kind)
    outcomes = _outcomes(case, kind, draft.outcomes)
    until = _extension(case, draft, sent_at) if kind == Kind.HOLDING else None
    draft = _whole(case, letter, draft, until, sent_at)
    message = _send(case, letter, draft, by, at)
    body, refer_until = refer_by(case, message.said_at) if kind != Kind.ACKNOWLEDGEMENT else ("", None)
    response = Response.objects.create(
        case=case, kind=kind, stage=2 if kind == Kind.STAGE_2 else 1, letter=letter.name, pack=pack_of(case).key,
        message=message, sent_at=message.said_at, sent_by=by, outcomes=outcomes, chosen=dict(draft.chosen),
        slots=dict(draft.slots), because=draft.because.strip(), referral=body,
        refer_until=refer_until if kind in DECISIONS else None,
    )  # fmt: skip
    told = f": {', '.join(outcomes)}" if outcomes else ""
    record("response.sent", by=by, at=message.said_at, case_id=case.pk, letter=letter.name, outcome=told)
    _follow(case, response, until)
    return response


def lacks(case: Case, draft: Draft, *, by: Person, at: datetime) -> list[str]:
    """Why the letter could not go as it is, a sentence for each reason; empty when it could. Nothing is changed."""
    letter = letter_of(case, draft.letter)
    kind, found = MEETS[letter.serves], list[str]()
    steps: list[Callable[[], object]] = [
        lambda: ensure_independent(case, letter.serves, by),
        lambda: _ensure_wanted(case, kind),
        lambda: _outcomes(case, kind, draft.outcomes),
        lambda: _extension(case, draft, at) if kind == Kind.HOLDING else None,
        lambda: _whole(case, letter, draft, extended(case) if kind == Kind.HOLDING else None, at),
    ]
    for step in steps:
        try:
            step()
        except PartsMissing as missing:
            found += missing.parts
        except Refused as refusal:
            found.append(str(refusal))
    return found


def _ensure_wanted(case: Case, kind: Kind) -> None:
    """A letter that has been sent is not sent again, and one for which nobody asked does not go."""
    outstanding = set(Deadline.objects.outstanding().filter(case=case).values_list("kind", flat=True))
    if kind in outstanding:
        return
    if kind == Kind.HOLDING:
        if Kind.FINAL not in outstanding:
            message = "There is nothing to hold: the final response is not due."
            raise Refused(message)
        return
    if kind == Kind.STAGE_2:
        message = "They have not asked for the second stage."
        raise Refused(message)
    if kind == Kind.SUMMARY:
        message = "They have not told us that it is settled; record that first."
        raise Refused(message)
    sent = Response.objects.standing().filter(case=case, kind=kind).first()
    if sent is not None:
        message = f"They have had this letter, sent {local(sent.sent_at)}. Write a reply instead."
        raise Refused(message)


def _outcomes(case: Case, kind: Kind, named: Sequence[str]) -> list[str]:
    """One outcome of each group the pack has, in the pack's order; a decision needs them all."""
    rows = rows_for(case, pack_of(case).outcomes)
    if unknown := [name for name in named if name not in {row.name for row in rows}]:
        message = f"These rules know no outcome “{unknown[0]}”."
        raise Refused(message)
    for group in dict.fromkeys(row.group for row in rows):
        found = [row.name for row in rows if row.group == group and row.name in named]
        if len(found) > 1:
            message = f"Only one {group} can hold: {' or '.join(found)}?"
            raise Refused(message)
        if not found and kind in DECISIONS:
            message = f"Choose the {group}: {', '.join(row.name for row in rows if row.group == group)}."
            raise Refused(message)
    return [row.name for row in rows if row.name in named]


def _extension(case: Case, draft: Draft, sent_at: datetime) -> Timing | None:
    """When the final response is due after this holding one; None when it comes too late to change that."""
    if not draft.because.strip():
        message = "A holding response is for exceptional cases. Write down why this is one."
        raise Refused(message)
    limit, calendar = extended(case), calendar_for(case)
    named = close_of(draft.answer_by, calendar) if draft.answer_by else None
    if limit and named and named > limit.due_at:
        message = f"These rules allow no answer later than {day_words(limit.due_at, calendar)}."
        raise Refused(message)
    if named is not None and named <= sent_at:
        message = "Name a day that is still to come for the answer."
        raise Refused(message)
    if named is None and limit is None:
        message = "Say by which day they will have the final response."
        raise Refused(message)
    standing = Deadline.objects.outstanding().filter(case=case, kind=Kind.FINAL).first()
    if standing is None or standing.due_at < sent_at:
        return None
    if named is None or (limit and named >= limit.due_at):
        return limit
    return replace(promised(named, since=sent_at), policy=limit.policy if limit else "")


def _whole(case: Case, letter: Letter, draft: Draft, until: Timing | None, at: datetime) -> Draft:
    """The draft with every part it must have. What the desk knows better than its writer, the desk puts in."""
    calendar = calendar_for(case)
    slots = {slot: words.strip() for slot, words in draft.slots.items() if words.strip()}
    slots["reference"] = case.reference
    if last := refer_by_words(case, letter, calendar, at):
        slots["refer_by"] = last
    if draft.answer_by:
        slots["answer_by"] = day_words(close_of(draft.answer_by, calendar), calendar)
    elif until:
        slots["answer_by"] = day_words(until.due_at, calendar)
    if draft.done_by:
        slots["done_by"] = day_words(close_of(draft.done_by, calendar), calendar)
    if left := [choice for choice in choices_of(letter) if not draft.chosen.get(choice)]:
        names = [f"{plain(choice)}: {', '.join(b.name for b in choices_of(letter)[choice])}" for choice in left]
        raise PartsMissing([f"Choose the part “{one}”." for one in names])
    text = completed(draft.text.strip() or written(letter, slots, draft.chosen), letter, slots, draft.chosen)
    try:
        if missing := faults(letter, text, slots, draft.chosen):
            raise PartsMissing(missing)
    except ChoiceMissing as choice:
        raise PartsMissing([str(choice)]) from choice
    promises, unmarked = list(draft.promises), [*draft.unmarked, *harmless(letter, slots, draft.chosen)]
    if draft.done_by and (offer := offered(letter, text, slots, draft.chosen)):
        due = close_of(draft.done_by, calendar)
        promises.append(Commitment(words=offer, due=due, backed_by=draft.backed_by, hurried=draft.hurried))
    return replace(draft, text=text, slots=slots, promises=promises, unmarked=unmarked)


def _send(case: Case, letter: Letter, draft: Draft, by: Person, at: datetime) -> Message:
    if draft.on_paper:
        said = [one.words for one in draft.promises]
        if left := find_unrecorded(case, draft.text, recorded=said, unmarked=draft.unmarked, at=at):
            raise UnrecordedPromise(left)
        message = record_letter(case, draft.text, theirs=False, said_at=draft.sent_at, by=by, at=at)
        record_all(case, draft.promises, message, by=by, at=at)
        return message
    subject = draft.subject.strip() or f"Your complaint {case.reference}: our {letter.name}"
    mail = Reply(
        words=draft.text, subject=subject, to=draft.to, enclosures=draft.enclosures, seen=draft.seen,
        purpose=Purpose.RESPONSE, promises=draft.promises, unmarked=draft.unmarked,
    )  # fmt: skip
    return reply(case, mail, by=by, at=at)


def _follow(case: Case, response: Response, until: Timing | None) -> None:
    """What the letter meets is met by it alone; what follows from it falls due."""
    kind, letter, at = Kind(response.kind), response.message, response.sent_at
    if kind == Kind.HOLDING:
        Deadline.objects.meet(case.pk, Kind.HOLDING, at=at, by_letter=letter)
        if until is not None:
            Deadline.objects.meet(case.pk, Kind.FINAL, at=at, by_letter=letter)
            Deadline.objects.fall_due(case, Kind.FINAL, until, at=at, set_in=letter)
            due = local(until.due_at)
            record("response.extended", by=response.sent_by, at=at, case_id=case.pk, because=response.because, due=due)
        return
    # Whoever has the decision need not be told any more that a decision will come.
    also = [Kind.ACKNOWLEDGEMENT] if kind != Kind.ACKNOWLEDGEMENT else []
    also += [Kind.SUMMARY, Kind.HOLDING] if kind == Kind.FINAL else []
    Deadline.objects.meet(case.pk, kind, *also, at=at, by_letter=letter)
    if kind == Kind.ACKNOWLEDGEMENT:
        _begin_stage_1(case, letter, at)


def _begin_stage_1(case: Case, letter: Message, at: datetime) -> None:
    """Where the first stage is counted from the acknowledgement, it begins with it."""
    if any(row.kind == Kind.STAGE_1 for row in Deadline.objects.filter(case=case, void_at=None)):
        return
    try:
        due = timing(case, Due.STAGE_1, since=at)
    except NoRow:
        return
    Deadline.objects.fall_due(case, Kind.STAGE_1, due, at=at, set_in=letter)
