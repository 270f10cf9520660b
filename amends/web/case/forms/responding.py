"""Forms for what the law asks: a letter with its parts, the customer's word that it is settled, and the second stage."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.http import Http404
from django.utils.text import slugify

from amends.deadlines.deadline import Kind
from amends.messages.committing import UnrecordedPromise
from amends.responses.composing import choices_of, completed, compose_letter, plain, slots_in, written
from amends.responses.escalation import escalate, needs_no_reasons
from amends.responses.responding import Draft, PartsMissing, lacks, respond
from amends.responses.response import DECISIONS, MEETS, pack_of, rows_for
from amends.responses.settlement import Accepted, settle_shortly
from amends.web.case.forms.form import CaseForm, Files, Line, Moment, Words, done

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import QueryDict

    from amends.coach.promising import Found
    from amends.people.person import Person
    from amends.policy.pack import Letter
    from amends.responses.composing import Suggested

#: What the desk puts in itself, or asks for as a day.
_FIXED = {"reference", "refer_by"}
_SHORT = {"customer", "owner", "owner_contact", "received_on", "answer_by", "response", "stage", "amount", "settled_on"}
_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class ResponseForm(CaseForm):
    """A letter of the pack; `row` is its name as an address. Its text begins from the record and may be edited."""

    name, noun = "response", "responses/{row}"
    button, lands = "Send the letter", "record-law"
    flash = "The letter is on its way."
    template = "case/forms/response.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.preview = False
        self.found: list[Found] = []
        self.letter = letter_named(self.case, str(self.row))
        self.kind = MEETS[self.letter.serves]
        self._add_choices()
        self._add_slots()
        self.fields["text"] = Words(
            "The letter",
            rows=18,
            help_text="Edit it as you like. Emptied, it is composed anew. {…} and […] are still open.",
        )
        self.fields["way"] = forms.ChoiceField(
            label="How it goes", choices=[("email", "by e-mail"), ("paper", "on paper; I post it")], required=False
        )
        self.fields["sent_at"] = Moment("When it was posted", help_text="On paper. Empty means now.")
        self.fields["attachments"] = Files("Files")
        self.fields["seen"] = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    @property
    def title(self) -> str:  # type: ignore[override]
        """The name of the letter."""
        return f"Write the {self.letter.name}"

    def _add_choices(self) -> None:
        for choice, blocks in choices_of(self.letter).items():
            named = [(block.name, block.name) for block in blocks]
            self.fields[f"choice_{slugify(choice)}"] = forms.ChoiceField(
                label=f"In this letter: {choice}", choices=named, required=False, widget=forms.RadioSelect
            )
        for group, names in self._groups.items():
            self.fields[f"outcome_{slugify(group)}"] = forms.ChoiceField(
                label=f"For the record: {group}", choices=[(one, one) for one in names], required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip

    def _add_slots(self) -> None:
        if self.kind == Kind.HOLDING:
            self.fields["because"] = Words(
                "Why this case is exceptional, for our record",
                rows=2,
                most=2000,
                help_text="The customer does not read this.",
            )
            self.fields["answer_by"] = forms.DateField(
                label="They will have our answer by", required=False, widget=_DAY
            )
        if "done_by" in slots_in(self.letter):
            self.fields["done_by"] = forms.DateField(
                label="What we offer is done by",
                required=False,
                widget=_DAY,
                help_text="It becomes a promise on record.",
            )
            self.fields["hurried"] = Line(
                "Why that day, if it is early",
                most=500,
                help_text="Asked for where such promises are seldom kept so soon.",
            )
        for slot in slots_in(self.letter):
            if slot in _FIXED or slot in self.fields:
                continue
            field = (
                Line(plain(slot).capitalize()) if slot in _SHORT else Words(plain(slot).capitalize(), rows=2, most=5000)
            )
            self.fields[f"slot_{slot}"] = field
            self.initial.setdefault(f"slot_{slot}", self.suggested.slots.get(slot, ""))
        self.initial.setdefault("text", self.suggested.text)

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        """The outcomes to choose from, by group, where the letter decides or the pack has one for a letter in between."""
        if self.kind not in (*DECISIONS, Kind.HOLDING):
            return {}
        found: dict[str, list[str]] = {}
        for row in rows_for(self.case, pack_of(self.case).outcomes):
            found.setdefault(row.group, []).append(row.name)
        return found

    @cached_property
    def suggested(self) -> Suggested:
        """The letter as far as the record can write it."""
        return compose_letter(self.case, self.letter.name, by=self.dossier.person, at=self.dossier.at)

    @property
    def lacking(self) -> list[str]:
        """What nobody has told the desk, as people read it."""
        return [plain(slot) for slot in self.suggested.missing]

    @property
    def open_slots(self) -> list[forms.BoundField]:
        """The words nobody has told the desk, and the days."""
        days = [name for name in ("because", "answer_by", "done_by", "hurried") if name in self.fields]
        self._mark("because", *(f"slot_{slot}" for slot in self.suggested.missing))
        return [self[name] for name in (*days, *self._slots(known=False))]

    @property
    def known_slots(self) -> list[forms.BoundField]:
        """The words the record has."""
        return [self[name] for name in self._slots(known=True)]

    def _mark(self, *names: str) -> None:
        """These are not marked as optional; whether they are needed now is decided by the letter, and not field by field."""
        for name in names:
            if name in self.fields:
                self.fields[name].required = True

    @property
    def ready(self) -> bool:
        """Whether it was looked at and lacks nothing."""
        return self.preview and not self.non_field_errors()

    def _slots(self, *, known: bool) -> list[str]:
        named = [name for name in self.fields if name.startswith("slot_")]
        return [name for name in named if bool(self.suggested.slots.get(name.removeprefix("slot_"), "")) is known]

    @property
    def choices(self) -> list[forms.BoundField]:
        """What must be chosen."""
        self._mark("text", *(name for name in self.fields if name.startswith(("choice_", "outcome_"))))
        return [self[name] for name in self.fields if name.startswith(("choice_", "outcome_"))]

    def carried_out(self, *, by: Person, at: datetime) -> bool:
        """Sent; or shown again with what it lacks, or once more as it will go, if that was asked for."""
        if not self.is_valid():
            return False
        if "send" not in self.data:  # Enter looks; only the button sends
            self._look()
            return False
        parts: list[str] = []
        if done(self, lambda: self._send(parts, by, at)):
            return True
        if parts:
            self.errors.pop("__all__", None)
            for part in parts:
                self.add_error(None, part)
        return False

    def _send(self, parts: list[str], by: Person, at: datetime) -> object:
        try:
            return respond(self.case, self.draft, by=by, at=at)
        except PartsMissing as missing:
            parts.extend(missing.parts)
            raise
        except UnrecordedPromise as refusal:
            self.found = list(refusal.found)
            raise

    def _look(self) -> None:
        """The words that came after are put where they were left open."""
        draft, data = self.draft, cast("QueryDict", self.data).copy()
        slots = {slot: words for slot, words in draft.slots.items() if words}
        for name in ("answer_by", "done_by"):
            if day := getattr(draft, name):
                slots[name] = f"{day.day} {day:%B %Y}"
        known = {**{name: words for name, words in self.suggested.slots.items() if name in _FIXED}, **slots}
        text = draft.text.strip() or written(self.letter, known, draft.chosen)
        data["text"] = completed(text, self.letter, known, draft.chosen)
        self.data, self.preview = data, True
        for part in lacks(self.case, draft, by=self.dossier.person, at=self.dossier.at):
            self.add_error(None, part)

    @property
    def draft(self) -> Draft:
        """What was typed."""
        typed = self.cleaned_data
        chosen = {choice: typed.get(f"choice_{slugify(choice)}", "") for choice in choices_of(self.letter)}
        outcomes = [name for group in self._groups if (name := typed.get(f"outcome_{slugify(group)}"))]
        slots = {name.removeprefix("slot_"): words for name, words in typed.items() if name.startswith("slot_")}
        return Draft(
            letter=self.letter.name, text=typed["text"].replace("\r\n", "\n"), slots=slots,
            chosen={choice: name for choice, name in chosen.items() if name}, outcomes=outcomes,
            because=typed.get("because", ""), answer_by=typed.get("answer_by"), done_by=typed.get("done_by"),
            hurried=typed.get("hurried", ""),
            unmarked=cast("QueryDict", self.data).getlist("unmarked"), enclosures=typed["attachments"], seen=typed["seen"],
            on_paper=typed["way"] == "paper", sent_at=typed["sent_at"],
        )  # fmt: skip


def letter_named(case: Any, slug: str) -> Letter:
    """The letter of the case's pack with this address; 404 for what it has not."""
    if len(case.packs) > 1:
        for letter in rows_for(case, pack_of(case).letters):
            if slugify(letter.name) == slug and letter.serves in MEETS:
                return letter
    raise Http404


class SettlementForm(CaseForm):
    """The customer says that it is settled."""

    name, noun = "settlement", "settlement"
    title, button, lands = "They say that it is settled", "Record that it is settled", "record-law"
    flash = "It is on record that they call it settled."

    accepted = forms.ChoiceField(label="They said so", choices=Accepted.choices, widget=forms.RadioSelect)
    words = Words(
        "In their words", required=True, rows=2, most=5000, error_messages={"required": "Write down what they said."}
    )
    settled_at = Moment("When they said it", help_text="Empty means now.")

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The short route is taken."""
        return settle_shortly(self.case, by=by, at=at, **self.cleaned_data)


class EscalationForm(CaseForm):
    """The customer asks for the second stage."""

    name, noun = "escalation", "escalation"
    title, button, lands = "They ask for the second stage", "Begin the second stage", "record-law"
    flash = "The second stage has begun."

    words = Words("Why, in their words", rows=2, most=5000)
    asked_at = Moment("When they asked", help_text="Empty means now.")
    to = forms.TypedChoiceField(label="Who looks at it", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier.law is None:
            raise Http404
        others = [(person.pk, person.name) for person in self.dossier.people]
        self.fields["to"].choices = [("", "whoever has the least and took no part"), *others]  # type: ignore[attr-defined]
        if needs_no_reasons(self.case):
            self.fields["words"].help_text = "They need not say why. Leave it empty if they did not."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is due, and somebody new to the case has it."""
        typed = self.cleaned_data
        to = self.dossier.colleague(typed["to"])
        return escalate(self.case, typed["words"], asked_at=typed["asked_at"], to=to, by=by, at=at)


class StageTwoForm(CaseForm):
    """Who takes the second stage."""

    name, noun = "stage-two", "escalation/owner"
    title, button, lands = "Give the second stage to somebody", "Give it to them", "record-law"

    person = forms.TypedChoiceField(label="Who looks at it", coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(person.pk, person.name) for person in self.dossier.people]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They take it, unless they took the first."""
        law, to = self.dossier.law, self.dossier.colleague(self.cleaned_data["person"])
        if law is None or law.escalation is None or to is None:
            raise Http404
        return law.escalation.give_to(to, by=by, at=at)


RESPONDING: tuple[type[CaseForm], ...] = (ResponseForm, SettlementForm, EscalationForm, StageTwoForm)
