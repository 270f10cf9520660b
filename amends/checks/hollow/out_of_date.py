"""Words that are out of date when they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.checks.days import day_named
from amends.checks.hearing.listening import stem
from amends.drafts.cue import late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from amends.drafts.draft import Draft

_OUT_OF_DATE = late(
    r"\b(?:out of date|r[au]n out|expired|lapsed|finished|no longer|ended|over|past|swap|instead|closed|has gone|was"
    r"|(?:lands?|arrives?|comes? out|go(?:es)? out|appears?) (?:only )?after|behind us|passed|gone by)\b",
    re.IGNORECASE,
)
#: What is read later than it is written.
_APPEARS = late(
    r"\b(?:go(?:es)? out|go(?:es)? to (?:print|press)|lands?|arrives?|reach(?:es)?|ready|comes? out|in print|printed|published"
    r"|posted|mailed|deliver(?:ed|y|s)?|moved)\b",
    re.IGNORECASE,
)


#: Money is not read.
_MONEY = late(r"[£$€₦₹]|\b(?:refund\w*|money|credit\w*|repa(?:y|id)\w*|payments?)\b", re.IGNORECASE)


def _lands(draft: Draft, now: datetime) -> date:
    """The last day on which what the draft tells of comes out, as far as it is forecast or named."""
    earliest = draft.context.quote_not_before
    days = [
        day
        for sentence in draft.body
        if _APPEARS.search(sentence.words)
        and not _MONEY.search(sentence.words)
        and (day := day_named(sentence.words, now))
    ]
    return max([now.date(), *days, *([earliest.astimezone(now.tzinfo).date()] if earliest else [])])


def stale(draft: Draft) -> Iterator[Mark]:
    """C48: words that are out of date on the day they are sent, or come out."""
    now = draft.context.now
    if now is None or not draft.context.stale:
        return
    today, last = now.date(), _lands(draft, now)
    for one in draft.context.stale:
        if last <= one.valid_until:
            continue
        until = one.valid_until.isoformat()
        why = (
            f"Out of date since {until}."
            if one.valid_until < today
            else f"Good until {until}, and this comes out later."
        )
        at = draft.text.lower().find(one.text.lower())
        if at >= 0:
            if not _OUT_OF_DATE.search(draft.sentence(at)):
                yield Mark(at, at + len(one.text), why)
            continue
        words = {stem(word) for word in re.findall(r"[^\W_]{2,}", one.text.lower())}
        for sentence in draft.sentences:
            said = {stem(word) for word in re.findall(r"[^\W_]{2,}", sentence.words.lower())}
            if (
                words
                and len(words & said) >= max(2, round(len(words) * 0.7))
                and not _OUT_OF_DATE.search(sentence.words)
            ):
                yield Mark(sentence.start, sentence.end, why)
                break
