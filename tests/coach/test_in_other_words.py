"""What the case forbids is found in whatever words it is said, and what only looks like it is let pass."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from amends.checks.days import day_named
from amends.coach import review

NOW = "2026-05-04T10:00+01:00"
ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "in_other_words.yaml").read_text(encoding="utf-8"))


def each(kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(row["check"], text, {"now": NOW, **row["case"]}) for row in ROWS for text in row.get(kind, [])]


def found(check: str, text: str, case: dict[str, Any]) -> list[str]:
    return [one.quote for one in review(text, case).findings if one.check == check]


@pytest.mark.parametrize(("check", "text", "case"), each("found"))
def test_what_the_case_forbids_is_found_in_whatever_words(check: str, text: str, case: dict[str, Any]) -> None:
    assert found(check, text, case)


@pytest.mark.parametrize(("check", "text", "case"), each("let_pass"))
def test_what_only_looks_like_it_is_let_pass(check: str, text: str, case: dict[str, Any]) -> None:
    assert found(check, text, case) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by Wednesday at the latest", "2026-05-06"),
        ("the day after tomorrow", "2026-05-06"),
        ("in two weeks", "2026-05-18"),
        ("within 3 working days", "2026-05-07"),
        ("on Monday", "2026-05-11"),
        ("May 9", "2026-05-09"),
        ("on 2 January", "2027-01-02"),
        ("on Tuesday or Thursday", "2026-05-07"),
        ("last Friday", None),
        ("on 31 February", None),
        ("soon", None),
    ],
)
def test_a_day_is_the_next_one_of_its_name_and_of_several_the_last(words: str, day: str | None) -> None:
    read = day_named(words, datetime.fromisoformat(NOW))
    assert (read and read.isoformat()) == day


def test_who_would_be_there_instead_is_told() -> None:
    roster = [{"name": "Sam", "away": ["2026-05-07"]}, {"name": "Priya"}, {"name": "Jo", "away": ["2026-05-07"]}]
    said = review("Please ask for Sam on Thursday.", {"now": NOW, "roster": roster})
    assert [(one.check, one.suggestion) for one in said.findings] == [("C44", "Present then: Priya.")]
