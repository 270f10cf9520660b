"""What a customer can wish for besides an answer: a call at a time that suits them, and how often they hear from us."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from amends.callbacks.callback import DAYTIME
from amends.deadlines.ruling import presets
from amends.policy.house import HOUSE
from amends.web.portal.forms import Words
from amends.web.zones import choices, known

if TYPE_CHECKING:
    from amends.cases.case import Case

_FEWEST_DIGITS = 5
_MOST_DAYS = 60


class WallClock(forms.DateTimeField):
    """A date and a time on the customer's own clock, as if in UTC until the form knows which clock that is."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        """The time as it was typed."""
        with timezone.override(UTC):
            return super().to_python(value)


def _hour(label: str, initial: time) -> forms.TimeField:
    return forms.TimeField(label=label, initial=initial, widget=forms.TimeInput({"type": "time"}, format="%H:%M"))


class CallForm(forms.Form):
    """They would rather be called. Without a number we use the one we hold; which that is, the page does not show."""

    phone = Words(
        label="Your number",
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel", "inputmode": "tel"}),
    )
    about = Words(label="What about", required=False, max_length=2000, widget=forms.TextInput())
    due = WallClock(label="A time that suits you", required=False)
    hours_from = _hour("Otherwise any time from", DAYTIME[0])
    hours_until = _hour("until", DAYTIME[1])
    time_zone = forms.ChoiceField(label="On the clock of")

    def __init__(self, data: Any = None, *, case: Case, at: datetime, **more: Any) -> None:
        super().__init__(data, **more)
        self.case, self.at = case, at
        own = case.customer.time_zone
        self.fields["time_zone"].choices = choices(own)  # type: ignore[attr-defined]
        self.initial["time_zone"] = own if own and known(own) else HOUSE.time_zone

    def clean_phone(self) -> str:
        """A number that could be called, or one that we hold."""
        phone: str = self.cleaned_data["phone"]
        if phone and sum(letter.isdigit() for letter in phone) < _FEWEST_DIGITS:
            raise forms.ValidationError("This does not look like a phone number. Is there a digit missing?")
        if not phone and not self.case.customer.addresses.standing().filter(kind="phone").exists():
            raise forms.ValidationError("Please tell us the number on which we reach you.")
        return phone

    def clean(self) -> dict[str, Any]:
        """Their time, on their clock, lies ahead and not too far."""
        typed = self.cleaned_data
        if typed.get("due") and typed.get("time_zone"):
            typed["due"] = typed["due"].replace(tzinfo=ZoneInfo(typed["time_zone"])).astimezone(UTC)
            if not self.at < typed["due"] or (typed["due"] - self.at).days > _MOST_DAYS:
                self.add_error("due", "Please choose a time within the next weeks that is still to come.")
        return typed


class CadenceForm(forms.Form):
    """How often they hear from a person here."""

    cadence = forms.ChoiceField(
        label="I would like to hear from you",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose one of these."},
    )

    def __init__(self, data: Any = None, *, case: Case, **more: Any) -> None:
        super().__init__(data, **more)
        offered = [(row.name, row.name) for row in presets(case)]
        self.fields["cadence"].choices = [("", "as you think right"), *offered]  # type: ignore[attr-defined]
        self.initial["cadence"] = case.cadence
