"""A draft is coached at the command line, and practised on, without a desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.console import amends
from tests.policy.specimens import GOOD

STOCK = "We apologise for any inconvenience. I will call you tomorrow at 4."


def test_a_draft_that_blocks_ends_with_one_and_says_why() -> None:
    said = amends("coach", "check", given=STOCK)
    assert said.code == 1
    assert said.out.startswith("C06 block")
    assert "promise   I, no time: I will call you tomorrow at 4." in said.out
    assert amends("coach", "check", given="I have put it right.").code == 0


def test_json_in_gives_json_out() -> None:
    row = amends("coach", "check", "--json", given=json.dumps({"text": STOCK, "now": "2026-05-04T10:00+01:00"})).row
    assert [finding["check"] for finding in row["findings"]] == ["C06", "C23"]
    assert row["promises"] == [
        {"quote": "I will call you tomorrow at 4.", "who": "I", "due": "2026-05-05T16:00:00+01:00"}
    ]


def test_each_line_gives_a_line_in_order_and_a_wrong_one_says_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text('{"text": "I have put it right."}\n\n{"txt": "x"}\nno json\n{"text": "Calm down."}\n')
    said = amends("coach", "check", file)
    assert said.code == 1
    assert [list(row) for row in said.rows] == [
        ["findings", "promises", "score", "language"],
        ["error"],
        ["error"],
        ["findings", "promises", "score", "language"],
    ]
    assert "'txt'" in said.rows[1]["error"]
    assert "line 2" in said.err
    file.write_text('{"text": "I have put it right."}\n{"txt": "x"}\n')
    assert amends("coach", "check", file).code == 4


def test_a_raw_mail_is_read_without_its_headers_and_what_it_quotes(tmp_path: Path) -> None:
    file = tmp_path / "reply.eml"
    file.write_text(
        "From: a@b.example\nTo: c@d.example\nSubject: Your lamp\n\nI have put it right.\n\n> Calm down, you said.\n"
    )
    assert amends("coach", "check", file).code == 0
    assert amends("coach", "check", given=file.read_bytes()).code == 0


def test_what_is_known_of_the_case_may_come_beside_plain_text(tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text('{"given": ["photos"]}')
    assert "C17" in amends("coach", "check", "--case", case, given="Please send us your photos.").out
    assert "C01" in amends("coach", "check", "--stage", "first_reply", given="Here are our records.").out


def test_a_house_file_changes_the_levels_and_may_not_loosen_them_silently(tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("banned: [touch base]\n")
    assert amends("coach", "check", "--policy", house, given="Let us touch base.").code == 1
    house.write_text("levels:\n  C06: off\nlimits: {upset: many}\n")
    said = amends("coach", "check", "--policy", house, given=STOCK)
    assert said.code == 2
    assert f"{house}:2:3: for the coach: To loosen C06 from block to off a name" in said.err
    assert f"{house}:3:10: for the coach: The limit upset must be a whole number" in said.err


def test_a_house_pack_says_how_the_coach_reads(tmp_path: Path) -> None:
    pack = tmp_path / "shop.yaml"
    pack.write_text(GOOD + "coach: {banned: [touch base]}\n")
    assert amends("coach", "check", "--policy", pack, given="Let us touch base.").code == 1


def test_a_check_is_explained() -> None:
    assert amends("coach", "check", "--explain", "c18").out.startswith("C18  A hard date")
    assert amends("coach", "check", "--explain", "C18", "--json").row["level"] == "block"
    assert amends("coach", "check", "--explain", "C77").code == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["coach", "check", "nowhere.txt"], 3),
        (["practice", "show", "nobody"], 3),
        (["practice", "answer", "nobody"], 3),
    ],
)
def test_what_is_not_there_is_said(words: list[str], code: int) -> None:
    assert amends(*words).code == code


def test_a_drill_is_shown_and_answered() -> None:
    assert len(amends("practice", "list", "--json").rows) == 30
    assert amends("practice", "show", "--seed", "3").out == amends("practice", "show", "--seed", "3").out
    shown = amends("practice", "show", "library-fine", "--json").row
    assert shown["case"]["specifics"] == ["£4.50", "handed in"]
    said = amends("practice", "answer", "library-fine", given="We will get back to you.")
    assert said.out.startswith("present   -\nmissing   regret, thanks")
    assert "One good answer:" in said.out
    assert amends("practice", "answer", "library-fine", "--json", given="Sorry.").row["missing"]
