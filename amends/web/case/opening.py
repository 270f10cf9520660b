"""A new case, typed while the customer is on the line: one screen, one submit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.urls import reverse

from amends.cases.case import Case, Severity
from amends.customers.address import Address
from amends.customers.customer import Channel, Customer
from amends.intake.calls import Told, take_call
from amends.intake.opening import Complaint
from amends.web.case.acts import SeeOther
from amends.web.case.forms.form import Line, Moment, Words, checklist, done, lines, specifics
from amends.web.door import DeskRequest, desk, page

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from amends.people.person import Person

_MOST = 6
_LEAST = 2


class NewCaseForm(forms.Form):
    """What a caller tells us. `customer` is one we know; else the name and a number or an address make a new one."""

    use_required_attribute = False

    customer = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    name = Line("Name", most=200, widget=forms.TextInput({"autofocus": True, "autocomplete": "off"}))
    phone = Line("Phone", most=40)
    email = forms.EmailField(label="E-mail", required=False, max_length=320)
    channel = forms.ChoiceField(
        label="They told us by",
        choices=[(Channel.PHONE, "phone"), (Channel.VISIT, "visit"), (Channel.LETTER, "letter")],
        widget=forms.RadioSelect,
        initial=Channel.PHONE,
    )
    told_at = Moment(
        "When they told us", help_text="Empty means now. A call of Friday typed on Monday began on Friday."
    )
    words = Words(
        "Their story, in their words",
        rows=8,
        required=True,
        error_messages={"required": "Write down their story, in their words."},
    )
    subject = Line("In a few words", help_text="What the case is called at the desk.")
    heard_out = forms.BooleanField(label="They told it to the end, and nobody interrupted", required=False)
    concerns = Words("What they need met", most=5000, help_text="In their words, one on each line.")
    severity = forms.TypedChoiceField(
        label="Severity", choices=Severity.choices, coerce=int, initial=Severity.MEDIUM, widget=forms.RadioSelect
    )
    answered = Words("What you told them", rows=2, help_text="If you answered already: it is the first human answer.")
    another = forms.BooleanField(label="This is another failure: open a new case", required=False)

    def __init__(self, *args: Any, person: Person, at: datetime, **kwargs: Any) -> None:
        self.person, self.at = person, at
        kwargs["label_suffix"] = ""
        super().__init__(*args, **kwargs)
        self.fields.update(checklist())

    @property
    def checklist(self) -> list[forms.BoundField]:
        """The lines of the specifics."""
        return [self[name] for name in self.fields if name.startswith("about_")]

    def clean(self) -> dict[str, Any]:
        """Somebody to call back, and no second case of one failure."""
        typed = super().clean() or {}
        field = self.fields["told_at"]
        assert isinstance(field, Moment)  # noqa: S101
        try:
            typed["told_at"] = field.at(typed.get("told_at"), self.at)
        except ValidationError as refusal:
            self.add_error("told_at", refusal)
        self.known = sought(self.person, chosen=typed.get("customer"), **_ways(typed))
        if not typed.get("customer") and not any(typed.get(way) for way in ("name", "phone", "email")):
            self.add_error("name", ValidationError("Say who called: a customer we know, or a name and a number."))
        if typed.get("customer") and self.chosen is None:
            self.add_error(None, ValidationError("This customer is not known any more. Look for them again."))
        if self.open_ones and not typed.get("another"):
            self.add_error(
                "another", ValidationError("They have an open case. Go on there, or say that this is another.")
            )
        return typed

    known: list[Customer] = []

    @property
    def chosen(self) -> Customer | None:
        """The customer we know, chosen or found by the exact number or address."""
        return next((row for row in self.known if row.pk == self.cleaned_data.get("customer")), None)

    @property
    def open_ones(self) -> list[Case]:
        """Open cases of whoever this case would belong to."""
        return [case for row in self.known if row == self.chosen or row.is_exact for case in row.open_cases]  # type: ignore[attr-defined]

    def open(self) -> Case:
        """The case, with all that was noted."""
        typed = self.cleaned_data
        complaint = Complaint(
            words=typed["words"],
            channel=typed["channel"],
            received_at=typed["told_at"] or self.at,
            customer=self.chosen,
            severity=typed["severity"],
            owner=self.person,
            subject=typed["subject"] or _subject(typed["words"]),
            **{way: typed[way] for way in ("name", "email", "phone")},
        )
        told = Told(specifics=specifics(self), concerns=lines(typed["concerns"]), heard_out=typed["heard_out"])
        return take_call(complaint, told, answered=typed["answered"], by=self.person, at=self.at)


def _ways(typed: dict[str, Any]) -> dict[str, str]:
    return {way: str(typed.get(way) or "") for way in ("name", "phone", "email")}


def _subject(words: str) -> str:
    """The first sentence or so, when nobody said it shorter."""
    first = words.strip().split("\n", 1)[0].split(". ", 1)[0].strip()
    return first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…"  # noqa: PLR2004


def sought(
    person: Person, *, chosen: int | None = None, name: str = "", phone: str = "", email: str = ""
) -> list[Customer]:
    """Customers who may be the caller: the chosen one, whoever has exactly this number or address, then look-alikes.

    Each carries `ways` (how to reach them), `open_cases` that the person may see, and `is_exact`.
    """
    exact = set()
    for kind, value in (("phone", phone), ("email", email)):
        if value.strip():
            exact |= {customer.pk for customer in Address.objects.owners(kind, [value]).values()}
    like: list[int] = []
    for words in (name, phone, email):
        if len(words.strip()) > _LEAST:
            like += Customer.objects.sought(words).values_list("pk", flat=True)[:_MOST]
    wanted = list(dict.fromkeys([*([chosen] if chosen else []), *exact, *like]))[: _MOST + len(exact)]
    open_cases = Case.objects.visible_to(person).open().order_by("-received_at")
    rows = (
        Customer.objects.standing()
        .filter(pk__in=wanted)
        .prefetch_related(
            Prefetch("addresses", Address.objects.standing(), to_attr="ways"),
            Prefetch("cases", open_cases, to_attr="open_cases"),
        )
    )
    found: list[Customer] = sorted(rows, key=lambda row: wanted.index(row.pk))
    for row in found:
        row.is_exact = row.pk in exact  # type: ignore[attr-defined]
    return found


@desk
def new_case(request: DeskRequest) -> HttpResponse:
    """The screen; a POST opens the case, or looks the caller up, or says what is missing and keeps what was typed."""
    form = NewCaseForm(request.POST or None, person=request.user, at=request.at)
    if request.method != "POST":
        return page(request, "case/new.html", {"form": form})
    if "look" in request.POST:
        form.is_valid()
        form.errors.clear()
        return page(request, "case/new.html", {"form": form, "looked": True})
    opened: list[Case] = []
    if form.is_valid() and done(form, lambda: opened.append(form.open())):
        messages.success(request, "The case is open, and yours.")
        return SeeOther(reverse("case", args=[opened[0].reference]))
    return page(request, "case/new.html", {"form": form}, status=422)


@desk
def known_customers(request: DeskRequest) -> HttpResponse:
    """Customers we know that look like the caller, as the words are typed."""
    typed = {way: request.GET.get(way, "").replace("\x00", "")[:200] for way in ("name", "phone", "email")}
    chosen = request.GET.get("customer", "")
    key = int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 18 else None  # noqa: PLR2004
    found = sought(request.user, chosen=key, **typed)
    return page(request, "case/pieces/known.html", {"known": found, "chosen": key})
