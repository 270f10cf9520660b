"""Hearth & Oak: who works there, and what a story needs of them while it is played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.journal.actors import DESK
from amends.people.person import Person, Role
from amends.people.queue import Queue

if TYPE_CHECKING:
    from datetime import datetime

DOMAIN = "hearthandoak.example.com"
SOURCE = "sample"

NORA, TOM, PRIYA, JONAS, ELENA, SAM = "nora", "tom", "priya", "jonas", "elena", "sam"
STAFF = {
    NORA: ("Nora Hale", Role.ADMIN, "Nora Hale\nOwner, Hearth & Oak\n0113 496 0100"),
    TOM: ("Tom Adeyemi", Role.MANAGER, "Tom Adeyemi\nCustomer care manager, Hearth & Oak\n0113 496 0101"),
    PRIYA: ("Priya Nair", Role.LEAD, "Priya Nair\nCustomer care, Hearth & Oak\n0113 496 0102"),
    JONAS: ("Jonas Wik", Role.AGENT, "Jonas Wik\nCustomer care, Hearth & Oak\n0113 496 0103"),
    ELENA: ("Elena Marsh", Role.AGENT, "Elena Marsh\nCustomer care, Hearth & Oak\n0113 496 0104"),
    SAM: ("Sam Okoro", Role.AGENT, "Sam Okoro\nCustomer care, Hearth & Oak\n0113 496 0105"),
}


def address_of(name: str) -> str:
    """The address with which somebody of the staff signs in."""
    return f"{name}@{DOMAIN}"


def staff(*, at: datetime) -> dict[str, Person]:
    """The six people of the shop at the first queue, added if they are not there yet."""
    known = {person.email: person for person in Person.objects.filter(email__in=map(address_of, STAFF))}
    people = {}
    for key, (name, role, signature) in STAFF.items():
        person = known.get(address_of(key))
        if person is None:
            person = Person.objects.add(
                address_of(key), name=name, role=role, by=DESK, at=at, time_zone="Europe/London"
            )
            person.change(by=person, at=at, signature=signature)
            Queue.objects.front_desk().man(person, by=DESK, at=at)
        people[key] = person
    return people
