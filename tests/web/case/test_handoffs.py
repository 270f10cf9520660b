"""Handing a case over on its page: the gain, the brief, the letter and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.case.teamwork import NOON, answered, offered, shown

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.web.case.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def test_a_gain_that_says_nothing_is_refused_with_what_was_typed(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    page = ada.act("handoffs", to=cast.leo.pk, gain="For further assistance.", brief="my brief")
    assert page.status_code == 422
    assert "For further assistance." in shown(page)
    assert "my brief" in shown(page)
    assert ada.case.owner == cast.ada


def test_the_brief_begins_from_the_record(cast: Cast, ada: Desk) -> None:
    answered(ada, cast.ada)
    ada.case.facts.note("Order 4711", about="order", by=cast.ada, at=NOON)
    page = shown(ada.look("?passing=1"))
    assert "Order 4711 (told by the customer)" in page
    assert "Says nothing" in page
    assert "Says what they gain" in page


def test_the_giver_has_it_until_the_receiver_tells_the_customer(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    assert "Offered to Leo" in shown(ada.look())
    page = leo.look()
    assert "Ada offers you this case" in shown(page)
    assert "Leo handles nothing but lost parcels" in shown(page)
    words = page.context["page"].accepting.initial["words"]
    assert "my name is Leo" in words
    assert ada.case.owner == cast.ada
    assert ada.act(f"handoffs/{pk}/acceptance", words=words).status_code == 422
    assert leo.act(f"handoffs/{pk}/acceptance", words=words).status_code == 303
    assert leo.case.owner == cast.leo
    assert leo.case.messages.ours().latest("pk").text == words
    after = shown(leo.look())
    assert "<dt>Handed over</dt><dd>1 time</dd>" in after
    assert "offers you this case" not in after


def test_a_letter_that_promises_more_is_sent_back_with_its_words(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    words = "I am Leo. I will refund you the 39.00 by Friday."
    page = leo.act(f"handoffs/{pk}/acceptance", words=words)
    assert (page.status_code, words in shown(page)) == (422, True)
    assert leo.case.owner == cast.ada
    assert "This is no promise" in shown(page)
    row = {"promise-0-words": "I will refund you the 39.00 by Friday.", "promise-0-found": "on"}
    assert leo.act(f"handoffs/{pk}/acceptance", words=words, **row).status_code == 422
    typed = {**row, "promise-0-due": "2026-03-06T17:00", "promise-0-kind": "money"}
    assert leo.act(f"handoffs/{pk}/acceptance", words=words, **typed).status_code == 303
    assert leo.case.promises.get().kind == "money"


def test_what_binds_nobody_is_said_to_be_no_promise(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    row = {"promise-0-words": "I will call you.", "promise-0-found": "on", "promise-0-none": "on"}
    assert leo.act(f"handoffs/{pk}/acceptance", words="I am Leo. I will call you.", **row).status_code == 303
    assert not leo.case.promises.exists()


def test_a_declined_offer_leaves_the_case_where_it_is(cast: Cast, ada: Desk, leo: Desk) -> None:
    pk = offered(ada, cast)
    assert leo.act(f"handoffs/{pk}/declining", because="").status_code == 422
    assert leo.act(f"handoffs/{pk}/declining", because="I am at the depot all week").status_code == 303
    assert leo.case.owner == cast.ada
    assert "Hand it over, where the customer gains by it" in shown(ada.look())
