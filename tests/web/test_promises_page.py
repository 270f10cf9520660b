"""Promises, day by day, and what our word has been worth, each rate with its n and its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.messages.writing import Reply, move_promise
from amends.promises.promise import Reason
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from amends.people.person import Person
    from amends.promises.promise import Promise

NOW = MORNING + 10 * DAY


@pytest.fixture(autouse=True)
def _ten_days_later() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def promised(name: str, owner: Person, *, due: int = 2, words: str = "a new table") -> Promise:
    case = make_case(name=name, email=f"{name}@example.com".lower(), owner=owner)
    promise: Promise = case.promises.make(words, due=MORNING + due * DAY, by=owner, at=MORNING)
    return promise


def names(client: Client, **asked: str) -> list[tuple[str, list[tuple[str, str]]]]:
    days = client.get("/promises", asked).context["days"]
    return [(day, [(line.promise.case.customer.name, line.state) for line in lines]) for day, lines in days]


def test_they_stand_under_the_day_they_fall_due_what_is_late_first(cast: Cast, client: Client) -> None:
    promised("Later", cast.ada, due=12)
    promised("Today", cast.ada, due=10)
    promised("Late", cast.ada, due=9)
    promised("Tomorrow", cast.ada, due=11)
    client.force_login(cast.ada)
    assert names(client) == [
        ("Yesterday", [("Late", "broken")]),
        ("Today", [("Today", "broken")]),
        ("Tomorrow", [("Tomorrow", "open")]),
        ("Sunday 15 March", [("Later", "open")]),
    ]


def test_mine_are_those_i_must_keep_and_those_nobody_has(cast: Cast, client: Client) -> None:
    promised("Ada's", cast.ada, due=12)
    promised("Leo's", cast.leo, due=12)
    client.force_login(cast.ada)
    assert [name for _, lines in names(client) for name, _ in lines] == ["Ada's"]
    assert [name for _, lines in names(client, whose="everybody") for name, _ in lines] == ["Ada's", "Leo's"]


def test_a_date_that_was_moved_and_one_that_broke_show_in_the_figure_as_they_should(cast: Cast, client: Client) -> None:
    for number in range(10):
        promised(f"kept{number}", cast.leo).keep(evidence="seen", by=cast.ada, at=MORNING + DAY)
    promised("broken", cast.leo)
    late = promised("moved", cast.leo, due=3)
    letter = Reply(sure=SURE, words="I am sorry: it comes two days later than I said.")
    move_promise(late, letter, due=MORNING + 5 * DAY, because=Reason.SUPPLIER, by=cast.leo, at=MORNING + DAY)
    late.refresh_from_db()
    late.keep(evidence="seen", by=cast.leo, at=MORNING + 4 * DAY)
    client.force_login(cast.leo)
    page = client.get("/promises", {"when": "past"})
    assert "83% (n 12, 95 % interval 55% to 95%)" in page.content.decode()
    assert "92% (n 12, 95 % interval 65% to 99%)" in page.content.decode()
    states = {name: state for _, lines in names(client, when="past") for name, state in lines}
    assert (states["moved"], states["broken"], states["kept0"]) == ("kept", "broken", "kept")


def test_a_few_promises_are_not_enough_for_a_rate(cast: Cast, client: Client) -> None:
    promised("One", cast.ada)
    client.force_login(cast.ada)
    assert "not enough data (n 1)" in client.get("/promises").content.decode()


def test_a_restricted_case_tells_an_agent_nothing(cast: Cast, client: Client) -> None:
    promised("Secret", cast.leo, due=12).case.restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert names(client, whose="everybody") == []


def test_the_list_is_read_to_its_end_page_by_page(cast: Cast, client: Client) -> None:
    for number in range(120):
        promised(f"c{number:03}", cast.ada, due=12)
    client.force_login(cast.ada)
    seen, asked = [], "/promises"
    while asked:
        page = client.get(asked)
        seen += [line.promise.case.customer.name for _, lines in page.context["days"] for line in lines]
        asked = page.context["next_url"] and "/promises" + page.context["next_url"]
    assert seen == [f"c{number:03}" for number in range(120)]


def test_it_costs_the_same_for_one_and_for_thirty(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    costs = []
    for size in (1, 30):
        for number in range(size):
            promised(f"s{size}-{number}", cast.ada, due=12)
        with CaptureQueriesContext(connection) as spent:
            client.get("/promises")
        costs.append(len(spent))
    assert costs[0] == costs[1] <= 12


@pytest.mark.parametrize("asked", [{"after": "x~y"}, {"whose": "nobody"}, {"when": "never"}, {"after": "~" * 50}])
def test_a_spoilt_address_is_the_start(cast: Cast, client: Client, asked: dict[str, str]) -> None:
    promised("One", cast.ada, due=12)
    client.force_login(cast.ada)
    assert [name for _, lines in names(client, **asked) for name, _ in lines] == ["One"]


def test_an_hour_is_told_on_the_readers_clock(cast: Cast, client: Client) -> None:
    promised("One", cast.ada, due=12).deadline.refresh_from_db()
    cast.ada.change(time_zone="America/New_York", by=cast.ada, at=MORNING + HOUR)
    client.force_login(cast.ada)
    assert "Sun 15 Mar 06:00" in client.get("/promises").content.decode()
