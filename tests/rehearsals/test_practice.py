"""Somebody practises on complaints that nobody sent; the coach answers, and nobody else sees it unless they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.cases.ending import Refused
from amends.journal.entry import Entry
from amends.practice import complaints
from amends.rehearsals.progress import Progress
from amends.rehearsals.rehearsal import Rehearsal, Sharing
from tests.cast import HOUR, MORNING

if TYPE_CHECKING:
    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ONE, TWO = complaints()[:2]
STOCK = "Thank you for your letter. We will get back to you."


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_an_answer_hears_what_is_missing_and_then_sees_a_good_one(cast: Cast) -> None:
    ada = as_(cast.ada)
    before = ada.get(f"/practice/complaints/{ONE.id}").content.decode()
    assert ONE.text[:40] in before
    assert "One good answer" not in before
    assert ada.post(f"/practice/complaints/{ONE.id}", {"words": STOCK}).status_code == 303
    said = ada.get(f"/practice/complaints/{ONE.id}").content.decode()
    assert "One good answer" in said
    assert STOCK in said
    assert said.count('<span class="quiet">missing</span>') == 5
    (row,) = Rehearsal.objects.all()
    assert row.missing == ["regret", "read-back", "effect", "what I am doing", "when you will hear"]
    assert row.person == cast.ada


def test_what_is_no_answer_is_refused_and_kept_on_the_page(cast: Cast) -> None:
    ada = as_(cast.ada)
    assert ada.post(f"/practice/complaints/{ONE.id}", {"words": " "}).status_code == 422
    answer = ada.post(f"/practice/complaints/{ONE.id}", {"words": "a" * 50_001})
    assert answer.status_code == 422
    assert ada.get("/practice/complaints/no-such").status_code == 404
    assert not Rehearsal.objects.exists()


def test_progress_is_counted_from_the_first_and_the_latest_answer_to_each(cast: Cast) -> None:
    for one, words in ((ONE, STOCK), (ONE, ONE.answer), (TWO, TWO.answer)):
        Rehearsal.objects.answer(one.id, words, by=cast.ada, at=MORNING)
    progress = Progress.of(cast.ada.rehearsals.all())
    assert (progress.answered, progress.tries, progress.whole_at_first, progress.whole) == (2, 3, 1, 2)
    regret = progress.parts[0]
    assert (regret.name, regret.first, regret.latest) == ("regret", 1, 2)
    assert progress.next == complaints()[2]


def test_nobody_sees_it_until_it_is_shared_and_nobody_after_that_ended(cast: Cast) -> None:
    Rehearsal.objects.answer(ONE.id, STOCK, by=cast.ada, at=MORNING)
    leo = as_(cast.leo)

    def seen() -> bool:
        return "Ada" in leo.get("/practice/people").content.decode()

    assert not seen()
    assert list(Rehearsal.objects.seen_by(cast.leo)) == []
    ada = as_(cast.ada)
    assert ada.post("/practice/sharing", {"share": "1"}).status_code == 303
    assert seen()
    assert STOCK not in leo.get("/practice/people").content.decode()
    assert ada.post("/practice/sharing", {"share": "0"}).status_code == 303
    assert not seen()
    assert as_(cast.ada).get("/practice/people").status_code == 403
    assert not Entry.objects.filter(deed__startswith="rehears").exists()


def test_only_the_person_themselves_shares_or_ends_it(cast: Cast) -> None:
    sharing = Sharing.objects.begin(by=cast.ada, at=MORNING)
    assert Sharing.objects.begin(by=cast.ada, at=MORNING + HOUR) == sharing
    with pytest.raises(Refused, match="Only the person themselves"):
        sharing.end(by=cast.leo, at=MORNING + HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sharing.objects.create(person=cast.ada, shared_at=MORNING)


def test_the_pages_cost_the_same_however_much_was_practised(cast: Cast) -> None:
    ada, leo = as_(cast.ada), as_(cast.leo)
    Sharing.objects.begin(by=cast.ada, at=timezone.now())

    def counted() -> list[int]:
        found = []
        for client, path in ((ada, "/practice"), (leo, "/practice/people")):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            found.append(len(asked))
        return found

    Rehearsal.objects.answer(ONE.id, STOCK, by=cast.ada, at=MORNING)
    few = counted()
    for one in complaints():
        Rehearsal.objects.answer(one.id, one.answer, by=cast.ada, at=MORNING)
    assert counted() == few
