"""`amends quote`: fit, quote and replay as functions, and exactly the figures that were asked for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from amends.cli import quote
from amends.histories.history import History, moment
from tests.quoting.histories import START, steady, two_kinds


def written(history: History, path: Path) -> Path:
    rows = ["opened,closed,kind"]
    words = history.features[0] if history.features else None
    for i, (opened, closed) in enumerate(zip(history.opened, history.closed, strict=True)):
        kind = words.words[int(words.values[i])] if words else ""
        rows.append(f"{moment(opened).isoformat()},{'' if np.isnan(closed) else moment(closed).isoformat()},{kind}")
    path.write_text("\n".join(rows))
    return path


def test_a_history_is_fitted_and_a_date_quoted_with_its_chance(tmp_path: Path) -> None:
    history, model = written(two_kinds(), tmp_path / "history.csv"), tmp_path / "model"
    fitted = quote.fit(history, model, opened="opened", closed="closed", features=["kind"])
    assert (fitted["refused"], fitted["level"], fitted["cases"]) == (False, 3, 1500)
    at = datetime(2013, 1, 7, 10, tzinfo=UTC)
    answer = quote.quote(model, at=at, features={"kind": "slow"}, by=datetime(2013, 1, 10, tzinfo=UTC))
    assert answer["days"] > 20
    assert answer["chance"] < 0.05
    assert "0 times in 100" in answer["warning"] or "1 times" in answer["warning"]
    assert json.loads(quote.printed(answer, as_json=False).splitlines()[-1]) == answer


@pytest.mark.parametrize("level", [None, 1, 2])
def test_a_replay_prints_the_figures_of_the_specification(tmp_path: Path, level: int | None) -> None:
    history = written(steady(), tmp_path / "history.csv")
    answer = json.loads(
        quote.printed(
            quote.replay(history, opened="opened", closed="closed", probability=0.9, level=level), as_json=True
        )
    )
    assert {"coverage", "median_quote_days", "no_quote_rate", "pinball", "n"} <= set(answer)
    assert answer["coverage"] == pytest.approx(0.9, abs=0.05)
    assert answer["n"] == 360
    assert set(answer["baselines"]) == {"mean", "median", "opened recently and closed"}


def test_a_closed_only_export_is_refused_with_a_reason(tmp_path: Path) -> None:
    every = steady(3000, typical=20)
    cut = every.rows(np.flatnonzero((every.closed > START + 200) & (every.closed < START + 230)))
    history = written(cut, tmp_path / "history.csv")
    for answer in (
        quote.replay(history, opened="opened", closed="closed"),
        quote.fit(history, tmp_path / "model", opened="opened", closed="closed"),
    ):
        assert answer["refused"] is True
        assert "Export every case opened in a period" in answer["reason"]
    assert not (tmp_path / "model").exists()


def test_a_calendar_file_makes_business_time_a_candidate(tmp_path: Path) -> None:
    calendar = tmp_path / "calendar.yaml"
    calendar.write_text('zone: Europe/Berlin\nhours:\n  mon: [["09:00", "17:00"]]\n  thu: [["09:00", "17:00"]]\n')
    history, model = written(steady(), tmp_path / "history.csv"), tmp_path / "model"
    fitted = quote.fit(history, model, opened="opened", closed="closed", calendar=calendar)
    assert fitted["clock"] in {"elapsed", "business"}
    answer = quote.quote(model, at=datetime(2013, 1, 7, 10, tzinfo=UTC), calendar=calendar)
    due = datetime.fromisoformat(answer["due"])
    assert (due.strftime("%a"), due.hour) in {("Mon", 11), ("Mon", 16), ("Thu", 11), ("Thu", 16)}
