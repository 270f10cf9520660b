"""Sorry for how they feel, sorry if, sorry but; made small, compared, or said what it did to them: told in many ways."""

from __future__ import annotations

import pytest

from amends.coach import review

NOW = "2026-05-04T10:00+01:00"


def found(text: str, check: str, stage: str | None = None) -> bool:
    case = {"stage": stage, "now": NOW} if stage else {}
    return check in {one.check for one in review(text, case).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Sorry our little joke got your back up.",
        "It grieves me that you see malice in what was a clerical matter.",
        "What a shame that you didn't warm to the new menu.",
        "We're saddened by your displeasure, madam.",
        "I'm sorry you got yourself so worked up about the queue.",
        "We apologise that our tone came across to you as cold.",
    ],
)
def test_sorry_for_how_they_see_it_is_no_apology(text: str) -> None:
    assert found(text, "C02")


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry you think you've been overcharged; you have, by £12, and it's back.",
        "I'm sorry you found glass in the salad.",
        "I'm sorry you were made to feel like a thief at our door.",
        "It's a shame the rain spoiled it; the second match is yours free.",
        "I'm sorry it took so long for you to get through.",
    ],
)
def test_sorry_for_what_happened_to_them_is_one(text: str) -> None:
    assert not found(text, "C02")


@pytest.mark.parametrize(
    "text",
    [
        "Should any discomfort have arisen from the fumes, kindly accept our apologies.",
        "Where mistakes were made, we are sorry.",
        "We're sorry to anyone who had difficulty logging in.",
        "If it turns out that the oil came from our lorry, you will have our apology.",
        "The inconvenience is regretted. Platform 4 is open again.",
    ],
)
def test_an_apology_that_hangs_on_an_if_is_for_nothing_in_particular(text: str) -> None:
    assert found(text, "C06")


@pytest.mark.parametrize(
    "text",
    [
        "If you can send the photo today, I'll have it fixed tonight. Sorry again about Monday.",
        "Where the fence was broken we have put up a rail; I'm sorry it stood open for a week.",
        "I'm sorry. Any one of us could have rung you and none did.",
        "Should you miss me, ask for Carla. I'm sorry this has dragged on since March.",
    ],
)
def test_an_if_about_something_else_takes_nothing_from_the_apology(text: str) -> None:
    assert not found(text, "C06")


@pytest.mark.parametrize(
    "text",
    [
        "Sorry about the puncture repair. With respect, tyres of that age ought to be replaced.",
        "I can appreciate that losing the deposit stings; the fact remains that you cancelled after the deadline.",
        "I'm sorry for the burnt collar. Let's not forget that the shirt was ten years old.",
        "While we regret the late delivery, our terms allow for up to ten working days.",
        "I'm sorry the lift was out, it's just that the engineer was off.",
        "Our regrets for the fallen icing. Sugar does that in June, after all.",
    ],
)
def test_a_turn_by_any_name_takes_the_apology_back(text: str) -> None:
    assert found(text, "C07")


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry. To be honest, I would have walked out too.",
        "I can see why you're cross. At the same time as the refund, I've sent the missing lid.",
        "Sorry about the mess. Only the hall is left to sweep and I'll do that at four.",
        "I understand how much the ring means to you. Just so you know, I've locked it in the safe myself.",
    ],
)
def test_what_lets_them_be_right_or_does_something_is_no_retreat(text: str) -> None:
    assert not found(text, "C07")


@pytest.mark.parametrize(
    "text",
    [
        "In the greater scheme of a wedding, one missing centrepiece is hardly a catastrophe.",
        "I wouldn't lose any sleep over a late statement.",
        "Boilers do that in winter, it's part and parcel of owning one.",
        "Nobody but you would ever spot the seam.",
        "Come on, it's a hem.",
    ],
)
def test_what_was_not_small_to_them_is_not_made_small(text: str) -> None:
    assert found(text, "C08")


@pytest.mark.parametrize(
    "text",
    [
        "There is just one bag left at the desk and it has your name on it.",
        "A minor was hurt, and that comes before everything else.",
        "Nothing more will be charged to your card.",
        "We are only a family of bakers with one oven.",
        "The delay was not a small matter.",
    ],
)
def test_small_words_about_other_things_pass(text: str) -> None:
    assert not found(text, "C08")


@pytest.mark.parametrize(
    "text",
    [
        "Plenty of brides got no dress at all that weekend.",
        "You can be thankful it wasn't the gearbox.",
        "Some people on the later ferry slept on the deck.",
        "You were among the luckier ones; the flat below lost everything.",
    ],
)
def test_others_worse_luck_is_no_comfort(text: str) -> None:
    assert found(text, "C50")


@pytest.mark.parametrize(
    "text",
    [
        "Most parents pick the Monday group. Shall I put Tomi there?",
        "We have other customers with the same boiler, and I'm writing to each of them today.",
        "Thankfully I found your ring in the filter.",
        "Others have told us the same, and you were the first to say how to fix it.",
        "I'd be glad of ten minutes on the phone.",
    ],
)
def test_others_may_be_named_for_a_reason(text: str) -> None:
    assert not found(text, "C50")


@pytest.mark.parametrize(
    "text",
    [
        "You'd promised your father he would see the sea, and he didn't.",
        "It's left you chasing three departments in your lunch breaks.",
        "Ten days with one bathroom and a toddler is a lot.",
        "So your girls did their homework by candle.",
        "Your stall stood bare on the best market day of the year.",
    ],
)
def test_what_it_did_to_them_may_be_told_in_any_words(text: str) -> None:
    assert not found(text, "C05", "notice")


@pytest.mark.parametrize(
    "text",
    [
        "The part is on order and the fitter is booked for the 9th.",
        "You sent us the photos on Friday and I've read your note.",
        "She has the file and will ring you at 3.",
        "Did you lose anything by it?",
        "You paid on the 3rd and the statement shows it.",
    ],
)
def test_a_message_about_the_case_alone_names_no_effect(text: str) -> None:
    assert found(text, "C05", "notice")
