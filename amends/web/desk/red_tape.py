"""Red tape: what rules and queues stood in customers' ways, and what that cost them; for whoever can cut it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.views.decorators.http import require_safe

from amends.asks.redtape import Kind, RedTape
from amends.cases.case import Case
from amends.web.desk.search import SHOWN, number
from amends.web.door import DeskRequest, desk, page
from amends.web.wording import span_words

if TYPE_CHECKING:
    from datetime import timedelta

    from django.db.models import QuerySet
    from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of red tape: how often it stood in the way, and how long customers waited for it in all."""

    kind: str
    label: str
    count: int
    waited: str


@desk
@require_safe
def red_tape(request: DeskRequest) -> HttpResponse:
    """What stood in the way on cases that this person may see, the newest first; with `kind`, of that kind."""
    kind, before = request.GET.get("kind", ""), number(request.GET.get("before", ""))
    seen = RedTape.objects.filter(case__in=Case.objects.visible_to(request.user))
    chosen = seen.filter(kind=kind) if kind in Kind.values else seen
    rows = chosen.select_related("case__customer", "noted_by").order_by("-pk")
    found = list((rows.filter(pk__lt=before) if before else rows)[: SHOWN + 1])
    narrowed = {"kind": kind} if kind in Kind.values else {}
    following = {**narrowed, "before": found[SHOWN - 1].pk} if len(found) > SHOWN else {}
    context = {
        "tape": [(row, _words(row.waited)) for row in found[:SHOWN]],
        "sorts": _sorts(seen),
        "kind": kind if narrowed else "",
        "first_url": f"{request.path}?{urlencode(narrowed)}" if before else "",
        "next_url": f"?{urlencode(following)}" if following else "",
    }
    return page(request, "desk/red_tape.html", context)


def _sorts(seen: QuerySet[RedTape]) -> list[Sort]:
    sums = seen.values_list("kind").annotate(count=Count("pk"), waited=Sum("waited")).order_by("-count", "kind")
    return [Sort(kind, Kind(kind).label, count, _words(waited)) for kind, count, waited in sums]


def _words(waited: timedelta | None) -> str:
    return span_words(waited.total_seconds()) if waited else ""
