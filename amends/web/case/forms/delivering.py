"""Forms for how a promise reaches the customer, and for what changes about it before the old date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from amends.changes.change import Change
from amends.changes.way import Content, Method, Way
from amends.promises.promise import Reason
from amends.telling.way import tell_of_way
from amends.web.case.forms.committing import PromisingForm, Said
from amends.web.case.forms.form import CaseForm, Line, Moment, Words
from amends.web.case.forms.keeping import REASONS
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from datetime import date, datetime

    from amends.people.person import Person
    from amends.promises.promise import Promise

#: So many things with a last good day are noted at once.
THINGS = 3
_LANDS = "record-promises"
_DATE = "date"


class _OfPromise(CaseForm):
    """An act on one promise of the case."""

    lands = _LANDS

    @property
    def promise(self) -> Promise:
        """The promise; 404 for another case's."""
        return self.dossier.promise(int(self.row))


class _OfChange(CaseForm):
    """An act on one change of a promise of the case."""

    lands = _LANDS

    @property
    def change(self) -> Change:
        """The change; 404 for another case's."""
        near = ("promise__case__queue__site", "promise__deadline")
        rows = Change.objects.filter(promise__case=self.case, pk=self.row)
        found: Change | None = rows.select_related(*near).first()
        if found is None:
            raise Http404
        return found

    @property
    def promise(self) -> Promise:
        """The promise that changes."""
        return self.change.promise


class WayForm(_OfPromise):
    """How it reaches them, and what it brings."""

    name, noun = "way", "promises/{row}/way"
    title, button = "How it reaches them", "Note it"
    flash = "It is noted."
    template = "case/forms/way.html"

    method = forms.ChoiceField(
        label="It reaches them", choices=[("", "Choose"), *Method.choices],
        error_messages={"required": "Say how it reaches them."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, THINGS + 1):
            self.fields[f"name_{number}"] = Line(f"What it brings, {number}", most=200)
            self.fields[f"until_{number}"] = forms.DateField(
                label=f"Good until, {number}", required=False, widget=forms.DateInput({"type": "date"}),
            )  # fmt: skip
        if not self.is_bound:
            self.initial["method"] = Way.objects.filter(promise=self.promise).values_list("method", flat=True).first()

    @property
    def things(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of what it brings, in pairs: what, and until when it is good."""
        return [(self[f"name_{number}"], self[f"until_{number}"]) for number in range(1, THINGS + 1)]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is noted."""
        typed = self.cleaned_data
        things: list[tuple[str, date | None]] = [
            (typed[f"name_{n}"], typed[f"until_{n}"]) for n in range(1, THINGS + 1) if typed[f"name_{n}"]
        ]
        return Way.objects.note(self.promise, typed["method"], contents=things, by=by, at=at)


class ChangeForm(_OfPromise):
    """The first sign that it will be late, or comes another way."""

    name, noun = "change", "promises/{row}/change"
    title, button = "It will be late, or comes another way", "Note it"
    flash = "It is noted, and a deadline watches that they hear of it before the old date."

    what = forms.ChoiceField(
        label="What changes",
        choices=[(_DATE, "its date will not hold"), *((value, f"it comes {label}") for value, label in Method.choices)],
    )
    because = forms.ChoiceField(
        label="Why", choices=[("", "Choose"), *Reason.choices], error_messages={"required": "Say why it changes."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is noticed."""
        what = self.cleaned_data["what"]
        to_method = "" if what == _DATE else what
        return Change.objects.notice(
            self.promise, because=self.cleaned_data["because"], to_method=to_method, by=by, at=at
        )


class EstimateForm(_OfChange):
    """How late it will be."""

    name, noun = "estimate", "changes/{row}/estimate"
    title, button = "How late it will be", "So late, as far as we know"
    flash = "The new estimate is on record. Tell them now."

    due = Moment("It is done by", future=True, required=True, error_messages={"required": "Say by when it is done."})

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is worked out."""
        return self.change.reckon(self.cleaned_data["due"], by=by, at=at)


class HoldsForm(_OfChange):
    """It stays as it was promised."""

    name, noun = "holds", "changes/{row}/withdrawal"
    title, button = "It holds after all", "It holds after all"
    flash = "It stays as it was promised."

    because = Line(
        "How we know", required=True, most=2000, error_messages={"required": "Say how we know that it holds."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Nothing changes."""
        return self.change.withdraw(because=self.cleaned_data["because"], by=by, at=at)


class WayTellingForm(_OfChange, PromisingForm):
    """The letter that tells them of another way."""

    name, noun = "way-telling", "changes/{row}/telling"
    title, button = "Tell them how it comes now", "Tell them"
    flash = "They are told."
    template = "case/forms/way_telling.html"

    words = Words(
        "Your words to the customer", required=True, rows=9,
        error_messages={"required": "Tell the customer how it comes now."},
    )  # fmt: skip
    spoken = forms.BooleanField(label="I told them this on the phone; send no mail", required=False)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial = {**self.initial, "words": self.suggested, "spoken": not self.dossier.mail_address}

    @property
    def suggested(self) -> str:
        """A letter to begin from: what was promised how, that we are sorry, why, and how it comes now."""
        change, name = self.change, self.case.customer.name
        due = change.promise.deadline.due_at.astimezone(Clock.of(self.case.customer.time_zone, at=self.dossier.at).zone)
        old, new = Method(change.from_method).label, Method(change.to_method).label
        promised = f"We promised you this: “{change.promise.words.rstrip(' .')}”, {old}."
        sorry = f"I am sorry: it reaches you in another way than we said. {REASONS[Reason(change.because)]}"
        return "\n\n".join(
            [
                f"{'Dear ' + name if name else 'Hello'},",
                f"{promised}\n{sorry}",
                f"Now: {new}. The date stays as it was: {due:%A} {due.day} {due:%B}.",
                "If this does not suit you, answer me, and we find another way at no cost to you.",
            ]
        )

    def clean(self) -> dict[str, Any]:
        """Nothing is told twice."""
        typed = super().clean()
        if self.change.told_in_id or self.change.withdrawn_at:
            self.add_error(None, ValidationError("They were told of this, or it was taken back."))
        return typed

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """They are told."""
        typed = self.cleaned_data
        letter = self.of_the_desk(typed["words"], said, seen=typed["seen"])
        return tell_of_way(self.change, letter, spoken=typed["spoken"], by=by, at=at)


class InsteadForm(CaseForm):
    """What they want instead of something that a new date made stale."""

    name, noun, lands = "instead", "contents/{row}/answer", _LANDS
    title, button = "What they want instead", "Note their answer"
    flash = "Their answer is on record. It costs them nothing."

    words = Line(
        "In their words", required=True, most=2000, error_messages={"required": "Write down what they want instead."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They answered."""
        found = Content.objects.filter(way__promise__case=self.case, pk=self.row).select_related("way__promise").first()
        if found is None:
            raise Http404
        return found.answered(self.cleaned_data["words"], by=by, at=at)


DELIVERING: tuple[type[CaseForm], ...] = (WayForm, ChangeForm, EstimateForm, HoldsForm, WayTellingForm, InsteadForm)
