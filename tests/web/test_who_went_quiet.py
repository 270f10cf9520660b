"""Key customers by silence, and customers who met with a fault and left without a word: by name, so that somebody gets in touch."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.cases.case import Case
from amends.cases.ending import close
from amends.lessons.silent import silent
from amends.messages.writing import Reply, hear, record_conversation, reply
from amends.people.may import NotAllowed
from amends.teamwork.contact import key_customers
from amends.winbacks.winback import WinBack
from tests.cast import DAY, MORNING, SURE, Cast, make_case
from tests.outcomes.scenes import settled, tell, told
from tests.problems.scenes import affect, make_problem, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db
NOW = MORNING + 300 * DAY


@pytest.fixture(autouse=True)
def _much_later() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def key(cast: Cast, name: str, *, spoke: int | None = None) -> Case:
    """A key customer with whom somebody spoke on this day, or never did."""
    case = make_case(name=name, email=f"{name}@example.com".lower(), owner=cast.ada)
    case.customer.change(key_customer=True, by=cast.leo, at=MORNING)
    if spoke is not None:
        record_conversation(case, "We spoke.", by=cast.ada, at=MORNING + spoke * DAY)
    return case


def test_key_customers_stand_by_silence_and_those_of_sixty_days_are_quiet(cast: Cast) -> None:
    key(cast, "Talked", spoke=290)
    key(cast, "Quiet", spoke=100)
    key(cast, "Never")
    make_case(name="Ordinary", email="o@example.com")
    found = key_customers(by=cast.leo)
    assert [(row.name, row.days(NOW), row.is_quiet(NOW)) for row in found] == [
        ("Never", 300, True), ("Quiet", 200, True), ("Talked", 10, False),
    ]  # fmt: skip
    with pytest.raises(NotAllowed):
        key_customers(by=cast.ada)


def test_a_letter_that_nobody_answered_is_no_contact(cast: Cast) -> None:
    case = key(cast, "Quiet", spoke=100)
    case.refresh_from_db()
    reply(case, Reply(words="How are you getting on?", sure=SURE), by=cast.ada, at=NOW - DAY)
    assert key_customers(by=cast.leo)[0].days(NOW) == 200
    hear(case, "Well, thank you.", channel="letter", by=cast.ada, at=NOW)
    assert key_customers(by=cast.leo)[0].days(NOW) == 0


def test_the_page_of_key_customers_costs_the_same_for_one_and_for_thirty(cast: Cast, client: Client) -> None:
    client.force_login(cast.leo)
    costs = []
    for size in (1, 30):
        for number in range(size):
            key(cast, f"k{size}-{number}", spoke=1)
        with CaptureQueriesContext(connection) as spent:
            page = client.get("/customers/key").content.decode()
        costs.append(len(spent))
    assert "31 of 31 key customers" in page
    assert costs[0] == costs[1] <= 6
    assert len(list(csv.reader(io.StringIO(client.get("/customers/key.csv").content.decode())))) == 32


def disclosed(cast: Cast, count: int, *, bought: int = 0) -> list[Case]:
    """So many met with a fault that we found; they used to buy each month, and `bought` of them still do."""
    affect(make_problem(cast), people(count), cast)
    cases = list(Case.objects.filter(origin="disclosure").select_related("customer").order_by("pk"))
    acts = []
    for number, case in enumerate(cases):
        email = case.customer.addresses.get(kind="email").value
        acts += [told("order", day, email) for day in (-90, -60, -30, *(range(20, 300, 20) if number < bought else ()))]
    tell(*acts, until=299)
    for case in cases:
        close(case, "unconfirmed", because="x", by=cast.leo, at=MORNING + 20 * DAY)
    return cases


def test_who_met_with_a_fault_said_nothing_and_left_is_named_and_reached_out_to_once(
    cast: Cast, client: Client
) -> None:
    cases = disclosed(cast, 12, bought=4)
    hear(cases[4], "You will not see me again.", channel="letter", by=cast.ada, at=MORNING + 21 * DAY)
    settled(300)
    found = silent(cast.leo, since=MORNING - DAY)
    assert [row.case for row in found.rows] == cases[:4:-1]
    assert (found.rate.kept, found.rate.n) == (7, 11)
    assert {row.met for row in found.rows} == {"Jars that do not close"}
    client.force_login(cast.ada)
    assert client.get("/lessons/silent").status_code == client.get("/lessons/silent.csv").status_code == 403
    client.force_login(cast.leo)
    page = client.get("/lessons/silent").content.decode()
    assert page.count("Reach out<") == 7
    asked = client.post(f"/win-backs/{cases[5].reference}", {"approach": "apology", "reason": "left without a word"})
    assert asked.headers["Location"] == f"/cases/{WinBack.objects.get().case.reference}"  # type: ignore[union-attr]
    again = client.get("/lessons/silent").content.decode()
    assert again.count("Reach out<") == 6
    assert "Somebody reached out already" in again
    table = list(csv.DictReader(io.StringIO(client.get("/lessons/silent.csv").content.decode())))
    assert [row["asked back"] for row in table].count("yes") == 1


def test_that_page_costs_the_same_for_one_and_for_thirty(cast: Cast, client: Client) -> None:
    client.force_login(cast.leo)
    with CaptureQueriesContext(connection) as few:
        client.get("/lessons/silent")
    disclosed(cast, 30)
    settled(300)
    with CaptureQueriesContext(connection) as many:
        assert client.get("/lessons/silent").content.decode().count("Reach out<") == 30
    assert len(many) <= len(few) + 1  # what they met with is asked where there is anybody
