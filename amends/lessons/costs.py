"""What causes cost: by what was given for them and by customers lost, and how much of it is known at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import Q, Sum

from amends.affected.affected import Affected
from amends.authority.spend import Spend
from amends.cases.case import Case, Origin
from amends.cases.stages import Ending
from amends.causes.action import CorrectiveAction, State
from amends.causes.tracing import FAILURES, traced
from amends.causes.tree import tree
from amends.promises.figures import Rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_BY_CAUSE: Final = """
WITH told AS (
  SELECT c.id, c.ending, coalesce(
    (SELECT x.cause FROM amends_tracing x WHERE x.case_id = c.id AND x.over_at IS NULL),
    (SELECT x.cause FROM amends_affected a JOIN amends_tracing x ON x.problem_id = a.problem_id AND x.over_at IS NULL
     WHERE a.case_id = c.id ORDER BY x.traced_at DESC, x.id DESC LIMIT 1), '') AS cause
  FROM amends_case c WHERE c.received_at >= %(since)s AND c.received_at < %(until)s
    AND c.origin <> 'win_back' AND c.ending <> 'merged'),
given AS (
  SELECT s.case_id, sum(s.amount) AS amount FROM amends_spend s
  WHERE s.released_at IS NULL AND s.currency = %(currency)s GROUP BY s.case_id)
SELECT t.cause, count(*), coalesce(sum(g.amount), 0), count(*) FILTER (WHERE t.ending = 'lost'),
  count(*) FILTER (WHERE t.ending <> '')
FROM told t LEFT JOIN given g ON g.case_id = t.id GROUP BY t.cause
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """One cause with all narrower ones: how many cases, what was given for them, how many of those that ended lost the customer."""

    name: str
    path: str
    cases: int
    given: Decimal
    lost: int
    ended: int
    share: float = 0.0

    @property
    def percent(self) -> int:
        """`share` in hundredths."""
        return round(100 * self.share)

    @property
    def loss(self) -> Rate:
        """Of its cases that ended, how many ended with the customer lost."""
        return Rate(self.lost, self.ended)


@dataclass(frozen=True, slots=True)
class Costs:
    """The widest causes, the dearest first and the one that lost most customers first; what nobody traced stands apart.

    `others` is what was given in other currencies than the one asked for: nothing is added up across two.
    """

    by_given: Sequence[Cost]
    by_lost: Sequence[Cost]
    untraced: Cost
    traced: Rate
    others: Mapping[str, Decimal] = field(default_factory=dict)


def costs(*, since: datetime, until: datetime, currency: str = "GBP") -> Costs:
    """Over cases told to us in [since, until): what their causes cost. `share` is each one's part of the whole, added up."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_CAUSE, {"since": since, "until": until, "currency": currency})
        rows = {cause: row for cause, *row in cursor.fetchall()}
    known = tree()
    sums: dict[str, list[Any]] = {}
    for cause, row in rows.items():
        if cause:
            place = known.get(cause)
            top = place.above[0] if place and place.above else cause
            sums[top] = [a + b for a, b in zip(sums.get(top, [0, Decimal(0), 0, 0]), row, strict=True)]
    found = [Cost(name, name, *row) for name, row in sums.items()]
    blank = rows.get("", [0, Decimal(0), 0, 0])
    cases = Case.objects.filter(FAILURES, received_at__gte=since, received_at__lt=until)
    share = Rate(traced().filter(received_at__gte=since, received_at__lt=until).count(), cases.count())
    return Costs(
        _added_up(sorted(found, key=lambda c: (-c.given, -c.cases, c.name)), "given"),
        _added_up(sorted(found, key=lambda c: (-c.lost, -c.cases, c.name)), "lost"),
        Cost("", "not traced to a cause", *blank), share, _given(since, until, currency),
    )  # fmt: skip


def _given(since: datetime, until: datetime, aside: str) -> dict[str, Decimal]:
    told = Q(case__received_at__gte=since, case__received_at__lt=until) & ~Q(case__origin=Origin.WIN_BACK)
    rows = Spend.objects.filter(told & ~Q(case__ending=Ending.MERGED), released_at=None).exclude(currency=aside)
    return dict(rows.values_list("currency").annotate(sum=Sum("amount")).order_by("currency"))


def _added_up(ranked: Sequence[Cost], by: str) -> list[Cost]:
    whole, so_far, found = float(sum(getattr(cost, by) for cost in ranked)), 0.0, []
    for cost in ranked:
        so_far += float(getattr(cost, by))
        values = (cost.name, cost.path, cost.cases, cost.given, cost.lost, cost.ended)
        found.append(Cost(*values, share=so_far / whole if whole else 0.0))
    return found


@dataclass(frozen=True, slots=True)
class Improving:
    """Of complaints, how many became something to improve; of what was taken up, how much is done, and how much is shown to work."""

    noted: Rate
    done: Rate
    proven: Rate


def improving(*, since: datetime, until: datetime) -> Improving:
    """Over cases told to us in [since, until), and actions that began on them."""
    cases = Case.objects.filter(FAILURES, received_at__gte=since, received_at__lt=until)
    actions = CorrectiveAction.objects.filter(case__in=cases)
    taken = actions.filter(taken_at__isnull=False)
    done = taken.filter(state__in=[State.WATCHED, State.PROVEN])
    return Improving(
        Rate(actions.values("case").distinct().count(), cases.count()),
        Rate(done.count(), taken.count()),
        Rate(done.filter(state=State.PROVEN).count(), done.count()),
    )


@dataclass(frozen=True, slots=True)
class Voiced:
    """Of customers whom a list says a fault touched, how many told us themselves; over so many problems. The rest said nothing."""

    rate: Rate
    problems: int


def voiced() -> Voiced:
    """The voiced share where we know who was touched from something else than complaints: problems with a list.

    Those of one problem are much alike, so the interval is narrower than what is known; it is told with how many problems it rests on.
    """
    rows = Affected.objects.filter(problem__listings__isnull=False).distinct()
    spoke = rows.filter(case__origin__in=[Origin.COMPLAINT, Origin.SIGNAL])
    problems = rows.values("problem").distinct().count()
    return Voiced(Rate(spoke.count(), rows.count()), problems)
