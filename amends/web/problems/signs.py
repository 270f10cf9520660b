"""Noting by hand an unhappy sign that somebody saw elsewhere: a bad review, a low score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from amends.cases.ending import Refused
from amends.customers.customer import Channel
from amends.people.may import check
from amends.signals.signal import Sign, Signal
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Line, Moment, Words
from amends.web.door import DeskRequest, desk, page
from amends.web.problems.form import REFUSALS

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from amends.people.person import Person


class SignalForm(forms.Form):
    """A sign, and whose it is: without a way to reach them there is nobody to contact."""

    sign = forms.ChoiceField(label="What is it?", choices=Sign.choices, initial=Sign.REVIEW)
    words = Words(
        "What it says, word for word", required=True, most=20_000,
        error_messages={"required": "Copy what it says, or write down the score."},
    )  # fmt: skip
    source = Line("Where you saw it", most=80, help_text="The name of the site, the survey, the shop.")
    source_id = Line("Its address or number there", most=200, help_text="So that the same one is never taken in twice.")
    seen_at = Moment("When they wrote it", help_text="Empty means now. The time to our first word counts from then.")
    name = Line("Who it is", most=200)
    email = forms.EmailField(label="Their e-mail address", required=False, max_length=320)
    phone = Line("Or their number", most=40)
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """There is somebody to contact."""
        typed = super().clean() or {}
        if not (typed.get("email") or typed.get("phone")) and not self.errors:
            self.add_error(
                "email", ValidationError("Say how they are reached: look for their order, or ask whoever sold it.")
            )
        if typed.get("source_id") and not typed.get("source"):
            self.add_error("source", ValidationError("Say where that address or number is from."))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> Signal:
        """A case of theirs is open, and somebody contacts them."""
        typed = dict(self.cleaned_data)
        typed["seen_at"] = typed["seen_at"] or at
        if typed["seen_at"] > at:
            message = "That lies in the future: say when they wrote it."
            raise Refused(message)
        return Signal.objects.note(typed.pop("sign"), typed.pop("words"), channel=Channel.FORM, by=by, at=at, **typed)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Somebody saw a sign."""
    check(request.user, "work")
    form = SignalForm(request.POST or None, auto_id="signal-%s", label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            row = form.carry_out(by=request.user, at=request.at)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It is on record. Somebody contacts them by the time a first answer is due.")
            return SeeOther(reverse("case", args=[row.case.reference]))
    context = {
        "form": form, "title": "An unhappy sign", "button": "Put it on record", "kind": "primary",
        "words": "A bad review or a low score that you saw elsewhere. Somebody contacts them before they leave.",
        "back_url": reverse("problems"), "back_words": "Problems",
    }  # fmt: skip
    return page(request, "desk/one_form.html", context, status=422 if form.errors else 200)
