"""A history that was cut by closing date is refused with a sentence; an honest one is not."""

from __future__ import annotations

import numpy as np
import pytest

from amends.histories.cut import why_cut
from amends.histories.history import History, NotCalibrated
from amends.quoting.model import fit
from amends.quoting.replaying import replay
from tests.quoting.histories import START, steady


@pytest.mark.parametrize("seed", range(5))
def test_everything_opened_in_a_period_is_accepted(seed: int) -> None:
    assert why_cut(steady(seed=seed)) is None
    assert why_cut(steady(seed=seed, until=START + 200)) is None


@pytest.mark.parametrize("seed", range(5))
def test_tickets_closed_last_month_are_refused(seed: int) -> None:
    every = steady(3000, seed=seed, typical=20)
    last = (every.closed > START + 200) & (every.closed < START + 230)
    why = why_cut(every.rows(np.flatnonzero(last)))
    assert why is not None
    assert "opened in a period, closed or not" in why


@pytest.mark.parametrize("seed", range(5))
def test_an_export_without_its_open_cases_is_refused(seed: int) -> None:
    every = steady(3000, seed=seed, typical=20)
    closed = every.closed < START + 200
    assert why_cut(every.rows(np.flatnonzero(closed))) is not None


def test_neither_a_model_nor_a_replay_comes_of_one() -> None:
    every = steady(3000, typical=20)
    cut = every.rows(np.flatnonzero((every.closed > START + 200) & (every.closed < START + 230)))
    for attempt in (fit, replay):
        with pytest.raises(NotCalibrated, match="opened in a period"):
            attempt(cut)


def test_a_few_cases_prove_nothing_and_are_not_accused() -> None:
    assert why_cut(History.of(np.array([1.0, 2.0]), np.array([9.0, 9.1]))) is None


def test_what_closed_after_the_export_was_open_then() -> None:
    history = History.of(np.array([1.0, 2.0, 8.0]), np.array([3.0, 9.0, 9.0]), until=5.0)
    assert history.opened.tolist() == [1.0, 2.0]
    assert history.closed[0] == 3.0
    assert np.isnan(history.closed[1])


@pytest.mark.parametrize("seed", range(5))
def test_work_that_has_become_quick_leaves_few_open_and_is_not_accused(seed: int) -> None:
    random = np.random.default_rng(seed)
    opened = np.sort(random.uniform(START, START + 700, 3000))
    took = random.lognormal(1.5 + 0.6 * np.sin(2 * np.pi * (opened - START) / 365), 0.7)
    assert why_cut(History.of(opened, opened + took, until=START + 700)) is None
