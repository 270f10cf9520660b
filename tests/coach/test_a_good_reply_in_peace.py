"""A good reply is left in peace: the effect is known in whatever words, and what only looks like a fault is none."""

from __future__ import annotations

from typing import Any

import pytest

from amends.coach import review

NOW = "2026-05-04T10:00+01:00"


def found(check: str, text: str, **case: Any) -> list[str]:
    return [one.quote for one in review(text, {"now": NOW, **case}).findings if one.check == check]


@pytest.mark.parametrize(
    "text",
    [
        "Your nephews had been talking of nothing else since Easter.",
        "I know the choir sings from those copies on Sunday.",
        "A late van could leave you with a sofa on the landing.",
        "You've forty covers tonight and no fryer.",
        "That is a sorry way to spend a retirement party.",
        "It was the money put by for your mother's tablets.",
        "Not what you need in the week of an exam.",
        "On 1 May it left you short for the nursery bill.",
        "You're washing up in the bath as it stands.",
        "I can only imagine how it felt to open it at the table.",
    ],
)
def test_what_it_is_to_them_is_known_by_kinds_of_words(text: str) -> None:
    assert not found("C05", f"I'm sorry. {text} I'll ring you at 4.", stage="notice")


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry your kettle, order 4410, came with a dented lid. I have asked for another and will email you by 4.",
        "I'm sorry that flight 220 on 4 June is cancelled. The next one with seats is at 17:40. I will call you at 3.",
        "Sorry the curtains were cut at 2.1 m and not at 2.4 m. I'm making a new pair and will ring you tomorrow at 4.",
        "I'm sorry the wedding cake, order 51, had three tiers and not four. I will phone you at 2.",
        "I'm sorry the meter was read wrongly. A new bill goes out on Friday and I will email you that day at 3.",
    ],
)
def test_a_dry_reply_still_hears_of_it(text: str) -> None:
    assert found("C05", text, stage="first_reply")


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C06", "I'm sorry for the trouble we gave you on the stairs."),
        ("C07", "Sorry, we rang the old number even though you'd given us the new one."),
        ("C09", "I will write to you on Friday, as I said."),
        ("C09", "The van did not come at nine as I had told you."),
        ("C10", "That is an evening you could have spent in the garden; it is money you could have used."),
        ("C12", "What would be fair, as you see it?"),
        ("C13", "We cut the blind two inches short."),
        ("C13", "I have it on my own desk now."),
        ("C46", "The film is in the folder, so your dad can watch it tonight."),
        ("C50", "I know your family has been living without a lift."),
        ("C50", "My own number is 0151 555 0100."),
    ],
)
def test_what_only_looks_like_a_fault_is_let_pass(check: str, text: str) -> None:
    assert not found(check, text, fault="established", reads_as="anger")


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("C07", "I'm sorry, even though you had agreed to the terms."),
        ("C09", "As I told you, the charge is correct and stands."),
        ("C10", "You could have used the side door."),
        ("C13", "We are two drivers short this week."),
        ("C46", "Perhaps your daughter could help you with the form."),
    ],
)
def test_the_fault_beside_it_is_found(check: str, text: str) -> None:
    assert found(check, text, fault="established", reads_as="anger")


def test_what_they_told_us_is_a_fact_once_the_fault_is_established() -> None:
    case = {"stage": "follow_up", "facts": [{"text": "the zip burst", "status": "told", "keywords": ["zip", "burst"]}]}
    words = "The zip burst on the first evening. A stronger one is sewn in."
    assert "C37" in {one.check for one in review(words, {**case, "fault": "not_established"}).findings}
    assert "C37" not in {one.check for one in review(words, {**case, "fault": "established"}).findings}


def test_praise_is_answered_with_pride_and_an_invitation() -> None:
    case = {"stage": "public_reply", "channel": "public"}
    words = (
        "We are so glad that you enjoyed the garden, Ife! We pride ourselves on it. Do ring me when you next book. Tam"
    )
    assert review(words, case).findings == ()
    kind = "Thank you for your kind words about Tam. There is nothing we can do about the fee."
    assert "C14" in {one.check for one in review(kind, {"stage": "refusal"}).findings}
    sorry = "I'm sorry that you found the garden shut, Ife. We pride ourselves on it. Tam"
    assert "C16" in {one.check for one in review(sorry, case).findings}
