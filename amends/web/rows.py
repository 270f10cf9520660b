"""One row of a worklist, with every word ready, so that a page of a hundred renders quickly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from amends.cases.case import Severity
from amends.cases.stages import Stage
from amends.deadlines.deadline import Kind
from amends.web.wording import DAY, due_words, hue, initials, moment_words, since_words

if TYPE_CHECKING:
    from datetime import datetime

    from amends.playbook.worklists import Line

STAGES = dict(Stage.choices)
GRAVE = {Severity.CRITICAL.value: Severity.CRITICAL.label, Severity.HIGH.value: Severity.HIGH.label}
WORDS = {
    Kind.PROMISE: "we promised",
    Kind.NEXT_UPDATE: "waits to hear from us",
    Kind.STAND_IN: "must hear who stands in",
    Kind.CALL_BACK: "wants a call",
    Kind.HANDOFF: "is offered to another owner",
    Kind.INBOUND: "sent something nobody has opened",
    Kind.FOLLOW_UP_MAIL: "follow-up mail is due",
    Kind.FOLLOW_UP_CALL: "follow-up call is due",
    Kind.PATIENCE: "has not answered: look again",
    Kind.REPORT: "a regulator must be told, or it is said why not",
}
#: So much of what was promised, asked or offered stands in a row.
_LONG = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What `pieces/rows.html` shows. `tone` is "", "warn" or "alarm"; `grave` is empty but for the gravest two severities."""

    id: str
    url: str
    clock: str
    clock_what: str
    customer: str
    subject: str
    stage: str
    stage_words: str
    tone: str = ""
    waits: str = ""
    late: str = ""
    human: str = ""
    grave: str = ""
    severity: int = 3
    owner: str = ""
    initials: str = ""
    hue: str = "none"


def row_of(line: Line, lane: str, now: datetime) -> Row:
    """The row of one line of a lane, in words."""
    waits, late = _waits(line, lane, now)
    owner = line.owner or ""
    return Row(
        id=f"{lane}-{line.id}",
        url=case_url(line.reference),
        clock=since_words(line.received_at, now),
        clock_what="they told us" if (now - line.received_at).total_seconds() < 60 else "since they told us",  # noqa: PLR2004
        customer=f"Case {line.reference}" if line.untriaged else line.customer or "The customer",
        subject=line.subject or "(no subject)",
        stage=line.stage,
        stage_words=STAGES[line.stage],
        waits=waits,
        late=late,
        human=_human(line.human_spoke_at, now),
        grave=GRAVE.get(line.severity, ""),
        severity=line.severity,
        owner=owner or "nobody yet",
        initials=initials(owner),
        hue=str(hue(owner)) if owner else "none",
    )


def case_url(reference: str) -> str:
    """Where a case is."""
    return reverse("case", args=[reference])


def _human(spoke_at: datetime | None, now: datetime) -> str:
    if spoke_at is None:
        return "no human has told them anything yet"
    if (now - spoke_at).total_seconds() < 60:  # noqa: PLR2004
        return "a human told them something just now"
    return f"{since_words(spoke_at, now)} since a human told them something new"


def _waits(line: Line, lane: str, now: datetime) -> tuple[str, str]:
    """What the customer waits for, and how late it is if it is."""
    if lane == "waiting" and line.waiting_since:
        waited = since_words(line.waiting_since, now)
        long = (now - line.waiting_since).total_seconds() > DAY
        words = "spoke just now, and waits for us" if waited == "just now" else "waits for our answer"
        return words, "" if waited == "just now" or not long else f"for {waited}"
    late = bool(line.due_at and line.due_at < now)
    when = due_words(line.due_at, now) if line.due_at else ""
    what = _what(line, lane)
    if line.next_try_at and line.next_try_at > now:
        what, when = (
            f"{what}; nobody was reached, try again {moment_words(line.next_try_at, now)}",
            when if late else "",
        )
    return (what, when) if late else (f"{what}, {when}" if when else what, "")


def _what(line: Line, lane: str) -> str:
    if lane == "unanswered":
        return "waits for a first answer"
    kind = Kind(line.kind or Kind.NEXT_UPDATE)
    what = _opening(line, kind)
    return f"{what}: “{line.words[:_LONG]}{'…' if len(line.words) > _LONG else ''}”" if line.words else what


def _opening(line: Line, kind: Kind) -> str:
    """What is due, before the words it is about."""
    if kind == Kind.CALL_BACK and line.promised:
        return "we promised to call"
    if kind == Kind.ASK:
        return f"{line.of or 'a colleague'} was asked"
    if kind == Kind.CHECK:
        return f"check what {line.of or 'a colleague'} answered"
    return WORDS.get(kind, f"{kind.label} is due")
