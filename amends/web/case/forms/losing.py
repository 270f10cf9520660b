"""The form for what they lost, on which everything that is given rests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms

from amends.catalogue.remedy import FAILURES
from amends.experiments.arms import Place
from amends.offers.loss import Fault, Loss
from amends.web.case.forms.form import CaseForm, Line

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

_MOST = Decimal(9_999_999)


class Amount(forms.DecimalField):
    """Money, in the currency of the loss."""

    def __init__(self, label: str, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(
            label=label, required=required, min_value=0, max_value=_MOST, max_digits=9, decimal_places=2,
            widget=forms.NumberInput({"step": "0.01", "inputmode": "decimal"}), **kwargs,
        )  # fmt: skip


class LossForm(CaseForm):
    """What they lost."""

    name, noun = "loss", "loss"
    title, button, lands = "What they lost", "Note it", "record-remedies"
    template = "case/forms/loss.html"
    flash = "What they lost is on record."

    failure = forms.ChoiceField(
        label="What went wrong", choices=[(code.value, words) for code, words in FAILURES.items()]
    )
    amount = Amount("How much it cost them", required=True, help_text="0.00 where no money was lost.")
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label="Currency",
        initial="GBP",
        max_length=3,
        error_messages={"invalid": "Three letters, like GBP."},
    )
    rejected = forms.TypedChoiceField(
        label="What they got", choices=[("yes", "they do not keep it, or it is of no use"), ("no", "they keep it all the same")],
        coerce=lambda word: word == "yes", initial="yes", widget=forms.RadioSelect,
    )  # fmt: skip
    fault = forms.ChoiceField(
        label="Fault", choices=Fault.choices, initial=Fault.OPEN, help_text="Goodwill needs none."
    )
    payment = Line(
        "Stripe's number of the payment",
        most=120,
        help_text="pi_… or ch_…. A refund then goes back to their card by itself.",
    )

    objection = Line(
        "Why the size of a token must not be drawn here", most=500,
        help_text="An experiment draws it where no money was lost. Empty: it may. Safety, law, a second failure are never drawn.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if Place.TOKEN not in self.dossier.giving.lots:
            del self.fields["objection"]
        held = self.dossier.giving.loss
        self.title = "Correct what they lost" if held else "Write down what they lost"  # type: ignore[misc]
        if held and not self.is_bound:
            self.initial = {
                "failure": held.failure, "amount": held.amount, "currency": held.currency, "fault": held.fault,
                "rejected": "yes" if held.rejected else "no", "payment": held.payment,
            }  # fmt: skip

    @property
    def opens(self) -> str:
        """The three at once, where they may be offered."""
        asked, giving = self.dossier.round and self.dossier.round.wish_told_at, self.dossier.giving
        may = asked and not giving.waiting and not giving.gave
        return "remedies" if may else ""

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It stands with the case."""
        return Loss.objects.note(self.case, by=by, at=at, **self.cleaned_data)
