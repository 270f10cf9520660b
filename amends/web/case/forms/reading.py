"""What triage read in a customer's words, put right by whoever reads them too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404

from amends.advice.beside import SEVERITIES
from amends.protection.reading import put_right
from amends.readings.finding import Found, found_in
from amends.readings.reading import INTENSITIES, LABELS, Kind, Label, Reading, standing, taken_away
from amends.readings.taking import Taken
from amends.web.case.forms.form import CaseForm, Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.people.person import Person

_ADDED = [
    (Kind(kind).label, [(f"{kind}.{name}", words) for name, words in labels.items()]) for kind, labels in LABELS.items()
]


#: A severity as triage names it, and as a case has it.
_GRADES = {name: severity for severity, name in SEVERITIES.items()}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing found, and what became of it: `row` is its taking, `until` the day that is watched for it."""

    found: Found
    row: int | None = None
    made: bool = False
    until: datetime | None = None

    @classmethod
    def of(cls, found: Found, taken: Mapping[str, Mapping[str, Any]]) -> Thing:
        """With the row that took it, if one did."""
        row = taken.get(found.place)
        if row is None:
            return cls(found)
        until = datetime.fromisoformat(row["due"]) if row["due"] and row["open"] else None
        return cls(found, row["pk"], row["made"], until)


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What one message reads as, for the page: its labels as they stand, what was found, and whether a person has looked.

    `away` are labels that somebody took away; `grave` is the severity that somebody put right.
    """

    pk: int
    labels: Sequence[Label]
    away: Sequence[Label]
    things: Sequence[Thing]
    language: str
    checked: bool
    grave: str = ""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> ReadAs:
        """From the row that rides on its message."""
        said = row["corrections"] or ()
        corrected = {(kind, label): holds for kind, label, holds, _ in said}
        felt = {label: intensity for _, label, _, intensity in said if intensity}
        labels = standing(row["labels"], corrected, felt)
        taken = {one["place"]: one for one in row["taken"] or ()}
        grave = next((label.name for label in labels if label.kind == Kind.SEVERITY and label.corrected), "")
        return cls(
            row["pk"], labels, taken_away(row["labels"], corrected),
            [Thing.of(one, taken) for one in found_in(row["labels"])], row["language"], bool(row["checked"]), grave,
        )  # fmt: skip

    @property
    def read(self) -> bool:
        """Whether it is a language that triage reads."""
        return self.language == "en"

    @property
    def said(self) -> list[Thing]:
        """What they said themselves."""
        return [thing for thing in self.things if thing.found.plain]

    @property
    def behind(self) -> list[Thing]:
        """What may stand behind their words, each with the question that tests it."""
        return [thing for thing in self.things if not thing.found.plain]

    @property
    def left(self) -> int:
        """How much of what they said is not on the case yet."""
        return sum(thing.row is None for thing in self.said)

    @property
    def next(self) -> str:
        """The place of the first thing that is not on the case yet."""
        return next((thing.found.place for thing in self.things if thing.row is None), "")

    @property
    def severity(self) -> int:
        """The corrected severity as a case has it; 0 where nobody corrected it."""
        return int(_GRADES.get(self.grave, 0))

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
    intensity = forms.ChoiceField(choices=[("", ""), *((one, one) for one in INTENSITIES)], required=False)
    because = Line("What in their words says so", most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """What somebody said of the label is on record beside it."""
        typed = self.cleaned_data
        kind, _, label = typed["label"].partition(".")
        reading, holds = reading_of(self), typed["holds"] or bool(typed["intensity"])
        self.lands = f"message-{reading.message_id}"  # type: ignore[misc]
        return put_right(
            reading, kind, label, holds=holds, intensity=typed["intensity"], because=typed["because"], by=by, at=at
        )


class RightForm(CaseForm):
    """The reading is right as it stands."""

    name, noun = "reading-right", "readings/{row}/right"
    title, button = "It is read right", "It is read right"
    flash = "The reading is confirmed."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Somebody read the words too."""
        return reading_of(self).confirm(by=by, at=at)


class TakingForm(CaseForm):
    """Something found in their words, or all that they said, goes onto the case."""

    name, noun = "taking", "readings/{row}/taken"
    title, button = "Take it onto the case", "Take it"
    flash = "It is on the case, in their words."

    place = forms.CharField(max_length=20, required=False)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is on the case; without a place, all that they said themselves."""
        reading, place = reading_of(self), self.cleaned_data["place"]
        self.lands = f"message-{reading.message_id}"  # type: ignore[misc]
        return reading.taken.take(place, by=by, at=at) if place else reading.taken.take_all(by=by, at=at)


class _OneTaken(CaseForm):
    """An act on one thing that was taken."""

    def taken(self) -> Taken:
        """The taking it is about; 404 for another case's."""
        rows = Taken.objects.select_related("reading__message__case", "concern", "fact")
        found = rows.filter(pk=self.row, reading__message__case=self.case).first()
        if found is None:
            raise Http404
        self.lands = f"message-{found.reading.message_id}"  # type: ignore[misc]
        return found


class UntakingForm(_OneTaken):
    """It was taken by mistake."""

    name, noun = "untaking", "taken/{row}/undone"
    title, button = "Take it off the case", "Undo"
    flash = "It is off the case again."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """What the taking put on the case is off it."""
        return self.taken().undo(by=by, at=at)


class InTimeForm(_OneTaken):
    """They have by that day what they needed."""

    name, noun = "in-time", "taken/{row}/in-time"
    title, button = "They have it in time", "They have it in time"
    flash = "The day is watched no longer."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The day is watched no longer."""
        return self.taken().in_time(by=by, at=at)


def reading_of(form: CaseForm) -> Reading:
    """The reading the form is about; 404 for another case's."""
    found = Reading.objects.filter(pk=form.row, message__case=form.case).select_related("message__case").first()
    if found is None:
        raise Http404
    return found
