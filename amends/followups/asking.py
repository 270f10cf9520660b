"""Asking whether it is right: the mail with its five parts, the call, the answers, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from amends.cases.ending import Refused, close, reopen
from amends.cases.stages import Ending, Stage
from amends.concerns.concern import Concern
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline
from amends.deadlines.deadline import Kind as Due
from amends.deadlines.pacing import house_calendar, next_update_due
from amends.followups.followup import FollowUp, Kind
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.messages.message import Purpose
from amends.messages.writing import Reply, record_conversation, reply
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.journal.actors import Actor
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
def send_mail(case: Case, parts: FiveParts, *, by: Person, at: datetime) -> Message:
    """The follow-up mail goes; refused while a part is missing or nothing was planned."""
    task = _task(case, Kind.MAIL)
    if lacking := parts.lacking():
        raise Refused("The follow-up mail still lacks " + ", ".join(lacking) + ".")
    text = parts.text(list(case.concerns.standing().order_by("pk")))
    message = reply(case, Reply(words=text, purpose=Purpose.FOLLOW_UP), by=by, at=at)
    task.complete(message, by=by, at=at)
    record("followup.mailed", by=by, at=at, case_id=case.pk)
    return message


@transaction.atomic
def record_call(
    case: Case, words: str, *, answers: Mapping[int, str], by: Person, at: datetime, said_at: datetime | None = None
) -> Message:
    """We called and spoke; their answers, by concern, are recorded with it."""
    task = _task(case, Kind.CALL)
    message = record_conversation(case, words, by=by, at=at, said_at=said_at)
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
    Deadline.objects.void(case.pk, Due.FOLLOW_UP_MAIL, Due.FOLLOW_UP_CALL, at=at)
    due = next_update_due(case.severity, at=at)
    Deadline.objects.create(case=case, kind=Due.NEXT_UPDATE, due_at=due, set_at=at)


def finish(case: Case, *, at: datetime) -> bool:
    """Close as satisfied if every standing concern was answered "put right" and nothing of the follow-up is outstanding."""
    concerns = list(case.concerns.standing())
    confirmed = bool(concerns) and all(concern.answer == Concern.Answer.RIGHT for concern in concerns)
    if case.stage != Stage.RESOLVED or not confirmed or FollowUp.objects.outstanding().filter(case=case).exists():
        return False
    close(case, Ending.SATISFIED, by=DESK, at=at)
    Deadline.objects.void(case.pk, at=at)
    return True


@transaction.atomic
def end(case: Case, ending: str, *, because: str, by: Actor, at: datetime, second_reader: Person | None = None) -> None:
    """The case ends without a confirmed follow-up: declined, withdrawn or lost. Nothing of it falls due any more."""
    if ending not in {Ending.DECLINED, Ending.WITHDRAWN, Ending.LOST}:
        message = "This ending follows from the customer's answers; it is not chosen."
        raise Refused(message)
    close(case, ending, because=because, second_reader=second_reader, by=by, at=at)
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    Deadline.objects.void(case.pk, at=at)


@transaction.atomic
def end_unconfirmed(case: Case, *, by: Actor, at: datetime) -> None:
    """Two tries on two channels, and days of silence after them: the case ends, and counts as no success."""
    if because := unconfirmed_lacks(case, at=at):
        raise Refused(because)
    close(case, Ending.UNCONFIRMED, by=by, at=at)
    FollowUp.objects.outstanding().filter(case=case).update(void_at=at)
    Deadline.objects.void(case.pk, at=at)


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
    patience = house_calendar().add_days(max(mailed, called), HOUSE.second_try_days)
    local = patience.astimezone(ZoneInfo(HOUSE.time_zone))
    return "" if at >= patience else f"Wait for an answer until {local:%d %b, %H:%M}."


def silence_over(*, at: datetime, most: int = 200) -> int:
    """End, as unconfirmed, the resolved cases whose customers have not answered two tries; returns how many ended."""
    waited = at - timedelta(days=HOUSE.second_try_days)
    tasks = FollowUp.objects.filter(kind=Kind.MAIL, done_at__lte=waited, void_at=None, case__stage=Stage.RESOLVED)
    ended = 0
    for task in tasks.select_related("case").order_by("done_at")[:most]:
        if task.round == task.case.round and not unconfirmed_lacks(task.case, at=at):
            end_unconfirmed(task.case, by=DESK, at=at)
            ended += 1
    return ended


def _task(case: Case, kind: Kind) -> FollowUp:
    task = FollowUp.objects.outstanding().filter(case=case, round=case.round, kind=kind).select_for_update().first()
    if task is None:
        message = "No follow-up of this kind is planned on this case."
        raise Refused(message)
    return task
