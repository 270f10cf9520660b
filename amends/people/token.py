"""A token: what another program shows so that it may do some things in a person's name."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q

from amends.journal.entry import record
from amends.people.may import NotAllowed
from amends.people.person import Person, Role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from amends.journal.actors import Actor

#: So that a secret that leaked is found for what it is, by a person and by those who scan for such things.
PREFIX = "amends_"
#: `last_used_at` is as exact as this, so that a busy program does not write a row with every call.
COARSE = timedelta(minutes=1)


class Scope(models.TextChoices):
    """What a token is good for. Each is given by name; none contains another."""

    TEXTS = "texts", "Read texts: the coach, triage and quotes; nothing of the desk is shown"
    OPEN = "open", "Open cases"
    READ = "read", "Read cases"
    WORK = "work", "Work on cases in this person's name"


class TokenManager(models.Manager["Token"]):
    """How tokens are made and recognised."""

    @transaction.atomic
    def make(
        self, name: str, *, scopes: Sequence[str], by: Actor, at: datetime, expires_at: datetime | None = None
    ) -> tuple[Token, str]:
        """A token of the person it is made through, and its secret, which is shown this once; only its hash is kept.

        Raises ValueError without a name or a scope, for a scope that there is not, or one that would be over at once.
        """
        person: Person = self.instance  # type: ignore[attr-defined]
        if not name.strip():
            raise ValueError("Say what the token is for, so that somebody who finds it later knows.")
        if unknown := set(scopes) - set(Scope.values):
            raise ValueError(f"There is no scope {min(unknown)!r}; there are: {', '.join(Scope.values)}.")
        if not scopes:
            raise ValueError(f"Name at least one scope: {', '.join(Scope.values)}.")
        if expires_at is not None and expires_at <= at:
            raise ValueError("The token would be over before it was used.")
        secret = PREFIX + secrets.token_urlsafe(32)
        token = self.create(
            name=name.strip()[:80], secret_hash=_digest(secret), scopes=sorted(set(scopes)), made_at=at,
            expires_at=expires_at,
        )  # fmt: skip
        record(
            "token.made", by=by, at=at, name=token.name, of=person.name, scopes=", ".join(token.scopes), token=token.pk
        )
        return token, secret

    def standing(self, *, at: datetime) -> models.QuerySet[Token]:
        """Those that still open the door, of people who still work here."""
        lasts = Q(expires_at=None) | Q(expires_at__gt=at)
        return self.filter(lasts, revoked_at=None, person__is_active=True)

    def holding(self, secret: str, *, at: datetime) -> Token | None:
        """The standing token with this secret, marked as used now; None for any other."""
        token = self.standing(at=at).select_related("person").filter(secret_hash=_digest(secret)).first()
        if token is not None and (token.last_used_at is None or at - token.last_used_at >= COARSE):
            self.filter(pk=token.pk).update(last_used_at=at)
        return token


class Token(models.Model):
    """A program's way in, in the name of one person, for the scopes it was given."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    secret_hash = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=10))
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = TokenManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(scopes__contained_by=Scope.values) & Q(scopes__len__gt=0), name="token_scopes_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="token_named"),
            models.CheckConstraint(condition=Q(expires_at=None) | Q(expires_at__gt=F("made_at")), name="token_lasts"),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="token_revoked_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def revoke(self, *, by: Person, at: datetime) -> None:
        """It opens nothing any more. Its person may, and whoever looks after people; twice is once."""
        if by.pk != self.person_id and by.role != Role.ADMIN:
            raise NotAllowed("The person it belongs to, or an admin, may revoke a token.")
        if Token.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=at, revoked_by=by):
            record("token.revoked", by=by, at=at, name=self.name, of=self.person.name, token=self.pk)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
