"""What customers write is read for harm as it comes, day and night; an unanswered alarm climbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction

from amends.journal.actors import DESK
from amends.messages.message import Message
from amends.safety.alarm import Alarm
from amends.safety.cues import harm_in
from amends.safety.paging import Page

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

_BATCH = 500


class Watched(models.Model):
    """How far the messages were read for harm: the one row there is."""

    message = models.BigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "watched"

    def __str__(self) -> str:
        return str(self.message)


@transaction.atomic
def watch(*, at: datetime) -> int:
    """Everything customers said since the last time was read, and each word of harm has raised an alarm; returns how many.

    Safe to run twice at once: the second finds the row held, and leaves. Two small statements if nothing was said.
    """
    Watched.objects.get_or_create(pk=1, defaults={"message": 0})
    row = Watched.objects.select_for_update(skip_locked=True).filter(pk=1).first()
    if row is None:
        return 0
    fresh = Message.objects.theirs().filter(pk__gt=row.message).select_related("case__queue__site").order_by("pk")
    raised, messages = 0, list(fresh[:_BATCH])
    for message in messages:
        if message.case.is_open and (cue := harm_in(f"{message.subject}\n{message.text}")) is not None:
            Alarm.objects.sound(cue.words, case=message.case, by=DESK, at=at)
            raised += 1
    if messages:
        row.message = messages[-1].pk
        row.save(update_fields=["message"])
    return raised


def climb_all(*, by: Actor, at: datetime) -> int:
    """Every unanswered alarm has woken whoever it was time to wake; returns how many were."""
    waiting = Alarm.objects.standing().filter(answered_at=None)
    return sum(Page.objects.climb(alarm, by=by, at=at) is not None for alarm in waiting)
