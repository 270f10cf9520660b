"""`amends coach`: what the coach says of a draft, read from a file or standard input. It needs no desk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Exit, Json, stop
from amends.cli.given import entries, given, parsed

if TYPE_CHECKING:
    from amends.coach import Review
    from amends.drafts.house import House

HELP = """Read a reply before it is sent: fifty checks, the promises it makes, a score that is never shown alone. Needs no desk."""
CHECK = """Say what should change in a draft before it is sent.

Reads plain text, a raw e-mail (.eml), one JSON object, or JSON lines (.jsonl: one review a line, in order), from files or from
standard input. A JSON object has `text` and what is known of the case; `--case` gives the same beside plain text.
Exit 1 when something blocks.
"""
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
    policy: Annotated[
        Path | None, typer.Option(help="The house's pack in YAML, or its part `coach` alone: own levels and phrases.")
    ] = None,
) -> None:
    """Print each review; see the help."""
    if explain:
        typer.echo(_explained(explain.upper(), as_json=as_json))
        return
    house = _policy(policy)
    beside = _case(case) | ({"stage": stage} if stage else {})
    blocked = failed = False
    for name, suffix, raw in given(files or [Path("-")]):
        lines = suffix == ".jsonl"
        for number, entry in enumerate(entries(name, suffix, raw), start=1):
            review = _reviewed(entry, beside, house)
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
    found = parsed(_text(file))
    if isinstance(found, str):
        stop(Exit.USAGE, f"{file}: {found}")
    return dict(found)


def _policy(file: Path | None) -> House | None:
    if file is None:
        return None
    from amends.policy.document import PackRefused
    from amends.policy.reading import read_coach

    try:
        return read_coach(_text(file))
    except PackRefused as refused:
        wrong = "\n".join(f"{file}:{one.line}:{one.column}: {one.sentence}" for one in refused.mistakes)
        stop(Exit.USAGE, wrong)


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
