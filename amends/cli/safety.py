"""`amends safety` and `amends signal`: somebody may come to harm; and an unhappy sign that somebody saw elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from amends.cli.desk import Doer, Exit, Json, case, colleague, desk, show, show_one, stop, when

if TYPE_CHECKING:
    from datetime import datetime

    from amends.safety.alarm import Alarm
    from amends.safety.report import Report

app = typer.Typer(help="Safety: alarms, drills, and the report to a regulator.", no_args_is_help=True)
signals = typer.Typer(help="Unhappy signs short of a complaint.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(metavar="id", help="The alarm, by its id, as `amends safety list` says.")]
COLUMNS = ("id", "case", "problem", "words", "raised_at", "answered_by", "report_by", "report")


@app.command("list")
def list_alarms(
    *,
    everything: Annotated[bool, typer.Option("--all", help="Those that are over too, and drills.")] = False,
    limit: Annotated[int, typer.Option(min=1)] = 50,
    as_json: Json = False,
) -> None:
    """List alarms that stand, and those whose report to a regulator is still due; the newest first."""
    with desk():
        from django.db.models import Q

        from amends.safety.alarm import Alarm

        rows = Alarm.objects.select_related("case", "problem", "answered_by", "report__seconded_by").order_by("-pk")
        if not everything:
            rows = rows.filter(Q(over_at=None) | Q(report__isnull=False, report__ended_at=None))
        show([_summary(row) for row in rows[:limit]], as_json=as_json, columns=COLUMNS)


def _summary(row: Alarm) -> dict[str, object]:
    report = getattr(row, "report", None)
    state = "due" if report and report.ended_at is None else "told" if report and report.told_at else "spared"
    return {
        "id": row.pk, "case": row.case.reference if row.case else None, "problem": row.problem_id, "words": row.words,
        "drill": row.drill, "raised_at": row.raised_at, "answered_at": row.answered_at,
        "answered_by": row.answered_by.email if row.answered_by else None, "over_at": row.over_at,
        "report_by": row.report_by, "report": state if report else None,
    }  # fmt: skip


@app.command("alarm")
def raise_alarm(
    reference: Annotated[str, typer.Argument(help="The case by which somebody may come to harm.")],
    words: Annotated[str, typer.Argument(help="What may happen, and to whom.")],
    *,
    by: Doer,
    as_json: Json = False,
) -> None:
    """Say that somebody may come to harm: the routine of the case and its problem rests, and somebody is woken. Prints the id."""
    with desk() as at:
        from amends.safety.alarm import Alarm

        row = Alarm.objects.raise_on(case(reference), words, by=colleague(by), at=at)
        show_one(_summary(row)) if as_json else typer.echo(str(row.pk))


@app.command("drill")
def drill(*, by: Doer, as_json: Json = False) -> None:
    """Wake people as if it were none, by every way that is set up, and time it; nothing stops. Prints the id."""
    with desk() as at:
        from amends.people.may import check
        from amends.safety.alarm import Alarm

        doer = colleague(by)
        check(doer, "second")
        row = Alarm.objects.sound("A drill: answer as if it were none", drill=True, by=doer, at=at)
        show_one(_summary(row)) if as_json else typer.echo(str(row.pk))


@app.command("answer")
def answer(number: Number, *, by: Doer, as_json: Json = False) -> None:
    """Say that you have it: nobody further is woken, and you speak for the house."""
    with desk() as at:
        row = _alarm(number)
        row.answer(by=colleague(by), at=at)
        show_one(_summary(row)) if as_json else typer.echo("It is yours. Nobody else is woken.")


@app.command("report")
def report(
    number: Number,
    *,
    to: Annotated[str, typer.Option(help="Who was told.")],
    evidence: Annotated[str, typer.Option(help="How we know: their receipt, the form, who was on the phone.")],
    by: Doer,
    reference: Annotated[str, typer.Option(help="Their reference.")] = "",
    told_at: Annotated[str, typer.Option(help="When, if not just now.")] = "",
    as_json: Json = False,
) -> None:
    """Put on record that the regulator was told; the clock is over."""
    with desk() as at:
        then = when(told_at, at=at, clock="12:00") if told_at else at
        row = _report(number)
        row.tell(to, told_at=then, evidence=evidence, reference=reference, by=colleague(by), at=at)
        show_one(_summary(_alarm(number))) if as_json else typer.echo("It is on record.")


@app.command("spare")
def spare(
    number: Number,
    *,
    by: Doer,
    because: Annotated[
        str, typer.Option(help="Why nothing must be reported; empty: you answer for what another said.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Say why nothing must be reported; or, as somebody else and without a reason, answer for what was said, which ends the clock."""
    with desk() as at:
        row, doer = _report(number), colleague(by)
        if because:
            row.spare(because=because, by=doer, at=at)
        else:
            row.second(by=doer, at=at)
        said = (
            "It is on record. Somebody else must answer for it; until then the clock runs."
            if because
            else "Nothing is reported. The clock is over."
        )
        show_one(_summary(_alarm(number))) if as_json else typer.echo(said)


def _alarm(key: int) -> Alarm:
    from amends.safety.alarm import Alarm

    return Alarm.objects.select_related("case", "problem").filter(pk=key).first() or stop(
        Exit.NOT_FOUND, f"There is no alarm {key}."
    )


def _report(key: int) -> Report:
    from amends.safety.report import Report

    return Report.objects.select_related("alarm__case").filter(alarm=_alarm(key)).first() or stop(
        Exit.NOT_FOUND, f"No pack asks for a report on alarm {key}."
    )


@signals.command("note")
def note(
    words: Annotated[str, typer.Argument(help="What it says, word for word; `-` is standard input.")],
    *,
    by: Doer,
    sign: Annotated[str, typer.Option(help="score, refund, chase, review or other.")] = "review",
    source: Annotated[str, typer.Option(help="Where you saw it: the name of the site, the survey, the shop.")] = "",
    source_id: Annotated[str, typer.Option(help="Its address or number there; the same one is taken in once.")] = "",
    seen_at: Annotated[str, typer.Option(help="When they wrote it; now if not given.")] = "",
    name: str = "",
    email: str = "",
    phone: str = "",
    as_json: Json = False,
) -> None:
    """Note a bad review or a low score seen elsewhere: a case is open, and somebody contacts them. Prints its reference."""
    said = sys.stdin.read() if words == "-" else words
    with desk() as at:
        from amends.customers.customer import Channel
        from amends.signals.signal import Sign, Signal

        if sign not in Sign.values:
            stop(Exit.USAGE, f"There is no sign {sign!r}; there are: {', '.join(Sign.values)}.")
        seen: datetime = when(seen_at, at=at, clock="12:00") if seen_at else at
        row = Signal.objects.note(
            sign, said, seen_at=seen, source=source, source_id=source_id, name=name, email=email, phone=phone,
            channel=Channel.FORM, by=colleague(by), at=at,
        )  # fmt: skip
        found = {"case": row.case.reference, "sign": row.sign, "seen_at": row.seen_at, "source": row.source}
        show_one(found) if as_json else typer.echo(row.case.reference)
