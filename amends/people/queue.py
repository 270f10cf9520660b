"""A queue: where a case waits when nobody owns it yet, and the people who watch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction

from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class QueueManager(models.Manager["Queue"]):
    """How queues are made and found."""

    @transaction.atomic
    def add(self, name: str, *, by: Actor, at: datetime, default: bool = False) -> Queue:
        """A queue; the default one receives every case that comes with no other."""
        queue = self.create(name=name, is_default=default)
        record("queue.added", by=by, at=at, name=name)
        return queue

    def front_desk(self) -> Queue:
        """The default queue. An installation that was set up always has one."""
        return self.get(is_default=True)


class Queue(models.Model):
    """A queue watched by people."""

    name = models.CharField(max_length=80, unique=True)
    is_default = models.BooleanField(default=False)
    members = models.ManyToManyField(Person, related_name="queues", blank=True)

    objects = QueueManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="queue_one_default"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def man(self, person: Person, *, by: Actor, at: datetime) -> None:
        """The person watches this queue from now on."""
        self.members.add(person)
        record("queue.manned", by=by, at=at, name=person.name, queue=self.name)
