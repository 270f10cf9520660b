"""Practice and saved replies by keys alone, fit to be seen at both widths; care is asked for on the case."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.consents.consent import Consent
from amends.practice import complaints
from amends.readings.reading import Reading
from amends.rehearsals.rehearsal import Rehearsal
from amends.savedreplies.savedreply import SavedReply
from tests.cast import make_case, make_cast
from tests.journeys.browser import Eyes, act, chromium, needs_chromium
from tests.journeys.test_the_story import TUESDAY, sign_in

STOCK = "Thank you for your letter. We will get back to you."
KEPT = "Dear {name},\n\nI have your order {order} beside me and will write to you again on Friday at noon.\n\n{me}"


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_whoever_practises_gets_there_by_keys_and_sees_what_a_good_answer_has(  # noqa: PLR0915 - one story, told in order
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    eyes = Eyes([])
    with time_machine.travel(TUESDAY), chromium() as browser:
        cast = make_cast(at=TUESDAY - timedelta(days=30))
        case = make_case(
            at=TUESDAY,
            owner=cast.ada,
            words="My bed never came. I am in hospital with my hip and cannot manage the stairs.",
        )
        (reading,) = Reading.objects.keep(case.messages.theirs(), at=TUESDAY)
        reading.confirm(by=cast.ada, at=TUESDAY)
        page = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
        said: list[str] = []
        page.on(
            "console", lambda line: said.append(line.text) if line.type == "error" and "422" not in line.text else None
        )
        sign_in(page, live_server.url, cast.ada)

        # She practises: g r, down to a complaint, Enter; answers it twice, the second time whole.
        page.keyboard.press("g")
        page.keyboard.press("r")
        expect(page.get_by_role("heading", name="Practice", exact=True)).to_be_visible()
        page.wait_for_load_state()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/practice/complaints/*")
        answer = page.locator("textarea[name=words]")
        for words in (STOCK, complaints()[0].answer):
            page.wait_for_load_state()
            answer.fill(words)
            answer.press("Control+Enter")
            expect(page.get_by_text("One good answer, and not the only one")).to_be_visible()
            page.wait_for_load_state()
            eyes.look(page, "practice-answered" if words == STOCK else "practice-whole")
        assert [row.whole for row in Rehearsal.objects.order_by("pk")] == [False, True]
        page.goto(f"{live_server.url}/practice")
        page.get_by_role("button", name="Let leads see it").click()
        eyes.look(page, "practice")

        # A saved reply is held back, then saved; and put into the composer of a case, where a blank stays that nothing fills.
        page.goto(f"{live_server.url}/saved-replies/new")
        page.locator("#saved-title").fill("We have it")
        page.locator("#saved-stage").select_option("update")
        page.locator("#saved-words").fill("We apologise for any inconvenience.")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("The coach holds this back")).to_be_visible()
        eyes.look(page, "saved-reply-held")
        page.locator("#saved-words").fill(KEPT)
        page.get_by_role("button", name="Save").click()
        eyes.look(page, "saved-replies")
        page.goto(f"{live_server.url}/cases/{case.reference}")
        eyes.look(page, "case-care")
        page.keyboard.press("r")
        composer = page.locator("form.composer").first
        composer.get_by_text("Put in a saved reply").click()
        composer.get_by_label("Saved reply").select_option(str(SavedReply.objects.get().pk))
        composer.get_by_role("button", name="Put it in").click()
        expect(page.get_by_text("Nothing on record fills {order}")).to_be_visible()
        assert (
            "Dear Mrs Okafor,\n\nI have your order {order}"
            in page.locator("form.composer textarea").first.input_value()
        )
        eyes.look(page, "case-put-in")

        # She asked on the phone, and heard a yes.
        page.goto(f"{live_server.url}/cases/{case.reference}")
        page.locator("#care").get_by_text("They answered").click()
        act(
            page, "Put their answer on record", within="#care", answer="yes", said="Yes, do note that", via="phone",
            words="Write, do not ring in the mornings",
        )  # fmt: skip
        expect(page.locator("#care")).to_contain_text("Write, do not ring in the mornings")
        assert Consent.objects.get().yes

        # Leo sees how far she is, and not her words.
        sign_in(page, live_server.url, cast.leo)
        page.goto(f"{live_server.url}/practice/people")
        expect(page.get_by_role("heading", name="Ada")).to_be_visible()
        eyes.look(page, "practice-people")
    assert said == []
    assert eyes.faults == []
