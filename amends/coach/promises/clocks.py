"""The clock times that a sentence names: "3 pm", "17:00", "between 9 and 11"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from amends.drafts.cue import late

#: "At 7:30" is as soon the morning's as the evening's, and is read as it stands.
_SEVEN = 7
LAST = time(23, 59)
PARTS = {"morning": time(12), "afternoon": time(17), "arvo": time(17), "evening": time(21), "tonight": time(21)}
ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {"a": 1, "an": 1, "the": 1, "couple": 2, **{word: number for number, word in enumerate(ONES, start=1)}}
FLAGS = re.IGNORECASE | re.ASCII

_HOUR = r"\d{1,2}(?:[:.][0-5]\d)?"
_HALF = r"[ap]\.?m\b\.?"
_AFTER_BARE = (
    r"(?=\s*(?:$|[,.;!?)](?!\d)"
    r"|(?:today|tomorrow|tonight|on|or|and|in\s+the|at\s+the\s+latest|latest|sharp|next|if|so|with|to|either|even"
    r"|whatever|whether|come|this|that\s+(?:day|morning|afternoon|arvo|evening)|the\s+same|prompt|your\s+time|again|then"
    r"|myself|when|about|before|until|for\s+(?:the|your|a|you))\b))"
)
#: What stands before an hour; and the words that a clock is read in.
_AT = r"(?:at|by|before|until|till|around|from)\s+(?:about\s+|around\s+|roughly\s+|exactly\s+)?"
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15, "ten past": 10, "ten to": -10, "twenty past": 20,
    "twenty to": -20, "five past": 5, "five to": -5, "half": 30}  # fmt: skip
_HOURS = rf"(?:1[0-2]|[1-9]|{'|'.join(ONES)})"
_CLOCK = late(
    rf"\b(?:(?:between|from)?\s*(?P<open>{_HOUR})\s*(?P<open_half>{_HALF})?\s*(?:-|to|and|until|till)\s*"
    rf"(?P<close>{_HOUR})\s*(?P<close_half>{_HALF})"
    rf"|between\s+{_HOUR}\s+and\s+(?P<shut>{_HOUR})\b(?!\s*(?:working|business|days?|hours?|weeks?|minutes?|[%\d]))"
    rf"|(?:from\s+|(?<=day\s)|(?<=day,\s)){_HOUR}\s*(?:-|to|until|till)\s*(?P<shut2>{_HOUR})\b{_AFTER_BARE}"
    rf"|(?P<exact>{_HOUR})\s*(?P<half>{_HALF})"
    r"|(?P<long>(?:[01]?\d|2[0-3]):[0-5]\d)\b"
    r"|(?P<french>(?:[01]?\d|2[0-3])h[0-5]\d)\b"
    r"|(?P<figures>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours|h)\b"
    rf"|(?:at|before|till|around|from|by(?!\s+20)|until(?!\s+20))\s+(?P<figures2>(?:[01]\d"
    rf"|2[0-3])[0-5]\d){_AFTER_BARE}"
    rf"|{_AT}(?P<dotted>(?:[01]?\d|2[0-3])\.[0-5]\d)\b(?!\s*(?:%|[ap]\.?m\b))"
    rf"|(?:(?P<past>(?:half|quarter|ten|twenty|five)\s+(?:past|to))|(?:at|by"
    rf"|before)\s+(?P<past2>half))\s+(?P<hour>{_HOURS})\b"
    rf"(?:\s*(?P<past_half>{_HALF}))?"
    r"|(?P<bare>\d{1,2})\s+o'?clock\b"
    rf"|{_AT}(?P<at>\d{{1,2}}|{'|'.join(ONES)}){_AFTER_BARE}"
    r"|(?P<word>noon|midday|midnight|lunch-?time)\b"
    r"|(?<!good )(?P<part>morning|afternoon|arvo|evening)\b)",
    FLAGS,
)
_IN_THE_MORNING = late(
    r"\s*(?:sharp\s+|o'clock\s+)?(?:in\s+the|tomorrow|that|on\s+\w+day|\w+day|this)\s+morning\b", FLAGS
)
_MORNING_AT = late(r"\bmorning,?\s*$", FLAGS)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a clock time stands, whether it is a part of the day, and whether it says which half."""

    start: int
    end: int
    clock: time
    part: bool = False
    half: bool = False


@lru_cache(maxsize=64)  # the sentences of one draft, of each of which several ask
def clocks_in(words: str) -> tuple[Clock, ...]:
    """Every clock time in the words, in order."""
    late = re.search(r"\b(?:tonight|evening)\b", words, FLAGS) is not None
    found = []
    for match in _CLOCK.finditer(words):
        early = _IN_THE_MORNING.match(words, match.end()) or _MORNING_AT.search(words[: match.start()][-20:])
        clock = _clock(match, late=late, early=early is not None)
        if clock is not None:
            half = match["close_half"] or match["half"] or match["past_half"] or match["part"] or match["word"] or early
            found.append(Clock(match.start(), match.end(), clock, match["part"] is not None, half is not None))
    return tuple(found)


def _clock(match: re.Match[str], *, late: bool, early: bool) -> time | None:
    if match["word"]:
        return LAST if match["word"].lower() == "midnight" else time(12)
    if match["part"]:
        return PARTS[match["part"].lower()]
    four = match["figures"] or match["figures2"]
    if four:
        return time(int(four[:2]), int(four[2:]))
    half = match["close_half"] or match["half"] or match["past_half"] or ("am" if early else None)
    if match["hour"]:
        return _past(match, half, late=late)
    long = match["long"] or match["dotted"] or match["french"]
    figures = (
        long or match["close"] or match["exact"] or match["shut"] or match["shut2"] or match["bare"] or match["at"]
    )
    hour, _, minute = (figures.replace("h", ":") if match["french"] else figures.replace(".", ":")).partition(":")
    if long and (len(hour) > 1 or int(hour) >= _SEVEN or early):  # "03:30" is of 24 hours, "3:30" of the working day
        return time(int(hour) + (12 if late and 0 < int(hour) < 12 else 0), int(minute))  # noqa: PLR2004 - noon
    if half == "am" and number_of(hour) > 12:  # noqa: PLR2004 - "at 14 in the morning" is a slip of the hand
        half = None
    return _reckoned(number_of(hour), int(minute or 0), half, late=late)


def _past(match: re.Match[str], half: str | None, *, late: bool) -> time | None:
    """The time of "half past two" and "quarter to four"."""
    clock = _reckoned(number_of(match["hour"]), 0, half, late=late)
    minutes = _PAST[" ".join((match["past"] or match["past2"]).lower().split())]
    return (
        (datetime.combine(date.min + timedelta(days=1), clock) + timedelta(minutes=minutes)).time() if clock else None
    )


def _reckoned(hour: int, minute: int, half: str | None, *, late: bool) -> time | None:
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours of a clock
            return None
        return time(hour % 12 + (12 if half[0] in "pP" else 0), minute)
    if late or 1 <= hour <= 7:  # noqa: PLR2004 - nobody is promised anything at 4 in the morning
        hour += 12 if hour < 12 else 0  # noqa: PLR2004
    return time(hour, minute) if hour < 24 else None  # noqa: PLR2004


def number_of(words: str) -> int:
    """A number in figures or words."""
    said = words.lower().removeprefix("a ").split()[0]
    return int(said) if said.isdigit() else NUMBERS[said]
