"""Names between braces: found, filled in, and told where nothing is known to fill them with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BLANK = re.compile(r"\{([a-z0-9_]{1,40})\}")


def blanks(words: str) -> list[str]:
    """The names between braces, each once."""
    return list(dict.fromkeys(BLANK.findall(words)))


def fill(words: str, values: Mapping[str, str], facts: Sequence[Mapping[str, str]] = ()) -> str:
    """The words for one recipient; a fact of several lines is told as a list: "17, 18 and 21". What nothing fills stays."""

    def found(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name]
        known = [fact[name] for fact in facts if fact.get(name)]
        return listed(known) if known else match[0]

    return BLANK.sub(found, words)


def unfilled(words: str, values: Mapping[str, str], facts: Sequence[Mapping[str, str]] = ()) -> list[str]:
    """The blanks for which nothing is known of this recipient."""
    return [name for name in blanks(words) if name not in values and not any(fact.get(name) for fact in facts)]


def listed(words: Iterable[str]) -> str:
    """Several as one says them: "17, 18 and 21"; the same only once."""
    several = list(dict.fromkeys(words))
    return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}" if several else ""


#: What a saved reply may have filled in from a case, and what stands for it where only the words are looked at.
OF_A_CASE = {
    "name": "Sam Taylor", "reference": "A-1042", "order": "4471", "amount": "£46.00", "what": "the table came with a broken leg",
    "when": "3 May", "where": "Leeds", "effect": "you ate on the floor for a week", "wish": "a new leg", "me": "Robin Marsh",
}  # fmt: skip


def left_of_a_case(words: str) -> list[str]:
    """The blanks of a saved reply that nobody filled in."""
    return [name for name in blanks(words) if name in OF_A_CASE]
