"""A caller's page, made for a phone: one person, what to say, and one key for each result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from amends.messages.attempt import Result
from amends.outreach.to_call import ToCall
from amends.problems.problem import Problem
from amends.web.case.acts import SeeOther
from amends.web.desk.search import number
from amends.web.door import DeskRequest, desk, page
from amends.web.problems.form import REFUSALS

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

#: The results that need no words, each with its key.
MISSED = ((2, Result.NO_ANSWER), (3, Result.VOICEMAIL), (4, Result.BUSY), (5, Result.WRONG))
_MOST_WORDS = 20_000


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def calling(request: DeskRequest, pk: int) -> HttpResponse:
    """The person this caller rings now, theirs alone; a POST records what came of it and brings the next."""
    problem = get_object_or_404(Problem.objects.select_related("owner", "queue__site"), pk=pk)
    refused = ""
    if request.method == "POST":
        row = get_object_or_404(ToCall, problem=problem, pk=number(request.POST.get("call", "")) or 0)
        try:
            said = _record(request, row)
        except REFUSALS as refusal:
            refused = str(refusal)
        else:
            messages.success(request, said)
            return SeeOther(reverse("problem_calling", args=[pk]))
    one, away = None, ""
    try:
        one = ToCall.objects.claim(problem, by=request.user, at=request.at)
    except REFUSALS as refusal:
        away = str(refusal)
    later = ToCall.objects.open().filter(problem=problem).order_by("next_try_at")
    context = {
        "problem": problem, "call": one, "away": away, "refused": refused,
        "words": _typed(request, "words") if refused else "", "heard": _typed(request, "heard") if refused else "",
        "missed": [(key, result.value, result.label) for key, result in MISSED], "left": later.count(),
        "next": None if one else later.first(),
    }  # fmt: skip
    return page(request, "problems/calling.html", context, status=422 if refused else 200)


def _record(request: DeskRequest, row: ToCall) -> str:
    result, words = request.POST.get("result", ""), _typed(request, "words")
    if result == "spoke":
        row.spoke(words, heard=_typed(request, "heard"), by=request.user, at=request.at)
        return "Recorded on their case. Here is the next."
    if result == "no_more":
        said = "\n\n".join(filter(str.strip, (_typed(request, "heard"), words)))
        row.decline(said, by=request.user, at=request.at)
        return "Recorded. Nobody rings them about this again."
    row.missed(
        result if result in Result.values else Result.NO_ANSWER,
        by=request.user,
        at=request.at,
        next_try_at=_later(request),
    )
    return "Recorded, and the next try is set. Here is the next."


def _typed(request: DeskRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\x00", "")[:_MOST_WORDS]


def _later(request: DeskRequest) -> datetime | None:
    try:
        typed = parse_datetime(request.POST.get("later", ""))
    except ValueError:
        return None
    return timezone.make_aware(typed) if typed and timezone.is_naive(typed) else typed
