"""The coach beside the composer: what it says while somebody writes."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from amends.drafts.context import Unreadable
from amends.messages.committing import Commitment
from amends.messages.message import Purpose
from amends.messages.writing import Reply, advise
from amends.web.case.forms.advised import Shown
from amends.web.case.forms.committing import rows_in
from amends.web.case.page import dossier_of
from amends.web.door import DeskRequest, desk
from amends.web.door import page as render_page

_FIVE: Final = ("apology", "what_went_wrong", "how_put_right", "recurrence", "thanks")


@desk
@require_POST
def coach(request: DeskRequest, reference: str) -> HttpResponse:
    """What the coach says of the words in the composer now; nothing is kept."""
    case = dossier_of(request, reference).case
    letter = _typed(request)
    try:
        found = advise(case, letter, by=request.user, at=request.at)
    except Unreadable as refusal:
        return HttpResponse(str(refusal), status=422, content_type="text/plain; charset=utf-8")
    first = case.stage == "new" and letter.purpose == Purpose.REPLY
    shown = Shown.of(found, letter.words, first=first) if letter.words.strip() else None
    return render_page(request, "case/pieces/advice.html", {"advice": shown})


def _typed(request: DeskRequest) -> Reply:
    if request.POST.get("form") == "followup-mail":
        words = "\n\n".join(text for part in _FIVE if (text := request.POST.get(part, "").strip()))
        return Reply(words=words, purpose=Purpose.FOLLOW_UP)
    words = request.POST.get("words", "").replace("\r\n", "\n")
    rows = rows_in(request.POST)
    for row in rows:
        row.check(request.at)
    promises = [Commitment(words=row.words, due=row.when) for row in rows if row.when]
    return Reply(words=words, readback=request.POST.get("readback", ""), promises=promises)
