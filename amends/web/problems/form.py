"""What the forms of one problem have in common: one act, one call, and what was typed is kept where it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from amends.cases.case import HandoffNeeded, StageMoved
from amends.cases.ending import Refused
from amends.people.presence import NotHere

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person
    from amends.problems.problem import Problem

REFUSALS = (Refused, NotHere, StageMoved, HandoffNeeded)


class ProblemForm(forms.Form):
    """One act on one problem. `row` is what it is about, where there are several of it."""

    name: ClassVar[str]
    title: ClassVar[str] = ""
    button: ClassVar[str] = "Save"
    kind: ClassVar[str] = "plain"
    flash: ClassVar[str] = "Done."
    use_required_attribute = False

    def __init__(self, problem: Problem, *args: Any, row: str = "", **kwargs: Any) -> None:
        self.problem, self.row = problem, row
        kwargs |= {"auto_id": f"{self.name}{row}-%s", "label_suffix": ""}
        super().__init__(*args, **kwargs)

    def carry_out(self, *, by: Person, at: datetime) -> str | None:
        """Make the one call; what it says instead of `flash`, if anything."""
        raise NotImplementedError

    def carried_out(self, *, by: Person, at: datetime) -> str:
        """What to tell whoever pressed the button; empty where the form shows why nothing was done."""
        if not self.is_valid():
            return ""
        try:
            return self.carry_out(by=by, at=at) or self.flash
        except REFUSALS as refusal:
            self.add_error(None, str(refusal))
            return ""
