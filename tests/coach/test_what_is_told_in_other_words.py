"""Faults are heard in whatever words they are told; the same words said of other things are let pass."""

from __future__ import annotations

import pytest

from amends.coach import review

REFUSED = [
    "The club never gives a locker back once the key is lost, and there is no changing it.",
    "The board has looked twice and it is still no.",
    "My hands are tied where glass is concerned.",
    "An upgrade is not on the cards for that cabin.",
    "Your request for a second lesson has been turned down.",
    "Nothing in your plan covers a wet carpet.",
    "The warranty on the mower has lapsed, so we cannot authorise the part.",
]
NOT_REFUSED = [
    "The mower can't be mended, so I've ordered you a new one.",
    "We can't change the carpet before Friday. Would Saturday at 8 suit you?",
    "There is no fee for the key.",
    "I won't close the file until the lift runs.",
    "Your request was declined by mistake, and the money left today.",
]
ASSURED = [
    "Every lodger's peace of mind is our promise.",
    "No pupil is just a number to us.",
    "The whole yard is pulling out all the stops.",
    "You can depend on us.",
    "We set the bar high in this kitchen.",
]
NOT_ASSURED = [
    "I set the bar stool back on its legs and glued it.",
    "You can depend on the ladder, I climbed it this morning.",
    "We pull the shutters down at six.",
    "What matters most to you, the colour or the day?",
    "We are doing all we can: the pump is booked and I have moved the freezer to our shed.",
]
CERTAIN = [
    "The van will be at your gate by nine, come what may.",
    "There is not the slightest doubt the visa will arrive before your flight.",
    "You'll have your deposit on Monday, I'd bet my boots on it.",
    "Categorically, the lights will be on tonight.",
    "It will be ready tomorrow, no ifs or buts.",
]
NOT_CERTAIN = [
    "I'm not sure the visa will arrive before your flight.",
    "I promise to ring you at 5 with the answer.",
    "Your guarantee on the lamp runs until June.",
    "Make sure the gate is open when the van comes on Friday.",
    "I can't swear to Monday.",
]
PASSED_ON = [
    "I'll swap you across to the freight desk.",
    "Hedges are not my department.",
    "That falls to the parking section.",
    "Your letter now sits with our northern branch.",
    "You'd be better off asking the depot.",
    "The lost property team will pick this up.",
]
NOT_PASSED_ON = [
    "I moved your wardrobe across to the window.",
    "I passed your kind words on to Maeve.",
    "Let me put you through to Idris; he can open the gate from his screen and knows the whole story.",
    "You don't need to ring the depot, I've done it.",
    "I don't do hedges, so I asked our gardener, and here's what she found.",
]
VOWED = [
    "No guest of ours will go through that again.",
    "We have taken what you wrote to heart.",
    "The night staff have been reminded of their duties.",
    "Necessary measures have been put in place.",
    "From now on you'll see a better service.",
    "Late trays are a thing of the past.",
]
NOT_VOWED = [
    "Since Monday two porters check each tray before it leaves.",
    "I can't promise it won't happen again before the new belt is in.",
    "You won't have to explain it again.",
    "The steps by the pool have been painted.",
    "We were told it would never happen again, and it did.",
]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (check, text)
        for check, texts in (
            ("C14", REFUSED),
            ("C16", ASSURED),
            ("C18", CERTAIN),
            ("C19", PASSED_ON),
            ("C31", VOWED),
        )
        for text in texts
    ],
)
def test_a_fault_is_heard_in_whatever_words(check: str, text: str) -> None:
    assert check in {one.check for one in review(text, {}).findings}


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (check, text)
        for check, texts in (
            ("C14", NOT_REFUSED),
            ("C16", NOT_ASSURED),
            ("C18", NOT_CERTAIN),
            ("C19", NOT_PASSED_ON),
            ("C31", NOT_VOWED),
        )
        for text in texts
    ],
)
def test_the_same_words_of_other_things_are_let_pass(check: str, text: str) -> None:
    assert check not in {one.check for one in review(text, {}).findings}


def test_answering_praise_assures_and_vows_nothing() -> None:
    text = "So glad to hear that you enjoyed the tour! We pride ourselves on our guides. Your words help us improve."
    assert not {"C16", "C31"} & {one.check for one in review(text, {}).findings}
