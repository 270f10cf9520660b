"""One box finds references, customers and everything said, shows it safely, and at the same cost however much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.messages.searching import said
from amends.web.desk.search import snippet
from tests.cast import make_case

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast


@pytest.fixture
def desk(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ada)
    return client


def names(desk: Client, words: str) -> tuple[list[str], list[str], list[str]]:
    found = desk.get("/search", {"q": words}).context
    return (
        [customer.name for customer in found["customers"]],
        [hit.customer for hit in found["hits"]],
        [hit.customer for hit in found["notes"]],
    )


@pytest.mark.parametrize("spelling", ["{0}", " {0} ", "lower", "bare"])
def test_a_reference_leads_straight_to_its_case(desk: Client, spelling: str) -> None:
    reference = make_case().reference
    words = {"lower": reference.lower(), "bare": reference.replace("-", "")}.get(spelling, spelling.format(reference))
    assert desk.get("/search", {"q": words})["Location"] == f"/cases/{reference}"


def test_a_restricted_case_is_not_found_by_an_agent_who_does_not_own_it(cast: Cast, desk: Client) -> None:
    case = make_case()
    case.notes.write("The depot has the parcel.", by=cast.leo, at=case.received_at)
    case.restrict(by=cast.leo, at=case.received_at)
    assert desk.get("/search", {"q": case.reference}).status_code == 200
    assert names(desk, "parcel")[1:] == ([], [])
    desk.force_login(cast.leo)
    assert names(desk, "parcel")[1:] == (["Mrs Okafor"], ["Mrs Okafor"])


@pytest.mark.parametrize("words", ["okafor", "Mrs Ok", "OKAFOR@exam", "okafor@example.com"])
def test_a_customer_is_found_by_the_beginning_of_name_or_address(desk: Client, words: str) -> None:
    make_case()
    make_case(name="Mr Lindqvist", email="l@example.org")
    assert names(desk, words)[0] == ["Mrs Okafor"]


def test_a_customer_is_found_by_phone_number_as_it_is_written(desk: Client) -> None:
    make_case(email="", phone="+44 20 7946 0958", channel="phone")
    assert names(desk, "+442079460958")[0] == ["Mrs Okafor"]


def test_words_are_found_in_messages_and_in_notes(cast: Cast, desk: Client) -> None:
    case = make_case(words="The wardrobe wobbles.")
    case.notes.write("The wardrobe is a return.", by=cast.ada, at=case.received_at)
    assert names(desk, "wardrobe") == ([], ["Mrs Okafor"], ["Mrs Okafor"])
    assert names(desk, "wardrobe -wobbles") == ([], [], ["Mrs Okafor"])
    assert names(desk, "-wobbles") == ([], [], [])


def test_the_newest_come_first_and_older_ones_on_the_next_page(desk: Client) -> None:
    for number in range(30):
        make_case(words=f"Wobbles, {number}.", name=f"Customer {number}", email=f"c{number}@example.com")
    page = desk.get("/search", {"q": "wobbles"}).context
    assert [hit.customer for hit in page["hits"]] == [f"Customer {number}" for number in range(29, 4, -1)]
    older = desk.get("/search" + page["next_url"]).context
    assert [hit.customer for hit in older["hits"]] == [f"Customer {number}" for number in range(4, -1, -1)]
    assert older["next_url"] == ""


def test_an_older_message_is_found_through_the_index(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amends.messages.searching.NEWEST", 2)
    for number in range(5):
        make_case(words=f"Wobbles, {number}.", email=f"c{number}@example.com")
    assert [find.text for find in said("wobbles", to=cast.ada, most=10)] == [f"Wobbles, {n}." for n in range(4, -1, -1)]


def test_what_a_customer_wrote_is_shown_as_text() -> None:
    shown = snippet("<script>alert('table')</script> the <b>table</b> & more", "table b")
    assert shown == (
        "&lt;script&gt;alert(&#x27;<mark>table</mark>&#x27;)&lt;/script&gt; the &lt;<mark>b</mark>&gt;"
        "<mark>table</mark>&lt;/<mark>b</mark>&gt; &amp; more"
    )


def test_a_long_text_is_cut_round_the_first_find() -> None:
    shown = snippet("word " * 100 + "table" + " word" * 100, "table")
    assert shown.startswith("… word")
    assert shown.endswith("word …")
    assert "<mark>table</mark>" in shown
    assert len(shown) < 300


@pytest.mark.parametrize(
    "words", ["", "   ", "\x00", "'", '"', "&|!:*()", "-", "or", "%", "_", "\\", "a" * 5000, "¿", "<>", "日本", "😀"]
)
def test_nothing_that_can_be_typed_breaks_the_search(desk: Client, words: str) -> None:
    make_case()
    assert desk.get("/search", {"q": words}).status_code == 200
    assert desk.get("/customers", {"q": words}).status_code == 200


@pytest.mark.parametrize("before", ["", "x", "-1", "0", "9" * 30, "\N{ARABIC-INDIC DIGIT ONE}"])
def test_a_spoilt_page_mark_is_the_first_page(desk: Client, before: str) -> None:
    make_case()
    assert desk.get("/search", {"q": "parcel", "before": before}).status_code == 200


def test_searching_costs_the_same_for_one_find_and_for_thirty(desk: Client) -> None:
    costs = []
    for size in (1, 30):
        for number in range(size):
            make_case(name=f"Okafor {number}", email=f"okafor{number}@example.com", words="Okafor's parcel")
        with CaptureQueriesContext(connection) as spent:
            desk.get("/search", {"q": "okafor"})
        costs.append(len(spent))
    assert costs == [7, 7]
