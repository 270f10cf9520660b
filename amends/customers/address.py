"""An address or number at which a customer can be reached, in one normal form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers
from django.contrib.postgres.indexes import OpClass
from django.db import models, transaction

from amends.customers.customer import Customer
from amends.journal.entry import record
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor


class Kind(models.TextChoices):
    """What kind of address it is."""

    EMAIL = "email", "e-mail"
    PHONE = "phone", "phone"
    POST = "post", "post"


def normal(kind: str, value: str) -> str:
    """The one form under which an address is found again; a number that is none keeps its own digits."""
    value = " ".join(value.split())
    if kind == Kind.PHONE:
        try:
            return phonenumbers.format_number(
                phonenumbers.parse(value, HOUSE.country), phonenumbers.PhoneNumberFormat.E164
            )
        except phonenumbers.NumberParseException:
            return value
    return value.lower()


class AddressManager(models.Manager["Address"]):
    """How addresses are added and found."""

    @transaction.atomic
    def learn(self, kind: str, value: str, *, by: Actor, at: datetime) -> Address:
        """The customer can be reached here. An address already theirs is returned as it is.

        Raises `Taken` when the address is another customer's: the two may be one person, which a human must say.
        """
        customer: Customer = self.instance  # type: ignore[attr-defined]
        known = Address.objects.filter(kind=kind, normal=normal(kind, value), retired_at=None).first()
        if known and known.customer_id != customer.pk:
            raise Taken(known)
        if known:
            return known
        address = self.create(kind=kind, value=value.strip(), normal=normal(kind, value), added_at=at)
        record("address.added", by=by, at=at, value=address.value, customer=customer.pk)
        return address

    def standing(self) -> models.QuerySet[Address]:
        """Addresses in use."""
        return self.filter(retired_at=None)

    def owners(self, kind: str, values: Iterable[str]) -> dict[str, Customer]:
        """The customer behind each known address, by its normal form, in one statement."""
        wanted = {normal(kind, value) for value in values}
        found = self.standing().filter(kind=kind, normal__in=wanted).select_related("customer")
        return {address.normal: address.customer for address in found}


class Taken(Exception):  # noqa: N818
    """The address already belongs to another customer."""

    def __init__(self, address: Address) -> None:
        self.address = address
        super().__init__(f"{address.value} already belongs to {address.customer.spoken_name}")


class Address(models.Model):
    """One way to reach one customer. `failed_at` is set when mail to it bounced for good."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=320)
    normal = models.CharField(max_length=320)
    added_at = models.DateTimeField()
    failed_at = models.DateTimeField(null=True, blank=True)
    failure = models.TextField(blank=True, default="")
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = AddressManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="address_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "normal"], condition=models.Q(retired_at=None), name="address_one_standing_owner"
            ),
        ]
        indexes = [
            models.Index(
                OpClass("normal", "varchar_pattern_ops"), condition=models.Q(retired_at=None), name="address_begins"
            )
        ]

    def __str__(self) -> str:
        return self.value

    @transaction.atomic
    def fail(self, *, because: str, by: Actor, at: datetime) -> None:
        """Mail to it does not arrive; it stays on record and is shown as unreachable."""
        self.failed_at, self.failure = at, because
        self.save(update_fields=["failed_at", "failure"])
        record("address.failed", by=by, at=at, because=because, value=self.value, customer=self.customer_id)

    @transaction.atomic
    def retire(self, *, by: Actor, at: datetime) -> None:
        """No longer theirs; another customer may have it from now on."""
        self.retired_at = at
        self.save(update_fields=["retired_at"])
        record("address.retired", by=by, at=at, value=self.value, customer=self.customer_id)
