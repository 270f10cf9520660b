"""Who may do what: one table. *Who* is decided here; *whether now* is decided by the verb and the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from amends.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.people.person import Person


class Owned(Protocol):
    """What a rule needs to know of a case."""

    owner_id: int | None
    restricted: bool


class NotAllowed(Exception):  # noqa: N818
    """Refused, with a sentence that says who may."""


_RANK = {role: rank for rank, role in enumerate(Role.values)}


def _at_least(role: Role) -> Callable[[Person, Owned | None], bool]:
    return lambda person, _case: _RANK[person.role] >= _RANK[role]


def _sees(person: Person, case: Owned | None) -> bool:
    return case is None or not case.restricted or case.owner_id == person.pk or _at_least(Role.LEAD)(person, case)


TABLE: dict[str, tuple[Callable[[Person, Owned | None], bool], str]] = {
    "see": (_sees, "This case is restricted to its owner and the leads."),
    "work": (_sees, "This case is restricted to its owner and the leads."),
    "overrule": (_at_least(Role.LEAD), "A lead may overrule a step."),
    "decline": (_at_least(Role.AGENT), "Anybody at the desk may propose to decline; a second reader confirms."),
    "restrict": (_at_least(Role.LEAD), "A lead may restrict a case."),
    "second": (_at_least(Role.LEAD), "A lead may answer for this."),
    "waive follow-up": (_at_least(Role.MANAGER), "A manager may waive a follow-up."),
    "quarantine": (_at_least(Role.AGENT), "Anybody at the desk may look after kept mail."),
    "dates": (_at_least(Role.LEAD), "A lead says from what dates are learnt."),
    "catalogue": (_at_least(Role.MANAGER), "A manager looks after the catalogue of remedies."),
    "practice": (_at_least(Role.LEAD), "A lead may see how somebody practises, where they share it."),
    "spend": (_at_least(Role.LEAD), "A lead may see what is given, and by whom."),
    "outcomes": (_at_least(Role.LEAD), "A lead may see what became of customers, and why."),
    "experiments": (_at_least(Role.MANAGER), "A manager answers for experiments."),
    "people": (_at_least(Role.ADMIN), "An admin looks after people."),
    "settings": (_at_least(Role.ADMIN), "An admin looks after settings."),
}


def may(person: Person, deed: str, case: Owned | None = None) -> bool:
    """Whether this person may; for templates and for choosing what to show."""
    rule, _ = TABLE[deed]
    return person.is_active and rule(person, case)


def check(person: Person, deed: str, case: Owned | None = None) -> None:
    """Nothing, or `NotAllowed` with the sentence that says who may."""
    if not may(person, deed, case):
        raise NotAllowed(TABLE[deed][1])
