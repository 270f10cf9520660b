"""What a sentence says that they are spared: "we won't charge you". English only."""

from __future__ import annotations

import re
from itertools import islice

from amends.drafts.cue import late

#: How much is read before the words, and how many of them are tried.
_BEFORE, _TRIED = 80, 40

#: What is not done to them: ours to keep as much as a deed.
_WONT = (
    r"(?:\s*(?:wo|sha)n't|(?:\s+will|\s+shall|'ll)\s+(?:not|never)|(?:\s+am|\s+are|\s+is|'m|'re|'s)\s+(?:not"
    r"|never)\s+(?:going|about)"
    r"\s+to|\s+(?:are|is)n't\s+going\s+to)\s+(?:(?:ever|also|just|simply|[a-z]{2,12}ly)\s+){0,2}(?:be\s+(?=\w+ing\b))?"
)
_AGAIN = (
    r"(?:again|any\s?more|any\s+longer|without\s+(?:your|you|asking|telling|calling|ringing|a\s+word|warning|notice"
    r"|checking)"
    r"|behind\s+your)\b"
)
_SPARED = late(
    rf"(?:\b(?:I|we|nobody|no\s+one|none\s+of\s+us)(?:\s+(?:both|personally|certainly|and|or|here)\b)?|\b(?:our"
    rf"|my)\s+(?:\w+"
    rf"\s+)?\w+|\b(?:and|but)){_WONT}(?:charg(?:e|ing)|bill|billing|invoic(?:e|ing)|debit(?:ing)?|deduct(?:ing)?"
    rf"|shar(?:e"
    r"|ing)|sell(?:ing)?|drop(?:ping)?|forget(?:ting)?\s+(?:you|about|this|it|what)|leav(?:e|ing)\s+(?:you|it|this"
    r"|things|your)"
    r"|let(?:ting)?\s+(?:you|it|this|that|them|go|up)|rest(?:ing)?\b|stop(?:ping)?\b(?!\s+(?:by|in))|pass(?:ing)?"
    r"|giv(?:e|ing)"
    r"\s+(?:up|your|out)|clos(?:e|ing)\s+(?:your|this|it|the\s+case)|chas(?:e|ing)|pester(?:ing)?|bother(?:ing)?\s+you"
    r"|disturb(?:ing)?|tak(?:e|ing)\s+(?:any|a\s+penny|a\s+cent|money|payment|anything|it\s+out|your)"
    r"|keep(?:ing)?\s+(?:you"
    r"\s+(?:waiting|hanging|in\s+the\s+dark)|charging|your)|hold(?:ing)?\s+(?:it|this|that|you)|mak(?:e|ing)\s+you"
    r"|put(?:ting)?"
    r"\s+(?:you\s+(?:through|on)|your|the\s+price|up)|cut(?:ting)?\s+(?:you|your|it)|disconnect(?:ing)?|rais(?:e"
    r"|ing)\s+(?:the"
    r"|your)|increase|increasing|walk(?:ing)?\s+away|go(?:ing)?\s+home|sign(?:ing)?\s+(?:it\s+)?off|los(?:e"
    r"|ing)\s+(?:sight"
    r"|track)|forc(?:e|ing)|push(?:ing)?\s+you|su(?:e|ing)\b|penali[sz](?:e|ing)|fin(?:e|ing)\s+you|fob(?:bing)?"
    r"|touch(?:ing)?"
    r"|us(?:e|ing)\s+(?:your|it|them)|publish(?:ing)?|post(?:ing)?\s+your|tell(?:ing)?\s+(?:anyone|anybody|a\s+soul)"
    r"|claim(?:ing)?|ask(?:ing)?\s+you\s+(?:to|for)|rush(?:ing)?|count(?:ing)?\s+(?:it|this)"
    r"|send(?:ing)?\s+(?:you\s+(?:any"
    r"\s+more|another|more)|any\s+more|it\s+to\s+(?:debt|collections)|the\s+bailiffs)"
    rf"|(?!(?:be|have|know|see|hear|get|need|make|want|expect|find|manage|say)\b)\w+\b[^.;]{{0,60}}?\b{_AGAIN})"
    rf"|\byou{_WONT}(?:be\s+(?:charged|billed|asked|chased|contacted|disturbed|penali[sz]ed|left|out\s+of\s+pocket"
    rf"|passed"
    r"|kept|cut\s+off|moved|pestered|fined|put|rushed|invoiced)|pay\b|lose\b|have\s+to\b|hear\s+(?:any\s+more"
    r"|another)|miss"
    r"\s+out|owe\b|face\b)"
    rf"|\b(?:the|your|our|this|that|no|any|it|they|nothing)(?:\s+\w+){{0,3}}?{_WONT}(?:change|go\s+up|rise|increase"
    rf"|cost\s+you"
    r"|(?:happen|occur)\b|be\s+(?:shared|passed|sold|charged|billed|taken|used|published|disclosed|cut\s+off"
    r"|increased|raised"
    r"|changed|lost|forgotten|affected|kept|opened|touched))\b|\b(?:nobody|no\s+one)\s+will\s+(?:be\s+charged"
    r"|charge|bill|disturb|bother|chase|touch|come|knock|call|ring|phone|ask|contact"
    r"\s+in)\b|\b(?:no(?:\s+\w+){1,3}|nothing(?:\s+(?:more|else|further))?)\s+will\s+be\s+(?:taken|charged|made"
    r"|added|deducted|shared|billed)\b",
    re.IGNORECASE,
)
#: "Let me check with the kitchen" is a deed of ours, though one without a time.
_LET_ME = late(
    r"\W*(?:\w+,\s+)?let\s+me\s+(?:(?:just|first|quickly)\s+)?(?:check|ask|look\s+into|find\s+out|chase|speak|talk|ring|call|dig"
    r"|investigate|have\s+a\s+word|see\s+(?:what|whether|if|who)|get\s+(?:on|hold|you|this|that|it))\b",
    re.IGNORECASE,
)
_NOT_SURE = late(
    r"\b(?:hope|hopefully|afraid|can't|cannot|can\s+not|unless|whether|why|said|says|say|told|tells|sorry|fear|wish"
    r"|unfortunately|sadly|regret)\b",
    re.IGNORECASE,
)


def spared(words: str) -> int | None:
    """Where the sentence says what they are spared."""
    asks = _LET_ME.match(words)
    if asks:
        return asks.start()
    for said in islice(_SPARED.finditer(words), _TRIED):
        if not _NOT_SURE.search(words[max(0, said.start() - _BEFORE) : said.start()]):
            return said.start()
    return None
