"""A letter that reached nobody was not sent: its limit stands again, and what followed from it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.deadlines.deadline import Kind
from amends.messages.writing import Reply, reply
from amends.responses.response import Response
from tests.cast import SURE
from tests.responses.walks import LONDON, Walk, come_back, utc

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
REJECTED = {"decision": "rejected", "time bars": "time bars kept"}


def test_a_final_response_that_bounces_is_due_again_whatever_was_written_since(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)
    sent = walk.write("final response", "2026-08-31T10:00", outcomes=["not upheld"], chosen=REJECTED)
    reply(walk.case, Reply(sure=SURE, words="Did it arrive?"), by=cast.ada, at=walk.at("2026-08-31T11:00"))
    come_back(sent.message, walk.at("2026-08-31T12:00"))
    assert walk.due(Kind.FINAL) == utc("2026-09-01T09:00")
    assert walk.missed(Kind.FINAL, utc("2026-09-01T09:00"))
    assert not Response.objects.standing().exists()
    again = walk.write("final response", "2026-09-01T11:00", outcomes=["not upheld"], chosen=REJECTED, on_paper=True)
    assert not walk.is_due(Kind.FINAL)
    assert list(Response.objects.standing()) == [again]


def test_a_holding_response_that_bounces_holds_nothing(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "payment services", "2026-07-07T10:00", LONDON)
    held = walk.write("holding response", "2026-07-27T10:00", because="A fire.")
    come_back(held.message, walk.at("2026-07-27T11:00"))
    assert walk.due(Kind.FINAL) == utc("2026-07-28T16:00")


def test_an_acknowledgement_that_bounces_begins_no_stage(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "social housing", "2026-07-07T10:00", LONDON)
    sent = walk.write("acknowledgement", "2026-07-09T11:00")
    come_back(sent.message, walk.at("2026-07-09T12:00"))
    assert (walk.is_due(Kind.ACKNOWLEDGEMENT), walk.is_due(Kind.STAGE_1)) == (True, False)
    walk.write("acknowledgement", "2026-07-10T11:00", on_paper=True)
    assert walk.due(Kind.STAGE_1) == utc("2026-07-24T16:00")


def test_a_holding_response_that_bounces_after_the_answer_went_changes_nothing(cast: Cast) -> None:
    walk = Walk.begin(cast, "GB", "payment services", "2026-07-07T10:00", LONDON)
    held = walk.write("holding response", "2026-07-27T10:00", because="A fire.")
    walk.write("final response", "2026-07-28T10:00", outcomes=["not upheld"], chosen=REJECTED)
    come_back(held.message, walk.at("2026-07-28T11:00"))
    assert not walk.is_due(Kind.FINAL)
