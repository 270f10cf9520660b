"""Work, cost, vagueness, silence, harm and bargains are heard in other than the usual words; good sentences near them are let be."""

import pytest

from amends.coach import review


def found(text: str) -> set[str]:
    return {finding.check for finding in review(text, {}).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Drive over to our Leicester yard with the old exhaust and they'll fit the right one.",
        "You would have to ring round the local vets to find one that has the vaccine.",
        "Once you have a letter from your dentist, scan it and send it across.",
        "Wrap the mirror in a blanket and leave it on the doorstep for the van.",
        "Would you mind photographing every page of the logbook?",
    ],
)
def test_an_errand_is_work_for_them_however_it_is_asked(text: str) -> None:
    assert "C26" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I rang the vet in Barton, who has the vaccine, and booked you in for four.",
        "Our driver wraps the mirror and carries it out. Leave it on the wall.",
        "Please use the side door tomorrow, the front step is wet.",
        "If you'd rather do it yourself, ring the shop; or I do it now.",
    ],
)
def test_what_we_do_ourselves_and_a_simple_request_are_no_work(text: str) -> None:
    assert "C26" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sending a fitter round again will be £60 plus VAT.",
        "We'll split the cost of the new hinge with you.",
        "A fresh copy of your certificate is N2,000.",
        "The ferry company's amendment charge is passed on to the traveller.",
        "We will refund a third of the call-out fee.",
    ],
)
def test_a_price_is_a_price_in_any_currency_and_by_any_name(text: str) -> None:
    assert "C27" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The reprint is on us and so is the courier.",
        "You paid £60 for the second visit; it goes back to your card today.",
        "Your next bill is £31, the same as last month.",
        "The larger tent is £20 a night; yours stays at £14.",
    ],
)
def test_what_costs_them_nothing_or_was_always_their_price_is_no_charge(text: str) -> None:
    assert "C27" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Something came up at our end and it has since been sorted out.",
        "The matter is receiving attention.",
        "A few improvements have gone in around the booking side of things.",
        "There were some problems with one or two things in the kitchen.",
    ],
)
def test_the_matter_and_one_or_two_things_name_nothing(text: str) -> None:
    assert "C35" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I've changed the name on your ticket to Okafor.",
        "Two things went wrong: the clock was an hour slow, and nobody checked it.",
        "Part of the roof is on. The rest follows on Tuesday.",
    ],
)
def test_a_thing_with_its_name_is_not_vague(text: str) -> None:
    assert "C35" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We'll be back to you as the picture becomes clearer.",
        "I don't have anything to report yet.",
        "There's been no movement on your claim, I'm afraid.",
        "I'll let you know how it goes.",
        "You will be contacted when there is a decision.",
    ],
)
def test_news_on_no_day_is_no_news(text: str) -> None:
    assert "C38" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "No news from the lab at noon. I ring again at three and write to you at ten past.",
        "I'll let you know by four whether the part fits.",
        "The van is with you at two. I'll text you when it turns into your street.",
    ],
)
def test_news_with_an_hour_beside_it_is_let_be(text: str) -> None:
    assert "C38" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A mild rash is nothing to fret about; most people get it.",
        "The brakes squeal a little when cold. It's fine to drive.",
        "Your daughter's reaction sounds mild. Please accept a hamper from all of us.",
        "There's no point going to a lawyer over a burnt hand.",
        "Reporting it to the food authority would only slow things down, and the police won't help.",
    ],
)
def test_harm_made_small_bought_off_or_kept_from_the_law_is_found_without_a_flag(text: str) -> None:
    assert "C40" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please stop using the heater and unplug it. Jan comes at two to test it.",
        "The burn needs a doctor, today. We pay the taxi.",
        "The brakes are new on both sides and were tested this morning.",
        "Your lawyer has my direct number.",
    ],
)
def test_harm_taken_seriously_is_let_be(text: str) -> None:
    assert "C40" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We'd process your refund right away if that comment on Facebook were to go.",
        "Write us something nice on Yelp and next week's clean is free.",
        "The money comes with one string: not a word to anybody.",
        "The upgrade is yours so long as you don't share this with the group.",
    ],
)
def test_a_bargain_over_what_they_say_is_found_in_any_words(text: str) -> None:
    assert "C41" in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your review is fair and I've shown it to the chef.",
        "The refund was paid at nine. Say about us what you like.",
        "I've posted the cheque and it should be with you on Thursday.",
        "Only the two of us know your new address.",
    ],
)
def test_a_refund_beside_a_review_is_no_bargain(text: str) -> None:
    assert "C41" not in found(text)
