"""A call is promised for Thursday by somebody who then falls ill: the customer hears who calls instead, and that person calls.

One real browser for the desk and one for the customer, real mail in and out. The customer's page tells the same truth all the
way, and nothing lies untouched at any moment.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline
from amends.deadlines.sweeping import sweep
from amends.journal.actors import DESK
from amends.journal.verifying import verify
from amends.people.absence import name_deputy
from amends.standins.uncovered import uncovered
from tests.cast import make_cast
from tests.journeys.browser import Eyes, act, alive, chromium, free_port, mail_to, needs_chromium, read_first
from tests.journeys.test_the_story import HER, TUESDAY, deliver, sign_in
from tests.mail.servers import sink, until

WEDNESDAY = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 5, 9, 45, tzinfo=UTC)


def nothing_lies_untouched() -> None:
    """Every open case has somebody who is here, and nothing was missed."""
    now = datetime.now(UTC)
    sweep(by=DESK, at=now)
    assert not uncovered(at=now).exists()
    assert not Deadline.objects.filter(missed_at__isnull=False).exists()


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_customer_is_called_when_we_said_by_somebody_they_were_told_of(  # noqa: PLR0915 - one story, told in order
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    settings.MAIL_LISTEN = f"127.0.0.1:{free_port()}"
    eyes = Eyes([])
    with time_machine.travel(TUESDAY) as clock, sink() as post, chromium() as browser:
        settings.SMTP_URL = post.url
        cast = make_cast(at=TUESDAY - timedelta(days=30))
        name_deputy(cast.ada, cast.leo, by=cast.ines, at=TUESDAY - timedelta(days=30))
        with alive():
            desk = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
            hers = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()

            # Ada answers, and tells Mrs Okafor that she will call her on Thursday at ten.
            deliver(settings.MAIL_LISTEN)
            until(Case.objects.exists, seconds=20)
            case = Case.objects.get()
            sign_in(desk, live_server.url, cast.ada)
            page_of_the_case = f"{live_server.url}/cases/{case.reference}"
            desk.goto(page_of_the_case)
            read_first(desk)
            act(desk, "Note them", words="The table is not here")
            act(
                desk,
                "Send to the customer",
                words="Dear Mrs Okafor,\n\nthank you for telling us. I am sorry you waited.",
            )
            letter = mail_to(post, HER, 2)
            desk.goto(f"{page_of_the_case}?calls=1")
            act(
                desk, "Put the call on the list", within="#record-calls", about="call about the table",
                phone="+44 20 7946 0000", due="2026-03-05T10:00", promised="ticked", caller=str(cast.ada.pk),
            )  # fmt: skip
            eyes.look(desk, "case-call-promised")
            link = re.search(r"http://\S+/c/\S+", letter)
            assert link
            hers.goto(link[0])
            told = hers.locator("#calls")
            expect(told).to_contain_text("Ada")
            expect(told).to_contain_text("10:00")
            eyes.look(hers, "portal-call-promised")
            nothing_lies_untouched()

            # On Wednesday Ada is ill. Leo says so with one click, and all of hers is his.
            clock.move_to(WEDNESDAY)
            sign_in(desk, live_server.url, cast.leo)
            desk.goto(f"{live_server.url}/here")
            eyes.look(desk, "who-is-here")
            desk.get_by_role("button", name="Ada is ill today").click()
            expect(desk.get_by_text("Ada is away now")).to_be_visible()
            eyes.look(desk, "who-is-here-ill")
            case.refresh_from_db()
            call = case.call_backs.get()
            assert (case.owner, call.caller) == (cast.leo, cast.leo)
            nothing_lies_untouched()

            # He reads the letter that tells her, and sends it.
            desk.goto(page_of_the_case)
            eyes.look(desk, "case-stand-in")
            desk.get_by_text("Read the letter, and send it").click()
            act(desk, "Tell them", within="#stand-in")
            letter = mail_to(post, HER, 3)
            assert "Ada is away" in letter
            assert "call about the table" in letter
            hers.reload()
            expect(hers.locator("#calls")).to_contain_text("Leo")
            expect(hers.locator("#calls")).to_contain_text("10:00")
            expect(hers.locator("main")).to_contain_text("Leo")
            eyes.look(hers, "portal-stand-in")
            nothing_lies_untouched()

            # On Thursday he calls before ten; the promise is kept, and she reads so on her page.
            clock.move_to(THURSDAY)
            sign_in(desk, live_server.url, cast.leo)
            expect(desk.get_by_role("heading", name=re.compile("Calls to make"))).to_be_visible()
            eyes.look(desk, "today-calls")
            desk.goto(page_of_the_case)
            desk.locator("#record-calls summary").filter(has_text="We spoke").click()
            act(
                desk,
                "We spoke: the call is made",
                within="#record-calls",
                words="She is glad. The table comes on Monday.",
            )
            call.refresh_from_db()
            promise = case.promises.get()
            assert (call.done_by, promise.state(at=THURSDAY), promise.kept_first) == (cast.leo, "kept", True)
            assert promise.told_in == call.message
            desk.goto(f"{live_server.url}/promises?when=past")
            expect(desk.get_by_text("call about the table")).to_be_visible()
            eyes.look(desk, "promises")
            hers.reload()
            expect(hers.locator("main")).to_contain_text("call about the table")
            eyes.look(hers, "portal-call-kept")
            nothing_lies_untouched()
    assert verify()[1] == []
    assert eyes.faults == []
