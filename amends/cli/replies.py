"""`amends reply`: saved replies, coached when they are saved."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.savedreplies.savedreply import SavedReply

app = typer.Typer(help="Saved replies: words for many, filled from the case alone.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="id", help="Its id, as `amends reply list` says.")]
_Words = Annotated[str, typer.Option("--words", help="The words; read from standard input, if not given.")]
_Stage = Annotated[str, typer.Option(help="What it is for: first_reply, update, offer, refusal, handoff or follow_up.")]
_Sure = Annotated[str, typer.Option(help="Why it is saved although the coach holds it back.")]


@app.command("list")
def list_replies(*, as_json: Json = False) -> None:
    """List those that may be used, by title."""
    with desk():
        from amends.savedreplies.savedreply import SavedReply

        show(
            [_row(row) for row in SavedReply.objects.standing()],
            as_json=as_json,
            columns=("id", "title", "stage", "held"),
        )


@app.command("show")
def show_reply(number: Number, *, as_json: Json = False) -> None:
    """Show one with its words."""
    with desk():
        row = _reply(number)
    show_one(_row(row)) if as_json else typer.echo(row.words)


@app.command("write")
def write(title: str, *, by: Doer, stage: _Stage, words: _Words = "", sure: _Sure = "", as_json: Json = False) -> None:
    """Save one; what the coach holds back is saved only with a reason."""
    with desk() as at:
        from amends.savedreplies.savedreply import SavedReply

        row = SavedReply.objects.write(
            title, words or sys.stdin.read(), stage=stage, sure=sure, by=colleague(by), at=at
        )
        show_one(_row(row)) if as_json else typer.echo(str(row.pk))


@app.command("change")
def change(
    number: Number, *, by: Doer, title: Annotated[str, typer.Option()] = "", stage: _Stage = "", words: _Words = "", sure: _Sure = "",
    as_json: Json = False,
) -> None:  # fmt: skip
    """Change its title, what it is for, or its words (`--words -` reads them); what is not given stays. It is coached anew."""
    with desk() as at:
        row = _reply(number)
        said = sys.stdin.read() if words == "-" else words or row.words
        row.change(title or row.title, said, stage=stage or row.stage, sure=sure, by=colleague(by), at=at)
        show_one(_row(row)) if as_json else typer.echo(f"“{row.title}” is changed.")


@app.command("retire")
def retire(number: Number, *, by: Doer, as_json: Json = False) -> None:
    """Use it no more; what was sent with it stays as it is."""
    with desk() as at:
        row = _reply(number)
        row.retire(by=colleague(by), at=at)
        show_one({"id": row.pk, "title": row.title}) if as_json else typer.echo(f"“{row.title}” is retired.")


def _reply(number: int) -> SavedReply:
    from amends.savedreplies.savedreply import SavedReply

    found = SavedReply.objects.standing().filter(pk=number).first()
    return found or stop(Exit.NOT_FOUND, f"There is no saved reply {number}. See `amends reply list`.")


def _row(row: SavedReply) -> dict[str, object]:
    return {
        "id": row.pk, "title": row.title, "stage": row.stage, "words": row.words, "held": row.held, "because": row.because or None,
    }  # fmt: skip
