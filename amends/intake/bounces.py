"""A bounce finds the message of ours that bounced: by the signed tag of the address it came to, or by the id it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from amends.arrivals.arrival import Arrival
from amends.cases.portal import tag_of
from amends.customers.address import Address, Kind, normal
from amends.intake.sorting import Thread
from amends.journal.actors import DESK
from amends.messages.delivery import Delivery

if TYPE_CHECKING:
    from datetime import datetime

    from amends.eml.bounces import Bounce, Failure
    from amends.intake.sorting import Mail


def mark_bounced(mail: Mail, *, at: datetime) -> None:
    """Every delivery the report is about is marked; an address that failed for good is shown as unreachable.

    A report of a delay marks nothing: the other server is still trying. The mail's thread becomes the case it was about.
    """
    bounce = mail.letter.bounce if mail.letter else None
    if bounce is None:
        return
    failures = {normal(Kind.EMAIL, failure.address): failure for failure in bounce.recipients}
    for delivery in _deliveries(mail.arrival, bounce):
        mail.thread = Thread(delivery.message.case)
        failure = failures.get(delivery.address) or (next(iter(failures.values())) if len(failures) == 1 else None)
        if failure is None or failure.action == "failed":
            delivery.bounce(because=_reason(failure), by=DESK, at=at)
            if failure and failure.permanent:
                _mark_address(delivery.address, _reason(failure), at)


def _deliveries(arrival: Arrival, bounce: Bounce) -> list[Delivery]:
    rows = Delivery.objects.select_related("message__case")
    for address in arrival.envelope_to:
        if (tag := tag_of(address, "b")).isdigit():
            return list(rows.filter(pk=int(tag)))
    if not bounce.original_id:
        return []
    wanted = [normal(Kind.EMAIL, failure.address) for failure in bounce.recipients]
    sent = rows.filter(message__message_id=bounce.original_id)
    return list(sent.filter(Q(address__in=wanted))) or list(sent)


def _reason(failure: Failure | None) -> str:
    if failure is None:
        return "it was returned"
    return f"{failure.status} {failure.diagnostic}".strip()[:500]


def _mark_address(value: str, because: str, at: datetime) -> None:
    address = Address.objects.filter(kind=Kind.EMAIL, normal=value, retired_at=None, failed_at=None).first()
    if address:
        address.fail(because=because, by=DESK, at=at)
