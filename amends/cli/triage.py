"""`amends triage`: what a complaint says, read from a file or standard input. It needs no desk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.coach import _drafts as entries
from amends.cli.coach import _read as given
from amends.cli.desk import Exit, Json, stop

if TYPE_CHECKING:
    from amends.triage import Reading

HELP = """Read what a customer wrote: what failed, how it reads, what may not wait, how serious, what to ask. Needs no desk.

Reads plain text, a raw e-mail (.eml), one JSON object, or JSON lines (.jsonl: one reading a line, in order), from files or from
standard input. A JSON object has `text`, and may have `subject`, `channel` and `language`; other keys are left alone.
Evidence is given as [start, end] in characters of the text.
"""


def add_to(app: typer.Typer) -> None:
    """Give the command to `amends`."""
    app.command(help=HELP)(triage)


def triage(
    files: Annotated[list[Path] | None, typer.Argument(help="Files; none, or -, for standard input.")] = None,
    *,
    as_json: Json = False,
    language: Annotated[str, typer.Option(help="The language, such as en; told by the words if not given.")] = "",
) -> None:
    """Print each reading; see the help."""
    failed = False
    for name, suffix, raw in given(files or [Path("-")]):
        lines = suffix == ".jsonl"
        for number, entry in enumerate(entries(name, suffix, raw), start=1):
            reading = _reading(entry, language)
            if not isinstance(reading, str):
                text = str(entry["text"]) if isinstance(entry, Mapping) else ""
                typer.echo(
                    json.dumps(reading.as_json(), ensure_ascii=False) if as_json or lines else _told(text, reading)
                )
                continue
            failed = True
            if not lines:
                stop(Exit.USAGE, f"{name}: {reading}")
            typer.echo(json.dumps({"error": reading}, ensure_ascii=False))
            typer.echo(f"{name}, line {number}: {reading}", err=True)
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)


def _reading(entry: Mapping[str, Any] | str, language: str) -> Reading | str:
    from amends.triage import TooLong, read

    if isinstance(entry, str):
        return entry.replace("A draft", "A complaint")
    values = {name: entry.get(name) or "" for name in ("text", "subject", "channel", "language")}
    wrong = next(
        (name for name, value in values.items() if not isinstance(value, str)), "" if "text" in entry else "text"
    )
    if wrong:
        return f"`{wrong}` is to be a string."
    try:
        return read(
            values["text"], language or values["language"] or None, subject=values["subject"], channel=values["channel"]
        )
    except TooLong as refusal:
        return str(refusal)


def _told(text: str, reading: Reading) -> str:
    """The reading for a person, each label with the words that caused it."""
    if reading.severity is None:
        return f"language   {reading.language}: not read, so nothing is said of it"

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(" ".join(text[start:end].split()) for start, end in spans)

    lines = [
        f"complaint  {'yes' if reading.complaint else 'no'}",
        f"severity   {reading.severity.level}: {reading.severity.why}",
    ]
    lines += [
        f"failure    {one.code} {one.label} ({one.confidence:.2f}): {words(one.evidence)}" for one in reading.failures
    ]
    lines += [
        f"reads as   {one.emotion}, {one.intensity} ({one.confidence:.2f}): {words(one.evidence)}"
        for one in reading.reads_as
    ]
    lines += [
        f"{'flag' if one.confidence >= 0.5 else 'ask'}       {one.flag} ({one.confidence:.2f}): {words(one.evidence)}"  # noqa: PLR2004
        for one in reading.flags
    ]
    lines += [f"names      {one.kind}: {one.text}" for one in reading.specifics]
    lines += [
        f"concern    {one.kind}: {one.text}" + (f" Ask: {one.question}" if one.question else "")
        for one in reading.concerns
    ]
    return "\n".join(lines)
