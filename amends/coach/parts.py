"""Which parts a reply has: regret, thanks, a question; and those of a first reply and a follow-up. English only for now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from amends.checks.apology.follow_ups import follow_up as parts_of_follow_up
from amends.checks.apology.regret import real_regrets, regret_comes_first
from amends.checks.effects.naming import effect
from amends.checks.hearing.listening import read_back
from amends.checks.hearing.thanks import thanked
from amends.checks.next_steps.steps import DONE, next_step
from amends.coach.reviewing import read_draft

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def first_reply(text: str, case: Mapping[str, Any]) -> dict[str, bool]:
    """The parts of a first reply, in their order, each there or not: regret first, thanks, read-back, effect, act, next word."""
    draft = read_draft(text, case)
    return {
        "regret": not any(regret_comes_first(draft))
        if draft.context.stage == "first_reply"
        else bool(real_regrets(draft)),
        "thanks": thanked(draft),
        "read-back": not any(read_back(draft)),
        "effect": not any(effect(draft)),
        "what I am doing": DONE.first(draft) is not None or any(one.timed for one in draft.commitments),
        "when you will hear": not any(next_step(draft)),
    }


def follow_up(text: str, case: Mapping[str, Any]) -> dict[str, bool]:
    """The parts that a follow-up needs in this case, each there or not."""
    return parts_of_follow_up(read_draft(text, case))
