"""Which days are off: the public holidays of a country and region, and days that a firm adds or works through."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from amends.calendars.opening import Misread

if TYPE_CHECKING:
    from holidays import HolidayBase

_PUBLIC: Final = "public"


class UnknownRegion(Misread):
    """No public holidays are known for this country or region; the message lists what is known."""


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The public holidays of `country` (ISO 3166 code) and `region`, and `dates`, without those named in `worked`.

    Only days in the category "public" count: observances, bank-only, school and half holidays are working days.
    Without a region only the days of the whole country count, so a regional day never moves a deadline elsewhere. A
    substitute day (the Monday after) counts. Some regions list days as public on which business goes on: name those
    in `worked`, as `in_year` spells them. Raises UnknownRegion.
    """

    country: str = ""
    region: str = ""
    dates: frozenset[date] = frozenset()
    worked: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a place that has no holidays on record, before anything is counted by it."""
        if self.region and not self.country:
            msg = f"the region {self.region!r} needs a country"
            raise UnknownRegion(msg)
        if self.country:
            _holidays(self.country, self.region)

    def in_year(self, year: int) -> Mapping[date, str]:
        """Each day off of this year, with its name in the language of the country; a firm's own dates are "closed"."""
        return _in_year(self, year)


@lru_cache(maxsize=4_096)
def _in_year(off: DaysOff, year: int) -> Mapping[date, str]:
    named = _public_holidays(off.country, off.region, year) if off.country else {}
    kept = {day: name for day, name in named.items() if name not in off.worked}
    return MappingProxyType({day: "closed" for day in off.dates if day.year == year} | kept)


def _public_holidays(country: str, region: str, year: int) -> Mapping[date, str]:
    # The neighbouring years are asked too: New Year's Day on a Saturday may give the last Friday of the old year off.
    found = _holidays(country, region, (year - 1, year, year + 1))
    return {day: name for day, name in found.items() if day.year == year}


def _holidays(country: str, region: str, years: tuple[int, ...] = ()) -> "HolidayBase":
    # Imported late: the package takes up to 0.7 s to load, and most processes never count business time.
    import holidays  # noqa: PLC0415

    kind = getattr(holidays, country, None) if country.isupper() else None
    if country not in holidays.list_supported_countries() or kind is None:
        msg = f"no holidays are known for the country {country!r}; write its two-letter code, such as GB or DE"
        raise UnknownRegion(msg)
    known = {*kind.subdivisions, *kind.subdivisions_aliases}
    if region and region not in known:
        msg = f"{country} has no region {region!r}; known are: {', '.join(sorted(known)) or 'none'}"
        raise UnknownRegion(msg)
    # The language is named because the package would otherwise take the one of the process's environment.
    language = kind.default_language
    found: HolidayBase = kind(
        subdiv=region or None, years=years, expand=False, categories=(_PUBLIC,), language=language
    )
    return found
