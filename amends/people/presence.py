"""Who is here, who stands in for whom, and the one gate through which work is given to somebody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from amends.people.absence import Absence
from amends.people.person import Person, Role
from amends.people.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

LEADS = (Role.LEAD, Role.MANAGER, Role.ADMIN)


class NotHere(Exception):  # noqa: N818 - named for the refusal
    """Whoever should get this is away or has left; the sentence says who."""

    def __init__(self, person: Person) -> None:
        self.person = person
        away = "no longer works here" if not person.is_active else "is away"
        super().__init__(f"{person.name} {away}. Choose somebody who is here.")


def here(person: Person | int, *, at: datetime) -> bool:
    """Whether this person works here and is not away at this moment; nobody can go away while the caller's deed lasts.

    The row is locked for sharing: an absence that is being recorded locks it for itself, so that one of the two waits
    and sees what the other did.
    """
    key = person if isinstance(person, int) else person.pk
    away = Absence.objects.at(at).filter(person=OuterRef("pk"))
    locked = Person.objects.select_for_update(no_key=True, of=("self",)).filter(pk=key, is_active=True)
    return locked.filter(~Exists(away)).values_list("pk", flat=True).first() is not None


def ensure_here(person: Person, *, at: datetime) -> None:
    """Nothing, or NotHere. Everything that gives somebody work asks this first."""
    if not here(person, at=at):
        raise NotHere(person)


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody of the house and all absences that are not over, read once with three statements."""

    at: datetime
    people: dict[int, Person]
    absences: dict[int, list[Absence]]
    watchers: dict[int, set[int]]
    load: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(cls, *, at: datetime) -> Roster:
        """The house as it is at this moment, with what is planned."""
        absences: dict[int, list[Absence]] = defaultdict(list)
        for absence in Absence.objects.standing().exclude(ends_at__lte=at):
            absences[absence.person_id].append(absence)
        watchers: dict[int, set[int]] = defaultdict(set)
        for queue, person in Queue.members.through.objects.values_list("queue_id", "person_id"):
            watchers[queue].add(person)
        people = {person.pk: person for person in Person.objects.staff()}
        return cls(at, people, absences, watchers)

    def is_here(self, key: int | None, at: datetime | None = None) -> bool:
        """Whether they work here and are not away then (now, if nothing is said)."""
        return key in self.people and self.absence_of(key, at) is None

    def absence_of(self, key: int, at: datetime | None = None) -> Absence | None:
        """Their absence that covers this moment."""
        moment = at or self.at
        covers = (
            a for a in self.absences.get(key, ()) if a.starts_at <= moment and (not a.ends_at or a.ends_at > moment)
        )
        return next(covers, None)

    def deputy_of(self, key: int, at: datetime | None = None) -> Person | None:
        """Who stands in: the deputy named for this absence or in general, or theirs if they are away too, and so on."""
        seen = {key}
        while True:
            absence, person = self.absence_of(key, at), self.people.get(key)
            deputy = (absence.deputy_id if absence else None) or (person.deputy_id if person else None)
            if deputy is None or deputy in seen:
                return None
            if self.is_here(deputy, at) and self.is_here(deputy):
                return self.people[deputy]
            seen.add(deputy)
            key = deputy

    def stand_in(
        self, key: int, *, queue: int, at: datetime | None = None, fit: Callable[[Person], bool] = lambda _: True
    ) -> Person | None:
        """Who takes this person's work: their deputies in turn, else whoever of the queue (or the house) has the least.

        `at` is a later moment at which they must be here too; `fit` says who may have it. None if nobody is.
        """
        deputy = self.deputy_of(key, at)
        if deputy is not None and fit(deputy):
            return deputy
        return self.least_busy(queue=queue, at=at, fit=fit, but=key)

    def least_busy(
        self,
        *,
        queue: int,
        at: datetime | None = None,
        fit: Callable[[Person], bool] = lambda _: True,
        but: int | None = None,
    ) -> Person | None:
        """Of those present who watch the queue, or else of all present, the one with the least; None if nobody is."""
        able = [p for p in self.present(at) if p.pk != but and fit(p)]
        watching = [p for p in able if p.pk in self.watchers.get(queue, ())]
        return min(watching or able, key=lambda p: (self.load.get(p.pk, 0), p.pk), default=None)

    def present(self, at: datetime | None = None) -> list[Person]:
        """Everybody who is here now and then, by key."""
        return [p for key, p in sorted(self.people.items()) if self.is_here(key) and self.is_here(key, at)]

    def leads(self, queue: int) -> list[Person]:
        """The leads present, those who watch the queue if any of them do."""
        return self._nearest(queue, [p for p in self.present() if p.role == Role.LEAD])

    def managers(self, queue: int) -> list[Person]:
        """The managers present, else the admins."""
        here = self.present()
        found = [p for p in here if p.role == Role.MANAGER] or [p for p in here if p.role == Role.ADMIN]
        return self._nearest(queue, found)

    def watching(self, queue: int) -> list[Person]:
        """Everybody present who watches the queue; if none of them is here, everybody present."""
        return self._nearest(queue, self.present())

    def _nearest(self, queue: int, people: Iterable[Person]) -> list[Person]:
        everybody = list(people)
        return [p for p in everybody if p.pk in self.watchers.get(queue, ())] or everybody
