"""A spike is found in the period that shows it, and hardly ever where there is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.histories.reading import read_table
from amends.spikes.expecting import Expectation
from amends.spikes.series import NoSeries, Series, Step, usual_step
from amends.spikes.watching import bet, watch
from tests.cli.console import shared
from tests.spikes.worlds import START, begins, series, weekdays


def test_a_doubling_is_found_in_its_first_period_with_since_when_and_how_many() -> None:
    counts = weekdays(200)
    counts[150:154] = [150, 160, 140, 150]
    (alert,), seen = watch(series(Step.DAY, counts))
    at = begins(Step.DAY, 200)
    assert (alert.raised, alert.since) == (at[150], at[150])
    assert alert.end is not None
    assert at[154] <= alert.end <= at[157]
    assert alert.count == counts[150 : at.index(alert.end)].sum()
    assert alert.times > 2
    assert [each.alert for each in seen[148:152]] == [False, False, True, True]


def test_the_last_weeks_may_be_judged_alone_and_the_rest_teach() -> None:
    counts = weekdays(400)
    counts[380:384] = 150
    (whole,), _ = watch(series(Step.DAY, counts))
    (part,), seen = watch(series(Step.DAY, counts), last=60)
    assert (part.since, part.raised, part.end) == (whole.since, whole.raised, whole.end)
    assert part.expected == pytest.approx(whole.expected, rel=0.1)
    assert len(seen) == 60


@pytest.mark.parametrize(("step", "periods"), [(Step.WEEK, 100), (Step.MONTH, 40)])
def test_a_doubling_of_a_long_series_is_mostly_found_in_the_week_or_month_that_shows_it(
    step: Step, periods: int
) -> None:
    found = 0
    for seed in range(10):
        random = np.random.default_rng(seed)
        counts = random.poisson(100 * random.gamma(1 / 0.03, 0.03, periods)).astype(np.float64)
        counts[-1] = 200
        alerts, _ = watch(series(step, counts))
        found += any(alert.raised == begins(step, periods)[-1] for alert in alerts)
    assert found >= 8


def test_coming_back_from_a_gap_is_no_spike() -> None:
    counts = weekdays(200)
    counts[120:134] = 0
    assert watch(series(Step.DAY, counts))[0] == []


def test_an_alert_lasts_while_the_series_does_not_come_back() -> None:
    counts = weekdays(200)
    counts[195:] = 160
    (alert,), _ = watch(series(Step.DAY, counts))
    assert alert.end is None


def test_what_was_unusual_for_four_weeks_is_usual_then() -> None:
    counts = weekdays(400)
    counts[200:] *= 3
    alerts, seen = watch(series(Step.DAY, counts))
    assert len(alerts) == 1
    assert alerts[0].end == begins(Step.DAY, 400)[228]
    assert seen[390].expected is not None
    assert seen[390].expected > 60


def test_a_slow_rise_is_found_before_any_single_day_is_strange() -> None:
    random = np.random.default_rng(3)
    counts = np.asarray(random.poisson(np.r_[np.full(150, 40.0), np.full(10, 60.0)]), dtype=np.float64)
    alerts, _ = watch(series(Step.DAY, counts))
    assert len(alerts) == 1
    assert begins(Step.DAY, 160)[150] <= alerts[0].since <= alerts[0].raised <= begins(Step.DAY, 160)[158]


def test_mondays_and_the_days_after_holidays_are_no_spikes() -> None:
    alerts, seen = watch(series(Step.DAY, weekdays(400)))
    assert alerts == []
    weekend = [each.expected for each in seen[300:] if each.begin.weekday() > 4]
    working = [each.expected for each in seen[300:] if each.begin.weekday() <= 4]
    assert max(each or 0 for each in weekend) < min(each or 0 for each in working)


def test_a_day_off_is_expected_to_be_like_a_sunday() -> None:
    counts, at = weekdays(300), begins(Step.DAY, 300)
    off = next(day for day in at[250:] if day.weekday() == 2)
    made = Series.of(Step.DAY, dict(zip(at, counts, strict=True)), days_off=[off.date()])
    expected = {each.begin: each.expected for each in watch(made)[1]}
    assert (expected[off] or 0) < 0.6 * (expected[off - timedelta(days=1)] or 0)


def test_twice_the_customers_with_twice_the_complaints_is_no_spike() -> None:
    counts, at = weekdays(200), begins(Step.DAY, 200)
    counts[150:] *= 2.5
    exposure = dict.fromkeys(at[:150], 1000.0) | dict.fromkeys(at[150:], 2500.0)
    told = dict(zip(at, counts, strict=True))
    assert watch(Series.of(Step.DAY, told))[0]
    assert watch(Series.of(Step.DAY, told, exposure=exposure))[0] == []


def test_a_trend_and_a_season_of_months_are_expected() -> None:
    random = np.random.default_rng(5)
    months = np.arange(96)
    rate = 300 * np.exp(0.01 * months) * (1 + 0.25 * np.sin(2 * np.pi * months / 12))
    assert watch(series(Step.MONTH, random.poisson(rate).astype(np.float64)))[0] == []


@pytest.mark.parametrize(
    ("mean", "spread", "zeros"), [(40.0, 0.05, 0.0), (0.3, 0.5, 0.0), (6.0, 0.3, 0.6), (25.0, 0.3, 0.0)]
)
def test_false_alarms_are_fewer_than_one_in_a_series_year(mean: float, spread: float, zeros: float) -> None:
    random = np.random.default_rng(7)
    alarms = 0
    for seed in range(4):
        counts = weekdays(730, mean=mean, spread=spread, seed=seed)
        counts[random.random(730) < zeros] = 0
        alarms += len(watch(series(Step.DAY, counts))[0])
    assert alarms <= 4  # in eight years


def test_looking_every_hour_raises_nothing_that_the_whole_day_would_not() -> None:
    """A running period is judged as if nothing more came: its evidence only grows with its count."""
    counts = weekdays(120)
    whole = watch(series(Step.DAY, counts))[1][-1]
    for share in (0.2, 0.5, 0.9):
        part = counts.copy()
        part[-1] = np.floor(share * counts[-1])
        looked = watch(series(Step.DAY, part))[1][-1]
        assert looked.evidence <= whole.evidence
        assert looked.expected == whole.expected
    counts[-1] = 200
    assert watch(series(Step.DAY, counts))[1][-1].alert


@given(st.floats(0.1, 500), st.floats(0.004, 2), st.integers(1, 400), st.integers(1, 50))
def test_more_is_never_less_strange(mean: float, spread: float, n: int, more: int) -> None:
    expected = Expectation(mean, spread, float(n))
    assert 0 <= expected.at_least(n + more) <= expected.at_least(n) <= 1
    assert expected.at_least(0) == 1


def test_a_bet_on_chance_wins_nothing_in_the_mean() -> None:
    middle = (np.arange(200_000) + 0.5) / 200_000
    assert np.mean([bet(float(p)) for p in middle]) <= 1.0
    assert bet(1e-6) > 1000
    assert bet(1.0) == 0.5


def test_a_few_periods_say_nothing() -> None:
    alerts, seen = watch(series(Step.DAY, np.array([3.0, 0.0, 900.0])))
    assert alerts == []
    assert [each.expected for each in seen] == [None, None, None]


def test_a_period_without_a_row_is_one_without_a_case() -> None:
    found = Series.counting(Step.DAY, [START, START + timedelta(days=3, hours=5), START + timedelta(days=3)])
    assert found.counts.tolist() == [1, 0, 0, 2]


def test_what_is_no_series_is_refused_with_the_reason() -> None:
    with pytest.raises(NoSeries, match="not one count"):
        Series.of(Step.DAY, {})
    with pytest.raises(NoSeries, match="cannot be -1"):
        Series.of(Step.DAY, {START: -1})
    with pytest.raises(NoSeries, match="exposure"):
        Series.of(Step.DAY, {START: 1}, exposure={START: 0})
    with pytest.raises(NoSeries, match="before the beginning"):
        Series.of(Step.DAY, {START: 1}, end=START - timedelta(days=2))
    with pytest.raises(NoSeries, match="more than"):
        Series.of(Step.HOUR, {START: 1, datetime(1990, 1, 1): 1})  # noqa: DTZ001


def test_the_step_of_a_table_is_found() -> None:
    months = [datetime(2021, month, 1) for month in range(1, 9)]  # noqa: DTZ001
    assert usual_step(months) is Step.MONTH
    assert usual_step([START + timedelta(days=7 * i) for i in range(5)]) is Step.WEEK
    assert usual_step([START + timedelta(days=i) for i in range(5)]) is Step.DAY
    assert usual_step([START + timedelta(hours=i) for i in range(5)]) is Step.HOUR
    assert Step.WEEK.begin(START).date() == date(2020, 12, 28)


@pytest.mark.parametrize(("ticker", "month"), [("WFC", "2016-09-01"), ("NAVI", "2017-01-01")])
def test_what_really_happened_is_found_in_its_first_month(ticker: str, month: str) -> None:
    table = read_table(shared("complaints/cfpb_monthly_by_company_to_2017-06.csv.gz"))
    counted: dict[datetime, float] = {}
    for own, at, n in zip(table["ticker"], table["month"], table["n"], strict=True):
        if own == ticker:
            begin = datetime.fromisoformat(f"{at}-01")
            counted[begin] = counted.get(begin, 0.0) + float(n)
    raised = {alert.raised: alert for alert in watch(Series.of(Step.MONTH, counted))[0]}
    assert datetime.fromisoformat(month) in raised
    assert len(raised) <= 2
