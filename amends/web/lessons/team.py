"""What a team does for itself: drills, the load of hostile words, one case a week; and how it works, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from amends.cases.ending import Refused
from amends.people.absence import AbsenceRefused
from amends.people.may import check
from amends.people.person import Person
from amends.reports.exporting import as_csv
from amends.safety.alarm import Alarm
from amends.teamwork.drill import AbsenceDrill
from amends.teamwork.figures import GRADED, WorkFigures
from amends.teamwork.figures import SPAN as FIGURES_SPAN
from amends.teamwork.load import SPAN, heaviest, load
from amends.teamwork.pace import RATES, WAITS
from amends.teamwork.review import QUESTIONS, CaseReview
from amends.web.case.acts import SeeOther
from amends.web.desk.search import number
from amends.web.door import DeskRequest, desk, page
from amends.web.tables import taken_away
from amends.web.wording import span_words

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


@dataclass(frozen=True, slots=True)
class Waited:
    """One wait as the page says it: the middle and the long end, each with where it may lie."""

    words: str
    half: str
    long: str
    n: int
    still: int


@desk
@require_safe
def how_we_work(request: DeskRequest) -> HttpResponse:
    """How quickly and how well, by what customers felt of it; and how alike, by person and site. For leads. One statement."""
    check(request.user, "outcomes")
    found = WorkFigures.objects.as_of(at=request.at)
    rates = {name: (RATES[name], rate) for name, rate in found.rates.items()}
    whole = found.hands("all")
    context = {
        "found": found, "days": FIGURES_SPAN.days, "graded": GRADED.days, "whole": whole[0] if whole else None,
        "three": [rates[name] for name in _THREE], "rates": [pair for name, pair in rates.items() if name not in _THREE],
        "waits": [
            Waited(WAITS[name], _between(one.half, one.n), _between(one.long, one.n), one.n, one.still)
            for name, one in found.waits.items()
        ],
        "hands": [(title, found.hands(kind)) for title, kind in (("Person", "person"), ("Site", "site"))],
    }  # fmt: skip
    return page(request, "lessons/how_we_work.html", context)


#: Whether we do it on time, whether it is right, and in what tone: three things, and none stands for another.
_THREE = ("on time", "as said", "right", "tone")


def _between(found: tuple[float, float, float] | None, n: int) -> str:
    if found is None:
        return f"not enough data (n {n})"
    value, low, high = (span_words(60 * minutes) for minutes in found)
    return f"{value} (95 % interval {low} to {high})"


@desk
@require_safe
def work_table(request: DeskRequest) -> HttpResponse:
    """The same figures to take away."""
    check(request.user, "outcomes")
    return taken_away("how-we-work", as_csv(WorkFigures.objects.as_of(at=request.at).lines), request.at)


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
