"""An angry mail is read as it comes, answered badly, coached, answered well, and sent; what it promises is on record first."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.advice.advice import Advice
from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.readings.reading import Reading
from tests.cast import arrive, make_cast, make_mail
from tests.journeys.browser import Eyes, chromium, needs_chromium
from tests.journeys.test_the_story import ANGRY, HER, TUESDAY, sign_in

BAD = "We apologise for any inconvenience this may have caused. Unfortunately the courier let us down."
GOOD = (
    "Dear Mrs Okafor,\n\nI am sorry that you took a day off on Monday and nobody came, and that nobody called you back. Thank you for "
    "writing a third time.\n\nYou waited at home all day for your table. I have your case now and will call you myself by 4 pm today."
)


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_bad_answer_is_held_back_and_a_good_one_goes(live_server: LiveServer, settings: Settings) -> None:
    settings.BASE_URL = live_server.url
    eyes = Eyes([])
    with time_machine.travel(TUESDAY), chromium() as browser:
        cast = make_cast(at=TUESDAY - timedelta(days=30))
        arrive(make_mail(ANGRY, sender=f"Mrs Okafor <{HER}>", at=TUESDAY), at=TUESDAY)
        case = Case.objects.get()
        Reading.objects.keep(case.messages.theirs(), at=TUESDAY)
        page = browser.new_context(locale="en-GB").new_page()
        sign_in(page, live_server.url, cast.ada)
        page.goto(f"{live_server.url}/cases/{case.reference}")
        page.keyboard.press("r")
        first = page.locator("form.composer").first

        # What she wrote stands there with its reading.
        expect(page.locator(".reading").first).to_contain_text("Reads as")

        # While Ada types, the coach speaks; sending it as it is, she is held back, and what she typed is there.
        words = first.locator("textarea[name=words]")
        words.fill(BAD)
        expect(page.locator(".coach-row-block").first).to_be_visible()
        expect(page.locator(".coach-sheet mark").first).to_be_attached()
        eyes.look(page, "coach-speaks", "form.composer >> nth=0")
        first.get_by_role("button", name="Send to the customer").click()
        page.get_by_text("The coach holds this back").wait_for()
        held = page.locator("form.composer").first
        assert held.locator("textarea[name=words]").input_value() == BAD
        assert not case.messages.filter(direction="out", automatic=False).exists()
        eyes.look(page, "coach-holds-back", "form.composer >> nth=0")

        # She writes it anew. It promises a call: that is on record before the mail leaves.
        held.locator("textarea[name=words]").fill(GOOD)
        held.get_by_role("button", name="Send to the customer").click()
        page.get_by_text("These words promise something").wait_for()
        page.locator("form.composer").first.get_by_role("button", name="Send to the customer").click()
        page.get_by_text("The reply is on its way.").wait_for()
        promise = case.promises.get()
        assert "call you myself" in promise.words
        assert promise.deadline.due_at == TUESDAY.replace(hour=16)
        advice = Advice.objects.get()
        assert (advice.held, advice.because) == ([], "")
    assert verify()[1] == []
    assert eyes.faults == []
