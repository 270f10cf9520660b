"""What is due on a case next, why then, and how that was counted; and the clock of the house, which runs while it is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from amends.calendars.explaining import Count, explain
from amends.calendars.opening import CalendarError
from amends.deadlines.deadline import Kind
from amends.deadlines.ruling import because, calendar_of, choice_of, row_of
from amends.policy.choosing import due
from amends.policy.pack import Cadence, Limit, Preset
from amends.policy.words import Severity, Unit
from amends.web.wording import HOUR, MINUTE, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from amends.calendars.calendar import Calendar
    from amends.cases.case import Case
    from amends.policy.pack import Row

NEXT = 3
_BUSINESS = (Unit.BUSINESS_MINUTES, Unit.BUSINESS_HOURS, Unit.BUSINESS_DAYS)
#: More periods than this are not listed one by one.
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of open time that was counted: its begin and end on the calendar's clock, and the sum with it, in words."""

    begin: datetime
    end: datetime
    total: str


@dataclass(frozen=True, slots=True)
class Counting:
    """How a due time was counted: from when, the periods (the first few), how many more there are, and the days left out."""

    since: datetime
    periods: list[Period]
    more: int
    skipped: list[tuple[date, str]]
    total: str


@dataclass(frozen=True, slots=True)
class Due:
    """One thing due: what it is and about what, when, who must do it, and why then."""

    what: str
    about: str
    due_at: datetime
    late: bool
    who: str
    because: str
    counting: Counting | None


@dataclass(frozen=True, slots=True)
class HouseClock:
    """Open time since they told us, in words; and whether the house is open now, until when or from when."""

    words: str
    is_open: bool
    turns_at: datetime


def next_things(case: Case, rows: Iterable[Mapping[str, Any]], *, at: datetime) -> list[Due]:
    """The next three things due, the soonest first. The rows are the outstanding deadlines in that order."""
    return [_due(case, row, at) for _, row in zip(range(NEXT), rows, strict=False)]


def house_clock(case: Case, *, at: datetime) -> HouseClock | None:
    """The clock of the house, by the hours the case is counted by; None where they cannot be counted by."""
    try:
        calendar = calendar_of(case)
        spent = calendar.between(case.received_at, max(case.received_at, min(at, case.closed_at or at)))
        is_open = calendar.is_open(at)
        return HouseClock(length(spent), is_open, calendar.next_close(at) if is_open else calendar.next_open(at))
    except CalendarError:
        return None


def pace(case: Case) -> str:
    """How often this customer hears from a human, as it is now: `daily, as they chose`, `every 17 business hours, …`."""
    choice = choice_of(case)
    chosen = next((row for pack in choice.packs for row in pack.presets if row.name == case.cadence), None)
    if chosen:
        return f"{chosen.name}, as they chose"
    row = choice.cadence(Severity(case.severity), on=case.received_at.date())
    if row is None:
        return "as soon as there is news"
    sooner = ", or sooner: an experiment drew a shorter time" if case.pace < 100 else ""  # noqa: PLR2004 - hundredths
    return f"within {row.within}, as a case of this severity asks for{sooner}"


def length(spent: timedelta) -> str:
    """A length of open time, in hours and minutes."""
    hours, minutes = divmod(int(spent.total_seconds()) // MINUTE, HOUR // MINUTE)
    if not hours:
        return counted(minutes, "minute")
    return counted(hours, "hour") + (f" {minutes} min" if minutes and hours < 10 else "")  # noqa: PLR2004


def _due(case: Case, row: Mapping[str, Any], at: datetime) -> Due:
    kind = Kind(row["kind"])
    why = because(row["policy"])
    if not why:
        why = "we said this time ourselves" if kind in {Kind.PROMISE, Kind.CALL_BACK} else "somebody set this time"
    who = row["who"] or f"whoever is here, of {case.queue.name}"
    return Due(kind.label, row["about"] or "", row["due_at"], row["due_at"] < at, who, why, _counting(case, row))


def _counting(case: Case, row: Mapping[str, Any]) -> Counting | None:
    """How it was counted, where it was counted in business time and counting it again gives the same moment."""
    timed = row_of(row["policy"])
    if not isinstance(timed, Limit | Cadence | Preset) or timed.within is None or timed.within.unit not in _BUSINESS:
        return None
    try:
        calendar = calendar_of(case, timed)
        since = next((one for one in _begins(case, row) if due(timed, one, calendar) == row["due_at"]), None)
        return _explained(calendar, timed, since, row["due_at"]) if since else None
    except CalendarError:
        return None


def _begins(case: Case, row: Mapping[str, Any]) -> Iterable[datetime]:
    """From when it may have been counted: the moment it was set, when a human last spoke, when they told us."""
    return (one for one in (row["set_at"], case.human_spoke_at, case.received_at, case.customer_spoke_at) if one)


def _explained(calendar: Calendar, timed: Row, since: datetime, due_at: datetime) -> Counting | None:
    amount = calendar.between(since, due_at)
    if amount <= timedelta():
        return None
    count: Count = explain(calendar, since, amount)
    periods = [Period(one.begin, one.end, length(one.total)) for one in count.periods]
    skipped = [(one.day, one.because) for one in count.skipped]
    within = str(getattr(timed, "within", ""))
    return Counting(count.start, periods[:_LISTED], max(0, len(periods) - _LISTED), skipped, within)
