"""Each commitment that a draft makes is found by itself, with who keeps it and by when."""

from __future__ import annotations

import pytest

from amends.coach import review

CASE = {"now": "2026-05-04T10:00+01:00", "sender": {"name": "Ana Ruiz"}}  # a Monday


def promised(text: str) -> list[tuple[str, str | None]]:
    return [(one.who, one.due.strftime("%a %H:%M") if one.due else None) for one in review(text, CASE).promises]


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("I will call you tomorrow.", [("Ana Ruiz", "Tue 17:00")]),
        ("I'll ring you tomorrow morning.", [("Ana Ruiz", "Tue 12:00")]),
        ("We will collect it on Wednesday between 8 and 10.", [("we", "Wed 10:00")]),
        ("You will hear from us within two working days.", [("we", "Wed 17:00")]),
        ("Our safety lead will call you within the hour.", [("Our safety lead", "Mon 11:00")]),
        ("We will reply within 24 hours.", [("we", "Tue 10:00")]),
        ("Your refund will be issued by Tuesday.", [("we", "Tue 17:00")]),
        ("We will look into it.", [("we", None)]),
        ("I'll write at 1 and 4 today.", [("Ana Ruiz", "Mon 13:00"), ("Ana Ruiz", "Mon 16:00")]),
        (
            "I'll ring the maker at two and write to you at three.",
            [("Ana Ruiz", "Mon 14:00"), ("Ana Ruiz", "Mon 15:00")],
        ),
        ("Sam is away on Thursday, so Priya will call you then at 11.", [("Priya", "Thu 11:00")]),
        ("Ines has your phone. She will call you at 2.", [("Ines", "Mon 14:00")]),
        ("I'll tell you by Wednesday noon if that moves.", [("Ana Ruiz", "Wed 12:00")]),
        ("I will call you at 4, and if you would rather write I shall not mind.", [("Ana Ruiz", "Mon 16:00")]),
    ],
)
def test_a_commitment_has_a_keeper_and_a_time(text: str, promises: list[tuple[str, str | None]]) -> None:
    assert promised(text) == promises


@pytest.mark.parametrize(
    "text",
    [
        "We are open until 5 pm on Friday.",
        "I called you on Friday at 4.",
        "Shall I call you at 4?",
        "Please call me by Friday.",
        "I hope to have it by Friday.",
        "Your neighbour will be back on Friday.",
        "If you send me the slip I will refund you today.",
        "Tell me which, and I will book it the same day.",
        'You wrote: "I will cancel by Friday".',
        "> I will call you tomorrow.",
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str) -> None:
    assert promised(text) == []


def test_a_time_is_given_in_the_offset_of_now_and_without_a_now_there_is_none() -> None:
    (there,) = review("I will call you tomorrow at 4.", CASE).promises
    assert there.as_data() == {
        "quote": "I will call you tomorrow at 4.",
        "who": "Ana Ruiz",
        "due": "2026-05-05T16:00:00+01:00",
    }
    (nowhere,) = review("I will call you tomorrow at 4.").promises
    assert nowhere.as_data() == {"quote": "I will call you tomorrow at 4.", "who": "I", "due": None}
