"""Figures read back: a number, a sum or a day beside theirs that is not theirs, while the right one stands nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = "|".join(_COUNTS[1:])
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_SUM = late(r"(?P<unit>[£$€₦₹])\s?(?P<number>\d[\d,]*(?:\.\d+)?)")
_DATE = late(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b|\b(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})\b",
    re.IGNORECASE,
)
_NUMBERED = late(r"(?P<noun>[^\W\d_]{3,})\s+(?:number |no\.? |#)?(?P<number>[#]?\d[\w-]*)")
_COUNTED = late(rf"\b(?P<count>\d{{1,4}}|{_COUNT})\s+(?P<things>(?:[^\W\d_]+\s+)?[^\W\d_]{{3,}})", re.IGNORECASE)
_LONG = late(r"(?<![\w.£$€₦₹])\d[\d-]{3,}(?![\w%])")
#: A day or a number that is not read back, but said of a letter of theirs or of what we will do.
_OTHERWISE = late(
    r"\b(?:letter|e-?mail|message|note|call|reply|complaint|review|form)\s+(?:of|on|from|dated)\s+(?:the\s+)?$"
    r"|\b(?:by|until|before|since|within|will|'ll|until|from)\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
#: So short a number that another one of its length is easily another thing.
_FEW = 2


def misread(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    """Where a number of this fact is read back wrong: from, to, and the fact; None where it is right, or is not read back at all."""
    return next(
        (found for look in (_sum, _date, _numbered, _counted, _reference) if (found := look(draft, fact))), None
    )


def _first(fact: str, found: Iterator[re.Match[str]]) -> tuple[int, int, str] | None:
    one = next(found, None)
    return (one.start(), one.end(), fact) if one else None


def _sum(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    """A slip of the fingers in a sum; another sum altogether may be another thing."""
    named = _SUM.search(fact)
    if named is None:
        return None
    right = _plain(named["number"])
    said = [one for one in _SUM.finditer(draft.said) if one["unit"] == named["unit"]]
    if any(_plain(one["number"]) == right for one in said):
        return None
    others = {_plain(one["number"]) for other in draft.context.specifics for one in _SUM.finditer(other)}
    return _first(
        fact,
        (one for one in said if _plain(one["number"]) not in others and _slipped(right, _plain(one["number"]))),
    )


def _plain(number: str) -> str:
    return re.sub(r"\.00$|,|[.,]$", "", number)


def _slipped(right: str, said: str) -> bool:
    """Whether one digit differs, or two have changed places, or one is doubled or lost."""
    if len(right) == len(said):
        wrong = [place for place, (one, two) in enumerate(zip(right, said, strict=True)) if one != two]
        turned = len(wrong) == 2 and sorted(right) == sorted(said)  # noqa: PLR2004 - two that changed places
        return turned or (len(wrong) == 1 and len(right) > 1)
    longer, shorter = sorted((right, said), key=len, reverse=True)
    return len(shorter) > 1 and any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _date(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    """Another day of the same month."""
    named = _DATE.search(fact)
    if named is None:
        return None
    right = _day(named)
    said = list(_DATE.finditer(draft.said))
    known = {_day(one) for other in draft.context.specifics for one in _DATE.finditer(other)}
    if any(_day(one) == right for one in said):
        return None
    return _first(
        fact,
        (
            one
            for one in said
            if _day(one)[0] == right[0]
            and _day(one) not in known
            and not _OTHERWISE.search(draft.said, max(0, one.start() - 60), one.start())
        ),
    )


def _day(found: re.Match[str]) -> tuple[int, int]:
    return _MONTHS.index((found["month"] or found["month2"])[:3].lower()), int(found["day"] or found["day2"])


def _numbered(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    named = _NUMBERED.search(fact)
    if named is None or _DATE.search(fact) or _stands(draft, named["number"]):
        return None
    pattern = rf"\b{re.escape(named['noun'])}\s+(?:number\s+|no\.?\s+|#)?(?P<said>#?\d[\w-]*)"
    found = re.search(pattern, draft.said, re.IGNORECASE)
    return (found.start(), found.end(), fact) if found else None


def _counted(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    named = _COUNTED.search(fact)
    if named is None or _DATE.search(fact):
        return None
    right = _figure(named["count"])
    words = rf"(?<![\w.£$€:])(?P<said>\d{{1,4}}|{_COUNT})\s+{re.escape(named['things'])}\b"
    said = list(re.finditer(words, draft.said, re.IGNORECASE))
    if _stands(draft, named["count"]) or any(_stands(draft, one) for one in _spellings(right)):
        return None
    return _first(fact, (one for one in said if _figure(one["said"]) != right))


def _figure(count: str) -> int:
    return int(count) if count.isdigit() else _COUNTS.index(count.lower())


def _spellings(figure: int) -> tuple[str, ...]:
    return (str(figure), _COUNTS[figure]) if 0 < figure < len(_COUNTS) else (str(figure),)


def _reference(draft: Draft, fact: str) -> tuple[int, int, str] | None:
    """A long number that is theirs but for a slip."""
    named = _LONG.search(fact)
    if named is None or _stands(draft, named[0]):
        return None
    return _first(
        fact, (one for one in _LONG.finditer(draft.said) if len(one[0]) > _FEW and _slipped(named[0], one[0]))
    )


def _stands(draft: Draft, number: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(number)}(?!\w)", draft.said, re.IGNORECASE) is not None
