"""Real mail: bounces, broken messages, automatic replies and quoted answers, through the command as anybody runs it."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from amends.arrivals.arrival import Arrival, Outcome
from amends.cases.case import Case
from tests.cli.console import amends, shared

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db
NOTHING_OPENED = {Outcome.DUPLICATE}


def members(archive: Path) -> list[str]:
    import tarfile  # noqa: PLC0415 -- for this count alone

    with tarfile.open(archive) as opened:
        return [f"{archive}/{member.name.removeprefix('./')}" for member in opened if member.isfile()]


@pytest.mark.parametrize("name", ["bounces_a.tar.gz", "torture_a.tar.gz"])
def test_every_message_ends_in_one_outcome_and_a_second_run_opens_nothing(name: str) -> None:
    archive = shared(f"email/{name}")
    first = amends("intake", "mail", archive, "--json")
    assert first.code == 0
    assert [row["file"] for row in first.rows] == members(archive)
    assert {row["outcome"] for row in first.rows} <= set(Outcome.values)
    assert not Arrival.objects.unread().exists()
    opened = Case.objects.count()
    second = amends("intake", "mail", archive, "--json")
    assert {row["outcome"] for row in second.rows} == NOTHING_OPENED
    assert (len(second.rows), Case.objects.count()) == (len(first.rows), opened)


def test_the_whole_folder_with_its_tables_ends_in_outcomes_too() -> None:
    folder = shared("email")
    said = amends("intake", "mail", folder, "--json")
    strange = [row["outcome"] for row in said.rows if row["file"].endswith((".csv", ".gz", ".json"))]
    assert (said.code, set(strange)) == (0, {"quarantined"})


def test_bounces_are_known_with_whom_they_are_about_and_open_nothing() -> None:
    archive = shared("email/bounces_a.tar.gz")
    rows = {row["file"].removeprefix(f"{archive}/"): row for row in amends("intake", "mail", archive, "--json").rows}
    expected: dict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(shared("email/bounces_a_expected.csv.gz"), "rt", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            expected[line["file"]].append(line)
    bounces = {name: lines for name, lines in expected.items() if {line["kind"] for line in lines} == {"bounce"}}
    right = [
        name
        for name, lines in bounces.items()
        # A second copy of a bounce is no second bounce; whom it is about is told all the same.
        if rows[name]["outcome"] in {"bounce", "duplicate"}
        and {line["recipient"].lower() for line in lines} - {""} <= {one.lower() for one in rows[name]["recipients"]}
    ]
    assert len(bounces) == 347
    assert len(right) == 347
    assert sum(rows[name]["outcome"] == "bounce" for name in bounces) == 338
    assert not Case.objects.exists()


def test_automatic_replies_are_known_by_their_headers(tmp_path: Path) -> None:
    with shared("email/auto_reply_headers_a.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    for row in expected:
        lines = row["headers"].replace("\\n", "\n").split("\n")
        named = {line.partition(":")[0].lower() for line in lines}
        rest = {"From": "Ann <ann@example.org>", "Subject": f"Complaint {row['id']}", "To": "care@example.com"}
        lines += [f"{name}: {value}" for name, value in rest.items() if name.lower() not in named]
        (tmp_path / f"{row['id']}.eml").write_text("\n".join(lines) + f"\n\nWords of {row['id']}.\n", encoding="utf-8")
    rows = amends("intake", "mail", tmp_path, "--json").rows
    kinds = {"opened": "human", "auto_reply": "automatic", "bounce": "bounce"}
    assert {row["file"][-10:-4]: kinds.get(row["outcome"], row["outcome"]) for row in rows} == {
        row["id"]: row["expected"] for row in expected
    }


def test_the_kept_text_is_what_the_writer_says_now(tmp_path: Path) -> None:
    with gzip.open(shared("email/reply_extraction_a.jsonl.gz"), "rt", encoding="utf-8") as file:
        asked = [row for row in map(json.loads, file) if "visible_equals" in row["expect"] and row["format"] == "plain"]
    for number, row in enumerate(asked):
        mail = EmailMessage()
        mail["From"], mail["Message-ID"], mail["Subject"] = (
            "ann@example.org",
            f"<{number}@example.org>",
            f"Re: {number}",
        )
        mail.set_content(row["input"])
        (tmp_path / f"{number:04}.eml").write_bytes(mail.as_bytes())
    kept = [row["text"] for row in amends("intake", "mail", tmp_path, "--json").rows]
    equal = sum(
        "".join(text.split()) == "".join(row["expect"]["visible_equals"].split())
        for text, row in zip(kept, asked, strict=True)
    )
    assert equal / len(asked) >= 0.9
