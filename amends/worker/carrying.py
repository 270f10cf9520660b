"""Who carries out what was agreed, on this installation: suppliers by our mail server, and Stripe where there is a key for it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from django.conf import settings

from amends.catalogue.remedy import Way
from amends.integrations.stripe import Stripe
from amends.integrations.supplier import Supplier
from amends.mail.server import Address, Answer, Away, Server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.integrations.asking import Carrier


def carriers() -> Mapping[str, Carrier]:
    """Those that are set up, by the way in which they carry out."""
    found: dict[str, Carrier] = {Way.SUPPLIER: Supplier(_hand_over)}
    if settings.STRIPE_KEY:
        found[Way.STRIPE] = Stripe(settings.STRIPE_KEY, settings.STRIPE_URL)
    return found


def _hand_over(sender: str, to: str, raw: bytes) -> bool:
    """Whether our server took the mail; OSError when it had it and did not answer, so that nobody knows."""
    try:
        with closing(Server(Address.read(settings.SMTP_URL), name=settings.MAIL_FROM.partition("@")[2])) as server:
            answer, _ = server.send(raw, sender=sender, to=to)
    except Away as away:
        if away.doubtful:
            raise OSError(str(away)) from away
        return False
    return answer is Answer.TAKEN
