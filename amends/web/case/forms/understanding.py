"""Forms for what a case rests on: their story, their concerns, the facts, what we understood, what they wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from amends.concerns.concern import Concern
from amends.concerns.fact import About, Status
from amends.web.case.forms.form import VIA, CaseForm, Line, Words, lines

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class HearingForm(CaseForm):
    """They told it all."""

    name, noun = "hearing", "hearing"
    title, button = "They told their story to its end", "Yes, I heard it to the end"
    flash = "You heard their story to its end."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Heard, by this person."""
        return self.case.hear_out(by=by, at=at)


class ConcernForm(CaseForm):
    """What they need met."""

    name, noun, key = "concerns", "concerns", "s"
    title, button, lands = "Note concerns", "Note them", "record-concerns"
    flash = "Their concerns are on record."

    words = Words(
        "What they need met, in their words",
        required=True,
        most=5000,
        help_text="One on each line.",
        error_messages={"required": "Write the concern in the customer's words."},
    )
    kind = forms.ChoiceField(
        label="They",
        choices=[(Concern.Kind.STATED, "said so"), (Concern.Kind.IMPLIED, "let us read it between the lines")],
        widget=forms.RadioSelect,
        initial=Concern.Kind.STATED,
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Each line is a concern."""
        words, kind = self.cleaned_data["words"], self.cleaned_data["kind"]
        return self.case.concerns.note_all(lines(words), kind=kind, by=by, at=at)


class WaiverForm(CaseForm):
    """A concern that need not be met."""

    name, noun = "waiver", "concerns/{row}/waiver"
    title, button, lands = "Waive a concern", "Waive it", "record-concerns"
    flash = "The concern is waived."

    because = Line("Why it need not be met", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is waived, with the reason."""
        return self.dossier.concern(int(self.row)).waive(by=by, at=at, **self.cleaned_data)


class FactForm(CaseForm):
    """Something the case rests on."""

    name, noun, key = "facts", "facts", "f"
    title, button, lands = "Note a fact", "Note it", "record-facts"

    about = forms.ChoiceField(label="About", choices=About.choices)
    words = Line("The fact", required=True, most=2000, error_messages={"required": "Write the fact down."})
    status = forms.ChoiceField(label="How we know it", choices=[c for c in Status.choices if c[0] != Status.VERIFIED])

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is on record with its status."""
        return self.case.facts.note(by=by, at=at, **self.cleaned_data)


class VerificationForm(CaseForm):
    """A fact somebody checked."""

    name, noun = "verification", "facts/{row}/verification"
    title, button, lands = "Verify a fact", "I checked it: it is so", "record-facts"
    flash = "The fact is verified."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is verified."""
        return self.dossier.fact(int(self.row)).verify(by=by, at=at)


class ConfirmationForm(CaseForm):
    """Their yes to what we understood, or their "not quite"."""

    name, noun, key = "confirmation", "readback-confirmation", "y"
    title, button, lands = "Their answer to the read-back", "Record their answer", "record-understanding"
    flash = "Their answer is on record."

    said = forms.ChoiceField(
        label="They said",
        choices=[("yes", "“Yes, that is it”"), ("no", "“Not quite”")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say what they answered."},
    )
    words = Line("What is not quite right, in their words", most=5000)
    via = forms.ChoiceField(label="How they said it", choices=VIA)

    def clean(self) -> dict[str, Any]:
        """Who says "not quite" says what."""
        typed = super().clean()
        if typed.get("said") == "no" and not typed.get("words"):
            self.add_error("words", ValidationError("Write down what is not quite right."))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is understood, or disputed in their words."""
        held, typed = self.case.rounds.current(), self.cleaned_data
        if typed["said"] == "yes":
            return held.confirm(typed["via"], by=by, at=at)
        return held.dispute(typed["words"], typed["via"], by=by, at=at)


class WishForm(CaseForm):
    """What would put it right."""

    name, noun, key = "wish", "wish", "w"
    title, button, lands = "What would put it right", "Record their wish", "record-understanding"
    template = "case/forms/wish.html"

    words = Words("In their words", rows=2, most=5000)
    via = forms.ChoiceField(label="How", choices=VIA)
    asked = forms.CharField(required=False, widget=forms.HiddenInput)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Asked, or answered in their words."""
        held, typed = self.case.rounds.current(), self.cleaned_data
        if typed["asked"] and not typed["words"]:
            return held.ask_wish(typed["via"], by=by, at=at)
        return held.tell_wish(typed["words"], typed["via"], by=by, at=at)


class AgreementForm(CaseForm):
    """What was agreed."""

    name, noun, key = "agreement", "agreement", "a"
    title, button, lands = "What was agreed", "Record the agreement", "record-understanding"
    flash = "It is agreed. Now do the first of it."

    words = Words("We will …", required=True, rows=2, most=5000, error_messages={"required": "Write what was agreed."})
    via = forms.ChoiceField(label="How", choices=VIA)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is agreed."""
        return self.case.rounds.current().agree(self.cleaned_data["words"], self.cleaned_data["via"], by=by, at=at)
