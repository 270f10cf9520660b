"""All open cases by age: the oldest first, with when both sides last spoke and what is due next; narrowed, and read to the end."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.cases.ending import close
from amends.messages.writing import Reply, hear, record_conversation, reply
from amends.people.queue import Queue
from amends.teamwork.contact import in_touch
from tests.cast import DAY, HOUR, MORNING, SURE, Cast, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from amends.cases.case import Case

pytestmark = pytest.mark.django_db
NOW = MORNING + 40 * DAY


@pytest.fixture(autouse=True)
def _forty_days_later() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def told(name: str, day: int = 0, **more: object) -> Case:
    return make_case(name=name, email=f"{name}@example.com".lower(), at=MORNING + day * DAY, **more)


def names(client: Client, **asked: str | int) -> list[str]:
    return [row.customer for row in client.get("/open", asked).context["rows"]]


def test_the_oldest_come_first_and_what_has_ended_does_not_come(cast: Cast, client: Client) -> None:
    for name, day in (("Young", 39), ("Old", 1), ("Middle", 20)):
        told(name, day, owner=cast.ada)
    close(told("Ended", 0), "withdrawn", because="x", by=cast.leo, at=NOW)
    client.force_login(cast.ada)
    assert names(client) == ["Old", "Middle", "Young"]
    assert '<span class="clock-words">39 days</span>' in client.get("/open").content.decode()


def test_it_is_narrowed_by_age_owner_queue_stage_and_severity(cast: Cast, client: Client) -> None:
    told("Old", 1, owner=cast.ada).grade(1, by=cast.ada, at=NOW)
    spoken = told("Spoken", 2, owner=cast.leo)
    record_conversation(spoken, "I am sorry.", by=cast.leo, at=NOW)
    told("Young", 39)
    workshop = Queue.objects.add("Workshop", by=cast.ines, at=MORNING)
    told("Elsewhere", 30).enqueue(workshop, by=cast.leo, at=NOW)
    client.force_login(cast.leo)
    assert names(client, days=14) == ["Old", "Spoken"]
    assert names(client, owner=cast.ada.pk) == ["Old"]
    assert names(client, owner=0) == ["Elsewhere", "Young"]
    assert names(client, queue=workshop.pk) == ["Elsewhere"]
    assert names(client, severity=1) == ["Old"]
    assert names(client, stage="listening") == ["Spoken"]
    assert names(client, stage="closed", severity=9, days=5, owner="x") == ["Old", "Spoken", "Elsewhere", "Young"]


def test_in_touch_is_an_answer_or_a_conversation_and_no_letter_into_the_air(cast: Cast) -> None:
    case = told("Okafor", owner=cast.ada)
    assert in_touch([case.pk]) == {}
    letter = Reply(words="I am sorry, and I am on it.", sure=SURE)
    reply(case, letter, by=cast.ada, at=MORNING + DAY)
    assert in_touch([case.pk]) == {case.pk: MORNING + DAY}
    case.refresh_from_db()
    letter = Reply(words="It is still on its way.", sure=SURE)
    reply(case, letter, by=cast.ada, at=MORNING + 9 * DAY)
    assert in_touch([case.pk]) == {case.pk: MORNING + DAY}  # nobody answered that one
    hear(case, "Thank you.", channel="phone", by=cast.ada, at=MORNING + 10 * DAY)
    assert in_touch([case.pk]) == {case.pk: MORNING + 10 * DAY}
    record_conversation(case, "We spoke again.", by=cast.ada, at=MORNING + 11 * DAY)
    record_conversation(case, "And once more.", by=cast.ada, at=MORNING + 12 * DAY)
    assert in_touch([case.pk]) == {case.pk: MORNING + 12 * DAY}


def test_it_says_when_both_sides_spoke_and_what_is_due_next(cast: Cast, client: Client) -> None:
    case = told("Okafor", 38, owner=cast.ada)
    record_conversation(case, "I am sorry.", by=cast.ada, at=NOW - DAY)
    told("Silent", 39, owner=cast.ada)
    client.force_login(cast.ada)
    page = client.get("/open").content.decode()
    assert "both sides last spoke 24 hours ago" in page
    assert "no exchange with them yet" in page
    assert page.count("next: ") == 2  # nothing is open without something due


def test_a_restricted_case_is_not_there_for_others_nor_in_their_table(cast: Cast, client: Client) -> None:
    told("Secret", owner=cast.leo).restrict(by=cast.leo, at=NOW)
    client.force_login(cast.ada)
    assert names(client) == []
    assert "Secret" not in client.get("/open?as=csv").content.decode()
    client.force_login(cast.leo)
    assert names(client) == ["Secret"]


def test_the_table_is_the_same_list(cast: Cast, client: Client) -> None:
    told("Old", 1, owner=cast.ada, subject="=1+1")
    told("Young", 39)
    client.force_login(cast.ada)
    rows = list(csv.DictReader(io.StringIO(client.get("/open?as=csv&days=14").content.decode())))
    assert [(row["customer"], row["days open"], row["owner"], row["subject"]) for row in rows] == [
        ("Old", "39", "Ada", "'=1+1")
    ]


def test_the_list_is_read_to_its_end_page_by_page(cast: Cast, client: Client) -> None:
    for number in range(120):
        told(f"c{number:03}", 1, owner=cast.ada)
    client.force_login(cast.ada)
    seen, asked = [], f"/open?owner={cast.ada.pk}"
    while asked:
        page = client.get(asked)
        seen += [row.customer for row in page.context["rows"]]
        asked = page.context["next_url"] and "/open" + page.context["next_url"]
    assert seen == [f"c{number:03}" for number in range(120)]


def test_it_costs_the_same_for_one_and_for_thirty(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    costs = []
    for size in (1, 30):
        for number in range(size):
            record_conversation(
                told(f"s{size}-{number}", owner=cast.ada), "I am sorry.", by=cast.ada, at=MORNING + HOUR
            )
        with CaptureQueriesContext(connection) as spent:
            client.get("/open")
        costs.append(len(spent))
    assert costs[0] == costs[1] <= 9
