"""The day that a few words name, reckoned from now; a time to come, told by its words alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from amends.drafts.cue import late

if TYPE_CHECKING:
    from datetime import datetime

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NUMBERS = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
} | {"a": 1, "an": 1}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
#: Words for a day or an hour.
TIME = (
    rf"(?:today|tonight|tomorrow|this (?:very )?(?:morning|afternoon|evening|week|weekend)|{_WEEKDAY}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}|(?:within|in|inside|under) (?:the |about )?{_COUNT} (?:working |business "
    r"|more )?(?:minute|hour|day|week|month)s?|(?:by|at|before|until|till) (?:noon|midday|midnight|lunch\w*|tea ?time|dinner"
    rf" ?time|breakfast|half past|a? ?quarter (?:past|to)|close|{_COUNT}\b)|half past \w+|quarter (?:past|to) \w+|that (?:same"
    r" )?(?:day|morning|afternoon|evening)|next (?:week|month)|(?:the )?end of (?:the |this )?(?:day|week|month)"
    r"|the weekend|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|o'clock)"
).replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")  # fmt: skip
_DAY = late(
    rf"\b(?:(?P<today>today|tonight|this\s+(?:very\s+)?(?:morning|afternoon|evening))|(?P<after>day\s+after\s+tomorrow)"
    rf"|(?P<tomorrow>tomorrow)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})\b|(?P<month2>{_MONTH})\s+"
    rf"(?P<day2>\d{{1,2}})\b|(?P<next>next\s+)?(?P<weekday>{_WEEKDAY})\b|(?:within|in)\s+(?P<count>{_COUNT})\s+"
    r"(?:working\s+|business\s+)?(?P<unit>day|week)s?\b)",
    re.IGNORECASE,
)
_GONE = late(r"\b(?:last|since|every|each|past|previous|dated|of|from)\s+(?:the\s+)?$", re.IGNORECASE)


def day_named(words: str, now: datetime) -> date | None:
    """The last of the days named, none before today; None where no day is named, or none that can be reckoned."""
    found = [
        day
        for one in _DAY.finditer(words)
        if not _GONE.search(words, max(0, one.start() - 16), one.start()) and (day := _day(one, now.date()))
    ]
    return max(found, default=None)


def _day(one: re.Match[str], today: date) -> date | None:
    if one["today"] or one["tomorrow"] or one["after"]:
        return today + timedelta(days=0 if one["today"] else 2 if one["after"] else 1)
    if one["weekday"]:
        ahead = (_WEEKDAYS.index(one["weekday"][:3].lower()) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    if one["count"]:
        said = one["count"].lower()
        count = int(said) if said.isdigit() else _NUMBERS[said]
        return today + timedelta(days=count * (7 if one["unit"].lower() == "week" else 1))
    month = _MONTHS.index((one["month"] or one["month2"])[:3].lower()) + 1
    try:
        day = date(today.year, month, int(one["day"] or one["day2"]))
    except ValueError:  # the 31st of February
        return None
    return day if day >= today else day.replace(year=day.year + 1) if (month, day.day) != (2, 29) else None
