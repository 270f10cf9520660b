"""Something for everybody whom a problem touches: proposed, approved by another, carried out, and the rest given back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone

from amends.affected.redress import Redress
from amends.catalogue.remedy import FAILURES, Remedy
from amends.web.case.forms.form import Line
from amends.web.problems.form import ProblemForm

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class RedressForm(ProblemForm):
    """Something for everybody."""

    name, title, button = "redress", "Give everybody something", "Ask for approval of the total"
    remedy = forms.ModelChoiceField(
        Remedy.objects.none(), label="What everybody gets", empty_label="Choose from the catalogue",
        error_messages={"required": "Choose what everybody gets."},
    )  # fmt: skip
    failure = forms.ChoiceField(
        label="What went wrong for them", choices=[(code.value, words) for code, words in FAILURES.items()]
    )
    worth = forms.DecimalField(
        label="Worth to each", required=False, min_value=0, max_digits=9, decimal_places=2,
        help_text="Where the catalogue lets it follow what they lost; in the currency of the remedy.",
    )  # fmt: skip
    own = Line("What it is called", most=200, help_text="Empty: as the catalogue has it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["remedy"]
        field.queryset = Remedy.objects.for_all(timezone.localdate())  # type: ignore[attr-defined]
        field.label_from_instance = lambda row: f"{row.name} ({row.worth_words}; costs {row.cost_words})"  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Propose it."""
        typed = self.cleaned_data
        row = self.problem.redress.propose(
            typed["remedy"], failure=typed["failure"], worth=typed["worth"], name=typed["own"], by=by, at=at
        )
        return f"For {row.people} people that is {row.total:,.2f} {row.currency} in all. A lead who is not you approves it."


class ApproveRedressForm(ProblemForm):
    """Approve the total."""

    name, button, flash = "total", "I approve the total", "Approved."

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Approve it."""
        _row(self).approve(by=by, at=at)


class CarryOutForm(ProblemForm):
    """It was done for all."""

    name, button = "done", "It is done for those who were reached"
    evidence = Line("How we know", required=True)

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Record it on each case."""
        row = _row(self)
        count = row.carry_out(self.cleaned_data["evidence"], by=by, at=at)
        said = f"{count} people are put right; their follow-up is planned."
        if row.more:
            return f"{said} The others follow in a moment."
        beyond = "1 person" if row.beyond == 1 else f"{row.beyond} people"
        return f"{said} {beyond} would pass a cap by it: decide on their own case." if row.beyond else said


class LeftOverForm(ProblemForm):
    """Nobody else gets it."""

    name, button, flash = "rest", "Nobody else gets it: give back the rest", "What was left of it is free again."

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """What was put aside is free."""
        _row(self).end(by=by, at=at)


def _row(form: ProblemForm) -> Redress:
    return get_object_or_404(Redress.objects.select_related("problem"), problem=form.problem, pk=form.row)
