"""Taking in what customers did: told row by row, each once, for customers whom we know."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.references import tidy
from amends.customers.address import Address, normal
from amends.customers.address import Kind as AddressKind
from amends.journal.entry import record
from amends.outcomes.activity import ADVOCACY, STAYING, Activity, Feed, Kind
from amends.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from amends.journal.actors import Actor

_MOST = Decimal(9_999_999_999)


class NoActivity(Refused):
    """This tells nothing that a customer did; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing as another system tells it. The customer is found by address, number or the reference of a case."""

    kind: str
    at: datetime
    source_id: str
    email: str = ""
    phone: str = ""
    case: str = ""
    amount: str = ""
    voucher: bool = False
    reason: str = ""
    evidence: str = ""

    def checked(self, *, by: datetime) -> Decimal | None:
        """The amount, if this may be noted at `by`; NoActivity with a sentence otherwise."""
        if self.kind not in Kind.values:
            raise NoActivity(f"there is no kind {self.kind!r}; there are: {', '.join(Kind.values)}")
        if not self.source_id.strip() or len(self.source_id) > 200:  # noqa: PLR2004 -- as the column allows
            raise NoActivity("it has no number of its own, so that it could be told twice")
        if self.at > by:
            raise NoActivity(f"{self.at:%Y-%m-%d} lies in the future")
        if not (self.email or self.phone or self.case):
            raise NoActivity("it names nobody: give an e-mail address, a phone number or a case")
        if self.kind in ADVOCACY and not self.evidence.strip():
            raise NoActivity(f"a {self.kind} counts only with evidence: where it can be seen, or who came")
        if self.voucher and self.kind != Kind.ORDER:
            raise NoActivity("only an order redeems a voucher")
        return _amount(self.amount)


def _amount(text: str) -> Decimal | None:
    if not text.strip():
        return None
    try:
        found = Decimal(text.strip().replace(",", "")).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise NoActivity(f"{text[:40]!r} is no amount") from None
    if not abs(found) < _MOST:
        raise NoActivity(f"{text[:40]!r} is no amount")
    return found


@transaction.atomic
def note_all(
    told: Sequence[Told], *, source: str, by: Actor, at: datetime, live: bool = False, until: datetime | None = None
) -> list[str]:
    """Of each, in order: `noted`, `already_here`, or `nobody` where it is about none of our customers, of whom nothing is kept.

    The source is heard of, and has told everything until `until`. Outcomes of those concerned are looked at again.
    Raises NoActivity for one that tells nothing: check them one by one first.
    """
    amounts = [each.checked(by=at) for each in told]
    if not source.strip():
        raise NoActivity("Say which system tells it.")
    whose = _customers(told)
    numbers = [each.source_id for each in told]
    known = set(Activity.objects.filter(source=source, source_id__in=numbers).values_list("source_id", flat=True))
    rows, said = [], []
    for each, amount in zip(told, amounts, strict=True):
        customer = whose(each)
        outcome = "already_here" if each.source_id in known else "noted" if customer else "nobody"
        said.append(outcome)
        if outcome == "noted" and customer:
            known.add(each.source_id)
            rows.append(_row(each, customer, amount, source, at))
    Activity.objects.bulk_create(rows, ignore_conflicts=True)
    _hear_of(source, told, live=live, until=until, at=at)
    Outcome.objects.filter(case__customer__in={row.customer_id for row in rows}).update(due_at=F("zero_at"))
    if rows:
        record("activity.noted", by=by, at=at, source=source, count=len(rows))
    return said


def _row(told: Told, customer: int, amount: Decimal | None, source: str, at: datetime) -> Activity:
    return Activity(
        customer_id=customer, kind=told.kind, at=told.at, amount=amount, voucher=told.voucher, reason=told.reason.strip(),
        evidence=told.evidence.strip(), source=source, source_id=told.source_id, noted_at=at,
    )  # fmt: skip


def _hear_of(source: str, told: Sequence[Told], *, live: bool, until: datetime | None, at: datetime) -> None:
    """Until when it is whole: as it says, or else until the last thing it told."""
    last = min(until or max((each.at for each in told), default=at), at)
    if live:
        last = at
    staying = any(each.kind in STAYING for each in told)
    feed, new = Feed.objects.get_or_create(
        source=source, defaults={"live": live, "tells_staying": staying, "known_until": last, "heard_at": at}
    )
    if not new:
        Feed.objects.filter(pk=feed.pk).update(
            known_until=Greatest("known_until", last), heard_at=Greatest("heard_at", at), live=live or feed.live,
            tells_staying=staying or feed.tells_staying,
        )  # fmt: skip


def _customers(told: Sequence[Told]) -> Callable[[Told], int | None]:
    """Finds the customer's key of each, or None: three statements for all of them."""
    ways = (AddressKind.EMAIL, AddressKind.PHONE)
    owners = {
        way: Address.objects.owners(way, wanted) if (wanted := {getattr(each, way) for each in told} - {""}) else {}
        for way in ways
    }
    wanted = {tidy(each.case) for each in told if each.case}
    cases = dict(Case.objects.filter(reference__in=wanted).values_list("reference", "customer")) if wanted else {}

    def whose(each: Told) -> int | None:
        if each.case and tidy(each.case) in cases:
            return cases[tidy(each.case)]
        for way in ways:
            value = getattr(each, way)
            if value and (found := owners[way].get(normal(way, value))):
                return found.pk
        return None

    return whose
