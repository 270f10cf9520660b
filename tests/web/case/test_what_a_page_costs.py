"""However much stands on a case, its page takes few statements and shows it to nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.messages.writing import hear
from tests.web.case.teamwork import NOON, answered, away, offered

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def fill(desk: Desk, cast: Cast, count: int) -> None:
    for n in range(count):
        at = NOON - (count - n) * timedelta(minutes=1)
        row = desk.case.call_backs.ask(about=f"call {n}", by=cast.ada, at=at)
        row.attempt("busy", by=cast.ada, at=at)
        desk.case.asks.make(f"ask {n}", of=cast.leo, by=cast.ada, at=at)
        desk.case.red_tape.note(f"tape {n}", kind="rule", cost="a day", by=cast.ada, at=at)


def statements(desk: Desk, tail: str = "") -> int:
    desk.look(tail)
    with CaptureQueriesContext(connection) as caught:
        assert desk.look(tail).status_code == 200
    return len(caught)


def test_thirty_of_everything_take_as_many_statements_as_one(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    fill(ada, cast, 1)
    one = statements(ada)
    fill(ada, cast, 29)
    assert (statements(ada), one <= 15) == (one, True)


@pytest.mark.parametrize("strip", ["offer", "stand-in"])
def test_the_page_stays_within_its_budget_with_a_letter_on_it(cast: Cast, ada: Desk, leo: Desk, strip: str) -> None:
    if strip == "offer":
        offered(ada, cast)
    else:
        away(ada, cast)
    hear(ada.case, "And?", by=ada.case.customer, at=NOON)
    assert statements(leo) <= 16  # one of them looks for like cases that ended well


@pytest.mark.parametrize(("part", "most"), [("calls", 15), ("tape", 15), ("asks", 22), ("passing", 22)])
def test_a_form_that_is_drafted_from_the_record_reads_it_once(cast: Cast, ada: Desk, part: str, most: int) -> None:
    answered(ada, cast.ada)
    fill(ada, cast, 3)
    assert statements(ada, f"?{part}=1") <= most


def test_a_case_one_may_not_see_has_no_acts(cast: Cast, ada: Desk) -> None:
    ada.case.restrict(by=cast.leo, at=NOON)
    for noun in ("call-backs", "asks", "handoffs", "red-tape", "opening"):
        assert ada.act(noun).status_code == 404
