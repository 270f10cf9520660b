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
        b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Cancel my membership\r\n\r\nThe towels are thin.\r\n"
    )
    assert {flag["flag"] for flag in amends("triage", "--json", mail).row["flags"]} == {"exit"}


def test_a_text_too_long_to_be_read_is_refused_with_its_length() -> None:
    said = amends("triage", given="x" * 300_000)
    assert said.code == 2
    assert "300,000 characters" in said.err


def _rows() -> str:
    """A hundred and sixty complaints of a house with words of its own: a "grumm" is a rude person, a "plosk" a wrong bill."""
    rows = []
    for number in range(160):
        word, code = (("grumm", "F4"), ("plosk", "F5"))[number % 2]
        text = f"Visit {number}: there was one more {word} at the desk on floor {number % 7}, and I say so here."
        rows.append(json.dumps({"text": text, "failures": [code], "emotion": "frustration"}))
    return "\n".join(rows)


def test_what_the_house_put_right_is_learned_and_used(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.jsonl", tmp_path / "leanings.json"
    rows.write_text(_rows(), encoding="utf-8")
    proof = amends("triage", "train", rows, "--out", out, "--json").row
    assert proof["better"] is True
    assert proof["interval"][0] > 0
    assert (proof["taught"] + proof["texts"], proof["written"]) == (160, str(out))
    text = "This morning a grumm sat at the desk by the door, and I say so here."
    read = amends("triage", "--leanings", out, "--json", given=text).row
    assert "F4" in [one["code"] for one in read["failures"]]
    assert "F4" not in [one["code"] for one in amends("triage", "--json", given=text).row["failures"]]


def test_too_little_teaches_nothing_and_what_reads_no_better_is_not_kept(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.jsonl", tmp_path / "leanings.json"
    rows.write_text("\n".join(_rows().splitlines()[:50]), encoding="utf-8")
    said = amends("triage", "train", rows, "--out", out)
    assert (said.code, "are needed to learn" in said.err, out.exists()) == (1, True, False)
    texts = [json.dumps({"text": f"Thanks for number {n}, all is well with it.", "failures": []}) for n in range(150)]
    rows.write_text("\n".join(texts), encoding="utf-8")
    said = amends("triage", "train", rows, "--out", out)
    assert (said.code, "Not surely better" in said.out, out.exists()) == (1, True, False)


def test_what_a_house_says_of_flags_moves_what_was_known_and_forgets_nothing(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.jsonl", tmp_path / "leanings.json"
    places = ["bay", "gate", "yard", "hall", "shed", "loft", "barn", "dock"]
    texts = [
        json.dumps({"text": f"{word} by the {place} of number {n}.", "failures": [], "flags": flags})
        for n in range(20)
        for place in places
        for word, flags in (("The quillet is on its way", ["exit"]), ("The lantern is on its way", []))
    ]
    rows.write_text("\n".join(texts), encoding="utf-8")
    assert amends("triage", "train", rows, "--out", out, "--json").row["better"] is True

    def raised(text: str) -> set[str]:
        read = amends("triage", "--leanings", out, "--json", given=text).row
        return {one["flag"] for one in read["flags"] if one["confidence"] >= 0.5}

    assert "exit" in raised("The quillet is on its way by the well of number 9.")
    assert "legal" in raised(LEGAL)
    assert "exit" not in raised("The lantern is on its way by the well of number 9.")


def test_a_row_that_cannot_be_learned_from_is_told_with_its_line(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "a", "failures": []}\n{"text": "b", "failures": ["F77"]}\n', encoding="utf-8")
    said = amends("triage", "train", rows)
    assert (said.code, "line 2: `failures` is a list of F1" in said.err) == (2, True)
