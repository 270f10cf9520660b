"""All problems, and one: where everybody stands, what was decided, written, called, published, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.affected.funnel import State, funnel, people_in
from amends.affected.joining import found_after_we_knew, suggestions
from amends.aftermath.aftermath import SPAN, aftermath
from amends.cases.case import Case
from amends.lessons.alert import ThemeAlert
from amends.notices.results import Result, recipients, results
from amends.outreach.ladder import advise
from amends.people.may import check
from amends.problems.nudge import Nudge
from amends.problems.problem import Problem
from amends.safety.alarm import Alarm
from amends.signals.signal import waits
from amends.web.case.acts import SeeOther
from amends.web.desk.search import SHOWN, number
from amends.web.door import DeskRequest, desk, page
from amends.web.problems.form import REFUSALS, ProblemForm
from amends.web.problems.forms import FORMS, OpenForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpResponse

    from amends.affected.redress import Redress
    from amends.notices.notice import Notice
    from amends.notices.wave import Wave

#: Problems of a kind on the page, and entries of the timeline.
MOST, ENTRIES = 50, 60
#: Over how long the time from a sign to the first contact is told.
_SIGNALS = timedelta(days=90)
_ACTS = ("decision", "details", "owner", "mass", "calls", "notices", "redress", "harm", "why", "change", "end")


@desk
@require_safe
def problems(request: DeskRequest) -> HttpResponse:
    """The open ones: undisclosed with their age, gone quiet, all; how often a customer found it after we knew."""
    near = ("owner",)
    counted = Problem.objects.select_related(*near).annotate(people=Count("affected"))
    undisclosed, quiet = (
        list(rows.select_related(*near)[:MOST])
        for rows in (Problem.objects.undisclosed(), Problem.objects.quiet(request.at))
    )
    context = {
        "undisclosed": [(row, _standing(row)) for row in _decided(undisclosed)],
        "quiet": quiet,
        "open": list(counted.filter(closed_at=None).order_by("severity", "knew_at", "pk")[:MOST]),
        "ended": list(counted.filter(closed_at__isnull=False).order_by("-closed_at")[:10]),
        "found_it": found_after_we_knew(),
        "waits": waits(since=request.at - _SIGNALS, at=request.at),
        "themes": list(ThemeAlert.objects.standing()[:10]),
        "nudges": list(Nudge.objects.unseen(request.user)[:10]),
        "alarms": list(Alarm.objects.standing().select_related("case", "problem", "answered_by").order_by("pk")[:10]),
    }  # fmt: skip
    return page(request, "problems/problems.html", context)


def _decided(rows: list[Problem]) -> list[Problem]:
    from django.db.models import prefetch_related_objects  # noqa: PLC0415 - only here

    prefetch_related_objects(rows, "decisions__decided_by", "decisions__seconded_by")
    return rows


def _standing(row: Problem) -> object:
    return next((one for one in row.decisions.all() if one.over_at is None), None)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """A problem that somebody found."""
    form = OpenForm(request.POST or None, auto_id="problem-%s", label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            problem = form.carry_out(by=request.user, at=request.at)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The problem is on record. Decide now whether those affected are told.")
            return SeeOther(reverse("problem", args=[problem.pk]))
    context = {
        "form": form, "title": "We found it first", "button": "Put it on record", "kind": "primary",
        "words": "A fault that touches more than one customer. Tell them before they find it.",
        "back_url": reverse("problems"), "back_words": "Problems",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)


@desk
@require_safe
def problem(request: DeskRequest, pk: int) -> HttpResponse:
    """One problem, with everything that can be done about it now."""
    return _show(request, _problem(pk))


@desk
@require_POST
def act(request: DeskRequest, pk: int, name: str, row: str = "") -> HttpResponse:
    """One act on the problem; shown back with what was typed where it is refused."""
    if name not in FORMS:
        raise Http404
    held = _problem(pk)
    check(request.user, "work")
    form = FORMS[name](held, request.POST, row=row)
    said = form.carried_out(by=request.user, at=request.at)
    if not said:
        return _show(request, _problem(pk), refused=form)
    messages.success(request, said)
    return SeeOther(reverse("problem", args=[pk]) + f"#{name}")


def _problem(pk: int) -> Problem:
    return get_object_or_404(Problem.objects.select_related("owner", "queue__site", "closed_by"), pk=pk)


@dataclass(frozen=True, slots=True)
class Letter:
    """One notice on the page: what became of it, and what can be done with it now."""

    notice: Notice
    counts: Mapping[Result, int]
    wave: Wave | None
    forms: list[ProblemForm]


def _show(request: DeskRequest, held: Problem, refused: ProblemForm | None = None) -> HttpResponse:
    now = {
        "what_happened": held.what_happened, "cause": held.cause, "course": held.course, "severity": held.severity,
        "next_news_at": held.next_news_at, "owner": held.owner_id, "who": held.owner_id,
        "cause_of": held.tracings.filter(over_at=None).values_list("cause", flat=True).first() or "",
    }  # fmt: skip

    def form(name: str, row: str = "", **initial: object) -> ProblemForm:
        if refused is not None and refused.name == name and refused.row == row:
            return refused
        return FORMS[name](held, row=row, initial={**now, **initial})

    near = ("decided_by", "seconded_by")
    decision = held.decisions.select_related(*near).filter(over_at=None).first()
    newest = held.posts.order_by("-posted_at", "-pk").first()
    calls = held.calls.aggregate(
        open=Count("pk", filter=Q(over_at=None)), spoke=Count("pk", filter=Q(outcome="spoke")),
        other=Count("pk", filter=Q(outcome__in=["no_more", "given_up"])),
    )  # fmt: skip
    changes = held.corrective_actions.filter(case__in=Case.objects.visible_to(request.user))
    context: dict[str, object] = {
        "problem": held, "decision": decision,
        "funnel": funnel(held), "listings": list(held.listings.select_related("added_by").order_by("pk")),
        "found_it": found_after_we_knew(held), "calls": calls, "advice": advise(held, at=request.at),
        "letters": _letters(held, form), "posts": list(held.posts.select_related("posted_by").order_by("-posted_at", "-pk")[:10]),
        "redress": [
            (row, _acts_on(row, form))
            for row in held.redress.select_related("proposed_by", "approved_by").order_by("pk")
        ],
        "suggested": [
            (case, form("case", case.reference)) for case in suggestions(held, request.user, most=8) if held.is_open
        ],
        "alarms": list(held.alarms.filter(over_at=None)), "timeline": list(held.journal.order_by("-seq")[:ENTRIES]),
        "forms": {name: form(name) for name in _ACTS}
        | {"posts": form("posts", public_title=newest.title if newest else "")},
        "refused": refused, "over": held.knew_at + SPAN <= request.at,
        "why": held.tracings.select_related("traced_by").filter(over_at=None).first(),
        "changes": list(changes.select_related("owner", "deadline").order_by("-pk")[:10]),
    }  # fmt: skip
    if decision is not None and not decision.tell and decision.seconded_at is None:
        context["second"] = form("second", str(decision.pk))
    return page(request, "problems/problem.html", context, status=422 if refused else 200)


def _acts_on(row: Redress, form: Callable[[str, str], ProblemForm]) -> list[ProblemForm]:
    """What can be done about one thing for everybody."""
    if row.ended_at:
        return []
    names = (
        ["total"]
        if row.approved_at is None
        else ["done", *(["rest"] if row.done_at and row.given < row.people else [])]
    )
    return [form(name, str(row.pk)) for name in names]


def _letters(held: Problem, form: object) -> list[Letter]:
    found = []
    for notice in held.notices.select_related("written_by", "approved_by").order_by("-pk")[:10]:
        wave = notice.waves.filter(over_at=None).first()
        if wave is not None:
            forms = [form("stop", str(wave.pk))]  # type: ignore[operator]
        else:
            forms = [form("wave" if notice.approved_at else "approval", str(notice.pk))]  # type: ignore[operator]
        found.append(Letter(notice, results(notice), wave, forms))
    return found


@desk
@require_safe
def afterwards(request: DeskRequest, pk: int) -> HttpResponse:
    """Whether those affected bought again, beside customers like them; for leads."""
    held = _problem(pk)
    found = aftermath(held, by=request.user, at=request.at)
    return page(request, "problems/aftermath.html", {"problem": held, "found": found})


@desk
@require_safe
def people(request: DeskRequest, pk: int) -> HttpResponse:
    """The people behind a count of the funnel, each with their case; all of them without `state`."""
    held, state = _problem(pk), request.GET.get("state", "")
    state = state if state in State.values else ""
    found = people_in(held, state, most=SHOWN + 1, after=number(request.GET.get("after", "")) or 0)
    following = {"state": state, "after": found[SHOWN - 1][0].pk} if len(found) > SHOWN else {}
    context = {
        "problem": held, "state": state, "label": State(state).label if state else "everybody",
        "people": [
            (row, State(where).label, FORMS["contact"](held, row=str(row.pk)) if where == "cannot" else None)
            for row, where in found[:SHOWN]
        ],
        "states": State.choices, "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": f"{request.path}?{urlencode({'state': state})}" if request.GET.get("after") else "",
    }  # fmt: skip
    return page(request, "problems/people.html", context)


@desk
@require_safe
def notice(request: DeskRequest, pk: int, row: int) -> HttpResponse:
    """One notice: its words, and the result of each recipient."""
    held = get_object_or_404(_problem(pk).notices.select_related("written_by", "approved_by"), pk=row)
    result = request.GET.get("result", "")
    result = result if result in Result.values else ""
    found = recipients(held, result, most=SHOWN + 1, after=number(request.GET.get("after", "")) or 0)
    following = {"result": result, "after": found[SHOWN - 1].recipient.pk} if len(found) > SHOWN else {}
    context = {
        "problem": held.problem, "notice": held, "counts": results(held), "result": result, "got": found[:SHOWN],
        "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": request.path if request.GET.get("after") else "",
    }  # fmt: skip
    return page(request, "problems/notice.html", context)
