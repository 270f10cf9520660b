"""A catalogue to begin with: one entry for every kind of remedy that the match table names; yours to change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from amends.catalogue.remedy import Remedy, Way
from amends.policy.words import Failure
from amends.policy.words import Remedy as Kinds

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

_FREE: Final = {"worth": Decimal(0), "cost": Decimal(0)}
_FROM: Final = date(2000, 1, 1)


def _share(worth: str, cost: str = "1.00") -> dict[str, Decimal]:
    return {"worth_share": Decimal(worth), "cost_share": Decimal(cost)}


def _fixed(worth: str, cost: str) -> dict[str, Decimal]:
    return {"worth": Decimal(worth), "cost": Decimal(cost)}


_THING, _MONEY = [Failure.CORE], [Failure.CORE, Failure.MONEY]
ENTRIES: Final[tuple[tuple[str, Kinds, str, list[Failure], int, dict[str, Any]], ...]] = (
    ("An apology, in person", Kinds.APOLOGY, "We say sorry, and mean it. Nothing more is asked of you.", [], 4, _FREE),
    (
        "A call from somebody senior",
        Kinds.CONTACT,
        "Somebody who answers for it calls you and listens.",
        [Failure.PERSON, Failure.RESPONSE, Failure.TRUST, Failure.INFORMATION, Failure.NEED, Failure.OUTSIDE],
        24,
        _FREE,
    ),
    (
        "A letter that says it should not have happened",
        Kinds.RECOGNITION,
        "We write down what this did to you, and that it was ours to prevent.",
        [Failure.PERSON, Failure.RESPONSE, Failure.INFORMATION, Failure.NEED, Failure.OUTSIDE],
        48,
        _FREE,
    ),
    ("All of your money back", Kinds.REFUND, "The whole amount, the way you paid it.", _MONEY, 72, _share("1.00")),
    (
        "A part of the price back",
        Kinds.REFUND,
        "A part of what you paid, the way you paid it.",
        [*_MONEY, Failure.TIME],
        72,
        _share("0.30"),
    ),
    ("A credit", Kinds.CREDIT, "On your account, to use whenever you like.", [], 24, _share("0.25", "0.80")),
    (
        "The whole price as credit",
        Kinds.CREDIT,
        "On your account, for as long as it takes.",
        _THING,
        24,
        _share("1.00", "0.80"),
    ),
    (
        "The delivery charge back",
        Kinds.WAIVER,
        "You pay nothing for the delivery.",
        [Failure.TIME, Failure.MONEY],
        72,
        _fixed("9.00", "9.00"),
    ),
    (
        "The same again, sent first",
        Kinds.REPLACEMENT,
        "A new one leaves today; the old one is collected when it suits you.",
        _THING,
        120,
        {**_share("1.00", "0.55"), "travels": True},
    ),
    (
        "The missing part, by courier",
        Kinds.PART,
        "The part is with you soon, and we fit it if you wish.",
        _THING,
        72,
        {**_share("0.40", "0.30"), "travels": True},
    ),
    (
        "We do it again, first in the queue",
        Kinds.REDO,
        "We come again, before everybody else.",
        _THING,
        96,
        _share("1.00", "0.50"),
    ),
    (
        "A delivery date that holds",
        Kinds.DELIVERY,
        "A day and an hour that we have made sure of.",
        [Failure.TIME],
        48,
        {**_fixed("0.00", "0.00"), "travels": True},
    ),
    (
        "We do the rest for you",
        Kinds.WORK,
        "There is nothing left for you to fill in, send or chase.",
        [Failure.BURDEN],
        48,
        _fixed("0.00", "15.00"),
    ),
    (
        "Put right everywhere, and confirmed in writing",
        Kinds.CORRECTION,
        "We correct it wherever it went, and send you the list.",
        [Failure.INFORMATION, Failure.TRUST],
        72,
        _FREE,
    ),
    (
        "Something off your next order",
        Kinds.DISCOUNT,
        "Ten pounds off, on anything.",
        [Failure.TIME, Failure.NEED, Failure.OUTSIDE],
        4,
        {
            **_fixed("10.00", "6.00"),
            "questions": ["Do they mean to order again?", "Can they order from us where they live?"],
        },
    ),
    (
        "Five off, today",
        Kinds.DISCOUNT,
        "Five pounds off the bill.",
        [Failure.MONEY, Failure.TIME, Failure.BURDEN, Failure.RESPONSE],
        1,
        _fixed("5.00", "5.00"),
    ),
    (
        "Somebody comes to look",
        Kinds.VISIT,
        "One of us comes to your home, when you are there.",
        _THING,
        96,
        {**_fixed("30.00", "30.00"), "customer_work": "be at home for it"},
    ),
    (
        "A gift card",
        Kinds.GIFT_CARD,
        "A card for our shop, in a letter of its own.",
        [Failure.PERSON, Failure.RESPONSE, Failure.TIME, Failure.NEED],
        240,
        {**_fixed("20.00", "16.00"), "questions": ["Can they come to a shop of ours, or order online?"]},
    ),
    (
        "A handwritten note",
        Kinds.NOTE,
        "A card, written by hand.",
        [],
        240,
        {**_fixed("0.00", "2.00"), "travels": True},
    ),
    (
        "Somebody who can help better",
        Kinds.ELSEWHERE,
        "We bring you to whoever can do this, and stay with you until they do.",
        [Failure.NEED, Failure.OUTSIDE],
        24,
        _FREE,
    ),
    ("Something of its own", Kinds.OTHER, "", [], 72, {**_share("0.50"), "own_words": True}),
)


@transaction.atomic
def stock_up(*, by: Person, at: datetime, currency: str = "GBP", refunds: str = Way.HAND) -> int:
    """Every entry that is not there yet, by its name, can be offered. Returns how many are new."""
    known = set(Remedy.objects.values_list("name", flat=True))
    fresh = [entry for entry in ENTRIES if entry[0] not in known]
    for name, kind, about, failures, hours, more in fresh:
        way = refunds if kind is Kinds.REFUND else Way.HAND
        Remedy.objects.add(
            name, kind=kind.value, about=about, failures=[code.value for code in failures], lead_hours=hours, way=way,
            currency=currency, valid_from=_FROM, by=by, at=at, **more,
        )  # fmt: skip
    return len(fresh)
