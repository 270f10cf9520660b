"""The arrival, and what became of it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class Outcome(models.TextChoices):
    """What a mail turned out to be; the empty outcome means that it is not read yet."""

    OPENED = "opened", "opened a case"
    CONTINUED = "continued", "continued a case"
    DUPLICATE = "duplicate", "came a second time"
    AUTO_REPLY = "auto_reply", "an automatic reply"
    BOUNCE = "bounce", "a bounce"
    QUARANTINED = "quarantined", "kept, could not be read"


class Way(models.TextChoices):
    """How mail from files came, which says who gets an automatic receipt: fresh mail, all of it, or none.

    Other ways are `smtp`, and `imap` with the mailbox's name.
    """

    FILE = "file", "from a file"
    FILE_RECEIPTED = "file, receipted", "from a file, each with a receipt"
    FILE_QUIET = "file, quiet", "from a file, none with a receipt"


class ArrivalManager(models.Manager["Arrival"]):
    """How mail is stored, and which waits to be read."""

    def store(
        self,
        raw: bytes,
        *,
        way: str,
        at: datetime,
        envelope_from: str = "",
        envelope_to: Sequence[str] = (),
        name: str = "",
    ) -> Arrival:
        """The bytes are safe once the caller's transaction commits; nothing was looked at yet."""
        arrival = Arrival.fresh(raw, way=way, at=at, envelope_from=envelope_from, envelope_to=envelope_to, name=name)
        arrival.save(force_insert=True)
        return arrival

    def unread(self) -> models.QuerySet[Arrival]:
        """Mail that waits to be read, in order of arrival."""
        return self.filter(outcome="").order_by("id")

    def quarantined(self) -> models.QuerySet[Arrival]:
        """Kept mail that waits for a person."""
        return self.filter(outcome=Outcome.QUARANTINED, case=None, looked_at_at=None).order_by("-id")


class Arrival(models.Model):
    """One raw e-mail as it reached us."""

    raw = models.BinaryField()
    size = models.IntegerField()
    arrived_at = models.DateTimeField()
    way = models.CharField(max_length=80, help_text="smtp, file, or imap and the mailbox")
    name = models.TextField(blank=True, default="", help_text="the file it came from")
    envelope_from = models.TextField(blank=True, default="")
    envelope_to = ArrayField(models.TextField(), default=list, blank=True)
    content_hash = models.BinaryField(max_length=32, null=True, help_text="of the message without its trace headers")
    message_id = models.TextField(blank=True, default="")
    sender = models.TextField(blank=True, default="", help_text="address in normal form")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True, default="")
    because = models.TextField(blank=True, default="")
    recipients = ArrayField(models.TextField(), default=list, blank=True, help_text="who a bounce is about")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="arrivals")
    read_at = models.DateTimeField(null=True)
    looked_at_at = models.DateTimeField(null=True)
    looked_at_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ArrivalManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=["", *Outcome.values]), name="arrival_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome="", read_at=None) | ~Q(outcome="") & Q(read_at__isnull=False),
                name="arrival_read_has_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[Outcome.OPENED, Outcome.CONTINUED]) | Q(case__isnull=False),
                name="arrival_opened_or_continued_a_case",
            ),
            models.CheckConstraint(
                condition=Q(looked_at_at=None, looked_at_by=None)
                | Q(looked_at_at__isnull=False, looked_at_by__isnull=False),
                name="arrival_looked_at_at_and_by",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(outcome=""), name="arrival_unread"),
            models.Index(fields=["content_hash"], condition=Q(content_hash__isnull=False), name="arrival_content"),
            models.Index(fields=["id"], condition=Q(outcome="quarantined"), name="arrival_quarantined"),
        ]

    def __str__(self) -> str:
        return self.message_id or f"arrival {self.pk}"

    @classmethod
    def fresh(
        cls,
        raw: bytes,
        *,
        way: str,
        at: datetime,
        envelope_from: str = "",
        envelope_to: Sequence[str] = (),
        name: str = "",
    ) -> Arrival:
        """An unsaved arrival, for those who store many with one statement."""
        return cls(
            raw=raw,
            size=len(raw),
            way=way,
            arrived_at=at,
            envelope_from=envelope_from.replace("\x00", "")[:1000],
            envelope_to=[address[:1000] for address in envelope_to],
            name=name,
        )

    @property
    def digest(self) -> str:
        """The hash of the raw bytes, to name the file a person downloads."""
        return hashlib.sha256(self.raw).hexdigest()

    @transaction.atomic
    def set_aside(self, *, because: str, by: Person, at: datetime) -> None:
        """Somebody looked at a kept mail and it needs no case; the bytes stay."""
        self.looked_at_at, self.looked_at_by, self.because = at, by, because or self.because
        self.save(update_fields=["looked_at_at", "looked_at_by", "because"])
        record("arrival.set_aside", by=by, at=at, because=because, arrival=self.pk)
