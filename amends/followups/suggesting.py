"""What a follow-up mail could say, from the record: a beginning for its writer, who makes it their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.followups.asking import FiveParts
from amends.followups.given import Given, given_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from amends.cases.case import Case
    from amends.causes.watching import Fix
    from amends.concerns.concern import Act, Concern
    from amends.concerns.fact import Fact


def suggested(
    case: Case, *, facts: Sequence[Fact], concerns: Sequence[Concern], acts: Sequence[Act], signed: str = "",
    fix: Fix | None = None,
) -> FiveParts:  # fmt: skip
    """The parts the record can fill. Why it will not happen again is said only of a change that is shown to have worked."""
    name = case.customer.name
    return FiveParts(
        apology=f"{'Dear ' + name if name else 'Hello'},\n\nI am sorry, again, for the trouble this has caused you.",
        what_went_wrong=_listed("What went wrong:", _wrong(facts)) or _listed("You told us:", _needed(concerns)),
        how_put_right=_listed("What we have done to put it right:", _done(acts, given_on(case))),
        recurrence=fix.sentence if fix and fix.state == "done" else "",
        thanks="Thank you for telling us, for your patience, and for staying with us."
        + (f"\n\n{signed}" if signed else ""),
    )


def _done(acts: Sequence[Act], given: Sequence[Given]) -> list[str]:
    """What was done; what was given with how much it came to, as the record has it."""
    worth = {one.name: f"{one.name} ({one.amount} {one.currency})" for one in given}
    return [worth.get(act.words, act.words) for act in acts]


def _wrong(facts: Sequence[Fact]) -> list[str]:
    """What happened and what it did to them, as far as it is not only assumed."""
    return [fact.words for fact in facts if fact.about in {"what", "effect"} and fact.status != "assumed"]


def _needed(concerns: Sequence[Concern]) -> list[str]:
    """What they said they needed; what we read between the lines is not put in their mouth."""
    return [concern.words for concern in concerns if not concern.waived_at and concern.kind == "stated"]


def _listed(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([heading, *(f"  - {line}" for line in lines)]) if lines else ""
