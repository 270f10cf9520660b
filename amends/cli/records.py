"""`amends case`, `people`, `journal` and `calendar`: what is on record, at the console."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amends.cli.desk import Exit, Json, case, desk, person, show, show_one, stop

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case

cases = typer.Typer(help="Cases: list them, look at one, open one.", no_args_is_help=True)
people = typer.Typer(help="People who work at the desk.", no_args_is_help=True)
journal = typer.Typer(help="The record of every deed.", no_args_is_help=True)
calendar = typer.Typer(help="Business time.", no_args_is_help=True)

LIST_COLUMNS = ("reference", "stage", "received_at", "owner", "customer", "subject")
By = Annotated[str, typer.Option(help="E-mail address of the person who does it; the desk itself if not given.")]


@cases.command("list")
def list_cases(
    *,
    stage: Annotated[str, typer.Option(help="Only cases in this stage.")] = "",
    owner: Annotated[str, typer.Option(help="Only cases of this person, by e-mail address.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List cases, those told last first."""
    with desk():
        from amends.cases.case import Case
        from amends.cases.stages import Stage

        rows = Case.objects.select_related("customer", "owner").order_by("-received_at", "-id")
        if stage and stage not in Stage.values:
            stop(Exit.USAGE, f"There is no stage {stage!r}; there are: {', '.join(Stage.values)}.")
        if not everything and not stage:
            rows = rows.open()
        rows = rows.filter(stage=stage) if stage else rows
        rows = rows.filter(owner=person(owner)) if owner else rows
        show([_summary(row) for row in rows[:limit]], as_json=as_json, columns=LIST_COLUMNS)


def _summary(row: Case) -> dict[str, object]:
    return {
        "reference": row.reference,
        "stage": row.stage,
        "ending": row.ending or None,
        "origin": row.origin,
        "channel": row.channel,
        "severity": row.severity,
        "received_at": row.received_at,
        "opened_at": row.opened_at,
        "waiting_since": row.waiting_since,
        "closed_at": row.closed_at,
        "owner": row.owner.email if row.owner else None,
        "customer": row.customer.name,
        "subject": row.subject,
        "source": row.source,
        "source_id": row.source_id,
    }


@cases.command("show")
def show_case(reference: str, *, as_json: Json = False) -> None:
    """Show one case: what was said, what it needs, and what comes next."""
    with desk() as at:
        from amends.playbook.steps import Records, panel

        found = case(reference)
        records = Records.of(found, now=at)
        following = panel(records).next
        row = _summary(found) | {
            "next_act": following.act if following else None,
            "addresses": [address.value for address in found.customer.addresses.standing()],
            "concerns": [{"words": c.words, "answer": c.answer or None} for c in records.concerns],
            "promises": [
                {"words": p.words, "due_at": p.deadline.due_at, "state": p.state(at=at)} for p in records.promises
            ],
            "messages": [
                {
                    "said_at": m.said_at,
                    "from": "customer" if m.direction == "in" else (m.author.name if m.author else "desk"),
                    "channel": m.channel,
                    "automatic": m.automatic,
                    "text": m.text,
                }
                for m in records.messages
            ],
        }
        show_one(row) if as_json else _print_case(row)


def _print_case(row: dict[str, Any]) -> None:
    for name, value in row.items():
        if name == "messages":
            for message in value:
                typer.echo(
                    f"\n{message['from']}, {message['said_at']:%Y-%m-%d %H:%M} UTC, {message['channel']}\n{message['text']}"
                )
        elif value and isinstance(value, list) and isinstance(value[0], dict):
            typer.echo(f"\n{name}")
            show(value, as_json=False)
        elif value:
            typer.echo(f"{name:14} {', '.join(value) if isinstance(value, list) else value}")


@cases.command("open")
def open_a_case(
    words: Annotated[str, typer.Argument(help="What the customer said; `-` is standard input.")],
    *,
    subject: str = "",
    name: str = "",
    email: str = "",
    phone: str = "",
    channel: Annotated[str, typer.Option(help="email, phone, letter, visit, portal, form or api.")] = "phone",
    received_at: Annotated[
        str, typer.Option(help="When they told us, if not just now; in the house's time zone.")
    ] = "",
    severity: Annotated[int, typer.Option(min=1, max=4, help="1 is the gravest.")] = 3,
    owner: Annotated[str, typer.Option(help="Who has it, by e-mail address.")] = "",
    by: By = "",
    receipt: Annotated[bool, typer.Option(help="Send the automatic receipt to their address.")] = False,
    as_json: Json = False,
) -> None:
    """Open a case with a customer's first words; prints its reference."""
    said = sys.stdin.read() if words == "-" else words
    with desk() as at:
        from amends.customers.customer import Channel
        from amends.intake.opening import Complaint, open_case
        from amends.journal.actors import DESK

        if not said.strip() or channel not in Channel.values:
            stop(Exit.USAGE, "Say what the customer said, and by which channel: " + ", ".join(Channel.values) + ".")
        complaint = Complaint(
            words=said.strip(), subject=subject, name=name, email=email, phone=phone, channel=channel, severity=severity,
            received_at=_told_at(received_at, at), owner=person(owner) if owner else None, receipt=receipt and bool(email),
        )  # fmt: skip
        opened = open_case(complaint, by=person(by) if by else DESK, at=at)
        show_one(_summary(opened)) if as_json else typer.echo(opened.reference)


@cases.command("merge")
def merge_cases(
    reference: str,
    *,
    into: Annotated[str, typer.Option(help="The case that goes on, of the same customer and the same failure.")],
    by: By = "",
    as_json: Json = False,
) -> None:
    """End a case because it is the same as another; everything said and owed on it goes on there."""
    with desk() as at:
        from amends.journal.actors import DESK
        from amends.merging.cases import merge

        merge(case(reference), case(into), by=person(by) if by else DESK, at=at)
        found, goes_on = case(reference), case(into)
        row = _summary(found) | {"merged_into": goes_on.reference}
        show_one(row) if as_json else typer.echo(f"{found.reference} goes on as {goes_on.reference}.")


def _told_at(text: str, at: datetime) -> datetime:
    from zoneinfo import ZoneInfo

    from amends.files.dates import NoDate, moment
    from amends.policy.house import HOUSE

    if not text:
        return at
    try:
        told = moment(text, day_first=HOUSE.country != "US", zone=ZoneInfo(HOUSE.time_zone))
    except NoDate as wrong:
        stop(Exit.USAGE, f"{wrong}.")
    return told if told <= at else stop(Exit.REFUSED, f"{text} lies in the future.")


@people.command("add")
def add_person(
    email: str,
    *,
    name: Annotated[str, typer.Option(help="As customers should read it.")],
    role: Annotated[str, typer.Option(help="agent, lead, manager or admin.")] = "agent",
    time_zone: str = "",
    by: By = "",
    as_json: Json = False,
) -> None:
    """Add somebody to the desk and its first queue; prints a link that signs them in once."""
    with desk() as at:
        from amends.installation.doors import come_in
        from amends.journal.actors import DESK
        from amends.people.person import Person, Role

        if role not in Role.values:
            stop(Exit.USAGE, f"There is no role {role!r}; there are: {', '.join(Role.values)}.")
        if "@" not in email:
            stop(Exit.USAGE, f"{email} is no e-mail address.")
        if Person.objects.filter(email=email.strip().lower()).exists():
            stop(Exit.REFUSED, f"Somebody here has the address {email} already.")
        door = come_in(email, name=name, role=role, time_zone=time_zone, by=person(by) if by else DESK, at=at)
        row = {"email": door.person.email, "name": name, "role": role, "sign_in": door.url, "until": door.until}
        show_one(row) if as_json else typer.echo(
            f"{name} can sign in once, until {door.until:%d %b %H:%M} UTC:\n{door.url}"
        )


@people.command("list")
def list_people(*, as_json: Json = False) -> None:
    """List who works here, and who did."""
    with desk():
        from django.db.models import Count, Q

        from amends.people.person import Person

        having = Person.objects.annotate(open_cases=Count("cases", filter=~Q(cases__stage="closed"))).order_by("name")
        columns = ("email", "name", "role", "open_cases", "joined_at", "left_at")
        rows = [{column: getattr(one, column) for column in columns} for one in having]
        show(rows, as_json=as_json, columns=columns)


@people.command("link")
def link_person(email: str, *, by: By = "", as_json: Json = False) -> None:
    """Print a link that signs this person in once."""
    with desk() as at:
        from amends.installation.doors import door_for
        from amends.journal.actors import DESK

        someone = person(email)
        if not someone.is_active:
            stop(Exit.REFUSED, f"{someone.name} no longer works here.")
        door = door_for(someone, by=person(by) if by else DESK, at=at)
        show_one({"email": someone.email, "sign_in": door.url, "until": door.until}) if as_json else typer.echo(
            door.url
        )


@people.command("leave")
def leave(
    email: str,
    *,
    to: Annotated[str, typer.Option(help="Who has their open cases from now on, by e-mail address.")] = "",
    by: By = "",
    as_json: Json = False,
) -> None:
    """Record that somebody left: they cannot sign in any more; what was theirs goes to another who is here."""
    with desk() as at:
        from amends.installation.doors import see_off
        from amends.journal.actors import DESK

        leaving = person(email)
        if not leaving.is_active:
            stop(Exit.REFUSED, f"{leaving.name} has left already.")
        given = see_off(leaving, heir=person(to) if to else None, by=person(by) if by else DESK, at=at)
        row: dict[str, object] = {"email": leaving.email, "left_at": at, "open_cases": given}
        show_one(row) if as_json else typer.echo(f"{leaving.name} has left; {given} open cases were theirs.")


@journal.command("verify")
def verify_journal(*, as_json: Json = False) -> None:
    """Check that no entry of the journal was changed or removed. Exit code 1 if one was."""
    with desk():
        from amends.journal.verifying import verify

        count, faults = verify()
    wrong = [{"chain": fault.chain, "seq": fault.seq, "fault": fault.fault} for fault in faults]
    if as_json:
        show_one({"entries": count, "whole": not wrong, "faults": wrong})
    else:
        typer.echo(f"{count:,} entries: " + ("whole." if not wrong else "NOT WHOLE."))
        show(wrong, as_json=False)
    raise typer.Exit(Exit.REFUSED if wrong else Exit.FINE)


@journal.command("show")
def show_journal(
    reference: Annotated[str, typer.Argument(help="A case; the whole desk if not given.")] = "",
    *,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """Show what was done, the latest last."""
    with desk():
        from amends.journal.entry import Entry

        rows = Entry.objects.order_by("-id")
        rows = rows.filter(chain=case(reference).pk) if reference else rows
        latest = [
            {
                "at": row.at, "chain": row.chain, "seq": row.seq, "deed": row.deed, "who": row.actor_name,
                "because": row.because, "sentence": row.sentence,
            }
            for row in reversed(rows[:limit])
        ]  # fmt: skip
        show(latest, as_json=as_json, columns=("at", "sentence"))


@calendar.command("run")
def run_calendar(vectors: Path, *, as_json: Json = False) -> None:
    """Compute each row of a file of business-time questions; needs no database."""
    from amends.cli.calendar import run

    if not vectors.is_file():
        stop(Exit.NOT_FOUND, f"There is no file {vectors}.")
    answers = list(run(vectors, as_json))
    show(answers, as_json=as_json)
    raise typer.Exit(Exit.SOME_FAILED if any(answer["result"] is None for answer in answers) else Exit.FINE)
