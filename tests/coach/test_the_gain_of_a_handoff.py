"""A handoff says what the customer gains by it, or is sent back with a sentence on what to write instead."""

from __future__ import annotations

import pytest

from amends.coach.gains import lacks_gain


@pytest.mark.parametrize(
    ("sentence", "because"),
    [
        ("", "what the customer gains"),
        ("   ", "what the customer gains"),
        ("...", "what the customer gains"),
        ("Priya", "a whole sentence"),
        ("better help now", "a whole sentence"),
        ("better help for you", "any handoff"),
        ("Someone else can help you better.", "any handoff"),
        ("I am transferring this for further assistance.", "any handoff"),
        ("This goes to the appropriate department.", "any handoff"),
        ("A specialist will take better care of this case.", "any handoff"),
        ("Please hold, I'm transferring you to billing.", "any handoff"),
        ("You need to speak to a different department about that.", "any handoff"),
        ("Priya Sharma takes over from here.", "any handoff"),
        ("I have too many cases.", "a reason of ours"),
        ("I am on holiday from Monday.", "a reason of ours"),
        ("My workload is too high at the moment.", "a reason of ours"),
        ("This is not my area.", "a reason of ours"),
        ("It is not our department.", "a reason of ours"),
        ("I am busy and the queue is full.", "a reason of ours"),
        ("I'm away until Thursday, so Priya takes over.", "a reason of ours"),
    ],
)
def test_is_missing_and_the_writer_reads_what_to_write(sentence: str, because: str) -> None:
    answer = lacks_gain(sentence)
    assert because in answer
    assert "for example" in answer
    assert answer.endswith(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lena handles nothing but lost luggage and can see the belt cameras; I've told her everything, so you won't repeat it.",
        "Our heat-pump engineer can tell you today if it is safe to run.",
        "Priya can approve the full refund today.",
        "Sam speaks Polish and knows the insurance forms.",
        "Jan repaired this boiler twice and has its parts in his van.",
        "I am on holiday from Monday; Priya can open the workshop bookings and fix a date the same day.",
    ],
)
def test_is_named_by_what_the_next_person_can_do(sentence: str) -> None:
    assert lacks_gain(sentence) == ""
