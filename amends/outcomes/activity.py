"""What customers did, as other systems tell it, and until when each of those systems has told all of it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.db.models import F, Q

from amends.affected.upload import MOST
from amends.customers.customer import Customer
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import date, datetime

#: A system that tells as it happens, and was not heard of for so long, has told until it was heard last.
_SILENT = timedelta(days=7)


_ORDERS = """
SELECT (a.at AT TIME ZONE %(zone)s)::date, count(*) FROM amends_activity a
WHERE a.kind = 'order' AND a.at >= %(since)s AND a.at < %(until)s GROUP BY 1
"""


class Kind(models.TextChoices):
    """What a customer did."""

    ORDER = "order", "bought"
    CONTRACT = "contract", "began a contract"
    RENEWAL = "renewal", "renewed"
    CANCELLATION = "cancellation", "gave notice"
    GONE = "gone", "had to go: a death, an insolvency, a move out of reach"
    REFERRAL = "referral", "brought somebody"
    PRAISE = "praise", "praised us in public"
    REFERENCE = "reference", "spoke for us to somebody"


#: They count for an advocate, and only with evidence.
ADVOCACY = (Kind.REFERRAL, Kind.PRAISE, Kind.REFERENCE)
#: A system that tells these tells who is still a customer.
STAYING = (Kind.ORDER, Kind.CONTRACT, Kind.RENEWAL, Kind.CANCELLATION, Kind.GONE)
#: Whoever has one of these has a contract: they are lost by notice, and not by silence.
OF_CONTRACT = (Kind.CONTRACT, Kind.RENEWAL, Kind.CANCELLATION)


class Activity(models.Model):
    """One thing one customer did. `at` of a cancellation is when they gave notice, not when it ended.

    `source` and `source_id` make it the same thing however often it is told. `voucher`: it redeemed what we gave them.
    """

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="activities", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    at = models.DateTimeField()
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    voucher = models.BooleanField(default=False)
    reason = models.TextField(blank=True, default="", help_text="why they gave notice, in their words")
    evidence = models.TextField(blank=True, default="", help_text="how we know of a referral, praise or reference")
    source = models.CharField(max_length=80)
    source_id = models.CharField(max_length=200)
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "activities"
        constraints = [
            models.UniqueConstraint(fields=["source", "source_id"], name="activity_told_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="activity_kind_known"),
            models.CheckConstraint(
                condition=~Q(kind__in=ADVOCACY) | ~Q(evidence=""), name="activity_advocate_with_evidence"
            ),
            models.CheckConstraint(condition=~Q(source="") & ~Q(source_id=""), name="activity_has_a_source"),
            models.CheckConstraint(
                condition=Q(voucher=False) | Q(kind=Kind.ORDER), name="activity_voucher_on_an_order"
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "at"], name="activity_of_customer"),
            models.Index(fields=["at"], condition=Q(kind=Kind.ORDER), name="activity_orders"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%d %b %Y}"


class FeedManager(models.Manager["Feed"]):
    """What is known until when."""

    def known_until(self, *, at: datetime) -> datetime | None:
        """Until when every system has told who stays; None if no system tells it. The one that is behind decides."""
        told = [feed.told_until(at) for feed in self.filter(ended_at=None, tells_staying=True)]
        return min(told, default=None)


class Feed(models.Model):
    """One system that tells what customers did. `live`: it tells as it happens; otherwise each table says until when it is whole."""

    source = models.CharField(max_length=80, unique=True)
    live = models.BooleanField(default=False)
    tells_staying = models.BooleanField(default=False)
    known_until = models.DateTimeField()
    heard_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = FeedManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="feed_ended_at_and_by",
            ),
            models.CheckConstraint(condition=Q(known_until__lte=F("heard_at")), name="feed_knows_no_future"),
        ]

    def __str__(self) -> str:
        return self.source

    def told_until(self, at: datetime) -> datetime:
        """Until when it has told everything."""
        return at if self.live and at - self.heard_at <= _SILENT else self.known_until

    @transaction.atomic
    def end(self, *, by: Person, at: datetime) -> None:
        """It tells nothing any more, and nobody waits for it. What it told stays."""
        check(by, "outcomes")
        if Feed.objects.filter(pk=self.pk, ended_at=None).update(ended_at=at, ended_by=by):
            record("feed.ended", by=by, at=at, source=self.source)
        self.refresh_from_db()


def orders_by_day(*, since: datetime, until: datetime) -> Counter[date]:
    """How many orders were told of, by the day on the clock of `since`, in [since, until). One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ORDERS, {"since": since, "until": until, "zone": str(since.tzinfo)})
        return Counter(dict(cursor.fetchall()))


def who_bought(*, since: datetime, until: datetime, source: str = "") -> bytes:
    """Everybody who bought or began a contract in [since, until), as a list: name, e-mail, phone, key, order.

    `source` asks for what one system told alone. Whoever bought twice stands there twice; the list makes them one.
    """
    rows = Activity.objects.filter(kind__in=[Kind.ORDER, Kind.CONTRACT], at__gte=since, at__lt=until)
    rows = rows.filter(source=source) if source else rows
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["name", "email", "phone", "key", "order"])
    for row in rows.select_related("customer").prefetch_related("customer__addresses").order_by("pk")[:MOST]:
        found = {one.kind: one.value for one in reversed(row.customer.addresses.all()) if one.retired_at is None}
        key = "yes" if row.customer.key_customer else ""
        table.writerow([row.customer.name, found.get("email", ""), found.get("phone", ""), key, row.source_id])
    return out.getvalue().encode()
