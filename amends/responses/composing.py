"""A letter suggested from the record. What nobody has told us is left open and listed; nothing is invented."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import NoRow, timing
from amends.deadlines.ruling import choice_of
from amends.policy.choosing import due
from amends.policy.letters import SLOT, chosen_blocks, lacking, slots_of
from amends.policy.words import Due
from amends.responses.response import (
    DECISIONS,
    MEETS,
    Response,
    calendar_for,
    day_of,
    day_words,
    letter_of,
    pack_of,
    rows_for,
)
from amends.responses.settlement import Settlement
from amends.texts.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from amends.calendars.calendar import Calendar
    from amends.cases.case import Case
    from amends.deadlines.pacing import Timing
    from amends.people.person import Person
    from amends.policy.pack import Block, Letter

#: Words that are the same in every letter of a pack; they are taken over from the last one that was sent.
LASTING: Final = (
    "ombudsman_web", "ombudsman_address", "leaflet", "annex_3_waived", "annex_3_not_waived", "kinds_of_help",
)  # fmt: skip
#: What the desk knows by itself, and what binds us to no more than the deadline that watches it anyway.
_OURS: Final = {
    "answer_by", "done_by", "response", "owner", "owner_contact", "customer", "reference", "received_on", "stage",
}  # fmt: skip
_NAMES: Final = {Kind.FINAL: "final response", Kind.STAGE_1: "stage 1 response", Kind.STAGE_2: "stage 2 response"}
_TWO_STOPS: Final = re.compile(r"(?<!\.)([.!?])\.(?!\.)")


@dataclass(frozen=True, slots=True)
class Suggested:
    """A letter as far as the record can write it.

    In `text` a slot nobody has words for stands as `{findings}`, and a choice nobody made as `[decision]`; `missing` and
    `unchosen` list them. `avoid` are words in it that the pack would rather not have in a letter.
    """

    letter: Letter
    text: str
    slots: dict[str, str]
    missing: list[str] = field(default_factory=list)
    unchosen: list[str] = field(default_factory=list)
    avoid: list[str] = field(default_factory=list)


def compose_letter(
    case: Case,
    name: str,
    *,
    by: Person,
    at: datetime,
    slots: Mapping[str, str] | None = None,
    chosen: Mapping[str, str] | None = None,
) -> Suggested:
    """The letter of this name, from the record and from what `slots` and `chosen` say besides. Refused: no such letter."""
    letter = letter_of(case, name)
    known = words_from(case, letter, by=by, at=at) | {k: v for k, v in (slots or {}).items() if v.strip()}
    picked = {k: v for k, v in (chosen or {}).items() if v}
    text = written(letter, known, picked)
    wanted = [slot for block in taken(letter, picked) if block.required or block.choice for slot in slots_of(block)]
    return Suggested(
        letter=letter,
        text=text,
        slots={slot: known.get(slot, "") for slot in slots_in(letter)},
        missing=[slot for slot in dict.fromkeys(wanted) if not known.get(slot, "").strip()],
        unchosen=[choice for choice in choices_of(letter) if choice not in picked],
        avoid=hard_words(case, text),
    )


def slots_in(letter: Letter) -> list[str]:
    """Every slot of the letter, once, in order."""
    return list(dict.fromkeys(slot for block in letter.blocks for slot in slots_of(block)))


def choices_of(letter: Letter) -> dict[str, list[Block]]:
    """The blocks of which one is taken, by what is chosen."""
    found: dict[str, list[Block]] = {}
    for block in letter.blocks:
        if block.choice:
            found.setdefault(block.choice, []).append(block)
    return found


def taken(letter: Letter, chosen: Mapping[str, str]) -> list[Block]:
    """The blocks of the letter as far as they are chosen."""
    return [block for block in letter.blocks if not block.choice or chosen.get(block.choice) == block.name]


def written(letter: Letter, slots: Mapping[str, str], chosen: Mapping[str, str]) -> str:
    """The parts in order, a line between them; see `Suggested.text`."""
    parts: list[str] = []
    for block in letter.blocks:
        if block.choice and block.choice not in chosen:
            parts.append(f"[{block.choice}]")
        elif not block.choice or chosen[block.choice] == block.name:
            empty = any(not slots.get(name, "").strip() for name in slots_of(block))
            if block.required or not empty:
                parts.append(filled(block.text, slots))
    return "\n\n".join(dict.fromkeys(parts))


def completed(text: str, letter: Letter, slots: Mapping[str, str], chosen: Mapping[str, str]) -> str:
    """A text as somebody edited it, with the words and choices that came after put where they were left open."""
    for choice, name in chosen.items():
        block = next((b for b in letter.blocks if b.choice == choice and b.name == name), None)
        if block is not None:
            text = text.replace(f"[{choice}]", block.text)
    known = set(slots_in(letter))
    return SLOT.sub(lambda found: filled(found[0], slots) if found[1] in known else found[0], text)


def filled(text: str, slots: Mapping[str, str]) -> str:
    """The slots that have words are filled; a sentence that ends within one does not end twice."""
    said = SLOT.sub(lambda found: slots.get(found[1], "").strip() or found[0], text)
    return _TWO_STOPS.sub(r"\1", said)


def faults(letter: Letter, text: str, slots: Mapping[str, str], chosen: Mapping[str, str]) -> list[str]:
    """What the letter lacks, a sentence for each missing part. Raises ChoiceMissing."""
    known = {name: words for name, words in slots.items() if words.strip()}
    gone = {block.name: block for block in lacking(letter, text, known, chosen)}
    open_ones = set(SLOT.findall(text)) & set(slots_in(letter))
    found = []
    for block in chosen_blocks(letter, chosen):
        wordless = [slot for slot in slots_of(block) if slot not in known and (block.name in gone or slot in open_ones)]
        if wordless:
            found.append(f"The part “{block.name}” needs words for: {', '.join(map(plain, wordless))}.")
        elif block.name in gone:
            marks = block.says or [f"{{{slot}}}" for slot in slots_of(block)] or [block.text]
            lost = [words for mark in marks if not _stands(words := filled(mark, known), text)]
            found.append(f"The part “{block.name}” is missing: the letter must say {_quoted(lost)}.")
    return found


def plain(slot: str) -> str:
    """The name of a slot as people read it."""
    return slot.replace("_", " ")


def hard_words(case: Case, text: str) -> list[str]:
    """Words in the letter that its pack would rather not have there."""
    rows = rows_for(case, pack_of(case).wording)
    said = text.casefold()
    return [word for row in rows for word in row.avoid if re.search(rf"\b{re.escape(word.casefold())}\b", said)]


def harmless(letter: Letter, slots: Mapping[str, str], chosen: Mapping[str, str]) -> list[str]:
    """The pack's own sentences that bind us to nothing but what a deadline watches already, as they stand in the letter."""
    own = (sentence.words for block in taken(letter, chosen) for sentence in sentences(block.text))
    return [filled(words, slots) for words in own if set(SLOT.findall(words)) <= _OURS]


def offered(letter: Letter, text: str, slots: Mapping[str, str], chosen: Mapping[str, str]) -> str:
    """What the letter binds us to do by a day, without a condition; empty if nothing."""
    for block in taken(letter, chosen):
        both = any({"offer", "done_by"} <= set(SLOT.findall(one.words)) for one in sentences(block.text))
        if both and slots.get("offer", "").strip() and _stands(slots["offer"], text):
            return slots["offer"].strip()
    return ""


def words_from(case: Case, letter: Letter, *, by: Person, at: datetime) -> dict[str, str]:
    """The slots of the letter for which the record has words."""
    wanted, calendar = set(slots_in(letter)), calendar_for(case)
    known = _from_the_case(case, calendar, by) | _dates(case, letter, calendar, at)
    if wanted & {"what_we_looked_at", "what_we_did", "steps_taken", "offer", "outcomes_sought", "settlement"}:
        known |= _from_what_was_done(case, calendar)
    if wanted & {"outstanding", "follow_up"}:
        known |= _from_what_is_open(case, calendar)
    if "communications" in wanted:
        known["communications"] = _said_so_far(case, calendar)
    if wanted & set(LASTING):
        known = _from_the_last_letter(case) | known
    return {slot: words for slot, words in known.items() if slot in wanted and words.strip()}


def _from_the_case(case: Case, calendar: Calendar, by: Person) -> dict[str, str]:
    held = case.rounds.filter(number=case.round).first()
    understood = held.readback.strip().rstrip(".") if held and held.confirmed_at else ""
    referral = next(iter(rows_for(case, pack_of(case).referrals)), None)
    return {
        "customer": case.customer.spoken_name,
        "reference": case.reference,
        "matter": understood or (f"“{case.subject.strip()}”" if case.subject.strip() else ""),
        "received_on": _on(case.received_at, calendar),
        "owner": by.name,
        "owner_contact": by.phone or by.email,
        "ombudsman": referral.body if referral else "",
        "regulator": referral.body if referral else "",
        "outcomes_sought": held.wish.strip().rstrip(".") if held else "",
    }


def _dates(case: Case, letter: Letter, calendar: Calendar, at: datetime) -> dict[str, str]:
    known = {"refer_by": refer_by_words(case, letter, calendar, at)}
    known["stage"] = "stage 2" if letter.serves is Due.STAGE_2 else "stage 1"
    standing = Deadline.objects.outstanding().filter(case=case, kind__in=DECISIONS).order_by("due_at").first()
    try:
        next_due = (
            (standing.kind, standing.due_at) if standing else (Kind.STAGE_1, timing(case, Due.STAGE_1, since=at).due_at)
        )
    except NoRow:
        return known
    known["response"] = _NAMES[Kind(next_due[0])]
    if letter.serves is Due.HOLDING:
        next_due = (Kind.FINAL, limit.due_at) if (limit := extended(case)) else (Kind.FINAL, at)
    if next_due[1] > at:
        known["answer_by"] = day_words(next_due[1], calendar)
    return known


def extended(case: Case) -> Timing | None:
    """The limit of the final response after a holding one, where the pack gives it a number."""
    row = choice_of(case).deadline(Due.FINAL, on=day_of(case), product=case.product, exceptional=True)
    return timing(case, Due.FINAL, since=case.received_at, exceptional=True) if row and row.exceptional else None


def refer_by(case: Case, at: datetime) -> tuple[str, datetime | None]:
    """To whom the customer may refer a decision that is sent now, and until when if the pack says so."""
    row = next(iter(rows_for(case, pack_of(case).referrals)), None)
    if row is None:
        return "", None
    return row.body, due(row, at, calendar_for(case)) if row.within else None


def refer_by_words(case: Case, letter: Letter, calendar: Calendar, at: datetime) -> str:
    """The last day on which they may refer a decision that is sent now."""
    _, until = refer_by(case, at)
    return day_words(until, calendar) if until and MEETS[letter.serves] in DECISIONS else ""


def close_of(day: date, calendar: Calendar) -> datetime:
    """When the house closes on that day, or last closed before its end."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo(calendar.zone))
    return calendar.last_open(midnight)


def _from_what_was_done(case: Case, calendar: Calendar) -> dict[str, str]:
    held = case.rounds.filter(number=case.round).first()
    acts = _list(act.words for act in case.acts.filter(round=case.round).order_by("done_at", "pk"))
    settled = Settlement.objects.filter(case=case).first()
    known = {
        "what_we_looked_at": _list(fact.words for fact in case.facts.order_by("pk")),
        "what_we_did": acts,
        "steps_taken": acts,
        "offer": held.agreement.strip().rstrip(".") if held else "",
    }
    if settled:
        known |= {"settled_on": _on(settled.settled_at, calendar), "settlement": settled.words.rstrip(".")}
    return known


def _from_what_is_open(case: Case, calendar: Calendar) -> dict[str, str]:
    standing = case.promises.outstanding().select_related("deadline").order_by("deadline__due_at")
    words = _list(f"{p.words.rstrip('.')}, by {day_words(p.deadline.due_at, calendar)}" for p in standing)
    return {"outstanding": words, "follow_up": words}


def _said_so_far(case: Case, calendar: Calendar) -> str:
    rows = case.messages.ours().values_list("channel", "said_at").order_by("said_at", "pk")
    return _list(f"{Channel(channel).label} of {_on(said_at, calendar)}" for channel, said_at in rows)


def _from_the_last_letter(case: Case) -> dict[str, str]:
    name = pack_of(case).name
    last = Response.objects.filter(pack__startswith=f"{name}@").order_by("-sent_at").values_list("slots", flat=True)
    known: dict[str, str] = {}
    for slots in last[:5]:
        known = {slot: slots[slot] for slot in LASTING if slots.get(slot)} | known
    return known


def _on(moment: datetime, calendar: Calendar) -> str:
    local = moment.astimezone(ZoneInfo(calendar.zone))
    return f"{local.day} {local:%B %Y}"


def _list(words: Iterable[str]) -> str:
    return "; ".join(one.strip().rstrip(".") for one in words if one.strip())


def _stands(words: str, text: str) -> bool:
    return " ".join(words.split()).casefold() in " ".join(text.split()).casefold()


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{one}”" for one in words)
