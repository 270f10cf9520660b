"""Forms for calls: that they want one, each try, the call itself; and for what they sent and nobody has opened."""

from __future__ import annotations

from datetime import UTC, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils import timezone

from amends.callbacks.callback import DAYTIME, CallBack
from amends.callbacks.calling import call
from amends.messages.attempt import Result
from amends.messages.inbound import open_inbound
from amends.policy.house import HOUSE
from amends.web.case.forms.committing import PromisingForm, Said, lead_field
from amends.web.case.forms.form import VIA, CaseForm, Heard, Line, Moment, Words
from amends.web.zones import choices, known

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class TheirMoment(Moment):
    """A date and a time on the customer's clock; the form moves it there, since the field cannot know which clock it is."""

    def to_python(self, value: Any) -> datetime | None:
        """The time as it was typed, as if in UTC."""
        with timezone.override(UTC):
            return super().to_python(value)


def somebody(label: str, **kwargs: Any) -> forms.TypedChoiceField:
    """A person by their key, or nobody."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False, **kwargs)


class CallBackForm(CaseForm):
    """They want a call, or we say when we call."""

    name, noun = "call-back", "call-backs"
    title, button, lands = "They want a call", "Put the call on the list", "record-calls"
    flash = "The call is on the list, with somebody who is here at that time."
    template = "case/forms/call_back.html"

    about = Line("What about", most=2000)
    phone = Line(
        "Number", most=40, required=True,
        error_messages={"required": "We have no number of theirs. Write down where to call them."},
    )  # fmt: skip
    due = TheirMoment(
        "When, on their clock", future=True, help_text="Empty: as soon as policy asks for, in their hours."
    )
    promised = forms.BooleanField(label="We told them this time: it is a promise", required=False)
    hurried = Line(
        "Why this time, if it is early", most=500, help_text="Asked for where promised calls are seldom made so soon."
    )
    caller = somebody("Who calls")
    via = forms.ChoiceField(label="How they asked", choices=VIA, initial="phone")
    time_zone = forms.ChoiceField(label="Their clock")
    hours_from = forms.TimeField(label="Call them from", widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    hours_until = forms.TimeField(label="until", widget=forms.TimeInput({"type": "time"}, format="%H:%M"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here, own = self.dossier.present, self.case.customer.time_zone
        self.fields["time_zone"].choices = choices(own)  # type: ignore[attr-defined]
        self.fields["caller"].choices = [  # type: ignore[attr-defined]
            ("", "the owner, or whoever is here then"),
            *((p.pk, p.name) for p in here),
        ]
        if self.dossier.needs_lead:
            self.fields["backed_by"] = lead_field(self.dossier.leads)
        phone = next((row["value"] for row in self.dossier.addresses if row["kind"] == "phone"), "")
        self.initial = {
            **self.initial,
            "phone": phone, "time_zone": own if known(own) and own else HOUSE.time_zone, "hours_from": DAYTIME[0],
            "hours_until": DAYTIME[1],
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Their time stands on their clock; a promise names one and says what it is about."""
        typed = self.cleaned_data
        if typed.get("due") and typed.get("time_zone"):
            typed["due"] = typed["due"].replace(tzinfo=ZoneInfo(typed["time_zone"])).astimezone(UTC)
        typed = super().clean()
        if typed.get("promised") and not typed.get("due") and "due" not in self.errors:
            self.add_error("due", ValidationError("Say which time we told them."))
        if typed.get("promised") and not typed.get("about") and "about" not in self.errors:
            self.add_error("about", ValidationError("Say what was promised: “We call about the table”."))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Somebody calls them, and a deadline watches it."""
        typed = dict(self.cleaned_data)
        hours: tuple[time, time] = typed.pop("hours_from"), typed.pop("hours_until")
        promised, about, hurried = typed.pop("promised"), typed.pop("about"), typed.pop("hurried")
        backed_by = self.dossier.lead(typed.pop("backed_by", None))
        typed |= {"hours": hours, "caller": self.dossier.one_present(typed["caller"])}
        if promised:
            return self.case.call_backs.promise(about, backed_by=backed_by, hurried=hurried, by=by, at=at, **typed)
        return self.case.call_backs.ask(about=about, by=by, at=at, **typed)


class _OneCall(CaseForm):
    """An act on one call-back of the case."""

    lands = "record-calls"

    @property
    def call_back(self) -> CallBack:
        """The call it is about; 404 for another case's."""
        rows = self.case.call_backs.select_related("case", "deadline", "promise__deadline")
        found: CallBack | None = rows.filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found


class TryForm(_OneCall):
    """Called, and reached nobody."""

    name, noun = "call-back-attempt", "call-backs/{row}/attempts"
    title, button = "Called, reached nobody", "Record the try"
    flash = "The try is on record. They still wait for the call."

    result = forms.ChoiceField(label="What happened", choices=[c for c in Result.choices if c[0] != Result.NOT_HOME])
    next_try_at = Moment("Next try", future=True, help_text="Empty: in an hour, or when their hours begin.")

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The try is on record, and when the next one is."""
        return self.call_back.attempt(by=by, at=at, **self.cleaned_data)


class SpokeForm(_OneCall, PromisingForm):
    """Called, and spoke."""

    name, noun = "call-back-call", "call-backs/{row}/call"
    title, button, lands = "We spoke", "We spoke: the call is made", "newest"
    flash = "The call is on record, and made."
    template = "case/forms/spoke.html"

    heard = Heard()
    words = Words(
        "What you told them",
        required=True,
        rows=4,
        error_messages={"required": "Write down what was said."},
    )
    said_at = Moment("When", help_text="Empty means now.")

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """The call is on record with what it promises, and what was due by it is done."""
        typed = {name: self.cleaned_data[name] for name in ("heard", "said_at")}
        return call(self.call_back, self.cleaned_data["words"], promises=said.promises, by=by, at=at, **typed)


class CallingOffForm(_OneCall):
    """No call is wanted any more."""

    name, noun = "call-back-off", "call-backs/{row}/calling-off"
    title, button = "They want no call any more", "Call it off"
    flash = "Nobody calls."

    because = Line(
        "In their words", required=True, most=2000, error_messages={"required": "Write down what they said."}
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is off, in their words."""
        return self.call_back.call_off(by=by, at=at, **self.cleaned_data)


class CallerForm(_OneCall):
    """Somebody else calls."""

    name, noun = "call-back-caller", "call-backs/{row}/caller"
    title, button = "Somebody else calls", "Give them the call"
    flash = "The call has its caller."

    caller = somebody("Who calls")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = [(p.pk, p.name) for p in self.dossier.present]
        self.fields["caller"].choices = [("", "whoever of the queue is here"), *here]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They call instead."""
        return self.call_back.give_to(self.dossier.one_present(self.cleaned_data["caller"]), by=by, at=at)


class OpeningForm(CaseForm):
    """Somebody opened what they sent."""

    name, noun = "opening", "opening"
    title, button, lands = "What they sent, opened", "I opened it", "conversation"
    flash = "It is on record that you opened it."

    found = forms.ChoiceField(
        label="It is",
        choices=[("complete", "complete and fit for use"), ("lacks", "not: something is missing, or unfit")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how you found it."},
    )
    lacks = Line("What is missing, or unfit", most=2000)

    def clean(self) -> dict[str, Any]:
        """Who finds a fault says which."""
        typed = super().clean()
        if typed.get("found") == "lacks" and not typed.get("lacks"):
            self.add_error("lacks", ValidationError("Say what is missing, so that they can be asked for it."))
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It was opened, and is as it says."""
        lacks = self.cleaned_data["lacks"] if self.cleaned_data["found"] == "lacks" else ""
        return open_inbound(self.case, lacks=lacks, by=by, at=at)
