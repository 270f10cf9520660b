"""What the forms of a case have in common: kinds of field, and the way from what was typed to a deed or a sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from amends.cases.case import HandoffNeeded, StageMoved
from amends.cases.ending import Merged, Refused
from amends.concerns.fact import About
from amends.customers.customer import Channel
from amends.eml.names import safe_name, servable_type
from amends.messages.attachment import Enclosure
from amends.messages.writing import SomethingNew
from amends.people.absence import AbsenceRefused
from amends.people.may import NotAllowed
from amends.people.presence import NotHere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.core.files.uploadedfile import UploadedFile

    from amends.cases.case import Case
    from amends.people.person import Person
    from amends.web.case.dossier import Dossier

#: More than anybody types; what is longer belongs in a file.
LONG, SHORT = 50_000, 300
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_FAR = timedelta(days=5 * 366)
_CLOCKS = timedelta(minutes=5)

VIA = [(value, label) for value, label in Channel.choices if value not in {"form", "api"}]
SPECIFICS = {
    About.WHAT: "What happened",
    About.WHEN: "When",
    About.WHERE: "Where",
    About.ORDER: "Order or account",
    About.AMOUNT: "Amount",
    About.EFFECT: "Effect on them",
}


class Line(forms.CharField):
    """One line of words."""

    def __init__(self, label: str, *, required: bool = False, most: int = SHORT, **kwargs: Any) -> None:
        super().__init__(label=label, required=required, max_length=most, **kwargs)


class Words(forms.CharField):
    """Words of any length that a person types."""

    def __init__(self, label: str, *, required: bool = False, rows: int = 3, most: int = LONG, **kwargs: Any) -> None:
        super().__init__(
            label=label, required=required, max_length=most, widget=forms.Textarea({"rows": rows}), **kwargs
        )


class Heard(Words):
    """What a customer says by word of mouth, taken down as they say it."""

    def __init__(self) -> None:
        super().__init__(
            "What they said, in their words", rows=4,
            help_text="Read as their letters are: what may not wait is acted on at once.",
        )  # fmt: skip


class Moment(forms.DateTimeField):
    """A date and a time of the person's own clock, in the past or the future."""

    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, label: str, *, future: bool = False, required: bool = False, **kwargs: Any) -> None:
        self.future = future
        super().__init__(label=label, required=required, **kwargs)

    def at(self, value: datetime | None, now: datetime) -> datetime | None:
        """The value, if it lies where it can; ValidationError with a sentence otherwise."""
        if value is None:
            return None
        if self.future and not now < value < now + _FAR:
            raise ValidationError("Choose a time that is still to come, within five years.")
        if not self.future and not _FIRST < value < now + _CLOCKS:
            raise ValidationError("This must lie in the past.")
        return value if self.future else min(value, now)


class Several(forms.FileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """Several files, or none, as enclosures with safe names and types."""

    widget = Several

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, required=False, widget=Several({"multiple": True}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Enclosure]:  # noqa: ARG002
        """Each file read; an empty input is no file."""
        files: Iterable[UploadedFile[Any]] = data if isinstance(data, list) else [data] if data else []
        return [_enclosure(file) for file in files]


def _enclosure(file: UploadedFile[Any]) -> Enclosure:
    data = file.read()
    return Enclosure(
        name=safe_name(file.name or ""), content_type=servable_type(file.content_type or "", data), data=data
    )


class CaseForm(forms.Form):
    """One act on a case.

    `name` is its place on the page, `noun` its address below the case, `lands` where the page opens when it is done.
    `row` is the one thing of the case it is about (a concern, a promise), where it is about one.
    """

    name: ClassVar[str]
    noun: ClassVar[str]
    title: ClassVar[str]
    button: ClassVar[str]
    key: ClassVar[str] = ""
    lands: ClassVar[str] = ""
    flash: ClassVar[str] = "It is on record."
    template: ClassVar[str] = "case/forms/form.html"
    #: Nothing was refused: the page shows once more what is about to be done.
    preview: bool = False
    use_required_attribute = False

    def __init__(self, dossier: Dossier, *args: Any, row: int | str = "", **kwargs: Any) -> None:
        self.dossier, self.row = dossier, row
        ids = f"{self.name}-{row}-%s" if row else f"{self.name}-%s"
        kwargs |= {"auto_id": ids, "label_suffix": ""}
        super().__init__(*args, **kwargs)

    @property
    def case(self) -> Case:
        """The case it acts on."""
        return self.dossier.case

    @property
    def action(self) -> str:
        """Where it is sent: from a case that was merged while somebody typed, to the one it goes on as."""
        noun = self.noun.format(row=self.row)
        return f"{reverse('case', args=[(self.case.merged_into or self.case).reference])}/{noun}"

    @property
    def reached(self) -> Case:
        """The case whose page opens once it is done."""
        return self.case

    def clean(self) -> dict[str, Any]:
        """Times lie where they can."""
        super().clean()
        for name, field in self.fields.items():
            if isinstance(field, Moment):
                try:
                    self.cleaned_data[name] = field.at(self.cleaned_data.get(name), self.dossier.at)
                except ValidationError as refusal:
                    self.add_error(name, refusal)
        return self.cleaned_data

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The one call of the domain."""
        raise NotImplementedError

    @property
    def opens(self) -> str:
        """The part of the page that is open when it is done; none, where it is to be seen as it always stands."""
        return ""

    def carried_out(self, *, by: Person, at: datetime) -> bool:
        """Whether it was done; if not, the form says why."""
        return self.is_valid() and done(self, lambda: self._do(by, at))

    def _do(self, by: Person, at: datetime) -> object:
        if self.case.merged_into_id:
            raise Merged(self.case)
        return self.carry_out(by=by, at=at)

    @property
    def news(self) -> list[str]:
        """The sentences of a refusal that are about no single field."""
        return [str(sentence) for sentence in self.non_field_errors()]


def done(form: forms.Form, deed: Callable[[], object]) -> bool:
    """Do it; the one place where a refusal of the domain becomes a sentence on the form."""
    try:
        deed()
    except (Refused, StageMoved, SomethingNew, NotAllowed, NotHere, HandoffNeeded, AbsenceRefused) as refusal:
        form.add_error(None, str(refusal))
    except IntegrityError:
        form.add_error(None, "Somebody did this at the same moment. Look at what is on record now, then try again.")
    else:
        return True
    return False


def lines(words: str) -> list[str]:
    """What stands on each line, without marks of a list."""
    return [line for raw in words.splitlines() if (line := raw.strip().lstrip("-*•").strip())]


def specifics(form: forms.Form) -> dict[str, str]:
    """What was typed into the checklist, by what it is about."""
    return {about: words for about in SPECIFICS if (words := form.cleaned_data.get(f"about_{about}"))}


def checklist() -> dict[str, Line]:
    """A line for each thing a case needs to know."""
    return {f"about_{about}": Line(label, most=2000) for about, label in SPECIFICS.items()}
