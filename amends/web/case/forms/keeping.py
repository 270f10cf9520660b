"""Forms for one promise: making it, keeping it, moving its date with the letter that says so, being released from it."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from amends.cases.ending import Refused
from amends.changes.change import Change
from amends.changes.way import Content
from amends.coach.times import due_in
from amends.followups.wanting import find_wanting
from amends.messages.writing import move_promise
from amends.promises.promise import Kind, Reason
from amends.texts.sentences import sentences
from amends.web.case.forms.advised import Shown
from amends.web.case.forms.committing import PromisingForm, Said, lead_field
from amends.web.case.forms.dating import HURRIED, LONGEST, Dated
from amends.web.case.forms.form import CaseForm, Line, Moment, Words
from amends.web.portal.wording import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from amends.coach import Review
    from amends.people.person import Person
    from amends.promises.promise import Promise

#: Filled in as the letter goes, so that it never says another date or reason than the record.
NEW_DATE, WHY = "[the new date]", "[why]"
REASONS = {
    Reason.SUPPLIER: "A supplier of ours is late.",
    Reason.CARRIER: "The carrier is late.",
    Reason.COLLEAGUE: "Another department of ours needs longer than I was told.",
    Reason.LARGER: "It is more work than we saw at first.",
    Reason.MISTAKE: "We made a mistake.",
    Reason.CUSTOMER: "You asked us for another day.",
    Reason.OUTSIDE: "Something happened that nobody here could prevent.",
}


class PromiseForm(CaseForm):
    """Words that bind us, by a time."""

    name, noun, key = "promise", "promises", "p"
    title, button, lands = "Promise something", "Promise it", "record-promises"
    flash = "It is promised, and a deadline watches it."
    template = "case/forms/promise.html"

    words = Line("We promised to …", required=True, most=2000, error_messages={"required": "Write what was promised."})
    due = Moment("By when", future=True, required=True, error_messages={"required": "Say by when."})
    kind = forms.ChoiceField(label="What it is", choices=Kind.choices, required=False)
    hurried = Line("Why it is promised all the same", most=LONGEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound and (date := self.date):
            self.initial = {**self.initial, "due": date.use}
        if self.dossier.needs_lead:
            self.fields["backed_by"] = lead_field(self.dossier.leads)

    @property
    def lead(self) -> forms.BoundField | None:
        """The lead who answers for it, where one must."""
        return self["backed_by"] if "backed_by" in self.fields else None

    @property
    def date(self) -> Dated | None:
        """The date that would hold, beside the one that was typed."""
        typed = self.data if self.is_bound else self.initial
        kind = str(typed.get("kind") or Kind.DEED)
        kind = kind if kind in Kind.values else Kind.DEED
        return self.dossier.dated(
            kind, self.name, due=str(typed.get("due") or ""), why=str(typed.get("hurried") or "")[:LONGEST]
        )

    def clean(self) -> dict[str, Any]:
        """An early date has its reason."""
        typed = super().clean()
        date = self.date
        if typed.get("due") and date and date.early and not typed.get("hurried"):
            self.add_error(None, HURRIED)
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """We are bound to it."""
        typed = dict(self.cleaned_data)
        lead = self.dossier.lead(typed.pop("backed_by", None))
        return self.case.promises.make(
            typed["words"], due=typed["due"], kind=typed["kind"] or Kind.DEED, backed_by=lead, hurried=typed["hurried"],
            by=by, at=at,
        )  # fmt: skip


class KeepingForm(CaseForm):
    """A promise that was kept."""

    name, noun = "keeping", "promises/{row}/keeping"
    title, button, lands = "A promise kept", "It is kept", "record-promises"
    flash = "The promise is kept."

    evidence = Line("How we know that it was done", required=True, most=2000)
    known = forms.BooleanField(label="The customer knows already, from our last word to them", required=False)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is kept, with the evidence."""
        promise = self.dossier.promise(int(self.row))
        told = self.dossier.last_ours if self.cleaned_data["known"] else None
        if self.cleaned_data["known"] and (told is None or told.said_at < promise.made_at):
            message = "We have not said anything to them since it was promised. Tell them, or take out the tick."
            raise Refused(message)
        return promise.keep(evidence=self.cleaned_data["evidence"], told=told, by=by, at=at)


class ShortForm(CaseForm):
    """What came was not what we had said."""

    name, noun = "short", "promises/{row}/short"
    title, button, lands = "Not as we had said", "Record it", "record-promises"
    flash = "It is on record that it fell short, and a word to them is due."

    words = Line("What was not as we had said, in their words", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It fell short, however punctual it was."""
        return find_wanting(self.dossier.promise(int(self.row)), self.cleaned_data["words"], by=by, at=at)


class ReleaseForm(CaseForm):
    """A promise the customer released us from."""

    name, noun = "release", "promises/{row}/release"
    title, button, lands = "Released by the customer", "They released us", "record-promises"
    flash = "They released us from it."

    because = Line("The customer's words that release us", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It binds us no longer."""
        return self.dossier.promise(int(self.row)).release(by=by, at=at, **self.cleaned_data)


class MoveForm(PromisingForm):
    """Another date for a promise, once, and before its time has passed: the customer is told, and with that it moves."""

    name, noun = "move", "promises/{row}/move"
    title, button, lands = "Another date for a promise", "Tell them, and move the date", "record-promises"
    flash = "They are told, and the date has moved."
    template = "case/forms/move.html"

    due = Moment("The new date", future=True, required=True, error_messages={"required": "Say by when it is done."})
    because = forms.ChoiceField(
        label="Why", choices=[("", "Choose"), *Reason.choices], error_messages={"required": "Say why it has to move."}
    )
    words = Words(
        "Your words to the customer",
        required=True,
        rows=10,
        help_text=f"{NEW_DATE} and {WHY} are filled in as it goes, from what you chose above.",
        error_messages={"required": "Tell the customer first: the date moves with the message that tells them."},
    )
    spoken = forms.BooleanField(label="I told them this on the phone; send no mail", required=False)
    hurried = Line("Why it is promised all the same", most=LONGEST)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clock = Clock.of(self.case.customer.time_zone, at=self.dossier.at)
        if not self.is_bound:
            by_phone = not self.dossier.mail_address
            self.initial = {**self.initial, "words": self.suggested, "spoken": by_phone}
            found = self._change
            if found and found.estimate:
                self.initial = {**self.initial, "due": found.estimate, "because": found.because}
            elif date := self.date:
                self.initial = {**self.initial, "due": date.use}

    @property
    def date(self) -> Dated | None:
        """The date that would hold now, beside the one that was typed: the thing is that old, and not done."""
        typed = self.data if self.is_bound else self.initial
        due, why = str(typed.get("due") or ""), str(typed.get("hurried") or "")[:LONGEST]
        return self.dossier.dated(self.promise.kind, self.place, due=due, why=why, since=self.promise.made_at)

    @property
    def place(self) -> str:
        """What the ids of this form begin with."""
        return f"{self.name}-{self.row}"

    @property
    def promise(self) -> Promise:
        """The promise; 404 for another case's."""
        return self.dossier.promise(int(self.row))

    @property
    def suggested(self) -> str:
        """A letter to begin from: what was promised by when, that we are sorry, why, and the new date."""
        name = self.case.customer.name
        said = self.promise.words.rstrip(" .")
        first = self.plainly(self.promise.first_due_at)
        return "\n\n".join(
            [
                f"{'Dear ' + name if name else 'Hello'},",
                f"We promised you this by {first}: “{said}”.\nI am sorry: we cannot hold that date. {WHY}",
                f"The new date is {NEW_DATE}.",
                *self._stale(),
                "I am telling you before the first date has passed, so that you can plan. If it does not suit you, answer me.",
            ]
        )

    @cached_property
    def _change(self) -> Change | None:
        """The delay that was noticed, and is to be told."""
        return Change.objects.standing().filter(promise=self.promise, to_method="").first()

    @property
    def _estimate(self) -> datetime | None:
        return self._change.estimate if self._change else None

    def _stale(self) -> list[str]:
        """What would no longer be good, as far as the new date is known, and the question what they want instead."""
        due = self._estimate or self.promise.first_due_at + timedelta(days=1)
        names = [row.name for row in Content.objects.stale(self.promise, due)]
        if not names:
            return []
        gone = f"By then this would no longer be good: {', '.join(names)}."
        return [f"{gone} At no cost to you we bring it fresh, or leave it out and pay it back. What would you like?"]

    def read_through(self, clean: Mapping[str, Any]) -> list[str]:
        """The words as they go."""
        words = str(clean.get("words") or "")
        return [
            self.filled(words, clean["due"], clean["because"]) if clean.get("due") and clean.get("because") else words
        ]

    def shown_of(self, found: Review) -> Shown:
        """Of the letter as it goes; what stands in the field still has its places, so that nothing is marked there."""
        typed = self.cleaned_data
        return Shown.of(found, self.filled(typed["words"], typed["due"], typed["because"]), field="")

    def filled(self, words: str, due: datetime, because: str) -> str:
        """The words with the new date and the reason where they have their places."""
        return filled(words, due, because, zone=self.clock.zone, at=self.dossier.at)

    def plainly(self, moment: datetime) -> str:
        """The moment as a letter says it, on the customer's clock."""
        return plainly(moment, zone=self.clock.zone, at=self.dossier.at)

    def clean(self) -> dict[str, Any]:
        """The letter names the new date."""
        typed = super().clean()
        due, words = typed.get("due"), typed.get("words")
        if due and (date := self.date) and date.early and not typed.get("hurried"):
            self.add_error(None, HURRIED)
        if due and words and NEW_DATE not in words and not self._names(words, due):
            self.add_error(
                "words", ValidationError("The letter does not name the new date. Tell them when it will be.")
            )
        return typed

    def _names(self, words: str, due: datetime) -> bool:
        day = due.astimezone(self.clock.zone)
        if f"{day.day} {day:%B}".casefold() in words.casefold():
            return True
        zone = str(self.clock.zone)
        named = (due_in(one.words, said_at=self.dossier.at, zone=zone) for one in sentences(words))
        return any(when and when.astimezone(self.clock.zone).date() == day.date() for when in named)

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """They are told, and the date moves."""
        typed = self.cleaned_data
        words = self.filled(typed["words"], typed["due"], typed["because"])
        letter = self.of_the_desk(words, said, seen=typed["seen"])
        return move_promise(
            self.promise, letter, due=typed["due"], because=typed["because"], spoken=typed["spoken"],
            hurried=typed["hurried"], by=by, at=at,
        )  # fmt: skip


def filled(words: str, due: datetime | None, because: str, *, zone: tzinfo, at: datetime) -> str:
    """The words of such a letter with the new date and the reason where they have their places, as far as they are chosen."""
    words = words.replace(NEW_DATE, plainly(due, zone=zone, at=at)) if due else words
    return words.replace(WHY, REASONS[Reason(because)]) if because in Reason.values else words


def plainly(moment: datetime, *, zone: tzinfo, at: datetime) -> str:
    """The moment as a letter says it on that clock: `Thursday 5 March at 14:00`; the year where it is not this one."""
    local = moment.astimezone(zone)
    year = f" {local.year}" if local.year != at.astimezone(zone).year else ""
    return f"{local:%A} {local.day} {local:%B}{year} at {local:%H:%M}"
