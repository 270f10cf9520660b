"""The customer, and the household or company they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models, transaction

from amends.journal.entry import record

if TYPE_CHECKING:
    from datetime import datetime

    from amends.customers.address import Address
    from amends.journal.actors import Actor

#: How a name is read for search, and how many finds are enough.
NAME_WORDS = SearchVector("name", config="simple")
MOST_SOUGHT = 200


class Channel(models.TextChoices):
    """The ways in which we and a customer reach each other."""

    EMAIL = "email", "e-mail"
    PHONE = "phone", "phone"
    LETTER = "letter", "letter"
    VISIT = "visit", "visit"
    PORTAL = "portal", "the portal"
    FORM = "form", "the form"
    API = "api", "the API"


class Household(models.Model):
    """People who are let down together: a family, or a company."""

    class Kind(models.TextChoices):
        """A household shares a home, a company a trade."""

        HOUSEHOLD = "household", "household"
        COMPANY = "company", "company"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.HOUSEHOLD)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["household", "company"]), name="household_kind_known")
        ]

    def __str__(self) -> str:
        return self.name


class CustomerManager(models.Manager["Customer"]):
    """How customers come to be known."""

    @transaction.atomic
    def add(
        self,
        name: str,
        *,
        by: Actor,
        at: datetime,
        language: str = "",
        time_zone: str = "",
        preferred_channel: str = "",
    ) -> Customer:
        """A customer without addresses yet; `customer.addresses.learn(…)` gives them some."""
        customer = self.create(
            name=name, language=language, time_zone=time_zone, preferred_channel=preferred_channel, known_since=at
        )
        record("customer.added", by=by, at=at, name=name, customer=customer.pk)
        return customer

    def sought(self, words: str) -> models.QuerySet[Customer]:
        """Customers with a name in which every word begins a word, or an address that begins so; of very many, some.

        Both are found by index, and neither search goes on past `MOST_SOUGHT` rows: ask for more letters instead.
        """
        terms = re.findall(r"[^\W_]+", words)
        if not terms:
            return self.none()
        query = SearchQuery(" & ".join(f"{term}:*" for term in terms), config="simple", search_type="raw")
        named = self.annotate(heard=NAME_WORDS).filter(heard=query).values("pk")[:MOST_SOUGHT]
        address = " ".join(words.split()).lower()
        reached = _addresses().filter(retired_at=None, normal__startswith=address).values("customer")[:MOST_SOUGHT]
        return self.standing().filter(pk__in=named.union(reached, all=True))

    def standing(self) -> models.QuerySet[Customer]:
        """Customers as they are known now, each once: those found to be somebody else are that other one."""
        return self.filter(merged_into=None)


def _addresses() -> models.Manager[Address]:
    manager: models.Manager[Address] = Customer._meta.get_field("addresses").related_model._default_manager  # type: ignore[assignment]  # noqa: SLF001
    return manager


class Customer(models.Model):
    """A person who was let down. `time_zone` and `language` are empty where we were not told: then the house's own hold.

    One found to be somebody else is kept, without addresses and cases: `merged_into` is who they are.
    """

    name = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=16, blank=True, default="")
    time_zone = models.CharField(max_length=60, blank=True, default="")
    preferred_channel = models.CharField(max_length=10, choices=Channel.choices, blank=True, default="")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, blank=True, related_name="members")
    key_customer = models.BooleanField(default=False)
    known_since = models.DateTimeField()
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    merged_at = models.DateTimeField(null=True, blank=True)

    actor_kind = "customer"
    objects = CustomerManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(preferred_channel__in=["", *Channel.values]), name="customer_channel_known"
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into=None, merged_at=None)
                | models.Q(merged_into__isnull=False, merged_at__isnull=False) & ~models.Q(merged_into=models.F("pk")),
                name="customer_merged_at_into_another",
            ),
        ]
        indexes = [
            models.Index(models.functions.Lower("name"), name="customer_name_lower"),
            models.Index(fields=["id"], condition=models.Q(key_customer=True), name="customer_key"),
            GinIndex(NAME_WORDS, name="customer_name_words"),
        ]

    def __str__(self) -> str:
        return self.spoken_name

    @property
    def spoken_name(self) -> str:
        """The name, or what stands in for it when we know none."""
        return self.name or "The customer"

    @transaction.atomic
    def change(self, *, by: Actor, at: datetime, **changes: Any) -> None:
        """Set name, language, time zone, preferred channel or key_customer; other fields are refused with TypeError."""
        allowed = {"name", "language", "time_zone", "preferred_channel", "key_customer"}
        if unknown := set(changes) - allowed:
            raise TypeError(unknown)
        for field, value in changes.items():
            setattr(self, field, value)
        self.save(update_fields=list(changes))
        record("customer.changed", by=by, at=at, changes=", ".join(changes), customer=self.pk)

    @transaction.atomic
    def join(self, name: str, *, by: Actor, at: datetime, kind: str = Household.Kind.HOUSEHOLD) -> Household:
        """The customer belongs to the household or company of this name, which is formed if it is new."""
        household, new = Household.objects.get_or_create(kind=kind, name=name)
        if new:
            record("household.formed", by=by, at=at, kind=kind, name=name)
        self.household = household
        self.save(update_fields=["household"])
        record("household.joined", by=by, at=at, kind=kind, household=name, name=self.name, customer=self.pk)
        return household
