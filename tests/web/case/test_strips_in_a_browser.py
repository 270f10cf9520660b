"""Calls, asks, offers and stand-ins in a real browser: they fit, everybody can use them, and they work with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from amends.asks.link import token_of
from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.messages.writing import Reply, hear, reply
from amends.standins.sweeping import come_back, go_away
from tests.cast import DAY, HOUR, SURE, make_case, make_cast
from tests.journeys import looking
from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import DESKTOP, PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]
GAIN = "Leo handles nothing but lost parcels and can see the depot's cameras."


@dataclass(slots=True)
class Room:
    """A browser, the desk it looks at, and who works there."""

    browser: Browser
    url: str
    cast: Cast
    case: Case
    paths: dict[str, str]

    def page(self, path: str, person: Person | None = None, **options: Any) -> Page:
        """A fresh page, signed in as this person."""
        context = self.browser.new_context(locale="en-GB", **options)
        if person is not None:
            client = Client()
            client.force_login(person)
            context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.url}])
        page = context.new_page()
        page.goto(self.url + path)
        return page


@pytest.fixture
def room(transactional_db: None, live_server: LiveServer) -> Iterator[Room]:
    """Mrs Okafor waits for a call; a colleague is asked; Ada was away, and offers the case to Leo."""
    cache.clear()
    now = timezone.now()
    cast = make_cast(at=now - 30 * DAY)
    case = make_case(at=now - 9 * DAY)
    ada = cast.ada
    reply(
        case, Reply(sure=SURE, words="Thank you for telling us. I am sorry that you waited."), by=ada, at=now - 8 * DAY
    )
    case.refresh_from_db()
    case.customer.addresses.learn("phone", "+44 20 7946 0017", by=ada, at=now - 8 * DAY)
    case.concerns.note("The table is there by Friday", by=ada, at=now - 8 * DAY)
    case.facts.note("Her daughter's birthday is on Saturday", about="effect", by=ada, at=now - 8 * DAY)
    absence = go_away(ada, starts_at=now - 2 * DAY, ends_at=now + DAY, deputy=cast.leo, by=ada, at=now - 2 * DAY)
    case.notes.write("The depot called back.", by=cast.leo, at=now - DAY)
    come_back(absence, by=ada, at=now - HOUR)
    case.refresh_from_db()
    row = case.call_backs.ask(
        about="when the table comes", via="phone", time_zone="America/New_York", caller=cast.leo, due=now + 3 * HOUR,
        by=ada, at=now - HOUR,
    )  # fmt: skip
    row.attempt("voicemail", by=cast.leo, at=now - HOUR / 2)
    ask = case.asks.make(
        "Look for the parcel behind the door of hall 3", name="Jo Lee", email="jo@depot.example.com", department="Depot",
        priority="What it does to them:\n- Her daughter's birthday is on Saturday", by=ada, at=now - HOUR,
    )  # fmt: skip
    case.red_tape.note("Two signatures for a search", kind="approval", cost="two days without a table",
                       waited=timedelta(days=2), by=ada, at=now)  # fmt: skip
    hear(case, "Here is the photo of the label.", by=case.customer, at=now - HOUR)
    case.refresh_from_db()
    case.handoffs.offer(cast.mira, gain=GAIN.replace("Leo", "Mira"), by=cast.leo, at=now)
    paths = {
        "colleague": f"/a/{token_of(ask)}",
        "portal": f"/c/{PortalLink.objects.give([case], at=now)[case.pk].token}",
    }
    with chromium() as browser:
        yield Room(browser, live_server.url, cast, case, paths)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def unfold(page: Page) -> None:
    """All that is folded is open, so that it is seen."""
    page.evaluate(
        "document.querySelectorAll('details:not(.menu)').forEach(fold => { fold.name = ''; fold.open = true })"
    )


def test_everything_fits_and_everybody_can_use_it(room: Room) -> None:
    case, cast = f"/cases/{room.case.reference}", room.cast
    looked = [
        ("caller", case, cast.leo), ("calls", f"{case}?calls=1", cast.leo), ("asks", f"{case}?asks=1", cast.leo),
        ("tape", f"{case}?tape=1", cast.leo), ("offered", case, cast.mira), ("back", case, cast.ada),
        ("today", "/", cast.mira), ("red-tape", "/red-tape", cast.leo), ("colleague", room.paths["colleague"], None),
        ("portal", room.paths["portal"], None),
    ]  # fmt: skip
    found: list[str] = []
    for name, path, person in looked:
        page = room.page(path, person, viewport=DESKTOP)
        unfold(page)
        found += looking.faults_wide_and_narrow(page, name)
        page.context.close()
    assert found == []


def test_a_case_is_offered_with_the_examples_beside_the_gain(room: Room) -> None:
    room.case.handoffs.get().decline(because="full", by=room.cast.mira, at=timezone.now())
    page = room.page(f"/cases/{room.case.reference}", room.cast.leo, viewport=DESKTOP)
    page.get_by_role("link", name="Hand it over, where the customer gains by it").click()
    form = page.locator("form[action$='/handoffs']")
    form.locator("[name=gain]").wait_for()
    assert "Says what they gain" in form.inner_text()
    assert "birthday" in form.locator("[name=brief]").input_value()
    unfold(page)
    assert looking.faults(page, "handoff") == []
    form.locator("[name=to]").select_option(label="Mira")
    form.locator("[name=gain]").fill("for further assistance")
    form.get_by_role("button", name="Offer it to them").click()
    page.locator(".next-refused").wait_for()
    assert page.locator(".next-refused [name=gain]").input_value() == "for further assistance"
    page.locator(".next-refused [name=gain]").fill(GAIN.replace("Leo", "Mira"))
    page.locator(".next-refused").get_by_role("button", name="Offer it to them").click()
    page.get_by_text("Offered to Mira; Leo has it until they accept.").wait_for()


def test_a_customer_asks_for_a_call_and_the_caller_records_it_without_javascript(room: Room) -> None:
    row = room.case.call_backs.get()
    row.call_off(because="another time", by=room.case.customer, at=timezone.now())
    theirs = room.page(room.paths["portal"], viewport=PHONE, java_script_enabled=False)
    theirs.get_by_text("Ask for a call", exact=True).last.click()
    theirs.locator("#call-about").fill("the colour of the table")
    theirs.get_by_role("button", name="Ask for this call").click()
    theirs.get_by_role("heading", name="We call you").wait_for()
    desk = room.page(f"/cases/{room.case.reference}", room.cast.leo, viewport=PHONE, java_script_enabled=False)
    spoke = desk.locator("details", has=desk.locator("summary", has_text="We spoke")).last
    spoke.locator("summary").first.click()
    spoke.locator("textarea[name=heard]").fill("I want it in oak.")
    spoke.locator("textarea[name=words]").fill("She wants it in oak, and we make it so.")
    spoke.get_by_role("button", name="We spoke: the call is made").click()
    assert desk.locator("#record-calls").count() == 0
    theirs.reload()
    assert theirs.get_by_role("heading", name="We call you").count() == 0


def test_a_try_is_recorded_with_the_keyboard_alone(room: Room) -> None:
    page = room.page(f"/cases/{room.case.reference}", room.cast.leo, viewport=DESKTOP)
    page.locator("#record-calls summary", has_text="Nobody reached").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "result"
    page.keyboard.type("busy")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".tries", has_text="busy (Leo)").wait_for()


def test_the_stand_in_reads_the_letter_and_sends_it(room: Room) -> None:
    page = room.page(f"/cases/{room.case.reference}", room.cast.leo, viewport=PHONE)
    strip = page.locator("#stand-in")
    strip.get_by_text("Read the letter, and send it").click()
    assert "I, Leo, look after your case now" in strip.locator("textarea").input_value()
    strip.get_by_role("button", name="Tell them").click()
    page.get_by_text("They know who looks after their case now.").wait_for()
    assert page.locator("#stand-in").count() == 0
