"""Every commitment that a draft makes to the customer, one by one: in which words, by whom, and by when. English only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from amends.coach.promising import Found, in_own_words, promises_in
from amends.coach.times import day_spoken_of, due_in
from amends.drafts.cue import late
from amends.drafts.finding import Commitment
from amends.texts.sentences import sentences

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
    r"|whatever) you(?:'d|'re|'ve)?\b(?! (?:have(?:n't| not)|don't|do not) (?:hear|heard))|\b(?:(?:tell|send"
    r"|drop) (?:me|us)|let (?:me|us) (?:know|have|see)|give (?:me|us)(?! (?:until|till|today|(?:an?|one|two|\w+"
    r"|\d+) (?:minute|hour"
    r"|day|week|moment|bit|couple|few))))\b[^.;]{0,60}?\b(?:and|then)\b(?= (?:I|we|it)\b)|(?:^\W*(?:(?:if"
    r"|in that case)\b[^,.;]{0,40},\s+)?|\bplease |\bjust |\bonly )(?:reply|choose"
    r"|text|e-?mail|press|click|tap|pop|bring|come|drop|return|post|pick|answer|say|write|ring|call|sign"
    r"|confirm)\b[^.;]{0,50}?\b(?:and|then)\b(?= (?:I|we|it)(?:'ll| will)\b)"
    r"|\b(?:once|when|as soon as|after|if) (?:I|we)(?:'ve| have)? (?:have|had|get|got|receive|received|hear|heard"
    r"|see) (?:back from you"
    r"|from you|your (?:answer|reply|photos?|form|signature|go-ahead|yes|ok|payment|bank|details|receipt|consent"
    r"|approval|choice))"
    r"|\b(?:subject to|on receipt of|pending) your\b|\b(?:provided|as long as|assuming|in case) you\b"
    r"|\bwith your (?:permission|agreement|ok|consent|approval)\b|\bif (?:that|this|it)(?:'s| is| would be)? (?:suits?"
    r"|works?|all right|okay|ok|fine|better|easier|convenient)\b|\bwould you\b|\bor (?:else )?you can\b|\b(?:at"
    r"|on) your (?:choice|request|word)\b",
    re.IGNORECASE,
)
_BOUND = late(r"'ll\b|\b(?:will|shall|going to|(?:wo|sha)n't)\b", re.IGNORECASE)
_AND = late(r",?\s+(?:and|but)\s+|;\s*", re.IGNORECASE)
_HOURS = late(
    r"\b(?:we|the \w+|our [\w ]{1,30}|lines?|offices?|shop|store|workshop) (?:will |'ll )?(?:be |are |is )?(?:open"
    r"|closed"
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
    r"|landlord|solicitor|mother|father|employer|card issuer)|the (?:neighbours?|police|bank|court|council|weather"
    r"|market"
    r"|ombudsman|regulator|school)|they|he|she|it|some (?:customers|people)|other \w+|most \w+|everyone"
    r"|anyone|this|that|you(?! (?:will |'ll )?(?:(?:then |also |now |still )?(?:have|get|receive|hear|see"
    r"|be (?:refunded"
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
    r"\b(?:(?:hear|have|get|receive|[Ee]xpect|[Ll]ook out|[Ww]atch out|call|text|e-?mail|letter|message|note|word"
    r"|news|answer)\b[^.;]{0,40}?"
    r" from|(?:count|rely|depend) on|[Ll]eave (?:\w+ ){1,3}with) (?P<who>me"
    r"|us|[A-Z][\w'-]+|(?:my|our) [\w-]+(?: [\w-]+)?)"
)
_IF_SO = late(r"\W*if (?:so|yes|not)\b", re.IGNORECASE)
#: The people of the customer, and the houses that are not ours.
_STRANGER = (
    r"(?:your(?! (?:account|case|personal|relationship|claims?|refund|parcel|order|driver|engineer|fitter)\b)|his"
    r"|her|their) (?:\w+"
    r" )?(?:landlord|landlady|neighbours?|neighbors?|bank|doctor|gp|daughter|son|wife|husband|partner|insurers?"
    r"|solicitor|lawyer"
    r"|mother|father|mum|dad|sister|brother|employer|boss|accountant|builder|mechanic|school|tenant|agent|issuer"
    r"|friend|assessor"
    r"|airline|supplier|provider|council)|(?:the|another|some) (?:\w+ ){0,2}?(?:airline|insurers?|insurance|bank"
    r"|council|landlord"
    r"|manufacturers?|makers?|police|court|ombudsman|regulator|government|ministry|neighbours?|school|hospital"
    r"|railway|union|press"
    r"|hotel group|gas people|water board|weather|forecast|promoters?|organisers?|venue|embassy|customs|utility)"
)
_STRANGER_SAYS = late(
    rf"\b(?:{_STRANGER}|they|you|he|she)(?:'ve|'s)? (?:\w+ly |has |have |had )?(?:says?|said|tells?|told|reckons?"
    rf"|thinks?"
    r"|plans?|planned|expects?|announced?|promise[sd]?|writes?|wrote|written|intends?|wants?|means?|mentioned"
    r"|assures?|assured)\b",
    re.IGNORECASE,
)
_STRANGER_WILL = late(
    rf"(?:^|[,;]\s*|\b(?:and|but|that|because|so)\s+)(?:{_STRANGER})(?:'ll| will| is going to| are going to)\b",
    re.IGNORECASE,
)  # fmt: skip
#: Whoever may be meant by a "he" or "she" that follows.
_PERSON = late(
    rf"(?P<theirs>\b(?:{_STRANGER})\b)|\b(?:our|my|one of (?:our|my)|the) (?:[\w-]+ ){{0,2}}?(?:engineer|technician"
    rf"|driver|courier"
    r"|specialist|expert|agent|adviser|plumber|fitter|lead|colleague|manager|supervisor|director|electrician"
    r"|surveyor|assistant"
    r"|nurse|vet|tuner|chef|team|crew|carpenter|locksmith|mechanic)\b|(?-i:\b[A-Z][a-z][\w'-]+\b)",
    re.IGNORECASE,
)
_HE = late(r"\W*(?:(?:and|but|so|then) )?(?:he|she|they)(?:'ll| will|'s | is | are |'re )", re.IGNORECASE)
_HE_LATER = late(r"\b(?:he|she|they)(?:'ll| will)\b", re.IGNORECASE)
#: What runs by a timetable runs without us.
_TIMETABLE = late(
    r"\b(?:bus|train|tram|ferry|flight|plane|coach|boat|sailing|shuttle|metro|show|film|match|concert|performance"
    r"|sale|offer"
    r"|voucher|policy|licence|warranty|doors|gates|term|mass|kick-off)\b[^.;]{0,30}?\b(?:leaves?|departs?|arrives?"
    r"|goes|runs?"
    r"|starts?|begins?|opens?|closes?|lands?|comes|gets in|ends?|expires?|is due|takes off|will (?:leave|depart"
    r"|arrive|land|expire))\b",
    re.IGNORECASE,
)
_WE_WILL = late(r"\b(?:I|we)(?:'ll|'m| will| shall)\b", re.IGNORECASE)
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
_WILL, _IS = late(r"'ll\b|\b(?:will|shall|going to|(?:wo|sha)n't)\b"), late(r"'(?:m|re)\b|\b(?:am|is|are)\b")
_SUBJECT = late(
    r"(?P<i>\bI\b|\bmy (?:next|own)\b)|(?P<we>\bwe\b)|(?P<name>\b(?!(?:It|This|That|These|Those|There|What|Which"
    r"|Who|You"
    r"|Your|Nothing|The|Our|My|And|But|Then|So|If|As|On|At|By|In|From|When|Until|Since|For|After|Before|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Please|Thank|Thanks|Sorry|Mr|Mrs|Ms|Miss|Dear|Hi|Hello|Today|Tomorrow|Tonight|He|She|They|We|I"
    r"|Someone|Somebody|Nobody|Everyone|Anything|Everything|Next|Nine|Every|Each|A|An|No|Not|Once|Within|Either|One|Two"
    r"|Three|Keep|Leave|Back|Look|Watch|Expect|Count|Give|Don't|Rest|Bear)\b)(?-i:(?:(?:Mr|Mrs|Ms"
    r"|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))|(?P<they>\b(?:he|she|they)\b)"
    r"|(?P<role>\b(?:the|our|my|a|an|one of (?:our|my)) (?:[\w-]+ ){0,2}?(?:owner|manager|supervisor|engineer"
    r"|technician"
    r"|driver|courier|carrier|specialist|expert|agent|adviser|advisor|plumber|fitter|lead|team|colleague|director|head"
    r"|buyer|accountant|chef|vet|dentist|doctor|nurse|warehouse|workshop|department|office|lab|builder|surveyor"
    r"|inspector"
    r"|crew|electrician|desk|staff|partner|assistant|representative|member of (?:staff|our team|the team))\b"
    r"|\bour [\w-]+(?=\s*$))"
    r"|(?P<nobody>\b(?:someone|somebody)\b(?: (?:in|from) (?:the |our )?[\w-]+)?)",
    re.IGNORECASE,
)


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
        if _IF_SO.match(whole.words) and own[: whole.start].rstrip().endswith("?"):
            continue
        promise = _unconditional(whole, local)
        if promise is None or _binds_nobody(promise.words, own, promise.start):
            continue
        for start, end, due in _pieces(promise, local, _day_before(own, promise.start, local)):
            words = own[start:end]
            if found and found[-1].start >= promise.start and not _BOUND.search(words):
                who = found[-1].who  # "I'll find out and let you know"
            else:
                who = _who(words, context.sender, partial(_named_before, own, start, named))
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
        or _HOURS.search(last.words)
    ):
        return None
    return None if _BY.search(last.words) else day_spoken_of(last.words, said_at=local, zone="UTC")


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


def _binds_nobody(words: str, said: str, start: int) -> bool:
    """`words` stand in `said` from `start` on."""
    if _HOURS.search(words):
        return True
    if _WE_WILL.search(words):
        return False
    if _TIMETABLE.search(words) or _STRANGER_SAYS.search(words) or _STRANGER_WILL.search(words) or _HOPED.search(words):
        return True
    if _HE.match(words):
        ours = _he_is_ours(said, start)
        if ours is not None:
            return not ours
    return bool(_OTHERS.search(words)) and not _is_ours(words)


def _he_is_ours(said: str, start: int) -> bool | None:
    """Whether the last person spoken of is one of us; None where nobody was."""
    person = None
    for person in _PERSON.finditer(said, max(0, start - 250), start):  # noqa: B007 - the last one
        pass
    return None if person is None else person["theirs"] is None


def _is_ours(words: str) -> bool:
    """He, she, they and it may be ours, where something is done for the customer."""
    return bool(
        re.match(
            r"\W*(?:he|she|they|it|this|that)(?:'ll| will| is going to)\b.{0,40}\b(?:you|your|be (?:with|sent|paid"
            r"|refunded|delivered|fixed|ready|repaired|there|done|in touch)|call|ring|arrive|reach|leave|go out)\b",
            words,
            re.IGNORECASE,
        )
    )


def _pieces(promise: Found, local: datetime, before: datetime | None) -> Iterator[tuple[int, int, datetime | None]]:
    """The sentence, cut where each part is a promise of its own; and once for each hour of "at 10, 1 and 4".

    `before` is the day that the sentence before speaks of. A part that names no time has that which the sentence begins with.
    """
    words = promise.words
    listed = _CLOCKS.search(words)
    if listed:
        for clock in _CLOCK.findall(listed["list"]):
            one = due_in(f"at {clock}{listed['day'] or ''}", said_at=local, zone="UTC")
            yield promise.start, promise.end, one
        return
    due = due_in(words, said_at=local, zone="UTC", after=promise.bound, follows=before)
    parts = list(_parts(words, local, before))
    timed = [part for part in parts if part[2] and part[2] > local - timedelta(minutes=1)]
    kept = [(start, end, when) for start, end, when in parts if _stands_alone(words, start, end, when, local)]
    if len(kept) == 1 and len(timed) > 1 and kept[0] in timed:
        yield promise.start + kept[0][0], promise.start + kept[0][1], kept[0][2]
        return
    if len(kept) < 2:  # noqa: PLR2004 - one time is that of the sentence
        yield promise.start, promise.end, due or (timed[0][2] if timed else None)
        return
    bound = _BOUND.search(words)
    lead = due_in(words[: bound.start()], said_at=local, zone="UTC", follows=before) if bound else None
    shared = timed[0][2] if len(timed) == 1 and timed[0] in kept else None
    for start, end, when in kept:
        bare = start > 0 and not _BOUND.search(words, start, end)
        follower = any(not _BOUND.search(words, one[0], one[1]) for one in kept if one[0] > start)
        yield (
            promise.start + start,
            promise.start + end,
            when or lead or (shared if bare or (follower and len(kept) == 2) else None),  # noqa: PLR2004 - two deeds
        )


def _parts(words: str, local: datetime, before: datetime | None) -> Iterator[tuple[int, int, datetime | None]]:
    """Each part with a deed, and the time that it names."""
    at, spoken, follows = 0, False, before
    for cut in [*islice(_PIECES.finditer(words), _PARTS), None]:
        end = cut.start() if cut else len(words)
        behind = words[cut.end() : cut.end() + 30] if cut else ""
        if (
            cut is None
            or _DEED.match(behind.lstrip())
            or re.match(r"(?:\w+ ){0,3}\w*(?:'ll|will|won't)\b|(?:the |my |our )\w+ (?:at|by|on) ", behind)
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


def _stands_alone(words: str, start: int, end: int, when: datetime | None, local: datetime) -> bool:
    """Whether the part is a promise by itself, or goes on with the one before it."""
    part = words[start:end]
    if _ASKS_FOR_TIME.match(part):
        return False
    if start == 0 or _BOUND.search(part):
        return bool(promises_in(part, said_at=local, zone="UTC", spared=True)) and not _binds_nobody(part, words, start)
    if when:
        return when > local - timedelta(minutes=1)
    first = words[:start]
    bound = _BOUND.search(first)
    return bool(_TELLS.match(part)) and not _SPEAKS.search(first, bound.end() if bound else 0)


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
    return "we" if found["we"] else found[0].removesuffix("'s")


def _named_before(said: str, start: int, last: str) -> str:
    """The last name in the two sentences before, else the one named `last`."""
    for found in _SUBJECT.finditer(said, max(0, start - 250), start):
        if found["name"] and found["name"][:1].isupper():
            last = found["name"]
    return last
