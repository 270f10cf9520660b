"""Forms for making amends: granting their wish, three options, their choice, and asking for more than one may give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404

from amends.authority.approval import Approval
from amends.authority.spend import NOTHING, BeyondAuthority
from amends.catalogue.remedy import Remedy
from amends.offers.loss import BACK
from amends.offers.offer import Offer
from amends.offers.offering import Given, Terms, withdraw
from amends.offers.telling import put
from amends.offers.usability import Usability
from amends.remedies.choosing import choose, grant
from amends.remedies.execution import Execution
from amends.web.case.forms.committing import CoachedForm, lead_field
from amends.web.case.forms.form import VIA, CaseForm, Line, Words
from amends.web.case.forms.losing import Amount

if TYPE_CHECKING:
    from datetime import datetime

    from amends.offers.loss import Loss
    from amends.offers.proposing import Proposal
    from amends.people.person import Person

TOLD_BY = [
    ("email", "by e-mail, with links"),
    ("phone", "I read them out on the phone"),
    ("visit", "I told them in person"),
]
_NEED_LOSS = "Write down first what they lost."


class _GivingForm(CaseForm):
    """A form that gives something of the catalogue."""

    lands = "record-remedies"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.dossier.needs_lead:
            self.fields["backed_by"] = lead_field(self.dossier.leads)

    @property
    def loss(self) -> Loss | None:
        """What they lost."""
        return self.dossier.giving.loss

    @property
    def standing(self) -> list[Remedy]:
        """All of the catalogue that stands today and fits the failure."""
        return fitting(self)

    def backer(self) -> Person | None:
        """The lead who answers for it, where one must."""
        return self.dossier.lead(self.cleaned_data.get("backed_by"))

    def clean(self) -> dict[str, Any]:
        """Nothing is given before it is on record what they lost."""
        if self.loss is None:
            raise ValidationError(_NEED_LOSS)
        return super().clean()


def fitting(form: CaseForm) -> list[Remedy]:
    """What could be given; read once for a page."""
    giving = form.dossier.giving
    if giving.loss is None:
        return []
    found: list[Remedy] | None = getattr(giving, "fitting", None)
    if found is None:
        rows = Remedy.objects.fitting(giving.loss.failure, currency=giving.loss.currency, day=form.dossier.at.date())
        found = list(rows.order_by("name")[:400])
        giving.fitting = found  # type: ignore[attr-defined]
    return found


def _label(remedy: Remedy, loss: Loss) -> str:
    worth = remedy.worth_for(loss.amount)
    return f"{remedy.name} ({worth} {loss.currency})" if worth else remedy.name


class GrantForm(_GivingForm):
    """Their own wish."""

    name, noun = "grant", "grants"
    title, button = "Grant their wish", "Grant it"
    template = "case/forms/grant.html"
    flash = "It is granted, and promised."

    remedy = forms.TypedChoiceField(
        label="What they get", coerce=int, error_messages={"required": "Choose what they get."}
    )
    own = Line("In your own words", most=200, help_text="Only where it is not quite what the catalogue says.")
    worth = Amount("Worth to them", help_text="Empty: as the catalogue says.")
    asked = Amount("What they asked for came to", help_text="Where it can be said in money.")
    via = forms.ChoiceField(label="How they said it", choices=VIA, initial="phone")
    words = Line("In their words", most=2000)
    consent = forms.BooleanField(label="They agreed to what they have to do for it", required=False)
    evidence = Line("Done already? Say how we know", most=2000, help_text="“Taken off the bill”. Empty: still to do.")
    because = Words(
        "If it is more than you may give: why they should have it", rows=2, most=2000,
        help_text="It then goes to somebody who is here and may say yes.",
    )  # fmt: skip
    approval = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked_for: Approval | None = None
        loss = self.loss
        rows = [(row.pk, _label(row, loss)) for row in self.standing] if loss else []
        self.fields["remedy"].choices = [("", "Choose"), *rows]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is granted; or, where that is beyond them and they say why, somebody who may is asked."""
        typed, given = self.cleaned_data, self._given()
        try:
            choice = grant(
                self.case, given, self._terms(), via=typed["via"], words=typed["words"], consent=typed["consent"], by=by, at=at
            )  # fmt: skip
        except BeyondAuthority:
            if not typed["because"]:
                raise
            return self._ask(given, by, at)
        if typed["evidence"] and not choice.remedy.apart:
            return Execution.objects.begin(choice, evidence=typed["evidence"], by=by, at=at)
        return choice

    def _given(self) -> Given:
        typed = self.cleaned_data
        remedy = next((row for row in self.standing if row.pk == typed["remedy"]), None)
        if remedy is None:
            raise Http404
        return Given(remedy=remedy, worth=typed["worth"], name=typed["own"])

    def _terms(self) -> Terms:
        typed = self.cleaned_data
        approval = (
            self.case.approvals.select_related("spend").filter(pk=typed["approval"]).first()
            if typed["approval"]
            else None
        )
        best = self.dossier.giving.proposed.best if self.dossier.giving.proposed else None
        return Terms(
            wish=True,
            asked=typed["asked"],
            planned=best.worth if best else None,
            backed_by=self.backer(),
            approval=approval,
        )

    def _ask(self, given: Given, by: Person, at: datetime) -> Approval:
        loss = self.loss
        if loss is None:
            raise Http404
        worth = (
            given.worth
            if given.worth is not None and given.remedy.worth is None
            else given.remedy.worth_for(loss.amount)
        )
        self.flash = "It is more than you may give: somebody who may was asked."  # type: ignore[misc]
        asked: Approval = self.case.approvals.ask(
            given.remedy, worth=worth, cost=given.remedy.cost_for(worth), failure=loss.failure,
            because=self.cleaned_data["because"], in_band=worth in loss.band(), by=by, at=at,
        )  # fmt: skip
        return asked


class OfferForm(CoachedForm, _GivingForm):
    """Three remedies for the customer to choose from, and the letter that says so."""

    name, noun = "offer", "offers"
    title, button = "Three to choose from", "Offer these three"
    template = "case/forms/offer.html"
    flash = "Three are offered; the choice is theirs."
    coached = True

    first = forms.TypedChoiceField(label="First of the three", coerce=int)
    second = forms.TypedChoiceField(label="Second of the three", coerce=int)
    third = forms.TypedChoiceField(label="Third of the three", coerce=int)
    via = forms.ChoiceField(label="How they hear of it", choices=TOLD_BY, initial="email")
    words = Words("Your words before the three", required=True, rows=5, most=10_000)
    asked = Amount("What they asked for came to", help_text="Where it can be said in money.")
    left_out = Line("Why no money back, if they paid for what did not work", most=2000)
    objection = Line(
        "Why nothing of the three must be drawn here", most=500,
        help_text="An experiment draws their order, or whether a credit or a gift card is among them. Empty: it may. Safety, law, "
        "a second failure are never drawn.",
    )  # fmt: skip

    NAMES = ("first", "second", "third")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        loss = self.loss
        rows = (
            [(row.pk, f"{row.kind}: {_label(row, loss)}") for row in self.standing if self._may_offer(row, loss)]
            if loss
            else []
        )
        for name in self.NAMES:
            self.fields[name].choices = rows  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial["words"] = self._letter()
            self.initial.update(zip(self.NAMES, (one.remedy for one in self.cards), strict=False))

    @property
    def cards(self) -> list[Proposal]:
        """The three that the desk proposes, with its reasons."""
        found = self.dossier.giving.proposed
        return list(found.options) if found else []

    @property
    def places(self) -> list[tuple[forms.BoundField, Proposal | dict[str, Any] | None]]:
        """Each place with what stands there: what is proposed, or what was chosen instead of it."""
        return [(self[name], self._standing_at(name)) for name in self.NAMES]

    def _standing_at(self, name: str) -> Proposal | dict[str, Any] | None:
        key = str(self[name].value())
        known = next((one for one in self._known.values() if str(one.remedy) == key), None)
        row = next((row for row in self.standing if str(row.pk) == key), None)
        if known or row is None or self.loss is None:
            return known
        worth = row.worth_for(self.loss.amount)
        return {"name": row.name, "worth": worth, "work": row.customer_work, "questions": row.questions}

    @property
    def _known(self) -> dict[int, Proposal]:
        near = self.dossier.giving.proposed
        return {one.remedy: one for one in [*near.options, *near.others]} if near else {}

    @property
    def owes_reason(self) -> bool:
        """Whether money back is due and none of the three gives it: then it is said why."""
        kinds = {row.pk: row.kind for row in self.standing}
        stand = {kinds.get(int(key)) for name in self.NAMES if (key := str(self[name].value() or "")).isdecimal()}
        return bool(self["left_out"].value()) or bool(self.loss and self.loss.owed_back and not stand & {*BACK})

    def _may_offer(self, row: Remedy, loss: Loss) -> bool:
        """Whether it can be one of the three: within the band and this person's authority, and with words of its own."""
        near, worth = self.dossier.giving.proposed, row.worth_for(loss.amount)
        left = near.room.left if near and near.room else NOTHING
        return not row.own_words and row.cost_for(worth) <= left and (not worth or worth in loss.menu())

    def _letter(self) -> str:
        """What they said themselves is said back to them; what was only read between the lines is not put into their mouth."""
        who, wish = self.case.customer.name, self.dossier.round.wish if self.dossier.round else ""
        stated = [one.words.strip() for one in self.dossier.concerns if not one.waived_at and one.kind == "stated"]
        needs = "\n".join(words if words[-1:] in "?!…" else f"{words.rstrip(' .')}." for words in stated)
        # Said once already, it is said again by what we do: one apology after the other rings hollow.
        said = any(answer.step == "apologised" and answer.state == "done" for answer in self.dossier.panel.answers)
        parts = [
            "" if said else "I am sorry for it." if needs else "I am sorry for what happened.",
            f"You told us what would help: “{wish}”." if wish else "",
            "Here are three ways in which I can put it right; please choose the one you like best.",
        ]
        heard = f"This is what you told us:\n\n{needs}\n\n" if needs else ""
        rest = " ".join(part for part in parts if part)
        return f"{'Dear ' + who if who else 'Hello'},\n\nThank you for telling us. {heard}{rest}"

    def send(self, *, by: Person, at: datetime) -> object:
        """They are offered, and the customer is told in the same act."""
        typed, near, proposals = self.cleaned_data, self.dossier.giving.proposed, self._known
        rows = {row.pk: row for row in self.standing}
        given = []
        for key in (typed[name] for name in self.NAMES):
            one = proposals.get(key)
            given.append(
                Given(remedy=rows[key], ready_at=one.ready_at, because="; ".join(one.reasons))
                if one
                else Given(remedy=rows[key])
            )
        best = near.best.worth if near and near.best else None
        terms = Terms(
            asked=typed["asked"], planned=best, left_out=typed["left_out"], backed_by=self.backer(), objection=typed["objection"]
        )  # fmt: skip
        words, via = typed["words"].replace("\r\n", "\n"), typed["via"]
        return put(self.case, given, terms, words=words, via=via, sure=self.sure, by=by, at=at)


class UsabilityForm(CaseForm):
    """What they answered to a question of a remedy that is proposed."""

    name, noun = "usability", "usabilities"
    title, button, lands = "Can they use it?", "Note their answer", "giving"
    flash = "Their answer is on record. What they cannot use is not offered to them."

    @property
    def opens(self) -> str:
        """The three, as they are now."""
        return "remedies"

    question = forms.ChoiceField(label="We asked", error_messages={"required": "Choose what was asked."})
    can = forms.TypedChoiceField(
        label="They said", choices=[("yes", "yes"), ("no", "no: do not offer it")], coerce=lambda word: word == "yes",
        widget=forms.RadioSelect, error_messages={"required": "Say what they answered."},
    )  # fmt: skip
    words = Line("In their words", most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [
            (f"{row.pk}-{n}", f"{row.name}: {words}") for row in fitting(self) for n, words in enumerate(row.questions)
        ]
        self.fields["question"].choices = [("", "Choose"), *rows]  # type: ignore[attr-defined]

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask."""
        return len(self.fields["question"].choices) > 1  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It stands with the case."""
        key, _, number = self.cleaned_data["question"].partition("-")
        remedy = next(row for row in fitting(self) if row.pk == int(key))
        return Usability.objects.note(
            self.case, remedy, remedy.questions[int(number)], can=self.cleaned_data["can"],
            words=self.cleaned_data["words"], by=by, at=at,
        )  # fmt: skip


class _OneOffer(CaseForm):
    """An act on one offer of the case."""

    lands = "record-remedies"

    @property
    def offered(self) -> Offer:
        """The offer it is about; 404 for another case's."""
        found: Offer | None = self.case.offers.select_related("case", "spend").filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found


class ChoiceForm(_OneOffer):
    """What they chose, told to us."""

    name, noun = "choice", "offers/{row}/choice"
    title, button = "What they chose", "Record their choice"
    flash = "It is agreed, and promised."

    option = forms.IntegerField(label="They chose", error_messages={"required": "Say which they chose."})
    via = forms.ChoiceField(label="How they said it", choices=VIA)
    words = Line("In their words", most=2000)
    consent = forms.BooleanField(label="They agreed to what they have to do for it", required=False)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is agreed."""
        typed, row = self.cleaned_data, self.offered
        option = row.options.select_related("remedy").filter(pk=typed["option"]).first()
        if option is None:
            raise Http404
        return choose(row, option, via=typed["via"], words=typed["words"], consent=typed["consent"], by=by, at=at)


class OfferWithdrawalForm(_OneOffer):
    """It can be chosen from no more."""

    name, noun = "offer-withdrawal", "offers/{row}/withdrawal"
    title, button = "Withdraw the offer", "Withdraw it"
    flash = "The offer is withdrawn, and what was put aside is free."

    because = Line("Why", required=True, most=2000, error_messages={"required": "Say why it is withdrawn."})

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Nothing of it can be chosen any more."""
        return withdraw(self.offered, because=self.cleaned_data["because"], by=by, at=at)
