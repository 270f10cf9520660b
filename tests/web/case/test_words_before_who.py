"""Who wrote is not shown before somebody looked at what the words say; one click or key shows it, and that is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from amends.journal.entry import Entry
from amends.readings.reading import Reading
from tests.cast import make_case

if TYPE_CHECKING:
    from tests.web.case.conftest import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(ada: Desk) -> Reading:
    """What was read in her words."""
    (found,) = Reading.objects.keep(ada.case.messages.theirs(), at=timezone.now())
    return found


def shown(ada: Desk) -> str:
    return ada.look().content.decode()


def test_her_words_and_what_they_read_as_come_before_her_name(ada: Desk, reading: Reading) -> None:
    page = shown(ada)
    assert "My parcel never came" in page
    assert "Reads as" in page
    assert "Okafor" not in page
    assert "okafor@example.com" not in page
    for path in ("/", "/today/lanes", "/today/unanswered"):
        today = ada.client.get(path).content.decode()
        assert f"Case {ada.case.reference}" in today
        assert "Okafor" not in today


@pytest.mark.parametrize(
    ("noun", "typed", "deed"),
    [
        ("right", {}, "reading.confirmed"),
        ("correction", {"label": "emotion.anger", "holds": "on"}, "reading.corrected"),
        ("shown", {}, "reading.shown"),
    ],
)
def test_whoever_looked_at_the_reading_or_asked_sees_who_wrote(
    ada: Desk, reading: Reading, noun: str, typed: dict[str, str], deed: str
) -> None:
    assert ada.act(f"readings/{reading.pk}/{noun}", **typed).status_code == 303
    assert "Mrs Okafor" in shown(ada)
    assert "Mrs Okafor" in ada.client.get("/").content.decode()
    assert Entry.objects.filter(deed=deed, actor_id=ada.person.pk, chain=ada.case.pk).count() == 1


def test_asked_twice_is_on_record_once_and_a_confirmed_reading_is_not_asked_for(ada: Desk, reading: Reading) -> None:
    for _ in range(2):
        reading.show(by=ada.person, at=timezone.now())
    assert Entry.objects.filter(deed="reading.shown").count() == 1
    reading.confirm(by=ada.person, at=timezone.now())
    other = make_case(name="B", email="b@example.com", at=timezone.now())
    (seen,) = Reading.objects.keep(other.messages.theirs(), at=timezone.now())
    seen.confirm(by=ada.person, at=timezone.now())
    seen.refresh_from_db()
    seen.show(by=ada.person, at=timezone.now())
    assert Entry.objects.filter(deed="reading.shown").count() == 1


def test_once_we_answered_who_it_is_is_known(ada: Desk, reading: Reading) -> None:
    ada.act("replies", words="We are sorry. I am looking into it and will call you by noon tomorrow.")
    ada.act("replies", words="We are sorry.")
    assert ada.case.stage == "listening"
    assert "Mrs Okafor" in shown(ada)


def test_a_case_that_is_not_read_yet_hides_nothing(ada: Desk) -> None:
    assert "Mrs Okafor" in shown(ada)
