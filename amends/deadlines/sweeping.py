"""The sweep: warns before something is missed, records a miss once, and tells one more person after the other.

Its cost follows what is due, never what is open: one walk along a partial index in the order of `wake_at`, and a batch is
dealt with by a fixed number of statements. It waits for nobody: rows that another sweep holds, and cases on which somebody
writes at this moment, are passed over and looked at the next time. So no two can wait for each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction
from procrastinate.contrib.django import app

from amends.calendars.opening import CalendarError
from amends.deadlines.alert import About, Alert
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.ladder import RUNGS, Ladder, people_on
from amends.deadlines.ruling import calendar_of
from amends.journal.entry import Entry, entry, hold, record_all
from amends.people.presence import Roster

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.people.person import Person
    from amends.policy.words import Told

BATCH = 500
#: While nobody at all is here to be told, it looks again so often.
_NOBODY = timedelta(minutes=5)
_SETTLE = """
UPDATE amends_deadline d SET wake_at = s.wake_at, told = s.told, missed_at = s.missed_at
FROM unnest(%s::bigint[], %s::timestamptz[], %s::smallint[], %s::timestamptz[]) AS s(id, wake_at, told, missed_at)
WHERE d.id = s.id
"""


@dataclass(slots=True)
class Swept:
    """What one sweep did: how many rows it took, how many it recorded as missed, how many alerts it raised."""

    taken: int = 0
    missed: int = 0
    alerts: int = 0


@dataclass(slots=True)
class _Batch:
    """What a batch of deadlines comes to, gathered before anything is written."""

    at: datetime
    by: Actor
    roster: Roster
    alerts: list[Alert] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    missed: int = 0

    def look_at(self, row: Deadline) -> None:
        """Warn, record the miss and climb, as far as this row's time has come."""
        ladder = Ladder.of(row)
        if row.missed_at is None and row.due_at <= self.at:
            self._miss(row, ladder)
        if told := self._climb(row, ladder):
            names = ", ".join(dict.fromkeys(person.name for person in told))
            kind = Kind(row.kind).label
            self.entries.append(
                entry("deadline.warned", by=self.by, at=self.at, case_id=row.case_id, kind=kind, told=names)
            )
        row.wake_at = self._next(row, ladder)

    def _miss(self, row: Deadline, ladder: Ladder) -> None:
        """Recorded once. Whoever was warned is told; if none of them is here any more it climbs from the bottom again."""
        row.missed_at = self.at
        self.missed += 1
        kind = Kind(row.kind).label
        self.entries.append(entry("deadline.missed", by=self.by, at=row.due_at, case_id=row.case_id, kind=kind))
        if not [person for rung in ladder.rungs[: row.told] for person in self._tell(row, rung)]:
            row.told = 0

    def _climb(self, row: Deadline, ladder: Ladder) -> list[Person]:
        """Every rung whose time has come is told; an empty one gives its turn to the next at once."""
        told: list[Person] = []
        while (moment := ladder.next_at(row, row.told)) is not None and moment <= self.at:
            turn = self._turn(row, ladder)
            if turn is None:
                break  # nobody is here: the same rung is tried again
            told += self._tell(row, turn[0])
            row.told = turn[1]
        return told

    def _turn(self, row: Deadline, ladder: Ladder) -> tuple[Told, int] | None:
        """The next rung on which somebody is present, and how many are done with it.

        Where nobody knows yet and policy names none of those present, the house's own rungs say who hears of it.
        """
        for count, rung in enumerate(ladder.rungs[row.told :], row.told + 1):
            if people_on(rung, row, self.roster):
                return rung, count
        others = RUNGS if row.told == 0 else ()
        found = next((rung for rung in others if people_on(rung, row, self.roster)), None)
        return (found, len(ladder.rungs)) if found else None

    def _tell(self, row: Deadline, rung: Told) -> list[Person]:
        people = people_on(rung, row, self.roster)
        about, notify_at = About.WARNING if self.at < row.due_at else About.MISS, self._awake(row)
        self.alerts += [
            Alert(
                deadline=row, person=person, about=about, due_at=row.due_at, rung=rung, raised_at=self.at,
                notify_at=notify_at,
            )
            for person in people
        ]  # fmt: skip
        return people

    def _awake(self, row: Deadline) -> datetime:
        """Now, or when the hours of the case's queue begin again; the gravest cases know no quiet hours."""
        if row.case.severity == 1:
            return self.at
        try:
            return calendar_of(row.case).next_open(self.at)
        except CalendarError:
            return self.at

    def _next(self, row: Deadline, ladder: Ladder) -> datetime | None:
        """When the sweep must look again: at the due time, or for the next rung; never, once all has been told."""
        climb = ladder.next_at(row, row.told)
        if climb is not None and climb <= self.at:
            climb = self.at + (ladder.step if row.told else _NOBODY)
        due = row.due_at if row.missed_at is None else None
        return min((moment for moment in (climb, due) if moment is not None), default=None)


@transaction.atomic
def sweep(*, by: Actor, at: datetime, most: int = BATCH) -> Swept:
    """Everything whose time has come is dealt with, up to `most` rows; the same warning or miss never twice.

    Safe to run twice at once and to be killed anywhere. Mail about it goes later, by a job that commits with it.
    """
    waking = Deadline.objects.outstanding().filter(wake_at__lte=at).select_for_update(skip_locked=True, of=("self",))
    rows = list(waking.select_related("case__queue__site").order_by("wake_at", "id")[:most])
    if rows:
        free = hold({row.case_id for row in rows})
        rows = [row for row in rows if row.case_id in free]
    if not rows:
        return Swept()
    batch = _Batch(at, by, Roster.read(at=at))
    for row in rows:
        batch.look_at(row)
    Alert.objects.bulk_create(batch.alerts, ignore_conflicts=True)
    with connection.cursor() as cursor:
        columns = zip(*((row.pk, row.wake_at, row.told, row.missed_at) for row in rows), strict=True)
        cursor.execute(_SETTLE, [list(column) for column in columns])
    record_all(batch.entries)
    if any(alert.notify_at <= at for alert in batch.alerts):
        app.configure_task("amends.mail_alerts", queue="mail").defer()
    return Swept(len(rows), batch.missed, len(batch.alerts))
