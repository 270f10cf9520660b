"""A fault is heard by who is blamed, what is held up and what is set beside it, in any trade; its honest neighbours are left alone."""

from __future__ import annotations

import pytest

from amends.coach import review

FAULTS = [
    ("C08", "The soup being lukewarm never killed anyone."),
    ("C08", "You'd have to go looking for the dent on the wing."),
    ("C08", "I wouldn't call it a flood, more of a puddle."),
    ("C08", "It's a village fete, not the Royal Opera."),
    ("C08", "All this fuss about a curtain rail."),
    ("C08", "Old boilers always rattle in the cold."),
    ("C08", "The error had no real effect on your policy."),
    ("C50", "The couple in cabin 12 had no water for the whole cruise."),
    ("C50", "Consider yourself lucky that the vet was still open."),
    ("C50", "Better a late dress than a torn one."),
    ("C50", "You should see what the hail did to the other cars."),
    ("C50", "Things might have turned out much worse."),
    ("C09", "The barrier camera has you leaving at ten past six."),
    ("C09", "Both stewards remember it otherwise, and I believe them."),
    ("C09", "Please look again at clause nine, which you initialled."),
    ("C09", "I must correct you on one point: the tank was full."),
    ("C09", "Our fitter was perfectly polite throughout."),
    ("C10", "The meter reading came back unsigned."),
    ("C10", "Nobody forced you to take the early flight."),
    ("C10", "Your late reply is why the room went to another family."),
    ("C10", "You left it rather late to book a ramp."),
    ("C10", "The care label is there for a reason."),
    ("C07", "I'm sorry the bus was full. Bear in mind that it was market day."),
    ("C07", "I do understand. Rules are rules."),
    ("C02", "I'm sorry the new menu was not to your taste."),
    ("C06", "Any upset this has caused is regretted."),
]
SAID_WELL = [
    ("C08", "You do not have to calm down for us."),
    ("C08", "That is not good enough, and the lift stays shut until it is safe."),
    ("C50", "I'm sorry that room 9 had no heating."),
    ("C50", "The shop next door has a ramp, and I have the key."),
    ("C09", "Our log shows that we never rang you."),
    ("C09", "I have your file in front of me and the plumber comes at two."),
    ("C10", "The form you sent was complete; we lost page two."),
    ("C10", "You never got the letter, because we sent it to the old flat."),
    ("C07", "I'm sorry about the leak. However long it takes, I stay until it is dry."),
    ("C07", "I'm sorry about Friday, but I'd like to put it right."),
]


@pytest.mark.parametrize(("check", "words"), FAULTS)
def test_a_fault_is_heard_in_any_trade(check: str, words: str) -> None:
    assert check in {finding.check for finding in review(words, {}).findings}


@pytest.mark.parametrize(("check", "words"), SAID_WELL)
def test_the_honest_neighbour_of_a_fault_is_left_alone(check: str, words: str) -> None:
    assert check not in {finding.check for finding in review(words, {}).findings}
