"""What is known of the case beside the draft. What is not given is not known: the checks that need it stay silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STAGES: Final = (
    "notice", "first_reply", "update", "offer", "refusal", "handoff", "follow_up", "gift_note", "win_back", "public_reply",
)  # fmt: skip
CHANNELS: Final = ("email", "letter", "phone_script", "chat", "sms", "public")
SEVERITIES: Final = ("minor", "moderate", "serious", "critical")
READINGS: Final = ("calm", "anger", "disappointment", "betrayal", "anxiety", "frustration", "hurt", "resignation")
FAULTS: Final = ("established", "not_established", "not_ours")
FLAGS: Final = ("safety", "legal", "vulnerable", "public", "privacy", "discrimination", "exit", "bereavement")
RELATIONSHIPS: Final = ("new", "regular", "key")
GIVEN: Final = (
    "order_number", "account_number", "photos", "receipt", "address", "phone", "email", "description", "dates", "serial_number",
)  # fmt: skip
REMEDY_STATES: Final = ("offered", "agreed", "awaiting_approval", "approved", "scheduled", "done")
FIX_STATES: Final = ("none", "planned", "done")
STATUSES: Final = ("told", "verified", "assumed")


class Unreadable(ValueError):  # noqa: N818 - named for the refusal
    """The input cannot be taken as a draft with its case; the message names what is wrong."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What the customer needs met, `stated` or `implied`, and words by which an answer to it is known."""

    text: str
    kind: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What the case rests on: `told`, `verified` or `assumed`."""

    text: str
    status: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody on the roster: the days they are away, and the moment from which they are."""

    name: str
    away: frozenset[date]
    away_from: datetime | None


@dataclass(frozen=True, slots=True)
class Remedied:
    """One remedy on record: its kind, how far it has come, and what it is in words (empty where that is not known)."""

    kind: str
    state: str
    said: str = ""

    @property
    def agreed(self) -> bool:
        """Whether they and we agreed on it, or more has come of it since."""
        return self.state not in {"", "offered"}


@dataclass(frozen=True, slots=True)
class Stale:
    """Words that hold only until the end of a day."""

    text: str
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The case beside the draft. None and an empty tuple mean "not given", except for `specifics` and the like, which may be empty."""

    stage: str = ""
    channel: str = ""
    severity: str = "moderate"
    reads_as: str = "calm"
    fault: str = ""
    flags: frozenset[str] = frozenset()
    relationship: str = ""
    customer_name: str = ""
    asked_why: bool = False
    channel_choice: str = ""
    sender: str = ""
    apologies_so_far: int | None = None
    acts_since_last_apology: int | None = None
    wish_asked: bool | None = None
    wish: str = ""
    given: frozenset[str] = frozenset()
    specifics: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    facts: tuple[Fact, ...] = ()
    quote_not_before: datetime | None = None
    quote_probability: float | None = None
    roster: tuple[Present, ...] = ()
    consented_work: bool = False
    beyond_authority: bool = False
    stale: tuple[Stale, ...] = ()
    language: str = ""
    remedies: tuple[Remedied, ...] = ()
    fix_state: str = ""
    fix_text: str = ""
    now: datetime | None = None
    subject: str = ""

    @property
    def upset(self) -> bool:
        """Whether the customer's words show more than calm or resignation."""
        return self.reads_as not in {"calm", "resignation"}

    @property
    def harm(self) -> bool:
        """Whether safety or law is in play."""
        return bool(self.flags & {"safety", "legal"})

    @property
    def public(self) -> bool:
        """Whether everybody reads the reply."""
        return self.channel == "public" or self.stage == "public_reply"

    @property
    def locked(self) -> bool:
        """Whether nothing may be admitted yet, established or not: safety or law is in play, and it is early."""
        return self.harm and self.stage in {"first_reply", "notice", "offer", "refusal"}


def read(data: Mapping[str, Any]) -> Context:
    """The context that this plain data gives; Unreadable names an unknown key or value. `text` is not for here."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        reader = _READERS.get(key)
        if reader is None:
            raise Unreadable(f"{key!r} is no key of a draft's case. Known are: {', '.join(sorted(_READERS))}.")
        if value is not None:
            found |= reader(key, value)
    return Context(**found)


def _text(key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, str):
        raise Unreadable(f"{key} must be text, not {value!r}.")
    return {key: value}


def _one_of(*known: str) -> Callable[[str, Any], dict[str, Any]]:
    def reader(key: str, value: Any) -> dict[str, Any]:
        if value not in known:
            raise Unreadable(f"{key} cannot be {value!r}. It is one of: {', '.join(known)}.")
        return {key: value}

    return reader


def _some_of(*known: str) -> Callable[[str, Any], dict[str, Any]]:
    def reader(key: str, value: Any) -> dict[str, Any]:
        for one in _list(key, value):
            if one not in known:
                raise Unreadable(f"{key} cannot hold {one!r}. Known are: {', '.join(known)}.")
        return {key: frozenset(value)}

    return reader


def _truth(key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, bool):
        raise Unreadable(f"{key} must be true or false, not {value!r}.")
    return {key: value}


def _count(key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Unreadable(f"{key} must be a whole number from 0 up, not {value!r}.")
    return {key: value}


def _texts(key: str, value: Any) -> dict[str, Any]:
    return {key: tuple(_string(key, one) for one in _list(key, value))}


def _customer(key: str, value: Any) -> dict[str, Any]:
    row = _row(key, value, "name", "asked_why", "channel_choice")
    choice = row.get("channel_choice") or ""
    if choice and choice not in (*CHANNELS, "phone"):
        raise Unreadable(f"{key}.channel_choice cannot be {choice!r}. It is one of: {', '.join((*CHANNELS, 'phone'))}.")
    asked = row.get("asked_why") or False
    return {
        "customer_name": _string(f"{key}.name", row.get("name") or ""),
        "asked_why": _truth(f"{key}.asked_why", asked)[f"{key}.asked_why"],
        "channel_choice": choice,
    }


def _sender(key: str, value: Any) -> dict[str, Any]:
    return {"sender": _string(f"{key}.name", _row(key, value, "name").get("name") or "")}


def _concerns(key: str, value: Any) -> dict[str, Any]:
    rows = [_row(key, one, "text", "kind", "keywords") for one in _list(key, value)]
    return {
        "concerns": tuple(
            Concern(
                _string(f"{key}.text", row.get("text") or ""),
                _known(f"{key}.kind", row.get("kind") or "stated", "stated", "implied"),
                _words(key, row),
            )
            for row in rows
        )
    }


def _facts(key: str, value: Any) -> dict[str, Any]:
    rows = [_row(key, one, "text", "status", "keywords") for one in _list(key, value)]
    return {
        "facts": tuple(
            Fact(
                _string(f"{key}.text", row.get("text") or ""),
                _known(f"{key}.status", row.get("status") or "told", *STATUSES),
                _words(key, row),
            )
            for row in rows
        )
    }


def _quote(key: str, value: Any) -> dict[str, Any]:
    row = _row(key, value, "probability", "not_before")
    probability = row.get("probability")
    if probability is not None and (not isinstance(probability, int | float) or not 0 < probability <= 1):
        raise Unreadable(f"{key}.probability must be a number above 0 and up to 1, not {probability!r}.")
    earliest = row.get("not_before")
    return {
        "quote_not_before": None if earliest is None else _moment(f"{key}.not_before", earliest),
        "quote_probability": probability,
    }


def _roster(key: str, value: Any) -> dict[str, Any]:
    rows = [_row(key, one, "name", "away", "away_from") for one in _list(key, value)]
    return {
        "roster": tuple(
            Present(
                _string(f"{key}.name", row.get("name") or ""),
                frozenset(_day(f"{key}.away", day) for day in _list(f"{key}.away", row.get("away") or [])),
                _moment(f"{key}.away_from", row["away_from"]) if row.get("away_from") else None,
            )
            for row in rows
        )
    }


def _stale(key: str, value: Any) -> dict[str, Any]:
    rows = [_row(key, one, "text", "valid_until") for one in _list(key, value)]
    return {
        "stale": tuple(
            Stale(_string(f"{key}.text", row.get("text")), _day(f"{key}.valid_until", row.get("valid_until")))
            for row in rows
        )
    }


def _remedy(key: str, value: Any) -> dict[str, Any]:
    row = _row(key, value, "kind", "amount", "currency", "state")
    kind = _string(f"{key}.kind", row.get("kind") or "")
    state = _known(f"{key}.state", row.get("state") or "offered", *REMEDY_STATES)
    sum_of = " ".join(str(row[name]) for name in ("amount", "currency") if row.get(name))
    return {"remedies": (Remedied(kind, state, f"{kind} of {sum_of}" if kind and sum_of else kind),)}


def _corrective(key: str, value: Any) -> dict[str, Any]:
    row = _row(key, value, "state", "text")
    return {
        "fix_state": _known(f"{key}.state", row.get("state") or "none", *FIX_STATES),
        "fix_text": _string(f"{key}.text", row.get("text") or ""),
    }


def _now(key: str, value: Any) -> dict[str, Any]:
    return {"now": _moment(key, value)}


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise Unreadable(f"{key} must be a list, not {value!r}.")
    return list(value)


def _row(key: str, value: Any, *known: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable(f"{key} must be an object with {', '.join(known)}, not {value!r}.")
    for name in value:
        if name not in known:
            raise Unreadable(f"{key}.{name} is not known. Known are: {', '.join(known)}.")
    return value


def _known(key: str, value: Any, *known: str) -> str:
    return str(_one_of(*known)(key, value)[key])


def _words(key: str, row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(_string(f"{key}.keywords", one) for one in _list(f"{key}.keywords", row.get("keywords") or []))


def _string(key: str, value: Any) -> str:
    return str(_text(key, value)[key])


def _day(key: str, value: Any) -> date:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise Unreadable(f"{key} must be a day such as 2026-06-30, not {value!r}.") from None


def _moment(key: str, value: Any) -> datetime:
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Unreadable(f"{key} must be a time with its offset, such as 2026-05-07T17:00+01:00, not {value!r}.")
    return found


_READERS: Final[dict[str, Callable[[str, Any], dict[str, Any]]]] = {
    "subject": _text, "stage": _one_of(*STAGES), "channel": _one_of(*CHANNELS), "severity": _one_of(*SEVERITIES),
    "reads_as": _one_of(*READINGS), "fault": _one_of(*FAULTS), "flags": _some_of(*FLAGS), "relationship": _one_of(*RELATIONSHIPS),
    "customer": _customer, "sender": _sender, "apologies_so_far": _count, "acts_since_last_apology": _count, "wish_asked": _truth,
    "wish": _text, "given": _some_of(*GIVEN), "specifics": _texts, "concerns": _concerns, "facts": _facts, "quote": _quote,
    "roster": _roster, "consented_work": _truth, "beyond_authority": _truth, "stale": _stale, "language": _text, "remedy": _remedy,
    "corrective_action": _corrective, "now": _now,
}  # fmt: skip
