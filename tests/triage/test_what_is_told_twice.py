"""What is told twice shows: of failures that came again people often tell with the same words and without "again"."""

from __future__ import annotations

import pytest

from amends.leanings.recurring import ALIKE, DAYS, OFTEN, ONCE, PAIR, PHRASE, recurring
from amends.triage import read
from amends.triage.saying import Saying


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (
            "The fish arrived cold last year, and we gave it another try. The fish arrived cold.",
            {ONCE, OFTEN, ALIKE, PAIR, PHRASE},
        ),
        ("Table nine wobbles, and it wobbled the last time.", {ONCE}),
        ("Late on Monday, on Tuesday not at all.", {DAYS}),
        ("The fish was fine. The soup arrived cold.", set()),
        ("We came at two and we came at four and nobody came.", set()),
    ],
)
def test_words_of_substance_in_two_clauses_are_told_twice(text: str, signs: set[str]) -> None:
    assert set(recurring(Saying(text).tokens)) == signs


@pytest.mark.parametrize(
    "text",
    [
        "This is the 2nd hire this yr with a slow puncture.",
        "Another month, another box without the craft kit in it.",
        "I told the sister a fortnight ago that his television does not work, and it has not been touched.",
        "For the third week her cardigans came back as somebody else's.",
    ],
)
def test_a_series_is_heard_without_the_word_again(text: str) -> None:
    assert read(text).flag("repeat") >= 0.5
