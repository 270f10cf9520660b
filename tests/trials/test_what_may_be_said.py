"""What may be said of a comparison: rarely wrong however often one looks, and nothing where nothing is known."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import numpy as np
import pytest

from amends.trials.drawing import Fixed, NotDrawn, Registration, draw, in_blocks, kept_out, ratio
from amends.trials.judging import Arm, Verdict, compare, cost_of_one_more, cuped, fixed, freed, judge
from amends.trials.planning import events, plan, spending, two_shares
from amends.trials.sequence import half_width, p_value, tuned
from tests.trials.worlds import angriest_get_most, looked_at

EVEN = (("control", 0.5), ("menu", 0.5))


def test_forty_looks_at_nothing_are_wrong_in_one_of_twenty_at_most_where_the_usual_rule_is_in_a_quarter() -> None:
    differences, variances = looked_at(runs=2000, looks=40, each=50, effect=0.0)
    usual = (np.abs(differences) > 1.96 * np.sqrt(variances)).any(axis=1).mean()
    mixture = tuned(float(variances[:, -1].mean()), 0.05)
    width = np.vectorize(half_width)(variances, mixture, 0.05)
    always = (np.abs(differences) > width).any(axis=1).mean()
    assert usual > 0.2
    assert always <= 0.05


def test_the_always_valid_p_and_the_interval_say_the_same() -> None:
    mixture = tuned(0.0004, 0.05)
    edge = half_width(0.001, mixture, 0.05)
    assert p_value(edge, 0.001, mixture) == pytest.approx(0.05)
    assert p_value(0.0, 0.001, mixture, before=0.02) == 0.02


def test_the_interval_is_narrowest_at_the_planned_size_and_half_again_as_wide_as_for_one_look() -> None:
    at_plan = half_width(1.0, tuned(1.0, 0.05), 0.05)
    assert at_plan / 1.96 == pytest.approx(1.55, abs=0.01)
    assert all(half_width(1.0, tuned(1.0, 0.05) * factor, 0.05) > at_plan for factor in (0.5, 0.9, 1.1, 2.0))


def test_where_the_angriest_get_most_the_naive_difference_has_the_wrong_sign_and_the_lot_the_right_one() -> None:
    true, naive, drawn = angriest_get_most(40_000)
    assert true == pytest.approx(0.063, abs=0.01)
    assert naive < -0.05
    assert fixed(*drawn)[1] < true < fixed(*drawn)[2]
    assert compare(*drawn, margin=0.01, planned=20_000).verdict is Verdict.BETTER


@pytest.mark.parametrize(
    ("arm", "control", "verdict"),
    [
        (Arm.counted(780, 1000), Arm.counted(650, 1000), Verdict.BETTER),
        (Arm.counted(650, 1000), Arm.counted(780, 1000), Verdict.WORSE),
        (Arm.counted(70_050, 100_000), Arm.counted(70_000, 100_000), Verdict.SAME),
        (Arm.counted(710, 1000), Arm.counted(700, 1000), Verdict.NOT_ENOUGH),
        (Arm.counted(49, 49), Arm.counted(0, 49), Verdict.NOT_ENOUGH),
        (Arm.counted(0, 0), Arm.counted(0, 0), Verdict.NOT_ENOUGH),
    ],
)
def test_there_are_four_things_to_say(arm: Arm, control: Arm, verdict: Verdict) -> None:
    assert compare(arm, control, margin=0.02, planned=1251).verdict is verdict


def test_an_arm_in_which_nobody_was_lost_is_not_certain() -> None:
    found = compare(Arm.counted(60, 60), Arm.counted(60, 60), margin=0.001, planned=60)
    assert found.verdict is Verdict.NOT_ENOUGH
    assert found.low < 0 < found.high


def test_more_arms_ask_for_more() -> None:
    arm, control = Arm.counted(760, 1000), Arm.counted(650, 1000)
    two, five = (compare(arm, control, margin=0.02, planned=1000, arms=n) for n in (2, 5))
    assert five.high - five.low > two.high - two.low


def test_a_lot_that_was_not_fair_says_nothing_else() -> None:
    results = {"control": Arm.counted(700, 1000), "menu": Arm.counted(900, 1000)}
    fair, found = judge(results, {"control": 1000, "menu": 1200}, EVEN, margin=0.03, planned=1000)
    assert not fair.fair
    assert found["menu"].verdict is Verdict.UNFAIR
    fair, found = judge(results, {"control": 1000, "menu": 1040}, EVEN, margin=0.03, planned=1000)
    assert fair.fair
    assert found["menu"].verdict is Verdict.BETTER


def test_what_was_known_before_narrows_the_interval_by_its_correlation() -> None:
    random = np.random.default_rng(3)
    before = random.normal(100, 30, 20_000)
    after = 0.7 * before + random.normal(0, 30, 20_000)
    less, rho = cuped(after, before)
    assert less.var() / after.var() == pytest.approx(1 - rho**2, rel=1e-6)
    assert less.mean() == pytest.approx(after.mean())


def test_freed_of_the_kind_of_case_and_the_year_before_the_difference_stays_and_its_interval_narrows() -> None:
    random = np.random.default_rng(8)
    n = 40_000
    kinds, bought, lot = random.integers(0, 3, n), random.normal(0, 1, n), random.random(n) < 0.5
    kept = (random.random(n) < np.clip(0.5 + 0.15 * (kinds - 1) + 0.15 * bought + 0.04 * lot, 0, 1)).astype(float)
    less, left = freed(kept, bought, [f"kind {kind}" for kind in kinds])
    assert less[lot].mean() - less[~lot].mean() == pytest.approx(0.04, abs=0.01)
    assert less.mean() == pytest.approx(kept.mean())
    assert left == pytest.approx(less.var() / kept.var(), abs=0.001)
    assert left < 0.9


def test_what_tells_nothing_or_is_too_little_frees_of_nothing() -> None:
    kept = np.array([0.0, 1.0] * 100)
    assert freed(kept, np.zeros(200), ["one"] * 200)[1] == 1.0
    assert freed(kept[:40], np.arange(40.0), ["one"] * 40)[1] == 1.0
    assert freed(np.ones(200), np.arange(200.0), ["one"] * 200)[1] == 1.0
    rare = ["one"] * 191 + [f"rare {number}" for number in range(9)]
    assert freed(kept, np.zeros(200), rare)[0] == pytest.approx(
        freed(kept, np.zeros(200), ["one"] * 191 + ["rare"] * 9)[0]
    )


def test_ten_looks_at_nothing_freed_of_the_year_before_are_wrong_in_one_of_twenty_at_most() -> None:
    random, wrong = np.random.default_rng(12), 0
    for _ in range(200):
        bought, lot = random.normal(0, 1, 1000), np.arange(1000) % 2 == 0
        kept = (random.random(1000) < np.clip(0.6 + 0.25 * bought, 0, 1)).astype(float)
        for seen in range(100, 1001, 100):
            less, left = freed(kept[:seen], bought[:seen], ["one"] * seen)
            arm, control = (
                Arm(
                    seen // 2,
                    float(less[which].mean()),
                    Arm.counted(int(kept[:seen][which].sum()), seen // 2).variance * left,
                )
                for which in (lot[:seen], ~lot[:seen])
            )
            if compare(arm, control, margin=0.01, planned=500).verdict in {Verdict.BETTER, Verdict.WORSE}:
                wrong += 1
                break
    assert wrong <= 10


def test_one_more_customer_kept_has_a_price_only_if_one_more_is_kept() -> None:
    random = np.random.default_rng(5)
    kept, other = (random.random(4000) < share for share in (0.78, 0.70))
    cost, nothing = random.gamma(4, 2.5, 4000), np.zeros(4000)
    found = cost_of_one_more(kept.astype(float), cost, other.astype(float), nothing)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 10 / 0.08 < found.high
    assert found.each == pytest.approx(cost.mean() / (kept.mean() - other.mean()))
    same = cost_of_one_more(kept.astype(float), cost, kept.astype(float), nothing)
    assert (same.each, bool(same.reason)) == (None, True)


def test_the_table_of_sizes_is_that_of_the_specification() -> None:
    table = {
        0.6: (9336, 4129, 1471, 564, 356),
        0.7: (8080, 3554, 1251, 471, 294),
        0.8: (6039, 2629, 906, 329, 199),
        0.9: (3213, 1356, 435, 138),
    }
    for base, sizes in table.items():
        assert tuple(two_shares(base, rise) for rise in (0.02, 0.03, 0.05, 0.08, 0.1)[: len(sizes)]) == sizes
    assert [events(each) for each in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.5)] == [11933, 2829, 1189, 631, 380, 247, 66]
    for rho, sizes in {0.0: (156978, 25117, 6280), 0.5: (117734, 18838, 4710), 0.7: (80059, 12810, 3203)}.items():
        assert tuple(spending(effect, rho=rho) for effect in (0.02, 0.05, 0.1)) == sizes


def test_a_small_house_is_told_how_many_months_and_what_else_it_can_do() -> None:
    found = plan(0.7, 0.05, monthly=40)
    assert "you would need 63 months" in found.sentence
    assert found.alternatives
    assert not plan(0.7, 0.05, monthly=400).alternatives
    assert "for ever" in plan(0.7, 0.05, monthly=0).sentence


def test_a_size_that_makes_no_sense_is_refused() -> None:
    for base, rise in ((0.7, 0.0), (0.95, 0.1), (0.0, 0.1)):
        with pytest.raises(ValueError, match="between 0 and 1"):
            two_shares(base, rise)


def test_the_same_customer_always_gets_the_same_arm_and_arms_come_by_their_shares() -> None:
    arms = (("control", 0.25), ("menu", 0.75))
    found = [draw(b"secret", "order of the menu", f"customer {i}", arms) for i in range(20_000)]
    assert found[:50] == [draw(b"secret", "order of the menu", f"customer {i}", arms) for i in range(50)]
    assert {(each.arm, each.propensity) for each in found} == {("control", 0.25), ("menu", 0.75)}
    counts = {name: sum(each.arm == name for each in found) for name, _ in arms}
    assert ratio(counts, arms).fair
    assert [each.arm for each in found] != [
        draw(b"other", "order of the menu", f"customer {i}", arms).arm for i in range(20_000)
    ]


def test_one_trial_tells_nothing_of_the_arm_in_another() -> None:
    pairs = [tuple(draw(b"s", trial, str(i), EVEN).arm for trial in ("one", "two")) for i in range(8000)]
    both = sum(a == b for a, b in pairs)
    assert abs(both - 4000) < 4 * math.sqrt(2000)


def test_every_block_holds_every_arm_by_its_share() -> None:
    arms = (("control", 0.5), ("menu", 0.25), ("card", 0.25))
    for block in range(10):
        drawn = [in_blocks(b"s", "t", "late, severe", 8 * block + i, arms, block=8).arm for i in range(8)]
        assert sorted(drawn) == ["card", "card", "control", "control", "control", "control", "menu", "menu"]
    with pytest.raises(NotDrawn, match="cannot hold"):
        in_blocks(b"s", "t", "late, severe", 0, arms, block=6)


def test_what_is_fixed_is_never_drawn_and_the_gravest_reason_is_told() -> None:
    assert kept_out([]) is None
    assert kept_out([Fixed.WISH, Fixed.SAFETY]) is Fixed.SAFETY


def test_a_registration_is_sealed_and_one_that_compares_nothing_is_refused() -> None:
    given = {
        "name": "order", "hypothesis": "credit first keeps more", "arms": EVEN, "outcome": "kept at 90 days", "days": 90,
        "alpha": 0.05, "margin": 0.03, "planned": 1251, "stops": "at 1251 an arm", "at": datetime(2026, 3, 2, tzinfo=UTC),
    }  # fmt: skip
    assert Registration(**given).sealed == Registration(**given).sealed  # type: ignore[arg-type]
    assert Registration(**given).sealed != Registration(**{**given, "margin": 0.02}).sealed  # type: ignore[arg-type]
    for wrong in ({"arms": (("one", 1.0),)}, {"arms": (("a", 0.5), ("b", 0.6))}, {"margin": 0}, {"alpha": 1.0}):
        with pytest.raises(NotDrawn):
            Registration(**{**given, **wrong})  # type: ignore[arg-type]
