"""Good replies use the words of bad ones: what a careful person writes is let be, and the plain fault is still found."""

from __future__ import annotations

from typing import Any

import pytest

from amends.coach import review
from amends.texts.sentences import sentences

_MONDAY = "2026-05-04T10:00+01:00"
_REFUND = {"kind": "refund", "amount": "96.00", "currency": "GBP", "state": "awaiting_approval"}


def checks(text: str, case: dict[str, Any] | None = None) -> set[str]:
    return {one.check for one in review(text, case or {}).findings}


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C02", "We are sorry you feel upset."),
        ("C06", "Sorry for any inconvenience."),
        ("C08", "It was only a few minutes."),
        ("C09", "Our records show that you signed for it."),
        ("C10", "You should have told us sooner."),
        ("C10", "You should have read the email we sent."),
        ("C11", "It was the courier's fault."),
        ("C14", "There is nothing we can do."),
        ("C23", "Your call is important to us."),
        ("C31", "It won't happen again."),
        ("C38", "We'll keep you posted."),
        ("C50", "Others had it worse."),
    ],
)
def test_the_plainest_words_of_a_fault_are_found(check: str, text: str) -> None:
    assert check in checks(text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C09", "Your photo came through, which shows it clearly."),
        ("C10", "Thank you for writing when you could have let it go."),
        ("C10", "The sofa went to the wrong house and was found by you on the porch."),
        ("C10", "If you'd like me to look a second time, you could ring me before six."),
        ("C10", "A new one has to be fitted first, and I have ordered it."),
        ("C13", "The lift in Heron House has been out since Monday and you climbed six floors."),
        ("C26", "Please go back to your old pair until Thursday; I have a new one for you then."),
        ("C27", "You thought you'd be paying £300 for the ceiling out of your own pocket."),
        ("C27", "You may come another weekend at the same rate."),
        ("C38", "I'm with you between 9 and 11 tomorrow, and I'll text when I set off."),
        ("C50", "You spent the morning on the telephone while a client waited in your hall."),
        ("C08", "A smell of burning is not something to wait out."),
    ],
)
def test_what_only_looks_like_a_fault_is_let_be(check: str, text: str) -> None:
    assert check not in checks(text)


def test_cheer_is_not_a_day_that_one_has_in_mind() -> None:
    upset = {"reads_as": "anger"}
    assert "C45" not in checks("If you have a day in mind, I shall write it in.", upset)
    assert "C45" in checks("Have a lovely day!", upset)


def test_a_visit_of_our_own_needs_no_forecast() -> None:
    case = {"now": _MONDAY}
    assert "C18" not in checks("I'll come up at 3 today to see how you are.", case)
    assert "C18" in checks("Your boiler will be mended by 3 today.", case)


@pytest.mark.parametrize(
    "text",
    [
        "I'm putting £96 back on your card at 4, and I'll ring you at half past to say it's gone.",
        "I went through your refund with the branch this morning.",
        "No money has gone out yet.",
        "I have put your £96 forward for repayment.",
        "The £219 is back with you.",
    ],
)
def test_what_waits_for_approval_may_be_spoken_of(text: str) -> None:
    assert "C49" not in checks(text, {"remedy": _REFUND})


@pytest.mark.parametrize(
    "text", ["Your £96 has been refunded.", "The refund has been sent.", "I have paid £96 to your card."]
)
def test_what_waits_for_approval_is_not_said_done(text: str) -> None:
    assert "C49" in checks(text, {"remedy": _REFUND})


def test_three_options_may_be_three_sentences() -> None:
    case = {"stage": "offer", "wish_asked": True, "now": _MONDAY, "wish": "all of it back", "beyond_authority": True}
    offered = (
        "I can do one of these three today. Pay back this quarter, £90, to your card. Give you the next quarter free. "
        "Or send an engineer to stay with you until it runs. I'll ring at 4 for your answer."
    )
    assert "C29" not in checks(offered, case)


def test_what_comes_out_after_it_has_ended_is_stale_already() -> None:
    case = {"now": _MONDAY, "stale": [{"text": "open day", "valid_until": "2026-05-09"}]}
    assert "C48" in checks("The page goes out on 12 May, and our open day is on it.", case)
    assert "C48" not in checks("The page goes out on 8 May, and our open day is on it.", case)
    assert "C48" not in checks("I will ring you on 12 May. The open day is on Saturday.", case)
    assert "C48" not in checks("Your refund of £40 reaches you on 12 May. The open day is on Saturday.", case)


def test_on_the_telephone_it_is_asked_first_who_is_there() -> None:
    call = {"stage": "notice", "now": _MONDAY, "channel": "phone_script"}
    said = "Good morning, is that Mrs Dale? I'm Piet from Highveld Movers. I'm sorry, our lorry has broken down and Friday cannot be."
    assert "C01" not in checks(said, call)
    assert "C01" in checks("Our lorry broke down last night. Friday cannot be. I'm sorry.", call)


def test_a_follow_up_may_say_that_the_cure_is_not_there_yet() -> None:
    case = {
        "stage": "follow_up", "now": _MONDAY, "fault": "established",
        "corrective_action": {"state": "planned", "text": "a second check at packing"},
    }  # fmt: skip
    told = (
        "I'm sorry again about the wrong lamp. It came about because two labels look alike. You have the right one since Tuesday. "
        "The label itself is not changed on every shelf yet; I will write the day it is. Thank you for your patience."
    )
    assert "C33" not in checks(told, case)


def test_a_desk_that_signs_is_nobody() -> None:
    assert "C34" in checks("We cannot answer each mail. We are sorry.\nSupport Desk")
    assert "C34" not in checks("I have your mail here and will answer it at 4.\nKit, Support Desk")


def test_an_argument_in_public_is_found_and_regret_is_none() -> None:
    public = {"stage": "public_reply", "channel": "public"}
    assert "C39" in checks("Sorry Tariq, that is simply untrue.", public)
    assert "C39" not in checks("This isn't what we like to hear from our guests, and I'm sorry.", public)


def test_a_time_alone_is_no_sentence() -> None:
    assert [one.words for one in sentences("It is here. Tomorrow by 9 a.m. I will send you the count.")] == [
        "It is here.", "Tomorrow by 9 a.m. I will send you the count.",
    ]  # fmt: skip
    assert len(sentences("I ring at 9 a.m. I will say it then.")) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I have asked the depot and will message you by 3 pm today with what they say.", "I"),
        ("Ray has looked at your photos and will ring you by 3 pm today.", "Ray"),
        ("Hello Ms Orme, Ray took the pictures himself and will give you a ring by 3 pm today.", "Ray"),
    ],
)
def test_a_promise_behind_another_deed_is_whose_that_was(text: str, who: str) -> None:
    (promise,) = review(text, {"now": _MONDAY}).promises
    assert (promise.who, promise.due and promise.due.isoformat()) == (who, "2026-05-04T15:00:00+01:00")


@pytest.mark.parametrize(
    "text", ["The bank has your form and will write to you on Friday.", "They say it will arrive on Friday."]
)
def test_what_others_will_do_is_no_promise_of_ours(text: str) -> None:
    assert not review(text, {"now": _MONDAY}).promises


def test_what_the_wordings_mistake_is_let_be_and_what_a_rule_knows_is_found() -> None:
    lawful = {"flags": ["legal"], "fault": "established"}
    assert "C40" not in checks("You may take this to a solicitor. The money is yours either way.", lawful)
    assert "C40" in checks("You can speak to a solicitor, but courts are slow and hardly worth it for this.", lawful)
    assert "C27" not in checks("The new door goes by courier at our cost.")
    assert "C27" in checks(
        "We refunded 20 pounds, and the 5 pounds handling fee for the exchange is payable by you.", lawful
    )
    assert "C31" not in checks("The oven has been lit again since 9.")
    assert "C31" in checks("It has been on again since 5 and I promise this will never happen again.")


def test_she_is_whoever_was_named_last_and_not_whoever_is_away() -> None:
    case = {"now": _MONDAY, "roster": [{"name": "Ines", "away": ["2026-05-07"]}, {"name": "Marlon"}]}
    assert "C44" in checks("I gave the quote to Ines and she is phoning you on Thursday at 11.", case)
    assert "C44" not in checks("Ines is off on Thursday, so Marlon is phoning you at 11 that day.", case)


def test_who_takes_over_refuses_nothing() -> None:
    words = "I am passing you across to the metering department, as this falls outside what my desk does. Joy will phone you at 11."
    assert "C14" not in checks(words, {"stage": "handoff", "now": _MONDAY})
    assert "C14" in checks("This falls outside what our cover does.")


@pytest.mark.parametrize(
    ("words", "turns"),
    [
        ("Sorry the cake was wrong, but you had ordered vanilla.", True),
        ("I'm sorry your seat was given away although you had paid for it in March.", False),
        ("I'm sorry you had to ask not once but three times for the list.", False),
    ],
)
def test_a_turn_against_them_takes_regret_back_and_one_for_them_does_not(words: str, *, turns: bool) -> None:
    assert ("C07" in checks(words)) is turns


def test_a_page_that_still_says_it_is_stale_unless_the_writer_says_so() -> None:
    case = {"now": _MONDAY, "stale": [{"text": "Book by 9 May", "valid_until": "2026-05-09"}]}
    assert "C48" in checks(
        'The leaflets now go out on 12 May. The front still says "Book by 9 May" and looks lovely.', case
    )
    assert "C48" not in checks(
        'The leaflets go out on 12 May, and "Book by 9 May" is behind us then. Shall I reprint?', case
    )
