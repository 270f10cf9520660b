"""Saying that two are one, in a real browser: it fits, everybody can use it, and it works with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from amends.cases.case import Case
from amends.customers.customer import Customer
from amends.messages.writing import Reply, reply
from tests.cast import DAY, HOUR, SURE, make_case, make_cast
from tests.journeys.browser import chromium, needs_chromium
from tests.journeys.looking import faults_wide_and_narrow

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), needs_chromium]


def test_two_customers_and_then_their_two_cases_become_one(transactional_db: None, live_server: LiveServer) -> None:
    cache.clear()
    now = timezone.now()
    ada = make_cast(at=now - 30 * DAY).ada
    old = make_case(at=now - 3 * DAY, owner=ada)
    reply(
        old,
        Reply(sure=SURE, words="Thank you for telling us, Mrs Okafor. I am sorry."),
        by=ada,
        at=now - 3 * DAY + HOUR,
    )
    again = make_case(
        at=now - DAY, words="Still no table!", subject="The table again", name="Ngozi Okafor", email="ngozi@example.com"
    )
    again.promises.make("a call about it", due=now + DAY, by=ada, at=now - DAY)
    pks = again.customer_id, old.customer_id
    client = Client()
    client.force_login(ada)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    with chromium() as browser:
        context = browser.new_context(locale="en-GB")
        context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(f"{live_server.url}/customers/{pks[0]}")
        page.get_by_role("link", name="This is the same person as another customer").press("Enter")
        page.wait_for_url("**/merging")
        page.get_by_label("Name, address or number").fill("okafor")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Mrs Okafor").wait_for()
        faults = faults_wide_and_narrow(page, "customer-same-found")
        page.get_by_role("link", name="Mrs Okafor").press("Enter")
        page.get_by_role("heading", name="What moves to Mrs Okafor").wait_for()
        faults += faults_wide_and_narrow(page, "customer-same")
        page.get_by_role("button", name="They are one person").press("Enter")
        page.wait_for_url(f"{live_server.url}/customers/{pks[1]}")
        faults += faults_wide_and_narrow(page, "customer-one")
        page.goto(f"{live_server.url}/cases/{again.reference}")
        page.get_by_role("link", name="or say that it is the same as another").press("Enter")
        page.locator("summary", has_text="This is the same as another case").press("Enter")
        faults += faults_wide_and_narrow(page, "case-same")
        page.get_by_label(f"Where is my table? ({old.reference}, listening)").press("Space")
        page.get_by_role("button", name="They are one case").press("Enter")
        page.wait_for_url(f"{live_server.url}/cases/{old.reference}")
        faults += faults_wide_and_narrow(page, "case-one")
        page.goto(f"{live_server.url}/cases/{again.reference}")
        faults += faults_wide_and_narrow(page, "case-merged")
        page.get_by_role("link", name=f"Open {old.reference}").press("Enter")
        page.wait_for_url(f"{live_server.url}/cases/{old.reference}")
        context.close()
    assert faults == []
    assert Customer.objects.standing().count() == 1
    assert Case.objects.open().get() == old
