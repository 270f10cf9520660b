"""Telling the customer what they may choose from: a mail with a link for each, or the words said on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from amends.cases.portal import PortalLink
from amends.coach.promising import promises_in
from amends.customers.customer import Channel
from amends.messages.message import Purpose
from amends.messages.writing import SPOKEN, Reply, record_conversation, reply
from amends.offers.offering import Terms, offer
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.messages.message import Message
    from amends.offers.offer import Offer, Option
    from amends.offers.offering import Given
    from amends.people.person import Person


@transaction.atomic
def put(
    case: Case, given: Sequence[Given], terms: Terms, *, words: str, by: Person, at: datetime, via: str = Channel.EMAIL,
    seen: int | None = None, sure: str = "",
) -> Offer:  # fmt: skip
    """The offer is made, and the customer told of it in the same act: by mail with a link for each, or by word of mouth.

    Raises what `offer` and `reply` raise; a mail that the coach holds back goes with a reason (`sure`).
    """
    row = offer(case, given, terms, by=by, at=at)
    told: Message
    if via in SPOKEN:
        text = f"{words.strip()}\n\nRead out to them:\n\n{listed(row.options.all(), row.currency)}".strip()
        told = record_conversation(row.case, text, channel=via, by=by, at=at)
    else:
        text = f"{words.strip()}\n\n{letter(row, at=at)}".strip()
        # What it says of each option is a promise once they choose it, and is recorded then.
        found = [one.words for one in promises_in(letter(row, at=at), said_at=at, zone=HOUSE.time_zone)]
        dates = [option.ready_at for option in row.options.all()]
        mail = Reply(words=text, seen=seen, purpose=Purpose.OFFER, unmarked=found, dates=dates, sure=sure)
        told = reply(row.case, mail, by=by, at=at)
    row.told_via, row.told_in = told.channel, told
    row.save(update_fields=["told_via", "told_in"])
    return row


def letter(row: Offer, *, at: datetime) -> str:
    """The options as a mail has them: each with its link, which opens the page and chooses nothing by itself."""
    url = PortalLink.objects.give([row.case], at=at)[row.case_id].url
    blocks = [
        f"{listed([option], row.currency)}\n   Choose this: {url}/choice?option={option.pk}"
        for option in row.options.all()
    ]
    ends = "Take your time; you can change your mind until we have begun. A reply to this mail does as well."
    return "\n\n".join(["Please choose what suits you best:", *blocks, ends])


def listed(options: Iterable[Option], currency: str) -> str:
    """Each option with what it is worth and by when they have it."""
    return "\n".join(
        f"{option.position}. {option.name}{_worth(option, currency)}, by {day(option.ready_at)}."
        + (f" {option.words}" if option.words else "")
        + (f" You would have to: {option.work}." if option.work else "")
        for option in options
    )


def _worth(option: Option, currency: str) -> str:
    return f" ({option.worth} {currency})" if option.worth else ""


def day(moment: datetime) -> str:
    """A day as a letter has it: Thursday 12 March."""
    local = moment.astimezone(ZoneInfo(HOUSE.time_zone))
    return f"{local:%A} {local.day} {local:%B}"
