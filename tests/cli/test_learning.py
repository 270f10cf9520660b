"""`amends spikes`, `amends themes`, `amends trial`: tables in, sentences or JSON out, and a clear refusal of what cannot be read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from amends.spikes.series import Step
from tests.cli.console import amends
from tests.spikes.worlds import START, begins, weekdays
from tests.themes.letters import letters

JUDGE = (
    "trial",
    "judge",
    "TABLE",
    "--arm",
    "control=0.5",
    "--arm",
    "menu=0.5",
    "--margin",
    "0.03",
    "--planned",
    "1251",
)
EVEN = ("--arm", "control=0.5", "--arm", "menu=0.5")


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    daily = weekdays(200)
    daily[150:154] = 150
    rows = [f"{at:%Y-%m-%d},{n:g},parcels" for at, n in zip(begins(Step.DAY, 200), daily, strict=True)]
    rows += [f"{at:%Y-%m-%d},{n:g},bills" for at, n in zip(begins(Step.DAY, 200), weekdays(200, seed=2), strict=True)]
    return written(tmp_path, "day,n,about", rows)


@pytest.fixture
def outcomes(tmp_path: Path) -> Path:
    random = np.random.default_rng(1)
    rows = []
    for i in range(4000):
        arm = ("control", "menu")[i % 2]
        spent = random.gamma(2, 20)
        kept = int(random.random() < (0.85 if arm == "menu" else 0.7))
        rows.append(
            f"{arm},{kept},{spent:.2f},{spent + random.normal(0, 5) + 10 * (arm == 'menu'):.2f},{5 * (arm == 'menu')}"
        )
    return written(tmp_path, "arm,kept,before,after,cost", rows)


def written(folder: Path, head: str, rows: list[str]) -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join([head, *rows]))
    return path


def test_a_spike_is_told_with_since_when_and_how_many(counts: Path) -> None:
    said = amends("spikes", counts, "--date", "day", "--count", "n", "--group", "about")
    assert "parcels: since 2021-05-31, seen in 2021-05-31" in said.out
    assert "bills: no spike in 200 periods." in said.out
    (row,) = amends("spikes", counts, "--date", "day", "--count", "n", "--group", "about", "--json").rows
    assert (row["group"], row["since"], row["times"] > 2) == ("parcels", "2021-05-31", True)


def test_rows_are_counted_where_there_is_no_column_of_counts(tmp_path: Path) -> None:
    path = written(tmp_path, "opened", [f"{START + timedelta(days=i):%Y-%m-%d}" for i in range(60) for _ in range(10)])
    assert "no spike in 60 periods." in amends("spikes", path, "--date", "opened", "--country", "gb").out
    assert "not enough data: 3 periods." in amends("spikes", path, "--date", "opened", "--step", "month").out


def test_themes_are_told_in_customers_words_and_what_is_new_beside_them(tmp_path: Path) -> None:
    texts = letters(200, subjects=("late parcel", "wrong bill"))[0] + letters(50, subjects=("rude staff",))[0]
    rows = [f'{START + timedelta(hours=i):%Y-%m-%d %H:%M},"{text}"' for i, text in enumerate(texts)]
    path = written(tmp_path, "at,said", rows)
    said = amends("themes", path, "--text", "said", "--themes", "3", "--date", "at")
    assert len(said.out.splitlines()) > 3
    assert "parcel" in said.out
    assert "new: " in said.out
    rows_ = amends("themes", path, "--text", "said", "--themes", "3", "--date", "at", "--json").rows
    assert sum(row["n"] for row in rows_ if "theme" in row) == 250
    assert rows_[-1]["before"] >= 0


def test_a_comparison_is_judged_and_priced(outcomes: Path) -> None:
    (row,) = amends(
        "trial", "judge", outcomes, "--by", "arm", "--outcome", "kept", *EVEN, "--margin", "0.03", "--planned", "1251",
        "--cost", "cost", "--json",
    ).rows  # fmt: skip
    assert row["verdict"] == "better"
    assert row["low"] < 0.15 < row["high"]
    assert row["cost_of_one_more"].startswith("One more kept costs")
    said = amends(
        "trial", "judge", outcomes, "--by", "arm", "--outcome", "kept", *EVEN, "--margin", "0.03", "--planned", "1251"
    )
    assert said.out.startswith("menu against control: better;")


def test_what_was_known_before_makes_a_comparison_surer(outcomes: Path) -> None:
    def width(*more: str) -> float:
        row = amends(
            "trial", "judge", outcomes, "--by", "arm", "--outcome", "after", *EVEN, "--margin", "1", "--planned", "2000", *more,
            "--json",
        ).row  # fmt: skip
        return float(row["high"] - row["low"])

    assert width("--before", "before") < 0.5 * width()


def test_a_few_customers_are_not_enough_data(tmp_path: Path) -> None:
    path = written(tmp_path, "arm,kept", ["control,1", "menu,0"] * 20)
    said = amends(
        "trial", "judge", path, "--by", "arm", "--outcome", "kept", *EVEN, "--margin", "0.03", "--planned", "1251"
    )
    assert "not enough data" in said.out
    assert "no interval yet" in said.out


def test_a_size_is_told_in_months_and_an_arm_is_drawn_the_same_again() -> None:
    said = amends("trial", "plan", "--base", "0.7", "--rise", "0.05", "--monthly", "40")
    assert "63 months" in said.out
    assert len(said.out.splitlines()) == 6
    assert amends("trial", "plan", "--base", "0.7", "--rise", "0.05", "--monthly", "40", "--json").row["each"] == 1251
    drawn = [
        amends("trial", "draw", "a", "b", "c", "--name", "menu", "--seed", "s", *EVEN, "--json").rows for _ in range(2)
    ]
    assert drawn[0] == drawn[1]
    assert {row["propensity"] for row in drawn[0]} == {0.5}


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("spikes", "nowhere.csv", "--date", "day"), 3, "There is no file nowhere.csv."),
        (("spikes", "TABLE", "--date", "when"), 1, "there is no column 'when'. There are: day, n, about."),
        (("spikes", "TABLE", "--date", "about"), 1, "row 2: 'parcels' in 'about' is no date."),
        (("spikes", "TABLE", "--date", "day", "--count", "about"), 1, "row 2: 'parcels' in 'about' is no number."),
        (("spikes", "TABLE", "--date", "day", "--step", "year"), 1, "'year' is no step"),
        (("spikes", "TABLE", "--date", "day", "--country", "xx"), 1, "the holidays of 'xx' are not known"),
        (("themes", "TABLE", "--text", "n"), 1, "themes need 30 at least"),
        ((*JUDGE, "--by", "about", "--outcome", "n"), 1, "arms that were not named: 'bills', 'parcels'"),
        ((*JUDGE, "--by", "about", "--outcome", "day"), 1, "'2021-01-01' in 'day' is no number"),
        (("trial", "draw", "a", "--name", "x", "--seed", "s", "--arm", "one"), 2, "'one' is no arm"),
        (("trial", "draw", "a", "--name", "x", "--seed", "s", "--arm", "one=1"), 2, "two arms at least"),
        (("trial", "plan", "--base", "0.99", "--rise", "0.05", "--monthly", "40"), 2, "between 0 and 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_the_reason(
    counts: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    said = amends(*[str(counts) if word == "TABLE" else word for word in words])
    assert said.code == code
    assert sentence in said.err
