"""What a promise in words somebody selected is about, and by when it falls due, as far as the words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseNotAllowed, JsonResponse

from amends.coach.promising import promises_in
from amends.coach.times import due_in
from amends.policy.house import HOUSE
from amends.web.case.forms.committing import LONGEST, typed
from amends.web.case.page import dossier_of
from amends.web.door import DeskRequest, desk

if TYPE_CHECKING:
    from django.http import HttpResponse


@desk
def guess_promise(request: DeskRequest, reference: str) -> HttpResponse:
    """The kind and the time (`2026-03-05T17:00`, on the reader's clock) that the words name; empty what they do not."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    dossier_of(request, reference)
    words = request.POST.get("words", "")[:LONGEST]
    found = next(iter(promises_in(words, said_at=request.at, zone=HOUSE.time_zone)), None)
    due = found.due if found else due_in(words, said_at=request.at, zone=HOUSE.time_zone)
    to_come = due if due and due > request.at else None
    return JsonResponse({"due": typed(to_come), "kind": found.kind if found else ""})
