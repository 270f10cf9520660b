"""Every page of the desk, with the sample desk on it, as a person would look at it: axe, both widths, nothing refused by the CSP."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from amends.cases.case import Case
from amends.cases.portal import PortalLink
from amends.customers.customer import Customer
from amends.people.person import Person, SignInLink
from amends.sample import loading
from tests.journeys.browser import Eyes, chromium, needs_chromium

PAGES = {
    "desk-today": "/?who=everybody",
    "desk-promises": "/promises?whose=everybody",
    "desk-here": "/here",
    "desk-approvals": "/approvals",
    "desk-catalogue": "/catalogue",
    "desk-new-remedy": "/catalogue/new",
    "desk-spend": "/spend",
    "desk-problems": "/problems",
    "desk-problem-new": "/problems/new",
    "desk-safety": "/safety",
    "desk-search": "/search?q=sofa",
    "desk-customers": "/customers",
    "desk-new-case": "/cases/new",
    "desk-kept-mail": "/kept-mail",
    "desk-reports": "/reports",
    "desk-costs": "/reports/costs",
    "desk-fairness": "/reports/fairness",
    "desk-experiments": "/experiments",
    "desk-experiment-new": "/experiments/new",
    "desk-lost-and-won": "/win-backs",
    "desk-people": "/people",
    "desk-profile": "/profile",
    "desk-practice": "/practice",
    "desk-practice-people": "/practice/people",
    "desk-practice-coach": "/practice/coach",
    "desk-saved-replies": "/saved-replies",
    "desk-lessons": "/lessons",
    "desk-changes": "/lessons/actions",
    "desk-work": "/how-we-work",
    "desk-open-cases": "/open",
    "desk-key-customers": "/customers/key",
    "desk-silent-customers": "/lessons/silent",
    "desk-solved": "/lessons/solved",
    "desk-mirror": "/mirror",
    "desk-drills": "/drills",
    "desk-load": "/load",
    "desk-review": "/review",
    "pieces": "/pieces",
}


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_sample_desk_is_fit_to_be_seen(live_server: LiveServer, settings: Settings) -> None:
    settings.BASE_URL = live_server.url
    now = datetime.now(UTC)
    loading.load(at=now)
    eyes, complaints = Eyes([], kept=("desk-today", "desk-case-acting", "desk-new-case", "complain")), []
    with chromium() as browser:
        page = browser.new_context(locale="en-GB").new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(f"{live_server.url}/account/login/")
        eyes.look(page, "sign-in")
        come_in(page, live_server.url, now)
        for name, path in (PAGES | cases() | {"desk-customer": f"/customers/{Customer.objects.first().pk}"}).items():  # type: ignore[union-attr]
            answer = page.goto(live_server.url + path)
            assert answer is not None
            assert answer.status == 200, path
            assert "unsafe" not in answer.headers["content-security-policy"], path
            eyes.look(page, name)
        page.goto(live_server.url)
        page.keyboard.press("?")
        eyes.look(page, "keyboard")
        for name, path in portal(now).items():
            page.goto(live_server.url + path)
            eyes.look(page, name)
    assert complaints == []
    assert eyes.faults == []


def come_in(page: Page, base: str, now: datetime) -> None:
    """As the admin, by a one-time link."""
    admin = Person.objects.get(role="admin")
    secret = SignInLink.objects.make(admin, expires_at=now + timedelta(minutes=15), by=admin, at=now)
    page.goto(f"{base}/in/{secret}")
    page.get_by_role("button", name=re.compile("Sign in")).click()
    page.wait_for_load_state()


def cases() -> dict[str, str]:
    """One case of each stage and ending."""
    found = {}
    for stage, ending in Case.objects.values_list("stage", "ending").distinct().order_by("stage", "ending"):
        case = Case.objects.filter(stage=stage, ending=ending).order_by("pk")[0]
        found[f"desk-case-{stage}{'-' + ending if ending else ''}"] = f"/cases/{case.reference}"
    return found


def portal(now: datetime) -> dict[str, str]:
    """The form for complaints, and a customer's page at each stage."""
    found = {"complain": "/complain"}
    for stage in Case.objects.values_list("stage", flat=True).distinct().order_by("stage"):
        case = Case.objects.filter(stage=stage).order_by("pk")[0]
        link = PortalLink.objects.give([case], at=now)[case.pk]
        found[f"customer-{stage}"] = f"/c/{link.token}"
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/login/", "/complain", "/c/nothing", "/nowhere"])
def test_no_page_allows_what_is_not_ours(path: str, client: Client) -> None:
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
