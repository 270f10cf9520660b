"""A lesson that holds: from three complaints to a theme, a problem, a cause and a change, which comes back once before we may say so.

A real browser, the desk's own hours of work as its worker does them, half a year on a clock that is moved.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.cases.case import Case
from amends.causes.action import CorrectiveAction, State
from amends.causes.tracing import Tracing
from amends.concerns.fact import About
from amends.followups.followup import FollowUp
from amends.followups.resolving import resolve
from amends.journal.verifying import verify
from amends.messages.message import Message
from amends.messages.writing import Reply, record_conversation, reply
from amends.problems.problem import Problem
from amends.readings.reading import Reading
from amends.worker.lessons import judge_changes, look_for_themes
from tests.cast import SURE, Cast, make_case, make_cast
from tests.journeys.browser import Eyes, chromium, needs_chromium
from tests.journeys.test_the_story import TUESDAY, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
CAUSE = "address or label wrong"
TOLD = (
    "The box with my lamp came back to you because the label had peeled off. I waited at home all day for it.",
    "The courier says your parcel has no address on it any more. The label must have come off in the rain.",
    "My order was sent back: no label was on the parcel when it reached the depot. What do I do now?",
)


def usual(cast: Cast, number: int, at: datetime) -> None:
    """One of the complaints that always come, and why."""
    case = make_case(
        email=f"u{number}@example.com", name=f"Customer {number}", at=at, words=f"The legs of chair {number} wobble."
    )
    Reading.objects.keep(case.messages.theirs(), at=at)
    Tracing.objects.trace(case, "not checked before it left", by=cast.ada, at=at)


def peeled(cast: Cast, number: int, at: datetime) -> Case:
    """One more label that peeled off; Ada writes down why, as she does on every case."""
    case = make_case(
        email=f"l{number}@example.com", name=f"Mrs Bell {number}", owner=cast.ada, at=at, words=TOLD[number % 3],
        subject="My parcel came back to you",
    )  # fmt: skip
    Reading.objects.keep(case.messages.theirs(), at=at)
    Tracing.objects.trace(case, CAUSE, words="the label lies in the van", by=cast.ada, at=at)
    return case


def put_right(cast: Cast, case: Case, at: datetime) -> Case:
    """The first of them gets her lamp, as her case ends well."""
    reply(case, Reply(sure=SURE, words="Sorry, and thank you.", readback="The label came off."), by=cast.ada, at=at)
    concern = case.concerns.note("The lamp never came", by=cast.ada, at=at)
    case.facts.note("The label peeled off in the rain", about=About.WHAT, by=cast.ada, at=at)
    held = case.rounds.current()
    held.confirm("phone", by=cast.ada, at=at)
    held.tell_wish("Send it again", "phone", by=cast.ada, at=at)
    held.agree("It goes out again", "phone", by=cast.ada, at=at)
    case.refresh_from_db()
    concern.address(case.acts.do("We sent the lamp again and it arrived", by=cast.ada, at=at), by=cast.ada, at=at)
    record_conversation(case, "It is there.", by=cast.ada, at=at + HOUR)
    case.refresh_from_db()
    resolve(case, by=cast.ada, at=at + HOUR)
    return case


def visit(browser: Browser, base: str, person: object) -> Page:
    """Somebody signs in, on the clock as it stands."""
    page = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
    sign_in(page, base, person)  # type: ignore[arg-type]
    return page


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_three_complaints_change_how_we_work_and_only_what_worked_is_promised(
    live_server: LiveServer, settings: Settings
) -> None:
    settings.BASE_URL = live_server.url
    base, eyes = live_server.url, Eyes([], kept=("theme", "mirror"))
    with time_machine.travel(TUESDAY) as clock, chromium() as browser:
        cast = make_cast(at=TUESDAY - 100 * DAY)
        for n in range(16):
            usual(cast, n, TUESDAY - 8 * WEEK + n * 3.5 * DAY)

        # Three labels peel off in one morning. The hourly look tells it, once.
        cases = [peeled(cast, n, TUESDAY - 3 * HOUR + n * HOUR) for n in range(3)]
        look_for_themes(0)
        leo = visit(browser, base, cast.leo)
        leo.goto(f"{base}/lessons")
        leo.get_by_role("link", name=re.compile("address or label wrong")).first.click()
        expect(leo.get_by_text("3 came where hardly any were expected")).to_be_visible()
        eyes.look(leo, "theme")
        leo.get_by_role("button", name=re.compile("It is a problem")).click()
        problem = Problem.objects.get()
        assert sorted(problem.affected.values_list("case", flat=True)) == [case.pk for case in cases]

        # Why, who changes it, and by when: on the page of the problem.
        fill(leo, "This is why", cause_of=CAUSE, shows="the labels lie in the van")
        due = (TUESDAY + 5 * DAY).strftime("%Y-%m-%dT%H:%M")
        fill(leo, "It is theirs, by then", words="A stronger glue", cause_of=CAUSE, who=str(cast.mira.pk), due=due)
        action = CorrectiveAction.objects.get()
        eyes.look(leo, "problem-with-a-cause")

        # It is done, and watched for four weeks; but the labels go on peeling off, and it comes back to Mira.
        for n in range(3, 8):
            peeled(cast, n, TUESDAY + n * DAY)
        finish(browser, clock, base, cast, action, TUESDAY + 10 * DAY, "A stronger glue")
        for n in range(8, 16):
            peeled(cast, n, TUESDAY + 12 * DAY + (n - 8) * 3 * DAY)
        clock.move_to(TUESDAY + 10 * DAY + 4 * WEEK + HOUR)
        judge_changes(0)
        action.refresh_from_db()
        assert (action.state, action.returned, action.owner) == (State.OPEN, 1, cast.mira)
        follow_up_says_nothing(cast, put_right(cast, cases[0], datetime.now(UTC)))

        # She changes something else. Four weeks without one: it is shown to have worked.
        again = TUESDAY + 10 * DAY + 4 * WEEK + 2 * DAY
        finish(browser, clock, base, cast, action, again, "Addresses are printed on the box itself")
        for n in range(16, 24):
            usual(cast, n, again + (n - 16) * 3 * DAY)
        clock.move_to(again + 4 * WEEK + HOUR)
        judge_changes(0)
        action.refresh_from_db()
        assert (action.state, action.came_after) == (State.PROVEN, 0)

        # Only now the follow-up says it, in the words of the record; the coach lets it pass.
        ada = visit(browser, base, cast.ada)
        ada.goto(f"{base}/cases/{cases[0].reference}")
        parts = ada.locator("form").filter(has=ada.locator("[name=recurrence]")).first
        said = parts.locator("[name=recurrence]").input_value()
        assert said.startswith(
            "What we changed so that it stops: Addresses are printed on the box itself, since 12 April."
        )
        parts.get_by_role("button", name="Send the follow-up mail").click()
        ada.wait_for_load_state()
        assert "it did not come again" in Message.objects.filter(case=cases[0], purpose="follow_up").get().text

        # The manager reads who stayed, why no more may be said, and why it happened; the mirror stands beside it.
        mira = visit(browser, base, cast.mira)
        read_who_stayed(mira, base, eyes)
        look_in_the_mirror(mira, base)
        look_round(mira, base, action, eyes)
        greet_her_again(ada, base, cast, eyes)
        assert verify()[1] == []
    assert eyes.faults == []


def fill(page: Page, button: str, **typed: str) -> None:
    """One form of the problem, by its button; its fold is opened first."""
    form = (
        page.locator("form").filter(has=page.get_by_role("button", name=button, exact=True, include_hidden=True)).first
    )
    fold = form.locator("xpath=ancestor::details[not(@open)]/summary")
    if fold.count():
        fold.first.click()
    for name, value in typed.items():
        field = form.locator(f"[name={name}]")
        (field.select_option if field.evaluate("e => e.tagName") == "SELECT" else field.fill)(value)
    form.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    assert not page.locator("[role=alert], .field-errors").count()


def finish(
    browser: Browser, clock: time_machine.Traveller, base: str, cast: Cast, action: CorrectiveAction, at: datetime, words: str
) -> None:  # fmt: skip
    """Mira says what shows that it is done, and it is watched from then on."""
    clock.move_to(at)
    mira = visit(browser, base, cast.mira)
    mira.goto(f"{base}/lessons/actions/{action.pk}")
    fill(mira, "Done: watch it", words=words, evidence="seen in the packing room", weeks="4")
    expect(mira.get_by_text("It is judged once, when the window ends")).to_be_visible()
    mira.context.close()


def follow_up_says_nothing(cast: Cast, case: Case) -> None:
    """While it is not proven, the suggested follow-up leaves its fourth part to a person."""
    from amends.causes.watching import fix_for  # noqa: PLC0415 - only here
    from amends.followups.suggesting import suggested  # noqa: PLC0415

    assert FollowUp.objects.filter(case=case, kind="mail", done_at=None).exists()
    assert suggested(case, facts=[], concerns=[], acts=[], fix=fix_for(case)).recurrence == ""
    assert cast.ada.pk == case.owner_id


def read_who_stayed(page: Page, base: str, eyes: Eyes) -> None:
    """Too few to say whom we keep, and the page says so; the cause stands there with what was changed and that it held."""
    page.goto(f"{base}/reports")
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("not enough data")
    expect(page.locator("main")).to_contain_text("Not causal")
    expect(page.locator("section[aria-labelledby=why]")).to_contain_text("shown to have worked")
    eyes.look(page, "report-with-a-cause")


def look_in_the_mirror(page: Page, base: str) -> None:
    """Mira begins it and answers for the management."""
    page.goto(f"{base}/mirror")
    page.get_by_role("button", name="Hold it up").click()
    page.get_by_label("Management").check()
    for n in range(1, 29):
        page.locator(f"#item{n}-{3 if n % 3 else 'none'}").check()
    page.get_by_role("button", name="Keep my answers").click()
    expect(page.get_by_text("Your answers are kept")).to_be_visible()


def look_round(page: Page, base: str, action: CorrectiveAction, eyes: Eyes) -> None:
    """Every page of what we learn is fit to be seen."""
    for name, path in (
        ("lessons", "/lessons"), ("actions", "/lessons/actions"), ("action", f"/lessons/actions/{action.pk}"),
        ("mirror", "/mirror"), ("drills", "/drills"), ("load", "/load"), ("review", "/review"),
    ):  # fmt: skip
        page.goto(base + path)
        eyes.look(page, name)


def greet_her_again(page: Page, base: str, cast: Cast, eyes: Eyes) -> None:
    """The first of them is let down once more: whoever opens the case reads that before anything else."""
    again = make_case(
        email="l0@example.com", owner=cast.ada, at=datetime.now(UTC), words="And now the shade is cracked."
    )
    page.goto(f"{base}/cases/{again.reference}")
    expect(page.get_by_role("heading", name="This is their second failure within a year")).to_be_visible()
    eyes.look(page, "case-again")
