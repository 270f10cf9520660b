"""Experiments: how long one would take here, what was registered, and what may be said of it now."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.ending import Refused
from amends.experiments.arms import ARMS, CONTROL, Place
from amends.experiments.experiment import DAYS, Experiment
from amends.people.may import check
from amends.reports.judging import own_plan, results
from amends.web.case.forms.form import Line, Words
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from amends.people.person import Person

_HUNDRED = Decimal(100)


class PlanForm(forms.Form):
    """What somebody wants to find out."""

    days = forms.TypedChoiceField(
        label="Kept after", choices=[(day, f"{day} days") for day in DAYS], coerce=int, initial=90
    )
    points = forms.DecimalField(
        label="The least difference that matters, in points", min_value=Decimal("0.5"), max_value=50, initial=5
    )
    arms = forms.TypedChoiceField(label="Arms", choices=[(n, str(n)) for n in (2, 3, 4)], coerce=int, initial=2)
    base = forms.DecimalField(
        label="Kept now, in %",
        required=False,
        min_value=1,
        max_value=99,
        help_text="Empty: what the desk has seen itself.",
    )
    use_required_attribute = False


class RegisterForm(forms.Form):
    """An experiment, as it is registered for good."""

    name = Line("What is it called?", required=True, most=80)
    place = forms.ChoiceField(label="What does the lot decide?", choices=Place.choices)
    hypothesis = Words("What do you expect, and why?", required=True, rows=2, most=2000)
    arms = forms.MultipleChoiceField(
        label="Arms", widget=forms.CheckboxSelectMultiple,
        choices=[
            (f"{place}:{value}", f"{Place(place).label}: {label}") for place, kinds in ARMS.items() for value, label in kinds.choices
        ],
        help_text="All of one place, each with the same share. The first of a place is what the others are held against.",
    )  # fmt: skip
    days = forms.TypedChoiceField(
        label="Kept after", choices=[(day, f"{day} days") for day in DAYS], coerce=int, initial=90
    )
    points = forms.DecimalField(
        label="The least difference that matters, in points", min_value=Decimal("0.5"), max_value=50, initial=5
    )
    planned = forms.IntegerField(
        label="Customers to an arm", min_value=50, initial=400, help_text="The plan above says how many."
    )
    stops = Line(
        "When does it stop?", required=True, most=500, help_text="“When 400 of each arm are known, or harm is seen.”"
    )
    blocks = forms.BooleanField(
        label="By blocks: of each kind of case every arm has its share after a few", required=False
    )
    adjusted = forms.BooleanField(
        label="Judge it freed of what they had bought in the year before the draw", required=False, initial=True,
        help_text="More precise where they buy often. Fixed now, so that nobody chooses the better looking of two answers.",
    )  # fmt: skip
    use_required_attribute = False

    def carry_out(self, *, by: Person, at: datetime) -> Experiment:
        """It is on record and cannot be changed."""
        typed = self.cleaned_data
        arms = [value.partition(":")[2] for value in typed["arms"] if value.startswith(f"{typed['place']}:")]
        if len(arms) != len(typed["arms"]):
            raise Refused("Tick arms of one place only.")
        share = 1 / Decimal(len(arms))
        return Experiment.objects.register(
            typed["name"], hypothesis=typed["hypothesis"], place=typed["place"], arms=dict.fromkeys(arms, share), days=typed["days"],
            margin=typed["points"] / _HUNDRED, planned=typed["planned"], stops=typed["stops"],
            blocks=typed["blocks"], adjusted=typed["adjusted"], by=by, at=at,
        )  # fmt: skip


@desk
@require_safe
def experiments(request: DeskRequest) -> HttpResponse:
    """All of them, and how long one would take here: said before anything is registered."""
    check(request.user, "outcomes")
    asked = PlanForm(request.GET if "points" in request.GET else None)
    plan = None
    if not asked.is_bound or asked.is_valid():
        typed: dict[str, Any] = (
            asked.cleaned_data if asked.is_bound else {"days": 90, "points": Decimal(5), "arms": 2, "base": None}
        )
        base = float(typed["base"] / _HUNDRED) if typed["base"] else None
        plan = own_plan(
            days=typed["days"], margin=float(typed["points"] / _HUNDRED), arms=typed["arms"], base=base, at=request.at
        )
    context = {
        "rows": Experiment.objects.select_related("registered_by").order_by("-pk")[:50],
        "form": asked,
        "plan": plan,
    }
    return page(request, "insight/experiments.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """One is registered."""
    check(request.user, "experiments")
    form = RegisterForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            row = form.carry_out(by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("experiment", pk=row.pk)
    context = {
        "title": "Register an experiment", "form": form, "button": "Register it for good", "kind": "primary",
        "back_url": "/experiments", "back_words": "Experiments",
        "words": "Once it is registered nobody can change it, the database included. Begin it on its page.",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)


@desk
@require_safe
def experiment(request: DeskRequest, pk: int) -> HttpResponse:
    """What was registered, and what may be said now."""
    check(request.user, "outcomes")
    row = get_object_or_404(Experiment.objects.select_related("registered_by"), pk=pk)
    labels = dict(ARMS[row.place].choices)
    found = results(row)
    arms = [(labels.get(arm.name, arm.name), arm, _said(arm.comparison)) for arm in found.arms]
    context = {"row": row, "found": found, "arms": arms, "control": labels.get(CONTROL[Place(row.place)], "")}
    return page(request, "insight/experiment.html", context)


def _said(comparison: Any) -> str:
    """The difference with its interval, in points; empty where there is none yet."""
    if comparison is None or abs(comparison.low) > 1:
        return ""
    points = [100 * value for value in (comparison.difference, comparison.low, comparison.high)]
    return f"{points[0]:+.1f} points ({points[1]:+.1f} to {points[2]:+.1f}, however often one looks)"


@desk
@require_POST
def begin(request: DeskRequest, pk: int) -> HttpResponse:
    """The draw begins."""
    return _do(request, pk, lambda row: row.begin(by=request.user, at=request.at))


@desk
@require_POST
def stop(request: DeskRequest, pk: int) -> HttpResponse:
    """The draw ends."""
    because = request.POST.get("because", "")[:500]
    return _do(request, pk, lambda row: row.stop(because=because, by=request.user, at=request.at))


def _do(request: DeskRequest, pk: int, deed: Any) -> HttpResponse:
    row = get_object_or_404(Experiment, pk=pk)
    try:
        deed(row)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("experiment", pk=pk)
