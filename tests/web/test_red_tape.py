"""Red tape, for whoever can cut it: what stood in the way, how often, and how long customers waited for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from datetime import timedelta

    from django.test import Client

    from amends.cases.case import Case
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def note(case: Case, cast: Cast, words: str, kind: str = "rule", waited: timedelta | None = None) -> None:
    case.red_tape.note(words, kind=kind, cost="a day without a table", waited=waited, by=cast.ada, at=MORNING)


def look(client: Client, tail: str = "") -> str:
    return " ".join(client.get(f"/red-tape{tail}").content.decode().split())


@pytest.fixture
def ada(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ada)
    return client


def test_it_lists_the_newest_first_with_what_it_cost(cast: Cast, ada: Client) -> None:
    case = make_case()
    note(case, cast, "The older rule")
    note(case, cast, "The newer rule", waited=5 * HOUR)
    page = look(ada)
    assert page.index("The newer rule") < page.index("The older rule")
    assert "It cost them: a day without a table" in page
    assert '5 hours</span> <span class="clock-what">they waited' in page


def test_it_counts_each_kind_and_sums_the_waiting(cast: Cast, ada: Client) -> None:
    case = make_case()
    for waited in (DAY, 3 * DAY, None):
        note(case, cast, "Two signatures", "approval", waited)
    note(case, cast, "The form", "form")
    sorts = [(sort.kind, sort.count, sort.waited) for sort in ada.get("/red-tape").context["sorts"]]
    assert sorts == [("approval", 3, "4 days"), ("form", 1, "")]
    assert "The form" not in look(ada, "?kind=approval").partition('<section class="lane"')[2]


def test_a_case_one_may_not_see_is_neither_listed_nor_counted(cast: Cast, ada: Client) -> None:
    case = make_case()
    note(case, cast, "The secret rule")
    case.restrict(by=cast.leo, at=MORNING)
    page = ada.get("/red-tape")
    assert (page.context["tape"], page.context["sorts"]) == ([], [])
    ada.force_login(cast.leo)
    assert "The secret rule" in look(ada)


def test_pages_hold_together(cast: Cast, ada: Client) -> None:
    case = make_case()
    for number in range(60):
        note(case, cast, f"rule {number:02}", "rule" if number % 2 else "queue")
    seen, url = [], "?kind=rule"
    while url:
        page = ada.get(f"/red-tape{url}")
        seen += [row.words for row, _ in page.context["tape"]]
        url = page.context["next_url"]
    assert seen == [f"rule {number:02}" for number in range(59, 0, -2)]


@pytest.mark.parametrize("tail", ["?before=x", "?before=-1", "?before=" + "9" * 40, "?kind=nothing"])
def test_a_spoilt_address_shows_the_newest(cast: Cast, ada: Client, tail: str) -> None:
    note(make_case(), cast, "The rule")
    assert "The rule" in look(ada, tail)


def test_thirty_rows_take_as_many_statements_as_one(cast: Cast, ada: Client) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert ada.get("/red-tape").status_code == 200
        return len(caught)

    note(make_case(), cast, "rule")
    statements()
    one = statements()
    for number in range(29):
        note(make_case(email=f"c{number}@example.com"), cast, f"rule {number}")
    assert (statements(), one <= 8) == (one, True)


def test_an_empty_page_says_where_it_is_noted(ada: Client) -> None:
    assert "Nothing is noted" in look(ada)
