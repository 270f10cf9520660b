"""Who may need care is offered help, and asked before anything is noted; and who wrote is seen once the words were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.http import Http404

from amends.consents.consent import Consent
from amends.web.case.forms.form import VIA, CaseForm, Line, Words
from amends.web.case.forms.reading import reading_of

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class ConsentForm(CaseForm):
    """The customer's own answer: may we note what would help them?"""

    name, noun, lands = "consent", "consents", "care"
    title, button = "What they answered", "Put their answer on record"
    flash = "Their answer is on record."

    answer = forms.ChoiceField(
        label="May we note it?", choices=[("yes", "They said yes"), ("no", "They said no, or nothing helps")],
        widget=forms.RadioSelect, error_messages={"required": "Say what they answered."},
    )  # fmt: skip
    said = Line(
        "Their answer, in their words", required=True, most=2000,
        error_messages={"required": "Write down what they answered, in their words."},
    )  # fmt: skip
    via = forms.ChoiceField(label="Answered by", choices=VIA)
    words = Words(
        "What we bear in mind", rows=2, most=2000, help_text="Only with their yes: what helps, and no guess at why."
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Their answer is on record; only a yes notes something."""
        typed = self.cleaned_data
        return self.case.consents.record(
            yes=typed["answer"] == "yes", said=typed["said"], via=typed["via"], words=typed["words"], by=by, at=at
        )


class ConsentWithdrawalForm(CaseForm):
    """They take it back, or it helps no more."""

    name, noun = "consent-withdrawal", "consents/{row}/withdrawal"
    title, button = "Take it out", "Take it out"
    flash = "It is gone; nothing of it is kept."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Its words are gone."""
        rows = Consent.objects.filter(case__customer=self.case.customer_id).select_related("case")
        found = rows.filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found.withdraw(by=by, at=at)


class ShowingForm(CaseForm):
    """Who wrote is shown before anybody looked at the reading."""

    name, noun = "reading-shown", "readings/{row}/shown"
    title, button = "Who wrote", "Show who wrote"
    flash = "It is on record that you asked to see who wrote."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The desk shows it from now on."""
        return reading_of(self).show(by=by, at=at)
