"""Asking them: not for what they gave already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

_THINGS = {
    "order_number": (
        r"(?:order|booking|reservation|reference|confirmation|invoice|tracking|case|ticket) (?:number|no\b|reference|ref"
        r"|id|code|details)|number of (?:your|the) (?:order|booking|reservation)|order ?#"
    ),
    "account_number": (
        r"(?:account|customer|membership|policy|card|client|member) (?:number|no\b|reference|ref|id|details)"
        r"|number of (?:your|the) (?:account|policy|membership)|your account\b(?= number)"
    ),
    "photos": r"(?:photos?|photographs?|pictures?|images?|pics?|snapshots?|screenshots?)",
    "receipt": r"(?:receipts?|proof of (?:purchase|payment)|till slip|invoice(?! number)|bill of sale)",
    "address": (
        r"(?:(?:postal|home|delivery|shipping|full|street|mailing|billing|your|an|the) address(?! line)(?!es)|postcode"
        r"|post code|zip code|where you live)"
    ),
    "phone": (
        r"(?:(?:phone|telephone|contact|mobile|cell|daytime|call-?back|best) (?:number|no\b|details)|number (?:on which"
        r"|where|we can|I can|to reach|for us|at which))"
    ),
    "email": r"e-?mail(?: address)?",
    "description": (
        r"(?:what (?:exactly )?(?:happened|went wrong|is wrong|the (?:problem|issue|fault|trouble) is|seems to be)|(?:a "
        r"|the |your |full |more |further |some |brief |detailed ){0,4}(?:description|details|information|account) (?:of"
        r"|about|on|regarding) (?:the |your |this |what )?(?:problem|issue|fault|incident|complaint|event|damage|happened"
        r"|matter)|the (?:problem|issue|fault|damage)|more (?:details|information)|further (?:details|information))"
    ),
    "dates": (
        r"(?:(?:the )?(?:exact |relevant )?dates? (?:of|when|on which|you|for)|when (?:did|was|were|exactly|you|it|this)"
        r"|what (?:day|date)|on (?:what|which) (?:day|date))"
    ),
    "serial_number": r"(?:serial|model|imei|device|product|part) (?:number|no\b|code)",
}
_ASK = (
    r"(?:\b(?:please|kindly|can you|could you|would you|will you|may (?:I|we) (?:have|ask)|(?:I|we)(?:'ll| will| would"
    r"| still| also| shall| do)? (?:need|require|want|like|ask)|you(?:'ll| will)? (?:need|have|must) to|we must have"
    r"|let (?:us|me) have|send (?:us|me|over|through)|give (?:us|me)|what(?:'s| is| was| are| were)|tell (?:us|me)"
    r"|provide|supply|share|resend|re-send|confirm|do you have|have you got|if you (?:could|would|can)|attach|forward"
    r"|in order to|be sure to include|quote|state|describe|explain|when (?=did|was|were)|on (?=what|which))\b)"
)
_DIRECTLY = {
    "dates": (
        r"\b(?:when (?:did|was|were) (?:you|your|it|this|the)|(?:on )?(?:what|which) (?:day|dates?) (?:did|was|were|is"
        r"|are))\b[^.!\n]{0,60}\?"
    ),
    "description": (
        r"\b(?:what (?:exactly )?(?:happened|went wrong|is wrong)|what(?:'s| is| was| seems to be) the (?:problem|fault"
        r"|issue))\b[^.!\n]{0,40}\?"
    ),
    "address": r"\bwhere (?:do you live|should (?:we|I) send)\b[^.!\n]{0,40}\?",
}
_ASKING = {
    name: Cue("|".join((rf"{_ASK}[^.!?;\n]{{0,70}}?(?:\b{things})", *filter(None, [_DIRECTLY.get(name)]))), "")
    for name, things in _THINGS.items()
}
_TELLING = late(
    r"\b(?:I|we)(?:'ve| have| already have| hold| got| received| can see)\b(?! to\b)[^.!?;\n]{0,40}$|\b(?:I(?:'ll| will)"
    r"|we(?:'ll| will)) (?:send|e-?mail|give|share|forward|tell|confirm|explain|describe)\b(?! need)|\b(?:need not"
    r"|needn't|no need to|don't (?:need|have) to|without)\b",
    re.IGNORECASE,
)


def asked_again(draft: Draft) -> Iterator[Mark]:
    """C17: asking for what they gave already."""
    for name in sorted(draft.context.given):
        for found in _ASKING[name].all(draft):
            sentence = draft.sentences[draft.index(found.start())]
            before = draft.said[sentence.start : found.end()]
            if _TELLING.search(before) or re.search(
                r"\b(?:reply|if)\b.{0,20}$", draft.said[sentence.start : found.start()], re.IGNORECASE
            ):
                continue
            yield Mark(
                found.start(),
                found.end(),
                f"They gave this already: {name.replace('_', ' ')}.",
                "Take it from the case.",
            )
            break
