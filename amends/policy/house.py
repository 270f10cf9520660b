"""The house's own numbers that no pack needs to be read for. How fast we answer is policy: `packs/house.yaml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """What the desk holds itself to when nothing else is said; the house's pack says the same."""

    country: str = "GB"
    region: str | None = None
    time_zone: str = "Europe/London"
    link_days: int = 90  # how long a customer's link works
    receipts_per_hour: int = 20  # automatic receipts to one address
    max_attempts: int = 12  # tries to hand one message to the server that refuses it for now


HOUSE = House()
