"""Forms for how a case is run: who has it, how grave it is, who may see it, which step somebody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from amends.cases.case import Severity
from amends.cases.ending import overrule
from amends.cases.portal import PortalLink
from amends.deadlines.cadence import choose, grade
from amends.deadlines.ruling import presets
from amends.handoffs.giving import give
from amends.messages.inbound import rest
from amends.playbook.steps import STEPS
from amends.safety.alarm import Alarm
from amends.web.case.forms.form import CaseForm, Line, Words

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class HarmForm(CaseForm):
    """Somebody may come to harm by what it is about."""

    name, noun, key = "harm", "alarm", "h"
    title, button, lands = "Somebody may come to harm", "Raise the alarm", "alarm"
    flash = "The alarm is raised: the routine rests, and somebody is being woken."
    template = "case/forms/harm.html"

    words = Words(
        "What may happen, and to whom", required=True, rows=2, most=2000,
        error_messages={"required": "Say in a few words what may happen to whom: whoever is woken reads them."},
    )  # fmt: skip

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The alarm stands, as if their own words had raised it."""
        return Alarm.objects.raise_on(self.case, self.cleaned_data["words"], by=by, at=at)


class Choose(forms.Select):
    """A select in which some choices are to be seen and cannot be chosen: `closed` holds their values."""

    closed: frozenset[int] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The option, shut if nobody may choose it."""
        option = super().create_option(name, value, *args, **kwargs)
        if value in self.closed:
            option["attrs"]["disabled"] = True
        return option


class OwnerForm(CaseForm):
    """Who has it, of those who are here; only while nobody has it who is here."""

    name, noun = "owner", "owner"
    title, button = "Change the owner", "Give the case"
    flash = "The case has its owner."

    owner = forms.TypedChoiceField(
        label="Owner", coerce=int, widget=Choose, error_messages={"required": "Choose who has it."}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        me, people = self.dossier.person, self.dossier.people
        said = {me.pk: " (me)"} | {p.pk: " (away)" for p in people if p.is_away}  # type: ignore[attr-defined]
        choices = [(p.pk, p.name + said.get(p.pk, "")) for p in people]
        field = self.fields["owner"]
        field.choices = choices  # type: ignore[attr-defined]
        field.widget.closed = frozenset(p.pk for p in people if p.is_away)  # type: ignore[attr-defined]
        self.initial = {"owner": me.pk, **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They own it from now on."""
        to = self.dossier.colleague(self.cleaned_data["owner"])
        return give(self.case, to or by, by=by, at=at)


class SeverityForm(CaseForm):
    """How much is at stake."""

    name, noun = "severity", "severity"
    title, button = "Change the severity", "Set the severity"

    severity = forms.TypedChoiceField(label="Severity", choices=Severity.choices, coerce=int)
    because = Line("Why", most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("severity", self.case.severity)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It is as grave as that."""
        return grade(self.case, self.cleaned_data["severity"], because=self.cleaned_data["because"], by=by, at=at)


class CadenceForm(CaseForm):
    """How often this customer wants to hear from us."""

    name, noun = "cadence", "cadence"
    title, button, lands = "How often they hear from us", "Keep this pace", "due"
    flash = "They hear from us at this pace from now on."

    cadence = forms.ChoiceField(label="They want to hear from us", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(row.name, row.name) for row in presets(self.case)]
        self.fields["cadence"].choices = [("", "as often as the case asks for"), *offered]  # type: ignore[attr-defined]
        self.initial = {"cadence": self.case.cadence, **self.initial}

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The next update falls due as they chose."""
        return choose(self.case, self.cleaned_data["cadence"], by=by, at=at)


class OverruleForm(CaseForm):
    """A step a lead answers for."""

    name, noun = "overrule", "overrules"
    title, button, lands = "Answer for a step", "I answer for it", "playbook"
    flash = "You answer for the step."

    step = forms.ChoiceField(label="Step", choices=[(step.name, step.title) for step in STEPS])
    because = Line("Why the step may be left out", required=True, most=2000)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The step shows as overruled, with name and reason."""
        return overrule(self.case, by=by, at=at, **self.cleaned_data)


class RestrictionForm(CaseForm):
    """Who may see it."""

    name, noun = "restriction", "restriction"
    title, button = "Who may see it", "Change who sees it"

    restricted = forms.BooleanField(label="Only the owner and the leads see this case", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("restricted", self.case.restricted)

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """The case is seen by those and no others."""
        deed = self.case.restrict if self.cleaned_data["restricted"] else self.case.unrestrict
        return deed(by=by, at=at)


class RestForm(CaseForm):
    """Their last word needs no answer."""

    name, noun = "rest", "rest"
    title, button = "No answer is needed", "I read it: no answer is needed"
    flash = "They do not wait for an answer to that. What else is due to them stays due."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """They wait no longer for an answer to their last word."""
        return rest(self.case, by=by, at=at)


class QueueForm(CaseForm):
    """Nobody has it."""

    name, noun = "queue", "queue"
    title, button = "Put it back in the queue", "Somebody else should take it"
    flash = "The case waits in its queue."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """It waits where anybody present may take it."""
        return self.case.enqueue(self.case.queue, by=by, at=at)


class RevokingForm(CaseForm):
    """The links in mails sent so far stop working."""

    name, noun = "revoking", "portal-links"
    title, button = "Revoke the customer's link", "Stop all links sent so far"
    flash = "The links sent so far no longer open. The next mail carries a new one."

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Whoever holds an old link gets what a stranger gets."""
        return PortalLink.objects.revoke(self.case, by=by, at=at)
