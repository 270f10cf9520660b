"""Lost customers to ask back, our own rate of return, and satisfied customers who may be asked for something."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.cases.references import tidy
from amends.experiments.arms import Approach, Place
from amends.experiments.experiment import Experiment
from amends.messages.writing import Reply
from amends.outcomes.activity import Activity, Feed, Kind
from amends.outcomes.outcome import Outcome
from amends.people.may import check
from amends.problems.problem import Problem
from amends.web.case.forms.form import Line, Words
from amends.web.door import DeskRequest, desk, page
from amends.winbacks.inviting import For, Invitation
from amends.winbacks.returning import returns
from amends.winbacks.winback import WinBack

if TYPE_CHECKING:
    from django.http import HttpResponse

_YEAR, SHOWN = timedelta(days=365), 30


@desk
@require_safe
def win_backs(request: DeskRequest) -> HttpResponse:
    """Who could be asked back, with the reason we lost them; what asking did; and who may be asked for a word."""
    check(request.user, "outcomes")
    seen = Case.objects.visible_to(request.user)
    rows = list(WinBack.objects.lost(since=request.at - _YEAR).filter(case__in=seen)[:SHOWN])
    notices = Activity.objects.filter(
        customer__in=[row.case.customer_id for row in rows], kind=Kind.CANCELLATION
    ).exclude(reason="")
    reasons = dict(notices.order_by("at").values_list("customer", "reason"))
    experiment = Experiment.objects.running(Place.WIN_BACK)
    context = {
        "rows": [(row, reasons.get(row.case.customer_id, "")) for row in rows],
        "returns": returns(seen=Feed.objects.known_until(at=request.at)), "experiment": experiment,
        "fixes": Problem.objects.filter(affected__case__in=[row.case_id for row in rows], closed_at__isnull=False).distinct(),
        "approaches": [pair for pair in Approach.choices if pair[0] != Approach.UNTOUCHED],
        "asked": WinBack.objects.filter(lost_case__in=seen)
        .select_related("customer", "case", "lost_case").order_by("-asked_at")[:SHOWN],
        "satisfied": Invitation.objects.may_ask(at=request.at).filter(pk__in=seen)[:SHOWN],
    }  # fmt: skip
    return page(request, "insight/win_backs.html", context)


@desk
@require_POST
def ask(request: DeskRequest, reference: str) -> HttpResponse:
    """One of them is asked back, or left alone, as drawn."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=tidy(reference))
    outcome = get_object_or_404(Outcome.objects.select_related("case"), case=case)
    key = request.POST.get("fix", "")
    fix = Problem.objects.filter(pk=int(key)).first() if key.isdigit() and len(key) < 18 else None  # noqa: PLR2004
    try:
        row = WinBack.objects.ask(
            outcome, approach=request.POST.get("approach", ""), reason=request.POST.get("reason", "")[:500], fix=fix,
            by=request.user, at=request.at,
        )  # fmt: skip
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("win_backs")
    if row.case is None:
        messages.success(request, f"The lot left {row.customer.spoken_name} alone: so that we know what asking does.")
        return redirect("win_backs")
    return redirect("case", reference=row.case.reference)


class InviteForm(forms.Form):
    """A word to a satisfied customer."""

    what = forms.ChoiceField(
        label="What are they asked for?", choices=For.choices, widget=forms.RadioSelect, initial=For.THANKS
    )
    words = Words("The letter", required=True, rows=7, most=10_000)
    sure = Line("Why it goes although the coach holds it back", most=500)
    use_required_attribute = False


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: DeskRequest, reference: str) -> HttpResponse:
    """A satisfied customer is thanked, or asked for a referral or a review."""
    case = get_object_or_404(
        Case.objects.visible_to(request.user).select_related("customer"), reference=tidy(reference)
    )
    check(request.user, "work", case)
    words = (
        f"Dear {case.customer.spoken_name},\n\nThank you for telling us what went wrong, and for the time it took you to see it "
        f"through with us. It was good to hear that it is right again.\n\n{request.user.name}"
    )
    form = InviteForm(request.POST if request.method == "POST" else None, initial={"words": words})
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        try:
            letter = Reply(words=typed["words"], stage="win_back", sure=typed["sure"])
            Invitation.objects.ask(case, typed["what"], letter, by=request.user, at=request.at)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It is on its way.")
            return redirect("win_backs")
    context = {
        "title": f"A word to {case.customer.spoken_name}", "form": form, "button": "Send it", "kind": "primary",
        "back_url": "/win-backs", "back_words": "Customers lost and won",
        "words": "They confirmed that it is put right. Nobody is asked before that, and nobody twice within three months.",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)
