"""Two customers who are one person: the other is sought, what will move is read, and then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amends.cases.ending import Refused
from amends.customers.customer import Customer
from amends.merging.customers import Moving, merge
from amends.web.case.acts import SeeOther
from amends.web.desk.search import customers, number, words_of
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from django.http import HttpResponse


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def merging(request: DeskRequest, pk: int) -> HttpResponse:
    """Who this customer also is; a GET only shows, with `into` what would move."""
    held = get_object_or_404(Customer.objects.standing(), pk=pk)
    into = _chosen(request)
    if request.method != "POST" or into is None:
        return _show(request, held, into, "Choose who they also are." if request.method == "POST" else "")
    try:
        merge(held, into, by=request.user, at=request.at)
    except Refused as refusal:
        return _show(request, held, into, str(refusal))
    messages.success(request, f"{held.spoken_name} and {into.spoken_name} are one customer now: this one.")
    return SeeOther(reverse("customer", args=[into.pk]))


def _chosen(request: DeskRequest) -> Customer | None:
    """The other one, if one was chosen; 404 for one that is not there, or is somebody else by now."""
    words = (request.POST if request.method == "POST" else request.GET).get("into", "")
    if not words:
        return None
    found = Customer.objects.standing().filter(pk=number(words) or 0).first()
    if found is None:
        raise Http404
    return found


def _show(request: DeskRequest, held: Customer, into: Customer | None, refusal: str) -> HttpResponse:
    words = words_of(request)
    context = {
        "customer": held, "into": into, "refusal": refusal, "sought": words,
        "found": [] if into else [row for row in customers(words) if row.pk != held.pk],
        "moving": Moving.of(held) if into else None, "kept": Moving.of(into) if into else None,
    }  # fmt: skip
    return page(request, "desk/merging.html", context, status=422 if refusal else 200)
