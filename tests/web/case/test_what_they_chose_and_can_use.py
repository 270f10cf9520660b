"""On the page of a case: a choice that was made in a mail, what they can use, and a date that is moved too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from amends.leadtimes.proposing import propose
from amends.messages.writing import hear
from amends.offers.offer import Choice
from amends.offers.usability import Usability
from amends.promises.quoted import Quoted
from tests.cast import DAY, MINUTE, Cast
from tests.leadtimes.histories import learnt
from tests.remedies.scenes import lost, money, options, stock, three, understood

if TYPE_CHECKING:
    from amends.people.person import Person

pytestmark = pytest.mark.django_db


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_the_second_one_please_waits_for_a_person_who_says_that_it_is_so(cast: Cast) -> None:
    stock(cast)
    at = timezone.now() - MINUTE
    case = understood(cast.ada, at=at)
    lost(case, failure="F1", by=cast.ada, at=at)
    row = three(case, cast.ada, at=at)
    hear(case, "Thank you.\n\nThe second one please.", by=case.customer, at=timezone.now())
    page = as_(cast.ada).get(f"/cases/{case.reference}").content.decode()
    second = options(row)[1]
    assert f"They seem to choose: {second.name}" in page
    assert 'data-presses="y"' in page
    assert not Choice.objects.exists()  # a reading chooses nothing
    said = {"option": second.pk, "via": "portal", "words": "The second one please."}
    assert as_(cast.ada).post(f"/cases/{case.reference}/offers/{row.pk}/choice", said).status_code == 303
    choice = Choice.objects.get()
    assert (choice.option, choice.words, choice.recorded_by) == (second, "The second one please.", cast.ada)
    assert "They seem to choose" not in as_(cast.ada).get(f"/cases/{case.reference}").content.decode()


def test_what_they_cannot_use_leaves_the_three(cast: Cast) -> None:
    at = timezone.now() - MINUTE
    minutes = money(cast, "30.00", "redo", name="300 minutes", questions=["Do they call abroad?"])
    case = understood(cast.ada, at=at)
    lost(case, by=cast.ada, at=at)
    ada, page = as_(cast.ada), f"/cases/{case.reference}?remedies=1"
    assert "300 minutes: Do they call abroad?" in ada.get(page).content.decode()
    said = {"question": f"{minutes.pk}-0", "can": "no", "words": "I know nobody there"}
    assert ada.post(f"/cases/{case.reference}/usabilities", said).status_code == 303
    assert (Usability.objects.get().can, Usability.objects.get().words) == (False, "I know nobody there")
    assert '<p class="three-name">300 minutes</p>' not in ada.get(page).content.decode()


def test_a_date_that_is_moved_too_early_is_challenged_on_the_form(cast: Cast) -> None:
    now = timezone.now()
    learnt(at=now, count=1200)
    case = understood(cast.ada, at=now - 5 * DAY)
    made = now - 4 * DAY
    due = propose(case, "deed", at=made).due
    assert due is not None
    promise = case.promises.make("Repair it", due=now + DAY, hurried="a guess", by=cast.ada, at=made)
    ada = as_(cast.ada)
    page = ada.get(f"/cases/{case.reference}?move.{promise.pk}=1").content.decode()
    assert f'id="move-{promise.pk}-date"' in page
    soon = timezone.localtime(now + DAY + 2 * MINUTE)
    said = {
        "due": f"{soon:%Y-%m-%dT%H:%M}", "because": "supplier", "spoken": "on",
        "words": f"The new date is {soon.day} {soon:%B}, I am sorry.",
    }  # fmt: skip
    answer = ada.post(f"/cases/{case.reference}/promises/{promise.pk}/move", said)
    assert answer.status_code == 422
    assert "Say why this date is promised all the same" in answer.content.decode()
    said["hurried"] = "it lies on the bench"
    assert ada.post(f"/cases/{case.reference}/promises/{promise.pk}/move", said).status_code == 303
    assert Quoted.objects.get(promise=promise).moved_hurried == "it lies on the bench"
