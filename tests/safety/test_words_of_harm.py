"""Words of harm wake somebody; words that only sound like it do not. A miss is worse than one alarm too many."""

from __future__ import annotations

import pytest

from amends.triage import read

HARM = [
    "The kettle burned my hand.", "My son swallowed the little magnet.", "There was smoke coming out of the plug.",
    "It exploded in the oven.", "She had an allergic reaction and we called an ambulance.", "It gave me an electric shock.",
    "We found glass in the jam.", "Nobody was hurt this time.", "It could have killed somebody.",
    "My daughter choked on the button.", "The shelf fell on my foot.", "The charger caught fire.",
    "He was scalded by the lid.", "I got food poisoning from it.", "The milk was contaminated.", "The knife injured me.",
    "I was taken to the emergency room.", "It made us sick.", "A near miss: the ladder gave way.", "The wound got infected.",
    "There is mould in the bottle.", "It was on fire when I came in.", "My hands are bleeding from the edge.",
    "THE BATTERY EXPLODED", "he collapsed after eating it", "the toaster started smoking",
]  # fmt: skip
NONE = [
    "The queue is killing me.", "I was shocked at the price.", "It burned through my data in a day.",
    "We burnt out the goodwill.", "I was shocked by your answer.", "The smoke alarm you sent is the wrong colour.",
    "It hurt my feelings.", "You fired the best person you had.", "I had to swallow my pride.",
    "The hospital order never came.", "Your hospitality was poor.", "My order is late.", "Where is my table?",
]  # fmt: skip


@pytest.mark.parametrize("text", HARM)
def test_harm_is_heard(text: str) -> None:
    assert read(text).flag("safety") >= 0.5


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_harm_wakes_nobody(text: str) -> None:
    assert read(text).flag("safety") < 0.5
