"""Every commitment that a draft makes to the customer, one by one: in which words, by whom, and by when. English only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from amends.coach.promising import Found, promises_in
from amends.coach.times import due_in
from amends.drafts.cue import late
from amends.drafts.finding import Commitment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from amends.drafts.context import Context

#: Where no "now" is given, times are only looked for, against a Monday morning.
_SOME_MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PIECES = late(
    r"(?:,\s+|\s+)(?:and|but|then)(?:\s+then)?\s+(?!\d)|,\s+(?=(?:I|we|he|she|they|[A-Z][\w'-]+)(?:'ll|\s+will)\b)"
    r"|,\s+(?=which\b)|\s+-\s+|:\s+",
    re.IGNORECASE,
)
_DEED = late(
    r"\b(?:will|'ll|going to|call|ring|phone|telephone|write|e-?mail|text|send|tell|update|check|visit|come|collect"
    r"|deliver|refund|credit|pay|bring|post|ship|confirm|let you know|hear|arrives?|leaves?|goes|looks? at|test)\b",
    re.IGNORECASE,
)
#: What waits on the customer, or on nothing we do.
_WAITS = late(
    r"\b(?:if|once|when|whenever|as soon as|after|unless|until|should|the (?:hour|moment|minute|day|second)|whichever"
    r"|whatever) you(?:'d|'re|'ve)?\b(?! (?:have(?:n't| not)|don't|do not) (?:hear|heard))|\b(?:tell|let|give|send"
    r"|drop) (?:me|us)\b[^.;]{0,60}?\b(?:and|then)\b(?= (?:I|we|it)\b)|(?:^\W*|\bplease |\bjust |\bonly )(?:reply|choose"
    r"|pick|answer|say|write|ring|call|sign|confirm)\b[^.;]{0,50}?\b(?:and|then)\b(?= (?:I|we|it)(?:'ll| will)\b)"
    r"|\bwith your (?:permission|agreement|ok|consent|approval)\b|\bif (?:that|this|it)(?:'s| is| would be)? (?:suits?"
    r"|works?|all right|okay|ok|fine|better|easier|convenient)\b|\bwould you\b|\bor (?:else )?you can\b|\b(?:at"
    r"|on) your (?:choice|request|word)\b",
    re.IGNORECASE,
)
_BOUND = late(r"'ll\b|\b(?:will|shall|going to)\b")
_AND = late(r",?\s+(?:and|but)\s+|;\s*", re.IGNORECASE)
_HOURS = late(
    r"\b(?:we|the \w+|our [\w ]{1,30}|lines?|offices?|shop|store|workshop) (?:will |'ll )?(?:be |are |is )?(?:open|closed"
    r"|staffed|available|here)\b|\bopening hours\b|\b(?:open|closed) (?:from|until|on|every)\b",
    re.IGNORECASE,
)
_HOPED = late(
    r"\b(?:hope(?:fully)?|wish|with luck|would love|look(?:ing)? forward|would like|aim to (?:please|provide)|might"
    r"|may be able)\b",
    re.IGNORECASE,
)
_OTHERS = late(
    r"(?:^|[,;]\s*|\b(?:and|but|that|because|so)\s+)(?:your (?:bank|neighbour|doctor|daughter|son|wife|husband|insurer"
    r"|landlord|solicitor|mother|father|employer|card issuer)|the (?:neighbours?|police|bank|court|council|weather|market"
    r"|ombudsman|regulator|school)|they|he|she|it|some (?:customers|people)|other \w+|most \w+|nobody|no one|everyone"
    r"|anyone|this|that|you(?! (?:will |'ll )?(?:(?:then |also |now |still )?(?:have|get|receive|hear|see|be (?:refunded"
    r"|called|paid|credited|contacted)))))(?: \w+){0,2}? (?:will|'ll|is going to|are going to)\b",
    re.IGNORECASE,
)
_CLOCKS = late(
    r"\bat (?P<list>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?:, ?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)* ?,? (?:and|again at"
    r"|and again at|and at) (?:at )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)(?P<day> (?:today|tomorrow|on \w+day|each day"
    r"|every day))?",
    re.IGNORECASE,
)
_CLOCK = late(r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?", re.IGNORECASE)
_FROM = late(
    r"\b(?:hear|have (?:a )?(?:word|news|call|answer|note)|get (?:a )?(?:call|note|answer)) (?:\w+ ){0,2}?from (?P<who>me"
    r"|us|[A-Z][\w'-]+|(?:my|our) [\w-]+(?: [\w-]+)?)"
)
_WILL, _IS = late(r"'ll\b|\b(?:will|shall|going to)\b"), late(r"'(?:m|re)\b|\b(?:am|is|are)\b")
_SUBJECT = late(
    r"(?P<i>\bI\b|\bmy (?:next|own)\b)|(?P<we>\bwe\b)|(?P<name>\b(?!(?:It|This|That|These|Those|There|What|Which|Who|You"
    r"|Your|Nothing|The|Our|My|And|But|Then|So|If|As|On|At|By|In|From|When|Until|Since|For|After|Before|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Please|Thank|Thanks|Sorry|Mr|Mrs|Ms|Miss|Dear|Hi|Hello|Today|Tomorrow|Tonight|He|She|They|We|I"
    r"|Someone|Somebody|Nobody|Everyone|Anything|Everything|Next|Nine|Every|Each|A|An|No|Not|Once|Within|Either|One|Two"
    r"|Three)\b)(?-i:(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))|(?P<they>\b(?:he|she|they)\b)"
    r"|(?P<role>\b(?:the|our|my|a|an|one of (?:our|my)) (?:[\w-]+ ){0,2}?(?:owner|manager|supervisor|engineer|technician"
    r"|driver|courier|carrier|specialist|expert|agent|adviser|advisor|plumber|fitter|lead|team|colleague|director|head"
    r"|buyer|accountant|chef|vet|dentist|doctor|nurse|warehouse|workshop|department|office|lab|builder|surveyor|inspector"
    r"|crew|electrician|desk|staff|partner|assistant|representative|member of (?:staff|our team|the team))\b)"
    r"|(?P<nobody>\b(?:someone|somebody)\b(?: (?:in|from) [\w ]{1,30}?)?)",
    re.IGNORECASE,
)


def commitments(said: str, context: Context) -> list[Commitment]:
    """Every commitment in the writer's own words `said`, in order; two deeds with a time each in one sentence are two.

    Times are read against `now`, in its own offset, and given in it; without a `now` there is none. Nothing is a commitment that
    waits on the customer's choice, is a hope, a question, an opening hour or somebody else's plan.
    """
    now = context.now
    local = (now or _SOME_MONDAY).replace(tzinfo=UTC)  # the wall clock, so that a bare offset needs no zone
    found: list[Commitment] = []
    named = ""
    for whole in promises_in(said, said_at=local, zone="UTC"):
        promise = _unconditional(whole, local)
        if promise is None or _binds_nobody(promise.words):
            continue
        for start, end, due in _pieces(promise, local):
            words = said[start:end]
            who = _who(words, context.sender, partial(_named_before, said, start, named))
            named = who if who[:1].isupper() and who != "I" else named
            when = due.replace(tzinfo=now.tzinfo) if due and now else None
            found.append(Commitment(words, start, end, who, when, promise.kind, timed=due is not None))
    return found


def _unconditional(promise: Found, local: datetime) -> Found | None:
    """The promise as far as it waits on nothing that the customer chooses; None where all of it does."""
    waits = _WAITS.search(promise.words)
    if waits is None:
        return promise
    dated = due_in(promise.words[: waits.start()], said_at=local, zone="UTC")
    if dated and re.match(r"after|when|once|until", waits[0], re.IGNORECASE):
        return promise
    bound = _BOUND.search(promise.words)
    cuts = [cut.start() for cut in _AND.finditer(promise.words, bound.end() if bound else 0, waits.start() + 8)]
    if bound is None or waits.start() < bound.start() or not cuts:
        return None
    return replace(promise, words=promise.words[: cuts[-1]], end=promise.start + cuts[-1])


def _binds_nobody(words: str) -> bool:
    if _HOURS.search(words) or (
        _OTHERS.search(words) and not re.search(r"\b(?:I|we)(?:'ll| will)\b", words) and not _is_ours(words)
    ):
        return True
    hope = _HOPED.search(words)
    return bool(hope) and not re.search(r"\b(?:I|we)(?:'ll| will)\b", words)


def _is_ours(words: str) -> bool:
    """He, she, they and it may be ours, where something is done for the customer."""
    return bool(
        re.match(
            r"\W*(?:he|she|they|it|this|that)(?:'ll| will| is going to)\b.{0,40}\b(?:you|your|be (?:with|sent|paid"
            r"|refunded|delivered|fixed|ready|repaired|there|done)|call|ring|arrive|reach|leave|go out)\b",
            words,
            re.IGNORECASE,
        )
    )


def _pieces(promise: Found, local: datetime) -> Iterator[tuple[int, int, datetime | None]]:
    """The sentence, cut where each part has a deed and a time of its own; and once for each hour of "at 10, 1 and 4"."""
    words = promise.words
    due = promise.due.astimezone(UTC) if promise.due else None
    listed = _CLOCKS.search(words)
    if listed:
        for clock in _CLOCK.findall(listed["list"]):
            one = due_in(f"at {clock}{listed['day'] or ''}", said_at=local, zone="UTC")
            yield promise.start, promise.end, one
        return
    parts: list[tuple[int, int, datetime | None]] = []
    at, spoken = 0, False
    for cut in [*(match for match in _PIECES.finditer(words)), None]:
        end = cut.start() if cut else len(words)
        if (
            cut is None
            or _DEED.match(words[cut.end() : cut.end() + 30].lstrip())
            or re.match(
                r"(?:\w+ ){0,3}\w*(?:'ll|will)\b|(?:the |my |our )\w+ (?:at|by|on) ", words[cut.end() : cut.end() + 30]
            )
        ):
            spoken = spoken or _DEED.search(words, at, end) is not None
            if spoken:  # "I'll ring the maker now and the courier at two": the second deed has its verb from the first
                parts.append((at, end, due_in(words[at:end], said_at=local, zone="UTC")))
            at = cut.end() if cut else at
    timed = [part for part in parts if part[2] and part[2] > local - timedelta(minutes=1)]
    if len(timed) < 2:  # noqa: PLR2004 - one time is that of the sentence
        yield promise.start, promise.end, due or (timed[0][2] if timed else None)
        return
    for start, end, when in timed:
        yield promise.start + start, promise.start + end, when


def _who(words: str, sender: str, named: Callable[[], str]) -> str:
    heard = _FROM.search(words)
    if heard:
        who = heard["who"]
        return {"me": sender or "I", "us": "we"}.get(who, who)
    will = _WILL.search(words) or _IS.search(words)
    before = words[: will.start()] if will else words[:60]
    found = None
    for found in _SUBJECT.finditer(before):  # noqa: B007 - the nearest one before the verb
        pass
    if found is None:
        ours = will or re.match(r"\W*(?:it|this|that|your|the)\b", words, re.IGNORECASE)
        return "we" if ours and not re.search(r"\bmy\b", words) else (sender or "I")
    if found["i"]:
        return sender or "I"
    if found["they"]:
        return named() or found["they"].lower()
    return "we" if found["we"] else found[0]


def _named_before(said: str, start: int, last: str) -> str:
    """The last name in the two sentences before, else the one named `last`."""
    for found in _SUBJECT.finditer(said, max(0, start - 250), start):
        if found["name"] and found["name"][:1].isupper():
            last = found["name"]
    return last
