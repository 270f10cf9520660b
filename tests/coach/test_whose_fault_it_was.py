"""Whose doing it was, in many words: proved, blamed, laid off, admitted, hedged, excused; and the fair words that come near."""

from __future__ import annotations

import pytest

from amends.checks.fault import whose_fault
from amends.coach import review
from amends.drafts.turns import Turns

CASES = {"C12": {"fault": "not_established"}, "hedged": {"fault": "established"}}


def _found(check: str, text: str) -> bool:
    case = CASES.get(check, {})
    code = "C12" if check == "hedged" else check
    return any(finding.check == code for finding in review(text, case).findings)


UNFAIR = [
    ("C09", "My technician's photographs show the seal was intact when he handed the keys back."),
    ("C09", "After a full review I am confident that our team followed the procedure."),
    ("C09", "The lease you signed allows for exactly this."),
    ("C09", "The sensor history leaves no doubt on this point."),
    ("C10", "You left the skylight open, so of course the rain got in."),
    ("C10", "It's up to passengers to keep an eye on the boards."),
    ("C10", "Had you rung the surgery that morning, we could have helped."),
    ("C10", "Most clients bring the paperwork with them."),
    ("C11", "The removal firm left your piano in the rain."),
    ("C11", "It was the scaffolders who cracked the tile."),
    ("C11", "A clerical error resulted in two bookings."),
    ("C11", "We only sell the tickets; somebody else runs the show."),
    ("C12", "Our carpenter measured the door wrongly."),
    ("C12", "The blame for the flood sits with us."),
    ("C12", "I should have rung you on Monday and I didn't."),
    ("hedged", "There may well have been some crossed wires at the counter."),
    ("hedged", "Perhaps our man was a touch abrupt."),
    ("hedged", "If there was a delay, we would like to look into it."),
    ("C13", "Two of our drivers are on leave this fortnight."),
    ("C13", "It has been one of those weeks here."),
    ("C13", "We are in the middle of changing booking systems."),
]
FAIR = [
    ("C09", "Your photographs show the crack clearly, thank you."),
    ("C09", "I can see from the notes that you rang four times."),
    ("C09", "The decision is yours, and either way it costs you nothing."),
    ("C10", "You should have been given a receipt at the desk."),
    ("C10", "It's up to you whether we come Tuesday or Thursday."),
    ("C11", "The freight company brings it on Tuesday before noon."),
    ("C11", "Whatever happened at the depot, you bought it from us and I'm putting it right."),
    ("C12", "We have asked a surveyor to find out where the water came from."),
    ("C12", "I don't yet know whether our carer left the gate unlocked."),
    ("C12", "The responsibility for finding out is mine."),
    ("hedged", "The repair was not done well, and you waited nine days for it."),
    ("hedged", "Perhaps Thursday would be easier for you."),
    ("C13", "Two of our drivers are bringing it on Friday."),
    ("C13", "You asked why it was late: two of our drivers are on leave, and I cover their round from today."),
]


@pytest.mark.parametrize(("check", "text"), UNFAIR)
def test_the_fault_is_seen_whatever_the_words(check: str, text: str) -> None:
    assert _found(check, text)


@pytest.mark.parametrize(("check", "text"), FAIR)
def test_fair_words_that_come_near_are_left_alone(check: str, text: str) -> None:
    assert not _found(check, text)


@pytest.mark.parametrize("words", ["we " * 4000, "the our your " * 2000, "you did not " * 2000, "records " * 3000])
def test_a_long_text_of_the_words_it_looks_for_is_read_in_good_time(words: str) -> None:
    review(words, {"fault": "not_established"})


def test_every_frame_can_be_read() -> None:
    cues = [one for one in vars(whose_fault).values() if isinstance(one, Turns)]
    assert cues
    assert all(turn.pattern for cue in cues for turn in cue.turns)
