"""Knows when a public reply is fair: it grants them their word, keeps a thing out of public, or brings help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import late

if TYPE_CHECKING:
    from collections.abc import Callable

    from amends.drafts.draft import Draft

_FAIR = late(
    (
        r"\b(?:(?:we|I) (?:disagree|dispute) with nothing|nothing (?:you wrote|to argue)|you (?:were|are|'re) right"
        r"|with your permission|I(?:'d| would) rather not|not (?:going to|here to) argue|won't argue|in private|privately"
        r"|don't (?:put|post)|please (?:don't|do not)|as you (?:say|wrote|told)|signed off|you signed off|our (?:fault"
        r"|mistake|error)|I was wrong|we were wrong|we should have|I should have|our two accounts|(?:allowed"
        r"|able) to discuss|discuss \w+ (?:\w+ )?(?:here|on this)|owe (?:you|us nothing|nothing|yourse\w+)|unpaid leave"
        r"|owed us (?:nothing|no)|as (?:I|we) (?:told|promised) you|you did (?:say|tell|ask|ring|warn)|not going to say"
        r"|that's fine|has been credited|have put|went back to|is yours"
        r"|as you agreed|was cancelled|at the hatch|you're owed|you are owed|can pay the|think you forgot|in error"
        r"|although you|only what you|your own check|the one with|whether|you asked|nothing for)\b"
    ),
    re.IGNORECASE,
)
#: Their case in a draft that speaks to one person alone: news that comes with help, and no quarrel.
_KINDLY = late(
    (
        r"\b(?:so that we can|I can show you|and I'll|I've frozen|you will see it|would like to go through"
        r"|has been settled|is settled|is ready)\b"
    ),
    re.IGNORECASE,
)


def fair(draft: Draft) -> Callable[[re.Match[str]], bool]:
    """Whether the sentence grants them their word, keeps a thing out of public, or is news that comes with help."""

    def is_fair(found: re.Match[str]) -> bool:
        sentence = draft.sentence(found.start())
        return bool(_FAIR.search(sentence)) or bool(_KINDLY.search(sentence))

    return is_fair
