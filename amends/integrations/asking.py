"""What whoever carries out a remedy for us can say: done, refused, or nothing; and whether they did what we do not know of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from amends.remedies.execution import Execution


class Declined(Exception):  # noqa: N818
    """They refused, and did nothing; the sentence says why."""


class NoAnswer(Exception):  # noqa: N818
    """They did not answer, or not clearly: it may have been done."""


@dataclass(frozen=True, slots=True)
class Found:
    """What they know of our key: their own number for it (empty: nothing), and whether it came to nothing."""

    reference: str
    failed: bool = False
    because: str = ""


class Carrier(Protocol):
    """One way of carrying out, behind one interface."""

    def carry_out(self, execution: Execution) -> str:
        """Do it, once for its key; returns their number for it. Raises Declined, NoAnswer."""

    def find(self, execution: Execution) -> Found:
        """Whether they did it. Raises NoAnswer where they cannot say."""
