"""`amends people here`, `away`, `back` and `deputy`: who can act, and who stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, colleague, desk, show, show_one, stop, when

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.absence import Absence
    from amends.people.person import Person
    from amends.people.presence import Roster

COLUMNS = ("email", "name", "here", "away_until", "stand_in", "next_away", "open_cases", "owed", "late")


def add_to(people: typer.Typer) -> None:
    """Give the commands to those of `amends people`."""
    for command in (here, away, back, deputy):
        people.command()(command)


def here(*, as_json: Json = False) -> None:
    """Show who is here, who is away until when and who stands in, and how much each has on their hands."""
    with desk() as at:
        from amends.people.presence import Roster
        from amends.standins.uncovered import uncovered

        roster, load, owed = Roster.read(at=at), _open_cases(), _owed(at)
        staff = sorted(roster.people.values(), key=lambda person: (person.name, person.pk))
        rows = [_standing(one, roster, load, owed) for one in staff]
        if not as_json:
            rows = [row | {"here": "here" if row["here"] else "AWAY"} for row in rows]
        show(rows, as_json=as_json, columns=COLUMNS)
        if alone := uncovered(at=at).count():
            typer.echo(f"Nobody who is here looks after {alone} open cases. Give them to somebody.", err=True)


def _standing(
    person: Person, roster: Roster, load: dict[int, int], owed: dict[int, tuple[int, int]]
) -> dict[str, object]:
    absence = roster.absence_of(person.pk)
    coming = (ahead for ahead in roster.absences.get(person.pk, ()) if ahead.starts_at > roster.at)
    following = min(coming, key=lambda ahead: ahead.starts_at, default=None)
    deputy = roster.deputy_of(person.pk)
    promised, late = owed.get(person.pk, (0, 0))
    return {
        "email": person.email,
        "name": person.name,
        "role": person.role,
        "here": absence is None,
        "away_from": absence.starts_at if absence else None,
        "away_until": absence.ends_at if absence else None,
        "stand_in": deputy.email if deputy else None,
        "next_away": following.starts_at if following else None,
        "next_back": following.ends_at if following else None,
        "open_cases": load.get(person.pk, 0),
        "owed": promised,
        "late": late,
    }


def _open_cases() -> dict[int, int]:
    from django.db.models import Count

    from amends.cases.case import Case

    return dict(Case.objects.open().exclude(owner=None).values_list("owner").annotate(n=Count("pk")).order_by())


def _owed(at: datetime) -> dict[int, tuple[int, int]]:
    """For each person the promises and call-backs that are theirs to keep, and how many of them are late."""
    from django.db.models import Count, Q

    from amends.deadlines.deadline import Deadline, Kind

    due = Deadline.objects.outstanding().filter(kind__in=[Kind.PROMISE, Kind.CALL_BACK]).exclude(owner=None)
    counted = due.values("owner").annotate(n=Count("pk"), late=Count("pk", filter=Q(due_at__lte=at))).order_by()
    return {row["owner"]: (row["n"], row["late"]) for row in counted}


def away(
    email: str,
    *,
    by: Doer,
    begins: Annotated[
        str, typer.Option("--from", help="When it begins; a day alone is its beginning. Now if not given.")
    ] = "",
    until: Annotated[
        str,
        typer.Option(help="From when they are here again; a day alone is its beginning. Until `back` if not given."),
    ] = "",
    deputy: Annotated[str, typer.Option(help="Who stands in this time, by e-mail address.")] = "",
    as_json: Json = False,
) -> None:
    """Record that somebody is or will be away. Once it has begun, all that is theirs is with others who are here."""
    with desk() as at:
        from amends.standins.sweeping import go_away

        absence = go_away(
            colleague(email),
            starts_at=when(begins, at=at, clock="00:00") if begins else at,
            ends_at=when(until, at=at, clock="00:00") if until else None,
            deputy=colleague(deputy) if deputy else None,
            by=colleague(by),
            at=at,
        )
        row = _absence(absence) | {"moved": absence.stand_ins.count()}
        begun = absence.starts_at <= at
        show_one(row) if as_json else typer.echo(
            f"{absence.person.name} is away; {row['moved']} cases, calls and asks of theirs are with others."
            if begun
            else f"{absence.person.name} will be away; what is theirs moves when it begins."
        )


def back(email: str, *, by: Doer, as_json: Json = False) -> None:
    """Record that somebody is here again: what others had is offered to them. A plan that has not begun is called off."""
    with desk() as at:
        from amends.people.absence import Absence
        from amends.standins.sweeping import come_back

        someone, doer = colleague(email), colleague(by)
        standing = Absence.objects.standing().select_related("person").filter(person=someone, returned_at=None)
        absence = standing.exclude(ends_at__lte=at).order_by("starts_at").first()
        if absence is None:
            stop(Exit.REFUSED, f"{someone.name} is not away, and nothing is planned.")
        row = _absence(absence)
        if absence.starts_at <= at:
            offered = come_back(absence, by=doer, at=at)
            said = f"{someone.name} is here again; {offered} cases, calls and asks are offered back."
            row |= {"ended": "come_back", "offered": offered}
        else:
            absence.cancel(by=doer, at=at)
            said = f"{someone.name} will not be away after all."
            row |= {"ended": "called_off", "offered": 0}
        show_one(row) if as_json else typer.echo(said)


def _absence(absence: Absence) -> dict[str, object]:
    return {
        "email": absence.person.email,
        "starts_at": absence.starts_at,
        "ends_at": absence.ends_at,
        "deputy": absence.deputy.email if absence.deputy else None,
    }


def deputy(
    email: str,
    named: Annotated[
        str, typer.Argument(metavar="[deputy]", help="Who stands in, by e-mail address; nobody if not given.")
    ] = "",
    *,
    by: Doer,
    as_json: Json = False,
) -> None:
    """Say who stands in for somebody whenever nothing else is said."""
    with desk() as at:
        from amends.people.absence import name_deputy

        someone, stand_in = colleague(email), colleague(named) if named else None
        name_deputy(someone, stand_in, by=colleague(by), at=at)
        row = {"email": someone.email, "deputy": stand_in.email if stand_in else None}
        show_one(row) if as_json else typer.echo(
            f"{stand_in.name} stands in for {someone.name}." if stand_in else f"{someone.name} has no deputy now."
        )
