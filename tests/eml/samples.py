"""Where the shared mail of other projects lies, and small messages of our own."""

import csv
import gzip
import io
import json
import os
import tarfile
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

SHARED: Final = (
    Path(os.environ.get("AMENDS_SHARED", Path(__file__).parents[2].parent / "shared")).expanduser() / "data" / "email"
)
needs_shared: Final = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared mail samples are not on this machine")

Row = dict[str, Any]


def members(archive: str) -> dict[str, bytes]:
    """The files of an archive by name."""
    with tarfile.open(SHARED / archive) as tar:
        found = ((info.name, tar.extractfile(info)) for info in tar if info.isfile())
        return {name.removeprefix("./"): file.read() for name, file in found if file}


@cache
def bounces() -> list[tuple[str, bytes, list[Row]]]:
    """Each report with its name, its bytes and the rows expected of it."""
    expected: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(SHARED / "bounces_a_expected.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            expected[row["file"]].append(row)
    return [(name, raw, expected[name]) for name, raw in sorted(members("bounces_a.tar.gz").items()) if expected[name]]


def automatic_rows() -> list[Row]:
    """Header fields with the verdict expected of them."""
    return list(csv.DictReader(io.StringIO((SHARED / "auto_reply_headers_a.csv").read_text(encoding="utf-8"))))


def reply_rows() -> list[Row]:
    """Replies with what is expected to be kept of them."""
    with gzip.open(SHARED / "reply_extraction_a.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def mail(body: str = "The sofa has a broken leg.\n", **fields: str) -> bytes:
    """A message of Ada's to the shop; keywords name header fields with ``_`` for ``-``, an empty one leaves it out."""
    named = {"from": "Ada Byron <ada@example.com>", "to": "care@example.org", "subject": "Broken", **fields}
    if not body.isascii() and "content_type" not in fields:
        named["content_type"] = "text/plain; charset=utf-8"
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in named.items() if value)
    return f"{head}\n{body}".encode()
