"""Which sentences bind us: a deed towards the customer that we say will be done. A plain recogniser of words; English only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amends.checks.hours import may_name_a_time
from amends.coach.promises.binding import bound, loosely_bound
from amends.coach.promises.planning import planned
from amends.coach.promises.sparing import spared as spared_in
from amends.coach.times import due_in
from amends.drafts.cue import late
from amends.texts.sentences import Sentence, plainly, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

#: How much is read before the binding words.
_BEFORE = 300

_SHORT_LINE = late(r"\b(?:by|within|before|no\s+later\s+than)\b", re.IGNORECASE)
_CLAUSE = late(r",|:|\b(?:and|then)\b", re.IGNORECASE)
_ASKED = late(r"[?]\W*$")
_TAG = late(
    r"(?:,|\s-)\s*(?:(?:if|and)\s+)?(?:is|are|does|do|would|will|ok|okay|all\s?right|can|could|shall|what|when"
    r"|which)\b[^,]*$",
    re.IGNORECASE,
)
#: Between the marks an apostrophe within a word closes nothing.
_SAID_BY_OTHERS = late(r""""(?<![\w"]")[^"]*"|'(?<![\w']')(?=[A-Za-z])(?:[^']|(?<=\w)'(?=\w)){2,300}'(?!\w)""")
_KINDS = {
    "call": late(r"\b(?:call(?:s|ing|ed)?|call-?back|ring(?:ing)?|(?<!your )(?<!the )(?<!new )(?<!mobile )phon(?:e|ing)|telephone)\b",
        re.IGNORECASE,
    ),
    "news": late(
        r"\b(?:let(?:ting)?\s+you\s+(?:both\s+)?know|up-?dat(?:e|es|ed|ing)|writ(?:e|ing)|e-?mail(?:s|ed|ing)?|news"
        r"|note"
        r"|(?:get|come|be|getting|coming)\s+(?:straight\s+|right\s+)?back\s+to\s+you|in\s+(?:touch|contact)|hear"
        r"|repl(?:y"
        r"|ies|ying)|respon(?:d|se)|tell(?:ing)?\s+you|inform(?:ed|ing)?|notif(?:y|ied)|contact(?:ed|ing)?|text\s+you"
        r"|message|answer|confirm|reach\s+out|follow(?:ing)?\s+up|posted\s+on)\b",
        re.IGNORECASE,
    ),
    "money": late(
        r"\b(?:refund(?:s|ed|ing)?|credit(?!\s+card)(?:s|ed|ing)?|pay(?:s|ing)?(?!\s+attention)|payments?|paid|repa(?:y"
        r"|id)|money|reimburse[ds]?|reimbursement|compensat(?:e|ed|ion)|waive[ds]?)\b|[£$€]\s?\d",
        re.IGNORECASE,
    ),
    "delivery": late(
        r"\b(?:re)?(?:send(?:ing|s)?|sent|ship(?:s|ped|ping)?|shipment|deliver(?:y|ed|ing|s)?|replac(?:e|ed|ing)"
        r"|replacement|arriv(?:e|es|al)|dispatch(?:ed|ing)?|post(?:ed)?|courier|parcel|(?:be|is|back)\s+with\s+you)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that binds us: `text[start:end] == words`; `due` in UTC, None where no time is named.

    `kind` is what is promised: `call`, `news` (a word from us), `money`, `delivery`, or `deed` for anything else. `bound` is where
    in the words they bind us.
    """

    words: str
    start: int
    end: int
    due: datetime | None
    kind: str
    bound: int = field(default=0, compare=False)


def promises_in(text: str, *, said_at: datetime, zone: str, spared: bool = False) -> list[Found]:
    """Every sentence of ours that promises the customer a deed to come, in order; a sentence counts once.

    Rather one too many than one too few: the writer strikes out a wrong one with a tick, a missed one is broken unseen. Not
    promises: questions, past deeds, quoted lines and words, good wishes and offers of help; and what we will not do, unless it is
    asked for what they are `spared` ("we won't charge you", but never "we won't be able to"). Kind intentions
    ("we will do our best") and plans ("we aim to") count where a time is named with them. `said_at` must be aware; `zone` is an
    IANA name. How times are read says `amends.coach.times.due_in`: a day without a clock time is 17:00 there, and "in N business
    days" counts Monday to Friday only.
    """
    found = (_promise(sentence, said_at, zone, spared=spared) for sentence in sentences(text))
    return [promise for promise in found if promise]


def covered(found: Found, recorded: Iterable[str]) -> bool:
    """Whether one of the recorded texts is the same sentence, a part of it or the whole it is part of.

    Letter case, blanks and punctuation do not count. A recorded text without a letter or figure covers nothing.
    """
    sought = _bare(found.words)
    return any(bare in sought or sought in bare for bare in map(_bare, recorded) if bare)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def in_own_words(text: str) -> str:
    """The text with the marks of a keyboard and blanks for what stands between quotation marks, every character in its place."""
    return _SAID_BY_OTHERS.sub(lambda quoted: " " * len(quoted[0]), plainly(text))


def _promise(sentence: Sentence, said_at: datetime, zone: str, *, spared: bool) -> Found | None:
    words = _ours(sentence.words)

    def due(after: int) -> datetime | None:
        return due_in(words, said_at=said_at, zone=zone, after=after)

    at = bound(words)
    kept = spared_in(words) if spared and at is None else None
    if kept is not None:
        return Found(sentence.words, sentence.start, sentence.end, due(kept), "deed", kept)
    when = None if at is None else due(at)
    if at is None:
        if not may_name_a_time(words):
            return None
        at = _loosely_bound(words, bullet=sentence.bullet)
        when = None if at is None else due(at)
        if at is None or when is None or when <= said_at:
            return None
    return Found(sentence.words, sentence.start, sentence.end, when, _kind(words, at), at)


def _ours(words: str) -> str:
    """The sentence as far as it is a statement in our own words, every character in its place."""
    words = in_own_words(words)
    if not _ASKED.search(words[-20:]):
        return words
    tag = _TAG.search(words[-200:])
    return words[: max(0, len(words) - 200) + tag.start()] if tag else ""


def _loosely_bound(words: str, *, bullet: bool) -> int | None:
    """Where the sentence binds us if it names a time."""
    found = loosely_bound(words)
    found = planned(words) if found is None else found
    if found is not None:
        return found
    line = _SHORT_LINE.search(words) if bullet and _kind(words, 0) != "deed" else None
    return line.start() if line else None


def _kind(words: str, at: int) -> str:
    """What is promised, as said behind the binding words, else just before; a delivery only where nothing else is."""
    for text in (words[at:], _CLAUSE.split(words[max(0, at - _BEFORE) : at])[-1]):
        first = {kind: match.start() for kind, pattern in _KINDS.items() if (match := pattern.search(text))}
        if first:
            return min(first, key=lambda kind: (kind == "delivery", first[kind]))
    return "deed"
