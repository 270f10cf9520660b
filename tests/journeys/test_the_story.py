"""The story: an angry mail, a confirmed read-back, a kept word, a follow-up by mail and phone, and "not yet" that opens it again.

One customer, one real browser for the desk and one for her, real SMTP in and out. Every page on the way is checked by axe at
desktop and phone width, and its picture kept in docs/pictures.
"""

from __future__ import annotations

import re
import smtplib
import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.cases.case import Case
from amends.journal.verifying import verify
from amends.people.person import Person, SignInLink
from amends.readings.reading import Reading
from tests.cast import make_cast, make_mail
from tests.journeys.browser import Eyes, act, alive, chromium, free_port, mail_to, needs_chromium, read_first
from tests.mail.servers import sink, until

#: A Tuesday within the house's hours, so that nothing in the story depends on the day it is run.
TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
HER = "okafor@example.com"
ANGRY = (
    "This is the third time I write. My table was promised for Monday, I took a day off, and nobody came.\n"
    "Nobody calls me back either. I want to know what you are going to do about it!\n\nMrs Okafor"
)


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_customer_is_carried_from_an_angry_mail_to_put_right_and_back(  # noqa: PLR0915 - one story, told in order
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    settings.MAIL_LISTEN = f"127.0.0.1:{free_port()}"
    eyes = Eyes([])
    with time_machine.travel(TUESDAY) as clock, sink() as post, chromium() as browser:
        settings.SMTP_URL = post.url
        cast = make_cast(at=TUESDAY - timedelta(days=30))
        with alive():
            desk = browser.new_context(locale="en-GB").new_page()
            sign_in(desk, live_server.url, cast.ada)
            expect(desk.get_by_role("heading", name="Today")).to_be_visible()

            # An angry mail arrives and is on Today within two seconds.
            deliver(settings.MAIL_LISTEN)
            sent = time.monotonic()
            while not desk.get_by_text("Where is my table?").count() and time.monotonic() - sent < 10:
                desk.goto(live_server.url)
            assert desk.get_by_text("Where is my table?").count(), "not on Today"
            eyes.look(desk, "today")
            assert "automatic receipt" in mail_to(post, HER, 1)

            # Her words are read before it is seen whose they are.
            desk.goto(f"{live_server.url}/cases/{Case.objects.get().reference}")
            until(Reading.objects.exists, seconds=20)
            desk.reload()
            expect(desk.get_by_text("Read what they say, then who they are")).to_be_visible()
            assert "@example.com" not in desk.content()
            eyes.look(desk, "case-untriaged")
            read_first(desk)
            eyes.look(desk, "case-new")

            # Her concerns are written down, then the answer with the read-back goes out.
            act(desk, "Note them", words="The table is not here\nNobody calls me back")
            act(
                desk,
                "Send to the customer",
                words="Dear Mrs Okafor,\n\nthank you for telling us. I am sorry that you waited in vain.",
                readback="Your table was promised for Monday, nobody came, and nobody called you back.",
            )
            letter = mail_to(post, HER, 2)
            assert "This is what we understood" in letter

            # She says yes on her page.
            hers = browser.new_context(locale="en-GB").new_page()
            page_of_hers = re.search(r"http://\S+/c/\S+", letter)
            assert page_of_hers
            hers.goto(page_of_hers[0])
            eyes.look(hers, "portal-read-back")
            hers.get_by_role("button", name="Yes, that is it").click()
            eyes.look(hers, "portal-confirmed")
            desk.goto(live_server.url)
            expect(desk.get_by_text("Mrs Okafor", exact=True)).to_be_visible()
            desk.get_by_role("link", name=re.compile("Mrs Okafor|Where is my table")).first.click()

            # Her wish, the agreement, the deed, the telling, the resolution.
            act(desk, "Record their wish", words="Bring it this week, and refund the delivery")
            desk.locator("#agreement > summary").click()
            act(
                desk,
                "Record the agreement",
                within="#agreement",
                words="It comes on Friday; 39.00 for the delivery are refunded",
            )
            act(desk, "Record the deed", words="Brought the table on Friday and refunded 39.00", meets="every one")
            clock.shift(60)
            act(desk, "Send to the customer", words="Your table is there, and 39.00 are on their way to you.")
            act(desk, "Everything is done and told: resolve")
            eyes.look(desk, "case-resolved")

            # Some days later: the mail, her answers, the call; closed as satisfied.
            clock.shift(timedelta(days=7))
            sign_in(desk, live_server.url, cast.ada)
            eyes.look(desk, "today-follow-ups")
            desk.goto(f"{live_server.url}/cases/{Case.objects.get().reference}")
            act(
                desk,
                "Send the follow-up mail",
                apology="I am sorry for the trouble this was.",
                what_went_wrong="Your table was put on the wrong lorry.",
                how_put_right="It came on Friday and the delivery was refunded.",
                not_promising="ticked",
                thanks="Thank you for your patience and your trust.",
            )
            follow_up = mail_to(post, HER, 4)
            assert "Is each of these put right?" in follow_up
            hers.goto(re.findall(r"http://\S+/c/\S+", follow_up)[-1])
            eyes.look(hers, "portal-follow-up")
            answer(hers, "right", "right")
            eyes.look(hers, "portal-answered")
            desk.reload()
            act(desk, "Record the call", words="She is glad, all is well.")
            case = Case.objects.get()
            assert (case.stage, case.ending) == ("closed", "satisfied")
            eyes.look(desk, "case-closed")

            # Two days later one of them is not right after all: it is open again, with the same owner.
            clock.shift(timedelta(days=2))
            hers.reload()
            answer(hers, "not_yet", "right")
            case.refresh_from_db()
            assert (case.stage, case.round, case.owner) == ("understood", 2, cast.ada)
            sign_in(desk, live_server.url, cast.ada)
            expect(desk.get_by_text("Mrs Okafor", exact=True)).to_be_visible()
            eyes.look(desk, "today-reopened")
    assert verify()[1] == []
    assert eyes.faults == []


def sign_in(page: Page, base: str, person: Person) -> None:
    """By a one-time link, as it is printed when a desk is set up."""
    now = datetime.now(UTC)
    secret = SignInLink.objects.make(person, expires_at=now + timedelta(minutes=15), by=person, at=now)
    page.context.clear_cookies()
    page.goto(f"{base}/in/{secret}")
    page.get_by_role("button", name=re.compile("Sign in")).click()
    page.wait_for_load_state()
    page.goto(base)


def deliver(place: str) -> None:
    """Her mail, by SMTP, as any server would hand it over."""
    host, _, port = place.partition(":")
    with smtplib.SMTP(host, int(port), timeout=10) as server:
        server.sendmail(HER, ["care@desk.example.com"], make_mail(ANGRY, at=TUESDAY))


def answer(page: Page, *said: str) -> None:
    """Her answer to each concern, in order."""
    for fold in page.locator("main details:not([open]) > summary").filter(has_text="Go through my points").all():
        fold.click()
    groups = page.locator("fieldset").filter(has=page.locator("input[type=radio]"))
    for group, value in zip(groups.all(), said, strict=True):
        group.locator(f"input[value={value}]").check()
    groups.first.locator("xpath=ancestor::form").get_by_role("button").first.click()
    page.wait_for_load_state()
