"""Every commitment that a draft makes to the customer, one by one: in which words, by whom, and by when. English only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from amends.coach.promises.keepers import keeper, named_before
from amends.coach.promises.others import HOURS, WAITS, binds_nobody
from amends.coach.promising import Found, in_own_words, promises_in
from amends.coach.times import day_spoken_of, due_in
from amends.drafts.cue import late
from amends.drafts.finding import Commitment
from amends.texts.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.context import Context

#: Where no "now" is given, times are only looked for, against a Monday morning.
_SOME_MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PIECES = late(
    r"(?:,\s+|\s+)(?:and|but|then)(?:\s+then)?\s+(?!\d)|,\s+(?=(?:I|we|he|she|they|[A-Z][\w'-]+)(?:'ll|\s+will)\b)"
    r"|,\s+(?=(?:[\w'-]+ ){1,7}(?:will|shall|won't)\b|you'll\b|it'll\b)|,\s+(?=which\b)|\s+-\s+|:\s+",
    re.IGNORECASE,
)
_DEED = late(
    r"\b(?:will|'ll|going to|call|ring|phone|telephone|write|e-?mail|text|send|tell|update|check|visit|come|get back|collect"
    r"|deliver|refund|credit|pay|bring|post|ship|confirm|let you know|hear|arrives?|leaves?|goes|looks? at|test)\b",
    re.IGNORECASE,
)
_BOUND = late(r"'ll\b|\b(?:will|shall|going to|(?:wo|sha)n't)\b", re.IGNORECASE)
_AND = late(r",?\s+(?:and|but)\s+|;\s*", re.IGNORECASE)
_CLOCKS = late(
    r"\bat (?P<list>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?:, ?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)* ?,? (?:and|again at"
    r"|and again at|and at) (?:at )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)(?P<day> (?:today|tomorrow|on \w+day|each day"
    r"|every day))?",
    re.IGNORECASE,
)
_CLOCK = late(r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?", re.IGNORECASE)
_IF_SO = late(r"\W*(?:if (?:so|yes|not)|otherwise)\b", re.IGNORECASE)
_NEVER = late(r"\b(?:won't|will not|not going to|never)\b", re.IGNORECASE)
_GOES_ON = late(r"\W*(?:then\s+|also\s+)?(?:will|shall)\b", re.IGNORECASE)
#: A word with somebody, whose outcome the customer is told by the time that follows.
_ASKS_ROUND = late(
    r"\b(?:speak|talk|have a word|check|ask|look into|chase|find out (?:from|with))\b|\blet me\b", re.IGNORECASE
)
#: What is past, asked for or asked about is no day for what follows.
_GONE = late(
    r"(?<!'ve )(?<!have )(?<!has )(?<!is )(?<!are )(?<!'s )(?<!'re )(?<!been )\b(?:was|were|had|did|[a-z]{3,}ed"
    r"|rang|wrote|said|told"
    r"|came|sent|spoke|went|paid)\b|^\W*(?:please|could|can|would|if)\b|[?]\s*$|\b(?:please|since|open|closed)\b",
    re.IGNORECASE,
)
_BY = late(r"\b(?:by|until|till|before|within|within the) [^,.;]{0,30}$", re.IGNORECASE)
#: A second deed, whose "will" is that of the first; a word to the customer is worth a line in the ledger even without a time.
_TELLS = late(
    r"(?:then )?(?:let you know|tell you|(?:call|ring|phone|text|e-?mail|write to|update|get back to|come back to"
    r"|refund|credit|notify)"
    r" you)\b",
    re.IGNORECASE,
)
_SPEAKS = late(
    r"\b(?:call|ring|phone|text|e-?mail|write|contact|speak|talk|be in touch|reply|answer|update|tell|explain|come"
    r"|go|try|wait|pop"
    r"|hear|visit|drop)\b",
    re.IGNORECASE,
)
_ASKS_FOR_TIME = late(r"\W*(?:please |just )?give (?:me|us)\b", re.IGNORECASE)
#: So many parts of one sentence are told apart.
_PARTS = 40


def commitments(said: str, context: Context) -> list[Commitment]:
    """Every commitment in the writer's own words `said`, in order; two deeds with a time each in one sentence are two.

    Times are read against `now`, in its own offset, and given in it; without a `now` there is none. Nothing is a commitment that
    waits on the customer's choice, is a hope, a question, an opening hour or somebody else's plan.
    """
    now = context.now
    local = (now or _SOME_MONDAY).replace(tzinfo=UTC)  # the wall clock, so that a bare offset needs no zone
    own = in_own_words(said)
    found: list[Commitment] = []
    named = ""
    for whole in promises_in(own, said_at=local, zone="UTC", spared=True):
        if _IF_SO.match(whole.words) and _left_to_them(own[max(0, whole.start - 250) : whole.start]):
            continue
        promise = _unconditional(whole, local)
        if promise is None:
            continue
        for start, end, due in _pieces(promise, own, local, _day_before(own, promise.start, local)):
            words = own[start:end]
            if found and found[-1].start >= promise.start and (not _BOUND.search(words) or _GOES_ON.match(words)):
                who = found[-1].who  # "I'll find out and let you know"
            else:
                who = keeper(words, context.sender, partial(named_before, own, start, named))
            named = who if who[:1].isupper() and who != "I" else named
            when = due.replace(tzinfo=now.tzinfo) if due and now else None
            found.append(Commitment(said[start:end], start, end, who, when, promise.kind, timed=due is not None))
    return found


def _day_before(said: str, start: int, local: datetime) -> datetime | None:
    """The day that the sentence before speaks of, if it tells of what is to come and names no mere limit."""
    before = said[max(0, start - 250) : start].rstrip()
    last = next(reversed(sentences(before)), None)
    if (
        last is None
        or "\n\n" in said[max(0, start - 3) : start]
        or _GONE.search(last.words)
        or HOURS.search(last.words)
    ):
        return None
    return None if _BY.search(last.words) else day_spoken_of(last.words, said_at=local, zone="UTC")


def _left_to_them(before: str) -> bool:
    """Whether the sentence before asks the customer, or says what they may choose."""
    last = next(reversed(sentences(before)), None)
    return last is not None and (last.words.endswith("?") or WAITS.search(last.words) is not None)


def _unconditional(promise: Found, local: datetime) -> Found | None:
    """The promise as far as it waits on nothing that the customer chooses; None where all of it does."""
    waits = WAITS.search(promise.words)
    if waits is None:
        return promise
    dated = due_in(promise.words[: waits.start()], said_at=local, zone="UTC")
    if waits[0].lower().startswith("until") and _NEVER.search(promise.words, 0, waits.start()):
        return promise  # "we won't begin until you say so"
    if dated and re.match(r"after|when|once|until", waits[0], re.IGNORECASE):
        return promise
    bound = _BOUND.search(promise.words)
    cuts = [cut.start() for cut in _AND.finditer(promise.words, bound.end() if bound else 0, waits.start() + 8)]
    if bound is None or waits.start() < bound.start() or not cuts:
        return None
    return replace(promise, words=promise.words[: cuts[-1]], end=promise.start + cuts[-1])


def _pieces(
    promise: Found, own: str, local: datetime, before: datetime | None
) -> Iterator[tuple[int, int, datetime | None]]:
    """The sentence, cut where each part is a promise of its own; and once for each hour of "at 10, 1 and 4".

    `before` is the day that the sentence before speaks of. A part that names no time has that which the sentence begins with.
    """
    words = promise.words
    nobody = binds_nobody(words, own, promise.start)
    if nobody and not _PIECES.search(words):
        return
    listed = _CLOCKS.search(words)
    if listed and not nobody:
        for clock in _CLOCK.findall(listed["list"]):
            one = due_in(f"at {clock}{listed['day'] or ''}", said_at=local, zone="UTC")
            yield promise.start, promise.end, one
        return
    due = due_in(words, said_at=local, zone="UTC", after=promise.bound, follows=before)
    parts = list(_parts(words, local, before))
    timed = [part for part in parts if part[2] and part[2] > local - timedelta(minutes=1)]
    alone = partial(_stands_alone, promise, own, local, strictly=nobody)
    kept = [part for part in parts if alone(part)]
    if nobody and not kept:
        return
    if len(kept) == 1 and (nobody or (len(timed) > 1 and kept[0] in timed)):
        yield promise.start + kept[0][0], promise.start + kept[0][1], kept[0][2]
        return
    if len(kept) < 2:  # noqa: PLR2004 - one time is that of the sentence
        yield promise.start, promise.end, due or (timed[0][2] if timed else None)
        return
    bound = _BOUND.search(words)
    lead = due_in(words[: bound.start()], said_at=local, zone="UTC", follows=before) if bound else None
    shared = timed[0][2] if len(timed) == 1 and timed[0] in kept else None
    for start, end, when in kept:
        asks = _ASKS_ROUND.search(words, start, end) is not None
        bare = start > 0 and not _BOUND.search(words, start, end)
        follower = any(not _BOUND.search(words, one[0], one[1]) for one in kept if one[0] > start)
        yield (
            promise.start + start,
            promise.start + end,
            when or lead or (shared if bare or (follower and len(kept) == 2 and not asks) else None),  # noqa: PLR2004 - two deeds
        )


def _parts(words: str, local: datetime, before: datetime | None) -> Iterator[tuple[int, int, datetime | None]]:
    """Each part with a deed, and the time that it names."""
    at, spoken, follows = 0, False, before
    for cut in [*islice(_PIECES.finditer(words), _PARTS), None]:
        end = cut.start() if cut else len(words)
        behind = words[cut.end() : cut.end() + 80] if cut else ""
        if (
            cut is None
            or _DEED.match(behind.lstrip())
            or re.match(
                r"(?:[\w'-]+ ){0,7}[\w'-]*(?:'ll|will|shall|won't)\b|(?:the |my |our )\w+ (?:at|by|on) ", behind
            )
        ):
            spoken = (
                spoken
                or at == 0
                or _DEED.search(words, at, end) is not None
                or _BOUND.search(words, at, end) is not None
            )
            part = words[at:end]
            if spoken:  # "I'll ring the maker now and the courier at two": the second deed has its verb from the first
                yield at, end, due_in(part, said_at=local, zone="UTC", follows=follows)
            follows = follows if _GONE.search(part) else day_spoken_of(part, said_at=local, zone="UTC") or follows
            at = cut.end() if cut else at


def _stands_alone(
    promise: Found, own: str, local: datetime, part: tuple[int, int, datetime | None], *, strictly: bool
) -> bool:
    """Whether the part is a promise by itself, or goes on with the one before it; `strictly` where the whole binds nobody."""
    start, end, when = part
    words = promise.words
    said = words[start:end]
    if _ASKS_FOR_TIME.match(said):
        return False
    if strictly or start == 0 or _BOUND.search(said):
        binds = bool(promises_in(said, said_at=local, zone="UTC", spared=True))
        return binds and not binds_nobody(said, own, promise.start + start)
    if when:
        return when > local - timedelta(minutes=1)
    bound = _BOUND.search(words, 0, start)
    return bool(_TELLS.match(said)) and not _SPEAKS.search(words, bound.end() if bound else 0, start)
