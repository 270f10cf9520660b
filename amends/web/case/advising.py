"""The coach beside the composer: what it says while somebody writes, of the letter as it would go."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from amends.cases.case import Case
from amends.cases.references import tidy
from amends.catalogue.remedy import Remedy
from amends.drafts.context import Unreadable
from amends.messages.committing import Commitment
from amends.messages.message import Purpose
from amends.messages.writing import Reply, advise
from amends.web.case.forms.advised import Shown
from amends.web.case.forms.committing import mark_of, rows_in
from amends.web.case.forms.delivering import WayTellingForm
from amends.web.case.forms.ending import FollowUpMailForm, shown_across, typed_letter
from amends.web.case.forms.form import Moment
from amends.web.case.forms.giving import OfferForm
from amends.web.case.forms.keeping import MoveForm, filled
from amends.web.case.forms.passing import AcceptanceForm, IntroductionForm
from amends.web.door import DeskRequest, desk
from amends.web.door import page as render_page
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from datetime import datetime

    from amends.concerns.concern import Concern

#: The desk's own letters: whoever has seen what is said of them may send them as they are.
_OURS: Final = (MoveForm.name, WayTellingForm.name, AcceptanceForm.name, IntroductionForm.name)
_WHEN: Final = Moment("By when", future=True)


@desk
@require_POST
def coach(request: DeskRequest, reference: str) -> HttpResponse:
    """What the coach says of the words in the form now; nothing is kept."""
    rows = Case.objects.visible_to(request.user).select_related("customer", "queue__site", "owner")
    case = get_object_or_404(rows, reference=tidy(reference))
    concerns = list(case.concerns.standing().order_by("pk"))
    letter, name = _typed(request, case, concerns), request.POST.get("form", "")
    try:
        found = advise(case, letter, by=request.user, at=request.at)
    except Unreadable as refusal:
        return HttpResponse(str(refusal), status=422, content_type="text/plain; charset=utf-8")
    if not letter.words.strip():
        shown = None
    elif name == FollowUpMailForm.name:
        shown = shown_across(found, request.POST, concerns)
    elif name == MoveForm.name:
        shown = Shown.of(found, letter.words, field="")
    else:
        first = case.stage == "new" and letter.purpose == Purpose.REPLY and not letter.stage
        shown = Shown.of(found, _words(request), first=first)
    mark = mark_of(letter.words) if name in _OURS else ""
    return render_page(request, "case/pieces/advice.html", {"advice": shown, "mark": mark})


def _words(request: DeskRequest) -> str:
    return request.POST.get("words", "").replace("\r\n", "\n")


def _typed(request: DeskRequest, case: Case, concerns: list[Concern]) -> Reply:
    name, words = request.POST.get("form"), _words(request)
    if name == FollowUpMailForm.name:
        _, text = typed_letter(request.POST, concerns)
        return Reply(words=text, purpose=Purpose.FOLLOW_UP)
    if name == OfferForm.name:
        return Reply(words=f"{words.rstrip()}\n\n{_offered(request)}".strip(), purpose=Purpose.OFFER)
    if name in {AcceptanceForm.name, IntroductionForm.name}:
        return Reply(words=words, stage="handoff")
    if name == MoveForm.name:
        return _moved(request, case, words)
    rows = rows_in(request.POST)
    for row in rows:
        row.check(request.at)
    promises = [Commitment(words=row.words, due=row.when) for row in rows if row.when]
    return Reply(words=words, readback=request.POST.get("readback", ""), promises=promises)


def _offered(request: DeskRequest) -> str:
    """The three as they stand below the words; by when is added as they are offered."""
    keys = [key for name in OfferForm.NAMES if (key := request.POST.get(name, "")).isdecimal() and len(key) < 19]  # noqa: PLR2004
    names = dict(Remedy.objects.filter(pk__in=keys).values_list("pk", "name"))
    lines = [f"{number}. {names[int(key)]}." for number, key in enumerate(keys, 1) if int(key) in names]
    return "\n".join(["Please choose what suits you best:", *lines]) if lines else ""


def _moved(request: DeskRequest, case: Case, words: str) -> Reply:
    """The letter with its new date and its reason, as far as they are chosen."""
    due: datetime | None = None
    with suppress(ValidationError):
        due = _WHEN.at(_WHEN.clean(request.POST.get("due", "")), request.at)
    zone = Clock.of(case.customer.time_zone, at=request.at).zone
    text = filled(words, due, request.POST.get("because", ""), zone=zone, at=request.at)
    return Reply(words=text, dates=[due] if due else [])
