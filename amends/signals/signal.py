"""The signal: where it came from, the case that it opened, and how long it took until a human spoke with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case, Origin, Severity
from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.intake.opening import Complaint, open_case
from amends.journal.entry import record
from amends.people.queue import Queue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.journal.actors import Actor

#: Fewer than this say nothing of the next one.
FEWEST = 6


class Sign(models.TextChoices):
    """What kind of sign it is."""

    SCORE = "score", "a low score"
    REFUND = "refund", "a refund"
    CHASE = "chase", "they asked where it is"
    REVIEW = "review", "a bad review"
    OTHER = "other", "another sign"


class SignalManager(models.Manager["Signal"]):
    """How a sign is taken in."""

    @transaction.atomic
    def note(
        self,
        sign: str,
        words: str,
        *,
        seen_at: datetime,
        by: Actor,
        at: datetime,
        name: str = "",
        email: str = "",
        phone: str = "",
        source: str = "",
        source_id: str = "",
        queue: Queue | None = None,
        channel: str = "",
    ) -> Signal:
        """A case of origin `signal` is open for this customer, and the first contact is due as a first answer is.

        The same sign of the same source is taken in once. Raises Refused where nobody could be reached, or without words.
        """
        if source_id and (known := self.filter(source=source, source_id=source_id).first()):
            return known
        if not words.strip() or not (email.strip() or phone.strip()):
            message = "A sign has words, and an address or number of whom it is of."
            raise Refused(message)
        label = Sign(sign).label
        case = open_case(
            Complaint(
                words=words.strip(), channel=channel or (Channel.API if source else Channel.FORM),
                received_at=min(seen_at, at), name=name,
                email=email.strip(), phone=phone.strip(), subject=label.capitalize(), origin=Origin.SIGNAL, queue=queue,
                severity=Severity.MEDIUM,
            ),
            by=by, at=at,
        )  # fmt: skip
        row = self.create(
            sign=Sign(sign), case=case, words=words.strip(), seen_at=min(seen_at, at), noted_at=at, source=source,
            source_id=source_id,
        )  # fmt: skip
        record("signal.noted", by=by, at=at, case_id=case.pk, sign=label, words=row.words)
        return row


class Signal(models.Model):
    """One sign. `seen_at` is when it happened, and the time to the first contact counts from there."""

    sign = models.CharField(max_length=8, choices=Sign.choices)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="signal")
    words = models.TextField()
    seen_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    source = models.CharField(max_length=80, blank=True, default="")
    source_id = models.CharField(max_length=200, blank=True, default="")

    objects = SignalManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sign__in=Sign.values), name="signal_sign_known"),
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~Q(source_id=""), name="signal_source_once"
            ),
        ]
        indexes = [models.Index(fields=["seen_at"], name="signal_seen")]

    def __str__(self) -> str:
        return self.get_sign_display()


@dataclass(frozen=True, slots=True)
class Waits:
    """How long it took from the sign to a human's first word: the middle of `n`, and between what it lies (95 %).

    Where nobody has spoken yet it has taken until now at least. None for the figures where there are too few.
    """

    n: int
    uncontacted: int
    median: timedelta | None = None
    low: timedelta | None = None
    high: timedelta | None = None


def waits(*, since: datetime, at: datetime) -> Waits:
    """Over the signs seen since then. The interval is that of the order statistics of the median, and needs no model."""
    rows = Signal.objects.filter(seen_at__gte=since).values_list("seen_at", "case__human_spoke_at")
    spans = sorted((spoke or at) - seen for seen, spoke in rows)
    return _figures(spans, sum(1 for _, spoke in rows if spoke is None))


def _figures(spans: Sequence[timedelta], uncontacted: int) -> Waits:
    n = len(spans)
    if n < FEWEST:
        return Waits(n, uncontacted)
    reach = 1.96 * sqrt(n) / 2
    low, high = max(floor(n / 2 - reach), 0), min(ceil(n / 2 + reach), n - 1)
    middle = spans[n // 2] if n % 2 else (spans[n // 2 - 1] + spans[n // 2]) / 2
    return Waits(n, uncontacted, middle, spans[low], spans[high])
