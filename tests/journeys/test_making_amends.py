"""Making amends, in a browser: five off on the spot, the moon and three options, a yes though the lead is ill, a gift apart."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import time_machine
from playwright.sync_api import Browser, Page, expect

from amends.authority.approval import Approval
from amends.cases.portal import PortalLink
from amends.catalogue.code import Code
from amends.catalogue.remedy import Remedy
from amends.catalogue.starting import stock_up
from amends.deadlines.sweeping import sweep
from amends.followups.resolving import resolve
from amends.journal.actors import DESK
from amends.journal.verifying import verify
from amends.messages.message import Purpose
from amends.messages.writing import record_conversation
from amends.offers.offer import Choice
from amends.offers.offering import Given, Terms
from amends.people.absence import name_deputy
from amends.remedies.choosing import grant
from amends.standins.sweeping import go_away
from tests.cast import Cast, make_cast
from tests.journeys.browser import Eyes, chromium, needs_chromium
from tests.journeys.looking import PHONE
from tests.journeys.test_the_story import sign_in
from tests.remedies.scenes import lost, understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings
    from pytest_django.live_server_helper import LiveServer

    from amends.cases.case import Case

TEN = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
#: A folder for pictures of every step, for whoever wants to look.
LOOK = Path(os.environ["AMENDS_LOOK"]) if os.environ.get("AMENDS_LOOK") else None
pytestmark = [needs_chromium, pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Watching(Eyes):
    """Eyes that keep a picture of the whole page as well, where a folder is named."""

    def look(self, page: Page, name: str, part: str = "") -> None:
        """As Eyes do; and a long picture."""
        super().look(page, name, part)
        if LOOK:
            for suffix, size in (("", {"width": 1280, "height": 900}), ("-phone", PHONE)):
                page.set_viewport_size(size)  # type: ignore[arg-type]
                page.screenshot(path=LOOK / f"{name}{suffix}.png", full_page=True)
            page.set_viewport_size({"width": 1280, "height": 900})


@contextmanager
def at_ten(live_server: LiveServer, settings: Settings) -> Iterator[tuple[Cast, Browser, time_machine.Traveller]]:
    """Tuesday, ten o'clock; a desk with a catalogue, and a browser."""
    settings.BASE_URL = live_server.url
    with time_machine.travel(TEN) as clock, chromium() as browser:
        cast = make_cast(at=TEN - timedelta(days=30))
        stock_up(by=cast.mira, at=TEN)
        yield cast, browser, clock
    assert verify()[1] == []


def open_panel(desk: Page, base: str, case: Case) -> None:
    """The panel of remedies, within two seconds."""
    desk.goto(f"{base}/cases/{case.reference}")
    desk.get_by_role("link", name="Choose a remedy").click()
    expect(desk.get_by_role("heading", name="Three to choose from")).to_be_visible(timeout=2000)
    desk.get_by_text("Grant their wish, as they said it").click()


def test_five_off_is_asked_and_granted_on_the_spot_by_the_front_line(
    live_server: LiveServer, settings: Settings
) -> None:
    eyes = Watching([])
    with at_ten(live_server, settings) as (cast, browser, _):
        case = understood(cast.ada, at=TEN - MINUTE, wish="$5 off, that is all I wanted")
        desk = browser.new_context(locale="en-GB").new_page()
        sign_in(desk, live_server.url, cast.ada)
        desk.goto(f"{live_server.url}/cases/{case.reference}")
        desk.get_by_text("Write down what they lost", exact=True).click()
        loss = desk.locator("#loss")
        loss.locator("[name=failure]").select_option("F5")
        loss.locator("[name=amount]").fill("12.00")
        loss.get_by_role("button", name="Note it").click()
        open_panel(desk, live_server.url, case)
        eyes.look(desk, "case-remedies")
        form = desk.locator("form").filter(has=desk.get_by_role("button", name="Grant it", exact=True))
        form.locator("[name=remedy]").select_option(str(Remedy.objects.get(name="Five off, today").pk))
        form.locator("[name=asked]").fill("5")
        form.locator("[name=words]").fill("That is all I wanted")
        form.locator("[name=evidence]").fill("taken off the bill while she was on the line")
        form.get_by_role("button", name="Grant it", exact=True).click()
        expect(desk.locator("#record-remedies").get_by_text("Five off, today", exact=True)).to_be_visible()
        eyes.look(desk, "case-granted")
        choice = Choice.objects.get()
        assert (choice.state(), choice.words, choice.promise.state(at=TEN)) == (
            "executed",
            "That is all I wanted",
            "kept",
        )
        assert not Approval.objects.exists()
    assert eyes.faults == []


def test_the_moon_three_options_she_picks_on_a_phone_changes_her_mind_gets_it_and_says_so(
    live_server: LiveServer, settings: Settings
) -> None:
    eyes = Watching([])
    with at_ten(live_server, settings) as (cast, browser, clock):
        case = understood(cast.ada, at=TEN - MINUTE, wish="The moon")
        lost(case, "40.00", failure="F1", by=cast.ada, at=TEN - MINUTE, fault="established")
        desk = browser.new_context(locale="en-GB").new_page()
        sign_in(desk, live_server.url, cast.ada)
        open_panel(desk, live_server.url, case)
        desk.get_by_role("button", name="Offer these three").click()
        expect(desk.get_by_text("their choice is awaited")).to_be_visible()

        # She opens the link of the second from her mail, on a phone without JavaScript.
        links = re.findall(r"http://\S+/choice\?option=\d+", case.messages.latest("pk").text)
        phone = browser.new_context(locale="en-GB", viewport=PHONE, java_script_enabled=False).new_page()  # type: ignore[arg-type]
        phone.goto(links[1])
        expect(phone.get_by_role("heading", name="Please choose")).to_be_visible()
        assert not Choice.objects.exists()
        phone.get_by_role("button", name="Choose this").click()
        expect(phone.get_by_text("Thank you. You chose: We do it again")).to_be_visible()

        # She changes her mind, then it is carried out; after that she cannot.
        clock.shift(10 * MINUTE)
        wide = browser.new_context(locale="en-GB").new_page()
        wide.goto(phone.url.partition("?")[0])
        eyes.look(wide, "portal-chosen")
        wide.get_by_text("Change my mind").click()
        eyes.look(wide, "portal-choose-again")
        wide.get_by_text("The same again, sent first").first.click()
        wide.get_by_role("button", name="Choose this").click()
        expect(wide.get_by_text("Thank you. You chose: The same again")).to_be_visible()
        clock.shift(10 * MINUTE)
        desk.reload()
        desk.goto(f"{live_server.url}/cases/{case.reference}#record-remedies")
        form = desk.locator("#record-remedies form").filter(
            has=desk.get_by_role("button", name=re.compile("Carry it out"))
        )
        form.locator("[name=evidence]").fill("packed, with its label on")
        form.get_by_role("button", name=re.compile("Carry it out")).click()
        wide.reload()
        expect(wide.get_by_text("Change my mind")).to_have_count(0)
        clock.shift(timedelta(days=2))
        wide.goto(wide.url.partition("?")[0])
        wide.get_by_role("button", name="I have it").click()
        expect(wide.get_by_text("We are glad that you have it")).to_be_visible()
        eyes.look(wide, "portal-had")
        held = [(row.state(), row.option.name) for row in Choice.objects.order_by("pk")]
        assert held == [("changed", "We do it again, first in the queue"), ("had", "The same again, sent first")]
    assert eyes.faults == []


def test_above_authority_asked_at_ten_the_lead_is_ill_and_her_deputy_answers_in_time(
    live_server: LiveServer, settings: Settings
) -> None:
    eyes = Watching([])
    with at_ten(live_server, settings) as (cast, browser, clock):
        name_deputy(cast.leo, cast.mira, by=cast.ines, at=TEN)
        case = understood(cast.ada, at=TEN - MINUTE, wish="All of it back")
        lost(case, "80.00", failure="F5", by=cast.ada, at=TEN - MINUTE, fault="established")
        desk = browser.new_context(locale="en-GB").new_page()
        sign_in(desk, live_server.url, cast.ada)
        open_panel(desk, live_server.url, case)
        form = desk.locator("form").filter(has=desk.get_by_role("button", name="Grant it", exact=True))
        form.locator("[name=remedy]").select_option(str(Remedy.objects.get(name="All of your money back").pk))
        form.get_by_text("In other words, of another worth").click()
        form.locator("[name=because]").fill("We charged her twice, and she had to find it herself.")
        form.get_by_role("button", name="Grant it", exact=True).click()
        expect(desk.locator("#record-remedies").get_by_text("waits for a yes")).to_be_visible()
        asked = Approval.objects.get()
        assert (asked.approver, asked.deadline.due_at) == (cast.leo, asked.asked_at + 30 * MINUTE)

        # Leo is ill. The ladder tells his deputy, who says yes with one thumb.
        clock.shift(5 * MINUTE)
        go_away(cast.leo, starts_at=TEN + 5 * MINUTE, by=cast.ines, at=TEN + 5 * MINUTE)
        clock.shift(16 * MINUTE)
        sweep(by=DESK, at=datetime.now(UTC))
        assert asked.deadline.alerts.filter(person=cast.mira).exists()
        phone = browser.new_context(locale="en-GB", viewport=PHONE).new_page()  # type: ignore[arg-type]
        sign_in(phone, live_server.url, cast.mira)
        phone.goto(f"{live_server.url}/approvals")
        eyes.look(phone, "approvals")
        phone.set_viewport_size(PHONE)  # type: ignore[arg-type]
        yes = phone.get_by_role("button", name=re.compile("Yes, give it"))
        box = yes.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] > 250
        yes.click()
        expect(phone.get_by_text("Nothing waits for a yes")).to_be_visible()
        asked.deadline.refresh_from_db()
        assert (asked.deadline.missed_at, asked.deadline.met_at is not None) == (None, True)
        desk.goto(f"{live_server.url}/cases/{case.reference}")
        desk.get_by_role("button", name=re.compile("Give it")).click()
        expect(desk.locator("#record-remedies").get_by_text("approved")).to_be_visible()
        assert Choice.objects.get().offer.approval == asked
    assert eyes.faults == []


def test_a_gift_arrives_apart_after_it_is_resolved(live_server: LiveServer, settings: Settings) -> None:
    eyes = Watching([])
    with at_ten(live_server, settings) as (cast, browser, clock):
        card = Remedy.objects.get(name="A gift card")
        card.change(way="code", by=cast.mira, at=TEN)
        Code.objects.upload(card, ["OAK-7431-1188"], by=cast.mira, at=TEN)
        case = understood(cast.ada, at=TEN - MINUTE, wish="Some sign that you noticed")
        lost(case, "0", failure="F7", by=cast.ada, at=TEN - MINUTE)
        grant(case, Given(remedy=card), Terms(wish=True), via="phone", by=cast.ada, at=TEN)
        desk = browser.new_context(locale="en-GB").new_page()
        sign_in(desk, live_server.url, cast.ada)
        desk.goto(f"{live_server.url}/cases/{case.reference}")
        expect(desk.get_by_text("A gift goes apart, in a message of its own")).to_be_visible()
        case.refresh_from_db()
        act = case.acts.do("Rang her ourselves", by=cast.ada, at=TEN)
        for concern in case.concerns.unanswered():
            concern.address(act, by=cast.ada, at=TEN)
        record_conversation(case, "Told her.", by=cast.ada, at=TEN + MINUTE)
        case.refresh_from_db()
        resolve(case, by=cast.ada, at=TEN + MINUTE)
        clock.shift(5 * MINUTE)
        desk.reload()
        desk.locator("#record-remedies").get_by_role("button", name=re.compile("Carry it out")).click()
        expect(desk.locator("#record-remedies").get_by_text("done", exact=True)).to_be_visible()
        gift = case.messages.latest("pk")
        assert (gift.purpose, "OAK-7431-1188" in gift.text) == (Purpose.GIFT, True)
        assert not case.messages.exclude(pk=gift.pk).filter(text__contains="OAK-7431").exists()
        page = browser.new_context(locale="en-GB").new_page()
        page.goto(f"{live_server.url}/c/{PortalLink.objects.give([case], at=TEN)[case.pk].token}")
        expect(page.get_by_role("heading", name="What we do for you")).to_be_visible()
        eyes.look(page, "portal-gift")
    assert eyes.faults == []
