"""What many people wrote is a second opinion on what the rules say: it is read as written, adds up plainly, and never stands alone."""

from __future__ import annotations

from importlib.resources import files
from math import sqrt

import pytest

from amends.checks.second_opinion import FAULTS
from amends.coach import review
from amends.leanings.wordings import LIFT, OF_WORTH, UNTAUGHT, Wordings, shipped_wordings, signs_of
from amends.training.wording import Text, learned, wordings

RAW = (files("amends.leanings") / "wordings.net").read_bytes()
LATE = [f"The {thing} came late again." for thing in ("van", "cake", "nurse", "train", "cot", "bill", "key", "taxi")]
KIND = [f"Your {thing} is safe with us." for thing in ("van", "cake", "nurse", "train", "cot", "bill", "key", "taxi")]


def _taught(*, bars: tuple[float, float] = (-1.0, 1.0), label: str = "C08") -> Wordings:
    texts = [Text((words,), frozenset([label]), frozenset()) for words in LATE]
    texts += [Text((words,), frozenset(), frozenset()) for words in KIND]
    return wordings(*learned(texts, [label]), labels=[label], bars={label: bars}, least=0.01)


def test_what_is_shipped_is_read_as_it_was_written() -> None:
    assert Wordings.read(RAW).as_bytes() == RAW


def test_every_fault_that_is_asked_after_was_taught_and_has_its_bars_in_order() -> None:
    made = shipped_wordings()
    assert {fault.label for faults in FAULTS.values() for fault in faults} <= {*made.labels}
    assert all(least <= enough for least, enough in made.bars.values())


@pytest.mark.parametrize("raw", [RAW[:-1], b"{}\nabc", b"no JSON", b""])
def test_wordings_that_are_damaged_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"no wordings|steps are not|Expecting value"):
        Wordings.read(raw)


def test_numbers_that_are_added_side_by_side_come_to_what_they_come_to_one_by_one() -> None:
    made = shipped_wordings()
    words = "I hear you, and yet most people are glad of the rest."
    width = len(made.labels) + 1
    rows = [made.signs.index(sign) * width for sign in signs_of(words) if sign in set(made.signs)]
    size = sqrt(OF_WORTH * sum(made.steps[row + width - 1] for row in rows))
    for at, label in enumerate(made.labels):
        by_hand = sum(made.steps[row + at] - LIFT for row in rows) * made.scale[at] / size + made.starts[at]
        assert made.of([words])[label] == pytest.approx([by_hand])


def test_sentences_teach_how_the_next_one_is_worded() -> None:
    made = _taught()
    late, kind = made.of(["The lorry came late again.", "Your lorry is safe with us."])["C08"]
    assert late > 0 > kind


def test_a_sentence_of_words_that_nobody_taught_leans_to_nothing() -> None:
    made = _taught()
    assert made.of(["Qwxz zzyqx!"])["C08"] == made.starts


def test_a_fault_much_like_those_that_people_wrote_is_told_without_a_rule() -> None:
    words = "I read it all. The lorry came late again."
    assert not review(words, wordings=UNTAUGHT).findings
    (found,) = review(words, wordings=_taught()).findings
    assert (found.check, found.quote) == ("C08", "The lorry came late again.")


def test_a_fault_of_some_cases_is_told_in_those_alone() -> None:
    made = _taught(label="C45")
    assert not review("The lorry came late again.", {"reads_as": "calm"}, wordings=made).findings
    assert review("The lorry came late again.", {"reads_as": "anger"}, wordings=made).findings[0].check == "C45"


def test_a_rule_is_not_believed_where_nobody_words_that_fault_so() -> None:
    words = "It's only a scratch."
    assert [one.check for one in review(words, wordings=UNTAUGHT).findings] == ["C08"]
    assert not review(words, wordings=_taught(bars=(5.0, 6.0))).findings
    assert [one.check for one in review(words, wordings=_taught(bars=(-30.0, 6.0))).findings] == ["C08"]


def test_the_phrases_of_a_house_are_found_whatever_others_wrote() -> None:
    made = _taught(label="C21", bars=(30.0, 30.0))
    assert [one.check for one in review("I have raised an RMA for you.", wordings=made).findings] == ["C21"]


def test_the_same_texts_teach_the_same_whatever_their_order_of_signs() -> None:
    assert _taught().as_bytes() == _taught().as_bytes()
