"""Every list page in a real browser: accessible, whole at phone width, quick to the keyboard, and fresh without a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.utils import timezone

from amends.arrivals.arrival import Arrival, Outcome
from tests.cast import DAY, HOUR, arrive, make_case, make_cast, make_mail
from tests.journeys import looking
from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import DESKTOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]
SECRET = "three words in a row"


@pytest.fixture
def people(transactional_db: None) -> Cast:
    """The cast, and Ines with a password, a few cases and a kept mail."""
    now = timezone.now()
    cast = make_cast(at=now - 30 * DAY)
    cast.ines.set_password(SECRET)
    cast.ines.save()
    case = make_case(at=now - 3 * DAY, owner=cast.ines)
    case.promises.make("call about the table", due=now + HOUR, by=cast.ines, at=now - DAY)
    make_case(name="Mr Lindqvist", email="l@example.org", at=now - 2 * HOUR, words="The table wobbles.")
    kept = Arrival.objects.store(b"From: x\n\n<b>what?</b>", way="smtp", at=now)
    Arrival.objects.filter(pk=kept.pk).update(outcome=Outcome.QUARANTINED, because="broken", read_at=now)
    return cast


@pytest.fixture
def window(people: Cast) -> Iterator[Browser]:
    """A Chromium; the connections that the server kept for it are closed when it goes."""
    with chromium() as browser:
        yield browser
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def signed_in(window: Browser, url: str, **options: Any) -> Page:
    page = window.new_context(**options).new_page()
    page.goto(url + "/account/login/")
    page.get_by_label("Email").fill("ines@desk.example.com")
    page.get_by_label("Password").fill(SECRET)
    page.keyboard.press("Enter")
    page.wait_for_url(url + "/")
    return page


def low(page: Page) -> list[str]:
    """What is too low for a finger."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.button, .tab, .nav-link, .menu > summary, .menu-item, .field input[type=text],"
        " .field select')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.9)"
        ".map(e => `low target ${e.textContent.trim() || e.name}`)"
    )
    return found


def hearing(page: Page) -> list[str]:
    """What the browser refuses by the content security policy from now on."""
    heard: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if "Content Security" in said.text:
            heard.append(said.text)

    page.on("console", hear)
    return heard


#: Pages that tests/journeys/test_every_page.py sees wide and narrow too, with the sample on them.
SAMPLED = ["/", "/promises", "/here", "/search?q=table", "/customers", "/kept-mail", "/people", "/profile", "/pieces"]
OTHERS = [
    "/?whose=everybody", "/today/unanswered", "/search", "/search?q=nothing", "/account/second-factor/", "/account/password/change/",
    "/account/logout/", "/in/x", "/nowhere",
]  # fmt: skip


def test_every_page_is_accessible_and_fits_wide_and_narrow(window: Browser, live_server: Any, people: Cast) -> None:
    page = signed_in(window, live_server.url, viewport=DESKTOP)
    found = hearing(page)
    for path in [
        *OTHERS,
        f"/kept-mail/{Arrival.objects.get().pk}",
        f"/customers/{people.ines.cases.get().customer_id}",
    ]:
        page.goto(live_server.url + path)
        found += looking.faults_wide_and_narrow(page, path) + [f"{path}: {what}" for what in low(page)]
    for path in SAMPLED:
        page.goto(live_server.url + path)
        found += [f"{path}: {what}" for what in low(page)]
    assert found == []


def test_every_page_is_accessible_and_fits_small_and_dark(window: Browser, live_server: Any, people: Cast) -> None:
    page = signed_in(window, live_server.url, viewport={"width": 360, "height": 640}, color_scheme="dark")
    found, kept = hearing(page), f"/kept-mail/{Arrival.objects.get().pk}"
    for path in [*SAMPLED, *OTHERS, kept, f"/customers/{people.ines.cases.get().customer_id}"]:
        page.goto(live_server.url + path)
        found += looking.faults(page, path) + [f"{path}: {what}" for what in low(page)]
    assert found == []


def test_the_whole_desk_is_reached_by_keyboard_and_typing_is_left_alone(window: Browser, live_server: Any) -> None:
    page = signed_in(window, live_server.url)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Mr Lindqvist"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "Mrs Okafor"
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/customers")
    page.keyboard.press("/")
    page.keyboard.type("n j table")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=n+j+table")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keyboard shortcuts").is_visible()
    assert looking.faults(page, "shortcuts") + low(page) == []
    page.get_by_label("Shortcuts are on in this browser").uncheck()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    assert "/search" in page.url


def test_a_mail_appears_on_an_open_page_without_a_reload_and_focus_stays(window: Browser, live_server: Any) -> None:
    page = signed_in(window, live_server.url)
    page.keyboard.press("j")
    chosen = page.evaluate("document.activeElement.id")
    arrive(make_mail(sender="Ms Brandt <brandt@example.org>", message_id="<new@mail.example.org>"), at=timezone.now())
    page.get_by_role("link", name="Ms Brandt").wait_for(timeout=15_000)
    assert page.evaluate("document.activeElement.id") == chosen


def test_the_lists_work_without_javascript(window: Browser, live_server: Any) -> None:
    page = signed_in(window, live_server.url, java_script_enabled=False)
    page.get_by_role("link", name="Everybody").click()
    page.get_by_label("Search cases").fill("wobbles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=wobbles")
    assert page.get_by_role("link", name="Mr Lindqvist").is_visible()
    page.goto(live_server.url + "/kept-mail")
    page.locator(".row-link").click()
    page.wait_for_url("**/kept-mail/*")
    page.get_by_label("Why it needs no case").fill("an advertisement")
    page.get_by_role("button", name="Set aside").click()
    assert page.get_by_text("The mail is set aside.").is_visible()
