"""Work and costs laid upon the customer, and words with nothing behind them, are known in trades that nobody listed."""

from __future__ import annotations

import pytest

from amends.coach import review


def found(check: str, text: str) -> list[str]:
    return [one.quote for one in review(text, {"wish_asked": False}).findings if one.check == check]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C26", "You'd be better off ringing the landlord about the stairs."),
        ("C26", "Tenants are asked to clear the loft before our roofer calls."),
        ("C26", "Log in, open the orders page and raise a fresh claim there."),
        ("C26", "You've got to fax both pages to the embassy."),
        ("C26", "The desk you want is ticketing, on the third floor."),
        ("C27", "There's a supplement for the Sunday boat."),
        ("C27", "Redoing the hem comes to £14."),
        ("C27", "We can tow it again once the deposit has been paid."),
        ("C27", "Postage is on the buyer."),
        ("C28", "Your next haircut won't cost a thing."),
        ("C28", "I've enclosed two passes for the aquarium."),
        ("C28", "Have £20 on us."),
        ("C31", "I'll make sure nobody else waits in the rain like that."),
        ("C31", "From now on you can rely on us to ring back."),
        ("C31", "The caterer has been warned."),
        ("C16", "Every passenger counts, and so do you."),
        ("C16", "Your comfort lies at the heart of our house."),
        ("C16", "We are dedicated to giving the best care in town."),
        ("C35", "The relevant people are aware."),
        ("C35", "Certain entries were corrected where applicable."),
        ("C35", "Your case has moved on to the next stage."),
    ],
)
def test_a_burden_or_a_hollow_word_is_found(check: str, text: str) -> None:
    assert found(check, text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C26", "If you smell gas, ring the emergency line and stay outside."),
        ("C26", "Bring it in and I'll mend it while you wait."),
        ("C26", "You don't need to ring the bank; I did that at nine."),
        ("C27", "The second visit costs you nothing."),
        ("C27", "Were you asked to pay for the second key?"),
        ("C27", "Your corrected total is £42, as it should have been from the start."),
        ("C28", "Your points were missing, so I have put all 900 back."),
        ("C31", "I can't promise it won't happen again until the pump is in."),
        ("C31", "Please ring me again at four."),
        ("C16", "I've refunded the £18 and asked the bank to hurry."),
        ("C35", "The blue kettle left Hull at noon and is with you tomorrow."),
        ("C35", "You are third in the queue, about eight minutes."),
    ],
)
def test_its_honest_neighbour_is_let_pass(check: str, text: str) -> None:
    assert found(check, text) == []
