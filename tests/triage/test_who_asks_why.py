"""Who asks for the reason is given one; what only looks like the question is none."""

from __future__ import annotations

import pytest

from amends.triage.concerns import asks_why


@pytest.mark.parametrize(
    "text",
    [
        "Why did nobody call me?", "I want to know why it took three weeks.", "Please explain what went wrong.", "What happened?",
        "How could this happen?", "I deserve an explanation.", "Nobody can tell me why the fee was taken.",
        "I don't understand why I was charged twice.", "How come it took a week", "What is the reason for the delay?",
        "Could somebody please tell us what happened?",
    ],
)  # fmt: skip
def test_the_question_for_the_reason_is_heard(text: str) -> None:
    assert asks_why(f"My parcel never came. {text} Jane")


@pytest.mark.parametrize(
    "text",
    [
        "I understand why you are busy.", "I don't care why, I want my money.", "Why don't you just refund me?",
        "Why should I pay for this?", "That is why I am writing.", "I can see why, but please refund me.",
        "It happened on Tuesday.", "I do not want any explanations, I want my table.", "I know why it broke.",
        "> Why did nobody call?",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert not asks_why(f"My parcel never came.\n{text}\nJane")
