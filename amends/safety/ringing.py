"""A ring: one page told to a gateway that reaches phones, beside the mail; tried again until it took it, or somebody answered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.safety.paging import Page

if TYPE_CHECKING:
    from datetime import datetime

#: So often a gateway is tried for one page, and how long after each try comes the next.
MOST: Final = 5
AGAIN: Final = (timedelta(seconds=15), timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2))


class Way(models.TextChoices):
    """How a gateway is told."""

    WEBHOOK = "webhook", "the webhook"
    COMMAND = "command", "the command"


def ways() -> list[str]:
    """The gateways that are set up."""
    found = ((Way.WEBHOOK, settings.PAGE_WEBHOOK), (Way.COMMAND, settings.PAGE_COMMAND))
    return [way.value for way, setting in found if setting]


class RingManager(models.Manager["Ring"]):
    """How gateways come to be told."""

    def ring(self, *, at: datetime) -> None:
        """Every gateway is to be told of the page, which the worker's beat does; part of waking. Nothing where none is set up."""
        for way in ways():
            self.create(way=way, next_try_at=at)

    def due(self, *, at: datetime) -> models.QuerySet[Ring]:
        """Those to be tried now. Once the alarm was answered nobody further is rung up."""
        waiting = self.filter(rung_at=None, gave_up_at=None, next_try_at__lte=at)
        return waiting.filter(page__alarm__answered_at=None, page__alarm__over_at=None)

    @transaction.atomic
    def claim(self, *, at: datetime) -> Ring | None:
        """The next to be tried, its next try set before this one is made: whoever dies in between is followed by another."""
        rows = self.due(at=at).select_for_update(skip_locked=True, of=("self",))
        row = rows.select_related("page__person", "page__alarm__case", "page__alarm__problem").order_by("pk").first()
        if row is not None:
            row.tries += 1
            row.next_try_at = at + AGAIN[min(row.tries, len(AGAIN)) - 1]
            row.save(update_fields=["tries", "next_try_at"])
        return row

    def failing(self, *, since: datetime) -> models.QuerySet[Ring]:
        """Rings since then that a gateway did not take, the newest first."""
        rows = self.filter(rung_at=None, page__paged_at__gte=since).exclude(said="")
        return rows.select_related("page__person").order_by("-pk")


class Ring(models.Model):
    """One page on its way through one gateway. `said` is what its last try came to, where it failed. The mail goes all the same."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="rings")
    way = models.CharField(max_length=8, choices=Way.choices)
    tries = models.SmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True)
    gave_up_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=300, blank=True, default="")

    objects = RingManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "way"], name="ring_once_a_way"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="ring_way_known"),
            models.CheckConstraint(condition=Q(rung_at=None) | Q(gave_up_at=None), name="ring_rung_or_given_up"),
            models.CheckConstraint(condition=Q(gave_up_at=None) | ~Q(said=""), name="ring_given_up_with_a_reason"),
        ]
        indexes = [models.Index(fields=["next_try_at"], condition=Q(rung_at=None, gave_up_at=None), name="ring_to_try")]

    def __str__(self) -> str:
        return f"{self.get_way_display()} for {self.page.person}"

    @property
    def key(self) -> str:
        """The same however often it is tried: by it a gateway knows a second try of the same page."""
        return f"amends-page-{self.page_id}"

    @transaction.atomic
    def taken(self, *, at: datetime) -> None:
        """The gateway took it."""
        if Ring.objects.filter(pk=self.pk, rung_at=None).update(rung_at=at, gave_up_at=None, said=""):
            record(
                "safety.rung", by=DESK, at=at, case_id=self.page.alarm.chain, way=self.get_way_display(),
                name=self.page.person.name,
            )  # fmt: skip

    @transaction.atomic
    def failed(self, said: str, *, at: datetime) -> None:
        """The gateway did not take it, for this reason; after some tries the mail alone is relied on, and that is on record."""
        words = (" ".join(said.split()) or "no answer")[:300]
        rows = Ring.objects.filter(pk=self.pk, rung_at=None, gave_up_at=None)
        if self.tries < MOST:
            rows.update(said=words)
        elif rows.update(said=words, gave_up_at=at):
            record(
                "safety.gateway_failed", by=DESK, at=at, case_id=self.page.alarm.chain, way=self.get_way_display(),
                name=self.page.person.name, said=words,
            )  # fmt: skip

    @property
    def words(self) -> str:
        """How far it came."""
        if self.rung_at:
            return f"{self.get_way_display()} took it"
        return (
            f"{self.get_way_display()} failed: {self.said}" if self.said else f"{self.get_way_display()} is being told"
        )
