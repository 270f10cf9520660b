"""The answers that other libraries' tests give, where they are at hand, and the form in which they are asked."""

import csv
import os
from pathlib import Path

import pytest

from amends.cli.calendar import run

SHARED = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).parents[3] / "shared")
NAME = "business_time/business_time_vectors_a.csv"
VECTORS: Path | None = next((path for path in (SHARED / NAME, SHARED / "data" / NAME) if path.is_file()), None)

HEADER = "id,operation,start,amount,unit,expected,timezone,hours,special_hours,holidays\n"
HOURS = '"{""mon"":[[""09:00"",""17:00""]],""tue"":[[""09:00"",""17:00""]]}",{},[]\n'


@pytest.mark.skipif(VECTORS is None, reason="the shared business-time vectors are not here")
def test_all_vectors_are_right_except_disputed_ones() -> None:
    assert VECTORS is not None
    with VECTORS.open(newline="") as file:
        rows = list(csv.DictReader(file))
    answers = {answer["id"]: answer["result"] for answer in run(VECTORS, as_json=True)}
    settled = {row["id"]: row["expected"] for row in rows if "disputed" not in row["note"]}
    assert len(settled) > 80
    assert {row: answers[row] for row in settled} == settled


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("add,2026-11-23T16:30,1.5,hours,,UTC", "2026-11-24T10:00"),
        ("subtract,2026-11-24T09:30,45,minutes,,UTC", "2026-11-23T16:45"),
        ("subtract,2026-11-24,1,days,,UTC", "2026-11-23"),
        ("add,2026-11-23,90,seconds,,UTC", "2026-11-23T09:01:30"),
        ("add,2026-11-23T09:00Z,1,hour,,Europe/Paris", "2026-11-23T11:00+01:00"),
        ("elapsed,2026-11-23T09:00,,minutes->2026-11-24T10:00,,UTC", "540"),
        ("elapsed,2026-11-23T09:00,,hours->2026-11-23T09:45,,UTC", "0.75"),
        ("is_open,2026-11-23T17:00,,,,UTC", "false"),
        ("closing_time,2026-11-23T17:00,,,,UTC", "2026-11-24T17:00"),
    ],
)
def test_a_question_is_answered_in_the_form_of_its_start(tmp_path: Path, question: str, expected: str) -> None:
    file = tmp_path / "one.csv"
    file.write_text(f"{HEADER}x,{question},{HOURS}")
    assert list(run(file, as_json=True)) == [{"id": "x", "result": expected}]


def test_a_row_that_cannot_be_computed_says_why_and_the_others_are(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    wrong = (
        "shift,2026-11-23,,,,UTC",
        "add,soon,1,hours,,UTC",
        "add,2026-11-23,x,hours,,UTC",
        "add,2026-11-23,1,weeks,,UTC",
    )
    rows = [f"w{n},{question},{HOURS}" for n, question in enumerate(wrong)]
    rows.append("w4,roll_forward,2026-11-23,,,,UTC,{},{},[]\n")
    rows.append("w5,roll_forward,2026-11-23,,,,UTC,not json,{},[]\n")
    rows.append("w6,add\n")
    file.write_text(HEADER + "".join(rows) + f"ok,roll_forward,2026-11-23,,,,UTC,{HOURS}")
    answers = list(run(file, as_json=True))
    assert [answer["id"] for answer in answers if answer["result"] is None] == [f"w{n}" for n in range(7)]
    assert all(answer["error"] for answer in answers[:-1])
    assert answers[-1] == {"id": "ok", "result": "2026-11-23T09:00"}


def test_for_a_person_the_expected_answer_stands_beside_ours(tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text(f"{HEADER}x,roll_forward,2026-11-23,,,2026-11-23T08:00,UTC,{HOURS}")
    assert list(run(file, as_json=False)) == [
        {"id": "x", "result": "2026-11-23T09:00", "expected": "2026-11-23T08:00"},
    ]
