"""The house's own numbers. Each is a house target, not a rule of law."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class House:
    """What the desk holds itself to when nothing else is said."""

    country: str = "GB"
    region: str | None = None
    time_zone: str = "Europe/London"
    opens: str = "09:00"
    closes: str = "17:30"
    #: Working time until a person answers, by severity (1 is the gravest).
    first_answer: dict[int, timedelta] = field(
        default_factory=lambda: {
            1: timedelta(minutes=30),
            2: timedelta(hours=2),
            3: timedelta(hours=4),
            4: timedelta(hours=8),
        }
    )
    #: Working time until the customer hears from a human again while the case is open, by severity.
    next_update: dict[int, timedelta] = field(
        default_factory=lambda: {
            1: timedelta(hours=1),
            2: timedelta(hours=4),
            3: timedelta(hours=17),
            4: timedelta(hours=34),
        }
    )
    follow_up_days: int = 3  # business days after resolution
    second_try_days: int = 2  # business days of silence after both tries before a case may end unconfirmed
    link_days: int = 90  # how long a customer's link works
    receipts_per_hour: int = 20  # automatic receipts to one address
    max_attempts: int = 12  # tries to hand one message to the server that refuses it for now


HOUSE = House()
