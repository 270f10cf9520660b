"""An answer to a simulated complaint, coached: the parts of a first reply, and what the coach says of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from amends.coach.parts import first_reply
from amends.coach.reviewing import Review, review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.practice.complaint import Complaint


@dataclass(frozen=True, slots=True)
class Marked:
    """What the coach answers: each part by name, present or not, in the order of a good reply; the review; a model answer."""

    parts: Mapping[str, bool]
    review: Review
    model: str

    @property
    def present(self) -> list[str]:
        """The parts that are there."""
        return [name for name, there in self.parts.items() if there]

    @property
    def missing(self) -> list[str]:
        """The parts that are not."""
        return [name for name, there in self.parts.items() if not there]

    def as_data(self) -> dict[str, Any]:
        """As it goes out by the command line."""
        return {"present": self.present, "missing": self.missing, **self.review.as_data(), "model": self.model}


def mark(complaint: Complaint, answer: str) -> Marked:
    """The answer coached with the complaint's own case; `amends.coach.Unreadable` where it is too long to be one."""
    found = review(answer, complaint.case)
    return Marked(first_reply(answer, complaint.case), found, complaint.answer)
