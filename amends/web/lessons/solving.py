"""The library of solved cases: what was agreed and done for customers who ended satisfied or stayed, and why it had happened."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.views.decorators.http import require_safe

from amends.causes.tree import tree
from amends.deadlines.ruling import house_packs
from amends.people.queue import Queue
from amends.readings.reading import LABELS, Kind
from amends.solved.finding import SEARCHED, solved
from amends.web.desk.search import SHOWN, number, words_of
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from django.http import HttpResponse


@desk
@require_safe
def solved_cases(request: DeskRequest) -> HttpResponse:
    """The newest first, narrowed by what is asked for. A fixed number of statements."""
    failures, causes, products = LABELS[Kind.FAILURE], tree(), _products()
    asked = {
        "failure": _one_of(request.GET.get("failure", ""), failures),
        "cause": _one_of(request.GET.get("cause", ""), causes),
        "product": _one_of(request.GET.get("product", ""), products),
        "words": words_of(request),
    }
    before = number(request.GET.get("before", ""))
    found = solved(request.user, before=before, most=SHOWN + 1, **asked)
    narrowed = {("q" if name == "words" else name): value for name, value in asked.items() if value}
    context = {
        "rows": found[:SHOWN], "asked": asked, "failures": failures, "causes": causes.values(), "products": products,
        "searched": SEARCHED, "narrowed": bool(narrowed),
        "first_url": f"{request.path}?{urlencode(narrowed)}" if before else "",
        "next_url": "?" + urlencode({**narrowed, "before": found[SHOWN - 1].key}) if len(found) > SHOWN else "",
    }  # fmt: skip
    return page(request, "lessons/solved.html", context)


def _products() -> list[str]:
    """What the house's rules and queues tell apart."""
    named = {product for pack in house_packs() for product in pack.products}
    return sorted(named | set(Queue.objects.exclude(product="").values_list("product", flat=True).order_by()))


def _one_of(asked: str, known: object) -> str:
    return asked if asked in known else ""  # type: ignore[operator]
