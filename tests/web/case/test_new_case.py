"""A new case while the customer is on the line: one screen, one submit, nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from amends.cases.case import Case
from amends.customers.customer import Customer
from tests.cast import MORNING, make_case
from tests.web.case.test_speaking import shown

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db
CALL = {
    "name": "Mr Lee",
    "phone": "020 7946 0017",
    "channel": "phone",
    "words": "The bed is too short. I told you twice.",
    "severity": "2",
}


def submit(desk: Desk, **typed: Any) -> HttpResponse:
    return desk.client.post("/cases/new", {**CALL, **typed})  # type: ignore[return-value]


def newest() -> Case:
    return Case.objects.select_related("customer").latest("pk")


def test_one_submit_opens_the_case_with_all_that_was_noted(cast: Cast, ada: Desk) -> None:
    answer = submit(
        ada, told_at="2026-02-27T16:30", concerns="A longer bed\n- A call back", about_order="771", heard_out="on",
        email="lee@example.com",
    )  # fmt: skip
    case = newest()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/cases/{case.reference}")
    assert (case.owner, case.severity, case.channel, case.heard_by) == (cast.ada, 2, "phone", cast.ada)
    assert case.received_at == datetime(2026, 2, 27, 16, 30, tzinfo=UTC)
    assert sorted(address.kind for address in case.customer.addresses.all()) == ["email", "phone"]
    assert [concern.words for concern in case.concerns.order_by("pk")] == ["A longer bed", "A call back"]
    assert [(fact.about, fact.words) for fact in case.facts.all()] == [("order", "771")]
    assert (case.subject, case.stage) == ("The bed is too short", "new")


def test_what_was_answered_on_the_call_is_the_first_human_answer(ada: Desk) -> None:
    submit(ada, answered="I am sorry; I will call you back at noon.")
    case = newest()
    assert (case.stage, case.waiting_since, case.human_spoke_at) == ("listening", None, case.received_at)


def test_a_customer_we_know_is_taken_from_the_list(ada: Desk) -> None:
    customer = Customer.objects.add("Mr Lee", by=ada.person, at=MORNING)
    submit(ada, customer=customer.pk, phone="")
    assert newest().customer == customer


def test_a_number_we_know_is_its_customer(ada: Desk) -> None:
    known = make_case(email="", phone="+44 20 7946 0017", channel="phone", name="Mr Lee")
    submit(ada, another="on", name="Lee")
    assert newest().customer == known.customer


def test_an_open_case_of_the_same_customer_is_shown_before_a_second_is_made(ada: Desk) -> None:
    known = make_case(email="", phone="+44 20 7946 0017", channel="phone", name="Mr Lee", subject="Bed too short")
    page = submit(ada)
    assert page.status_code == 422
    assert "They have an open case. Go on there, or say that this is another." in shown(page)
    assert known.reference in shown(page)
    assert "The bed is too short. I told you twice." in shown(page)
    assert newest() == known
    assert submit(ada, another="on").status_code == 303


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": " "}, "Write down their story, in their words."),
        ({"name": "", "phone": ""}, "Say who called: a customer we know, or a name and a number."),
        ({"told_at": "2999-01-01T10:00"}, "This must lie in the past."),
        ({"email": "not an address"}, "Enter a valid email address."),
        ({"customer": "999999"}, "This customer is not known any more."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(ada: Desk, changes: dict[str, str], sentence: str) -> None:
    page = submit(ada, concerns="A longer bed", about_order="771", **changes)
    assert page.status_code == 422
    assert sentence in shown(page)
    assert "A longer bed" in shown(page)
    assert 'value="771"' in shown(page)
    assert newest() == ada.case


def test_customers_are_found_as_one_types(ada: Desk) -> None:
    piece = ada.client.get("/cases/new/customers?name=okaf")
    assert "Mrs Okafor" in shown(piece)
    assert ada.case.reference in shown(piece)
    assert "Okafor" not in shown(ada.client.get("/cases/new/customers?name=ok"))


@pytest.mark.parametrize("query", ["name=%00", "name=%ff&customer=x", "customer=99999999999999999999", "phone=%25"])
def test_a_strange_search_finds_nothing(ada: Desk, query: str) -> None:
    assert ada.client.get(f"/cases/new/customers?{query}").status_code == 200


def test_without_javascript_a_button_looks_the_caller_up(ada: Desk) -> None:
    page = submit(ada, name="Okafor", look="1", words="")
    assert page.status_code == 200
    assert "okafor@example.com" in shown(page)
    assert newest() == ada.case


def test_a_restricted_case_of_the_caller_is_not_shown(cast: Cast, ada: Desk) -> None:
    ada.case.restrict(by=cast.leo, at=MORNING)
    assert ada.case.reference not in shown(ada.client.get("/cases/new/customers?name=okafor"))
