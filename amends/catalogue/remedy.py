"""One remedy of the catalogue. The database refuses one that charges the customer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q

from amends.journal.entry import record
from amends.people.may import check
from amends.policy.words import Failure
from amends.policy.words import Remedy as Kinds

if TYPE_CHECKING:
    from datetime import date, datetime

    from amends.people.person import Person

#: Given apart, in a message of its own and after the matter is resolved, so that it never looks like a price.
APART = (Kinds.GIFT_CARD.value, Kinds.NOTE.value)
#: Words and attention: nothing of these has a price, and every one of them is a whole remedy.
PRICELESS = (Kinds.APOLOGY.value, Kinds.CONTACT.value, Kinds.RECOGNITION.value)
CENT = Decimal("0.01")


class Way(models.TextChoices):
    """How a remedy is carried out."""

    HAND = "hand", "by hand, with evidence"
    CSV = "csv", "by finance, from a list"
    SUPPLIER = "supplier", "by a supplier, asked by mail"
    STRIPE = "stripe", "by Stripe, back to their card"
    CODE = "code", "a code from the pool"


class RemedyManager(models.Manager["Remedy"]):
    """How the catalogue is kept and read."""

    @transaction.atomic
    def add(self, name: str, *, by: Person, at: datetime, **fields: Any) -> Remedy:
        """It can be offered from now on, within its own dates. Only a manager; money and stock are checked by the database."""
        check(by, "catalogue")
        row = self.create(name=name.strip(), added_at=at, added_by=by, **fields)
        record("catalogue.added", by=by, at=at, name=row.name, kind=row.kind, remedy=row.pk)
        return row

    def standing(self, day: date) -> models.QuerySet[Remedy]:
        """Those that can be given on this day: within their dates, and not used up."""
        ends = Q(valid_to=None) | Q(valid_to__gt=day)
        return self.filter(ends, valid_from__lte=day).exclude(stock=0)

    def for_all(self, day: date) -> models.QuerySet[Remedy]:
        """Those of them that many can be given alike: nobody has to do anything for it, and none has a code of their own."""
        return self.standing(day).filter(customer_work="").exclude(way=Way.CODE).order_by("currency", "name")

    def fitting(self, failure: str, *, currency: str, day: date) -> models.QuerySet[Remedy]:
        """Those of them that fit the failure and are counted in this currency."""
        fits = Q(failures=[]) | Q(failures__contains=[failure])
        return self.standing(day).filter(fits, currency=currency)


class Remedy(models.Model):
    """A way of making amends that can be offered. Money has either a fixed amount or a share of what was lost.

    `worth` is what it is worth to the customer, `cost` what it costs us; with `worth_share` (of the loss) and `cost_share` (of
    that worth) both follow the loss. `questions` are what to make sure of: can this customer use it, where, by when.
    `lead_hours` is how long it takes until they have it, where no history says better. `travels`: it is theirs only once it
    arrived. `own_words`: what is given is said anew each time. `stock` empty: as many as one likes.
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in Kinds])
    about = models.TextField(blank=True, default="", help_text="what the customer reads")
    failures = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    currency = models.CharField(max_length=3, default="GBP")
    worth = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    worth_share = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    cost_share = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    charge = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal(0))
    conditions = models.TextField(blank=True, default="")
    customer_work = models.TextField(blank=True, default="", help_text="what they would have to do")
    questions = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    stock = models.IntegerField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    lead_hours = models.IntegerField(default=24)
    way = models.CharField(max_length=8, choices=Way.choices, default=Way.HAND)
    supplier = models.EmailField(blank=True, default="")
    travels = models.BooleanField(default=False)
    own_words = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("amends.Person", on_delete=models.PROTECT, related_name="+")

    objects = RemedyManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=[kind.value for kind in Kinds]), name="remedy_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="remedy_has_a_name"),
            models.CheckConstraint(condition=Q(charge=0), name="remedy_never_charges_the_customer"),
            models.CheckConstraint(
                condition=Q(worth__gte=0, cost__gte=0, worth_share=None, cost_share=None)
                | Q(worth=None, cost=None, worth_share__gt=0, cost_share__gte=0),
                name="remedy_worth_is_fixed_or_a_share",
            ),
            models.CheckConstraint(condition=Q(stock=None) | Q(stock__gte=0), name="remedy_stock_not_below_nought"),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="remedy_currency_of_three_letters"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="remedy_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(lead_hours__gte=0), name="remedy_takes_some_time"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="remedy_way_known"),
            models.CheckConstraint(condition=~Q(way=Way.SUPPLIER) | ~Q(supplier=""), name="remedy_names_its_supplier"),
            models.CheckConstraint(condition=~Q(kind__in=PRICELESS) | Q(worth=0), name="remedy_words_have_no_price"),
        ]
        indexes = [models.Index(fields=["currency", "valid_from"], name="remedy_standing")]

    def __str__(self) -> str:
        return self.name

    @property
    def apart(self) -> bool:
        """Whether it goes in a message of its own, after the matter is resolved."""
        return self.kind in APART

    @property
    def worth_words(self) -> str:
        """What it is worth to them, as a table has it: `5.00 GBP`, `25 % of the loss`, `no money`."""
        if self.worth_share is not None:
            return f"{self.worth_share:.0%} of the loss".replace("%", " %")
        return f"{self.worth} {self.currency}" if self.worth else "no money"

    @property
    def cost_words(self) -> str:
        """What it costs us, as a table has it."""
        if self.cost_share is not None:
            return f"{self.cost_share:.0%} of that".replace("%", " %")
        return f"{self.cost} {self.currency}" if self.cost else "nothing"

    @property
    def fits(self) -> list[str]:
        """The kinds of failure it fits, in a word or two each; none: all of them."""
        return [IN_SHORT.get(Failure(code), code) for code in self.failures]

    def worth_for(self, loss: Decimal) -> Decimal:
        """What it is worth to somebody who lost so much."""
        return self.worth if self.worth is not None else (loss * (self.worth_share or 0)).quantize(CENT)

    def cost_for(self, worth: Decimal) -> Decimal:
        """What it costs us to give so much."""
        return self.cost if self.cost is not None else (worth * (self.cost_share or 0)).quantize(CENT)

    @transaction.atomic
    def change(self, *, by: Person, at: datetime, **fields: Any) -> None:
        """What is offered from now on; what was offered before stays as it was said."""
        check(by, "catalogue")
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))
        record("catalogue.changed", by=by, at=at, name=self.name, changes=", ".join(sorted(fields)), remedy=self.pk)

    @transaction.atomic
    def retire(self, day: date, *, by: Person, at: datetime) -> None:
        """It is offered no more from this day on."""
        check(by, "catalogue")
        self.valid_to = max(day, self.valid_from)
        if self.valid_to == self.valid_from:
            self.stock, self.valid_to = 0, None
        self.save(update_fields=["valid_to", "stock"])
        record("catalogue.retired", by=by, at=at, name=self.name, remedy=self.pk)

    def reserve(self) -> bool:
        """One of the stock is put aside; False when none is left. Part of the verb that agrees on it."""
        if self.stock is None:
            return True
        return Remedy.objects.filter(pk=self.pk, stock__gt=0).update(stock=F("stock") - 1) == 1

    def give_back(self) -> None:
        """It was not taken after all; part of the verb that says so."""
        Remedy.objects.filter(pk=self.pk, stock__isnull=False).update(stock=F("stock") + 1)


FAILURES = {
    Failure.CORE: "what they bought did not work, or was not done",
    Failure.TIME: "late",
    Failure.INFORMATION: "wrong information or data",
    Failure.PERSON: "rude, or not looked after",
    Failure.MONEY: "charged wrongly: price, fee, bill",
    Failure.BURDEN: "too much trouble for them",
    Failure.RESPONSE: "ignored, or not told",
    Failure.TRUST: "safety, harm or privacy",
    Failure.NEED: "a need of theirs we did not meet",
    Failure.OUTSIDE: "beyond our control",
}
IN_SHORT = {
    Failure.CORE: "did not work", Failure.TIME: "late", Failure.INFORMATION: "wrong information", Failure.PERSON: "rude",
    Failure.MONEY: "charged wrongly", Failure.BURDEN: "too much trouble", Failure.RESPONSE: "ignored",
    Failure.TRUST: "harm or privacy", Failure.NEED: "a need not met", Failure.OUTSIDE: "beyond us",
}  # fmt: skip
