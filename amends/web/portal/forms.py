"""What a customer can fill in, and how their files come to us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from amends.cases.ending import Refused
from amends.concerns.concern import Concern
from amends.eml.names import OPAQUE, safe_name, servable_type
from amends.messages.attachment import Enclosure, within_limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from amends.offers.offer import Option

MOST_FILES = 10
#: Longer than any letter, and short enough to be read; what is longer is refused with the words kept.
LONGEST = 40_000
_LONGEST_TYPE = 120
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_RADIO = [(Concern.Answer.RIGHT.value, "Yes, it is put right"), (Concern.Answer.NOT_YET.value, "No, not yet")]


class Words(forms.CharField):
    """Text as a person typed it: without the control characters that no keyboard makes."""

    def to_python(self, value: Any) -> str | None:
        """The text, its line ends in one form."""
        text = super().to_python(value)
        return _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip() if text else text


def _text(label: str, *, rows: int = 5, required: bool = True, missing: str = "", **attrs: str) -> Words:
    return Words(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, **attrs}),
        error_messages={"required": missing or "Please write something here first."},
    )


class SayForm(forms.Form):
    """A message to us; it may be only a file."""

    words = _text("Your message", required=False)


class ShortfallForm(forms.Form):
    """What is missing of a remedy, or wrong with it."""

    words = _text("What is missing or not right?", rows=3, missing="Please say what is missing or not right.")


class CorrectionForm(forms.Form):
    """What we got wrong."""

    words = _text("What did we get wrong, or leave out?", rows=4, required=False)


class WishForm(forms.Form):
    """What would put it right."""

    words = _text("In your own words", rows=4)


class ChoiceForm(forms.Form):
    """Which of what we offered they would like; with their yes to what they would have to do for it, where there is anything."""

    option = forms.TypedChoiceField(
        label="Your choice", coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Please choose one of them.", "invalid_choice": "Please choose one of those on this page."},
    )  # fmt: skip
    consent = forms.BooleanField(label="That is fine with me", required=False)
    words = _text("Anything you would like to add?", rows=2, required=False)

    def __init__(self, data: Any = None, *, options: Sequence[Option], **more: Any) -> None:
        super().__init__(data, **more)
        self.options = list(options)
        self.fields["option"].choices = [(option.pk, option.name) for option in self.options]  # type: ignore[attr-defined]

    def chosen(self) -> Option:
        """The option, once it was checked."""
        return next(option for option in self.options if option.pk == self.cleaned_data["option"])

    def clean(self) -> dict[str, Any]:
        """Whoever has to do something for it has said that they will."""
        typed = self.cleaned_data
        if typed.get("option") and self.chosen().work and not typed.get("consent"):
            self.add_error(
                "consent", f"For this we would ask you to {self.chosen().work}. Please tick that this is fine with you."
            )
        return typed


class AnswersForm(forms.Form):
    """Of each concern, whether it is put right."""

    words = _text("Is there anything you would like to add?", rows=3, required=False)

    def __init__(self, data: Any = None, *, concerns: Sequence[Concern], **more: Any) -> None:
        super().__init__(data, **more)
        self._said = data or {}
        for concern in concerns:
            self.fields[f"concern-{concern.pk}"] = forms.ChoiceField(
                label=concern.words,
                help_text=concern.act.words if concern.act else "",
                choices=_RADIO,
                required=False,
                widget=forms.RadioSelect,
                initial=concern.answer,
                error_messages={"invalid_choice": "Please choose one of the two."},
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """One for each concern."""
        return [self[name] for name in self.fields if name.startswith("concern-")]

    def clean(self) -> dict[str, Any]:
        """At least one answer, and only to what we ask."""
        unknown = [name for name in self._said if name.startswith("concern-") and name not in self.fields]
        if unknown:
            raise forms.ValidationError("This list has changed meanwhile. Please look at it again.")
        if not self.answers and not self.errors:
            raise forms.ValidationError("Please choose “yes” or “not yet” for at least one of them.")
        return self.cleaned_data

    @property
    def answers(self) -> dict[int, str]:
        """What they said, by the concern's key."""
        said = self.cleaned_data.items()
        return {int(name.removeprefix("concern-")): value for name, value in said if name != "words" and value}


class ComplaintForm(forms.Form):
    """A complaint from somebody who need not sign in."""

    words = _text("What happened?", rows=8, missing="Please tell us what happened, in your own words.")
    wish = _text("What would put it right for you?", rows=3, required=False)
    order = Words(label="Order or customer number", required=False, max_length=200)
    name = Words(label="Your name", required=False, max_length=200, widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(
        label="E-mail",
        required=False,
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email"}),
        error_messages={"invalid": "This does not look like an e-mail address. Is there a slip in it?"},
    )
    phone = Words(
        label="Phone",
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        """A number that could be called."""
        phone: str = self.cleaned_data["phone"]
        if phone and sum(letter.isdigit() for letter in phone) < 5:  # noqa: PLR2004
            raise forms.ValidationError("This does not look like a phone number. Is there a digit missing?")
        return phone

    def clean(self) -> dict[str, Any]:
        """One way to reach them."""
        if not (self.cleaned_data.get("email") or self.cleaned_data.get("phone")) and not (
            {"email", "phone"} & set(self.errors)
        ):
            self.add_error("email", "Please give us an e-mail address or a phone number, so that we can answer you.")
        return self.cleaned_data


class Limited(FileUploadHandler):
    """Reads no more of the files than may be sent at once; the words beside them are still read to the end."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.taken = self.files = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """One file more."""
        super().new_file(*args, **kwargs)
        self.files += 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002
        """Pass it on, or skip the rest of the file."""
        self.taken += len(raw_data)
        if self.taken > settings.ATTACHMENT_MAX_BYTES or self.files > MOST_FILES:
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002
        """The next handler keeps it."""
        return


def limit_uploads(request: HttpRequest) -> None:
    """Before anything of the request is read: not more than may be sent."""
    handler = Limited(request)
    request.upload_handlers.insert(0, handler)
    request.limited = handler  # type: ignore[attr-defined]


def enclosures(request: HttpRequest) -> list[Enclosure]:
    """The files that came along, under names and types that are safe. Raises `Refused` with words a customer can use."""
    files = request.FILES.getlist("files")
    handler: Limited = request.limited  # type: ignore[attr-defined]
    most = settings.ATTACHMENT_MAX_BYTES // (1024 * 1024)
    if handler.files > MOST_FILES:
        raise Refused(f"These are {handler.files} files. Please send at most {MOST_FILES} at once.")
    if handler.taken > settings.ATTACHMENT_MAX_BYTES:
        raise Refused(f"These files are too large: together at most {most} MB can be sent at once.")
    found = []
    for file in files:
        data = file.read()
        kind = servable_type(file.content_type or "", data)
        found.append(Enclosure(safe_name(file.name or ""), kind if len(kind) <= _LONGEST_TYPE else OPAQUE, data))
    within_limits(found)
    return found
