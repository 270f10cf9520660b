"""What was given on a case in money, as the record has it: the follow-up says it, and says it right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from amends.cases.case import Case

#: Kinds of remedy that are money, or as good as money.
_MONEY: Final = ("refund", "credit", "fee waived", "discount")
_SUMS: Final = re.compile(
    r"(?:(?P<sign>[£$€])\s?(?P<after>\d[\d,]*(?:\.\d{1,2})?))|(?:(?P<before>\d[\d,]*(?:\.\d{1,2})?)\s?(?:(?P<code>[A-Z]{3})\b|[£$€]))"
)


@dataclass(frozen=True, slots=True)
class Given:
    """One remedy in money that was carried out."""

    name: str
    amount: Decimal
    currency: str


def given_on(case: Case) -> list[Given]:
    """What was given of money and came to something, in the order in which it was agreed."""
    rows = case.choices.filter(
        stands=True, executed_at__isnull=False, missed_at=None, worth__gt=0, option__kind__in=_MONEY
    )
    to_all = case.spends.filter(redress__worth__gt=0, redress__remedy__kind__in=_MONEY, released_at=None)
    both = _listed(rows, 0, "option__name", "worth", "offer__currency").union(
        _listed(to_all, 1, "redress__words", "redress__worth", "currency"), all=True
    )
    return [Given(name, worth, currency) for _, _, name, worth, currency in both.order_by("part", "pk")]


def _listed(rows: QuerySet[Any], part: int, *names: str) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.annotate(part=Value(part)).values_list("part", "pk", *names)
    return found


def wrong_credit(said: str, given: Sequence[Given]) -> str:
    """What a follow-up that says this gets wrong about what was given: a sum that is not there, or nothing of it; "" if nothing.

    `said` is the part on how it was put right. Each that was given stands there by its name or by its sum.
    """
    sums = set(_sums(said))
    for one in given:
        if one.amount not in sums and one.name.casefold() not in said.casefold():
            return f"It does not say what was given: “{one.name}”, {one.amount} {one.currency}."
    if given and (odd := sums - {one.amount for one in given} - {sum(one.amount for one in given)}):
        right = ", ".join(f"{one.amount} {one.currency}" for one in given)
        return f"It speaks of {min(odd)}; what was given is {right}."
    return ""


def _sums(said: str) -> Iterable[Decimal]:
    for found in _SUMS.finditer(said):
        try:
            yield Decimal((found["after"] or found["before"]).replace(",", "")).quantize(Decimal("0.01"))
        except InvalidOperation:
            continue


#: A gift goes apart, so that it never looks like the price of an answer.
_GIFTS = re.compile(
    r"\b(?:gift[\s-]*(?:cards?|vouchers?|certificates?)|vouchers?\s+(?:codes?|numbers?)|present\s+for\s+you"
    r"|(?:small|little)\s+gift|hand-?\s?written\s+(?:notes?|cards?)|geschenk(?:karte|gutschein)\w*|carte[\s-]cadeau)\b",
    re.IGNORECASE,
)


def gift_in(text: str) -> str:
    """The words that speak of a gift; empty when there are none."""
    found = _GIFTS.search(text)
    return found[0] if found else ""
