"""Rates with their intervals, and the alarm."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from amends.histories.history import moment
from amends.quoting.keeping import Kept, Monitor, clopper, report, verdict, wilson
from amends.quoting.model import fit
from tests.quoting.histories import slowing

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
DAY = timedelta(days=1)


def test_no_promise_gives_no_rate_and_the_whole_interval() -> None:
    assert (wilson(0, 0).share, wilson(0, 0).low, wilson(0, 0).high) == (None, 0.0, 1.0)


@pytest.mark.parametrize("n", [50, 100, 200, 400])
def test_intervals_hold_the_share_and_the_exact_one_is_the_wider(n: int) -> None:
    good = round(0.9 * n)
    for found in (wilson(good, n), clopper(good, n)):
        assert found.low < 0.9 < found.high
    assert clopper(good, n).high - clopper(good, n).low > wilson(good, n).high - wilson(good, n).low


def test_the_verdict_says_late_slow_calibrated_or_that_it_cannot_say() -> None:
    assert verdict(300, 400, 0.9) == "late"
    assert verdict(399, 400, 0.9) == "slow"
    assert verdict(360, 400, 0.9) == "calibrated"
    assert verdict(9, 10, 0.9) == "not enough data"


def test_a_promise_still_open_on_its_date_is_broken_and_one_not_yet_due_does_not_count() -> None:
    promises = [
        Kept(MONDAY, MONDAY + 3 * DAY, 0.9, MONDAY + DAY),
        Kept(MONDAY, MONDAY + 3 * DAY, 0.9, None),
        Kept(MONDAY, MONDAY + 30 * DAY, 0.9, MONDAY + DAY),
    ]
    found = report(promises, begin=MONDAY, end=MONDAY + 7 * DAY, asked=10, undated=2)
    assert (found.kept.share, found.kept.n) == (0.5, 2)
    assert (found.no_quote.share, found.no_quote.n) == (0.2, 10)
    assert found.median_quote_days == 3


def test_a_moved_promise_that_was_kept_counts_as_broken_by_its_first_date() -> None:
    moved = Kept(MONDAY, MONDAY + 5 * DAY, 0.9, MONDAY + 4 * DAY, first_due=MONDAY + 2 * DAY)
    found = report([moved], begin=MONDAY, end=MONDAY + 7 * DAY)
    assert (found.kept.share, found.first_kept.share) == (1.0, 0.0)


def test_the_worst_group_is_shown_if_it_is_large_enough_to_be_judged() -> None:
    promises = [Kept(MONDAY, MONDAY + DAY, 0.9, MONDAY if i % 2 else None, group="vendor A") for i in range(40)]
    promises += [Kept(MONDAY, MONDAY + DAY, 0.9, MONDAY, group="vendor B") for _ in range(40)]
    promises += [Kept(MONDAY, MONDAY + DAY, 0.9, None, group="vendor C")]
    worst = report(promises, begin=MONDAY, end=MONDAY + 7 * DAY).worst
    assert worst is not None
    assert (worst[0], worst[1].share, worst[1].n) == ("vendor A", 0.5, 40)


def test_an_honest_desk_is_hardly_ever_accused() -> None:
    random = np.random.default_rng(1)
    accused = sum(Monitor(0.9).after(*(random.random(300) < 0.9).tolist()).alarmed for _ in range(60))
    assert accused <= 2


@pytest.mark.parametrize("honest", [0, 300])
def test_promises_that_stop_being_kept_trip_the_monitor_also_after_a_long_good_time(honest: int) -> None:
    random = np.random.default_rng(2)
    monitor = Monitor(0.9).after(*(random.random(honest) < 0.9).tolist())
    assert not monitor.alarmed
    assert monitor.after(*(random.random(120) < 0.65).tolist()).alarmed


def test_kept_promises_never_trip_it() -> None:
    assert not Monitor(0.9).after(*[True] * 500).alarmed


def test_drift_trips_the_monitor_and_calibration_restarted_there_is_honest_again() -> None:
    history, change = slowing(2400)
    early = history.rows(np.flatnonzero(history.opened < change))
    old = fit(early, level=2)
    monitor, told = Monitor(0.9), 0.0
    for opened, closed in zip(history.opened, history.closed, strict=True):
        days = old.quote(at=moment(opened)).days
        if opened < change or days is None:
            continue
        monitor = monitor.after(bool(closed <= opened + days))
        if monitor.alarmed:
            told = float(opened)
            break
    assert change < told < change + 60
    fresh = fit(history, since=moment(told), level=2)
    after = history.opened >= told
    days = fresh.quote(at=moment(told)).days
    assert days is not None
    kept = float(((history.closed - history.opened)[after] <= days).mean())
    assert kept == pytest.approx(0.9, abs=0.03)
