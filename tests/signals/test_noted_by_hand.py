"""Somebody of ours sees a bad review or a low score elsewhere, and notes it: by a form, at the console, or over the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.cases.case import Case
from amends.signals.signal import Signal
from tests.api.conftest import program
from tests.cast import DAY, Cast
from tests.cli.console import amends

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.api.conftest import Program

__all__ = ["program"]
pytestmark = pytest.mark.django_db
REVIEW = {"sign": "review", "words": "Never again.", "source": "a review site", "source_id": "/r/7"}


def test_a_form_opens_a_case_with_a_first_contact_due_and_the_same_review_opens_one(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    assert "Note a bad review" in client.get("/problems").content.decode()
    seen = timezone.localtime(timezone.now() - DAY).strftime("%Y-%m-%dT%H:%M")
    for _ in range(2):
        answer = client.post("/signals/new", {**REVIEW, "email": "ann@example.com", "seen_at": seen})
    case = Case.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/cases/{case.reference}")
    assert (case.origin, case.channel, case.signal.sign) == ("signal", "form", "review")
    assert (timezone.now() - case.signal.seen_at).days == 1
    assert case.deadlines.filter(kind="first_answer", met_at=None).exists()


def test_a_sign_of_nobody_or_of_tomorrow_is_shown_back_with_what_was_typed(cast: Cast, client: Client) -> None:
    client.force_login(cast.ada)
    nobody = client.post("/signals/new", REVIEW)
    assert (nobody.status_code, "Never again." in nobody.content.decode()) == (422, True)
    assert "Say how they are reached" in nobody.content.decode()
    tomorrow = timezone.localtime(timezone.now() + DAY).strftime("%Y-%m-%dT%H:%M")
    later = client.post("/signals/new", {**REVIEW, "email": "ann@example.com", "seen_at": tomorrow})
    assert "lies in the future" in later.content.decode()
    assert not Signal.objects.exists()


def test_at_the_console(cast: Cast) -> None:
    said = amends("signal", "note", "2 of 10", "--sign", "score", "--phone", "+44 20 7946 0018", "--by", cast.ada.email)
    assert said.out.strip() == Case.objects.get().reference
    assert amends("signal", "note", "2 of 10", "--sign", "score", "--by", cast.ada.email).code == 1
    assert amends("signal", "note", "2 of 10", "--sign", "smell", "--by", cast.ada.email).code == 2


def test_over_the_api_twice_is_once(cast: Cast, program: Callable[..., Program]) -> None:
    first, again = (program("open").post("signals", **REVIEW, email="ann@example.com") for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    assert first.json()["case"] == Case.objects.get().reference
    assert program("read").post("signals", **REVIEW, email="ann@example.com").status_code == 403
    assert program("open").post("signals", words="Bad").status_code == 422
