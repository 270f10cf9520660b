"""Today: what needs a human now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST, require_safe

from amends.cases.case import Case
from amends.deadlines.alert import Alert
from amends.journal.entry import Entry
from amends.lessons.news import ThemeNews
from amends.people.person import Role
from amends.people.presence import NotHere
from amends.playbook.worklists import LANES, MOST_COUNTED, Lane, Line, Scope, lines, next_due, shelved
from amends.readings.reading import untriaged
from amends.standins import returning
from amends.standins.uncovered import uncovered
from amends.web.case.acts import SeeOther
from amends.web.coming import comes_in
from amends.web.desk.search import number
from amends.web.desk.told import told
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import Row, row_of
from amends.web.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.db.models import QuerySet

#: Rows of one lane on a page of its own, and on Today, where eight lanes stand one below the other.
SHOWN, FEW = 25, 10


@dataclass(frozen=True, slots=True)
class Shelf:
    """A lane as the page shows it. `count` is "" for none and "99+" where counting stopped."""

    lane: Lane
    rows: Sequence[Row]
    count: str
    more: bool


@desk
@require_safe
def today(request: DeskRequest) -> HttpResponse:
    """All lanes, and when they are empty what comes next."""
    return page(request, "desk/today.html", _lanes(request))


@desk
@require_safe
def lanes(request: DeskRequest) -> HttpResponse:
    """The lanes alone, for a page that is open already."""
    return page(request, "desk/today.html#lanes", _lanes(request))


@desk
@require_safe
def news(request: DeskRequest) -> HttpResponse:
    """Whether anything happened at the desk: 304 when nothing did since the page was made. One small statement."""
    mark = _mark()
    known = request.headers.get("If-None-Match") == mark
    return HttpResponse(status=304 if known else 200, headers={"ETag": mark, "Cache-Control": "no-store"})


@desk
@require_safe
def lane(request: DeskRequest, name: str) -> HttpResponse:
    """One lane to its end, a page at a time."""
    shown = next((lane for lane in LANES if lane.name == name), None)
    if shown is None:
        raise Http404
    scope = _scope(request)
    after = place_of(request.GET.get("after", ""))
    found = lines(shown, scope, most=SHOWN + 1, after=after)
    rows = [row_of(line, name, request.at) for line in found[:SHOWN]]
    next_url = _next_url(scope, found[SHOWN - 1].key, found[SHOWN - 1].id) if len(found) > SHOWN else ""
    context = {
        "lane": shown,
        "rows": rows,
        "scope": scope,
        "next_url": next_url,
        "first_url": request.path if after else "",
    }
    return page(request, "desk/lane.html", context)


def _lanes(request: DeskRequest) -> dict[str, object]:
    """The mark is read before the lanes, so that what happens between the two is asked for again, not missed."""
    scope, mark = _scope(request), _mark()
    found, alarm = shelved(scope, most=FEW), _alarm(request)
    held = [_shelf(lane, found[lane.name], request.at) for lane in LANES]
    first, idle = _first(found, request.at), not alarm and not any(shelf.rows for shelf in held)
    ahead = next_due(scope) if idle else None
    return {
        "shelves": held, "scope": scope, "mark": mark, "idle": idle, "alarm": alarm, "ahead": ahead,
        "coming": idle and comes_in(),
        "following": row_of(ahead, "later", request.at) if ahead else None,
        "begin": row_of(first, first.lane, request.at) if first else None,
        "quiet": ", ".join(shelf.lane.title.lower() for shelf in held if not shelf.rows),
        "alerts": list(_alerts(request)[:SHOWN]), "told": told(request.user, at=request.at),
    }  # fmt: skip


def _first(found: Mapping[str, Sequence[Line]], now: datetime) -> Line | None:
    """Where to begin: what is due first, of the first rows of the lanes. Who spoke last and waits is due now."""
    firsts = [rows[0] for lane in LANES if (rows := found[lane.name])]
    return min(firsts, key=lambda line: line.next_try_at or line.due_at or now, default=None)


def _alerts(request: DeskRequest) -> QuerySet[Alert]:
    unseen = Alert.objects.unseen(request.user).select_related("deadline__case__customer")
    unseen = unseen.annotate(untriaged=untriaged("deadline__case"))
    theirs = Q(deadline__case__restricted=False) | Q(deadline__case__owner=request.user)
    return unseen.filter(theirs) if request.user.role == Role.AGENT else unseen


def _alarm(request: DeskRequest) -> list[Case]:
    """What leads must never see anything in: open cases with nobody present."""
    if request.user.role == Role.AGENT:
        return []
    return list(uncovered(at=request.at).select_related("customer", "owner")[:SHOWN])


@desk
@require_POST
def put_away(request: DeskRequest) -> HttpResponse:
    """The alerts on the page were seen; what is due stays due."""
    Alert.objects.put_away(request.user, _keys(request, "alert"), at=request.at)
    ThemeNews.objects.put_away(request.user, _keys(request, "news"), at=request.at)
    return SeeOther(reverse("today"))


def _keys(request: DeskRequest, name: str) -> list[int]:
    return [key for typed in request.POST.getlist(name) if (key := number(typed))]


@desk
@require_POST
def answer_back(request: DeskRequest) -> HttpResponse:
    """What others had while one was away is taken back or left with them: one thing (`row`), or all."""
    deed = returning.take_back if request.POST.get("answer") == "take" else returning.leave
    try:
        done = deed(by=request.user, at=request.at, only=number(request.POST.get("row", "")))
    except NotHere:
        messages.error(request, "You are marked as away. Say that you are back, then take it.")
    else:
        messages.success(request, _said(done))
    return SeeOther(reverse("today"))


def _said(done: returning.Returned) -> str:
    taken = f"{counted(done.taken, 'thing')} {'is' if done.taken == 1 else 'are'} yours again." if done.taken else ""
    left = f"{counted(done.left, 'thing')} {'stays' if done.left == 1 else 'stay'} with others." if done.left else ""
    return f"{taken} {left}".strip() or "Nothing is offered to you any more."


def _shelf(lane: Lane, found: Sequence[Line], now: datetime) -> Shelf:
    held = found[0].held if found else 0
    count = f"{MOST_COUNTED - 1}+" if held >= MOST_COUNTED else str(held or "")
    return Shelf(lane, [row_of(line, lane.name, now) for line in found], count, held > len(found))


def _scope(request: DeskRequest) -> Scope:
    return Scope(request.user, request.GET.get("whose") == "everybody", end_of_today(request.at))


def end_of_today(now: datetime) -> datetime:
    """The midnight that ends this day on the reader's clock."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight + timedelta(days=1)).astimezone(timezone.get_current_timezone())


def _mark() -> str:
    newest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first()
    return f'"{newest or 0}"'


def place_of(words: str) -> tuple[datetime, int] | None:
    """The place in a lane that an address names; a spoilt one is the start."""
    moment, _, key = words.partition("~")
    try:
        at = parse_datetime(moment)
    except ValueError:
        return None
    return (at, int(key)) if at and timezone.is_aware(at) and key.isdecimal() and len(key) < 19 else None  # noqa: PLR2004


def _next_url(scope: Scope, key: datetime, pk: int) -> str:
    whose = {"whose": "everybody"} if scope.everybody else {}
    return "?" + urlencode({**whose, "after": f"{key.isoformat()}~{pk}"})
