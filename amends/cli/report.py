"""`amends report`: questions over all outcomes, as the report has them or over an export, each with n and an interval."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from amends.cli.desk import Exit, Json, desk, show, stop

app = typer.Typer(help="Questions over what became of customers; nothing they answer is causal.", no_args_is_help=True)


@app.command("questions")
def questions(*, as_json: Json = False) -> None:
    """List what may be asked."""
    with desk():
        from amends.reports.exporting import QUESTIONS

    rows = [{"question": name, "says": _first(one.__doc__)} for name, one in QUESTIONS.items()]
    show(rows, as_json=as_json)


@app.command("ask")
def ask(
    question: Annotated[str, typer.Argument(help="One of `amends report questions`.")],
    *,
    over: Annotated[
        Path | None, typer.Option(help="A Parquet file of `amends outcomes export`; all outcomes as they are now, if not given.")
    ] = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Answer one of them: how many were kept 90 days later, of those of whom it is known, with n and interval."""
    if over is not None and not over.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {over}.")
    with desk():
        from amends.reports.exporting import QUESTIONS
        from amends.reports.exporting import ask as answered

        if question not in QUESTIONS:
            stop(Exit.USAGE, f"There is no question {question!r}; there are: {', '.join(QUESTIONS)}.")
        rows = [_with_rate(row) for row in answered(question, over=over)]
    show(
        rows,
        as_json=as_json,
        columns=() if as_json else [*(name for name in rows[0] if name not in _PARTS)] if rows else (),
    )
    if not as_json:
        typer.echo("Not causal: who was let down how was not drawn by lot." if rows else "No outcome is known yet.")


_PARTS = ("share", "low", "high")


def _with_rate(row: dict[str, Any]) -> dict[str, Any]:
    from amends.promises.figures import Rate

    rate = Rate(int(row["kept"]), int(row["kept"] + row["lost"]))
    low, high = rate.interval or (None, None)
    days = row.pop("mean_days")
    parts = {"share": rate.rate, "low": low, "high": high} if rate.enough else dict.fromkeys(_PARTS)
    told = {name: str(value)[:10] if name == "month" else value for name, value in row.items()}
    return {**told, "mean_days": None if days is None else round(days, 1), "kept_of_known": str(rate), **parts}


def _first(words: str | None) -> str:
    return " ".join((words or "").split(". ")[0].split()).rstrip(".") + "."
