"""Forms for the end of a case: asking whether it is right, their answers, closing, and beginning again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from amends.cases.stages import Ending
from amends.causes.watching import fix_for
from amends.concerns.concern import Concern
from amends.followups.asking import FiveParts, answer, begin_again, record_call, send_mail
from amends.followups.declining import Decline
from amends.followups.ending import end, end_unconfirmed
from amends.followups.suggesting import suggested
from amends.web.case.forms.advised import Shown
from amends.web.case.forms.committing import PromisingForm, Said
from amends.web.case.forms.form import VIA, CaseForm, Heard, Line, Moment, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from amends.coach import Review
    from amends.people.person import Person


_PART = {"required": "The mail cannot go without this part."}
_PARTS = ("apology", "what_went_wrong", "how_put_right", "recurrence", "not_promising", "thanks")


class FollowUpMailForm(PromisingForm):
    """The five parts of the follow-up mail, begun from the record."""

    name, noun = "followup-mail", "follow-up-mail"
    title, button, lands = "Follow-up mail", "Send the follow-up mail", "newest"
    flash = "The follow-up mail is on its way."
    template = "case/forms/followup_mail.html"
    coached = True

    apology = Words("1 · The apology", required=True, error_messages=_PART)
    what_went_wrong = Words("2 · What went wrong", required=True, error_messages=_PART)
    how_put_right = Words("3 · How it was put right", required=True, error_messages=_PART)
    recurrence = Words("4 · Why it will not happen again", rows=2)
    not_promising = forms.BooleanField(label="We cannot say that yet; leave it out", required=False)
    thanks = Words("5 · The thanks", required=True, error_messages=_PART)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            held = self.dossier
            parts = suggested(
                held.case, facts=held.facts, concerns=held.concerns, acts=held.acts, fix=fix_for(held.case)
            )
            self.initial = {name: getattr(parts, name) for name in _PARTS}

    def read_through(self, clean: Mapping[str, Any]) -> list[str]:
        """The parts, and the concerns that the mail lists below them."""
        return [*super().read_through(clean), *(concern.words for concern in self.dossier.concerns)]

    def shown_of(self, found: Review) -> Shown:
        """Of the mail as it goes, in the five fields of which it is made."""
        return shown_across(found, self.data, self.dossier.concerns)

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """The mail goes, whole."""
        parts = FiveParts(**{name: self.cleaned_data[name] for name in _PARTS})
        return send_mail(self.case, parts, promises=said.promises, unmarked=said.unmarked, sure=self.sure, by=by, at=at)


def typed_letter(source: Mapping[str, Any], concerns: Sequence[Concern]) -> tuple[dict[str, str], str]:
    """The parts as they were typed, by their fields, and the mail that they make; an empty one where nothing was typed."""
    names = ("apology", "what_went_wrong", "how_put_right", "recurrence", "thanks")
    apology, wrong, right, again, thanks = fields = [
        str(source.get(name) or "").replace("\r\n", "\n") for name in names
    ]
    parts = FiveParts(apology=apology, what_went_wrong=wrong, how_put_right=right, recurrence=again, thanks=thanks)
    text = parts.text([one for one in concerns if not one.waived_at]) if any(fields) else ""
    return dict(zip(names, fields, strict=True)), text


def shown_across(found: Review, source: Mapping[str, Any], concerns: Sequence[Concern]) -> Shown:
    """What the coach says of the mail that the five parts make, beside each of them."""
    fields, letter = typed_letter(source, concerns)
    return Shown.across(found, letter, fields)


class AnswersForm(CaseForm):
    """What they say to each concern."""

    name, noun, key = "answers", "answers", "v"
    title, button = "Their answer to each concern", "Record their answers"
    flash = "Their answers are on record."
    template = "case/forms/answers.html"

    via = forms.ChoiceField(label="How they said it", choices=VIA)
    words = Line("Anything they added", most=5000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for concern in self.dossier.concerns:
            if not concern.waived_at:
                self.fields[f"answer_{concern.pk}"] = _answer_field(concern)

    @property
    def asked(self) -> list[forms.BoundField]:
        """A choice for each concern."""
        return [self[name] for name in self.fields if name.startswith("answer_")]

    def said(self) -> dict[int, str]:
        """The answers given, by the concern's key."""
        named = {name: self.cleaned_data.get(name) for name in self.fields if name.startswith("answer_")}
        return {int(name.removeprefix("answer_")): said for name, said in named.items() if said}

    def clean(self) -> dict[str, Any]:
        """At least one answer."""
        typed = super().clean()
        if self.asked and not self.said():
            raise ValidationError("Choose their answer to at least one concern.")
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Their answers are on record, and what follows from them."""
        typed = self.cleaned_data
        return answer(self.case, self.said(), via=typed["via"], words=typed["words"], by=by, at=at)


def _answer_field(concern: Concern) -> forms.ChoiceField:
    choices = [*Concern.Answer.choices, ("", "no answer yet")]
    return forms.ChoiceField(
        label=concern.words, choices=choices, required=False, widget=forms.RadioSelect, initial=concern.answer
    )


class FollowUpCallForm(AnswersForm):
    """The follow-up call, with their answers."""

    name, noun, key = "followup-call", "follow-up-call", ""
    title, button, lands = "Follow-up call", "Record the call", "newest"
    flash = "The follow-up call is on record."

    via = None  # type: ignore[assignment]
    words = Words(  # type: ignore[assignment]
        "What was said", required=True, error_messages={"required": "Write down what was said."}
    )
    said_at = Moment("When", help_text="Empty means now.")
    heard = Heard()

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """We called and spoke."""
        typed = {name: self.cleaned_data[name] for name in ("heard", "said_at")}
        return record_call(self.case, self.cleaned_data["words"], answers=self.said(), by=by, at=at, **typed)


class FollowUpWaiverForm(CaseForm):
    """A follow-up a manager leaves out."""

    name, noun = "followup-waiver", "follow-ups/{row}/waiver"
    title, button, lands = "Leave out a follow-up", "Leave it out", "record-follow-up"

    because = Line("Why it may be left out", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is waived, with name and reason."""
        return self.dossier.follow_up(str(self.row)).waive(by=by, at=at, **self.cleaned_data)


class ClosureForm(CaseForm):
    """An ending that does not follow from their answers."""

    name, noun = "closure", "closure"
    title, button = "End the case otherwise", "End the case"
    flash = "The case has ended."
    template = "case/forms/closure.html"

    ending = forms.ChoiceField(
        label="It ends",
        choices=[
            (Ending.UNCONFIRMED, "unconfirmed: they were asked twice and did not answer"),
            (Ending.WITHDRAWN, "withdrawn: they no longer want anything"),
            (Ending.LOST, "lost: they left us"),
            (Ending.DECLINED, "declined: the complaint is not justified"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ends."},
    )
    because = Words("What the ending rests on", rows=2, most=5000)
    second_reader = forms.TypedChoiceField(
        label="Second reader",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="To decline, a colleague who is here reads the case and agrees before it ends.",
    )

    instead = Words(
        "What we can do for them all the same",
        rows=2,
        most=5000,
        help_text="Nobody is declined without it; they read it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(p.pk, p.name) for p in self.dossier.present if p.pk != self.dossier.person.pk]
        self.fields["second_reader"].choices = [("", "nobody"), *others]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It has ended, on these grounds."""
        typed = self.cleaned_data
        if typed["ending"] == Ending.UNCONFIRMED:
            return end_unconfirmed(self.case, by=by, at=at)
        if typed["ending"] == Ending.DECLINED:
            self.flash = "It waits for the second reader. The customer hears nothing until they agree."  # type: ignore[misc]
            reader = self.dossier.colleague(typed["second_reader"])
            return self.case.declines.propose(typed["because"], instead=typed["instead"], reader=reader, by=by, at=at)
        return end(self.case, typed["ending"], because=typed["because"], by=by, at=at)


class _OneDecline(CaseForm):
    """The answer to a proposal to decline."""

    def proposed(self) -> Decline:
        """The proposal it is about; 404 for another case's."""
        found: Decline | None = self.case.declines.filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found


class DeclineAgreementForm(_OneDecline):
    """The second reader agrees."""

    name, noun = "decline-agreement", "declines/{row}/agreement"
    title, button = "Decline, read by two", "I read it and agree: decline"
    flash = "Declined, read by two."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The case has ended, in the name of both."""
        return self.proposed().agree(by=by, at=at)


class DeclineObjectionForm(_OneDecline):
    """The second reader does not agree."""

    name, noun = "decline-objection", "declines/{row}/objection"
    title, button = "Do not decline", "I do not agree"
    flash = "The case goes on. Your reason is on record."

    words = Line(
        "What speaks for the customer",
        required=True,
        most=2000,
        error_messages={"required": "Say what speaks for them."},
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The case goes on as it was."""
        return self.proposed().object(self.cleaned_data["words"], by=by, at=at)


class DeclineWithdrawalForm(_OneDecline):
    """Whoever proposed it thought better of it."""

    name, noun = "decline-withdrawal", "declines/{row}/withdrawal"
    title, button = "Do not decline after all", "Withdraw it"
    flash = "Nobody need read it any more."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The case goes on."""
        return self.proposed().withdraw(by=by, at=at)


class ReopeningForm(CaseForm):
    """It is not right after all."""

    name, noun = "reopening", "reopening"
    title, button = "Open it again", "Open it again"
    flash = "The case is open again, with the same owner."

    because = Words(
        "What is not right, in their words",
        required=True,
        rows=2,
        most=5000,
        error_messages={"required": "Write down what is not right."},
    )

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """A new round begins with the same owner."""
        return begin_again(self.case, because=self.cleaned_data["because"], by=by, at=at)
