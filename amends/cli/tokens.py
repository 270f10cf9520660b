"""`amends token`: what other programs show so that they may do some things in a person's name."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from amends.cli.desk import Exit, Json, desk, person, show, show_one, stop

app = typer.Typer(help="Tokens, by which other programs use the API.", no_args_is_help=True)


@app.command("make")
def make(
    email: Annotated[str, typer.Argument(help="In whose name the program does what it does.")],
    *,
    name: Annotated[str, typer.Option(help="What it is for.")],
    scope: Annotated[list[str], typer.Option(help="texts, open, read or work; may be given several times.")],
    days: Annotated[int, typer.Option(min=1, help="How long it lasts; for good if not given.")] = 0,
    as_json: Json = False,
) -> None:
    """Make a token and print its secret, this once."""
    with desk() as at:
        whose = person(email)
        try:
            expires = at + timedelta(days=days) if days else None
            token, secret = whose.tokens.make(name, scopes=scope, by=whose, at=at, expires_at=expires)
        except ValueError as refusal:
            stop(Exit.REFUSED, str(refusal))
        row = {
            "id": token.pk,
            "name": token.name,
            "of": whose.email,
            "scopes": ",".join(token.scopes),
            "secret": secret,
        }
        if as_json:
            show_one(row)
        else:
            typer.echo(f"{secret}\nKeep it now: it is not shown again.")


@app.command("list")
def listed(*, as_json: Json = False) -> None:
    """List the tokens that still open the door."""
    with desk() as at:
        from amends.people.token import Token

        rows = [
            {
                "id": token.pk,
                "name": token.name,
                "of": token.person.email,
                "scopes": ",".join(token.scopes),
                "made_at": token.made_at,
                "last_used_at": token.last_used_at,
                "expires_at": token.expires_at,
            }
            for token in Token.objects.standing(at=at).select_related("person").order_by("pk")
        ]
        show(rows, as_json=as_json, columns=("id", "name", "of", "scopes", "last_used_at"))


@app.command("revoke")
def revoke(
    number: Annotated[int, typer.Argument(help="Its id, as `list` shows it.")],
    *,
    by: Annotated[str, typer.Option(help="E-mail address of the person who revokes it.")],
    as_json: Json = False,
) -> None:
    """End a token; whatever shows it is a stranger from then on."""
    with desk() as at:
        from amends.people.token import Token

        token = Token.objects.select_related("person").filter(pk=number).first()
        if token is None:
            stop(Exit.NOT_FOUND, f"There is no token {number}.")
        token.revoke(by=person(by), at=at)
        if as_json:
            show_one({"id": token.pk, "name": token.name, "revoked_at": at})
        else:
            typer.echo(f"The token “{token.name}” opens nothing any more.")
