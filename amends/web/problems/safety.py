"""Alarms: who answers, who speaks for the house, the checklist; and the drill."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from amends.cases.case import Case
from amends.cases.ending import Refused
from amends.people.may import check
from amends.people.person import Person
from amends.safety.alarm import Alarm
from amends.safety.paging import Duty, Page
from amends.safety.report import Report
from amends.safety.ringing import Ring, ways
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Line, Moment, Words
from amends.web.desk.search import number
from amends.web.door import DeskRequest, desk, page
from amends.web.problems.form import REFUSALS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_DRILLS = 20
_FAILING = timedelta(days=30)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def safety(request: DeskRequest) -> HttpResponse:
    """What stands, what the drills took, and who is woken. A POST begins a drill."""
    if request.method == "POST":
        check(request.user, "second")
        drill = Alarm.objects.sound("A drill: answer as if it were none", drill=True, by=request.user, at=request.at)
        messages.success(request, "The drill runs: somebody is being woken, and the clock is running.")
        return SeeOther(reverse("alarm", args=[drill.pk]))
    rows = Alarm.objects.select_related("case", "problem", "answered_by").order_by("-pk")
    context = {
        "standing": list(rows.filter(over_at=None)[:_DRILLS]), "drills": list(rows.filter(drill=True)[:_DRILLS]),
        "ways": ways(), "failing": list(Ring.objects.failing(since=request.at - _FAILING)[:5]),
        "reports": list(Report.objects.outstanding().select_related("alarm")[:_DRILLS]),
        "duty": list(Duty.objects.select_related("person")), "people": list(Person.objects.staff().order_by("name")),
    }  # fmt: skip
    return page(request, "problems/safety.html", context)


@desk
@require_POST
def duty(request: DeskRequest) -> HttpResponse:
    """Who is woken, in this order."""
    keys = [key for place in range(5) if (key := number(request.POST.get(f"place{place}", "")))]
    known = Person.objects.staff().in_bulk(keys)
    Duty.objects.appoint([known[key] for key in dict.fromkeys(keys) if key in known], by=request.user, at=request.at)
    messages.success(request, "Saved. They are woken in this order, day and night.")
    return SeeOther(reverse("safety"))


@desk
@require_http_methods(["GET", "HEAD"])
def alarm(request: DeskRequest, pk: int) -> HttpResponse:
    """One alarm."""
    near = ("case__customer", "problem", "answered_by", "spokesperson", "over_by")
    held = get_object_or_404(Alarm.objects.select_related(*near), pk=pk)
    _ensure_sees(request, held)
    return _show(request, held, "")


@desk
@require_POST
def act(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """One act on the alarm."""
    held = get_object_or_404(Alarm.objects.select_related("case__customer", "problem"), pk=pk)
    _ensure_sees(request, held)
    try:
        said = _do(request, held, name)
    except REFUSALS as refusal:
        return _show(request, held, str(refusal))
    messages.success(request, said)
    return SeeOther(reverse("alarm", args=[pk]))


def _do(request: DeskRequest, held: Alarm, name: str) -> str:
    by, at = request.user, request.at
    if name == "answer":
        held.answer(by=by, at=at)
        return "It is yours. Nobody else is woken."
    if name == "spokesperson":
        person = get_object_or_404(Person.objects.staff(), pk=number(request.POST.get("person", "")) or 0)
        held.appoint(person, by=by, at=at)
        return f"{person.name} alone speaks for us."
    if name == "item":
        get_object_or_404(held.items, pk=number(request.POST.get("item", "")) or 0).tick(by=by, at=at)
        return "Done."
    if name in _REPORTING:
        return _REPORTING[name](request, get_object_or_404(Report.objects.select_related("alarm__case"), alarm=held))
    if name == "end":
        held.stand_down(because=request.POST.get("because", ""), by=by, at=at)
        return "The routine goes on again."
    raise Http404


def _tell(request: DeskRequest, report: Report) -> str:
    typed = ReportForm(request.POST)
    if not typed.is_valid():
        raise Refused(" ".join(str(said[0]) for said in typed.errors.values()))
    told_at = typed.cleaned_data["told_at"] or request.at
    words = {name: typed.cleaned_data[name] for name in ("reference", "evidence")}
    report.tell(typed.cleaned_data["told_to"], told_at=told_at, by=request.user, at=request.at, **words)
    return "It is on record that they were told. The clock is over."


def _spare(request: DeskRequest, report: Report) -> str:
    report.spare(because=request.POST.get("because", "").replace("\x00", "")[:5000], by=request.user, at=request.at)
    return "It is on record. Somebody else must answer for it; until then the clock runs."


def _second(request: DeskRequest, report: Report) -> str:
    report.second(by=request.user, at=request.at)
    return "Nothing is reported. The clock is over."


_REPORTING = {"report": _tell, "sparing": _spare, "seconding": _second}


class ReportForm(forms.Form):
    """That a regulator was told."""

    told_to = Line("Who was told", required=True, most=200, error_messages={"required": "Say who was told."})
    told_at = Moment("When", help_text="Empty means now.")
    reference = Line("Their reference", most=200)
    evidence = Words(
        "How we know", required=True, rows=2, most=5000, help_text="Their receipt, the form that was sent, who was on the phone.",
        error_messages={"required": "Say how we know that they were told."},
    )  # fmt: skip
    use_required_attribute = False


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever was woken answers by the link of their page, without signing in: by a button, since programs follow links.

    A gateway may press it for them, when they press a key of their phone: the link is the key to this one deed.
    """
    at, said = timezone.now(), ""
    found = Page.follow(token, at=at)
    if found is None:
        return render(request, "problems/answer.html", {"unknown": True}, status=404)
    if request.method == "POST":
        try:
            found.alarm.answer(by=found.person, at=at)
        except Refused as refusal:
            said = str(refusal)
    context = {"page": found, "alarm": found.alarm, "said": said, "mine": found.alarm.answered_by_id == found.person_id}
    made = render(request, "problems/answer.html", context, status=409 if said else 200)
    made.headers["Cache-Control"], made.headers["Referrer-Policy"] = "no-store", "no-referrer"
    return made


def _ensure_sees(request: DeskRequest, held: Alarm) -> None:
    """An alarm of a restricted case is seen by whoever sees the case, and by whoever was woken for it."""
    if held.case_id is None or held.pages.filter(person=request.user).exists():
        return
    if not Case.objects.visible_to(request.user).filter(pk=held.case_id).exists():
        raise Http404


def _show(request: DeskRequest, held: Alarm, refused: str) -> HttpResponse:
    context = {
        "alarm": held, "pages": list(held.pages.select_related("person").prefetch_related("rings").order_by("rung")),
        "refused": refused, "report": Report.objects.select_related("told_by", "spared_by", "seconded_by").filter(alarm=held).first(),
        "report_form": ReportForm(request.POST if refused and "told_to" in request.POST else None),
        "typed": request.POST if refused else {},
        "items": list(held.items.select_related("done_by")), "people": list(Person.objects.staff().order_by("name")),
    }  # fmt: skip
    return page(request, "problems/alarm.html", context, status=422 if refused else 200)
