"""One opening period of a day, in local wall-clock time."""

import re
from dataclasses import dataclass
from typing import Final, Self

DAY: Final = 86_400
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
_SIXTY: Final = 60


class CalendarError(ValueError):
    """Something about a calendar, or about what was asked of it, is refused; the message says what and why."""


class Misread(CalendarError):  # noqa: N818 -- named for the refusal
    """A calendar's data cannot be understood; the message names the place and what would be right."""


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """Open from `opens` until just before `closes`, in seconds after the midnight that begins its day.

    A period over midnight closes after `DAY` and belongs wholly to the day on which it opens: a holiday removes the
    night shift that begins on it, and leaves the one that began the evening before. Nothing is longer than 24 hours.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        """Refuse a period of no length, of more than a day, or one that opens on another day."""
        if not (0 <= self.opens < DAY and self.opens < self.closes <= self.opens + DAY):
            msg = f"an opening period of {self.opens} to {self.closes} seconds after midnight is impossible"
            raise Misread(msg)

    @classmethod
    def read(cls, opens: str | int, closes: str | int) -> Self:
        """The period between two clock times such as "09:00" and "17:30"; "24:00" ends the day.

        A closing time before the opening time is on the next day. Raises Misread when both are the same, because that
        may mean never or the whole day.
        """
        begin, end = seconds_after_midnight(opens), seconds_after_midnight(closes)
        if begin in (end, DAY):
            msg = f"a period from {opens} to {closes} has no length; the whole day is 00:00 to 24:00"
            raise Misread(msg)
        return cls(begin, end if end > begin else end + DAY)


def seconds_after_midnight(clock: str | int) -> int:
    """Seconds after midnight of "HH:MM" or "HH:MM:SS", 0 to 86,400; a whole number is minutes after midnight.

    Whole numbers are understood because YAML reads an unquoted 17:00 as 1020. Raises Misread.
    """
    seconds = clock * _SIXTY if isinstance(clock, int) else _read_clock(clock)
    if not 0 <= seconds <= DAY:
        msg = f"{clock!r} is not a time of day; write HH:MM, at most 24:00"
        raise Misread(msg)
    return seconds


def _read_clock(clock: str) -> int:
    found = _CLOCK.fullmatch(clock.strip())
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, _SIXTY, 0)
    if minutes >= _SIXTY or seconds >= _SIXTY:
        msg = f"{clock!r} is not a time of day; write HH:MM, at most 24:00"
        raise Misread(msg)
    return (hours * _SIXTY + minutes) * _SIXTY + seconds
