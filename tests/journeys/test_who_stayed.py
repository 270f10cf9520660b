"""The manager reads who stayed: a desk with customers who stay, leave and come back, an experiment, and the pages by eye."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.cases.case import Case
from amends.experiments.experiment import Experiment
from amends.intake.opening import Complaint, open_cases
from amends.journal.actors import DESK
from amends.outcomes.noting import Told, note_all
from amends.outcomes.settling import settle
from amends.people.person import Person, SignInLink
from amends.reports.money import Costs
from tests.cast import make_cast
from tests.journeys.browser import Eyes, chromium, needs_chromium

if TYPE_CHECKING:
    from datetime import datetime

    from pytest_django.fixtures import Settings
    from pytest_django.live_server_helper import LiveServer

NAMES = ("Ada Obi", "Ben Shah", "Cleo Marsh", "Dev Patel", "Eva Lind", "Femi Ade", "Gia Russo", "Hal Burke")


@needs_chromium
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_manager_reads_who_stayed_and_why_no_more_may_be_said(live_server: LiveServer, settings: Settings) -> None:
    settings.BASE_URL = live_server.url
    now = timezone.now()
    cast = make_cast(at=now - timedelta(days=500))
    customers(now)
    Costs.objects.note(
        begins=(now - timedelta(days=90)).date(), ends=now.date(), currency="GBP", by=cast.mira, at=now, acquisition=Decimal(52000),
        new_customers=104, service=Decimal(21000), recovery=Decimal(4300), retention=Decimal(2700), kept_customers=1900,
        margin=Decimal(140),
    )  # fmt: skip
    half = Decimal("0.5")
    row = Experiment.objects.register(
        "Cheapest first", hypothesis="What costs us least, first, keeps as many.", place="menu",
        arms={"as proposed": half, "cheapest first": half}, days=90, margin=Decimal("0.05"), planned=400,
        stops="When 400 of each arm are known, or harm is seen.", by=cast.mira, at=now,
    )  # fmt: skip
    row.begin(by=cast.mira, at=now)
    eyes = Eyes([], kept=("report",))
    with chromium() as browser:
        page = browser.new_context(locale="en-GB").new_page()
        secret = SignInLink.objects.make(
            Person.objects.get(pk=cast.mira.pk), expires_at=now + timedelta(minutes=15), by=cast.mira, at=now
        )
        page.goto(f"{live_server.url}/in/{secret}")
        page.get_by_role("button", name="Sign in").first.click()
        page.wait_for_load_state()
        page.goto(f"{live_server.url}/reports")
        words = page.inner_text("main")
        assert words.index("Kept after 90 days") < words.index("Our word") < words.index("Lost customers, by name")
        assert "Nobody drew lots" in words
        assert "gave notice" in words
        eyes.look(page, "report")
        page.goto(f"{live_server.url}/experiments?days=90&points=5&arms=2&base=70")
        assert "you would need" in page.inner_text("main")
        eyes.look(page, "experiments")
        page.goto(f"{live_server.url}/experiments/{row.pk}")
        assert "not enough data" in page.inner_text("main")
        eyes.look(page, "experiment")
        page.goto(f"{live_server.url}/win-backs")
        page.get_by_text("Ask them back").first.click()
        eyes.look(page, "lost-and-won")
    assert eyes.faults == []


def customers(now: datetime) -> None:
    """Eighty customers, of whom every third gives notice sooner or later, in their own words."""
    begun = now - timedelta(days=370)
    complaints, told = [], []
    for n in range(80):
        email, at = f"p{n}@example.com", begun + timedelta(days=n % 40)
        name = f"{NAMES[n % len(NAMES)]}{'' if n < len(NAMES) else ' ' + str(n)}"
        complaints.append(
            Complaint(
                words="It is lost", subject="Where is it?", channel="email", received_at=at, email=email, name=name
            )
        )
        told.append(Told(kind="contract", at=begun - timedelta(days=90), source_id=f"c{n}", email=email))
        if n % 3 == 0:
            gone = now - timedelta(days=20 + 4 * n % 340)
            said = ("Nobody rang back.", "It went wrong twice.", "")[n % 2]
            told.append(Told(kind="cancellation", at=gone, source_id=f"g{n}", email=email, reason=said))
        if n % 11 == 0:
            told.append(
                Told(
                    kind="praise",
                    at=now - timedelta(days=60),
                    source_id=f"p{n}",
                    email=email,
                    evidence="a review, 4 May",
                )
            )
    for case in open_cases(complaints, by=None, at=now - timedelta(days=330)):
        Case.objects.filter(pk=case.pk).update(
            stage="closed", ending="satisfied" if case.pk % 4 else "unconfirmed", closed_at=case.received_at + timedelta(days=9),
            waiting_since=None,
        )  # fmt: skip
    Case.objects.filter(pk__in=Case.objects.order_by("-pk").values("pk")[:3]).update(closed_at=now - timedelta(days=3))
    lately = Complaint(
        words="It is late", channel="form", received_at=now - timedelta(days=9), name="Ivy", email="ivy@example.com"
    )
    open_cases([lately] * 3, by=None, at=now)
    note_all(told, source="billing", by=DESK, at=now)
    while settle(by=DESK, at=now).more:
        pass
