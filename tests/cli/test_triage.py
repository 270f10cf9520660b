"""`amends triage` reads plain text, mail and JSON, one reading for each, and says what it could not read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.console import amends

if TYPE_CHECKING:
    from pathlib import Path

LEGAL = "You will hear from my solicitor."


def test_lines_of_json_give_a_reading_each_in_order() -> None:
    lines = [{"text": LEGAL, "channel": "email"}, {"text": "Thanks!", "subject": "Lovely"}]
    said = amends("triage", given="\n".join(json.dumps(line) for line in lines))
    assert [row["complaint"] for row in said.rows] == [True, False]
    assert said.rows[0]["flags"][0]["flag"] == "legal"


def test_a_line_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    said = amends("triage", given=f'{{"text": "{LEGAL}"}}\n{{"text": 5}}\nnonsense\n{{"text": "Thanks!"}}')
    assert ["error" in row for row in said.rows] == [False, True, True, False]
    assert said.code == 4
    assert "line 2: `text` is to be a string." in said.err


def test_plain_text_is_told_in_words_with_what_caused_each_label() -> None:
    said = amends("triage", given=LEGAL)
    assert "flag       legal" in said.out
    assert "solicitor" in said.out
    assert said.code == 0


def test_a_mail_is_read_with_its_subject(tmp_path: Path) -> None:
    mail = tmp_path / "one.eml"
    mail.write_bytes(
        b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Cancel my membership\r\n\r\nThe showers are cold.\r\n"
    )
    assert {flag["flag"] for flag in amends("triage", "--json", mail).row["flags"]} == {"exit"}


def test_a_text_too_long_to_be_read_is_refused_with_its_length() -> None:
    said = amends("triage", given="x" * 300_000)
    assert said.code == 2
    assert "300,000 characters" in said.err
