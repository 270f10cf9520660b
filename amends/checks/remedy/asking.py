"""Asking them: not for what they gave already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from amends.drafts.cue import Cue, late
from amends.drafts.finding import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from amends.drafts.draft import Draft

#: Behind "when you" and "which day": what is still to come, and not what happened.
_TO_COME = (
    r"(?:are|'re|'d|'ll|can|could|would|will|want|prefer|have (?:time|a moment)|get|is (?:best|good|convenient|to|free)"
    r"|suits?|likes?|need|wish|read|see|works?|may|might|should|shall|do you (?:want|prefer|need)|arrives?|comes?|goes)\b"
)

_THINGS = {
    "order_number": (
        r"(?:order|booking|reservation|reference|confirmation|invoice|tracking|case|ticket) (?:number|no\b|reference|ref"
        r"|id|code|details)|numbers? (?:of|on|for|from) (?:your|the) (?:order|booking|reservation|confirmation|invoice)"
        r"|order ?#"
    ),
    "account_number": (
        r"(?:account|customer|membership|policy|card|client|member) (?:number|no\b|reference|ref|id|details)"
        r"|numbers? (?:of|on|for|from) (?:your|the) (?:account|policy|membership|statement)|your account\b(?= number)"
    ),
    "photos": r"(?:photos?|photographs?|pictures?|images?|pics?|snaps?|snapshots?|screenshots?)\b",
    "receipt": (
        r"(?:receipts?\b|proof (?:of (?:purchase|payment)|that you (?:bought|paid))|till (?:slip|roll)|invoice(?! number)"
        r"|bill of sale|sales slip)"
    ),
    "address": (
        r"(?:(?:postal|home|delivery|shipping|full|street|mailing|billing|your|an|the) address(?! line)(?!es)|postcode"
        r"|post code|zip code|where you live|(?:house|flat|door) number|number and street|street and number)"
    ),
    "phone": (
        r"(?:(?:the|your|a) (?:best|good|usual) (?:mobile|cell|phone)\b|(?:phone|telephone|contact|mobile|cell|daytime"
        r"|call-?back|best) (?:number|no\b|details)|number (?:on which"
        r"|where|we can|I can|to reach|for us|at which|you can be))"
    ),
    "email": (
        r"(?:e-?mail address(?:es)?|(?:which|what|best|registered|current|usual|other) e-?mail\b(?! (?:did|was|from|of))"
        r"|(?<!check\s)(?<!see\s)(?<!in\s)(?<!to\s)(?<!at\s)(?<!from\s)(?<!by\s)(?<!of\s)(?<!with\s)your e-?mail(?= ?(?:[,?.;]|and\b"
        r"|so\b|$)))"
    ),
    "description": (
        r"(?:what (?:exactly )?(?:happened|went wrong|is wrong|the (?:problem|issue|fault|trouble) is|seems to be)|(?:a "
        r"|the |your |full |more |further |some |brief |detailed ){0,4}(?:description|details|information|account) (?:of"
        r"|about|on|regarding) (?:the |your |this |what )?(?:problem|issue|fault|incident|complaint|event|damage|happened"
        r"|matter)|the (?:problem|issue|fault|damage)|more (?:details|information)|further (?:details|information)"
        r"|in your own words|from the (?:beginning|start|top)\b|what you (?:saw|noticed|heard|found)"
        r"|the whole (?:story|thing))"
    ),
    "dates": (
        rf"(?:(?:the )?(?:exact |relevant |first |last )?(?:dates?|days?|nights?) (?:of (?!your (?:choice|next))|when|on which"
        rf"|(?:you|it|this)\b(?! {_TO_COME}))|dates? for(?= (?:the|each|that|this))|when (?:did|was|were|exactly|(?:you|it"
        rf"|this|that|the \w+)\b(?! ?{_TO_COME}))|(?:what|which) (?:days?|dates?|nights?)\b(?! ?{_TO_COME}))"
    ),
    "serial_number": (
        r"(?:serial|model|imei|device|product|part) (?:number|no\b|code)|(?:number|digits|figures|code) (?:on|under|inside"
        r"|from) the (?:back|base"
        r"|bottom|plate|sticker|label|underside|side|lid|door)"
    ),
}
_ASK = (
    r"(?:\b(?:please|kindly|can you|could you|would you|will you|may (?:I|we) (?:have|ask)|(?:I|we)(?:'ll| will| would"
    r"| still| also| shall| do)? (?:need|require|want|like|ask)|you(?:'ll| will)? (?:need|have|must) to|we must have"
    r"|let (?:us|me) (?:have|know)|send (?:us|me|over|through|in)|give (?:us|me)|what(?:'s| is| was| are| were)"
    r"|tell (?:us|me)|provide|supply|share|resend|re-send|confirm|do you (?:still )?have|have you (?:still )?got"
    r"|if you (?:could|would|can)|attach|forward|in order to|be sure to include|quote|state|describe|explain"
    r"|when (?=did|was|were)|on (?=what|which)|fill (?:in|out)|(?:post|send|return) (?:it|them|this) (?:back )?(?:in "
    r"|to us )?(?=with)|reply (?:with|giving|stating|quoting)|remind (?:us|me)"
    r"|drop (?:us|me)|text (?:us|me)|mail (?:us|me)|e-?mail (?:us|me)|(?:talk|take|walk|run) (?:us|me) through"
    r"|jot down|note down|write down|read (?:us|me)|show (?:us|me)|start (?:again )?(?=from)|(?:I|we) (?:don't|do not"
    r"|can't|cannot) (?:seem to )?(?:have|find|see|hold)|to hand|missing (?:is|are)|(?:only|also|still) need|(?:I|we)(?:'d"
    r"| would|'ll| will)(?: also| still| really)? (?:need|want|like)"
    r"|I must have|do (?:please )?send|(?:have|had) you(?= (?:a|an|any|the|your|some)\b)|may I (?:also |just )?(?:have|see))\b)"
)
_DIRECTLY = {
    "dates": (
        r"\b(?:(?:since )?when (?:did|was|were|had|has) (?:you|your|it|this|that|the)|(?:on |since )?(?:what|which)"
        r" (?:days?|dates?|nights?|mornings?|evenings?|weeks?|weekends?) (?:did|was|were|is|are|has|had|have|does|do you mean"
        r"|exactly)\b(?! (?:best|good|convenient|suitable|free|you free|(?:I|we|it) to|to come|to suit|(?:that|it)"
        r" (?:best|good))))[^.!\n]{0,100}\?|\bhow long ago\b[^.!\n]{0,50}\?"
    ),
    "description": (
        r"\b(?:what (?:exactly )?(?:happened|went wrong|is wrong|did you (?:see|notice|hear|find))"
        r"|what(?:'s| is| was| seems to be) the (?:problem|fault|issue|matter|trouble))\b[^.!\n]{0,40}\?"
    ),
    "address": r"\bwhere (?:do you live|should (?:we|I) send|are you living|did you say you live)\b[^.!\n]{0,40}\?",
    "order_number": (
        r"\b(?:which|what) (?:order|booking|reservation) (?:is|was|are|were) (?:this|it|that|you|we)\b[^.!\n]{0,40}\?"
    ),
    "account_number": r"\b(?:which|what) account (?:is|was|are|were) (?:this|it|that|you|we)\b[^.!\n]{0,40}\?",
    "phone": (
        r"\b(?:which|what) number (?:can|could|should|shall|do|may|is|are|would)\b[^.!\n]{0,40}\b(?:ring|call|reach|phone"
        r"|best|on)\b[^.!\n]{0,20}\?|\bhow (?:can|do|may|could) (?:I|we) (?:reach|get) you by (?:tele)?phone\b"
    ),
    "email": r"\bwhere (?:can|should|shall|do|may) (?:I|we) e-?mail\b[^.!\n]{0,40}\?",
    "receipt": r"\b(?:can|could|would) you (?:prove|show) (?:that |us |me ){0,2}(?:you (?:paid|bought)|what you paid)\b",
    "photos": r"\b(?:photo|picture|snap|photograph)s?(?: [\w-]+){0,5} would (?:help|be|do)\b",
}
_ASKING = {
    name: Cue("|".join((rf"{_ASK}[^.!?;\n]{{0,70}}?(?:\b{things})", *filter(None, [_DIRECTLY.get(name)]))), "")
    for name, things in _THINGS.items()
}
_IF_SO = late(r"\b(?:reply(?! with)|if)\b.{0,20}$", re.IGNORECASE)
_TELLING = late(
    r"(?<!may\s)\b(?:I|we|he|she|they)(?:'ve| have| has| already have| hold| got| received"
    r"| can see)\b(?! to\b)[^.!?;\n]{0,40}$|\b(?:I(?:'ll| will)"
    r"|we(?:'ll| will)) (?:send|e-?mail|give|share|forward|tell|confirm|explain|describe)\b(?! need)|\b(?:need not"
    r"|(?:please )?(?:don't|do not) (?:send|post|give|bother)"
    r"|needn't|no need to|don't (?:need|have) to|without (?:you )?(?:having|needing|sending|asking))\b",
    re.IGNORECASE,
)


def asked_again(draft: Draft) -> Iterator[Mark]:
    """C17: asking for what they gave already."""
    for name in sorted(draft.context.given):
        for found in _ASKING[name].all(draft):
            sentence = draft.sentences[draft.index(found.start())]
            before = draft.said[sentence.start : found.end()]
            if _TELLING.search(before) or _IF_SO.search(draft.said, sentence.start, found.start()):
                continue
            yield Mark(
                found.start(),
                found.end(),
                f"They gave this already: {name.replace('_', ' ')}.",
                "Take it from the case.",
            )
            break
