"""`amends quote`: fit, quote and replay as functions, and exactly the figures that were asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from amends.cli import quote
from amends.histories.history import History, moment
from tests.cli.console import amends
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


def test_the_command_fits_quotes_and_replays(tmp_path: Path) -> None:
    history, model = written(two_kinds(), tmp_path / "history.csv"), tmp_path / "model"
    columns = ["--opened", "opened", "--closed", "closed", "--features", "kind"]
    fitted = amends("quote", "fit", history, *columns, "-o", model, "--json")
    assert (fitted.code, fitted.row["level"], fitted.row["cases"]) == (0, 3, 1500)

    asked = ["--at", "2013-01-07 10:00", "--feature", "kind=slow", "--due", "2013-01-10"]
    plain, named = amends("quote", model, *asked, "--json"), amends("quote", "at", model, *asked, "--json")
    assert plain.row == named.row == amends("quote", *asked, "--json", model).row
    assert plain.row["days"] > 20
    assert plain.row["chance"] < 0.05
    quick = amends("quote", model, "--at", "2013-01-07T10:00:00Z", "--feature", "kind=quick")
    assert json.loads(quick.out.splitlines()[-1])["days"] < 5

    told = amends("quote", "replay", history, *columns, "--probability", "0.8", "--level", "1")
    figures = json.loads(told.out.splitlines()[-1])
    assert (told.code, figures["n"], figures["probability"], list(figures["levels"])) == (0, 900, 0.8, ["elapsed 1"])
    assert figures["coverage"] == pytest.approx(0.8, abs=0.05)
    assert {"median_quote_days", "no_quote_rate", "pinball"} < set(figures)


def test_the_command_refuses_a_cut_history_as_data_and_as_a_sentence(tmp_path: Path) -> None:
    every = steady(3000, typical=20)
    history = written(
        every.rows(np.flatnonzero((every.closed > START + 200) & (every.closed < START + 230))), tmp_path / "cut.csv"
    )
    commands: list[list[str | Path]] = [["replay", history], ["fit", history, "-o", tmp_path / "model"]]
    for words in commands:
        said = amends("quote", *words, "--opened", "opened", "--closed", "closed", "--json")
        assert (said.code, said.row["refused"], said.err) == (1, True, said.row["reason"] + "\n")
    assert not (tmp_path / "model").exists()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["none", "--at", "2013-01-07"], 3, "There is no file none."),
        (["replay", "none.csv"], 3, "There is no file none.csv."),
        (["TEXT"], 1, "TEXT is no model that `amends quote fit` kept."),
        (["TEXT", "--at", "soon"], 2, "'soon' is no date we can read. Write it as 2026-12-24 15:00."),
        (["TEXT", "--probability", "90"], 2, "A probability lies between 0 and 1, such as 0.9; 90.0 does not."),
        (["TEXT", "--zone", "Mars"], 2, "There is no time zone 'Mars'; write one such as Europe/London."),
        (["TEXT", "--feature", "slow"], 2, "'slow' says nothing. Write --feature NAME=VALUE."),
        (["TEXT", "--at", "2013-01-07", "--opened", "2013-01-08"], 2, "The case cannot have been opened after the date is asked for."),
        (["TEXT", "--calendar", "TEXT"], 1, "TEXT:1:1: a calendar must be a table with 'zone' and 'hours'"),
        (["replay", "TEXT"], 1, "No column says when a case was opened. There are: hello."),
    ],
)  # fmt: skip
def test_what_cannot_be_quoted_is_said_in_one_sentence(tmp_path: Path, words: list[str], code: int, told: str) -> None:
    text = tmp_path / "text"
    text.write_text("hello\n")
    said = amends("quote", *[str(text) if word == "TEXT" else word for word in words])
    assert (said.code, said.err) == (code, told.replace("TEXT", str(text)) + "\n")


def test_without_numpy_it_is_said_what_to_install(tmp_path: Path) -> None:
    history = written(steady(), tmp_path / "history.csv")
    script = "import sys; sys.modules['numpy'] = None; from amends.cli.main import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", script, "quote", "replay", str(history)], cwd=Path(__file__).parents[2], capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Dates are worked out with NumPy and SciPy, which are not here: pip install numpy scipy.\n"


def test_quoting_needs_no_desk(tmp_path: Path) -> None:
    history = written(steady(), tmp_path / "history.csv")
    script = (
        "import sys; from amends.cli.main import app;"
        "app(sys.argv[1:], standalone_mode=False); print('django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "quote", "replay", str(history), "--level", "1"], cwd=Path(__file__).parents[2],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "False"
