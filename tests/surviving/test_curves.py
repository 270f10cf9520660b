"""Who is still there, by time: equal to worked examples of textbooks, and to brute force."""

from __future__ import annotations

import numpy as np
import pytest

from amends.histories.history import Flags, Floats
from amends.surviving.causes import incidence
from amends.surviving.curve import censored_alike, kaplan_meier, landmark, log_rank, restricted_mean, stay_longer
from tests.surviving.customers import LEFT, PLACEBO, TREATED, immortal


def test_the_curve_is_that_of_the_textbook() -> None:
    """Freireich et al. 1963, as worked in Kalbfleisch and Prentice, and in Kleinbaum and Klein."""
    found = kaplan_meier(TREATED, LEFT)
    known = {6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482}
    for time, share in known.items():
        still = found.still(time)
        assert still is not None
        assert still[0] == pytest.approx(share, abs=5e-5)
        assert 0 < still[1] < still[0] < still[2] < 1
    assert found.median == 23
    assert found.still(36) is None


def test_the_bands_are_greenwoods_on_the_complementary_log_scale() -> None:
    """At 10 the standard error is 0.0963; log(-log S) then gives 0.5032 to 0.8894, as R's survfit with conf.type log-log does."""
    still = kaplan_meier(TREATED, LEFT).still(10)
    assert still is not None
    assert still[1:] == pytest.approx((0.5032, 0.8894), abs=1e-4)


def test_two_groups_are_told_apart_by_the_log_rank_test_of_the_textbook() -> None:
    times, lost = np.concatenate([TREATED, PLACEBO]), np.concatenate([LEFT, np.ones(21, dtype=np.bool_)])
    statistic, p = log_rank(times, lost, np.arange(42) < 21)
    assert statistic == pytest.approx(16.79, abs=0.005)
    assert p < 0.0001


def test_the_restricted_mean_is_the_area_and_without_censoring_the_mean_itself() -> None:
    mean, variance = restricted_mean(PLACEBO, np.ones(21, dtype=np.bool_), until=30)
    assert mean == pytest.approx(PLACEBO.mean())
    assert variance == pytest.approx(PLACEBO.var() / 21, rel=1e-9)
    half, _ = restricted_mean(PLACEBO, np.ones(21, dtype=np.bool_), until=8)
    assert half == pytest.approx(np.minimum(PLACEBO, 8).mean())


def test_they_stay_longer_by_so_much_with_its_interval() -> None:
    found = stay_longer(TREATED, LEFT, PLACEBO, np.ones(21, dtype=np.bool_), until=20)
    brute = np.trapezoid(steps(TREATED, LEFT), dx=0.001) - np.trapezoid(
        steps(PLACEBO, np.ones(21, dtype=np.bool_)), dx=0.001
    )
    assert found.value == pytest.approx(brute, abs=0.01)
    assert found.low > 0
    assert found.n == (21, 21)


def steps(times: Floats, lost: Flags) -> Floats:
    """The curve on a fine grid up to 20, by the product over every time."""
    grid = np.arange(0, 20, 0.001)
    share = np.ones(len(grid))
    for time in np.unique(times[lost]):
        share[grid >= time] *= 1 - (lost & (times == time)).sum() / (times >= time).sum()
    return share


def test_a_mean_beyond_what_anybody_was_watched_for_is_refused() -> None:
    with pytest.raises(ValueError, match="Nobody was watched for 40"):
        restricted_mean(TREATED, LEFT, until=40)


def test_the_interval_of_the_difference_holds_the_truth_in_nearly_all_samples() -> None:
    random = np.random.default_rng(4)
    held = 0
    for _ in range(300):
        times = random.exponential(100, (2, 150))
        cut = random.uniform(60, 200, (2, 150))
        seen, lost = np.minimum(times, cut), times <= cut
        found = stay_longer(seen[0], lost[0], seen[1], lost[1], until=60)
        held += found.low <= 0 <= found.high
    assert 0.92 <= held / 300 <= 0.98


def test_the_incidences_of_all_causes_and_those_still_there_add_up() -> None:
    random = np.random.default_rng(8)
    times = np.ceil(random.exponential(50, 400))
    causes = [("price", "service", "moved", None)[i] for i in random.integers(0, 4, 400)]
    found = incidence(times, causes)
    still = kaplan_meier(times, np.array([each is not None for each in causes]))
    for time in (10, 50, 90):
        left = still.still(time)
        assert left is not None
        assert sum(each.by(time)[0] for each in found.values()) + left[0] == pytest.approx(1)


def test_without_censoring_an_incidence_is_a_share_and_its_band_the_binomials() -> None:
    times = np.arange(1.0, 101.0)
    causes = ["service" if i % 4 == 0 else "price" for i in range(100)]
    share, low, high = incidence(times, causes)["service"].by(100)
    assert share == pytest.approx(0.25)
    deviation = np.sqrt(0.25 * 0.75 / 100)
    half = 1.959964 * deviation / (0.25 * -np.log(0.25))
    assert (low, high) == pytest.approx((0.25 ** np.exp(half), 0.25 ** np.exp(-half)), abs=1e-6)


def test_one_minus_kaplan_and_meier_of_a_cause_would_say_too_much() -> None:
    random = np.random.default_rng(9)
    service, price = random.exponential(80, 2000), random.exponential(60, 2000)
    times = np.minimum(service, price)
    causes = ["service" if a < b else "price" for a, b in zip(service, price, strict=True)]
    honest = incidence(times, causes)["service"].by(100)[0]
    wrong = kaplan_meier(times, service < price).still(100)
    assert wrong is not None
    assert honest < 0.45
    assert 1 - wrong[0] > 0.6


def test_a_call_that_does_nothing_seems_to_keep_people_until_those_already_gone_are_left_out() -> None:
    times, lost, called = immortal(40_000)
    naive = [1 - lost[each & (times <= 90)].sum() / each.sum() for each in (called, ~called)]
    assert naive[0] - naive[1] > 0.03
    there, since = landmark(times, lost, day=5)
    fair = [kaplan_meier(since[there & each], lost[there & each]).still(85) for each in (called, ~called)]
    assert fair[0] is not None
    assert fair[1] is not None
    assert abs(fair[0][0] - fair[1][0]) < 0.015


def test_one_arm_lost_from_sight_more_than_the_other_is_said() -> None:
    times, lost = np.full(200, 90.0), np.zeros(200, dtype=np.bool_)
    first = np.arange(200) < 100
    assert censored_alike(times, lost, first, until=90) == (0, 0, True)
    times[:5] = 30
    own, rest, alike = censored_alike(times, lost, first, until=90)
    assert (own, rest, alike) == (0.05, 0, False)
    many = np.where(times < 90, 1.0, 9.0)  # each of the others stands for nine
    assert censored_alike(times, lost, first, until=90, many=many)[0] == 5 / (5 + 95 * 9)


def test_nobody_gives_no_curve_and_one_customer_a_wide_one() -> None:
    assert kaplan_meier(np.zeros(0), np.zeros(0, dtype=np.bool_)).still(1) is None
    assert kaplan_meier(np.array([5.0]), np.array([True])).still(5) == (0, 0, 0)


def test_an_oracle_agrees() -> None:
    lifelines = pytest.importorskip("lifelines", reason="lifelines is not here")
    random = np.random.default_rng(6)
    times = np.ceil(random.exponential(40, 300))
    lost = random.random(300) < 0.6
    fitter = lifelines.KaplanMeierFitter().fit(times, lost)
    found = kaplan_meier(times, lost)
    at = found.at[found.lost > 0]
    still = np.array([found.still(time) for time in at])
    bands = fitter.confidence_interval_.loc[at].to_numpy()
    assert still[:, 0] == pytest.approx(fitter.survival_function_at_times(at).to_numpy())
    assert still[:, 1:] == pytest.approx(bands, abs=1e-6)
    apart = random.exponential(40, 300)  # no two at once, which the oracle would move apart by itself
    kinds = np.where(lost, 1 + np.arange(300) % 2, 0)
    other = lifelines.AalenJohansenFitter().fit(apart, kinds, event_of_interest=1)
    own = incidence(apart, [(None, "a", "b")[kind] for kind in kinds])["a"]
    times_ = np.sort(apart[kinds == 1])
    assert [own.by(time)[0] for time in times_] == pytest.approx(other.cumulative_density_.loc[times_].to_numpy()[:, 0])
    both = other.confidence_interval_.loc[times_].to_numpy()
    assert np.array([own.by(time)[1:] for time in times_]) == pytest.approx(both, abs=1e-6)
