"""Customers: who they are, how to reach them, whom they belong to, and their cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from amends.cases.case import Case
from amends.cases.stages import Stage
from amends.consents.consent import Consent
from amends.customers.address import Address
from amends.customers.customer import Customer
from amends.messages.message import Message
from amends.web.desk.forms import AddressForm, DetailsForm, HouseholdForm
from amends.web.desk.search import SHOWN, number, words_of
from amends.web.door import DeskRequest, desk, page
from amends.web.rows import Row, case_url
from amends.web.wording import counted, hue, initials, since_words

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet
    from django.http import HttpResponse

FORMS: dict[str, Any] = {"details": DetailsForm, "addresses": AddressForm, "household": HouseholdForm}


@desk
@require_safe
def customers(request: DeskRequest) -> HttpResponse:
    """The newest customers, or those the words find."""
    words, before = words_of(request), number(request.GET.get("before", ""))
    rows = Customer.objects.sought(words) if words else Customer.objects.standing()
    found = list(_shown(rows.filter(pk__lt=before) if before else rows, request)[: SHOWN + 1])
    for customer in found:
        customer.standing = counted(len(customer.open_ones), "open case") if customer.open_ones else ""  # type: ignore[attr-defined]
    asked = {"q": words} if words else {}
    context = {
        "found": found[:SHOWN], "sought": words, "first_url": request.path if before else "",
        "next_url": "?" + urlencode({**asked, "before": found[SHOWN - 1].pk}) if len(found) > SHOWN else "",
    }  # fmt: skip
    return page(request, "desk/customers.html", context)


@desk
@require_safe
def customer(request: DeskRequest, pk: int) -> HttpResponse:
    """One customer; who was found to be somebody else is shown as that one."""
    held = _found(pk)
    return redirect("customer", pk=held.merged_into_id) if held.merged_into_id else _show(request, held, {})


@desk
@require_POST
def change(request: DeskRequest, pk: int, part: str) -> HttpResponse:
    """Their details, one more address, or their household."""
    held = _found(pk)
    if part not in FORMS:
        raise Http404
    if held.merged_into_id:
        messages.warning(request, f"{held.spoken_name} was found to be this customer. Nothing was changed: do it here.")
        return redirect("customer", pk=held.merged_into_id)
    form = FORMS[part](request.POST, auto_id=f"{part}_%s")
    if form.is_valid():
        try:
            messages.success(request, form.save(held, by=request.user, at=request.at))
            return redirect("customer", pk=pk)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    return _show(request, held, {part: form}, status=422)


@desk
@require_POST
def retire(request: DeskRequest, pk: int, address: int) -> HttpResponse:
    """An address that is no longer theirs."""
    held = get_object_or_404(Address.objects.standing(), pk=address, customer=pk)
    held.retire(by=request.user, at=request.at)
    messages.success(request, f"{held.value} is retired.")
    return redirect("customer", pk=pk)


def _found(pk: int) -> Customer:
    return get_object_or_404(Customer.objects.select_related("household"), pk=pk)


def _shown(rows: QuerySet[Customer], request: DeskRequest) -> QuerySet[Customer]:
    """With their addresses as `ways` and the open cases this person may see as `open_ones`: two statements for a page."""
    open_cases = Case.objects.visible_to(request.user).open().only("customer_id")
    return rows.order_by("-pk").prefetch_related(
        Prefetch("addresses", Address.objects.standing(), to_attr="ways"),
        Prefetch("cases", open_cases, to_attr="open_ones"),
    )


def _show(request: DeskRequest, held: Customer, refused: dict[str, Any], status: int = 200) -> HttpResponse:
    fresh = {
        "details": {name: getattr(held, name) for name in DetailsForm.base_fields},
        "addresses": {},
        "household": {"kind": held.household.kind, "name": held.household.name} if held.household else {},
    }
    forms = {part: FORMS[part](initial=values, auto_id=f"{part}_%s") for part, values in fresh.items()}
    cases = (
        Case.objects.visible_to(request.user)
        .filter(customer=held)
        .select_related("owner")
        .order_by("-received_at", "-pk")
    )
    regrets = Message.objects.ours().filter(case__in=cases, says__contains=["regret"])
    context = {
        "customer": held,
        "regrets": regrets.aggregate(n=Count("pk"), cases=Count("case", distinct=True), last=Max("said_at")),
        "addresses": Address.objects.standing().filter(customer=held).order_by("kind", "pk"),
        "members": Customer.objects.filter(household=held.household).exclude(pk=held.pk)[:SHOWN]
        if held.household
        else [],
        "minded": list(Consent.objects.helping(held)[:SHOWN]),
        "rows": [_row(case, request.at) for case in cases[:SHOWN]],
        "forms": {**forms, **refused},
    }
    return page(request, "desk/customer.html", context, status=status)


def _row(case: Case, now: datetime) -> Row:
    owner = case.owner.name if case.owner else ""
    return Row(
        id=f"case-{case.pk}", url=case_url(case.reference), clock=since_words(case.received_at, now),
        clock_what="since they told us" if case.is_open else "ago",
        customer=case.subject or "(no subject)", subject="",
        waits=case.reference, stage=case.stage,
        stage_words=case.get_ending_display() if case.ending else Stage(case.stage).label,
        owner=owner or "nobody yet", initials=initials(owner), hue=str(hue(owner)) if owner else "none",
    )  # fmt: skip
