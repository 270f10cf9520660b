"""All open cases by age, the oldest first: how long since they told us, when both sides last spoke, and what is due next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.db.models import OuterRef, Q, Subquery
from django.views.decorators.http import require_safe

from amends.cases.case import Case, Severity
from amends.cases.stages import OPEN, Stage
from amends.deadlines.deadline import Deadline, Kind
from amends.people.person import Person
from amends.people.queue import Queue
from amends.readings.reading import untriaged
from amends.reports.exporting import csv_of
from amends.teamwork.contact import in_touch
from amends.web.desk.search import number
from amends.web.desk.today import place_of
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import GRAVE, STAGES, Row, case_url
from amends.web.tables import taken_away
from amends.web.wording import due_words, hue, initials, since_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet
    from django.http import HttpResponse

SHOWN: Final = 50
#: So many rows are taken away at once; with a filter the others come too.
MOST: Final = 10_000
_AGES: Final = (3, 7, 14, 30, 90)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed to, as the address says it; what it says wrongly narrows nothing."""

    queue: int | None = None
    owner: int | None = None
    stage: str = ""
    severity: int | None = None
    days: int | None = None
    words: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, request: DeskRequest) -> Asked:
        """From the address; `owner` 0 is nobody."""
        got = request.GET
        numbers = {name: number(got.get(name, "")) for name in ("queue", "owner", "severity", "days")}
        stage = got.get("stage", "") if got.get("stage") in OPEN else ""
        numbers["severity"] = numbers["severity"] if numbers["severity"] in Severity.values else None
        numbers["days"] = numbers["days"] if numbers["days"] in _AGES else None
        said = {name: str(value) for name, value in numbers.items() if value is not None}
        return cls(**numbers, stage=stage, words=said | ({"stage": stage} if stage else {}))

    def narrow(self, rows: QuerySet[Case], now: datetime) -> QuerySet[Case]:
        """Those of them that are asked for."""
        rows = rows.filter(queue=self.queue) if self.queue else rows
        rows = rows.filter(owner=self.owner or None) if self.owner is not None else rows
        rows = rows.filter(stage=self.stage) if self.stage else rows
        rows = rows.filter(severity=self.severity) if self.severity else rows
        return rows.filter(received_at__lte=now - timedelta(days=self.days)) if self.days else rows


@desk
@require_safe
def open_cases(request: DeskRequest) -> HttpResponse:
    """A page of them, the oldest first. A fixed number of statements, along an index of open cases alone."""
    asked, after = Asked.of(request), place_of(request.GET.get("after", ""))
    rows = _rows(request, asked)
    if request.GET.get("as") == "csv":
        return _table(list(rows[:MOST]), request.at)
    rows = rows.filter(Q(received_at__gt=after[0]) | Q(received_at=after[0], pk__gt=after[1])) if after else rows
    found = list(rows[: SHOWN + 1])
    touched = in_touch([case.pk for case in found[:SHOWN]])
    last = found[SHOWN - 1] if len(found) > SHOWN else None
    following = {**asked.words, "after": f"{last.received_at.isoformat()}~{last.pk}"} if last else {}
    context = {
        "rows": [_row(case, touched.get(case.pk), request.at) for case in found[:SHOWN]], "asked": asked,
        "queues": list(Queue.objects.order_by("name")), "people": list(Person.objects.staff().order_by("name")),
        "stages": [pair for pair in Stage.choices if pair[0] in OPEN], "severities": Severity.choices, "ages": _AGES,
        "table_url": "?" + urlencode({**asked.words, "as": "csv"}),
        "first_url": f"{request.path}?{urlencode(asked.words)}" if after else "",
        "next_url": "?" + urlencode(following) if following else "",
    }  # fmt: skip
    return page(request, "desk/open_cases.html", context)


def _rows(request: DeskRequest, asked: Asked) -> QuerySet[Case]:
    due = Deadline.objects.filter(case=OuterRef("pk"), met_at=None, void_at=None).order_by("due_at", "pk")
    rows = asked.narrow(Case.objects.visible_to(request.user).open(), request.at).select_related(
        "customer", "owner", "queue"
    )
    return rows.annotate(
        due_at=Subquery(due.values("due_at")[:1]), due_kind=Subquery(due.values("kind")[:1]), hidden=untriaged("pk")
    ).order_by("received_at", "pk")


def _row(case: Case, touched: datetime | None, now: datetime) -> Row:
    owner = case.owner.name if case.owner else ""
    due_at, kind = case.due_at, case.due_kind  # type: ignore[attr-defined]
    late = bool(due_at and due_at < now)
    what = f"next: {Kind(kind).label}" if kind else "nothing is due"
    return Row(
        id=f"case-{case.pk}", url=case_url(case.reference), clock=since_words(case.received_at, now), clock_what="since they told us",
        customer=_name(case), subject=case.subject or "(no subject)", stage=case.stage, stage_words=STAGES[case.stage],
        waits=what if late or not due_at else f"{what}, {due_words(due_at, now)}", late=due_words(due_at, now) if late else "",
        human=f"both sides last spoke {since_words(touched, now)} ago".replace("just now ago", "just now")
        if touched else "no exchange with them yet",
        grave=GRAVE.get(case.severity, ""), severity=case.severity, owner=owner or "nobody yet", initials=initials(owner),
        hue=str(hue(owner)) if owner else "none",
    )  # fmt: skip


def _name(case: Case) -> str:
    """Who wrote is not shown while nobody looked at what their words read as."""
    hidden = case.stage == Stage.NEW and case.hidden  # type: ignore[attr-defined]
    return f"Case {case.reference}" if hidden else case.customer.spoken_name


def _table(found: Sequence[Case], at: datetime) -> HttpResponse:
    touched = in_touch([case.pk for case in found])
    names = (
        "case", "customer", "subject", "queue", "owner", "stage", "severity", "told us", "days open", "both sides last spoke",
        "next due", "what is due",
    )  # fmt: skip
    rows = [
        (
            case.reference, _name(case), case.subject, case.queue.name, case.owner.name if case.owner else "", case.stage,
            case.get_severity_display(), f"{case.received_at:%Y-%m-%d %H:%M}", (at - case.received_at).days,
            f"{when:%Y-%m-%d %H:%M}" if (when := touched.get(case.pk)) else "",
            f"{case.due_at:%Y-%m-%d %H:%M}" if case.due_at else "", case.due_kind or "",  # type: ignore[attr-defined]
        )
        for case in found
    ]  # fmt: skip
    return taken_away("open-cases", csv_of(names, rows), at)
