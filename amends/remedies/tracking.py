"""Until the customer has it: on its way, received or used; and what came to nothing, which counts as a miss of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.stages import Stage
from amends.deadlines.cadence import owe_update
from amends.followups.asking import begin_again
from amends.journal.actors import person_id
from amends.journal.entry import record
from amends.messages.writing import hear
from amends.offers.offer import Choice, Offer
from amends.people.person import Person
from amends.remedies.execution import Execution, keep

if TYPE_CHECKING:
    from datetime import datetime

    from amends.customers.customer import Customer
    from amends.journal.actors import Actor


@transaction.atomic
def send_off(choice: Choice, *, by: Person, at: datetime, words: str = "") -> None:
    """It has left us; `words` say with whom."""
    open_rows = Choice.objects.filter(
        pk=choice.pk, executed_at__isnull=False, on_its_way_at=None, had_at=None, missed_at=None
    )
    _ensure(open_rows.update(on_its_way_at=at))
    record("remedy.on_its_way", by=by, at=at, case_id=choice.case_id, what=choice.option.name, words=words.strip())
    choice.refresh_from_db()


@transaction.atomic
def receive(choice: Choice, *, by: Actor, at: datetime, how: str = Choice.How.RECEIVED, words: str = "") -> None:
    """The customer has it: they said so, or the carrier did. The promise is kept with that."""
    open_rows = Choice.objects.filter(pk=choice.pk, executed_at__isnull=False, had_at=None, missed_at=None)
    _ensure(open_rows.update(had_at=at, had_how=Choice.How(how)))
    choice.refresh_from_db()
    evidence = words.strip() or f"{by.spoken_name}: {choice.get_had_how_display()}"
    keep(choice, evidence, by=_kept_by(choice, by), at=at)
    if by.actor_kind == "customer":
        Case.objects.get(pk=choice.case_id).customer_spoke(at=at)
    record(
        "remedy.had", by=by, at=at, case_id=choice.case_id, what=choice.option.name, how=choice.get_had_how_display()
    )


@transaction.atomic
def miss(choice: Choice, how: str, because: str, *, by: Actor, at: datetime) -> None:
    """It came to nothing: never used, or declined after all. What was put aside for it is free where nothing was carried out."""
    if not because.strip():
        message = "Say what became of it."
        raise Refused(message)
    case = Case.objects.hold(choice.case_id)
    execution = Execution.objects.filter(choice=choice).first()
    if execution is not None and not execution.call_off(because):
        message = "Find out first whether it was carried out: that is not sure yet."
        raise Refused(message)
    open_rows = Choice.objects.filter(pk=choice.pk, stands=True, had_at=None, missed_at=None)
    _ensure(open_rows.update(missed_at=at, missed_how=Choice.Miss(how), missed_because=because.strip()))
    choice.refresh_from_db()
    if choice.promise.kept_at is None and choice.promise.released_at is None:
        choice.promise.release(because=because.strip(), by=by, at=at)
    if choice.executed_at is None:
        Offer.objects.standing().filter(pk=choice.offer_id).update(
            begun_at=at
        )  # of this offer nothing is chosen any more
        if choice.offer.spend:
            choice.offer.spend.release(by=by, at=at)
    record(
        "remedy.missed", by=by, at=at, case_id=case.pk, what=choice.option.name, because=because.strip(),
        how=choice.get_missed_how_display(),
    )  # fmt: skip


@transaction.atomic
def dispute(choice: Choice, words: str, *, by: Actor, at: datetime) -> None:
    """The customer says that it has not come, or that it is not what was agreed: a credit that is missing, or a wrong one.

    Whoever said that they have it was mistaken. A case that was resolved or closed is open again; on any other a word of
    ours is due. Refused without words, and for what was not carried out.
    """
    if not words.strip():
        message = "Say what is missing or wrong."
        raise Refused(message)
    case = Case.objects.hold(choice.case_id)
    rows = Choice.objects.filter(pk=choice.pk, stands=True, executed_at__isnull=False, missed_at=None)
    _ensure(rows.update(had_at=None, had_how=""))
    if choice.promise.kept_at is not None:
        choice.promise.fall_short(words, by=by, at=at)
    record("remedy.disputed", by=by, at=at, case_id=case.pk, what=choice.option.name, words=words.strip())
    if by.actor_kind == "customer":
        case.customer_spoke(at=at)
    if case.stage in {Stage.RESOLVED, Stage.CLOSED}:
        begin_again(case, because=f"“{choice.option.name}” is missing or wrong: {words.strip()}", by=by, at=at)
    else:
        owe_update(case, at=at)
    choice.refresh_from_db()


@transaction.atomic
def fall_short(choice: Choice, words: str, *, by: Customer, at: datetime) -> None:
    """The customer wrote that it has not come or is not right: it stands with what they said, is read as that is, and disputed.

    Raises what `hear` and `dispute` raise.
    """
    hear(choice.case, words, by=by, at=at)
    dispute(choice, words, by=by, at=at)


def _ensure(moved: int) -> None:
    if moved != 1:
        message = "That cannot be said of it now: look at what is on record."
        raise Refused(message)


def _kept_by(choice: Choice, by: Actor) -> Person:
    key = person_id(by)
    if isinstance(by, Person):
        return by
    return Person.objects.get(pk=key or choice.offer.made_by_id)
