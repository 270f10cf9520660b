"""What is forecast: the date of an outcome, only as far as it was quoted, and nothing as certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.steps import DONE
from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft
    from amends.drafts.finding import Commitment

_OUTCOME = late(
    r"\b(?:refund(?:ed|s)?|money|credit(?:ed)?|repa(?:y|id)|reimburse\w*|deliver(?:ed|y|s)?|arriv(?:e|es|al)|repair(?:ed"
    r"|s)?|fix(?:ed)?|mend(?:ed)?|restor(?:e|ed)|replac(?:e|ed|ement)|install(?:ed)?|ready|resolved|sorted|solved"
    r"|be (?:done|finished|completed?|working|live|back)|back on|goes live|with you|reach(?:es)? you|shipped|dispatched"
    r"|on your (?:card|account|doorstep)|paid|issued|processed|welded|connected|reconnected)\b",
    re.IGNORECASE,
)
_OWN_WORD = late(
    r"\b(?:call|ring|phone|telephone|write|e-?mail|text|message|tell|let you know|update|hear from|confirm(?! your)"
    r"|be in touch|get back|come back to you|news|note|visit|look at|see you|meet|check|inspect|test|follow(?:ing)? up"
    r"|research|look(?:ing)? into|review|investigate|help|try|collect|pick (?:it|them|up)|send you a|reply|answer)\b",
    re.IGNORECASE,
)
_SURE = late(
    r"\b(?:definitely|guarante(?:e|ed|es)|certainly|without (?:fail|doubt|question)|no (?:question|doubt)|100 ?%"
    r"|absolutely|for sure|undoubtedly|without a doubt|I promise|we promise|you have my word|my word|come what may"
    r"|no matter what|assured)\b",
    re.IGNORECASE,
)
CERTAIN = Cue(
    r"[^.!?\n]{0,120}\b(?:definitely|guarante(?:e|ed|es)|certainly|without (?:fail|a doubt|question)|no (?:question"
    r"|doubt)|100 ?%|for sure|undoubtedly)\b[^.!?\n]{0,120}",
    "definitely|guarante|certainly|without|no question|no doubt|100|for sure|undoubtedly",
)
_SOFT = late(
    r"\b(?:should|expect|hope|aim|nine times|times in ten|probably|likely|estimate|may|might|about|around"
    r"|at the latest if|count on|if all|provided|plan|intend|best guess|can't|cannot|not (?:sure|certain|promise|yet)"
    r"|don't)\b",
    re.IGNORECASE,
)


def hard_date(draft: Draft) -> Iterator[Mark]:
    """C18: the date of an outcome that the forecast does not carry, or certainty that nobody has; our own next word needs none."""
    seen: list[tuple[int, int]] = []
    earliest = draft.context.quote_not_before
    for one in draft.commitments:
        outcome = _is_outcome(one)
        if not outcome or (one.start, one.end) in seen:
            continue
        sure = _SURE.search(one.quote)
        if one.due and earliest and one.due < earliest:
            yield Mark(
                one.start,
                one.end,
                "Sooner than the forecast carries.",
                f"Not before {earliest:%A %d %B, %H:%M}." if earliest else None,
            )
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
            yield Mark(
                one.start,
                one.end,
                "No date is forecast for this case: do not promise one.",
                "Say when they will hear from you instead.",
            )
        elif sure:
            yield Mark(
                one.start,
                one.end,
                "Certainty that nobody has.",
                "Say how sure you are, and when you will tell them if it moves.",
            )
        else:
            continue
        seen.append((one.start, one.end))
    for found in CERTAIN.all(draft):
        words = found[0]
        inside = any(start <= found.start() < end or found.start() <= start < found.end() for start, end in seen)
        if (
            not inside
            and _OUTCOME.search(words)
            and not _SOFT.search(words)
            and not re.search(r"\b(?:help|try|work|do our|do my|assist|look)\b", words)
            and re.search(r"\b(?:will|'ll|delivery|refund|by|within|tomorrow|today|repair)\b", words, re.IGNORECASE)
            and not _past(words)
        ):
            start = found.start() + len(words) - len(words.lstrip())
            yield Mark(
                start,
                start + len(words.strip()),
                "Certainty that nobody has.",
                "Say how sure you are, and when you will tell them if it moves.",
            )


_FORECAST = late(
    r"\b(?:will|shall|going to|arrives?|reach(?:es)?|comes?|is with you|are with you|shows?|is due|are due|be)\b|'ll\b",
    re.IGNORECASE,
)


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
