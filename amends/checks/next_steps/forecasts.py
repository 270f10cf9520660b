"""What is forecast: the date of an outcome, only as far as it was quoted, and nothing as certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.days import TIME, day_named
from amends.checks.hours import may_name_a_time
from amends.checks.next_steps.certainty_words import DEFINITELY, certainties
from amends.checks.next_steps.steps import DONE
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Commitment

_OUTCOME = late(
    r"\b(?:refund(?:ed|s)?|money|credit(?:ed)?|repa(?:y|id)|reimburse\w*|deliver(?:ed|y|s)?|arriv(?:e|es|al)|repair(?:ed"
    r"|s)?|fix(?:ed)?|mend(?:ed)?|restor(?:e|ed)|replac(?:e|ed|ement)|install(?:ed)?|ready(?! to)|resolved|sorted|solved"
    r"|be (?:done|finished|completed?|working|live|back)|back on|goes live|with you|reach(?:es)? you|shipped|dispatched"
    r"|on your (?:card|account|doorstep)|paid|issued|processed|welded|connected|reconnected)\b",
    re.IGNORECASE,
)
_OWN_WORD = late(
    r"\b(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|telephone|writ(?:e|ing)|e-?mail|text|message|tell|post (?:here|again|an|a"
    r"|on)\b|to say|(?:stays?|remains?) with"
    r"|let you know|update|hear from|confirm(?! your)"
    r"|be in touch|get back|come back to you|news|note|visit|look at|see you|meet|check|inspect|test|follow(?:ing)? up"
    r"|research|look(?:ing)? into|review|investigate|help|try|collect|pick (?:it|them|up)|send you a|reply|answer"
    r"|(?<![\w'])(?:I|he|she)(?:'ll| will) (?:also |then )?be (?:back|here|there|with you|out|over|round|around|along"
    r"|down|up|at|in)|in your inbox|in writing|leave (?:us|here|(?:it|this|that) with)"
    r"|go out (?:of|from) here|give you a (?:bell|buzz|shout|ring|call|tinkle)|drop (?:you a line|by|in)"
    r"|(?:come|pop|call|look|be) (?:by|round|over|along|in|up|down|out)(?= |[.,])|sit with|come and|(?:and|or) will be (?:at"
    r"|here|there|in)|(?-i:(?!Your|The|This|That|It\b)[A-Z][a-z]+)(?:'s| is| will be|'ll be) (?:\w+ )?with you)\b",
    re.IGNORECASE,
)
_CERTAINLY = (
    rf"(?:{DEFINITELY}|guarante(?:e|ed|es)|certainly|without (?:fail|doubt|a doubt|question|any doubt)|no (?:question|doubt|ifs"
    r"|two ways)|(?:100|a hundred|one hundred) ?(?:%|per ?cent)|for (?:sure|certain)|undoubtedly|(?:bank|count|rely|depend"
    r"|bet) on (?:it|that|this|me)\b(?! (?:being|not))|mark my words|cast[- ]iron|set in stone|hand on heart"
    r"|hell or high water|rain or shine|(?:dead|absolutely) (?:certain|sure)|beyond (?:any |all |a )?doubt"
    r"|not a (?:minute|day|second|moment) later|bound to be|(?:sure|certain|guaranteed) to be|stake my)"
)
_SURE = late(
    (
        rf"\b(?:{_CERTAINLY}|absolutely|I promise|we promise|(?:you have|I give you) my (?:word|guarantee)|my word|I swear"
        r"|come what may|no matter what|assured)"
    ).replace(" ", r"\s+"),
    re.IGNORECASE,
)
CERTAIN = Cue(
    rf"[^.!?\n]{{0,120}}\b{_CERTAINLY}(?:(?<=%)|\b)[^.!?\n]{{0,120}}",
    "definitely|guarante|certain|without|no question|no doubt|no ifs|no two|100|hundred|for sure|undoubtedly|bank on"
    "|count on|rely on|depend on|bet on|mark my|cast|stone|heart|high water|shine|dead sure|doubt|not a|bound|sure to|stake"
    "|absolutely",
)
_DENIED = late(
    r"\b(?:can't|cannot|can not|couldn't|won't|don't|do not|not able|unable|(?:is|are)(?:n't| not) (?:with|in|on|there|here"
    r"|back|ready)|not (?:yet )?(?:sure"
    r"|certain|promise)|no longer"
    r"|never|nothing is)\b",
    re.IGNORECASE,
)
_SOFT = late(
    r"\b(?:should|expect|hope|aim|nine times|times in ten|probably|likely|estimate|(?<!\d )(?<!\d(?:st|nd|rd|th) )may(?! \d)"
    r"|might|about|around"
    r"|at the latest if|count on|if all|provided|plan|intend|best guess|can't|cannot|not (?:sure|certain|promise|yet)"
    r"|don't)\b",
    re.IGNORECASE,
)


#: When it sets out, and not when it is there.
_SETS_OUT = late(
    r"^(?!.*\b(?:reach|arriv|with you|in your|on your|at your|show|land|back by)).*\b(?:leaves|leave|goes out|go out"
    r"|will leave|'ll leave)\b",
    re.IGNORECASE | re.DOTALL,
)


def hard_date(draft: Draft) -> Iterator[Mark]:
    """C18: the date of an outcome that the forecast does not carry, or certainty that nobody has; our own next word needs none."""
    seen: list[tuple[int, int]] = []
    earliest = draft.context.quote_not_before
    for one in draft.commitments:
        outcome = _is_outcome(one)
        sure = _SURE.search(one.quote)
        if (
            not outcome
            or _SETS_OUT.search(one.quote)
            or (one.start, one.end) in seen
            or (_waits(one.quote) and not sure)
            or _may_slip(draft, one.start, sure)
        ):
            continue
        if one.due and earliest and one.due < earliest and not _held_later(draft, one, earliest):
            yield Mark(one.start, one.end, *_too_soon(earliest))
        elif (
            one.timed
            and not earliest
            and (
                sure
                or (
                    _FORECAST.search(one.quote) and not _SOFT.search(one.quote) and not _forecast_after_deed(draft, one)
                )
            )
        ):
            yield Mark(one.start, one.end, *_too_soon(None))
        elif sure and not earliest:
            yield Mark(
                one.start,
                one.end,
                "Certainty that nobody has.",
                "Say how sure you are, and when you will tell them if it moves.",
            )
        else:
            continue
        seen.append((one.start, one.end))
    for start, end in _dated(draft):
        if not any(start < till and since < end for since, till in seen):
            yield Mark(start, end, *_too_soon(earliest))
            seen.append((start, end))
    for found in CERTAIN.all(draft):
        words = found[0]
        inside = any(start <= found.start() < end or found.start() <= start < found.end() for start, end in seen)
        if (
            not inside
            and _OUTCOME.search(words)
            and not (earliest and day_named(words, earliest))
            and not (_DENIED.search(words) or _SOFT.search(_SURE.sub(" ", words)))
            and not re.search(r"\b(?:help|try|work|do our|do my|assist|look)\b", words)
            and re.search(r"\b(?:will|'ll|delivery|refund|by|within|tomorrow|today|repair)\b", words, re.IGNORECASE)
            and not _past(words)
            and not (_OWN_DEED.search(words) and not _THINGS_DONE.search(words))
        ):
            start = found.start() + len(words) - len(words.lstrip())
            yield Mark(
                start,
                start + len(words.strip()),
                "Certainty that nobody has.",
                "Say how sure you are, and when you will tell them if it moves.",
            )
            seen.append((start, start + len(words.strip())))
    yield from _of_outcomes(draft, certainties(draft, seen))


def _held_later(draft: Draft, one: Commitment, earliest: datetime) -> bool:
    """Whether a later day is named for what comes of it: "it leaves on Tuesday and should reach you by Friday"."""
    now = draft.context.now
    if now is None or one.due is None:
        return False
    pieces = re.split(r",\s|\band\b|\bbut\b|\bso\b", one.quote)
    days = [day for piece in pieces if (day := day_named(piece, now))]
    return any(
        day >= earliest.astimezone(now.tzinfo).date() and day > one.due.astimezone(now.tzinfo).date() for day in days
    )


def _of_outcomes(draft: Draft, marks: Iterator[Mark]) -> Iterator[Mark]:
    """Without those on somebody's next word alone."""
    for mark in marks:
        words = draft.said[mark.start : mark.end]
        counted = _COUNT_ON.search(words) and _carried(draft, words)
        if not counted and (not _RINGS.search(words) or _THINGS_DONE.search(words)):
            yield mark


def _carried(draft: Draft, words: str) -> bool:
    """Whether the day in these words is one that the forecast carries."""
    now, earliest = draft.context.now, draft.context.quote_not_before
    if not now or not earliest:
        return False
    day = day_named(words, now) or (now.date() if _WHEN.search(words) else None)  # an hour alone is today's
    return day is not None and day >= earliest.astimezone(now.tzinfo).date()


#: A day that the forecast carries may be counted on.
_COUNT_ON = late(r"\b(?:count|bank|rely|depend|plan) on\b", re.IGNORECASE)
#: An outcome, where our next word alone needs no forecast.
_THINGS_DONE = late(
    r"\b(?:deliver\w*|refund\w*|repair\w*|fix\w*|arriv\w+|replac\w+|install\w*|paid|money|order|parcel|part|mended|ready|back)\b",
    re.IGNORECASE,
)
#: Somebody's next word to them.
_RINGS = late(
    r"\b(?:will|'ll|shall) (?:ring|call|phone|telephone|write to|e?-?mail|text|message) (?:you|them)\b", re.IGNORECASE
)
_FORECAST = late(
    r"\b(?:will|shall|going to|arrives?|reach(?:es)?|comes?|is with you|are with you|shows?|is due|are due|be)\b|'ll\b",
    re.IGNORECASE,
)


_CLAUSE = late(r"[;:]\s+|,\s+(?:and|but|so)\s+|\s+-\s+|$", re.IGNORECASE)
_THING = (
    r"(?:\b(?:it|they|that|everything|all (?:of )?(?:it|them|this))|\b(?:the|your|this|these|both|our|my|a|an|all)"
    r"(?: [\w'-]+){1,6}|[£$€₦₹]\s?\d[\d.,]*)"
)
_AHEAD = r"(?:will|'ll|shall|(?:is|are|'s|'re) (?:all )?(?:going|due|set|bound|sure|certain|guaranteed|meant) to)"
#: What comes of it for them, said as coming.
_COMING = late(
    (
        rf"{_THING},? ?{_AHEAD}(?: \w+ly| all| both| then| also| now){{0,2}} (?:be (?!out (?:again|of|from)\b|open|closed"
        rf"|shut|told|asked|called|rung"
        r"|in touch|reviewed|looked|checked|discussed|here for|able|happy|glad|sent an|a\b|an\b|more|no\b|some|going|any"
        r"|away|inspected|tested|investigated|there to|on (?:the )?(?:phone|line|duty|holiday|leave))|land|arrive|reach"
        r"|come (?:back|through|home|on)|show|drop|turn up|go (?:in|into|back)|clear|work|run|fit|leave|hit)\b"
        r"|\b(?:I|we|he|she|they|[A-Z]\w+)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to)"
        r"(?: \w+ly| all| both| then| also| now){0,2} (?:have (?:it|them|everything|(?:the|your|this|that) (?!answer|report"
        r"|result|news|file|figure|detail|date|outcome|facts|list|information|number|name|time\b)[\w'-]+)(?: [\w'-]+){0,4}?"
        r" (?:\w+ed|back|up|hung|cut|laid|fit|built|done|working|running|ready|on|in|home|sewn|swept|clean|dry|live|with you)"
        r"|fit|swap|hang|lay|fix|mend|repair|install|deliver|refund|repay|reimburse|credit|replace|reconnect|restore|finish"
        r"|rebuild|repaint|complete)\b"
        r"|\byou(?:'ll| will| shall)(?: \w+ly| all| both| then| also)? (?:have|get|receive|be (?:back|up|connected|online|paid"
        r"|refunded|reimbursed)) (?!(?:a |an |my |our |some |any |the )?(?:call|word|answer|note|reply|message|news"
        r"|update|email|text|letter|ring|line|phone call|from)\b)"
        rf"|{_THING},? (?:lands|land|arrives|arrive|reaches|reach|drops|turns up|hits|clears|goes (?:in|into"
        rf"|back (?:to|on|in))|go"
        r" (?:in|into|back)|shows(?: up)?(?! (?:your?|the|an?|that|us|how|what|when|no|it|one)\b)|gets (?:to you|there|here)"
        r"|comes (?:back(?: on)?|through|home|on)(?= (?:tomorrow"
        r"|again|today|tonight|on\b|by\b|at\b|in\b))|is (?:back|with you|in your)"
        r"|are (?:back|with you|in your))\b"
    )
    .replace(" ?", r"\s{0,4}")
    .replace(" ", r"\s{1,4}"),
    re.IGNORECASE,
)
_GONE_OUT = late(
    r"\b(?:went|has gone|have gone|left|was|were)\s+(?:back|out|off|through|us|here|today|on)\b", re.IGNORECASE
)
_WHEN = late(rf"\b(?:{TIME})", re.IGNORECASE)
_BOUND = late(r"'ll\b|\b(?:will|shall|to)\b", re.IGNORECASE)
_PEOPLE = late(
    r"\b(?:engineers?|drivers?|plumbers?|fitters?|pilots?|crews?|manager|team|desk|office|shop|branch|counter|store|clinic|surgery"
    r"|colleagues?|electrician|technician|courier|doctor|nurse|surveyor|inspector|roofer|builder|meeting|lesson|class|visit"
    r"|appointment|call|slot|note|answer|news|update|letter|report|results?|reply|school|bank|hall|road|street)\b",
    re.IGNORECASE,
)
#: Something we write, and not something we mend.
_OWN_DEED = late(
    r"\b(?:call|ring|phone you|telephone you|writ(?:e|ing)|e-?mail|text|message|tell|let you know|update you|hear"
    r"|confirm|in touch"
    r"|get back|come back to you|news|see you|meet|check|inspect|test|look(?:ing)? (?:in|at)|review|investigate|try|answer"
    r"|reply|in your inbox|leave us|is not ready to|give you a (?:bell|buzz|shout|tinkle)|(?:I|we)(?: can|'ll| will) be with you)\b",
    re.IGNORECASE,
)


#: One of these words is in whatever is coming.
_MAY_COME = late(
    r"(?:ll|will|shall|going|lands?|arrives?|reach(?:es)?|drops|turns|hits|clears|goes|go|shows?|gets|comes|is|are"
    r"|due|set|bound|sure|certain|guaranteed|meant)\b",
    re.IGNORECASE,
)
#: What did not come, or came before, is no forecast.
_PASSED = late(
    r"\b(?:since|has been|have been|did not|didn't|never|being|was|were|had|hadn't|footage|picture"
    r"|(?:sorry|sad|shocked|alarmed|troubled) to (?:read|hear|see|learn))\b",
    re.IGNORECASE,
)


def _dated(draft: Draft) -> Iterator[tuple[int, int]]:
    """Clauses that put a day on what comes of it, sooner than the forecast carries or where there is none."""
    now, earliest = draft.context.now, draft.context.quote_not_before
    if now is None:
        return
    for sentence in draft.body:
        words = sentence.words
        if words.endswith("?") or not may_name_a_time(words) or not _WHEN.search(words):
            continue
        at = 0
        for cut in _CLAUSE.finditer(words):
            clause = words[at : cut.start()]
            start, at = sentence.start + at, cut.end()
            coming = _COMING.search(clause) if _MAY_COME.search(clause) else None
            if (
                coming is None
                or not _WHEN.search(clause, 0 if _BOUND.search(coming[0]) else coming.end())
                or _OWN_DEED.search(clause)
                or _PASSED.search(clause)
                or _waits(words)
                or _may_slip(draft, start, _SURE.search(clause))
            ):
                continue
            sure = _SURE.search(clause)
            if _DENIED.search(clause) or (not sure and (_SOFT.search(clause) or _PEOPLE.search(coming[0]))):
                continue
            day = day_named(clause, now) if earliest else None
            if earliest is None:
                early = sure is not None or not _after_deed(draft, start, words)
            else:
                early = day is not None and day < earliest.astimezone(now.tzinfo).date()
            if early:
                yield start, start + len(clause.rstrip())


#: "I'll tell you tomorrow at 5 if that slips": the time is told as one that may move.
_SLIPS = late(
    r"\bif (?:that|it|this|the (?:time|date|day)|anything|either|there)(?:'s| is| should)? (?:\w+ )?(?:slips?|moves?"
    r"|changes?|runs? (?:late|over)|a (?:change|delay)|gets? (?:later"
    r"|delayed)|looks? like|not going|cannot|can't|won't|isn't)\b",
    re.IGNORECASE,
)


def _waits(words: str) -> bool:
    return (
        re.search(r"\b(?:say the word|if|once|unless|when|as soon as|whether|would)\b", words, re.IGNORECASE)
        is not None
    )


def _may_slip(draft: Draft, at: int, sure: re.Match[str] | None) -> bool:
    """Whether there is no forecast, and it is said when they hear if the time moves."""
    if sure or draft.context.quote_not_before:
        return False
    return _SLIPS.search(f"{draft.sentence(at)} {draft.after(at, 1)}") is not None


def _after_deed(draft: Draft, start: int, words: str) -> bool:
    told = f"{draft.before(start)} {words}"
    return DONE.within(told) is not None or _GONE_OUT.search(told) is not None


def _too_soon(earliest: datetime | None) -> tuple[str, str]:
    if earliest:
        return "Sooner than the forecast carries.", f"Not before {earliest:%A %d %B, %H:%M}."
    return "No date is forecast for this case: do not promise one.", "Say when they will hear from you instead."


def _past(words: str) -> bool:
    return bool(re.search(r"\b(?:was|were|have|has|had)\b", words, re.IGNORECASE)) and not re.search(
        r"\b(?:will|'ll)\b", words, re.IGNORECASE
    )


def _is_outcome(one: Commitment) -> bool:
    return bool(_OUTCOME.search(one.quote)) and not _OWN_WORD.search(one.quote.replace("confirmed", ""))


def _forecast_after_deed(draft: Draft, one: Commitment) -> bool:
    """Whether what is dated is already on its way: "… left today. It reaches you by Friday"."""
    if re.search(r"\b(?:will|'ll|going to)\b", one.quote):
        return False
    before = f"{draft.before(one.start)} {draft.sentence(one.start)}"
    return DONE.within(before) is not None
