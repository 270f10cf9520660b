"""How far each mailbox has been read, so that any downtime is caught up and nothing depends on what others have read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.arrivals.arrival import Arrival

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class MailboxManager(models.Manager["Mailbox"]):
    """How a mailbox is found."""

    def named(self, name: str) -> Mailbox:
        """The mailbox of this name; nothing of one that is new has been read."""
        return self.get_or_create(name=name)[0]


class Mailbox(models.Model):
    """One mailbox somewhere else. `last_uid` is the last message stored here, as long as `uid_validity` is the server's."""

    name = models.TextField(unique=True, help_text="its address without the password")
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, help_text="when it was last looked into")
    trouble = models.TextField(blank=True, default="", help_text="why it cannot be looked into")

    objects = MailboxManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_uid__gte=0, uid_validity__gte=0), name="mailbox_uids_positive")
        ]

    def __str__(self) -> str:
        return self.name

    def begin_again(self, uid_validity: int) -> None:
        """The server gave all messages new numbers: all are looked at again. What we hold already is known by its content."""
        Mailbox.objects.filter(pk=self.pk).exclude(uid_validity=uid_validity).update(
            uid_validity=uid_validity, last_uid=0
        )
        self.refresh_from_db(fields=["uid_validity", "last_uid"])

    @transaction.atomic
    def store(self, arrivals: Sequence[Arrival], *, up_to: int) -> bool:
        """The mails after `last_uid` and up to this UID are stored, and the mailbox has been read that far.

        False, and nothing stored, when another fetcher was faster.
        """
        moved = Mailbox.objects.filter(pk=self.pk, uid_validity=self.uid_validity, last_uid=self.last_uid).update(
            last_uid=up_to
        )
        if moved:
            Arrival.objects.bulk_create(arrivals)
            self.last_uid = up_to
        return moved == 1

    def seen(self, *, at: datetime, trouble: str = "") -> None:
        """It was looked into, or could not be, and why."""
        self.checked_at, self.trouble = at, trouble[:500]
        self.save(update_fields=["checked_at", "trouble"] if not trouble else ["trouble"])
