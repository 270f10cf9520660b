"""`amends coach`: what the coach says of a draft, read from a file or standard input. It needs no desk."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Exit, Json, stop

if TYPE_CHECKING:
    from amends.coach import Review
    from amends.drafts.house import House

HELP = """Read a reply before it is sent: fifty checks, the promises it makes, a score that is never shown alone. Needs no desk."""
CHECK = """Say what should change in a draft before it is sent.

Reads plain text, a raw e-mail (.eml), one JSON object, or JSON lines (.jsonl: one review a line, in order), from files or from
standard input. A JSON object has `text` and what is known of the case; `--case` gives the same beside plain text.
Exit 1 when something blocks.
"""
_HEADER = re.compile(r"\A(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\s*\n")

app = typer.Typer(help=HELP, no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep `check` a command of its own."""


@app.command(help=CHECK)
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Files; none, or -, for standard input.")] = None,
    *,
    as_json: Json = False,
    explain: Annotated[str, typer.Option(help="Say what one check looks for, such as C18, and read nothing.")] = "",
    stage: Annotated[str, typer.Option(help="The stage: first_reply, notice, update, offer, refusal …")] = "",
    case: Annotated[Path | None, typer.Option(help="A JSON file with what is known of the case.")] = None,
    house: Annotated[Path | None, typer.Option(help="A YAML file with the house's own levels and phrases.")] = None,
) -> None:
    """Print each review; see the help."""
    if explain:
        typer.echo(_explained(explain.upper(), as_json=as_json))
        return
    policy = _policy(house)
    beside = _case(case) | ({"stage": stage} if stage else {})
    blocked = failed = False
    for name, suffix, raw in _read(files or [Path("-")]):
        lines = suffix == ".jsonl"
        for number, entry in enumerate(_drafts(name, suffix, raw), start=1):
            review = _reviewed(entry, beside, policy)
            if isinstance(review, str):
                failed = True
                where = f"{name}, line {number}: " if lines else f"{name}: "
                if not lines:
                    stop(Exit.USAGE, where + review)
                typer.echo(json.dumps({"error": review}, ensure_ascii=False))
                typer.echo(where + review, err=True)
                continue
            blocked = blocked or review.blocks
            typer.echo(json.dumps(review.as_data(), ensure_ascii=False) if as_json or lines else _told(review))
    if blocked or failed:
        raise typer.Exit(Exit.REFUSED if blocked else Exit.SOME_FAILED)


def _read(files: list[Path]) -> Iterator[tuple[str, str, bytes]]:
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


def _drafts(name: str, suffix: str, raw: bytes) -> Iterator[Mapping[str, Any] | str]:
    """Each draft with its case; a sentence in place of one that cannot be read."""
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
                yield _parsed(line)
    elif suffix == ".json":
        yield _parsed(raw.decode(errors="replace").lstrip("\ufeff"))
    else:
        yield {"text": raw.decode(errors="replace").lstrip("\ufeff").replace("\r\n", "\n")}


def _parsed(text: str) -> Mapping[str, Any] | str:
    try:
        found = json.loads(text)
    except ValueError as refusal:
        return f"This is no JSON: {refusal}."
    return found if isinstance(found, dict) else "A draft is a JSON object with its `text`."


def _reviewed(entry: Mapping[str, Any] | str, beside: Mapping[str, Any], house: House | None) -> Review | str:
    from amends.coach import Unreadable, review

    if isinstance(entry, str):
        return entry
    try:
        return review({**beside, **entry}, house=house)
    except Unreadable as refusal:
        return str(refusal)


def _case(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    found = _parsed(_text(file))
    if isinstance(found, str):
        stop(Exit.USAGE, f"{file}: {found}")
    return dict(found)


def _policy(file: Path | None) -> House | None:
    if file is None:
        return None
    import yaml

    from amends.coach.reviewing import house_policy
    from amends.drafts.house import UnfitPolicy

    try:
        return house_policy(yaml.safe_load(_text(file)) or {})
    except (UnfitPolicy, yaml.YAMLError) as refusal:
        stop(Exit.USAGE, f"{file}: {refusal}")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as refusal:
        stop(Exit.NOT_FOUND, f"{file}: {refusal.strerror}.")


def _explained(code: str, *, as_json: bool) -> str:
    from amends.checks.every import LEVELS_OF_OURS, about

    if code not in LEVELS_OF_OURS:
        stop(Exit.NOT_FOUND, f"There is no check {code}. They are C01 to C50.")
    told = {"check": code, "level": LEVELS_OF_OURS[code], **about(code)}
    if as_json:
        return json.dumps(told, ensure_ascii=False)
    return "\n".join(
        [
            f"{code}  {told['name']} ({told['level']})",
            told["why"],
            f"When: {told['when']}.",
            f"Bad:  {told['bad']}",
            f"Good: {told['good']}",
        ]
    )


def _told(review: Review) -> str:
    """The review for a person."""
    if review.language != "en":
        return f"The coach does not read this language ({review.language})."
    lines = [
        f"{finding.check} {finding.level:5} {finding.why}"
        + (f"\n          «{' '.join(finding.quote.split())}»" if finding.quote else "")
        + (f"\n          {finding.suggestion}" if finding.suggestion else "")
        for finding in review.findings
    ]
    lines += [
        f"promise   {promise.who}, {promise.due:%A %d %B %Y %H:%M}: {promise.quote}"
        if promise.due
        else f"promise   {promise.who}, no time: {promise.quote}"
        for promise in review.promises
    ]
    return "\n".join([*(lines or ["Nothing to change."]), f"score     {review.score}"])
