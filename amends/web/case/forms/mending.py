"""Forms for putting it right: deeds, and saying that everything is done and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from amends.concerns.fact import Status
from amends.followups.resolving import resolve
from amends.web.case.forms.form import CaseForm, Line, Words

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class ActForm(CaseForm):
    """A deed done for the customer, and the concerns it meets."""

    name, noun, key = "act", "acts", "d"
    title, button, lands = "Record a deed", "Record the deed", "record-deeds"
    flash = "The deed is on record."

    words = Words(
        "What was done",
        rows=2,
        most=5000,
        required=True,
        help_text="In words the customer could read.",
        error_messages={"required": "Say what was done."},
    )
    meets = forms.MultipleChoiceField(
        label="It meets these concerns", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = [(str(row.pk), row.words) for row in self.dossier.concerns if not row.waived_at and not row.act_id]
        self.fields["meets"].choices = open_ones  # type: ignore[attr-defined]
        if not open_ones:
            del self.fields["meets"]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is on record, and each concern it meets with it."""
        met = [self.dossier.concern(int(key)) for key in self.cleaned_data.get("meets", [])]
        return self.case.acts.do(self.cleaned_data["words"], meets=met, by=by, at=at)


class CheckingForm(CaseForm):
    """Somebody saw that what was done works."""

    name, noun = "checking", "acts/{row}/verification"
    title, button, lands = "Checked that it works", "It works", "record-deeds"
    flash = "It was checked, and by whom and how is on record."

    how = Line(
        "How you checked that it works",
        required=True,
        most=2000,
        error_messages={"required": "Say how you checked it."},
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It works, and somebody saw it."""
        return self.dossier.act(int(self.row)).verify(self.cleaned_data["how"], by=by, at=at)


class MeetingForm(CaseForm):
    """A concern met by a deed that is on record."""

    name, noun = "meeting", "concerns/{row}/meeting"
    title, button, lands = "Met by a deed", "It meets this concern", "record-concerns"

    act = forms.ChoiceField(label="Which deed meets it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"].choices = [(str(act.pk), act.words) for act in self.dossier.acts]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The deed meets it."""
        act = self.dossier.act(int(self.cleaned_data["act"]))
        return self.dossier.concern(int(self.row)).address(act, by=by, at=at)


class ResolutionForm(CaseForm):
    """Everything is done and told."""

    name, noun = "resolution", "resolution"
    title, button = "Resolve the case", "Everything is done and told: resolve"
    flash = "Resolved. The follow-up is planned."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if assumed := [fact.words for fact in self.dossier.facts if fact.status == Status.ASSUMED]:
            self.fields["knowing"] = forms.BooleanField(
                label="I know that it rests on what is only assumed", required=False, help_text="; ".join(assumed)
            )
        if self.dossier.giving.unrecognised:
            self.fields["unrecognised"] = Line(
                "Why nothing is given for their trouble",
                most=2000,
                help_text="It was our fault. Something small from the catalogue would say so; or write why not.",
            )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Resolved, and the follow-up planned."""
        return resolve(self.case, by=by, at=at, **self.cleaned_data)
