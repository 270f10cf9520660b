"""Two customers found to be one person: everything of the one is the other's, and whoever looks for either finds that one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.customers.address import Address, normal
from amends.customers.customer import Customer
from amends.journal.entry import entry, record_all
from amends.merging.turns import hold
from amends.promises.promise import Promise

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor

#: Taken from the other where the one that stays was never told.
_WHERE_EMPTY = ("name", "preferred_channel", "language", "time_zone", "household")


@dataclass(frozen=True, slots=True)
class Moving:
    """What becomes another customer's, for somebody to read before they say yes."""

    addresses: list[str]
    cases: int
    open_cases: int
    promises: int

    @classmethod
    def of(cls, customer: Customer) -> Moving:
        """As it stands now."""
        addresses = Address.objects.standing().filter(customer=customer).order_by("kind", "pk")
        cases = Case.objects.filter(customer=customer).aggregate(
            cases=Count("pk"), open_cases=Count("pk", filter=~Q(stage=Stage.CLOSED))
        )
        promises = Promise.objects.outstanding().filter(customer=customer).count()
        return cls(addresses=list(addresses.values_list("value", flat=True)), promises=promises, **cases)


@transaction.atomic
def merge(customer: Customer, into: Customer, *, by: Actor, at: datetime) -> None:
    """Both are one person, `into`: addresses, cases, promises, household and wishes are theirs; `customer` only leads there.

    What `into` was told stays; an address that both have stands once. Raises Refused for a customer and themselves, and for
    one that was merged before.
    """
    customer, into = hold(Customer.objects.select_related("merged_into"), customer, into)
    if because := why_not(customer, into):
        raise Refused(because)
    cases = list(Case.objects.select_for_update().filter(customer=customer).order_by("pk").values_list("pk", flat=True))
    _bring_addresses(customer, into, by, at)
    Promise.objects.filter(customer=customer).update(customer=into)
    Case.objects.filter(pk__in=cases).update(customer=into)
    Customer.objects.filter(merged_into=customer).update(merged_into=into)
    _take_on(customer, into)
    customer.merged_into, customer.merged_at, customer.household = into, at, None
    customer.save(update_fields=["merged_into", "merged_at", "household"])
    record_all(
        entry(
            "customer.merged", by=by, at=at, case_id=key, name=customer.spoken_name, into=into.spoken_name,
            customer=into.pk, merged=customer.pk,
        )
        for key in (None, *cases)
    )  # fmt: skip


def why_not(customer: Customer, into: Customer) -> str:
    """Why the two cannot be one; empty when they can."""
    if customer.pk == into.pk:
        return "This is the same customer already."
    for one in (customer, into):
        if one.merged_into is not None:
            return f"{one.spoken_name} was found to be {one.merged_into.spoken_name} before. Choose that one."
    return ""


def _bring_addresses(customer: Customer, into: Customer, by: Actor, at: datetime) -> None:
    """Those that retired go along too. The same address may stand twice where it was kept in another form of old."""
    theirs = {(row.kind, normal(row.kind, row.value)) for row in into.addresses.standing()}
    for row in customer.addresses.standing():
        if (row.kind, normal(row.kind, row.value)) in theirs:
            row.retire(by=by, at=at)
    Address.objects.filter(customer=customer).update(customer=into)


def _take_on(customer: Customer, into: Customer) -> None:
    for name in _WHERE_EMPTY:
        setattr(into, name, getattr(into, name) or getattr(customer, name))
    into.key_customer = into.key_customer or customer.key_customer
    into.known_since = min(into.known_since, customer.known_since)
    into.save(update_fields=[*_WHERE_EMPTY, "key_customer", "known_since"])
