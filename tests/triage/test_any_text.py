"""Whatever stands in a text, triage reads it to its end in a time that grows with its length, and points at what is there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.texts.apart import own_words
from amends.texts.told import told
from amends.triage import read
from amends.triage.rules import book
from amends.triage.weighing import EMOTIONS, FAILURES, FLAGS

WORDS = sorted(
    {word for rule in book().rules for item in rule.pattern.split() for word in re.findall(r"[a-z]{2,}", item)}
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["not", "i", "you", ",", ".", "?", "!", "\n", "\n> ", "£", "14", "😡", "\u2019", '"', "-- \n"]),
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map(" ".join))


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_every_label_is_known_and_its_evidence_stands_in_the_text(text: str) -> None:
    reading = read(text, "en")
    assert {one.code for one in reading.failures} <= set(FAILURES)
    assert {one.flag for one in reading.flags} <= set(FLAGS)
    assert {one.emotion for one in reading.reads_as} <= set(EMOTIONS)
    labels: list[Any] = [*reading.failures, *reading.flags, *reading.reads_as]
    named: list[Any] = [*reading.specifics, *reading.concerns]
    assert all(0 <= start < end <= len(text) for one in labels + named for start, end in one.evidence)
    assert all(0 < one.confidence <= 1 for one in labels)
    for one in reading.specifics:
        assert text[slice(*one.evidence[0])] == one.text


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_the_same_text_is_read_the_same_twice(text: str) -> None:
    assert read(text) == read(text)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), st.sampled_from([" ", ", ", ". ", "\n", ""])
)
@settings(deadline=None, max_examples=40)
def test_words_of_rules_repeated_without_end_are_read_to_the_end(piece: str, between: str) -> None:
    """A pattern that explodes would never come back from this; how long it takes is measured by the benchmark."""
    assert read(((piece + between) * 20_000)[:20_000], "en").language == "en"


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "!",
        '"',
        "'",
        "> \n",
        "1,",
        "£1",
        "@",
        "*",
        "a*",
        "dear ",
        "i ",
        "\n",
        "From: x\n",
        "on x wrote: ",
        "I said ",
    ],
)
def test_a_long_text_of_one_piece_is_read_to_its_end(piece: str) -> None:
    assert read((piece * 100_000)[:100_000], "en").language == "en"


def test_every_rule_can_be_matched_by_a_text_that_wakes_it() -> None:
    """A rule whose waking words do not stand in its own pattern would never be tried."""
    for rule in book().rules:
        assert rule.compiled
        for anchor in rule.anchors:
            assert anchor.rstrip("*") in re.sub(r"[_|]", " ", rule.pattern), rule.pattern


@pytest.mark.parametrize(
    "gap", ["> the lamp came and Leo said so\n" * 2500, " " * 60_000, "\n" * 60_000, "\t \n" * 20_000]
)
@pytest.mark.parametrize("before", ["The driver", "Your man at the depot", "My sister Nora"])
def test_a_thread_however_long_between_two_words_is_read_past(before: str, gap: str) -> None:
    """Only spaces are left of a quoted thread or a footer; two gaps side by side in an expression part them in every way there is."""
    text = f"{before} {gap} nothing. Then Leo told me the lamp is lost. I will sue you."
    assert "the lamp is lost" in [text[one.start : one.end].strip() for one in told(own_words(text))]
    assert read(text, "en").flag("legal") >= 0.5
