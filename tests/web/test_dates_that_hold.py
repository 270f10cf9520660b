"""The page of dates that hold: what they rest on, whether they were kept as often as stated, and beginning anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.journal.actors import DESK
from amends.leadtimes.lesson import Lesson
from amends.leadtimes.proposing import propose
from amends.promises.honesty import honesty
from amends.promises.learning import learn
from amends.promises.promise import Promise
from tests.cast import DAY, MORNING, Cast, make_case
from tests.leadtimes.histories import learnt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from amends.cases.case import Case

NOW = MORNING + 60 * DAY


@pytest.fixture(autouse=True)
def _two_months_later() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def promised(case: Case, cast: Cast, *, number: int, done: int | None, early: bool = False) -> Promise:
    """Made on the number-th day, for the date that holds or, early, a third of the way there; done so many days later."""
    at = MORNING + number * DAY
    due = propose(case, "deed", at=at).due
    assert due is not None
    due = at + (due - at) / 3 if early else due
    promise: Promise = case.promises.make("Repair", due=due, hurried="asked to", by=cast.leo, at=at)
    if done is not None:
        promise.keep(evidence="seen", by=cast.leo, at=at + done * DAY)
    return promise


def words(client: Client) -> str:
    return " ".join(client.get("/promises/dates").content.decode().split())


def test_without_anything_learnt_the_page_says_what_is_needed(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    page = words(client)
    assert "Nothing was learnt yet." in page
    assert "not enough data (n 0)" in page
    assert "%" not in page.split("<main")[1].replace("95 %", "")


def test_each_figure_is_over_promises_that_have_fallen_due_with_its_n_and_interval(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.leo)
    for number in range(12):
        promised(case, cast, number=number, done=3 if number % 4 else 30)
    for number in range(4):
        promised(case, cast, number=number, done=3, early=True)
    promised(case, cast, number=59, done=None)
    found = honesty(Promise.objects.all(), at=NOW)
    assert (found.word.first.kept, found.word.first.n) == (13, 16)
    assert (found.reliability[0.9].kept, found.reliability[0.9].n) == (13, 16)
    assert found.reliability[0.5].kept <= found.reliability[0.95].kept
    assert (found.hurried.kept, found.hurried.n, found.hoped) == (4, 4, None)
    assert (found.undated.kept, found.undated.n) == (0, 17)
    assert (found.padded.kept, found.padded.n) == (9, 16)
    assert found.promised.n == 16
    assert found.promised.days is not None
    assert found.promised.low is not None
    assert found.promised.high is not None
    assert found.promised.low <= found.promised.days <= found.promised.high
    assert found.worst is None
    assert "95 % interval" in str(found.reliability[0.9])


def test_the_worst_group_is_named_once_it_has_enough(cast: Cast) -> None:
    learnt()
    case = make_case(owner=cast.leo)
    for number in range(20):
        promised(case, cast, number=number, done=3 if number % 2 else None)
    worst = honesty(Promise.objects.all(), at=NOW).worst
    assert worst is not None
    assert (worst[0], worst[1].kept, worst[1].n) == ("to do something, Front desk", 10, 20)


def test_promises_without_a_date_are_counted_as_such(cast: Cast) -> None:
    case = make_case(owner=cast.leo)
    for _ in range(10):
        case.promises.make("Repair", due=MORNING + DAY, by=cast.leo, at=MORNING)
    case.promises.make("Write", due=MORNING + DAY, kind="news", by=cast.leo, at=MORNING)
    found = honesty(Promise.objects.all(), at=NOW)
    assert (found.undated.kept, found.undated.n) == (10, 10)
    assert found.reliability[0.9].n == 0


def test_the_page_says_what_dates_rest_on_and_what_they_would_have_been_worth(cast: Cast, client: Client) -> None:
    learnt()
    client.force_login(cast.ada)
    page = words(client)
    assert "Something done" in page
    assert "gives dates" in page
    assert "from a history that was taken in" in page
    assert "The monitor waits for the first promise dated by it to fall due." in page
    assert "Nothing was learnt yet of: something delivered; something paid; a call." in page
    assert "Something changed" not in page


def test_thirty_promises_take_as_many_statements_as_one(cast: Cast, client: Client) -> None:
    learnt()
    client.force_login(cast.ada)
    case = make_case(owner=cast.leo)
    counts = []
    for batch in (1, 29):
        for number in range(batch):
            promised(case, cast, number=number, done=3)
        client.get("/promises/dates")
        with CaptureQueriesContext(connection) as spent:
            assert client.get("/promises/dates").status_code == 200
        counts.append(len(spent))
    assert counts[0] == counts[1]


def test_what_one_may_not_see_is_not_counted(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.leo)
    for _ in range(10):
        case.promises.make("Repair", due=MORNING + DAY, by=cast.leo, at=MORNING)
    case.restrict(by=cast.leo, at=MORNING)
    client.force_login(cast.ada)
    assert client.get("/promises/dates").context["ever"].undated.n == 0
    client.force_login(cast.leo)
    assert client.get("/promises/dates").context["ever"].undated.n == 10


def test_an_alarm_stands_at_the_head_of_the_page(cast: Cast, client: Client) -> None:
    learnt()
    case = make_case(owner=cast.leo)
    for number in range(30):
        promised(case, cast, number=number, done=None)
    learn(by=DESK, at=NOW)
    client.force_login(cast.leo)
    assert "Something done: dates stopped being kept as often as stated." in words(client)


def test_a_lead_begins_anew_and_nobody_else_may(cast: Cast, client: Client) -> None:
    learnt()
    typed = {"kind": "deed", "since": f"{NOW:%Y-%m-%d}", "because": "a new workshop"}
    client.force_login(cast.ada)
    refused = client.post("/promises/dates/beginning-anew", typed)
    assert (refused.status_code, Lesson.objects.get().since) == (422, None)
    client.force_login(cast.leo)
    assert client.post("/promises/dates/beginning-anew", typed).status_code == 303
    assert Lesson.objects.get().since_because == "a new workshop"
    assert "a new workshop" in words(client)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "x"},
        {"since": "soon"},
        {"since": f"{NOW + 2 * DAY:%Y-%m-%d}"},
        {"because": ""},
        {"since": "9999-12-31"},
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(cast: Cast, client: Client, wrong: dict[str, str]) -> None:
    learnt()
    client.force_login(cast.leo)
    typed = {"kind": "deed", "since": f"{NOW:%Y-%m-%d}", "because": "a new workshop", **wrong}
    assert client.post("/promises/dates/beginning-anew", typed).status_code == 422
    assert Lesson.objects.get().since is None


def test_strangers_are_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get("/promises/dates").status_code == 302
    assert client.post("/promises/dates/beginning-anew").status_code == 302
