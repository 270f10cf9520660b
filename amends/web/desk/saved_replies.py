"""Saved replies: written, changed and retired; the coach reads each when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends.advice.advice import HeldBack
from amends.blanks.blank import OF_A_CASE
from amends.cases.ending import Refused
from amends.savedreplies.savedreply import STAGES, SavedReply, coached, sample
from amends.web.case.acts import SeeOther
from amends.web.case.forms.advised import Shown
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from django.http import HttpResponse

SHOWN = 400
_HELD = "The coach holds this back. Put right what stands below, or say why it must be saved as it is."


class SavedReplyForm(forms.Form):
    """Words for many, with their blanks. `sure` is asked for once the coach has held them back."""

    title = forms.CharField(max_length=120, error_messages={"required": "Give it a title."})
    stage = forms.ChoiceField(label="What it is for", choices=list(STAGES.items()))
    words = forms.CharField(
        max_length=20_000, widget=forms.Textarea({"rows": 9}), error_messages={"required": "Write its words."},
        help_text=f"Filled in from the case, and only from there: {', '.join(f'{{{name}}}' for name in OF_A_CASE)}. "
        "What nothing is known of stays, and does not leave.",
    )  # fmt: skip
    sure = forms.CharField(
        label="Why it must be saved as it is", required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    use_required_attribute = False

    def __init__(self, *args: Any, row: SavedReply | None, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "saved-%s", "label_suffix": "", **kwargs})
        self.row = row
        self.advice: Shown | None = None
        self.held = False

    def save(self, request: DeskRequest) -> bool:
        """It is saved; if not, the form says why, and what the coach says."""
        typed = {**self.cleaned_data, "by": request.user, "at": request.at}
        try:
            if self.row:
                self.row.change(typed.pop("title"), typed.pop("words"), **typed)
            else:
                SavedReply.objects.write(typed.pop("title"), typed.pop("words"), **typed)
        except HeldBack as refusal:
            self.held = True
            self.advice = Shown.of(refusal.review, sample(self.cleaned_data["words"].strip()), field="")
            self.add_error(None, _HELD)
        except Refused as refusal:
            self.add_error(None, str(refusal))
        return not self.errors


@desk
@require_safe
def saved_replies(request: DeskRequest) -> HttpResponse:
    """All that may be used, by title; what was saved against the coach says so."""
    rows = SavedReply.objects.standing().select_related("written_by", "overridden_by")[:SHOWN]
    return page(request, "desk/saved_replies.html", {"replies": [(row, STAGES[row.stage]) for row in rows]})


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def saved_reply(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    """One of them, or a new one."""
    row = get_object_or_404(SavedReply.objects.standing(), pk=pk) if pk else None
    initial = {"title": row.title, "stage": row.stage, "words": row.words, "sure": row.because} if row else {}
    form = SavedReplyForm(request.POST or None, row=row, initial=initial)
    if request.method == "POST" and form.is_valid() and form.save(request):
        messages.success(request, f"“{form.cleaned_data['title'].strip()}” is saved.")
        return SeeOther(reverse("saved_replies"))
    if row and not form.is_bound:
        form.advice = Shown.of(coached(row.words, row.stage), sample(row.words), field="")
        form.held = bool(row.held)
    context = {"form": form, "reply": row, "sample": form.advice}
    return page(request, "desk/saved_reply.html", context, status=422 if form.is_bound else 200)


@desk
@require_POST
def retire(request: DeskRequest, pk: int) -> HttpResponse:
    """It is offered no more."""
    row = get_object_or_404(SavedReply, pk=pk)
    row.retire(by=request.user, at=request.at)
    messages.success(request, f"“{row.title}” is retired.")
    return SeeOther(reverse("saved_replies"))
