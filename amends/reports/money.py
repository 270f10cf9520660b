"""What it costs to win a customer and to keep one, from the house's own numbers alone; refused without them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from amends.cases.ending import Refused
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person

if TYPE_CHECKING:
    from datetime import date, datetime

    from amends.outcomes.tables import Share

_NEEDED = {
    "acquisition": "what was spent on winning customers", "new_customers": "how many were won", "service": "what service cost",
    "recovery": "what remedies cost", "retention": "what else was spent on keeping customers", "kept_customers": "how many were kept",
}  # fmt: skip
CENT = Decimal("0.01")


class CostsManager(models.Manager["Costs"]):
    """How they come on record."""

    @transaction.atomic
    def note(
        self, *, begins: date, ends: date, currency: str, by: Person, at: datetime, **numbers: Decimal | int | None
    ) -> Costs:
        """The house's own numbers of a period; said again for the same period and currency they replace those before.

        What is left out stays out: no ratio is shown without it. Raises Refused for a period that ends before it begins, for
        an unknown number and for one below zero.
        """
        check(by, "outcomes")
        if unknown := set(numbers) - {*_NEEDED, "margin"}:
            raise Refused(f"There is no number {min(unknown)!r}.")
        if ends <= begins:
            raise Refused("The period ends after it begins.")
        if any(value is not None and value < 0 for value in numbers.values()):
            raise Refused("None of the numbers is below zero.")
        given = dict.fromkeys([*_NEEDED, "margin"], None) | numbers
        row, _ = self.update_or_create(
            begins=begins, ends=ends, currency=currency.upper(), defaults={**given, "noted_at": at, "noted_by": by}
        )
        record("costs.noted", by=by, at=at, begins=f"{begins:%d %b %Y}", ends=f"{ends:%d %b %Y}", currency=row.currency)
        return row

    def at_stake(self) -> dict[str, Costs]:
        """By currency, the newest numbers that say what a customer earns in a year. One statement."""
        rows = self.exclude(margin=None).order_by("currency", "-ends", "-pk").distinct("currency")
        return {row.currency: row for row in rows}


@dataclass(frozen=True, slots=True)
class Ratio:
    """Winning one customer against keeping one, with the inputs; `lacks` names what is missing, and then there is no ratio."""

    winning: Decimal | None
    keeping: Decimal | None
    lacks: tuple[str, ...]

    @property
    def times(self) -> Decimal | None:
        """How many times as dear winning one is."""
        if self.winning is None or not self.keeping:
            return None
        return (self.winning / self.keeping).quantize(CENT)


class Costs(models.Model):
    """One period `[begins, ends)` of the house's own numbers. `margin` is what a customer earns in a year."""

    begins = models.DateField()
    ends = models.DateField()
    currency = models.CharField(max_length=3)
    acquisition = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    new_customers = models.IntegerField(null=True)
    service = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    recovery = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    retention = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    kept_customers = models.IntegerField(null=True)
    margin = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = CostsManager()

    class Meta:
        verbose_name_plural = "costs"
        constraints = [
            models.UniqueConstraint(fields=["begins", "ends", "currency"], name="costs_once_a_period"),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="costs_of_a_period"),
            models.CheckConstraint(condition=Q(currency__regex="^[A-Z]{3}$"), name="costs_currency_of_three_letters"),
            *(
                models.CheckConstraint(
                    condition=Q(**{name: None}) | Q(**{f"{name}__gte": 0}), name=f"costs_{name}_not_negative"
                )
                for name in (*_NEEDED, "margin")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begins:%d %b %Y} to {self.ends:%d %b %Y}"

    @property
    def ratio(self) -> Ratio:
        """(acquisition / new customers) to (service + recovery + retention) / customers kept; None where an input is missing."""
        lacks = tuple(words for name, words in _NEEDED.items() if getattr(self, name) is None)
        lacks += () if self.new_customers != 0 else ("anybody who was won",)
        lacks += () if self.kept_customers != 0 else ("anybody who was kept",)
        if lacks:
            return Ratio(None, None, lacks)
        spent = (self.service or 0) + (self.recovery or 0) + (self.retention or 0)
        winning, keeping = (
            (self.acquisition or Decimal(0)) / (self.new_customers or 1),
            spent / (self.kept_customers or 1),
        )
        return Ratio(winning.quantize(CENT), Decimal(keeping).quantize(CENT), ())


def revenue_kept(share: Share, margin: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """What those who complained and stayed earn in a year, from to: the interval of the share kept, times who is known.

    None without a margin or enough of them. It says what is at stake, and nothing of what would be without us.
    """
    interval = share.rate.interval
    if margin is None or interval is None:
        return None
    low, high = (Decimal(str(round(bound, 6))) * share.rate.n * margin for bound in interval)
    return low.quantize(Decimal(1)), high.quantize(Decimal(1))
