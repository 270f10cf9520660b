"""Forms for asking inside the house: a colleague, their answer, the check; and what stood in the customer's way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from amends.asks.ask import Ask
from amends.asks.priority import case_for_priority
from amends.asks.redtape import Kind
from amends.web.case.forms.form import CaseForm, Line, Moment, Words

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

_UNITS = {"minutes": 60, "hours": 3600, "days": 86_400}


class AskForm(CaseForm):
    """A colleague is asked."""

    name, noun = "ask", "asks"
    title, button, lands = "Ask a colleague", "Ask them", "record-asks"
    flash = "They are asked, and a deadline watches for the answer."
    template = "case/forms/ask.html"

    what = Words(
        "What you ask for", required=True, rows=2, most=5000, error_messages={"required": "Write what you ask for."}
    )
    of = forms.TypedChoiceField(label="Whom", coerce=int, empty_value=None, required=False)
    name_elsewhere = Line("Their name", most=120)
    email = forms.EmailField(
        label="Their e-mail", required=False, max_length=254, help_text="They get a mail with a page to answer on."
    )
    department = Line("Their department", most=120)
    due = Moment("By when", future=True, help_text="Empty: as policy says.")
    priority = Words(
        "Why it comes before their other work",
        rows=9,
        most=6000,
        help_text="Drafted from the record. Change what you like.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        me = self.dossier.person
        colleagues = [(p.pk, p.name) for p in self.dossier.present if p.pk != me.pk]
        self.fields["of"].choices = [("", "somebody outside the desk"), *colleagues]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial["priority"] = case_for_priority(self.case, at=self.dossier.at)

    def clean(self) -> dict[str, Any]:
        """Somebody of the desk, or a name."""
        typed = super().clean()
        if not typed.get("of") and not typed.get("name_elsewhere") and not {"of", "name_elsewhere"} & set(self.errors):
            message = "Name the person you ask; a department alone answers nobody."
            self.add_error("name_elsewhere", ValidationError(message))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They are asked."""
        typed = dict(self.cleaned_data)
        of, name = self.dossier.one_present(typed.pop("of")), typed.pop("name_elsewhere")
        elsewhere = {} if of else {"name": name, "email": typed["email"], "department": typed["department"]}
        return self.case.asks.make(
            typed["what"], of=of, due=typed["due"], priority=typed["priority"], by=by, at=at, **elsewhere
        )


class _OneAsk(CaseForm):
    """An act on one ask of the case."""

    lands = "record-asks"

    @property
    def asked(self) -> Ask:
        """The ask it is about; 404 for another case's."""
        found: Ask | None = self.case.asks.select_related("case__queue__site", "deadline").filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found


class AskAnswerForm(_OneAsk):
    """What they answered."""

    name, noun = "ask-answer", "asks/{row}/answer"
    title, button = "What they answered", "Record their answer"
    flash = "Their answer is on record."

    said = forms.ChoiceField(
        label="They said",
        choices=[("acknowledged", "they see to it"), ("done", "it is done"), ("refused", "they will not, or cannot")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they said."},
    )
    words = Line("In their words", most=5000, help_text="What was done, or why not.")

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It stands with the ask."""
        said, words, asked = self.cleaned_data["said"], self.cleaned_data["words"], self.asked
        if said == "acknowledged":
            return asked.acknowledge(by=by, at=at)
        return (asked.finish if said == "done" else asked.refuse)(words, by=by, at=at)


class AskCheckForm(_OneAsk):
    """Whoever speaks for the customer looked at the answer."""

    name, noun = "ask-check", "asks/{row}/check"
    title, button = "Check what they answered", "I checked it"
    flash = "It is checked."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is really done, or the refusal is dealt with."""
        return self.asked.verify(by=by, at=at)


class AskWithdrawalForm(_OneAsk):
    """It is not needed any more."""

    name, noun = "ask-withdrawal", "asks/{row}/withdrawal"
    title, button = "No longer needed", "Withdraw it"
    flash = "They are no longer asked."

    because = Line("Why it is no longer needed", most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They are asked no more."""
        return self.asked.withdraw(by=by, at=at, **self.cleaned_data)


class RedTapeForm(CaseForm):
    """What stood in the way."""

    name, noun = "red-tape", "red-tape"
    title, button, lands = "Note red tape", "Note it", "record-asks"
    flash = "It is noted, for whoever can cut it."

    words = Line("What stood in the way", required=True, most=2000, error_messages={"required": "Write what it was."})
    kind = forms.ChoiceField(label="It was", choices=Kind.choices)
    cost = Line(
        "What it cost the customer", required=True, most=2000, error_messages={"required": "Write what it cost them."}
    )
    waited = forms.DecimalField(
        label="They waited", required=False, min_value=0, max_value=9999, max_digits=6, decimal_places=1
    )
    unit = forms.ChoiceField(label="of", choices=[(unit, unit) for unit in _UNITS], initial="hours")

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is written down, with what it cost."""
        typed = dict(self.cleaned_data)
        amount, unit = typed.pop("waited"), typed.pop("unit")
        waited = timedelta(seconds=float(amount) * _UNITS[unit]) if amount else None
        return self.case.red_tape.note(waited=waited, by=by, at=at, **typed)
