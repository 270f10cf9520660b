"""Putting remedies to a customer: only after their wish was asked, out of the catalogue, within the caps, for nothing of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from amends.authority.spend import NOTHING, Spend
from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.harm import harm_of
from amends.cases.stages import MOVES
from amends.catalogue.remedy import Remedy, Way
from amends.deadlines.ruling import house_calendar
from amends.experiments.arms import Place
from amends.experiments.experiment import Experiment
from amends.experiments.lots import decide
from amends.experiments.menus import arrange
from amends.journal.entry import record
from amends.offers.loss import BACK, Loss
from amends.offers.offer import THREE, Offer, Option
from amends.offers.proposing import holding, ready
from amends.offers.usability import CannotUse, Usability
from amends.people.may import check
from amends.people.presence import LEADS
from amends.policy.words import Remedy as Kinds
from amends.promises.promise import LeadNeeded
from amends.trials.drawing import Fixed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from amends.authority.approval import Approval
    from amends.people.person import Person


#: What gives the same worth in another form; and how many of the other are tried.
_EITHER = {Kinds.CREDIT.value: Kinds.GIFT_CARD.value, Kinds.GIFT_CARD.value: Kinds.CREDIT.value}
_TRIED = 20


class NotAsked(Refused):
    """The customer was not asked yet what would put it right; nothing may be offered before."""


class SafetyFirst(Refused):
    """Safety comes first: while its alarm stands nothing is given that could be taken for the price of silence."""


class OutsideCatalogue(Refused):
    """It is not in the catalogue, or not on this day, or used up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A remedy as somebody means to give it: `worth` where it follows the loss, `name` where it is said in one's own words."""

    remedy: Remedy
    worth: Decimal | None = None
    name: str = ""
    words: str = ""
    because: str = ""
    ready_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What goes with an offer. `asked` is what their wish came to; `left_out` why no money goes back where it was paid for nothing.

    `objection` is why no experiment may touch this offer.
    """

    wish: bool = False
    asked: Decimal | None = None
    planned: Decimal | None = None
    because: str = ""
    left_out: str = ""
    goodwill: bool = False
    backed_by: Person | None = None
    approval: Approval | None = None
    objection: str = ""


@transaction.atomic
def offer(case: Case, given: Sequence[Given], terms: Terms, *, by: Person, at: datetime) -> Offer:
    """It stands until it is withdrawn or carried out; the dearest of it is put aside, and one of each that is counted.

    Three remedies distinct in kind, or one that is their own wish. Raises SafetyFirst, NotAsked, OutsideCatalogue, CannotUse,
    BeyondAuthority, LeadNeeded, and Refused for what is out of band or too many.
    """
    check(by, "work", case)
    held = Case.objects.hold(case.pk)
    ensure_safe(held)
    _ensure_asked(held)
    loss = _loss(held)
    if held.offers.standing().filter(choices=None).exists():
        message = "An offer of ours stands already, and they have not chosen. Withdraw it first."
        raise Refused(message)
    _ensure_count(given, terms)
    if held.promises.broken(at=at).exists() and by.role not in LEADS and not _backs(terms.backed_by):
        message = "A promise on this case was broken. Name the lead who answers for what is offered now."
        raise LeadNeeded(message)
    options = [_option(loss, one, number, terms, at) for number, one in enumerate(given, 1)]
    _ensure_credited(loss, options, terms)
    options = _credit_or_card(loss, options, terms, by, at)
    options = list(arrange(held, options, wish=_reasonable(loss, terms), objection=terms.objection, by=by, at=at))
    for number, option in enumerate(options, 1):
        option.position = number
    row = Offer.objects.create(
        case=held, round=held.round, wish=terms.wish, goodwill=terms.goodwill or loss.fault != "established",
        because=terms.because.strip(), left_out=terms.left_out.strip(), currency=loss.currency, asked=terms.asked,
        planned=terms.planned if terms.planned is not None else max(option.worth for option in options), made_at=at,
        made_by=by, backed_by=terms.backed_by, approval=terms.approval, spend=_spend(loss, options, terms, by, at),
    )  # fmt: skip
    for option in options:
        option.offer = row
        if not option.remedy.reserve():
            raise OutsideCatalogue(f"“{option.name}” is used up.")
    Option.objects.bulk_create(options)
    record(
        "offer.made", by=by, at=at, case_id=held.pk, what="; ".join(option.name for option in options),
        because=row.because, offer=row.pk,
    )  # fmt: skip
    return row


def ensure_safe(case: Case) -> None:
    """Raises SafetyFirst while somebody may come to harm by what this case, which the caller holds, or a problem of it is about."""
    if harm_of(case) is not None:
        message = (
            "Somebody may come to harm by this. Nothing is offered, agreed or carried out until the safety alarm is stood down: "
            "a remedy must never look like the price of silence."
        )
        raise SafetyFirst(message)


def _reasonable(loss: Loss, terms: Terms) -> bool:
    """They said what would put it right, and policy thinks as much right: that is no matter for a lot."""
    return terms.wish or (terms.asked is not None and terms.asked <= loss.band().most)


def _ensure_asked(case: Case) -> None:
    held = case.rounds.filter(number=case.round).first()
    if held is None or not held.wish_told_at:
        message = "Ask what would put it right, and write down the answer in their words, before anything is offered."
        raise NotAsked(message)
    if case.stage not in MOVES["agree"].origins:
        message = "First hear from them that we understood; then offer."
        raise NotAsked(message)
    if not case.concerns.standing().exists():
        message = "Write down at least one concern in the customer's words first."
        raise NotAsked(message)


def _loss(case: Case) -> Loss:
    loss = Loss.objects.filter(case=case).first()
    if loss is None:
        message = "Write down what they lost first: what kind of failure, and how much."
        raise Refused(message)
    loss.case = case
    return loss


def _ensure_count(given: Sequence[Given], terms: Terms) -> None:
    if len(given) != (1 if terms.wish else THREE):
        message = "Offer exactly three remedies, or grant their own wish."
        raise Refused(message)
    if len({one.remedy.kind for one in given}) != len(given):
        message = "The three must be of different kinds: a choice between two refunds is none."
        raise Refused(message)
    if terms.approval is not None and not terms.wish:
        message = "An approval is for what was asked; the three options are within your own authority."
        raise Refused(message)


def _backs(person: Person | None) -> bool:
    return person is not None and person.role in LEADS and person.is_active


def _option(loss: Loss, one: Given, number: int, terms: Terms, at: datetime) -> Option:
    remedy = Remedy.objects.standing(_day(at)).filter(pk=one.remedy.pk).first()
    if remedy is None:
        raise OutsideCatalogue(f"“{one.remedy.name}” is not in the catalogue now.")
    if remedy.currency != loss.currency:
        raise OutsideCatalogue(f"“{remedy.name}” is counted in {remedy.currency}, their loss in {loss.currency}.")
    if no := Usability.objects.unusable(loss.case, remedy):
        raise CannotUse(f"“{remedy.name}” is no use to them: to “{no.question}” they said no. Offer another.")
    if remedy.own_words and not one.name.strip():
        message = "Say in your own words what is given."
        raise Refused(message)
    worth = one.worth if one.worth is not None and remedy.worth is None else remedy.worth_for(loss.amount)
    _ensure_in_band(loss, remedy, worth, terms)
    return Option(
        position=number, remedy=remedy, kind=remedy.kind, name=one.name.strip() or remedy.name,
        words=one.words.strip() or remedy.about, worth=worth, cost=remedy.cost_for(worth), work=remedy.customer_work,
        ready_at=one.ready_at or _ready(loss.case, remedy, at), because=one.because.strip(),
    )  # fmt: skip


def _ready(case: Case, remedy: Remedy, at: datetime) -> datetime:
    return ready(case, remedy.lead_hours, [], at, holds=holding(case, [remedy.kind], at=at).get(remedy.kind))


def _day(at: datetime) -> date:
    return at.astimezone(ZoneInfo(house_calendar().zone)).date()


def _ensure_in_band(loss: Loss, remedy: Remedy, worth: Decimal, terms: Terms) -> None:
    if worth < 0:
        message = "Nobody is given less than nothing."
        raise Refused(message)
    band = loss.menu()
    if worth > band.cap:
        message = (
            f"“{remedy.name}” is worth {worth} {loss.currency}, and policy stops at {band.cap} for such a loss. If they lost "
            "more than is on record, note that first."
        )
        raise Refused(message)
    if not terms.wish and worth and worth not in band:
        message = f"“{remedy.name}” is worth {worth} {loss.currency}; for such a loss it should be {band.least} to {band.most}."
        raise Refused(message)


def _ensure_credited(loss: Loss, options: Sequence[Option], terms: Terms) -> None:
    owed = loss.owed_back and not terms.wish
    if owed and not any(option.kind in BACK for option in options) and not terms.left_out.strip():
        message = "They paid for what did not work: offer it back as money or credit, or say why not."
        raise Refused(message)


def _spend(loss: Loss, options: Sequence[Option], terms: Terms, by: Person, at: datetime) -> Spend | None:
    cost, case, approval = max(option.cost for option in options), loss.case, terms.approval
    if approval is not None:
        same = approval.case_id == case.pk and approval.remedy_id == options[0].remedy_id and approval.cost >= cost
        if not same or not approval.yes or Offer.objects.filter(approval=approval).exists():
            message = "That approval is not for this, or was used."
            raise Refused(message)
        return approval.spend
    if cost == NOTHING:
        return None
    return Spend.objects.take(case, cost, loss.currency, failure=loss.failure, role=by.role, by=by, at=at)


def _credit_or_card(loss: Loss, options: list[Option], terms: Terms, by: Person, at: datetime) -> list[Option]:
    """Where an experiment compares them, and the catalogue has both at the same worth: the one of the two that is drawn."""
    mine = [option for option in options if option.kind in _EITHER]
    if terms.wish or len(mine) != 1 or Experiment.objects.running(Place.CARD) is None:
        return options
    (one,) = mine
    other = _as_much(loss, one, terms, by, at)
    if other is None:  # who could not be drawn into both arms is compared with nobody
        return options
    fixed = {*({Fixed.LAW} if loss.owed_back else ()), *({Fixed.WISH} if _reasonable(loss, terms) else ())}
    arm = decide(Place.CARD, loss.case, fixed=fixed, objection=terms.objection, by=by, at=at)
    return [other if option is one and arm == other.kind else option for option in options]


def _as_much(loss: Loss, one: Option, terms: Terms, by: Person, at: datetime) -> Option | None:
    """The other of credit and gift card, worth as much to them, usable, and within what may be given; None if there is none."""
    room = Spend.objects.room(by.role, loss.case, loss.failure, loss.currency, at=at)
    for remedy in Remedy.objects.fitting(loss.failure, currency=loss.currency, day=_day(at)).filter(
        kind=_EITHER[one.kind], own_words=False
    )[:_TRIED]:
        if remedy.way == Way.CODE and not remedy.codes.filter(given_at=None).exists():
            continue
        try:
            other = _option(loss, Given(remedy=remedy, because=one.because), one.position, terms, at)
        except Refused:
            continue
        if other.worth == one.worth and other.cost <= (room.left if room else NOTHING):
            return other
    return None


@transaction.atomic
def withdraw(row: Offer, *, because: str, by: Person, at: datetime) -> None:
    """The customer can choose of it no more; what was put aside is free. Not once something of it was agreed."""
    check(by, "work", row.case)
    if not because.strip():
        message = "Say why it is withdrawn."
        raise Refused(message)
    Case.objects.hold(row.case_id)
    if row.choices.filter(stands=True).exists():
        message = "They have chosen: what is agreed is not taken back."
        raise Refused(message)
    if Offer.objects.standing().filter(pk=row.pk).update(
        withdrawn_at=at, withdrawn_by=by, withdrawn_because=because.strip()
    ) != 1:  # fmt: skip
        message = "This offer does not stand any more."
        raise Refused(message)
    for option in row.options.select_related("remedy"):
        option.remedy.give_back()
    if row.spend:
        row.spend.release(by=by, at=at)
    record("offer.withdrawn", by=by, at=at, case_id=row.case_id, because=because.strip())
