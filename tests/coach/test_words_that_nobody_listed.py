"""What grates is heard in whatever trade and words; the same words said well are left alone."""

from __future__ import annotations

import pytest

from amends.checks.honesty import leak_words, public_words
from amends.checks.manner import cheer_words, chummy_words, jargon_words, leaving_words, pressing_words, trait_words
from amends.checks.remedy import token_words
from amends.coach import review
from amends.drafts.turns import Turns

GRAVE = {"severity": "critical"}
PUBLIC = {"stage": "public_reply", "channel": "public"}
UPSET = {"reads_as": "hurt"}
LEAVING = {"flags": ["exit"]}
UNASKED = {"wish_asked": False}

FAULTS = [
    ("C21", {}, "The reversal is parked in the exceptions queue until our GL team signs it off."),
    ("C21", {}, "Your swap was auto-rejected by the pricing engine and fell into suspense."),
    ("C21", {}, "The spare went to the wrong RDC, so it was never receipted."),
    ("C24", GRAVE, "Aw, you poor thing! I'll have the ward ring you, petal."),
    ("C24", GRAVE, "The claim form took a little wander, silly us."),
    ("C28", UNASKED, "There's a fruit basket on its way to your office."),
    ("C28", UNASKED, "Your next two haircuts are on the house."),
    ("C28", UNASKED, "I have knocked a tenner off your next service."),
    ("C39", PUBLIC, "Strange that you left out how your party was asked to leave."),
    ("C39", PUBLIC, "We have plenty of witnesses to that, and your photo speaks for itself."),
    ("C39", PUBLIC, "Your policy was cancelled because of fraud, as you well know."),
    ("C42", LEAVING, "You would be throwing away everything you built in ten years."),
    ("C42", LEAVING, "I can't close the account until you have heard what our manager offers."),
    ("C42", {}, "We thought of you as part of the family."),
    ("C45", UPSET, "Enjoy the long weekend, and happy hiking!"),
    ("C45", UPSET, "We love hearing from our readers!"),
    ("C46", {}, "I imagine you find the stairs a struggle."),
    ("C46", {}, "Pensioners often get the buttons mixed up."),
    ("C46", {}, "Maybe ask your grandson to set it up for you."),
]
SAID_WELL = [
    ("C21", {}, "Your SLA (the four hours we promised) ran out at noon."),
    ("C21", {}, "The MRI is booked for Monday, and the PDF with the address is attached."),
    ("C21", {}, "You were third in line when the till broke."),
    ("C24", GRAVE, "My colleague Petal Jones has your file, Mrs Honey."),
    ("C24", GRAVE, "Hey Lou, the pump is on the van."),
    ("C28", UNASKED, "The voucher you bought for your brother works again."),
    ("C28", UNASKED, "The seat beside you was free, and I am free at four."),
    ("C39", PUBLIC, "You were right about the sign. I have moved it."),
    ("C39", PUBLIC, "I would like to hear more; my number is in your messages. Noor"),
    ("C42", LEAVING, "You lose nothing by going, and I have sent the file to your new dentist."),
    ("C42", LEAVING, "It closes tonight, and £9 comes back to you."),
    ("C45", UPSET, "I hope the wrist is mending. The other form is with me."),
    ("C45", UPSET, "You had a lovely evening planned and we spoilt it."),
    ("C46", {}, "You told me that stairs are hard for you, so it is the ground floor."),
    ("C46", {}, "The pump is old and the new one comes on Friday."),
]


@pytest.mark.parametrize(("check", "case", "words"), FAULTS)
def test_a_fault_is_heard_in_words_that_are_on_no_list(check: str, case: dict[str, object], words: str) -> None:
    assert check in {found.check for found in review(words, case).findings}


@pytest.mark.parametrize(("check", "case", "words"), SAID_WELL)
def test_the_same_said_well_is_left_alone(check: str, case: dict[str, object], words: str) -> None:
    assert check not in {found.check for found in review(words, case).findings}


@pytest.mark.parametrize(
    "module",
    [
        cheer_words,
        chummy_words,
        jargon_words,
        leak_words,
        leaving_words,
        pressing_words,
        public_words,
        token_words,
        trait_words,
    ],
)
def test_every_frame_is_an_expression_that_can_be_made(module: object) -> None:
    kept = [one for one in vars(module).values() if isinstance(one, Turns)]
    assert kept
    for frames in kept:
        assert all(turn.pattern for turn in frames.turns)
