"""How each person stands: here or away, who stands in, what is on their hands, and what others had for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from amends.cases.case import Case
from amends.deadlines.deadline import Deadline, Kind
from amends.people.absence import Absence
from amends.people.queue import Queue
from amends.standins.standin import Answer, StandIn
from amends.web.desk.today import end_of_today
from amends.web.rows import case_url
from amends.web.wording import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.people.person import Person
    from amends.people.presence import Roster

#: As many things of one person's stand on the page, and for so long after they are back.
SWEPT, LATELY = 20, timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Swept:
    """One thing that others had: whose customer it is about, who has it, and what the customer and its owner know of it."""

    url: str
    customer: str
    what: str
    person: str
    told: str
    late: bool
    answer: str


@dataclass(frozen=True, slots=True)
class Load:
    """What is on somebody's hands: open cases; calls and promises due by the end of today; and all that is overdue."""

    open: int = 0
    calls: int = 0
    promises: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Coming:
    """An absence to come, and who was named to stand in for it."""

    absence: Absence
    deputy: Person | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One person as the page shows them. `swept` are the first of the `passed` things that others had for them."""

    person: Person
    absence: Absence | None
    coming: Sequence[Coming]
    stand_in: Person | None
    queues: Sequence[str]
    load: Load
    passed: int
    swept: Sequence[Swept]


def standings(roster: Roster, *, viewer: Person) -> list[Standing]:
    """Everybody by name, those who are away first. Four statements, however many there are."""
    people = sorted(roster.people.values(), key=lambda person: (roster.is_here(person.pk), person.name, person.pk))
    loads, queues, swept = _loads(roster.at), _queues(roster), _swept(roster.at, viewer)
    return [
        Standing(
            person, roster.absence_of(person.pk), _coming(roster, person), roster.deputy_of(person.pk),
            queues.get(person.pk, []),
            loads.get(person.pk, Load()), *swept.get(person.pk, (0, [])),
        )
        for person in people
    ]  # fmt: skip


def _loads(now: datetime) -> dict[int, Load]:
    opened = dict(Case.objects.open().exclude(owner=None).values_list("owner").annotate(n=Count("pk")).order_by())
    due = Deadline.objects.outstanding().filter(due_at__lt=end_of_today(now)).exclude(owner=None)
    counts = due.values_list("owner").annotate(
        calls=Count("pk", filter=Q(kind=Kind.CALL_BACK)),
        promises=Count("pk", filter=Q(kind=Kind.PROMISE)),
        late=Count("pk", filter=Q(due_at__lt=now)),
    )
    owed = {owner: rest for owner, *rest in counts.order_by()}
    return {key: Load(opened.get(key, 0), *owed.get(key, ())) for key in opened.keys() | owed.keys()}


def _queues(roster: Roster) -> dict[int, list[str]]:
    watched: dict[int, list[str]] = defaultdict(list)
    for queue in Queue.objects.order_by("name"):
        for key in roster.watchers.get(queue.pk, ()):
            watched[key].append(queue.name)
    return watched


def _coming(roster: Roster, person: Person) -> list[Coming]:
    ahead = [absence for absence in roster.absences.get(person.pk, ()) if absence.starts_at > roster.at]
    return [
        Coming(absence, roster.people.get(absence.deputy_id or 0))
        for absence in sorted(ahead, key=lambda absence: absence.starts_at)
    ]


def _swept(now: datetime, viewer: Person) -> Mapping[int, tuple[int, list[Swept]]]:
    """What others had while somebody was away, now or lately, on cases that the viewer may see."""
    lately = Absence.objects.standing().filter(Q(ends_at=None) | Q(ends_at__gt=now - LATELY))
    rows = StandIn.objects.filter(absence__in=lately, case__in=Case.objects.visible_to(viewer))
    counted = rows.annotate(
        number=Window(RowNumber(), partition_by=F("of"), order_by=["-began_at", "pk"]),
        passed=Window(Count("pk"), partition_by=F("of")),
    )
    found: dict[int, tuple[int, list[Swept]]] = {}
    for row in counted.filter(number__lte=SWEPT).select_related("case__customer", "person", "deadline"):
        found.setdefault(row.of_id, (row.passed, []))[1].append(_line(row, now))  # type: ignore[attr-defined]
    return found


def _line(row: StandIn, now: datetime) -> Swept:
    what = "a call" if row.call_back_id else "an ask" if row.ask_id else "the case"
    due = row.deadline
    owed = due is not None and not row.message_id and due.met_at is None and due.void_at is None
    told = "they were told" if row.message_id else f"to be told, {due_words(due.due_at, now)}" if owed and due else ""
    answer = Answer(row.answer).label if row.answer else "offered back" if row.offered_at else ""
    return Swept(
        case_url(row.case.reference), row.case.customer.spoken_name, what, row.person.name if row.person else "the queue",
        told, bool(owed and due and due.due_at < now), answer,
    )  # fmt: skip
