"""A repair is promised: the date that holds is explained, an earlier one is challenged with its chance, and what was said stays.

In a real browser, with JavaScript and without.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from math import exp
from statistics import NormalDist

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.journal.actors import DESK
from amends.leadtimes.proposing import propose
from amends.messages.writing import Reply, reply
from amends.promises.learning import learn
from tests.cast import SURE, Cast, make_case, make_cast
from tests.journeys.browser import Eyes, chromium, needs_chromium
from tests.journeys.test_the_story import sign_in
from tests.leadtimes.histories import learnt

TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_repair_is_promised_for_a_date_that_holds_or_with_a_reason(  # noqa: PLR0915 - one story, told in order
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    eyes, complaints = Eyes([], kept=("promise-early", "dates-that-hold")), []
    with time_machine.travel(TUESDAY), chromium() as browser:
        cast = make_cast(at=TUESDAY - 30 * DAY)
        learnt(at=TUESDAY - 80 * DAY)
        kept_before(cast)
        case = make_case(owner=cast.ada, at=TUESDAY - DAY)
        reply(case, Reply(sure=SURE, words="Thank you for telling us. I am sorry."), by=cast.ada, at=TUESDAY - DAY)
        due = propose(case, "deed", at=TUESDAY).due
        assert due is not None
        desk = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
        desk.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        sign_in(desk, live_server.url, cast.ada)
        desk.goto(f"{live_server.url}/cases/{case.reference}")

        # She is on the phone with Mrs Okafor, who wants to know when the table is repaired.
        desk.locator("#call > summary").click()
        call = desk.locator("#call form")
        call.locator("[name=words]").fill("She asks when her table is repaired. I told her Thursday.")
        call.locator("summary", has_text="Promise something in it").click()
        call.locator("[name=promise-0-words]").fill("repair the table in our workshop")
        date = call.locator(".promise-date").first
        expect(date).to_contain_text("A date that holds:")
        expect(date).to_contain_text(re.compile(r"of the last \d+ cases like yours, about 90 in 100 took no longer"))
        date.get_by_text("How it was worked out").click()
        expect(date).to_contain_text(re.compile(r"n=\d+, .*probability 90%, level \d"))
        eyes.look(desk, "promise-date", "#call .promise-row")

        # Thursday would please her. The page says what that is worth before anything is saved, and asks why.
        early = f"{TUESDAY + 2 * DAY:%Y-%m-%d}T12:00"
        call.locator("[name=promise-0-due]").fill(early)
        expect(date).to_contain_text(re.compile(r"Thu 5 Mar 12:00 would be kept about \d+ times in 100"))
        expect(date).to_contain_text("90 in 100 are asked for, because a broken date costs more")
        eyes.look(desk, "promise-early", "#call .promise-row")

        # Without a reason it is not put on record, and nothing that was typed is lost.
        call.get_by_role("button", name="Put on record").click()
        desk.wait_for_load_state()
        again = desk.locator(".next-refused")
        expect(again).to_contain_text("Say why this date is promised all the same")
        expect(again.locator("[name=promise-0-words]")).to_have_value("repair the table in our workshop")
        assert not case.promises.exists()

        # The date that holds is one press away.
        again.get_by_role("button", name="Take this date").click()
        expect(again.locator("[name=promise-0-due]")).to_have_value(f"{due:%Y-%m-%dT%H:%M}")
        expect(again.locator(".promise-date").first).to_contain_text("taken")
        again.get_by_role("button", name="Put on record").click()
        desk.wait_for_load_state()
        held = case.promises.select_related("quoted").get()
        assert (held.first_due_at, held.quoted.hurried) == (due, "")

        # Another thing is hurried, with a reason; its chance stays on record for everybody to see.
        hurry(desk, early)
        record = desk.locator("#record-promises")
        expect(record).to_contain_text(
            re.compile(r"kept about \d+ times in 100; promised all the same: the van goes there")
        )
        second = case.promises.select_related("quoted").latest("pk")
        assert second.quoted.chance is not None
        assert 0 < second.quoted.chance < 0.9

        # The same without JavaScript.
        plain = browser.new_context(locale="en-GB", timezone_id="Europe/London", java_script_enabled=False).new_page()
        sign_in(plain, live_server.url, cast.ada)
        plain.goto(f"{live_server.url}/cases/{case.reference}")
        form = plain.locator("#promise form")
        plain.locator("#promise > summary").click()
        expect(form).to_contain_text("A date that holds:")
        form.locator("[name=words]").fill("send the fabric")
        form.locator("[name=due]").fill(early)
        form.get_by_role("button", name="Promise it").click()
        refused = plain.locator(".next-refused")
        expect(refused).to_contain_text(re.compile(r"would be kept about \d+ times in 100"))
        refused.locator("[name=hurried]").fill("the customer asked for it")
        refused.get_by_role("button", name="Promise it").click()
        assert case.promises.count() == 3

        desk.goto(f"{live_server.url}/promises/dates")
        expect(desk.locator("main")).to_contain_text("gives dates")
        eyes.look(desk, "dates-that-hold")
    assert [said for said in complaints if "422" not in said] == []
    assert eyes.faults == []


def kept_before(cast: Cast) -> None:
    """Thirty repairs promised in the last weeks, each for the date that holds, and done as fast as such repairs are."""
    case = make_case(name="Mr Lund", email="lund@example.com", owner=cast.leo, at=TUESDAY - 80 * DAY)
    for number in range(30):
        at = TUESDAY - (75 - 2 * number) * DAY
        due = propose(case, "deed", at=at).due
        assert due is not None
        promise = case.promises.make("Repair", due=due, by=cast.leo, at=at)
        took = 5 * exp(0.6 * NormalDist().inv_cdf(((number * 7) % 30 + 0.5) / 30))
        if at + took * DAY < TUESDAY:
            promise.keep(evidence="seen", by=cast.leo, at=at + took * DAY)
    learn(by=DESK, at=TUESDAY)


def hurry(desk: Page, due: str) -> None:
    """Promise something for that early time, in the form of the record, with a reason."""
    desk.locator("#promise > summary").click()
    form = desk.locator("#promise form")
    form.locator("[name=words]").fill("bring a spare table")
    form.locator("[name=due]").fill(due)
    form.locator("[name=hurried]").fill("the van goes there anyway")
    form.get_by_role("button", name="Promise it").click()
    desk.wait_for_load_state()
