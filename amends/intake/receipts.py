"""The automatic receipt: one short mail at once, so that nobody wonders whether their complaint arrived.

It is a receipt and marked as one; no clock of the customer's stops for it. It is never sent to automatic mail, and it is
braked, because some machines answer everything: see `braked`.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from amends.customers.address import normal
from amends.messages.delivery import Delivery
from amends.messages.message import Purpose
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from amends.intake.opening import Complaint

SUBJECT = "We have your message"
_OPENING = "we have your message and a person will read it"
_SOON = timedelta(seconds=30)
_ROUNDS = 2


def words(*, name: str, reference: str, due: datetime, url: str, owner: str = "") -> str:
    """The whole text of a receipt."""
    local = due.astimezone(ZoneInfo(HOUSE.time_zone))
    who = f"{owner} has it and" if owner else "A person"
    return (
        f"{'Dear ' + name if name else 'Hello'},\n\n"
        f"Thank you: {_OPENING}. This is only an automatic receipt, so that you know it arrived.\n\n"
        f"{who} will write to you by {local:%A} {local.day} {local:%B}, {local:%H:%M}.\n\n"
        f"You can see where this stands, and add to it, here:\n{url}\n\n"
        f"Your reference is {reference}. You can also just reply to this mail.\n"
    )


def recent(addresses: Iterable[str], *, at: datetime) -> dict[str, list[datetime]]:
    """When receipts went to these addresses in the last hour, by address; a receipt still waiting counts as sent now."""
    rows = Delivery.objects.filter(
        message__purpose=Purpose.RECEIPT,
        address__in={normal("email", address) for address in addresses},
        message__said_at__gt=at - timedelta(hours=1),
    ).values_list("address", "sent_at", "message__said_at")
    found: dict[str, list[datetime]] = {}
    for address, sent_at, said_at in rows:
        found.setdefault(address, []).append(sent_at or said_at)
    return found


def braked(complaint: Complaint, receipts: Mapping[str, list[datetime]]) -> str:
    """Why no receipt goes to this complaint, or the empty string.

    A machine that answers our receipts without saying so gives itself away: it echoes the receipt, or it has answered two
    of them within half a minute. A person may complain about several things in an hour and gets a receipt each time.
    """
    sent = receipts.get(normal("email", complaint.email), [])
    if len(sent) >= HOUSE.receipts_per_hour:
        return f"{len(sent)} went to this address within the hour"
    if sent and _echoes(complaint):
        return "it echoes our own receipt"
    written = complaint.written_at or complaint.received_at
    if sum(-_SOON < written - when < _SOON for when in sent) >= _ROUNDS:
        return "this address answers our receipts at once, as a machine does"
    return ""


def _echoes(complaint: Complaint) -> bool:
    subject = re.sub(r"\s+", " ", complaint.subject).casefold()
    text = re.sub(r"[\s>]+", " ", complaint.whole_text or complaint.words).casefold()
    return SUBJECT.casefold() in subject or _OPENING in text
