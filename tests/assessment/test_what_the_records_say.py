"""What the desk's own records say of three statements: absence, even hands, and fair comparison; or that they say too little."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from amends.assessment.evidence import gather
from amends.deadlines.deadline import Deadline
from amends.mirror.items import ITEMS
from amends.people.absence import Absence
from amends.remedies.choosing import choose
from amends.remedies.execution import Execution
from amends.standins.sweeping import go_away
from amends.winbacks.winback import WinBack
from tests.cast import DAY, HOUR, MORNING, Cast, make_case
from tests.experiments.scenes import running
from tests.outcomes.scenes import outcome, settled, tell, told
from tests.remedies.scenes import lost, stock, three, understood

if TYPE_CHECKING:
    from datetime import datetime

    from amends.mirror.scoring import Evidence

pytestmark = pytest.mark.django_db


def said(item: int, *, at: datetime = MORNING + DAY) -> Evidence | None:
    """What the records say of this statement."""
    return next((row for row in gather(at=at) if row.item == item), None)


def test_where_nobody_was_away_nothing_could_wait_for_them(cast: Cast) -> None:
    make_case(owner=cast.leo)
    assert said(16) is None


def test_what_waited_until_somebody_stood_in_and_what_was_overdue_meanwhile_is_counted(cast: Cast) -> None:
    make_case(owner=cast.leo)
    for n in range(3):
        make_case(owner=cast.ada, email=f"c{n}@example.com")
    go_away(cast.leo, starts_at=MORNING + HOUR, by=cast.ines, at=MORNING + 3 * HOUR)
    found = said(16)
    assert found is not None
    assert found.n == 4
    assert found.value == pytest.approx(50.0)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.value <= found.high


def test_what_is_overdue_while_whoever_must_do_it_is_away_counts_by_the_hour(cast: Cast) -> None:
    case = make_case(owner=cast.mira)
    Absence.objects.plan(cast.mira, starts_at=MORNING + HOUR, ends_at=MORNING + DAY, by=cast.ines, at=MORNING)
    Deadline.objects.filter(case=case, kind="first_answer").update(due_at=MORNING + 2 * HOUR, warn_at=None)
    found = said(16, at=MORNING + 5 * HOUR)
    assert found is not None
    assert found.value == pytest.approx(300.0)


def test_what_is_given_is_held_against_its_band_and_groups_against_each_other(cast: Cast) -> None:
    stock(cast)
    for n in range(2):
        case = understood(cast.ada, email=f"c{n}@example.com")
        lost(case, failure="F1", by=cast.ada)
        row = three(case, cast.ada)
        option = row.options.filter(worth__gt=0).first()
        assert option is not None
        chosen = choose(row, option, via="phone", words="That one", consent=True, by=cast.ada, at=MORNING)
        Execution.objects.begin(chosen, evidence="done", by=cast.ada, at=MORNING)
    found = said(20)
    assert found is not None
    assert (found.n, found.value, found.also) == (2, 100.0, False)  # too few to compare any group


def test_fair_comparison_goes_from_nothing_to_two_with_their_decisions(cast: Cast) -> None:
    assert said(28) is None
    case = make_case()
    levels = [said(28)]
    tell(told("order", -30), told("order", -10), told("cancellation", 5), until=100)
    settled(100)
    levels.append(said(28))
    for name in ("cheapest first", "again"):
        running(cast, name).stop(because="by the rule", by=cast.mira, at=MORNING + HOUR)
        levels.append(said(28))
    assert [row and (row.value, row.also) for row in levels] == [(0, False), (1, False), (3, False), (4, False)]
    WinBack.objects.ask(outcome(case), approach="apology", by=cast.leo, at=MORNING + 10 * DAY)
    held = said(28, at=MORNING + timedelta(days=11))
    assert held is not None
    item = next(one for one in ITEMS if one.number == 28)
    assert [item.level(row.value, also=row.also) for row in (levels[-1], held) if row] == [3, 4]
