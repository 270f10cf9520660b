"""Quotes from a model: later for more certainty, later for an older case, none where none may be given."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.histories.history import History, moment
from amends.quoting.model import Model, fit
from amends.quoting.replaying import figures, replay, walks_of
from tests.quoting.histories import START, slowing, steady, two_kinds

PLAIN = fit(steady(), level=2)
KINDS = fit(two_kinds())
HOURS = {"zone": "Europe/Berlin", "hours": {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}}
AT = moment(START + 800)


@given(
    st.floats(0.01, 0.98),
    st.floats(0.01, 0.98),
    st.floats(0, 30),
    st.sampled_from(["slow", "quick", "unheard of", None]),
)
@settings(deadline=None, max_examples=60)
def test_raising_the_probability_never_gives_an_earlier_date(
    one: float, other: float, age: float, kind: str | None
) -> None:
    low, high = sorted((one, other))
    for model in (PLAIN, KINDS):
        sooner, later = (
            model.quote(at=AT, probability=p, opened=AT - timedelta(days=age), features={"kind": kind}).due
            for p in (low, high)
        )
        assert later is None or (sooner is not None and sooner <= later)


def test_features_are_used_where_they_shorten_the_quote_and_only_there() -> None:
    assert KINDS.choice == ("elapsed", 3)
    slow, quick = (KINDS.quote(at=AT, features={"kind": kind}) for kind in ("slow", "quick"))
    assert quick.days is not None
    assert slow.days is not None
    assert quick.days < 2
    assert slow.days > 20
    assert fit(steady(1500, days=700)).choice[1] != 3


def test_the_chance_of_the_date_that_was_quoted_is_what_was_asked_for() -> None:
    for model in (PLAIN, KINDS):
        quote = model.quote(at=AT, probability=0.9, features={"kind": "quick"})
        assert quote.due is not None
        assert model.chance(at=AT, due=quote.due, features={"kind": "quick"}) == pytest.approx(0.9, abs=0.02)
        assert model.chance(at=AT, due=AT + (quote.due - AT) / 2, features={"kind": "quick"}) < 0.85


def test_a_case_that_has_been_open_long_is_quoted_from_the_cases_that_were() -> None:
    new = PLAIN.quote(at=AT, probability=0.8)
    old = PLAIN.quote(at=AT, probability=0.8, opened=AT - timedelta(days=6))
    assert new.due is not None
    assert old.due is not None
    assert old.due - AT + timedelta(days=6) > new.due - AT


def test_no_date_below_the_needed_number_of_cases() -> None:
    few = fit(steady(40))
    quote = few.quote(at=AT)
    assert (quote.due, quote.level) == (None, 0)
    assert "only 40 comparable cases" in quote.because


def test_a_known_change_restarts_calibration() -> None:
    history, change = slowing()
    before = fit(history.rows(np.flatnonzero(history.opened < change)), level=2).quote(at=AT)
    restarted = fit(history, since=moment(change), level=2).quote(at=AT)
    assert before.days is not None
    assert restarted.days is not None
    assert restarted.days > 2 * before.days
    assert fit(history, since=moment(history.opened[-30]), level=2).quote(at=AT).level == 0


def test_a_model_from_a_file_quotes_the_same(tmp_path: Path) -> None:
    for model in (PLAIN, KINDS, fit(steady(), calendar=HOURS, level=2, clock="business")):
        model.save(tmp_path / "model")
        again = Model.load(tmp_path / "model")
        for probability in (0.5, 0.9, 0.97):
            asked = {"at": AT, "probability": probability, "features": {"kind": "slow"}}
            assert again.quote(**asked) == model.quote(**asked)  # type: ignore[arg-type]


def test_a_file_with_anything_that_could_run_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "bad.npz", about=np.array([{"format": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        Model.load(tmp_path / "bad.npz")


def test_a_group_with_enough_cases_speaks_for_itself_and_a_small_one_mostly_for_all() -> None:
    history = two_kinds()
    model = fit(history, group="kind", level=2)
    slow, quick, other = (model.quote(at=AT, features={"kind": kind}).days for kind in ("slow", "quick", "unheard of"))
    assert slow is not None
    assert quick is not None
    assert other is not None
    assert quick < 2
    assert slow > 20
    assert quick < other < slow


def test_business_time_is_chosen_where_work_stops_at_night_and_elapsed_where_it_does_not() -> None:
    history = steady(1500, days=700)
    clock = fit(history, calendar=HOURS, level=2)
    assert clock.choice[0] == "elapsed"
    random = np.random.default_rng(2)
    hours = fit(history, calendar=HOURS, level=2, clock="business").clock
    opened = hours.when(np.sort(random.uniform(0, hours.read(np.array([START + 700.0]))[0], 1500)))
    closed = hours.when(hours.read(opened) + random.uniform(0.6, 0.66, 1500))
    assert fit(History.of(opened, closed), calendar=HOURS, level=2).choice[0] == "business"


def test_a_quote_in_business_time_never_ends_outside_it() -> None:
    model = fit(steady(), calendar=HOURS, level=2, clock="business")
    calendar = model.clock.calendar
    assert calendar is not None
    for day in range(14):
        due = model.quote(at=AT + timedelta(days=day)).due
        assert due is not None
        assert calendar.is_open(due - timedelta(seconds=1))


def test_what_happened_later_changes_no_earlier_quote() -> None:
    """The sharpest test of honesty: another future, the same quotes until then."""
    history = two_kinds(600)
    now = float(history.opened[450])
    future = np.where(history.closed > now, now + 3 * (history.closed - now), history.closed)
    other = replace(history, closed=future)
    quotes = [
        {
            choice: walked.quotes[choice[1]][:211]
            for choice, walked in walks_of(each, 240, (0.8, 0.9), ticks=360).items()
        }
        for each in (history, other)
    ]
    for choice in quotes[0]:
        assert np.array_equal(quotes[0][choice], quotes[1][choice])


@pytest.mark.parametrize("level", [1, 2, 3])
def test_each_level_keeps_what_it_states_on_a_steady_desk(level: int) -> None:
    found = replay(two_kinds(2000), probability=0.9, level=level)
    for probability in (0.8, 0.9, 0.95):
        assert found.figures(probability)["coverage"] == pytest.approx(probability, abs=0.03)


@pytest.mark.parametrize("count", [1, 5, 60])
@pytest.mark.parametrize("took", [0.0, 3.0, np.nan])
def test_a_poor_history_gives_no_date_or_an_honest_one_but_never_fails(count: int, took: float) -> None:
    opened = np.linspace(START, START + 100, count)
    history = History.of(opened, opened + took, features={"empty": [""] * count, "one": ["x"] * count})
    quote = fit(history, calendar=HOURS).quote(at=AT)
    assert (quote.days is not None) == (count == 60 and took >= 0)
    assert fit(history, calendar=HOURS, since=AT).quote(at=AT).level == 0


def test_features_are_switched_on_in_a_replay_once_they_have_shown_a_smaller_loss_at_equal_coverage() -> None:
    found = replay(two_kinds(2000), probability=0.9)
    column = found.probabilities.index(0.9)
    with_features, without = (
        figures(found.history, found.begin, found.candidates["elapsed", level][:, column], 0.9) for level in (3, 2)
    )
    assert float(str(with_features["pinball"])) < 0.5 * float(str(without["pinball"]))
    assert found.chosen[0] == ("elapsed", 2)
    assert found.chosen[-1] == ("elapsed", 3)
    assert found.figures(0.9)["coverage"] == pytest.approx(0.9, abs=0.03)
