"""Every page a customer sees, in a real browser, wide and narrow: accessible, whole, and working without JavaScript."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connections

from amends.cases.case import Case
from amends.cases.portal import PortalLink
from tests.cast import DAY, make_cast
from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import DESKTOP, faults_wide_and_narrow
from tests.web.portal.scenes import SCENES, make_scene, token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A Chromium; the server closes its connection after each request, so that none outlives the test."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with chromium() as browser:
        yield browser


def test_every_page_is_accessible_and_fits_wide_and_narrow(window: Browser, live_server: Any) -> None:
    now = datetime.now(UTC)
    cast = make_cast(at=now - 30 * DAY)
    pages = {scene: "/c/" + token(make_scene(scene, cast, now=now), at=now) for scene in SCENES}
    old = make_scene("new", cast, now=now)
    pages["expired"] = "/c/" + token(old, at=now)
    PortalLink.objects.filter(case=old).update(made_at=now - 99 * DAY, expires_at=now - DAY)
    pages |= {"received": pages["new"] + "/received", "unknown": "/c/x", "form": "/complain"}
    faults: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if "Content Security" in said.text:
            faults.append(said.text)

    page = window.new_page(viewport=DESKTOP)  # type: ignore[arg-type]
    page.on("console", hear)
    for name, path in pages.items():
        page.goto(live_server.url + path)
        faults += faults_wide_and_narrow(page, name)
    assert faults == []


def test_a_customer_without_javascript_and_without_a_mouse_complains_and_says_that_it_is_not_right(
    window: Browser, live_server: Any
) -> None:
    now = datetime.now(UTC)
    cast = make_cast(at=now - 30 * DAY)
    page = window.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + "/complain")
    page.get_by_label("What happened?").press_sequentially("The table broke.")
    for _ in range(5):
        page.keyboard.press("Tab")
    page.keyboard.type("mo@example.com")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="See where it stands").press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "We have your message"
    case = make_scene("followed", cast, now=now)
    page.goto(f"{live_server.url}/c/{token(case, at=now)}")
    page.get_by_label("No, not yet").first.press("Space")
    page.get_by_role("button", name="Send my answers").press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "It is not right yet"
    assert Case.objects.get(pk=case.pk).round == 2
    assert page.context.cookies() == []
