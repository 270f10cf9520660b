"""A customer who asks where it is, is heard as one who asks where it is."""

from __future__ import annotations

import pytest

from amends.coach.chasing import chases


@pytest.mark.parametrize(
    "text",
    [
        "Where is my refund?",
        "where's my parcel",
        "Any news?",
        "Any update on my order?",
        "Is there any update?",
        "Could you give me an update please",
        "I am still waiting for your answer.",
        "Still nothing.",
        "Still no parcel.",
        "my order still hasn't arrived",
        "I have not heard from you.",
        "I haven\u2019t heard anything since Monday.",
        "No reply so far.",
        "Nobody has called me.",
        "no one called",
        "You promised to call by Friday.",
        "You said it would be here by Tuesday.",
        "I was told someone would ring me today.",
        "When will it arrive?",
        "when can I expect my money",
        "I am chasing my refund.",
        "Just following up on my message.",
        "What is happening with my case?",
        "What\u2019s going on?",
        "What is the status of my refund?",
        "It's been 9 days.",
        "It is three weeks since you wrote.",
        "My new card isn't here yet.",
        "Why has the lamp not come?",
        "The refund has not been paid.",
        "Have you sent it yet?",
        "How do I track my parcel?",
        "It should be here by now.",
        "It has been two weeks since I wrote.",
        "It's been over a week now",
        "How long do I have to wait?",
        "I've been waiting for ten days.",
        "This is my third email.",
        "Have you forgotten about me?",
        "Thanks for your reply, but when will it arrive?",
    ],
)
def test_is_heard(text: str) -> None:
    assert chases(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you very much!",
        "Thanks for the update.",
        "Thank you for your quick reply, all is well now.",
        "Got it, thanks for following up on this.",
        "It came today, thanks for chasing it.",
        "It's perfect now, thank you so much for your help.",
        "That's wonderful news, thank you.",
        "No reply needed, thanks.",
        "The chair arrived broken.",
        "It is a lovely day here.",
        "I have been a customer for two months.",
        "The waiter was rude to us.",
        "You charged me twice.",
        "I would like my money back.",
        "Please send a new one.",
        "Friday at three is fine.",
        "Where is your shop?",
        "When will you be open?",
        "> When will it arrive?\nYes please.",
    ],
)
def test_is_not_heard_in_thanks_answers_and_first_complaints(text: str) -> None:
    assert not chases(text)
