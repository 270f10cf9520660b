"""From a customer's page: this is the same person as another. Read what will move, then say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amends.merging.customers import merge
from tests.cast import DAY, HOUR, MORNING, make_case

if TYPE_CHECKING:
    from django.test import Client

    from amends.customers.customer import Customer
    from tests.cast import Cast


@pytest.fixture
def okafor(cast: Cast, client: Client) -> Customer:
    client.force_login(cast.ada)
    return make_case().customer


@pytest.fixture
def again(okafor: Customer, cast: Cast) -> Customer:
    case = make_case(at=MORNING + HOUR, name="Ngozi Okafor", email="ngozi@example.com")
    case.promises.make("we bring it", due=MORNING + DAY, by=cast.ada, at=MORNING + HOUR)
    return case.customer


def test_the_other_is_sought_by_name_or_address_and_is_never_oneself(
    client: Client, okafor: Customer, again: Customer
) -> None:
    page = client.get(f"/customers/{again.pk}")
    assert f'href="/customers/{again.pk}/merging"' in page.content.decode()
    for words in ("okafor", "okafor@"):
        found = client.get(f"/customers/{again.pk}/merging?q={words}").context["found"]
        assert found == [okafor]


def test_what_will_move_is_read_before_anything_moves(client: Client, okafor: Customer, again: Customer) -> None:
    page = client.get(f"/customers/{again.pk}/merging?into={okafor.pk}").content.decode()
    words = " ".join(page.split())
    assert "What moves to Mrs Okafor" in words
    assert "<dd>ngozi@example.com</dd>" in words
    assert "<dd>1, of them 1 open</dd>" in words
    assert "<dd>1 still open</dd>" in words
    again.refresh_from_db()
    assert again.merged_into is None


def test_they_are_one_afterwards_and_every_link_leads_there(client: Client, okafor: Customer, again: Customer) -> None:
    answer = client.post(f"/customers/{again.pk}/merging", {"into": okafor.pk})
    assert (answer.status_code, answer["Location"]) == (303, f"/customers/{okafor.pk}")
    page = client.get(answer["Location"])
    assert [address.value for address in page.context["addresses"]] == ["okafor@example.com", "ngozi@example.com"]
    assert len(page.context["rows"]) == 2
    assert client.get(f"/customers/{again.pk}")["Location"] == f"/customers/{okafor.pk}"
    assert [row.pk for row in client.get("/customers").context["found"]] == [okafor.pk]
    assert [row.pk for row in client.get("/customers?q=okafor").context["found"]] == [okafor.pk]
    assert [row.pk for row in client.get("/search?q=ngozi@example.com").context["customers"]] == [okafor.pk]


def test_what_somebody_changes_meanwhile_on_the_old_page_is_not_done_and_they_are_told(
    client: Client, okafor: Customer, again: Customer, cast: Cast
) -> None:
    merge(again, okafor, by=cast.leo, at=MORNING + DAY)
    answer = client.post(f"/customers/{again.pk}/details", {"name": "N. Okafor"}, follow=True)
    assert answer.redirect_chain[0][0] == f"/customers/{okafor.pk}"
    assert "Ngozi Okafor was found to be this customer. Nothing was changed: do it here." in answer.content.decode()
    okafor.refresh_from_db()
    assert okafor.name == "Mrs Okafor"


def test_nobody_chosen_is_said_and_somebody_who_is_not_there_is_not_found(
    client: Client, okafor: Customer, again: Customer, cast: Cast
) -> None:
    page = client.post(f"/customers/{again.pk}/merging")
    assert page.status_code == 422
    assert "Choose who they also are." in page.content.decode()
    page = client.post(f"/customers/{again.pk}/merging", {"into": again.pk})
    assert page.status_code == 422
    assert "This is the same customer already." in page.content.decode()
    for into in ("999999", "x", "9" * 40):
        assert client.get(f"/customers/{again.pk}/merging?into={into}").status_code == 404
    merge(again, okafor, by=cast.leo, at=MORNING + DAY)
    assert client.post(f"/customers/{again.pk}/merging", {"into": okafor.pk}).status_code == 404
    assert client.get(f"/customers/{okafor.pk}/merging?into={again.pk}").status_code == 404


def test_strangers_are_asked_to_sign_in(client: Client, okafor: Customer) -> None:
    client.logout()
    assert client.post(f"/customers/{okafor.pk}/merging").status_code == 302


def test_the_pages_take_few_statements(client: Client, okafor: Customer, again: Customer) -> None:
    for tail in ("", "?q=okafor", f"?into={okafor.pk}"):
        client.get(f"/customers/{again.pk}/merging{tail}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/customers/{again.pk}/merging{tail}")
        assert len(queries) <= 12
