"""A delivery: one message of ours on its way to one address, and how far it came.

`queued` waits; `claimed` is in the hands of a living sender, nothing said to the server yet; `handing_over` was being given
to the server; then `sent`, `bounced` or `failed`. A sender that dies leaves its claim behind: what was only claimed goes
back to the queue unharmed, what was being handed over may have been sent. It goes again under the same Message-ID, so that a
mailbox can drop the second, and says so for ever (`maybe_twice`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q
from procrastinate.contrib.django import app

from amends.journal.actors import DESK
from amends.journal.entry import entry, record, record_all
from amends.messages.message import Message
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


def send_soon(wanted: bool = True) -> None:  # noqa: FBT001, FBT002
    """Leave word for the worker: a job, a row that commits with the mail it is about. Nothing if nothing is `wanted`."""
    if wanted:
        app.configure_task("amends.send_mail", queue="mail").defer()


class State(models.TextChoices):
    """How far it came."""

    QUEUED = "queued", "waiting to be sent"
    CLAIMED = "claimed", "about to be sent"
    HANDING_OVER = "handing_over", "being handed over"
    SENT = "sent", "sent"
    BOUNCED = "bounced", "came back"
    FAILED = "failed", "could not be sent"


class DeliveryManager(models.Manager["Delivery"]):
    """How a sender takes deliveries in hand."""

    def due(self, *, at: datetime) -> models.QuerySet[Delivery]:
        """Deliveries that may be tried now, the oldest first."""
        return self.filter(state=State.QUEUED, next_try_at__lte=at).order_by("next_try_at", "id")

    @transaction.atomic
    def claim(self, sender: int, *, at: datetime, most: int) -> list[Delivery]:
        """Up to `most` due deliveries, now in this sender's hands and nobody else's."""
        rows = list(self.due(at=at).select_for_update(skip_locked=True).values_list("pk", flat=True)[:most])
        self.filter(pk__in=rows).update(state=State.CLAIMED, claimed_by=sender, tries=F("tries") + 1)
        return list(self.filter(pk__in=rows).select_related("message__case", "message__author").order_by("pk"))

    @transaction.atomic
    def abandoned(self, senders: Iterable[int], *, by: Actor, at: datetime) -> int:
        """What dead senders held goes back to the queue; what they were handing over is marked as perhaps sent twice."""
        rows = list(
            self.filter(claimed_by__in=list(senders), state__in=[State.CLAIMED, State.HANDING_OVER])
            .select_for_update(skip_locked=True)
            .select_related("message")
        )
        doubtful = [row for row in rows if row.state == State.HANDING_OVER]
        self.filter(pk__in=[row.pk for row in doubtful]).update(maybe_twice=True)
        self.filter(pk__in=[row.pk for row in rows]).update(state=State.QUEUED, claimed_by=None, next_try_at=at)
        record_all(
            entry("delivery.uncertain", by=by, at=at, case_id=row.message.case_id, address=row.address)
            for row in doubtful
        )
        return len(rows)


class Delivery(models.Model):
    """One message of ours to one address."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="deliveries")
    address = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.QUEUED)
    tries = models.SmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    claimed_by = models.BigIntegerField(null=True)
    sent_at = models.DateTimeField(null=True)
    bounced_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True, default="")
    maybe_twice = models.BooleanField(default=False)

    objects = DeliveryManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="delivery_state_known"),
            models.UniqueConstraint(fields=["message", "address"], name="delivery_once_an_address"),
            models.CheckConstraint(
                condition=Q(state__in=[State.CLAIMED, State.HANDING_OVER], claimed_by__isnull=False)
                | ~Q(state__in=[State.CLAIMED, State.HANDING_OVER]) & Q(claimed_by=None),
                name="delivery_claimed_by_a_sender",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.QUEUED) | Q(next_try_at__isnull=False), name="delivery_queued_has_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SENT) | Q(sent_at__isnull=False), name="delivery_sent_has_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="queued"), name="delivery_due"),
            models.Index(
                fields=["claimed_by"], condition=Q(state__in=["claimed", "handing_over"]), name="delivery_in_hand"
            ),
            models.Index(fields=["address", "sent_at"], name="delivery_to_address"),
        ]

    def __str__(self) -> str:
        return f"{self.address}: {self.get_state_display()}"

    @property
    def failed(self) -> bool:
        """Whether it came to nothing."""
        return self.state in {State.BOUNCED, State.FAILED}

    def hand_over(self) -> bool:
        """From here on the server may have it; False when the claim was taken away meanwhile. Commits by itself."""
        return self._step(State.CLAIMED, state=State.HANDING_OVER)

    def accepted(self, *, at: datetime) -> bool:
        """The server took it."""
        return self._step(State.HANDING_OVER, state=State.SENT, sent_at=at, claimed_by=None, because="")

    def put_off(self, *, because: str, by: Actor, at: datetime) -> None:
        """Not now: it is tried again later, each time after a longer while, and given up after the policy's tries."""
        if self.tries >= HOUSE.max_attempts:
            self.give_up(because=because, by=by, at=at)
            return
        wait = min(timedelta(seconds=5 * 2 ** max(self.tries - 1, 0)), timedelta(hours=2))
        self._step(
            State.CLAIMED,
            State.HANDING_OVER,
            state=State.QUEUED,
            claimed_by=None,
            because=because,
            next_try_at=at + wait,
        )

    def release(self, *, at: datetime) -> None:
        """Put back untried (the server could not be reached at all); no try is counted."""
        self._step(
            State.CLAIMED, State.HANDING_OVER, state=State.QUEUED, claimed_by=None, next_try_at=at, tries=F("tries") - 1
        )

    @transaction.atomic
    def give_up(self, *, because: str, by: Actor, at: datetime) -> None:
        """The server refuses it for good; somebody must reach the customer another way."""
        self._step(State.CLAIMED, State.HANDING_OVER, state=State.FAILED, claimed_by=None, because=because)
        record("delivery.failed", by=by, at=at, case_id=self.message.case_id, because=because, address=self.address)
        self._fail_message(at)

    @transaction.atomic
    def bounce(self, *, because: str, by: Actor, at: datetime) -> None:
        """It came back. When no other copy arrived, the message counts as not said, and the customer waits again."""
        changed = self._step(*State.values, state=State.BOUNCED, bounced_at=at, because=because, claimed_by=None)
        if changed:
            record(
                "delivery.bounced", by=by, at=at, case_id=self.message.case_id, because=because, address=self.address
            )
            self._fail_message(at)

    @transaction.atomic
    def send_again(self, *, by: Actor, at: datetime) -> None:
        """A person has it tried once more from the beginning."""
        if self._step(State.BOUNCED, State.FAILED, state=State.QUEUED, next_try_at=at, tries=0, because=""):
            Message.objects.filter(pk=self.message_id).update(failed=False)
            send_soon()
            record("delivery.released", by=by, at=at, case_id=self.message.case_id, address=self.address)

    def _step(self, *origins: str, **to: object) -> bool:
        changed = Delivery.objects.filter(pk=self.pk, state__in=origins).exclude(state=to["state"]).update(**to)
        return changed == 1

    def _fail_message(self, at: datetime) -> None:
        """A message of ours that reached nobody was not said: the case waits for us again, as new if it was the first."""
        others = Delivery.objects.filter(message=self.message_id).exclude(state__in=[State.BOUNCED, State.FAILED])
        if others.exists():
            return
        Message.objects.filter(pk=self.message_id).update(failed=True)
        if not self.message.automatic:
            case = self.message.case
            if case.stage == "listening" and not case.messages.ours().exists():
                case.move("unanswer")
                record("case.unanswered", by=DESK, at=at, case_id=case.pk)
            if case.is_open:
                case.customer_spoke(at=at)
