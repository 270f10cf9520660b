"""The case page shows what the law asks, and its letters are written there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline, Kind
from amends.messages.message import Message
from amends.people.queue import Queue
from amends.responses.escalation import Escalation
from amends.responses.response import Response
from tests.cast import make_case
from tests.web.case.conftest import Desk

if TYPE_CHECKING:
    from amends.people.person import Person
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ANSWER = {
    "slot_customer": "Mrs Okafor",
    "slot_matter": "“Where is my table?”",
    "slot_decision": "you are right",
    "slot_what_we_looked_at": "the statements",
    "slot_reasons": "the fee was charged twice",
    "slot_ombudsman": "the Australian Financial Complaints Authority",
    "slot_ombudsman_web": "afca.example.org",
    "slot_ombudsman_address": "1 Example Street",
    "way": "email",
    "text": "",
}


def sit(cast: Cast, person: Person, jurisdiction: str, product: str) -> Desk:
    """This person, looking at a complaint of yesterday's under these rules."""
    at = timezone.now() - timedelta(hours=20)
    queue = Queue.objects.add(f"{jurisdiction} {product}", by=cast.ines, at=at)
    queue.place(jurisdiction=jurisdiction, product=product, by=cast.ines, at=at)
    client = Client()
    client.force_login(person)
    return Desk(person, make_case(at=at, queue=queue, owner=cast.ada), client)


@pytest.fixture
def sydney(cast: Cast) -> Desk:
    return sit(cast, cast.ada, "AU", "financial services")


def test_each_limit_is_shown_with_its_reason_and_its_letter(sydney: Desk) -> None:
    page = sydney.look().content.decode()
    assert "What the law asks" in page
    assert "This is not legal advice" in page
    assert (
        "24 hours after they told us, because a complaint is acknowledged within 24 hours (rule, ASIC RG 271)" in page
    )
    assert "?letter.response=1#letter" in page
    assert "The short route is open until" in page


def test_a_case_of_the_house_alone_shows_nothing_of_it(ada: Desk) -> None:
    assert "What the law asks" not in ada.look().content.decode()
    for noun in ("responses/response", "settlement", "escalation", "escalation/owner"):
        assert ada.act(noun, words="x", accepted="oral", send="1").status_code in {404, 422}


def test_a_letter_begins_from_the_record_and_says_what_nobody_knows(sydney: Desk) -> None:
    page = sydney.look("?letter.response=1").content.decode()
    assert (
        f"this is our answer to your complaint {sydney.case.reference} about “Where is my table?”: {{decision}}" in page
    )
    assert (
        "Nobody has told the desk yet: decision, what we looked at, reasons, ombudsman web, ombudsman address" in page
    )


def test_looking_sends_nothing_and_shows_the_letter_as_it_goes(sydney: Desk) -> None:
    answer = sydney.act("responses/response", **ANSWER, look="1")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Not sent yet" in page
    assert "about “Where is my table?”: you are right." in page
    assert not Message.objects.filter(direction="out", automatic=False).exists()


def test_a_missing_part_is_named_and_what_was_typed_is_kept(sydney: Desk) -> None:
    answer = sydney.act("responses/response", **{**ANSWER, "slot_reasons": ""}, send="1")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The part “reasons” needs words for: reasons." in page
    assert "the statements" in page
    assert Deadline.objects.outstanding().filter(case=sydney.case, kind=Kind.FINAL).exists()


def test_the_letter_is_sent_and_the_page_says_where_they_may_go(sydney: Desk) -> None:
    assert sydney.act("responses/response", **ANSWER, send="1").status_code == 303
    sent = Response.objects.get()
    assert "you have the right to take it to the Australian Financial Complaints Authority" in sent.message.text
    page = sydney.look().content.decode()
    assert "The customer may go to the Australian Financial Complaints Authority." in page
    assert "Letters sent" in page


def test_a_promise_in_the_letter_is_asked_about_before_it_leaves(sydney: Desk) -> None:
    typed: dict[str, Any] = {**ANSWER, "slot_reasons": "it was wrong. I will call you on Friday"}
    answer = sydney.act("responses/response", **typed, send="1")
    assert "This promises nothing that is not on record: “I will call you on Friday.”" in answer.content.decode()
    assert sydney.act("responses/response", **typed, unmarked="I will call you on Friday.", send="1").status_code == 303


def test_choices_and_outcomes_of_a_pack_are_chosen_on_the_page(cast: Cast) -> None:
    portal = sit(cast, cast.ada, "US", "consumer finance")
    page = portal.look("?letter.response=1").content.decode()
    assert "In this letter: closing" in page
    assert "For the record: closing" in page
    answer = portal.act("responses/response", text="", way="email", send="1")
    assert "Choose the closing: in progress status, with explanation" in answer.content.decode()


def test_the_short_route_is_recorded_and_needs_their_words(sydney: Desk) -> None:
    assert sydney.act("settlement", accepted="oral", words="").status_code == 422
    assert sydney.act("settlement", accepted="oral", words="That is fine.").status_code == 303
    assert "They call it settled (by word of mouth)" in sydney.look().content.decode()


def test_the_second_stage_goes_to_somebody_who_took_no_part_in_the_first(cast: Cast) -> None:
    tenant = sit(cast, cast.ada, "GB", "social housing")
    letter = {
        "slot_customer": "Mrs Okafor", "slot_matter": "the leak", "slot_decision": "you are right", "slot_reasons": "it leaks",
        "slot_offer": "a new seal", "slot_outstanding": "the plaster", "slot_ombudsman": "the Housing Ombudsman Service",
        "slot_ombudsman_web": "ho.example.org", "slot_ombudsman_address": "1 Example Street", "slot_owner_contact": "Ada",
        "text": "", "way": "email", "send": "1",
    }  # fmt: skip
    assert tenant.act("responses/stage-1-response", **letter).status_code == 303
    assert tenant.act("escalation", words="", to=cast.ada.pk).status_code == 422
    assert tenant.act("escalation", words="", to=cast.leo.pk).status_code == 303
    refused = tenant.act("escalation/owner", person=cast.ada.pk)
    assert "the second stage is taken by somebody other than the first" in refused.content.decode()
    assert tenant.act("escalation/owner", person=cast.mira.pk).status_code == 303
    assert Escalation.objects.get().deadline.assignee == cast.mira


def test_the_page_costs_no_more_statements_than_any(sydney: Desk) -> None:
    sydney.act("responses/response", **ANSWER, send="1")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        sydney.look()
    assert len(asked) <= 16
    assert Case.objects.count() == 1


def test_looking_at_a_letter_that_lacks_something_says_what(sydney: Desk) -> None:
    page = sydney.act("responses/response", **{**ANSWER, "slot_reasons": ""}, look="1").content.decode()
    assert "Parts are still missing." in page
    assert "The part “reasons” needs words for: reasons." in page


def test_everything_a_letter_lacks_is_listed_at_once(cast: Cast) -> None:
    portal = sit(cast, cast.ada, "US", "consumer finance")
    page = portal.act("responses/response", text="", way="email", look="1").content.decode()
    assert "Choose the closing: in progress status, with explanation" in page
    assert "Choose the part “closing: explanation, monetary relief, non-monetary relief”." in page
