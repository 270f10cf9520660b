"""What a whole reply must hold is seen in whatever words it is told, and its want is seen too."""

from __future__ import annotations

from typing import Any

import pytest

from amends.coach import review

_NOW = "2026-05-04T10:00+01:00"
_FIRST = {"stage": "first_reply", "now": _NOW}
_AFTER = {"stage": "follow_up", "now": _NOW, "fault": "established"}


def _told(text: str, case: dict[str, Any], check: str) -> list[str]:
    return [one.why for one in review(text, case).findings if one.check == check]


@pytest.mark.parametrize(
    "sentence",
    [
        "Your hallway has been full of rubble since the 28th.",
        "You went overdrawn over it.",
        "Two of your clients think you stood them up.",
        "Your licence hangs on it, and you have been the one running between the two offices.",
        "Our shutter came down on your wrist.",
        "You turned down other jobs to keep that week free.",
    ],
)
def test_an_effect_is_seen_by_what_became_of_their_days(sentence: str) -> None:
    assert not _told(f"I'm sorry about order 77. {sentence} I'll ring you today at 4. Ana", _FIRST, "C05")


@pytest.mark.parametrize(
    "sentence",
    [
        "I've put you on the 8:10 with the nurse.",
        "Your daughter's coat on order 77 came in blue and not in red.",
        "We know how annoying it is when things go wrong.",
        "I can see it on the loading camera.",
        "It's Ruth from the surgery.",
    ],
)
def test_words_that_only_look_like_an_effect_name_none(sentence: str) -> None:
    assert _told(f"I'm sorry about order 77. {sentence} I'll ring you today at 4. Ana", _FIRST, "C05")


@pytest.mark.parametrize(
    "cause",
    [
        "I'd copied the width from the sheet of the job before.",
        "The crate sat in a bay marked for another depot.",
        "I took it off the shelf without reading the tag.",
        "Our night man fell ill and I had no one to send.",
        "The plates were swapped when I numbered them.",
    ],
)
def test_how_it_came_about_is_told_by_whoever_failed(cause: str) -> None:
    whole = f"I'm sorry again about the blinds. {cause} The right pair is up. Thank you for your patience. Ana"
    assert not _told(whole, _AFTER, "C33")


@pytest.mark.parametrize(
    "instead",
    [
        "Your £40 went back on the 8th.",
        "I had it replaced that afternoon.",
        "We haven't changed the forms yet.",
        "We refunded the fee as agreed.",
    ],
)
def test_the_cure_and_the_money_are_no_cause(instead: str) -> None:
    whole = f"I'm sorry again about the blinds. {instead} The right pair is up. Thank you for your patience. Ana"
    assert _told(whole, _AFTER, "C33") == ["The follow-up lacks: cause."]


@pytest.mark.parametrize(
    "thanks",
    ["Cheers for sending the film.", "Good on you for saying so.", "How kind of you to warn us about the step."],
)
def test_thanks_are_thanks_in_any_english(thanks: str) -> None:
    assert not _told(f"I'm sorry about order 77. {thanks} I'll ring you today at 4. Ana", _FIRST, "C03")


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Sorry our new menu wasn't quite your thing.", "C02"),
        ("We regret that in your eyes the lesson fell flat.", "C02"),
        ("Soz if the parcel looked rough.", "C06"),
        ("If our driver was short with you, then we regret it.", "C06"),
        ("The depot team will revert with news in due course.", "C38"),
    ],
)
def test_regret_and_news_that_are_none_are_found_in_other_words(text: str, check: str) -> None:
    assert _told(text, {"now": _NOW}, check)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("I'm sorry you took the blame in front of your crew.", "C02"),
        ("If you'd rather have the money, say so. I'm sorry about the lamp.", "C06"),
        ("I'll write once more, on Thursday at noon.", "C38"),
        ("I have every page ready, and all of it will be in your inbox by Thursday at 5.", "C18"),
    ],
)
def test_what_is_meant_and_timed_is_left_alone(text: str, check: str) -> None:
    assert not _told(text, {"now": _NOW}, check)
