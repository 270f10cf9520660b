"""Forms for what is learnt from a case: why it happened, and that it is something to improve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from amends.causes.action import CorrectiveAction
from amends.causes.tracing import Tracing
from amends.causes.tree import tree
from amends.readings.reading import LABELS, Kind
from amends.web.case.forms.form import CaseForm, Line

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


def causes() -> list[tuple[str, list[tuple[str, str]]]]:
    """The tree as a select shows it: below the failure each cause belongs to first."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for cause in tree().values():
        first = cause.failures[0] if cause.failures else ""
        groups.setdefault(LABELS[Kind.FAILURE].get(first, "other"), []).append((cause.name, cause.path))
    return list(groups.items())


class TracingForm(CaseForm):
    """Why it happened."""

    name, noun = "tracing", "cause"
    title, button, lands = "Why it happened", "This is why", "record-lesson"
    flash = "The cause is on record."

    cause = forms.ChoiceField(label="The cause", error_messages={"required": "Choose the cause."})
    words = Line("What shows it", most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].choices = [("", "choose"), *causes()]  # type: ignore[attr-defined]
        held = self.dossier.learning.cause
        self.initial = {"cause": held["cause"] if held else "", **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It was traced to that."""
        return Tracing.objects.trace(
            self.case, self.cleaned_data["cause"], words=self.cleaned_data["words"], by=by, at=at
        )


class ImprovementForm(CaseForm):
    """The complaint is something to improve."""

    name, noun, key = "improvement", "improvement", "l"
    title, button, lands = "Make it something to improve", "Note it", "record-lesson"
    flash = "It is noted: somebody takes it up, with a date, under Lessons."

    words = Line("What should change", most=2000, help_text="As it stands, or in your words. Enter notes it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        concern = next((row.words for row in self.dossier.concerns if not row.waived_at), "")
        self.initial = {"words": concern or self.case.subject, **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is noted."""
        return CorrectiveAction.objects.note(self.case, self.cleaned_data["words"], by=by, at=at)
