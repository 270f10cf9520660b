"""Each flag is raised by what a customer writes, and not by what only looks like it."""

from __future__ import annotations

import pytest

from amends.triage import read


def raised(text: str) -> set[str]:
    return {flag.flag for flag in read(text).flags if flag.confidence >= 0.5}


def asked(text: str) -> set[str]:
    return {flag.flag for flag in read(text).flags if flag.confidence < 0.5}


@pytest.mark.parametrize(
    ("flag", "is_so", "is_not"),
    [
        ("exit", "We are moving our account to Brightwater next month.", "We moved our account from Brightwater to you last month."),
        ("exit", "I'd hate it, but I might end up leaving, best bakery in town.", "I bake before I leave the country."),
        ("exit", "In two months the lease is up. Bye.", "In two months the warranty is up. What then?"),
        ("legal", "You will hear from my solicitor about the roof.", "My solicitor friend recommended you for the roof."),
        ("legal", "I am filing in small claims on Monday.", "I filled in the form for the tennis court on Monday."),
        ("safety", "No one was hurt this time, but the ladder snapped.", "The price of the ladder shocked me, it is killing me."),
        ("safety", "The charger burnt my hand.", "The app burned through my data."),
        ("vulnerable", "My wife passed away in May and you still write to her.", "I am an old customer, write to the new flat."),
        ("public", "I will post this on every review site.", "I reviewed the contract before I signed it."),
        ("public", "Wait until my followers see the state of it.", "I saw your advert on Facebook."),
        ("repeat", "The same pipe leaks again, you fixed it in June.", "Thanks again for the new pipe."),
        ("discrimination", "He refused us because my husband is black.", "He refused us because the coat is black."),
        ("privacy", "There is a charge on my card that I never made.", "There is a charge on my bill for the call that I made."),
        ("abuse", "You are all useless idiots.", 'Your driver called me a "useless idiot".'),
        ("sarcasm", "Great job on the door, it does not close.", "Great job on the door, it closes without a sound."),
    ],
)  # fmt: skip
def test_a_flag_is_raised_by_what_means_it_and_not_by_what_looks_like_it(flag: str, is_so: str, is_not: str) -> None:
    assert flag in raised(is_so)
    assert flag not in raised(is_not)


def test_the_words_that_raised_a_flag_are_its_evidence() -> None:
    text = "The toast was fine. The toaster gave me an electric shock!"
    (flag,) = [one for one in read(text).flags if one.flag == "safety"]
    assert "electric shock" in " ".join(text[start:end] for start, end in flag.evidence)


def test_a_weak_cue_is_a_question_and_no_flag_that_acts() -> None:
    reading = read("It broke after five weeks and I know my rights.")
    assert asked("It broke after five weeks and I know my rights.") == {"legal"}
    assert any(concern.kind == "implied" and concern.question for concern in reading.concerns)


def test_somebody_else_who_needs_care_is_a_question_first() -> None:
    text = "The radio never came. The lady next door is blind and listens with us."
    assert "vulnerable" in asked(text)


@pytest.mark.parametrize(
    "around",
    ["{}", "> we told you so\n\n{}", "{}\n\n-- \nAnn\nBarrister", "{}\n\nThis email may be legally privileged."],
)
def test_quotes_signatures_and_footers_raise_nothing(around: str) -> None:
    assert raised(around.format("The lamp came in blue, not green.")) == set()


@pytest.mark.parametrize(
    "said",
    ["MY SOLICITOR WILL WRITE TO YOU", "my solicter will write to you", "my solicitor\u2019s going to write to you"],
)
def test_capitals_slips_and_typesetters_marks_hide_nothing(said: str) -> None:
    assert "legal" in raised(said)


def test_an_injury_told_to_explain_a_debt_asks_and_pages_nobody() -> None:
    text = "I fell behind with the mortgage after an injury at work, and the lender will not hear of it."
    assert "safety" in asked(text)
    assert "safety" not in raised(text)


def test_a_threat_to_ones_own_life_acts_in_a_letter_about_debts_too() -> None:
    assert "safety" in raised("The collectors ring all day about the loan. I will kill myself if this goes on.")


def test_an_account_that_the_bank_closes_is_no_customer_leaving() -> None:
    assert "exit" not in raised("The bank told me that they would be closing the account by Friday.")
    assert "exit" in raised("I will be closing the account by Friday.")
