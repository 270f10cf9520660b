"""The times that a sentence names: "by Thursday", "within two working days", "on 12 March at 3 pm"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.checks.hours import may_name_a_time
from amends.coach.promises.clocks import FLAGS, LAST, ONES, PARTS, Clock, clocks_in, number_of
from amends.drafts.cue import late
from amends.texts.sentences import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How much is read before and behind the words that bind us, and how near before them a time must stand to be theirs.
_BEFORE, _BEHIND, _NEAR = 300, 700, 80

_OPENS, _CLOSES = time(9), time(17)
#: A time said after one from this hour on is of the same evening.
_EVENING = 18
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))\b"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_UNIT = r"(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?)\b"
_COUNT = rf"(?:\d{{1,3}}|(?:a\s+)?couple(?:\s+of)?|an?|{'|'.join(ONES)})"

_SPAN = late(
    r"\b(?:within|inside|in|over|during|under|after|be|takes?|allow|up to|less than|no more than|maximum of|next"
    r"|approximately"
    r"|about|around)\s+(?:(?:the\s+)?next\s+|about\s+|around\s+|approximately\s+|up\s+to\s+|the\s+(?=hour))?"
    rf"(?:(?P<half>half\s+an?)|(?P<low>{_COUNT})(?:\s*(?:-|to|or)\s*(?P<high>{_COUNT}))?|(?:(?<=the\s)"
    rf"|(?<=next\s))(?=hour))"
    rf"(?:\s*-?\s*(?P<working>working|business|office)|\s+full|\s+calendar)?\s*-?\s*{_UNIT}(?!\s+ago\b)"
    r"(?P<or_two>\s+or\s+two\b)?"
    r"(?P<event>\s+(?:from\s+(?:now|today)|of\s+(?:today|this\b)|(?:of|after|from|once|when|upon)\b))?"
    rf"|\b(?P<low2>{_COUNT})(?:\s*(?:-|to|or)\s*(?P<high2>{_COUNT}))?\s+(?P<working2>working\s+|business\s+)?"
    r"(?P<unit2>hours?|days?|weeks?|months?)\s+from\s+(?:now|today)\b",
    FLAGS,
)

_DAY = late(
    r"\b(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})\.?(?:,?\s+(?P<year>\d{{4}})\b)?"
    rf"|(?P<month2>{_MONTH})\.?\s+(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|\s*(?:am|pm|days|hours|%))"
    r"(?:,?\s+(?P<year2>\d{4})\b)?"
    r"|(?!24/7\b)(?:(?<=by )|(?<=on )|(?!\d/\d(?![\d/])))(?P<day3>\d{1,2})(?P<mark>[/.])(?P<month3>\d{1,2})"
    r"(?:(?P=mark)(?P<year3>\d{4}|\d{2})\b|(?<=/\d)\b|(?<=/\d\d)\b)"
    r"|the\s+(?P<day4>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:floor|time|century|street|birthday|anniversary))"
    r"|(?P<end>(?:(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:(?P<which>this|next|working|business)\s+)?"
    r"|within\s+the\s+)(?P<what>business|play|day|today|week|month|year)\b|cob\b|eod\b)"
    rf"|(?:the\s+)?end\s+of\s+(?P<month4>{_MONTH})"
    r"|(?P<near>(?:this|next)\s+(?:week|month))\b"
    r"|(?P<weekend>(?:at|over|by|this|next)\s+(?:the\s+)?weekend)\b"
    r"|(?P<same>(?:that|(?:the\s+)?(?:very\s+)?same|(?<!in )(?<!over )the\s+(?P<later>next|following))\s+"
    r"(?P<same_part>day|morning|afternoon|arvo|evening)\b(?!\s+(?:or|we|I|you|it|he|she|they|your|the)\b)"
    r"|the\s+(?P<later2>day\s+after)\b(?=\s+(?:that|to)\b|\W*$))"
    r"|(?P<plain>(?:the\s+)?day\s+after\s+tomorrow|today|tomorrow|tonight|this\s+(?:morning|afternoon|arvo|evening))\b"
    rf"|(?:(?P<from>{_WEEKDAY})\s*(?:-|to|and|or|through)\s*)?(?:(?P<next>next|a\s+week\s+(?:on"
    rf"|this))\s+)?(?P<weekday>{_WEEKDAY})"
    r"(?:\s+(?P<day5>\d{1,2})(?:st|nd|rd|th)\b|(?P<week>\s+week\b))?"
    r")",
    FLAGS,
)
_GONE_BY = late(r"\b(?:last|since|every|each|past|previous|dated|from)\s+(?:the\s+)?$", FLAGS)

_SAME = late(r"[\s,(]*(?:(?:on|of|the)\s+)?", FLAGS)
_BETWEEN = late(
    r"[\s,(-]*(?:(?:at|by|before|on|around|about|approximately|from|until|no\s+later\s+than|latest|of|in|the"
    r"|morning|afternoon"
    r"|evening)\b[\s,(-]*){0,4}",
    FLAGS,
)


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    day: date
    clock: time | None = None


def due_in(
    words: str, *, said_at: datetime, zone: str, after: int = 0, follows: datetime | None = None
) -> datetime | None:
    """The time, in UTC, that the words name: the first one behind the offset `after`, else the first shortly before.

    Read in `zone` against `said_at` (aware; ValueError otherwise). A day without a clock time is due at 17:00; said after 17:00
    of that very day, at 23:59. "Morning" ends at 12:00, "afternoon" at 17:00, "evening" and "tonight" at 21:00; a window is due
    at its end. A clock time without a day is the next such time. A bare hour after "at" or "by" is one of the working day:
    1 to 7 are afternoon. A weekday is the next one after today, "next Tuesday" that of the week after this one. Weeks and months
    end on their Friday and last day. Day comes before month in 12/03; a day and month without a year that is past means next year.
    "In N hours" runs to the minute. Working days are Monday to Friday, holidays not known here; "in N working days" is 17:00 of
    the Nth of them after today, and working hours are those from 9:00 to 17:00. A span that starts with an event ("five days
    after we receive it") names no time, for the event has none. Of a very long sentence only what stands round `after` is read.
    Where a time was spoken of before, which this `follows`, "that day" and a clock time without a day are of its day; after an
    evening, of that evening.
    """
    if said_at.tzinfo is None:
        raise ValueError("A time without its zone cannot be compared with a promise.")
    begin = max(0, after - _BEFORE)
    if not may_name_a_time(words[begin : after + _BEHIND]):
        return None
    here = ZoneInfo(zone)
    spoken_of = follows.astimezone(here) if follows else None
    try:
        named = sorted(_named(plainly(words[begin : after + _BEHIND]), said_at.astimezone(here), spoken_of))
        chosen = next((due for start, due in named if begin + start >= after), None)
        chosen = chosen or next((due for start, due in named if begin + start >= after - _NEAR), None)
        return chosen.astimezone(UTC) if chosen else None
    except (OverflowError, ValueError):  # the end of the year 9999
        return None


def day_spoken_of(words: str, *, said_at: datetime, zone: str) -> datetime | None:
    """The last day to come, today among them, that the words name, with its time; None where they name none."""
    words = plainly(words[-_BEFORE:])
    if not may_name_a_time(words):
        return None
    now = said_at.astimezone(ZoneInfo(zone))
    try:
        clocks = clocks_in(words)
        dues = [_on(day, _clock_of(day, clocks, words), now) for day in _days(words, now)]
    except (OverflowError, ValueError):  # the end of the year 9999
        return None
    return next((due.astimezone(UTC) for due in reversed(dues) if due.date() >= now.date()), None)


def _named(words: str, now: datetime, spoken_of: datetime | None = None) -> Iterator[tuple[int, datetime]]:
    """Every time named: where, and when it is."""
    taken: list[tuple[int, int]] = []
    for match in _SPAN.finditer(words):
        taken.append(match.span())
        due = _after(match, now)
        if due:
            yield match.start(), due
    days = [day for day in _days(words, now, spoken_of) if _free(day, taken)]
    taken += [(day.start, day.end) for day in days]
    clocks = [clock for clock in clocks_in(words) if _free(clock, taken)]
    for day in days:
        yield day.start, _on(day, _clock_of(day, clocks, words), now)
    if not days:
        for clock in clocks:
            if not clock.part or re.search(r"\bin the $", words[max(0, clock.start - 8) : clock.start], FLAGS):
                yield clock.start, _following(clock, spoken_of, now) if spoken_of else _next(clock.clock, now)


def _free(found: _Day | Clock, taken: list[tuple[int, int]]) -> bool:
    return all(found.end <= start or end <= found.start for start, end in taken)


def _on(day: _Day, clock: time | None, now: datetime) -> datetime:
    if clock is None:
        clock = LAST if day.day == now.date() and now.time() >= _CLOSES else _CLOSES
    return datetime.combine(day.day, clock, now.tzinfo)


def _following(clock: Clock, spoken_of: datetime, now: datetime) -> datetime:
    """The clock time on the day spoken of, in the evening where that was one; the next such time if it is past."""
    hour = clock.clock.hour
    late = spoken_of.hour >= _EVENING and not clock.half and 0 < hour < 12  # noqa: PLR2004 - noon
    due = datetime.combine(spoken_of.date(), clock.clock.replace(hour=hour + 12) if late else clock.clock, now.tzinfo)
    return due if due > now else _next(clock.clock, now)


def _next(clock: time, now: datetime) -> datetime:
    today = datetime.combine(now.date(), clock, now.tzinfo)
    return today if today > now else datetime.combine(now.date() + timedelta(days=1), clock, now.tzinfo)


# --- spans: "within two working days" -----------------------------------------------------------------------------------


def _after(match: re.Match[str], now: datetime) -> datetime | None:
    event = match["event"] or ""
    if event and not re.search(r"now|today|this", event, FLAGS):
        return None
    unit = (match["unit"] or match["unit2"]).lower()
    if match["half"]:
        return _soon(30 if unit.startswith("h") else 0, now)
    count = number_of(match["high"] or match["high2"] or match["low"] or match["low2"] or "the")
    count = 2 if match["or_two"] else count
    working = bool(match["working"] or match["working2"])
    if unit.startswith("h"):
        return _working_hours(now, count) if working else _soon(60 * count, now)
    if unit.startswith("mi"):
        return _soon(count, now)
    return _on(_Day(0, 0, _days_later(now.date(), count, unit, working=working)), None, now)


def _soon(minutes: int, now: datetime) -> datetime | None:
    return (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo) if minutes else None


def _days_later(day: date, count: int, unit: str, *, working: bool) -> date:
    if unit.startswith("mo"):
        months = day.year * 12 + day.month - 1 + count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if unit.startswith("d") and working:
        for _ in range(count):
            day = _working_day(day + timedelta(days=1))
        return day
    return day + timedelta(days=count * {"d": 1, "w": 7, "f": 14}[unit[0]])


def _working_day(day: date) -> date:
    """This day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)  # noqa: PLR2004 - Friday


def _working_hours(now: datetime, count: int) -> datetime:
    """`count` hours on, of which only those from 9:00 to 17:00, Monday to Friday, pass."""
    left = timedelta(hours=count)
    day = _working_day(now.date())
    begin = max(now, datetime.combine(day, _OPENS, now.tzinfo)) if day == now.date() else None
    while True:
        begin = begin or datetime.combine(day, _OPENS, now.tzinfo)
        end = datetime.combine(day, _CLOSES, now.tzinfo)
        if begin + left <= end:
            return begin + left
        left -= max(timedelta(), end - begin)
        day, begin = _working_day(day + timedelta(days=1)), None


# --- days: "by Thursday", "12 March" ------------------------------------------------------------------------------------


@lru_cache(maxsize=64)  # the sentences of one draft, of each of which several ask
def _days_spoken_of(words: str) -> tuple[re.Match[str], ...]:
    return tuple(_DAY.finditer(words))


def _days(words: str, now: datetime, spoken_of: datetime | None = None) -> Iterator[_Day]:
    matches = _days_spoken_of(words)
    before = spoken_of.date() if spoken_of else None
    for match, following in zip_longest(matches, matches[1:]):
        if _GONE_BY.search(words[max(0, match.start() - 16) : match.start()]):
            continue
        if following and _SAME.fullmatch(words, match.end(), following.start()):  # "Friday, 13 March" is one day
            continue
        if match["same"]:
            if before is None:  # "that day", of which nothing was said
                continue
            day = before + timedelta(days=1 if match["later"] or match["later2"] else 0)
        else:
            try:
                day = _day(match, now)
            except ValueError:  # the 31st of February
                continue
        before = day
        said = (match["plain"] or match["same_part"] or "").lower().split()
        yield _Day(match.start(), match.end(), day, PARTS.get(said[-1]) if said else None)


def _day(match: re.Match[str], now: datetime) -> date:
    """The day a match of `_DAY` names; ValueError where there is none such."""
    today = now.date()
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["day4"] or match["day5"]:
        return _next_of_month(int(match["day4"] or match["day5"]), today)
    if match["weekday"] or match["weekend"]:
        return _weekday(match, today) if match["weekday"] else _weekend(match["weekend"], today)
    if match["plain"]:
        plain = match["plain"].lower()
        return today + timedelta(days=2 if "after tom" in " ".join(plain.split()) else "tomorrow" in plain)
    return _end(match, now) if match["end"] or match["near"] else _written(match, today)


def _weekday(match: re.Match[str], today: date) -> date:
    ahead = _WEEKDAYS.index(match["weekday"][:3].lower()) - today.weekday()
    if match["next"] and match["next"].lower() == "next":
        return today + timedelta(days=ahead + 7)
    week = 7 if match["week"] or match["next"] else 0  # "Tuesday week", "a week on Tuesday"
    return today + timedelta(days=(ahead if ahead > 0 else ahead + 7) + week)


def _weekend(said: str, today: date) -> date:
    """The Sunday at its end."""
    return today + timedelta(days=6 - today.weekday() + (7 if said.lower().startswith("next") else 0))


def _end(match: re.Match[str], now: datetime) -> date:
    """The last day of this week (Friday), month or year; of the next one where this one's is past or "next" was said."""
    which, what = match["near"].lower().split() if match["near"] else (match["which"] or "", match["what"] or "")
    last = _last_of(what.lower(), now.date())
    if last is None:
        return now.date()
    past = datetime.combine(last, _CLOSES) <= now.replace(tzinfo=None)
    following = _last_of(what.lower(), last + timedelta(days=3))
    return following if following and (past or which.lower() == "next") else last


def _last_of(what: str, day: date) -> date | None:
    if what == "week":
        return day + timedelta(days=4 - day.weekday())
    if what == "month":
        return _month_end(day.year, day.month)
    return date(day.year, 12, 31) if what == "year" else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _next_of_month(number: int, today: date) -> date:
    for ahead in range(13):
        year, month = divmod(today.year * 12 + today.month - 1 + ahead, 12)
        if 0 < number <= monthrange(year, month + 1)[1] and date(year, month + 1, number) >= today:
            return date(year, month + 1, number)
    raise ValueError(number)


def _written(match: re.Match[str], today: date) -> date:
    """A day and a month, in letters or figures, with or without the year; the end of a month."""
    if match["month4"]:
        month = _MONTHS.index(match["month4"][:3].lower()) + 1
        return _month_end(today.year + (month < today.month), month)
    day = int(match["day"] or match["day2"] or match["day3"])
    name = match["month"] or match["month2"]
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(match["month3"])
    year = match["year"] or match["year2"] or match["year3"]
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 - two figures
    if (month, day) == (2, 29):
        return date(today.year + (-today.year) % 4, month, day)
    this = date(today.year, month, day)
    return this if this >= today else this.replace(year=today.year + 1)


def _clock_of(day: _Day, clocks: Sequence[Clock], words: str) -> time | None:
    """The clock time said beside this day; where the sentence has only one, that one."""
    exact = [clock for clock in clocks if not clock.part]
    for clock in (*exact, *(clock for clock in clocks if clock.part)):
        gap = words[day.end : clock.start] if clock.start >= day.end else words[clock.end : day.start]
        if _BETWEEN.fullmatch(gap):
            return clock.clock
    if day.clock is None and len(exact) == 1:
        return exact[0].clock
    return day.clock
