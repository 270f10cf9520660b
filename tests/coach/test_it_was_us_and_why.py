"""Whose fault it was, why it happened and that nothing is to be had: told in plain words, and what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

from amends.coach import review


def found(check: str, text: str, **case: Any) -> bool:
    return any(one.check == check for one in review(text, case).findings)


@pytest.mark.parametrize(
    "text",
    [
        "The haulier keeps losing our pallets, and yours was on one of them.",
        "The scaffolding firm promised us it would be down by Monday.",
        "It's the letting agents you want to be cross with, really.",
        "The decision was made above my head.",
        "Your claim form was mistakenly filed with the closed ones.",
        "The second dose was never passed on to the ward.",
        "Our fitters are all subcontracted, so how they park is down to them.",
    ],
)
def test_laying_it_on_others_or_on_nobody_is_marked(text: str) -> None:
    assert found("C11", text)


@pytest.mark.parametrize(
    "text",
    [
        "The carrier lost the first crate; we chose them, so it is ours to put right.",
        "The plumber has left the depot and will be with you by ten.",
        "Don't blame yourself for the hem, the pattern is unclear.",
    ],
)
def test_what_owns_it_or_only_tells_of_others_is_not_laying_it_off(text: str) -> None:
    assert not found("C11", text)


@pytest.mark.parametrize(
    "text",
    [
        "You told us she is allergic to sesame and we put tahini in her wrap.",
        "I quoted you the old tariff and then charged the new one.",
        "Sorry that our driver went past your stop.",
        "We did forget the cot, no excuses from me.",
        "The bruise came from our ramp.",
        "Your horse was let out by one of our grooms.",
        "We didn't lock the side gate on Sunday.",
    ],
)
def test_an_admission_before_the_fault_is_established_is_marked(text: str) -> None:
    assert found("C12", text, fault="not_established")


@pytest.mark.parametrize(
    "text",
    [
        "I should have an answer for you at two.",
        "We never stop learning.",
        "I've put your name on the list for Thursday.",
    ],
)
def test_what_takes_no_blame_is_no_admission(text: str) -> None:
    assert not found("C12", text, fault="not_established")


@pytest.mark.parametrize(
    "text",
    [
        "Your view that the mattress was stained has been noted.",
        "Assuming that the valve was left open, the bill is ours.",
        "What may or may not be a leak was found under the sink.",
    ],
)
def test_hedging_once_the_fault_is_established_is_marked(text: str) -> None:
    assert found("C12", text, fault="established")


@pytest.mark.parametrize(
    "text",
    [
        "With the regatta on, there was nobody left to answer the telephone.",
        "The practice had eighty patients that day with two vets.",
        "Our kiln only takes six pots, and everybody wanted theirs for Easter.",
        "We've moved over to a new booking system and it is still settling.",
        "Every electrician in Cork is out on storm jobs.",
    ],
)
def test_reasons_of_ours_are_marked(text: str) -> None:
    assert found("C13", text, reads_as="anger")


@pytest.mark.parametrize(
    "text", ["Yes, it is busy here, but that is our problem.", "You were in hospital, so the rule is off."]
)
def test_a_reason_set_aside_or_theirs_is_no_excuse(text: str) -> None:
    assert not found("C13", text, reads_as="anger")


@pytest.mark.parametrize(
    "text",
    [
        "The window for returns closed on the 3rd.",
        "Head office has said no.",
        "We decided against paying for the dry cleaning.",
        "An opened mattress can't be taken back, whatever the reason.",
    ],
)
def test_a_no_by_another_name_is_a_bare_refusal(text: str) -> None:
    assert found("C14", text)


def test_a_no_with_something_in_its_place_is_none() -> None:
    assert not found("C14", "The season pass can't be paused. I can move the last two months to spring instead.")
