"""What customers write is read as it comes, and what we write is read before it leaves.

An angry mail is answered badly, coached, answered well and sent, and what it promises is on record first; a danger that hides in a
mail at three at night wakes the named person and locks the routine.
"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Locator, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.advice.advice import Advice
from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.mail.sending import send_due
from amends.readings.reading import Reading
from amends.safety.paging import Duty
from tests.cast import arrive, make_cast, make_mail
from tests.journeys.browser import Eyes, alive, chromium, free_port, mail_to, needs_chromium, read_first
from tests.journeys.test_the_story import ANGRY, HER, TUESDAY, sign_in
from tests.mail.servers import post as hand_in
from tests.mail.servers import sink

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
    with time_machine.travel(TUESDAY), sink() as post, chromium() as browser:
        settings.SMTP_URL = post.url
        cast = make_cast(at=TUESDAY - timedelta(days=30))
        arrive(make_mail(ANGRY, sender=f"Mrs Okafor <{HER}>", at=TUESDAY), at=TUESDAY)
        case = Case.objects.get()
        Reading.objects.keep(case.messages.theirs(), at=TUESDAY)
        page = browser.new_context(locale="en-GB").new_page()
        sign_in(page, live_server.url, cast.ada)
        page.goto(f"{live_server.url}/cases/{case.reference}")
        expect(page.get_by_text("Read what they say, then who they are")).to_be_visible()
        page.keyboard.press("y")
        expect(page.get_by_role("heading", name="Mrs Okafor")).to_be_visible()
        page.wait_for_load_state()
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
        # By key: what the coach says of the new words may push the button away from under a mouse.
        page.locator("form.composer").first.get_by_role("button", name="Send to the customer").press("Enter")
        page.get_by_text("The reply is on its way.").wait_for()
        promise = case.promises.get()
        assert "call you myself" in promise.words
        assert promise.deadline.due_at == TUESDAY.replace(hour=16)
        advice = Advice.objects.get()
        assert (advice.held, advice.because) == ([], "")

        # The ledger shows it with its time, and the mail has not left yet; then it leaves.
        ledger = page.locator("#record-promises")
        expect(ledger).to_contain_text("call you myself")
        expect(ledger).to_contain_text("16:00")
        assert not [mail for mail in post.taken if mail.to == [HER]]
        send_due()
        assert "call you myself by 4 pm today" in mail_to(post, HER, 2)
    assert verify()[1] == []
    assert eyes.faults == []


HIDDEN = (
    "Hello,\n\nI still wait for the 39.00 for order 4471, which I sent back on 12 February.\n\nBy the way, the lamp you sent instead "
    "sparked when my son switched it on, and he felt it in his arm. No one was hurt this time.\n\nWhen will the money be here?\n"
)
THREE = TUESDAY.replace(hour=3)


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_danger_that_hides_in_a_mail_at_three_at_night_wakes_the_named_person_and_locks_the_routine(
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    settings.MAIL_LISTEN = f"127.0.0.1:{free_port()}"
    eyes = Eyes([])
    with time_machine.travel(THREE) as clock, sink() as post, chromium() as browser:
        settings.SMTP_URL = post.url
        cast = make_cast(at=THREE - timedelta(days=30))
        Duty.objects.appoint([cast.mira, cast.leo], by=cast.leo, at=THREE - timedelta(days=1))
        with alive():
            port = int(settings.MAIL_LISTEN.partition(":")[2])
            mail = make_mail(HIDDEN, sender=f"Mrs Okafor <{HER}>", subject="Refund for order 4471", at=THREE)
            hand_in(port, [mail], sender=HER)

            # Mira is woken by a mail that leads to the alarm, and nobody else is.
            page_of_the_alarm = re.search(r"http://\S+/safety/\d+", mail_to(post, "mira@desk.example.com", 1))
            assert page_of_the_alarm
            assert not [mail for mail in post.taken if "leo@desk.example.com" in mail.to]
            case = Case.objects.get()
            assert (case.severity, case.safety_at is not None) == (1, True)

            # Ada, who sees it before anybody answered, cannot answer as if it were a refund.
            ada = browser.new_context(locale="en-GB").new_page()
            sign_in(ada, live_server.url, cast.ada)
            ada.goto(f"{live_server.url}/cases/{case.reference}")
            expect(ada.locator("#alarm")).to_contain_text("sparked")
            eyes.look(ada, "case-alarm")
            read_first(ada)
            expect(ada.locator("#alarm")).to_contain_text("Nobody has answered the alarm yet")
            refused = try_to_answer(ada)
            expect(refused).to_contain_text("the routine rests")

            # Mira answers: it is hers, she alone speaks for the house.
            clock.shift(timedelta(minutes=4))
            mira = browser.new_context(locale="en-GB").new_page()
            sign_in(mira, live_server.url, cast.mira)
            mira.goto(page_of_the_alarm[0])
            mira.get_by_role("button", name="I have it").click()
            expect(mira.get_by_text("It is yours. Nobody else is woken.")).to_be_visible()
            eyes.look(mira, "alarm-answered")
            expect(try_to_answer(ada)).to_contain_text("Mira alone speaks for us")
            assert not case.messages.filter(direction="out", automatic=False).exists()
    assert verify()[1] == []
    assert eyes.faults == []


def try_to_answer(page: Page) -> Locator:
    """She answers as one does to whoever waits for money, sure of it; what the page says to that."""
    page.reload()
    page.keyboard.press("r")
    for _ in range(2):
        form = page.locator("form.composer").first
        form.locator("textarea[name=words]").fill("I am sorry. The money is on its way.")
        if form.get_by_label("Why it must go as it is").count():
            form.get_by_label("Why it must go as it is").fill("It was promised")
        form.get_by_role("button", name="Send to the customer").click()
        page.wait_for_load_state()
    return page.locator("#next")
