"""A letter is filled from slots, and shown to say what it must."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.policy.letters import ChoiceMissing, SlotMissing, compose, fill, lacking, slots_of
from amends.policy.pack import Block, Letter
from amends.policy.words import Due, Kind

OPENING = Block("opening", "Dear {customer}, about {reference}: sorry.", says=("{reference}",))
YES = Block("yes", "You are right; we give you {offer}.", choice="decision")
NO = Block("no", "We cannot, for these reasons: {reasons}.", choice="decision")
EXTRA = Block("extra", "P.S. {extra}", required=False)
RIGHTS = Block("rights", "You may go to the ombudsman.")
SLOTS = {"customer": "Mrs Okafor", "reference": "A-17", "offer": "a new table"}


def make_letter(*blocks: Block) -> Letter:
    """A letter of these blocks."""
    return Letter(
        name="letter", kind=Kind.RULE, source="s", about="a", valid_from=date(2026, 1, 1), valid_to=None,
        serves=Due.FINAL, blocks=blocks,
    )  # fmt: skip


LETTER = make_letter(OPENING, YES, NO, EXTRA, RIGHTS)


def test_a_letter_is_its_parts_in_order_with_the_chosen_one() -> None:
    assert compose(LETTER, SLOTS, {"decision": "yes"}) == (
        "Dear Mrs Okafor, about A-17: sorry.\n\nYou are right; we give you a new table.\n\nYou may go to the ombudsman."
    )
    assert compose(LETTER, SLOTS | {"extra": "thank you"}, {"decision": "yes"}).count("P.S. thank you") == 1


def test_a_missing_slot_is_refused_by_its_name() -> None:
    with pytest.raises(SlotMissing, match=r"The part 'no' needs words for \{reasons\}\.") as refused:
        compose(LETTER, SLOTS, {"decision": "no"})
    assert refused.value.slots == ("reasons",)
    with pytest.raises(SlotMissing, match=r"\{customer\} and \{reference\}"):
        fill(OPENING, {"customer": "  "})


@pytest.mark.parametrize("chosen", [{}, {"decision": "maybe"}])
def test_a_choice_is_never_made_by_the_desk(chosen: dict[str, str]) -> None:
    with pytest.raises(ChoiceMissing, match=r"Choose one for 'decision': yes, no\."):
        compose(LETTER, SLOTS, chosen)


def test_what_a_customer_wrote_is_not_filled_again() -> None:
    assert fill(Block("b", "{words}"), {"words": "I saw {reference} there"}) == "I saw {reference} there"


def test_an_edited_letter_still_has_its_parts_if_it_says_the_same() -> None:
    edited = "Dear Mrs O., I am sorry about\nA-17. You get A NEW   TABLE. you may go to the OMBUDSMAN."
    assert lacking(LETTER, edited, SLOTS, {"decision": "yes"}) == []


def test_what_was_cut_from_a_letter_is_named() -> None:
    edited = "Dear Mrs Okafor, about A-17: sorry."
    assert [block.name for block in lacking(LETTER, edited, SLOTS, {"decision": "yes"})] == ["yes", "rights"]
    assert [block.name for block in lacking(LETTER, edited, {}, {"decision": "yes"})] == ["opening", "yes", "rights"]


@given(st.dictionaries(st.sampled_from(["customer", "reference", "offer", "extra"]), st.text(min_size=1)))
def test_what_is_composed_lacks_nothing(words: dict[str, str]) -> None:
    missing = [name for name in (*slots_of(OPENING), *slots_of(YES)) if not words.get(name, "").strip()]
    if missing:
        with pytest.raises(SlotMissing):
            compose(LETTER, words, {"decision": "yes"})
    else:
        assert lacking(LETTER, compose(LETTER, words, {"decision": "yes"}), words, {"decision": "yes"}) == []
