"""`amends triage`: what a complaint says, read from a file or standard input; and learning from readings put right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from amends.cli.desk import Exit, Json, desk, stop
from amends.cli.given import entries, given, parsed

if TYPE_CHECKING:
    from amends.leanings.leaning import Leanings
    from amends.training.proving import Proof
    from amends.triage import Reading

HELP = """Read what a customer wrote: what failed, how it reads, what may not wait, how serious, what to ask. Needs no desk.

`amends triage FILE…` is `amends triage read FILE…`; without a file, standard input is read. `amends triage train` learns.
"""
READ = """Read what a customer wrote: what failed, how it reads, what may not wait, how serious, what to ask. Needs no desk.

Reads plain text, a raw e-mail (.eml), one JSON object, or JSON lines (.jsonl: one reading a line, in order), from files or from
standard input. A JSON object has `text`, and may have `subject`, `channel` and `language`; other keys are left alone.
Evidence is given as [start, end] in characters of the text. AMENDS_LEANINGS names a file that `amends triage train` wrote.
"""
TRAIN = """Learn from texts with the labels people gave them, and keep what was learned only where it reads better than before.

FILE is JSON lines with `text`, `failures` (a list of codes; an empty one: no complaint) and, where they were judged, `emotion` (the
first one), `flags` (a list of names) and `severity`. Without a file, the desk's own readings that somebody confirmed or put right.
What is known stays known: the rows only move it. Four fifths teach; the fifth that is left, by a hash of the text, judges: the
change in labels that are right must be surely above zero, or nothing is written (exit 1).
It needs the extra `text` (scikit-learn); using what was learned needs nothing.
"""


class _ReadsByItself(TyperGroup):
    """`amends triage letter.txt` reads; the word `read` may be left out."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `read` before what is neither a command's name nor a call for help."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["read", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=_ReadsByItself, help=HELP)


@app.command("read", help=READ)
def triage(
    files: Annotated[list[Path] | None, typer.Argument(help="Files; none, or -, for standard input.")] = None,
    *,
    as_json: Json = False,
    language: Annotated[str, typer.Option(help="The language, such as en; told by the words if not given.")] = "",
    leanings: Annotated[
        Path | None,
        typer.Option(envvar="AMENDS_LEANINGS", help="What `amends triage train` wrote; else what is shipped."),
    ] = None,
) -> None:
    """Print each reading; see the help."""
    failed = False
    lean = _leanings(leanings)
    for name, suffix, raw in given(files or [Path("-")]):
        lines = suffix == ".jsonl"
        for number, entry in enumerate(entries(name, suffix, raw), start=1):
            reading = _reading(entry, language, lean)
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


@app.command(help=TRAIN)
def train(
    file: Annotated[Path | None, typer.Argument(help="JSON lines; none: the desk's own readings.")] = None,
    *,
    out: Annotated[Path, typer.Option(help="Where to write what was learned.")] = Path("leanings.json"),
    as_json: Json = False,
) -> None:
    """Learn, judge, and keep or leave; see the help."""
    try:
        from amends.training.proving import NotEnough, prove
    except ImportError:
        stop(Exit.USAGE, "Learning needs scikit-learn: install amends[text].")
    rows = list(_rows(file) if file else _corrected())
    try:
        proof = prove(rows)
    except NotEnough as refusal:
        stop(Exit.REFUSED, str(refusal))
    if proof.better:
        out.write_text(proof.leanings.as_json(), encoding="utf-8")
    typer.echo(
        json.dumps(proof.as_data() | {"written": str(out) if proof.better else None})
        if as_json
        else _proven(proof, out)
    )
    if not proof.better:
        raise typer.Exit(Exit.REFUSED)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    from amends.triage.weighing import EMOTIONS, FAILURES, FLAGS, LEVELS

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as refusal:
        stop(Exit.NOT_FOUND, f"{file}: {getattr(refusal, 'strerror', None) or 'this is not UTF-8'}.")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = parsed(line)
        if isinstance(row, str):
            stop(Exit.USAGE, f"{file}, line {number}: {row.replace('A draft', 'A row')}")
        failures, emotion = row.get("failures"), row.get("emotion") or ""
        if not isinstance(row.get("text"), str) or not row["text"].strip():
            stop(Exit.USAGE, f"{file}, line {number}: A row needs its `text`.")
        if not isinstance(failures, list) or not set(map(str, failures)) <= {*FAILURES, "F0"}:
            stop(
                Exit.USAGE,
                f"{file}, line {number}: `failures` is a list of {', '.join(FAILURES)}; an empty one is no complaint.",
            )
        if emotion and emotion not in EMOTIONS:
            stop(Exit.USAGE, f"{file}, line {number}: `emotion` is one of {', '.join(EMOTIONS)}.")
        flags, severity = row.get("flags"), row.get("severity") or ""
        if flags is not None and not (isinstance(flags, list) and set(map(str, flags)) <= {*FLAGS}):
            stop(
                Exit.USAGE,
                f"{file}, line {number}: `flags` is a list of {', '.join(FLAGS)}; without it none is judged.",
            )
        if severity and severity not in LEVELS:
            stop(Exit.USAGE, f"{file}, line {number}: `severity` is one of {', '.join(LEVELS)}.")
        yield {
            "text": row["text"], "failures": [code for code in failures if code != "F0"], "emotion": emotion, "flags": flags,
            "severity": severity,
        }  # fmt: skip


def _corrected() -> list[dict[str, Any]]:
    with desk():
        from amends.readings.taught import taught

        return list(taught())


def _leanings(file: Path | None) -> Leanings | None:
    if file is None:
        return None
    from amends.leanings.leaning import leanings

    try:
        return leanings(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as refusal:
        stop(Exit.USAGE, f"{file}: {getattr(refusal, 'strerror', None) or refusal}")


def _proven(proof: Proof, out: Path) -> str:
    low, high = proof.interval
    said = (
        f"{proof.judged} labels of {proof.texts} texts that taught nothing: {proof.right_before} right as it reads now, "
        f"{proof.right_after} with what {proof.taught} texts taught ({proof.change:+.1%}, 95% interval {low:+.1%} to {high:+.1%})."
    )
    kept = (
        f"Written to {out}; AMENDS_LEANINGS={out} has it used."
        if proof.better
        else "Not surely better: nothing is kept."
    )
    return f"{said}\n{kept}"


def _reading(entry: Mapping[str, Any] | str, language: str, lean: Leanings | None) -> Reading | str:
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
            values["text"],
            language or values["language"] or None,
            subject=values["subject"],
            channel=values["channel"],
            leanings=lean,
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
