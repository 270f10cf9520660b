"""A letter goes only with every part it must have, and what it says is what the record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from amends.cases.ending import Refused
from amends.deadlines.deadline import Kind
from amends.messages.committing import UnrecordedPromise
from amends.messages.message import Message
from amends.responses.composing import compose_letter
from amends.responses.responding import Draft, PartsMissing, respond
from amends.responses.response import Response
from tests.responses.walks import BY_HAND, LONDON, Walk, day

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
CHOSEN = {"decision": "rejected", "time bars": "time bars kept"}


@pytest.fixture
def walk(cast: Cast) -> Walk:
    return Walk.begin(cast, "GB", "financial services", "2026-07-07T10:00", LONDON)


def test_what_the_record_knows_is_filled_in_and_what_nobody_knows_is_listed(cast: Cast, walk: Walk) -> None:
    walk.case.facts.note("The transfer of 3 July", by=cast.ada, at=walk.at("2026-07-08T10:00"))
    letter = compose_letter(walk.case, "final response", by=cast.ada, at=walk.at("2026-07-20T10:00"))
    assert letter.text.startswith("Dear Mrs Okafor, this is our final response to your complaint ")
    assert (
        "about “Where is my table?”, which you made on 7 July 2026. We looked at The transfer of 3 July" in letter.text
    )
    assert "{findings}" in letter.text
    assert "[decision]" in letter.text
    assert letter.unchosen == ["decision", "time bars"]
    assert letter.missing == ["findings", "ombudsman_web", "ombudsman_address", "leaflet"]


def test_what_is_the_same_in_every_letter_is_taken_over_from_the_last(cast: Cast, walk: Walk) -> None:
    walk.write("final response", "2026-07-20T10:00", outcomes=["not upheld"], chosen=CHOSEN)
    other = Walk.begin(cast, "GB", "fund business", "2026-07-08T10:00", LONDON)
    letter = compose_letter(other.case, "final response", by=cast.ada, at=walk.at("2026-07-21T10:00"))
    assert letter.slots["leaflet"] == "Want to take it further"
    assert letter.slots["findings"] == ""


def test_a_part_that_was_edited_away_is_named_and_nothing_is_sent(cast: Cast, walk: Walk) -> None:
    at = walk.at("2026-07-20T10:00")
    whole = compose_letter(walk.case, "final response", by=cast.ada, at=at, slots=BY_HAND, chosen=CHOSEN)
    text = whole.text.replace("You have six months from the date of this letter, ", "You have until then, ")
    draft = Draft(
        letter="final response", text=text, slots={**BY_HAND, **whole.slots}, chosen=CHOSEN, outcomes=["not upheld"]
    )
    with pytest.raises(PartsMissing, match="The part “ombudsman” is missing: the letter must say “six months”"):
        respond(walk.case, draft, by=cast.ada, at=at)
    assert not Message.objects.filter(case=walk.case, direction="out").exists()
    assert walk.is_due(Kind.FINAL)


def test_words_and_choices_that_came_after_fill_what_was_left_open(cast: Cast, walk: Walk) -> None:
    at = walk.at("2026-07-20T10:00")
    open_ones = compose_letter(walk.case, "final response", by=cast.ada, at=at)
    text = open_ones.text.replace("Dear Mrs Okafor", "Good morning, Mrs Okafor")
    draft = Draft(
        letter="final response", text=text, slots={**open_ones.slots, **BY_HAND}, chosen=CHOSEN, outcomes=["not upheld"]
    )
    sent = respond(walk.case, draft, by=cast.ada, at=at).message
    assert sent.text.startswith("Good morning, Mrs Okafor, this is our final response")
    assert "I am sorry to disappoint you. We do not uphold your complaint" in sent.text
    assert "{" not in sent.text
    assert "[" not in sent.text


def test_a_last_day_that_is_not_the_right_one_is_refused(cast: Cast, walk: Walk) -> None:
    monday = compose_letter(
        walk.case, "final response", by=cast.ada, at=walk.at("2026-07-20T10:00"), slots=BY_HAND, chosen=CHOSEN
    )
    draft = Draft(letter="final response", text=monday.text, slots=monday.slots, chosen=CHOSEN, outcomes=["not upheld"])
    with pytest.raises(PartsMissing, match="must say “21 January 2027”"):
        respond(walk.case, draft, by=cast.ada, at=walk.at("2026-07-21T10:00"))


def test_a_promise_besides_the_offer_is_recorded_or_the_letter_does_not_leave(cast: Cast, walk: Walk) -> None:
    with pytest.raises(UnrecordedPromise):
        walk.write(
            "final response", "2026-07-20T10:00", outcomes=["not upheld"], chosen=CHOSEN,
            text="I will call you on Friday.\n\n"
            + compose_letter(
                walk.case, "final response", by=cast.ada, at=walk.at("2026-07-20T10:00"), slots=BY_HAND, chosen=CHOSEN
            ).text,
        )  # fmt: skip


def test_an_offer_that_waits_for_their_yes_is_no_promise_yet(cast: Cast, walk: Walk) -> None:
    walk.write(
        "final response", "2026-07-20T10:00", outcomes=["not upheld"], done_by=day("2026-08-03"),
        chosen={"decision": "offer without accepting", "time bars": "time bars kept"},
    )  # fmt: skip
    assert not walk.case.promises.exists()


def test_on_paper_it_counts_from_the_day_it_was_posted(cast: Cast, walk: Walk) -> None:
    posted = walk.at("2026-07-07T16:00")
    sent = walk.write("acknowledgement", "2026-07-09T10:00", on_paper=True, sent_at=posted)
    assert (sent.sent_at, sent.message.channel) == (posted, "letter")
    assert not walk.missed(Kind.ACKNOWLEDGEMENT, walk.at("2026-07-09T10:01"))


@pytest.mark.parametrize(
    ("letter", "because"),
    [
        ("summary resolution", "They have not told us that it is settled"),
        ("stage 1 response", "The rules this case began under have no letter “stage 1 response”."),
    ],
)
def test_a_letter_without_an_occasion_does_not_go(walk: Walk, letter: str, because: str) -> None:
    with pytest.raises(Refused, match=because):
        walk.write(letter, "2026-07-09T10:00")
    assert not Response.objects.exists()


def test_an_outcome_the_rules_do_not_know_is_refused(walk: Walk) -> None:
    with pytest.raises(Refused, match="These rules know no outcome “maybe”"):
        walk.write("final response", "2026-07-20T10:00", outcomes=["maybe"], chosen=CHOSEN)
    with pytest.raises(Refused, match="Choose the decision: upheld, partly upheld, not upheld"):
        walk.write("final response", "2026-07-20T10:00", chosen=CHOSEN)
