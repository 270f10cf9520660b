"""The portal's sentences: where a case stands and when something is due, as one says it to somebody who is upset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from amends.cases.stages import Ending, Stage
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Clock:
    """Times as the customer reads them: in their zone, told from now (`at`)."""

    at: datetime
    zone: tzinfo
    place: str

    @classmethod
    def of(cls, time_zone: str, *, at: datetime) -> Clock:
        """In this zone, or in the house's where it is empty or unknown."""
        for name in (time_zone, HOUSE.time_zone):
            try:
                return cls(at, ZoneInfo(name), name.rpartition("/")[2].replace("_", " "))
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
        raise ZoneInfoNotFoundError(HOUSE.time_zone)

    def day(self, when: datetime) -> str:
        """`today (Tuesday)`, `Thursday 5 March`, and with its year when that is another one."""
        local, now = when.astimezone(self.zone), self.at.astimezone(self.zone)
        if near := _NEAR.get((local.date() - now.date()).days):
            return f"{near} ({local:%A})"
        year = f" {local.year}" if local.year != now.year else ""
        return f"{local:%A} {local.day} {local:%B}{year}"

    def on(self, when: datetime) -> str:
        """The day as it stands in a sentence: `today (Tuesday)`, `on Thursday 5 March`."""
        day = self.day(when)
        return day if day.startswith(tuple(_NEAR.values())) else f"on {day}"

    def moment(self, when: datetime) -> str:
        """`tomorrow (Thursday) at 14:00`."""
        return f"{self.day(when)} at {when.astimezone(self.zone):%H:%M}"

    def by(self, when: datetime) -> str:
        """The moment as a limit, after "by": `14:00 tomorrow (Thursday)`, `Thursday 5 March at 14:00`."""
        day = self.day(when)
        near = day.startswith(tuple(_NEAR.values()))
        return f"{when.astimezone(self.zone):%H:%M} {day}" if near else self.moment(when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the sentences are made from.

    `who` is the owner's first name, or empty; `due` when our next word is due; `mail_due` and `call_due` when we still mean
    to ask by mail and by phone; `asks` what we ask the customer now; `all_right` whether they said so of everything.
    """

    stage: str
    ending: str = ""
    round: int = 1
    who: str = ""
    due: datetime | None = None
    mail_due: datetime | None = None
    call_due: datetime | None = None
    closed_at: datetime | None = None
    asks: str = ""
    all_right: bool = False


_HEADLINES = {
    Stage.NEW: "We have your message",
    Stage.LISTENING: "We are listening",
    Stage.UNDERSTOOD: "We understand what happened",
    Stage.AGREED: "We agreed how to put it right",
    Stage.ACTING: "We are putting it right",
    Stage.RESOLVED: "We have done what we agreed",
}
_ENDINGS = {
    Ending.SATISFIED: (
        "You told us it is put right",
        "Thank you for giving us the chance. We ended your case {ended}.",
    ),
    Ending.UNCONFIRMED: (
        "We could not reach you",
        "We asked twice whether it is right and did not hear from you. We ended your case {ended}, but not as a success.",
    ),
    Ending.DECLINED: (
        "We did not do what you asked",
        "We looked into it and ended your case {ended}. Our reasons are in what we wrote to you, further down.",
    ),
    Ending.WITHDRAWN: ("You asked us to stop here", "We ended your case {ended}."),
    Ending.LOST: ("We did not manage to put this right", "We are sorry. We ended your case {ended}."),
}
_DOES = {
    Stage.NEW: ("{who} has it and will write to you", "A person will read it and write to you"),
    Stage.LISTENING: ("{who} has your case and will write to you", "We have your case and will write to you"),
    Stage.UNDERSTOOD: (
        "{who} is working out with you how to put it right, and will write to you",
        "We are working out with you how to put it right, and will write to you",
    ),
    Stage.AGREED: (
        "{who} is getting started on it, and will write to you",
        "We are getting started on it, and will write to you",
    ),
    Stage.ACTING: (
        "{who} is making sure that everything we agreed gets done, and will write to you",
        "We are making sure that everything we agreed gets done, and will write to you",
    ),
}


def headline(standing: Standing) -> str:
    """The one line at the top."""
    if standing.stage == Stage.CLOSED:
        return _ENDINGS[Ending(standing.ending)][0]
    if standing.stage == Stage.RESOLVED and standing.all_right:
        return "You told us it is put right"
    if standing.stage == Stage.UNDERSTOOD and standing.round > 1:
        return "It is not right yet"
    return _HEADLINES[Stage(standing.stage)]


def explanation(standing: Standing, clock: Clock) -> str:
    """Who does what now, and by when they hear from us; an apology when that time has passed."""
    if standing.stage == Stage.CLOSED:
        ended = clock.on(standing.closed_at) if standing.closed_at else ""
        return _ENDINGS[Ending(standing.ending)][1].format(ended=ended)
    if standing.stage == Stage.RESOLVED:
        return _resolved(standing, clock)
    named, unnamed = _DOES[Stage(standing.stage)]
    does = named.format(who=standing.who) if standing.who else unnamed
    if standing.due is None:
        return f"{does}."
    if standing.due >= clock.at:
        return f"{does} by {clock.by(standing.due)}."
    return f"{does}. That should have happened by {clock.by(standing.due)}, and it did not. We are sorry."


def _resolved(standing: Standing, clock: Clock) -> str:
    who = standing.who or "One of us"
    if standing.all_right and standing.call_due:
        if standing.call_due < clock.at:
            return f"Thank you. {who} will still call you, to hear it from you in person; after that we end your case."
        due = clock.on(standing.call_due)
        return (
            f"Thank you. {who} will still call you, {due}, to hear it from you in person; after that we end your case."
        )
    if standing.all_right:
        return "Thank you. You need not do anything more."
    if standing.asks == "answers":
        return "Only you can say whether it is really right. Your case stays open until you have told us."
    asks = standing.mail_due or standing.call_due
    if asks and asks >= clock.at:
        return f"{who} will ask you {clock.on(asks)} whether it is really right. Your case stays open until then."
    return f"{who} will ask you whether it is really right. Your case stays open until then."


def size(octets: int) -> str:
    """`340 kB`, `2.4 MB`."""
    return f"{octets / _MEGABYTE:.1f} MB" if octets >= _MEGABYTE else f"{max(1, round(octets / 1000))} kB"
