"""The words of a notice: what stands between braces is filled in for each, and what a notice lacks is said before it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.coach.parts import parts
from amends.coach.promising import covered, promises_in
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

_BLANK = re.compile(r"\{([a-z0-9_]{1,40})\}")
#: Blanks that every notice may use; the others are the columns of the lists.
OWN = ("name", "what_happened", "course", "next_news", "status_page", "their_page")


def blanks(words: str) -> list[str]:
    """The names between braces, each once."""
    return list(dict.fromkeys(_BLANK.findall(words)))


def fill(words: str, values: Mapping[str, str], facts: Sequence[Mapping[str, str]]) -> str:
    """The words for one recipient; a fact of several lines is told as a list: "17, 18 and 21"."""

    def found(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name]
        return _listed([fact[name] for fact in facts if fact.get(name)])

    return _BLANK.sub(found, words)


def unfilled(words: str, values: Mapping[str, str], facts: Sequence[Mapping[str, str]]) -> list[str]:
    """The blanks for which nothing is known of this recipient."""
    return [name for name in blanks(words) if name not in values and not any(fact.get(name) for fact in facts)]


def _listed(words: Iterable[str]) -> str:
    several = list(dict.fromkeys(words))
    return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}" if several else ""


def read_as_notice(words: str, *, course: str, next_news: bool, promise: str, at: datetime) -> list[str]:
    """What the coach has to say of a notice, as sentences; nothing if all is well. The one place where a notice meets the coach."""
    found = parts(words)
    said = []
    if "{what_happened}" not in words:
        said.append("It does not say what happened: put {what_happened} where the two sentences belong.")
    if course and "{course}" not in words:
        said.append("It brings no solution: put {course} where what we do about it belongs.")
    if not course and not (next_news and "{next_news}" in words):
        said.append("It brings neither a solution nor the time of the next news: put {next_news} in.")
    if "regret" not in found:
        said.append("It does not say that we are sorry.")
    bound = promises_in(_BLANK.sub("it", words), said_at=at, zone=HOUSE.time_zone)
    left = [one for one in bound if not covered(one, [promise] if promise else [])]
    return [*said, *(f"This promises something that is not recorded with it: “{one.words}”" for one in left)]
