"""Gifts go apart: what the follow-up must not say, so that a gift never looks like the price of an answer."""

from __future__ import annotations

import re

_GIFTS = re.compile(
    r"\b(?:gift[\s-]*(?:cards?|vouchers?|certificates?)|vouchers?\s+(?:codes?|numbers?)|present\s+for\s+you"
    r"|(?:small|little)\s+gift|hand-?\s?written\s+(?:notes?|cards?)|geschenk(?:karte|gutschein)\w*|carte[\s-]cadeau)\b",
    re.IGNORECASE,
)


def gift_in(text: str) -> str:
    """The words that speak of a gift; empty when there are none."""
    found = _GIFTS.search(text)
    return found[0] if found else ""
