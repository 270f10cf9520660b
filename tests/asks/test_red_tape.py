"""Red tape says what stood in the way and what it cost the customer, or it is not noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.cases.ending import Refused
from tests.cast import DAY, MORNING, make_case

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_it_stands_with_its_kind_its_cost_and_the_wait(cast: Cast) -> None:
    row = make_case().red_tape.note(
        "Two signatures", kind="approval", cost="a lost weekend", waited=2 * DAY, by=cast.ada, at=MORNING
    )
    assert (row.kind, row.cost, row.waited, row.noted_by) == ("approval", "a lost weekend", 2 * DAY, cast.ada)


@pytest.mark.parametrize(("words", "cost"), [("", "a day"), ("a rule", " ")])
def test_it_is_refused_without_what_it_was_or_what_it_cost(cast: Cast, words: str, cost: str) -> None:
    with pytest.raises(Refused):
        make_case().red_tape.note(words, kind="rule", cost=cost, by=cast.ada, at=MORNING)
