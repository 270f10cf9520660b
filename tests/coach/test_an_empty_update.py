"""An update that only says we are still looking is empty; a time, a step, a question or a reason makes it news."""

from __future__ import annotations

import pytest

from amends.coach.emptiness import says_nothing_new


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "We are still looking into it.",
        "We are still looking into it, Anna.",
        "Thank you, Anna.",
        "We\u2019re working on it.",
        "Hi Anna, no news yet, please bear with us.",
        "There is no update at this time.",
        "We'll keep you updated.",
        "We're sorry for the delay. Our team is still investigating this matter.",
        "Your satisfaction is our top priority and we are doing everything we can.",
        "We take this matter very seriously.",
        "Unfortunately we do not have any further information at the moment. We will let you know as soon as we have news.",
        "We apologise for any inconvenience this may have caused and appreciate your understanding.",
        "Thank you for your patience while we look into this.",
        "Your case is still being reviewed by our team.",
        "We are still looking into case 4471.",
        "We are working hard to resolve this issue as quickly as possible.\nSam",
        "> Your parcel is lost.\nStill looking into it.",
        "Hello,\nWe have received your complaint and are looking into it.\nThanks",
        "Dear Anna,\n\nWe are still working on it and will get back to you as soon as\npossible.\n\nKind regards,\nSam\nCustomer Care",
        "No news yet.\n\nYours sincerely\nSam Reed\n0131 555 0142\nwww.lamps.example",
    ],
)
def test_says_nothing_that_the_customer_did_not_know(text: str) -> None:
    assert says_nothing_new(text)


@pytest.mark.parametrize(
    "text",
    [
        "We are still looking into it. I will call you on Friday.",
        "The part broke in our test, so we ordered another.",
        "Nothing new yet: the plumber is still on site. Next note at 4.",
        "Your refund of \u00a340 was issued.",
        "Could you send us a photo?",
        "We have resolved your issue.",
        "We have reviewed your complaint.",
        "We are unable to process your request.",
        "We will not be looking into this further.",
        "We're sorry, the parcel is lost.",
        "We are sorry your parcel was stolen.",
        "We're still waiting for the courier's answer.",
        "Thank you for your patience, your refund is on its way.",
        "Thank you for your patience while we repaired the boiler.",
        "We are still looking into the blue chair.",
        "We apologise for the delay, which was due to a storm.",
        "Hi we have fixed it",
        "It takes two more days.",
        "We regret to inform you that your claim is refused.",
        "Still looking into it.\n\nKind regards,\nSam\n\nP.S. the blue chair left Leeds this morning.",
    ],
)
def test_is_not_one_that_tells_a_time_a_step_a_question_or_a_reason(text: str) -> None:
    assert not says_nothing_new(text)
