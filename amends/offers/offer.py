"""The offer and its options, and the choice. What nobody offered cannot be chosen, and one choice stands: by the database."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from amends.authority.approval import Approval
from amends.authority.spend import Spend
from amends.cases.case import Case
from amends.catalogue.remedy import Remedy
from amends.customers.customer import Channel
from amends.messages.message import Message
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import datetime

#: So many remedies are put to a customer who would rather choose.
THREE = 3


class OfferManager(models.Manager["Offer"]):
    """How offers are found; they are made by `offers.offering`."""

    def standing(self) -> models.QuerySet[Offer]:
        """Those that were not withdrawn, and of which nothing was carried out yet: the customer may still choose."""
        return self.filter(withdrawn_at=None, begun_at=None)


class Offer(models.Model):
    """One to three remedies put to a customer. One alone is their own wish, granted.

    `planned` is the worth we had in mind, `asked` what their wish came to, where it could be said in money. `spend` is put
    aside from the moment of the offer, as much as the dearest option costs, so that no choice can fail. `begun_at` is when
    the chosen one began to be carried out: from then on it cannot be changed.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="offers")
    round = models.SmallIntegerField()
    wish = models.BooleanField(help_text="their own wish, granted")
    goodwill = models.BooleanField(default=False)
    because = models.TextField(blank=True, default="")
    left_out = models.TextField(blank=True, default="", help_text="why no money back, where it was paid for nothing")
    currency = models.CharField(max_length=3)
    planned = models.DecimalField(max_digits=12, decimal_places=2)
    asked = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    backed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    told_via = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    told_in = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+")
    spend = models.OneToOneField(Spend, on_delete=models.PROTECT, null=True, related_name="offer")
    approval = models.OneToOneField(Approval, on_delete=models.PROTECT, null=True, related_name="offer")
    begun_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True, default="")

    objects = OfferManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(planned__gte=0) & (Q(asked=None) | Q(asked__gte=0)), name="offer_money_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, begun_at=None) & ~Q(withdrawn_because=""),
                name="offer_withdrawn_before_it_began",
            ),
            models.CheckConstraint(condition=Q(told_via__in=["", *Channel.values]), name="offer_told_by_a_known_way"),
        ]

    def __str__(self) -> str:
        return f"offer of {self.made_at:%d %b}"

    @property
    def is_open(self) -> bool:
        """Whether the customer may still choose, or change their mind."""
        return self.withdrawn_at is None and self.begun_at is None


class Option(models.Model):
    """One remedy of an offer, as it was put: its words, worth and cost, and the day by which they have it."""

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="options")
    position = models.SmallIntegerField()
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="options")
    kind = models.CharField(max_length=24)
    name = models.CharField(max_length=200)
    words = models.TextField(blank=True, default="")
    worth = models.DecimalField(max_digits=12, decimal_places=2)
    cost = models.DecimalField(max_digits=12, decimal_places=2)
    ready_at = models.DateTimeField()
    because = models.TextField(blank=True, default="")
    work = models.TextField(blank=True, default="", help_text="what they would have to do")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(position__gte=1, position__lte=THREE), name="option_one_to_three"),
            models.UniqueConstraint(fields=["offer", "position"], name="option_one_a_place"),
            models.UniqueConstraint(fields=["offer", "kind"], name="option_distinct_in_kind"),
            models.UniqueConstraint(fields=["id", "offer"], name="option_of_its_offer"),
            models.CheckConstraint(condition=Q(worth__gte=0, cost__gte=0), name="option_money_not_negative"),
            models.CheckConstraint(condition=~Q(name=""), name="option_has_a_name"),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class Choice(models.Model):
    """What the customer chose, when, by which channel: the agreement. Another choice before it is carried out replaces it.

    `had_at` is when they had it: received, or used. `missed_at` is when it turned out that it was no use to them, or that
    they would not have it after all.
    """

    class How(models.TextChoices):
        """How we know that they have it."""

        RECEIVED = "received", "received"
        USED = "used", "used"

    class Miss(models.TextChoices):
        """Why it came to nothing."""

        UNUSED = "unused", "never used"
        DECLINED = "declined", "declined after all"
        FAILED = "failed", "could not be carried out"

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="choices")
    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="choices")
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="choices")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="choices")
    stands = models.BooleanField(default=True)
    chosen_at = models.DateTimeField()
    via = models.CharField(max_length=10, choices=Channel.choices)
    theirs = models.BooleanField(help_text="by their own hand; otherwise recorded for them")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True, default="")
    consented = models.BooleanField(default=False, help_text="to what they have to do for it")
    works = models.BooleanField(default=False, help_text="it asks something of them")
    worth = models.DecimalField(max_digits=12, decimal_places=2)
    promise = models.OneToOneField("amends.Promise", on_delete=models.PROTECT, related_name="choice")
    superseded_at = models.DateTimeField(null=True)
    executed_at = models.DateTimeField(null=True)
    on_its_way_at = models.DateTimeField(null=True)
    had_at = models.DateTimeField(null=True)
    had_how = models.CharField(max_length=8, choices=How.choices, blank=True, default="")
    missed_at = models.DateTimeField(null=True)
    missed_how = models.CharField(max_length=8, choices=Miss.choices, blank=True, default="")
    missed_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            # Besides these: `choice_within_the_offer`, a key of two columns (migration), and `choice_stands_once`.
            models.UniqueConstraint(fields=["offer"], condition=Q(stands=True), name="choice_one_stands"),
            models.UniqueConstraint(fields=["id", "stands"], name="choice_and_whether_it_stands"),
            models.CheckConstraint(
                condition=Q(stands=True, superseded_at=None) | Q(stands=False, superseded_at__isnull=False),
                name="choice_stands_until_superseded",
            ),
            models.CheckConstraint(condition=Q(via__in=Channel.values), name="choice_via_known"),
            models.CheckConstraint(
                condition=Q(theirs=True, recorded_by=None) | Q(theirs=False, recorded_by__isnull=False),
                name="choice_theirs_or_recorded",
            ),
            models.CheckConstraint(condition=Q(works=False) | Q(consented=True), name="choice_consents_to_the_work"),
            models.CheckConstraint(condition=Q(worth__gte=0), name="choice_money_not_negative"),
            models.CheckConstraint(
                condition=Q(executed_at=None) | Q(executed_at__gte=F("chosen_at")), name="choice_agreed_before_executed"
            ),
            models.CheckConstraint(
                condition=Q(on_its_way_at=None) | Q(executed_at__isnull=False), name="choice_executed_before_on_its_way"
            ),
            models.CheckConstraint(
                condition=Q(had_at=None, had_how="")
                | Q(had_at__isnull=False, executed_at__isnull=False, had_how__in=["received", "used"]),
                name="choice_executed_before_had",
            ),
            models.CheckConstraint(
                condition=Q(missed_at=None, missed_how="", missed_because="")
                | Q(missed_at__isnull=False, missed_how__in=["unused", "declined", "failed"]) & ~Q(missed_because=""),
                name="choice_missed_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["remedy", "-executed_at"],
                include=["chosen_at", "had_at", "missed_at"],
                condition=Q(stands=True, executed_at__isnull=False),
                name="choice_history",
            ),
            models.Index(fields=["case"], name="choice_case"),
        ]

    def __str__(self) -> str:
        return self.option.name

    def state(self) -> str:
        """`agreed`, `executed`, `on its way`, `had`, `missed`, or `changed` where another choice took its place."""
        if not self.stands:
            return "changed"
        if self.missed_at:
            return "missed"
        if self.had_at:
            return "had"
        if self.on_its_way_at:
            return "on its way"
        return "executed" if self.executed_at else "agreed"

    @property
    def took(self) -> float | None:
        """Hours from the choice until they had it, or until it was carried out where nobody knows."""
        ended: datetime | None = self.had_at or self.executed_at
        return (ended - self.chosen_at).total_seconds() / 3600 if ended else None


ZERO = Decimal(0)
