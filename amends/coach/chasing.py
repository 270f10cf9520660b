"""Whether the customer asks where it is: what we owe them has not come, or no word of it. By words alone; English only."""

from __future__ import annotations

import re

from amends.texts.sentences import plainly

_OWED = (
    r"(?:refund|money|order|parcel|package|delivery|replacement|repair|engineer|technician|driver|courier|credit|voucher|reply"
    r"|response|answer|update|call(?:-?back)?|letter|e-?mail|item|shipment|case|complaint|ticket|claim|request|card"
    r"|payment|stuff)s?"
)
_NOBODY = r"(?:nobody|no\s*-?\s*one|no\s+body)"
_HAVE_NOT = r"(?:ha(?:ve|s)(?:\s+not|n'?t)|did(?:\s+not|n'?t)|never|not|yet\s+to)"

_CHASE = re.compile(
    r"\bwhere(?:'s|\s+is|\s+are|\s+has|\s+the\s+\w+\s+is)\s+(?:my|our|the|this|that|it)\b(?!\s+(?:shop|store|branch"
    r"|office|button|link))"
    r"|\b(?:any|some|an?)\s+(?:\w+\s+)?(?:news|updates?|progress|word|information|info|development|movement|idea\s+when|eta)\b"
    r"(?=[^.!?\n]{0,60}[?]|\s+(?:on|about|regarding|yet|for\s+me)\b|\s*$)"
    r"|\b(?:can|could|would|will|please)\b[^.!?\n]{0,30}\b(?:an?\s+update|update\s+me|chase|the\s+status)\b"
    r"|\bstill\s+(?:waiting|(?:have|has|had)\s+(?:not|no|n't|nothing)|ha(?:ve|s)n'?t|not\s+(?:had|received|heard|got"
    r"|arrived|here"
    r"|been)|no\s+(?:reply|response|answer|news|sign|word|refund|update|parcel|call|\w+\s+yet)|nothing|don't|do\s+not)\b"
    rf"|\b{_HAVE_NOT}\s+(?:yet\s+|even\s+|actually\s+|still\s+)?(?:heard|received|had|got|gotten|seen|been\s+(?:contacted"
    rf"|called|refunded"
    r"|told)|to\s+(?:hear|receive|get))\b[^.!?\n]{0,40}\b(?:anything|back|from|reply|response|answer|news|word|update|yet|call"
    rf"|{_OWED})\b"
    rf"|\b{_HAVE_NOT}\s+(?:yet\s+|even\s+)?(?:heard|replied|responded|answered|arrived|turned\s+up|shown\s+up"
    rf"|called\s+(?:me|back))\b"
    r"|\b(?:no|without\s+(?:a|any)|not\s+a|zero)\s+(?:\w+\s+)?(?:reply|response|answer|news|word|call-?back|update"
    r"|communication)\b"
    rf"|\b{_NOBODY}\s+(?:has|have|had|is|ever|even|actually|called|came|replied|answered|responded|got|contacted|rang"
    rf"|turned|showed)\b"
    r"|\b(?:you|they|he|she|somebody|someone|i\s+was)\s+(?:all\s+)?(?:had\s+|have\s+)?(?:promised|said|told|assured"
    r"|guaranteed)\b"
    r"[^.!?\n]{0,80}\b(?:by|would|within|will|'d|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|call|refund)\b"
    r"|\bwhen\s+(?:will|can|shall|should|am\s+i|are\s+(?:you|we)|is\s+(?:my|the|it|someone|somebody)|do\s+i|might)\b"
    r"(?!\s+(?:you\s+(?:be\s+)?(?:open|clos)|the\s+(?:shop|store)))"
    r"|\bwhen's\s+(?:my|the|it)\b"
    r"|\bchas(?:ing|e|ed)\b(?!\s+(?:bank|card))|\bfollow(?:ing|ed)?[\s-]+up\s+(?:on|about|regarding|with|again|to)\b"
    r"|\bwhat(?:'s|\s+is|s)\s+(?:happening|going\s+on|the\s+(?:\w+\s+)?(?:status|progress|hold-?up|news|delay|latest|eta))\b"
    r"|\bwhat\s+(?:has\s+)?happened\s+(?:to|with)\s+(?:my|our|the)\b|\b(?:the\s+)?status\s+of\s+(?:my|our|the|this)\b"
    r"|\b(?:ha(?:ve|s)(?:\s+not|n'?t)|is(?:\s+not|n'?t)|not)\s+(?:yet\s+|even\s+)?(?:come\b|came\b|here\b|shown\b"
    r"|showing\b|appeared\b"
    r"|been\s+(?:delivered|refunded|sent|paid|credited|replaced|repaired|fixed|collected)\b)"
    r"|\b(?:can|could|how|way|able\s+to|like\s+to|want\s+to)\b[^.!?\n]{0,20}\btrack\b|\bby\s+now\b|\bwhen\s+(?:I"
    r"|we)\s+can\s+expect\b"
    r"|\b(?:have|did)\s+you\s+(?:already\s+|even\s+)?(?:sent|send|posted|post|shipped|ship|dispatched|refunded|refund)\b"
    r"|\b(?:\d{1,3}|two|three|four|five|six|several)\s+(?:days|weeks|months)\s+(?:since|now|already|and\s+(?:nothing"
    r"|still|no))\b"
    r"|\b(?:it's|its|it\s+has|that's|that\s+has)\s+(?:now\s+|already\s+)?been\s+(?:\w+\s+){0,3}?"
    r"(?:\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|several|many|over|almost|nearly)\s+(?:\w+\s+)?"
    r"(?:hours?|days?|weeks?|months?)\b(?!\s+(?:old|long|free))"
    r"|\b(?:been|am|are|'m|'re|was|were|kept|keep)\s+(?:\w+\s+){0,2}?waiting\b"
    r"|\b(?:waited|waiting)\s+(?:for\s+)?(?:\w+\s+){0,2}?(?:\d{1,3}|an?|two|three|four|five|six|several|many"
    r"|over)\s+(?:\w+\s+)?"
    r"(?:hours?|days?|weeks?|months?)\b"
    r"|\bhow\s+(?:much\s+)?long(?:er)?\s+(?:will|is|does|do|must|until|till|before|are|am|has|have|should|can|more|is\s+this)\b"
    r"|\b(?:gentle\s+|friendly\s+|quick\s+|just\s+a\s+|another\s+|second\s+|a\s+)reminder\b|\bforgotten\s+(?:me|about|us|my)\b"
    r"|\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)\s+(?:time|e-?mail|message|letter)\b|\bis\s+any(?:one"
    r"|body)\s+(?:there|going|reading)\b"
    rf"|\bany\s+(?:sign|trace)\s+of\b|\b(?:my|the|our)\s+{_OWED}\s+(?:is|are|was)\s+(?:\w+\s+)?(?:late|overdue"
    rf"|still\s+not|not\s+here)\b"
    r"|\bignor(?:ed|ing)\s+(?:me|my|us)\b|\bradio\s+silence\b|\btoday\s+is\s+the\s+day\s+you\b",
    re.IGNORECASE,
)
#: Words of a chase that are none: thanks for what came, and the customer letting us off.
_NO_CHASE = re.compile(
    r"\b(?:thanks?(?:\s+you)?|grateful|appreciate|cheers)(?:\s+(?:so|very)\s+much|\s+a\s+lot)?(?:\s+again)?\s+(?:for|to)?\s*"
    r"(?:the|your|that|this|such|a|an)?\s*(?:\w+\s+){0,2}?(?:news|updates?|repl(?:y|ies)|response|answer|information|info"
    r"|following\s+up"
    r"|chasing|waiting|reminder|call|progress|status)\b"
    r"|\bno\s+(?:longer|need|reason)\s+(?:to\s+)?(?:be\s+)?(?:\w+\s+)?(?:waiting|chas\w+|follow\w*|repl\w+|respon\w+"
    r"|answer|update\w*)"
    r"|\b(?:no|without)\s+(?:reply|response|answer|update)\s+(?:is\s+)?(?:needed|necessary|required)\b"
    r"|\bnot\s+(?:\w+\s+)?chasing\b|\bno\s+news\s+is\s+good\b|\bit's\s+been\s+a\s+(?:pleasure|joy|great|good|lovely)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)


def chases(text: str) -> bool:
    """Whether these words ask after something owed: where it is, when it comes, why nobody answered, what was promised.

    Only the words are judged: whether anything was owed is for who knows the case. Thanks for news, and "no reply needed", are
    no chase; quoted lines are ours and not the customer's.
    """
    return _CHASE.search(_NO_CHASE.sub(" ", _QUOTED.sub("", plainly(text)))) is not None
