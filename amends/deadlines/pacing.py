"""When something falls due and when somebody is warned of it, by the policy the case began under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from amends.calendars.opening import CalendarError
from amends.deadlines.deadline import Kind
from amends.deadlines.ruling import calendar_of, choice_of, day_of, key_of
from amends.policy.choosing import due, warn_at
from amends.policy.words import Due, Severity, Since

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from amends.calendars.calendar import Calendar
    from amends.deadlines.ruling import Paced
    from amends.policy.pack import Cadence, Limit, Preset

#: Of a wait that no row says when to warn in, so much is left when the first person is warned.
_LEAD = 4
_ONE_DAY = timedelta(days=1)
_WHOLE = 100


class NoRow(LookupError):  # noqa: N818 - named for what is missing
    """No row of the case's packs gives this a time; the message says which."""


@dataclass(frozen=True, slots=True)
class Timing:
    """When it is due, when the first person is warned, and the row of policy that says so (empty: nobody's but ours)."""

    due_at: datetime
    warn_at: datetime | None = None
    policy: str = ""


def timing(case: Paced, what: Due, *, since: datetime, exceptional: bool = False) -> Timing:
    """When this is due on the case, counted from `since`. Raises NoRow where policy does not say."""
    choice = choice_of(case)
    found = choice.deadline(
        what, on=_day(case), severity=Severity(case.severity), product=case.product, exceptional=exceptional
    )
    if found is None:
        raise NoRow(what)
    calendar = calendar_of(case, found)
    due_at = due(found, since, calendar)
    warned = warn_at(found, due_at, calendar) if found.warn is not None else None
    return Timing(due_at, _between(since, warned, due_at), key_of(choice, "deadlines", found))


def first_answer(case: Paced, *, since: datetime) -> Timing:
    """By when a person answers a case that came at `since`."""
    return timing(case, Due.FIRST_ANSWER, since=since)


def next_update(case: Paced, *, since: datetime) -> Timing:
    """By when the customer hears from a human again: as often as they chose, else as their case's severity asks for.

    Where they did not choose, an experiment may have drawn a share of that time (`pace`): sooner then, and never later.
    """
    choice, day = choice_of(case), _day(case)
    chosen = next(
        (p for pack in choice.packs for p in pack.presets if p.name == case.cadence and p.holds_on(day)), None
    )
    row: Preset | Cadence | None = chosen or choice.cadence(Severity(case.severity), on=day)
    if row is None:
        raise NoRow(Due.NEXT_UPDATE)
    calendar = calendar_of(case, row)
    due_at = due(row, since, calendar)
    if chosen is None:
        due_at = sooner(calendar, since, due_at, case.pace)
    lead = getattr(row, "warn", None)
    warned = warn_at(row, due_at, calendar) if lead is not None else due_at - (due_at - since) / _LEAD  # type: ignore[arg-type]
    section = "presets" if chosen else "cadence"
    return Timing(due_at, _between(since, warned, due_at), key_of(choice, section, row))


def sooner(calendar: Calendar, since: datetime, due_at: datetime, share: int) -> datetime:
    """The open moment after this share of the wait, in hundredths; never after `due_at`, and that itself for the whole."""
    if share >= _WHOLE:
        return due_at
    reached = since + (due_at - since) * share / _WHOLE
    try:
        return min(due_at, calendar.next_open(reached))
    except CalendarError:
        return min(due_at, reached)


def promised(due_at: datetime, *, since: datetime) -> Timing:
    """A time we named ourselves: somebody is warned when a quarter of the wait is left, a day before it at the most."""
    lead = min((due_at - since) / _LEAD, _ONE_DAY)
    return Timing(due_at, due_at - lead)


def follow_up(case: Paced, *, since: datetime, share: int = 100) -> Timing:
    """When the follow-up of a case resolved at `since` falls due: some business days later, within opening hours.

    `share` is that of the wait after which it does, in hundredths.
    """
    whole = timing(case, Due.FOLLOW_UP, since=since)
    due_at = sooner(calendar_of(case), since, whole.due_at, share)
    return whole if due_at == whole.due_at else Timing(due_at, promised(due_at, since=since).warn_at, whole.policy)


def patience(case: Paced, *, since: datetime) -> Timing:
    """Until when we wait for an answer after the second try to reach them."""
    return timing(case, Due.SECOND_TRY, since=since)


#: What a regulator's pack may limit from the moment they told us; later stages begin with a deed of their own.
_FROM_THE_START = {Due.ACKNOWLEDGEMENT: Kind.ACKNOWLEDGEMENT, Due.STAGE_1: Kind.STAGE_1, Due.FINAL: Kind.FINAL}


def limits(case: Paced) -> list[tuple[Kind, Timing]]:
    """What the law, or whoever watches this trade, limits from the first day; nothing where only the house's pack holds."""
    choice, day = choice_of(case), _day(case)
    found = []
    for what, kind in _FROM_THE_START.items():
        rows = choice.deadlines(what, on=day, severity=Severity(case.severity), product=case.product)
        if any(row in pack.deadlines for pack in choice.packs[:-1] for row in rows) and _since_the_start(rows):
            found.append((kind, timing(case, what, since=case.received_at)))
    return found


def _since_the_start(rows: Sequence[Limit]) -> bool:
    counted = next((row for row in rows if row.within is not None), None)
    return counted is not None and counted.since is Since.RECEIVED


def open_at(case: Paced, at: datetime) -> bool:
    """Whether the hours of the case's queue cover this moment; hours that cannot be counted by never close."""
    try:
        return calendar_of(case).is_open(at)
    except CalendarError:
        return True


def _between(since: datetime, warned: datetime | None, due_at: datetime) -> datetime | None:
    """A warning comes neither before the count began nor after it is over."""
    return None if warned is None else min(max(warned, since.astimezone(UTC)), due_at)


def _day(case: Paced) -> date:
    return day_of(case.received_at)
