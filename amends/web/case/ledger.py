"""What was promised on a case, each promise with all that became of it, ready to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models.expressions import RawSQL
from django.urls import reverse

from amends.changes.way import Method
from amends.leadtimes.proposing import often
from amends.people.person import Role
from amends.promises.promise import Reason
from amends.web.case.timeline import riding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.messages.message import Message
    from amends.promises.promise import Promise
    from amends.promises.quoted import Quoted

#: What each state is called, the kind of its badge, and its icon.
STATES = {
    "broken": ("broken", "alarm", "alarm"),
    "open": ("open", "warn", "promise"),
    "moved": ("moved, told first", "warn", "promise"),
    "late": ("kept late", "warn", "clock"),
    "kept": ("kept", "good", "tick"),
    "released": ("they released us", "plain", "undo"),
}
_OPEN = ("broken", "open", "moved")
#: So many settled promises are shown at once; the others wait behind a fold.
_SETTLED_SHOWN = 3


# Each rides on the promise it belongs to.
_REACHES = """
SELECT jsonb_build_object('method', w.method, 'contents', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('pk', c.id, 'name', c.name, 'until', c.good_until, 'answer', c.answer,
      'asked', c.asked_in_id IS NOT NULL) ORDER BY c.id), '[]') FROM amends_content c WHERE c.way_id = w.id))
FROM amends_way w WHERE w.promise_id = amends_promise.id
"""
_CHANGES = """
SELECT jsonb_build_object('pk', x.id, 'because', x.because, 'to', x.to_method, 'estimate', x.estimate,
  'told', x.told_in_id IS NOT NULL, 'estimate_due', e.due_at, 'tell_by', t.due_at)
FROM amends_change x JOIN amends_deadline t ON t.id = x.tell_by_id LEFT JOIN amends_deadline e ON e.id = x.estimate_due_id
WHERE x.promise_id = amends_promise.id AND x.withdrawn_at IS NULL ORDER BY x.id
"""


def changing_with() -> dict[str, RawSQL]:
    """The columns that bring how a promise reaches the customer, and what changes about it, along with the promise."""
    return {"way_rows": riding(_REACHES), "change_rows": riding(_CHANGES)}


@dataclass(frozen=True, slots=True)
class Place:
    """A message or call as a promise names it: where it stands, how it was said, when; `way` is "a call" or "an e-mail"."""

    url: str
    way: str
    at: datetime
    who: str


@dataclass(frozen=True)
class Held:
    """One promise as the page shows it. `stuck` says why its date cannot move; empty where it can."""

    row: Promise
    state: str
    said_in: Place | None
    told_in: Place | None
    notice: Place | None
    stuck: str

    @property
    def label(self) -> str:
        """The state in words."""
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        """The kind of badge."""
        return STATES[self.state][1]

    @property
    def icon(self) -> str:
        """The icon of the badge."""
        return STATES[self.state][2]

    @property
    def is_open(self) -> bool:
        """Whether it still binds us."""
        return self.state in _OPEN

    @property
    def due_at(self) -> datetime:
        """When it is due as it stands now."""
        return self.row.deadline.due_at

    @property
    def reason(self) -> str:
        """Why it was moved."""
        return Reason(self.row.moved_because).label if self.row.moved_because else ""

    @property
    def answers(self) -> str:
        """Who answers for it: the lead who was named, else who must keep it now."""
        lead, keeper = self.row.backed_by, self.row.deadline.owner
        return lead.name if lead else keeper.name if keeper else ""

    @property
    def hurried(self) -> str:
        """Why an early date was promised all the same, with the chance it had; empty where the date was one that holds."""
        quote: Quoted | None = getattr(self.row, "quoted", None)
        if quote is None or not quote.hurried or quote.chance is None:
            return ""
        return f"kept {often(quote.chance)}; promised all the same: {quote.hurried}"

    @cached_property
    def way(self) -> dict[str, Any] | None:
        """How it reaches them and what it brings, if that is noted."""
        rows: list[dict[str, Any]] = getattr(self.row, "way_rows", [])
        if not rows:
            return None
        things = [{**one, "until": one["until"] and date.fromisoformat(one["until"])} for one in rows[0]["contents"]]
        return {"method": Method(rows[0]["method"]).label, "contents": things}

    @cached_property
    def changes(self) -> list[dict[str, Any]]:
        """What changes about it: the date (`to` empty) or the way; told or to be told, by when, and how late it will be."""
        times = ("estimate", "estimate_due", "tell_by")
        rows: list[dict[str, Any]] = getattr(self.row, "change_rows", [])
        return [
            {
                **one, **{name: one[name] and datetime.fromisoformat(one[name]) for name in times},
                "why": Reason(one["because"]).label, "to": Method(one["to"]).label if one["to"] else "",
            }
            for one in rows
        ]  # fmt: skip

    @property
    def untold(self) -> list[dict[str, Any]]:
        """Changes they do not know of yet."""
        return [one for one in self.changes if not one["told"]] if self.is_open else []

    @property
    def keeper(self) -> str:
        """Who must keep it, where that is somebody else than who made it."""
        keeper = self.row.deadline.owner
        return keeper.name if keeper and keeper.pk != self.row.made_by_id and self.is_open else ""


class Ledger:
    """Every promise of a case at one moment: what binds us first, the soonest due first; then what is settled, the latest first."""

    def __init__(
        self, promises: Iterable[Promise], messages: Iterable[Message], *, here: Iterable[int], at: datetime
    ) -> None:
        self.at = at
        self._messages = {message.pk: message for message in messages}
        self._here = frozenset(here)
        held = [self._held(row) for row in promises]
        settled = sorted((one for one in held if not one.is_open), key=lambda one: one.row.made_at, reverse=True)
        self.open = sorted((one for one in held if one.is_open), key=lambda one: (one.due_at, one.row.pk))
        self.settled, self.older = settled[:_SETTLED_SHOWN], settled[_SETTLED_SHOWN:]

    @property
    def all(self) -> list[Held]:
        """Every promise, in the order of the page."""
        return [*self.open, *self.settled, *self.older]

    @cached_property
    def counts(self) -> list[tuple[str, int]]:
        """How many there are of each state that there is."""
        states = [one.state for one in self.all]
        short = {"moved": "moved", "released": "released"}
        return [(short.get(state, STATES[state][0]), states.count(state)) for state in STATES if state in states]

    def needs_lead(self, role: str) -> bool:
        """Whether somebody of this role needs the name of a lead for the next promise: one was broken."""
        return role == Role.AGENT and any(one.state in {"broken", "late"} for one in self.all)

    def _held(self, row: Promise) -> Held:
        state = row.state(at=self.at)
        return Held(
            row, state, said_in=self._place(row.made_in_id), told_in=self._place(row.told_in_id),
            notice=self._place(row.notice_id), stuck=_stuck(row, state),
        )  # fmt: skip

    def _place(self, key: int | None) -> Place | None:
        message = self._messages.get(key) if key else None
        if message is None:
            return None
        near = message.pk in self._here
        url = f"#message-{message.pk}" if near else reverse("original", args=[message.pk])
        return Place(url, _WAYS.get(message.channel, "a message"), message.said_at, str(message.author or ""))


_WAYS = {"email": "an e-mail", "phone": "a call", "visit": "a visit", "letter": "a letter", "portal": "a portal note"}


def _stuck(row: Promise, state: str) -> str:
    if row.moved_at:
        return "Its date moved once already. A date moves once; keep it, even late, or ask them to release us."
    if state == "broken":
        return "Its time has passed, so its date cannot move: it is broken, and can only be kept late."
    return "" if state == "open" else "It is settled."
