"""`amends consent`: what customers let us bear in mind, in words they agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.cases.case import Case
    from amends.consents.consent import Consent

app = typer.Typer(help="What customers let us note so that we serve them better.", no_args_is_help=True)

_Case = Annotated[str, typer.Argument(help="A case of theirs.")]


@app.command("list")
def list_consents(reference: _Case, *, by: Doer, as_json: Json = False) -> None:
    """List what this customer answered, on any case of theirs that you may see; what they took back has no words any more."""
    with desk():
        from amends.cases.case import Case
        from amends.consents.consent import Consent

        found = _seen(reference, by)
        seen = Case.objects.visible_to(colleague(by)).filter(customer=found.customer_id)
        rows = Consent.objects.filter(case__in=seen).select_related("case").order_by("pk")
        show(
            [_row(row) for row in rows], as_json=as_json, columns=("id", "case", "yes", "words", "said", "answered_at")
        )


@app.command("record")
def record(
    reference: _Case,
    *,
    by: Doer,
    said: Annotated[str, typer.Option(help="What they answered, in their words.")],
    words: Annotated[str, typer.Option(help="What we are to bear in mind, where they said yes.")] = "",
    no: Annotated[bool, typer.Option("--no", help="They said no: nothing is noted.")] = False,
    via: Annotated[str, typer.Option(help="How they said it: phone, email, letter, visit or portal.")] = "phone",
    as_json: Json = False,
) -> None:
    """Record that they were asked whether we may note what helps them, and what they answered."""
    with desk() as at:
        from amends.customers.customer import Channel

        if via not in Channel.values:
            stop(Exit.USAGE, f"Nobody answers by {via!r}, but by: {', '.join(Channel.values)}.")
        row = _seen(reference, by).consents.record(yes=not no, said=said, words=words, via=via, by=colleague(by), at=at)
        show_one(_row(row)) if as_json else typer.echo(str(row.pk))


@app.command("withdraw")
def withdraw(
    number: Annotated[int, typer.Argument(metavar="id", help="Its id, as `amends consent list` says.")], *, by: Doer,
    as_json: Json = False,
) -> None:  # fmt: skip
    """They took it back: the words are gone for good."""
    with desk() as at:
        from amends.cases.case import Case
        from amends.consents.consent import Consent

        seen = Consent.objects.filter(case__in=Case.objects.visible_to(colleague(by)), yes=True, withdrawn_at=None)
        row = seen.select_related("case").filter(pk=number).first() or stop(
            Exit.NOT_FOUND, f"There is no consent {number}."
        )
        row.withdraw(by=colleague(by), at=at)
        show_one({"id": number}) if as_json else typer.echo("It is gone.")


def _seen(reference: str, by: str) -> Case:
    """The case, where this person may see it."""
    from amends.cases.case import Case

    found = Case.objects.visible_to(colleague(by)).filter(pk=case(reference).pk).first()
    return found or stop(Exit.NOT_FOUND, f"There is no case {reference}.")


def _row(row: Consent) -> dict[str, object]:
    return {
        "id": row.pk, "case": row.case.reference, "yes": row.yes, "words": row.words or None, "said": row.said or None,
        "via": row.via, "answered_at": row.answered_at, "withdrawn_at": row.withdrawn_at,
    }  # fmt: skip
