"""The form by which two cases of one failure become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from amends.cases.case import Case
from amends.cases.references import tidy
from amends.merging.cases import merge
from amends.web.case.forms.form import CaseForm, Line

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person


class MergingForm(CaseForm):
    """They told us twice of one failure."""

    name, noun = "merging", "merging"
    title, button = "This is the same as another case", "They are one case"
    flash = "The two are one case now: this one."
    template = "case/forms/merging.html"

    into = forms.ChoiceField(label="Another open case of theirs", required=False, widget=forms.RadioSelect)
    reference = Line("Its reference", most=20, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.target: Case | None = None
        others = [row for row in self.dossier.others if not row["ending"]]
        if others:
            self.fields["into"].choices = [(row["reference"], _called(row)) for row in others]  # type: ignore[attr-defined]
            self.fields["reference"].label = "Or the reference of another"
        else:
            del self.fields["into"]

    def clean(self) -> dict[str, Any]:
        """The case chosen or typed, if it is one that the person may see."""
        typed = super().clean()
        wanted = typed.get("reference") or typed.get("into") or ""
        self.target = Case.objects.visible_to(self.dossier.person).filter(reference=tidy(wanted)).first()
        if self.target is None and not self.errors:
            unseen, none = "There is no such case that you may see.", "Choose the case, or type its reference."
            self.add_error("reference", unseen if wanted else none)
        return typed

    @property
    def reached(self) -> Case:
        """The case that goes on."""
        return self.target or self.case

    def carry_out(self, *, by: Person, at: datetime) -> object:
        """Everything goes on as the other case."""
        return merge(self.case, self.reached, by=by, at=at)


def _called(row: dict[str, Any]) -> str:
    return f"{row['subject'] or 'No subject'} ({row['reference']}, {row['stage']})"
