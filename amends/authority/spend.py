"""What was given, counted once. Every amount is taken under a lock and a cap; the database refuses a sum beyond it.

A case and a customer are summed up under a lock of the customer's; what a role gives in a period is one row with its sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.db.models import F, Q, Sum
from django.db.models.functions import Greatest

from amends.authority.banding import Authority, authority_of
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.people.person import Person, Role

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

NOTHING = Decimal(0)
SPENDING = 0x53504E44  # the class of our advisory locks


class BeyondAuthority(Refused):
    """It is more than this role may give; `left` is what it may. Ask somebody who may give it."""

    def __init__(self, sentence: str, left: Decimal) -> None:
        self.left = left
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Room:
    """What a role may still give on a case: the least of what each cap leaves. `of` says which cap that is."""

    authority: Authority
    case_total: Decimal
    customer_total: Decimal
    period_total: Decimal

    @property
    def left(self) -> Decimal:
        """The amount; never below nought."""
        return max(NOTHING, min(left for _, left in self._caps))

    @property
    def of(self) -> str:
        """Which cap leaves the least."""
        return min(self._caps, key=lambda cap: cap[1])[0]

    @property
    def _caps(self) -> tuple[tuple[str, Decimal], ...]:
        held = self.authority
        return (
            ("this case", held.per_case - self.case_total),
            ("this customer", held.per_customer - self.customer_total),
            ("this period", held.per_period - self.period_total),
        )


class Purse(models.Model):
    """What everybody of one role gave in one period, in one currency. Its sum never passes its cap."""

    role = models.CharField(max_length=10, choices=Role.choices)
    currency = models.CharField(max_length=3)
    begins = models.DateField()
    cap = models.DecimalField(max_digits=14, decimal_places=2)
    spent = models.DecimalField(max_digits=14, decimal_places=2, default=NOTHING)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "currency", "begins"], name="purse_one_a_period"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="purse_role_known"),
            models.CheckConstraint(condition=Q(spent__gte=0), name="purse_spent_not_below_nought"),
            models.CheckConstraint(condition=Q(spent__lte=F("cap")), name="purse_within_its_cap"),
        ]

    def __str__(self) -> str:
        return f"{self.spent} of {self.cap} {self.currency}"

    @property
    def left(self) -> Decimal:
        """What may still be given."""
        return self.cap - self.spent

    @property
    def percent(self) -> int:
        """How much of it is given, in hundredths."""
        return int(self.spent * 100 / self.cap) if self.cap else 100


class SpendManager(models.Manager["Spend"]):
    """How money is taken and given back."""

    def room(self, role: str, case: Case, failure: str, currency: str, *, at: datetime) -> Room | None:
        """What this role may still give on the case; None where policy gives it nothing. A reading: it holds nothing."""
        held = authority_of(role, case, failure, currency)
        if held is None:
            return None
        totals = self._totals(case, currency)
        purse = Purse.objects.filter(role=held.role, currency=currency, begins=held.begins(at)).first()
        return Room(held, *totals, purse.spent if purse else NOTHING)

    def _totals(self, case: Case, currency: str) -> tuple[Decimal, Decimal]:
        standing = self.filter(released_at=None, currency=currency, case__customer=case.customer_id)
        found = standing.aggregate(case=Sum("amount", filter=Q(case=case)), customer=Sum("amount"))
        return found["case"] or NOTHING, found["customer"] or NOTHING

    @transaction.atomic
    def reserve(self, held: Authority, amount: Decimal, *, at: datetime) -> Purse:
        """So much of what this role may give in the period is put aside for many at once, or BeyondAuthority.

        Part of the verb that approves it. It is spent case by case under the caps of each, and what is left is given back.
        """
        begins = held.begins(at)
        key = {"role": held.role, "currency": held.currency, "begins": begins}
        Purse.objects.bulk_create([Purse(**key, cap=held.per_period)], ignore_conflicts=True)
        purse = Purse.objects.select_for_update().get(**key)
        cap = max(purse.cap, held.per_period)
        if purse.spent + amount > held.per_period:
            left = max(NOTHING, held.per_period - purse.spent)
            sentence = (
                f"{amount} {held.currency} in all is more than the {held.role.label.lower()}s may still give in this period: "
                f"{left} {held.currency}. Somebody who may give more approves it, or policy changes first."
            )
            raise BeyondAuthority(sentence, left)
        Purse.objects.filter(pk=purse.pk).update(spent=F("spent") + amount, cap=cap)
        return purse

    @transaction.atomic
    def take(
        self, case: Case, amount: Decimal, currency: str, *, failure: str, role: str, by: Actor, at: datetime
    ) -> Spend:
        """So much is put aside for this case under the caps of `role`, or BeyondAuthority; two at once never pass a cap.

        Part of the verb that offers or grants; the case is held by it.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SPENDING, case.customer_id % 2**31])
        held = authority_of(role, case, failure, currency)
        if held is None:
            raise BeyondAuthority(
                f"Policy lets no {Role(role).label.lower()} give money for this. Ask for it.", NOTHING
            )
        begins = held.begins(at)
        key = {"role": held.role, "currency": currency, "begins": begins}
        Purse.objects.bulk_create([Purse(**key, cap=held.per_period)], ignore_conflicts=True)
        purse = Purse.objects.select_for_update().get(**key)
        room = Room(held, *self._totals(case, currency), purse.spent)
        if amount > room.left:
            sentence = (
                f"{amount} {currency} is more than the {held.role.label.lower()}s may still give for {room.of}: "
                f"{room.left} {currency}. Ask for it."
            )
            raise BeyondAuthority(sentence, room.left)
        Purse.objects.filter(pk=purse.pk).update(spent=F("spent") + amount, cap=Greatest("cap", held.per_period))
        row = self.create(
            case=case, amount=amount, currency=currency, role=held.role, policy=held.policy, purse=purse, taken_at=at,
            taken_by_id=person_id(by), case_total=room.case_total + amount, case_cap=held.per_case,
            customer_total=room.customer_total + amount, customer_cap=held.per_customer,
        )  # fmt: skip
        record(
            "spend.taken", by=by, at=at, case_id=case.pk, amount=str(amount), currency=currency, role=held.role.label
        )
        return row


class Spend(models.Model):
    """One amount put aside for a case, and the sums it was allowed under. It is given back whole (`released_at`) or in part."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="spends")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    role = models.CharField(max_length=10, choices=Role.choices)
    policy = models.TextField(blank=True, default="")
    purse = models.ForeignKey(Purse, on_delete=models.PROTECT, related_name="spends")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    redress = models.ForeignKey(
        "amends.Redress", on_delete=models.PROTECT, null=True, related_name="spends", db_index=False,
        help_text="where everybody of a problem was given the same, under one approval",
    )  # fmt: skip
    case_total = models.DecimalField(max_digits=14, decimal_places=2)
    case_cap = models.DecimalField(max_digits=14, decimal_places=2)
    customer_total = models.DecimalField(max_digits=14, decimal_places=2)
    customer_cap = models.DecimalField(max_digits=14, decimal_places=2)

    objects = SpendManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="spend_not_negative"),
            models.CheckConstraint(condition=Q(case_total__lte=F("case_cap")), name="spend_within_the_cap_of_a_case"),
            models.CheckConstraint(
                condition=Q(customer_total__lte=F("customer_cap")), name="spend_within_the_cap_of_a_customer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @transaction.atomic
    def settle(self, amount: Decimal, *, by: Actor, at: datetime) -> None:
        """So much of it is needed; the rest may be given to others. Never more than was taken: that is refused."""
        row = Spend.objects.select_for_update().get(pk=self.pk)
        if row.released_at or amount > row.amount:
            message = "More cannot be given than was put aside for it."
            raise Refused(message)
        rest = row.amount - amount
        if rest:
            Spend.objects.filter(pk=self.pk).update(amount=amount)
            Purse.objects.filter(pk=row.purse_id).update(spent=F("spent") - rest)
            record("spend.settled", by=by, at=at, case_id=self.case_id, amount=str(amount), currency=self.currency)
        self.refresh_from_db()

    @transaction.atomic
    def release(self, *, by: Actor, at: datetime) -> None:
        """None of it is needed; a second time changes nothing."""
        if Spend.objects.filter(pk=self.pk, released_at=None).update(released_at=at) != 1:
            return
        self.refresh_from_db()
        Purse.objects.filter(pk=self.purse_id).update(spent=F("spent") - self.amount)
        record("spend.released", by=by, at=at, case_id=self.case_id, amount=str(self.amount), currency=self.currency)
