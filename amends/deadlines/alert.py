"""An alert: somebody was told that something is about to be missed, or was. Stored once, mailed at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.deadlines.deadline import Deadline
from amends.people.may import may
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


class About(models.TextChoices):
    """What the alert says of its deadline."""

    WARNING = "warning", "about to be missed"
    MISS = "miss", "missed"


class AlertManager(models.Manager["Alert"]):
    """How alerts are found and taken to be mailed."""

    def unseen(self, person: Person) -> models.QuerySet[Alert]:
        """What this person was told and has not put away, of things that still wait, the newest first."""
        waiting = self.filter(person=person, seen_at=None, deadline__met_at=None, deadline__void_at=None)
        return waiting.order_by("-raised_at", "-pk")

    @transaction.atomic
    def claim(self, *, at: datetime) -> list[Alert]:
        """All that one person may be mailed of now, marked as mailed before it is: a mail is never sent twice.

        Whoever dies between this and the sending leaves alerts that are only on the screen, those of one person at most; a
        server that says no gives them back (`give_back`). Two at once take different people. One small query if none is due.
        """
        due = self.filter(mailed_at=None, notify_at__lte=at).order_by("notify_at", "pk")
        person = due.values_list("person", flat=True).first()
        if person is None:
            return []
        theirs = due.filter(person=person).select_for_update(skip_locked=True, of=("self",))
        rows = list(theirs.select_related("person", "deadline__case__customer"))
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return rows

    def give_back(self, alerts: Iterable[Alert], *, until: datetime) -> None:
        """The server would not take the mail; it is tried again then."""
        self.filter(pk__in=[alert.pk for alert in alerts]).update(mailed_at=None, notify_at=until)

    def put_away(self, person: Person, keys: Iterable[int], *, at: datetime) -> int:
        """The person has seen these; what is due stays due. Returns how many there were."""
        return self.filter(person=person, pk__in=list(keys), seen_at=None).update(seen_at=at)


class Alert(models.Model):
    """One person told of one deadline. `notify_at` is when it may be mailed: quiet hours hold the mail back, not the alert."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="alerts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="alerts")
    about = models.CharField(max_length=8, choices=About.choices)
    due_at = models.DateTimeField(help_text="when it was due; a deadline that was moved may be warned of again")
    rung = models.CharField(max_length=20)
    raised_at = models.DateTimeField()
    notify_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects = AlertManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deadline", "person", "about", "due_at"], name="alert_once"),
            models.CheckConstraint(condition=Q(about__in=About.values), name="alert_about_known"),
            models.CheckConstraint(condition=Q(notify_at__gte=F("raised_at")), name="alert_notified_after_raised"),
        ]
        indexes = [
            models.Index(fields=["notify_at", "id"], condition=Q(mailed_at=None), name="alert_to_mail"),
            models.Index(fields=["person", "-raised_at"], condition=Q(seen_at=None), name="alert_unseen"),
        ]

    def __str__(self) -> str:
        return f"{self.deadline}: {self.get_about_display()}"

    @property
    def holds(self) -> bool:
        """Whether there is still something to do about it that its person may see and has not put away."""
        row = self.deadline
        waits = row.met_at is None and row.void_at is None and row.due_at == self.due_at
        return waits and self.seen_at is None and may(self.person, "see", row.case)
