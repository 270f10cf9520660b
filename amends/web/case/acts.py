"""One act on a case: the form is read, the domain called once, and the page shown again, or shown back with what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from amends.consents.consent import OFFER
from amends.savedreplies.savedreply import SavedReply, filled
from amends.web.case.forms.talking import DraftForm, ReplyForm
from amends.web.case.helping import HELP
from amends.web.case.page import dossier_of, show
from amends.web.door import DeskRequest, desk
from amends.web.door import page as render_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from amends.web.case.dossier import Dossier
    from amends.web.case.forms.form import CaseForm


class SeeOther(HttpResponseRedirect):
    """The deed is done; look at it with GET."""

    status_code = 303


def acting(form_class: type[CaseForm]) -> Callable[..., HttpResponse]:
    """The view that does what the form is for."""

    @desk
    def act(request: DeskRequest, reference: str, row: int | str = "") -> HttpResponse:
        dossier = dossier_of(request, reference)
        if request.method != "POST":
            return HttpResponseRedirect(reverse("case", args=[dossier.case.reference]))
        form = form_class(dossier, request.POST, request.FILES, row=row)
        if not form.carried_out(by=request.user, at=request.at):
            return show(request, dossier_of(request, reference), refused=form)
        messages.success(request, form.flash)
        return SeeOther(_landing(request, form))

    return act


def _landing(request: DeskRequest, form: CaseForm) -> str:
    """Whoever did the next act sees the one after it; who did another sees what became of it."""
    place = reverse("case", args=[form.reached.reference])
    if form.opens:
        return f"{place}?{form.opens}=1#giving"
    return f"{place}#{form.lands}" if form.lands and "first" not in request.POST else place


@desk
def keep_draft(request: DeskRequest, reference: str) -> HttpResponse:
    """What was typed so far is kept; htmx gets the line that says so."""
    dossier = dossier_of(request, reference)
    form = DraftForm(dossier, request.POST)
    kept = request.method == "POST" and form.carried_out(by=request.user, at=request.at)
    if request.headers.get("HX-Request"):
        return render_page(request, "case/pieces/draft_state.html", {"kept": kept}, status=200 if kept else 422)
    if request.method == "POST" and not kept:
        return show(request, dossier, refused=form)
    return SeeOther(reverse("case", args=[dossier.case.reference]) + "#reply")


@desk
@require_POST
def put_in(request: DeskRequest, reference: str) -> HttpResponse:
    """A saved reply stands below what was typed so far, filled in from the case; nothing is sent or kept."""
    dossier = dossier_of(request, reference)
    words, left = _chosen(request, dossier)
    typed = request.POST.copy()
    typed["words"] = "\n\n".join(text for text in (typed.get("words", "").rstrip(), words) if text)
    form = ReplyForm(dossier, typed, request.FILES)
    form.preview = True
    if left:
        names = ", ".join(f"{{{name}}}" for name in left)
        messages.warning(request, f"Nothing on record fills {names}: write it yourself. It does not leave as it is.")
    return show(request, dossier, refused=form)


def _chosen(request: DeskRequest, dossier: Dossier) -> tuple[str, list[str]]:
    key = request.POST.get("saved", "")
    if key == HELP:
        return OFFER, []
    row = SavedReply.objects.standing().filter(pk=key).first() if key.isdecimal() and len(key) < 19 else None  # noqa: PLR2004
    if row is None:
        raise Http404
    return filled(row.words, dossier.case, by=request.user)
