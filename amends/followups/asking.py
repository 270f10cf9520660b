"""Asking whether it is right: the mail with its five parts, the call, the answers, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from amends.cases.ending import Refused, close, reopen
from amends.cases.stages import Ending, Stage
from amends.concerns.concern import Concern
from amends.customers.customer import Channel
from amends.deadlines.cadence import owe_update
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.followups.apart import gift_in
from amends.followups.ending import let_go
from amends.followups.followup import FollowUp, Kind
from amends.followups.given import given_on, wrong_credit
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.messages.message import Purpose
from amends.messages.writing import Reply, record_conversation, reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.journal.actors import Actor
    from amends.messages.committing import Commitment
    from amends.messages.message import Message
    from amends.people.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class FiveParts:
    """The follow-up mail. `recurrence` may stay empty only when `not_promising` says so: then the mail leaves it out."""

    apology: str
    what_went_wrong: str
    how_put_right: str
    thanks: str
    recurrence: str = ""
    not_promising: bool = False

    def lacking(self) -> list[str]:
        """The parts that are missing, in the words of the form."""
        named = {
            "the apology": self.apology,
            "what went wrong": self.what_went_wrong,
            "how it was put right": self.how_put_right,
            "why it will not happen again, or that we cannot say so yet": self.recurrence or self.not_promising,
            "the thanks": self.thanks,
        }
        return [name for name, words in named.items() if not (words is True or str(words or "").strip())]

    def text(self, concerns: list[Concern]) -> str:
        """The mail, in the order in which it should be read."""
        blocks = [self.apology, self.what_went_wrong, self.how_put_right]
        blocks += [self.recurrence] if self.recurrence.strip() else []
        if concerns:
            listed = "\n".join(f"  - {concern.words}" for concern in concerns)
            blocks.append(
                f"Is each of these put right?\n\n{listed}\n\nPlease tell us on your page (the link is below), or reply."
            )
        return "\n\n".join(block.strip() for block in [*blocks, self.thanks])


@transaction.atomic
def send_mail(
    case: Case,
    parts: FiveParts,
    *,
    by: Person,
    at: datetime,
    promises: Sequence[Commitment] = (),
    unmarked: Sequence[str] = (),
    sure: str = "",
) -> Message:
    """The follow-up mail goes; refused while a part is missing, nothing was planned, or it gets wrong what was given.

    What it promises is recorded with it, or is said to promise nothing (`unmarked`): UnrecordedPromise otherwise.
    What the coach holds back goes only with a reason (`sure`): HeldBack otherwise.
    """
    task = _task(case, Kind.MAIL)
    if lacking := parts.lacking():
        raise Refused("The follow-up mail still lacks " + ", ".join(lacking) + ".")
    said = (parts.apology, parts.what_went_wrong, parts.how_put_right, parts.recurrence, parts.thanks)
    if gift := next(filter(None, map(gift_in, said)), ""):
        raise Refused(f"The follow-up speaks of a gift (“{gift}”). A gift goes apart, in a message of its own.")
    if wrong := wrong_credit(parts.how_put_right, given_on(case)):
        raise Refused(f"{wrong} Say it as the record has it, or put the record right.")
    text = parts.text(list(case.concerns.standing().order_by("pk")))
    letter = Reply(words=text, purpose=Purpose.FOLLOW_UP, promises=promises, unmarked=unmarked, sure=sure)
    message = reply(case, letter, by=by, at=at)
    task.complete(message, by=by, at=at)
    record("followup.mailed", by=by, at=at, case_id=case.pk)
    return message


@transaction.atomic
def record_call(
    case: Case, words: str, *, answers: Mapping[int, str], by: Person, at: datetime, said_at: datetime | None = None,
    heard: str = "",
) -> Message:  # fmt: skip
    """We called and spoke; their answers, by concern, are recorded with it, and what they said besides (`heard`)."""
    task = _task(case, Kind.CALL)
    message = record_conversation(case, words, heard=heard, by=by, at=at, said_at=said_at)
    task.complete(message, by=by, at=at)
    record("followup.called", by=by, at=at, case_id=case.pk)
    answer(case, answers, via=Channel.PHONE, by=by, at=at)
    return message


@transaction.atomic
def answer(case: Case, answers: Mapping[int, str], *, via: str, by: Actor, at: datetime, words: str = "") -> None:
    """The customer's answer to each concern, by its key. One "not yet" reopens; all "put right" and both tasks done, closes."""
    case.refresh_from_db()
    if case.stage not in {Stage.RESOLVED, Stage.CLOSED}:
        message = "We have not said yet that it is put right."
        raise Refused(message)
    asked = {concern.pk: concern for concern in case.concerns.standing().select_for_update()}
    if unknown := set(answers) - set(asked):
        message = f"{len(unknown)} of these concerns are not on this case."
        raise Refused(message)
    for key, said in answers.items():
        _say(asked[key], Concern.Answer(said), via=via, words=words, by=by, at=at)
    if by.actor_kind == "customer":
        case.customer_spoke(at=at)
    wrong = [asked[key].words for key, said in answers.items() if said == Concern.Answer.NOT_YET]
    if wrong:
        begin_again(case, because="; ".join(wrong), by=by, at=at)
    else:
        finish(case, at=at)


def _say(concern: Concern, said: Concern.Answer, *, via: str, words: str, by: Actor, at: datetime) -> None:
    concern.answer, concern.answered_at, concern.answered_via, concern.answer_words = said, at, via, words.strip()
    if said == Concern.Answer.NOT_YET:
        concern.act = concern.addressed_at = None
    concern.save()
    record("concern.answered", by=by, at=at, case_id=concern.case_id, words=concern.words, answer=said.label, via=via)


@transaction.atomic
def begin_again(case: Case, *, because: str, by: Actor, at: datetime) -> None:
    """It is not right: the case is open again with the same owner, and a human word is due."""
    reopen(case, because=because, by=by, at=at)
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    Deadline.objects.void(case.pk, Due.FOLLOW_UP_MAIL, Due.FOLLOW_UP_CALL, Due.PATIENCE, at=at)
    owe_update(case, at=at)


def finish(case: Case, *, at: datetime) -> bool:
    """Close as satisfied if every standing concern was answered "put right" and nothing of the follow-up is outstanding."""
    concerns = list(case.concerns.standing())
    confirmed = bool(concerns) and all(concern.answer == Concern.Answer.RIGHT for concern in concerns)
    if case.stage != Stage.RESOLVED or not confirmed or FollowUp.objects.outstanding().filter(case=case).exists():
        return False
    close(case, Ending.SATISFIED, by=DESK, at=at)
    let_go(case, at=at)
    return True


def _task(case: Case, kind: Kind) -> FollowUp:
    lost = Q(done_at__isnull=False, message__failed=True)
    tasks = FollowUp.objects.filter(waived_at=None, void_at=None, case=case, round=case.round, kind=kind)
    task = tasks.filter(Q(done_at=None) | lost).select_for_update(of=("self",)).first()
    if task is None:
        message = "No follow-up of this kind is planned on this case."
        raise Refused(message)
    return task
