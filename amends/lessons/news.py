"""News of a theme: whoever runs the desk is told once that more of it comes than usual, by one mail and one line on Today."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from procrastinate.contrib.django import app

from amends.calendars.opening import CalendarError
from amends.deadlines.ruling import house_calendar
from amends.journal.entry import record
from amends.lessons.alert import ThemeAlert
from amends.people.absence import Absence
from amends.people.person import Person
from amends.people.presence import LEADS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor

#: A theme that goes and comes again within so long is the same news.
REST: Final = timedelta(days=30)


class ThemeNewsManager(models.Manager["ThemeNews"]):
    """How news gets to people."""

    @transaction.atomic
    def tell_new(self, *, by: Actor, at: datetime) -> int:
        """Each theme that stands and that nobody was told of lately is news for every lead; how many were. Part of the look."""
        same = self.filter(theme__about=OuterRef("about"), theme__key=OuterRef("key"), told_at__gt=at - REST)
        fresh = list(ThemeAlert.objects.standing().filter(news=None).filter(~Exists(same)))
        people = list(Person.objects.staff().filter(role__in=LEADS)) or list(Person.objects.staff())
        rows = [ThemeNews(theme=theme, person=person, told_at=at) for theme in fresh for person in people]
        self.bulk_create(rows, ignore_conflicts=True)
        for theme in fresh if people else ():
            record("theme.told", by=by, at=at, theme=theme.name, names=", ".join(person.name for person in people))
        if rows:
            app.configure_task("amends.mail_out", queue="mail").defer()
        return len(fresh)

    def put_away(self, person: Person, keys: Iterable[int], *, at: datetime) -> int:
        """The person has seen these. Returns how many there were."""
        return self.filter(person=person, pk__in=list(keys), seen_at=None).update(seen_at=at)

    @transaction.atomic
    def claim(self, *, at: datetime) -> list[list[ThemeNews]]:
        """What is to be mailed now, all of one person's together, marked before it is; nothing while the house is closed.

        Whoever is away is mailed when they are back, if the theme still stands then.
        """
        waiting = self.filter(_STANDS, mailed_at=None)
        if not waiting.exists() or not _open(at):
            return []
        away = Absence.objects.at(at).filter(person=OuterRef("person"))
        rows = list(
            waiting.filter(~Exists(away), person__is_active=True).select_for_update(skip_locked=True, of=("self",))
            .select_related("theme", "person").order_by("person", "pk")
        )  # fmt: skip
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return [list(own) for _, own in groupby(rows, key=lambda row: row.person_id)]

    def give_back(self, mails: Iterable[list[ThemeNews]]) -> None:
        """The server would not take them; they are tried again."""
        self.filter(pk__in=[row.pk for mail in mails for row in mail]).update(mailed_at=None)


class ThemeNews(models.Model):
    """One person told of one theme, once."""

    theme = models.ForeignKey(ThemeAlert, on_delete=models.PROTECT, related_name="news")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects = ThemeNewsManager()

    class Meta:
        verbose_name_plural = "theme news"
        constraints = [models.UniqueConstraint(fields=["theme", "person"], name="theme_news_once")]
        indexes = [
            models.Index(fields=["person"], condition=Q(seen_at=None), name="theme_news_unseen"),
            models.Index(fields=["id"], condition=Q(mailed_at=None), name="theme_news_to_mail"),
        ]

    def __str__(self) -> str:
        return f"{self.theme} for {self.person}"


_STANDS: Final = Q(theme__over_at=None, theme__problem=None, theme__put_aside_at=None)


def _open(at: datetime) -> bool:
    try:
        return house_calendar().is_open(at)
    except CalendarError:
        return True
