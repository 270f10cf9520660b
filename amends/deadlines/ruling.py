"""Which policy a case goes by: the packs it began under, the hours of its queue, and the row behind every due time."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from django.conf import settings

from amends.calendars.calendar import Calendar
from amends.calendars.reading import read
from amends.policy.choosing import SHIPPED, Choice, NoPack, Shelf, explain
from amends.policy.pack import Cadence, Limit, Preset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from amends.drafts.house import House
    from amends.people.queue import Queue
    from amends.policy.pack import Pack, Row

log = logging.getLogger(__name__)


class Paced(Protocol):
    """What a due time depends on; a case is one."""

    severity: int
    packs: list[str]
    cadence: str
    pace: int
    product: str
    queue: Queue
    received_at: datetime


def shelf() -> Shelf:
    """Every pack there is: those that come with the desk, and those in the folder `AMENDS_POLICY`."""
    return shelf_with(str(settings.AMENDS_POLICY or ""))


@lru_cache(maxsize=4)
def shelf_with(folder: str) -> Shelf:
    """The packs that come with the desk and those in this folder, if one is named.

    A pack of the house's own with the name of a shipped one goes on where the shipped one ends.
    """
    own = Shelf.read(Path(folder).glob("*.yaml")).packs if folder else ()
    begins: dict[str, date] = {}
    for pack in own:
        begins[pack.name] = min(pack.valid_from, begins.get(pack.name, pack.valid_from))
    return Shelf((*(_until(pack, begins.get(pack.name)) for pack in Shelf.read(SHIPPED.glob("*.yaml")).packs), *own))


def _until(pack: Pack, day: date | None) -> Pack:
    return pack if day is None else replace(pack, valid_to=max(day, pack.valid_from))


def choose(queue: Queue, *, received_at: datetime) -> Choice:
    """The packs for a case that comes to this queue then. Where a queue names what no pack governs, the house's alone."""
    return _chosen(
        str(settings.AMENDS_POLICY or ""), day_of(received_at), queue.jurisdiction, queue.product, queue.name
    )


def day_of(received_at: datetime) -> date:
    """The day whose policy a case goes by: when they told us, or the nearest one on which the house had a pack.

    Mail can say that it is older than any policy, and a pack can end with none to follow it; both are received.
    """
    day = received_at.astimezone(ZoneInfo(house_calendar().zone)).date()
    return _covered(str(settings.AMENDS_POLICY or ""), day)


@lru_cache(maxsize=512)
def _covered(folder: str, day: date) -> date:
    house = [pack for pack in shelf_with(folder).packs if pack.jurisdiction == "any" and pack.holds_on(pack.valid_from)]
    if any(pack.holds_on(day) for pack in house):
        return day
    ended = [pack.valid_to - timedelta(days=1) for pack in house if pack.valid_to and pack.valid_to <= day]
    return max(ended, default=min(pack.valid_from for pack in house))


@lru_cache(maxsize=512)
def _chosen(folder: str, day: date, jurisdiction: str, product: str, queue: str) -> Choice:
    packs = shelf_with(folder)
    try:
        return packs.choose(on=day, jurisdiction=jurisdiction, product=product, queue=queue)
    except NoPack as refusal:
        log.warning("the house's pack alone governs the queue %s: %s", queue, refusal)
        return packs.choose(on=day)


def choice_of(case: Paced) -> Choice:
    """The packs the case began under; of those, and of cases older than policy, what is gone falls to the house's."""
    return _kept(str(settings.AMENDS_POLICY or ""), tuple(case.packs)) if case.packs else _first()


@lru_cache(maxsize=512)
def _kept(folder: str, keys: tuple[str, ...]) -> Choice:
    packs = shelf_with(folder)
    known = {pack.key for pack in packs.packs}
    if gone := [key for key in keys if key not in known]:
        log.error("packs that cases began under are gone: %s", ", ".join(gone))
    found = tuple(pack for pack in packs.packs if pack.key in keys)
    ordered = tuple(sorted(found, key=lambda pack: keys.index(pack.key)))
    return Choice(ordered or (_house(packs),))


def _first() -> Choice:
    return Choice((_house(shelf()),))


def _house(packs: Shelf) -> Pack:
    """The latest pack of the house."""
    return max((p for p in packs.packs if p.jurisdiction == "any"), key=lambda p: p.valid_from)


def house_packs() -> tuple[Pack, Pack]:
    """The latest pack of the house's own, and the one that comes with the desk, for what the first leaves out."""
    return _house(shelf()), _house(shelf_with(""))


def house_number(name: str) -> float:
    """A number of the house's own. KeyError where not even the pack that comes with the desk has it."""
    for pack in house_packs():
        for row in pack.numbers:
            if row.name == name:
                return float(row.value)
    raise KeyError(name)


def house_calendar() -> Calendar:
    """The hours of the house's own pack."""
    found = _house(shelf()).calendar
    return found if found is not None else Calendar.of_office_hours()


def coach_policy(at: datetime) -> House | None:
    """How the house has the coach read on that day, by its own pack; None: as the coach does by itself."""
    packs = _chosen(str(settings.AMENDS_POLICY or ""), day_of(at), "", "", "").packs
    return next((pack.coach for pack in packs if pack.coach is not None), None)


def calendar_of(case: Paced, row: Row | None = None) -> Calendar:
    """The hours the case is counted by: those of its queue or site; for a regulator's row, those of the regulator's pack.

    Without either they are the house's.
    """
    packs = choice_of(case).packs
    if row is not None:
        for pack in packs[:-1]:
            if pack.calendar is not None and any(own is row for own in pack.rows()):
                return pack.calendar
    hours = case.queue.hours
    return _read(json.dumps(hours, sort_keys=True)) if hours else packs[-1].calendar or house_calendar()


@lru_cache(maxsize=128)
def _read(data: str) -> Calendar:
    return read(json.loads(data))


def key_of(choice: Choice, section: str, row: Row) -> str:
    """By what a deadline remembers its row: pack, version, section and name."""
    pack = next(pack for pack in choice.packs if any(own is row for own in getattr(pack, section)))
    return f"{pack.key}/{section}/{row.name}"


def row_of(key: str) -> Row | None:
    """The row a deadline remembers; None if it remembers none, or its pack is gone."""
    return _row(str(settings.AMENDS_POLICY or ""), key)


@lru_cache(maxsize=1024)
def _row(folder: str, key: str) -> Row | None:
    name, _, rest = key.partition("/")
    section, _, row = rest.partition("/")
    pack = next((pack for pack in shelf_with(folder).packs if pack.key == name), None)
    try:
        return pack.row(section, row) if pack and section else None
    except (KeyError, AttributeError):
        return None


def because(key: str) -> str:
    """Why it is due then, in a sentence with the pack it comes from; empty where no row of policy gave it."""
    row = row_of(key)
    return f"{explain(row)}; {key.partition('/')[0]}" if row else ""


def presets(case: Paced) -> Sequence[Preset]:
    """How often the customer may choose to hear from us."""
    return [preset for pack in choice_of(case).packs for preset in pack.presets]


def rows_that_tell(keys: Iterable[str]) -> dict[str, Limit | Cadence | None]:
    """The rows behind these deadlines, as far as they say who is told and when."""
    found = {key: row_of(key) for key in keys}
    return {key: row if isinstance(row, Limit | Cadence) else None for key, row in found.items()}
