"""The choice is the customer's: made on their page, by a reply or on the phone, and changed until it is carried out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import MOVES
from amends.customers.customer import Channel
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.messages.writing import SPOKEN
from amends.offers.offer import Choice, Offer
from amends.offers.offering import Terms, ensure_safe, offer
from amends.offers.proposing import due_when_chosen, promised_as
from amends.offers.telling import day
from amends.people.person import Person
from amends.people.presence import LEADS, Roster

if TYPE_CHECKING:
    from datetime import datetime

    from amends.journal.actors import Actor
    from amends.messages.message import Message
    from amends.offers.offer import Option
    from amends.offers.offering import Given
    from amends.promises.promise import Promise

_SAME_DAY = timedelta(hours=12)
_SAID = "that day was said when it was offered"


class TooLate(Refused):
    """The one they chose is on its way already; it cannot be changed any more."""


@transaction.atomic
def choose(
    row: Offer, option: Option, *, via: str, by: Actor, at: datetime, words: str = "", consent: bool = False
) -> Choice:
    """The customer chose this: it is agreed, and promised by its day. The one they chose before is none any more.

    `consent`: they know what they have to do for it, and agreed. The same choice again changes nothing. Raises TooLate once
    it began to be carried out, SafetyFirst while somebody may come to harm, Refused for what was not offered or was
    withdrawn, and where they have to do something and did not agree to it.
    """
    held = Case.objects.hold(row.case_id)
    ensure_safe(held)
    row = (
        Offer.objects.select_for_update(of=("self",)).select_related("made_by", "backed_by", "approval").get(pk=row.pk)
    )
    before = row.choices.filter(stands=True).select_related("promise", "option").first()
    if before and before.option_id == option.pk:
        return before
    _ensure(row, option, held, consent=consent)
    if before:
        _supersede(before, option, by, at)
    promise = _promise(row, option, held, at)
    choice = Choice.objects.create(
        offer=row, option=option, remedy_id=option.remedy_id, case=held, chosen_at=at, via=via, words=words.strip(),
        theirs=by.actor_kind == "customer", recorded_by_id=person_id(by), consented=consent, works=bool(option.work),
        worth=option.worth, promise=promise,
    )  # fmt: skip
    held.rounds.current().agree(f"{option.name}, by {day(promise.first_due_at)}", via, by=_spoken_for(row, by), at=at)
    if by.actor_kind == "customer":
        held.customer_spoke(at=at)
    said: dict[str, Any] = {"what": option.name, "via": Channel(via).label, "words": words.strip(), "offer": row.pk}
    if before:
        record("choice.changed", by=by, at=at, case_id=held.pk, **said)
    else:
        record("choice.made", by=by, at=at, case_id=held.pk, **said)
    return choice


def _ensure(row: Offer, option: Option, case: Case, *, consent: bool) -> None:
    if option.offer_id != row.pk:
        message = "That was not offered."
        raise Refused(message)
    if row.withdrawn_at:
        message = "This offer was withdrawn. Please write to us."
        raise Refused(message)
    if row.begun_at:
        message = "What was chosen is on its way already. Please write to us if it is not right."
        raise TooLate(message)
    if case.stage not in MOVES["agree"].origins:
        message = "This case has ended meanwhile. Please write to us; it reaches the same person."
        raise Refused(message)
    if option.work and not consent:
        message = f"For this they would have to: {option.work}. Choose it only if they agree to that."
        raise Refused(message)


def _supersede(before: Choice, option: Option, by: Actor, at: datetime) -> None:
    before.stands, before.superseded_at = False, at
    before.save(update_fields=["stands", "superseded_at"])
    if not before.promise.kept_at and not before.promise.released_at:
        before.promise.release(because=f"They chose another remedy instead: {option.name}", by=by, at=at)


def _promise(row: Offer, option: Option, case: Case, at: datetime) -> Promise:
    due, kind = due_when_chosen(option, case, at=at), promised_as(option.kind, apart=option.remedy.apart)
    # Its day was said when it was offered. Whoever chooses now is not refused because the desk learnt otherwise since.
    made: Promise = case.promises.make(
        option.name, due=due, kind=kind, backed_by=_backer(row, case, at), by=row.made_by, at=at, made_in=row.told_in,
        hurried=_SAID,
    )  # fmt: skip
    return made


def _backer(row: Offer, case: Case, at: datetime) -> Person | None:
    """Who answers for it where a promise broke since it was offered: whoever backed it, or approved it, or leads here now."""
    if row.backed_by or row.made_by.role in LEADS or not case.promises.broken(at=at).exists():
        return row.backed_by
    approved = row.approval.answered_by if row.approval else None
    roster = Roster.read(at=at)
    return approved or next(iter([*roster.leads(case.queue_id), *roster.managers(case.queue_id)]), None)


def _spoken_for(row: Offer, by: Actor) -> Person:
    """Who said yes for the house: whoever wrote it down, or, where the customer chose by themselves, whoever offered it."""
    return by if isinstance(by, Person) else row.made_by


def _said_in(case: Case, via: str, at: datetime) -> Message | None:
    """The talk or mail of ours in which it was granted: the last one of the same day and the same way."""
    told = case.messages.ours().filter(channel=via, said_at__gt=at - _SAME_DAY, said_at__lte=at)
    found: Message | None = told.order_by("-said_at", "-pk").first()
    return found


@transaction.atomic
def grant(
    case: Case, given: Given, terms: Terms, *, via: str, by: Person, at: datetime, words: str = "", consent: bool = False
) -> Choice:  # fmt: skip
    """Their own wish is granted, and agreed at once, in their words. Nothing is pushed on top of it.

    Raises what `offer` and `choose` raise.
    """
    row = offer(case, [given], terms, by=by, at=at)
    row.told_via = via if via in SPOKEN else ""
    row.told_in = _said_in(row.case, via, at)
    row.save(update_fields=["told_via", "told_in"])
    choice = choose(row, row.options.get(), via=via, by=by, at=at, words=words, consent=consent)
    record("wish.granted", by=by, at=at, case_id=row.case_id, what=choice.option.name)
    return choice
