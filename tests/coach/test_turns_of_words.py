"""The engine of the coach: a turn of words is tried only where the words stand that it cannot do without, and nothing is lost."""

from __future__ import annotations

import pytest

from amends.checks.fault import whose_fault
from amends.coach.reviewing import read_draft
from amends.drafts import index
from amends.drafts.cue import Cue
from amends.drafts.draft import Draft
from amends.drafts.needs import alternatives, needs
from amends.drafts.turns import Turn, Turns

UNFAIR = [
    "You left the skylight open, so of course the rain got in.",
    "Had you rung the surgery that morning, we could have helped.",
    "Our carpenter measured the door wrongly.",
    "I should have rung you on Monday and I didn't.",
    "Two of our drivers are on leave this fortnight.",
]
FAIR = ["You should have been given a receipt at the desk.", "Two of our drivers are bringing it on Friday."]


def _draft(text: str) -> Draft:
    return read_draft(text, {})


def _found(cue: Cue, text: str) -> list[str]:
    return [found[0] for found in cue.all(_draft(text))]


def test_an_expression_needs_one_of_the_beginnings_of_its_words() -> None:
    assert needs(r"\b(?:our|my) (?:\w+ )?(?:vans?|lorry)\b") == [
        frozenset({"our", "my"}),
        frozenset({"lorr", "van", *(f"van{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")}),
    ]


def test_what_no_letter_may_stand_before_or_behind_is_a_word() -> None:
    assert needs(r"(?<!\w)(?:eta|ur)(?!\w)") == [frozenset({"eta", "ur"})]


def test_alternatives_outside_brackets_are_turns_of_their_own() -> None:
    assert list(alternatives(r"\b(?:wet|damp) cellar\b|[|]\||\bpuddles?\b")) == [
        r"\b(?:wet|damp) cellar\b",
        r"[|]\|",
        r"\bpuddles?\b",
    ]
    assert len(Turns(r"\b(?:wet|damp) cellar\b|\bpuddles?\b").turns) == 2


def test_a_turn_with_needs_is_not_taken_apart() -> None:
    assert len(Turns((r"\bwet cellar\b|\bdamp cellar\b", "cellar")).turns) == 1


def test_all_needs_must_be_met_in_one_sentence() -> None:
    cue = Turns(Turn(r"\b(?:kettle|pan)\b.*\b(?:boils?|boiling)\b", "kettle|pan", "boil*"))
    assert _found(cue, "The kettle is boiling.") == ["kettle is boiling"]
    assert _found(cue, "The kettle is on. It is boiling.") == []
    assert not _draft("The kettle is on. It is boiling.").hopeful(cue)
    assert not _draft("The kettles are boiling.").hopeful(cue), "a word without a star stands for itself alone"


def test_what_stands_before_an_apostrophe_is_a_word_too() -> None:
    cue = Turns((r"\bcellar's\b", "cellar"), (r"\bwon't\b", "won't"))
    assert _found(cue, "The cellar's wet and it won't dry.") == ["cellar's", "won't"]


def test_places_come_sentence_by_sentence_and_then_in_the_order_of_the_turns() -> None:
    cue = Turns(("pan", "pan"), ("kettle", "kettle"))
    assert _found(cue, "A kettle. A kettle and a pan.") == ["kettle", "pan", "kettle"]


def test_turns_may_be_given_with_their_words_first() -> None:
    cue = Turns.known_by(("kettle pan", "kettles?|pans?"))
    assert _found(cue, "A kettle and a teakettle.") == ["kettle"]


def test_the_first_place_in_some_words_is_found_whichever_turn_it_is_of() -> None:
    cue = Turns(("pan", "pan"), ("kettle", "kettle"))
    within = cue.within("A Kettle and a pan.")
    assert within is not None
    assert within[0] == "Kettle"
    assert cue.within("A spoon.") is None


def test_what_is_found_is_blanked_as_far_as_its_comma() -> None:
    cue = Turns((r"\bno pans[^.]*", "no"))
    assert cue.without("We have no pans, but a kettle.") == "We have        , but a kettle."


def test_a_cue_that_comes_after_a_draft_was_read_is_looked_for_all_the_same() -> None:
    draft = _draft("The kettle is on.")
    assert not list(Cue("saucer", "saucer").all(draft))
    assert [found[0] for found in Turns("kettle").all(draft)] == ["kettle"]


@pytest.mark.parametrize(
    ("hints", "tried"),
    [("ettl", 1), ("the kettle", 1), ("a kettle", 0), ("'s", 0), ("!", 0), ("pan|kettle is", 1), ("", 1)],
)
def test_a_cue_whose_words_stand_anywhere_is_tried_where_one_of_its_hints_stands(hints: str, tried: int) -> None:
    assert len(_found(Cue(r"\bthe \w+", hints), "The kettle is on. It boils.")) == tried


def test_a_cue_of_rare_words_asks_for_no_hint() -> None:
    assert _found(Cue(r"\bkettle\b", "saucepan"), "The kettle is on.") == ["kettle"]


def test_nothing_that_a_turn_finds_is_hidden_by_the_needs_that_were_worked_out() -> None:
    turns = [turn for cue in (whose_fault.BLAMING, whose_fault.EXCUSING, whose_fault.ADMITTING) for turn in cue.turns]
    said = [f"{words}\n" for words in (*UNFAIR, *FAIR)]
    assert turns
    for words in said:
        hopeful = {
            id(turn)
            for cue in vars(whose_fault).values()
            if isinstance(cue, Turns)
            for turn in index.hopeful_of(cue, words)
        }
        assert all(id(turn) in hopeful for turn in turns if turn.pattern.search(words)), words


def test_a_text_of_nothing_but_new_words_does_not_fill_the_memory() -> None:
    for part in range(5):
        draft = _draft(" ".join(f"x{'abcdefghij'[part]}{n:x}".translate(_LETTERS) for n in range(9_000)))
        assert not draft.hopeful(Turns(r"\bkettle"))
    assert len(index._index.by_heart) <= index._BY_HEART


_LETTERS = str.maketrans("0123456789", "klmnopqrst")
