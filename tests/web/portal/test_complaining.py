"""Anybody can complain without signing in; nothing typed is lost, and one form is one case."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.concerns.fact import Fact
from amends.customers.customer import Customer
from amends.journal.entry import Entry
from amends.messages.attachment import Attachment
from amends.messages.delivery import Delivery
from amends.messages.message import Message
from amends.web.portal.complaining import TRAP
from amends.web.portal.limits import FROM_EVERYWHERE, FROM_ONE_MAILBOX, FROM_ONE_PLACE
from tests.cast import DAY, Cast, make_case
from tests.web.portal.conftest import NOW
from tests.web.portal.forms import complain, mark_on

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client

pytestmark = pytest.mark.django_db
WHOLE = {
    "words": "The table came with three legs.",
    "wish": "The fourth leg, this week.",
    "order": "4711",
    "name": "Mo Achebe",
    "email": "Mo@Example.com",
    "phone": "020 7946 0000",
}


def test_a_complaint_becomes_a_case_with_all_that_was_typed(browser: Client, now: datetime, cast: Cast) -> None:
    page = complain(browser, **WHOLE, files=[SimpleUploadedFile("leg.jpg", b"\xff\xd8\xffx", "image/jpeg")])
    case = Case.objects.get()
    link = PortalLink.objects.get(case=case).token
    assert (page.status_code, page["Location"]) == (303, f"/c/{link}/received")
    assert (case.channel, case.source, case.customer.name, case.received_at) == ("form", "form", "Mo Achebe", now)
    assert case.messages.theirs().get().text == "The table came with three legs."
    assert case.rounds.get().wish == "The fourth leg, this week."
    assert [(fact.about, fact.words) for fact in case.facts.all()] == [("order", "4711")]
    assert {(a.kind, a.normal) for a in case.customer.addresses.all()} == {
        ("email", "mo@example.com"),
        ("phone", "+442079460000"),
    }
    assert [(file.name, file.content_type) for file in Attachment.objects.all()] == [("leg.jpg", "image/jpeg")]
    assert [delivery.address for delivery in Delivery.objects.all()] == ["mo@example.com"]
    assert {entry.actor_kind for entry in Entry.objects.filter(deed__in=["case.opened", "wish.told"])} == {"customer"}


def test_the_first_sentence_thanks_them_and_says_when_a_person_writes(browser: Client, now: datetime) -> None:
    page = browser.get("/complain").content.decode()
    assert "Thank you for telling us: it gives us the chance to put it right." in page
    assert "will write to you by 14:00 today (Wednesday) if you send it now." in page


def test_afterwards_they_have_the_reference_the_time_and_the_way_back(
    browser: Client, now: datetime, cast: Cast
) -> None:
    page = browser.get(complain(browser)["Location"]).content.decode()
    case = Case.objects.get()
    assert "A person will read it and write to you by 14:00 today (Wednesday)." in page
    assert case.reference in page
    assert f'href="/c/{PortalLink.objects.get().token}"' in page
    assert "We are sending this link to your mailbox" in page


def test_a_phone_number_alone_is_enough(browser: Client, now: datetime, cast: Cast) -> None:
    page = browser.get(complain(browser, email="", phone="020 7946 0000")["Location"]).content.decode()
    assert "Please keep the address of that page" in page
    assert PortalLink.objects.get().url in page
    assert Delivery.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"email": "", "phone": ""}, "Please give us an e-mail address or a phone number"),
        ({"email": "mo at example"}, "This does not look like an e-mail address."),
        ({"email": "", "phone": "12"}, "This does not look like a phone number."),
        ({"words": "  "}, "Please tell us what happened, in your own words."),
        ({"words": "x" * 40_001}, "at most 40000 characters"),
        ({"name": "n" * 201}, "at most 200 characters"),
    ],
)
def test_an_error_keeps_every_word_and_says_what_is_missing(
    browser: Client, now: datetime, cast: Cast, changes: dict[str, str], why: str
) -> None:
    typed = WHOLE | changes
    page = complain(browser, **typed, files=[SimpleUploadedFile("leg.jpg", b"x")])
    shown = page.content.decode()
    assert page.status_code == 422
    assert why in shown
    assert all(value.strip() in shown for value in typed.values())
    assert "Your files could not be kept: please choose them again." in shown
    assert Case.objects.count() == 0


def test_a_form_sent_twice_is_one_case(browser: Client, now: datetime, cast: Cast) -> None:
    filled = WHOLE | {"mark": mark_on(browser.get("/complain"))}
    pages = [browser.post("/complain", filled) for _ in range(3)]
    assert len({(page.status_code, page["Location"]) for page in pages}) == 1
    assert (Case.objects.count(), Message.objects.filter(direction="in").count()) == (1, 1)


def test_a_form_changed_and_sent_again_is_heard_on_the_same_case(browser: Client, now: datetime, cast: Cast) -> None:
    mark = mark_on(browser.get("/complain"))
    for words in ("The table broke.", "The table broke. And the lamp."):
        assert browser.post("/complain", WHOLE | {"mark": mark, "words": words}).status_code == 303
    texts = Case.objects.get().messages.theirs().order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["The table broke.", "The table broke. And the lamp."]


def test_a_form_corrected_after_an_error_is_still_the_same_form(browser: Client, now: datetime, cast: Cast) -> None:
    mark = mark_on(browser.get("/complain"))
    failed = browser.post("/complain", {"mark": mark, "words": "It broke."})
    assert mark_on(failed) == mark


@pytest.mark.parametrize("mark", ["", "made-up", "a:b:c"])
def test_a_form_without_our_mark_opens_nothing_and_gives_a_fresh_one(
    browser: Client, now: datetime, cast: Cast, mark: str
) -> None:
    page = browser.post("/complain", WHOLE | {"mark": mark})
    assert (page.status_code, Case.objects.count()) == (403, 0)
    assert WHOLE["words"] in page.content.decode()
    assert browser.post("/complain", WHOLE | {"mark": mark_on(page)}).status_code == 303


def test_a_form_left_open_for_two_weeks_keeps_its_words(browser: Client, cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        mark = mark_on(browser.get("/complain"))
        clock.shift(timedelta(days=14))
        page = browser.post("/complain", WHOLE | {"mark": mark})
        assert (page.status_code, WHOLE["words"] in page.content.decode()) == (403, True)


def test_who_fills_in_the_trap_is_thanked_and_nothing_is_kept(browser: Client, now: datetime, cast: Cast) -> None:
    page = browser.post("/complain", WHOLE | {"mark": mark_on(browser.get("/complain")), TRAP: "http://spam.test"})
    assert (page.status_code, page["Location"]) == (303, "/complain/received")
    assert "Thank you." in browser.get(page["Location"]).content.decode()
    assert (Case.objects.count(), Customer.objects.count(), Message.objects.count()) == (0, 0, 0)


def refused(page: Any) -> None:
    shown = page.content.decode()
    assert page.status_code == 429
    assert "please press the button again after 10:15" in shown
    assert all(value in shown for value in WHOLE.values())
    assert "care@desk.example.com" in shown


def test_one_place_and_one_mailbox_must_wait_after_many_and_keep_their_words(
    browser: Client, now: datetime, cast: Cast
) -> None:
    for n in range(FROM_ONE_MAILBOX.most):
        assert complain(browser, email="same@example.com", words=f"It broke {n}").status_code == 303
    page = complain(browser, **(WHOLE | {"email": "Same@Example.com"}))
    assert (page.status_code, WHOLE["words"] in page.content.decode()) == (429, True)
    for n in range(FROM_ONE_MAILBOX.most, FROM_ONE_PLACE.most):
        assert complain(browser, email=f"{n}@example.com").status_code == 303
    refused(complain(browser, **WHOLE))
    elsewhere = {"mark": mark_on(browser.get("/complain"))} | WHOLE
    assert browser.post("/complain", elsewhere, REMOTE_ADDR="192.0.2.9").status_code == 303


def test_everybody_together_must_wait_after_very_many(browser: Client, now: datetime, cast: Cast) -> None:
    for _ in range(FROM_EVERYWHERE.most):
        FROM_EVERYWHERE.count("", now)
    refused(complain(browser, **WHOLE))


def test_the_button_pressed_twice_on_the_last_free_place_leads_to_the_case(
    browser: Client, now: datetime, cast: Cast
) -> None:
    for _ in range(FROM_EVERYWHERE.most - 1):
        FROM_EVERYWHERE.count("", now)
    filled = WHOLE | {"mark": mark_on(browser.get("/complain"))}
    assert [browser.post("/complain", filled).status_code for _ in range(2)] == [303, 303]


def test_a_household_with_many_addresses_of_its_network_is_one_place(
    browser: Client, now: datetime, cast: Cast
) -> None:
    for n in range(FROM_ONE_PLACE.most + 1):
        filled = {"mark": mark_on(browser.get("/complain")), "words": "x", "email": f"{n}@example.com"}
        page = browser.post("/complain", filled, REMOTE_ADDR=f"2001:db8:1:1::{n:x}")
    assert page.status_code == 429


def test_a_stranger_learns_nothing_about_a_customer_whose_address_they_type(
    browser: Client, now: datetime, cast: Cast
) -> None:
    make_case(at=now - DAY)
    page = complain(browser, email="okafor@example.com", name="Somebody Else", phone="020 7946 0009")
    link = PortalLink.objects.latest("pk").token
    for path in (page["Location"], f"/c/{link}"):
        shown = browser.get(path).content.decode()
        assert "Okafor" not in shown
        assert "parcel" not in shown


def test_a_strangers_mailbox_never_comes_to_stand_beside_a_known_number(
    browser: Client, now: datetime, cast: Cast
) -> None:
    known = make_case(at=now - DAY, phone="020 7946 0000").customer
    complain(browser, email="stranger@example.com", phone="020 7946 0000")
    assert not known.addresses.filter(normal="stranger@example.com").exists()
    case = Case.objects.latest("pk")
    assert case.customer != known
    assert Fact.objects.get(case=case).words == "Asks to be called on 020 7946 0000"
