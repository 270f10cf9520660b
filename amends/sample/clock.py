"""Times of the sample, told from the moment it is loaded, so that today's work is always today's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from amends.deadlines.ruling import house_calendar


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of loading, and how the stories speak of others."""

    at: datetime

    def when(self, words: str) -> datetime:
        """The time that is meant.

        `w3 10:15` is the third working day before today, `+w2 12:00` the second after it; `d3 22:40` is three days ago,
        working or not; `m90` is ninety minutes ago and `+m90` in ninety minutes. Clock times are the house's.
        """
        ahead = words.startswith("+")
        unit, rest = words.lstrip("+")[0], words.lstrip("+")[1:]
        if unit == "m":
            minutes = timedelta(minutes=int(rest))
            return self.at + minutes if ahead else self.at - minutes
        count, _, clock = rest.partition(" ")
        days = int(count) if ahead else -int(count)
        zone = ZoneInfo(house_calendar().zone)
        day = self.at.astimezone(zone).date()
        if unit == "d":
            day += timedelta(days=days)
        else:
            step = timedelta(days=1 if ahead else -1)
            while days:
                day += step
                if house_calendar().business_days(day, day + timedelta(days=1)):
                    days -= 1 if ahead else -1
        return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(self.at.tzinfo)
