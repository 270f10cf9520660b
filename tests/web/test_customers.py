"""A customer's page: who they are, how to reach them, whom they belong to; each change is one verb with its own refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.customers.address import Address
from amends.customers.customer import Customer
from tests.cast import make_case

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast


@pytest.fixture
def okafor(cast: Cast, client: Client) -> Customer:
    client.force_login(cast.ada)
    return make_case().customer


def test_the_page_shows_their_cases_and_addresses(client: Client, okafor: Customer) -> None:
    page = client.get(f"/customers/{okafor.pk}")
    assert [row.customer for row in page.context["rows"]] == ["Where is my table?"]
    assert [address.value for address in page.context["addresses"]] == ["okafor@example.com"]


def test_details_are_changed(client: Client, okafor: Customer) -> None:
    typed = {"name": "Ngozi Okafor", "preferred_channel": "phone", "language": "en", "time_zone": "Africa/Lagos"}
    assert client.post(f"/customers/{okafor.pk}/details", typed)["Location"] == f"/customers/{okafor.pk}"
    okafor.refresh_from_db()
    assert (okafor.name, okafor.preferred_channel, okafor.time_zone) == ("Ngozi Okafor", "phone", "Africa/Lagos")


def test_a_time_zone_that_is_none_is_refused_and_what_was_typed_stays(client: Client, okafor: Customer) -> None:
    page = client.post(f"/customers/{okafor.pk}/details", {"name": "N. Okafor", "time_zone": "Moon/Base"})
    assert page.status_code == 422
    assert 'value="N. Okafor"' in page.content.decode()
    assert "Name it as" in page.content.decode()


def test_an_address_is_added_and_retired(client: Client, okafor: Customer) -> None:
    client.post(f"/customers/{okafor.pk}/addresses", {"kind": "phone", "value": "020 7946 0958"})
    phone = Address.objects.get(kind="phone")
    assert phone.normal == "+442079460958"
    client.post(f"/customers/{okafor.pk}/addresses/{phone.pk}/retirement")
    assert [address.kind for address in okafor.addresses.standing()] == ["email"]


def test_another_customers_address_is_refused_with_their_name(client: Client, okafor: Customer) -> None:
    make_case(name="Mr Lindqvist", email="lind@example.com")
    page = client.post(f"/customers/{okafor.pk}/addresses", {"kind": "email", "value": "Lind@example.com"})
    assert page.status_code == 422
    assert "This already belongs to Mr Lindqvist." in page.content.decode()


def test_nobody_retires_an_address_through_another_customer(client: Client, okafor: Customer) -> None:
    other = make_case(name="Mr Lindqvist", email="lind@example.com").customer
    address = other.addresses.get()
    assert client.post(f"/customers/{okafor.pk}/addresses/{address.pk}/retirement").status_code == 404


def test_a_customer_joins_a_household(client: Client, okafor: Customer) -> None:
    client.post(f"/customers/{okafor.pk}/household", {"kind": "company", "name": "Okafor & Daughters"})
    okafor.refresh_from_db()
    assert str(okafor.household) == "Okafor & Daughters"
    page = client.get(f"/customers/{okafor.pk}").content.decode()
    assert "of the company Okafor &amp; Daughters" in page


def test_a_part_that_does_not_exist_is_not_found(client: Client, okafor: Customer) -> None:
    assert client.post(f"/customers/{okafor.pk}/nonsense").status_code == 404
    assert client.get(f"/customers/{10**30}").status_code == 404


def test_the_list_goes_page_by_page_at_one_cost(client: Client, okafor: Customer) -> None:
    costs = []
    for size in (1, 30):
        for number in range(size):
            make_case(name=f"Customer {number}", email=f"c{number}@example.com")
        with CaptureQueriesContext(connection) as spent:
            page = client.get("/customers")
        costs.append(len(spent))
    assert costs == [6, 6]
    assert len(page.context["found"]) == 25
    assert client.get("/customers" + page.context["next_url"]).context["found"][-1] == okafor


@pytest.mark.parametrize("part", ["details", "addresses", "household"])
@pytest.mark.parametrize("spoilt", ["\x00", "x" * 100_000, "{{ 7*7 }}", "\ud83d".encode("utf-8", "replace").decode()])
def test_spoilt_forms_are_refused_and_break_nothing(client: Client, okafor: Customer, part: str, spoilt: str) -> None:
    fields = ("name", "kind", "value", "language", "time_zone", "preferred_channel")
    answer = client.post(f"/customers/{okafor.pk}/{part}", dict.fromkeys(fields, spoilt))
    assert answer.status_code == 422
