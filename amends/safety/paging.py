"""A page wakes one person, day or night, whatever the hours; unanswered, it climbs to the next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from procrastinate.contrib.django import app

from amends.deadlines.ruling import house_number
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person, Role
from amends.people.presence import Roster

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.safety.alarm import Alarm

#: Whoever is woken may answer by the link of their page for so long.
LINK = timedelta(days=2)


class DutyManager(models.Manager["Duty"]):
    """How the house says who is woken."""

    @transaction.atomic
    def appoint(self, people: list[Person], *, by: Person, at: datetime) -> None:
        """These people are woken, in this order."""
        check(by, "second")
        self.all().delete()
        self.bulk_create(Duty(person=person, place=place) for place, person in enumerate(people))
        record("safety.duty_named", by=by, at=at, names=", ".join(person.name for person in people))


class Duty(models.Model):
    """Somebody who is woken, and in which place."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="duty")
    place = models.SmallIntegerField(unique=True)

    objects = DutyManager()

    class Meta:
        ordering = ["place"]
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return f"{self.place + 1}. {self.person}"


class PageManager(models.Manager["Page"]):
    """How people are woken."""

    @transaction.atomic
    def climb(self, alarm: Alarm, *, by: Actor, at: datetime) -> Page | None:
        """The next person is woken, if the alarm is unanswered and the last had their time (policy: `page step`), and round again.

        None if nobody is to be woken now. Safe to run twice at once.
        """
        held = type(alarm).objects.select_for_update().get(pk=alarm.pk)
        if held.answered_at is not None or held.over_at is not None:
            return None
        last = self.filter(alarm=alarm).order_by("-rung").first()
        if last is not None and at - last.paged_at < timedelta(minutes=house_number("page step")):
            return None
        rung = last.rung + 1 if last else 0
        ladder = _ladder(at)
        if not ladder:
            return None
        person = ladder[rung % len(ladder)]
        row = self.create(alarm=alarm, person=person, rung=rung, paged_at=at)
        record("safety.paged", by=by, at=at, case_id=alarm.chain, name=person.name, rung=rung + 1, person=person.pk)
        app.configure_task("amends.mail_out", queue="mail").defer()
        row.rings.ring(at=at)
        return row

    @transaction.atomic
    def claim(self, *, at: datetime) -> list[Page]:
        """Pages to be sent now, marked before they are."""
        rows = list(
            self.filter(sent_at=None).select_for_update(skip_locked=True, of=("self",))
            .select_related("person", "alarm__case", "alarm__problem").order_by("pk")[:50]
        )  # fmt: skip
        self.filter(pk__in=[row.pk for row in rows]).update(sent_at=at)
        return rows

    def give_back(self, rows: list[Page]) -> None:
        """The server would not take them; they are tried again at once, and the ladder climbs meanwhile."""
        self.filter(pk__in=[row.pk for row in rows]).update(sent_at=None)


class Page(models.Model):
    """One person woken for one alarm. Quiet hours and absences of an hour are no reason not to be; being away is."""

    alarm = models.ForeignKey("amends.Alarm", on_delete=models.PROTECT, related_name="pages")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pages")
    rung = models.SmallIntegerField()
    paged_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = PageManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alarm", "rung"], name="page_once_a_rung")]
        indexes = [models.Index(fields=["id"], condition=Q(sent_at=None), name="page_to_send")]

    def __str__(self) -> str:
        return f"{self.person} for {self.alarm}"

    @property
    def answer_url(self) -> str:
        """Where whoever was woken answers without signing in: signed, theirs alone, and good for this one alarm."""
        return f"{settings.BASE_URL}/safety/answer/{self.pk}-{_mark(self)}"

    @staticmethod
    def follow(token: str, *, at: datetime) -> Page | None:
        """The page of such a link; None for a forged one, once it has run out, and for somebody who left."""
        key, _, mark = token.partition("-")
        number = int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0  # noqa: PLR2004 - digits of a key
        rows = Page.objects.filter(pk=number, paged_at__gt=at - LINK, person__is_active=True)
        page = rows.select_related("person", "alarm__case", "alarm__problem", "alarm__answered_by").first()
        holds = constant_time_compare(mark, _mark(page) if page else salted_hmac("amends.page", "").hexdigest()[:32])
        return page if page and holds else None


def _mark(page: Page) -> str:
    bound = f"{page.pk} {page.alarm_id} {page.person_id}"
    return salted_hmac("amends.page", bound, algorithm="sha256").hexdigest()[:32]


def _ladder(at: datetime) -> list[Person]:
    """Those on duty who are not away; where nobody was named, managers, admins, leads, and then anybody."""
    roster = Roster.read(at=at)
    named = [duty.person for duty in Duty.objects.select_related("person") if roster.is_here(duty.person_id)]
    order = [Role.MANAGER, Role.ADMIN, Role.LEAD, Role.AGENT]
    return named or sorted(roster.present(), key=lambda person: (order.index(Role(person.role)), person.pk))
