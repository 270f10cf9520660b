"""The customer's link: signed, expiring, revocable. And the tags in our mail addresses that lead an answer home."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac

from amends.cases.case import Case
from amends.journal.entry import record
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.journal.actors import Actor

_signer = Signer(salt="amends.portal", sep=".")
_RENEW = timedelta(days=30)


class PortalLinkManager(models.Manager["PortalLink"]):
    """How links are given and followed."""

    def give(self, cases: Iterable[Case], *, at: datetime) -> dict[int, PortalLink]:
        """A link for each case, by the case's key: the standing one if it still has a month, else a new one."""
        cases = list(cases)
        rows = self.filter(case__in=cases, revoked_at=None, expires_at__gt=at + _RENEW)
        links = {link.case_id: link for link in rows}
        fresh = [self.model.made(case, at=at) for case in cases if case.pk not in links]
        links.update({link.case_id: link for link in self.bulk_create(fresh)})
        return links

    def follow(self, token: str, *, at: datetime) -> PortalLink | None:
        """The link a token names, whether expired or not; None for a forged, unknown or revoked one."""
        try:
            key = _signer.unsign(token)
        except BadSignature:
            key = ""  # names no link; asked for all the same, so that a forged token takes as long as an unknown one
        return self.filter(key=key, revoked_at=None, made_at__lte=at).select_related("case__customer").first()

    @transaction.atomic
    def revoke(self, case: Case, *, by: Actor, at: datetime) -> int:
        """No link to this case works any more; the next mail carries a new one."""
        count = self.filter(case=case, revoked_at=None).update(revoked_at=at)
        record("portal.link_revoked", by=by, at=at, case_id=case.pk, count=count)
        return count


class PortalLink(models.Model):
    """One customer's way to one case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="portal_links")
    key = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PortalLinkManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="link_expires_later")
        ]

    def __str__(self) -> str:
        return f"link to {self.case.reference}"

    @classmethod
    def made(cls, case: Case, *, at: datetime) -> PortalLink:
        """An unsaved link that works for as long as policy says."""
        expires_at = at + timedelta(days=HOUSE.link_days)
        return cls(case=case, key=secrets.token_urlsafe(16), made_at=at, expires_at=expires_at)

    @property
    def token(self) -> str:
        """What stands in the address."""
        return _signer.sign(self.key)

    @property
    def url(self) -> str:
        """The whole address, as it stands in a mail."""
        return f"{settings.BASE_URL}/c/{self.token}"


def _mark(kind: str, words: str) -> str:
    return salted_hmac("amends.mail." + kind, words.lower()).hexdigest()[:12]


def tagged(kind: str, words: str) -> str:
    """Our mail address with a signed tag: kind `r` leads a reply to a case, `b` a bounce to a delivery."""
    local, _, domain = settings.MAIL_FROM.partition("@")
    return f"{local}+{kind}.{words.lower()}.{_mark(kind, words)}@{domain}"


def tag_of(address: str, kind: str) -> str:
    """The words in a tag of ours, in lower case; empty when there is none or its signature does not hold."""
    local = address.partition("@")[0].lower()
    parts = local.rpartition("+")[2].split(".")
    if len(parts) != 3 or parts[0] != kind:  # noqa: PLR2004
        return ""
    return parts[1] if constant_time_compare(parts[2], _mark(kind, parts[1])) else ""
