"""An admin says where a queue stands: its site, its hours, and whose rules govern the cases that come to it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.people.absence import name_deputy
from amends.people.queue import Queue, Site
from tests.cast import make_case
from tests.policy.specimens import grown_old

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django.fixtures import Settings

    from tests.cast import Cast

HOURS = 'zone: Europe/Paris\nhours:\n  mon: [["09:00", "12:00"], ["14:00", "18:00"]]\n'


@pytest.fixture
def admin(cast: Cast, client: Client) -> Client:
    client.force_login(cast.ines)
    return client


def test_only_an_admin_places_queues(cast: Cast, client: Client) -> None:
    pages = ("/queues", f"/queues/{Queue.objects.front_desk().pk}", "/sites/new")
    for person, status in ((cast.ada, 403), (cast.mira, 403), (cast.ines, 200)):
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == [status] * 3


def test_a_queue_is_put_under_a_regulators_rules_and_its_new_cases_with_it(cast: Cast, admin: Client) -> None:
    admin.post("/queues", {"name": "Super fund"})
    queue = Queue.objects.get(name="Super fund")
    assert admin.post(f"/queues/{queue.pk}", {"rules": "AU|superannuation"})["Location"] == "/queues"
    queue.refresh_from_db()
    assert (queue.jurisdiction, queue.product) == ("AU", "superannuation")
    case = make_case(at=timezone.now() - timedelta(hours=1), queue=queue)
    assert case.packs[0] == "asic-rg271@2021-10"
    assert "asic-rg271@2021-10" in admin.get("/queues").content.decode()


def test_a_site_lends_its_hours_to_a_queue(admin: Client) -> None:
    assert admin.post("/sites/new", {"name": "Lyon", "calendar": HOURS}).status_code == 302
    site, queue = Site.objects.get(), Queue.objects.front_desk()
    admin.post(f"/queues/{queue.pk}", {"site": site.pk})
    queue.refresh_from_db()
    assert queue.hours == {"zone": "Europe/Paris", "hours": {"mon": [["09:00", "12:00"], ["14:00", "18:00"]]}}
    page = admin.get(f"/sites/{site.pk}").content.decode()
    assert "zone: Europe/Paris" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (HOURS.replace("  mon", "  mun"), "Line 3: "),
        (HOURS.replace("18:00", "25:99"), "Line 3: in the calendar: hours.mon[1]"),
        ("nine to five", "Line 1: a calendar must be a table"),
        (HOURS.replace("Paris", "Parys"), "Line 1: in the calendar: "),
    ],
)
def test_hours_that_cannot_be_read_are_explained_by_their_line_and_kept(
    admin: Client, typed: str, sentence: str
) -> None:
    answer = admin.post("/sites/new", {"name": "Lyon", "calendar": typed})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert typed.split("\n", maxsplit=1)[0] in page
    assert not Site.objects.exists()


def test_a_site_is_not_taken_for_another_of_its_name(admin: Client) -> None:
    admin.post("/sites/new", {"name": "Lyon", "calendar": HOURS})
    assert admin.post("/sites/new", {"name": "Lyon", "calendar": HOURS}).status_code == 422
    assert admin.post("/queues", {"name": "Front desk"}).status_code == 422


def test_a_queue_that_one_illness_would_leave_is_warned_of(cast: Cast, admin: Client) -> None:
    assert "watches it" not in admin.get("/queues").content.decode()
    nobodys = Queue.objects.add("Returns", by=cast.ines, at=timezone.now())
    assert "nobody watches it" in admin.get("/queues").content.decode()
    nobodys.man(cast.ada, by=cast.ines, at=timezone.now())
    assert "only Ada watches it, and has no deputy" in admin.get("/queues").content.decode()
    name_deputy(cast.ada, cast.leo, by=cast.ines, at=timezone.now())
    assert "watches it" not in admin.get("/queues").content.decode()
    cast.leo.leave(by=cast.ines, at=timezone.now())
    assert "only Ada watches it, and has no deputy" in admin.get("/queues").content.decode()


def test_policy_past_the_day_it_was_to_be_looked_at_is_warned_of(
    admin: Client, tmp_path: Path, settings: Settings
) -> None:
    assert "Look at this policy again" not in admin.get("/queues").content.decode()
    settings.AMENDS_POLICY = str(grown_old(tmp_path))
    page = admin.get("/queues").content.decode()
    assert "Look at this policy again" in page
    assert "old@2020" in page
