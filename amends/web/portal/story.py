"""What a customer's page tells: read from the records with a fixed number of statements, however long the story is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from amends.cases.stages import Ending, Stage
from amends.concerns.concern import Concern
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline, Kind
from amends.messages.attachment import Attachment
from amends.messages.message import Message, Purpose
from amends.messages.writing import SPOKEN
from amends.responses.regulated import regulated
from amends.web.portal.promises import Promised, promised
from amends.web.portal.remedies import Given, Remedies
from amends.web.portal.wording import Clock, Standing, explanation, headline, size

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.callbacks.callback import CallBack
    from amends.cases.case import Case
    from amends.concerns.round import Round
    from amends.followups.followup import FollowUp
    from amends.offers.offer import Offer, Option
    from amends.people.person import Person

#: So many messages stand on one page; older ones are a link away.
SHOWN = 50
SETTLED = (Stage.RESOLVED, Stage.CLOSED)
#: Endings after which we ask no more whether it is right, though the customer may always write.
UNASKED = (Ending.DECLINED, Ending.WITHDRAWN, Ending.LOST)
_WAYS = ["Received", "Understood", "Agreed", "Put right", "You say it is right"]
_REACHED = {Stage.NEW: 0, Stage.LISTENING: 0, Stage.UNDERSTOOD: 1, Stage.AGREED: 2, Stage.ACTING: 2, Stage.RESOLVED: 3}


@dataclass(frozen=True, slots=True)
class File:
    """A file of the conversation: the key it is fetched by, its name, and its size in words."""

    pk: int
    name: str
    size: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, as it stands in the conversation. A talk is mentioned, never quoted: its notes are our own."""

    theirs: bool
    who: str
    how: str
    when: str
    said_at: datetime
    text: str
    files: Sequence[File]
    receipt: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A call that we owe them: when, who calls, and on whose clock, as it stands in a sentence."""

    about: str
    sentence: str
    late: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One of the five steps of the way: `done`, `now` or `ahead`."""

    name: str
    state: str


class Story:
    """One case as its customer sees it; everything is loaded here, and once."""

    def __init__(self, case: Case, *, at: datetime, before: int | None = None) -> None:
        self.case, self.at, self.before = case, at, before
        self.clock = Clock.of(case.customer.time_zone, at=at)
        self.owner: Person | None = case.owner if case.owner and case.owner.is_active else None

    @cached_property
    def rounds(self) -> list[Round]:
        """The latest first."""
        return list(self.case.rounds.order_by("-number"))

    @property
    def round(self) -> Round | None:
        """The round the case is in, if anything of it is on record."""
        return next((held for held in self.rounds if held.number == self.case.round), None)

    @cached_property
    def understood(self) -> Round | None:
        """The latest round in which we said what we understood."""
        return next((held for held in self.rounds if held.readback), None)

    @cached_property
    def agreed(self) -> Round | None:
        """The latest round in which something was agreed."""
        return next((held for held in self.rounds if held.agreement), None)

    @cached_property
    def wished(self) -> Round | None:
        """The latest round in which they told us their wish."""
        return next((held for held in self.rounds if held.wish), None)

    @property
    def tells_record(self) -> bool:
        """Whether there is something agreed, asked for or understood to show."""
        return bool(self.agreed or self.wished or (self.understood and self.asks != "confirm"))

    @cached_property
    def concerns(self) -> list[Concern]:
        """What they need met, as it is asked about in the end."""
        return list(self.case.concerns.standing().select_related("act").order_by("pk"))

    @cached_property
    def acts(self) -> list[tuple[str, str]]:
        """What was done, and when, in the order in which it happened."""
        done = self.case.acts.order_by("done_at", "pk")
        return [(act.words, self.clock.day(act.done_at)) for act in done]

    @cached_property
    def promises(self) -> list[Promised]:
        """Every promise, also those we did not keep. A remedy stands where we say what we do, unless its date went wrong."""
        made = self.case.promises.select_related("deadline", "choice").order_by("made_at", "pk")
        told = [(promised(promise, self.clock), hasattr(promise, "choice")) for promise in made]
        return [one for one, is_remedy in told if not is_remedy or one.state in {"moved", "late", "broken"}]

    @property
    def given(self) -> list[Given]:
        """What we do for them, apart from what they may still choose differently: that stands with the choice."""
        return [one for one in self.remedies.given if one is not self.chosen]

    @cached_property
    def _follow_ups(self) -> dict[str, FollowUp]:
        return {task.kind: task for task in self.case.follow_ups.filter(round=self.case.round, void_at=None)}

    @cached_property
    def asks(self) -> str:
        """The one thing we ask of the customer now: `confirm`, `wish`, `answers`, or nothing."""
        if self.case.stage in SETTLED:
            return "answers" if self._asks_answers else ""
        held = self.round
        if held and held.readback and not (held.confirmed_at or held.disputed_at):
            return "confirm"
        if self.offer and not self.chosen:
            return "choose"
        return "wish" if held and held.wish_asked_at and not held.wish_told_at else ""

    @property
    def _asks_answers(self) -> bool:
        if self.case.stage == Stage.CLOSED or all(concern.answer for concern in self.concerns):
            return False
        mail = self._follow_ups.get("mail")
        return mail is None or mail.done_at is not None or mail.due_at <= self.at

    @property
    def may_answer(self) -> bool:
        """Whether they may say of each concern if it is right: from the day we think so, and after the end as well."""
        return self.case.stage in SETTLED and self.case.ending not in UNASKED and bool(self.concerns)

    @cached_property
    def remedies(self) -> Remedies:
        """What they may choose from, and what they chose, with where it is now."""
        return Remedies.of(self.case, self.clock)

    @property
    def offer(self) -> Offer | None:
        """What they may choose from, or change their choice of, as long as nothing of it was begun."""
        return self.remedies.offer

    @property
    def options(self) -> Sequence[Option]:
        """Its options, in order."""
        return self.remedies.options

    @property
    def chosen(self) -> Given | None:
        """What they chose of it."""
        return self.remedies.chosen

    @cached_property
    def calls(self) -> list[Call]:
        """The calls they asked for or were promised, and that are still to be made; those that are promised stand there too."""
        rows = (
            self.case.call_backs.outstanding().select_related("deadline", "caller").order_by("deadline__due_at", "pk")
        )
        return [_call(row, self.at) for row in rows]

    @cached_property
    def stand_in(self) -> str:
        """Who is away and until when, while somebody else has their case; nothing once they are back or it moved on."""
        if self.owner is None:
            return ""
        now = Q(absence__ends_at=None) | Q(absence__ends_at__gt=self.at)
        rows = self.case.stand_ins.filter(
            now, person=self.owner, call_back=None, ask=None, answer="", absence__returned_at=None
        )
        row = rows.select_related("of", "absence").order_by("-began_at").first()
        if row is None:
            return ""
        if row.absence is None:
            return f"{row.of.name} no longer works with us. {self.owner.first_name} looks after your case now."
        ends = row.absence.ends_at
        until = f" until {self.clock.day(ends)}" if ends else ""
        return f"{row.of.name} is away{until}. {self.owner.first_name} looks after your case meanwhile."

    @cached_property
    def referral(self) -> str:
        """Where they may go if our answer does not satisfy them, and until when, as our last letter said; empty if none did."""
        law = regulated(self.case, at=self.at)
        row = law.referral if law else None
        if law is None or row is None:
            return ""
        until = f" until {law.refer_until_words}" if law.refer_until_words else ""
        return f"If our answer does not satisfy you, you may go to {row.referral}{until}. It costs you nothing."

    @cached_property
    def instead(self) -> str:
        """What we do for them although we declined what they asked for."""
        if self.case.ending != Ending.DECLINED:
            return ""
        return self.case.closures.filter(reopened_at=None).values_list("instead", flat=True).first() or ""

    @property
    def may_choose_cadence(self) -> bool:
        """Whether something of ours is still to be told, and so how often."""
        return self.case.stage not in SETTLED

    @property
    def cadence(self) -> str:
        """How often they hear from us, and by when next, in a sentence."""
        often = (
            f"You asked to hear from us {self.case.cadence}."
            if self.case.cadence
            else "We write as often as we think right."
        )
        due = self.standing.due
        return f"{often} Our next word comes by {self.clock.by(due)}." if due and due >= self.at else often

    def shows(self, form: str) -> bool:
        """Whether the page has a place for this form."""
        shown = {
            "correction": self.asks == "confirm", "choice": self.offer is not None, "wish": self.asks == "wish",
            "answers": self.may_answer, "shortfall": bool(self.given), "call": not self.calls, "cadence": self.may_choose_cadence,
        }  # fmt: skip
        return shown.get(form, True)

    @cached_property
    def standing(self) -> Standing:
        """What the sentences are made from."""
        words = (Kind.FIRST_ANSWER, Kind.NEXT_UPDATE)
        due = Deadline.objects.outstanding().filter(case=self.case, kind__in=words).order_by("due_at").first()
        outstanding = {
            kind: task.due_at for kind, task in self._follow_ups.items() if not task.done_at and not task.waived_at
        }
        return Standing(
            stage=self.case.stage,
            ending=self.case.ending,
            round=self.case.round,
            who=self.owner.first_name if self.owner else "",
            due=due.due_at if due else None,
            mail_due=outstanding.get("mail"),
            call_due=outstanding.get("call"),
            closed_at=self.case.closed_at,
            asks=self.asks,
            all_right=bool(self.concerns) and all(c.answer == Concern.Answer.RIGHT for c in self.concerns),
        )

    @property
    def headline(self) -> str:
        """Where it stands, in a line."""
        return headline(self.standing)

    @property
    def explanation(self) -> str:
        """Who does what now, and by when."""
        return explanation(self.standing, self.clock)

    @property
    def not_yet(self) -> list[Concern]:
        """What they told us is not right yet."""
        return [concern for concern in self.concerns if concern.answer == Concern.Answer.NOT_YET]

    @property
    def ways(self) -> list[Way]:
        """The way as far as it has been gone; empty for a case that ended otherwise than at its end."""
        if self.case.ending in (*UNASKED, Ending.UNCONFIRMED):
            return []
        reached = _REACHED.get(Stage(self.case.stage), len(_WAYS))
        reached = max(reached, len(_WAYS) if self.standing.all_right and self.case.stage in SETTLED else 0)
        names = enumerate(_WAYS)
        return [Way(name, "done" if n < reached + 1 else "now" if n == reached + 1 else "ahead") for n, name in names]

    @cached_property
    def _rows(self) -> list[Message]:
        files = Attachment.objects.select_related("blob").defer("blob__data").order_by("pk")
        rows = (
            self.case.messages.filter(Q(automatic=False) | Q(purpose=Purpose.RECEIPT))
            .select_related("author")
            .defer("sent_text", "found_by")
            .prefetch_related(Prefetch("attachments", queryset=files))
            .order_by("-pk")
        )
        return list((rows.filter(pk__lt=self.before) if self.before else rows)[: SHOWN + 1])

    @cached_property
    def conversation(self) -> list[Said]:
        """What they and we said, the newest first; never notes, nor automatic mail but for the line of the receipt."""
        return [_said(row, self.clock) for row in self._rows[:SHOWN]]

    @property
    def earlier(self) -> int | None:
        """Before which message the older ones stand; None when all are shown."""
        return self._rows[SHOWN - 1].pk if len(self._rows) > SHOWN else None

    def thanks(self, done: str) -> str:
        """What we say after this act of theirs; nothing if the records do not bear it out."""
        who, held = self.standing.who or "the team", self.round
        if done == "confirmation" and held and held.confirmed_at:
            return "Thank you. Now we know that we got it right."
        if done == "correction" and held and held.disputed_at:
            return f"Thank you for putting us right. It goes to {who}, who will write to you again."
        if done == "wish" and held and held.wish_told_at:
            return f"Thank you for telling us. It goes to {who}."
        if done in {"calls", "cadence", "choice", "receipt", "shortfall"}:
            return self._thanks_for_a_wish(done)
        if done == "message" and self.conversation and self.conversation[0].theirs:
            return f"Thank you. We have your message; it goes to {who}."
        return self._thanks_for_answers() if done == "answers" else ""

    def _thanks_for_a_wish(self, done: str) -> str:
        if done in {"choice", "receipt", "shortfall"}:
            return self.remedies.thanks(done)
        if done == "calls":
            return f"Thank you. {self.calls[-1].sentence}" if self.calls else ""
        return f"Thank you. {self.cadence}" if self.may_choose_cadence else ""

    def _thanks_for_answers(self) -> str:
        if self.not_yet and self.case.stage not in SETTLED:
            return "Thank you for telling us. We are sorry that it is not right yet. Your case is open again."
        answered = sum(bool(concern.answer) for concern in self.concerns)
        if not answered:
            return ""
        left = len(self.concerns) - answered
        return (
            "Thank you for your answers." if not left else f"Thank you. {left} of your points still wait for an answer."
        )


def _said(row: Message, clock: Clock) -> Said:
    talk, theirs = row.channel in SPOKEN, row.direction == "in"
    how = {Channel.PHONE: "on the phone", Channel.VISIT: "in person", Channel.LETTER: "by letter"}
    return Said(
        theirs=theirs,
        who="You" if theirs else row.author.name if row.author else "",
        how=how.get(Channel(row.channel), ""),
        when=clock.moment(row.said_at),
        said_at=row.said_at,
        text="" if talk or row.automatic else row.text,
        files=[File(file.pk, file.name, size(file.blob.size)) for file in row.attachments.all()],
        receipt=row.automatic,
        failed=row.failed,
    )


def _call(row: CallBack, at: datetime) -> Call:
    clock, due = Clock.of(row.time_zone, at=at), row.deadline.due_at
    who = row.caller.name if row.caller else "One of us"
    place = f" ({clock.place} time)"
    if due < at:
        return Call(
            row.about,
            f"{who} was to call you by {clock.by(due)}{place}, and did not reach you yet. We are sorry.",
            late=True,
        )
    return Call(row.about, f"{who} calls you by {clock.by(due)}{place}.", late=False)
