"""Whether what is given follows the loss or the shouting: each figure with n and interval, and none below twenty."""

from __future__ import annotations

from decimal import Decimal

import pytest

from amends.offers.offering import Given, Terms
from amends.remedies.choosing import grant
from amends.remedies.evenness import LEAST, evenness
from amends.remedies.execution import Execution
from tests.cast import DAY, MORNING, Cast
from tests.remedies.scenes import lost, money, understood

pytestmark = pytest.mark.django_db


def gave(cast: Cast, number: int, *, amount: str) -> None:
    case = understood(cast.mira, name=f"C{number}", email=f"c{number}@example.com")
    lost(case, "40.00", by=cast.mira)
    choice = grant(case, Given(remedy=money(cast, amount)), Terms(wish=True), via="phone", by=cast.mira, at=MORNING)
    Execution.objects.begin(choice, evidence="paid", by=cast.mira, at=MORNING)


def test_below_twenty_nothing_is_said_and_above_it_each_figure_has_its_n_and_interval(cast: Cast) -> None:
    for number in range(LEAST - 1):
        gave(cast, number, amount="30.00" if number % 2 else "60.00")
    few = evenness(since=MORNING - DAY)
    (everybody,) = few.groupings["All"]
    assert (everybody.enough, str(everybody)) == (False, "not enough data (n 19)")
    assert few.shouting is None
    gave(cast, LEAST, amount="30.00")
    (everybody,) = evenness(since=MORNING - DAY).groupings["All"]
    assert everybody.n == LEAST
    # 30 of 40 lies within policy's 60 to 120 % of a rejected loss, and 60 of 40 does not.
    assert (everybody.in_band.kept, everybody.in_band.n) == (10, LEAST)
    assert everybody.part == pytest.approx(Decimal("1.125"), abs=Decimal("0.001"))
    assert everybody.low < 1.125 < everybody.high
    assert "n 20, 95 % interval" in str(everybody)
    calm = next(hand for hand in evenness(since=MORNING - DAY).groupings["Shouting"])
    assert (calm.name, calm.n) == ("chased us once or never", LEAST)
    assert evenness(since=MORNING - DAY).shouting is None  # nobody chased: there is nothing to compare with
