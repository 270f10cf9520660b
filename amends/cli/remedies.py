"""`amends remedy`: offering, choosing, approving and carrying out; what waits, and what was given against its caps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop

if TYPE_CHECKING:
    from amends.authority.approval import Approval
    from amends.catalogue.remedy import Remedy
    from amends.offers.offer import Choice, Offer

app = typer.Typer(help="Remedies: what customers are offered, chose and have.", no_args_is_help=True)

COLUMNS = ("id", "case", "state", "remedy", "worth", "currency", "due_at")
_VIA = Annotated[str, typer.Option(help="How: phone, email, visit, letter or portal.")]


@app.command("list")
def list_given(
    *,
    reference: Annotated[str, typer.Option("--case", help="Only of this case.")] = "",
    state: Annotated[
        str,
        typer.Option(
            help="agreed, executed, 'on its way', had, missed, changed; or offered: waiting for their choice."
        ),
    ] = "",
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List what customers chose, the newest first; with `--state offered`, offers they have not chosen from yet."""
    with desk():
        from amends.offers.offer import Choice, Offer

        if state == "offered":
            rows = Offer.objects.standing().filter(choices=None).select_related("case", "made_by").order_by("-pk")
            rows = rows.filter(case=case(reference)) if reference else rows
            show(
                [_offered(row) for row in rows[:limit]],
                as_json=as_json,
                columns=("id", "case", "options", "currency", "made_by"),
            )
            return
        near = ("case", "option", "offer", "promise__deadline")
        found = Choice.objects.select_related(*near).order_by("-pk")
        found = found.filter(case=case(reference)) if reference else found
        picked = (row for row in found.iterator(500) if not state or row.state() == state)
        show([_chosen(row) for row, _ in zip(picked, range(limit), strict=False)], as_json=as_json, columns=COLUMNS)


@app.command("offer")
def offer(
    reference: str,
    remedies: Annotated[
        list[str] | None,
        typer.Argument(help="Three remedies by name or number; none: the three that the desk proposes."),
    ] = None,
    *,
    by: Doer,
    words: Annotated[str, typer.Option(help="Your words before the three.")] = "",
    via: _VIA = "email",
    wish: Annotated[
        bool, typer.Option("--wish", help="One remedy alone: their own wish, to be granted by their choice.")
    ] = False,
    left_out: Annotated[str, typer.Option(help="Why no money back, where they paid for what did not work.")] = "",
    propose: Annotated[bool, typer.Option("--propose", help="Only show what the desk proposes.")] = False,
    as_json: Json = False,
) -> None:
    """Put three remedies to a customer: by mail with links, or as read out on the phone."""
    with desk() as at:
        from amends.offers.loss import Loss
        from amends.offers.offering import Given, Terms
        from amends.offers.proposing import propose as proposing
        from amends.offers.telling import put

        found, doer = case(reference), colleague(by)
        loss = Loss.objects.filter(case=found).first()
        if loss is None:
            stop(Exit.REFUSED, "Write down on the case what they lost first.")
        near = proposing(found, loss, by=doer, at=at)
        if propose:
            rows = [{"remedy": one.remedy, "kind": one.kind, "name": one.name, "worth": str(one.worth), "cost": str(one.cost),
                     "ready_at": one.ready_at, "because": "; ".join(one.reasons)} for one in near.options]  # fmt: skip
            show(rows, as_json=as_json, columns=("remedy", "kind", "name", "worth", "cost", "ready_at"))
            return
        ready = {one.remedy: one.ready_at for one in [*near.options, *near.others]}
        wanted = [_remedy(name) for name in remedies or []] or [_remedy(str(one.remedy)) for one in near.options]
        given = [Given(remedy=one, ready_at=ready.get(one.pk)) for one in wanted]
        terms = Terms(wish=wish, left_out=left_out, planned=near.best.worth if near.best else None)
        row = put(found, given, terms, words=words or "Please choose what suits you best.", via=via, by=doer, at=at)
        show_one(_offered(row)) if as_json else typer.echo(f"Offered, number {row.pk}: {_offered(row)['options']}.")


@app.command("choose")
def choose(
    number: Annotated[int, typer.Argument(metavar="offer", help="The offer's number, as `amends remedy offer` says.")],
    position: Annotated[int, typer.Argument(help="Which of it: 1, 2 or 3.", min=1, max=3)],
    *,
    by: Doer,
    via: _VIA = "phone",
    words: Annotated[str, typer.Option(help="What they said.")] = "",
    consent: Annotated[bool, typer.Option("--consent", help="They agreed to what they have to do for it.")] = False,
    as_json: Json = False,
) -> None:
    """Record what the customer chose. They may change it until it is carried out."""
    with desk() as at:
        from amends.offers.offer import Offer
        from amends.people.may import check
        from amends.remedies.choosing import choose as chosen

        row = Offer.objects.select_related("case").filter(pk=number).first() or stop(
            Exit.NOT_FOUND, f"There is no offer {number}."
        )
        doer = colleague(by)
        check(doer, "work", row.case)
        option = row.options.select_related("remedy").filter(position=position).first()
        if option is None:
            stop(Exit.NOT_FOUND, f"Offer {number} has no option {position}.")
        choice = chosen(row, option, via=via, words=words, consent=consent, by=doer, at=at)
        show_one(_chosen(choice)) if as_json else typer.echo(f"Agreed, number {choice.pk}: {option.name}.")


@app.command("approve")
def approve(
    number: Annotated[int | None, typer.Argument(metavar="request", help="Its number; none: list what waits.")] = None,
    *,
    by: Doer,
    refuse: Annotated[str, typer.Option(help="Say no, for this reason; a second reader says it too.")] = "",
    look_over: Annotated[str, typer.Option(help="Of what passed by itself: what you make of it.")] = "",
    as_json: Json = False,
) -> None:
    """Say yes to what a colleague asked for, or no with a reason; without a number, list what waits."""
    with desk() as at:
        from amends.authority.approval import Approval

        near = Approval.objects.select_related("case", "remedy", "asked_by", "approver", "deadline")
        doer = colleague(by)
        if number is None:
            rows = [_request(row) for row in near.filter(pk__in=Approval.objects.waiting()).order_by("asked_at")]
            show(rows, as_json=as_json, columns=("id", "case", "remedy", "cost", "currency", "asked_by", "due_at"))
            return
        row = near.filter(pk=number).first() or stop(Exit.NOT_FOUND, f"There is no request {number}.")
        if look_over:
            row.look_over(look_over, by=doer, at=at)
        elif refuse:
            row.refuse(refuse, by=doer, at=at)
        else:
            row.grant(by=doer, at=at)
        show_one(_request(row)) if as_json else typer.echo(f"{row.what}: {row.get_state_display()}.")


@app.command("execute")
def execute(
    number: Annotated[int, typer.Argument(metavar="choice", help="The choice's number, as `amends remedy list` says.")],
    *,
    by: Doer,
    evidence: Annotated[
        str, typer.Option(help="How we know that it was done; by hand without it: begun, still to be done.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Carry out what was agreed, once; or record that what was begun, failed or uncertain is done (with `--evidence`)."""
    with desk() as at:
        from amends.offers.offer import Choice
        from amends.people.may import check
        from amends.remedies.execution import Execution

        near = Choice.objects.select_related("case", "option", "offer", "promise__deadline")
        choice = near.filter(pk=number).first() or stop(Exit.NOT_FOUND, f"There is no choice {number}.")
        doer = colleague(by)
        check(doer, "work", choice.case)
        begun = (
            Execution.objects.filter(choice=choice).select_related("choice__case", "choice__option", "begun_by").first()
        )
        if begun is not None:
            begun.complete(evidence, by=doer, at=at)
        else:
            Execution.objects.begin(choice, evidence=evidence, by=doer, at=at)
        choice.refresh_from_db()
        row = {**_chosen(choice), "execution": Execution.objects.get(choice=choice).state}
        show_one(row) if as_json else typer.echo(f"{choice.option.name}: {row['execution']}.")


@app.command("spend")
def spend(
    *,
    months: Annotated[int, typer.Option(min=1, help="So many periods back.")] = 2,
    as_json: Json = False,
) -> None:
    """Say what each role gave in each period, against its cap."""
    with desk() as at:
        from amends.authority.spend import Purse

        begins = at.date().replace(day=1)
        for _ in range(months - 1):
            begins = (begins - timedelta(days=1)).replace(day=1)
        rows = Purse.objects.filter(begins__gte=begins).order_by("-begins", "role")
        shown = [
            {"role": row.role, "begins": row.begins, "spent": str(row.spent), "cap": str(row.cap), "left": str(row.left),
             "currency": row.currency} for row in rows
        ]  # fmt: skip
        show(shown, as_json=as_json, columns=("role", "begins", "spent", "cap", "left", "currency"))


@app.command("stock")
def stock(*, by: Doer, as_json: Json = False) -> None:
    """Fill the catalogue with the usual remedies; those that are there, by their names, stay as they are."""
    with desk() as at:
        from amends.catalogue.starting import stock_up

        new = stock_up(by=colleague(by), at=at)
        show_one({"new": new}) if as_json else typer.echo(f"{new} remedies are new.")


@app.command("tried")
def tried_so_far(
    *,
    days: Annotated[int, typer.Option(min=1, help="Over so many days.")] = 365,
    retire: Annotated[bool, typer.Option("--to-retire", help="Only those that could leave the catalogue.")] = False,
    as_json: Json = False,
) -> None:
    """Say of each remedy how often it was chosen of three and how many had use of it, with n and interval; which could leave."""
    with desk() as at:
        from amends.remedies.retiring import tried

        rows = [
            {"remedy": one.name, "id": one.remedy, "chosen": str(one.chosen), "used": str(one.used), "declined": one.declined,
             "unused": one.unused}
            for one in tried(since=at - timedelta(days=days), at=at) if not retire or one.declined or one.unused
        ]  # fmt: skip
        show(rows, as_json=as_json, columns=("remedy", "chosen", "used", "declined", "unused"))


@app.command("retire")
def retire_one(
    remedy: Annotated[str, typer.Argument(help="Its name or its number.")], *, by: Doer, as_json: Json = False
) -> None:
    """Take a remedy out of the catalogue from today; what was offered before stays as it was said."""
    with desk() as at:
        row = _remedy(remedy)
        row.retire(at.date(), by=colleague(by), at=at)
        show_one({"id": row.pk, "remedy": row.name}) if as_json else typer.echo(f"“{row.name}” is offered no more.")


def _remedy(name: str) -> Remedy:
    from amends.catalogue.remedy import Remedy

    rows = Remedy.objects.filter(pk=int(name)) if name.isdecimal() else Remedy.objects.filter(name__iexact=name.strip())
    return rows.first() or stop(Exit.NOT_FOUND, f"The catalogue has no remedy {name!r}.")


def _offered(row: Offer) -> dict[str, object]:
    options = "; ".join(f"{option.position}. {option.name}" for option in row.options.all())
    return {
        "id": row.pk, "case": row.case.reference, "options": options, "currency": row.currency, "planned": str(row.planned),
        "made_at": row.made_at, "made_by": row.made_by.email, "told_via": row.told_via or None,
    }  # fmt: skip


def _chosen(row: Choice) -> dict[str, object]:
    return {
        "id": row.pk, "case": row.case.reference, "offer": row.offer_id, "remedy": row.option.name, "state": row.state(),
        "worth": str(row.worth), "currency": row.offer.currency, "via": row.via, "chosen_at": row.chosen_at,
        "due_at": row.promise.deadline.due_at, "executed_at": row.executed_at, "had_at": row.had_at,
        "missed_because": row.missed_because or None,
    }  # fmt: skip


def _request(row: Approval) -> dict[str, object]:
    return {
        "id": row.pk, "case": row.case.reference, "remedy": row.remedy.name, "worth": str(row.worth), "cost": str(row.cost),
        "currency": row.currency, "state": row.state, "asked_by": row.asked_by.email, "because": row.because,
        "of": row.approver.email if row.approver else None, "due_at": row.deadline.due_at, "in_band": row.in_band,
    }  # fmt: skip
