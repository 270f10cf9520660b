"""What the receiver of a handoff could tell the customer: who they are, why that helps them, and when they will hear."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from amends.cases.stages import Stage
from amends.coach.promising import promises_in
from amends.deadlines.pacing import next_update
from amends.policy.house import HOUSE
from amends.promises.promise import Kind, local

if TYPE_CHECKING:
    from datetime import datetime

    from amends.cases.case import Case
    from amends.handoffs.handoff import Handoff

#: A letter may be read for so long before it is sent: the time it names is still that of the next update.
_READING = timedelta(hours=1)


def suggested(handoff: Handoff, *, at: datetime) -> str:
    """A letter to begin from, written by the receiver; the time it names is when our next word falls due once it is sent."""
    name, gain = handoff.case.customer.name, handoff.gain.rstrip(" .!")
    why = f"{handoff.giver.first_name} asked me to, because it helps you: {gain}."
    lines = [
        f"{'Dear ' + name if name else 'Hello'},",
        f"my name is {handoff.receiver.name}, and I look after your case from now on. {why}",
        "I have read all that you told us, so you need not tell it again.",
    ]
    due = hears_by(handoff.case, at=at)
    if due is not None:
        lines.append(f"You will hear from me again by {local(due)}.")
    return "\n\n".join([*lines, "You can answer this mail at any time; it reaches me."])


def hears_by(case: Case, *, at: datetime) -> datetime | None:
    """When our next word falls due if one is said now; None where nothing more is due by rule."""
    return None if case.stage in {Stage.RESOLVED, Stage.CLOSED} else next_update(case, since=at).due_at


def said_of_news(case: Case, words: str, *, at: datetime) -> list[str]:
    """The sentences that name the time of our next word: the deadline of that word holds them, so they are no new promise.

    A sentence that names an earlier time, or promises anything else, is not among them.
    """
    due = hears_by(case, at=at)
    if due is None:
        return []
    found = promises_in(words, said_at=at, zone=HOUSE.time_zone)
    near = [one for one in found if one.kind == Kind.NEWS and one.due and due - _READING <= one.due <= due + _READING]
    return [one.words for one in near if one.due]
