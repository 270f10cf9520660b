"""What needs a human now, in four lanes, each in the order in which it should be taken.

Every query walks an index in the lane's own order and stops, so that a lane costs the same among a hundred thousand open
cases as among a hundred. "Mine" is two such walks, what I own and what nobody owns, and the database merges them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import F, OuterRef, Q, Subquery, TextField, Value

from amends.cases.case import Case
from amends.cases.stages import Stage
from amends.deadlines.deadline import Deadline, Kind
from amends.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from amends.people.person import Person

#: A lane is counted no further than this.
MOST_COUNTED = 100


class Line(NamedTuple):
    """One row of a lane. `key` and `id` are its place in the lane's order; `due_at` is None when nothing is due."""

    key: datetime
    id: int
    reference: str
    subject: str
    received_at: datetime
    human_spoke_at: datetime | None
    waiting_since: datetime | None
    stage: str
    severity: int
    customer: str
    owner: str | None
    due_at: datetime | None
    kind: str
    promised: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is meant: `person`'s own and what nobody owns, or (`everybody`) all that they may see. `until` ends today."""

    person: Person
    everybody: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name in the address, its title, and what it means."""

    name: str
    title: str
    why: str


LANES = (
    Lane("unanswered", "Nobody has answered", "They told us, and no human of ours has written or called yet."),
    Lane("due", "Due to a customer", "Promises and next words, overdue or due by the end of today."),
    Lane("waiting", "Customer confirmed or replied", "They spoke last, and wait for us."),
    Lane("followups", "Follow-ups today", "Put right some days ago: ask whether it is right."),
)
DUE = (Kind.PROMISE, Kind.NEXT_UPDATE)
FOLLOW_UPS = (Kind.FOLLOW_UP_MAIL, Kind.FOLLOW_UP_CALL)


def lines(lane: str, scope: Scope, *, most: int, after: tuple[datetime, int] | None = None) -> list[Line]:
    """The first `most` rows of the lane, or those that come after this place in its order. One statement."""
    walks = [_columns(_past(walk, after)).order_by("key", "place")[:most] for walk in _walks(lane, scope)]
    rows = walks[0].union(*walks[1:], all=True).order_by("key", "place")[:most] if len(walks) > 1 else walks[0]
    return [Line(*row) for row in rows]


def counts(scope: Scope) -> dict[str, int]:
    """How many rows each lane has, up to `MOST_COUNTED`. One statement for all lanes."""
    keys: list[QuerySet[Any, Any]] = [
        walk.order_by("key", "id").annotate(lane=Value(lane.name)).values_list("lane", "pk")[:MOST_COUNTED]
        for lane in LANES
        for walk in _walks(lane.name, scope)
    ]
    found = dict.fromkeys((lane.name for lane in LANES), 0)
    for lane_name, _ in keys[0].union(*keys[1:], all=True):
        found[lane_name] = min(found[lane_name] + 1, MOST_COUNTED)
    return found


def next_due(scope: Scope) -> Line | None:
    """What falls due first after today: the honest answer to "and then?"."""
    later = Deadline.objects.outstanding().filter(due_at__gte=scope.until)
    walks = [
        _columns(walk.annotate(key=F("due_at"))).order_by("key", "place")[:1] for walk in _split(later, "case__", scope)
    ]
    rows = walks[0].union(*walks[1:], all=True).order_by("key", "place")[:1] if len(walks) > 1 else walks[0]
    return next((Line(*row) for row in rows), None)


def _walks(lane: str, scope: Scope) -> Sequence[QuerySet[Any]]:
    """The lane as one or two querysets, each of which an index gives in order of `key`."""
    if lane == "unanswered":
        return _split(Case.objects.filter(stage=Stage.NEW).annotate(key=F("received_at")), "", scope)
    if lane == "waiting":
        spoken = Case.objects.filter(~Q(stage__in=[Stage.NEW, Stage.CLOSED]), waiting_since__isnull=False)
        return _split(spoken.annotate(key=F("waiting_since")), "", scope)
    kinds = {"due": DUE, "followups": FOLLOW_UPS}[lane]
    due = Deadline.objects.outstanding().filter(kind__in=kinds, due_at__lt=scope.until)
    return _split(due.annotate(key=F("due_at")), "case__", scope)


def _split(rows: QuerySet[Any], prefix: str, scope: Scope) -> Sequence[QuerySet[Any]]:
    """The rows this person may see: all in one walk, or what they own and what nobody owns in two."""
    own = Q(**{f"{prefix}owner": scope.person})
    seen = Q(**{f"{prefix}restricted": False}) if scope.person.role == Role.AGENT else Q()
    if scope.everybody:
        return [rows.filter(seen | own if seen else Q())]
    return [rows.filter(own), rows.filter(seen, **{f"{prefix}owner": None})]


def _past(rows: QuerySet[Any], after: tuple[datetime, int] | None) -> QuerySet[Any]:
    """Rows behind this place, said so that the index is entered there."""
    return rows.filter(key__gte=after[0]).exclude(key=after[0], pk__lte=after[1]) if after else rows


def _columns(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The columns of a `Line`, in its order."""
    from_case = rows.model is Case
    prefix = "" if from_case else "case__"
    first = Deadline.objects.outstanding().filter(case=OuterRef("pk"), kind=Kind.FIRST_ANSWER).values("due_at")[:1]
    extra: tuple[Any, ...] = (
        (Subquery(first), Value(""), Value(None, output_field=TextField()))
        if from_case
        else (F("due_at"), F("kind"), F("promise__words"))
    )
    names = ("reference", "subject", "received_at", "human_spoke_at", "waiting_since", "stage", "severity")
    due_at, kind, promised = extra
    found: QuerySet[Any] = rows.annotate(place=F("pk"), falls_due=due_at, what=kind, promised=promised).values_list(
        "key",
        "place",
        *(prefix + name for name in names),
        f"{prefix}customer__name",
        f"{prefix}owner__name",
        "falls_due",
        "what",
        "promised",
    )
    return found
