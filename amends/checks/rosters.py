"""Who is there: nothing promised in the name of somebody who is away at its hour."""

from __future__ import annotations

import re
from datetime import datetime, time
from functools import cache
from typing import TYPE_CHECKING

from amends.checks.days import day_named
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.context import Present
    from amends.drafts.draft import Draft
    from amends.drafts.finding import Commitment

_TITLE = late(r"^(?:(?:the|our|my|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sister|nurse)\b\.?\s*)+", re.IGNORECASE)
#: Behind their name: that they do something, and not that they are away.
_DOES = (
    r"(?:,\s[^,.!?\n]{1,60},|\s\([^()\n]{1,40}\))?(?:\s(?:\w+ly|also|then|will|himself|herself|in\s[\w-]+|from\s[\w-]+)){0,2}"
    r"(?:'ll\b|\s(?:will|shall|can|is\s(?:going\sto|due\sto|calling|ringing|coming|phoning|writing|seeing|meeting|visiting"
    r"|looking|in\b|there|here|free|your|the\sone|on\sduty|at\s(?:the|his|her))|rings|calls|phones|telephones|writes|comes"
    r"|visits|sees|meets|looks|takes|picks|gets\sback|gets\sin\stouch|to\s(?:call|ring|phone|write|come|visit|see|look)"
    r"|has\s(?:promised|agreed|offered|a\sslot|time|kept|put)"
    r"|would\slike\sto)\b)(?!\s(?:not|be\s(?:away|off|out|on\s(?:leave|holiday))|away|off|out)\b)"
)
#: Before their name: that the customer turns to them, or hears from them.
_TURN_TO = (
    r"\b(?:ask\sfor|speak\s(?:to|with)|talk\s(?:to|with)|reach|ring|call|phone|contact|get\shold\sof|see|meet|hear\sfrom"
    r"|(?:call|visit|word|note|message|answer)\sfrom|come\sto|report\sto|(?:appointment|slot|time|meeting)\swith)\s+"
)
_NOT_THEM = late(
    r"\b(?:not|instead\sof|rather\sthan|without|because|since|while)\s+(?:the\s+|our\s+|Mr\s+|Mrs\s+|Ms\s+|Dr\s+)?$",
    re.IGNORECASE,
)
_HOUR = late(
    r"\b(?:at|by|before|from|until|after)\s+(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>[ap])?\.?m?\b"
    r"|\b(?P<word>noon|midday|afternoon|evening|tonight)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"he", "she", "He", "She", "they", "They"})
_WORDS = {"noon": time(12), "midday": time(12), "afternoon": time(17), "evening": time(20), "tonight": time(20)}
_MORNING, _NOON = 8, 12


def away(draft: Draft) -> Iterator[Mark]:
    """C44: a promise in the name of somebody who is not there at its hour."""
    now = draft.context.now
    people = [one for one in draft.context.roster if one.away or one.away_from]
    if now is None or not people or not draft.sentences:
        return
    seen: list[tuple[int, int, Present]] = []
    for one in draft.commitments:
        who = draft.signed if one.who == "I" else _named_before(draft, one) if one.who in _PRONOUNS else one.who
        for person in people:
            if (
                one.due
                and same(person.name, who)
                and _gone(person, one.due.astimezone(now.tzinfo))
                and not _told_away(person, one.quote)
            ):
                seen.append((one.start, one.end, person))
                yield _mark(draft, person, one.due.astimezone(now.tzinfo), one.start, one.end)
    for person in people:
        for found in _named(person.name).finditer(draft.said):
            sentence = draft.sentences[draft.index(found.start())]
            if any(start < sentence.end and sentence.start < end and gone is person for start, end, gone in seen):
                continue
            at = _hour_named(draft.said[found.end() : _end_of_clause(draft, found.end(), sentence.end)], now)
            if at and _gone(person, at) and not _NOT_THEM.search(draft.said, sentence.start, found.start()):
                yield _mark(draft, person, at, sentence.start, sentence.end)
                break


def _named_before(draft: Draft, one: Commitment) -> str:
    """Who of ours was named last in the sentence before "he" or "she"."""
    sentence = draft.sentences[draft.index(one.start)]
    before = draft.said[sentence.start : one.end]
    names = [(before.rfind(_first(person.name)), person.name) for person in draft.context.roster]
    place, name = max(names, default=(-1, ""))
    return name if place >= 0 else one.who


def _told_away(person: Present, words: str) -> bool:
    """Whether the words themselves say that this one is not there."""
    return (
        re.search(rf"\b{re.escape(_first(person.name))}\b(?:'s| is) (?:off|away|out|on (?:leave|holiday)|not)\b", words)
        is not None
    )


def _first(name: str) -> str:
    return next(iter((_TITLE.sub("", name) or name).split()), name)


@cache
def _named(name: str) -> re.Pattern[str]:
    bare = _TITLE.sub("", name) or name
    title = r"(?:(?:the|our|my|Mr|Mrs|Ms|Miss|Dr)\.?\s+)?"
    first, *others = bare.split()
    known = rf"{title}{re.escape(first)}(?:\s+{re.escape(' '.join(others))})?" if others else title + re.escape(bare)
    return re.compile(rf"\b{known}\b{_DOES}|{_TURN_TO}{known}\b", re.IGNORECASE)


def _end_of_clause(draft: Draft, start: int, end: int) -> int:
    """Where the sentence turns to somebody else."""
    turn = re.search(r",\s+(?:so|and|but)\s|;", draft.said[start:end])
    return start + turn.start() if turn else end


def _hour_named(words: str, now: datetime) -> datetime | None:
    """The day and hour named, at the end of the day where none is; today where there is only an hour."""
    day, hour = day_named(words, now), _HOUR.search(words)
    if day is None and hour is None:
        return None
    return datetime.combine(day or now.date(), _clock(hour) if hour else time(17), now.tzinfo)


def _clock(found: re.Match[str]) -> time:
    if found["word"]:
        return _WORDS[found["word"].lower()]
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if hour < _NOON and (half == "p" or (not half and hour < _MORNING)):
        hour += _NOON
    return time(hour % 24, min(59, int(found["minute"] or 0)))


def _gone(person: Present, at: datetime) -> bool:
    return at.date() in person.away or bool(person.away_from and at > person.away_from)


def _mark(draft: Draft, person: Present, at: datetime, start: int, end: int) -> Mark:
    present = [other.name for other in draft.context.roster if other.name != person.name and not _gone(other, at)]
    return Mark(start, end, f"{person.name} is away then.", f"Present then: {', '.join(present)}." if present else None)


def same(name: str, who: str) -> bool:
    """Whether both name one person: the same words, or the same first one, titles aside."""
    left, right = ((_TITLE.sub("", one) or one).lower().split() for one in (name, who))
    return bool(left and right) and (left == right or left[0] == right[0] or left[-1] == right[-1])
