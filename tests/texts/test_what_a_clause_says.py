"""Who does it, when, whether it is denied, asked or supposed; what others are said to have said; which way a word points."""

from __future__ import annotations

import pytest

from amends.texts.clauses import clauses, denied, direction, tense
from amends.texts.told import told, writers_own_speech


def test_each_clause_has_its_own_subject_and_tense() -> None:
    text = "I'm leaving because the driver didn't come, and we will write to your boss"
    assert [(one.subject, one.tense, one.denied) for one in clauses(text)] == [
        ("i", "present", False),
        ("the driver", "past", True),
        ("we", "future", False),
    ]
    assert all(text[one.start : one.end] == one.words for one in clauses(text))


def test_a_clause_may_be_asked_or_supposed() -> None:
    assert all(one.asked for one in clauses("Will you call me if it breaks?"))
    assert [one.supposed for one in clauses("I will call if it breaks")] == [False, True]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("your refund will be sent", "future"), ("I'm calling you tomorrow at nine", "future"), ("I'll ring", "future"),
        ("your refund was sent", "past"), ("we have posted it", "past"), ("it's broken", "present"), ("no luck", ""),
    ],
)  # fmt: skip
def test_the_tense_of_a_verb(words: str, expected: str) -> None:
    assert tense(words) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nobody was hurt", "hurt", True), ("I was hurt", "hurt", False), ("not only hurt but angry", "hurt", False),
        ("It did not come, I was hurt", "hurt", False), ("We're not going to cancel", "cancel", True),
        ("I didnt cancel", "cancel", True), ("No. Cancel it", "Cancel", False),
    ],
)  # fmt: skip
def test_a_denial_reaches_a_few_words_in_its_clause(text: str, word: str, expected: bool) -> None:  # noqa: FBT001
    assert denied(text, text.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I switched from Acme to you", "from"), ("I'm off to Acme", "to"), ("leaving you for Acme", "to"),
        ("we are leaving Acme", "from"), ("Acme is fine", ""),
    ],
)  # fmt: skip
def test_which_way_a_name_is_pointed_at(text: str, expected: str) -> None:
    assert direction(text, text.index("Acme")) == expected


def test_speech_in_marks_and_reported_speech_have_their_speakers() -> None:
    text = 'Your agent said "get lost, you moron". The driver told me that I should move. I said shut up.'
    found = told(text)
    assert [(one.who, one.marked) for one in found] == [("Your agent", True), ("The driver", False), ("i", False)]
    assert [writers_own_speech(one) for one in found] == [False, False, True]
    assert text[found[0].start : found[0].end] == '"get lost, you moron"'
