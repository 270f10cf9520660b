"""Forms for what was agreed: carrying it out, following it until they have it; and for what we asked of them, and a card for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from amends.effort.effort import KINDS, Effort
from amends.offers.offer import Choice
from amends.remedies.execution import Execution
from amends.remedies.recognition import Recognition
from amends.remedies.tracking import dispute, miss, receive, send_off
from amends.web.case.forms.committing import CoachedForm
from amends.web.case.forms.form import CaseForm, Line

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

_WRONG = "wrong"
_MISSES = {"unused", "declined"}


class _OneChoice(CaseForm):
    """An act on what they chose."""

    lands = "record-remedies"

    @property
    def chosen(self) -> Choice:
        """The choice it is about; 404 for another case's."""
        near = ("option", "remedy", "promise", "offer__spend", "case")
        found: Choice | None = self.case.choices.select_related(*near).filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found


class ExecutionForm(CoachedForm, _OneChoice):
    """What was agreed is carried out; a code goes with a letter of its own."""

    name, noun = "execution", "choices/{row}/execution"
    title, button = "Carry it out", "Carry it out"
    flash = "It is being carried out."
    coached = True

    evidence = Line("How we know that it was done", most=2000, help_text="Empty: it is begun, and still to be done.")

    def send(self, *, by: Person, at: datetime) -> object:
        """It begins; by hand with its evidence it is done at once."""
        evidence = self.cleaned_data["evidence"]
        return Execution.objects.begin(self.chosen, evidence=evidence, sure=self.sure, by=by, at=at)


class CompletionForm(_OneChoice):
    """It was done, and this is how we know."""

    name, noun = "completion", "choices/{row}/completion"
    title, button = "It is done", "It is done"
    flash = "It is done, and on record."

    evidence = Line(
        "How we know", required=True, most=2000, error_messages={"required": "Say how we know that it was done."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is done."""
        return _execution(self.chosen).complete(self.cleaned_data["evidence"], by=by, at=at)


class RetryForm(_OneChoice):
    """It was surely not done."""

    name, noun = "retry", "choices/{row}/retry"
    title, button = "Try it again", "It was not done: try again"
    flash = "It is tried again, under the same key."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Once more, under the same key."""
        return _execution(self.chosen).try_again(by=by, at=at)


class TrackingForm(_OneChoice):
    """Where it is, or what became of it."""

    name, noun = "tracking", "choices/{row}/tracking"
    title, button = "What became of it", "Record it"
    flash = "It is on record."

    became = forms.ChoiceField(
        label="It",
        choices=[
            ("sent", "is on its way"), ("received", "is with them"), ("used", "was used by them"),
            ("unused", "was never used"), ("declined", "was declined after all"),
            (_WRONG, "has not come, or is not what was agreed"),
        ],
        error_messages={"required": "Say what became of it."},
    )  # fmt: skip
    words = Line("How we know", most=2000)

    def clean(self) -> dict[str, Any]:
        """A miss says why."""
        typed = super().clean()
        if typed.get("became") in {*_MISSES, _WRONG} and not typed.get("words"):
            self.add_error("words", ValidationError("Say why."))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is followed until they have it, or it counts as a miss."""
        became, words, chosen = self.cleaned_data["became"], self.cleaned_data["words"], self.chosen
        if became == "sent":
            return send_off(chosen, words=words, by=by, at=at)
        if became == _WRONG:
            return dispute(chosen, words, by=by, at=at)
        if became in _MISSES:
            return miss(chosen, became, words, by=by, at=at)
        return receive(chosen, how=became, words=words, by=by, at=at)


class EffortForm(CaseForm):
    """What we asked of them."""

    name, noun = "effort", "efforts"
    title, button, lands = "Note what we asked of them", "Note it", "record-remedies"
    flash = "It is noted: they should not have had to."

    kind = forms.ChoiceField(label="We asked them", choices=KINDS)
    words = Line(
        "What exactly", required=True, most=2000, error_messages={"required": "Write down what we asked of them."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It counts."""
        return self.case.efforts.note(self.cleaned_data["kind"], self.cleaned_data["words"], by=by, at=at)


class EasingForm(CaseForm):
    """It was too much, and something was done about it."""

    name, noun = "easing", "efforts/{row}/easing"
    title, button, lands = "Make up for it", "Record it", "record-remedies"
    flash = "The alarm is answered."

    words = Line(
        "What we do so that they need not", required=True, most=2000, error_messages={"required": "Say what was done."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The alarm is answered."""
        found: Effort | None = self.case.efforts.select_related("case").filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found.ease(self.cleaned_data["words"], by=by, at=at)


class RecognitionForm(CaseForm):
    """The card was written."""

    name, noun = "recognition", "recognition"
    title, button, lands = "The card", "It is written and posted", "record-remedies"
    flash = "The card is on its way."

    evidence = Line("Where its picture is, if there is one", most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is done: a tick, or where the picture is."""
        found = Recognition.objects.select_related("case").filter(case=self.case).first()
        if found is None:
            raise Http404
        return found.finish(self.cleaned_data["evidence"] or "ticked: written by hand and posted", by=by, at=at)


def _execution(chosen: Choice) -> Execution:
    found = Execution.objects.select_related("choice__case", "choice__option", "begun_by").filter(choice=chosen).first()
    if found is None:
        raise Http404
    return found
