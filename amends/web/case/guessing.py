"""While a promise is being typed: what its words say of kind and time, and what its date is worth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import HttpResponseNotAllowed, JsonResponse

from amends.coach.promising import promises_in
from amends.coach.times import due_in
from amends.policy.house import HOUSE
from amends.promises.promise import Kind
from amends.web.case.forms.committing import LONGEST, typed
from amends.web.case.forms.dating import LONGEST as LONGEST_REASON
from amends.web.case.page import dossier_of
from amends.web.door import DeskRequest, desk, page

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


_PART = re.compile(r"(?:promise-\d{1,3}-)?")
_FORM = re.compile(r"[a-z0-9-]{1,40}")
_DIGITS = 18


@desk
def date_promise(request: DeskRequest, reference: str) -> HttpResponse:
    """The piece that stands beside a promise being made: the date that would hold, and the chance of the one typed so far.

    `part` and `form` name the promise's fields and place; what they cannot be counts as none. `row` is the promise whose
    date is to be moved, where there is one already.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    dossier = dossier_of(request, reference)
    part, form = request.POST.get("part", ""), request.POST.get("form", "")
    part, form = part if _PART.fullmatch(part) else "", form if _FORM.fullmatch(form) else "promise"
    kind, due, why = (request.POST.get(f"{part}{name}", "") for name in ("kind", "due", "hurried"))
    kind = kind if kind in Kind.values else Kind.DEED
    row = request.POST.get("row", "")
    held = dossier.promise(int(row)) if row.isdecimal() and len(row) < _DIGITS else None
    kind, since = (held.kind, held.made_at) if held else (kind, None)
    date = dossier.dated(kind, form, part=part, due=due, why=why.replace("\x00", "")[:LONGEST_REASON], since=since)
    return page(request, "case/pieces/date.html", {"date": date})
