"""Times and names as people say them: "31 hours", "2 hours late", "yesterday 14:05". Pure: whoever asks brings the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from datetime import datetime

MINUTE, HOUR, DAY = 60, 3600, 86_400


def span_words(seconds: float) -> str:
    """A length of time in the one unit that says most: minutes to an hour, hours to two days, days to two months."""
    for unit, length, most in (("minute", MINUTE, HOUR), ("hour", HOUR, 2 * DAY), ("day", DAY, 60 * DAY)):
        if seconds < most:
            return counted(max(1, int(seconds // length)), unit)
    if seconds < 730 * DAY:
        return counted(int(seconds // (30.44 * DAY)), "month")
    return counted(int(seconds // (365.25 * DAY)), "year")


def counted(count: int, unit: str) -> str:
    """One day, two days: `1 day`, `2 days`."""
    return f"{count} {unit}{'' if count == 1 else 's'}"


def since_words(then: datetime, now: datetime) -> str:
    """How long ago: "9 days", "31 hours", "just now" within the first minute."""
    seconds = (now - then).total_seconds()
    return "just now" if seconds < MINUTE else span_words(seconds)


def due_words(due: datetime, now: datetime) -> str:
    """How far off something due is: "in 2 hours", "now", "3 days late"."""
    seconds = (due - now).total_seconds()
    if abs(seconds) < MINUTE:
        return "now"
    return f"in {span_words(seconds)}" if seconds > 0 else f"{span_words(-seconds)} late"


def moment_words(then: datetime, now: datetime) -> str:
    """A moment on the reader's own clock: "today 14:05", "tomorrow 09:00", "Tue 3 Mar 14:05", "3 Mar 2025 14:05"."""
    local, today = timezone.localtime(then), timezone.localtime(now).date()
    days = (local.date() - today).days
    clock = f"{local:%H:%M}"
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}
    if days in near:
        return f"{near[days]} {clock}"
    month = f"{local.day} {local:%b}"
    return f"{local:%a} {month} {clock}" if abs(days) < 300 else f"{month} {local.year} {clock}"  # noqa: PLR2004


def initials(name: str) -> str:
    """One or two letters for an avatar."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def hue(name: str) -> int:
    """One of four colours, always the same for one name."""
    return sum(map(ord, name)) % 4 + 1
