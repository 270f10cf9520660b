"""Promises: what we said and by when, day by day; and what our word has been worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import F, Q
from django.utils import timezone
from django.views.decorators.http import require_safe

from amends.cases.case import Case
from amends.deadlines.deadline import Kind
from amends.people.may import may
from amends.promises.figures import Figures, figures
from amends.promises.promise import Promise
from amends.teamwork.figures import WorkFigures
from amends.web.desk.today import place_of
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.db.models import QuerySet
    from django.http import HttpResponse

SHOWN = 50
LATELY = timedelta(days=90)
WHOSE = {"mine": "Mine", "team": "My queues", "everybody": "Everybody"}
WHEN = {"open": "Still to keep", "past": "Kept or broken"}


@dataclass(frozen=True, slots=True)
class Line:
    """One promise with what became of it."""

    promise: Promise
    state: str

    @property
    def moved(self) -> bool:
        """Whether its date is no longer the first."""
        return self.promise.moved_at is not None


@desk
@require_safe
def promises(request: DeskRequest) -> HttpResponse:
    """Those still to keep by the day they fall due, or those of the past, the latest first."""
    whose = request.GET.get("whose", "mine") if request.GET.get("whose") in WHOSE else "mine"
    when = request.GET.get("when", "open") if request.GET.get("when") in WHEN else "open"
    after = place_of(request.GET.get("after", ""))
    seen = _seen(request, whose)
    found = list(_page(seen, when, after, request.at)[: SHOWN + 1])
    ever, lately = _figures(seen, request.at), _figures(seen, request.at, since=request.at - LATELY)
    context = {
        "days": _days(found[:SHOWN], request.at), "whose": whose, "when": when, "tabs": WHOSE.items(), "times": WHEN.items(),
        "ever": ever, "lately": lately, "kinds": [(kind, lately.by_kind.get(kind), rate) for kind, rate in ever.by_kind.items()],
        "next_url": _next_url(whose, when, found[SHOWN - 1]) if len(found) > SHOWN else "",
        "first_url": f"{request.path}?{urlencode({'whose': whose, 'when': when})}" if after else "",
    }  # fmt: skip
    if whose == "everybody" and may(request.user, "outcomes"):
        work = WorkFigures.objects.as_of(at=request.at)
        context |= {"work": work, "words": [("Person", work.word("person")), ("Team", work.word("team"))]}
    return page(request, "desk/promises.html", context)


def _seen(request: DeskRequest, whose: str) -> QuerySet[Promise]:
    seen = Promise.objects.filter(case__in=Case.objects.visible_to(request.user))
    if whose == "mine":
        return seen.filter(Q(deadline__owner=request.user) | Q(deadline__owner=None))
    return seen.filter(case__queue__members=request.user) if whose == "team" else seen


def _page(seen: QuerySet[Promise], when: str, after: tuple[datetime, int] | None, now: datetime) -> QuerySet[Promise]:
    rows = seen.annotate(due=F("deadline__due_at")).select_related("case__customer", "deadline__owner", "backed_by")
    if when == "open":
        # Said as the index of what is due says it, so that the walk stops after one page.
        rows = rows.filter(deadline__kind=Kind.PROMISE, deadline__met_at=None, deadline__void_at=None)
        rows = rows.filter(Q(due__gt=after[0]) | Q(due=after[0], pk__gt=after[1])) if after else rows
        return rows.order_by("due", "pk")
    rows = rows.filter(Q(kept_at__isnull=False) | Q(released_at__isnull=False) | Q(due__lte=now))
    rows = rows.filter(Q(due__lt=after[0]) | Q(due=after[0], pk__lt=after[1])) if after else rows
    return rows.order_by("-due", "-pk")


def _days(found: Sequence[Promise], now: datetime) -> list[tuple[str, list[Line]]]:
    today = timezone.localtime(now).date()

    def day(promise: Promise) -> str:
        date = timezone.localtime(promise.deadline.due_at).date()
        near = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}.get((date - today).days)
        return near or f"{date:%A} {date.day} {date:%B}" + (f" {date.year}" if date.year != today.year else "")

    return [(name, [Line(one, one.state(at=now)) for one in rows]) for name, rows in groupby(found, key=day)]


def _figures(seen: QuerySet[Promise], at: datetime, since: datetime | None = None) -> Figures:
    return figures(Promise.objects.filter(pk__in=seen.values("pk")), at=at, since=since)


def _next_url(whose: str, when: str, last: Promise) -> str:
    after = f"{last.deadline.due_at.isoformat()}~{last.pk}"
    return "?" + urlencode({"whose": whose, "when": when, "after": after})
