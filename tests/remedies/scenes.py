"""Where remedies are played: Mrs Okafor's case, understood, with her wish on record, what she lost, and a catalogue to give from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from amends.catalogue.remedy import Remedy
from amends.catalogue.starting import stock_up
from amends.offers.loss import Loss
from amends.offers.offering import Given, Terms, offer
from amends.offers.proposing import Proposal, propose
from amends.people.person import Person
from tests.cast import MORNING, make_case

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.offers.offer import Choice, Offer, Option
    from tests.cast import Cast

FROM = date(2020, 1, 1)


def stock(cast: Cast) -> None:
    """The catalogue to begin with."""
    stock_up(by=cast.mira, at=MORNING)


def understood(by: Person, *, wish: str = "Just $5 off", at: datetime = MORNING, **more: Any) -> Case:
    """They told us, we understood, and they said what would put it right."""
    case = make_case(at=at, owner=by, **more)
    case.concerns.note("I was charged for a delivery that never came", by=by, at=at)
    held = case.rounds.current()
    held.read_back("You paid for a delivery that never came.", by=by, at=at)
    held.confirm("phone", by=by, at=at)
    held.tell_wish(wish, "phone", by=by, at=at)
    case.refresh_from_db()
    return case


def lost(
    case: Case, amount: str = "40.00", *, by: Person, failure: str = "F5", at: datetime = MORNING, **more: Any
) -> Loss:
    """What they lost is on record."""
    return Loss.objects.note(case, failure, Decimal(amount), by=by, at=at, **more)


def remedy(cast: Cast, name: str = "Five off, today", **fields: Any) -> Remedy:
    """One remedy of the catalogue, or a new one with these fields."""
    if not fields and (found := Remedy.objects.filter(name=name).first()):
        return found
    values = {"kind": "discount", "worth": Decimal(5), "cost": Decimal(5), "valid_from": FROM, "lead_hours": 1}
    return Remedy.objects.add(name, by=cast.mira, at=MORNING, **{**values, **fields})


def money(cast: Cast, amount: str, kind: str = "refund", **fields: Any) -> Remedy:
    """A remedy that costs exactly so much."""
    value = {"worth": Decimal(amount), "cost": Decimal(amount)}
    name = fields.pop("name", f"{amount} as {kind}")
    return remedy(cast, name, kind=kind, **{**value, **fields})


def given(one: Proposal) -> Given:
    """What was proposed, as it is offered."""
    return Given(remedy=Remedy.objects.get(pk=one.remedy), ready_at=one.ready_at, worth=one.worth)


def three(case: Case, by: Person, *, at: datetime = MORNING) -> Offer:
    """The three that the desk proposes, offered."""
    found = propose(case, Loss.objects.get(case=case), by=by, at=at)
    assert not found.lacks, found.lacks
    return offer(case, [given(one) for one in found.options], Terms(), by=by, at=at)


def options(row: Offer) -> list[Option]:
    """The options of an offer, in order."""
    return list(row.options.order_by("position"))


def fresh(row: Choice) -> Choice:
    """The choice as it is on record now."""
    row.refresh_from_db()
    return row
