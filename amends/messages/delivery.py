"""A delivery: one message of ours on its way to one address, and how far it came.

`queued` waits; `claimed` is in the hands of a living sender, nothing said to the server yet; `handing_over` was being given
to the server; then `sent`, `bounced` or `failed`; or it was `held` back before it left. A sender that dies leaves its claim
behind: what was only claimed goes back to the queue unharmed, what was being handed over may have been sent. It goes again
under the same Message-ID, so that a mailbox can drop the second, and says so for ever (`maybe_twice`).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.db.models import F, Q
from procrastinate.contrib.django import app

from amends.arrivals.threading import ThreadKey
from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.changes.change import Change
from amends.customers.address import Kind as AddressKind
from amends.customers.customer import Channel
from amends.deadlines.deadline import Deadline, Kind
from amends.journal.actors import DESK
from amends.journal.entry import entry, record, record_all
from amends.messages.message import Message, Purpose, fresh_message_id
from amends.policy.house import HOUSE
from amends.promises.promise import Promise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


_HAND_ON = """
UPDATE amends_delivery SET
  state = CASE state WHEN 'handing_over' THEN 'sent' ELSE 'handing_over' END,
  claimed_by = CASE state WHEN 'handing_over' THEN NULL ELSE claimed_by END,
  sent_at = CASE state WHEN 'handing_over' THEN %s ELSE sent_at END,
  because = CASE state WHEN 'handing_over' THEN '' ELSE because END
WHERE id = %s AND state = 'handing_over' AND claimed_by = %s OR id = %s AND state = 'claimed' AND claimed_by = %s
RETURNING id
"""
#: What any mail of ours can have met; when it comes back, that is due again. What only one letter meets names that letter.
_BY_MAIL = (Kind.FIRST_ANSWER, Kind.NEXT_UPDATE, Kind.STAND_IN, Kind.ACKNOWLEDGEMENT)
#: Tries after which a mail that the server takes and never confirms is not sent again.
_DOUBTS = 4


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
    HELD = "held", "held back"


_IN_HAND = (State.CLAIMED, State.HANDING_OVER)


class DeliveryManager(models.Manager["Delivery"]):
    """How a sender takes deliveries in hand."""

    def due(self, *, at: datetime) -> models.QuerySet[Delivery]:
        """Deliveries that may be tried now, the oldest first."""
        return self.filter(state=State.QUEUED, next_try_at__lte=at).order_by("next_try_at", "id")

    @transaction.atomic
    def claim(self, sender: int, *, at: datetime, most: int) -> list[Delivery]:
        """Up to `most` due deliveries, now in this sender's hands and nobody else's."""
        rows = list(self.due(at=at).select_for_update(skip_locked=True).values_list("pk", flat=True)[:most])
        if not rows:
            return []
        self.filter(pk__in=rows).update(state=State.CLAIMED, claimed_by=sender, tries=F("tries") + 1)
        return list(self.filter(pk__in=rows).select_related("message__case", "message__author").order_by("pk"))

    def hand_on(self, sender: int, done: Delivery | None, then: Delivery | None, *, at: datetime) -> bool:
        """The server took `done`; from here on it may have `then`. One statement that commits by itself.

        False when `then` was taken out of this sender's hands meanwhile: it must not be given to the server.
        """
        with connection.cursor() as cursor:
            cursor.execute(_HAND_ON, [at, done.pk if done else None, sender, then.pk if then else None, sender])
            moved = {key for (key,) in cursor.fetchall()}
        return then is not None and then.pk in moved

    def release(self, sender: int, *, at: datetime) -> int:
        """What this sender still holds goes back untried, and no try is counted (the server could not be reached)."""
        held = self.filter(claimed_by=sender, state=State.CLAIMED)
        return held.update(state=State.QUEUED, claimed_by=None, next_try_at=at, tries=F("tries") - 1)

    @transaction.atomic
    def reclaim(self, *, by: Actor, at: datetime) -> int:
        """What dead senders held goes back to the queue; returns how many deliveries that were.

        A sender lives as long as the session that holds the advisory lock of its number. Safe to run twice at once.
        """
        held = self.filter(state__in=[State.CLAIMED, State.HANDING_OVER])
        dead: list[int] = []
        for sender in filter(None, held.values_list("claimed_by", flat=True).distinct()):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [sender])
                if cursor.fetchone() == (True,):
                    dead.append(sender)
        return self.abandoned(dead, by=by, at=at) if dead else 0

    @transaction.atomic
    def abandoned(self, senders: Iterable[int], *, by: Actor, at: datetime) -> int:
        """What dead senders held goes back to the queue; what they were handing over is marked as perhaps sent twice."""
        rows = list(
            self.filter(claimed_by__in=list(senders), state__in=[State.CLAIMED, State.HANDING_OVER])
            .select_for_update(skip_locked=True)
            .select_related("message")
        )
        doubtful = [row for row in rows if row.state == State.HANDING_OVER]
        back = {"state": State.QUEUED, "claimed_by": None, "next_try_at": at}
        self.filter(pk__in=[row.pk for row in doubtful]).update(maybe_twice=True, **back)
        untried = [row.pk for row in rows if row.state == State.CLAIMED]
        self.filter(pk__in=untried).update(tries=F("tries") - 1, **back)
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

    def put_off(self, *, because: str, by: Actor, at: datetime) -> None:
        """Not now: it is tried again later, each time after a longer while, and given up after the policy's tries."""
        if self.tries >= HOUSE.max_attempts:
            self.give_up(because=because, by=by, at=at)
            return
        wait = min(timedelta(seconds=5 * 2 ** max(self.tries - 1, 0)), timedelta(hours=2))
        self._step(*_IN_HAND, state=State.QUEUED, claimed_by=None, because=because, next_try_at=at + wait)

    def untried(self, *, at: datetime) -> None:
        """The connection broke before the server had any of it: it goes back untried."""
        self._step(*_IN_HAND, state=State.QUEUED, claimed_by=None, next_try_at=at, tries=F("tries") - 1)

    @transaction.atomic
    def doubt(self, *, because: str, by: Actor, at: datetime) -> None:
        """The server has all of it and did not say whether it took it: shown as perhaps sent twice, and tried again.

        Each further doubt waits longer, and after a few it is given up: a server that is only slow must not deliver for ever.
        """
        if self.tries >= _DOUBTS:
            self.give_up(because=f"{because}; it may have arrived", by=by, at=at)
            return
        wait = timedelta(seconds=5) if self.tries < 2 else timedelta(minutes=5 * 12 ** (self.tries - 2))  # noqa: PLR2004
        again = {"claimed_by": None, "because": because, "next_try_at": at + wait, "maybe_twice": True}
        if self._step(*_IN_HAND, state=State.QUEUED, **again):
            record("delivery.uncertain", by=by, at=at, case_id=self.message.case_id, address=self.address)

    @transaction.atomic
    def give_up(self, *, because: str, by: Actor, at: datetime) -> None:
        """The server refuses it for good; somebody must reach the customer another way."""
        if self._step(*_IN_HAND, state=State.FAILED, claimed_by=None, because=because):
            self._find_case()
            record("delivery.failed", by=by, at=at, case_id=self.message.case_id, because=because, address=self.address)
            self._fail_message(at)

    @transaction.atomic
    def bounce(self, *, because: str, by: Actor, at: datetime) -> None:
        """It came back. When no other copy arrived, the message counts as not said, and the customer waits again."""
        changed = self._step(*State.values, state=State.BOUNCED, bounced_at=at, because=because, claimed_by=None)
        if changed:
            self._find_case()
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
        """One move. A sender's moves hold only while the delivery is in its own hands: another may have claimed it since."""
        rows = Delivery.objects.filter(pk=self.pk, state__in=origins).exclude(state=to["state"])
        if origins == _IN_HAND:
            rows = rows.filter(claimed_by=self.claimed_by)
        return rows.update(**to) == 1

    def _find_case(self) -> None:
        """Its case as it is now, and held: merged while the mail was on its way, it is the one it goes on as."""
        self.message.case = Case.objects.hold(self.message.case_id)

    def _take_back(self, at: datetime) -> None:
        """The clocks that these words had stopped run again, from the last words that did arrive."""
        said_at = self.message.said_at
        Deadline.objects.take_back(self.message, at=at)
        last = self.message.case.messages.ours().order_by("-said_at").values_list("said_at", flat=True).first()
        Case.objects.filter(pk=self.message.case_id).update(human_spoke_at=last)
        if last is None or last < said_at:
            due = Deadline.objects.filter(case=self.message.case_id)
            due.filter(set_at=said_at, kind=Kind.NEXT_UPDATE, met_at=None).update(void_at=said_at)
            due.filter(met_at=said_at, met_in=None, kind__in=_BY_MAIL).update(met_at=None)
        Promise.objects.untell(self.message)

    def _fail_message(self, at: datetime) -> None:
        """A message of ours that reached nobody was not said: the case waits for us again, as new if it was the first."""
        others = Delivery.objects.filter(message=self.message_id).exclude(state__in=[State.BOUNCED, State.FAILED])
        if others.exists():
            return
        Message.objects.filter(pk=self.message_id).update(failed=True)
        if not self.message.automatic:
            self._take_back(at)
            Promise.objects.take_back_moves(self.message, at=at)
            Change.objects.take_back(self.message, at=at)
            case = self.message.case
            if case.stage == "listening" and not case.messages.ours().exists():
                case.move("unanswer")
                record("case.unanswered", by=DESK, at=at, case_id=case.pk)
            if case.is_open:
                case.customer_spoke(at=at)


def address_of(case: Case) -> str:
    """Where a mail to this customer goes: the working address they last wrote from, else the first one that works."""
    works = case.customer.addresses.standing().filter(kind=AddressKind.EMAIL, failed_at=None)
    values = list(works.order_by("id").values_list("normal", flat=True))
    last = case.messages.theirs().exclude(address="").order_by("-said_at").values_list("address", flat=True).first()
    return last.lower() if last and last.lower() in values else next(iter(values), "")


@transaction.atomic
def send_new_link(case: Case, *, at: datetime) -> None:
    """A fresh portal link goes to the address we hold, because the old one has run out."""
    to = address_of(case)
    if not to:
        return
    url = PortalLink.objects.give([case], at=at)[case.pk].url
    text = f"Here is your new link to case {case.reference}:\n\n{url}\n"
    row = Message.objects.create(
        case=case, direction="out", channel=Channel.EMAIL, purpose=Purpose.LINK, automatic=True, address=to,
        subject=f"Your link to case {case.reference}", text=text, sent_text=text, said_at=at, recorded_at=at,
        message_id=fresh_message_id(),
    )  # fmt: skip
    Delivery.objects.create(message=row, address=to, next_try_at=at)
    ThreadKey.objects.create(key=row.message_id, own=True, case=case)
    record("portal.link_renewed", by=DESK, at=at, case_id=case.pk, address=to)
    send_soon()
