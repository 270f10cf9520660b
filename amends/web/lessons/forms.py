"""The forms of one change and one alert: each cleans what was typed and makes one call."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms

from amends.cases.ending import Refused
from amends.deadlines.ruling import house_calendar, house_number
from amends.people.may import NotAllowed
from amends.people.person import Person
from amends.people.presence import NotHere
from amends.web.case.forms.form import Line, Moment, Words
from amends.web.case.forms.learning import causes

if TYPE_CHECKING:
    from amends.causes.action import CorrectiveAction

REFUSALS = (Refused, NotHere, NotAllowed)


def in_days(at: datetime, days: float) -> datetime:
    """Noon of a day so many days on, on the house's clock: a date to begin with."""
    day = (at + timedelta(days=days)).astimezone(ZoneInfo(house_calendar().zone)).date()
    return datetime.combine(day, time(12), ZoneInfo(house_calendar().zone))


class ActionForm(forms.Form):
    """One act on one change."""

    name: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    flash: ClassVar[str] = "It is on record."
    kind: ClassVar[str] = "primary"
    use_required_attribute = False

    def __init__(self, action: CorrectiveAction, at: datetime, *args: Any, **kwargs: Any) -> None:
        self.action, self.at = action, at
        kwargs |= {"auto_id": f"{self.name}-%s", "label_suffix": ""}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Times lie where they can."""
        typed = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, Moment):
                try:
                    typed[name] = field.at(typed.get(name), self.at)
                except forms.ValidationError as refusal:
                    self.add_error(name, refusal)
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The one call."""
        raise NotImplementedError

    def carried_out(self, *, by: Person, at: datetime) -> bool:
        """Whether it was done; if not, the form says why."""
        if not self.is_valid():
            return False
        try:
            self.carry_out(by=by, at=at)
        except REFUSALS as refusal:
            self.add_error(None, str(refusal))
            return False
        return True


class TakeUpForm(ActionForm):
    """Somebody changes something by a date."""

    name, title, button = "taking-up", "Take it up", "It is theirs, by then"
    flash = "It has an owner and a date."

    words = Words("What is changed", rows=2, required=True, most=2000)
    cause = forms.ChoiceField(label="So that this stops", error_messages={"required": "Choose the cause."})
    owner = forms.ModelChoiceField(Person.objects.none(), label="Who changes it")
    due = Moment("By when", future=True, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = Person.objects.staff().order_by("name")  # type: ignore[attr-defined]
        self.fields["cause"].choices = [("", "choose"), *causes()]  # type: ignore[attr-defined]
        start = {"words": self.action.words, "due": in_days(self.at, house_number("action days"))}
        self.initial = {**start, **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is theirs."""
        typed = self.cleaned_data
        return self.action.take_up(
            typed["cause"], owner=typed["owner"], due=typed["due"], words=typed["words"], by=by, at=at
        )


class FinishForm(ActionForm):
    """It is done, and watched from now on."""

    name, title, button = "finishing", "It is done", "Done: watch it"
    flash = "It is watched now. If what it should stop is not shown to have become rarer, it comes back."

    words = Words(
        "What was changed", rows=2, required=True, most=2000, help_text="In words that a customer could read."
    )
    evidence = Words("What shows that it is done", rows=2, required=True, most=2000)
    weeks = forms.IntegerField(
        label="Watch it for so many weeks", min_value=1, max_value=104,
        help_text="As many weeks before it are set beside them. Few cases need more weeks, or counted opportunities.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"weeks": int(house_number("watch weeks")), "words": self.action.words, **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is watched."""
        return self.action.finish(by=by, at=at, **self.cleaned_data)


class MeasureForm(ActionForm):
    """How many opportunities there were."""

    name, title, button, kind = "measuring", "Count opportunities instead of weeks", "Keep the counts", "plain"

    unit = Line("What is counted", required=True, most=40, help_text="Orders, parcels, stays: whatever could go wrong.")
    before = forms.FloatField(label="So many in the weeks before it was done", min_value=0)
    after = forms.FloatField(
        label="So many since", min_value=0, required=False, help_text="May be added until the window ends."
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They are kept."""
        return self.action.measure(by=by, at=at, **self.cleaned_data)


class DropForm(ActionForm):
    """Nothing is changed."""

    name, title, button, kind = "dropping", "Leave it as it is", "Leave it, for this reason", "danger"

    because = Line("Why nothing is changed", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is left."""
        return self.action.drop(because=self.cleaned_data["because"], by=by, at=at)


#: What can be done where an action stands.
AT: dict[str, tuple[type[ActionForm], ...]] = {
    "noted": (TakeUpForm, DropForm), "open": (FinishForm, DropForm), "watched": (MeasureForm,), "proven": (), "dropped": (),
}  # fmt: skip
ACTION_FORMS = {form.name: form for forms_ in AT.values() for form in forms_}
