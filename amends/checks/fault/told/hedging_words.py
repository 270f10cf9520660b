"""Other words for a fault that is only said or supposed to have happened."""

from __future__ import annotations

import re
from typing import Final

from amends.checks.fault.fault_words import WRONG
from amends.drafts.cue import late

#: A hedge that is one even where we say that we are sorry.
HEDGES_ALL_THE_SAME: Final[tuple[str, ...]] = (
    (
        rf"\b(?:a|an|some|any|the|your|this) (?!is\b|was\b|are\b)(?:\w+ )?(?<!is )(?<!was )(?:perceived|alleged|supposed|purported"
        rf"|claimed|apparent|so-called) (?!thief|theft|attacker|driver|owner|to\b)(?:\w+ )?\w+|\bto the (?:extent"
        rf"|degree)(?: that)? (?:that|any|there|we|it|our|your)\b"
        rf"|\b(?:if|should|in case|in the event|provided|whether or not|were it|supposing|granted)(?: indeed| in fact"
        rf"| it is true)?(?: that)? (?:there (?:was|were|has been|have been|is|had been) |there )(?:indeed |really |ever "
        rf"|in fact )?(?:any |an? |some )?(?:\w+ ){{0,2}}{WRONG}"
        r"|\bassuming,? (?:for (?:a|the) moment |of course |purely )?,?(?:that )?(?:the|our|we|it|your|there|this|what|he|she|they"
        r"|my)\b[^.!?;\n]{0,40}\b(?:was|were|did|had|has|is|are|went|happened|\w+ed)\b|\beven (?:if|assuming"
        r"|supposing) (?:that )?(?:the|our|we|it|there|my|this)\b[^.!?;\n]{0,40}\b(?:was|were|did|had|has been|happened)\b"
    ),
    (
        r"\byour (?:claim|version(?= of)|allegation|assertion|belief|view|impression|perception|contention|suggestion|supposition"
        r"|opinion|suspicion|feeling|assessment|interpretation) (?:is )?(?:that|of (?:what|how|events|it|this|that|our)) ?(?!order"
        r"|address|charges)[^.!?;\n]{0,40}|\b(?:on|by|according to|in|from|as per|following) your (?:own )?(?:account of|version"
        r"|telling|reckoning|estimation|perspective|point of view|description)\b|\b(?:by|according to) your account\b"
        r"|\bwhat (?:sounds|looks|seems|appears|may|might|could|feels)(?: \w+)? (?:like|to be|to have|as (?:if|though)|be"
        r"|have)\b[^.!?;\n]{0,40}|\bwhat you(?:'ve| have)? (?:\w+ )?(?:perceived?|regard(?:ed)?|took|experienced?|interpret(?:ed)?"
        r"|saw|felt|believed?|considered?|call(?:ed)?|view(?:ed)?|thought|describe[ds]?) (?:as|to be|was|were|is)\b(?! (?:possible"
        r"|next))"
        r"|\b(?:you|customers?|guests?|some) (?:\w+ )?perceived\b|\b(?:perception|impression|feeling|sense) (?:that|of) (?:we|our"
        r"|being|having|the|a|poor|rudeness|\w+ness)\b"
    ),
    (
        r"\b(?:may|might) or (?:may|might) not\b|\bmaybe so\b|\bmaybe not\b|\b(?:be that as it may|who knows|hard to (?:say|know"
        r"|tell)(?! you))\b(?=[ ,]*(?:the|we|what|who|how|with|with these|which|if|whether|now|at this|either))|\b(?:could|may"
        r"|might)(?: well| just| also| possibly| have)* (?:be|been) (?:our|us|on our|at our|down to (?:us|our|either)"
        r"|something (?:our|on our|at our|we)|either|partly (?:us|our))\b"
        r"|\b(?:small|slight|faint|outside|some|certain|remote|off|real|fair|good) (?:\w+ )?(?:chance|possibility|likelihood"
        r"|risk) (?:of|that|there|we|our|it|the)\b(?! (?:rain|snow|delay (?:to|on) (?:the|your) (?:next|new))[^.!?;\n]{0,30})|\b(?:by"
        r"|from) the (?:look|looks|sound|sounds) of (?:it|things|this)\b|\bas far as (?:we|I) (?:can|could|are able to) (?:tell|see"
        r"|make out|establish|ascertain|judge)\b|\bto the best of (?:our|my) knowledge\b|\b(?:may|might|could)(?: just| well"
        r"| possibly| perhaps| conceivably| somehow| easily)+ (?:have|not have) (?!heard|noticed|seen|been told|ended)\w+"
        r"|\bif (?:that|this|it|so)(?: really| indeed| in fact| truly)? (?:is|was|were|did|does|proves?|has)(?: indeed| really"
        r"| in fact| truly)? (?:the case|so|true|correct|what happened|how (?:it|things)|happen(?:ed)?|occur(?:red)?|accurate|right"
        r"|to be)\b|\bif (?:what you (?:say|describe|write|report|tell)|things (?:were|went|are) as|events)\b|\bwhatever (?:may|might"
        r"|did|it was that)(?: or may not)? (?:have )?(?:happen|occur|gone|be|caus)\w*|\b(?:did or did not|did or didn't"
        r"|was or was not|was or wasn't|or otherwise)\b|\bif indeed\b|\bif at all\b"
    ),
    (
        r"\bone could (?:argue|say)\b|\barguably\b|\b(?:I|we) suppose (?:it|that|there|we|the|our)\b[^.!?;\n]{0,40}\b(?:was|were|did"
        r"|had|have|been|not)\b|\bnot out of the question\b|\bshould it be (?:the case|true|so|found|shown)\b|\bas per your (?:claim"
        r"|version|account|allegation)\b|\b(?:got|get|formed|given|under) the impression (?:that )?(?:you|we|our)\b|\b(?:say"
        r"|be like say) maybe\b|\be be like\b|\bif (?:the|our|your|that) (?:[\w-]+ ){1,2}(?:never|didn't|did not|really|indeed|truly"
        r"|actually) [^.!?;\n]{2,40}\b(?:would be|then|regret\w*|unfortunate)\b"
        r"|\bassuming (?:that |this |it )?(?:is|was) (?:correct|so|right|true|accurate|the case)\b"
        r"|\bthen that would be (?:regrettable|unfortunate)\b|\b(?:if|supposing|assuming) (?:that )?you (?:did|were|really did"
        r"|were really) (?:indeed |in fact |really )?\w+\b[^.!?;\n]{0,40}(?= ?,)|\bwe think\b(?=[.,!])"
    ),
)
_IF = late(r"(?:if|should|in case|in the event|provided|supposing|assuming|you|.{1,20}chance)\b", re.IGNORECASE)
_SORRY = late(r"\b(?:sorry|apolog\w+|regret\w*|shame)\b", re.IGNORECASE)


def no_hedge(found: re.Match[str], sentence: str) -> bool:
    """Whether it only asks, or is an "if" of an apology, which another check marks."""
    return sentence.endswith("?") or bool(_IF.match(found[0]) and _SORRY.search(sentence))
