"""Which parts a reply has: regret, thanks, a next step. A plain recogniser of words; English only for now."""

from __future__ import annotations

import re

_PARTS = {
    "regret": re.compile(
        r"\b(?:(?:so|very|truly|really|deeply|terribly|sincerely)\s+)?sorry\b|\bapolog(?:y|ies|i[sz]e|i[sz]ing)\b|\bregret\b",
        re.IGNORECASE,
    ),
    "thanks": re.compile(r"\bthank(?:s|\s+you)?\b|\bgrateful\b|\bappreciate\b", re.IGNORECASE),
    "question": re.compile(r"\?"),
}
#: Words that look like regret or thanks and are none.
_NOT = {
    "regret": re.compile(r"\bsorry\s+(?:but|excuse)\b|\bregret to (?:inform|say)\b|\bno need to apolog", re.IGNORECASE),
    "thanks": re.compile(r"\bthanks? to (?:our|the|your)\b|\bno thanks\b", re.IGNORECASE),
}


def parts(text: str) -> list[str]:
    """The names of the parts found: `regret`, `thanks`, `question`, in this order."""
    found = []
    for name, pattern in _PARTS.items():
        cleared = _NOT[name].sub(" ", text) if name in _NOT else text
        if pattern.search(cleared):
            found.append(name)
    return found
