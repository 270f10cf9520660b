"""What binds us in what we write: no promise leaves unrecorded, and no date moves before the customer knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from amends.cases.ending import Refused
from amends.coach.promising import Found, covered, promises_in
from amends.policy.house import HOUSE
from amends.promises.promise import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from amends.cases.case import Case
    from amends.messages.message import Message
    from amends.people.person import Person
    from amends.promises.promise import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promise as its writer records it with the message; `backed_by` is the lead who answers for it, where one must.

    `hurried` is why an early date is promised all the same.
    """

    words: str
    due: datetime
    kind: str = Kind.DEED
    backed_by: Person | None = None
    hurried: str = ""


class UnrecordedPromise(Refused):
    """The words promise something that is not on record; `found` says what. Record it, or say that it is no promise."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = found
        quoted = " ".join(f"“{one.words}”" for one in found)
        super().__init__(f"This promises something: {quoted} Record it as a promise, or say that it is none.")


def find_unrecorded(
    case: Case, text: str, *, recorded: Iterable[str], unmarked: Iterable[str], at: datetime
) -> list[Found]:
    """The promises in the text that neither this message records, nor the case has on record, nor its writer unmarked."""
    found = promises_in(text, said_at=at, zone=HOUSE.time_zone)
    known = [*recorded, *unmarked]
    left = [one for one in found if not covered(one, known)]
    if left:
        standing = list(case.promises.outstanding().values_list("words", flat=True))
        left = [one for one in left if not covered(one, standing)]
    return left


def record_all(
    case: Case, commitments: Iterable[Commitment], made_in: Message, *, by: Person, at: datetime
) -> list[Promise]:
    """Each is a promise on the case, said in this message; part of the verb that says it."""
    return [
        case.promises.make(
            one.words,
            due=one.due,
            kind=one.kind,
            made_in=made_in,
            backed_by=one.backed_by,
            hurried=one.hurried,
            by=by,
            at=at,
        )
        for one in commitments
    ]
