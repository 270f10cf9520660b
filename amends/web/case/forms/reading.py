"""What triage read in a customer's words, put right by whoever reads them too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404

from amends.protection.reading import put_right
from amends.readings.reading import LABELS, Kind, Label, Reading, standing
from amends.web.case.forms.form import CaseForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.people.person import Person

_ADDED = [
    (Kind(kind).label, [(f"{kind}.{name}", words) for name, words in labels.items()]) for kind, labels in LABELS.items()
]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What one message reads as, for the page: its labels as they stand, what to ask, and whether a person has looked."""

    pk: int
    labels: Sequence[Label]
    questions: Sequence[str]
    language: str
    checked: bool

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> ReadAs:
        """From the row that rides on its message."""
        corrected = {(kind, label): holds for kind, label, holds in row["corrections"] or ()}
        questions = [one["question"] for one in row["labels"].get("concerns", ()) if one.get("question")]
        found = standing(row["labels"], corrected)
        return cls(row["pk"], found, list(dict.fromkeys(questions))[:3], row["language"], bool(row["checked"]))

    @property
    def read(self) -> bool:
        """Whether it is a language that triage reads."""
        return self.language == "en"

    @property
    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Labels that somebody may add."""
        return _ADDED


class CorrectionForm(CaseForm):
    """A label holds, or it does not."""

    name, noun = "correction", "readings/{row}/correction"
    title, button = "What it reads as", "Put it right"
    flash = "The reading is put right; it is kept to learn from."

    label = forms.CharField(max_length=40)
    holds = forms.BooleanField(required=False)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """What somebody said of the label is on record beside it, and a danger they found wakes somebody."""
        kind, _, label = self.cleaned_data["label"].partition(".")
        return put_right(reading_of(self), kind, label, holds=self.cleaned_data["holds"], by=by, at=at)


class RightForm(CaseForm):
    """The reading is right as it stands."""

    name, noun = "reading-right", "readings/{row}/right"
    title, button = "It is read right", "It is read right"
    flash = "The reading is confirmed."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Somebody read the words too."""
        return reading_of(self).confirm(by=by, at=at)


def reading_of(form: CaseForm) -> Reading:
    """The reading the form is about; 404 for another case's."""
    found = Reading.objects.filter(pk=form.row, message__case=form.case).select_related("message__case").first()
    if found is None:
        raise Http404
    return found
