"""What we learn: themes that grow, what causes cost, changes and whether they worked; one alert, and one change."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from amends.cases.case import Case
from amends.causes.action import CorrectiveAction, State
from amends.causes.tree import tree
from amends.causes.watching import shown
from amends.lessons.alert import ThemeAlert
from amends.lessons.costs import costs, improving, voiced
from amends.people.may import check
from amends.policy.house import HOUSE
from amends.web.case.acts import SeeOther
from amends.web.desk.search import SHOWN, number
from amends.web.door import DeskRequest, desk, page
from amends.web.lessons.forms import ACTION_FORMS, AT, REFUSALS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from amends.web.lessons.forms import ActionForm

#: What the tables look back on: so many days, chosen on the page.
SPANS: Final = (90, 365, 1095)


@desk
@require_safe
def lessons(request: DeskRequest) -> HttpResponse:
    """Everything that complaints say together, and what is being done about it."""
    days = number(request.GET.get("days", "")) or SPANS[1]
    days = days if days in SPANS else SPANS[1]
    since, until = request.at - timedelta(days=days), request.at
    asked = request.GET.get("currency", "")
    currency = asked if re.fullmatch(r"[A-Z]{3}", asked) else _currency()
    found = costs(since=since, until=until, currency=currency)
    seen = CorrectiveAction.objects.filter(case__in=Case.objects.visible_to(request.user))
    alerts = list(ThemeAlert.objects.standing()[:SHOWN])
    context = {
        "alerts": alerts, "days": days, "spans": SPANS, "costs": found, "currency": currency,
        "improving": improving(since=since, until=until), "voiced": voiced(),
        "actions": list(CorrectiveAction.objects.standing().filter(pk__in=seen.values("pk"))[:SHOWN]),
        "proven": list(seen.filter(state=State.PROVEN).order_by("-proven_at", "-pk")[:10]),
        "known": list(ThemeAlert.objects.filter(over_at=None).exclude(problem=None).select_related("problem")[:10]),
    }  # fmt: skip
    return page(request, "lessons/lessons.html", context)


def _currency() -> str:
    return "GBP" if HOUSE.country == "GB" else "EUR"


@desk
@require_safe
def alert(request: DeskRequest, pk: int) -> HttpResponse:
    """One theme: since when, how many against how many, three cases, and the key that makes a problem of it."""
    return _alert(request, pk)


def _alert(request: DeskRequest, pk: int, refused: str = "") -> HttpResponse:
    held = get_object_or_404(ThemeAlert.objects.select_related("problem", "put_aside_by"), pk=pk)
    context = {"alert": held, "cases": held.cases(request.user), "refused": refused}
    return page(request, "lessons/alert.html", context, status=422 if refused else 200)


@desk
@require_POST
def open_problem(request: DeskRequest, pk: int) -> HttpResponse:
    """A problem is opened of it, with its three cases."""
    held = get_object_or_404(ThemeAlert, pk=pk)
    try:
        problem = held.open_problem(by=request.user, at=request.at)
    except REFUSALS as refusal:
        return _alert(request, pk, str(refusal))
    messages.success(request, "It is a problem on record, with these cases. Decide whether those affected are told.")
    return SeeOther(reverse("problem", args=[problem.pk]))


@desk
@require_POST
def put_aside(request: DeskRequest, pk: int) -> HttpResponse:
    """It is no problem, for a reason."""
    held = get_object_or_404(ThemeAlert, pk=pk)
    try:
        held.put_aside(because=request.POST.get("because", "")[:2000], by=request.user, at=request.at)
    except REFUSALS as refusal:
        return _alert(request, pk, str(refusal))
    messages.success(request, "Put aside. It is told again only after it was over.")
    return SeeOther(reverse("lessons"))


@desk
@require_safe
def actions(request: DeskRequest) -> HttpResponse:
    """Every change, by where it stands."""
    state = request.GET.get("state", "")
    rows = CorrectiveAction.objects.select_related("owner", "case__customer", "deadline").order_by("-pk")
    rows = rows.filter(case__in=Case.objects.visible_to(request.user))
    if state in State.values:
        rows = rows.filter(state=state)
    before = number(request.GET.get("before", ""))
    found = list((rows.filter(pk__lt=before) if before else rows)[: SHOWN + 1])
    narrowed = {"state": state} if state in State.values else {}
    following = {**narrowed, "before": found[SHOWN - 1].pk} if len(found) > SHOWN else {}
    context = {
        "actions": found[:SHOWN], "states": State.choices, "state": state,
        "first_url": f"{request.path}?{urlencode(narrowed)}" if before else "",
        "next_url": f"?{urlencode(following)}" if following else "",
    }  # fmt: skip
    return page(request, "lessons/actions.html", context)


def _action(request: DeskRequest, pk: int) -> CorrectiveAction:
    near = ("owner", "case__customer", "problem", "deadline", "noted_by", "done_by", "dropped_by")
    seen = CorrectiveAction.objects.filter(case__in=Case.objects.visible_to(request.user))
    return get_object_or_404(seen.select_related(*near), pk=pk)


@desk
@require_safe
def action(request: DeskRequest, pk: int) -> HttpResponse:
    """One change: where it stands, what the counts show, and what can be done now."""
    return _show(request, _action(request, pk))


@desk
@require_POST
def act(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """One act on the change; shown back with what was typed where it is refused."""
    if name not in ACTION_FORMS:
        raise Http404
    held = _action(request, pk)
    check(request.user, "work", held.case)
    form = ACTION_FORMS[name](held, request.at, request.POST)
    if not form.carried_out(by=request.user, at=request.at):
        return _show(request, _action(request, pk), form)
    messages.success(request, form.flash)
    return SeeOther(reverse("action", args=[pk]))


def _show(request: DeskRequest, held: CorrectiveAction, refused: ActionForm | None = None) -> HttpResponse:
    forms = [kind(held, request.at) for kind in AT[held.state]]
    if refused is not None:
        forms = [refused if form.name == refused.name else form for form in forms]
    place = tree().get(held.cause)
    watched = held.state in {State.WATCHED, State.PROVEN}
    context = {
        "action": held, "forms": forms, "path": place.path if place else held.cause,
        "shown": shown(held, until=request.at) if watched else None,
    }  # fmt: skip
    return page(request, "lessons/action.html", context, status=422 if refused else 200)
