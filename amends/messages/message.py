"""One thing said, by them or by us."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case
from amends.customers.customer import Channel
from amends.journal.entry import record
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.messages.delivery import Delivery

#: As much of a text as full-text search reads; PostgreSQL's own limit for one row is a little higher.
SEARCHED = 200_000


class Purpose(models.TextChoices):
    """Why we wrote; what they write has no purpose but their own."""

    REPLY = "reply", "reply"
    RECEIPT = "receipt", "automatic receipt"
    LINK = "link", "a new link"
    FOLLOW_UP = "follow_up", "follow-up"
    RESPONSE = "response", "a letter the law asks for"
    OFFER = "offer", "what they may choose from"
    GIFT = "gift", "a gift, apart"
    NOTICE = "notice", "a notice of a problem"


class MessageQuerySet(models.QuerySet["Message"]):
    """Messages, by what holds for them."""

    def theirs(self) -> MessageQuerySet:
        """What the customer said, by their own hand or mouth."""
        return self.filter(direction="in", automatic=False)

    def ours(self) -> MessageQuerySet:
        """What a human of ours said and, as far as we know, reached them."""
        return self.filter(direction="out", automatic=False, failed=False)

    def sought(self, words: str) -> MessageQuerySet:
        """Messages that hold all the words; quotes, `or` and `-` work as people expect."""
        return self.filter(found_by=SearchQuery(words, config="simple", search_type="websearch"))


Messages = models.Manager.from_queryset(MessageQuerySet)


class MessageManager(Messages["Message"]):
    """How words of theirs come on record by somebody's ear."""

    def take_down(self, words: str, *, channel: str, by: Actor, said_at: datetime, at: datetime) -> Message:
        """What they said, as somebody heard and wrote it down: said by the customer. Part of the verbs that record a talk."""
        row = self.create(direction="in", channel=channel, text=words.strip(), said_at=said_at, recorded_at=at)
        record(
            "message.taken_down", by=by, at=said_at, case_id=row.case_id, channel=Channel(channel).label, message=row.pk
        )
        return row


def fresh_message_id() -> str:
    """A Message-ID nobody can guess, at our own domain."""
    return f"<amends.{uuid.uuid4().hex}@{settings.MAIL_FROM.partition('@')[2]}>"


class Message(models.Model):
    """One thing said. `text` is the words themselves; `sent_text` is a mail of ours as it left, with its closing lines.

    `failed` is set when a mail of ours reached nobody. `says` is what was found in our words: regret, thanks, ….
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    direction = models.CharField(max_length=3, choices=[("in", "from the customer"), ("out", "from us")])
    channel = models.CharField(max_length=10, choices=Channel.choices)
    purpose = models.CharField(max_length=10, choices=Purpose.choices, blank=True, default="")
    automatic = models.BooleanField(default=False)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    address = models.TextField(blank=True, default="", help_text="who wrote, or whom we wrote to")
    subject = models.TextField(blank=True, default="")
    text = models.TextField(blank=True)
    sent_text = models.TextField(blank=True, default="")
    says = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    said_at = models.DateTimeField(help_text="when it was said")
    recorded_at = models.DateTimeField(help_text="when it came on record here")
    message_id = models.TextField(blank=True, default="")
    in_reply_to = models.TextField(blank=True, default="")
    failed = models.BooleanField(default=False)
    arrival = models.OneToOneField(Arrival, on_delete=models.PROTECT, null=True, related_name="message")
    found_by = models.GeneratedField(
        expression=SearchVector("subject", Left("text", SEARCHED), config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = MessageManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(direction__in=["in", "out"]), name="message_direction_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="message_channel_known"),
            models.CheckConstraint(condition=Q(purpose__in=["", *Purpose.values]), name="message_purpose_known"),
            models.CheckConstraint(
                condition=~Q(direction="out", automatic=False) | Q(author__isnull=False),
                name="message_ours_has_an_author",
            ),
            models.CheckConstraint(
                condition=~Q(direction="out", channel=Channel.EMAIL) | ~Q(message_id=""),
                name="message_mail_of_ours_has_an_id",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "said_at", "id"], name="message_of_case"),
            models.Index(fields=["message_id"], condition=~Q(message_id=""), name="message_message_id"),
            GinIndex(fields=["found_by"], name="message_found_by", fastupdate=True),
        ]
        ordering = ["said_at", "id"]

    def __str__(self) -> str:
        return self.subject or self.text[:60]

    @property
    def deliveries_failed(self) -> list[Delivery]:
        """Those of its deliveries that did not arrive."""
        return [delivery for delivery in self.deliveries.all() if delivery.failed]
