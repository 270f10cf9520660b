"""When the next word is due: the house's pace, counted in its opening hours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from amends.calendars.calendar import Calendar
from amends.calendars.daysoff import DaysOff
from amends.calendars.opening import Opening
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from datetime import datetime


@lru_cache(maxsize=1)
def house_calendar() -> Calendar:
    """Monday to Friday in the house's hours, less the public holidays of its country."""
    day = (Opening.read(HOUSE.opens, HOUSE.closes),)
    return Calendar(HOUSE.time_zone, (day,) * 5 + ((), ()), DaysOff(HOUSE.country, HOUSE.region or ""))


def first_answer_due(severity: int, *, at: datetime) -> datetime:
    """By when a person answers a case that came at `at`."""
    return house_calendar().add(at, HOUSE.first_answer[severity])


def next_update_due(severity: int, *, at: datetime) -> datetime:
    """By when the customer hears from a human again."""
    return house_calendar().add(at, HOUSE.next_update[severity])


def follow_up_due(*, at: datetime) -> datetime:
    """When the follow-up of a case resolved at `at` falls due: some business days later, within opening hours."""
    calendar = house_calendar()
    return calendar.next_open(calendar.add_days(at, HOUSE.follow_up_days))
