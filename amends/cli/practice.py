"""`amends practice`: a complaint that nobody sent, and what the coach says of an answer to it. It needs no desk."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Annotated

import typer

from amends.cli.desk import Exit, Json, stop

HELP = """Answer a complaint that nobody sent: thirty of them, in varied trades and moods. Needs no desk."""

app = typer.Typer(help=HELP, no_args_is_help=True)


@app.command(name="list")
def every(*, as_json: Json = False) -> None:
    """List the complaints: name, trade, mood."""
    from amends.practice import complaints

    for one in complaints():
        row = {"id": one.id, "trade": one.trade, "mood": one.mood}
        typer.echo(json.dumps(row) if as_json else f"{one.id:20} {one.trade:20} {one.mood}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The complaint's name; none for any.")] = "",
    *,
    seed: Annotated[int | None, typer.Option(help="The same number picks the same complaint.")] = None,
    mood: Annotated[str, typer.Option(help="One that reads so: anger, anxiety, hurt …")] = "",
    as_json: Json = False,
) -> None:
    """Print one complaint and what is known of its case; answer it with `amends practice answer NAME`."""
    from amends.practice import complaints, pick

    if name:
        one = next((one for one in complaints() if one.id == name), None)
    else:
        one = pick(seed=random.randrange(2**31) if seed is None else seed, mood=mood)  # noqa: S311 - a drill is no secret
    if one is None:
        stop(Exit.NOT_FOUND, f"There is no complaint {name or mood!r} to practise on.")
    if as_json:
        typer.echo(
            json.dumps({"id": one.id, "trade": one.trade, "mood": one.mood, "text": one.text, "case": dict(one.case)})
        )
        return
    known = "\n".join(f"  {key}: {value}" for key, value in one.case.items())
    typer.echo(f"{one.id} ({one.trade}, reads as {one.mood})\n\n{one.text}\n\nKnown of the case:\n{known}")


@app.command()
def answer(
    name: Annotated[str, typer.Argument(help="The complaint's name.")],
    file: Annotated[Path, typer.Argument(help="The answer; - for standard input.")] = Path("-"),
    *,
    as_json: Json = False,
) -> None:
    """Coach an answer: the parts that are there and those that are missing, what to change, and a model answer."""
    from amends.coach import Unreadable
    from amends.practice import complaints, mark

    one = next((one for one in complaints() if one.id == name), None)
    if one is None:
        stop(Exit.NOT_FOUND, f"There is no complaint {name!r}. `amends practice list` names them.")
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
        marked = mark(one, text)
    except OSError as refusal:
        stop(Exit.NOT_FOUND, f"{file}: {refusal.strerror}.")
    except Unreadable as refusal:
        stop(Exit.USAGE, str(refusal))
    if as_json:
        typer.echo(json.dumps(marked.as_data(), ensure_ascii=False))
        return
    lines = [f"present   {', '.join(marked.present) or '-'}", f"missing   {', '.join(marked.missing) or '-'}"]
    lines += [
        f"{finding.check} {finding.level:5} {finding.why}"
        + (f" «{' '.join(finding.quote.split())}»" if finding.quote else "")
        for finding in marked.review.findings
    ]
    typer.echo("\n".join([*lines, "", "One good answer:", "", marked.model]))
