"""The case page in a real browser: with the keyboard alone, without JavaScript, wide and narrow; and hostile mail looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from amends.cases.case import Case
from amends.messages.message import Message
from tests.cast import DAY, HOUR, arrive, make_case, make_cast
from tests.journeys import looking
from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import DESKTOP, PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]
HOSTILE = b"""From: mallory@example.com
Subject: Look
Message-ID: <evil@mail.example.com>
Content-Type: text/html

<p>Look</p><script>document.title='owned'</script><img src=x onerror="document.title='owned'">
<svg onload="document.title='owned'"></svg><a href="https://example.org/">away</a>
"""


@dataclass(slots=True)
class Room:
    """A browser, the desk it looks at, and who sits there."""

    browser: Browser
    url: str
    cast: Cast
    case: Case

    def page(self, path: str = "", **options: Any) -> Page:
        """A fresh page, signed in as Leo, on the case or at the path."""
        client = Client()
        client.force_login(self.cast.leo)
        context = self.browser.new_context(locale="en-GB", **options)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.url}])
        page = context.new_page()
        page.goto(self.url + (path or f"/cases/{self.case.reference}"))
        return page


@pytest.fixture
def room(transactional_db: None, live_server: LiveServer) -> Iterator[Room]:
    """A case nobody answered yet, and a Chromium."""
    now = timezone.now()
    cast = make_cast(at=now - 30 * DAY)
    case = make_case(at=now - DAY)
    case.concerns.note("The table", by=cast.ada, at=now - HOUR)
    with chromium() as browser:
        yield Room(browser, live_server.url, cast, case)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def faults(page: Page) -> list[str]:
    return looking.faults(page, page.title())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_with_everything_open_is_accessible_and_fits(room: Room, scheme: str) -> None:
    page = room.page(viewport=DESKTOP, color_scheme=scheme)
    page.evaluate(
        "document.querySelectorAll('details:not(.menu)').forEach(fold => { fold.name = ''; fold.open = true })"
    )
    assert looking.faults_wide_and_narrow(page, scheme) == []


def test_letters_open_acts_and_what_is_typed_is_kept(room: Room) -> None:
    page = room.page()
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "heard"
    page.keyboard.type("Leo said: c r i are letters here")
    assert page.locator("#call textarea[name=heard]").input_value() == "Leo said: c r i are letters here"
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.keyboard.type("Dear Mrs Okafor")
    page.locator(".draft-state", has_text="Kept").wait_for(timeout=10_000)
    assert room.case.drafts.get().words == "Dear Mrs Okafor"


def test_a_refused_act_comes_back_with_the_focus_where_it_lacks_something(room: Room) -> None:
    page = room.page()
    page.keyboard.press("i")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("The note is empty.").wait_for()
    assert page.evaluate("document.activeElement.id") == "note-words"
    assert page.title().startswith("Not done: ")
    assert faults(page) == []


def send_all_the_same(page: Page) -> None:
    """The coach holds it back; whoever wrote it says why it must go, and it goes."""
    page.get_by_text("The coach holds this back").wait_for()
    page.get_by_label("Why it must go as it is").fill("She asked for one line")
    page.get_by_role("button", name="Send to the customer").first.click()


def test_every_act_works_without_javascript(room: Room) -> None:
    page = room.page(java_script_enabled=False)
    page.locator("#next textarea[name=words]").fill("Thank you for telling us. I am sorry.")
    page.get_by_text("Tell them what you understood").click()
    page.locator("#next textarea[name=readback]").fill("The table never came.")
    page.get_by_role("button", name="Send to the customer").click()
    send_all_the_same(page)
    page.get_by_text("The reply is on its way.").wait_for()
    page.locator("#next").get_by_label("“Yes, that is it”").check()
    page.get_by_role("button", name="Record their answer").click()
    page.get_by_text("Ask, and write down their answer").wait_for()
    room.case.refresh_from_db()
    assert room.case.stage == "understood"


def test_a_new_case_is_opened_with_the_keyboard_alone(room: Room) -> None:
    page = room.page("/cases/new", viewport=DESKTOP)
    page.keyboard.type("Okafor")
    page.get_by_text("Where is my table?").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("020 7946 0017")
    page.locator("textarea[name=words]").focus()
    page.keyboard.type("The bed is too short.")
    page.keyboard.press("Control+Enter")
    page.get_by_text("The case is open, and yours.").wait_for()
    case = Case.objects.latest("pk")
    assert (case.customer.name, case.owner) == ("Okafor", room.cast.leo)


def test_nothing_in_a_hostile_mail_runs_or_loads(room: Room) -> None:
    arrive(HOSTILE, at=timezone.now())
    message = Message.objects.exclude(arrival=None).get(direction="in")
    page = room.page("/pieces")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{room.url}/messages/{message.pk}/original")
    assert page.title().startswith("The original")
    assert [url for url in asked if not url.startswith((f"{room.url}/messages/", f"{room.url}/static/"))] == []
    page.get_by_role("link", name="← Case").click()
    page.wait_for_url(f"{room.url}/cases/{message.case.reference}#message-{message.pk}")


BINDS = "I am sorry. We will send a new table tomorrow. It was our fault."


def test_one_key_makes_a_promise_of_the_sentence_one_is_in_and_of_words_one_selects(room: Room) -> None:
    page = room.page()
    page.keyboard.press("x")
    page.keyboard.type(BINDS)
    words = page.locator("#next textarea[name=words]")
    words.evaluate("area => area.setSelectionRange(20, 20)")
    page.keyboard.press("Alt+p")
    rows = page.locator("#next [data-promise-row]")
    assert rows.first.get_by_label("We promise").input_value() == "We will send a new table tomorrow."
    expect(rows.first.get_by_label("By when")).to_have_value(re.compile("T17:00$"))
    expect(rows.first.get_by_label("By when")).to_be_focused()
    assert rows.first.get_by_label("What it is").input_value() == "delivery"
    words.focus()
    words.evaluate("area => area.setSelectionRange(47, 63)")
    page.keyboard.press("Alt+p")
    assert rows.count() == 2
    assert rows.last.get_by_label("We promise").input_value() == "It was our fault"
    assert words.input_value() == BINDS
    assert faults(page) == []
    page.locator(".draft-state", has_text="Kept").first.wait_for(timeout=10_000)
    assert room.case.drafts.get().fields["promise-1-words"] == "It was our fault"
    rows.last.get_by_label("We promise").fill("")
    page.get_by_role("button", name="Send to the customer").first.click()
    send_all_the_same(page)
    page.get_by_text("The reply is on its way.").wait_for()
    assert room.case.promises.get().words == "We will send a new table tomorrow."


def test_an_unrecorded_promise_is_recorded_without_javascript(room: Room) -> None:
    page = room.page(java_script_enabled=False, viewport=PHONE)
    page.locator("#next textarea[name=words]").fill(BINDS)
    page.get_by_role("button", name="Send to the customer").first.click()
    page.get_by_text("These words promise something that is not on record yet.").wait_for()
    assert page.locator("#next textarea[name=words]").input_value() == BINDS
    page.get_by_role("button", name="Send to the customer").first.click()
    send_all_the_same(page)
    page.get_by_text("The reply is on its way.").wait_for()
    held = room.case.promises.get()
    assert (held.words, held.kind) == ("We will send a new table tomorrow.", "delivery")


def test_a_refused_promise_has_the_focus_on_its_time(room: Room) -> None:
    page = room.page(viewport=PHONE)
    page.locator("#next textarea[name=words]").fill(BINDS)
    page.get_by_role("button", name="Send to the customer").first.click()
    page.get_by_text("These words promise something that is not on record yet.").wait_for()
    assert page.evaluate("document.activeElement.name") == "promise-0-due"
    assert faults(page) == []
