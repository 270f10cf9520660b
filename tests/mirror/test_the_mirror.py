"""What a house thinks of itself, beside what its records say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.mirror.items import DIMENSIONS, ITEMS, NOT_VALIDATED, SCALE, Item
from amends.mirror.reading import changed, disagreements, next_best, overconfidence, owners_above_front
from amends.mirror.scoring import Answer, Evidence, Role, Stage, reflect, score


def everybody(level: int | None, *, roles: tuple[Role, ...] = tuple(Role)) -> list[Answer]:
    """The same answer to every statement from one person of each role."""
    return [Answer(item.number, role, level) for item in ITEMS for role in roles]


def shown(level: int, *items: int) -> list[Evidence]:
    """Records that put these statements, by default all, at this level."""
    return [
        Evidence(item.number, item.bands[level - 1] if level else item.worst, item.fewest)
        for item in ITEMS
        if not items or item.number in items
    ]


def test_there_are_seven_dimensions_of_four_statements_in_order() -> None:
    assert [item.number for item in ITEMS] == list(range(1, 29))
    assert (
        "".join(item.dimension for item in ITEMS)
        == "".join(letter * 4 for letter in DIMENSIONS)
        == "".join(letter * 4 for letter in "ABCDEFG")
    )
    assert len({item.statement for item in ITEMS}) == 28
    assert len(SCALE) == 5
    assert "not validated" in NOT_VALIDATED


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item.number))
def test_evidence_reaches_each_level_at_its_band_and_lies_between_in_between(item: Item) -> None:
    assert [item.level(value) for value in (item.worst, *item.bands)] == [0, 1, 2, 3, 4]
    assert item.level((item.bands[1] + item.bands[2]) / 2) == pytest.approx(2.5)
    further = 2 * item.bands[3] - item.bands[2]
    assert item.level(further) == 4
    assert item.level(2 * item.worst - item.bands[0]) == 0
    assert item.level(further, also=False) == (3 if item.also else 4)


@given(st.floats(-1e6, 1e6), st.sampled_from(ITEMS))
def test_a_level_is_always_on_the_scale(value: float, item: Item) -> None:
    assert 0 <= item.level(value) <= 4


def test_what_is_said_without_evidence_counts_three_quarters() -> None:
    mirror = reflect(everybody(4), [])
    assert {each.label for each in mirror} == {"unevidenced"}
    assert score(mirror).overall == 75
    assert score(mirror).stage is Stage.DEPENDABLE


def test_what_is_shown_counts_in_full_and_what_is_said_no_more() -> None:
    mirror = reflect(everybody(4), shown(2))
    assert score(mirror).overall == 50
    assert {each.gap for each in mirror} == {2}


def test_too_few_cases_are_not_enough_data() -> None:
    few = [Evidence(each.item, each.value, each.n - 1) for each in shown(1)]
    mirror = reflect(everybody(4), few)
    assert {(each.label, each.shown) for each in mirror} == {("not enough data", None)}


def test_one_hole_is_not_hidden_by_a_strong_average() -> None:
    mirror = reflect(everybody(4), [*shown(4), *shown(0, 25, 26, 27, 28)])
    found = score(mirror)
    assert found.dimensions["G"] == 0
    assert found.overall == pytest.approx(0.7 * 600 / 7)


def test_a_house_that_is_slow_in_danger_is_organised_at_best() -> None:
    safe, unsafe = (score(reflect(everybody(4), [*shown(4), *shown(level, 4)])) for level in (2, 1))
    assert (safe.stage, safe.capped) == (Stage.LEARNING, False)
    assert (unsafe.stage, unsafe.capped) == (Stage.ORGANISED, True)


@pytest.mark.parametrize(
    ("level", "stage"),
    [(0, Stage.COMPANY), (1, Stage.APOLOGISING), (2, Stage.ORGANISED), (3, Stage.DEPENDABLE), (4, Stage.LEARNING)],
)
def test_every_stage_is_reached(level: int, stage: Stage) -> None:
    assert score(reflect([], shown(level))).stage is stage


def test_over_a_fifth_missing_gives_no_score_and_do_not_know_is_missing() -> None:
    known = everybody(3)
    for unknown, missing, scored in ((7, 5, True), (8, 6, False)):
        answers = [each if each.item > unknown else Answer(each.item, each.role, None) for each in known]
        found = score(reflect(answers, shown(3, 1, 5)))  # so that no dimension is empty
        assert (len(found.missing), found.overall is not None, found.stage is not None) == (missing, scored, scored)
    assert score(reflect(everybody(None), [])).overall is None


def test_ten_of_the_front_line_do_not_outvote_the_owner() -> None:
    answers = [Answer(1, Role.FRONT, 1)] * 10 + [Answer(1, Role.OWNERSHIP, 3)]
    assert reflect(answers, [])[0].said == 2


def test_who_thinks_too_well_of_the_house_is_told_by_role() -> None:
    answers = [Answer(i, role, level) for i in (1, 5, 9) for role, level in ((Role.FRONT, 1), (Role.OWNERSHIP, 4))]
    mirror = reflect(answers, shown(2, 1, 5))
    assert [(each.role, each.index, each.n) for each in overconfidence(mirror)] == [
        (Role.FRONT, -1, 2), (Role.MANAGEMENT, None, 0), (Role.OWNERSHIP, 2, 2),
    ]  # fmt: skip
    assert owners_above_front(mirror) == 3
    assert owners_above_front(reflect(everybody(3), [])) is None
    assert owners_above_front([]) is None


def test_people_of_one_role_who_disagree_are_shown_and_not_their_mean() -> None:
    answers = [Answer(1, Role.FRONT, level) for level in (0, 4, 2)]
    answers += [Answer(2, Role.FRONT, level) for level in (3, 3, 4)]
    answers += [Answer(3, Role.OWNERSHIP, 0)]
    (found,) = disagreements(answers)
    assert (found.item, found.role, found.levels, found.agreement) == (1, Role.FRONT, (0, 2, 4), 0)


def test_the_next_best_three_are_where_most_can_be_won() -> None:
    mirror = reflect([], [*shown(3), *shown(0, 7), *shown(1, 20, 2)])
    assert [each.item.number for each in next_best(mirror)] == [7, 2, 20]
    assert [each.item.number for each in next_best(mirror, {20: 3.0})] == [20, 7, 2]
    assert all(each.item.moved_by for each in next_best(mirror))


def test_a_change_is_told_only_beyond_the_interval() -> None:
    before = reflect([], [Evidence(17, 45, 200, 38, 52)])
    within = reflect([], [Evidence(17, 55, 200, 48, 62)])
    beyond = reflect([], [Evidence(17, 70, 200, 63, 76)])
    said = reflect(everybody(4), [])
    assert changed(before, within) == {}
    assert changed(before, beyond) == {17: pytest.approx(1.0)}
    assert changed(said, reflect(everybody(0), [])) == {}
    assert changed([], beyond) == {}


@pytest.mark.parametrize(("item", "level"), [(0, 1), (29, 1), (1, 5), (1, -1)])
def test_an_answer_on_no_scale_is_refused(item: int, level: int) -> None:
    with pytest.raises(ValueError, match="cannot be answered"):
        Answer(item, Role.FRONT, level)
