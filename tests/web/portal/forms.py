"""Filling in the forms of a page as a browser does: the mark that stands in the page goes with what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from django.test import Client


class Page(Protocol):
    """What came back, as far as its forms matter."""

    content: bytes


_MARK = re.compile(r'name="mark" value="([^"]+)"')


def mark_on(page: Page) -> str:
    """The mark of the page's forms."""
    found = _MARK.search(page.content.decode())
    assert found, "the page has no form"
    return found[1]


def send(browser: Client, token: str, act: str, **typed: Any) -> Any:
    """Open the case's page, fill in the form of this act, and press its button."""
    page = browser.get(f"/c/{token}")
    return browser.post(f"/c/{token}/{act}", {"mark": mark_on(page), **typed})


def complain(browser: Client, **typed: Any) -> Any:
    """Open the public form, fill it in, and press its button."""
    filled = {"words": "The table broke.", "email": "mo@example.com", **typed}
    return browser.post("/complain", {"mark": mark_on(browser.get("/complain")), **filled})
