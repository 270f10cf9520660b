"""Forms for what is said: to the customer, with the customer, and among colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from amends.advice.voice import NeedsVoice
from amends.callbacks.calling import write
from amends.customers.customer import Channel
from amends.intake.calls import LETTER_IN, LETTER_OUT, Conversation, Told, record_talk
from amends.messages.attempt import Result
from amends.messages.writing import Reply
from amends.web.case.forms.committing import PromisingForm, Said, parts_of
from amends.web.case.forms.form import CaseForm, Files, Heard, Line, Moment, Words, checklist, lines, specifics

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class ReplyForm(PromisingForm):
    """A mail to the customer. `seen` is the last message its writer had before them."""

    name, noun, key = "reply", "replies", "r"
    title, button, lands = "Reply by e-mail", "Send to the customer", "newest"
    flash = "The reply is on its way."
    template = "case/forms/reply.html"
    coached = True

    to = forms.EmailField(label="To", required=False, max_length=320)
    subject = Line("Subject")
    words = Words("Your words", required=True, rows=7, error_messages={"required": "Write something before you send."})
    readback = Words(
        "What we understood", rows=3, help_text="Goes below your words. The customer is asked for their yes."
    )
    ask_wish = forms.BooleanField(label="I ask in this mail what would put it right", required=False)
    attachments = Files("Files")
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_little = ""
        if self.is_bound:
            self.fields["call_by"] = Moment("By when you call or visit them", future=True)
            self.fields["alone"] = Words("Or why mail alone must do", rows=2, most=2000)

    @property
    def voice(self) -> list[forms.BoundField]:
        """Where the call or the reason goes, once a mail alone was too little."""
        asked = self.too_little or (self.is_bound and (self.data.get("alone") or self.data.get("call_by")))
        return [self["call_by"], self["alone"]] if asked else []

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """The mail is written down and goes, with a call planned where it says by when."""
        typed = dict(self.cleaned_data)
        files, _, call_by = typed.pop("attachments"), typed.pop("backed_by", None), typed.pop("call_by", None)
        letter = Reply(enclosures=files, promises=said.promises, unmarked=said.unmarked, **typed)
        try:
            return write(self.case, letter, call_by=call_by, by=by, at=at)
        except NeedsVoice as refusal:
            self.too_little = str(refusal)
            raise


class DraftForm(CaseForm):
    """What was typed so far of a reply."""

    name, noun, title, button, lands = "draft", "draft", "Draft", "Keep for later", "reply"

    to = Line("To", most=320)
    subject = Line("Subject")
    words = Words("Your words")
    readback = Words("What we understood")
    ask_wish = forms.BooleanField(required=False)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is kept in place of what was kept before."""
        typed = dict(self.cleaned_data)
        words = typed.pop("words")
        fields = {name: "on" if value is True else value for name, value in typed.items() if value}
        if not words and fields.keys() <= {"to", "subject"}:
            fields = {}  # the prefilled lines alone are no draft
        fields |= parts_of(self.data)
        return self.case.drafts.keep(by, words, fields=fields, at=at)


class NoteForm(CaseForm):
    """A word among colleagues."""

    name, noun, key = "note", "notes", "i"
    title, button, lands = "Internal note", "Keep the note", "newest"
    flash = "The note is kept, for colleagues only."
    template = "case/forms/note.html"

    words = Words("Only colleagues see this", required=True, error_messages={"required": "The note is empty."})

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The note is on record."""
        return self.case.notes.write(self.cleaned_data["words"], by=by, at=at)


_WAYS = [
    (Channel.PHONE, "Phone call"),
    (Channel.VISIT, "Visit"),
    (LETTER_IN, "Letter from them"),
    (LETTER_OUT, "Letter from us"),
]
_TALKED = ("way", "said_at", "heard", "words", "readback", "disputed", "wish", "agreed", "chased")
_YES = [("", "We did not ask"), ("yes", "“Yes, that is it”"), ("no", "“Not quite”")]


class TalkForm(PromisingForm):
    """A call, a visit or a letter, as it happens or afterwards."""

    name, noun, key = "call", "calls", "c"
    title, button, lands = "Call, visit or letter", "Put on record", "newest"
    flash = "It is on record."
    template = "case/forms/call.html"

    way = forms.ChoiceField(label="How", choices=_WAYS)
    said_at = Moment("When", help_text="Empty means now.")
    heard = Heard()
    words = Words(
        "What you told them",
        required=True,
        rows=4,
        error_messages={"required": "Write down what was said."},
    )
    heard_out = forms.BooleanField(label="They told their story to its end", required=False)
    concerns = Words("New concerns", help_text="In their words, one on each line.")
    readback = Words("What you understood, as you told them")
    confirmed = forms.ChoiceField(label="They said", choices=_YES, required=False, widget=forms.RadioSelect)
    disputed = Line("What is not quite right", most=5000)
    wish = Words("What would put it right, in their words", rows=2)
    agreed = Words("What was agreed", rows=2)
    chased = forms.BooleanField(label="They called because they had heard nothing from us", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(checklist())

    @property
    def checklist(self) -> list[forms.BoundField]:
        """The lines of the specifics."""
        return [self[name] for name in self.fields if name.startswith("about_")]

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """All of it is on record, or nothing."""
        typed = self.cleaned_data
        told = Told(specifics=specifics(self), concerns=lines(typed["concerns"]), heard_out=typed["heard_out"])
        talk = Conversation(
            told=told,
            confirmed={"yes": True, "no": False}.get(typed["confirmed"]),
            promises=said.promises,
            **{name: typed[name] for name in _TALKED},
        )
        return record_talk(self.case, talk, by=by, at=at)


class AttemptForm(CaseForm):
    """A try that reached nobody."""

    name, noun, key = "attempt", "attempts", "t"
    title, button, lands = "Tried, reached nobody", "Record the try", "newest"
    flash = "The try is on record. They still wait to hear from us."

    channel = forms.ChoiceField(label="How", choices=[(Channel.PHONE, "Phone call"), (Channel.VISIT, "Visit")])
    result = forms.ChoiceField(label="What happened", choices=Result.choices)
    tried_at = Moment("When", help_text="Empty means now.")

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The try is on record; on a resolved case it counts as a try at the follow-up call."""
        follow_up = self.case.stage == "resolved"
        return self.case.attempts.make(**self.cleaned_data, follow_up=follow_up, by=by, at=at)


class SendingForm(CaseForm):
    """Another try for a mail that came back or could not be sent."""

    name, noun = "sending", "deliveries/{row}/sending"
    title, button, lands = "Send it again", "Send again", "newest"
    flash = "It is sent again."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It waits to be sent once more."""
        return self.dossier.delivery(int(self.row)).send_again(by=by, at=at)
