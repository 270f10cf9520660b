"""Words of a flag that say something else here: an own payment, an old debt, a firm's department."""

from __future__ import annotations

import pytest

from amends.triage import read


def acting(text: str) -> set[str]:
    return {flag.flag for flag in read(text).flags if flag.confidence >= 0.5}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("My mortgage payments have not been applied to the loan since June.", "privacy"),
        ("I was told I did not need to make a payment until March.", "privacy"),
        ("They would not let me open a new account with the bank.", "privacy"),
        ("I entered my personal information in the form and the page froze.", "privacy"),
        ("I was not able to make the payment because your site was down.", "vulnerable"),
        ("This debt is 12 years old and was paid.", "vulnerable"),
        ("My prepayment was applied to the wrong month.", "vulnerable"),
        ("I spoke to your department for auto insurance and they knew nothing.", "legal"),
        ("They said it was done for legal reasons.", "legal"),
        ("I took out a loan in May and the papers are still wrong.", "public"),
        ("Online purchases on my card have been disabled since Monday and nobody can tell me why.", "vulnerable"),
        ("You disabled incoming calls on my line without asking.", "vulnerable"),
        ("How do I file a claim for a bag that came off the belt with a broken wheel?", "legal"),
        ("My timeline is full of your adverts today.", "public"),
        ("The driver set the box down in the same spot as always, thank you.", "repeat"),
        ("I paid the whole balance just to be done with this card debt, and you still charge interest.", "exit"),
        ("Looking for the best funds for the next ten years", "exit"),
        ("I have two hundred points to burn, and I burn them on Friday.", "safety"),
        ("You bled the radiators and the one in the hall is still cold.", "safety"),
        ("The lining of the coat came out in a week.", "safety"),
        ("The fault I told you of is mended and has stayed mended, thank you.", "repeat"),
        ("The page has disabled my discount code.", "vulnerable"),
        ("Many of the solicitors in our building wear your frames.", "legal"),
        ("I found you on Instagram. Do you sell the blue one too?", "public"),
        ("I had thought of moving to a rival, and have just renewed for two years.", "exit"),
        ("As a Sikh family we were welcomed like guests of honour.", "discrimination"),
        ("@somefirm yes when I landed.", "safety"),
    ],
)
def test_what_only_sounds_like_it_is_not_flagged(text: str, flag: str) -> None:
    assert flag not in acting(text)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("There is a payment on my card that I never made.", "privacy"),
        ("I never made this payment, it was somebody in another country.", "privacy"),
        ("I never made a payment to that shop and £40 is gone from my card.", "privacy"),
        ("I have raised a dispute with my bank to get the money back.", "legal"),
        ("You shared my personal details with another customer.", "privacy"),
        ("The service is no use to me since I am disabled and the lift is out.", "vulnerable"),
        ("I will file a claim with the county court on Friday for the lost suitcase.", "legal"),
        ("It is on my timeline for all my followers to read.", "public"),
        ("The leak is in the same spot as before you mended it.", "repeat"),
        ("I am done with this bank and its balance tricks, moving everything on Friday.", "exit"),
        ("I filed a claim in the small claims court this morning.", "legal"),
        ("My mother is 91 years old and has been without a phone for a week.", "vulnerable"),
        ("The whole story will be in the papers on Saturday.", "public"),
        ("The tap drips and I have no intention of renewing the plan.", "exit"),
        ("That was the last time I order with you.", "exit"),
        ("Each time your text comes I think about ending it.", "safety"),
        ("Each time your text comes I think about ending it.", "vulnerable"),
        ("I was made redundant in May and the plan still costs me forty a month.", "vulnerable"),
        ("They told me to move my savings to a safe account, and I did.", "privacy"),
        ("The second appointment was cancelled like the first one.", "repeat"),
        ("I do not see the point of going on.", "safety"),
        ("We ate your pies at the market on Sunday and three of us were vomiting until morning.", "safety"),
    ],
)
def test_what_means_it_still_is(text: str, flag: str) -> None:
    assert flag in acting(text)


@pytest.mark.parametrize("text", ["Is this legal?", "The crime reference is on page two."])
def test_what_may_be_meant_as_a_step_is_only_asked_about(text: str) -> None:
    (legal,) = [flag for flag in read(text).flags if flag.flag == "legal"]
    assert legal.confidence < 0.5
