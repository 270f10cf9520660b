"""The forms of one problem: each cleans what was typed and makes one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404

from amends.affected.affected import Affected
from amends.affected.joining import link
from amends.cases.case import Case, Severity
from amends.lessons.changing import change, explain
from amends.notices.notice import Kind, Notice
from amends.notices.wave import Wave
from amends.outreach.ending import end
from amends.outreach.to_call import ToCall, Whom
from amends.people.person import Person
from amends.problems.decision import Decision
from amends.problems.problem import Cause, FoundBy, Problem
from amends.safety.alarm import Alarm
from amends.statuspage.page import How
from amends.web.case.forms.form import Line, Moment, Words
from amends.web.case.forms.learning import causes
from amends.web.problems.form import ProblemForm
from amends.web.problems.giving import ApproveRedressForm, CarryOutForm, LeftOverForm, RedressForm

if TYPE_CHECKING:
    from datetime import datetime

_TWO = "Two plain sentences at most: everybody who calls reads them out."
_BLANKS = (
    "Each gets it alone. Between braces stands what is theirs: {name}, {what_happened}, {course}, {next_news}, and every "
    "column of the lists."
)


class OpenForm(forms.Form):
    """A problem that somebody found."""

    title = Line("What is it called at the desk?", required=True, most=200)
    what_happened = Words("What happened?", required=True, most=1000, help_text=_TWO)
    knew_at = Moment("Since when do we know?", help_text="Empty means now.")
    found_by = forms.ChoiceField(label="Who saw it first?", choices=FoundBy.choices)
    severity = forms.TypedChoiceField(label="How grave is it?", choices=Severity.choices, coerce=int, initial=3)
    course = Words("What do we do about it?", most=2000)
    next_news_at = Moment("If we cannot say yet: when do they hear more?")
    use_required_attribute = False

    def carry_out(self, *, by: Person, at: datetime) -> Problem:
        """It is on record, and theirs."""
        typed = self.cleaned_data
        return Problem.objects.open_one(
            typed["title"], what_happened=typed["what_happened"], knew_at=typed["knew_at"] or at, found_by=typed["found_by"],
            severity=typed["severity"], course=typed["course"], next_news_at=typed["next_news_at"], owner=by, by=by, at=at,
        )  # fmt: skip


class DecisionForm(ProblemForm):
    """Tell them, or not."""

    name, title, button, kind = "decision", "Are they told?", "Record the decision", "primary"
    tell = forms.ChoiceField(
        label="Decision", widget=forms.RadioSelect,
        choices=[("yes", "Tell them"), ("no", "Do not tell them: somebody else must agree")],
    )  # fmt: skip
    because = Words("Why", required=True, most=2000)
    ask_again_at = Moment(
        "If not: when is it asked again?", future=True, help_text="Within thirty days; empty is a week."
    )

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Decide."""
        typed = self.cleaned_data
        row = self.problem.decisions.make(
            tell=typed["tell"] == "yes", because=typed["because"], by=by, at=at,
            ask_again_at=typed["ask_again_at"] if typed["tell"] == "no" else None,
        )  # fmt: skip
        return "It is decided: they are told." if row.tell else "Proposed. It holds once somebody else agrees."


class SecondForm(ProblemForm):
    """Agree that they are not told."""

    name, button, kind, flash = "second", "I agree that they are not told", "danger", "Two people answer for it now."

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Second it."""
        get_object_or_404(Decision, problem=self.problem, pk=self.row).second(by=by, at=at)


class DetailsForm(ProblemForm):
    """What is known by now."""

    name, title, flash = "details", "What we know and do", "Saved."
    what_happened = Words("What happened", required=True, most=1000)
    cause = forms.ChoiceField(label="The cause is", choices=Cause.choices)
    course = Words("What we do about it", most=2000)
    next_news_at = Moment("Next news")
    severity = forms.TypedChoiceField(label="How grave", choices=Severity.choices, coerce=int)

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Save what was changed."""
        changes = {name: value for name, value in self.cleaned_data.items() if getattr(self.problem, name) != value}
        if changes:
            self.problem.change(by=by, at=at, **changes)
        return None


class OwnerForm(ProblemForm):
    """Who has it."""

    name, title, button, flash = "owner", "Who has it", "Give it to them", "It is theirs now."
    owner = forms.ModelChoiceField(Person.objects.none(), label="Who has it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = Person.objects.staff().order_by("name")  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Give it."""
        self.problem.give_to(self.cleaned_data["owner"], by=by, at=at)


class MassForm(ProblemForm):
    """Too many to call."""

    name, title, button = "mass", "Too many to call", "Let the web speak too"
    flash = "Mass mode: publish on the status page, and write to each."
    because = Line("Why", required=True)

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Go over to mass mode."""
        self.problem.go_mass(because=self.cleaned_data["because"], by=by, at=at)


class CallsForm(ProblemForm):
    """Put people on the call list."""

    name, title, button = "calls", "Put people on the call list", "Put them on the list"
    whom = forms.ChoiceField(label="Who is called", choices=Whom.choices)

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """List them."""
        count = ToCall.objects.put_on(self.problem, self.cleaned_data["whom"], by=by, at=at)
        return f"{count} people are new on the call list."


class NoticeForm(ProblemForm):
    """A notice to write."""

    name, title, button = "notices", "Write a notice", "Hand it to a second reader"
    flash = "Written. Somebody else reads it before anybody gets it."
    kind_of = forms.ChoiceField(label="What for", choices=Kind.choices)
    subject = Line("Subject", required=True)
    words = Words("Words", required=True, rows=10, help_text=_BLANKS)
    promise = Line("What it promises")
    promise_due = Moment("By when", future=True)
    safety = forms.BooleanField(label="It warns of harm", required=False)
    sure = Words("If the coach holds it back: why it must go as it is", rows=2)

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Write it."""
        typed = dict(self.cleaned_data)
        kind = typed.pop("kind_of")
        self.problem.notices.write(typed.pop("subject"), typed.pop("words"), kind=kind, by=by, at=at, **typed)


class ApproveForm(ProblemForm):
    """A second reader approves a notice."""

    name, button, flash = "approval", "I have read it, it may go", "Approved. It can be sent."

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Approve it."""
        get_object_or_404(Notice.objects.select_related("problem"), problem=self.problem, pk=self.row).approve(
            by=by, at=at
        )


class SendForm(ProblemForm):
    """Send a notice."""

    name, button, kind = "wave", "Send it", "primary"

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Begin a wave."""
        wave = get_object_or_404(Notice, problem=self.problem, pk=self.row).waves.send(by=by, at=at)
        return f"It goes to {wave.people} people, some at a time."


class StopForm(ProblemForm):
    """The stop button."""

    name, button, kind = "stop", "Stop", "danger"

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Stop the wave."""
        row = get_object_or_404(
            Wave.objects.select_related("notice__problem"), notice__problem=self.problem, pk=self.row
        )
        return f"Stopped. {row.stop(by=by, at=at)} were held back."


class PostForm(ProblemForm):
    """Tell the public."""

    name, title, button, flash = "posts", "Tell the public", "Publish", "Published. The files are written in a moment."
    public_title = Line("What it is called, in a customer's words", most=200)
    how = forms.ChoiceField(label="How far we are", choices=How.choices)
    words = Words("Words", required=True, most=5000, help_text="Nobody is named: no customer, no address, no case.")

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Publish it."""
        typed = self.cleaned_data
        self.problem.posts.publish(typed["words"], how=typed["how"], title=typed["public_title"], by=by, at=at)


class LinkForm(ProblemForm):
    """A case is of this problem."""

    name, button = "case", "It is of this problem"

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Link it."""
        case = get_object_or_404(Case.objects.visible_to(by), reference=self.row)
        row = link(self.problem, case, by=by, at=at)
        return "Linked. They found it after we knew, and we had not told them." if row.found_it else "Linked."


class ContactForm(ProblemForm):
    """A way to reach somebody was found."""

    name, title, button, flash = "contact", "We found a way", "Add it", "They can be reached now."
    email = forms.CharField(label="E-mail", required=False, max_length=320)
    phone = forms.CharField(label="Phone", required=False, max_length=40)

    def clean(self) -> dict[str, Any]:
        """One of the two is enough."""
        typed = super().clean() or {}
        if not typed.get("email") and not typed.get("phone"):
            raise ValidationError("Give an e-mail address or a phone number.")
        return typed

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Learn it."""
        row = get_object_or_404(Affected.objects.select_related("problem"), problem=self.problem, pk=self.row)
        row.learn_contact(**self.cleaned_data, by=by, at=at)


class HarmForm(ProblemForm):
    """Somebody may come to harm by it."""

    name, title, button, kind = "harm", "Somebody may come to harm", "Raise the alarm", "danger"
    flash = "The alarm is raised: the routine rests, and somebody is being woken."
    words = Line("What may happen", required=True)

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """Raise it."""
        Alarm.objects.sound(self.cleaned_data["words"], problem=self.problem, by=by, at=at)


class WhyForm(ProblemForm):
    """What lies behind it."""

    name, title, button, flash = "why", "Why it happened", "This is why", "The cause is on record, for its cases too."
    cause_of = forms.ChoiceField(label="The cause", error_messages={"required": "Choose the cause."})
    shows = Line("What shows it", most=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause_of"].choices = [("", "choose"), *causes()]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """It was traced to that."""
        explain(self.problem, self.cleaned_data["cause_of"], words=self.cleaned_data["shows"], by=by, at=at)


class ChangeForm(ProblemForm):
    """Somebody changes something so that it stops."""

    name, title, button, flash = (
        "change",
        "Change it so that it stops",
        "It is theirs, by then",
        "It has an owner and a date.",
    )
    words = Line("What is changed", required=True, most=2000)
    cause_of = forms.ChoiceField(label="So that this stops", error_messages={"required": "Choose the cause."})
    who = forms.ModelChoiceField(Person.objects.none(), label="Who changes it")
    due = Moment("By when", future=True, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = Person.objects.staff().order_by("name")  # type: ignore[attr-defined]
        self.fields["cause_of"].choices = [("", "choose"), *causes()]  # type: ignore[attr-defined]

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """It is theirs."""
        typed = self.cleaned_data
        change(self.problem, typed["words"], typed["cause_of"], owner=typed["who"], due=typed["due"], by=by, at=at)


class EndForm(ProblemForm):
    """It is over."""

    name, title, button, flash = "end", "It is over", "End the problem", "The problem has ended."
    because = Line("What shows it", required=True)

    def carry_out(self, *, by: Person, at: datetime) -> None:
        """End it."""
        end(self.problem, because=self.cleaned_data["because"], by=by, at=at)


FORMS: dict[str, type[ProblemForm]] = {
    form.name: form
    for form in (
        DecisionForm, SecondForm, DetailsForm, OwnerForm, MassForm, CallsForm, NoticeForm, ApproveForm, SendForm, StopForm,
        PostForm, RedressForm, ApproveRedressForm, CarryOutForm, LeftOverForm, LinkForm, ContactForm, HarmForm, WhyForm, ChangeForm,
        EndForm,
    )
}  # fmt: skip
