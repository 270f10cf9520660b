"""What a team does for itself: drills, the load of hostile words, one case a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amends.cases.ending import Refused
from amends.people.absence import AbsenceRefused
from amends.people.may import check
from amends.people.person import Person
from amends.safety.alarm import Alarm
from amends.teamwork.drill import AbsenceDrill
from amends.teamwork.load import SPAN, heaviest, load
from amends.teamwork.review import QUESTIONS, CaseReview
from amends.web.case.acts import SeeOther
from amends.web.desk.search import number
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from django.http import HttpResponse

_KEPT = 20


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def drills(request: DeskRequest) -> HttpResponse:
    """Rehearsals of safety and of an absence, with their times; a POST rehearses that somebody falls ill now."""
    refused = ""
    if request.method == "POST":
        person = get_object_or_404(Person.objects.staff(), pk=number(request.POST.get("person", "")) or 0)
        try:
            row = AbsenceDrill.objects.run(person, by=request.user, at=request.at)
        except (Refused, AbsenceRefused) as refusal:
            refused = str(refusal)
        else:
            left = row.things - row.covered
            found = "all found somebody who is here" if not left else f"{left} found nobody but the queue"
            messages.success(request, f"Rehearsed and taken back: of {row.things} things {found}.")
            return SeeOther(reverse("drills"))
    near = ("person", "run_by")
    context = {
        "absences": list(AbsenceDrill.objects.select_related(*near).order_by("-run_at", "-pk")[:_KEPT]),
        "alarms": list(Alarm.objects.filter(drill=True).select_related("answered_by").order_by("-raised_at", "-pk")[:_KEPT]),
        "people": list(Person.objects.staff().order_by("name")), "refused": refused,
    }  # fmt: skip
    return page(request, "lessons/drills.html", context, status=422 if refused else 200)


@desk
@require_safe
def loads(request: DeskRequest) -> HttpResponse:
    """How much hostility came to whom, so that it can be shared. For leads, and for everybody their own."""
    rows = load(at=request.at)
    if request.user.role == "agent":
        rows = [row for row in rows if row.key == request.user.pk]
    context = {"loads": rows, "heaviest": heaviest(rows), "days": SPAN.days, "whole": request.user.role != "agent"}
    return page(request, "lessons/load.html", context)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: DeskRequest) -> HttpResponse:
    """This week's case with the questions; a POST keeps what the team found."""
    case, refused = CaseReview.objects.chosen(at=request.at), ""
    typed = {name: request.POST.get(name, "").replace("\x00", "") for name in QUESTIONS}
    held = list(CaseReview.objects.select_related("case__customer", "held_by").order_by("-week")[:_KEPT])
    done = next((row for row in held if case is not None and row.case_id == case.pk), None)
    if request.method == "POST" and case is not None:
        check(request.user, "work", case)
        try:
            CaseReview.objects.record(case, typed, by=request.user, at=request.at)
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, "What the team learnt is kept with the case.")
            return SeeOther(reverse("review"))
    context = {
        "case": case, "done": done, "refused": refused, "held": held,
        "questions": [(name, words, typed[name]) for name, words in QUESTIONS.items()],
    }  # fmt: skip
    return page(request, "lessons/review.html", context, status=422 if refused else 200)
