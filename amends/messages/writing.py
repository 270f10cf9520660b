"""What we say to a customer, and what was said by word of mouth: one verb for each way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from amends.advice.advice import Advice, HeldBack
from amends.advice.beside import context_of
from amends.advice.voice import ensure_voice
from amends.arrivals.threading import ThreadKey
from amends.blanks.blank import left_of_a_case
from amends.cases.case import Case, StageMoved
from amends.cases.ending import Merged, Refused
from amends.cases.harm import ensure_spokesperson
from amends.cases.portal import PortalLink
from amends.cases.stages import Stage
from amends.changes.change import Change
from amends.changes.way import Content
from amends.coach import review
from amends.coach.emptiness import says_nothing_new
from amends.coach.parts import parts
from amends.coach.promising import promises_in
from amends.customers.customer import Channel
from amends.deadlines.cadence import owe_update
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.ruling import coach_policy, row_of
from amends.experiments.answering import first_answered
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.messages.attachment import Attachment, Enclosure, within_limits
from amends.messages.committing import Commitment, UnrecordedPromise, find_unrecorded, record_all
from amends.messages.delivery import Delivery, address_of, send_soon
from amends.messages.inbound import note_chases, owe_opening
from amends.messages.message import Message, Purpose, fresh_message_id
from amends.people.may import check
from amends.people.presence import here
from amends.policy.house import HOUSE
from amends.promises.promise import Kind as Promised
from amends.readings.reading import read_soon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.coach import Review
    from amends.journal.actors import Actor
    from amends.people.person import Person
    from amends.promises.promise import Promise

SPOKEN = (Channel.PHONE, Channel.VISIT)
#: Found in a message of ours that says no more than that we are still looking.
NOTHING_NEW = "nothing_new"


class SomethingNew(Exception):  # noqa: N818
    """Something was said on the case since the writer last looked; read it, then send."""

    def __init__(self, message: Message) -> None:
        self.message = message
        who = message.author.name if message.author else "the customer"
        super().__init__(f"Meanwhile {who} wrote something new on this case. Read it, then send.")


@dataclass(slots=True, kw_only=True)
class Reply:
    """What a person writes. `readback` and `ask_wish` make the mail do those steps; `seen` is the last message they saw.

    `promises` are recorded with it; `unmarked` are sentences of which its writer says that they promise nothing; `dates` are
    days named in it that were weighed elsewhere. `stage` is how the coach names it, where that does not follow from its purpose.
    `sure` is why it goes although the coach holds it back. One of the desk's own letters, which a person only reads, needs no
    reason (`held` is false), but goes only once whoever sends it has `read` what the coach says.
    `alone` is why mail alone must do where policy wants a voice.
    """

    words: str
    subject: str = ""
    to: str = ""
    readback: str = ""
    ask_wish: bool = False
    enclosures: Sequence[Enclosure] = ()
    seen: int | None = None
    purpose: str = Purpose.REPLY
    promises: Sequence[Commitment] = ()
    unmarked: Sequence[str] = ()
    dates: Sequence[datetime] = ()
    stage: str = ""
    sure: str = ""
    held: bool = True
    alone: str = ""
    read: bool = True

    @property
    def goes(self) -> bool:
        """Whether it goes although the coach would have something put right."""
        return bool(self.sure.strip()) if self.held else self.read

    @property
    def text(self) -> str:
        """The words with what was understood below them, as the customer reads them."""
        text = self.words.strip()
        if self.readback.strip():
            text += f"\n\nThis is what we understood:\n\n{self.readback.strip()}"
        return text


#: The stage of a letter, as the coach names it, by what it is for. A letter of the law has its own parts, checked elsewhere.
_STAGES = {Purpose.REPLY: "", Purpose.FOLLOW_UP: "follow_up", Purpose.OFFER: "offer", Purpose.GIFT: "gift_note"}


def advise(case: Case, letter: Reply, *, by: Person, at: datetime) -> Review:
    """What the coach says of this letter now; nothing is written."""
    text = f"{letter.text}\n\nIs that right?" if letter.readback.strip() else letter.text
    dates = [*(promise.due for promise in letter.promises), *letter.dates]
    context = context_of(case, by=by, at=at, stage=letter.stage or _STAGES[Purpose(letter.purpose)], dates=dates)
    return review(text, context, house=coach_policy(at))


@transaction.atomic
def reply(case: Case, letter: Reply, *, by: Person, at: datetime) -> Message:
    """The mail is written down, its delivery queued, and the clocks that a human word stops are stopped.

    Raises `Refused` (no words, a blank left, no address, files too large), `SomethingNew` (the writer had not seen the last word),
    `StageMoved` (another answered first), `Merged` (the case goes on as another), `UnrecordedPromise` (it binds us to
    something that is not on record), `NeedsVoice` (a mail alone is too little here, and the letter does not say why it must do),
    `HeldBack` (the coach blocks it and the letter does not say why it must go).
    """
    check(by, "work", case)
    unanswered, case = case.stage == Stage.NEW, _locked(case)
    ensure_spokesperson(case, by)
    if unanswered and case.stage != Stage.NEW:
        raise StageMoved(case, "acknowledge")
    _ensure_fit(letter)
    to = letter.to.strip().lower() or address_of(case)
    if not to:
        message = "We have no e-mail address of this customer that works. Call them, or add an address."
        raise Refused(message)
    _seen_all(case, letter.seen)
    said = [one.words for one in letter.promises]
    if left := find_unrecorded(case, letter.words, recorded=said, unmarked=letter.unmarked, at=at):
        raise UnrecordedPromise(left)
    if letter.purpose == Purpose.REPLY and letter.held:
        calls = any(one.kind == Promised.CALL for one in letter.promises)
        ensure_voice(case, letter.alone, planned=calls, by=by, at=at)
    advice = advise(case, letter, by=by, at=at) if letter.purpose in _STAGES else None
    if advice and advice.blocks and not letter.goes:
        raise HeldBack(advice, sure=letter.held)
    row = _write(case, letter, to, by, at)
    if advice:
        Advice.objects.keep(advice, row, case, sure=letter.sure if letter.held else None, by=by, at=at)
    Delivery.objects.create(message=row, address=to, next_try_at=at)
    ThreadKey.objects.create(key=row.message_id, own=True, case=case)
    Attachment.objects.enclose([(row, file) for file in letter.enclosures])
    record("message.written", by=by, at=at, case_id=case.pk, channel=Channel.EMAIL.label, message=row.pk)
    if letter.readback.strip():
        case.rounds.current().read_back(letter.readback, by=by, at=at)
    if letter.ask_wish:
        case.rounds.current().ask_wish(Channel.EMAIL, by=by, at=at)
    if letter.purpose == Purpose.REPLY:
        case.drafts.filter(person=by).delete()  # what was kept for later has been sent
    record_all(case, letter.promises, row, by=by, at=at)
    spoke(case, row, by=by)
    send_soon()
    return row


@transaction.atomic
def record_conversation(
    case: Case,
    words: str,
    *,
    by: Person,
    at: datetime,
    channel: str = Channel.PHONE,
    said_at: datetime | None = None,
    promises: Sequence[Commitment] = (),
    heard: str = "",
) -> Message:
    """A call or a visit in which we spoke with the customer: what they said, what we told them and what we promised.

    `heard` are their own words, as somebody took them down: said by them, and read as what they write is.
    """
    check(by, "work", case)
    if not words.strip():
        message = "Write down what was said."
        raise Refused(message)
    if channel not in SPOKEN:
        message = "A conversation is a call or a visit."
        raise Refused(message)
    case = _locked(case)
    if heard.strip():
        theirs = case.messages.take_down(heard, channel=channel, by=by, said_at=min(said_at or at, at), at=at)
        case.customer_spoke(at=theirs.said_at)
        read_soon()
    row = Message.objects.create(
        case=case, direction="out", channel=channel, author=by, text=words.strip(), says=found_in(words),
        said_at=min(said_at or at, at), recorded_at=at,
    )  # fmt: skip
    record("message.recorded", by=by, at=row.said_at, case_id=case.pk, channel=Channel(channel).label, message=row.pk)
    record_all(case, promises, row, by=by, at=at)
    spoke(case, row, by=by)
    return row


@transaction.atomic
def record_letter(
    case: Case, words: str, *, by: Person, at: datetime, theirs: bool, said_at: datetime | None = None
) -> Message:
    """A letter on paper, theirs or ours."""
    check(by, "work", case)
    if not words.strip():
        message = "Write down what the letter says."
        raise Refused(message)
    case = _locked(case)
    row = Message.objects.create(
        case=case, direction="in" if theirs else "out", channel=Channel.LETTER, author=None if theirs else by,
        text=words.strip(), says=[] if theirs else found_in(words), said_at=min(said_at or at, at), recorded_at=at,
    )  # fmt: skip
    record("message.recorded", by=by, at=row.said_at, case_id=case.pk, channel=Channel.LETTER.label, message=row.pk)
    if theirs:
        case.customer_spoke(at=row.said_at)
        owe_opening([case], at=at)
        note_chases([row], at=at)
        read_soon()
    else:
        spoke(case, row, by=by)
    return row


@transaction.atomic
def hear(
    case: Case,
    words: str,
    *,
    by: Actor,
    at: datetime,
    channel: str = Channel.PORTAL,
    enclosures: Sequence[Enclosure] = (),
) -> Message:
    """The customer says something to us on the portal; they wait for an answer from now on.

    On a case that was merged meanwhile they say it where that goes on.
    """
    if not words.strip() and not enclosures:
        message = "Write something before you send."
        raise Refused(message)
    within_limits(enclosures)
    case = Case.objects.hold(case.pk)
    row = Message.objects.create(
        case=case, direction="in", channel=channel, text=words.strip(), said_at=at, recorded_at=at
    )
    Attachment.objects.enclose([(row, file) for file in enclosures])
    case.customer_spoke(at=at)
    owe_opening([case], at=at)
    note_chases([row], at=at)
    read_soon()
    record("message.received", by=by, at=at, case_id=case.pk, channel=Channel(channel).label, message=row.pk)
    return row


def spoke(case: Case, message: Message, *, by: Person) -> None:
    """A human of ours spoke: an unowned case is theirs now, a new one is answered, and the next word has its time.

    A word that says nothing new after one that said nothing new either is no update: what was due stays due.
    """
    at = message.said_at
    if case.owner_id is None and here(by, at=message.recorded_at):
        case.take(by=by, at=at)
    if case.stage == Stage.NEW:
        case.move("acknowledge")
        record("case.acknowledged", by=by, at=at, case_id=case.pk)
        first_answered(case, by=by, at=message.recorded_at)
    spoken_since = case.human_spoke_at is not None and case.human_spoke_at > at
    empty = _empty_again(case, message)
    case.human_spoke(at=at)
    case.promises.tell(case.pk, message, at=at)
    Deadline.objects.meet(case.pk, Kind.INBOUND, Kind.FIRST_ANSWER, *_met_by_any_word(case), at=at)
    if spoken_since or empty:  # a call written down afterwards: the later word has set the next time already
        return
    Deadline.objects.meet(case.pk, Kind.NEXT_UPDATE, at=at)
    owe_update(case, at=at, since=at)


def _met_by_any_word(case: Case) -> list[str]:
    """An acknowledgement for which the rules name no letter is whatever a human says first."""
    kind = Kind.ACKNOWLEDGEMENT
    if len(case.packs) < 2:  # noqa: PLR2004 - the house's own pack is always the last
        return []
    rows = Deadline.objects.outstanding().filter(case=case, kind=kind).values_list("policy", flat=True)
    return [kind for key in rows if not getattr(row_of(key), "letter", "")]


def _empty_again(case: Case, message: Message) -> bool:
    if NOTHING_NEW not in message.says:
        return False
    before = case.messages.ours().exclude(pk=message.pk).filter(said_at__lte=message.said_at)
    last = before.order_by("-said_at", "-pk").values_list("says", flat=True).first()
    again = last is not None and NOTHING_NEW in last
    if again:
        record("update.empty", by=DESK, at=message.said_at, case_id=case.pk)
    return again


@transaction.atomic
def move_promise(
    promise: Promise, letter: Reply, *, due: datetime, because: str, by: Person, at: datetime, spoken: bool = False,
    hurried: str = "",
) -> Message:  # fmt: skip
    """The customer is told that the date cannot be held, and only with that does it move.

    The letter goes as a mail, or its words (`spoken`) were said on the phone. What it says of the new date is the promise
    itself, and not another. Where the new date makes something stale, the words ask what they want instead (Refused
    otherwise). Raises what `reply` and `Promise.move` raise.
    """
    Content.objects.ensure_asked(promise, due, letter.words)
    zone = ZoneInfo(HOUSE.time_zone)
    day = due.astimezone(zone).date()
    found = promises_in(letter.words, said_at=at, zone=HOUSE.time_zone)
    same = [one.words for one in found if one.due is None or one.due.astimezone(zone).date() == day]
    letter.unmarked = [*letter.unmarked, *same]
    message = (
        record_conversation(promise.case, letter.words, promises=letter.promises, by=by, at=at)
        if spoken
        else reply(promise.case, letter, by=by, at=at)
    )
    promise.move(due, because=because, notice=message, hurried=hurried, by=by, at=at)
    Change.objects.told(promise, message, at=at)
    Content.objects.ask(promise, due, message, at=at)
    return message


def found_in(words: str) -> list[str]:
    """What words of ours say: the parts the coach found, and whether that is nothing new."""
    return [*parts(words), *([NOTHING_NEW] if says_nothing_new(words) else [])]


def _locked(case: Case) -> Case:
    held = Case.objects.hold(case.pk)
    if held.pk != case.pk:
        raise Merged(Case.objects.select_related("merged_into").get(pk=case.pk))
    return held


def _ensure_fit(letter: Reply) -> None:
    """There are words, no blank of a saved reply is left in them, and what is enclosed is not too large."""
    if not letter.words.strip():
        message = "Write something before you send."
        raise Refused(message)
    if blank := left_of_a_case(f"{letter.subject}\n{letter.text}"):
        message = f"Fill in {', '.join(f'{{{name}}}' for name in blank)} before you send, or take it out."
        raise Refused(message)
    within_limits(letter.enclosures)


def _seen_all(case: Case, seen: int | None) -> None:
    if seen is None:
        return
    newer = case.messages.filter(pk__gt=seen, automatic=False).select_related("author").order_by("pk").first()
    if newer:
        raise SomethingNew(newer)


def _write(case: Case, letter: Reply, to: str, by: Person, at: datetime) -> Message:
    last = case.messages.exclude(message_id="").order_by("-said_at", "-pk").first()
    first = case.messages.exclude(subject="").first()
    subject = letter.subject.strip() or (
        f"Re: {first.subject.removeprefix('Re: ')}" if first else f"Your case {case.reference}"
    )
    text = letter.text
    return Message.objects.create(
        case=case, direction="out", channel=Channel.EMAIL, purpose=letter.purpose, author=by, address=to,
        subject=subject[:500], text=text, sent_text=f"{text}\n\n{closing(case, letter, by, at)}", says=found_in(text),
        said_at=at, recorded_at=at, message_id=fresh_message_id(), in_reply_to=last.message_id if last else "",
    )  # fmt: skip


def closing(case: Case, letter: Reply, by: Person, at: datetime) -> str:
    """The lines below every mail of ours: who writes, the customer's page, the reference."""
    url = PortalLink.objects.give([case], at=at)[case.pk].url
    ask = (
        "Is that right? Say yes, or correct us, here or by a reply to this mail:"
        if letter.readback.strip()
        else ("You can see where this stands, and write to us, here:")
    )
    return f"{by.signature.strip() or by.name}\n{settings.MAIL_FROM_NAME}\n\n--\n{ask}\n{url}\nReference {case.reference}\n"
