"""What was sent along, stored once for each content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from amends.cases.ending import Refused
from amends.messages.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file on its way in: a name that is safe to show, the type it may be served as, and its bytes."""

    name: str
    content_type: str
    data: bytes


class Blob(models.Model):
    """Bytes, once each, by their hash."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.IntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gte=0), name="blob_size_positive")]

    def __str__(self) -> str:
        return self.sha256


class AttachmentManager(models.Manager["Attachment"]):
    """How files come to a message."""

    def enclose(self, wanted: Sequence[tuple[Message, Enclosure]]) -> list[Attachment]:
        """Keep these files with these messages: two statements, however many. Part of the verb that writes the messages."""
        if not wanted:
            return []
        blobs = {}
        rows = []
        for message, enclosure in wanted:
            sha256 = hashlib.sha256(enclosure.data).hexdigest()
            blobs[sha256] = Blob(sha256=sha256, size=len(enclosure.data), data=enclosure.data)
            rows.append(
                Attachment(message=message, blob_id=sha256, name=enclosure.name, content_type=enclosure.content_type)
            )
        Blob.objects.bulk_create(blobs.values(), ignore_conflicts=True)
        return self.bulk_create(rows)


class Attachment(models.Model):
    """A file that came or went with a message."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attachments")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=120)

    objects = AttachmentManager()

    def __str__(self) -> str:
        return self.name


def within_limits(enclosures: Sequence[Enclosure]) -> None:
    """Nothing, or `Refused` when the files together are larger than the desk takes at once."""
    total = sum(len(enclosure.data) for enclosure in enclosures)
    if total > settings.ATTACHMENT_MAX_BYTES:
        most = settings.ATTACHMENT_MAX_BYTES // (1024 * 1024)
        message = f"These files are {total / 1024 / 1024:.1f} MB together; at most {most} MB can be sent at once."
        raise Refused(message)
