"""On replies that support desks really sent, promises are found in some sentences and not in most."""

from __future__ import annotations

import csv
import gzip
import html
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amends.coach.promising import promises_in
from amends.texts.sentences import sentences

REPLIES = Path(os.environ.get("AMENDS_REPLIES", "no-such-folder"))


@pytest.mark.parametrize(
    ("name", "column", "ours"),
    [
        ("twcs_sample_a.csv.gz", "text", ("inbound", "False")),
        ("hotel_review_responses_a.csv.gz", "response", None),
    ],
)
def test_few_sentences_of_a_reply_are_promises(name: str, column: str, ours: tuple[str, str] | None) -> None:
    if not (REPLIES / name).exists():
        pytest.skip(f"no {name} in the folder that AMENDS_REPLIES names")
    with gzip.open(REPLIES / name, "rt", encoding="utf-8", newline="") as rows:
        texts = [html.unescape(row[column]) for row in csv.DictReader(rows) if ours is None or row[ours[0]] == ours[1]]
    count = sum(len(sentences(text)) for text in texts)
    found = sum(len(promises_in(text, said_at=datetime(2026, 3, 10, 10, 30, tzinfo=UTC), zone="UTC")) for text in texts)
    assert 0.02 < found / count < 0.10
