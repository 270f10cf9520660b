"""How much longer a case will take, from the events so far."""

from __future__ import annotations

import numpy as np

from amends.quoting.remaining import by_length, estimate, prefixes, teach


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
