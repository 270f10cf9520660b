"""What a writer offers, does or asks in place of what is refused."""

from __future__ import annotations

import re

from amends.drafts.cue import late

_OFFERED = late(
    r"\b(?:I|[Ww]e)(?:'ll| will| shall)(?: \w+ly| also| instead| still| happily)? (?!not\b|never\b|note|pass|keep|be\b"
    r"|have|need|update|let you|consider|close|always|continue|forward|only|understand|leave it there|(?:tele)?phone\b"
    r"|ring\b|call\b|write\b|e-?mail\b|explain|go (?:over|through)|tell|confirm|inform|send you (?:the|our))\w+|\b(?:I"
    r"|[Ww]e)(?:'ll| will| shall) (?:ring|call|(?:tele)?phone|write|e-?mail)\b[^.!?\n]{0,40} with (?!the decision|our"
    r"|you\b)|\b(?:I|[Ww]e)(?:'ve| have)(?: \w+ly| also| already| now| instead)? (?!not|no\b|never|read\b|looked|been|noted"
    r"|explained|logged|recorded|discussed|considered|reviewed|attached|decided|received|heard|understood|paid what"
    r"|already|had|to\b|declin|reject|refus|turned|conclud|assessed|checked|followed|passed (?:on )?your|forwarded"
    r"|marked|closed|given (?:this|it|your)|spoken|raised this with)\w+(?:ed|d|t|n|k|g|p)\b|\b(?:I|[Ww]e) (?:asked"
    r"|booked|kept|found|arranged|held|set aside|put)\b|\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:'s|'ll| has| have| will| can)"
    r" (?!not\b|n't|never|confirmed|told|said|tell|been)\w+|\bso (?:the|our|my|an?) (?:\w+ )?\w+ (?:will|has)\b"
    r"|\b[A-Z][a-z]+ (?:has (?:a|an|agreed|put|set|kept|two|three|room|space)|comes|brings|rings|will (?:bring|come|fit"
    r"|ring|call|do|cook|make|see))\b|\b[Ll]et (?:me|us|'s) (?!be\b|explain|know|assure|say|remind|just|make it)\w+"
    r"|\b(?:[Ii]t|[Tt]hey|[Ww]e|I) (?:do|does) (?!not|n't|understand|apologi|appreciate|hope|regret|sympathi|realise"
    r"|know|recogni|ask)\w+|\b(?<![Yy]ou )(?:is|are) (?:now )?(?:free|yours|available|held|booked|ready|waiting)\b|\bat"
    r" (?:our (?:own )?(?:cost|expense)|no (?:extra )?(?:cost|charge)|half price)\b|\b(?:free of charge|without charge"
    r"|for free|no charge|on us|on the house)\b|\b[Gg]ive me (?:a|the|your|an)\b|\b(?:the|two|three|our) (?:closest"
    r"|nearest|next best|next)\b[^.!?\n]{0,20} (?:is|are)\b|\b(?:I|[Ww]e)(?:'m| am|'re| are) (?:\w+ly )?(?:replacing"
    r"|sending|booking|moving|giving|refunding|putting|arranging|swapping|paying|bringing|fitting|posting|offering"
    r"|happy|glad|ordering)\b|\b(?:I|[Ww]e)(?:'d| would) (?:rather|sooner|suggest (?:the|a|an)|dye|do it|swap|put|be"
    r" (?:happy|glad))\b|\b(?:You|you) (?:can|could|may)(?: also| still| instead)? (?!not|contact|appeal|write|complain"
    r"|refer|take|of course|see|find|read|imagine|escalate|ask for a review|raise|approach|go to|submit)\w+|\b[Tt]here"
    r" (?:is|'s) an? (?!charge|fee|policy|rule|clause|limit|deadline|clear|strict|no)\w+ \w+|\bor (?:I|[Ww]e) \w+|\b(?:[Oo]ur"
    r"|[Mm]y) \w+ (?:could|can|will) (?!not|be|only)\w+|\bor (?:credit|repair"
    r"|exchange|a (?:new|credit|repair|replacement))\b|\bwhat (?:she|he|they|I|we) (?:has|have|can|could|did)\b"
    r"|\b(?:comes?|goes|go) back to you\b|\b(?:the|our) [a-z]+ (?:comes|is coming|will come|picks|collects|opens)\b",
)
_ASKING_THEM = late(r"\b(?:anything else|any other|understand|okay|ok|questions)\b", re.IGNORECASE)


def offers(words: str) -> bool:
    """Whether what is left of a sentence gives, does or asks something."""
    return bool(_OFFERED.search(words)) or (words.endswith("?") and not _ASKING_THEM.search(words))
