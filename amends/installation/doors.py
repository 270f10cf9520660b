"""How people come in and go: the first admin, one-time links, and the open cases of somebody who leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.people.person import Person, Role, SignInLink
from amends.people.queue import Queue
from amends.standins.sweeping import depart

if TYPE_CHECKING:
    from amends.journal.actors import Actor

LINK_HOURS = 24


@dataclass(frozen=True, slots=True)
class Door:
    """A link that signs this person in once, until then."""

    person: Person
    url: str
    until: datetime


def door_for(person: Person, *, by: Actor, at: datetime) -> Door:
    """A fresh link for one sign-in."""
    until = at + timedelta(hours=LINK_HOURS)
    secret = SignInLink.objects.make(person, expires_at=until, by=by, at=at)
    return Door(person, settings.BASE_URL + reverse("enter", args=[secret]), until)


@transaction.atomic
def come_in(email: str, *, name: str, role: str, by: Actor, at: datetime, time_zone: str = "") -> Door:
    """A new person, who watches the first queue and has a link to sign in with."""
    person = Person.objects.add(email, name=name, role=role, time_zone=time_zone, by=by, at=at)
    Queue.objects.front_desk().man(person, by=by, at=at)
    return door_for(person, by=by, at=at)


@transaction.atomic
def first_admin(email: str, *, name: str, at: datetime) -> Person:
    """The admin with this address, made if they are new; without an address the admin who has been here longest."""
    admins = Person.objects.staff().filter(role=Role.ADMIN).order_by("joined_at", "id")
    known = Person.objects.filter(email=email.lower()).first() if email else admins.first()
    if known and (known.role != Role.ADMIN or not known.is_active):
        message = f"{known.name} works here, but not as an admin."
        raise Refused(message)
    if known:
        return known
    person = Person.objects.add(email or "admin@localhost", name=name or "Admin", role=Role.ADMIN, by=DESK, at=at)
    Queue.objects.front_desk().man(person, by=DESK, at=at)
    record("desk.set_up", by=person, at=at)
    return person


@transaction.atomic
def see_off(person: Person, *, heir: Person | None, by: Actor, at: datetime) -> int:
    """The person has left; what was theirs goes to the heir, or else to somebody who is here. Returns how many open cases."""
    if heir is not None and (heir.pk == person.pk or not heir.is_active):
        message = f"{heir.name} cannot have these cases."
        raise Refused(message)
    return depart(person, heir=heir, by=by, at=at)
