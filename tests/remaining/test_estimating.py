"""How much longer a case will take, from the events so far."""

from __future__ import annotations

import numpy as np
import pytest

from amends.remaining.estimating import Prefixes, by_length, estimate, prefixes, teach
from amends.remaining.peers import Peers


def test_beginnings_are_two_events_to_all_but_one_and_short_cases_have_none() -> None:
    case, at = ["a"] * 4 + ["b"] * 2, np.array([0.0, 1.0, 2.0, 5.0, 0.5, 0.7])
    found = prefixes(case, at, ["x"] * 6)
    assert found.length.tolist() == [2, 3]
    assert found.left.tolist() == [4.0, 3.0]


def test_an_estimate_that_knows_the_kind_beats_the_median_of_the_same_length() -> None:
    random = np.random.default_rng(1)
    case, at, activity = [], [], []
    for i in range(600):
        slow = random.random() < 0.5
        times = i + np.array([0.0, 0.1, 0.2, 0.2 + (10 if slow else 1) * random.lognormal(0, 0.1)])
        case += [str(i)] * 4
        at += times.tolist()
        activity += ["open", "repair" if slow else "advise", "wait", "close"]
    known = prefixes(case, np.array(at), activity)
    teaching, asked = known.of(np.flatnonzero(known.case < 450)), known.of(np.flatnonzero(known.case >= 450))
    error = np.abs(estimate(teach(teaching), asked) - asked.left).mean()
    assert error < 0.3 * np.abs(by_length(teaching, asked) - asked.left).mean()


def _closed_by_a_clock(*, since: str) -> Prefixes:
    """Cases that end by themselves thirty or forty days after they began, or after their last event, whenever that was."""
    random = np.random.default_rng(2)
    case, at, activity = [], [], []
    for i in range(900):
        slow = random.random() < 0.4
        middle = np.sort(random.uniform(0, 20, 2))
        end = (40.0 if slow else 30.0) + (0.0 if since == "the beginning" else middle[-1])
        case += [f"{i:04}"] * 4
        at += (i + np.r_[0.0, middle, end]).tolist()
        activity += ["open", "large" if slow else "small", "wait", "close"]
    return prefixes(case, np.array(at), activity)


@pytest.mark.parametrize("since", ["the beginning", "the last event"])
def test_a_clock_is_found_whether_it_runs_from_the_beginning_or_from_the_last_event(since: str) -> None:
    known = _closed_by_a_clock(since=since)
    known = known.of(np.flatnonzero(known.length == 3))  # the last before the end: what is left follows from the clock
    teaching, asked = known.of(np.flatnonzero(known.case < 700)), known.of(np.flatnonzero(known.case >= 700))
    learnt = teach(teaching)
    off = np.abs(estimate(learnt, asked) - asked.left)
    assert isinstance(learnt.learnt, Peers)
    assert np.median(off) < 0.01  # the length itself, not a mean of its neighbours


def test_a_clock_is_found_that_stands_still_while_one_waits_for_the_customer() -> None:
    random = np.random.default_rng(4)
    case, at, activity = [], [], []
    for i in range(900):
        waited = random.uniform(0, 25) if random.random() < 0.6 else 0.01
        worked = np.sort(random.uniform(0, 10, 2))
        steps = [0.0, worked[0], worked[0] + waited, worked[1] + waited, 30.0 + waited]
        case += [f"{i:04}"] * 5
        at += (i + np.array(steps)).tolist()
        activity += ["open", "ask the customer", "answered", "repair", "close"]
    known = prefixes(case, np.array(at), activity)
    known = known.of(np.flatnonzero(known.length == 4))  # the last before the end, when it is known how long was waited
    teaching, asked = known.of(np.flatnonzero(known.case < 700)), known.of(np.flatnonzero(known.case >= 700))
    learnt = teach(teaching)
    assert learnt.plan.paused == "ask the customer"
    assert np.median(np.abs(estimate(learnt, asked) - asked.left)) < 0.01


def test_the_same_beginnings_teach_the_same() -> None:
    known = _closed_by_a_clock(since="the beginning")
    assert (estimate(teach(known), known) == estimate(teach(known), known)).all()


def test_where_the_pace_changed_the_older_cases_no_longer_teach() -> None:
    random = np.random.default_rng(3)
    case, at = [], []
    for i in range(1000):
        pace = 100 if i < 600 else 5
        case += [f"{i:04}"] * 4
        at += (i + np.cumsum(np.r_[0, 0.1, 0.1, pace * random.lognormal(0, 0.2)])).tolist()
    known = prefixes(case, np.array(at), ["a", "b", "c", "d"] * 1000)
    teaching, asked = known.of(np.flatnonzero(known.case < 850)), known.of(np.flatnonzero(known.case >= 850))
    assert np.abs(estimate(teach(teaching), asked) - asked.left).mean() < 1.5  # days, of about five
