"""A trainee answers a complaint that nobody sent, and hears which parts are there."""

from __future__ import annotations

import pytest

from amends.practice import Complaint, complaints, mark, pick


def test_there_are_thirty_in_varied_trades_and_moods() -> None:
    every = complaints()
    assert len({one.id for one in every}) == len({one.trade for one in every}) == 30
    assert {one.mood for one in every} == {
        "calm",
        "anger",
        "disappointment",
        "betrayal",
        "anxiety",
        "frustration",
        "hurt",
        "resignation",
    }


@pytest.mark.parametrize("complaint", complaints(), ids=lambda one: one.id)
def test_the_model_answer_has_every_part_and_nothing_to_change(complaint: Complaint) -> None:
    marked = mark(complaint, complaint.answer)
    assert marked.missing == []
    assert [(finding.check, finding.quote) for finding in marked.review.findings] == []


def test_a_stock_answer_hears_what_is_missing_and_sees_a_good_one() -> None:
    complaint = complaints()[0]
    marked = mark(complaint, "Thank you for your letter. We will get back to you.")
    assert marked.present == ["thanks"]
    assert marked.missing == ["regret", "read-back", "effect", "what I am doing", "when you will hear"]
    assert marked.as_data()["model"] == complaint.answer


def test_the_next_one_is_none_of_those_done_and_the_same_seed_gives_the_same() -> None:
    done: list[str] = []
    while one := pick(seed=4, done=done):
        assert one.id not in done
        assert one == pick(seed=4, done=done)
        done.append(one.id)
    assert len(done) == 30


def test_one_may_ask_for_a_mood_or_a_trade() -> None:
    anxious = pick(seed=1, mood="anxiety")
    assert anxious is not None
    assert anxious.mood == "anxiety"
    assert pick(seed=1, trade="Vet") == next(one for one in complaints() if one.trade == "vet")
    assert pick(seed=1, trade="smithy") is None
