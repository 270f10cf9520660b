"""A quote in words: the slot a person understands, one sentence for the customer, one line that can be checked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.calendars.calendar import Calendar

if TYPE_CHECKING:
    from amends.quoting.model import Quote

_NIGHT = (21, 8)
_NOON = 12
_DAYS = 14


def slot(due: datetime, calendar: Calendar) -> datetime:
    """The first slot not before this time: noon of an open day if work goes on later, or the end of an opening period.

    By which time something is done is said in those; the wait is never shorter and never ends on closed time. Raises
    TooFar, NeverOpens.
    """
    opens = calendar.next_open(due)
    closes = calendar.next_close(due)
    local = opens.astimezone(ZoneInfo(calendar.zone))
    noon = local.replace(hour=_NOON, minute=0, second=0, microsecond=0)
    worked = noon >= due and noon < closes and calendar.is_open(noon - timedelta(microseconds=1))
    return noon.astimezone(closes.tzinfo) if worked else closes


def present(due: datetime, calendar: Calendar, absences: list[tuple[datetime, datetime]]) -> datetime:
    """The first slot in which the house is open and nobody needed is absent; absences are periods [from, to)."""
    for begin, end in sorted(absences):
        if begin <= due <= end:
            due = end
    found = slot(due, calendar)
    if any(begin < found <= end for begin, end in absences):
        return present(found + timedelta(microseconds=1), calendar, absences)
    return found


def for_a_call(due: datetime, zone: str) -> datetime:
    """The same time, or if that is in the customer's night (21:00 to 8:00) the next morning at eight, in UTC."""
    local = due.astimezone(ZoneInfo(zone))
    begin, end = _NIGHT
    if end <= local.hour < begin:
        return due
    day = local + timedelta(days=1) if local.hour >= begin else local
    return day.replace(hour=end, minute=0, second=0, microsecond=0).astimezone(due.tzinfo)


def spoken(due: datetime, zone: str, *, at: datetime) -> str:
    """The time as it is said: "by Thursday 5 pm", with the date where it is a week away or more."""
    local, now = due.astimezone(ZoneInfo(zone)), at.astimezone(ZoneInfo(zone))
    hour = local.hour % 12 or 12
    clock = (
        "noon"
        if (local.hour, local.minute) == (_NOON, 0)
        else f"{hour}{f':{local.minute:02}' if local.minute else ''} "
    )
    clock = clock if clock == "noon" else clock + ("am" if local.hour < _NOON else "pm")
    if (local.date() - now.date()).days == 0:
        return f"by {clock} today"
    far = (local.date() - now.date()).days >= 7  # noqa: PLR2004 -- days of the week repeat
    year = f" {local.year}" if local.year != now.year else ""
    return f"by {local:%A} {local.day} {local:%B}{year}, {clock}" if far else f"by {local:%A} {clock}"


def callable_slot(
    due: datetime, calendar: Calendar, absences: list[tuple[datetime, datetime]], *, zone: str
) -> datetime:
    """The first slot for a call: the house is open, whoever calls is here, and it is day where the customer is.

    Where no slot of the house is ever in their day, it is the first half hour of an opening period that is.
    """
    found = present(due, calendar, absences)
    for _ in range(_DAYS):
        if for_a_call(found, zone) == found:
            return found
        found = present(found + timedelta(microseconds=1), calendar, absences)
    step = timedelta(minutes=30)
    found = due + (-(due - due.replace(minute=0, second=0, microsecond=0)) % step)
    for _ in range(_DAYS * 48):
        away = any(begin <= found < end for begin, end in absences)
        if calendar.is_open(found) and not away and for_a_call(found, zone) == found:
            return found
        found += step
    return for_a_call(present(due, calendar, absences), zone)


def to_the_customer(
    quote: Quote,
    calendar: Calendar,
    *,
    update: timedelta = timedelta(days=2),
    due: datetime | None = None,
    zone: str = "",
) -> str:
    """One sentence a customer could read: the date and how sure it is, or when the next news will come and why.

    `due` is the slot that was found for it, if another than the house's next; `zone` the customer's clock.
    """
    clock = zone or calendar.zone
    if quote.due is None:
        news = slot(quote.at + update, calendar)
        return (
            f"We cannot yet name a date that we could be sure to keep; you will hear from us "
            f"{spoken(news, clock, at=quote.at)}, whatever we know by then."
        )
    due = due or slot(quote.due, calendar)
    return (
        f"We will have this done {spoken(due, clock, at=quote.at)}: of the last {quote.n} cases like yours, "
        f"about {round(100 * quote.probability)} in 100 took no longer than that."
    )


def to_the_agent(quote: Quote) -> str:
    """One line an agent can check: the cases it rests on, the probability, the level, the clock; or why there is none."""
    base = f"n={quote.n}, {quote.cohort}, probability {quote.probability:.0%}, level {quote.level}, {quote.clock} time"
    if quote.due is None:
        return f"no date ({base}): {quote.because}"
    return f"{quote.days:.2f} days, due {quote.due.isoformat(timespec='minutes')} ({base})"


def to_the_challenger(chance: float, probability: float) -> str:
    """What is said of an earlier date: its chance of being kept beside the one that is required."""
    return f"That date would be kept about {round(100 * chance)} times in 100; {round(100 * probability)} in 100 are required."
