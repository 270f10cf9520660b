"""Whatever stands in a text, the coach reads it to its end, and what it points at is there."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.coach.chasing import chases
from amends.coach.emptiness import says_nothing_new
from amends.coach.gains import lacks_gain
from amends.coach.promising import covered, promises_in
from amends.texts.sentences import plainly, sentences

NOW = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
ZONES = st.sampled_from(["UTC", "Europe/London", "Pacific/Kiritimati", "America/St_Johns"])
#: Words that the recognisers look for, in no order.
WORDS = """
    I we you our Sam your refund will 'll won't not shall going to promise call send be arrive expect by within in at on the next
    today tomorrow Monday Fri morning noon 12 March 31/02 12/03/2026 2026-02-30 5 pm 25:99 99 three couple of working days hours
    week end month from now after if ? . ; , - > " ' 24/7 p.m. Mr. still waiting news thanks sorry for the delay case 4471 kind
    regards no update
"""
PIECES = [
    *re.findall(r"\S+", WORDS),
    "\n",
    "\n\n",
    "\n- ",
    "\n> ",
    "\t",
    "\u00a0",
    "\u201c",
    "\u2019",
    "\u0131",
    "\u017fix",
    "\u0662",
    "\u00b2",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
patiently = settings(deadline=None, max_examples=200)


@given(TEXTS)
@patiently
def test_a_sentence_stands_where_its_offsets_say_and_begins_behind_the_one_before(text: str) -> None:
    behind = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.words == sentence.words.strip() != ""
        assert sentence.start >= behind
        behind = sentence.end


@given(TEXTS, st.datetimes(timezones=st.just(UTC)), ZONES)
@patiently
def test_a_promise_is_a_sentence_of_the_text_with_a_time_in_utc(text: str, said_at: datetime, zone: str) -> None:
    cut = {(sentence.start, sentence.end) for sentence in sentences(text)}
    for promise in promises_in(text, said_at=said_at, zone=zone):
        assert text[promise.start : promise.end] == promise.words
        assert (promise.start, promise.end) in cut
        assert promise.kind in {"call", "news", "money", "delivery", "deed"}
        assert promise.due is None or promise.due.utcoffset() == timedelta()


@given(TEXTS, TEXTS)
@patiently
def test_a_promise_is_covered_by_the_text_it_stands_in(text: str, other: str) -> None:
    for promise in promises_in(text, said_at=NOW, zone="UTC"):
        assert covered(promise, [other, text.upper() if text.isascii() else text])


@given(TEXTS)
@patiently
def test_a_text_is_judged_whatever_it_holds(text: str) -> None:
    assert says_nothing_new(text) in {True, False}
    assert chases(text) in {True, False}
    assert lacks_gain(text) == "" or lacks_gain(text).endswith(".")


@given(TEXTS)
@patiently
def test_a_question_is_never_empty_and_quoting_never_chases(text: str) -> None:
    assert not says_nothing_new(f"Which lamp was it?\n\n{text}")
    assert not chases("\n".join(f"> {line}" for line in text.splitlines()))


@given(st.text(max_size=200))
@patiently
def test_plain_marks_keep_every_character_in_its_place(text: str) -> None:
    assert len(plainly(text)) == len(text)
    assert plainly(plainly(text)) == plainly(text)


@pytest.mark.parametrize(
    "piece",
    ["we will not ", "our ", "I (", "today noon ", "by 5 ", "1 ", "12/", '"a ', "> a\n", "\n- a", ". ", "no ", "still ", "been ",
     "thanks ", "you said ", "case A", "\u00a0", "A", "word ", "Monday to ", "a1-", "?", "it is "],
)  # fmt: skip
def test_a_very_long_text_of_one_word_is_read_to_its_end(piece: str) -> None:
    text = (piece * 50_000)[:49_970] + "\n\nI will call you today."
    said = promises_in(text, said_at=NOW, zone="UTC")
    assert said == [] or said[-1].end == len(text)
    assert not says_nothing_new(text)
    assert chases(text) in {True, False}
    assert lacks_gain(text) == "" or lacks_gain(text).endswith(".")
