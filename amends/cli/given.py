"""Texts given to a command: plain, a raw e-mail, one JSON object or JSON lines, from files or from standard input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from amends.cli.desk import Exit, stop

_HEADER = re.compile(r"\A(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\s*\n")


def given(files: list[Path]) -> Iterator[tuple[str, str, bytes]]:
    """Each file (or "-", standard input) with its name, its kind as a suffix, and its bytes; ends the command where there is none."""
    for file in files:
        if str(file) == "-":
            raw = sys.stdin.buffer.read()
            yield "standard input", _kind(raw), raw
            continue
        try:
            yield str(file), file.suffix.lower(), file.read_bytes()
        except OSError as refusal:
            stop(Exit.NOT_FOUND, f"{file}: {refusal.strerror}.")


def _kind(raw: bytes) -> str:
    """What standard input holds, by its beginning."""
    text = raw[:20_000].decode(errors="replace").lstrip("\ufeff")
    if text.lstrip().startswith("{"):
        first, _, rest = raw.strip().partition(b"\n")
        return ".jsonl" if rest.strip() and _is_object(first) else ".json"
    return ".eml" if _HEADER.match(text.replace("\r\n", "\n")) else ".txt"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def entries(name: str, suffix: str, raw: bytes) -> Iterator[Mapping[str, Any] | str]:
    """Each text with what stands beside it, `text` among the keys; a sentence in place of one that cannot be read."""
    if suffix == ".eml":
        from amends.eml.reading import Unreadable, read

        try:
            letter = read(raw)
        except Unreadable as refusal:
            stop(Exit.USAGE, f"{name}: {refusal.reason}")
        yield {"text": letter.text, "subject": letter.subject}
    elif suffix == ".jsonl":
        for line in raw.decode(errors="replace").lstrip("\ufeff").split("\n"):
            if line.strip():
                yield parsed(line)
    elif suffix == ".json":
        yield parsed(raw.decode(errors="replace").lstrip("\ufeff"))
    else:
        yield {"text": raw.decode(errors="replace").lstrip("\ufeff").replace("\r\n", "\n")}


def parsed(text: str) -> Mapping[str, Any] | str:
    """The JSON object of this text, or a sentence that says why it is none."""
    try:
        found = json.loads(text)
    except ValueError as refusal:
        return f"This is no JSON: {refusal}."
    return found if isinstance(found, dict) else "A draft is a JSON object with its `text`."
