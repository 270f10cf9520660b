"""The brief of a handoff, built from the record, so that the customer is asked nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.promises.promise import local

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from amends.cases.case import Case


def brief_of(case: Case, *, at: datetime) -> str:
    """What whoever takes the case must know, in the order in which they need it; only what is on record."""
    held = case.rounds.filter(number=case.round).first()
    facts = [f"{fact.get_about_display()}: {fact.words} ({fact.get_status_display()})" for fact in case.facts.all()]
    concerns = [concern.words for concern in case.concerns.standing()]
    promises = [
        f"{promise.words}, by {local(promise.deadline.due_at)} ({promise.state(at=at)})"
        for promise in case.promises.select_related("deadline").order_by("deadline__due_at")
    ]
    blocks = [
        f"{case.customer.name or 'The customer'} told us on {local(case.received_at)}: “{case.subject or 'no subject'}”",
        f"Stage: {case.get_stage_display()}, severity: {case.get_severity_display()}.",
        _listed("What they need met:", concerns),
        _listed("What we know:", facts),
        f"What we understood: {held.readback}" if held and held.readback else "",
        f"Their wish: {held.wish}" if held and held.wish else "",
        f"Agreed: {held.agreement}" if held and held.agreement else "",
        _listed("What we promised:", promises),
        _listed("What was done:", [act.words for act in case.acts.order_by("done_at")]),
    ]
    return "\n\n".join(block for block in blocks if block)


def _listed(heading: str, lines: Iterable[str]) -> str:
    found = [f"- {line}" for line in lines]
    return "\n".join([heading, *found]) if found else ""
