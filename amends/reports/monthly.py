"""The report by mail, once a month, to whoever asked for it: on the first morning on which the house is open."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from amends.calendars.opening import CalendarError
from amends.deadlines.ruling import house_calendar
from amends.journal.entry import record
from amends.people.may import check, may
from amends.people.person import Person
from amends.reports.report import HEAD, report

if TYPE_CHECKING:
    from amends.journal.actors import Actor
    from amends.reports.report import Causes, Report


class ReportOrderManager(models.Manager["ReportOrder"]):
    """How somebody comes to get it."""

    @transaction.atomic
    def order(self, *, by: Person, at: datetime) -> ReportOrder:
        """They get it each month from now on; asked twice is once."""
        check(by, "outcomes")
        row, new = self.get_or_create(person=by, ended_at=None, defaults={"ordered_at": at})
        if new:
            record("report.ordered", by=by, at=at)
        return row


class ReportOrder(models.Model):
    """Somebody who asked for the monthly report."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="report_orders")
    ordered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ReportOrderManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(ended_at=None), name="report_order_one_standing")
        ]

    def __str__(self) -> str:
        return str(self.person)

    @transaction.atomic
    def end(self, *, by: Person, at: datetime) -> None:
        """They get it no more."""
        if ReportOrder.objects.filter(pk=self.pk, ended_at=None).update(ended_at=at):
            record("report.ended", by=by, at=at)


class ReportMailManager(models.Manager["ReportMail"]):
    """How the mails are written and taken."""

    @transaction.atomic
    def write_due(self, *, by: Actor, at: datetime, causes: Causes | None = None) -> int:
        """Whoever asked has this month's report waiting to be mailed, once; none before the house opens in the month."""
        month = at.astimezone(ZoneInfo(house_calendar().zone)).date().replace(day=1)
        if at < _opens(month):
            return 0
        had = self.filter(month=month).values("person")
        orders = ReportOrder.objects.filter(ended_at=None, person__is_active=True).exclude(person__in=had)
        people = [
            order.person for order in orders.select_related("person").order_by("pk") if may(order.person, "outcomes")
        ]
        if not people:
            return 0
        found = report(at=at, causes=causes) if causes else report(at=at)
        words = words_of(found)
        rows = [ReportMail(person=person, month=month, words=words, written_at=at) for person in people]
        self.bulk_create(rows, ignore_conflicts=True)
        record("report.written", by=by, at=at, month=f"{month:%B %Y}", count=len(rows))
        return len(rows)

    @transaction.atomic
    def claim(self, *, at: datetime, most: int = 100) -> list[ReportMail]:
        """Reports to be mailed, marked before they are: none is mailed twice."""
        rows = list(
            self.filter(mailed_at=None).select_for_update(skip_locked=True, of=("self",)).select_related("person")
            .order_by("pk")[:most]
        )  # fmt: skip
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return rows


class ReportMail(models.Model):
    """One month's report to one person, in the words in which it went."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    words = models.TextField()
    written_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    objects = ReportMailManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "month"], name="report_mail_once_a_month")]
        indexes = [models.Index(fields=["id"], condition=Q(mailed_at=None), name="report_mail_waiting")]

    def __str__(self) -> str:
        return f"{self.month:%B %Y} to {self.person}"


def _opens(month: date) -> datetime:
    """When the house opens first in the month."""
    calendar = house_calendar()
    midnight = datetime(month.year, month.month, 1, tzinfo=ZoneInfo(calendar.zone))
    try:
        return calendar.next_open(midnight)
    except CalendarError:
        return midnight


def words_of(found: Report) -> str:
    """The report in a few lines of plain text; the page has all of it."""
    seen = f"{found.seen:%d %b %Y}" if found.seen else "nothing: no system has told what customers did"
    out = [
        f"Customers who told us of a failure since {found.since:%B %Y}; what they did is known until {seen}.", "",
        f"Kept after {HEAD} days: {found.head.rate}",
        *(f"Kept after {day} days: {share.rate}" for day, share in found.kept.items() if day != HEAD),
        f"Unknown at {HEAD} days: {found.head.unknown}. Had to go: {found.head.elsewhere}. Advocates: {found.head.advocates}.", "",
        f"Promises kept by the date said first: {found.promises}",
        f"Confirmed as put right, of those who were asked: {found.confirmed}", "",
    ]  # fmt: skip
    if found.why:
        out += [
            "Why:",
            *(f"  {why.words}: {why.cases} cases, {why.lost} customers lost. {why.done}" for why in found.why),
            "",
        ]
    return "\n".join([*out, f"By name, with curves and downloads: {settings.BASE_URL}/reports"])
