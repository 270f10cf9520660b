"""The forms of the desk's own pages: each cleans what was typed and makes one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from amends.customers.address import Kind, Taken
from amends.customers.customer import Channel, Customer, Household
from amends.people.absence import Absence
from amends.people.person import Person, Role

if TYPE_CHECKING:
    from datetime import datetime


def known_zone(words: str) -> None:
    """A time zone by its name in the world's database."""
    if words not in available_timezones():
        raise ValidationError("Name it as “Europe/London”: a continent, a slash, and a large city.")


class ZoneField(forms.CharField):
    """The name of a time zone; empty for the house's own."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"placeholder": "Europe/London", "autocomplete": "off", "spellcheck": "false"})
        super().__init__(label="Time zone", required=False, max_length=60, widget=widget, **kwargs)
        self.validators.append(known_zone)


class DetailsForm(forms.Form):
    """Who the customer is."""

    name = forms.CharField(max_length=200, required=False)
    preferred_channel = forms.ChoiceField(
        label="How they like to be reached", required=False,
        choices=[("", "not told"), *((c.value, c.label) for c in (Channel.EMAIL, Channel.PHONE, Channel.LETTER, Channel.VISIT))],
    )  # fmt: skip
    language = forms.RegexField(
        r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", required=False, max_length=16, help_text="As a code: en, de, pt-BR.",
        error_messages={"invalid": "Write it as a code, like en or pt-BR."},
    )  # fmt: skip
    time_zone = ZoneField()
    key_customer = forms.BooleanField(label="A key customer of the house", required=False)

    def save(self, customer: Customer, *, by: Person, at: datetime) -> str:
        """Change what was changed; a sentence says so."""
        values = self.cleaned_data
        if changes := {name: value for name, value in values.items() if getattr(customer, name) != value}:
            customer.change(by=by, at=at, **changes)
        return "The details are saved."


class AddressForm(forms.Form):
    """One more way to reach the customer."""

    kind = forms.ChoiceField(label="Kind", choices=Kind.choices)
    value = forms.CharField(label="Address or number", max_length=320)

    def clean(self) -> dict[str, Any]:
        """An e-mail address has the form of one."""
        typed = super().clean() or {}
        if typed.get("kind") == Kind.EMAIL and typed.get("value"):
            try:
                validate_email(typed["value"])
            except ValidationError:
                self.add_error("value", "This does not look like an e-mail address.")
        return typed

    def save(self, customer: Customer, *, by: Person, at: datetime) -> str:
        """Add it; another customer's address is refused with that customer's name."""
        try:
            address = customer.addresses.learn(self.cleaned_data["kind"], self.cleaned_data["value"], by=by, at=at)
        except Taken as taken:
            name = taken.address.customer.spoken_name
            raise ValidationError(
                f"This already belongs to {name}. If the two are one person, say so on this page; "
                f"if it has changed hands, retire it there first."
            ) from taken
        return f"{address.value} is added."


class HouseholdForm(forms.Form):
    """Whom the customer belongs to."""

    kind = forms.ChoiceField(label="They share", choices=[("household", "a household"), ("company", "a company")])
    name = forms.CharField(label="Its name", max_length=200)

    def save(self, customer: Customer, *, by: Person, at: datetime) -> str:
        """Join it; it is formed if it is new."""
        kind = Household.Kind(self.cleaned_data["kind"])
        household = customer.join(self.cleaned_data["name"], kind=kind, by=by, at=at)
        return f"{customer.spoken_name} belongs to {household.name}."


class ReleaseForm(forms.Form):
    """A case from a kept mail, as far as a person can read it."""

    name = forms.CharField(label="Customer's name", max_length=200, required=False)
    email = forms.EmailField(label="Their e-mail address", max_length=320)
    subject = forms.CharField(max_length=300, required=False)
    words = forms.CharField(label="What they told us", max_length=100_000, widget=forms.Textarea({"rows": 8}))


class SetAsideForm(forms.Form):
    """Why a kept mail needs no case."""

    because = forms.CharField(
        label="Why it needs no case", max_length=500, widget=forms.TextInput({"placeholder": "An advertisement, say"})
    )


class PersonForm(forms.Form):
    """Somebody new at the desk."""

    name = forms.CharField(max_length=120)
    email = forms.EmailField(label="E-mail", max_length=254)
    role = forms.ChoiceField(choices=Role.choices, initial=Role.AGENT)

    def clean_email(self) -> str:
        """Nobody is added twice."""
        email = str(self.cleaned_data["email"]).strip().lower()
        if Person.objects.filter(email=email).exists():
            raise ValidationError("Somebody with this address is here already.")
        return email

    def save(self, *, by: Person, at: datetime) -> Person:
        """They can sign in by a link."""
        typed = self.cleaned_data
        return Person.objects.add(typed["email"], name=typed["name"], role=typed["role"], by=by, at=at)


class ProfileForm(forms.Form):
    """What a person says of themselves."""

    name = forms.CharField(max_length=120)
    phone = forms.CharField(max_length=40, required=False)
    time_zone = ZoneField(help_text="Times are shown on this clock. Empty: the house's own.")
    signature = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea({"rows": 4}), help_text="Ends your mails to customers."
    )

    def save(self, person: Person, *, at: datetime) -> None:
        """Change what was changed."""
        changes = {name: value for name, value in self.cleaned_data.items() if getattr(person, name) != value}
        if changes:
            person.change(by=person, at=at, **changes)


class RoleForm(forms.Form):
    """What somebody is at the desk."""

    role = forms.ChoiceField(choices=Role.choices)


class LeavingForm(forms.Form):
    """Somebody has left, and who gets what was theirs; empty for their deputy, or whoever of the queue has least."""

    heir = forms.ModelChoiceField(
        Person.objects.none(), label="Who gets their open cases, calls and asks", required=False,
        empty_label="Their deputy, or whoever has least",
    )  # fmt: skip
    sure = forms.BooleanField(required=False)

    def __init__(self, *args: Any, person: Person, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.now = person, now
        self.fields["sure"].label = f"{person.name} has left"
        others = Person.objects.staff().exclude(pk=person.pk).order_by("name", "pk")
        self.fields["heir"].queryset = others  # type: ignore[attr-defined]

    def clean_sure(self) -> bool:
        """It ends their sign-in for good."""
        if not self.cleaned_data["sure"]:
            raise ValidationError(f"Tick that {self.person.name} has left: their sign-in ends for good.")
        return True

    def clean_heir(self) -> Person | None:
        """Whoever gets it is here to do it."""
        heir: Person | None = self.cleaned_data["heir"]
        if heir is not None and Absence.objects.at(self.now).filter(person=heir).exists():
            raise ValidationError(f"{heir.name} is away. Choose somebody who is here.")
        return heir
