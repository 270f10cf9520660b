"""Approvals on a phone, the catalogue and what it would be offered for, and what was given against its caps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from amends.authority.approval import Approval
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.offers.offering import Given, Terms
from amends.remedies.choosing import grant
from amends.remedies.execution import Execution
from amends.reports.money import Costs
from tests.remedies.scenes import lost, money, understood

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def asked(cast: Cast, n: int = 0) -> Approval:
    at = timezone.now()
    case = understood(cast.ada, at=at, email=f"c{n}@example.com")
    lost(case, "80.00", by=cast.ada, at=at)
    one = Remedy.objects.filter(name="80.00 as refund").first() or money(cast, "80.00")
    row: Approval = case.approvals.ask(
        one,
        worth=Decimal(80),
        cost=Decimal(80),
        failure="F5",
        because="She chased us twice",
        in_band=True,
        by=cast.ada,
        at=at,
    )
    return row


def test_one_tap_is_a_yes_and_the_asker_has_no_such_button(cast: Cast) -> None:
    row = asked(cast)
    leo, ada = as_(cast.leo), as_(cast.ada)
    assert "Yes, give it" in leo.get("/approvals").content.decode()
    assert "Yes, give it" not in ada.get("/approvals").content.decode()
    assert ada.post(f"/approvals/{row.pk}/answer", {"said": "yes"}).status_code == 422
    assert leo.post(f"/approvals/{row.pk}/answer", {"said": "yes"}).status_code == 303
    row.refresh_from_db()
    assert row.yes


def test_beside_the_cost_stands_what_a_customer_earns_where_the_house_has_said_so_in_that_currency(cast: Cast) -> None:
    asked(cast)
    leo = as_(cast.leo)
    assert "At stake" not in leo.get("/approvals").content.decode().title()
    for currency, margin, ends in (
        ("GBP", "400", "2026-03-01"),
        ("GBP", "420", "2026-06-01"),
        ("EUR", "9", "2026-06-01"),
    ):
        Costs.objects.note(
            begins=date(2026, 1, 1), ends=date.fromisoformat(ends), currency=currency, margin=Decimal(margin), by=cast.leo,
            at=timezone.now(),
        )  # fmt: skip
    assert "at stake: a customer earns you 420.00 GBP a year" in leo.get("/approvals").content.decode()


def test_a_no_is_a_reason_and_a_second_reader(cast: Cast) -> None:
    row = asked(cast)
    leo, mira = as_(cast.leo), as_(cast.mira)
    assert leo.post(f"/approvals/{row.pk}/answer", {"said": "no", "words": " "}).status_code == 422
    leo.post(f"/approvals/{row.pk}/answer", {"said": "no", "words": "too much"})
    assert "I agree with the no" in mira.get("/approvals").content.decode()
    mira.post(f"/approvals/{row.pk}/answer", {"said": "second"})
    row.refresh_from_db()
    assert (row.state, row.second_reader) == ("refused", cast.mira)


def test_the_queue_costs_the_same_at_one_and_at_thirty(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    leo = as_(cast.leo)
    asked(cast)
    leo.get("/approvals")
    with django_assert_num_queries(6):
        leo.get("/approvals")
    for n in range(1, 30):
        asked(cast, n)
    with django_assert_num_queries(6):
        leo.get("/approvals")


TYPED = {
    "name": "A chair", "kind": "replacement", "about": "A new one", "worth": "30", "cost": "20", "currency": "GBP",
    "lead_hours": "24", "way": "hand", "valid_from": "2026-01-01",
}  # fmt: skip


def test_a_manager_adds_a_remedy_after_a_look_at_who_would_be_offered_it(cast: Cast) -> None:
    case = understood(cast.ada, at=timezone.now())
    lost(case, "40.00", failure="F1", by=cast.ada, at=timezone.now())
    mira = as_(cast.mira)
    looked = mira.post("/catalogue/new", {**TYPED, "look": "1"}).content.decode()
    assert "It would fit 1 open case now" in looked
    assert not Remedy.objects.exists()
    assert mira.post("/catalogue/new", TYPED).status_code == 303
    row = Remedy.objects.get()
    assert mira.post(f"/catalogue/{row.pk}", {**TYPED, "worth": "35"}).status_code == 303
    row.refresh_from_db()
    assert (row.worth, row.charge) == (Decimal(35), Decimal(0))
    assert as_(cast.ada).post("/catalogue/new", TYPED).status_code == 403


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"worth": "", "cost": ""}, "as amounts, or as shares"),
        ({"cost": ""}, "This is needed too"),
        ({"worth": "-1"}, "greater than or equal to 0"),
        ({"way": "supplier"}, "Name the supplier"),
        ({"valid_to": "2025-01-01"}, "ends after it begins"),
        ({"kind": "apology"}, "no price"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(changed: dict[str, str], said: str, cast: Cast) -> None:
    answer = as_(cast.mira).post("/catalogue/new", {**TYPED, **changed})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_charge_to_the_customer_is_not_even_read(cast: Cast) -> None:
    as_(cast.mira).post("/catalogue/new", {**TYPED, "charge": "5.00"})
    assert Remedy.objects.get().charge == 0


def test_codes_are_uploaded_and_never_shown_again(cast: Cast) -> None:
    mira = as_(cast.mira)
    mira.post("/catalogue/new", {**TYPED, "kind": "gift card", "way": "code", "codes": "SECRET-1\nSECRET-2\nSECRET-1"})
    row = Remedy.objects.get()
    assert Code.objects.count() == 2
    for path in ("/catalogue", f"/catalogue/{row.pk}"):
        shown = mira.get(path).content.decode()
        assert "2 codes" in shown
        assert "SECRET" not in shown


def test_what_is_given_stands_against_its_caps_for_leads(cast: Cast) -> None:
    at = timezone.now()
    case = understood(cast.ada, at=at)
    lost(case, by=cast.ada, at=at)
    grant(case, Given(remedy=money(cast, "30.00")), Terms(wish=True), via="phone", by=cast.ada, at=at)
    shown = as_(cast.leo).get("/spend").content.decode()
    assert "30.00 of 1000.00 GBP" in shown
    assert "Not enough data to say whether shouting pays here" in shown
    assert as_(cast.ada).get("/spend").status_code == 403


def test_finance_gets_each_payment_on_one_list_and_may_have_it_again(cast: Cast) -> None:
    at = timezone.now()
    case = understood(cast.ada, at=at, name="=HYPERLINK(1)")
    lost(case, by=cast.ada, at=at, payment="INV-7")
    choice = grant(
        case, Given(remedy=money(cast, "30.00", way="csv")), Terms(wish=True), via="phone", by=cast.ada, at=at
    )
    row = Execution.objects.begin(choice, by=cast.ada, at=at)
    leo = as_(cast.leo)
    first = leo.post("/spend/lists").content.decode()
    assert (row.key in first, '"30.00"' in first, '"\'=HYPERLINK(1)"' in first) == (True, True, True)
    assert leo.post("/spend/lists").content.decode().count("\n") == 1
    row.refresh_from_db()
    assert leo.post("/spend/lists", {"list": row.batch}).content.decode() == first
    row.complete("paid by finance, statement 12", by=cast.leo, at=at)
