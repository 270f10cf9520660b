"""A real Chromium for the journeys, and a desk that is wholly alive: pages, mail in, worker, mail out."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection, connections
from playwright.sync_api import Browser, Page, sync_playwright

from amends.mail import running as mail
from amends.readings.reading import Reading
from amends.worker import running as worker
from tests.journeys.looking import DESKTOP, PHONE, faults_wide_and_narrow
from tests.mail.servers import until

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from tests.mail.servers import Sink

#: The shell without a window's trappings comes first: it needs two thirds of the time of the others.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]
#: Pictures are kept in docs/pictures when asked for (`make pictures`), so that a plain run leaves the tree as it was.
PICTURES = Path(__file__).parents[2] / "docs" / "pictures" if os.environ.get("AMENDS_PICTURES") else None

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: browser journeys are skipped"
)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of the system's own."""
    # Playwright keeps an event loop in this thread; the test's own queries are none of its business.
    # It also has contexts of its own, so that what is connected outside is not connected inside: each side closes up.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()
            connections.close_all()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def alive() -> Iterator[None]:
    """The mail process and the worker, as threads of this one on the test's own database."""
    stop = threading.Event()

    def held(run: Callable[[threading.Event], None]) -> None:
        try:
            run(stop)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=held, args=(run,), daemon=True) for run in (mail.run, worker.run)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=30)
        with connection.cursor() as cursor:  # their own threads leave connections behind, as a process that ends may
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle'"
            )


@dataclass
class Eyes:
    """What a person would look at: each page is checked by axe, at both widths, and the pictures worth keeping are kept."""

    faults: list[str]
    kept: Collection[str] | None = None

    def look(self, page: Page, name: str, part: str = "") -> None:
        """Check and keep the page, wide and narrow; nothing may stick out sideways. With `part` only that is kept."""
        self.faults += faults_wide_and_narrow(page, name)
        if PICTURES and (self.kept is None or name in self.kept):
            for suffix, size in (("-phone", PHONE), ("", DESKTOP)):
                page.set_viewport_size(size)  # type: ignore[arg-type]
                kept = page.locator(part) if part else page
                kept.screenshot(path=PICTURES / f"{name}{suffix}.png")


def act(page: Page, button: str, within: str = "#next", **fields: str) -> None:
    """Fill in the form of the next act and press its button; the page that follows must not refuse."""
    form = page.locator(within).locator("form").filter(has=page.get_by_role("button", name=button, exact=True)).first
    folded = form.locator("details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    for name, value in fields.items():
        field = form.locator(f"[name={name}]").first
        kind = field.evaluate("e => e.type || e.tagName.toLowerCase()")
        if value == "every one":
            for box in form.locator(f"[name={name}]").all():
                box.check()
        elif value == "ticked":
            field.check()
        elif kind == "radio":
            form.locator(f"[name={name}][value='{value}']").first.check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)
    with page.expect_navigation():
        form.get_by_role("button", name=button, exact=True).click()
    if page.get_by_text("The coach holds this back").count():  # what it holds back is told in a story of its own
        page.get_by_label("Why it must go as it is").fill("It was said so on the phone")
        with page.expect_navigation():
            page.get_by_role("button", name=button, exact=True).first.click()
    refused = page.locator(".next-refused")
    assert refused.count() == 0, refused.inner_text()


def read_first(page: Page) -> None:
    """What they wrote was read; somebody finds the reading right, and sees who wrote."""
    until(Reading.objects.exists, seconds=20)
    page.reload()
    page.get_by_role("button", name="It is read right: show who wrote").click()
    page.wait_for_load_state()


def mail_to(sink: Sink, address: str, count: int) -> str:
    """The text of the newest of `count` mails to this address, once they are all there."""
    until(lambda: len([mail for mail in sink.taken if address in mail.to]) >= count, seconds=20)
    newest = [mail for mail in sink.taken if address in mail.to][count - 1].mail
    return str(newest.get_payload(decode=True).decode())  # type: ignore[union-attr]
