"""Questions over what became of customers, from the command line: each with n and an interval, and over an export as over the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.console import amends
from tests.outcomes.scenes import settled
from tests.reports.test_the_report import customers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_each_question_is_answered_with_n_and_interval(cast: Cast) -> None:
    pytest.importorskip("ibis", reason="the extra insight is not here")
    customers(30, lost=9)
    settled()
    names = [row["question"] for row in amends("report", "questions", "--json").rows]
    assert "kept-by-month" in names
    for name in names:
        rows = amends("report", "ask", name, "--json").rows
        assert sum(row["cases"] for row in rows) in {0, 30}
    (row,) = amends("report", "ask", "kept-by-month", "--json").rows
    assert (row["cases"], row["kept"], row["lost"], row["mean_days"]) == (30, 21, 9, 14.0)
    assert row["kept_of_known"].startswith("70% (n 30, 95 % interval ")
    assert row["low"] < row["share"] < row["high"]
    assert "Not causal" in amends("report", "ask", "kept-by-severity").out


def test_few_are_not_enough_data_and_an_export_answers_as_the_desk_does(cast: Cast, tmp_path: Path) -> None:
    pytest.importorskip("ibis", reason="the extra insight is not here")
    customers(3, lost=1)
    settled()
    path = tmp_path / "outcomes.parquet"
    assert amends("outcomes", "export", str(path)).code == 0
    (row,) = amends("report", "ask", "kept-by-origin", "--over", str(path), "--json").rows
    assert (row["kept_of_known"], row["share"]) == ("not enough data (n 3)", None)
    assert amends("report", "ask", "kept-by-origin", "--json").rows == [row]


def test_what_cannot_be_asked_is_named(tmp_path: Path) -> None:
    said = amends("report", "ask", "who-is-best")
    assert said.code == 2
    assert "kept-by-month" in said.err
    assert amends("report", "ask", "kept-by-month", "--over", str(tmp_path / "none")).code == 3
