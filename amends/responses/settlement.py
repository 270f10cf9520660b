"""The short route: the customer said in time that it is settled, and is spared the long letter. It is registered all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.deadlines.deadline import Deadline, Kind
from amends.deadlines.pacing import timing
from amends.deadlines.ruling import choice_of
from amends.journal.entry import record
from amends.people.may import check
from amends.people.person import Person
from amends.policy.choosing import due, short_route
from amends.policy.words import Due
from amends.responses.response import calendar_for, pack_of, rows_for

if TYPE_CHECKING:
    from datetime import datetime

    from amends.policy.pack import ShortRoute


class Accepted(models.TextChoices):
    """How they said that it is settled."""

    ORAL = "oral", "by word of mouth"
    WRITTEN = "written", "in writing"


class Settlement(models.Model):
    """A customer's word that it is settled, said within the time of the short route of a pack."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="settlement")
    accepted = models.CharField(max_length=8, choices=Accepted.choices)
    words = models.TextField()
    route = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    settled_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(accepted__in=Accepted.values), name="settlement_accepted_known"),
            models.CheckConstraint(condition=~Q(words=""), name="settlement_in_their_words"),
            models.CheckConstraint(
                condition=Q(recorded_at__gte=models.F("settled_at")), name="settlement_before_it_was_recorded"
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]


@transaction.atomic
def settle_shortly(
    case: Case, words: str, *, accepted: str, by: Person, at: datetime, settled_at: datetime | None = None
) -> Settlement:
    """The customer said so in time: where the pack has a shorter letter for that, it is due in place of the long one.

    Where it asks for no letter, none is due any more; where it knows no shorter letter, the long one stays due. `settled_at`
    is when they said it. Refused without their words, when the time is over, or once the matter has been decided.
    """
    check(by, "work", case)
    Case.objects.select_for_update().get(pk=case.pk)
    settled = min(settled_at or at, at)
    if not words.strip():
        message = "Write down what they said."
        raise Refused(message)
    if Settlement.objects.filter(case=case).exists():
        message = "It is on record already that they call it settled."
        raise Refused(message)
    route = _route(case, accepted, settled)
    row = Settlement.objects.create(
        case=case, accepted=accepted, words=words.strip(), route=route.name, pack=pack_of(case).key, settled_at=settled,
        recorded_at=at, recorded_by=by,
    )  # fmt: skip
    _spare(case, route, settled, at)
    record(
        "case.settled_shortly",
        by=by,
        at=settled,
        case_id=case.pk,
        accepted=Accepted(accepted).label,
        words=words.strip(),
    )
    return row


def short_route_until(case: Case) -> datetime | None:
    """Until when the short route is open; None where the pack has none that spares anything."""
    pack = pack_of(case)
    for route in rows_for(case, pack.short_routes):
        limit = next((row for row in rows_for(case, pack.deadlines) if row.name == route.deadline), None)
        if limit is not None and limit.within is not None and spares(case, route):
            return due(limit, case.received_at, calendar_for(case))
    return None


def spares(case: Case, route: ShortRoute) -> bool:
    """Whether the route asks for another letter than the one that is due anyway, or for none."""
    return not route.letter or _serves(case, route) is Due.SUMMARY


def _serves(case: Case, route: ShortRoute) -> Due | None:
    return next((row.serves for row in rows_for(case, pack_of(case).letters) if row.name == route.letter), None)


def _route(case: Case, accepted: str, settled: datetime) -> ShortRoute:
    outstanding = Deadline.objects.outstanding().filter(case=case, kind__in=[Kind.FINAL, Kind.STAGE_1])
    if not outstanding.exists():
        message = "The letter that the short route spares is no longer due."
        raise Refused(message)
    route = short_route(
        choice_of(case), received=case.received_at, settled=settled, accepted=accepted, calendar=calendar_for(case),
        product=case.product,
    )  # fmt: skip
    if route is None:
        until = short_route_until(case)
        message = (
            "The short route was open only for a while after they told us, and only if they say that it is settled; it takes "
            "the long one now."
            if until
            else "These rules know no short route."
        )
        raise Refused(message)
    return route


def _spare(case: Case, route: ShortRoute, settled: datetime, at: datetime) -> None:
    if not spares(case, route):
        return
    Deadline.objects.void(case.pk, Kind.FINAL, Kind.STAGE_1, Kind.HOLDING, at=at)
    if route.letter:
        Deadline.objects.fall_due(case, Kind.SUMMARY, timing(case, Due.SUMMARY, since=settled), at=at)
