"""What the coach says of a draft: a span, a reason of one line, an edit; and a commitment that the draft makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from datetime import datetime

Level = Literal["block", "warn", "hint"]
LEVELS: Final[tuple[Level, ...]] = ("hint", "warn", "block")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one check says: where, and why; `level` where this one weighs differently from the check's own level."""

    start: int
    end: int
    why: str = ""
    suggestion: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """`text[start:end] == quote`, in code points; about something missing, both are the length of the text."""

    check: str
    level: Level
    start: int
    end: int
    quote: str
    why: str
    suggestion: str | None = None

    def as_data(self) -> dict[str, Any]:
        """As it goes out by the command line and the API."""
        return {
            "check": self.check, "level": self.level, "start": self.start, "end": self.end, "quote": self.quote, "why": self.why,
            "suggestion": self.suggestion,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the draft says will be done for the customer: in which words, by whom, and by when (None where no time is named).

    `timed` where a time is named, though it cannot be reckoned without a "now". `who` is the name that stands in the draft, the
    sender for "I" where the sender is known, else "I" or "we".
    """

    quote: str
    start: int
    end: int
    who: str
    due: datetime | None
    kind: str
    timed: bool = False

    def as_data(self) -> dict[str, Any]:
        """As it goes out by the command line and the API."""
        return {"quote": self.quote, "who": self.who, "due": self.due.isoformat() if self.due else None}
