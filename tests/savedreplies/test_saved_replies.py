"""Words kept for use are coached when they are saved, filled from the case alone, and never leave with a blank in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from amends.advice.advice import HeldBack
from amends.cases.ending import Refused
from amends.journal.entry import Entry
from amends.messages.message import Message
from amends.messages.writing import Reply, reply
from amends.savedreplies.savedreply import SavedReply, filled
from tests.cast import HOUR, MORNING, SURE, make_case

if TYPE_CHECKING:
    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
GOOD = "Dear {name},\n\nI have found your order {order} and have it beside me. I will write to you again on Friday at noon.\n\n{me}"
BAD = "We apologise for any inconvenience this may have caused."


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def write(cast: Cast, words: str = GOOD, **more: str) -> SavedReply:
    return SavedReply.objects.write("It is found", words, stage="update", by=cast.ada, at=MORNING, **more)


def test_what_the_coach_holds_back_is_saved_only_with_a_reason_and_counted(cast: Cast) -> None:
    with pytest.raises(HeldBack):
        write(cast, BAD)
    row = write(cast, BAD, sure="The law asks for these words")
    assert "C06" in row.held
    assert (row.because, row.overridden_by) == ("The law asks for these words", cast.ada)
    assert Entry.objects.get(deed="saved_reply.overridden").because == "The law asks for these words"
    row.change("It is found", GOOD, stage="update", by=cast.leo, at=MORNING)
    row.refresh_from_db()
    assert (row.held, row.because, row.overridden_by) == ([], "", None)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedReply.objects.filter(pk=row.pk).update(held=["C06"])


def test_blanks_are_filled_from_what_is_on_record_of_the_case_and_nothing_else(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    words = "Order {order}, {amount}, in {where}: {reference}, {name}. {me}"
    text, left = filled(words, case, by=cast.ada)
    assert text == f"Order {{order}}, {{amount}}, in {{where}}: {case.reference}, Mrs Okafor. Ada"
    assert left == ["order", "amount", "where"]
    case.facts.note("4471", about="order", by=cast.ada, at=MORNING)
    case.facts.note("4472", about="order", by=cast.ada, at=MORNING)
    case.facts.note("Leeds", about="where", status="assumed", by=cast.ada, at=MORNING)
    text, left = filled(words, case, by=cast.ada)
    assert text.startswith("Order 4471 and 4472, {amount}, in {where}")
    assert left == ["amount", "where"]


def test_a_blank_that_nobody_filled_does_not_leave_whatever_the_reason(cast: Cast) -> None:
    case = make_case(owner=cast.ada)
    with pytest.raises(Refused, match=r"Fill in \{order\}, \{amount\}"):
        reply(case, Reply(words="Your order {order}: {amount}.", sure=SURE), by=cast.ada, at=MORNING + HOUR)
    with pytest.raises(Refused, match=r"Fill in \{name\}"):
        reply(case, Reply(words="Hello.", subject="To {name}", sure=SURE), by=cast.ada, at=MORNING + HOUR)
    assert not Message.objects.filter(direction="out", automatic=False).exists()


@pytest.mark.parametrize(
    ("title", "words", "stage", "said"),
    [
        ("", GOOD, "update", "has a title"),
        ("x", "  ", "update", "has a title"),
        ("x", GOOD, "someday", "has a title"),
        ("x", "Your {colour} chair", "update", r"No case says what \{colour\} is"),
        ("It is found", GOOD, "update", "already"),
        ("x", "a" * 60_000, "update", "60,000"),
    ],
)
def test_what_cannot_be_used_is_not_saved(cast: Cast, title: str, words: str, stage: str, said: str) -> None:
    write(cast)
    with pytest.raises(Refused, match=said):
        SavedReply.objects.write(title, words, stage=stage, by=cast.ada, at=MORNING)
    assert SavedReply.objects.count() == 1


def test_it_is_written_coached_changed_and_retired_on_its_pages(cast: Cast) -> None:
    ada = as_(cast.ada)
    typed = {"title": "Sorry", "stage": "update", "words": BAD}
    held = ada.post("/saved-replies/new", typed)
    assert held.status_code == 422
    assert "The coach holds this back" in held.content.decode()
    assert BAD in held.content.decode()
    assert ada.post("/saved-replies/new", {**typed, "sure": "It must be so"}).status_code == 303
    row = SavedReply.objects.get()
    assert "saved against the coach by Ada" in ada.get("/saved-replies").content.decode()
    assert ada.post(f"/saved-replies/{row.pk}", {**typed, "words": GOOD}).status_code == 303
    assert "saved against the coach" not in ada.get("/saved-replies").content.decode()
    assert ada.post(f"/saved-replies/{row.pk}/retirement").status_code == 303
    assert "Sorry" not in ada.get("/saved-replies").content.decode().partition("<main")[2].partition("flashes")[0]
    assert ada.get(f"/saved-replies/{row.pk}").status_code == 404


def test_it_is_put_into_the_composer_below_what_was_typed_and_nothing_is_sent(cast: Cast) -> None:
    row, case, ada = write(cast), make_case(owner=cast.ada, at=timezone.now()), as_(cast.ada)
    assert "It is found" in ada.get(f"/cases/{case.reference}").content.decode()
    case.facts.note("4471", about="order", by=cast.ada, at=timezone.now())
    path = f"/cases/{case.reference}/insertion"
    page = ada.post(path, {"words": "Hello again.", "saved": row.pk})
    assert page.status_code == 200
    assert "Hello again.\n\nDear Mrs Okafor,\n\nI have found your order 4471" in page.content.decode()
    assert "may note it" in ada.post(path, {"words": "", "saved": "help"}).content.decode()
    assert ada.post(path, {"words": "", "saved": "9" * 30}).status_code == 404
    assert not Message.objects.filter(direction="out", automatic=False).exists()
    case.facts.all().delete()
    assert "Nothing on record fills {order}" in ada.post(path, {"saved": row.pk}).content.decode()
