"""The words of a notice: what stands between braces is filled in for each, and what a notice lacks is said before it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.blanks.blank import BLANK
from amends.coach.parts import parts
from amends.coach.promising import covered, promises_in
from amends.policy.house import HOUSE

if TYPE_CHECKING:
    from datetime import datetime

#: Blanks that every notice may use; the others are the columns of the lists.
OWN = ("name", "what_happened", "course", "next_news", "status_page", "their_page")


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
    bound = promises_in(BLANK.sub("it", words), said_at=at, zone=HOUSE.time_zone)
    left = [one for one in bound if not covered(one, [promise] if promise else [])]
    return [*said, *(f"This promises something that is not recorded with it: “{one.words}”" for one in left)]
