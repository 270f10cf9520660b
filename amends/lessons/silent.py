"""Customers who were touched by a fault, said nothing, and stopped buying: by name, so that somebody can still reach out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Q

from amends.affected.affected import Affected
from amends.cases.case import Case, Origin
from amends.messages.message import Message
from amends.outcomes.fate import Loss, Result
from amends.outcomes.outcome import Outcome
from amends.promises.figures import Rate
from amends.winbacks.winback import WinBack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from amends.people.person import Person

#: We knew before they said anything: by our own finding, or by a sign.
_KNOWN_TO_US: Final = (Origin.DISCLOSURE, Origin.SIGNAL)
SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Silent:
    """One of them, by their case: what they met with, and whether somebody was asked to win them back already."""

    outcome: Outcome
    met: str
    asked: bool

    @property
    def case(self) -> Case:
        """Their case."""
        return self.outcome.case


@dataclass(frozen=True, slots=True)
class Silence:
    """Those who left without a word, the latest first; `rate`: of all who said nothing and of whom it is known, how many left."""

    rows: Sequence[Silent]
    rate: Rate


def _without_a_word() -> QuerySet[Outcome]:
    words = Message.objects.theirs().filter(case=OuterRef("case"))
    return Outcome.objects.filter(~Exists(words), case__origin__in=_KNOWN_TO_US, case__merged_into=None)


def silent(viewer: Person, *, since: datetime) -> Silence:
    """Touched by a fault since then, of which we knew; not one word from them; and silent for longer than their own rhythm.

    Those who came back by themselves are not among them. A fixed number of statements.
    """
    told = _without_a_word().filter(zero_at__gte=since)
    left = Q(loss=Loss.LAPSED)
    known = told.filter(left | Q(d90__in=[Result.KEPT, Result.ADVOCATE, Result.LOST]))
    rate = Rate(known.filter(left).count(), known.count())
    rows = list(
        told.filter(left, returned_at=None, case__in=Case.objects.visible_to(viewer))
        .annotate(asked=Exists(WinBack.objects.filter(lost_case=OuterRef("case"))))
        .select_related("case__customer", "case__owner").order_by("-lost_at", "-pk")[:SHOWN]
    )  # fmt: skip
    faults = Affected.objects.filter(case__in=[row.pk for row in rows]).select_related("problem").order_by("pk")
    met = {row.case_id: row.problem.title for row in faults}
    return Silence([Silent(row, met.get(row.pk, row.case.subject), row.asked) for row in rows], rate)
