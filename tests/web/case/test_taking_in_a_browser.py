"""The newest reading with the keyboard alone: a label away and back, a feeling stronger, what they say onto the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from amends.readings.reading import Reading
from tests.cast import HOUR, make_case
from tests.journeys.browser import needs_chromium
from tests.journeys.looking import DESKTOP, faults_wide_and_narrow
from tests.web.case.test_in_a_browser import Room, faults, room
from tests.web.case.test_what_they_say_is_taken import WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["room"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]


def read(room: Room, *, checked: bool = True) -> Reading:
    """A letter of Grace's, read, and looked at if nothing else is said."""
    now = timezone.now()
    room.case = make_case(words=WORDS, name="Grace", email="grace@example.com", at=now - HOUR)
    (found,) = Reading.objects.keep(room.case.messages.theirs(), at=now)
    if checked:
        found.confirm(by=room.cast.leo, at=now)
    return found


def press(page: Page, key: str) -> None:
    """The key, and the page that comes of it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_label_and_what_they_say_are_one_key_away(room: Room) -> None:
    reading = read(room)
    first = reading.standing()[0]
    page = room.page()
    press(page, "1")
    assert first.name not in {label.name for label in Reading.objects.get().standing() if label.kind == first.kind}
    press(page, "0")
    assert first.name in {label.name for label in Reading.objects.get().standing() if label.kind == first.kind}
    press(page, "u")
    assert room.case.concerns.count() == 1
    press(page, "U")
    expect(page.get_by_text("all of it is on the case")).to_be_visible()
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.name") == "label"


def test_before_who_wrote_is_shown_the_same_keys_hold(room: Room) -> None:
    read(room, checked=False)
    page = room.page()
    expect(page.get_by_text("Read what they say, then who they are")).to_be_visible()
    assert faults(page) == []
    press(page, "u")
    assert room.case.concerns.count() == 1


def test_the_reading_and_a_reply_that_was_too_little_are_accessible_and_fit(room: Room) -> None:
    read(room)
    page = room.page(viewport=DESKTOP)
    page.get_by_text("Take all of it").click()
    room.case.grade(2, by=room.cast.leo, at=timezone.now())
    page.reload()
    page.keyboard.press("r")
    page.keyboard.type("I am sorry that it broke.")
    page.get_by_role("button", name="Send to the customer").click()
    expect(page.get_by_label("Or why mail alone must do")).to_be_visible()
    page.evaluate("document.querySelectorAll('.reading details').forEach(fold => { fold.open = true })")
    assert faults_wide_and_narrow(page, "taken") == []
