"""What we promised, as its customer reads it: the time we said, the one we moved it to and told them, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from amends.promises.promise import Promise
    from amends.web.portal.wording import Clock


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise: its words, what became of it (`open`, `moved`, `kept`, `late`, `broken`, `released`), and that in words."""

    words: str
    state: str
    sentence: str


def promised(promise: Promise, clock: Clock) -> Promised:
    """The promise as it stands now. A date that was moved is told with both times and the day on which we said so."""
    state = promise.state(at=clock.at)
    return Promised(promise.words, state, _MADE[state](promise, clock))


def _said(promise: Promise, clock: Clock) -> str:
    first = clock.by(promise.first_due_at)
    if not promise.moved_at:
        return f"We said by {first}"
    later = clock.by(promise.deadline.due_at)
    return f"At first we said by {first}; {clock.on(promise.moved_at)} we told you that it would be by {later}"


def _open(promise: Promise, clock: Clock) -> str:
    return f"By {clock.by(promise.deadline.due_at)}."


def _moved(promise: Promise, clock: Clock) -> str:
    first, told = clock.by(promise.first_due_at), clock.on(promise.moved_at or clock.at)
    return f"{_open(promise, clock)} At first we had said by {first}; we told you {told} that we could not hold that."


def _kept(promise: Promise, clock: Clock) -> str:
    return f"{_said(promise, clock)}. Done {_done(promise.kept_at, clock)}, in time{' for that' if promise.moved_at else ''}."


def _late(promise: Promise, clock: Clock) -> str:
    return f"{_said(promise, clock)}. Done {_done(promise.kept_at, clock)}, later than we said. We are sorry."


def _broken(promise: Promise, clock: Clock) -> str:
    return f"{_said(promise, clock)}, and have not done it. We are sorry."


def _released(promise: Promise, clock: Clock) -> str:
    return f"{_said(promise, clock)}. You told us that this is no longer needed."


def _done(when: datetime | None, clock: Clock) -> str:
    return f"{clock.on(when)} at {when.astimezone(clock.zone):%H:%M}" if when else ""


_MADE = {"open": _open, "moved": _moved, "kept": _kept, "late": _late, "broken": _broken, "released": _released}
