"""A person of the house, who is also the one who signs in."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction

from amends.journal.entry import record

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor


class Role(models.TextChoices):
    """What somebody is at the desk; each role may do all that the one before may."""

    AGENT = "agent", "Agent"
    LEAD = "lead", "Lead"
    MANAGER = "manager", "Manager"
    ADMIN = "admin", "Admin"


class PersonManager(BaseUserManager["Person"]):
    """How people come to the desk."""

    @transaction.atomic
    def add(
        self, email: str, *, name: str, by: Actor, at: datetime, role: str = Role.AGENT, time_zone: str = ""
    ) -> Person:
        """A person who can sign in by a one-time link, and by a password once they have set one."""
        person = self.model(email=email.strip().lower(), name=name, role=role, time_zone=time_zone, joined_at=at)
        person.set_unusable_password()
        person.save(force_insert=True)
        record("person.added", by=by, at=at, name=name, role=role, person=person.pk)
        return person

    def staff(self) -> models.QuerySet[Person]:
        """Those who work here; whether they are present is another question (`people.presence`)."""
        return self.filter(is_active=True)


class Person(AbstractBaseUser):
    """Somebody who works at the desk. `left_at` ends their sign-in; nothing they did is ever removed."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.AGENT)
    phone = models.CharField(max_length=40, blank=True, default="")
    time_zone = models.CharField(max_length=60, blank=True, default="")
    signature = models.TextField(blank=True, default="")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    deputy = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    feed_key = models.CharField(
        max_length=43, blank=True, default="", help_text="opens their calendar feed; empty: none"
    )

    actor_kind = "person"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = PersonManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="person_role_known"),
            models.CheckConstraint(
                condition=models.Q(is_active=True, left_at=None) | models.Q(is_active=False, left_at__isnull=False),
                name="person_left_or_active",
            ),
            models.CheckConstraint(
                condition=models.Q(deputy=None) | ~models.Q(deputy=models.F("pk")), name="person_deputy_is_another"
            ),
            models.UniqueConstraint(fields=["feed_key"], condition=~models.Q(feed_key=""), name="person_feed_key_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def spoken_name(self) -> str:
        """The name as it stands in a sentence."""
        return self.name

    @property
    def first_name(self) -> str:
        """The first word of the name, for greetings."""
        return self.name.split()[0] if self.name.split() else self.email

    @transaction.atomic
    def change(self, *, by: Actor, at: datetime, **changes: Any) -> None:
        """Set name, role, phone, time zone or signature; unknown fields are refused with TypeError."""
        allowed = {"name", "role", "phone", "time_zone", "signature"}
        if unknown := set(changes) - allowed:
            raise TypeError(unknown)
        for field, value in changes.items():
            setattr(self, field, value)
        self.save(update_fields=list(changes))
        record("person.changed", by=by, at=at, name=self.name, changes=", ".join(changes), person=self.pk)

    @transaction.atomic
    def open_feed(self, *, by: Actor, at: datetime) -> None:
        """Their calendar feed has a new address that nobody can guess; the one before stops working."""
        self.feed_key = secrets.token_urlsafe(24)
        self.save(update_fields=["feed_key"])
        record("person.feed_opened", by=by, at=at, name=self.name, person=self.pk)

    @transaction.atomic
    def close_feed(self, *, by: Actor, at: datetime) -> None:
        """Their calendar feed has no address any more."""
        self.feed_key = ""
        self.save(update_fields=["feed_key"])
        record("person.feed_closed", by=by, at=at, name=self.name, person=self.pk)

    @transaction.atomic
    def leave(self, *, by: Actor, at: datetime) -> None:
        """They no longer work here: sign-in ends. Their open cases must have been given to others by the caller."""
        self.is_active, self.left_at = False, at
        self.save(update_fields=["is_active", "left_at"])
        record("person.left", by=by, at=at, name=self.name, person=self.pk)


class SignInLinkManager(models.Manager["SignInLink"]):
    """How a link is made and used."""

    @transaction.atomic
    def make(self, person: Person, *, expires_at: datetime, by: Actor, at: datetime) -> str:
        """A fresh secret for one sign-in; only its hash is kept."""
        secret = secrets.token_urlsafe(24)
        self.create(person=person, secret_hash=_digest(secret), made_at=at, expires_at=expires_at)
        record("person.link_made", by=by, at=at, name=person.name, person=person.pk)
        return secret

    def holder(self, secret: str, *, at: datetime) -> Person | None:
        """Whom the link would sign in now, without using it."""
        link = self._fresh(secret, at).select_related("person").first()
        return link.person if link else None

    def _fresh(self, secret: str, at: datetime) -> models.QuerySet[SignInLink]:
        return self.filter(secret_hash=_digest(secret), used_at=None, expires_at__gt=at, person__is_active=True)

    @transaction.atomic
    def use(self, secret: str, *, at: datetime) -> Person | None:
        """The person, once; None for a link that is unknown, expired or used. Two at once: one gets in."""
        fresh = self._fresh(secret, at)
        link = fresh.select_related("person").first()
        if link is None or not fresh.update(used_at=at):
            return None
        record("person.signed_in_by_link", by=link.person, at=at)
        return link.person


class SignInLink(models.Model):
    """A link that signs one person in, once."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_in_links")
    secret_hash = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = SignInLinkManager()


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
