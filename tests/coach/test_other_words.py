"""Faults told in other than the usual words, and the good sentences that come near them."""

from __future__ import annotations

import pytest

from amends.coach import review

FAULTS = [
    ("C41", {}, "The MOT costs you nothing as soon as that two-star on Trustpilot has gone up."),
    ("C41", {}, "We will reverse the roaming charge on receipt of your signed undertaking to stay silent."),
    ("C41", {}, "A free groom is yours the moment your post in the dog walkers' group comes down."),
    ("C40", {}, "A loose stair rail is nothing to lose sleep over; most residents manage fine without it."),
    ("C40", {}, "The mussels smelled a bit strong, though a queasy stomach passes by itself in a day."),
    ("C40", {}, "The tribunal only really deals with big employers and takes years."),
    ("C42", {"flags": ["exit"]}, "Other nurseries will leave your little one in front of a screen."),
    ("C42", {"flags": ["exit"]}, "You'd be mad to walk away from a rate like that."),
    ("C42", {"flags": ["exit"]}, "Please think of the other families before you withdraw."),
    ("C46", {}, "I put you down for the kosher tray, going by your surname."),
    ("C46", {}, "We took it that your hearing isn't what it was and spoke to your neighbour."),
    ("C46", {}, "You'll be on a pension, I expect, so here is the cheaper tariff."),
    ("C19", {}, "Your complaint now rests with Compliance."),
    ("C19", {}, "I'll swap you over to our mortgage desk."),
    ("C45", {"reads_as": "anger"}, "I hope this finds you in high spirits and enjoying the sun."),
    ("C24", {"severity": "serious"}, "Whoopsie-daisy, we kinda dropped the ball on the biopsy."),
]
FINE = [
    ("C41", {}, "The deposit is back on your card, and what you post is up to you."),
    ("C41", {}, "I read your review this morning and the night is free."),
    ("C40", {}, "Please stop using the cot; a loose rail is not safe. I'll collect it at six."),
    ("C40", {}, "The ombudsman's address is on the back, and you have every right to write to them."),
    ("C42", {"flags": ["exit"]}, "It's closed today, and you can come back at the same rate if you ever wish."),
    ("C42", {"flags": ["exit"]}, "Nothing more is charged, and your photos are yours to take."),
    ("C46", {}, "You told us that your hearing is poor. May I note that we write to you?"),
    ("C46", {}, "Would a seat near the door help?"),
    ("C19", {}, "Ines can see the meter from her screen, so I've told her everything and she rings you at two."),
    ("C45", {"reads_as": "anger"}, "I'll ring at five, and until then I'm on this number."),
]


@pytest.mark.parametrize(("check", "case", "words"), FAULTS)
def test_a_fault_in_other_words_is_found(check: str, case: dict[str, object], words: str) -> None:
    """Nobody here wrote the words before; the kind of word and the frame give the fault away."""
    assert check in {one.check for one in review(words, case).findings}


@pytest.mark.parametrize(("check", "case", "words"), FINE)
def test_the_same_said_well_is_left_alone(check: str, case: dict[str, object], words: str) -> None:
    """What comes near the fault and is none stays without a finding."""
    assert check not in {one.check for one in review(words, case).findings}
