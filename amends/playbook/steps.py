"""The steps of a recovery: for each, one function that answers "done, by this" or "missing; this is the next act"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amends.advice.voice import STEP, prefers_writing, voice_wanted
from amends.cases.stages import EARLY, Stage
from amends.causes.action import CorrectiveAction
from amends.promises.promise import LEADS
from amends.repeats.again import again

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.cases.ending import Overrule
    from amends.concerns.concern import Act, Concern
    from amends.concerns.round import Round
    from amends.followups.followup import FollowUp
    from amends.messages.message import Message
    from amends.policy.pack import Rung
    from amends.promises.promise import Promise
    from amends.repeats.again import Again


@dataclass(slots=True, kw_only=True)
class Records:
    """What the steps are answered from; loaded once by whoever asks.

    `again` is what the customer went through before; `learnt` says which change was noted against the cause, and when; `voice`
    is the row of policy by which a mail alone needs a reason.
    """

    case: Case
    messages: Sequence[Message] = ()
    concerns: Sequence[Concern] = ()
    acts: Sequence[Act] = ()
    promises: Sequence[Promise] = ()
    follow_ups: Sequence[FollowUp] = ()
    overrules: Sequence[Overrule] = ()
    round: Round | None = None
    again: Again | None = None
    learnt: tuple[str, datetime] | None = None
    voice: Rung | None = None
    ours: list[Message] = field(init=False)

    def __post_init__(self) -> None:
        self.ours = [m for m in self.messages if m.direction == "out" and not m.automatic and not m.failed]

    @classmethod
    def of(cls, case: Case, *, now: datetime | None = None) -> Records:
        """Everything about one case, with one statement a table; what went before it for the customer only with `now`."""
        return cls(
            case=case,
            messages=list(case.messages.select_related("author")),
            concerns=list(case.concerns.select_related("act").order_by("pk")),
            acts=list(case.acts.filter(round=case.round).order_by("done_at")),
            promises=list(case.promises.select_related("deadline")),
            follow_ups=list(case.follow_ups.filter(round=case.round)),
            overrules=list(case.overrules.filter(round=case.round).select_related("overruled_by")),
            round=case.rounds.filter(number=case.round).first(),
            again=again(case, at=now) if now else None,
            learnt=_change_of(case) if now else None,
            voice=voice_wanted(case),
        )


def _change_of(case: Case) -> tuple[str, datetime] | None:
    """The change that somebody took up because of this case, or against the cause it was traced to."""
    row = CorrectiveAction.objects.taken_for(case).first()
    return (row.words, row.taken_at) if row and row.taken_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`state` is done, missing or overruled; `by` says what did it, `act` what to do next and `form` where it is done."""

    step: str
    title: str
    state: str
    by: str = ""
    at: datetime | None = None
    act: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, its title, the act that is missing, the form that does it, and the evidence."""

    name: str
    title: str
    act: str
    form: str
    evidence: Callable[[Records], tuple[str, datetime] | None]
    again: bool = False
    """Asked for only where the customer was let down before."""
    aloud: bool = False
    """Asked for only where a mail alone is too little, and no more once we understood."""

    def wanted(self, records: Records) -> bool:
        """Whether this case has the step at all."""
        if self.aloud:
            early = records.case.stage in EARLY or self.evidence(records) is not None
            return records.voice is not None and early
        return not self.again or bool(records.again and records.again.demands)

    def answer(self, records: Records) -> Answer:
        """From the records, and from nothing else."""
        if found := self.evidence(records):
            return Answer(step=self.name, title=self.title, state="done", by=found[0], at=found[1])
        for overrule in records.overrules:
            if overrule.step == self.name:
                who = f"{overrule.overruled_by.name}: {overrule.because}"
                return Answer(step=self.name, title=self.title, state="overruled", by=who, at=overrule.overruled_at)
        return Answer(step=self.name, title=self.title, state="missing", act=self.act, form=self.form)


def _said(part: str) -> Callable[[Records], tuple[str, datetime] | None]:
    def evidence(records: Records) -> tuple[str, datetime] | None:
        for message in records.ours:
            if part in message.says:
                who = message.author.name if message.author else ""
                return f"{who}, by {message.get_channel_display()}", message.said_at
        return None

    return evidence


def _heard(records: Records) -> tuple[str, datetime] | None:
    case = records.case
    if case.heard_at:
        return "heard to the end", case.heard_at
    first = next((m for m in records.messages if m.direction == "in" and not m.automatic), None)
    return ("in their own writing", first.said_at) if first and first.channel != "phone" else None


def _concerns(records: Records) -> tuple[str, datetime] | None:
    standing = [concern for concern in records.concerns if not concern.waived_at]
    return (f"{len(standing)} on record", standing[0].noted_at) if standing else None


def _read_back(records: Records) -> tuple[str, datetime] | None:
    held = records.round
    return ("sent", held.readback_at) if held and held.readback_at else _again(records)


def _confirmed(records: Records) -> tuple[str, datetime] | None:
    held = records.round
    if held and held.confirmed_at:
        return f"the customer, by {held.get_confirmed_via_display()}", held.confirmed_at
    return _again(records)


def _again(records: Records) -> tuple[str, datetime] | None:
    """In a later round the customer's own "not yet" says what is to be understood."""
    answers = [
        concern.answered_at for concern in records.concerns if concern.answer == "not_yet" and concern.answered_at
    ]
    begun = records.case.round > 1
    return ("their own words: not right yet", max(answers, default=records.case.customer_spoke_at)) if begun else None


def _wish(records: Records) -> tuple[str, datetime] | None:
    held = records.round
    return (f"“{held.wish}”", held.wish_told_at) if held and held.wish_told_at else None


def _agreed(records: Records) -> tuple[str, datetime] | None:
    held = records.round
    return (f"“{held.agreement}”", held.agreed_at) if held and held.agreed_at else None


def _acted(records: Records) -> tuple[str, datetime] | None:
    return (records.acts[0].words, records.acts[0].done_at) if records.acts else None


def _met(records: Records) -> tuple[str, datetime] | None:
    standing = [concern for concern in records.concerns if not concern.waived_at]
    kept = all(promise.kept_at or promise.released_at or promise.kind == "gift" for promise in records.promises)
    times = [concern.addressed_at for concern in standing if concern.addressed_at]
    if not standing or len(times) < len(standing) or not kept:
        return None
    return f"{len(standing)} met by deeds", max(times)


def _told(records: Records) -> tuple[str, datetime] | None:
    if not records.acts:
        return None
    last = records.acts[-1].done_at
    told = next((message for message in records.ours if message.said_at >= last), None)
    return (f"by {told.get_channel_display()}", told.said_at) if told else None


def _resolved(records: Records) -> tuple[str, datetime] | None:
    return ("follow-up planned", records.follow_ups[0].planned_at) if records.follow_ups else None


def _followed(kind: str) -> Callable[[Records], tuple[str, datetime] | None]:
    def evidence(records: Records) -> tuple[str, datetime] | None:
        task = next((row for row in records.follow_ups if row.kind == kind), None)
        lost = {message.pk for message in records.messages if message.failed}
        if task and task.done_at and task.message_id not in lost:
            return "sent" if kind == "mail" else "spoken", task.done_at
        return (f"waived: {task.waived_because}", task.waived_at) if task and task.waived_at else None

    return evidence


def _right(records: Records) -> tuple[str, datetime] | None:
    standing = [concern for concern in records.concerns if not concern.waived_at]
    times = [c.answered_at for c in standing if c.answer == "right" and c.answered_at]
    return ("every concern", max(times)) if standing and len(times) == len(standing) else None


def _senior(records: Records) -> tuple[str, datetime] | None:
    owner = records.case.owner
    return (
        (f"{owner.name}, {owner.get_role_display()}", records.case.opened_at) if owner and owner.role in LEADS else None
    )


def _learnt(records: Records) -> tuple[str, datetime] | None:
    return records.learnt


def _spoken(records: Records) -> tuple[str, datetime] | None:
    """They heard a voice, or it is on record why they did not."""
    aloud = next((m for m in records.ours if m.channel in {"phone", "visit"}), None)
    if aloud:
        return f"{aloud.author.name if aloud.author else ''}, by {aloud.get_channel_display()}", aloud.said_at
    if records.round and records.round.mail_alone_at:
        return f"by mail alone: {records.round.mail_alone}", records.round.mail_alone_at
    return ("they chose to be written to", records.case.opened_at) if prefers_writing(records.case) else None


STEPS = (
    Step("heard", "Listen to the end", "Let them tell the whole story, and say that it is complete", "hearing", _heard),
    Step("concerns", "Note their concerns", "Write down what they need met, in their words", "concerns", _concerns),
    Step(
        STEP,
        "Let them hear a voice",
        "Call or visit them: a mail alone is too little here",
        "call",
        _spoken,
        aloud=True,
    ),
    Step("thanked", "Thank them", "Thank them for telling us", "reply", _said("thanks")),
    Step("apologised", "Apologise", "Say sorry for what they went through", "reply", _said("regret")),
    Step("read_back", "Read it back", "Tell them what we understood", "reply", _read_back),
    Step("confirmed", "Hear that we understood", "Wait for their yes, or record it", "confirmation", _confirmed),
    Step("senior", "A senior owner", "Give it to a lead: we let them down before", "owner", _senior, again=True),
    Step("wish", "Ask what would put it right", "Ask, and write down their answer", "wish", _wish),
    Step("agreed", "Agree", "Grant their wish, offer three remedies, or record what was agreed", "agreement", _agreed),
    Step("acted", "Act", "Do the first thing that was agreed, and write it down", "act", _acted),
    Step("met", "Meet every concern", "Meet each concern by a deed, keep each promise", "act", _met),
    Step("told", "Tell them it is done", "Tell the customer what was done", "reply", _told),
    Step("resolved", "Resolve", "Everything is done and told: resolve the case", "resolution", _resolved),
    Step(
        "learnt",
        "Have the cause changed",
        "Find why it came again, and have somebody change it",
        "tracing",
        _learnt,
        again=True,
    ),
    Step(
        "followed_mail",
        "Follow up by mail",
        "Send the follow-up mail when it is due",
        "followup-mail",
        _followed("mail"),
    ),
    Step("followed_call", "Follow up by phone", "Call them when it is due", "followup-call", _followed("call")),
    Step("right", "Hear that it is right", "Hear of each concern whether it is put right", "answers", _right),
)


@dataclass(frozen=True, slots=True)
class Panel:
    """Every step's answer, and the one act that comes next (None when nothing is left to do)."""

    answers: list[Answer]
    next: Answer | None


def panel(records: Records) -> Panel:
    """The playbook of one case."""
    answers = [step.answer(records) for step in STEPS if step.wanted(records)]
    missing = [answer for answer in answers if answer.state == "missing"]
    ended = records.case.stage == Stage.CLOSED
    return Panel(answers, None if ended or not missing else missing[0])
