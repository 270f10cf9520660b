"""The calendar feed of one person: what is due from them, and nothing that was said; a stranger finds nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.deadlines.pacing import Timing
from amends.web.desk.feed import _folded, _text
from tests.cast import DAY, HOUR, MORNING, Cast, make_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client


@pytest.fixture(autouse=True)
def _it_is_the_morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        yield


def feed(cast: Cast, client: Client) -> str:
    cast.ada.open_feed(by=cast.ada, at=MORNING)
    answer = client.get(f"/calendar/{cast.ada.feed_key}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return answer.content.decode()


def test_it_tells_what_is_due_from_me_with_whom_and_when(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada, name="Okafor, Mrs; the first")
    case.promises.make("a new table", due=MORNING + DAY, by=cast.ada, at=MORNING)
    make_case(owner=cast.leo, name="Leo's", email="l@example.com")
    body = feed(cast, client)
    assert "DTSTART:20260304T100000Z\r\n" in body
    assert f"SUMMARY:A promise: Okafor\\, Mrs\\; the first ({case.reference})\r\n" in body
    assert body.count("BEGIN:VEVENT") == 2
    assert "Leo's" not in body
    assert "a new table" not in body
    assert "parcel" not in body


def test_a_stranger_a_wrong_key_and_a_closed_feed_find_nothing(cast: Cast, client: Client) -> None:
    feed(cast, client)
    former = cast.ada.feed_key
    cast.ada.open_feed(by=cast.ada, at=MORNING)
    assert client.get(f"/calendar/{former}.ics").status_code == 404
    assert client.get("/calendar/x.ics").status_code == 404
    cast.ada.close_feed(by=cast.ada, at=MORNING)
    assert client.get("/calendar/.ics").status_code == 404


def test_a_call_stands_at_the_time_it_is_tried_next_with_whom_and_nothing_more(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.leo)
    call = case.call_backs.ask(about="the guests", due=MORNING + DAY, caller=cast.ada, by=cast.leo, at=MORNING)
    call.attempt("busy", next_try_at=MORNING + 5 * HOUR, by=cast.ada, at=MORNING)
    body = feed(cast, client)
    assert (
        f"DTSTART:20260303T150000Z\r\nDTEND:20260303T153000Z\r\nSUMMARY:A call-back: Mrs Okafor ({case.reference})"
        in body
    )
    assert "guests" not in body


def test_an_event_keeps_its_name_when_it_moves_so_that_a_calendar_moves_it_too(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.ada)
    before = re.findall(r"UID:\S+", feed(cast, client))
    case.deadlines.get().move_to(Timing(MORNING + 3 * DAY))
    after = client.get(f"/calendar/{cast.ada.feed_key}.ics").content.decode()
    assert re.findall(r"UID:\S+", after) == before
    assert "DTSTART:20260306T100000Z" in after


def test_what_an_agent_may_not_see_is_not_in_their_calendar(cast: Cast, client: Client) -> None:
    case = make_case(owner=cast.leo, name="Mr Secret")
    case.asks.make("the number", of=cast.ada, by=cast.leo, at=MORNING)
    assert "Mr Secret" in feed(cast, client)
    case.restrict(by=cast.leo, at=MORNING)
    assert "Mr Secret" not in feed(cast, client)


def test_it_costs_the_same_for_one_and_for_thirty_and_every_line_is_as_the_standard_says(
    cast: Cast, client: Client
) -> None:
    costs = []
    cast.ada.open_feed(by=cast.ada, at=MORNING)
    for size in (1, 30):
        for number in range(size):
            make_case(owner=cast.ada, name="Ä" * 60, email=f"{size}-{number}@example.com")
        with CaptureQueriesContext(connection) as spent:
            body = client.get(f"/calendar/{cast.ada.feed_key}.ics").content
        costs.append(len(spent))
    assert costs == [2, 2]
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert b"VALARM" not in body
    unfolded = body.decode().replace("\r\n ", "")
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == unfolded.count("Ä" * 60) == 31


def test_whoever_left_has_no_feed(cast: Cast, client: Client) -> None:
    feed(cast, client)
    cast.ada.leave(by=cast.ines, at=MORNING)
    assert client.get(f"/calendar/{cast.ada.feed_key}.ics").status_code == 404


def test_a_calendar_that_has_it_already_is_told_so(cast: Cast, client: Client) -> None:
    feed(cast, client)
    address = f"/calendar/{cast.ada.feed_key}.ics"
    mark = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": mark}).status_code == 304


def test_one_opens_and_closes_it_on_ones_profile(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    client.post("/profile/feed", {"feed": "on"})
    cast.ada.refresh_from_db()
    assert f"/calendar/{cast.ada.feed_key}.ics" in client.get("/profile").content.decode()
    client.post("/profile/feed", {"feed": "off"})
    cast.ada.refresh_from_db()
    assert cast.ada.feed_key == ""


def test_lines_are_folded_at_75_octets_and_letters_stay_whole() -> None:
    line = _folded("SUMMARY:" + "ä" * 100)
    parts = line.removesuffix("\r\n").split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == "SUMMARY:" + "ä" * 100


def test_what_would_end_a_line_or_a_value_is_escaped() -> None:
    assert _text("a\\b;c,d\r\ne\nf\x00\x7f") == "a\\\\b\\;c\\,d\\ne\\nf"
