"""The date beside a promise that is being made: the one that would hold, why, and what an earlier one is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from amends.leadtimes.proposing import in_hundred, often

if TYPE_CHECKING:
    from datetime import datetime

    from amends.leadtimes.proposing import Proposal

#: What is said where an early date lacks its reason.
HURRIED = "Say why this date is promised all the same, or choose a later one."
LONGEST = 500
_FAR = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class Dated:
    """A proposal as the page shows it beside a promise: `due` is the date that was typed, if one was that can be read.

    `part` begins the names of the promise's fields (`promise-0-`), `place` the ids of what is shown for it.
    """

    proposal: Proposal
    place: str
    part: str = ""
    due: datetime | None = None
    hurried: str = ""

    @property
    def use(self) -> str:
        """The proposed date as a field for date and time holds it, on the reader's clock."""
        return f"{timezone.localtime(self.proposal.due):%Y-%m-%dT%H:%M}" if self.proposal.due else ""

    @property
    def taken(self) -> bool:
        """Whether the typed date is the proposed one."""
        return self.due is not None and self.due == self.proposal.due

    @property
    def early(self) -> bool:
        """Whether the typed date would be kept less often than is asked for."""
        return self.due is not None and self.proposal.is_early(self.due)

    @property
    def chance(self) -> str:
        """How often the typed date would be kept, in words; empty where nothing can be said."""
        chance = self.proposal.chance(self.due) if self.due else None
        return "" if chance is None else often(chance)

    @property
    def asked(self) -> int:
        """How many times in a hundred are asked for."""
        return in_hundred(self.proposal.sure.probability)


def read_moment(text: str, now: datetime) -> datetime | None:
    """The moment that a field for date and time holds, on the reader's clock, if it is one and still to come."""
    try:
        found = parse_datetime(text.strip())
        moment = timezone.make_aware(found) if found and timezone.is_naive(found) else found
        return moment if moment and now < moment < now + _FAR else None
    except (ValueError, OverflowError):
        return None
