"""Today shows what needs a human now, led by the customer's clock, at the same cost for one row and for thirty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.messages.writing import Reply, hear, reply
from tests.cast import DAY, HOUR, MORNING, arrive, make_case, make_mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.cast import Cast


@pytest.fixture(autouse=True)
def _it_is_the_morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        yield


def shelves(client: Client, whose: str = "mine") -> dict[str, list[str]]:
    page = client.get("/", {"whose": whose})
    return {shelf.lane.name: [row.customer for row in shelf.rows] for shelf in page.context["shelves"]}


def test_a_mail_is_on_today_as_soon_as_it_is_received(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    arrive(make_mail())
    page = client.get("/")
    row = page.context["shelves"][0].rows[0]
    assert (row.customer, row.clock, row.clock_what) == ("Mrs Okafor", "just now", "they told us")
    assert row.waits == "waits for a first answer, in 4 hours"


def test_an_answered_case_leaves_the_first_lane_and_comes_back_when_the_customer_replies(
    cast: Cast, client: Client
) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    reply(case, Reply(words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING - HOUR)
    assert shelves(client)["unanswered"] == []
    hear(case, "Thank you. And the table?", by=case.customer, at=MORNING)
    assert shelves(client)["waiting"] == ["Mrs Okafor"]


def test_a_promise_due_today_is_due_to_a_customer(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    case.take(by=cast.ada, at=MORNING - DAY)
    case.promises.make("call back about the table", due=MORNING + HOUR, by=cast.ada, at=MORNING - DAY)
    case.promises.make("send a card", due=MORNING + 3 * DAY, by=cast.ada, at=MORNING - DAY)
    due = client.get("/").context["shelves"][1]
    assert [row.waits for row in due.rows] == ["we promised: “call back about the table”, in 1 hour"]


def test_a_promise_that_passed_is_said_to_be_late(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY)
    case.take(by=cast.ada, at=MORNING - DAY)
    case.promises.make("call back", due=MORNING - 3 * HOUR, by=cast.ada, at=MORNING - DAY)
    assert [row.late for row in client.get("/").context["shelves"][1].rows] == ["3 hours late"]


def test_mine_is_what_i_own_and_what_nobody_owns(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    make_case(name="Nobody's", email="a@example.com", at=MORNING - 2 * DAY)
    make_case(name="Ada's", email="b@example.com", owner=cast.ada, at=MORNING - DAY)
    make_case(name="Leo's", email="c@example.com", owner=cast.leo)
    assert shelves(client)["unanswered"] == ["Nobody's", "Ada's"]
    assert shelves(client, "everybody")["unanswered"] == ["Nobody's", "Ada's", "Leo's"]


def test_a_restricted_case_is_on_no_list_of_an_agent_who_does_not_own_it(cast: Cast, client: Client) -> None:
    make_case(owner=cast.leo).restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert shelves(client, "everybody")["unanswered"] == []
    client.force_login(cast.leo)
    assert shelves(client, "everybody")["unanswered"] == ["Mrs Okafor"]


def test_when_nothing_is_due_the_page_says_what_comes_next(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    case = make_case(at=MORNING - DAY, owner=cast.ada)
    reply(case, Reply(words="I am sorry. Thank you for telling us."), by=cast.ada, at=MORNING)
    page = client.get("/").content.decode()
    assert "Nothing else to do" in page
    assert "who waits to hear from us, in 2 days (Thu 5 Mar 10:00)" in page


def test_a_lane_is_read_to_its_end_page_by_page(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    for number in range(60):
        make_case(name=f"Customer {number}", email=f"c{number}@example.com", at=MORNING - DAY)
    seen, url = [], "/today/unanswered"
    while url:
        page = client.get(url)
        seen += [row.customer for row in page.context["rows"]]
        url = page.context["next_url"] and "/today/unanswered" + page.context["next_url"]
    assert seen == [f"Customer {number}" for number in range(60)]


@pytest.mark.parametrize("place", ["", "x", "2026-03-03T10:00:00+00:00", "2026-03-03T10:00:00~1", "9999~9", "~" * 99])
def test_a_spoilt_place_in_a_lane_is_its_start(cast: Cast, client: Client, place: str) -> None:
    client.force_login(cast.ada)
    make_case()
    assert len(client.get("/today/unanswered", {"after": place}).context["rows"]) == 1


def test_a_lane_that_does_not_exist_is_not_found(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    assert client.get("/today/nonsense").status_code == 404


@pytest.mark.parametrize("whose", ["mine", "everybody"])
def test_today_costs_the_same_for_one_row_and_for_thirty(cast: Cast, client: Client, whose: str) -> None:
    client.force_login(cast.ada)
    make_case()
    client.get("/")
    costs = []
    for size in (1, 30):
        for number in range(size):
            make_case(name=f"Customer {number}", email=f"c{number}@example.com")
        with CaptureQueriesContext(
            connection,
        ) as spent:
            client.get("/", {"whose": whose})
        costs.append(len(spent))
    assert costs == [8, 8]


def test_asking_for_news_costs_three_statements_and_answers_not_modified(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    mark = client.get("/today/news")["ETag"]
    with CaptureQueriesContext(connection) as spent:
        assert client.get("/today/news", headers={"If-None-Match": mark}).status_code == 304
    assert len(spent) == 3
    make_case()
    assert client.get("/today/news", headers={"If-None-Match": mark}).status_code == 200
