"""What holds for every upper bound."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.histories.history import Flags, Floats
from amends.quoting.bounds import NEVER, chained, cohort, curve, fading, needed, shrunk

patiently = settings(deadline=None, max_examples=60)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Floats, Flags]:
    rows = draw(st.lists(st.tuples(st.floats(0.01, 100), st.booleans()), min_size=1, max_size=80))
    return np.array([value for value, _ in rows]), np.array([over for _, over in rows])


@given(cases(), st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0, 120))
@patiently
def test_a_higher_probability_never_gives_an_earlier_bound(
    known: tuple[Floats, Flags], one: float, other: float, age: float
) -> None:
    low, high = sorted((one, other))
    for found in (curve(*known), cohort(*known)):
        assert found.bound(low) <= found.bound(high)
        assert found.bound(low, after=age) <= found.bound(high, after=age)


@given(cases(), st.floats(0.01, 0.99), st.floats(0.01, 120))
@patiently
def test_a_bound_lies_after_the_age_of_the_case_and_its_chance_is_enough(
    known: tuple[Floats, Flags], probability: float, age: float
) -> None:
    found = curve(*known)
    bound = found.bound(probability, after=age)
    assert bound > age
    if bound < NEVER:
        assert found.chance(bound, after=age) >= probability - 1e-6


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=200, unique=True), st.sampled_from([0.5, 0.8, 0.9, 0.95]))
@patiently
def test_a_mature_cohort_gives_the_kth_smallest_with_the_new_case_counted(
    values: list[float], probability: float
) -> None:
    rank = math.ceil((len(values) + 1) * probability - 1e-9)
    expected = sorted(values)[rank - 1] if rank <= len(values) else NEVER
    assert cohort(np.array(values), np.ones(len(values), dtype=np.bool_)).bound(probability) == expected


@given(cases(), st.floats(0.05, 0.95))
@patiently
def test_counting_an_open_case_as_never_ending_only_makes_the_bound_later(
    known: tuple[Floats, Flags], probability: float
) -> None:
    durations, ended = known
    assert cohort(durations, ended).bound(probability) >= cohort(durations, np.ones_like(ended)).bound(probability)


@pytest.mark.parametrize("probability", [0.8, 0.9, 0.95])
@pytest.mark.parametrize("censoring", [0.0, 0.05, 2.0])
def test_coverage_holds_under_random_censoring_when_cases_are_exchangeable(
    probability: float, censoring: float
) -> None:
    """A thousand desks of 200 cases; the mean of their exact coverages has a standard error of 0.001."""
    random = np.random.default_rng(7)
    covered = []
    for _ in range(1000):
        took = random.exponential(1, 200)
        watched = random.exponential(1 / censoring, 200) if censoring else np.full(200, NEVER)
        bound = curve(np.minimum(took, watched), took <= watched).bound(probability)
        covered.append(1.0 if bound == NEVER else 1 - math.exp(-bound))
    assert float(np.mean(covered)) >= probability - 0.002


def test_a_mature_cohort_covers_whatever_the_censoring_has_to_do_with_the_length() -> None:
    """Here the slow cases are the ones lost from sight, which Kaplan and Meier do not forgive and a cohort does."""
    random = np.random.default_rng(3)
    kept = []
    for _ in range(1500):
        took = random.exponential(1, 200)
        ended = (took < 1.5) | (random.random(200) < 0.8)
        bound = cohort(took, ended).bound(0.9)
        kept.append(1.0 if bound == NEVER else 1 - math.exp(-bound))
    assert float(np.mean(kept)) >= 0.9


def test_too_many_open_cases_give_no_bound() -> None:
    ended = np.arange(100) >= 20
    assert cohort(np.arange(100.0), ended).bound(0.9) == NEVER
    assert cohort(np.arange(100.0), ended).bound(0.5) < NEVER


def test_no_case_gives_no_bound_and_no_chance() -> None:
    nothing = curve(np.empty(0), np.empty(0, dtype=np.bool_))
    assert nothing.bound(0.5) == NEVER
    assert nothing.chance(100) == 0


def test_the_newest_case_weighs_one_and_a_half_life_back_half() -> None:
    assert fading(3, 1).tolist() == [0.25, 0.5, 1.0]


def test_a_small_group_is_lent_what_it_lacks_and_a_large_one_nothing() -> None:
    weights = np.ones(300)
    small, large = np.arange(300) < 10, np.arange(300) < 150
    assert shrunk(weights, small, enough=100).sum() == pytest.approx(100)
    assert shrunk(weights, large, enough=100).tolist() == large.astype(float).tolist()


def test_needed_cases_grow_with_the_probability() -> None:
    assert [needed(p) for p in (0.5, 0.8, 0.9, 0.95)] == [1, 4, 9, 19]


def test_a_chain_of_stages_that_go_together_takes_longer_than_one_of_strangers() -> None:
    random = np.random.default_rng(5)
    vendor = random.lognormal(1, 0.8, 2000)
    ours = 2 * vendor
    every = np.ones(2000, dtype=np.bool_)
    together = chained(vendor, ours, earlier=(vendor, every)).bound(0.9)
    strangers = chained(vendor, random.permutation(ours), earlier=(vendor, every)).bound(0.9)
    assert together == pytest.approx(float(np.quantile(vendor + ours, 0.9)), rel=0.06)
    assert strangers < 0.95 * together
    assert together <= 1.03 * float(np.quantile(vendor, 0.9) + np.quantile(ours, 0.9))


def test_two_ninety_percent_bounds_do_not_add_up_to_one() -> None:
    random = np.random.default_rng(6)
    vendor, ours = random.exponential(1, 3000), random.exponential(1, 3000)
    both = chained(vendor, ours, earlier=(vendor, np.ones(3000, dtype=np.bool_))).bound(0.9)
    assert both == pytest.approx(float(np.quantile(vendor + ours, 0.9)), rel=0.06)
    assert both < 0.9 * float(np.quantile(vendor, 0.9) + np.quantile(ours, 0.9))


def test_a_chain_knows_how_long_the_vendor_has_had_it() -> None:
    random = np.random.default_rng(8)
    vendor = random.lognormal(1, 0.8, 1000)
    ours, every = np.ones(1000), np.ones(1000, dtype=np.bool_)
    later = chained(vendor, ours, earlier=(vendor, every), passed=10.0)
    assert later.bound(0.5) > 11
