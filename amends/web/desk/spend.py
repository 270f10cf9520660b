"""What is given, against its caps; what was planned, asked and given; what was of use; and whether hands are even."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Sum
from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from amends.affected.redress import Redress
from amends.authority.spend import Purse, Spend
from amends.cases.case import Case
from amends.people.may import check
from amends.remedies.evenness import evenness
from amends.remedies.execution import Execution, State
from amends.remedies.figures import figures
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from collections.abc import Iterator

SINCE, SHOWN, MOST = timedelta(days=365), 30, 10


@desk
@require_safe
def spend(request: DeskRequest) -> HttpResponse:
    """The caps of this period first; then the year."""
    check(request.user, "spend")
    since = request.at - SINCE
    purses = list(
        Purse.objects.filter(begins__gte=(request.at - timedelta(days=62)).date()).order_by("-begins", "role")
    )
    currencies = sorted({purse.currency for purse in purses}) or ["GBP"]
    seen = Case.objects.visible_to(request.user)
    trouble = Execution.objects.filter(
        state__in=[State.UNCERTAIN, State.FAILED], choice__missed_at=None, choice__case__in=seen
    )
    context = {
        "purses": purses, "currencies": [(name, figures(since=since, currency=name)) for name in currencies],
        "even": evenness(since=since),
        "most": Spend.objects.filter(released_at=None, taken_at__gte=since, case__in=seen).values(
            "case__reference", "case__customer__name", "currency"
        ).annotate(sum=Sum("amount")).order_by("-sum")[:MOST],
        "for_all": Redress.objects.filter(approved_at__gte=since).exclude(cost=0).select_related("problem").order_by(
            "-approved_at"
        )[:SHOWN],
        "trouble": trouble.select_related("choice__case__customer", "choice__option").order_by("pk")[:SHOWN],
        "for_finance": Execution.objects.filter(state=State.WAITING, way="csv").count(),
    }  # fmt: skip
    return page(request, "desk/spend.html", context)


@desk
@require_POST
def finance(request: DeskRequest) -> HttpResponse:
    """Whatever waits for finance, as one list that is made once; an earlier one again by its name."""
    check(request.user, "spend")
    name = request.POST.get("list", "")[:40] or Execution.objects.hand_to_finance(by=request.user, at=request.at)
    answer = HttpResponse("".join(_lines(name)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="amends-{slugify(name) or "nothing"}.csv"'
    return answer


def _lines(name: str) -> Iterator[str]:
    yield "key,case,customer,remedy,amount,currency,payment\r\n"
    near = ("choice__case__customer", "choice__case__loss", "choice__option")
    rows = Execution.objects.filter(batch=name).exclude(batch="").select_related(*near)
    for row in rows.order_by("pk"):
        case = row.choice.case
        names = (row.key, case.reference, case.customer.name, row.choice.option.name)
        values = (*names, str(row.amount), row.currency, case.loss.payment)
        yield ",".join(_cell(value) for value in values) + "\r\n"


def _cell(value: str) -> str:
    """A cell that no table program takes for a formula."""
    safe = f"'{value}" if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
    return '"' + safe.replace('"', '""') + '"'
