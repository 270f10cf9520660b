"""The way in for a colleague who does not work at the desk: signed, expiring, to what is asked of them and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from amends.asks.ask import Ask, State
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from datetime import datetime

_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class Colleague:
    """Whoever came by the link, as the journal names them: no person of the desk, so under the name they were asked by."""

    spoken_name: str
    actor_kind: str = "desk"
    pk: None = None


def token_of(ask: Ask) -> str:
    """What stands in the address. It is bound to whom the ask was made of: passed to somebody else, the old one opens nothing."""
    return f"{ask.pk}-{_mark(ask.pk, ask.email)}"


def url_of(ask: Ask) -> str:
    """The whole address, as it stands in their mail."""
    return f"{settings.BASE_URL}/a/{token_of(ask)}"


def follow(token: str, *, at: datetime) -> Ask | None:
    """The ask a token names; None for a forged or unknown one, for one that was withdrawn, and once the link has run out."""
    key, _, mark = token.partition("-")
    number = int(key) if key.isascii() and key.isdecimal() and len(key) < 20 else 0  # noqa: PLR2004 - digits of a key
    rows = Ask.objects.filter(pk=min(number, _LARGEST - 1), of=None, asked_at__gt=at - timedelta(days=HOUSE.link_days))
    near = rows.exclude(state=State.WITHDRAWN).select_related("case__queue__site", "asked_by", "deadline")
    ask = near.first()
    # Compared in either case, so that an unknown ask takes as long as a forged mark.
    holds = constant_time_compare(mark, _mark(ask.pk, ask.email) if ask else _mark(0, ""))
    return ask if ask and holds else None


def _mark(key: int, email: str) -> str:
    return salted_hmac("amends.ask", f"{key} {email.lower()}", algorithm="sha256").hexdigest()[:32]
