"""Forms for a case that passes from one to another: an offer and its answer, standing in and telling them, coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404

from amends.handoffs import introducing
from amends.handoffs.brief import brief_of
from amends.handoffs.handoff import Handoff
from amends.standins import standin
from amends.standins.standin import StandIn
from amends.web.case.forms.committing import PromisingForm, Said
from amends.web.case.forms.form import CaseForm, Line, Words

if TYPE_CHECKING:
    from datetime import datetime

    from amends.messages.writing import Reply
    from amends.people.person import Person


class HandoffForm(CaseForm):
    """The case is offered to somebody."""

    name, noun = "handoff", "handoffs"
    title, button, lands = "Hand it over", "Offer it to them", "record-running"
    flash = "It is offered. You have it until they accept."
    template = "case/forms/handoff.html"

    to = forms.TypedChoiceField(
        label="To whom", coerce=int, error_messages={"required": "Choose somebody who is here."}
    )
    gain = Words("What the customer gains by it", rows=2, most=1000)
    brief = Words("The brief", rows=12, help_text="From the record, so that the customer is asked nothing twice.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = [(p.pk, p.name) for p in self.dossier.present if p.pk != self.case.owner_id]
        self.fields["to"].choices = [("", "choose"), *able]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial["brief"] = brief_of(self.case, at=self.dossier.at)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They are offered it, and answer."""
        typed = self.cleaned_data
        to = self.dossier.one_present(typed["to"])
        if to is None:
            raise Http404
        return self.case.handoffs.offer(to, gain=typed["gain"], brief=typed["brief"], by=by, at=at)


class _Letter(PromisingForm):
    """Words to the customer that a person reads, changes and sends; or says on the phone."""

    template = "case/forms/letter.html"

    words = Words(
        "Your words to the customer", required=True, rows=10, error_messages={"required": "Write to them first."}
    )
    spoken = forms.BooleanField(label="I said this on the phone; send no mail", required=False)

    def letter(self, said: Said) -> Reply:
        """As it goes, with what it promises."""
        return self.of_the_desk(self.cleaned_data["words"], said)


class AcceptanceForm(_Letter):
    """The receiver takes it, and tells the customer."""

    name, noun = "handoff-acceptance", "handoffs/{row}/acceptance"
    title, button, lands = "Take the case over", "Take it, and tell the customer", "newest"
    flash = "The case is yours, and the customer knows."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["words"] = introducing.suggested(self.handoff, at=self.dossier.at)

    @property
    def handoff(self) -> Handoff:
        """The offer; 404 for another case's."""
        rows = self.case.handoffs.select_related("case__customer", "case__queue__site", "receiver", "giver", "deadline")
        found: Handoff | None = rows.filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """It is theirs, and the customer is told."""
        return self.handoff.accept(self.letter(said), spoken=self.cleaned_data["spoken"], by=by, at=at)


class DecliningForm(CaseForm):
    """The receiver does not take it, or whoever offered takes the offer back."""

    name, noun = "handoff-declining", "handoffs/{row}/declining"
    title, button = "Not for me", "Decline"
    flash = "It stays with its owner."

    because = Line("Why", required=True, most=2000, error_messages={"required": "Say why."})

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It stays where it is, for this reason."""
        found = self.case.handoffs.select_related("receiver").filter(pk=self.row).first()
        if found is None:
            raise Http404
        return found.decline(by=by, at=at, **self.cleaned_data)


def _stand_in(form: CaseForm) -> StandIn:
    """The stand-in of the case; 404 for another's."""
    near = (
        "of",
        "person",
        "absence",
        "deadline",
        "call_back__deadline",
        "ask__deadline",
        "case__customer",
        "case__queue__site",
    )
    found: StandIn | None = form.case.stand_ins.select_related(*near).filter(pk=form.row).first()
    if found is None:
        raise Http404
    return found


class IntroductionForm(_Letter):
    """The customer is told who stands in."""

    name, noun = "introduction", "stand-ins/{row}/introduction"
    title, button, lands = "Tell them that you stand in", "Tell them", "newest"
    flash = "They know who looks after their case now."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["words"] = standin.suggested(_stand_in(self), by=self.dossier.person, at=self.dossier.at)

    def say(self, said: Said, *, by: Person, at: datetime) -> object:
        """They know."""
        return _stand_in(self).introduce(self.letter(said), spoken=self.cleaned_data["spoken"], by=by, at=at)


class TakingBackForm(CaseForm):
    """Whoever was away has it again."""

    name, noun = "taking-back", "stand-ins/{row}/return"
    title, button = "Take it back", "Take it back"
    flash = "It is yours again."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is theirs again."""
        return _stand_in(self).take_back(by=by, at=at)


class LeavingForm(CaseForm):
    """It stays with the stand-in."""

    name, noun = "leaving", "stand-ins/{row}/leaving"
    title, button = "Leave it with them", "Leave it"
    flash = "It stays where it is."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It stays."""
        return _stand_in(self).leave(by=by, at=at)
