"""A queue: where a case waits when nobody owns it yet, the people who watch it, and the site whose hours it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Prefetch

from amends.calendars.reading import read
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class Site(models.Model):
    """A place of the house with hours of its own. `calendar` is as `calendars.reading` reads it."""

    name = models.CharField(max_length=80, unique=True)
    calendar = models.JSONField()

    def __str__(self) -> str:
        return self.name


class QueueManager(models.Manager["Queue"]):
    """How queues are made and found."""

    @transaction.atomic
    def add(self, name: str, *, by: Actor, at: datetime, default: bool = False) -> Queue:
        """A queue; the default one receives every case that comes with no other."""
        queue = self.create(name=name, is_default=default)
        record("queue.added", by=by, at=at, name=name)
        return queue

    @transaction.atomic
    def open_site(self, name: str, calendar: dict[str, Any], *, by: Actor, at: datetime) -> Site:
        """A site with these hours, or new hours for the one of this name. Raises Misread for hours that are none."""
        read(calendar)
        site, _ = Site.objects.update_or_create(name=name, defaults={"calendar": calendar})
        record("site.opened", by=by, at=at, name=name)
        return site

    def thin(self) -> list[tuple[Queue, Person | None]]:
        """Queues that one illness leaves unwatched: nobody watches them, or one person for whom nobody stands in (named here)."""
        watched = self.prefetch_related(Prefetch("members", Person.objects.staff().select_related("deputy")))
        found: list[tuple[Queue, Person | None]] = []
        for queue in watched.order_by("-is_default", "name"):
            able = list(queue.members.all())
            alone = able[0] if len(able) == 1 else None
            if not able or (alone is not None and not (alone.deputy and alone.deputy.is_active)):
                found.append((queue, alone))
        return found

    def front_desk(self) -> Queue:
        """The default queue. An installation that was set up always has one."""
        return self.select_related("site").get(is_default=True)


class Queue(models.Model):
    """A queue watched by people."""

    name = models.CharField(max_length=80, unique=True)
    is_default = models.BooleanField(default=False)
    members = models.ManyToManyField(Person, related_name="queues", blank=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="queues")
    calendar = models.JSONField(
        null=True, blank=True, help_text="hours of its own; else those of its site, or the house's"
    )
    jurisdiction = models.CharField(max_length=40, blank=True, default="", help_text="whose packs govern its cases")
    product = models.CharField(max_length=80, blank=True, default="")

    objects = QueueManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=models.Q(is_default=True), name="queue_one_default"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> dict[str, Any] | None:
        """The calendar its cases are counted by, as plain data: its own, else its site's; None: the policy's."""
        return self.calendar or (self.site.calendar if self.site else None)

    @transaction.atomic
    def place(
        self,
        *,
        by: Actor,
        at: datetime,
        site: Site | None = None,
        calendar: dict[str, Any] | None = None,
        jurisdiction: str = "",
        product: str = "",
    ) -> None:
        """Where the queue stands: its site, hours of its own, and whose packs govern the cases that come to it.

        Raises Misread for a calendar that cannot be understood. Cases that are open keep what they began under.
        """
        if calendar is not None:
            read(calendar)
        self.site, self.calendar, self.jurisdiction, self.product = site, calendar, jurisdiction, product
        self.save(update_fields=["site", "calendar", "jurisdiction", "product"])
        record("queue.placed", by=by, at=at, name=self.name, jurisdiction=jurisdiction or "the house alone")

    @transaction.atomic
    def man(self, person: Person, *, by: Actor, at: datetime) -> None:
        """The person watches this queue from now on."""
        self.members.add(person)
        record("queue.manned", by=by, at=at, name=person.name, queue=self.name)
