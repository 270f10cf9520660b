"""Mail that could not be read is kept whole; a person sees it as text, opens a case from it, or sets it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.arrivals.arrival import Arrival, Outcome
from amends.cases.case import Case
from amends.journal.entry import Entry
from tests.cast import MORNING

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

RAW = b"From: =?utf-8?q?Ngozi?= <okafor@example.com>\r\nSubject: Where?\r\n\r\n<script>alert(1)</script> caf\xe9 \x00\x1b[31m"
TYPED = {"name": "Ngozi", "email": "okafor@example.com", "subject": "Where?", "words": "Where is my table?"}


@pytest.fixture
def kept(cast: Cast, client: Client) -> Arrival:
    client.force_login(cast.ada)
    arrival = Arrival.objects.store(RAW, way="smtp", at=MORNING)
    arrival.outcome, arrival.because, arrival.read_at = Outcome.QUARANTINED, "its header is broken", MORNING
    arrival.save()
    return arrival


def test_the_menu_names_kept_mail_only_while_some_waits(cast: Cast, client: Client, kept: Arrival) -> None:
    assert 'Kept mail <span class="nav-count">1</span>' in client.get("/").content.decode()
    kept.set_aside(because="an advertisement", by=cast.ada, at=MORNING)
    assert "nav-count" not in client.get("/").content.decode()


def test_a_kept_mail_is_shown_as_text_and_nothing_in_it_runs(client: Client, kept: Arrival) -> None:
    page = client.get(f"/kept-mail/{kept.pk}").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; caf\N{REPLACEMENT CHARACTER}" in page
    assert "<script>alert" not in page
    assert "\x1b" not in page
    assert 'value="okafor@example.com"' in page
    assert 'value="Ngozi"' in page


def test_the_saved_mail_is_what_came_and_no_browser_shows_it(client: Client, kept: Arrival) -> None:
    answer = client.get(f"/kept-mail/{kept.pk}/raw")
    assert answer.content == RAW
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == f'attachment; filename="kept-{kept.digest[:12]}.eml"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_case_is_opened_from_it_with_the_clock_of_its_arrival(cast: Cast, client: Client, kept: Arrival) -> None:
    answer = client.post(f"/kept-mail/{kept.pk}/case", TYPED)
    case = Case.objects.get()
    kept.refresh_from_db()
    assert answer["Location"] == f"/cases/{case.reference}"
    assert (case.owner, case.received_at, case.customer.name) == (cast.ada, MORNING, "Ngozi")
    assert (kept.case, kept.looked_at_by) == (case, cast.ada)
    assert case.messages.get().arrival == kept
    assert [entry.deed for entry in Entry.objects.filter(chain=case.pk)] == ["case.opened", "arrival.released"]


def test_two_who_open_a_case_from_one_mail_open_one(client: Client, kept: Arrival) -> None:
    client.post(f"/kept-mail/{kept.pk}/case", TYPED)
    assert client.post(f"/kept-mail/{kept.pk}/case", TYPED).status_code == 404
    assert Case.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(client: Client, kept: Arrival) -> None:
    page = client.post(f"/kept-mail/{kept.pk}/case", {**TYPED, "email": "none"})
    assert page.status_code == 422
    assert "Where is my table?" in page.content.decode()
    assert Case.objects.count() == 0


def test_a_mail_is_set_aside_with_a_reason(cast: Cast, client: Client, kept: Arrival) -> None:
    assert client.post(f"/kept-mail/{kept.pk}/setting-aside", {"because": ""}).status_code == 422
    assert client.post(f"/kept-mail/{kept.pk}/setting-aside", {"because": "spam"})["Location"] == "/kept-mail"
    kept.refresh_from_db()
    assert (kept.because, kept.looked_at_by, bytes(kept.raw)) == ("spam", cast.ada, RAW)


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"\x00" * 50, b"From: =?x?q?y?=\n\n", b"From: \xff<\n", b"\xff" * 200_000]
)
def test_any_bytes_at_all_can_be_looked_at(client: Client, kept: Arrival, raw: bytes) -> None:
    Arrival.objects.filter(pk=kept.pk).update(raw=raw, size=len(raw))
    assert client.get(f"/kept-mail/{kept.pk}").status_code == 200
