"""The clocks a person can choose from: one city for each, as people name them; and any other that is known already."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amends.policy.house import HOUSE

_CITIES = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Phoenix", "America/Chicago",
    "America/Mexico_City", "America/New_York", "America/Toronto", "America/Bogota", "America/Halifax", "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires", "America/St_Johns", "Atlantic/Azores", "Europe/London", "Europe/Dublin",
    "Europe/Lisbon", "Africa/Lagos", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Warsaw",
    "Europe/Athens", "Europe/Helsinki", "Europe/Kyiv", "Africa/Cairo", "Africa/Johannesburg", "Africa/Nairobi",
    "Europe/Istanbul", "Europe/Moscow", "Asia/Riyadh", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Singapore",
    "Asia/Manila", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Adelaide", "Australia/Brisbane",
    "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip


def place(name: str) -> str:
    """The city of a clock, as one says it: `New York`."""
    return name.rpartition("/")[2].replace("_", " ")


def known(name: str) -> bool:
    """Whether there is such a clock."""
    return _known(name)


@lru_cache(maxsize=512)
def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def choices(*also: str) -> list[tuple[str, str]]:
    """What a select offers, by city; `also` are clocks that must be among them, as the customer's own."""
    names = {*_CITIES, HOUSE.time_zone, *(name for name in also if name and known(name))}
    return sorted(((name, place(name)) for name in names), key=lambda one: one[1])
